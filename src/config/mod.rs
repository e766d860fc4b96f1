//! The settings of one server process, typed.
//!
//! Owns their meaning and their defaults. Where they come from is the command line's business (`cli`).

use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::SecretString;
use url::Url;

use crate::model::ids::PoolId;

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
    /// Peers whose `X-Forwarded-*` headers count.
    pub trusted_proxies: Vec<IpNet>,
    /// The pool served at the root of `public_url`.
    pub default_pool: Option<PoolId>,
    /// The region in pool ids.
    pub region: String,
    /// Whether this is the development server: demonstration data, mailbox, playground, loopback hosts.
    pub development: bool,
    /// Cost of password hashes.
    pub password_hash: PasswordHashSettings,
    /// How mail is sent.
    pub mail: MailSettings,
    /// How SMS are sent.
    pub sms: SmsSettings,
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
    /// The issuer of a pool: `{public_url}/{pool_id}`.
    pub fn issuer(&self, pool: &PoolId) -> String {
        format!("{}/{pool}", self.origin())
    }

    /// The origin of `public_url`, without a trailing slash.
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    /// Where a pool's pages and OAuth endpoints are named to live: the root for the default pool, else the
    /// path form.
    pub fn pool_url(&self, pool: &PoolId) -> String {
        if self.default_pool.as_ref() == Some(pool) { self.origin() } else { self.issuer(pool) }
    }
}
