//! Assembling the server: the `Env` from settings, every surface under every address form, a graceful end.

mod signals;
pub mod tls;

use std::net::TcpListener;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::guard::fn_guard;
use actix_web::middleware::from_fn;
use actix_web::web::{Data, ServiceConfig, scope};
use actix_web::{App, HttpServer};
use tokio::sync::watch;

use self::signals::{HangUp, Stop};

use crate::config::Settings;
use crate::crypto::master_key::MasterKeys;
use crate::crypto::password_queue::PasswordQueue;
use crate::crypto::random::Random;
use crate::env::{Env, KeyRing, KeyRingError};
use crate::metrics::Metrics;
use crate::model::clock::Clock;
use crate::model::event::Actor;
use crate::outbound::dns::Dns;
use crate::outbound::documents::DocumentCache;
use crate::outbound::http::{HttpClient, HttpSettings};
use crate::outbound::mail::MailTransport;
use crate::outbound::mailbox::Mailbox;
use crate::outbound::sms::SmsTransport;
use crate::render::{LookFolders, RenderError, Renderer};
use crate::store::{DatabaseSettings, Db, StoreError};
use crate::web::health::{self, Health};
use crate::web::{assets, branding, edge, pool_host};
use crate::{api, dev, jobs, management, oauth, pages};

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The data keys cannot be opened.
    #[error(transparent)]
    Keys(#[from] KeyRingError),
    /// A built-in template or text is broken.
    #[error("a template is broken: {0}")]
    Render(#[from] RenderError),
    /// A setting cannot be used.
    #[error("{0}")]
    Setting(String),
    /// The network said no.
    #[error("the server cannot listen: {0}")]
    Listen(#[from] std::io::Error),
}

/// The ways messages leave.
pub struct Transports {
    /// Mail.
    pub mail: Arc<dyn MailTransport>,
    /// SMS.
    pub sms: Arc<dyn SmsTransport>,
}

/// Sockets that are already bound.
#[derive(Default)]
pub struct Listeners {
    /// For HTTP.
    pub http: Vec<TcpListener>,
    /// For HTTPS; needs `settings.https`.
    pub https: Vec<TcpListener>,
    /// For health and metrics, in plain HTTP.
    pub management: Vec<TcpListener>,
}

/// Opens the database and brings its tables up to date.
///
/// # Errors
/// [`StoreError`].
pub async fn open_database(settings: &Settings) -> Result<Db, StoreError> {
    let db = Db::open(&database_settings(settings)).await?;
    db.migrate().await?;
    Ok(db)
}

/// What the store is told about the database.
pub fn database_settings(settings: &Settings) -> DatabaseSettings {
    let mut database = DatabaseSettings::new(settings.database_url.clone());
    database.pool_size = settings.database_connections;
    database
}

/// Builds what every service takes.
///
/// # Errors
/// See [`StartError`].
pub async fn build_env(
    settings: Settings,
    db: Db,
    masters: impl Into<MasterKeys>,
    (clock, random): (Arc<dyn Clock>, Arc<dyn Random>),
    transports: Transports,
) -> Result<Env, StartError> {
    let keys = KeyRing::open(&db, masters, random.as_ref(), clock.now()).await?;
    let at_once = NonZeroUsize::new(settings.password_hash.at_once).unwrap_or(NonZeroUsize::MIN);
    let passwords = PasswordQueue::new(at_once, settings.password_hash.waiting);
    let metrics = Metrics::new(db.metrics(), passwords.metrics(), clock.now());
    let http = HttpSettings::guarded(&settings).and_then(|limits| HttpClient::new(&limits));
    let http = http.map_err(|error| StartError::Setting(error.to_string()))?;
    let renderer = Arc::new(Renderer::with(&LookFolders::of(&settings))?);
    for fault in renderer.faults() {
        tracing::error!("{fault}; the built-in one is shown instead");
    }
    Ok(Env {
        settings: Arc::new(settings),
        db,
        documents: Arc::new(DocumentCache::new(&http, clock.clone())),
        http,
        clock,
        random,
        keys: Arc::new(keys),
        signing_keys: Arc::default(),
        domains: Arc::default(),
        settings_cache: Arc::default(),
        passwords: Arc::new(passwords),
        mail: transports.mail,
        sms: transports.sms,
        dns: Arc::new(Dns::of_the_system()),
        renderer,
        outbox_bell: Arc::default(),
        pressure: Arc::default(),
        metrics: Arc::new(metrics),
        actor: Actor::System,
    })
}

/// A server that answers requests.
pub struct Running {
    server: actix_web::dev::Server,
    handle: ServerHandle,
    management: Option<actix_web::dev::Server>,
    health: Data<Health>,
    drain: Duration,
    grace: Duration,
    background: Option<Background>,
    certificates: Option<tokio::task::JoinHandle<()>>,
    signals: Stop,
}

/// The jobs of this process, and how to end them.
struct Background {
    jobs: tokio::task::JoinHandle<()>,
    stop: watch::Sender<bool>,
}

/// Starts to answer requests; to be called inside an actix system.
///
/// # Errors
/// See [`StartError`].
pub fn start(env: Env, listeners: Listeners, mailbox: Option<Arc<Mailbox>>) -> Result<Running, StartError> {
    let certificates =
        env.settings.https.as_ref().map(|https| tls::Certificates::open(https, env.metrics.clone()));
    let certificates = certificates.transpose().map_err(StartError::Setting)?;
    let https = certificates.as_ref().map(tls::Certificates::server_config).transpose();
    let https = https.map_err(|e| StartError::Setting(format!("TLS cannot be set up: {e}")))?;
    // The development server makes its certificate itself, and ends when its terminal closes.
    let certificates =
        (!env.settings.development).then(|| tokio::spawn(tls::keep_fresh(certificates, HangUp::listen())));
    let health = Data::new(Health::default());
    let (drain, grace) = (env.settings.shutdown_drain, env.settings.shutdown_grace);
    let management = start_management(&env, &health, listeners.management)?;
    let for_server = health.clone();
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(Data::new(env.clone()))
            .app_data(for_server.clone())
            .wrap(from_fn(edge::edge))
            .configure(|routes| mount(routes, env.settings.development, mailbox.clone()))
    })
    // Everything slow runs elsewhere: two workers saturate a core each with pages and signatures.
    .workers(std::thread::available_parallelism().map_or(2, usize::from).max(2))
    .shutdown_timeout(for_requests(grace))
    .disable_signals();
    for listener in listeners.http {
        server = server.listen(listener)?;
    }
    for listener in listeners.https {
        let Some(config) = &https else {
            return Err(StartError::Setting("HTTPS needs a certificate".into()));
        };
        server = server.listen_rustls_0_23(listener, config.clone())?;
    }
    let server = server.run();
    let (handle, signals) = (server.handle(), Stop::listen());
    Ok(Running { handle, server, management, health, drain, grace, background: None, certificates, signals })
}

/// The second server, on addresses of its own; none where none is wanted.
fn start_management(
    env: &Env,
    health: &Data<Health>,
    listeners: Vec<TcpListener>,
) -> Result<Option<actix_web::dev::Server>, StartError> {
    if listeners.is_empty() {
        return Ok(None);
    }
    let (env, health, watch) =
        (Data::new(env.clone()), health.clone(), Data::<management::OutboxWatch>::default());
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(env.clone())
            .app_data(health.clone())
            .app_data(watch.clone())
            .configure(management::routes)
    })
    .workers(1)
    .disable_signals();
    for listener in listeners {
        server = server.listen(listener)?;
    }
    Ok(Some(server.run()))
}

impl Running {
    /// Lets this process do the background work as well: sending messages, deleting what has expired.
    #[must_use]
    pub fn with_jobs(mut self, env: Env) -> Self {
        let (stop, mut stopped) = watch::channel(false);
        let jobs = tokio::spawn(jobs::run(env, async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        }));
        self.background = Some(Background { jobs, stop });
        self
    }

    /// Lets another thread stop the server: requests under way are finished.
    pub fn handle(&self) -> ServerHandle {
        self.handle.clone()
    }

    /// Runs until SIGTERM or SIGINT comes, or until [`Running::handle`] stops it. Both ways end gracefully: the process
    /// is no longer ready, for a while it still takes requests, then requests under way are finished, then jobs, and the management addresses answer to the end.
    /// A second signal ends the while, and then it or the end of the grace period ends everything at once.
    ///
    /// # Errors
    /// When accepting connections failed.
    pub async fn until_stopped(self) -> std::io::Result<()> {
        let Self { server, handle, management, health, drain, grace, background, certificates, mut signals } =
            self;
        let management = management.map(|server| (server.handle(), tokio::spawn(server)));
        let (stop, stopping) = watch::channel(false);
        let (hurry, hurried) = watch::channel(false);
        let listening = tokio::spawn(async move {
            signals.received().await;
            health.stop();
            if !drain.is_zero() {
                tracing::info!(seconds = drain.as_secs(), "not ready any more: stopping soon");
                tokio::select! {
                    () = pause(drain) => {}
                    () = signals.received() => {}
                }
            }
            let _ = stop.send(true);
            tracing::info!("stopping: requests under way are finished");
            let second = tokio::spawn(async move {
                signals.received().await;
                let _ = hurry.send(true);
            });
            handle.stop(true).await;
            // Signals count until the jobs have ended as well.
            let _ = second.await;
        });
        let work = async {
            let outcome = server.await;
            if let Some(Background { jobs, stop }) = background {
                let _ = stop.send(true);
                let _ = jobs.await;
            }
            outcome
        };
        let outcome = tokio::select! {
            outcome = work => outcome,
            () = out_of_time(stopping, hurried, grace) => {
                tracing::warn!("stopped before everything under way was finished");
                Ok(())
            }
        };
        listening.abort();
        if let Some(certificates) = certificates {
            certificates.abort();
        }
        if let Some((handle, served)) = management {
            handle.stop(false).await;
            let _ = served.await;
        }
        outcome
    }
}

#[expect(clippy::disallowed_methods, reason = "nothing announces that a balancer has noticed")]
async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

/// Ready when a stop has begun and then either somebody hurries or the grace period ends.
async fn out_of_time(
    mut stopping: watch::Receiver<bool>,
    mut hurried: watch::Receiver<bool>,
    grace: Duration,
) {
    if stopping.wait_for(|stop| *stop).await.is_err() {
        return std::future::pending().await;
    }
    if let Ok(Err(_)) = tokio::time::timeout(grace, hurried.wait_for(|hurry| *hurry)).await {
        std::future::pending().await
    }
}

/// Of the grace period, what requests may use: the jobs need some of it as well.
fn for_requests(grace: Duration) -> u64 {
    grace.as_secs() - (grace.as_secs() / 3).min(5)
}

/// Every address of this server: what belongs to no pool, then the surfaces of a host's pool, or the default pool, at the
/// root and of every pool under its id.
fn mount(routes: &mut ServiceConfig, development: bool, mailbox: Option<Arc<Mailbox>>) {
    health::routes(routes);
    assets::routes(routes);
    if development {
        if let Some(mailbox) = mailbox {
            routes.app_data(Data::from(mailbox));
        }
        dev::routes(routes);
    }
    oauth::root_routes(routes);
    api::routes(routes);
    let surfaces = |routes: &mut ServiceConfig| {
        oauth::routes(routes);
        pages::routes(routes);
        branding::routes(routes);
    };
    let path_form = scope(pool_host::POOL_SCOPE).guard(fn_guard(pool_host::at_the_server));
    // The pattern last: no path at the root has the shape of a pool id, and texts are compared faster.
    routes.configure(surfaces).service(path_form.configure(surfaces));
}
