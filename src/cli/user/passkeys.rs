//! `vestibule user passkeys` and `remove-passkey`.

use clap::Args;
use serde::Serialize;

use super::{OnePerson, view};
use crate::cli::choose::{PersonChoice, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, note, printed, time};
use crate::directory::{DirectoryError, passkeys};
use crate::env::Env;
use crate::model::passkey::Passkey;
use crate::model::user::User;

/// A passkey as it is printed.
#[derive(Serialize)]
pub(super) struct Entry {
    id: String,
    name: Option<String>,
    rp_id: String,
    aaguid: String,
    transports: Vec<String>,
    backed_up: bool,
    user_verified: bool,
    sign_count: i64,
    created_at: String,
    last_used_at: Option<String>,
}

impl Entry {
    fn of(passkey: Passkey) -> Self {
        Self {
            id: passkey.credential_id,
            name: passkey.name,
            rp_id: passkey.rp_id,
            aaguid: passkey.aaguid,
            transports: passkey.transports,
            backed_up: passkey.backed_up,
            user_verified: passkey.user_verified,
            sign_count: passkey.sign_count,
            created_at: time(passkey.created_at),
            last_used_at: passkey.last_used_at.map(time),
        }
    }

    /// All of a person's.
    pub(super) async fn all(env: &Env, user: &User) -> Result<Vec<Self>, String> {
        let all = passkeys::list(env, &user.id).await.map_err(sentence)?;
        Ok(all.into_iter().map(Self::of).collect())
    }

    /// As a line of `user show`.
    pub(super) fn line(&self) -> String {
        let name = self.name.as_deref().unwrap_or("without a name");
        let used = self.last_used_at.as_deref().unwrap_or("never");
        format!("{} ({name}), added {}, last used {used}", passkeys::short(&self.id), self.created_at)
    }

    fn row(&self) -> Vec<String> {
        vec![
            passkeys::short(&self.id).to_owned(),
            self.name.clone().unwrap_or_default(),
            self.rp_id.clone(),
            self.created_at.clone(),
            self.last_used_at.clone().unwrap_or_default(),
        ]
    }
}

pub(super) fn list(one: OnePerson) -> Result<(), String> {
    let OnePerson { person, output, config } = one;
    with_env(&config, |env| async move {
        let (_, user) = person.find(&env).await?;
        let entries = Entry::all(&env, &user).await?;
        let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
        printed(output.many(&entries, &["id", "name", "domain", "added", "last used"], &rows))
    })
}

/// Arguments of `vestibule user remove-passkey`.
#[derive(Args, Clone)]
#[group(id = "which_passkey", required = true, multiple = false, args = ["id", "all"])]
pub(super) struct RemoveArguments {
    #[command(flatten)]
    person: PersonChoice,
    /// The passkey, by the beginning of its id; `user passkeys` lists them.
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Every passkey of the person.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn remove(arguments: RemoveArguments) -> Result<(), String> {
    let RemoveArguments { person, id, all: _, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let removed = passkeys::remove_by_operator(&env, &pool, &user.id, id.as_deref()).await;
        let count = removed.map_err(|error| match error {
            DirectoryError::NotFound("passkey") => format!(
                "{} ({}) has no such passkey, or several whose ids begin so; see `vestibule user passkeys id:{}`",
                user.id, user.username, user.id
            ),
            error => sentence(error),
        })?;
        if passkeys::list(&env, &user.id).await.map_err(sentence)?.is_empty() {
            note("no passkey is left");
        }
        view::print_done(&env, &pool, &user, output, &format!("{count} passkeys removed")).await
    })
}
