//! `vestibule import`: people from a file.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::choose::PoolChoice;
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, printable, table};
use crate::directory::transfer::{
    BATCH, Done, Format, Import, ImportOptions, Outcome, Row, Rows, WithoutPassword,
};
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::ids::PoolId;

/// How many bad rows are printed; the report has them all.
const PRINTED: usize = 50;
/// How often progress is told, in rows.
const TELLING: u64 = 10_000;

/// Take people in from a file: JSON lines as `docs/directory-format.md` says, or Cognito's CSV.
///
/// The whole file is checked first, and nothing is written while a row is wrong. An import that was broken off is begun
/// again with the same command: who is there already stays as they are.
#[derive(Args)]
pub(super) struct ImportArguments {
    /// The file.
    file: PathBuf,
    #[command(flatten)]
    pool: PoolChoice,
    /// How the file is written; by its name when absent (`.csv` or anything else).
    #[arg(long, value_enum)]
    format: Option<FormatArgument>,
    /// Check everything and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Change people who are there to what the file says. Passwords and authenticator seeds that they have stay.
    #[arg(long)]
    update: bool,
    /// What becomes of people for whom the file has no password.
    #[arg(long, value_enum, default_value = "reset")]
    without_password: WithoutPasswordArgument,
    /// Make groups that people are in and nobody described.
    #[arg(long)]
    create_groups: bool,
    /// Import the good rows although there are bad ones.
    #[arg(long)]
    skip_bad: bool,
    /// Write what became of each row to this file, as JSON lines.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatArgument {
    /// One JSON object a line.
    Lines,
    /// The CSV of Cognito's import.
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum WithoutPasswordArgument {
    /// They set one by a code to a verified address.
    Reset,
    /// They are sent a temporary one.
    Invite,
}

/// What is printed at the end.
#[derive(Default, Serialize)]
struct Summary {
    dry_run: bool,
    /// Whether anything was written; else the numbers are what would be.
    written: bool,
    created: u64,
    updated: u64,
    unchanged: u64,
    failed: u64,
    /// The first rows that failed.
    bad: Vec<Done>,
}

impl Summary {
    fn add(&mut self, done: &Done) {
        match &done.outcome {
            Outcome::Created => self.created += 1,
            Outcome::Updated => self.updated += 1,
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Failed { .. } => {
                self.failed += 1;
                if self.bad.len() < PRINTED {
                    self.bad.push(done.clone());
                }
            }
        }
    }

    fn rows(&self) -> u64 {
        self.created + self.updated + self.unchanged + self.failed
    }

    fn print(&self, output: OutputArguments) -> io::Result<()> {
        if !output.json && !self.bad.is_empty() {
            let reasons = |done: &Done| match &done.outcome {
                Outcome::Failed { reasons } => reasons.join("; "),
                _ => String::new(),
            };
            let rows: Vec<Vec<String>> =
                self.bad.iter().map(|done| vec![done.line.to_string(), reasons(done)]).collect();
            table(&mut io::stdout().lock(), &["line", "what is wrong"], &rows)?;
            let more = self.failed - self.bad.len() as u64;
            if more > 0 {
                writeln!(io::stdout(), "… and {more} more; --report FILE lists them all")?;
            }
        }
        let (created, updated) =
            if !self.written { ("would be created", "would be updated") } else { ("created", "updated") };
        output.one(
            self,
            &[
                (created, self.created.to_string()),
                (updated, self.updated.to_string()),
                ("unchanged", self.unchanged.to_string()),
                ("failed", self.failed.to_string()),
            ],
        )
    }
}

pub(super) fn run(arguments: &ImportArguments) -> Result<(), String> {
    // Before anything else: a file that cannot be read is no reason to open a database.
    open(&arguments.file)?;
    with_env(&arguments.config, |env| async move {
        let pool = arguments.pool.find(&env).await?;
        import(&env, &pool.id, arguments).await
    })
}

async fn import(env: &Env, pool: &PoolId, arguments: &ImportArguments) -> Result<(), String> {
    let mut report = arguments.report.as_deref().map(Report::create).transpose()?;
    // Rows that are skipped are reported by the pass that skips them.
    let goes_on = arguments.skip_bad && !arguments.dry_run;
    let checked = match goes_on {
        true => pass(env, pool, arguments, Task::Check, &mut None).await?,
        false => pass(env, pool, arguments, Task::Check, &mut report).await?,
    };
    if checked.failed > 0 && !arguments.skip_bad {
        finish(&checked, arguments, report)?;
        return Err(format!(
            "{} of {} rows cannot be imported; nothing was written. Mend them, or import the others with --skip-bad",
            checked.failed,
            checked.rows()
        ));
    }
    if arguments.dry_run {
        return finish(&checked, arguments, report);
    }
    let written = pass(env, pool, arguments, Task::Write, &mut report).await?;
    finish(&written, arguments, report)
}

fn finish(summary: &Summary, arguments: &ImportArguments, report: Option<Report>) -> Result<(), String> {
    if let Some(report) = report {
        report.close()?;
    }
    summary.print(arguments.output).map_err(|error| format!("the result cannot be printed: {error}"))
}

#[derive(Clone, Copy, PartialEq)]
enum Task {
    Check,
    Write,
}

/// Goes through the file once.
async fn pass(
    env: &Env,
    pool: &PoolId,
    arguments: &ImportArguments,
    task: Task,
    report: &mut Option<Report>,
) -> Result<Summary, String> {
    let options = ImportOptions {
        update: arguments.update,
        without_password: match arguments.without_password {
            WithoutPasswordArgument::Reset => WithoutPassword::Reset,
            WithoutPasswordArgument::Invite => WithoutPassword::Invite,
        },
        create_groups: arguments.create_groups,
    };
    let mut import =
        Import::begin(env, &operator(), pool, options).await.map_err(|error| error.to_string())?;
    let mut rows = Rows::new(BufReader::new(open(&arguments.file)?), format(arguments));
    let mut summary =
        Summary { dry_run: arguments.dry_run, written: task == Task::Write, ..Summary::default() };
    loop {
        let batch = next_batch(&mut rows).map_err(|error| unreadable(&arguments.file, &error))?;
        if batch.is_empty() {
            return Ok(summary);
        }
        let done = match task {
            Task::Check => import.check(batch).await,
            Task::Write => import.write(batch).await,
        };
        let done = done.map_err(|error| {
            format!(
                "stopped after {} rows: {error}. The same command goes on where it stopped",
                summary.rows()
            )
        })?;
        let told = summary.rows() / TELLING;
        for one in &done {
            summary.add(one);
            let failed = matches!(one.outcome, Outcome::Failed { .. });
            if let Some(report) = report
                && (task == Task::Write || failed || arguments.dry_run)
            {
                report.write(one)?;
            }
        }
        if summary.rows() / TELLING > told && io::stderr().is_terminal() {
            let verb = if task == Task::Check { "checked" } else { "imported" };
            let _ = writeln!(io::stderr(), "{} rows {verb}", summary.rows());
        }
    }
}

fn next_batch(rows: &mut Rows<BufReader<File>>) -> io::Result<Vec<Row>> {
    let mut batch = Vec::new();
    while batch.len() < BATCH {
        match rows.next_row()? {
            Some(row) => batch.push(row),
            None => break,
        }
    }
    Ok(batch)
}

fn format(arguments: &ImportArguments) -> Format {
    let is_csv = arguments.file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    match arguments.format {
        Some(FormatArgument::Csv) => Format::Csv,
        None if is_csv => Format::Csv,
        _ => Format::Lines,
    }
}

fn open(path: &Path) -> Result<File, String> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    // It is read twice.
    if is_file {
        Ok(file)
    } else {
        Err(format!("{} is no file; save what is to be imported first", shown(path)))
    }
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("{} cannot be read: {error}", shown(path))
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

/// A file of what became of the rows, readable by its owner only.
struct Report {
    path: PathBuf,
    to: BufWriter<File>,
}

impl Report {
    fn create(path: &Path) -> Result<Self, String> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => format!("there is a file {} already", shown(path)),
            _ => format!("{} cannot be written: {error}", shown(path)),
        })?;
        Ok(Self { path: path.to_owned(), to: BufWriter::new(file) })
    }

    fn write(&mut self, done: &Done) -> Result<(), String> {
        let line = serde_json::to_string(done).map_err(|error| error.to_string())?;
        writeln!(self.to, "{line}")
            .map_err(|error| format!("{} cannot be written: {error}", shown(&self.path)))
    }

    fn close(mut self) -> Result<(), String> {
        self.to.flush().map_err(|error| format!("{} cannot be written: {error}", shown(&self.path)))
    }
}

/// Nobody's browser.
fn operator() -> Caller {
    Caller {
        address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        user_agent: "import".into(),
        language: "en".into(),
        correlation_id: "import".into(),
        device_cookie: None,
        remembered_cookies: Vec::new(),
    }
}
