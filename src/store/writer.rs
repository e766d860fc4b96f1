//! SQLite's single writer: one thread, one connection, a bounded queue of closures.
//!
//! One writer never meets a lock of its own process, so waiting is fair and bounded; many would poll. Every commit is
//! written through to the disk before anybody is told of it; writes that wait at the same time share one commit, so that
//! a slow disk costs each of them a part of a flush and not a flush of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use diesel::r2d2::ManageConnection;
use tokio::sync::{mpsc, oneshot};

use super::connection::{AnyConn, Connector, Failed, transaction};
use super::error::StoreError;
use crate::metrics::{DatabaseMetrics, DatabaseUse, Stopwatch, Using};

/// How many closures may wait; the next ones wait for a place, no longer than the caller's patience.
const QUEUE: usize = 128;
/// The most writes that share a commit.
const TOGETHER: usize = 64;

/// Work with the connection.
enum Job {
    /// A write; shares its transaction with those that wait at the same time.
    Write(Box<dyn Write>),
    /// What must be in no transaction of ours.
    Alone(Box<dyn FnOnce(&mut AnyConn) + Send>),
}

/// One write that somebody waits for.
trait Write: Send {
    /// Whether it is still wanted; asked once, from then on it is done even if the caller leaves.
    fn begin(&mut self) -> bool;
    /// Does the work in the savepoint that is open.
    fn run(&mut self, conn: &mut AnyConn) -> Verdict;
    /// Does the work in a transaction of its own.
    fn run_alone(&mut self, conn: &mut AnyConn);
    /// Gives up what was never begun in the database.
    fn give_up(&mut self, error: StoreError);
    /// Tells the caller, now that what it wrote is kept or that it wrote nothing.
    fn answer(self: Box<Self>);
}

/// What is to become of what a write wrote.
enum Verdict {
    Keep,
    TakeBack,
    /// How many savepoints it left open is not known.
    Panicked,
}

struct Waiting<T, F> {
    work: F,
    outcome: Option<Result<T, StoreError>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
    /// Whoever sets it first decides: the writer that the work is done, the caller that it never will be.
    decided: Arc<AtomicBool>,
    span: tracing::Span,
    metrics: DatabaseMetrics,
    asked: Stopwatch,
    /// From its turn to its answer.
    using: Option<Using>,
}

impl<T, F> Write for Waiting<T, F>
where
    T: Send,
    F: FnMut(&mut AnyConn) -> Result<T, StoreError> + Send,
{
    fn begin(&mut self) -> bool {
        let wanted = !self.decided.swap(true, Ordering::AcqRel);
        self.using = wanted.then(|| self.metrics.begin(DatabaseUse::Write, &self.asked));
        wanted
    }

    fn run(&mut self, conn: &mut AnyConn) -> Verdict {
        let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| self.span.in_scope(|| (self.work)(conn)))) else {
            return Verdict::Panicked;
        };
        let verdict = if outcome.is_ok() { Verdict::Keep } else { Verdict::TakeBack };
        self.outcome = Some(outcome);
        verdict
    }

    fn run_alone(&mut self, conn: &mut AnyConn) {
        let span = self.span.clone();
        let outcome = span.in_scope(|| transaction(conn, &mut self.work));
        self.outcome = Some(outcome.map_err(|failed| failed.error));
    }

    fn give_up(&mut self, error: StoreError) {
        self.outcome = Some(Err(error));
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or(Err(StoreError::Panicked));
        // The caller may have left; the work is done all the same.
        let _ = self.answer.send(outcome.map_err(|error| error.settled(false)));
    }
}

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
        let conn = connector.connect()?;
        let (jobs, queue) = mpsc::channel::<Job>(QUEUE);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || work_off(queue, conn, &connector))
            .map_err(|e| StoreError::Unavailable(format!("cannot start the writer's thread: {e}")))?;
        Ok(Self { jobs, patience, metrics })
    }

    /// Runs `work` in a transaction and answers when that is kept or rolled back. Waits for its turn no longer than the
    /// patience; once begun, `work` completes even if the caller is gone. It may be run twice.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let decided = Arc::new(AtomicBool::new(false));
        let (answer, answered) = oneshot::channel();
        let job = Waiting {
            work,
            outcome: None,
            answer,
            decided: decided.clone(),
            span: span(),
            metrics: self.metrics.clone(),
            asked: Stopwatch::start(),
            using: None,
        };
        self.wait(Job::Write(Box::new(job)), &decided, answered).await
    }

    /// Runs `work` on the writer's thread outside of any transaction; otherwise as [`Writer::write`].
    pub(super) async fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let decided = Arc::new(AtomicBool::new(false));
        let (answer, answered) = oneshot::channel();
        let span = span();
        let begun = decided.clone();
        let (metrics, asked) = (self.metrics.clone(), Stopwatch::start());
        let job = move |conn: &mut AnyConn| {
            if !begun.swap(true, Ordering::AcqRel) {
                let _using = metrics.begin(DatabaseUse::Write, &asked);
                let _ = answer.send(span.in_scope(|| work(conn)));
            }
        };
        self.wait(Job::Alone(Box::new(job)), &decided, answered).await
    }

    async fn wait<T>(
        &self,
        job: Job,
        decided: &AtomicBool,
        mut answered: oneshot::Receiver<Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
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

/// The part of a trace that a write is.
fn span() -> tracing::Span {
    tracing::debug_span!("database", operation = "write")
}

/// The thread's life: takes what waits, writes together, everything else one by one.
fn work_off(mut queue: mpsc::Receiver<Job>, mut conn: AnyConn, connector: &Connector) {
    let mut next = None;
    while let Some(job) = next.take().or_else(|| queue.blocking_recv()) {
        match job {
            Job::Alone(work) => drop(catch_unwind(AssertUnwindSafe(|| work(&mut conn)))),
            Job::Write(first) => {
                let mut batch = vec![first];
                while batch.len() < TOGETHER {
                    match queue.try_recv() {
                        Ok(Job::Write(another)) => batch.push(another),
                        Ok(alone) => {
                            next = Some(alone);
                            break;
                        }
                        Err(_) => break,
                    }
                }
                batch.retain_mut(|write| write.begin());
                write_together(&mut conn, &mut batch);
                batch.into_iter().for_each(Write::answer);
            }
        }
        if conn.is_lost()
            && let Ok(fresh) = connector.connect()
        {
            conn = fresh;
        }
    }
}

/// Runs all of them in one transaction, each in a savepoint, so that one that fails takes only its own statements back.
/// Where the whole transaction is lost, a full disk for example, each is run once more by itself, so that what there is
/// room for is kept. Where it could not even begin, all are told to come again.
fn write_together(conn: &mut AnyConn, batch: &mut [Box<dyn Write>]) {
    if let [only] = batch {
        return only.run_alone(conn);
    }
    let mut began = false;
    let mut all = |conn: &mut AnyConn| {
        began = true;
        for write in batch.iter_mut() {
            conn.begin_savepoint()?;
            match write.run(conn) {
                Verdict::Keep => conn.commit()?,
                Verdict::TakeBack => conn.roll_back_savepoint()?,
                Verdict::Panicked => return Err(StoreError::Panicked),
            }
        }
        Ok(())
    };
    let outcome = transaction(conn, &mut all);
    if let Err(Failed { error, .. }) = outcome {
        // Whoever has the file still has it, and each of them would wait as long again.
        if !began && !conn.is_lost() {
            batch.iter_mut().for_each(|write| write.give_up(StoreError::busy()));
            return;
        }
        tracing::debug!(%error, "writes that shared a commit are run one by one");
        for write in batch {
            write.run_alone(conn);
        }
    }
}
