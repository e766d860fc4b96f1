//! `vestibule dev`: the server of `cargo run`. No files to write, no questions; state under one folder.

use std::fs;
use std::io::{ErrorKind, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use url::Url;

use crate::config::{HttpsSettings, MailSettings, OutboundSettings, PagesSettings, Settings, SmsSettings};
use crate::crypto::master_key::MasterKey;
use crate::crypto::random::{Random, SystemRandom};
use crate::dev::{certificates, seed};
use crate::model::clock::{Clock, SystemClock};
use crate::model::ids::PoolId;
use crate::outbound::mailbox::Mailbox;
use crate::server::{self, Listeners, Transports};
use crate::store::{Db, StoreError, meta};

/// The name under which a development database is marked.
pub(super) const MARK: &str = "development";

/// Arguments of `vestibule dev`.
#[derive(Args, Clone)]
pub struct DevArguments {
    /// Folder for the database, the keys and the certificate.
    #[arg(long, default_value = ".vestibule")]
    data: PathBuf,
    /// Start with an empty database and forget everything at the end.
    #[arg(long)]
    ephemeral: bool,
    /// Port for HTTP.
    #[arg(long, default_value_t = 9400)]
    http_port: u16,
    /// Port for HTTPS.
    #[arg(long, default_value_t = 9443)]
    https_port: u16,
    /// The address that browsers use; its issuer follows from it. `http://localhost:9400` when absent.
    #[arg(long)]
    public_url: Option<Url>,
    /// Listen on this address instead of loopback. Everybody who can reach it can read the mailbox.
    #[arg(long)]
    listen: Option<IpAddr>,
    /// Database URL; an SQLite file in the data folder when absent.
    #[arg(long)]
    database: Option<String>,
    /// Folder of templates that stand in for built-in ones; a saved file is shown at the next page.
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    /// Folder of themes beside the built-in ones; a saved file is shown at the next page.
    #[arg(long, value_name = "FOLDER")]
    themes: Option<PathBuf>,
}

impl DevArguments {
    /// What `vestibule dev` without arguments means.
    pub fn default_values() -> Self {
        Self {
            data: ".vestibule".into(),
            ephemeral: false,
            http_port: 9400,
            https_port: 9443,
            public_url: None,
            listen: None,
            database: None,
            templates: None,
            themes: None,
        }
    }
}

/// Runs the development server until it is stopped.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: DevArguments) -> Result<(), String> {
    actix_web::rt::System::new().block_on(start(arguments))
}

async fn start(arguments: DevArguments) -> Result<(), String> {
    let ephemeral = arguments.ephemeral.then(tempfile::tempdir).transpose().map_err(|e| e.to_string())?;
    let data = ephemeral.as_ref().map_or(arguments.data.as_path(), |folder| folder.path());
    private_folder(data)?;

    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let master = master_key(&data.join("master.key"), random.as_ref())?;
    let certificate =
        certificates::ensure(data, clock.now()).map_err(|e| format!("the development certificate: {e}"))?;

    let (http, https) = bind(&arguments)?;
    let settings = Settings {
        https: Some(HttpsSettings {
            listen: Vec::new(),
            certificate_file: certificate.certificate_file.clone(),
            key_file: certificate.key_file.clone(),
        }),
        ..settings(data, arguments.public_url.clone().unwrap_or_else(|| loopback_url(arguments.http_port)))
    };
    let pages = PagesSettings {
        templates_dir: arguments.templates.clone(),
        themes_dir: arguments.themes.clone(),
        reload: true,
    };
    let settings = Settings { pages, ..settings };
    let settings = match &arguments.database {
        Some(url) => Settings { database_url: url.clone(), ..settings },
        None => settings,
    };
    // The server talks to its own stand-in providers, over HTTPS where that is the public address.
    let outbound =
        OutboundSettings { ca_file: Some(certificate.authority_file.clone()), ..settings.outbound };
    let settings = Settings { outbound, ..settings };
    let db = server::open_database(&settings).await.map_err(|e| e.to_string())?;
    claim_database(&db).await?;
    let mailbox = Arc::new(Mailbox::new(clock.clone()));
    let transports = Transports { mail: mailbox.clone(), sms: mailbox.clone() };
    let env = server::build_env(settings, db, &master, (clock, random), transports)
        .await
        .map_err(|e| e.to_string())?;
    // Another node that starts now plants the same: what it was first with is found at the next attempt.
    let mut planted = seed::plant(&env).await;
    for _ in 0..5 {
        if planted.is_ok() {
            break;
        }
        planted = seed::plant(&env).await;
    }
    planted.map_err(|e| format!("the demonstration data could not be written: {e}"))?;

    let running =
        server::start(env.clone(), Listeners { http, https, management: Vec::new() }, Some(mailbox))
            .map_err(|e| e.to_string())?
            .with_jobs(env.clone());
    greet(&env.settings, &arguments, data, &certificate.authority_file);
    running.until_stopped().await.map_err(|e| e.to_string())
}

/// The settings of a development server whose state is in `data`.
pub(super) fn settings(data: &Path, public_url: Url) -> Settings {
    Settings {
        database_url: format!("sqlite:{}", data.join("vestibule.db").display()),
        trusted_proxies: ["127.0.0.0/8", "::1/128"]
            .map(|net| net.parse().expect("a loopback network"))
            .to_vec(),
        default_pool: Some(PoolId::trusted(seed::DEFAULT_POOL)),
        // Browsers send every name below localhost to this machine, so that a prefix needs no DNS.
        domain_suffix: Some("localhost".into()),
        development: true,
        mail: MailSettings::Mailbox,
        sms: SmsSettings::Mailbox,
        ..Settings::for_url(public_url)
    }
}

/// Marks an empty database as a development one, and refuses one that holds anything else.
async fn claim_database(db: &Db) -> Result<(), String> {
    let ours = db
        .write(|c| {
            if meta::get(c, MARK)?.is_some() {
                return Ok(true);
            }
            let empty = crate::store::pools::is_empty(c)?;
            if empty {
                meta::set(c, MARK, "1")?;
            }
            Ok(empty)
        })
        .await
        .map_err(|e: StoreError| e.to_string())?;
    if ours {
        Ok(())
    } else {
        Err("this database was not made by the development server, and that one writes well-known passwords; \
             choose another with --database or --data"
            .into())
    }
}

fn private_folder(folder: &Path) -> Result<(), String> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|e| format!("the folder {} cannot be made: {e}", folder.display()))
}

/// Reads the master key of the data folder, making it on the first start; readable by its owner only.
fn master_key(file: &Path, random: &dyn Random) -> Result<MasterKey, String> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(mut created) => {
            let key = MasterKey::generate(random);
            created.write_all(key.to_hex().as_bytes()).map_err(|e| format!("{}: {e}", file.display()))?;
            Ok(key)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
            MasterKey::parse(&text).map_err(|e| format!("{}: {e}", file.display()))
        }
        Err(error) => Err(format!("{}: {error}", file.display())),
    }
}

pub(super) fn loopback_url(port: u16) -> Url {
    format!("http://localhost:{port}").parse().expect("a port makes a URL")
}

/// Binds both ports on every loopback address there is, or on the address asked for.
fn bind(arguments: &DevArguments) -> Result<(Vec<TcpListener>, Vec<TcpListener>), String> {
    let addresses: Vec<IpAddr> = match arguments.listen {
        Some(address) => vec![address],
        None => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
    };
    let all = |port: u16, argument: &str| -> Result<Vec<TcpListener>, String> {
        let mut bound = Vec::new();
        for address in &addresses {
            match TcpListener::bind(SocketAddr::new(*address, port)) {
                Ok(listener) => bound.push(listener),
                // A machine without IPv6 still has the other loopback address.
                Err(_) if address.is_ipv6() && !bound.is_empty() => {}
                Err(error) => {
                    return Err(format!(
                        "port {port} cannot be used ({error}); choose another with {argument}"
                    ));
                }
            }
        }
        Ok(bound)
    };
    Ok((all(arguments.http_port, "--http-port")?, all(arguments.https_port, "--https-port")?))
}

/// Tells a newcomer what there is, and the next three things to click.
fn greet(settings: &Settings, arguments: &DevArguments, data: &Path, authority: &Path) {
    let origin = settings.origin();
    let issuer = settings.issuer(&PoolId::trusted(seed::DEFAULT_POOL));
    let https = arguments.https_port;
    let state =
        if arguments.ephemeral { "nothing is kept".into() } else { format!("kept in {}", data.display()) };
    let mut out = std::io::stdout().lock();
    let _ = writeln!(
        out,
        "
Vestibule is ready.

  1. Sign in         {origin}/dev/playground
                     as {ada} with {ada_password}
  2. Sign up         {origin}/dev/playground?prompt=create
  3. Read the mail   {origin}/dev/mailbox

  Issuer             {issuer}
  Discovery          {issuer}/.well-known/openid-configuration
  Public client      {public} (code + PKCE, any loopback redirect URI)
  Other client       {server} with secret {secret}
  Two factors        {grace} with {grace_password}, TOTP seed {seed}
  Other providers    {origin}/dev/providers (stand-ins: no account and no network needed)
  HTTPS              https://localhost:{https}, signed by {authority}
                     (to make it the issuer: --public-url https://localhost:{https})
  State              {state}; Ctrl-C stops
",
        ada = seed::ADA.email,
        ada_password = seed::ADA.password,
        grace = seed::GRACE.email,
        grace_password = seed::GRACE.password,
        seed = seed::GRACE_TOTP_SEED,
        public = seed::PUBLIC_CLIENT,
        server = seed::CONFIDENTIAL_CLIENT,
        secret = seed::CONFIDENTIAL_SECRET,
        authority = authority.display(),
    );
    if let Some(address) = arguments.listen.filter(|address| !address.is_loopback()) {
        let _ = writeln!(
            out,
            "  WARNING: listening on {address}. Whoever can reach it can read the mailbox and knows every password above.\n"
        );
    }
}
