//! The queue that password hashes wait in.

use prometheus::Registry;

use super::family::{Counter, Gauge, Held, Stopwatch, Timing};

/// What is measured of the password queue.
#[derive(Clone)]
pub struct PasswordQueueMetrics {
    waiting: Gauge,
    wait: Timing<0>,
    duration: Timing<0>,
    refused: Counter<0>,
}

impl Default for PasswordQueueMetrics {
    fn default() -> Self {
        Self {
            waiting: Gauge::new("vestibule_password_hashes_waiting", "Password hashes that wait for a core."),
            wait: Timing::new(
                "vestibule_password_hash_wait_seconds",
                "Waiting for a core to hash a password on.",
                [],
            )
            .beginning_at_zero(&[[]]),
            duration: Timing::new("vestibule_password_hash_seconds", "Hashing a password.", [])
                .beginning_at_zero(&[[]]),
            refused: Counter::new(
                "vestibule_password_hashes_refused_total",
                "Password hashes refused because the queue was full; answered 503.",
                [],
            )
            .beginning_at_zero(&[[]]),
        }
    }
}

impl PasswordQueueMetrics {
    /// One more waits until the guard is dropped.
    pub fn waits(&self) -> Held {
        self.waiting.hold()
    }

    /// Its turn came, `waited` after it asked for one.
    pub fn begun(&self, waited: &Stopwatch) {
        self.wait.observe([], waited);
    }

    /// It is done, `since` its turn came.
    pub fn done(&self, since: &Stopwatch) {
        self.duration.observe([], since);
    }

    /// There was no place to wait.
    pub fn refused(&self) {
        self.refused.one([]);
    }

    pub(super) fn register(&self, registry: &Registry) {
        self.waiting.register(registry);
        self.wait.register(registry);
        self.duration.register(registry);
        self.refused.register(registry);
    }
}

impl std::fmt::Debug for PasswordQueueMetrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordQueueMetrics")
    }
}
