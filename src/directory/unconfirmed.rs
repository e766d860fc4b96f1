//! Accounts that nobody confirmed: they hold a name and a password hash for nobody, and a flood of sign-ups is made of
//! them.

use super::{DirectoryError, account};
use crate::env::Env;
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::{StoreError, pools, users};

/// Accounts deleted in one write.
const BATCH: i64 = 100;
const DAY_MS: i64 = 86_400_000;

/// The pools that delete such accounts.
///
/// # Errors
/// [`DirectoryError::Store`].
pub async fn pools(env: &Env) -> Result<Vec<UserPool>, DirectoryError> {
    let mut pools = env.db.read(pools::list).await?;
    pools.retain(|pool| pool.settings.unconfirmed_account_days > 0);
    Ok(pools)
}

/// Deletes some of the accounts that were not confirmed in time, the oldest first; returns how many went, 0 when none is
/// left.
///
/// # Errors
/// [`DirectoryError::Store`].
pub async fn delete_batch(env: &Env, pool: &UserPool) -> Result<usize, DirectoryError> {
    let until = env.now() - i64::from(pool.settings.unconfirmed_account_days) * DAY_MS;
    let pool_id = pool.id.clone();
    let due = env.db.read(move |c| users::list_never_confirmed(c, &pool_id, until, BATCH)).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let pool_id = pool.id.clone();
    let events: Vec<_> = due
        .iter()
        .map(|id| {
            audit::event(env, "user.delete")
                .in_pool(&pool_id)
                .about("user", id)
                .with("reason", "never confirmed")
        })
        .collect();
    let deleted = env.db.write(move |c| {
        let mut deleted = 0;
        for (id, event) in due.iter().zip(&events) {
            // Whoever confirms in the same moment keeps the account.
            if account::delete_unconfirmed(c, &pool_id, id)? {
                audit::record(c, event)?;
                deleted += 1;
            }
        }
        Ok::<_, StoreError>(deleted)
    });
    Ok(deleted.await?)
}
