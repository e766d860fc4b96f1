//! Background work: sending what waits in the outbox, deleting what has expired, purging deleted pools, rotating signing
//! keys, looking for the proofs of domains, reading the metadata of SAML providers.
//!
//! Owns when something is done and by which node: messages are sent by every node, each message by the one that claimed
//! its row; everything in [`JOBS`] is done once over all nodes, by the one that took its lease ([`once`]). Leaves to the
//! services what is done. Waiting for time to pass happens here and nowhere else, but for a browser that is asked to be
//! patient (`pages`).

pub mod housekeeping;
pub mod once;

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;

use crate::config::AuditStream;
use crate::env::Env;
use crate::messages::outbox;
use crate::security::audit_stream;
use once::Job;

/// How often the outbox is looked at when nobody rings, and the unit in which jobs wait.
const TICK: Duration = Duration::from_secs(1);
/// Rounds of sending at once: while one waits for a slow mail server, the next sees to new messages.
const ROUNDS_AT_ONCE: usize = 4;

/// The job that only a node with an audit stream takes part in.
const STREAM: &str = "audit-stream";

/// What is done once over all nodes.
pub const JOBS: &[Job] = &[
    Job { name: "housekeeping", every_seconds: 60, run: housekeeping::expired },
    Job { name: "unconfirmed-accounts", every_seconds: 3600, run: housekeeping::unconfirmed },
    Job { name: "signing-keys", every_seconds: 60, run: housekeeping::signing_keys },
    Job { name: STREAM, every_seconds: 2, run: housekeeping::audit_stream },
    Job { name: "audit-retention", every_seconds: 3600, run: housekeeping::audit_retention },
    Job { name: "domain-proofs", every_seconds: 60, run: housekeeping::domain_proofs },
    Job { name: "saml-providers", every_seconds: 300, run: housekeeping::saml_providers },
    Job { name: "deleted-pools", every_seconds: 3600, run: housekeeping::deleted_pools },
];

/// When this node next asks for a job's lease.
#[derive(Clone, Copy)]
enum Next {
    Running,
    After { ticks: u64 },
}

/// Works until `shutdown` is ready, then lets the work under way finish and gives its leases back.
pub async fn run(env: Env, shutdown: impl Future<Output = ()>) {
    run_jobs(env, JOBS, shutdown).await;
}

/// As [`run`], with other jobs.
pub async fn run_jobs(env: Env, jobs: &'static [Job], shutdown: impl Future<Output = ()>) {
    let mut shutdown = pin!(shutdown);
    let holder = env.random.uuid_v4();
    let mut ticker = tokio::time::interval(TICK);
    ticker.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut tasks, mut rounds) = (JoinSet::new(), JoinSet::new());
    let streams = env.settings.audit.stream != AuditStream::Off;
    let takes_part = |job: &Job| streams || job.name != STREAM;
    let mut next = vec![Next::After { ticks: 0 }; jobs.len()];
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            () = env.outbox_bell.notified() => {}
            _ = ticker.tick() => {
                for (index, job) in jobs.iter().enumerate() {
                    next[index] = match next[index] {
                        Next::After { ticks: 0 } if takes_part(job) => {
                            let (env, holder) = (env.clone(), holder.clone());
                            tasks.spawn(async move {
                                (index, once::attempt(env, job, holder).await.as_secs())
                            });
                            Next::Running
                        }
                        Next::After { ticks } => Next::After { ticks: ticks.saturating_sub(1) },
                        Next::Running => Next::Running,
                    };
                }
            }
            Some(done) = tasks.join_next() => {
                match done {
                    Ok((index, ticks)) => next[index] = Next::After { ticks },
                    Err(error) => {
                        // Which one it was is lost with it. A job that runs in fact is kept from running twice by its
                        // lease.
                        tracing::error!(%error, "background work failed");
                        next.fill(Next::After { ticks: 60 });
                    }
                }
                continue;
            }
            Some(done) = rounds.join_next() => {
                if let Err(error) = done {
                    tracing::error!(%error, "sending messages failed");
                }
                continue;
            }
        }
        if rounds.len() < ROUNDS_AT_ONCE {
            rounds.spawn(deliver(env.clone()));
        }
    }
    while tasks.join_next().await.is_some() || rounds.join_next().await.is_some() {}
    // What the last requests left behind need not wait for the next start.
    if let Err(error) = audit_stream::write_due(&env).await {
        tracing::warn!(%error, "the audit trail is not streamed to its end");
    }
    once::give_back(&env, holder).await;
}

async fn deliver(env: Env) {
    if let Err(error) = outbox::deliver_due(&env).await {
        tracing::warn!(%error, "the outbox could not be read or written");
    }
}
