//! SQLite's readers: a few threads with a connection each, and one queue of look-ups for all of them.
//!
//! A look-up takes a few microseconds, less than waking a thread for it. So a thread that has done its work looks once
//! more before it sleeps, and nobody wakes another while one is about to look: under load look-ups are taken along without
//! a wake-up each. A look-up that takes long holds up nobody: whoever takes one and leaves others wakes the next thread.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diesel::r2d2::ManageConnection;
use tokio::sync::oneshot;

use super::connection::{AnyConn, Connector};
use super::error::StoreError;
use crate::metrics::{DatabaseMetrics, DatabaseUse, Stopwatch};

/// How often a thread without work lets others go first and looks again before it sleeps.
const LOOKS: u32 = 2;
/// A thread that had nothing to do for so long ends, and its connection with it.
const IDLE: Duration = Duration::from_secs(60);

/// A look-up that waits; it is told when there is no connection for it.
type Job = Box<dyn FnOnce(Result<&mut AnyConn, StoreError>) + Send>;

/// The asking end of the queue. The threads end when the last one is dropped.
pub(super) struct Readers {
    shared: Arc<Shared>,
    patience: Duration,
    metrics: DatabaseMetrics,
}

struct Shared {
    queue: Mutex<Queue>,
    bell: Condvar,
    connector: Connector,
    most: u32,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    threads: u32,
    /// Threads that sleep and that nobody has called.
    asleep: u32,
    /// Calls that no sleeping thread has heard yet.
    calls: u32,
    /// Threads that will look into the queue without being woken.
    looking: u32,
    closed: bool,
}

impl Readers {
    /// At most `most` threads, which are started when they are needed.
    pub(super) fn new(connector: Connector, most: u32, metrics: DatabaseMetrics) -> Self {
        let patience = connector.patience;
        let shared = Shared { queue: Mutex::default(), bell: Condvar::new(), connector, most };
        Self { shared: Arc::new(shared), patience, metrics }
    }

    /// Runs `work` with a connection. Waits for its turn no longer than the patience; once begun, `work` completes even if
    /// the caller is gone.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        // Whoever sets it first decides: the reader that the work is done, the caller that it never will be.
        let decided = Arc::new(AtomicBool::new(false));
        let (answer, mut answered) = oneshot::channel();
        let (begun, metrics, asked) = (decided.clone(), self.metrics.clone(), Stopwatch::start());
        let span = tracing::debug_span!("database", operation = DatabaseUse::Read.label());
        let job = move |conn: Result<&mut AnyConn, StoreError>| {
            if begun.swap(true, Ordering::AcqRel) {
                return;
            }
            let using = metrics.begin(DatabaseUse::Read, &asked);
            let outcome = conn
                .and_then(|conn| span.in_scope(|| work(conn)).map_err(|error| error.settled(conn.is_lost())));
            drop(using);
            // The caller may have left.
            let _ = answer.send(outcome);
        };
        self.shared.push(Box::new(job))?;
        match tokio::time::timeout(self.patience, &mut answered).await {
            Ok(outcome) => outcome.unwrap_or(Err(StoreError::Panicked)),
            Err(_) if !decided.swap(true, Ordering::AcqRel) => Err(StoreError::busy()),
            Err(_) => answered.await.unwrap_or(Err(StoreError::Panicked)),
        }
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.bell.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(self: &Arc<Self>, job: Job) -> Result<(), StoreError> {
        let mut queue = self.lock();
        queue.jobs.push_back(job);
        if self.call_another(queue) { Ok(()) } else { self.start() }
    }

    /// Starts a thread that is counted already.
    fn start(self: &Arc<Self>) -> Result<(), StoreError> {
        let shared = self.clone();
        let thread = std::thread::Builder::new().name("sqlite-reader".into());
        let Err(error) = thread.spawn(move || shared.work_off()) else { return Ok(()) };
        let mut queue = self.lock();
        queue.threads -= 1;
        queue.looking -= 1;
        if queue.threads == 0 {
            // Nobody will ever come to them.
            queue.jobs.clear();
        }
        Err(StoreError::Unavailable(format!("cannot start a reader's thread: {error}")))
    }

    /// Sees to it that somebody looks into the queue; returns `false` when that must be a new thread, which is counted
    /// already.
    fn call_another(&self, mut queue: MutexGuard<'_, Queue>) -> bool {
        if queue.looking > 0 {
            return true;
        }
        if queue.asleep > 0 {
            queue.asleep -= 1;
            queue.calls += 1;
            queue.looking += 1;
            drop(queue);
            self.bell.notify_one();
            return true;
        }
        if queue.threads == self.most {
            return true;
        }
        queue.threads += 1;
        queue.looking += 1;
        false
    }

    /// A thread's life. It is counted as one that looks when it begins.
    fn work_off(self: Arc<Self>) {
        let mut conn = None;
        let mut queue = self.lock();
        while let Some(job) = self.next(queue) {
            self.run(job, &mut conn);
            queue = self.lock();
            queue.looking += 1;
        }
    }

    fn run(&self, job: Job, kept: &mut Option<AnyConn>) {
        if kept.as_mut().is_none_or(AnyConn::is_lost) {
            *kept = match self.connector.connect() {
                Ok(fresh) => Some(fresh),
                Err(error) => {
                    return job(Err(match error {
                        StoreError::Unavailable(_) => error,
                        other => StoreError::Unavailable(other.to_string()),
                    }));
                }
            };
        }
        if let Some(conn) = kept {
            // What panicked answers its caller by being dropped.
            drop(catch_unwind(AssertUnwindSafe(|| job(Ok(conn)))));
        }
    }

    /// The next look-up for a thread that looks; `None` when the thread is to end.
    fn next<'a>(self: &'a Arc<Self>, mut queue: MutexGuard<'a, Queue>) -> Option<Job> {
        let mut looks = 0;
        loop {
            if let Some(job) = queue.jobs.pop_front() {
                queue.looking -= 1;
                if !queue.jobs.is_empty() && !self.call_another(queue) {
                    // Where no other thread can be had, this one comes to the rest as well.
                    let _ = self.start();
                }
                return Some(job);
            }
            if looks < LOOKS && !queue.closed {
                looks += 1;
                drop(queue);
                std::thread::yield_now();
                queue = self.lock();
                continue;
            }
            queue.looking -= 1;
            queue.asleep += 1;
            queue = self.sleep(queue)?;
            looks = 0;
        }
    }

    /// Sleeps until it is called; `None` when the thread is to end.
    fn sleep<'a>(&self, mut queue: MutexGuard<'a, Queue>) -> Option<MutexGuard<'a, Queue>> {
        let mut idle = false;
        loop {
            if queue.calls > 0 {
                queue.calls -= 1;
                return Some(queue);
            }
            if idle || queue.closed {
                queue.asleep -= 1;
                queue.threads -= 1;
                return None;
            }
            let (woken, waited) = self.bell.wait_timeout(queue, IDLE).unwrap_or_else(PoisonError::into_inner);
            (queue, idle) = (woken, waited.timed_out());
        }
    }
}
