//! Counters of what may happen so often in a window, in the database.

use crate::model::ids::PoolId;
use crate::store::{AnyConn, StoreError};

/// One limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What is counted, for example `mail-destination`.
    pub scope: &'static str,
    /// For whom.
    pub subject: String,
    /// How many in a window.
    pub most: u32,
    /// The window in milliseconds.
    pub window_ms: i64,
}

/// Takes one from each of `limits`, or from none when one is used up; to be called inside a write.
///
/// # Errors
/// When the database did not answer.
pub fn take(_c: &mut AnyConn, _pool: &PoolId, _limits: &[Limit], _now: i64) -> Result<bool, StoreError> {
    todo!()
}
