//! `vestibule pool`: pools and their settings.

mod change;
mod remove;

pub(super) use change::{differences, print_differences};

use clap::{Args, Subcommand};
use serde::Serialize;

use super::assignments;
use super::choose::{pool, sentence};
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, printed, time};
use crate::directory::{pool_deletion, pools};
use crate::env::Env;
use crate::model::pool::{PoolSettings, UserPool};

/// Arguments of `vestibule pool`.
#[derive(Args, Clone)]
pub struct PoolArguments {
    #[command(subcommand)]
    command: PoolCommand,
}

#[derive(Subcommand, Clone)]
enum PoolCommand {
    /// List the pools.
    ///
    /// JSON: an array of `id`, `name`, `issuer`, `created_at`, `updated_at`; with --deleted also `deleted_at` and
    /// `kept_until`.
    List(ListArguments),
    /// Show a pool and every setting, each with the name that `pool set` takes.
    ///
    /// JSON: `id`, `name`, `issuer`, `created_at`, `updated_at`, `settings` (object).
    Show(OnePool),
    /// Make a pool.
    ///
    /// JSON: as `pool show`.
    Create(change::CreateArguments),
    /// Change settings: `key=value` by their names in `pool show`, `key+=value` and `key-=value` for one entry of a list.
    ///
    /// A value is taken as JSON where that fits (`true`, `12`, `null`, `["a"]`), else as text; a whole list may be written
    /// with commas. `name=…` renames the pool. A running server
    /// obeys within five seconds.
    ///
    /// JSON: an array of what changed: `path`, `before`, `after`.
    Set(change::SetArguments),
    /// Delete a pool: it answers nobody any more, and for 30 days `pool restore` takes it back.
    ///
    /// A running server looks at its settings every five seconds.
    ///
    /// JSON: `id`, `deleted`, `purged`, `kept_until`.
    Delete(remove::DeleteArguments),
    /// Take a deleted pool back, with everything as it was.
    ///
    /// JSON: `id`, `restored`.
    Restore(remove::RestoreArguments),
}

/// Arguments of commands that need a pool and nothing else.
#[derive(Args, Clone)]
struct OnePool {
    /// The pool, by id or name.
    #[arg(value_name = "POOL")]
    pool: String,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Args, Clone)]
struct ListArguments {
    /// The deleted ones that can still be taken back.
    #[arg(long)]
    deleted: bool,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: PoolArguments) -> Result<(), String> {
    match arguments.command {
        PoolCommand::List(ListArguments { deleted, output, config }) => with_env(&config, |env| async move {
            if deleted { list_deleted(&env, output).await } else { list(&env, output).await }
        }),
        PoolCommand::Show(OnePool { pool: name, output, config }) => {
            with_env(&config, |env| async move { print(&env, &pool(&env, &name).await?, output) })
        }
        PoolCommand::Create(arguments) => change::create(arguments),
        PoolCommand::Set(arguments) => change::set(arguments),
        PoolCommand::Delete(arguments) => remove::delete(arguments),
        PoolCommand::Restore(arguments) => remove::restore(arguments),
    }
}

#[derive(Serialize)]
struct Entry {
    id: String,
    name: String,
    issuer: String,
    created_at: String,
    updated_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    deleted_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kept_until: Option<String>,
}

impl Entry {
    fn of(env: &Env, pool: &UserPool) -> Self {
        Self {
            id: pool.id.to_string(),
            name: pool.name.clone(),
            issuer: env.settings.issuer(&pool.id),
            created_at: time(pool.created_at),
            updated_at: time(pool.updated_at),
            deleted_at: None,
            kept_until: None,
        }
    }
}

#[derive(Serialize)]
struct View {
    #[serde(flatten)]
    entry: Entry,
    settings: PoolSettings,
}

async fn list(env: &Env, output: OutputArguments) -> Result<(), String> {
    let all = pools::list(env).await.map_err(sentence)?;
    let entries: Vec<Entry> = all.iter().map(|pool| Entry::of(env, pool)).collect();
    let row = |entry: &Entry| {
        vec![entry.id.clone(), entry.name.clone(), entry.created_at.clone(), entry.issuer.clone()]
    };
    let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
    printed(output.many(&entries, &["id", "name", "created", "issuer"], &rows))
}

async fn list_deleted(env: &Env, output: OutputArguments) -> Result<(), String> {
    let all = pool_deletion::list(env).await.map_err(sentence)?;
    let entries: Vec<Entry> = all
        .iter()
        .map(|deleted| Entry {
            deleted_at: (deleted.deleted_at > 0).then(|| time(deleted.deleted_at)),
            kept_until: pool_deletion::kept_until(deleted).map(time),
            ..Entry::of(env, &deleted.pool)
        })
        .collect();
    let row = |entry: &Entry| {
        let kept = entry.kept_until.clone().unwrap_or_else(|| "is being purged".into());
        vec![entry.id.clone(), entry.name.clone(), entry.deleted_at.clone().unwrap_or_default(), kept]
    };
    let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
    printed(output.many(&entries, &["id", "name", "deleted", "kept until"], &rows))
}

/// Prints a pool with all its settings.
fn print(env: &Env, pool: &UserPool, output: OutputArguments) -> Result<(), String> {
    let view = View { entry: Entry::of(env, pool), settings: pool.settings.clone() };
    let settings = assignments::lines(&view.settings);
    let mut lines: Vec<(&str, String)> = vec![
        ("id", view.entry.id.clone()),
        ("name", view.entry.name.clone()),
        ("issuer", view.entry.issuer.clone()),
        ("created", view.entry.created_at.clone()),
        ("updated", view.entry.updated_at.clone()),
    ];
    lines.extend(settings.iter().map(|(path, value)| (path.as_str(), value.clone())));
    printed(output.one(&view, &lines))
}
