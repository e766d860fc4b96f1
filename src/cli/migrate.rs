//! `vestibule migrate`: brings the database's tables to the version of this program.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::operator::{self, FileArguments};
use super::output::{self, OutputArguments};
use crate::config::MasterKeySource;
use crate::server;
use crate::store::{self, Db};

/// Arguments of `vestibule migrate`.
#[derive(Args, Clone, Debug)]
pub struct MigrateArguments {
    #[command(flatten)]
    file: FileArguments,
    /// Only name the steps; change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    output: OutputArguments,
}

/// One step, for scripts.
#[derive(Serialize)]
struct Step {
    name: String,
    attention: Option<&'static str>,
}

/// Applies what is pending, or names it.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: &MigrateArguments) -> Result<(), String> {
    actix_web::rt::System::new().block_on(migrate(arguments))
}

async fn migrate(arguments: &MigrateArguments) -> Result<(), String> {
    let loaded = arguments.file.load()?;
    // No step needs the key, so that whoever migrates need not have it; one that does not fit is the wrong database.
    let masters = match &loaded.master_key {
        MasterKeySource::Missing => None,
        _ => Some(operator::master_keys(&loaded)?),
    };
    let found = operator::examine(&loaded.settings, masters.as_ref()).await?;
    let mut names = found.pending;
    if !arguments.dry_run {
        let db = Db::open(&server::database_settings(&loaded.settings)).await.map_err(|e| e.to_string())?;
        names = db.migrate().await.map_err(|e| e.to_string())?;
    }
    report(arguments, names).map_err(|e| e.to_string())
}

fn report(arguments: &MigrateArguments, names: Vec<String>) -> std::io::Result<()> {
    if !arguments.output.json {
        let mut out = std::io::stdout().lock();
        match (names.is_empty(), arguments.dry_run) {
            (true, _) => return writeln!(out, "The database is up to date."),
            (false, true) => writeln!(out, "These steps are pending; nothing was changed:\n")?,
            (false, false) => writeln!(out, "These steps were applied:\n")?,
        }
    }
    let steps: Vec<Step> =
        names.into_iter().map(|name| Step { attention: store::attention(&name), name }).collect();
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|step| {
            let attention = step.attention.unwrap_or("safe beside a running server of the previous version");
            vec![step.name.clone(), attention.to_owned()]
        })
        .collect();
    if arguments.output.json {
        return arguments.output.many(&steps, &[], &[]);
    }
    output::table(&mut std::io::stdout().lock(), &["STEP", "ATTENTION"], &rows)
}
