//! Where the time comes from. Owns the [`Clock`] trait, the system's clock and the one that tests move;
//! what the time means (expiry, validity) is left to whoever asks.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A source of the present time.
pub trait Clock: Send + Sync {
    /// The present time in unix milliseconds.
    fn now(&self) -> i64;
}

/// The operating system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    fn now(&self) -> i64 {
        let now = SystemTime::now();
        match now.duration_since(UNIX_EPOCH) {
            Ok(since) => milliseconds(since),
            Err(before) => -milliseconds(before.duration()),
        }
    }
}

/// A clock that stands still until it is moved. Share it in an `Arc`.
#[derive(Debug)]
pub struct FakeClock {
    now: AtomicI64,
}

impl FakeClock {
    /// A clock standing at `now`, in unix milliseconds.
    #[must_use]
    pub const fn new(now: i64) -> Self {
        Self { now: AtomicI64::new(now) }
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        self.now.fetch_add(milliseconds(by), Ordering::SeqCst);
    }

    /// Puts the clock at `now`, in unix milliseconds; backwards is allowed.
    pub fn set(&self, now: i64) {
        self.now.store(now, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fake_clock_moves_only_when_told() {
        let clock = FakeClock::new(1_000);
        assert_eq!(clock.now(), 1_000);
        assert_eq!(clock.now(), 1_000);
        clock.advance(Duration::from_secs(30));
        assert_eq!(clock.now(), 31_000);
        clock.set(5);
        assert_eq!(clock.now(), 5);
    }

    #[test]
    fn the_system_clock_counts_unix_milliseconds() {
        let year_2024 = 1_704_067_200_000;
        let year_2200 = 7_258_118_400_000;
        assert!((year_2024..year_2200).contains(&SystemClock.now()));
    }
}
