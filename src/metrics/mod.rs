//! What this process counts and measures, in the words of Prometheus.
//!
//! Owns the families, their labels and the text that is scraped. Leaves to others when something is counted, and who
//! may read it (`management`).
//!
//! No person is in a label, and nothing that somebody typed: label values are texts of the program (`&'static str`),
//! routes of its own table, and ids of pools that exist, of which a process keeps apart [`POOLS`]. Clients have no
//! label: programs can make thousands of them.

mod account;
mod database;
mod family;
mod http;
mod passwords;
mod people;
mod pools;
mod process;
mod protocol;
mod traces;

pub use account::AccountMetrics;
pub use database::{DatabaseMetrics, DatabaseUse, Using};
pub use family::{Counter, Gauge, Stopwatch, Timing};
pub use http::{HttpMetrics, UnderWay};
pub use passwords::PasswordQueueMetrics;
pub use people::PeopleMetrics;
pub use pools::{POOLS, PoolCounter};
pub use process::ProcessMetrics;
pub use protocol::ProtocolMetrics;
pub use traces::trace_spans;

use prometheus::{Registry, TextEncoder};

/// Everything one process counts. Cheap to share by an `Arc`.
pub struct Metrics {
    registry: Registry,
    /// Sign-ups, sign-ins, lock-outs.
    pub people: PeopleMetrics,
    /// The pages of people's own accounts.
    pub account: AccountMetrics,
    /// Tokens, clients, federation, messages, signatures.
    pub protocol: ProtocolMetrics,
    /// Requests.
    pub http: HttpMetrics,
    process: ProcessMetrics,
}

impl Metrics {
    /// All families, with those that the database and the password queue keep themselves. `started_at` is the start of
    /// the process, Unix milliseconds.
    pub fn new(database: &DatabaseMetrics, passwords: &PasswordQueueMetrics, started_at: i64) -> Self {
        let registry = Registry::new();
        let people = PeopleMetrics::new();
        let account = AccountMetrics::new();
        let protocol = ProtocolMetrics::new();
        let http = HttpMetrics::new();
        let process = ProcessMetrics::new(started_at);
        database.register(&registry);
        passwords.register(&registry);
        people.register(&registry);
        account.register(&registry);
        protocol.register(&registry);
        http.register(&registry);
        process.register(&registry);
        trace_spans().register(&registry);
        Self { registry, people, account, protocol, http, process }
    }

    /// When the certificate of the server's own TLS ends, Unix seconds.
    pub fn certificate_ends(&self, unix_seconds: i64) {
        self.process.certificate_ends.set(unix_seconds);
    }

    /// What waits in the outbox: messages, and the age of the oldest in seconds.
    pub fn outbox(&self, waiting: i64, oldest_seconds: i64) {
        self.protocol.outbox_waiting.set(waiting);
        self.protocol.outbox_oldest.set(oldest_seconds);
    }

    /// The text that Prometheus scrapes (text format 0.0.4).
    ///
    /// # Errors
    /// When a family cannot be written.
    pub fn text(&self) -> Result<String, String> {
        self.process.read();
        TextEncoder::new().encode_to_string(&self.registry.gather()).map_err(|error| error.to_string())
    }
}
