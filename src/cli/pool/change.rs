//! `vestibule pool create` and `set`.

use clap::Args;

use super::print;
use crate::cli::assignments::{self, Assignment};
use crate::cli::choose::{pool, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, note, printed};
use crate::directory::pools;
use crate::model::difference::{self, Difference};
use crate::model::ids::PoolId;
use crate::model::pool::PoolSettings;

/// Arguments of `vestibule pool create`.
#[derive(Args, Clone)]
pub(super) struct CreateArguments {
    /// The name that pages show.
    #[arg(long)]
    name: String,
    /// The id, `{region}_{9 letters or digits}`; drawn when absent.
    #[arg(long, value_name = "ID", value_parser = pool_id)]
    id: Option<PoolId>,
    /// A setting, as `pool set` takes it. May be given several times.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    settings: Vec<Assignment>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

fn pool_id(text: &str) -> Result<PoolId, String> {
    PoolId::parse(text).map_err(|e| e.to_string())
}

pub(super) fn create(arguments: CreateArguments) -> Result<(), String> {
    let CreateArguments { mut name, id, settings: assigned, output, config } = arguments;
    let mut settings = PoolSettings::default();
    assignments::apply(&mut name, &mut settings, &assigned)?;
    with_env(&config, |env| async move {
        let pool = pools::create(&env, id, &name, settings).await.map_err(sentence)?;
        print(&env, &pool, output)
    })
}

/// Arguments of `vestibule pool set`.
#[derive(Args, Clone)]
pub(super) struct SetArguments {
    /// The pool, by id or name.
    #[arg(value_name = "POOL")]
    pool: String,
    /// The settings to change.
    #[arg(value_name = "KEY=VALUE", required = true)]
    settings: Vec<Assignment>,
    /// Print what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn set(arguments: SetArguments) -> Result<(), String> {
    let SetArguments { pool: name, settings: assigned, dry_run, output, config } = arguments;
    with_env(&config, |env| async move {
        let before = pool(&env, &name).await?;
        let after = if dry_run {
            let mut after = before.clone();
            assignments::apply(&mut after.name, &mut after.settings, &assigned)?;
            pools::check(&after.name, &after.settings)?;
            pools::check_texts(&after.settings.texts, &before.settings.texts)?;
            after
        } else {
            let work = move |pool: &mut crate::model::pool::UserPool| {
                assignments::apply(&mut pool.name, &mut pool.settings, &assigned)
            };
            pools::change(&env, &before.id, work).await.map_err(sentence)?
        };
        let changed = differences((&before.name, &before.settings), (&after.name, &after.settings))?;
        print_differences(&changed, output, dry_run)
    })
}

/// What differs between two things with a name and settings.
pub(in crate::cli) fn differences<S: serde::Serialize>(
    before: (&String, &S),
    after: (&String, &S),
) -> Result<Vec<Difference>, String> {
    let mut found = Vec::new();
    if before.0 != after.0 {
        found.push(Difference {
            path: "name".into(),
            before: Some(before.0.as_str().into()),
            after: Some(after.0.as_str().into()),
        });
    }
    found.extend(difference::between(before.1, after.1).map_err(|e| e.to_string())?);
    Ok(found)
}

/// Prints what changed, or would change.
pub(in crate::cli) fn print_differences(
    changed: &[Difference],
    output: OutputArguments,
    dry_run: bool,
) -> Result<(), String> {
    if changed.is_empty() && !output.json {
        return printed(output.done(&(), "nothing changes"));
    }
    printed(output.many(changed, &["setting", "before", "after"], &assignments::rows(changed)))?;
    if dry_run {
        note("nothing was changed (--dry-run)");
    }
    Ok(())
}
