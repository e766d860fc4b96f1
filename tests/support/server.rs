//! The real server in this process: real HTTP on a port of its own, a clock that tests move, mail that is kept. It does no
//! background work by itself: messages are sent when a test asks for them.

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
use vestibule::outbound::mail::MemoryMail;
use vestibule::outbound::sms::MemorySms;
use vestibule::server::{self, Listeners, Transports};

use super::browser::Browser;
use super::database::TestDatabase;

/// The master key of every test server.
pub const MASTER_KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A running server. Dropping it stops it.
pub struct TestServer {
    /// What the services of this server take.
    pub env: Env,
    /// Moves the time.
    pub clock: Arc<FakeClock>,
    /// The mail that was sent.
    pub mail: Arc<MemoryMail>,
    /// The SMS that were sent.
    pub sms: Arc<MemorySms>,
    /// `http://127.0.0.1:port`.
    pub origin: String,
    handle: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
    _database: Arc<TestDatabase>,
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
    /// The key that the database's keys are sealed under.
    pub master_key: &'static str,
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
            master_key: MASTER_KEY,
        }
    }
}

impl TestServer {
    /// A development server on a fresh SQLite database.
    pub async fn start() -> Self {
        Self::start_on(Arc::new(TestDatabase::sqlite().await), TestServerOptions::default()).await
    }

    /// A server on `database`, which several servers may share: the nodes of one installation.
    pub async fn start_on(database: Arc<TestDatabase>, options: TestServerOptions) -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("a bound port"));
        let clock = Arc::new(FakeClock::new(SystemClock.now()));
        let mut seed = [0; 8];
        SystemRandom.fill(&mut seed);
        let random: Arc<dyn Random> = Arc::new(SeededRandom::new(u64::from_le_bytes(seed)));
        let (mail, sms) = (Arc::new(MemoryMail::default()), Arc::new(MemorySms::default()));
        let master = MasterKey::parse(options.master_key).expect("a test key");
        let transports = Transports { mail: mail.clone(), sms: sms.clone() };
        let env = server::build_env(
            settings(&origin, &options),
            (*database).clone(),
            &master,
            (clock.clone(), random),
            transports,
        )
        .await
        .expect("the environment can be built");
        if options.development {
            seed::plant(&env).await.expect("the demonstration data can be written");
        }
        let (ready, started) = std::sync::mpsc::channel();
        let for_server = env.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let listeners = Listeners { http: vec![listener], https: Vec::new() };
                let running = server::start(for_server, listeners, None).expect("the server starts");
                ready.send(running.handle()).expect("the test waits");
                running.until_stopped().await.expect("the server ends well");
            });
        });
        let handle = started.recv_timeout(Duration::from_secs(30)).expect("the server starts in time");
        Self { env, clock, mail, sms, origin, handle, thread: Some(thread), _database: database }
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
        pools::update(&self.env, &pool.id, &pool.name, settings).await.expect("the settings are good")
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

fn settings(origin: &str, options: &TestServerOptions) -> Settings {
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
        ..Settings::for_url(options.public_url.unwrap_or(origin).parse().expect("a URL"))
    }
}
