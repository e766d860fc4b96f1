//! `vestibule client`: app clients and their secrets. A secret is shown once: when it is made.

mod change;
mod secret;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::assignments;
use super::choose::{InPool, PoolChoice, sentence};
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, printed, time};
use crate::directory::clients;
use crate::env::Env;
use crate::model::client::{AppClient, ClientSecret, ClientSettings};
use crate::model::ids::ClientId;
use crate::model::pool::UserPool;

/// Arguments of `vestibule client`.
#[derive(Args, Clone)]
pub struct ClientArguments {
    #[command(subcommand)]
    command: ClientCommand,
}

#[derive(Subcommand, Clone)]
enum ClientCommand {
    /// List the clients of a pool.
    ///
    /// JSON: an array of `id`, `pool`, `name`, `confidential`, `created_at`, `updated_at`.
    List(InPool),
    /// Show a client, every setting with the name that `client set` takes, and its secrets without their values.
    ///
    /// JSON: `id`, `pool`, `name`, `confidential`, `created_at`, `updated_at`, `settings` (object), `secrets` (array of `id`,
    /// `created_at`, `retires_at`).
    Show(OneClient),
    /// Make a client. The secret of a confidential one is shown once.
    ///
    /// JSON: as `client show`; `secret` when it is printed.
    Create(change::CreateArguments),
    /// Change settings: `key=value` by their names in `client show`, `key+=value` and `key-=value` for one entry of a list.
    ///
    /// Values are read as by `pool set`. `name=…` renames the client. One that becomes confidential gets a secret, which is
    /// shown once; one that becomes public loses its secrets.
    ///
    /// JSON: `changed` (array of `path`, `before`, `after`); `secret` when one was made and is printed.
    Set(change::SetArguments),
    /// Make a new secret and show it once. The old one goes on until it is removed or its time is over; two are active at
    /// most.
    ///
    /// JSON: `client`, `id`, `created_at`; `secret` when it is printed.
    RotateSecret(secret::RotateArguments),
    /// End one secret at once, by its id in `client show`.
    ///
    /// JSON: `client`, `id`, `removed`.
    RemoveSecret(secret::RemoveArguments),
    /// Delete a client; its refresh tokens, codes and open sign-ins end with it.
    ///
    /// JSON: `id`, `pool`, `deleted`.
    Delete(change::DeleteArguments),
}

/// A client of a pool.
#[derive(Args, Clone)]
struct ClientChoice {
    /// The client id, or the name of a client where only one has it.
    #[arg(value_name = "CLIENT")]
    client: String,
    #[command(flatten)]
    pool: PoolChoice,
}

impl ClientChoice {
    async fn find(&self, env: &Env) -> Result<(UserPool, AppClient), String> {
        let pool = self.pool.find(env).await?;
        if let Ok(id) = ClientId::parse(&self.client)
            && let Some(client) = clients::find(env, &pool, &id).await.map_err(sentence)?
        {
            return Ok((pool, client));
        }
        let all = clients::list(env, &pool).await.map_err(sentence)?;
        let named: Vec<AppClient> = all.into_iter().filter(|client| client.name == self.client).collect();
        match named.as_slice() {
            [] => Err(format!("the pool {} has no client {}", pool.id, self.client)),
            [only] => Ok((pool, only.clone())),
            several => {
                let ids: Vec<&str> = several.iter().map(|client| client.id.as_str()).collect();
                Err(format!(
                    "several clients have the name {}; say which by id: {}",
                    self.client,
                    ids.join(", ")
                ))
            }
        }
    }
}

#[derive(Args, Clone)]
struct OneClient {
    #[command(flatten)]
    client: ClientChoice,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: ClientArguments) -> Result<(), String> {
    match arguments.command {
        ClientCommand::List(place) => place.run(|env, pool, output| async move {
            let all = clients::list(&env, &pool).await.map_err(sentence)?;
            let entries: Vec<Entry> = all.iter().map(Entry::of).collect();
            let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
            printed(output.many(&entries, &["id", "name", "confidential", "created"], &rows))
        }),
        ClientCommand::Show(OneClient { client, output, config }) => with_env(&config, |env| async move {
            let (pool, client) = client.find(&env).await?;
            print(&env, &pool, &client, output, None).await
        }),
        ClientCommand::Create(arguments) => change::create(arguments),
        ClientCommand::Set(arguments) => change::set(arguments),
        ClientCommand::RotateSecret(arguments) => secret::rotate(arguments),
        ClientCommand::RemoveSecret(arguments) => secret::remove(arguments),
        ClientCommand::Delete(arguments) => change::delete(arguments),
    }
}

#[derive(Serialize)]
struct Entry {
    id: String,
    pool: String,
    name: String,
    confidential: bool,
    created_at: String,
    updated_at: String,
}

impl Entry {
    fn of(client: &AppClient) -> Self {
        Self {
            id: client.id.to_string(),
            pool: client.pool_id.to_string(),
            name: client.name.clone(),
            confidential: client.settings.confidential,
            created_at: time(client.created_at),
            updated_at: time(client.updated_at),
        }
    }

    fn row(&self) -> Vec<String> {
        let Self { id, name, confidential, created_at, .. } = self;
        vec![id.clone(), name.clone(), confidential.to_string(), created_at.clone()]
    }
}

#[derive(Serialize)]
struct View {
    #[serde(flatten)]
    entry: Entry,
    settings: ClientSettings,
    secrets: Vec<SecretEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

/// A secret without its value.
#[derive(Serialize)]
struct SecretEntry {
    id: String,
    created_at: String,
    retires_at: Option<String>,
}

impl SecretEntry {
    fn of(secret: &ClientSecret) -> Self {
        Self {
            id: secret.id.clone(),
            created_at: time(secret.created_at),
            retires_at: secret.retires_at.map(time),
        }
    }
}

/// Prints a client; with `secret` the one moment in which that is shown.
async fn print(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    output: OutputArguments,
    secret: Option<&str>,
) -> Result<(), String> {
    let secrets = clients::secrets(env, pool, client).await.map_err(sentence)?;
    let view = View {
        entry: Entry::of(client),
        settings: client.settings.clone(),
        secrets: secrets.iter().map(SecretEntry::of).collect(),
        secret: secret.map(str::to_owned),
    };
    let settings = assignments::lines(&view.settings);
    let mut lines: Vec<(&str, String)> = vec![
        ("id", view.entry.id.clone()),
        ("pool", view.entry.pool.clone()),
        ("name", view.entry.name.clone()),
        ("created", view.entry.created_at.clone()),
        ("updated", view.entry.updated_at.clone()),
    ];
    lines.extend(settings.iter().map(|(path, value)| (path.as_str(), value.clone())));
    for entry in &view.secrets {
        let end = entry.retires_at.as_ref().map(|end| format!(", until {end}")).unwrap_or_default();
        lines.push(("secret id", format!("{} of {}{end}", entry.id, entry.created_at)));
    }
    lines.extend(view.secret.clone().map(|secret| ("secret", secret)));
    printed(output.one(&view, &lines))
}
