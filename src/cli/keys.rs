//! `vestibule keys …`: the master key, and the keys that sign tokens.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Serialize;
use zeroize::Zeroizing;

use super::choose;
use super::operator::{self, ConfigArguments};
use super::output::{OutputArguments, parse_duration, printed, time};
use crate::crypto::master_key::MasterKey;
use crate::crypto::random::SystemRandom;
use crate::env::{Env, Rewrapped};
use crate::model::client::SigningAlgorithm;
use crate::security::master_key;
use crate::store::signing_keys::SigningKeyRecord;
use crate::tokens::keys;

/// Arguments of `vestibule keys`.
#[derive(Args)]
pub struct KeysArguments {
    #[command(subcommand)]
    command: KeysCommand,
}

#[derive(Subcommand)]
enum KeysCommand {
    /// Make a master key.
    Init {
        /// The file to write it to; it must not exist.
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
    /// Show the signing keys and the fingerprint of the master key; never a secret.
    Show {
        #[command(flatten)]
        config: ConfigArguments,
        /// Of this pool only, by id or name.
        #[arg(long, value_name = "POOL")]
        pool: Option<String>,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Give the signing keys of a pool successors, which sign when everybody has had time to learn them.
    Rotate {
        #[command(flatten)]
        config: ConfigArguments,
        /// The pool, by id or name.
        #[arg(long, value_name = "POOL")]
        pool: String,
        /// Only keys of this algorithm: RS256, ES256 or EdDSA; all that the pool has when absent.
        #[arg(long, value_name = "ALGORITHM", value_parser = parse_algorithm)]
        algorithm: Option<SigningAlgorithm>,
        /// Somebody else may hold the keys: sign with new ones at once and take the others out of the key set. Tokens that
        /// they signed are refused from then on; refresh tokens and sessions go on.
        #[arg(long)]
        now: bool,
        /// With --now: leave the old keys in the key set for a while (30m, 24h), so that tokens that are out still count.
        #[arg(long, value_name = "LENGTH", requires = "now", default_value = "0", value_parser = parse_duration)]
        unpublish_after: i64,
    },
    /// Change the master key: seal all data keys under another one.
    RotateMaster {
        #[command(flatten)]
        config: ConfigArguments,
        /// The file of the new master key; made by `vestibule keys init`.
        #[arg(long, value_name = "FILE")]
        new_file: PathBuf,
    },
}

/// What is told of a signing key.
#[derive(Serialize)]
struct KeyShown {
    pool_id: String,
    kid: String,
    algorithm: &'static str,
    state: &'static str,
    signs_from: i64,
    signs_until: Option<i64>,
    published_until: Option<i64>,
}

#[derive(Serialize)]
struct Shown {
    master_key: String,
    signing_keys: Vec<KeyShown>,
}

/// Runs `vestibule keys`.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: KeysArguments) -> Result<(), String> {
    match arguments.command {
        KeysCommand::Init { file } => init(&file),
        KeysCommand::Show { config, pool, output } => {
            operator::with_env(&config, |env| async move { show(&env, pool, output).await })
        }
        KeysCommand::Rotate { config, pool, algorithm, now, unpublish_after } => {
            operator::with_env(&config, |env| async move {
                rotate(&env, &pool, algorithm, now.then_some(unpublish_after)).await
            })
        }
        KeysCommand::RotateMaster { config, new_file } => {
            operator::refuse_open_file(&new_file)?;
            let new = operator::read_key_file(&new_file)?;
            let (settings, masters) = operator::settings_and_keys(&config)?;
            actix_web::rt::System::new().block_on(async {
                // With the new one as well, so that what was interrupted can be asked for again.
                let all = masters.clone().and(new.clone());
                let env = operator::open_with(&config, settings, &all).await?;
                let changed = master_key::change(&env, &masters, &new).await.map_err(|e| e.to_string())?;
                told(&change_sentence(changed, &new, &new_file))
            })
        }
    }
}

fn init(file: &Path) -> Result<(), String> {
    let shown = file.display();
    let key = MasterKey::generate(&SystemRandom);
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => format!("there is a file {shown} already; a key is never overwritten"),
        _ => format!("{shown} cannot be written: {error}"),
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(file).map_err(failed)?;
    let text = Zeroizing::new(format!("{}\n", key.to_hex().as_str()));
    let outcome = written.write_all(text.as_bytes()).and_then(|()| written.sync_all());
    let outcome = outcome.and_then(|()| File::open(folder_of(file))?.sync_all());
    if let Err(error) = outcome {
        // Half a key is none.
        let _ = std::fs::remove_file(file);
        return Err(failed(error));
    }
    told(&format!(
        "The master key with the fingerprint {} is in {shown}. Keep a copy in a safe place, apart from the database \
         and its backups: without it nobody can read them.",
        key.fingerprint()
    ))
}

async fn show(env: &Env, pool: Option<String>, output: OutputArguments) -> Result<(), String> {
    let pool = match pool {
        Some(text) => Some(choose::pool(env, &text).await?.id),
        None => None,
    };
    let now = env.now();
    let listed = keys::list(env, pool.as_ref()).await.map_err(|e| e.to_string())?;
    let signing_keys: Vec<KeyShown> = listed.iter().map(|key| KeyShown::new(key, now)).collect();
    let fingerprint = env.keys.master_fingerprint().to_owned();
    if output.json {
        return printed(output.one(&Shown { master_key: fingerprint, signing_keys }, &[]));
    }
    let rows: Vec<Vec<String>> = signing_keys
        .iter()
        .map(|key| {
            let end = |at: Option<i64>| at.map_or_else(|| "-".to_owned(), time);
            vec![
                key.pool_id.clone(),
                key.kid.clone(),
                key.algorithm.to_owned(),
                key.state.to_owned(),
                time(key.signs_from),
                end(key.signs_until),
                end(key.published_until),
            ]
        })
        .collect();
    let headers = ["pool", "kid", "algorithm", "state", "signs from", "signs until", "published until"];
    printed(
        output
            .one(&(), &[("Master key", fingerprint)])
            .and_then(|()| output.many(&signing_keys, &headers, &rows)),
    )
}

impl KeyShown {
    fn new(key: &SigningKeyRecord, now: i64) -> Self {
        let end = |at: i64| (at != i64::MAX).then_some(at);
        Self {
            pool_id: key.pool_id.to_string(),
            kid: key.kid.clone(),
            algorithm: key.algorithm.name(),
            state: match () {
                () if now >= key.signs_until => "verifies",
                () if now >= key.signs_from => "signs",
                () => "waits",
            },
            signs_from: key.signs_from,
            signs_until: end(key.signs_until),
            published_until: end(key.published_until),
        }
    }
}

async fn rotate(
    env: &Env,
    pool: &str,
    algorithm: Option<SigningAlgorithm>,
    unpublish_after_ms: Option<i64>,
) -> Result<(), String> {
    let pool = choose::pool(env, pool).await?;
    let listed = keys::list(env, Some(&pool.id)).await.map_err(|e| e.to_string())?;
    let mut algorithms: Vec<SigningAlgorithm> = Vec::new();
    for algorithm in
        listed.iter().map(|key| key.algorithm).filter(|known| algorithm.is_none_or(|a| a == *known))
    {
        if !algorithms.contains(&algorithm) {
            algorithms.push(algorithm);
        }
    }
    if algorithms.is_empty() {
        return Err(format!(
            "the pool {} has no such signing key yet; it is made when a client needs it",
            pool.id
        ));
    }
    for algorithm in algorithms {
        let (rotated, what) = match unpublish_after_ms {
            Some(after) => (
                keys::replace(env, &pool.id, algorithm, after).await,
                "was replaced; the new one signs, on other nodes within five seconds".to_owned(),
            ),
            None => (
                keys::rotate(env, &pool, algorithm).await,
                format!(
                    "has a successor, which signs in {} minutes",
                    pool.settings.signing_keys.overlap_minutes
                ),
            ),
        };
        rotated.map_err(|e| e.to_string())?;
        told(&format!("The {} key of {} {what}.", algorithm.name(), pool.id))?;
    }
    Ok(())
}

fn change_sentence(changed: Rewrapped, new: &MasterKey, file: &Path) -> String {
    let (fingerprint, file) = (new.fingerprint(), file.display());
    let done = match changed {
        Rewrapped::Done => "The database is under the master key",
        Rewrapped::Already => "The database was already under the master key",
    };
    format!(
        "{done} {fingerprint} now. Servers that run go on; before one starts, its settings must say master_key = {{ file = \
         \"{file}\" }}. Keep the old key as long as there are backups from before."
    )
}

fn parse_algorithm(text: &str) -> Result<SigningAlgorithm, String> {
    [SigningAlgorithm::Rs256, SigningAlgorithm::Es256, SigningAlgorithm::EdDsa]
        .into_iter()
        .find(|algorithm| algorithm.name().eq_ignore_ascii_case(text))
        .ok_or_else(|| "one of RS256, ES256, EdDSA".to_owned())
}

fn told(sentence: &str) -> Result<(), String> {
    printed(writeln!(std::io::stdout().lock(), "{sentence}"))
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
