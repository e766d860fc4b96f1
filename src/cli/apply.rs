//! `vestibule apply`: a declaration is compared with what there is, shown, and written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use secrecy::ExposeSecret;
use serde_json::{Value as Json, json};

use super::operator::{self, ConfigArguments};
use super::output::printable;
use crate::declare::{self, Applied, Document, DrawnSecret, Plan, PlanError, PlanOptions, Problem, Sources};

/// The exit code of `--exit-code` when something would change or was changed.
const CHANGED: u8 = 3;

/// Arguments of `vestibule apply`.
#[derive(Args, Clone)]
pub struct ApplyArguments {
    #[command(flatten)]
    config: ConfigArguments,
    /// Declarations: TOML or JSON files, folders of them, or - for standard input. docs/declaration.md explains them.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Show what would change and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// End with exit code 3 when something changes.
    #[arg(long)]
    exit_code: bool,
    /// Delete what the pools of the declaration have and it does not name. Never people, never pools.
    #[arg(long)]
    prune: bool,
    /// Delete without asking.
    #[arg(long)]
    yes: bool,
    /// Add drawn client secrets to this file, readable by its owner only, instead of showing them.
    #[arg(long, value_name = "FILE")]
    secrets_file: Option<PathBuf>,
    /// Print JSON for scripts.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
///
/// # Errors
/// A sentence that says what to do, or every problem of the declaration in a line of its own.
pub fn run(arguments: &ApplyArguments) -> Result<ExitCode, String> {
    // A file that is no declaration is refused before anything is opened.
    let sources = Sources::read(&arguments.files).map_err(|problems| problems_text(&problems.into_list()))?;
    let document = Document::read(&sources).map_err(|problems| problems_text(&problems))?;
    actix_web::rt::System::new().block_on(work(arguments, &document))
}

async fn work(arguments: &ApplyArguments, document: &Document) -> Result<ExitCode, String> {
    let env = operator::open(&arguments.config).await?;
    let options = PlanOptions { prune: arguments.prune };
    let plan = declare::plan(&env, document, options).await.map_err(|error| plan_text(&error))?;
    let code =
        if arguments.exit_code && !plan.is_empty() { ExitCode::from(CHANGED) } else { ExitCode::SUCCESS };
    let shown = Shown::of(&plan);
    if !arguments.json {
        shown.print().map_err(closed)?;
    }
    if arguments.dry_run || plan.is_empty() {
        if arguments.json {
            shown.print_json(&Applied::default(), false, true).map_err(closed)?;
        }
        return Ok(code);
    }
    agree_to_removals(arguments, &plan)?;
    let mut secrets_file = match &arguments.secrets_file {
        Some(path) if plan.draws_secrets() => Some((path, open_private(path)?)),
        _ => None,
    };
    let (applied, failure) = match declare::apply(&env, document, plan).await {
        Ok(applied) => (applied, None),
        Err((applied, error)) => (applied, Some(error)),
    };
    // What was drawn for the pools that were written is told also when a later one failed.
    let told_in_file = match &mut secrets_file {
        Some((path, file)) => {
            write_secrets(file, &applied.secrets).map_err(|error| lost(path, &error))?;
            true
        }
        None => false,
    };
    if arguments.json {
        shown.print_json(&applied, failure.is_none(), told_in_file).map_err(closed)?;
    } else if !told_in_file {
        print_secrets(&applied.secrets).map_err(closed)?;
    }
    match failure {
        None => Ok(code),
        Some(error) if applied.pools.is_empty() => Err(format!("{error}; no pool was changed")),
        Some(error) => {
            let done: Vec<&str> = applied.pools.iter().map(|(pool, _)| pool.as_str()).collect();
            Err(format!("{error}; these pools were changed before: {}", done.join(", ")))
        }
    }
}

fn problems_text(problems: &[Problem]) -> String {
    let lines: String =
        problems.iter().map(|problem| format!("\n  {}", printable(&problem.to_string()))).collect();
    let count = match problems.len() {
        1 => "a problem".to_owned(),
        count => format!("{count} problems"),
    };
    format!("the declaration has {count}, and nothing was changed:{lines}")
}

fn plan_text(error: &PlanError) -> String {
    match error {
        PlanError::Problems(problems) => problems_text(problems),
        PlanError::Directory(error) => format!("{error}; nothing was changed"),
    }
}

fn closed(error: io::Error) -> String {
    format!("standard output is closed: {error}")
}

/// The plan as it is shown, kept because applying takes the plan itself.
struct Shown {
    lines: Vec<String>,
    changes: Vec<Json>,
    notes: Vec<String>,
}

impl Shown {
    fn of(plan: &Plan) -> Self {
        let mut shown = Self { lines: Vec::new(), changes: Vec::new(), notes: Vec::new() };
        for pool in &plan.pools {
            let id = &pool.pool.id;
            if !pool.changes.is_empty() {
                shown.lines.push(format!("{id} ({})", pool.pool.name));
            }
            shown.lines.extend(pool.changes.iter().map(|change| format!("  {}", change.line())));
            shown.changes.extend(pool.changes.iter().map(|change| change.json(id)));
            shown.notes.extend(pool.notes.iter().map(|note| format!("{id}: {note}")));
        }
        shown
    }

    fn print(&self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for line in &self.lines {
            writeln!(out, "{}", printable(line))?;
        }
        for note in &self.notes {
            writeln!(out, "note: {}", printable(note))?;
        }
        match self.changes.len() {
            0 => writeln!(out, "nothing to change")?,
            1 => writeln!(out, "1 change")?,
            count => writeln!(out, "{count} changes")?,
        }
        out.flush()
    }

    fn print_json(&self, applied: &Applied, is_applied: bool, hides_secrets: bool) -> io::Result<()> {
        let secrets: Vec<Json> = if hides_secrets {
            Vec::new()
        } else {
            let one = |secret: &DrawnSecret| {
                json!({
                    "pool": secret.pool.as_str(),
                    "client": secret.client.as_str(),
                    "secret": secret.value.expose_secret(),
                })
            };
            applied.secrets.iter().map(one).collect()
        };
        let pools: Vec<&str> = applied.pools.iter().map(|(pool, _)| pool.as_str()).collect();
        let all = json!({
            "changes": self.changes,
            "notes": self.notes,
            "applied": is_applied,
            "pools": pools,
            "secrets": secrets,
        });
        let mut out = io::stdout().lock();
        serde_json::to_writer_pretty(&mut out, &all)?;
        writeln!(out)?;
        out.flush()
    }
}

/// Lists what goes, and asks where somebody can answer.
fn agree_to_removals(arguments: &ApplyArguments, plan: &Plan) -> Result<(), String> {
    let removals: Vec<String> =
        plan.removals().map(|(pool, change)| printable(&format!("{pool}: {}", change.line()))).collect();
    if removals.is_empty() || arguments.yes {
        return Ok(());
    }
    let listed: String = removals.iter().map(|line| format!("\n  {line}")).collect();
    let reads_declaration = arguments.files.iter().any(|file| file == Path::new("-"));
    if reads_declaration || !io::stdin().is_terminal() {
        return Err(format!("this would delete:{listed}\nadd --yes to agree; nothing was changed"));
    }
    let mut terminal = io::stderr().lock();
    let _ = write!(terminal, "This deletes:{listed}\nType yes to go on: ");
    let _ = terminal.flush();
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(|error| error.to_string())?;
    if answer.trim() == "yes" { Ok(()) } else { Err("nothing was changed".to_owned()) }
}

/// Opens a file to add to, readable by its owner only.
fn open_private(path: &Path) -> Result<File, String> {
    let shown = path.display();
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        options.mode(0o600);
        if let Ok(facts) = fs::metadata(path) {
            if !facts.is_file() {
                return Err(format!("{shown} is no regular file; choose another with --secrets-file"));
            }
            if facts.permissions().mode() & 0o077 != 0 {
                return Err(format!("others can read {shown}; run chmod 600 {shown}"));
            }
        }
    }
    options.open(path).map_err(|error| format!("{shown} cannot be written: {error}; nothing was changed"))
}

fn write_secrets(file: &mut File, secrets: &[DrawnSecret]) -> io::Result<()> {
    let mut text = String::new();
    for DrawnSecret { pool, client, value } in secrets {
        // Ids and drawn secrets are letters, digits and few signs, none of which needs escaping.
        text.push_str(&format!(
            "[[client]]\npool = \"{pool}\"\nid = \"{client}\"\nsecret = \"{}\"\n\n",
            value.expose_secret()
        ));
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn lost(path: &Path, error: &io::Error) -> String {
    format!(
        "the pools were changed, but the secrets could not be written to {}: {error}; `vestibule export --with-secrets` \
         shows them",
        path.display()
    )
}

fn print_secrets(secrets: &[DrawnSecret]) -> io::Result<()> {
    if secrets.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    writeln!(out, "\nThese secrets were drawn and are shown this once:")?;
    for DrawnSecret { pool, client, value } in secrets {
        writeln!(out, "  {pool} {client}  {}", value.expose_secret())?;
    }
    out.flush()
}
