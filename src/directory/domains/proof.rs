//! The proof of a custom domain: whoever can set a TXT record below a host may have it.

use futures_util::{StreamExt, stream};

use super::{Changed, DomainError, change, quarantine, record};
use crate::env::Env;
use crate::model::domain::{Challenge, DomainKind, DomainName, DomainStatus, PoolDomain, challenge_record};
use crate::model::ids::PoolId;
use crate::store::{AnyConn, StoreError, domains};

/// So many domains are looked at in one round of the job, and so many at once.
const ROUND: i64 = 100;
const AT_ONCE: usize = 8;

/// Looks for the proof of a pending domain and lets it answer. One that answers already stays as it is.
///
/// # Errors
/// [`DomainError::NotProven`], [`DomainError::Dns`], [`DomainError::ChallengeEnded`], [`DomainError::Taken`],
/// [`DomainError::Quarantined`], [`DomainError::NotFound`].
pub async fn verify(env: &Env, pool: &PoolId, name: &DomainName) -> Result<Changed, DomainError> {
    let (row_pool, row_name) = (pool.clone(), name.clone());
    let domain = env.db.read(move |c| domains::find(c, &row_pool, &row_name)).await?;
    let domain = domain.ok_or(DomainError::NotFound)?;
    if domain.has_ended(env.now()) {
        return Err(DomainError::ChallengeEnded);
    }
    if let DomainStatus::Pending(challenge) = &domain.status {
        look(env, &domain.name, challenge).await?;
    }
    activate_if(env, domain, false).await
}

/// Lets a pending domain answer without a proof.
///
/// # Errors
/// Those of [`verify`] that have nothing to do with DNS.
pub async fn waive(env: &Env, pool: &PoolId, name: &DomainName) -> Result<Changed, DomainError> {
    let (row_pool, row_name) = (pool.clone(), name.clone());
    let domain = env.db.read(move |c| domains::find(c, &row_pool, &row_name)).await?;
    activate_if(env, domain.ok_or(DomainError::NotFound)?, true).await
}

/// Looks for every proof that is due; returns how many domains began to answer. Of several nodes one takes each look.
///
/// # Errors
/// When the database did not answer.
pub async fn verify_due(env: &Env) -> Result<usize, StoreError> {
    let now = env.now();
    let due = env.db.read(move |c| domains::list_due(c, now, ROUND)).await?;
    let proven = stream::iter(due).map(|domain| look_again(env, domain)).buffer_unordered(AT_ONCE);
    let proven: Vec<Result<bool, StoreError>> = proven.collect().await;
    proven.into_iter().try_fold(0, |sum, proven| proven.map(|proven| sum + usize::from(proven)))
}

async fn look_again(env: &Env, domain: PoolDomain) -> Result<bool, StoreError> {
    let DomainStatus::Pending(challenge) = domain.status.clone() else { return Ok(false) };
    let next = env.now() + Challenge::pause_ms(challenge.checks.saturating_add(1));
    let (row, row_challenge) = (domain.clone(), challenge.clone());
    let mine = env.db.write(move |c| domains::claim_check(c, &row, &row_challenge, next)).await?;
    if !mine {
        return Ok(false);
    }
    let outcome = match look(env, &domain.name, &challenge).await {
        Ok(()) => activate_if(env, domain.clone(), false).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(_) => {
            tracing::info!(pool = %domain.pool_id, domain = %domain.name, "a custom domain was proven");
            Ok(true)
        }
        Err(DomainError::Store(error)) => Err(error),
        Err(error) => {
            tracing::debug!(pool = %domain.pool_id, domain = %domain.name, %error, "a domain was not proven");
            Ok(false)
        }
    }
}

async fn look(env: &Env, name: &DomainName, challenge: &Challenge) -> Result<(), DomainError> {
    let found = env.dns.txt(&challenge_record(&name.name)).await;
    let mut found = found.map_err(|error| DomainError::Dns(error.to_string()))?;
    let expected = challenge.record_value();
    if found.iter().any(|text| text.trim() == expected) {
        return Ok(());
    }
    found.truncate(10);
    Err(DomainError::NotProven { found })
}

/// Lets `seen` answer, if it is still what was seen: a challenge that was made anew meanwhile is not proven by an old
/// record.
async fn activate_if(env: &Env, seen: PoolDomain, waived: bool) -> Result<Changed, DomainError> {
    let (event_env, pool) = (env.clone(), seen.pool_id.clone());
    change(env, &pool, false, move |c| {
        let Some(domain) = domains::find(c, &seen.pool_id, &seen.name)? else {
            return Ok(Err(DomainError::NotFound));
        };
        match (&domain.status, &seen.status) {
            (DomainStatus::Active { .. }, _) => Ok(Ok(domain)),
            (DomainStatus::Pending(now), DomainStatus::Pending(then)) if now.token == then.token => {
                activate(&event_env, c, &domain, waived)
            }
            (DomainStatus::Pending(_), _) => Ok(Err(DomainError::NotFound)),
        }
    })
    .await
}

/// Lets a pending domain answer, inside a change. The pool's first custom domain becomes its primary one.
pub(super) fn activate(
    env: &Env,
    c: &mut AnyConn,
    domain: &PoolDomain,
    waived: bool,
) -> Result<Result<PoolDomain, DomainError>, StoreError> {
    let now = env.now();
    let (pool, name) = (&domain.pool_id, &domain.name);
    if domain.has_ended(now) {
        return Ok(Err(DomainError::ChallengeEnded));
    }
    if domains::holder(c, name)?.is_some() {
        return Ok(Err(DomainError::Taken));
    }
    if let Some(free_at) = quarantine(c, pool, name, now)? {
        return Ok(Err(DomainError::Quarantined { free_at }));
    }
    domains::forget_release(c, name)?;
    if !domains::activate(c, pool, name, now)? {
        return Ok(Err(DomainError::NotFound));
    }
    let others = domains::list(c, Some(pool))?;
    let is_primary = !others.iter().any(|other| other.is_primary && other.name.kind == DomainKind::Custom);
    if is_primary {
        domains::set_primary(c, pool, Some(name))?;
    }
    let active = PoolDomain { status: DomainStatus::Active { since: now }, is_primary, ..domain.clone() };
    record(env, c, if waived { "domain.waive" } else { "domain.verify" }, &active)?;
    Ok(Ok(active))
}
