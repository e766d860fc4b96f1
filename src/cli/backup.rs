//! `vestibule backup` and `vestibule restore`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use secrecy::SecretString;
use serde::Serialize;
use serde_json::Map;

use super::operator::{self, ConfigArguments};
use super::output::{OutputArguments, printed, time};
use crate::backup::{self, Header, KeySource, Manifest, Protection, Unlock};
use crate::crypto::random::{Random, SystemRandom};
use crate::model::clock::{Clock, SystemClock};
use crate::model::event::{Actor, AuditEvent};
use crate::server;
use crate::store::{self, Db, StoreError};

/// Arguments of `vestibule backup`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct BackupArguments {
    #[command(subcommand)]
    command: Option<BackupCommand>,
    /// The file to write; it must not exist.
    #[arg(required = true)]
    file: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigArguments,
    #[command(flatten)]
    passphrase: PassphraseArguments,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Subcommand)]
enum BackupCommand {
    /// Read a backup from end to end and check everything in it; no database is touched.
    Verify {
        /// The backup.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigArguments,
        #[command(flatten)]
        passphrase: PassphraseArguments,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Show what a backup says about itself, which proves nothing yet; no key is needed.
    Show {
        /// The backup.
        file: PathBuf,
        #[command(flatten)]
        output: OutputArguments,
    },
}

/// Arguments of `vestibule restore`.
#[derive(Args)]
pub struct RestoreArguments {
    /// The backup.
    file: PathBuf,
    #[command(flatten)]
    config: ConfigArguments,
    #[command(flatten)]
    passphrase: PassphraseArguments,
    /// Check the backup, the keys and the database, and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Args)]
struct PassphraseArguments {
    /// Seal (or open) the file with the passphrase in this file instead of a key that follows from the master key.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// What is told of a backup.
#[derive(Serialize)]
struct Shown<'a> {
    file: String,
    #[serde(flatten)]
    header: &'a Header,
    #[serde(skip_serializing_if = "Option::is_none")]
    tables: Option<&'a Manifest>,
}

/// Runs `vestibule backup`.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: BackupArguments) -> Result<(), String> {
    match arguments.command {
        Some(BackupCommand::Show { file, output }) => {
            let header = backup::read_header(&file).map_err(|e| e.to_string())?;
            show(output, &file, &header, None)
        }
        Some(BackupCommand::Verify { file, config, passphrase, output }) => {
            let header = backup::read_header(&file).map_err(|e| e.to_string())?;
            let masters = match header.key {
                KeySource::MasterKey => Some(operator::settings_and_keys(&config)?.1),
                KeySource::Passphrase { .. } => None,
            };
            let unlock = Unlock { masters, passphrase: passphrase.read()? };
            let verified = backup::verify(&file, &unlock).map_err(|e| e.to_string())?;
            show(output, &file, &verified.header, Some(&verified.manifest))
        }
        None => {
            let file = arguments.file.unwrap_or_default();
            let protection = match arguments.passphrase.read()? {
                Some(passphrase) => Protection::Passphrase(passphrase),
                None => Protection::MasterKey,
            };
            let output = arguments.output;
            operator::with_env(&arguments.config, |env| async move {
                let taken = backup::take(&env, &file, protection).await.map_err(|e| e.to_string())?;
                show(output, &file, &taken.header, Some(&taken.manifest))
            })
        }
    }
}

/// Runs `vestibule restore`.
///
/// # Errors
/// A sentence that says what to do; the database is as it was then.
pub fn restore(arguments: RestoreArguments) -> Result<(), String> {
    actix_web::rt::System::new().block_on(async move {
        let RestoreArguments { file, config, passphrase, dry_run, output } = arguments;
        let (settings, masters) = operator::settings_and_keys(&config)?;
        let unlock = Unlock { masters: Some(masters), passphrase: passphrase.read()? };
        let database = server::database_settings(&settings);
        backup::check_header(&file, &unlock).map_err(|e| e.to_string())?;
        // Before a file is made for a database that does not exist yet.
        let rows = store::peek(&database, |c| {
            backup::first_with_rows(c).map_err(|error| StoreError::Settings(error.to_string()))
        });
        if let Some(Some(table)) = rows.await.map_err(|e| e.to_string())? {
            return Err(backup::BackupError::NotEmpty(table).to_string());
        }
        if dry_run {
            let verified = {
                let (file, unlock) = (file.clone(), unlock.clone());
                tokio::task::spawn_blocking(move || backup::verify(&file, &unlock)).await
            };
            let verified = verified.map_err(|e| e.to_string())?.map_err(|e| e.to_string())?;
            return show(output, &file, &verified.header, Some(&verified.manifest));
        }
        let db = Db::open(&database).await.map_err(|e| e.to_string())?;
        let restored = backup::restore(&db, &file, &unlock, event()).await.map_err(|e| e.to_string())?;
        show(output, &file, &restored.header, Some(&restored.manifest))
    })
}

impl PassphraseArguments {
    fn read(&self) -> Result<Option<SecretString>, String> {
        let Some(file) = &self.passphrase_file else { return Ok(None) };
        operator::refuse_open_file(file)?;
        let text = std::fs::read_to_string(file)
            .map_err(|e| format!("the passphrase's file {} cannot be read: {e}", file.display()))?;
        Ok(Some(SecretString::from(text.trim_end_matches(['\r', '\n']).to_owned())))
    }
}

/// The event of a restore, which is recorded before there is an environment.
fn event() -> AuditEvent {
    let random: &dyn Random = &SystemRandom;
    AuditEvent {
        id: random.uuid_v4(),
        at: SystemClock.now(),
        pool_id: None,
        actor: Actor::Operator(operator::operator_name()),
        action: "backup.restore",
        subject: None,
        succeeded: true,
        network: None,
        correlation_id: None,
        detail: Map::new(),
    }
}

fn show(
    output: OutputArguments,
    file: &Path,
    header: &Header,
    manifest: Option<&Manifest>,
) -> Result<(), String> {
    let key = match header.key {
        KeySource::MasterKey => "the master key",
        KeySource::Passphrase { .. } => "a passphrase",
    };
    let mut lines = vec![
        ("Backup", file.display().to_string()),
        ("Of", time(header.created_at)),
        ("Made by version", header.product.clone()),
        ("Taken from", header.engine.clone()),
        ("Last migration", header.migrations.last().cloned().unwrap_or_default()),
        ("Sealed with", key.to_owned()),
        ("Needs master key", header.master_key.clone()),
    ];
    if let Some(manifest) = manifest {
        let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
        lines.push(("Rows", format!("{rows} in {} tables", manifest.tables.len())));
    }
    let shown = Shown { file: file.display().to_string(), header, tables: manifest };
    printed(output.one(&shown, &lines))
}
