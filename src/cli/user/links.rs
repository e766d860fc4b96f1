//! `vestibule user links`, `link` and `unlink`: whom a person is at identity providers.

use clap::Args;
use serde::Serialize;

use super::{OnePerson, view};
use crate::cli::choose::{PersonChoice, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, note, printed, time};
use crate::directory::DirectoryError;
use crate::directory::external::{self, Linked, MOST_IDENTITIES};
use crate::env::Env;
use crate::model::external::Identity;
use crate::model::pool::UserPool;
use crate::model::user::User;

/// An identity as it is printed.
#[derive(Serialize)]
pub(super) struct Entry {
    provider: String,
    kind: &'static str,
    subject: String,
    issuer: Option<String>,
    own: bool,
    linked_at: String,
}

impl Entry {
    fn of(identity: &Identity) -> Self {
        Self {
            provider: identity.provider.clone(),
            kind: identity.kind.as_str(),
            subject: identity.subject.clone(),
            issuer: identity.issuer.clone(),
            own: identity.is_own,
            linked_at: time(identity.linked_at),
        }
    }

    /// All of a person's.
    pub(super) async fn all(env: &Env, user: &User) -> Result<Vec<Self>, String> {
        let all = external::identities(env, &user.id).await.map_err(sentence)?;
        Ok(all.iter().map(Self::of).collect())
    }

    /// As a line of `user show`.
    pub(super) fn line(&self) -> String {
        let how = if self.own { "made by it" } else { "linked" };
        format!("{} {}, {how} {}", self.provider, self.subject, self.linked_at)
    }

    fn row(&self) -> Vec<String> {
        let own = if self.own { "yes" } else { "" };
        vec![
            self.provider.clone(),
            self.kind.into(),
            self.subject.clone(),
            own.into(),
            self.linked_at.clone(),
        ]
    }
}

pub(super) fn list(one: OnePerson) -> Result<(), String> {
    let OnePerson { person, output, config } = one;
    with_env(&config, |env| async move {
        let (_, user) = person.find(&env).await?;
        let entries = Entry::all(&env, &user).await?;
        let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
        printed(output.many(&entries, &["provider", "kind", "subject", "own", "linked"], &rows))
    })
}

/// Arguments of `vestibule user link`.
#[derive(Args, Clone)]
pub(super) struct LinkArguments {
    #[command(flatten)]
    person: PersonChoice,
    /// The identity provider.
    #[arg(long, value_name = "NAME")]
    provider: String,
    /// Whom the provider means: `sub` of OpenID Connect, Google and Apple, `id` of Facebook, `user_id` of Amazon, the text
    /// of the NameID with SAML. Exactly as the provider writes it.
    #[arg(long, value_name = "SUBJECT")]
    subject: String,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn link(arguments: LinkArguments) -> Result<(), String> {
    let LinkArguments { person, provider, subject, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let linked = external::link_subject(&env, &pool, &user.id, (&provider, &subject)).await;
        let told = match linked.map_err(|error| explained(error, &pool, &provider))? {
            Linked::Now => {
                format!("linked with {subject} of {provider}, who signs in as this user from now on")
            }
            Linked::Already => format!("was linked with {subject} of {provider} already"),
            Linked::Other { user: other, is_own: true } => {
                return Err(format!(
                    "{subject} of {provider} has signed in before and has an account, {other}; delete that with `vestibule user \
                     delete id:{other}` if nothing of it is needed, then link again"
                ));
            }
            Linked::Other { user: other, is_own: false } => {
                return Err(format!(
                    "{subject} of {provider} is linked with the user {other}; take that away first with `vestibule user unlink \
                     id:{other} --provider {provider}`"
                ));
            }
            Linked::Full => {
                return Err(format!(
                    "{} ({}) has {MOST_IDENTITIES} identities, which is the most; take one away first with `vestibule user \
                     unlink`",
                    user.id, user.username
                ));
            }
        };
        view::print_done(&env, &pool, &user, output, &told).await
    })
}

/// Arguments of `vestibule user unlink`.
#[derive(Args, Clone)]
pub(super) struct UnlinkArguments {
    #[command(flatten)]
    person: PersonChoice,
    /// The identity provider.
    #[arg(long, value_name = "NAME")]
    provider: String,
    /// Whom the provider means, where the person is linked with several of it.
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn unlink(arguments: UnlinkArguments) -> Result<(), String> {
    let UnlinkArguments { person, provider, subject, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let subject = match subject {
            Some(subject) => subject,
            None => only_subject(&env, &user, &provider).await?,
        };
        let actor = env.actor.clone();
        let outcome = external::unlink(&env, &pool, &user.id, (&provider, &subject), actor).await;
        let left = outcome.map_err(|error| match error {
            DirectoryError::NotFound("identity") => not_linked(&user, &provider),
            error => explained(error, &pool, &provider),
        })?;
        let mut told =
            format!("no longer {subject} of {provider}; open sessions go on until `vestibule user sign-out`");
        if !left.has_way_in {
            let warning = format!(
                "They have no way left to sign in; give them one with `vestibule user reset-password id:{} --print-password` or \
                 `vestibule user link`.",
                user.id
            );
            match output.json {
                true => note(&warning),
                false => told = format!("{told}\n{warning}"),
            }
        }
        view::print_done(&env, &pool, &user, output, &told).await
    })
}

/// Whom a person is at a provider, where that is one alone.
async fn only_subject(env: &Env, user: &User, provider: &str) -> Result<String, String> {
    let mut of_it = external::identities(env, &user.id).await.map_err(sentence)?;
    of_it.retain(|identity| identity.provider == provider);
    match of_it.as_slice() {
        [] => Err(not_linked(user, provider)),
        [only] => Ok(only.subject.clone()),
        several => {
            let subjects: Vec<&str> = several.iter().map(|identity| identity.subject.as_str()).collect();
            Err(format!("there are several of {provider}; say which with --subject: {}", subjects.join(", ")))
        }
    }
}

fn not_linked(user: &User, provider: &str) -> String {
    format!(
        "{} ({}) is not linked so with {provider}; see `vestibule user links id:{}`",
        user.id, user.username, user.id
    )
}

fn explained(error: DirectoryError, pool: &UserPool, provider: &str) -> String {
    match error {
        DirectoryError::NotFound("identity provider") => {
            format!("the pool {} has no identity provider {provider}; see `vestibule provider list`", pool.id)
        }
        error => sentence(error),
    }
}
