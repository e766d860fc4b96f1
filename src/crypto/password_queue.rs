//! The one bounded queue for work that fills a core: password hashes, SRP, key generation. Without it a burst of
//! sign-ins would take a thread and 19 MiB each. Owns admission and the waiting; what a full queue means to the
//! client (503 with `Retry-After`) is left to the surfaces.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::metrics::{PasswordQueueMetrics, Stopwatch};

/// A queue with a fixed number of workers and of waiting places. Make one for the process and share it.
#[derive(Debug, Clone)]
pub struct PasswordQueue {
    permits: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    most_waiting: usize,
    metrics: PasswordQueueMetrics,
}

/// Why the work was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QueueError {
    /// Every worker and every waiting place is taken.
    #[error("the password queue is full")]
    Full,
    /// The work panicked, or the runtime is shutting down.
    #[error("work in the password queue did not finish")]
    Failed,
}

impl PasswordQueue {
    /// A queue that runs `workers` pieces of work at a time and lets `most_waiting` more wait.
    #[must_use]
    pub fn new(workers: NonZeroUsize, most_waiting: usize) -> Self {
        let permits = Arc::new(Semaphore::new(workers.get().min(Semaphore::MAX_PERMITS)));
        let metrics = PasswordQueueMetrics::default();
        Self { permits, waiting: Arc::new(AtomicUsize::new(0)), most_waiting, metrics }
    }

    /// A queue with one worker for each core.
    #[must_use]
    pub fn for_this_machine(most_waiting: usize) -> Self {
        Self::new(std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN), most_waiting)
    }

    /// Runs `work` on a blocking thread, in the order of the calls. Needs a tokio runtime.
    ///
    /// # Errors
    /// [`QueueError::Full`] at once when nobody may wait any more; [`QueueError::Failed`] when the work panicked.
    pub async fn run<T, F>(&self, work: F) -> Result<T, QueueError>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let permit = self.admit().await?;
        let metrics = self.metrics.clone();
        let span = tracing::debug_span!("password_hash");
        tokio::task::spawn_blocking(move || {
            let _span = span.entered();
            let turn = Stopwatch::start();
            // Held here and not by the caller: a client who hangs up does not stop the work it began, and
            // would otherwise make room for more of it.
            let _permit = permit;
            let done = work();
            metrics.done(&turn);
            done
        })
        .await
        .map_err(|_| QueueError::Failed)
    }

    /// What is measured of it.
    #[must_use]
    pub fn metrics(&self) -> &PasswordQueueMetrics {
        &self.metrics
    }

    async fn admit(&self) -> Result<OwnedSemaphorePermit, QueueError> {
        let asked = Stopwatch::start();
        if let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() {
            self.metrics.begun(&asked);
            return Ok(permit);
        }
        let place = WaitingPlace::take(&self.waiting, self.most_waiting);
        let _place = place.inspect_err(|_| self.metrics.refused())?;
        let _waits = self.metrics.waits();
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|_| QueueError::Failed)?;
        self.metrics.begun(&asked);
        Ok(permit)
    }
}

/// Gives its place back when dropped, so also when the waiting caller is.
struct WaitingPlace<'a>(&'a AtomicUsize);

impl<'a> WaitingPlace<'a> {
    fn take(waiting: &'a AtomicUsize, most: usize) -> Result<Self, QueueError> {
        waiting
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |taken| (taken < most).then_some(taken + 1))
            .map(|_| Self(waiting))
            .map_err(|_| QueueError::Full)
    }
}

impl Drop for WaitingPlace<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    use futures_util::FutureExt;

    fn queue(most_waiting: usize) -> PasswordQueue {
        PasswordQueue::new(NonZeroUsize::MIN, most_waiting)
    }

    /// Occupies the only worker until the returned sender is used or dropped.
    async fn occupy(
        queue: &PasswordQueue,
    ) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<(), QueueError>>) {
        let (release, released) = mpsc::channel();
        let (begin, begun) = tokio::sync::oneshot::channel();
        let queue = queue.clone();
        let running = tokio::spawn(async move {
            let work = move || {
                begin.send(()).expect("somebody waits");
                let _ = released.recv();
            };
            queue.run(work).await
        });
        begun.await.expect("the work began");
        (release, running)
    }

    #[tokio::test]
    async fn work_gives_its_result() {
        assert_eq!(queue(0).run(|| 2 + 2).await, Ok(4));
        assert_eq!(PasswordQueue::for_this_machine(0).run(|| 2 + 2).await, Ok(4));
    }

    #[tokio::test]
    async fn the_one_too_many_is_refused_at_once() {
        let queue = queue(1);
        let (release, running) = occupy(&queue).await;
        let mut waiting = Box::pin(queue.run(|| "waited"));
        assert!(waiting.as_mut().now_or_never().is_none());
        assert_eq!(queue.run(|| ()).now_or_never(), Some(Err(QueueError::Full)));
        drop(release);
        assert_eq!(waiting.await, Ok("waited"));
        assert_eq!(running.await.expect("no panic"), Ok(()));
        assert_eq!(queue.run(|| "room again").await, Ok("room again"));
    }

    #[tokio::test]
    async fn whoever_gives_up_waiting_frees_the_place() {
        let queue = queue(1);
        let (release, _running) = occupy(&queue).await;
        assert!(queue.run(|| ()).now_or_never().is_none());
        let mut waiting = Box::pin(queue.run(|| ()));
        assert!(waiting.as_mut().now_or_never().is_none(), "the place was free");
        drop(release);
        assert_eq!(waiting.await, Ok(()));
    }

    #[tokio::test]
    async fn a_caller_who_leaves_keeps_the_worker_busy() {
        let queue = queue(0);
        let (release, running) = occupy(&queue).await;
        running.abort();
        assert!(running.await.expect_err("aborted").is_cancelled());
        assert_eq!(queue.run(|| ()).await, Err(QueueError::Full));
        drop(release);
    }

    #[tokio::test]
    async fn a_panic_is_an_error_and_the_queue_goes_on() {
        let queue = queue(0);
        assert_eq!(queue.run(|| assert!(std::hint::black_box(false))).await, Err(QueueError::Failed));
        assert_eq!(queue.run(|| ()).await, Ok(()));
    }
}
