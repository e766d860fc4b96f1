//! Sending what waits in the outbox.

use crate::env::Env;
use crate::store::StoreError;

/// Sends what is due, each message by one node only, and schedules the failed ones again. Returns how many left.
///
/// # Errors
/// When the database did not answer.
pub async fn deliver_due(_env: &Env) -> Result<usize, StoreError> {
    todo!()
}
