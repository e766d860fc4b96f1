//! What the services take, without a server: a clock that tests move and transports that keep what they are given.

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use vestibule::config::{MailSettings, PasswordHashSettings, Settings, SmsSettings};
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::password_queue::PasswordQueue;
use vestibule::crypto::random::{Random, SeededRandom};
use vestibule::directory::{pools, users};
use vestibule::env::{Env, KeyRing};
use vestibule::metrics::Metrics;
use vestibule::model::attributes::AttributeMap;
use vestibule::model::caller::Caller;
use vestibule::model::clock::{Clock, FakeClock, SystemClock};
use vestibule::model::event::Actor;
use vestibule::model::limits::MessageLimits;
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::model::user::User;
use vestibule::outbound::dns::MemoryDns;
use vestibule::outbound::documents::DocumentCache;
use vestibule::outbound::http::{HttpClient, HttpSettings, Reach};
use vestibule::outbound::mail::MemoryMail;
use vestibule::outbound::sms::MemorySms;
use vestibule::render::Renderer;
use vestibule::store::Db;

/// When the clock of every test begins, Unix milliseconds: 2026-11-21 14:03:07 UTC.
pub const BEGINNING: i64 = 1_795_269_787_000;

/// An environment and what tests do to it from outside.
pub struct TestEnv {
    /// What services take.
    pub env: Env,
    /// Moves the time.
    pub clock: Arc<FakeClock>,
    /// The mail that was sent.
    pub mail: Arc<MemoryMail>,
    /// The SMS that were sent.
    pub sms: Arc<MemorySms>,
    /// The records that DNS has.
    pub dns: Arc<MemoryDns>,
}

/// An environment on `db`. Several on one database are the nodes of one installation.
pub async fn test_env(db: &Db) -> TestEnv {
    build(db, &MasterKey::parse(&"5a".repeat(32)).expect("a test key"), BEGINNING).await
}

/// An environment on a database that the built program uses, whose master key is in `file`; its clock begins now.
pub async fn test_env_with(db: &Db, file: &std::path::Path) -> TestEnv {
    let key = std::fs::read_to_string(file).expect("the master key's file");
    build(db, &MasterKey::parse(&key).expect("a master key"), SystemClock.now()).await
}

async fn build(db: &Db, master: &MasterKey, beginning: i64) -> TestEnv {
    let clock = Arc::new(FakeClock::new(beginning));
    let (mail, sms) = (Arc::new(MemoryMail::new()), Arc::new(MemorySms::new()));
    let dns = Arc::new(MemoryDns::default());
    let random: Arc<dyn Random> = Arc::new(SeededRandom::new(std::process::id().into()));
    let keys = KeyRing::open(db, master, random.as_ref(), beginning).await.expect("the keys open");
    let passwords = PasswordQueue::new(NonZeroUsize::MIN, 100);
    let metrics = Metrics::new(db.metrics(), passwords.metrics(), beginning);
    let http = HttpClient::new(&HttpSettings::new(Reach::Development)).expect("a client");
    let env = Env {
        settings: Arc::new(settings()),
        db: db.clone(),
        clock: clock.clone(),
        random,
        signing_keys: Arc::default(),
        settings_cache: Arc::default(),
        domains: Arc::default(),
        keys: Arc::new(keys),
        passwords: Arc::new(passwords),
        mail: mail.clone(),
        sms: sms.clone(),
        dns: dns.clone(),
        documents: Arc::new(DocumentCache::new(&http, clock.clone())),
        http,
        renderer: Arc::new(Renderer::new().expect("the templates load")),
        outbox_bell: Arc::default(),
        pressure: Arc::default(),
        metrics: Arc::new(metrics),
        actor: Actor::System,
    };
    TestEnv { env, clock, mail, sms, dns }
}

impl TestEnv {
    /// A pool with these settings, changed by `change`; SMS may go everywhere.
    pub async fn pool(&self, change: impl FnOnce(&mut PoolSettings)) -> UserPool {
        let limits = MessageLimits { sms_countries: vec!["*".into()], ..MessageLimits::default() };
        let mut settings = PoolSettings { message_limits: limits, ..PoolSettings::default() };
        change(&mut settings);
        pools::create(&self.env, None, "Demo", settings).await.expect("the pool can be made")
    }

    /// A confirmed user.
    pub async fn user(&self, pool: &UserPool, name: &str) -> User {
        let new = users::NewUser {
            username: Some(name.to_owned()),
            attributes: AttributeMap::new(),
            password: Some("Correct-Horse-7".to_owned()),
            temporary: false,
            invite: false,
        };
        users::create(&self.env, &caller("192.0.2.1"), pool, new).await.expect("the user can be made")
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }
}

/// Somebody at an address, without cookies.
pub fn caller(address: &str) -> Caller {
    Caller {
        address: address.parse::<IpAddr>().expect("an address"),
        user_agent: String::new(),
        language: "en".to_owned(),
        language_is_wished: false,
        correlation_id: "test".to_owned(),
        device_cookie: None,
        remembered_cookies: Vec::new(),
    }
}

fn settings() -> Settings {
    Settings {
        password_hash: PasswordHashSettings {
            memory_kib: 64,
            iterations: 1,
            parallelism: 1,
            at_once: 1,
            waiting: 100,
        },
        mail: MailSettings::Mailbox,
        sms: SmsSettings::Mailbox,
        ..Settings::for_url("https://auth.example.com".parse().expect("a URL"))
    }
}
