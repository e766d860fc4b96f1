//! The development server as two nodes in this process: real time, a mailbox and a playground that both serve, HTTP and
//! HTTPS, each behind a balancer. For the browser and the client libraries.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vestibule::config::HttpsSettings;
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::random::SystemRandom;
use vestibule::dev::{certificates, seed};
use vestibule::model::clock::{Clock, SystemClock};
use vestibule::outbound::mailbox::Mailbox;
use vestibule::server::{self, Listeners, Transports};

use super::balancer::{Balancer, Cargo};
use super::database::TestDatabase;
use super::server::{MASTER_KEY, TestServerOptions, settings};

/// Two running nodes. Dropping it stops them.
pub struct Pair {
    /// The address that browsers use.
    pub url: String,
    /// The certificate of its authority.
    pub authority: PathBuf,
    handles: Vec<actix_web::dev::ServerHandle>,
    threads: Vec<std::thread::JoinHandle<()>>,
    _balancers: [Balancer; 2],
    _database: TestDatabase,
}

impl Pair {
    /// Starts both on a fresh PostgreSQL database; keys and certificate lie in `folder`.
    pub async fn start(folder: &Path, https: bool) -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let certificate = certificates::ensure(folder, clock.now()).expect("a certificate can be made");
        let database = TestDatabase::postgres().await;
        let (http_front, https_front) = (front(), front());
        let port = |front: &[TcpListener]| front[0].local_addr().expect("a bound port").port();
        let url = if https {
            format!("https://localhost:{}", port(&https_front))
        } else {
            format!("http://localhost:{}", port(&http_front))
        };
        let mut settings = settings(&url, &TestServerOptions::default());
        settings.https = Some(HttpsSettings {
            listen: Vec::new(),
            certificate_file: certificate.certificate_file.clone(),
            key_file: certificate.key_file.clone(),
        });
        let mailbox = Arc::new(Mailbox::new(clock.clone()));
        let (mut handles, mut threads) = (Vec::new(), Vec::new());
        let (mut http_nodes, mut https_nodes): (Vec<SocketAddr>, Vec<SocketAddr>) = Default::default();
        for _ in 0..2 {
            let master = MasterKey::parse(MASTER_KEY).expect("a test key");
            let transports = Transports { mail: mailbox.clone(), sms: mailbox.clone() };
            let chance = Arc::new(SystemRandom);
            let db = database.another_node().await;
            let env = server::build_env(settings.clone(), db, &master, (clock.clone(), chance), transports)
                .await
                .expect("the environment can be built");
            seed::plant(&env).await.expect("the demonstration data can be written");
            let bind = || TcpListener::bind("127.0.0.1:0").expect("a free port");
            let listeners = Listeners { http: vec![bind()], https: vec![bind()] };
            http_nodes.push(listeners.http[0].local_addr().expect("a bound port"));
            https_nodes.push(listeners.https[0].local_addr().expect("a bound port"));
            let mailbox = mailbox.clone();
            let (ready, started) = std::sync::mpsc::channel();
            threads.push(std::thread::spawn(move || {
                actix_web::rt::System::new().block_on(async move {
                    let running = server::start(env.clone(), listeners, Some(mailbox));
                    let running = running.expect("the server starts").with_jobs(env);
                    ready.send(running.handle()).expect("the test waits");
                    running.until_stopped().await.expect("the server ends well");
                });
            }));
            handles.push(started.recv().expect("the server starts"));
        }
        let balancers = [
            Balancer::start(http_front, http_nodes, Cargo::Http),
            Balancer::start(https_front, https_nodes, Cargo::Opaque),
        ];
        let authority = certificate.authority_file;
        Self { url, authority, handles, threads, _balancers: balancers, _database: database }
    }
}

impl Drop for Pair {
    fn drop(&mut self) {
        for handle in &self.handles {
            // The future only carries the order to stop; the thread ends when it was carried out.
            drop(handle.stop(false));
        }
        for thread in self.threads.drain(..) {
            // A panic there has been printed there.
            let _ = thread.join();
        }
    }
}

/// The same port on both loopback addresses, as far as the machine has them.
fn front() -> Vec<TcpListener> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = first.local_addr().expect("a bound port").port();
    let second = TcpListener::bind((Ipv6Addr::LOCALHOST, port));
    [Some(first), second.ok()].into_iter().flatten().collect()
}
