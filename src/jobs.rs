//! Background work: sending what waits in the outbox, deleting what has expired, purging deleted pools, rotating signing
//! keys.
//!
//! Every node does all of it; the database decides who sends a message. This is the only place that waits for time to
//! pass.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;

use crate::directory::{domains, pool_deletion};
use crate::env::Env;
use crate::messages::outbox;
use crate::store::{StoreError, cleanup};
use crate::tokens::keys;

/// How often the outbox is looked at when nobody rings.
const TICK: Duration = Duration::from_secs(1);
/// How often what has expired is deleted, in milliseconds.
const CLEANUP_MS: i64 = 60_000;
/// Rounds of sending at once: while one waits for a slow mail server, the next sees to new messages.
const ROUNDS_AT_ONCE: usize = 4;

/// What a finished task was.
enum Done {
    Round,
    Cleanup,
}

/// Works until `shutdown` is ready, then lets the work under way finish.
pub async fn run(env: Env, shutdown: impl Future<Output = ()>) {
    let mut shutdown = pin!(shutdown);
    let mut ticker = tokio::time::interval(TICK);
    ticker.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut tasks = JoinSet::new();
    let (mut rounds, mut cleaning, mut cleaned_at) = (0, false, None);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            () = env.outbox_bell.notified() => {}
            _ = ticker.tick() => {}
            Some(done) = tasks.join_next() => {
                match done {
                    Ok(Done::Round) => rounds -= 1,
                    Ok(Done::Cleanup) => cleaning = false,
                    Err(error) => {
                        // Which one it was is lost with it, and a panic is no reason to stop sending.
                        tracing::error!(%error, "background work failed");
                        (rounds, cleaning) = (0, false);
                    }
                }
                continue;
            }
        }
        if rounds < ROUNDS_AT_ONCE {
            rounds += 1;
            tasks.spawn(deliver(env.clone()));
        }
        let now = env.now();
        if !cleaning && cleaned_at.is_none_or(|last| now - last >= CLEANUP_MS) {
            (cleaning, cleaned_at) = (true, Some(now));
            tasks.spawn(clean_up(env.clone()));
        }
    }
    while tasks.join_next().await.is_some() {}
}

async fn deliver(env: Env) -> Done {
    if let Err(error) = outbox::deliver_due(&env).await {
        tracing::warn!(%error, "the outbox could not be read or written");
    }
    Done::Round
}

async fn clean_up(env: Env) -> Done {
    match delete_expired(&env).await {
        Ok(0) => {}
        Ok(rows) => tracing::debug!(rows, "deleted what had expired"),
        Err(error) => tracing::warn!(%error, "what has expired could not be deleted"),
    }
    // Two nodes may look at once: the database lets one make the key.
    match keys::rotate_due(&env).await {
        Ok(0) => {}
        Ok(made) => tracing::info!(made, "rotated signing keys"),
        Err(error) => tracing::warn!(%error, "signing keys could not be rotated"),
    }
    match domains::verify_due(&env).await {
        Ok(0) => {}
        Ok(proven) => tracing::info!(proven, "custom domains were proven"),
        Err(error) => tracing::warn!(%error, "custom domains could not be proven"),
    }
    match pool_deletion::purge_due(&env).await {
        Ok(0) => {}
        Ok(purged) => tracing::info!(purged, "purged deleted pools"),
        Err(error) => tracing::warn!(%error, "deleted pools could not be purged"),
    }
    Done::Cleanup
}

/// Deletes everything that has expired, in batches, so that other writes get their turn in between.
async fn delete_expired(env: &Env) -> Result<usize, StoreError> {
    let now = env.now();
    let mut deleted = 0;
    loop {
        let rows = env.db.write(move |c| cleanup::expired(c, now)).await?;
        deleted += rows;
        if rows == 0 {
            return Ok(deleted);
        }
    }
}
