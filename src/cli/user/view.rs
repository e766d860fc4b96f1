//! A person as commands print one.

use serde::Serialize;

use super::{links, passkeys};
use crate::cli::choose::sentence;
use crate::cli::output::{OutputArguments, printed, time};
use crate::directory::{details, terms};
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::pool::{SecondFactor, UserPool};
use crate::model::user::User;

/// A person in a list.
#[derive(Serialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) pool: String,
    pub(super) username: String,
    pub(super) status: &'static str,
    pub(super) enabled: bool,
    pub(super) attributes: AttributeMap,
    pub(super) created_at: String,
    pub(super) updated_at: String,
}

impl Entry {
    pub(super) fn of(user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            pool: user.pool_id.to_string(),
            username: user.username.clone(),
            status: user.status.as_str(),
            enabled: user.enabled,
            attributes: user.attributes.clone(),
            created_at: time(user.created_at),
            updated_at: time(user.updated_at),
        }
    }
}

#[derive(Serialize)]
struct View {
    #[serde(flatten)]
    entry: Entry,
    groups: Vec<String>,
    identities: Vec<links::Entry>,
    passkeys: Vec<passkeys::Entry>,
    second_factors: SecondFactors,
    password: Option<Password>,
    accepted_terms: Vec<Accepted>,
    open: Open,
    locked_until: Locks,
    signed_out_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporary_password: Option<String>,
}

#[derive(Serialize)]
struct SecondFactors {
    totp: bool,
    totp_device: Option<String>,
    by_message: Vec<SecondFactor>,
    preferred: Option<SecondFactor>,
}

#[derive(Serialize)]
struct Password {
    set_at: String,
    temporary_until: Option<String>,
}

#[derive(Serialize)]
struct Accepted {
    version: String,
    at: String,
}

#[derive(Serialize)]
struct Open {
    sessions: i64,
    refresh_tokens: i64,
}

#[derive(Serialize)]
struct Locks {
    first_factor: Option<String>,
    second_factor: Option<String>,
}

/// Prints a person; with `temporary_password` the one moment in which that is shown.
pub(super) async fn print(
    env: &Env,
    pool: &UserPool,
    user: &User,
    output: OutputArguments,
    temporary_password: Option<&str>,
) -> Result<(), String> {
    let view = view(env, pool, user, temporary_password).await?;
    printed(output.one(&view, &lines(&view)))
}

/// Prints what was done to a person: a sentence, or the person as they stand now.
pub(super) async fn print_done(
    env: &Env,
    pool: &UserPool,
    user: &User,
    output: OutputArguments,
    sentence_of: &str,
) -> Result<(), String> {
    let user = match crate::directory::users::find(env, pool, &user.id).await.map_err(sentence)? {
        Some(user) => user,
        None => user.clone(),
    };
    let view = view(env, pool, &user, None).await?;
    printed(output.done(&view, &format!("{} ({}): {sentence_of}", user.id, user.username)))
}

async fn view(
    env: &Env,
    pool: &UserPool,
    user: &User,
    temporary_password: Option<&str>,
) -> Result<View, String> {
    let details = details::of(env, pool, user).await.map_err(sentence)?;
    let accepted = terms::of_user(env, &user.id).await.map_err(sentence)?;
    let lock = |until: i64| (until > env.now()).then(|| time(until));
    Ok(View {
        entry: Entry::of(user),
        identities: links::Entry::all(env, user).await?,
        passkeys: passkeys::Entry::all(env, user).await?,
        groups: details.groups.into_iter().map(|group| group.name).collect(),
        second_factors: SecondFactors {
            totp: details.totp_device.is_some(),
            totp_device: details.totp_device.flatten(),
            by_message: user.message_factors.clone(),
            preferred: user.preferred_factor,
        },
        password: details.password_set_at.map(|set_at| Password {
            set_at: time(set_at),
            temporary_until: details.password_temporary_until.map(time),
        }),
        accepted_terms: accepted
            .into_iter()
            .map(|one| Accepted { version: one.terms.version, at: time(one.accepted_at) })
            .collect(),
        open: Open { sessions: details.open.sessions, refresh_tokens: details.open.families },
        locked_until: Locks {
            first_factor: lock(details.locks.first_factor),
            second_factor: lock(details.locks.second_factor),
        },
        signed_out_at: (user.signed_out_at > 0).then(|| time(user.signed_out_at)),
        temporary_password: temporary_password.map(str::to_owned),
    })
}

fn lines(view: &View) -> Vec<(&str, String)> {
    let entry = &view.entry;
    let word = |factor: &SecondFactor| format!("{factor:?}").to_lowercase();
    let mut lines = vec![
        ("id", entry.id.clone()),
        ("pool", entry.pool.clone()),
        ("username", entry.username.clone()),
        ("status", entry.status.to_owned()),
        ("enabled", entry.enabled.to_string()),
    ];
    lines.extend(entry.attributes.iter().map(|(name, value)| (name.as_str(), value.clone())));
    if !view.groups.is_empty() {
        lines.push(("groups", view.groups.join(", ")));
    }
    lines.extend(view.identities.iter().map(|identity| ("identity", identity.line())));
    lines.extend(view.passkeys.iter().map(|passkey| ("passkey", passkey.line())));
    let factors = &view.second_factors;
    let mut on: Vec<String> = factors.by_message.iter().map(word).collect();
    if factors.totp {
        let device = factors.totp_device.as_ref().map(|device| format!(" ({device})"));
        on.insert(0, format!("totp{}", device.unwrap_or_default()));
    }
    lines.push(("second factors", if on.is_empty() { "none".into() } else { on.join(", ") }));
    if let Some(preferred) = &factors.preferred {
        lines.push(("preferred factor", word(preferred)));
    }
    lines.push(match &view.password {
        None => ("password", "none".into()),
        Some(Password { set_at, temporary_until: None }) => ("password", format!("set {set_at}")),
        Some(Password { set_at, temporary_until: Some(until) }) => {
            ("password", format!("temporary, set {set_at}, valid until {until}"))
        }
    });
    let accepted = view.accepted_terms.iter();
    lines.extend(accepted.map(|one| ("accepted terms", format!("{}, {}", one.version, one.at))));
    let Open { sessions, refresh_tokens } = &view.open;
    lines.push(("open", format!("{sessions} sessions, {refresh_tokens} refresh tokens")));
    for (name, until) in [
        ("locked until", &view.locked_until.first_factor),
        ("second factor locked until", &view.locked_until.second_factor),
        ("signed out", &view.signed_out_at),
    ] {
        lines.extend(until.clone().map(|until| (name, until)));
    }
    lines.push(("created", entry.created_at.clone()));
    lines.push(("updated", entry.updated_at.clone()));
    if let Some(password) = &view.temporary_password {
        lines.push(("temporary password", password.clone()));
    }
    lines
}
