//! Changes of domains as a part of a write: of one of their own, or of a declaration's.

use super::{AddOptions, DomainError, proof, quarantine, record};
use crate::env::Env;
use crate::model::domain::{
    CHALLENGE_LIFE_MS, Challenge, DomainKind, DomainName, DomainStatus, PoolDomain, QUARANTINE_MS,
};
use crate::model::ids::PoolId;
use crate::security::audit;
use crate::store::{AnyConn, StoreError, domains, pools};

/// Begins a change: until the write ends no other one goes on.
///
/// # Errors
/// When the database did not answer.
pub fn begin(env: &Env, c: &mut AnyConn) -> Result<(), StoreError> {
    domains::begin_change(c, &env.random.token())
}

/// What would keep a pool from having a name that it does not have yet.
///
/// # Errors
/// When the database did not answer.
pub fn obstacle(
    c: &mut AnyConn,
    pool: &PoolId,
    name: &DomainName,
    now: i64,
) -> Result<Option<DomainError>, StoreError> {
    if domains::holder(c, name)?.is_some_and(|holder| holder != *pool) {
        return Ok(Some(DomainError::Taken));
    }
    Ok(quarantine(c, pool, name, now)?.map(|free_at| DomainError::Quarantined { free_at }))
}

/// Takes a domain from a pool.
///
/// # Errors
/// When the database did not answer.
pub fn remove(
    env: &Env,
    c: &mut AnyConn,
    pool: &PoolId,
    name: &DomainName,
) -> Result<Result<PoolDomain, DomainError>, StoreError> {
    let Some(domain) = domains::find(c, pool, name)? else { return Ok(Err(DomainError::NotFound)) };
    give_up(env, c, &domain)?;
    Ok(Ok(domain))
}

/// Makes an active custom domain the primary one.
///
/// # Errors
/// When the database did not answer.
pub fn set_primary(
    env: &Env,
    c: &mut AnyConn,
    pool: &PoolId,
    name: &DomainName,
) -> Result<Result<PoolDomain, DomainError>, StoreError> {
    let Some(domain) = domains::find(c, pool, name)? else { return Ok(Err(DomainError::NotFound)) };
    if !domain.is_active() || domain.name.kind != DomainKind::Custom {
        return Ok(Err(DomainError::CannotBePrimary));
    }
    if !domain.is_primary {
        domains::set_primary(c, pool, Some(name))?;
        record(env, c, "domain.primary", &domain)?;
    }
    Ok(Ok(PoolDomain { is_primary: true, ..domain }))
}

/// A wish to add a domain.
#[derive(Clone)]
pub struct Addition {
    /// The pool.
    pub pool: PoolId,
    /// The domain, which [`check`](super::check) has let through.
    pub name: DomainName,
    /// How.
    pub options: AddOptions,
    /// A random text, for the challenge.
    pub token: String,
    /// Unix milliseconds.
    pub now: i64,
}

impl Addition {
    /// Adds it, or finds that it is there. After a refusal the caller undoes its write.
    ///
    /// # Errors
    /// When the database did not answer.
    pub fn run(&self, env: &Env, c: &mut AnyConn) -> Result<Result<PoolDomain, DomainError>, StoreError> {
        let Self { pool, name, options, now, .. } = self;
        if pools::find(c, pool)?.is_none() {
            return Ok(Err(DomainError::NoPool));
        }
        let mut present = domains::find(c, pool, name)?;
        if let Some(ended) = present.take_if(|domain| domain.has_ended(*now)) {
            domains::delete(c, pool, &ended.name)?;
        }
        if let Some(domain) = &present
            && (domain.is_active() || !options.waive_proof)
        {
            return Ok(Ok(domain.clone()));
        }
        if domains::holder(c, name)?.is_some() {
            return Ok(Err(DomainError::Taken));
        }
        if let Some(free_at) = quarantine(c, pool, name, *now)? {
            if !options.waive_quarantine {
                return Ok(Err(DomainError::Quarantined { free_at }));
            }
            domains::forget_release(c, name)?;
            let event = audit::event(env, "domain.waive_quarantine").in_pool(pool).about("domain", name);
            audit::record(c, &event)?;
        }
        if let Some(domain) = present {
            return proof::activate(env, c, &domain, true);
        }
        match name.kind {
            DomainKind::Prefix => self.add_prefix(env, c),
            DomainKind::Custom => self.add_custom(env, c),
        }
    }

    fn add_prefix(&self, env: &Env, c: &mut AnyConn) -> Result<Result<PoolDomain, DomainError>, StoreError> {
        let old = domains::list(c, Some(&self.pool))?;
        if let Some(old) = old.iter().find(|domain| domain.name.kind == DomainKind::Prefix) {
            if !self.options.replace_prefix {
                return Ok(Err(DomainError::HasPrefix(old.name.name.clone())));
            }
            give_up(env, c, old)?;
        }
        let domain = self.domain(DomainStatus::Active { since: self.now });
        domains::forget_release(c, &self.name)?;
        domains::insert(c, &domain)?;
        record(env, c, "domain.add", &domain)?;
        Ok(Ok(domain))
    }

    fn add_custom(&self, env: &Env, c: &mut AnyConn) -> Result<Result<PoolDomain, DomainError>, StoreError> {
        let challenge = Challenge {
            token: self.token.clone(),
            ends_at: self.now + CHALLENGE_LIFE_MS,
            checks: 0,
            next_check_at: self.now + Challenge::pause_ms(0),
        };
        let domain = self.domain(DomainStatus::Pending(challenge));
        domains::insert(c, &domain)?;
        record(env, c, "domain.add", &domain)?;
        if self.options.waive_proof { proof::activate(env, c, &domain, true) } else { Ok(Ok(domain)) }
    }

    fn domain(&self, status: DomainStatus) -> PoolDomain {
        PoolDomain {
            pool_id: self.pool.clone(),
            name: self.name.clone(),
            status,
            is_primary: false,
            created_at: self.now,
        }
    }
}

pub(super) fn give_up(env: &Env, c: &mut AnyConn, domain: &PoolDomain) -> Result<(), StoreError> {
    domains::delete(c, &domain.pool_id, &domain.name)?;
    if domain.is_active() {
        domains::release(c, &domain.pool_id, &domain.name, env.now() + QUARANTINE_MS)?;
    }
    if domain.is_primary {
        let left = domains::list(c, Some(&domain.pool_id))?;
        let next = left
            .iter()
            .filter(|other| other.name.kind == DomainKind::Custom)
            .filter_map(|other| match other.status {
                DomainStatus::Active { since } => Some((since, &other.name)),
                DomainStatus::Pending(_) => None,
            })
            .min();
        domains::set_primary(c, &domain.pool_id, next.map(|(_, name)| name))?;
    }
    record(env, c, "domain.remove", domain)
}
