//! Lock-out: an attempt is counted before it is judged, so that parallel guesses cannot share one.

use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::store::StoreError;

/// Whose failures are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockSubject {
    /// A user of the pool.
    Known(UserId),
    /// A folded name that nobody has: it locks alike.
    Unknown(String),
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

/// A counted attempt. Dropping it leaves the failure counted; [`succeeded`] takes it back.
#[derive(Debug)]
#[must_use = "an attempt that is not settled stays a failure"]
pub struct Attempt {
    _private: (),
}

/// Counts an attempt as a failure and says whether it may be judged at all. One atomic write.
///
/// # Errors
/// [`LockoutError::Locked`] without counting anything while a lock holds.
pub async fn claim(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _subject: &LockSubject,
) -> Result<Attempt, LockoutError> {
    todo!()
}

/// Takes a counted attempt back: forgets the failures of this user from here, and takes one from the address.
///
/// # Errors
/// When the database did not answer.
pub async fn succeeded(_env: &Env, _attempt: Attempt) -> Result<(), StoreError> {
    todo!()
}

/// Remembers this browser as one that has signed this person in: the limit per user alone no longer binds it.
/// Returns the device cookie's value: the caller's own when it has one, else a new one.
///
/// # Errors
/// When the database did not answer.
pub async fn remember_browser(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _user: &UserId,
) -> Result<String, StoreError> {
    todo!()
}

/// Forgets all failures of a user (password reset by code, operator's unlock).
///
/// # Errors
/// When the database did not answer.
pub async fn unlock(_env: &Env, _pool: &UserPool, _user: &UserId) -> Result<(), StoreError> {
    todo!()
}
