//! The release build as a process, with the demonstration data and a few clients and people more.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time, and waits")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use vestibule::config::{MailSettings, Settings, SmsSettings};
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::random::{Random, SystemRandom};
use vestibule::dev::seed;
use vestibule::directory::clients::NewClient;
use vestibule::directory::users::NewUser;
use vestibule::directory::{clients, pools, users};
use vestibule::env::Env;
use vestibule::model::caller::Caller;
use vestibule::model::client::{ClientSettings, OAuthFlow, SigningAlgorithm};
use vestibule::model::clock::{Clock, SystemClock};
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::outbound::mail::MemoryMail;
use vestibule::outbound::sms::MemorySms;
use vestibule::server::{self, Transports};

/// The client whose tokens are ES256.
pub const ES256_CLIENT: &str = "benches256";
/// Its secret, and that of nothing else.
pub const ES256_SECRET: &str = "benchSecretLocalUseOnly0123456789abcdefghij";
/// People `bench0@example.com` … with this password.
pub const PASSWORD: &str = "Correct-Horse-7";
/// How many of them.
pub const PEOPLE: usize = 64;

/// A folder with a development database that is ready to be served.
pub struct Prepared {
    /// The folder; goes with the value.
    pub folder: TempDir,
}

impl Prepared {
    /// Makes the database: starts the server once, then adds what the benchmark needs.
    pub async fn new() -> Self {
        let prepared = Self { folder: tempfile::tempdir().expect("a folder") };
        drop(Served::start(&prepared, "0,1", &[]));
        let data = prepared.folder.path().join("data");
        let env = open(&data).await;
        let pool =
            pools::find(&env, &PoolId::trusted(seed::DEFAULT_POOL)).await.expect("answers").expect("a pool");
        let settings = ClientSettings {
            confidential: true,
            allowed_flows: vec![OAuthFlow::ClientCredentials],
            allowed_scopes: vec!["demo/read".into()],
            signing_algorithm: SigningAlgorithm::Es256,
            ..ClientSettings::default()
        };
        let new = NewClient {
            id: Some(ClientId::trusted(ES256_CLIENT)),
            name: "Bench".into(),
            settings,
            secret: Some(ES256_SECRET.to_owned().into()),
        };
        clients::create(&env, &pool, new).await.expect("the client can be made");
        for number in 0..PEOPLE {
            let address = format!("bench{number}@example.com");
            let attributes =
                [("email".to_owned(), address), ("email_verified".to_owned(), "true".to_owned())];
            let new = NewUser {
                username: None,
                attributes: attributes.into_iter().collect(),
                password: Some(PASSWORD.to_owned()),
                temporary: false,
                invite: false,
            };
            users::create(&env, &caller(), &pool, new).await.expect("the person can be made");
        }
        prepared
    }
}

/// Nobody's browser.
pub fn caller() -> Caller {
    Caller {
        address: "127.0.0.1".parse().expect("an address"),
        user_agent: String::new(),
        language: "en".into(),
        correlation_id: "bench".into(),
        device_cookie: None,
        remembered_cookies: Vec::new(),
    }
}

async fn open(data: &Path) -> Env {
    let settings = settings(format!("sqlite:{}", data.join("vestibule.db").display()));
    let db = server::open_database(&settings).await.expect("the database opens");
    let text = std::fs::read_to_string(data.join("master.key")).expect("the key of the folder");
    environment(settings, db, &MasterKey::parse(&text).expect("a key")).await
}

/// An environment without a server.
pub async fn environment(settings: Settings, db: vestibule::store::Db, master: &MasterKey) -> Env {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    let transports = Transports { mail: Arc::new(MemoryMail::new()), sms: Arc::new(MemorySms::new()) };
    server::build_env(settings, db, master, (clock, random), transports).await.expect("the environment")
}

/// Settings for a database.
pub fn settings(database_url: String) -> Settings {
    Settings {
        database_url,
        default_pool: Some(PoolId::trusted(seed::DEFAULT_POOL)),
        development: true,
        mail: MailSettings::Mailbox,
        sms: SmsSettings::Mailbox,
        ..Settings::for_url("http://localhost:9400".parse().expect("a URL"))
    }
}

/// The release build as a process. Ends with the value.
pub struct Served {
    child: Child,
    port: u16,
    /// From the start of the process to its first answer.
    pub started_in: Duration,
}

impl Served {
    /// Starts the server on `cores`, as taskset takes them.
    pub fn start(prepared: &Prepared, cores: &str, more: &[&str]) -> Self {
        let free =
            || TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let (port, https) = (free(), free());
        let begun = Instant::now();
        let child = Command::new("taskset")
            .args(["-c", cores, env!("CARGO_BIN_EXE_vestibule"), "dev", "--data", "data"])
            .args(["--http-port", &port.to_string(), "--https-port", &https.to_string()])
            .args(more)
            .current_dir(prepared.folder.path())
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("the server and taskset run");
        let mut served = Self { child, port, started_in: Duration::ZERO };
        let deadline = begun + Duration::from_secs(30);
        while !served.answers() {
            assert!(Instant::now() < deadline, "the server does not answer");
            std::thread::sleep(Duration::from_millis(1));
        }
        served.started_in = begun.elapsed();
        served
    }

    fn answers(&self) -> bool {
        let path = format!("/{}/.well-known/openid-configuration", seed::DEFAULT_POOL);
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return false };
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let mut answer = String::new();
        stream.write_all(request.as_bytes()).is_ok()
            && stream.read_to_string(&mut answer).is_ok()
            && answer.starts_with("HTTP/1.1 200")
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Resident memory in MiB.
    pub fn resident_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("Linux tells");
        line.trim().trim_end_matches(" kB").parse::<f64>().expect("a figure") / 1024.0
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // A graceful end, so that the database is closed as it is at an operator's.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}
