//! `vestibule client rotate-secret` and `remove-secret`.

use std::path::PathBuf;

use clap::Args;
use secrecy::ExposeSecret;
use serde::Serialize;

use super::ClientChoice;
use crate::cli::choose::sentence;
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, parse_duration, printed, time};
use crate::cli::secrets::private_file;
use crate::directory::{DirectoryError, clients};

/// Arguments of `vestibule client rotate-secret`.
#[derive(Args, Clone)]
pub(super) struct RotateArguments {
    #[command(flatten)]
    client: ClientChoice,
    /// End the present secrets after this time: 30m, 24h, 7d, or 0 for at once.
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    retire_after: Option<i64>,
    /// Write the secret to this new file, readable by its owner only, instead of printing it.
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Rotated<'a> {
    client: &'a str,
    id: &'a str,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

pub(super) fn rotate(arguments: RotateArguments) -> Result<(), String> {
    let RotateArguments { client, retire_after, secret_file, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, client) = client.find(&env).await?;
        let file = secret_file.as_deref().map(private_file).transpose()?;
        let made =
            clients::rotate_secret(&env, &pool, &client, None, retire_after).await.map_err(sentence)?;
        let value = made.value.expose_secret();
        let shown = match file {
            Some(file) => {
                file.write(value)?;
                None
            }
            None => Some(value),
        };
        let rotated = Rotated {
            client: client.id.as_str(),
            id: &made.id,
            created_at: time(made.created_at),
            secret: shown,
        };
        let mut lines = vec![
            ("client", client.id.to_string()),
            ("secret id", made.id.clone()),
            ("created", rotated.created_at.clone()),
        ];
        lines.extend(shown.map(|value| ("secret", value.to_owned())));
        printed(output.one(&rotated, &lines))
    })
}

/// Arguments of `vestibule client remove-secret`.
#[derive(Args, Clone)]
pub(super) struct RemoveArguments {
    #[command(flatten)]
    client: ClientChoice,
    /// The id of the secret, from `client show`.
    #[arg(value_name = "SECRET-ID")]
    secret: String,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Removed<'a> {
    client: &'a str,
    id: &'a str,
    removed: bool,
}

pub(super) fn remove(arguments: RemoveArguments) -> Result<(), String> {
    let RemoveArguments { client, secret, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, client) = client.find(&env).await?;
        clients::delete_secret(&env, &pool, &client, &secret).await.map_err(|error| match error {
            DirectoryError::NotFound(_) => {
                format!("the client {} has no secret with this id; see `vestibule client show`", client.id)
            }
            error => sentence(error),
        })?;
        let removed = Removed { client: client.id.as_str(), id: &secret, removed: true };
        printed(output.done(&removed, &format!("{secret}: removed")))
    })
}
