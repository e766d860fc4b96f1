//! A job that is done once over all nodes.
//!
//! Its lease is at the same time its timetable: who takes it does the job at once and keeps the lease until the job is due
//! again, so that nobody else begins before. A job that takes longer moves the end on ([`Turn::goes_on`]). A node that
//! stops gives its leases back; one that dies lets them run out, and another does the job when it is next due.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::env::Env;
use crate::store::StoreError;
use crate::store::leases::{self, Verdict};

/// How long to wait before a lease that could not be asked for is asked for again.
const AFTER_TROUBLE: Duration = Duration::from_secs(5);

/// Something to be done now and then.
#[derive(Clone, Copy)]
pub struct Job {
    /// Its name in the log and its lease's.
    pub name: &'static str,
    /// From the beginning of one to the beginning of the next.
    pub every_seconds: u32,
    /// Does it and says how much there was to do.
    pub run: fn(Turn) -> Work,
}

/// A job under way; it ends in how much was done.
pub type Work = Pin<Box<dyn Future<Output = Result<usize, JobError>> + Send>>;

/// Why a job did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A service refused.
    #[error("{0}")]
    Service(String),
    /// This node was so slow that another has taken over.
    #[error("another node has taken over")]
    TakenOver,
}

/// The right to do a job now.
pub struct Turn {
    /// What services take.
    pub env: Env,
    job: &'static Job,
    holder: String,
}

impl Turn {
    /// Tells the other nodes that this one is still at it; to be called between the parts of a long job, which ends
    /// where this fails.
    ///
    /// # Errors
    /// [`JobError::TakenOver`], [`JobError::Store`].
    pub async fn goes_on(&self) -> Result<(), JobError> {
        let (name, holder, for_ms) = (self.job.name, self.holder.clone(), self.job.every_ms());
        let ours = self.env.db.write(move |c| leases::extend(c, name, &holder, for_ms)).await?;
        if ours { Ok(()) } else { Err(JobError::TakenOver) }
    }
}

impl Job {
    fn every_ms(&self) -> i64 {
        i64::from(self.every_seconds) * 1000
    }
}

/// Does `job` if it is due and no other node does it. Returns when to ask again.
pub async fn attempt(env: Env, job: &'static Job, holder: String) -> Duration {
    let every = Duration::from_secs(job.every_seconds.into());
    let (name, for_ms, asker) = (job.name, job.every_ms(), holder.clone());
    match env.db.write(move |c| leases::take(c, name, &asker, for_ms)).await {
        Ok(Verdict::Taken) => {}
        Ok(Verdict::Held { for_ms }) => {
            let left = Duration::from_millis(for_ms.try_into().unwrap_or(0));
            return (left + Duration::from_millis(999)).min(every);
        }
        Err(error) => {
            tracing::warn!(job = job.name, %error, "it is not known whose turn a job is");
            return AFTER_TROUBLE.min(every);
        }
    }
    match (job.run)(Turn { env, job, holder }).await {
        Ok(0) => {}
        Ok(done) => tracing::info!(job = job.name, done, "job done"),
        Err(error) => tracing::warn!(job = job.name, %error, "job not done"),
    }
    every
}

/// Gives back the leases of a node that stops.
pub async fn give_back(env: &Env, holder: String) {
    if let Err(error) = env.db.write(move |c| leases::release_all(c, &holder)).await {
        tracing::warn!(%error, "leases were not given back; they end by themselves");
    }
}
