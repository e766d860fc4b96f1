//! The real server in this process: real HTTP on a port of its own, a clock that tests move, mail that is kept. It does no
//! background work by itself: messages are sent when a test asks for them.
//!
//! With `VESTIBULE_TEST_NODES=2` every server is two of them on one PostgreSQL, with pools, keys and caches of their own,
//! behind a balancer that sends each request to one of them at random. They share what nodes share: the database, the
//! master key, the mail server, and the time.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use vestibule::config::{HttpsSettings, MailSettings, PasswordHashSettings, Settings, SmsSettings};
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::random::{Random, SeededRandom, SystemRandom};
use vestibule::dev::seed;
use vestibule::directory::{clients, pools};
use vestibule::env::Env;
use vestibule::messages;
use vestibule::model::client::{AppClient, ClientSettings};
use vestibule::model::clock::{Clock, FakeClock, SystemClock};
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::model::message::OutgoingMessage;
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::model::saml::RecordedParty;
use vestibule::outbound::mail::MemoryMail;
use vestibule::outbound::sms::MemorySms;
use vestibule::server::{self, Listeners, Transports};
use vestibule::store::Db;

use super::balancer::{Balancer, Cargo};
use super::browser::Browser;
use super::database::TestDatabase;

/// The master key of every test server.
pub const MASTER_KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde7";

/// How many nodes a test server is made of: `VESTIBULE_TEST_NODES`, 1 when absent.
pub fn nodes_of_a_server() -> usize {
    let named = std::env::var("VESTIBULE_TEST_NODES").ok();
    named.map_or(1, |text| text.parse().expect("VESTIBULE_TEST_NODES is a number"))
}

/// A running server. Dropping it stops it.
pub struct TestServer {
    /// What the services of this server take; of several nodes the first one's.
    pub env: Env,
    /// Moves the time.
    pub clock: Arc<FakeClock>,
    /// The mail that was sent.
    pub mail: Arc<MemoryMail>,
    /// The SMS that were sent.
    pub sms: Arc<MemorySms>,
    /// `http://127.0.0.1:port`.
    pub origin: String,
    /// The origin of the management address; empty without one.
    pub management: String,
    /// The other nodes' environments.
    others: Vec<Env>,
    _balancer: Option<Balancer>,
    nodes: Vec<Node>,
    _database: Arc<TestDatabase>,
}

/// One process's worth of server.
struct Node {
    handle: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
}

/// What a test server is like; the default is a development server with the demonstration data.
#[derive(Clone)]
pub struct TestServerOptions {
    /// Whether it is a development server (loopback hosts, demonstration data).
    pub development: bool,
    /// Peers whose forwarding headers count.
    pub trusted_proxies: Vec<&'static str>,
    /// `public_url`; the own origin when absent.
    pub public_url: Option<&'static str>,
    /// Hashes computed at once, and waiting.
    pub hash_queue: (usize, usize),
    /// What follows the prefix in prefix domains.
    pub domain_suffix: Option<&'static str>,
    /// Certificate for a second port with HTTPS.
    pub https: Option<HttpsSettings>,
    /// Whether it has a management address.
    pub management: bool,
    /// Whether the test is about what one process does by itself, so that it stays one.
    pub one_process: bool,
    /// The key that the database's keys are sealed under.
    pub master_key: &'static str,
    /// Whom SAML providers know in place of the pools: for recorded messages.
    pub saml_party: Option<Arc<RecordedParty>>,
}

impl Default for TestServerOptions {
    fn default() -> Self {
        Self {
            development: true,
            trusted_proxies: vec!["127.0.0.0/8", "::1/128"],
            public_url: None,
            hash_queue: (2, 1000),
            domain_suffix: Some("localhost"),
            https: None,
            management: false,
            one_process: false,
            master_key: MASTER_KEY,
            saml_party: None,
        }
    }
}

impl TestServer {
    /// A development server on a fresh database.
    pub async fn start() -> Self {
        Self::start_with(TestServerOptions::default()).await
    }

    /// A server on a fresh database: SQLite, or PostgreSQL where it has several nodes.
    pub async fn start_with(options: TestServerOptions) -> Self {
        let several = nodes_of_a_server() > 1 && !options.one_process;
        let database = if several { TestDatabase::postgres().await } else { TestDatabase::sqlite().await };
        Self::start_on(Arc::new(database), options).await
    }

    /// A server on `database`, which several servers may share: the nodes of one installation.
    pub async fn start_on(database: Arc<TestDatabase>, options: TestServerOptions) -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let several =
            nodes_of_a_server() > 1 && !options.one_process && !options.management && database.is_postgres();
        let count = if several { nodes_of_a_server() } else { 1 };
        let bind = || TcpListener::bind("127.0.0.1:0").expect("a free port");
        let front = bind();
        let origin = format!("http://{}", front.local_addr().expect("a bound port"));
        let clock = Arc::new(FakeClock::new(SystemClock.now()));
        let (mail, sms) = (Arc::new(MemoryMail::default()), Arc::new(MemorySms::default()));
        let mut envs = Vec::new();
        for number in 0..count {
            let transports = Transports { mail: mail.clone(), sms: sms.clone() };
            let db = if number == 0 { (*database).clone() } else { database.another_node().await };
            envs.push(environment(&origin, &options, db, (clock.clone(), transports)).await);
        }
        if options.development {
            seed::plant(&envs[0]).await.expect("the demonstration data can be written");
        }
        let env = envs[0].clone();
        let management = options.management.then(bind);
        let management_origin = management
            .as_ref()
            .map(|listener| format!("http://{}", listener.local_addr().expect("a bound port")))
            .unwrap_or_default();
        let others = envs[1..].to_vec();
        let (balancer, nodes) = if count == 1 {
            (None, vec![Node::start(env.clone(), front, management)])
        } else {
            let listeners: Vec<_> = envs.iter().map(|_| bind()).collect();
            let addresses = listeners.iter().map(|l| l.local_addr().expect("a bound port")).collect();
            let nodes = envs.into_iter().zip(listeners).map(|(env, l)| Node::start(env, l, None)).collect();
            (Some(Balancer::start(vec![front], addresses, Cargo::Http)), nodes)
        };
        Self {
            env,
            clock,
            mail,
            sms,
            origin,
            management: management_origin,
            others,
            _balancer: balancer,
            nodes,
            _database: database,
        }
    }

    /// A browser without cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.origin)
    }

    /// The pool at the root.
    pub async fn default_pool(&self) -> UserPool {
        self.pool(seed::DEFAULT_POOL).await
    }

    /// A pool by id.
    pub async fn pool(&self, id: &str) -> UserPool {
        let id = PoolId::trusted(id);
        pools::find(&self.env, &id).await.expect("the database answers").expect("the pool exists")
    }

    /// A new pool, as an operator would make it.
    pub async fn create_pool(&self, name: &str, settings: PoolSettings) -> UserPool {
        pools::create(&self.env, None, name, settings).await.expect("the pool can be made")
    }

    /// A new client.
    pub async fn create_client(&self, pool: &UserPool, id: &str, settings: ClientSettings) -> AppClient {
        let new = clients::NewClient {
            id: Some(ClientId::parse(id).expect("a client id")),
            name: id.to_owned(),
            settings,
            secret: None,
        };
        clients::create(&self.env, pool, new).await.expect("the client can be made")
    }

    /// Changes the settings of a pool.
    pub async fn change_pool(&self, id: &str, change: impl FnOnce(&mut PoolSettings)) -> UserPool {
        let pool = self.pool(id).await;
        let mut settings = pool.settings.clone();
        change(&mut settings);
        let changed = pools::update(&self.env, &pool.id, &pool.name, settings).await;
        self.others.iter().for_each(|node| node.settings_cache.pools.forget(&pool.id));
        changed.expect("the settings are good")
    }

    /// Changes the settings of a client of a pool.
    pub async fn change_client(&self, pool: &UserPool, id: &str, change: impl FnOnce(&mut ClientSettings)) {
        let id = ClientId::trusted(id);
        let client = clients::find(&self.env, pool, &id)
            .await
            .expect("the database answers")
            .expect("the client exists");
        let mut settings = client.settings;
        change(&mut settings);
        clients::update(&self.env, pool, &id, settings).await.expect("the settings are good");
        // Other nodes may know the old ones for five seconds more; a test that stops the clock would wait for ever.
        let key = (pool.id.clone(), id);
        self.others.iter().for_each(|node| node.settings_cache.clients.forget(&key));
    }

    /// Lets the other nodes read a pool's settings again, as five seconds do; for what a test changed through the services.
    pub fn look_again(&self, pool: &PoolId) {
        for node in &self.others {
            node.settings_cache.pools.forget(pool);
            node.settings_cache.resource_servers.forget(pool);
            node.settings_cache.providers.forget(pool);
        }
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// Sends what waits in the outbox and returns the newest message to an address.
    pub async fn message_to(&self, address: &str) -> Option<OutgoingMessage> {
        messages::outbox::deliver_due(&self.env).await.expect("the database answers");
        self.mail.last_to(address).or_else(|| self.sms.last_to(address))
    }

    /// The code in the newest message to an address.
    pub async fn code_to(&self, address: &str) -> String {
        let message = self.message_to(address).await.expect("a message was sent");
        message.code.expect("the message holds a code")
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        // Also what keeps `async move` blocks from taking the origin along and leaving the server behind.
        self.nodes.clear();
    }
}

impl Node {
    fn start(env: Env, listener: TcpListener, management: Option<TcpListener>) -> Self {
        let (ready, started) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let listeners = Listeners {
                    http: vec![listener],
                    https: Vec::new(),
                    management: management.into_iter().collect(),
                };
                let running = server::start(env, listeners, None).expect("the server starts");
                ready.send(running.handle()).expect("the test waits");
                running.until_stopped().await.expect("the server ends well");
            });
        });
        let handle = started.recv_timeout(Duration::from_secs(30)).expect("the server starts in time");
        Self { handle, thread: Some(thread) }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // The future only carries the order to stop; the thread ends when it was carried out.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            if !std::thread::panicking() {
                ended.expect("the server thread ends without a panic");
            }
        }
    }
}

async fn environment(
    origin: &str,
    options: &TestServerOptions,
    db: Db,
    (clock, transports): (Arc<FakeClock>, Transports),
) -> Env {
    let mut seed = [0; 8];
    SystemRandom.fill(&mut seed);
    let random: Arc<dyn Random> = Arc::new(SeededRandom::new(u64::from_le_bytes(seed)));
    let master = MasterKey::parse(options.master_key).expect("a test key");
    let built = server::build_env(settings(origin, options), db, &master, (clock, random), transports).await;
    built.expect("the environment can be built")
}

/// What the operator of a test server decided.
pub(super) fn settings(origin: &str, options: &TestServerOptions) -> Settings {
    Settings {
        https: options.https.clone(),
        domain_suffix: options.domain_suffix.map(ToOwned::to_owned),
        trusted_proxies: options.trusted_proxies.iter().map(|net| net.parse().expect("a network")).collect(),
        default_pool: Some(PoolId::trusted(seed::DEFAULT_POOL)),
        development: options.development,
        password_hash: PasswordHashSettings {
            memory_kib: 64,
            iterations: 1,
            parallelism: 1,
            at_once: options.hash_queue.0,
            waiting: options.hash_queue.1,
        },
        mail: MailSettings::Mailbox,
        sms: SmsSettings::Mailbox,
        saml_party: options.saml_party.clone(),
        ..Settings::for_url(options.public_url.unwrap_or(origin).parse().expect("a URL"))
    }
}
