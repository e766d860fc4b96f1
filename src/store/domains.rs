//! Rows of the host names that pools answer at, and of the names that were given up. Every look-up of one domain is by
//! pool and name; the two look-ups by name alone say whose a name is.

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::meta;
use super::schema::{pool_domains, released_domains};
use crate::model::domain::{Challenge, DomainKind, DomainName, DomainStatus, PoolDomain};
use crate::model::ids::PoolId;

const TABLE: &str = "pool_domains";
const ACTIVE: &str = "active";
const PENDING: &str = "pending";
/// The name under which the state of all domains is stamped.
const STAMP: &str = "domains";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = pool_domains)]
struct Row {
    pool_id: String,
    kind: String,
    name: String,
    status: String,
    is_primary: bool,
    created_at: i64,
    activated_at: Option<i64>,
    challenge: Option<String>,
    challenge_ends_at: Option<i64>,
    checks: i64,
    next_check_at: Option<i64>,
}

impl Row {
    fn of(domain: &PoolDomain) -> Self {
        let (since, challenge) = match &domain.status {
            DomainStatus::Active { since } => (Some(*since), None),
            DomainStatus::Pending(challenge) => (None, Some(challenge)),
        };
        Self {
            pool_id: domain.pool_id.to_string(),
            kind: domain.name.kind.as_str().to_owned(),
            name: domain.name.name.clone(),
            status: if challenge.is_some() { PENDING } else { ACTIVE }.to_owned(),
            is_primary: domain.is_primary,
            created_at: domain.created_at,
            activated_at: since,
            challenge: challenge.map(|c| c.token.clone()),
            challenge_ends_at: challenge.map(|c| c.ends_at),
            checks: challenge.map_or(0, |c| c.checks),
            next_check_at: challenge.map(|c| c.next_check_at),
        }
    }

    fn into_domain(self) -> Result<PoolDomain, StoreError> {
        let corrupt = || columns::corrupt(TABLE, &self.name);
        let status = match (self.status.as_str(), self.activated_at, &self.challenge) {
            (ACTIVE, Some(since), _) => DomainStatus::Active { since },
            (PENDING, _, Some(token)) => DomainStatus::Pending(Challenge {
                token: token.clone(),
                ends_at: self.challenge_ends_at.ok_or_else(corrupt)?,
                checks: self.checks,
                next_check_at: self.next_check_at.ok_or_else(corrupt)?,
            }),
            _ => return Err(corrupt()),
        };
        let kind: DomainKind = columns::parse(TABLE, &self.name, &self.kind)?;
        Ok(PoolDomain {
            pool_id: PoolId::trusted(self.pool_id),
            name: DomainName { kind, name: self.name },
            status,
            is_primary: self.is_primary,
            created_at: self.created_at,
        })
    }
}

/// Begins a change of domains: no other one runs until this write ends, and whoever remembers the state of before
/// sees by the stamp that it is old.
///
/// # Errors
/// When the database did not answer.
pub fn begin_change(c: &mut AnyConn, stamp: &str) -> Result<(), StoreError> {
    // The row is locked by writing it, on both databases.
    meta::set(c, STAMP, stamp)
}

/// The stamp of the last change; `None` before the first.
///
/// # Errors
/// When the database did not answer.
pub fn stamp(c: &mut AnyConn) -> Result<Option<String>, StoreError> {
    meta::get(c, STAMP)
}

/// Every domain that answers, of all pools.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list_active(c: &mut AnyConn) -> Result<Vec<PoolDomain>, StoreError> {
    use pool_domains as d;
    let query = d::table.filter(d::status.eq(ACTIVE)).order((d::activated_at, d::kind, d::name));
    on!(c, c => query.select(Row::as_select()).load(c))?.into_iter().map(Row::into_domain).collect()
}

/// The domains of a pool, or of all: oldest first.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(c: &mut AnyConn, pool: Option<&PoolId>) -> Result<Vec<PoolDomain>, StoreError> {
    use pool_domains as d;
    macro_rules! query {
        () => {{
            let mut query = d::table.order((d::pool_id, d::created_at, d::kind, d::name)).into_boxed();
            if let Some(pool) = pool {
                query = query.filter(d::pool_id.eq(pool.as_str()));
            }
            query
        }};
    }
    let rows: Vec<Row> = on!(c, c => query!().select(Row::as_select()).load(c))?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// A domain of a pool.
///
/// # Errors
/// When the database did not answer or the row cannot be understood.
pub fn find(c: &mut AnyConn, pool: &PoolId, name: &DomainName) -> Result<Option<PoolDomain>, StoreError> {
    let query = pool_domains::table.find((pool.as_str(), name.kind.as_str(), &name.name));
    on!(c, c => query.select(Row::as_select()).first(c).optional())?.map(Row::into_domain).transpose()
}

/// The pool that answers at a name.
///
/// # Errors
/// When the database did not answer.
pub fn holder(c: &mut AnyConn, name: &DomainName) -> Result<Option<PoolId>, StoreError> {
    use pool_domains as d;
    let query = d::table
        .filter(d::kind.eq(name.kind.as_str()))
        .filter(d::name.eq(&name.name))
        .filter(d::status.eq(ACTIVE))
        .select(d::pool_id);
    Ok(on!(c, c => query.first::<String>(c).optional())?.map(PoolId::trusted))
}

/// Stores a new domain.
///
/// # Errors
/// [`StoreError::Taken`] when another pool answers at the name, or the pool has it already.
pub fn insert(c: &mut AnyConn, domain: &PoolDomain) -> Result<(), StoreError> {
    let row = Row::of(domain);
    on!(c, c => diesel::insert_into(pool_domains::table).values(&row).execute(c))
        .map_err(columns::taken("domain"))?;
    Ok(())
}

/// Lets a pending domain answer from `now` on; returns whether it was pending.
///
/// # Errors
/// [`StoreError::Taken`] when another pool answers at the name.
pub fn activate(c: &mut AnyConn, pool: &PoolId, name: &DomainName, now: i64) -> Result<bool, StoreError> {
    use pool_domains as d;
    let row = d::table.find((pool.as_str(), name.kind.as_str(), &name.name)).filter(d::status.eq(PENDING));
    let changed = on!(c, c => diesel::update(row)
        .set((
            d::status.eq(ACTIVE),
            d::activated_at.eq(now),
            d::challenge.eq(None::<String>),
            d::challenge_ends_at.eq(None::<i64>),
            d::next_check_at.eq(None::<i64>),
        ))
        .execute(c))
    .map_err(columns::taken("domain"))?;
    Ok(changed == 1)
}

/// Makes one domain of a pool its primary one, or none.
///
/// # Errors
/// When the database did not answer.
pub fn set_primary(c: &mut AnyConn, pool: &PoolId, name: Option<&DomainName>) -> Result<(), StoreError> {
    use pool_domains as d;
    let old = d::table.filter(d::pool_id.eq(pool.as_str())).filter(d::is_primary.eq(true));
    on!(c, c => diesel::update(old).set(d::is_primary.eq(false)).execute(c))?;
    if let Some(name) = name {
        let new = d::table.find((pool.as_str(), name.kind.as_str(), &name.name));
        on!(c, c => diesel::update(new).set(d::is_primary.eq(true)).execute(c))?;
    }
    Ok(())
}

/// Deletes a domain of a pool; returns whether it was there.
///
/// # Errors
/// When the database did not answer.
pub fn delete(c: &mut AnyConn, pool: &PoolId, name: &DomainName) -> Result<bool, StoreError> {
    let row = pool_domains::table.find((pool.as_str(), name.kind.as_str(), &name.name));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Pending domains whose proof is to be looked for, those longest due first.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list_due(c: &mut AnyConn, now: i64, most: i64) -> Result<Vec<PoolDomain>, StoreError> {
    use pool_domains as d;
    let query = d::table
        .filter(d::status.eq(PENDING))
        .filter(d::next_check_at.le(now))
        .filter(d::challenge_ends_at.gt(now))
        .order(d::next_check_at)
        .limit(most);
    on!(c, c => query.select(Row::as_select()).load(c))?.into_iter().map(Row::into_domain).collect()
}

/// Takes one look for the caller, and sets when the next one is; returns whether nobody else took it.
///
/// # Errors
/// When the database did not answer.
pub fn claim_check(
    c: &mut AnyConn,
    domain: &PoolDomain,
    challenge: &Challenge,
    next: i64,
) -> Result<bool, StoreError> {
    use pool_domains as d;
    let row = d::table
        .find((domain.pool_id.as_str(), domain.name.kind.as_str(), &domain.name.name))
        .filter(d::challenge.eq(&challenge.token))
        .filter(d::checks.eq(challenge.checks))
        .filter(d::next_check_at.eq(challenge.next_check_at));
    let set = (d::checks.eq(d::checks + 1), d::next_check_at.eq(next));
    Ok(on!(c, c => diesel::update(row).set(set).execute(c))? == 1)
}

/// Deletes the domains that were not proven in time; returns how many.
///
/// # Errors
/// When the database did not answer.
pub fn delete_ended(c: &mut AnyConn, now: i64) -> Result<usize, StoreError> {
    use pool_domains as d;
    let rows = d::table.filter(d::status.eq(PENDING)).filter(d::challenge_ends_at.le(now));
    Ok(on!(c, c => diesel::delete(rows).execute(c))?)
}

/// Keeps a name for the pool that gave it up, until `free_at`.
///
/// # Errors
/// When the database did not answer.
pub fn release(c: &mut AnyConn, pool: &PoolId, name: &DomainName, free_at: i64) -> Result<(), StoreError> {
    use released_domains as r;
    on!(c, c => diesel::insert_into(r::table)
        .values((
            r::kind.eq(name.kind.as_str()),
            r::name.eq(&name.name),
            r::pool_id.eq(pool.as_str()),
            r::free_at.eq(free_at),
        ))
        .on_conflict((r::kind, r::name))
        .do_update()
        .set((r::pool_id.eq(pool.as_str()), r::free_at.eq(free_at)))
        .execute(c))?;
    Ok(())
}

/// The pool that gave a name up, and until when it is kept, Unix milliseconds.
///
/// # Errors
/// When the database did not answer.
pub fn released(c: &mut AnyConn, name: &DomainName) -> Result<Option<(PoolId, i64)>, StoreError> {
    use released_domains as r;
    let query = r::table.find((name.kind.as_str(), &name.name)).select((r::pool_id, r::free_at));
    let row: Option<(String, i64)> = on!(c, c => query.first(c).optional())?;
    Ok(row.map(|(pool, free_at)| (PoolId::trusted(pool), free_at)))
}

/// Forgets that a name was given up.
///
/// # Errors
/// When the database did not answer.
pub fn forget_release(c: &mut AnyConn, name: &DomainName) -> Result<(), StoreError> {
    let row = released_domains::table.find((name.kind.as_str(), &name.name));
    on!(c, c => diesel::delete(row).execute(c))?;
    Ok(())
}
