//! Deleting a pool: at once it answers nobody; for 30 days it can be taken back as it was; then it goes for good.

use super::{DirectoryError, domains};
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::security::audit;
use crate::store::pools::{self, DeletedPool, Purge};

/// How long a deleted pool can be taken back, milliseconds.
pub const KEPT_MS: i64 = 30 * 86_400_000;

/// People deleted in one write.
const BATCH: i64 = 200;

/// Until when a deleted pool can be taken back, Unix milliseconds; `None` once its purge has begun.
pub fn kept_until(deleted: &DeletedPool) -> Option<i64> {
    (deleted.deleted_at > 0).then(|| deleted.deleted_at + KEPT_MS)
}

/// The deleted pools, by id.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env) -> Result<Vec<DeletedPool>, DirectoryError> {
    Ok(env.db.read(pools::list_deleted).await?)
}

/// Deletes a pool: from now on it answers nobody, its tokens count nowhere and its messages wait. Everything of it is
/// kept for [`KEPT_MS`]; returns until when, in Unix milliseconds.
///
/// # Errors
/// [`DirectoryError::NotFound`], also for one that is deleted already.
pub async fn delete(env: &Env, id: &PoolId) -> Result<i64, DirectoryError> {
    let (key, id, now) = (id.clone(), id.clone(), env.now());
    let event = audit::event(env, "pool.delete").in_pool(&id).about("pool", &id);
    let deleted = env.db.write(move |c| {
        let deleted = pools::mark_deleted(c, &id, now)?;
        if deleted {
            audit::record(c, &event)?;
        }
        Ok(deleted)
    });
    let deleted = deleted.await?;
    env.settings_cache.pools.forget(&key);
    if deleted { Ok(now + KEPT_MS) } else { Err(DirectoryError::NotFound("pool")) }
}

/// Takes a deleted pool back, with everything as it was.
///
/// # Errors
/// [`DirectoryError::NotFound`] when it is not deleted, or was deleted too long ago.
pub async fn restore(env: &Env, id: &PoolId) -> Result<(), DirectoryError> {
    let (id, since) = (id.clone(), env.now() - KEPT_MS);
    let event = audit::event(env, "pool.restore").in_pool(&id).about("pool", &id);
    let restored = env.db.write(move |c| {
        let restored = pools::restore(c, &id, since)?;
        if restored {
            audit::record(c, &event)?;
        }
        Ok(restored)
    });
    if restored.await? { Ok(()) } else { Err(DirectoryError::NotFound("deleted pool")) }
}

/// Deletes everything of a pool that is deleted already, however short a time ago. It cannot be taken back.
///
/// # Errors
/// [`DirectoryError::NotFound`] when there is no such deleted pool.
pub async fn purge(env: &Env, id: &PoolId) -> Result<(), DirectoryError> {
    if !remove(env, id, i64::MAX).await? {
        return Err(DirectoryError::NotFound("deleted pool"));
    }
    Ok(())
}

/// Deletes everything of the pools whose time is over, and goes on where a purge was interrupted; returns how many
/// pools went.
///
/// # Errors
/// When the database did not answer.
pub async fn purge_due(env: &Env) -> Result<usize, DirectoryError> {
    let until = env.now() - KEPT_MS;
    let deleted = list(env).await?;
    let mut purged = 0;
    for due in deleted.iter().filter(|deleted| deleted.deleted_at <= until) {
        purged += usize::from(remove(env, &due.pool.id, until).await?);
    }
    Ok(purged)
}

/// Removes a pool that was deleted at or before `until`, in batches, so that other writes get their turn in between.
/// Several callers may do it at once. Returns whether there was one.
async fn remove(env: &Env, id: &PoolId, until: i64) -> Result<bool, DirectoryError> {
    let row = id.clone();
    let event = audit::event(env, "pool.purge").in_pool(id).about("pool", id);
    let purging = env.clone();
    let found = env.db.write(move |c| {
        let purge = pools::begin_purge(c, &row, until)?;
        if purge == Purge::Begun {
            domains::give_up_all(&purging, c, &row)?;
            audit::record(c, &event)?;
        }
        Ok(purge)
    });
    if found.await? == Purge::NotDue {
        return Ok(false);
    }
    loop {
        let row = id.clone();
        if env.db.write(move |c| pools::purge_batch(c, &row, BATCH)).await? {
            env.signing_keys.forget(id);
            return Ok(true);
        }
    }
}
