//! Sending what waits in the outbox.

use futures_util::stream::{FuturesUnordered, StreamExt};

use crate::env::Env;
use crate::model::message::{Medium, OutgoingMessage};
use crate::outbound::mail::SendError;
use crate::store::StoreError;
use crate::store::outbox::{self, WaitingMessage};

/// Messages looked up at once.
const BATCH: i64 = 50;
/// Messages on their way at once: a slow one does not hold the others.
const AT_ONCE: usize = 8;
/// A message whose node died while sending is tried again after so many milliseconds; longer than any transport waits.
const HIDDEN_MS: i64 = 5 * 60_000;
/// Waits after the first, second … failed attempt in milliseconds; the last one repeats.
const WAITS_MS: [i64; 4] = [30_000, 2 * 60_000, 10 * 60_000, 3_600_000];

/// Where a payload is sealed for.
pub(super) fn place<'a>(pool: &'a str, id: &'a str) -> [&'a str; 4] {
    [pool, "outbox", id, "sealed_payload"]
}

/// Sends what is due, each message by one node only, and schedules the failed ones again. Returns how many left.
/// Several calls may run at once.
///
/// # Errors
/// When the database did not answer.
pub async fn deliver_due(env: &Env) -> Result<usize, StoreError> {
    let mut sent = 0;
    loop {
        let now = env.now();
        let due = env.db.read(move |c| outbox::list_due(c, now, BATCH)).await?;
        if due.is_empty() {
            return Ok(sent);
        }
        let mut on_their_way = FuturesUnordered::new();
        for message in due {
            if on_their_way.len() >= AT_ONCE
                && let Some(outcome) = on_their_way.next().await
            {
                sent += usize::from(outcome?);
            }
            // Taken one after the other: of two codes for one person the older leaves first.
            if let Some(message) = claim(env, message).await? {
                on_their_way.push(deliver(env, message));
            }
        }
        while let Some(outcome) = on_their_way.next().await {
            sent += usize::from(outcome?);
        }
    }
}

/// Takes a message for this node; `None` when another node has it.
async fn claim(env: &Env, message: WaitingMessage) -> Result<Option<WaitingMessage>, StoreError> {
    let now = env.now();
    let row = message.clone();
    let taken = env.db.write(move |c| outbox::claim(c, &row, now + HIDDEN_MS)).await?;
    Ok(taken.then_some(message))
}

/// Sends a message that this node has taken; returns whether it left.
async fn deliver(env: &Env, message: WaitingMessage) -> Result<bool, StoreError> {
    let now = env.now();
    if message.expires_at <= now {
        give_up(env, &message, "it was not sent in time").await?;
        return Ok(false);
    }
    // From here on no connection to the database is held: a mail server may take its time.
    match send(env, &message).await {
        Ok(()) => {
            let (id, now) = (message.id.clone(), env.now());
            env.db.write(move |c| outbox::mark_sent(c, &id, now)).await?;
            tracing::info!(message = %message.id, pool = %message.pool_id, kind = %message.kind, "message sent");
            Ok(true)
        }
        Err(SendError::Refused(reason)) => {
            give_up(env, &message, &reason).await?;
            Ok(false)
        }
        Err(SendError::Later(reason)) => {
            put_off(env, &message, &reason).await?;
            Ok(false)
        }
    }
}

async fn send(env: &Env, message: &WaitingMessage) -> Result<(), SendError> {
    let unreadable = |_| SendError::Refused("its stored form cannot be opened".to_owned());
    let place = place(message.pool_id.as_str(), &message.id);
    let payload = env.keys.open_column(place, &message.sealed_payload).map_err(unreadable)?;
    let outgoing: OutgoingMessage = serde_json::from_slice(&payload)
        .map_err(|_| SendError::Refused("its stored form cannot be read".to_owned()))?;
    let (outcome, medium) = match outgoing.medium {
        Medium::Email => (env.mail.send(&message.id, &outgoing).await, "email"),
        Medium::Sms => (env.sms.send(&message.id, &outgoing).await, "sms"),
    };
    let word = match &outcome {
        Ok(()) => "sent",
        Err(SendError::Refused(_)) => "failed",
        Err(SendError::Later(_)) => "put_off",
    };
    env.metrics.protocol.messages.one([medium, word]);
    outcome
}

async fn give_up(env: &Env, message: &WaitingMessage, reason: &str) -> Result<(), StoreError> {
    tracing::error!(
        message = %message.id, pool = %message.pool_id, kind = %message.kind, reason, "message not sent"
    );
    let (id, reason, now) = (message.id.clone(), reason.to_owned(), env.now());
    env.db.write(move |c| outbox::mark_failed(c, &id, &reason, now)).await
}

async fn put_off(env: &Env, message: &WaitingMessage, reason: &str) -> Result<(), StoreError> {
    let now = env.now();
    let next = now + wait_ms(message.attempts);
    if next >= message.expires_at {
        return give_up(env, message, reason).await;
    }
    tracing::warn!(
        message = %message.id, pool = %message.pool_id, kind = %message.kind, reason, "message put off"
    );
    let (id, reason) = (message.id.clone(), reason.to_owned());
    env.db.write(move |c| outbox::put_off(c, &id, &reason, next)).await
}

/// How long to wait after an attempt that `earlier` others came before.
fn wait_ms(earlier: i64) -> i64 {
    let last = WAITS_MS.len() - 1;
    WAITS_MS[usize::try_from(earlier).unwrap_or(last).min(last)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_an_hour() {
        let minutes: Vec<_> = [0, 1, 2, 3, 4, 100].into_iter().map(|n| wait_ms(n) / 1000).collect();
        assert_eq!(minutes, [30, 120, 600, 3600, 3600, 3600]);
    }
}
