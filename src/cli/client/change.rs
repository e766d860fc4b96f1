//! `vestibule client create`, `set` and `delete`.

use std::path::PathBuf;

use clap::Args;
use secrecy::ExposeSecret;
use serde::Serialize;

use super::{ClientChoice, print};
use crate::cli::assignments::{self, Assignment};
use crate::cli::choose::{InPool, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, printed};
use crate::cli::pool::{differences, print_differences};
use crate::cli::secrets::{YesArgument, private_file};
use crate::directory::clients::{self, NewClient};
use crate::model::client::{AppClient, ClientSettings};
use crate::model::difference::Difference;
use crate::model::ids::ClientId;
use crate::store::resource_servers;

/// Arguments of `vestibule client create`.
#[derive(Args, Clone)]
pub(super) struct CreateArguments {
    /// The name that pages show.
    #[arg(long)]
    name: String,
    /// The client id, 1 to 128 letters, digits, underscores or plus signs; drawn when absent.
    #[arg(long, value_name = "ID", value_parser = client_id)]
    id: Option<ClientId>,
    /// A client that keeps a secret (a server, not an app on somebody's device).
    #[arg(long)]
    confidential: bool,
    /// An address that answers go to, compared as it is written. May be given several times.
    #[arg(long = "callback-url", value_name = "URL")]
    callback_urls: Vec<String>,
    /// An address that sign-out may go to. May be given several times.
    #[arg(long = "logout-url", value_name = "URL")]
    logout_urls: Vec<String>,
    /// A setting, as `client set` takes it. May be given several times.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    settings: Vec<Assignment>,
    /// Write the secret to this new file, readable by its owner only, instead of printing it.
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
    #[command(flatten)]
    place: InPool,
}

fn client_id(text: &str) -> Result<ClientId, String> {
    ClientId::parse(text).map_err(|e| e.to_string())
}

pub(super) fn create(arguments: CreateArguments) -> Result<(), String> {
    arguments.place.clone().run(|env, pool, output| async move {
        let mut name = arguments.name;
        let mut settings = ClientSettings {
            confidential: arguments.confidential,
            callback_urls: arguments.callback_urls,
            logout_urls: arguments.logout_urls,
            ..ClientSettings::default()
        };
        assignments::apply(&mut name, &mut settings, &arguments.settings)?;
        if arguments.secret_file.is_some() && !settings.confidential {
            return Err("a public client has no secret for --secret-file; add --confidential".into());
        }
        let file = arguments.secret_file.as_deref().map(private_file).transpose()?;
        let new = NewClient { id: arguments.id, name, settings, secret: None };
        let client = clients::create(&env, &pool, new).await.map_err(sentence)?;
        let secret = clients::secrets(&env, &pool, &client).await.map_err(sentence)?.pop();
        let value = secret.as_ref().map(|secret| secret.value.expose_secret());
        match (file, value) {
            (Some(file), Some(value)) => {
                file.write(value)?;
                print(&env, &pool, &client, output, None).await
            }
            (_, value) => print(&env, &pool, &client, output, value).await,
        }
    })
}

/// Arguments of `vestibule client set`.
#[derive(Args, Clone)]
pub(super) struct SetArguments {
    #[command(flatten)]
    client: ClientChoice,
    /// The settings to change.
    #[arg(value_name = "KEY=VALUE", required = true)]
    settings: Vec<Assignment>,
    /// Print what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the secret of a client that becomes confidential to this new file instead of printing it.
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Changed<'a> {
    changed: &'a [Difference],
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

pub(super) fn set(arguments: SetArguments) -> Result<(), String> {
    let SetArguments { client, settings: assigned, dry_run, secret_file, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, before) = client.find(&env).await?;
        let mut preview = before.clone();
        assignments::apply(&mut preview.name, &mut preview.settings, &assigned)?;
        let (after, secret) = if dry_run {
            let pool_id = pool.id.clone();
            let servers = env.db.read(move |c| resource_servers::list(c, &pool_id)).await;
            let servers = servers.map_err(|e| e.to_string())?;
            clients::check_with(&env, &pool.settings, &servers, (&preview.name, &preview.settings))
                .map_err(sentence)?;
            (preview, None)
        } else {
            let file = secret_file.as_deref().map(private_file).transpose()?;
            let work = move |client: &mut AppClient| {
                assignments::apply(&mut client.name, &mut client.settings, &assigned)
            };
            let (after, secret) = clients::change(&env, &pool, &before.id, work).await.map_err(sentence)?;
            match (file, secret) {
                (Some(file), Some(secret)) => {
                    file.write(secret.value.expose_secret())?;
                    (after, None)
                }
                (_, secret) => (after, secret),
            }
        };
        let changed = differences((&before.name, &before.settings), (&after.name, &after.settings))?;
        let value = secret.as_ref().map(|secret| secret.value.expose_secret());
        if output.json {
            return printed(output.done(&Changed { changed: &changed, secret: value }, ""));
        }
        print_differences(&changed, output, dry_run)?;
        match value {
            Some(value) => printed(output.one(&(), &[("secret", value.to_owned())])),
            None => Ok(()),
        }
    })
}

/// Arguments of `vestibule client delete`.
#[derive(Args, Clone)]
pub(super) struct DeleteArguments {
    #[command(flatten)]
    client: ClientChoice,
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
    pool: String,
    deleted: bool,
}

pub(super) fn delete(arguments: DeleteArguments) -> Result<(), String> {
    let DeleteArguments { client, yes, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, client) = client.find(&env).await?;
        yes.confirm(&format!("Delete the client {} ({}) and end its tokens?", client.id, client.name))?;
        clients::delete(&env, &pool, &client.id).await.map_err(sentence)?;
        let told = format!("{} ({}): deleted; its refresh tokens have ended", client.id, client.name);
        let deleted = Deleted { id: client.id.to_string(), pool: pool.id.to_string(), deleted: true };
        printed(output.done(&deleted, &told))
    })
}
