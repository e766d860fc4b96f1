//! `vestibule provider`: the identity providers of a pool, what must be typed in at the other side, and whether it works.
//!
//! Owns arguments and what is printed. Rules and audit rows are the directory's, protocols the federation's. A secret is
//! read from a file, a variable or standard input, and never printed.

mod change;
mod check;
mod other_side;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::choose::{InPool, PoolChoice, sentence};
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, note, printed, time};
use crate::directory::providers;
use crate::env::Env;
use crate::federation::saml::keys;
use crate::model::pool::UserPool;
use crate::model::provider::IdentityProvider;

use change::Settings;
use other_side::OtherSide;

/// Arguments of `vestibule provider`.
#[derive(Args, Clone)]
pub struct ProviderArguments {
    #[command(subcommand)]
    command: ProviderCommand,
}

#[derive(Subcommand, Clone)]
enum ProviderCommand {
    /// List the identity providers of a pool.
    ///
    /// JSON: an array of `pool`, `name`, `kind`, `linking`, `idp_identifiers` (list), `people` (number), `created_at`,
    /// `updated_at`.
    List(InPool),
    /// Show a provider, every setting with the name that `provider set` takes, and what must be typed in at the other side.
    ///
    /// JSON: `pool`, `name`, `kind`, `linking`, `idp_identifiers`, `people`, `created_at`, `updated_at`, `settings` (`details`,
    /// `attribute_mapping`, `idp_identifiers`), `secrets` (names), `other_side` (`redirect_uris`, or with SAML `entity_id`,
    /// `metadata_url`, `acs_urls`, `slo_urls`; lists begin with the address that the pool names), `warnings` (list).
    Show(OneProvider),
    /// Add a provider.
    ///
    /// Its settings are `KEY=VALUE`, where KEY is a detail under Cognito's name (`client_id`, `authorize_scopes`,
    /// `oidc_issuer` …, `linking`), `attribute_mapping.ATTRIBUTE` or `idp_identifiers`. The secret (`client_secret`, with Apple
    /// `private_key`) comes from a file, a variable or standard input.
    ///
    /// JSON: as `provider show`.
    Create(change::CreateArguments),
    /// Change settings: `key=value` by their names in `provider show`, `key+=value` and `key-=value` for one entry of a list.
    /// An empty value takes a detail or a mapping away.
    ///
    /// JSON: `changed` (array of `path`, `before`, `after`; of a secret neither), `warnings` (list).
    Set(change::SetArguments),
    /// Delete a provider with all its links: people who have no other way in keep their accounts and need one.
    ///
    /// JSON: `pool`, `name`, `deleted`, `people` (number).
    Delete(change::DeleteArguments),
    /// Read what the provider publishes now, and say whether signing in with it can work. Changes nothing.
    ///
    /// JSON: `pool`, `name`, `kind`, `warnings` (list) and what was found: `issuer`, `authorize_url`, `token_url`,
    /// `attributes_url`, `logout_url`, `keys` (number); with SAML `entity_id`, `sign_on` and `logout` (arrays of `binding`,
    /// `location`), `keys` (array of `sha256`, `subject`, `not_after`), `keys_refused`, `wants_signed_requests`, `valid_until`.
    Check(OneProvider),
    /// Make the next key towards a SAML provider. It is published at once, signs after a week, and the present one decrypts
    /// for a week more: give the provider the new metadata until then. Asked again, it says which change is under way.
    ///
    /// JSON: `pool`, `name`, `key`, `signs_from`, `present_retires_at`, `was_under_way`.
    RotateKey(OneProvider),
}

/// A provider of a pool.
#[derive(Args, Clone)]
struct ProviderChoice {
    /// The name.
    #[arg(value_name = "PROVIDER")]
    name: String,
    #[command(flatten)]
    pool: PoolChoice,
}

impl ProviderChoice {
    async fn find(&self, env: &Env) -> Result<(UserPool, IdentityProvider), String> {
        let pool = self.pool.find(env).await?;
        let found = providers::find(env, &pool, &self.name).await.map_err(sentence)?;
        let provider = found.ok_or_else(|| {
            format!(
                "the pool {} has no identity provider {}; see `vestibule provider list`",
                pool.id, self.name
            )
        })?;
        Ok((pool, provider))
    }
}

#[derive(Args, Clone)]
struct OneProvider {
    #[command(flatten)]
    provider: ProviderChoice,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: ProviderArguments) -> Result<(), String> {
    match arguments.command {
        ProviderCommand::List(place) => place.run(|env, pool, output| async move {
            let mut entries = Vec::new();
            for provider in providers::list(&env, &pool).await.map_err(sentence)? {
                entries.push(Entry::of(&env, &pool, &provider).await?);
            }
            let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
            printed(output.many(&entries, &["name", "kind", "linking", "people", "identifiers"], &rows))
        }),
        ProviderCommand::Show(OneProvider { provider, output, config }) => {
            with_env(&config, |env| async move {
                let (pool, provider) = provider.find(&env).await?;
                print(&env, &pool, &provider, output).await
            })
        }
        ProviderCommand::Create(arguments) => change::create(arguments),
        ProviderCommand::Set(arguments) => change::set(arguments),
        ProviderCommand::Delete(arguments) => change::delete(arguments),
        ProviderCommand::Check(OneProvider { provider, output, config }) => {
            with_env(&config, |env| async move {
                let (pool, provider) = provider.find(&env).await?;
                check::run(&env, &pool, &provider, output).await
            })
        }
        ProviderCommand::RotateKey(OneProvider { provider, output, config }) => {
            with_env(&config, |env| async move {
                let (pool, provider) = provider.find(&env).await?;
                rotate_key(&env, &pool, &provider, output).await
            })
        }
    }
}

#[derive(Serialize)]
struct NextKey {
    pool: String,
    name: String,
    key: String,
    signs_from: String,
    present_retires_at: String,
    was_under_way: bool,
}

async fn rotate_key(
    env: &Env,
    pool: &UserPool,
    provider: &IdentityProvider,
    output: OutputArguments,
) -> Result<(), String> {
    let rollover = keys::rotate(env, &pool.id, &provider.name).await.map_err(|error| error.to_string())?;
    let next = NextKey {
        pool: pool.id.to_string(),
        name: provider.name.clone(),
        key: rollover.key,
        signs_from: time(rollover.signs_from),
        present_retires_at: time(rollover.present_retires_at),
        was_under_way: rollover.was_under_way,
    };
    let lines = [
        ("next key", next.key.clone()),
        ("signs from", next.signs_from.clone()),
        ("present key ends", next.present_retires_at.clone()),
    ];
    printed(output.one(&next, &lines))?;
    if next.was_under_way {
        note("This change was under way already.");
    }
    Ok(())
}

#[derive(Serialize)]
struct Entry {
    pool: String,
    name: String,
    kind: &'static str,
    linking: String,
    idp_identifiers: Vec<String>,
    people: i64,
    created_at: String,
    updated_at: String,
}

impl Entry {
    async fn of(env: &Env, pool: &UserPool, provider: &IdentityProvider) -> Result<Self, String> {
        Ok(Self {
            pool: provider.pool_id.to_string(),
            name: provider.name.clone(),
            kind: provider.kind.as_str(),
            linking: provider.details.get("linking").cloned().unwrap_or_else(|| "separate".into()),
            idp_identifiers: provider.identifiers.clone(),
            people: providers::count_people(env, pool, &provider.name).await.map_err(sentence)?,
            created_at: time(provider.created_at),
            updated_at: time(provider.updated_at),
        })
    }

    fn row(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            self.kind.to_owned(),
            self.linking.clone(),
            self.people.to_string(),
            self.idp_identifiers.join(","),
        ]
    }
}

#[derive(Serialize)]
struct View {
    #[serde(flatten)]
    entry: Entry,
    settings: Settings,
    secrets: Vec<String>,
    other_side: OtherSide,
    warnings: Vec<String>,
}

/// Prints a provider. Warnings of the table go to standard error, so that the table stays one.
async fn print(
    env: &Env,
    pool: &UserPool,
    provider: &IdentityProvider,
    output: OutputArguments,
) -> Result<(), String> {
    let view = View {
        entry: Entry::of(env, pool, provider).await?,
        settings: Settings::of(provider),
        secrets: provider.secrets.keys().cloned().collect(),
        other_side: OtherSide::of(env, pool, provider).await?,
        warnings: providers::warnings(&pool.settings, provider),
    };
    let Entry { pool, name, kind, people, created_at, updated_at, .. } = &view.entry;
    let mut lines: Vec<(&str, String)> = vec![
        ("pool", pool.clone()),
        ("name", name.clone()),
        ("kind", (*kind).to_owned()),
        ("people", people.to_string()),
        ("created", created_at.clone()),
        ("updated", updated_at.clone()),
    ];
    let settings = view.settings.lines();
    lines.extend(settings.iter().map(|(path, value)| (path.as_str(), value.clone())));
    lines.extend(view.secrets.iter().map(|secret| ("secret", format!("{secret} is set"))));
    lines.extend(view.other_side.lines());
    printed(output.one(&view, &lines))?;
    if !output.json {
        warn(&view.warnings);
    }
    Ok(())
}

fn warn(warnings: &[String]) {
    for warning in warnings {
        note(&format!("warning: {warning}"));
    }
}
