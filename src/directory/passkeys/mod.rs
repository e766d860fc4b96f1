//! Passkeys of people: which domain they are for, the two ceremonies, and what their owner does with them.
//!
//! Owns what is stored, that a challenge serves once, whose a credential is, and that nobody takes away their last way in.
//! Leaves the judgement over bytes to `crypto::webauthn`, what a passkey is worth to `authn`, and the words to `pages`.
//!
//! A challenge is given out without a row: it carries its time and is authenticated for pool, ceremony, browser and flow
//! or session ([`challenge`]). Answering it writes the row that lets nobody answer it again.

mod add;
pub mod challenge;
mod makes;
mod options;
mod prove;
mod remove;

use url::Url;

use super::{DirectoryError, domains};
use crate::crypto::webauthn::WebauthnError;
use crate::env::Env;
use crate::model::domain::DomainStatus;
use crate::model::ids::{PoolId, UserId};
use crate::model::passkey::{LONGEST_PASSKEY_NAME, Passkey};
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::{AnyConn, StoreError, passkeys};

pub use add::add;
pub use challenge::Ceremony;
pub use options::{creation_options, request_options};
pub use prove::{Shown, prove};
pub use remove::{Removed, Stay, remove, remove_by_operator, stays};

/// What came back from a browser: the credential as JSON, and the origin of the page that asked for it.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// `RegistrationResponseJSON` or `AuthenticationResponseJSON` (Web Authentication §5.1.9, §5.1.10).
    pub json: &'a str,
    /// As the server names it.
    pub origin: &'a str,
}

/// Why a passkey is refused.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The challenge is not of this browser and flow, or older than five minutes.
    #[error("the challenge has ended")]
    Expired,
    /// The challenge was answered before.
    #[error("the challenge was answered before")]
    Replayed,
    /// Nobody has the credential, or somebody else than who it must be.
    #[error("the passkey is not known")]
    Unknown,
    /// The ceremony does not hold.
    #[error(transparent)]
    Wrong(#[from] WebauthnError),
    /// The counter did not go on: there may be a copy of the key.
    #[error("the counter went back")]
    CounterBack,
    /// The credential is registered already.
    #[error("the passkey is registered already")]
    Exists,
    /// The person has as many as one may have.
    #[error("there are too many passkeys")]
    Full,
    /// Passkeys are off in this pool.
    #[error("passkeys are off")]
    Off,
    /// The directory did not answer.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
}

impl From<StoreError> for PasskeyError {
    fn from(error: StoreError) -> Self {
        Self::Directory(DirectoryError::Store(error))
    }
}

impl PasskeyError {
    /// One word for counters and the audit trail; `None` when nothing was judged.
    #[must_use]
    pub fn word(&self) -> Option<&'static str> {
        Some(match self {
            Self::Expired => "challenge_expired",
            Self::Replayed => "challenge_replayed",
            Self::Unknown => "unknown_passkey",
            Self::Wrong(error) => error.word(),
            Self::CounterBack => "counter_back",
            Self::Exists => "exists",
            Self::Full => "too_many",
            Self::Off => "off",
            Self::Directory(_) => return None,
        })
    }
}

/// The domain that a pool's passkeys are for: the pool's wish, else the host of its own address.
///
/// # Errors
/// When the database did not answer.
pub async fn rp_id(env: &Env, pool: &UserPool) -> Result<String, StoreError> {
    if let Some(id) = &pool.settings.passkeys.rp_id {
        return Ok(id.clone());
    }
    let address = domains::address(env, pool).await?;
    let host = Url::parse(&address).ok().and_then(|url| url.host_str().map(str::to_owned));
    Ok(host.unwrap_or_default())
}

/// Whether passkeys can be asked for on a page of this host: they are for domains, never for bare addresses.
#[must_use]
pub fn works_at(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    !host.is_empty() && bare.parse::<std::net::IpAddr>().is_err()
}

/// The origins at which a pool's passkeys may be asked for although their domain is another one: all of the pool's own
/// (Web Authentication §5.11, related origins).
///
/// # Errors
/// When the database did not answer.
pub async fn related_origins(env: &Env, pool: &UserPool) -> Result<Vec<String>, StoreError> {
    let id = pool.id.clone();
    let all = env.db.read(move |c| crate::store::domains::list(c, Some(&id))).await?;
    let active = all.iter().filter(|domain| matches!(domain.status, DomainStatus::Active { .. }));
    let hosts = active.filter_map(|domain| domains::table::host(&env.settings, &domain.name));
    let mut origins: Vec<String> = hosts.map(|host| domains::table::origin(&env.settings, &host)).collect();
    origins.push(env.settings.origin());
    origins.sort();
    origins.dedup();
    Ok(origins)
}

/// The passkeys of a person, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, user: &UserId) -> Result<Vec<Passkey>, DirectoryError> {
    let user = user.clone();
    Ok(env.db.read(move |c| passkeys::list_of_user(c, &user)).await?)
}

/// How many passkeys a person can use in this pool today: those for its domain, where passkeys are on.
///
/// # Errors
/// When the database did not answer.
pub async fn usable(env: &Env, pool: &UserPool, user: &UserId) -> Result<Vec<Passkey>, DirectoryError> {
    if !pool.settings.has_passkeys() {
        return Ok(Vec::new());
    }
    let rp_id = rp_id(env, pool).await?;
    let mut all = list(env, user).await?;
    all.retain(|passkey| passkey.rp_id == rp_id);
    Ok(all)
}

/// Whether somebody can sign in with one of their passkeys alone. `rp_id` is the pool's, `None` where no passkey does.
pub(super) fn signs_in(c: &mut AnyConn, user: &UserId, rp_id: Option<&str>) -> Result<bool, StoreError> {
    let Some(rp_id) = rp_id else { return Ok(false) };
    Ok(passkeys::list_of_user(c, user)?.iter().any(|passkey| passkey.rp_id == rp_id))
}

/// The domain whose passkeys sign in by themselves; `None` where passkeys are off or come second only.
pub(super) async fn sign_in_rp_id(env: &Env, pool: &UserPool) -> Result<Option<String>, StoreError> {
    match pool.settings.signs_in_by_passkey() {
        true => rp_id(env, pool).await.map(Some),
        false => Ok(None),
    }
}

/// Names a passkey; an empty name takes it away. Returns whether the person has the passkey.
///
/// # Errors
/// When the database did not answer.
pub async fn rename(
    env: &Env,
    pool: &PoolId,
    user: &UserId,
    credential_id: &str,
    name: &str,
) -> Result<bool, DirectoryError> {
    let name = name_of(name);
    let event = audit::event(env, "passkey.rename")
        .in_pool(pool)
        .by(crate::model::event::Actor::Person(user.clone()))
        .about("user", user)
        .with("passkey", short(credential_id));
    let (pool, user, id) = (pool.clone(), user.clone(), credential_id.to_owned());
    let write = env.db.write(move |c| {
        let found = passkeys::rename(c, (&pool, &user), &id, name.as_deref())?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    Ok(write.await?)
}

/// A name as it is kept: without control characters, not too long, `None` when nothing is left.
pub(super) fn name_of(typed: &str) -> Option<String> {
    let plain: String = typed.chars().filter(|c| !c.is_control()).collect();
    let kept: String = plain.trim().chars().take(LONGEST_PASSKEY_NAME).collect();
    Some(kept.trim_end().to_owned()).filter(|name| !name.is_empty())
}

/// Enough of a credential's id to tell passkeys of one person apart in the audit trail and on the command line.
#[must_use]
pub fn short(credential_id: &str) -> &str {
    credential_id.get(..12).unwrap_or(credential_id)
}
