//! `vestibule serve`: production.
//!
//! In this order: settings, master key, a look at the database, the sockets; only then is anything written.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use clap::Args;

use super::demonstration;
use super::operator::{self, FileArguments};
use crate::config::{Loaded, Settings};
use crate::model::clock::{Clock, SystemClock};
use crate::server::{self, Listeners};
use crate::store::Db;

/// Arguments of `vestibule serve`.
#[derive(Args, Clone, Debug)]
pub struct ServeArguments {
    #[command(flatten)]
    file: FileArguments,
}

/// Runs the server until it is stopped.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: &ServeArguments) -> Result<(), String> {
    let loaded = arguments.file.load()?;
    let _traces = super::log::start(&loaded.settings.log, &loaded.settings.telemetry)?;
    actix_web::rt::System::new().block_on(start(loaded))
}

async fn start(loaded: Loaded) -> Result<(), String> {
    let masters = operator::master_keys(&loaded)?;
    let Loaded { settings, file, warnings, .. } = loaded;
    // Made early, because a sender that is no address is found by making them.
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    operator::transports(&settings, &clock)?;
    if let Some(https) = &settings.https {
        server::tls::read_pair(https)?;
    }
    let found = operator::examine_for_service(&settings, Some(&masters)).await?;
    if !found.pending.is_empty() && !settings.migrate_at_start {
        return Err(operator::unmigrated(&found.pending));
    }
    let listeners = bind(&settings)?;
    if let Some(warning) = demonstration::known_passwords(&settings).await? {
        tracing::warn!("{warning}");
    }

    for warning in &warnings {
        tracing::warn!(place = warning.place, "{}", warning.message);
    }
    let db = Db::open(&server::database_settings(&settings)).await.map_err(|e| e.to_string())?;
    if !found.pending.is_empty() {
        let applied = db.migrate().await.map_err(|e| e.to_string())?;
        tracing::info!(applied = applied.join(", "), "the database's tables are up to date");
    }
    let env = operator::build(settings, db, &masters).await?;
    let addresses = addresses(&listeners);
    let running =
        server::start(env.clone(), listeners, None).map_err(|e| e.to_string())?.with_jobs(env.clone());
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        public_url = env.settings.origin(),
        addresses,
        file = file.map(|file| file.display().to_string()),
        "Vestibule is ready"
    );
    running.until_stopped().await.map_err(|e| e.to_string())
}

/// Binds every address, so that one that is taken is found before anything is written.
fn bind(settings: &Settings) -> Result<Listeners, String> {
    let https = settings.https.as_ref().map(|https| https.listen.as_slice()).unwrap_or_default();
    Ok(Listeners {
        http: settings
            .http
            .iter()
            .map(|address| listen(*address, "http.listen"))
            .collect::<Result<_, _>>()?,
        https: https.iter().map(|address| listen(*address, "https.listen")).collect::<Result<_, _>>()?,
        management: settings
            .management
            .iter()
            .map(|address| listen(*address, "management.listen"))
            .collect::<Result<_, _>>()?,
    })
}

pub(super) fn listen(address: SocketAddr, setting: &str) -> Result<TcpListener, String> {
    let every_address = address.ip() == IpAddr::V6(Ipv6Addr::UNSPECIFIED);
    let outcome = match TcpListener::bind(address) {
        // A machine without IPv6 still has every IPv4 address.
        Err(error)
            if every_address
                && !matches!(error.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) =>
        {
            TcpListener::bind(SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), address.port()))
        }
        outcome => outcome,
    };
    outcome.map_err(|error| {
        let advice = match error.kind() {
            ErrorKind::PermissionDenied => "ports below 1024 need the capability CAP_NET_BIND_SERVICE",
            ErrorKind::AddrInUse => "another process has it; stop that one, or choose another address",
            _ => "choose another address",
        };
        format!("{address} cannot be listened on ({error}): {advice}; see {setting}")
    })
}

fn addresses(listeners: &Listeners) -> String {
    let shown = |scheme: &'static str, sockets: &[TcpListener]| {
        let addresses = sockets.iter().filter_map(|socket| socket.local_addr().ok());
        addresses.map(|address| format!("{scheme}://{address}")).collect::<Vec<_>>()
    };
    [shown("http", &listeners.http), shown("https", &listeners.https)].concat().join(" ")
}
