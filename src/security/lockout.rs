//! Lock-out: an attempt is counted before it is judged, so that parallel guesses cannot share one.
//!
//! Three counters see every attempt: of the name from this address prefix, of the name from anywhere, of the address
//! over all names. The one that counts most finely has the lowest limit, so that whoever guesses locks himself out long
//! before he locks out the owner of the name. Counters are named by keyed fingerprints: people type passwords into the
//! name field, and the table must not keep them.

use std::net::IpAddr;

use super::audit;
use crate::crypto::digest;
use crate::crypto::encoding::hex;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::{PoolId, UserId};
use crate::model::limits::LockoutSettings;
use crate::model::pool::UserPool;
use crate::store::lockouts::{self, Counter, Key};
use crate::store::{AnyConn, StoreError, known_browsers};

const ADDRESS: &str = "address";
const USER: &str = "user";
const USER_AND_PREFIX: &str = "user-prefix";
/// The particular of an event that says which counter began the lock.
const COUNTER: &str = "counter";

/// How long a browser is remembered, in milliseconds: 400 days, the longest life browsers give a cookie.
const BROWSER_LIFE_MS: i64 = 400 * 24 * 3_600_000;

/// Whose failures are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockSubject {
    /// A user of the pool.
    Known(UserId),
    /// A folded name that nobody has: it locks alike.
    Unknown(String),
    /// The second factor of a user, apart from the password: the right password must not wipe out these failures.
    SecondFactor(UserId),
}

/// Why an attempt is not allowed.
#[derive(Debug, thiserror::Error)]
pub enum LockoutError {
    /// Too many failures; says how long to wait.
    #[error("too many failures; try again in {retry_after_seconds} s")]
    Locked {
        /// Seconds until the next attempt is judged.
        retry_after_seconds: u64,
    },
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A counted attempt. Dropping it leaves the failure counted; [`failed`] tells of it, [`succeeded`] takes it back.
#[derive(Debug)]
#[must_use = "an attempt that is not settled stays a failure"]
pub struct Attempt {
    pool_id: PoolId,
    counted: Vec<Counted>,
    /// What is told of the locks that it began, if it stays a failure.
    events: Vec<AuditEvent>,
}

/// What an attempt did to one counter.
#[derive(Debug, Clone)]
struct Counted {
    key: Key,
    /// The end of the lock that this attempt began, when it began one.
    locked_until: Option<i64>,
}

/// One counter's limit and how its locks grow.
#[derive(Debug, Clone, Copy)]
struct Rule {
    limit: u32,
    first_lock_ms: i64,
    longest_lock_ms: i64,
    forget_after_ms: i64,
}

/// Counts an attempt as a failure and says whether it may be judged at all. One atomic write.
///
/// # Errors
/// [`LockoutError::Locked`] without counting anything while a lock holds.
pub async fn claim(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    subject: &LockSubject,
) -> Result<Attempt, LockoutError> {
    let (now, pool_id) = (env.now(), pool.id.clone());
    let rules = rules(env, caller, pool, subject);
    let known_by = match (subject, &caller.device_cookie) {
        (LockSubject::Known(user) | LockSubject::SecondFactor(user), Some(cookie)) => {
            Some((user.clone(), digest::sha256_base64url(cookie.as_bytes())))
        }
        _ => None,
    };
    let events = lock_events(env, caller, pool, subject);
    let verdict = env
        .db
        .write(move |c| {
            let is_known = match &known_by {
                Some((user, digest)) => known_browsers::is_known(c, &pool_id, user, digest, now)?,
                None => false,
            };
            let applicable = rules.iter().filter(|(key, _)| !(is_known && key.scope == USER));
            count(c, &pool_id, applicable, now)
        })
        .await?;
    match verdict {
        Ok(counted) => Ok(Attempt { pool_id: pool.id.clone(), counted, events }),
        Err(locked_until) => Err(LockoutError::Locked { retry_after_seconds: seconds(locked_until - now) }),
    }
}

/// The events for the locks that an attempt may begin, one for each counter; a name that nobody has costs the same.
fn lock_events(env: &Env, caller: &Caller, pool: &UserPool, subject: &LockSubject) -> Vec<AuditEvent> {
    let event = |action, scope| {
        audit::event(env, action).in_pool(&pool.id).by(Actor::System).from_caller(caller).with(COUNTER, scope)
    };
    let mut events = vec![event("address.lock", ADDRESS)];
    for scope in [USER, USER_AND_PREFIX] {
        let event = event("user.lock", scope);
        events.push(match subject {
            LockSubject::Known(user) => event.about("user", user),
            LockSubject::SecondFactor(user) => event.about("user", user).with("second_factor", true),
            LockSubject::Unknown(_) => event,
        });
    }
    events
}

fn is_of(event: &AuditEvent, scope: &str) -> bool {
    event.detail.get(COUNTER).is_some_and(|counter| counter == scope)
}

/// Tells of the locks that an attempt began which stays a failure: it counted before it was judged, and a right password
/// would have taken them back.
pub async fn failed(env: &Env, attempt: Attempt) {
    let Attempt { pool_id, counted, events } = attempt;
    for counted in counted.into_iter().filter(|counted| counted.locked_until.is_some()) {
        env.metrics.people.lockouts.one([counted.key.scope]);
        if let Some(event) = events.iter().find(|event| is_of(event, counted.key.scope)) {
            audit::note(env, &pool_id, event.clone()).await;
        }
    }
}

/// Takes a counted attempt back: forgets the failures of this user from here and, unless the browser was known, from
/// anywhere, and takes one from the address.
///
/// # Errors
/// When the database did not answer.
pub async fn succeeded(env: &Env, attempt: Attempt) -> Result<(), StoreError> {
    let now = env.now();
    let Attempt { pool_id, counted, .. } = attempt;
    env.db
        .write(move |c| {
            for one in &counted {
                if one.key.scope == ADDRESS {
                    take_back(c, &pool_id, one, now)?;
                } else {
                    lockouts::delete(c, &pool_id, &one.key)?;
                }
            }
            Ok(())
        })
        .await
}

/// Takes back an attempt that was not judged after all: as if it had never been counted.
///
/// # Errors
/// When the database did not answer.
pub async fn withdraw(env: &Env, attempt: Attempt) -> Result<(), StoreError> {
    let now = env.now();
    let Attempt { pool_id, counted, .. } = attempt;
    env.db.write(move |c| counted.iter().try_for_each(|one| take_back(c, &pool_id, one, now))).await
}

/// Remembers this browser as one that has signed this person in: the limit per user alone no longer binds it.
/// Returns the device cookie's value: the caller's own when this pool gave it, else a new one.
///
/// # Errors
/// When the database did not answer.
pub async fn remember_browser(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &UserId,
) -> Result<String, StoreError> {
    let (now, pool_id, user) = (env.now(), pool.id.clone(), user.clone());
    let (presented, fresh) = (caller.device_cookie.clone(), env.random.token());
    env.db
        .write(move |c| {
            // A value that somebody else put into the browser would exempt him as well, so only our own is kept.
            let own = match &presented {
                Some(cookie) => {
                    let digest = digest::sha256_base64url(cookie.as_bytes());
                    known_browsers::is_known_to_pool(c, &pool_id, &digest, now)?.then(|| cookie.clone())
                }
                None => None,
            };
            let cookie = own.unwrap_or_else(|| fresh.clone());
            let digest = digest::sha256_base64url(cookie.as_bytes());
            known_browsers::insert(c, &pool_id, &user, &digest, (now, now + BROWSER_LIFE_MS))?;
            Ok(cookie)
        })
        .await
}

/// Forgets the wrong passwords of a user (password reset by code). Wrong second factors stay counted:
/// a new password proves nothing about them.
///
/// # Errors
/// When the database did not answer.
pub async fn unlock(env: &Env, pool: &UserPool, user: &UserId) -> Result<(), StoreError> {
    let name = fingerprint(env, &pool.id, &LockSubject::Known(user.clone()));
    let pool_id = pool.id.clone();
    env.db
        .write(move |c| {
            lockouts::delete(c, &pool_id, &Key { scope: USER, subject: name.clone() })?;
            lockouts::delete_beginning_with(c, &pool_id, USER_AND_PREFIX, &format!("{name}/"))
        })
        .await
}

/// The counters of one person, first and second factor: named before a write, forgotten inside it.
#[derive(Clone)]
pub struct OwnCounters {
    pool: PoolId,
    /// The fingerprints of the person as first and as second factor.
    names: [String; 2],
}

/// When the locks of a person end, Unix milliseconds; 0 without one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Locks {
    /// Of the first factor: the longest from anywhere.
    pub first_factor: i64,
    /// Of the second factor.
    pub second_factor: i64,
}

impl OwnCounters {
    /// Those of this person.
    pub fn of(env: &Env, pool: &PoolId, user: &UserId) -> Self {
        let names = [LockSubject::Known(user.clone()), LockSubject::SecondFactor(user.clone())]
            .map(|subject| fingerprint(env, pool, &subject));
        Self { pool: pool.clone(), names }
    }

    /// Forgets every failure of the person, first and second factor; to be called inside a write.
    ///
    /// # Errors
    /// When the database did not answer.
    pub fn forget(&self, c: &mut AnyConn) -> Result<(), StoreError> {
        for name in &self.names {
            lockouts::delete(c, &self.pool, &Key { scope: USER, subject: name.clone() })?;
            lockouts::delete_beginning_with(c, &self.pool, USER_AND_PREFIX, &format!("{name}/"))?;
        }
        Ok(())
    }

    /// Which locks there are.
    ///
    /// # Errors
    /// When the database did not answer.
    pub fn locks(&self, c: &mut AnyConn) -> Result<Locks, StoreError> {
        let mut ends = [0, 0];
        for (end, name) in ends.iter_mut().zip(&self.names) {
            for scope in [USER, USER_AND_PREFIX] {
                *end = (*end).max(lockouts::longest_lock(c, &self.pool, scope, name)?);
            }
        }
        Ok(Locks { first_factor: ends[0], second_factor: ends[1] })
    }
}

/// The counters of an attempt in the order in which they are taken, each with its limit.
fn rules(env: &Env, caller: &Caller, pool: &UserPool, subject: &LockSubject) -> Vec<(Key, Rule)> {
    let settings = &pool.settings.lockout;
    let name = fingerprint(env, &pool.id, subject);
    let prefix = env.keys.fingerprint("lockout-prefix", &[pool.id.as_str(), &caller.address_prefix()]);
    let address = env.keys.fingerprint("lockout-address", &[pool.id.as_str(), &whole_address(caller)]);
    let mut rules = vec![
        (Key { scope: ADDRESS, subject: hex(&address[..16]) }, Rule::new(settings, settings.per_address)),
        (
            Key { scope: USER_AND_PREFIX, subject: format!("{name}/{}", hex(&prefix[..16])) },
            Rule::new(settings, settings.per_user_and_prefix),
        ),
        (Key { scope: USER, subject: name }, Rule::new(settings, settings.per_user)),
    ];
    rules.sort_by(|(one, _), (other, _)| one.cmp(other));
    rules
}

fn fingerprint(env: &Env, pool: &PoolId, subject: &LockSubject) -> String {
    let (kind, name) = match subject {
        LockSubject::Known(user) => ("known", user.as_str()),
        LockSubject::Unknown(name) => ("unknown", name.as_str()),
        LockSubject::SecondFactor(user) => ("second-factor", user.as_str()),
    };
    hex(&env.keys.fingerprint("lockout-user", &[pool.as_str(), kind, name])[..16])
}

/// One client's address: a whole IPv4 address, or the part of an IPv6 address that one subscriber holds.
fn whole_address(caller: &Caller) -> String {
    match caller.address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(_) => caller.address_prefix(),
    }
}

/// Counts one failure on each counter, or on none when one is locked: then returns the end of the longest lock.
fn count<'a>(
    c: &mut AnyConn,
    pool: &PoolId,
    rules: impl Iterator<Item = &'a (Key, Rule)>,
    now: i64,
) -> Result<Result<Vec<Counted>, i64>, StoreError> {
    let mut read = Vec::with_capacity(3);
    for (key, rule) in rules {
        let fresh = Counter::empty(now + rule.forget_after_ms);
        read.push((key, rule, lockouts::find_for_update(c, pool, key, fresh)?));
    }
    let locked_until = read.iter().map(|(_, _, counter)| counter.locked_until).max().unwrap_or(0);
    if locked_until > now {
        return Ok(Err(locked_until));
    }
    let mut counted = Vec::with_capacity(read.len());
    for (key, rule, counter) in read {
        let next = rule.after_failure(counter, now);
        lockouts::update(c, pool, key, next)?;
        let locked_until = (next.locked_until > now).then_some(next.locked_until);
        counted.push(Counted { key: key.clone(), locked_until });
    }
    Ok(Ok(counted))
}

/// Takes one failure from a counter, with the lock that this failure began.
fn take_back(c: &mut AnyConn, pool: &PoolId, counted: &Counted, now: i64) -> Result<(), StoreError> {
    let stored = lockouts::find_for_update(c, pool, &counted.key, Counter::empty(now))?;
    let own_lock = counted.locked_until == Some(stored.locked_until);
    let next = Counter {
        failures: (stored.failures - 1).max(0),
        locked_until: if own_lock { 0 } else { stored.locked_until },
        ..stored
    };
    lockouts::update(c, pool, &counted.key, next)
}

impl Rule {
    fn new(settings: &LockoutSettings, limit: u32) -> Self {
        Self {
            limit: limit.max(1),
            first_lock_ms: i64::from(settings.first_lock_seconds) * 1000,
            longest_lock_ms: i64::from(settings.longest_lock_seconds) * 1000,
            forget_after_ms: i64::from(settings.forget_after_seconds) * 1000,
        }
    }

    /// The counter after one more failure. Failures are remembered beyond the lock they caused, or the longest lock
    /// would be followed by a fresh start.
    fn after_failure(self, counter: Counter, now: i64) -> Counter {
        let failures = if counter.forget_at <= now { 1 } else { counter.failures + 1 };
        let beyond = failures - i64::from(self.limit);
        let locked_until = if beyond < 0 { 0 } else { now + self.lock_ms(beyond) };
        Counter { failures, locked_until, forget_at: now.max(locked_until) + self.forget_after_ms }
    }

    /// The length of the lock `beyond` failures after the first.
    fn lock_ms(self, beyond: i64) -> i64 {
        let doublings = u32::try_from(beyond.clamp(0, 40)).expect("it was clamped");
        self.first_lock_ms.saturating_mul(1 << doublings).min(self.longest_lock_ms)
    }
}

fn seconds(milliseconds: i64) -> u64 {
    u64::try_from(milliseconds.max(0)).expect("not negative").div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Rule =
        Rule { limit: 5, first_lock_ms: 1_000, longest_lock_ms: 900_000, forget_after_ms: 900_000 };

    #[test]
    fn locks_begin_at_the_limit_and_double_to_the_longest() {
        let mut now = 1_000_000;
        let mut counter = Counter::empty(now + RULE.forget_after_ms);
        let mut locks = Vec::new();
        for _ in 0..16 {
            counter = RULE.after_failure(counter, now);
            locks.push((counter.locked_until - now).max(0) / 1000);
            now = now.max(counter.locked_until);
        }
        assert_eq!(locks, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    }

    #[test]
    fn failures_are_forgotten_after_a_quiet_time_that_begins_when_the_lock_ends() {
        let now = 1_000_000;
        let counter = Counter { failures: 4, locked_until: 0, forget_at: now + 1 };
        let locked = RULE.after_failure(counter, now);
        assert_eq!(locked, Counter { failures: 5, locked_until: now + 1_000, forget_at: now + 901_000 });
        assert_eq!(RULE.after_failure(locked, now + 900_999).failures, 6);
        assert_eq!(RULE.after_failure(locked, now + 901_000).failures, 1);
    }

    #[test]
    fn no_number_of_failures_overflows() {
        let counter = Counter { failures: i64::MAX / 2, locked_until: 0, forget_at: i64::MAX };
        assert_eq!(RULE.after_failure(counter, 0).locked_until, 900_000);
        let steep = Rule { first_lock_ms: i64::from(u32::MAX) * 1000, ..RULE };
        assert_eq!(steep.lock_ms(40), 900_000);
    }

    #[test]
    fn waiting_times_are_rounded_up() {
        assert_eq!([seconds(-5), seconds(0), seconds(1), seconds(1000), seconds(1001)], [0, 0, 1, 1, 2]);
    }
}
