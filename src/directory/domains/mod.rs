//! The host names that pools answer at.
//!
//! Owns who may have which name: adding, proving ([`proof`]), giving up, the quarantine of names that were given up, and
//! what such a change breaks ([`consequences`]). [`table`] answers, from memory, whose a host is and where a pool's pages
//! live. Leaves requests and their `Host` to `web::pool_host`.
//!
//! Every change begins by writing one row, so that changes of all pools follow one another and each sees what the one
//! before has done. They are an operator's, and rare.

pub mod consequences;
pub mod inside;
pub mod proof;
pub mod table;

use std::sync::{Arc, Mutex, PoisonError};

use super::DirectoryError;
use crate::config::Settings;
use crate::env::Env;
use crate::model::domain::{DomainKind, DomainName, InvalidDomain, PoolDomain, has_room_for_challenge};
use crate::model::ids::PoolId;
use crate::security::audit;
use crate::store::{AnyConn, StoreError, domains};

pub use consequences::Consequences;
pub use proof::{verify, verify_due, waive};
pub use table::{Owner, address, owner};

/// What can be wrong with a wish to change domains.
#[derive(Debug, thiserror::Error)]
pub enum DomainError {
    /// The text is no domain.
    #[error(transparent)]
    Invalid(#[from] InvalidDomain),
    /// The server has no suffix for prefixes.
    #[error("this server has no prefix domains: the setting domain_suffix is not set")]
    NoSuffix,
    /// Another pool answers at the name.
    #[error("another pool has this domain")]
    Taken,
    /// Another pool gave the name up not long ago.
    #[error("another pool gave this domain up not long ago")]
    Quarantined {
        /// The name is free from then on, Unix milliseconds.
        free_at: i64,
    },
    /// The pool has a prefix already.
    #[error("the pool has the prefix {0} already")]
    HasPrefix(String),
    /// There is no such pool.
    #[error("there is no such pool")]
    NoPool,
    /// The pool has no such domain.
    #[error("the pool has no such domain")]
    NotFound,
    /// The challenge has ended.
    #[error("the challenge has ended")]
    ChallengeEnded,
    /// DNS holds no proof.
    #[error("DNS holds no proof")]
    NotProven {
        /// The texts that are there instead.
        found: Vec<String>,
    },
    /// DNS did not answer.
    #[error("{0}")]
    Dns(String),
    /// Only an active custom domain can be the primary one.
    #[error("only an active custom domain can be the primary one")]
    CannotBePrimary,
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How a domain is added.
#[derive(Debug, Clone, Copy, Default)]
pub struct AddOptions {
    /// A custom domain answers at once, without a proof.
    pub waive_proof: bool,
    /// The name is given even if another pool gave it up not long ago.
    pub waive_quarantine: bool,
    /// The pool's present prefix is given up for the new one.
    pub replace_prefix: bool,
}

/// What became of a change, or would become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The domain it was about, as it is now, or as it was when it is gone.
    pub domain: PoolDomain,
    /// What it breaks.
    pub consequences: Consequences,
}

/// The domains of a pool, or of all pools.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: Option<&PoolId>) -> Result<Vec<PoolDomain>, DomainError> {
    let (pool, now) = (pool.cloned(), env.now());
    let mut all = env.db.read(move |c| domains::list(c, pool.as_ref())).await?;
    all.retain(|domain| !domain.has_ended(now));
    Ok(all)
}

/// Adds a domain to a pool. A prefix answers at once; a custom domain waits for its proof, unless that is waived. Adding
/// what is there changes nothing. With `dry_run` nothing is kept.
///
/// # Errors
/// See [`DomainError`].
pub async fn add(
    env: &Env,
    pool: &PoolId,
    name: &DomainName,
    options: AddOptions,
    dry_run: bool,
) -> Result<Changed, DomainError> {
    check(&env.settings, name, options)?;
    let addition = inside::Addition {
        pool: pool.clone(),
        name: name.clone(),
        options,
        token: env.random.token(),
        now: env.now(),
    };
    let (event_env, pool) = (env.clone(), pool.clone());
    change(env, &pool, dry_run, move |c| addition.run(&event_env, c)).await
}

/// Takes a domain from a pool. One that answered stays in quarantine; the primary custom domain is followed by the one
/// that has answered longest. With `dry_run` nothing is kept.
///
/// # Errors
/// [`DomainError::NotFound`].
pub async fn remove(
    env: &Env,
    pool: &PoolId,
    name: &DomainName,
    dry_run: bool,
) -> Result<Changed, DomainError> {
    let (event_env, pool_id, name) = (env.clone(), pool.clone(), name.clone());
    change(env, pool, dry_run, move |c| inside::remove(&event_env, c, &pool_id, &name)).await
}

/// Makes an active custom domain the one that metadata names. With `dry_run` nothing is kept.
///
/// # Errors
/// [`DomainError::NotFound`], [`DomainError::CannotBePrimary`].
pub async fn set_primary(
    env: &Env,
    pool: &PoolId,
    name: &DomainName,
    dry_run: bool,
) -> Result<Changed, DomainError> {
    let (event_env, pool_id, name) = (env.clone(), pool.clone(), name.clone());
    change(env, pool, dry_run, move |c| inside::set_primary(&event_env, c, &pool_id, &name)).await
}

/// Gives up every domain of a pool that is about to be deleted; to be called in the write that deletes it.
///
/// # Errors
/// When the database did not answer.
pub fn give_up_all(env: &Env, c: &mut AnyConn, pool: &PoolId) -> Result<(), StoreError> {
    domains::begin_change(c, &env.random.token())?;
    for domain in domains::list(c, Some(pool))? {
        inside::give_up(env, c, &domain)?;
    }
    Ok(())
}

/// Rules that need the server's settings: a custom domain is none of the server's own names.
///
/// # Errors
/// [`DomainError::Invalid`], [`DomainError::NoSuffix`].
pub fn check(settings: &Settings, name: &DomainName, options: AddOptions) -> Result<(), DomainError> {
    let invalid = |sentence: String| Err(InvalidDomain(sentence).into());
    let public = settings.public_url.host_str().unwrap_or_default();
    let suffix = settings.domain_suffix.as_deref();
    match name.kind {
        DomainKind::Prefix => {
            let Some(suffix) = suffix else { return Err(DomainError::NoSuffix) };
            let host = format!("{name}.{suffix}");
            if host == public {
                return invalid(format!("{host} is the server's own address"));
            }
            if host.len() > 253 {
                return invalid(format!("{host} is longer than a host name may be"));
            }
        }
        DomainKind::Custom => {
            let host = name.name.as_str();
            if host == public {
                return invalid(format!("{host} is the server's own address"));
            }
            if let Some(suffix) = suffix
                && (host == suffix || host.strip_suffix(suffix).is_some_and(|rest| rest.ends_with('.')))
            {
                return invalid(format!(
                    "{host} is below {suffix}, where names are prefixes: add the prefix"
                ));
            }
            if !options.waive_proof && !has_room_for_challenge(host) {
                return invalid(format!("{host} leaves no room for the name of its proof"));
            }
        }
    }
    Ok(())
}

/// Until when a name is kept for another pool than this one.
fn quarantine(
    c: &mut AnyConn,
    pool: &PoolId,
    name: &DomainName,
    now: i64,
) -> Result<Option<i64>, StoreError> {
    let released = domains::released(c, name)?;
    Ok(released.filter(|(by, free_at)| by != pool && now < *free_at).map(|(_, free_at)| free_at))
}

fn record(env: &Env, c: &mut AnyConn, action: &'static str, domain: &PoolDomain) -> Result<(), StoreError> {
    let event = audit::event(env, action).in_pool(&domain.pool_id).about("domain", &domain.name);
    audit::record(c, &event.with("kind", domain.name.kind.as_str()).with("active", domain.is_active()))
}

/// Runs a change of domains of one pool. What is refused leaves nothing behind, and neither does what is only tried.
async fn change(
    env: &Env,
    pool: &PoolId,
    dry_run: bool,
    work: impl Fn(&mut AnyConn) -> Result<Result<PoolDomain, DomainError>, StoreError> + Send + 'static,
) -> Result<Changed, DomainError> {
    // A write that is undone gives nothing back but its error, so what was found goes another way.
    let found: Arc<Mutex<Option<Result<Changed, DomainError>>>> = Arc::default();
    let (place, stamp, settings, pool) =
        (found.clone(), env.random.token(), env.settings.clone(), pool.clone());
    let written = env.db.write(move |c| {
        domains::begin_change(c, &stamp)?;
        let before = consequences::State::read(c, &pool)?;
        let outcome = match work(c)? {
            Ok(domain) => {
                let after = consequences::State::read(c, &pool)?;
                let consequences = consequences::between(c, &settings, &before, &after)?;
                Ok(Changed { domain, consequences })
            }
            Err(refusal) => Err(refusal),
        };
        let keep = outcome.is_ok() && !dry_run;
        *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
        if keep { Ok(()) } else { Err(StoreError::Undone) }
    });
    match written.await {
        Ok(()) | Err(StoreError::Undone) => {}
        Err(StoreError::Taken { .. }) => return Err(DomainError::Taken),
        Err(error) => return Err(error.into()),
    }
    env.domains.expire();
    let outcome = found.lock().unwrap_or_else(PoisonError::into_inner).take();
    outcome.unwrap_or(Err(DomainError::Store(StoreError::Panicked)))
}

impl From<DomainError> for DirectoryError {
    fn from(error: DomainError) -> Self {
        match error {
            DomainError::Store(error) => Self::Store(error),
            DomainError::NoPool => Self::NotFound("pool"),
            DomainError::NotFound => Self::NotFound("domain"),
            other => Self::InvalidSetting(other.to_string()),
        }
    }
}
