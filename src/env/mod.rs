//! The one argument every service takes: the process's settings and its ways to the outside.
//!
//! Owns nothing itself. Tests build an [`Env`] with a clock they move, a seeded random source and
//! transports that keep what they are given.

mod domain_table;
mod key_ring;
mod pressure;
mod settings_cache;
mod signing_cache;

use std::sync::Arc;

use crate::config::Settings;
use crate::crypto::password_queue::PasswordQueue;
use crate::crypto::random::Random;
use crate::metrics::Metrics;
use crate::model::clock::Clock;
use crate::model::event::Actor;
use crate::outbound::dns::TxtLookup;
use crate::outbound::documents::DocumentCache;
use crate::outbound::http::HttpClient;
use crate::outbound::mail::MailTransport;
use crate::outbound::sms::SmsTransport;
use crate::render::Renderer;
use crate::store::Db;

pub use domain_table::{DomainCache, DomainTable, PoolHosts};
pub use key_ring::{KeyRing, KeyRingError, Rewrapped, check_keys, rewrap};
pub use pressure::{Degree, LineIsLong, Network, OpenForm, Pressure};
pub use settings_cache::SettingsCache;
pub use signing_cache::{PoolKeys, PublishedKey, SigningCache};

/// What a service may reach.
#[derive(Clone)]
pub struct Env {
    /// What the operator decided.
    pub settings: Arc<Settings>,
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// The keys that seal and fingerprint.
    pub keys: Arc<KeyRing>,
    /// Parsed signing keys.
    pub signing_keys: Arc<SigningCache>,
    /// Which host belongs to which pool.
    pub domains: Arc<DomainCache>,
    /// Pools, clients and resource servers as they were last read.
    pub settings_cache: Arc<SettingsCache>,
    /// The one queue that password hashes wait in.
    pub passwords: Arc<PasswordQueue>,
    /// The way mail goes.
    pub mail: Arc<dyn MailTransport>,
    /// The way SMS go.
    pub sms: Arc<dyn SmsTransport>,
    /// Questions to DNS.
    pub dns: Arc<dyn TxtLookup>,
    /// Requests to addresses that others chose.
    pub http: HttpClient,
    /// Documents that others publish.
    pub documents: Arc<DocumentCache>,
    /// Pages and words.
    pub renderer: Arc<Renderer>,
    /// Rung when a message was put into the outbox.
    pub outbox_bell: Arc<tokio::sync::Notify>,
    /// How hard the forms are pressed, as this process sees it.
    pub pressure: Arc<Pressure>,
    /// What this process counts.
    pub metrics: Arc<Metrics>,
    /// On whose behalf services act: the operator at the command line, the server itself otherwise.
    pub actor: Actor,
}

impl Env {
    /// The time, Unix milliseconds.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The same process on behalf of somebody else.
    #[must_use]
    pub fn acting_as(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }
}
