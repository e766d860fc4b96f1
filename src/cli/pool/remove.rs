//! `vestibule pool delete` and `restore`.

use clap::Args;
use serde::Serialize;

use crate::cli::choose::{pool, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, printed, time};
use crate::cli::secrets::YesArgument;
use crate::directory::{DirectoryError, pool_deletion};
use crate::env::Env;
use crate::store::pools::DeletedPool;

/// Arguments of `vestibule pool delete`.
#[derive(Args, Clone)]
pub(super) struct DeleteArguments {
    /// The pool, by id or name.
    #[arg(value_name = "POOL")]
    pool: String,
    /// Delete everything of it now, also of one that was deleted before. It cannot be taken back.
    #[arg(long)]
    purge_now: bool,
    #[command(flatten)]
    yes: YesArgument,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Deleted {
    id: String,
    deleted: bool,
    purged: bool,
    kept_until: Option<String>,
}

pub(super) fn delete(arguments: DeleteArguments) -> Result<(), String> {
    let config = arguments.config.clone();
    with_env(&config, |env| async move { delete_with(&env, arguments).await })
}

async fn delete_with(env: &Env, arguments: DeleteArguments) -> Result<(), String> {
    let DeleteArguments { pool: name, purge_now, yes, output, .. } = arguments;
    let alive = pool(env, &name).await;
    let (id, called) = match &alive {
        Ok(pool) => (pool.id.clone(), pool.name.clone()),
        Err(refusal) => {
            let deleted = find_deleted(env, &name).await?.ok_or(refusal.clone())?;
            if !purge_now {
                return Err(format!(
                    "the pool {} is deleted already; `vestibule pool restore` takes it back, --purge-now ends it",
                    deleted.pool.id
                ));
            }
            (deleted.pool.id, deleted.pool.name)
        }
    };
    let question = match purge_now {
        true => format!("Delete the pool {id} ({called}) and everybody in it for good?"),
        false => format!(
            "Delete the pool {id} ({called})? Nobody will be able to sign in; for 30 days `vestibule pool restore` takes it back."
        ),
    };
    yes.confirm_or(
        &question,
        match purge_now {
            true => "this cannot be undone; add --yes to do it",
            false => "nobody could sign in until it is taken back; add --yes to do it",
        },
    )?;
    let until = match alive.is_ok() {
        true => pool_deletion::delete(env, &id).await.map_err(sentence)?,
        // Only what is to be purged comes this far twice.
        false => env.now(),
    };
    if purge_now {
        pool_deletion::purge(env, &id).await.map_err(sentence)?;
        let done = Deleted { id: id.to_string(), deleted: true, purged: true, kept_until: None };
        return printed(output.done(&done, &format!("{id} ({called}): deleted for good")));
    }
    let until = time(until);
    let told = format!("{id} ({called}): deleted; `vestibule pool restore {id}` takes it back until {until}");
    let done = Deleted { id: id.to_string(), deleted: true, purged: false, kept_until: Some(until) };
    printed(output.done(&done, &told))
}

/// Arguments of `vestibule pool restore`.
#[derive(Args, Clone)]
pub(super) struct RestoreArguments {
    /// The deleted pool, by id or name; see `vestibule pool list --deleted`.
    #[arg(value_name = "POOL")]
    pool: String,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Restored {
    id: String,
    restored: bool,
}

pub(super) fn restore(arguments: RestoreArguments) -> Result<(), String> {
    let RestoreArguments { pool: name, output, config } = arguments;
    with_env(&config, |env| async move {
        let found = find_deleted(&env, &name).await?;
        let deleted =
            found.ok_or(format!("there is no deleted pool {name}; see `vestibule pool list --deleted`"))?;
        let id = deleted.pool.id;
        pool_deletion::restore(&env, &id).await.map_err(|error| match error {
            DirectoryError::NotFound(_) => {
                format!("the pool {id} was deleted more than 30 days ago, or is being purged, and cannot be taken back")
            }
            error => sentence(error),
        })?;
        let told = format!("{id} ({}): taken back", deleted.pool.name);
        printed(output.done(&Restored { id: id.to_string(), restored: true }, &told))
    })
}

/// A deleted pool by id, or by a name that only one has.
async fn find_deleted(env: &Env, text: &str) -> Result<Option<DeletedPool>, String> {
    let all = pool_deletion::list(env).await.map_err(sentence)?;
    if let Some(deleted) = all.iter().find(|deleted| deleted.pool.id.as_str() == text) {
        return Ok(Some(deleted.clone()));
    }
    let mut named = all.into_iter().filter(|deleted| deleted.pool.name == text);
    match (named.next(), named.next()) {
        (found, None) => Ok(found),
        (Some(one), Some(other)) => Err(format!(
            "several deleted pools have the name {text}; say which by id: {}, {}",
            one.pool.id, other.pool.id
        )),
        (None, Some(_)) => Ok(None),
    }
}
