//! The settings of one server process, typed.
//!
//! Owns their names, meaning and defaults (`table`), reading them from file and environment ([`load`]) and the
//! contradictions among them (`contradictions`). Leaves to others: looking at the world they speak of, such as
//! certificates and databases (`cli`), and what follows from them.

mod assemble;
mod contradictions;
mod document;
mod finding;
mod load;
mod reference;
mod table;
mod values;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use ipnet::IpNet;
use secrecy::SecretString;
use url::Url;

use crate::model::ids::PoolId;
use crate::model::saml::RecordedParty;

pub use document::nearest;
pub use finding::{Finding, Findings, Severity};
pub use load::{Loaded, MasterKeySource, Source, load};
pub use reference::reference;
pub use table::{Fallback, Kind, SETTINGS, Setting};

/// Everything that an operator decides for a process.
#[derive(Clone)]
pub struct Settings {
    /// The server's own address as browsers see it, without a path.
    pub public_url: Url,
    /// Addresses that speak HTTP.
    pub http: Vec<SocketAddr>,
    /// Addresses that speak HTTPS, and the certificate they show.
    pub https: Option<HttpsSettings>,
    /// `sqlite:` or `postgres:` URL of the database.
    pub database_url: String,
    /// Most database connections at once.
    pub database_connections: u32,
    /// Whether `serve` brings the database's tables up to date by itself.
    pub migrate_at_start: bool,
    /// Peers whose `X-Forwarded-*` headers count.
    pub trusted_proxies: Vec<IpNet>,
    /// The pool served at the root of `public_url`.
    pub default_pool: Option<PoolId>,
    /// The region in pool ids.
    pub region: String,
    /// What follows the prefix in prefix domains, for example `auth.example.com`, in lower case.
    pub domain_suffix: Option<String>,
    /// Whether this is the development server: demonstration data, mailbox, playground, loopback hosts.
    pub development: bool,
    /// Cost of password hashes.
    pub password_hash: PasswordHashSettings,
    /// How mail is sent.
    pub mail: MailSettings,
    /// How SMS are sent.
    pub sms: SmsSettings,
    /// Addresses of the management listener (health, metrics); none when empty.
    pub management: Vec<SocketAddr>,
    /// What is logged, and how.
    pub log: LogSettings,
    /// How long audit events are kept, and where else they go.
    pub audit: AuditSettings,
    /// Where traces go.
    pub telemetry: TelemetrySettings,
    /// How long a process that was told to stop goes on taking requests while it is not ready.
    pub shutdown_drain: Duration,
    /// Limits of requests to addresses that others chose.
    pub outbound: OutboundSettings,
    /// How long a stop waits for requests under way.
    pub shutdown_grace: Duration,
    /// Where the operator's own templates and themes are.
    pub pages: PagesSettings,
    /// Whom SAML providers know instead of the pools: nobody, but in tests with recorded messages.
    pub saml_party: Option<Arc<RecordedParty>>,
}

/// What is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogSettings {
    /// The form of a line.
    pub format: LogFormat,
    /// Directives as `tracing_subscriber::EnvFilter` reads them, for example `warn,vestibule=info`.
    pub filter: String,
}

impl Default for LogSettings {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "warn,vestibule=info".into() }
    }
}

/// The form of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// How long audit events are kept, and where else they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditSettings {
    /// Days until an event is deleted from the database.
    pub retention_days: u32,
    /// The stream beside the rows.
    pub stream: AuditStream,
}

impl Default for AuditSettings {
    fn default() -> Self {
        Self { retention_days: 400, stream: AuditStream::Off }
    }
}

/// Where audit events go besides the database, as JSON lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditStream {
    /// Nowhere.
    Off,
    /// To standard output.
    Stdout,
    /// To the end of a file.
    File(PathBuf),
}

/// An operator's own templates and themes; `docs/theming.md` has the contracts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PagesSettings {
    /// Folder of single templates and components that stand in for the built-in ones.
    pub templates_dir: Option<PathBuf>,
    /// Folder of themes, each a folder with `theme.toml`.
    pub themes_dir: Option<PathBuf>,
    /// Whether a changed file is loaded at the next page; for the development server.
    pub reload: bool,
}

/// Where traces go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TelemetrySettings {
    /// An OTLP/HTTP collector, for example `http://127.0.0.1:4318`; no traces when absent.
    pub otlp_endpoint: Option<Url>,
}

/// Limits of requests to addresses that others than the operator chose, such as those of identity providers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutboundSettings {
    /// Networks that may be talked to although they are not public.
    pub allow_networks: Vec<IpNet>,
    /// PEM file with certificate authorities that are trusted beside the public ones.
    pub ca_file: Option<PathBuf>,
}

/// Own TLS.
#[derive(Clone)]
pub struct HttpsSettings {
    /// Addresses to listen on.
    pub listen: Vec<SocketAddr>,
    /// PEM file with the certificate chain.
    pub certificate_file: PathBuf,
    /// PEM file with the private key.
    pub key_file: PathBuf,
}

/// Cost of argon2id and the length of its queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordHashSettings {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub iterations: u32,
    /// Lanes.
    pub parallelism: u32,
    /// Hashes computed at once in this process; each takes `memory_kib`.
    pub at_once: usize,
    /// Hashes that may wait; one more is answered 503.
    pub waiting: usize,
}

impl Default for PasswordHashSettings {
    fn default() -> Self {
        let at_once = std::thread::available_parallelism().map_or(2, usize::from);
        Self { memory_kib: 19_456, iterations: 2, parallelism: 1, at_once, waiting: 200 }
    }
}

/// How mail leaves the server.
#[derive(Clone)]
pub enum MailSettings {
    /// Into the development mailbox.
    Mailbox,
    /// Nowhere: messages stay in the outbox until they expire, and the log says so.
    Off,
    /// By SMTP.
    Smtp {
        /// Host name of the mail server.
        host: String,
        /// Its port.
        port: u16,
        /// TLS from the first byte (`implicit`), by STARTTLS, or not at all.
        tls: SmtpTls,
        /// User name and password, where the server wants them.
        credentials: Option<(String, SecretString)>,
        /// The `From` address, for example `Vestibule <no-reply@example.com>`.
        from: String,
    },
}

/// How an SMTP connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpTls {
    /// TLS from the first byte (port 465).
    Implicit,
    /// STARTTLS, required (port 587).
    StartTls,
    /// None; for a relay on the same machine.
    None,
}

/// How SMS leave the server.
#[derive(Clone)]
pub enum SmsSettings {
    /// Into the development mailbox.
    Mailbox,
    /// Nowhere: a pool that needs SMS gets a clear error.
    Off,
    /// Through an HTTP gateway; `docs/sms-gateway.md` has the contract.
    Gateway {
        /// Where to post.
        url: Url,
        /// Sent as `Authorization: Bearer`.
        token: SecretString,
    },
}

impl Settings {
    /// The settings of a production server of which nothing is known but its address: every default, no
    /// listener, no database.
    pub fn for_url(public_url: Url) -> Self {
        Self {
            public_url,
            http: Vec::new(),
            https: None,
            database_url: String::new(),
            database_connections: 8,
            migrate_at_start: true,
            trusted_proxies: Vec::new(),
            default_pool: None,
            region: "us-east-1".into(),
            domain_suffix: None,
            development: false,
            password_hash: PasswordHashSettings::default(),
            mail: MailSettings::Off,
            sms: SmsSettings::Off,
            management: vec![SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9401)],
            log: LogSettings::default(),
            audit: AuditSettings::default(),
            telemetry: TelemetrySettings::default(),
            shutdown_drain: Duration::ZERO,
            outbound: OutboundSettings::default(),
            shutdown_grace: Duration::from_secs(30),
            pages: PagesSettings::default(),
            saml_party: None,
        }
    }

    /// The issuer of a pool: `{public_url}/{pool_id}`.
    pub fn issuer(&self, pool: &PoolId) -> String {
        format!("{}/{pool}", self.origin())
    }

    /// The origin of `public_url`, without a trailing slash.
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    /// Where a pool's pages and OAuth endpoints live at the server's own host: the root for the default pool, else the
    /// path form. A pool with a domain names that instead (`directory::domains::address`).
    pub fn pool_url(&self, pool: &PoolId) -> String {
        if self.default_pool.as_ref() == Some(pool) { self.origin() } else { self.issuer(pool) }
    }
}
