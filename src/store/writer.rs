//! SQLite's single writer: one thread, one connection, a bounded queue of closures.
//!
//! One writer never meets a lock of its own process, so waiting is fair and bounded; many would poll.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use diesel::r2d2::ManageConnection;
use tokio::sync::{mpsc, oneshot};

use super::connection::{AnyConn, Connector};
use super::error::StoreError;
use crate::metrics::{DatabaseMetrics, DatabaseUse, Stopwatch};

/// How many closures may wait; the next ones wait for a place, no longer than the caller's patience.
const QUEUE: usize = 128;

type Job = Box<dyn FnOnce(&mut AnyConn) + Send>;

/// The sending end of the queue. The thread ends when the last one is dropped.
#[derive(Clone)]
pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
    patience: Duration,
    metrics: DatabaseMetrics,
}

impl Writer {
    /// Opens the connection and starts the thread. Blocks.
    pub(super) fn start(connector: Connector, metrics: DatabaseMetrics) -> Result<Self, StoreError> {
        let patience = connector.patience;
        let mut conn = connector.connect()?;
        let (jobs, mut queue) = mpsc::channel::<Job>(QUEUE);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || {
                while let Some(job) = queue.blocking_recv() {
                    let survived = catch_unwind(AssertUnwindSafe(|| job(&mut conn))).is_ok();
                    if (!survived || conn.is_lost())
                        && let Ok(fresh) = connector.connect()
                    {
                        conn = fresh;
                    }
                }
            })
            .map_err(|e| StoreError::Unavailable(format!("cannot start the writer's thread: {e}")))?;
        Ok(Self { jobs, patience, metrics })
    }

    /// Runs `work` on the writer's thread. Waits for its turn no longer than the patience; once begun, `work`
    /// completes even if the caller is gone.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        // Whoever sets it first decides: the writer that the work is done, the caller that it never will be.
        let decided = Arc::new(AtomicBool::new(false));
        let (answer, mut answered) = oneshot::channel();
        let span = tracing::debug_span!("database", operation = "write");
        let job: Job = Box::new({
            let (decided, metrics, asked) = (decided.clone(), self.metrics.clone(), Stopwatch::start());
            move |conn| {
                if !decided.swap(true, Ordering::AcqRel) {
                    let _using = metrics.begin(DatabaseUse::Write, &asked);
                    // The caller may have left; the work is done all the same.
                    let _ = answer.send(span.in_scope(|| work(conn)));
                }
            }
        });
        let turn = tokio::time::timeout(self.patience, async {
            self.jobs.send(job).await.map_err(|_| StoreError::Panicked)?;
            (&mut answered).await.unwrap_or(Err(StoreError::Panicked))
        });
        match turn.await {
            Ok(outcome) => outcome,
            Err(_) if !decided.swap(true, Ordering::AcqRel) => Err(StoreError::busy()),
            Err(_) => answered.await.unwrap_or(Err(StoreError::Panicked)),
        }
    }
}
