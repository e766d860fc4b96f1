//! The database as this process meets it.

use prometheus::Registry;

use super::family::{Counter, Gauge, Held, Stopwatch, Timing};

/// What a connection is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseUse {
    /// To look something up.
    Read,
    /// For a transaction.
    Write,
}

impl DatabaseUse {
    /// `read` or `write`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

/// What is measured of the database.
#[derive(Clone)]
pub struct DatabaseMetrics {
    connections: Gauge,
    reading: Gauge,
    writing: Gauge,
    wait: Timing<1>,
    duration: Timing<1>,
    unavailable: Counter<1>,
    retried: Counter<0>,
}

impl DatabaseMetrics {
    /// For a database of which at most `connections` are used for each purpose.
    pub fn new(connections: u32) -> Self {
        let uses = [["read"], ["write"]];
        let all = Self {
            connections: Gauge::new(
                "vestibule_database_connections_max",
                "Connections that may be in use at once for reading, and on PostgreSQL as many again for writing.",
            ),
            reading: Gauge::new("vestibule_database_connections_reading", "Connections in use for reading."),
            writing: Gauge::new("vestibule_database_connections_writing", "Connections in use for writing."),
            wait: Timing::new(
                "vestibule_database_wait_seconds",
                "Waiting for a turn at the database, by use (read, write).",
                ["use"],
            )
            .beginning_at_zero(&uses),
            duration: Timing::new(
                "vestibule_database_work_seconds",
                "Look-ups and transactions from their turn to their end, by use (read, write).",
                ["use"],
            )
            .beginning_at_zero(&uses),
            unavailable: Counter::new(
                "vestibule_database_unavailable_total",
                "Look-ups and transactions that the database had no answer for, by use (read, write).",
                ["use"],
            )
            .beginning_at_zero(&uses),
            retried: Counter::new(
                "vestibule_database_retries_total",
                "Transactions that were run a second time after a deadlock or a lost connection.",
                [],
            )
            .beginning_at_zero(&[[]]),
        };
        all.connections.set(i64::from(connections));
        all
    }

    /// A turn begins that was waited for since `waited` was started.
    pub fn begin(&self, what: DatabaseUse, waited: &Stopwatch) -> Using {
        self.wait.observe([what.label()], waited);
        let held = match what {
            DatabaseUse::Read => self.reading.hold(),
            DatabaseUse::Write => self.writing.hold(),
        };
        Using { duration: self.duration.clone(), label: what.label(), since: Stopwatch::start(), _held: held }
    }

    /// The database had no answer.
    pub fn unavailable(&self, what: DatabaseUse) {
        self.unavailable.one([what.label()]);
    }

    /// A transaction is run once more.
    pub fn retried(&self) {
        self.retried.one([]);
    }

    pub(super) fn register(&self, registry: &Registry) {
        self.connections.register(registry);
        self.reading.register(registry);
        self.writing.register(registry);
        self.wait.register(registry);
        self.duration.register(registry);
        self.unavailable.register(registry);
        self.retried.register(registry);
    }
}

/// A turn at the database; it ends when dropped.
pub struct Using {
    duration: Timing<1>,
    label: &'static str,
    since: Stopwatch,
    _held: Held,
}

impl Drop for Using {
    fn drop(&mut self) {
        self.duration.observe([self.label], &self.since);
    }
}
