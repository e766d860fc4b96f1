//! `vestibule user create`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::view;
use crate::cli::choose::{InPool, caller, sentence};
use crate::cli::output::OutputArguments;
use crate::cli::secrets::{PasswordArguments, private_file};
use crate::directory::users::{self, NewUser};
use crate::directory::{DirectoryError, groups};
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::pool::{ContactKind, UserPool};

/// A kind of address, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Address {
    /// The e-mail address.
    Email,
    /// The phone number.
    Phone,
}

impl Address {
    pub(super) fn kind(self) -> ContactKind {
        match self {
            Self::Email => ContactKind::Email,
            Self::Phone => ContactKind::Phone,
        }
    }
}

/// Attributes as they are typed.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct AttributeArguments {
    /// The e-mail address.
    #[arg(long)]
    email: Option<String>,
    /// The phone number, with + and country code.
    #[arg(long)]
    phone: Option<String>,
    /// Another attribute. May be given several times.
    #[arg(long = "attribute", value_name = "NAME=VALUE", value_parser = pair)]
    attributes: Vec<(String, String)>,
    /// Which address counts as proven: `email` or `phone`.
    #[arg(long, value_name = "KIND")]
    verified: Vec<Address>,
    /// Which address no longer counts as proven.
    #[arg(long, value_name = "KIND")]
    unverified: Vec<Address>,
}

impl AttributeArguments {
    /// The attributes by name, the flags among them.
    ///
    /// # Errors
    /// When one is given twice.
    pub(super) fn map(&self) -> Result<AttributeMap, String> {
        let mut map = AttributeMap::new();
        let mut put = |name: &str, value: &str| match map.insert(name.to_owned(), value.to_owned()) {
            Some(_) => Err(format!("{name} is given twice")),
            None => Ok(()),
        };
        for (kind, value) in [(ContactKind::Email, &self.email), (ContactKind::Phone, &self.phone)] {
            if let Some(value) = value {
                put(kind.attribute(), value)?;
            }
        }
        for (name, value) in &self.attributes {
            put(name, value)?;
        }
        for (flags, value) in [(&self.verified, "true"), (&self.unverified, "false")] {
            for address in flags {
                put(address.kind().verified_attribute(), value)?;
            }
        }
        Ok(map)
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("it is written NAME=VALUE")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}

/// Arguments of `vestibule user create`.
#[derive(Args, Clone)]
pub(super) struct CreateArguments {
    /// The user name; not in pools where an address stands in for it.
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
    #[command(flatten)]
    attributes: AttributeArguments,
    /// A group to be in. May be given several times.
    #[arg(long = "group", value_name = "GROUP")]
    groups: Vec<String>,
    #[command(flatten)]
    password: PasswordArguments,
    /// The given password is for good; else it must be changed at the first sign-in.
    #[arg(long)]
    permanent: bool,
    /// Send no invitation.
    #[arg(long, conflicts_with = "invite")]
    no_invite: bool,
    /// Send an invitation although a password is given.
    #[arg(long)]
    invite: bool,
    /// Write the drawn password to this new file, readable by its owner only, instead of printing it.
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
    #[command(flatten)]
    place: InPool,
}

pub(super) fn run(arguments: CreateArguments) -> Result<(), String> {
    arguments
        .place
        .clone()
        .run(|env, pool, output| async move { create(&env, &pool, output, arguments).await })
}

async fn create(
    env: &Env,
    pool: &UserPool,
    output: OutputArguments,
    arguments: CreateArguments,
) -> Result<(), String> {
    let attributes = arguments.attributes.map()?;
    let given = arguments.password.read()?;
    if arguments.permanent && given.is_none() {
        return Err(
            "--permanent needs a password: --password-stdin, --password-file or --password-env".into()
        );
    }
    let known = groups::list(env, pool).await.map_err(sentence)?;
    if let Some(absent) =
        arguments.groups.iter().find(|name| !known.iter().any(|(one, _)| one.name == **name))
    {
        return Err(format!("the pool has no group {absent}; make it with `vestibule group create`"));
    }
    let drawn = (given.is_none() && arguments.no_invite).then(|| drawn_password(env, pool));
    let file = match (&arguments.secret_file, &drawn) {
        (Some(path), Some(_)) => Some(private_file(path)?),
        (Some(_), None) => return Err("--secret-file needs --no-invite and no password of your own".into()),
        (None, _) => None,
    };
    let new = NewUser {
        username: arguments.username.clone(),
        attributes,
        invite: if given.is_some() { arguments.invite } else { !arguments.no_invite },
        password: given.as_ref().map(|password| password.to_string()).or_else(|| drawn.clone()),
        temporary: !arguments.permanent,
    };
    let invited = new.invite;
    let user =
        users::create(env, &caller(env), pool, new).await.map_err(|error| explained(error, invited))?;
    for group in &arguments.groups {
        groups::add_member(env, pool, group, &user.id).await.map_err(sentence)?;
    }
    match file {
        Some(file) => {
            file.write(drawn.as_deref().unwrap_or_default())?;
            view::print(env, pool, &user, output, None).await
        }
        None => view::print(env, pool, &user, output, drawn.as_deref()).await,
    }
}

fn explained(error: DirectoryError, invited: bool) -> String {
    let text = sentence(error);
    if invited && text.ends_with("email is required") {
        return format!("{text} (the invitation needs an address; --no-invite prints the password instead)");
    }
    text
}

/// A temporary password that keeps every policy.
pub(super) fn drawn_password(env: &Env, pool: &UserPool) -> String {
    let least = pool.settings.password_policy.minimum_length;
    env.random.password(usize::try_from(least).unwrap_or(99).max(12))
}
