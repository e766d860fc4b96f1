//! What every command of an operator begins with: the settings, the master key, and a database that is in order.
//!
//! Everything here looks first. Nothing is written before every check has passed.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

use super::{demonstration, dev};
use crate::config::{self, Loaded, MailSettings, MasterKeySource, Settings, SmsSettings, Source};
use crate::crypto::master_key::{MasterKey, MasterKeys};
use crate::crypto::random::{Random, SystemRandom};
use crate::env::{Env, KeyRing, KeyRingError};
use crate::model::clock::{Clock, SystemClock};
use crate::model::event::Actor;
use crate::outbound::mail::{MailOff, MailTransport, SmtpMail, SmtpServer};
use crate::outbound::mailbox::Mailbox;
use crate::outbound::sms::{GatewaySms, SmsOff, SmsTransport};
use crate::server::{self, Transports};
use crate::store::{self, Db, Inspection, StoreError};

/// The file that is read when none is named.
const DEFAULT_FILE: &str = "vestibule.toml";
/// The name that the master key's file has in advice.
const ADVICE: &str = "make one with `vestibule keys init --file master.key`, keep a copy in a safe place, and set \
                      master_key = { file = \"master.key\" } or VESTIBULE_MASTER_KEY_FILE";

/// Which settings a command uses.
#[derive(Args, Clone, Debug, Default)]
pub struct FileArguments {
    /// The configuration file; `vestibule.toml` in the current folder when absent. Variables `VESTIBULE_*` override it.
    #[arg(long, value_name = "FILE", env = "VESTIBULE_CONFIG")]
    pub config: Option<PathBuf>,
}

/// Which server a command works on.
#[derive(Args, Clone, Debug, Default)]
pub struct ConfigArguments {
    #[command(flatten)]
    file: FileArguments,
    /// Work on the development server's database instead, in this folder (`.vestibule` when none is named).
    #[arg(
        long,
        value_name = "FOLDER",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = ".vestibule",
        conflicts_with = "config"
    )]
    dev: Option<PathBuf>,
}

impl FileArguments {
    /// Reads file and environment.
    ///
    /// # Errors
    /// Everything that is wrong with them, a line each.
    pub fn load(&self) -> Result<Loaded, String> {
        self.load_or_findings().map_err(|findings| format!("the settings cannot be used:\n{findings}"))
    }

    /// Reads file and environment.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn load_or_findings(&self) -> Result<Loaded, config::Findings> {
        let source = Source {
            file: self.config.clone().unwrap_or_else(|| DEFAULT_FILE.into()),
            named: self.config.is_some(),
        };
        config::load(&source, std::env::vars_os())
    }
}

/// Opens the server that a command works on, with the operator as actor. The database must exist, be of this
/// version and belong to the master key; nothing is changed.
///
/// # Errors
/// A sentence that says what to do.
pub async fn open(arguments: &ConfigArguments) -> Result<Env, String> {
    let (settings, masters) = settings_and_keys(arguments)?;
    open_with(arguments, settings, &masters).await
}

/// Opens as [`open`] does, with settings and keys at hand.
///
/// # Errors
/// A sentence that says what to do.
pub(super) async fn open_with(
    arguments: &ConfigArguments,
    settings: Settings,
    masters: &MasterKeys,
) -> Result<Env, String> {
    let found = examine(&settings, Some(masters)).await?;
    if found.is_fresh {
        return Err(match arguments.dev {
            Some(_) => "there is no development database yet; start `vestibule dev` once".into(),
            None => "the database has no tables yet; run `vestibule migrate` or start `vestibule serve` once"
                .into(),
        });
    }
    if !found.pending.is_empty() {
        return Err(unmigrated(&found.pending));
    }
    let db = Db::open(&server::database_settings(&settings)).await.map_err(|e| e.to_string())?;
    let env = build(settings, db, masters).await?;
    Ok(env.acting_as(Actor::Operator(operator_name())))
}

/// The settings of the server that a command works on, and its master keys; no database is looked at.
///
/// # Errors
/// A sentence that says what to do.
pub(super) fn settings_and_keys(arguments: &ConfigArguments) -> Result<(Settings, MasterKeys), String> {
    match &arguments.dev {
        Some(folder) => development(folder),
        None => {
            let loaded = arguments.file.load()?;
            let masters = master_keys(&loaded)?;
            Ok((loaded.settings, masters))
        }
    }
}

/// Opens the server as [`open`] does and does the work of a command.
///
/// # Errors
/// Those of [`open`] and of the work.
pub fn with_env<F: Future<Output = Result<(), String>>>(
    arguments: &ConfigArguments,
    work: impl FnOnce(Env) -> F,
) -> Result<(), String> {
    actix_web::rt::System::new().block_on(async { work(open(arguments).await?).await })
}

/// What is said of a database that lacks migrations.
pub(super) fn unmigrated(pending: &[String]) -> String {
    format!("the database needs the migrations {}; run `vestibule migrate`", pending.join(", "))
}

fn development(folder: &Path) -> Result<(Settings, MasterKeys), String> {
    let file = folder.join("master.key");
    if !file.exists() {
        return Err(format!(
            "there is no development server in {}; start `vestibule dev` once, or name its folder with --dev=FOLDER",
            folder.display()
        ));
    }
    let masters = MasterKeys::from(&read_key_file(&file)?);
    Ok((dev::settings(folder, dev::loopback_url(9400)), masters))
}

/// Looks at the database and refuses one that this process must not touch: of a newer version, of another master
/// key, of the other kind of server.
///
/// # Errors
/// A sentence that says what to do.
pub(super) async fn examine(settings: &Settings, masters: Option<&MasterKeys>) -> Result<Inspection, String> {
    let database = server::database_settings(settings);
    let found = store::inspect(&database).await.map_err(|e| unusable(&e))?;
    if !found.newer.is_empty() {
        return Err(StoreError::Newer(found.newer).to_string());
    }
    let marked = found.fact(dev::MARK).is_some();
    if marked && !settings.development {
        return Err("this is the database of a development server, whose passwords everybody knows; give production a \
                    database of its own (database.url), or administer this one with --dev"
            .into());
    }
    if settings.development && !marked && !found.is_fresh {
        return Err("this is not the database of a development server".into());
    }
    if masters.is_some_and(|masters| !KeyRing::fits(&found, masters)) {
        return Err(KeyRingError::WrongMasterKey.to_string());
    }
    Ok(found)
}

/// As [`examine`], for a server that is to answer people: refuses also what everybody knows the secrets of. Commands do
/// not, since they are how an operator mends that.
///
/// # Errors
/// A sentence that says what to do.
pub(super) async fn examine_for_service(
    settings: &Settings,
    masters: Option<&MasterKeys>,
) -> Result<Inspection, String> {
    let found = examine(settings, masters).await?;
    if !found.is_fresh && !settings.development {
        demonstration::refuse(settings, masters).await?;
    }
    Ok(found)
}

pub(super) fn unusable(error: &StoreError) -> String {
    match error {
        StoreError::Unavailable(why) => format!("the database cannot be reached: {why}; see database.url"),
        StoreError::Settings(_) => error.to_string(),
        other => format!("the database cannot be used: {other}; see database.url"),
    }
}

/// Reads the master key, and the one that it replaces, from where the settings say they are.
///
/// # Errors
/// A sentence that says what to do; never a key.
pub(super) fn master_keys(loaded: &Loaded) -> Result<MasterKeys, String> {
    let present = master_key(&loaded.master_key)?;
    let previous = match &loaded.previous_master_key {
        MasterKeySource::Missing => None,
        given => Some(master_key(given).map_err(|problem| format!("previous_master_key: {problem}"))?),
    };
    Ok(MasterKeys::new(present, previous))
}

fn master_key(source: &MasterKeySource) -> Result<MasterKey, String> {
    match source {
        MasterKeySource::Missing => Err(format!("there is no master key; {ADVICE}")),
        MasterKeySource::Variable(key) => {
            MasterKey::parse(key.expose_secret()).map_err(|e| format!("VESTIBULE_MASTER_KEY: {e}"))
        }
        // Whom systemd lets read it is systemd's business.
        MasterKeySource::Credential(file) => read_key_file(file),
        MasterKeySource::File(file) => {
            refuse_open_file(file)?;
            read_key_file(file)
        }
    }
    .and_then(refuse_known_key)
}

/// The keys of this project's own tests are in its repository.
fn refuse_known_key(key: MasterKey) -> Result<MasterKey, String> {
    let bytes = key.key().as_bytes();
    let repeats = |period: usize| bytes.chunks(period).all(|chunk| *chunk == bytes[..period]);
    // Every one of them repeats itself, which 32 random bytes never do.
    if repeats(1) || repeats(2) || repeats(4) || repeats(8) || repeats(16) {
        return Err(format!("the master key repeats itself, so it is no secret but an example; {ADVICE}"));
    }
    Ok(key)
}

pub(super) fn read_key_file(file: &Path) -> Result<MasterKey, String> {
    let shown = file.display();
    let text = std::fs::read(file)
        .map(Zeroizing::new)
        .map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => format!("there is no master key's file {shown}; {ADVICE}"),
            _ => format!(
                "the master key's file {shown} cannot be read: {e}; let the user who runs this read it, and nobody else"
            ),
        })?;
    std::str::from_utf8(&text).ok().and_then(|text| MasterKey::parse(text).ok()).ok_or_else(|| {
        format!("{shown} holds no master key: {}", crate::crypto::master_key::MalformedMasterKey)
    })
}

#[cfg(unix)]
pub(super) fn refuse_open_file(file: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    // A file that cannot be looked at cannot be read either, and that is said there.
    let mode = std::fs::metadata(file).map_or(0, |facts| facts.permissions().mode());
    if mode & 0o027 == 0 {
        return Ok(());
    }
    let shown = file.display();
    Err(format!(
        "other users of this machine can read or change {shown} (mode {:03o}); run chmod 600 {shown}",
        mode & 0o777
    ))
}

#[cfg(not(unix))]
pub(super) fn refuse_open_file(_file: &Path) -> Result<(), String> {
    Ok(())
}

/// Assembles what services take.
///
/// # Errors
/// A sentence that says what to do.
pub(super) async fn build(settings: Settings, db: Db, masters: &MasterKeys) -> Result<Env, String> {
    let (clock, random): (Arc<dyn Clock>, Arc<dyn Random>) = (Arc::new(SystemClock), Arc::new(SystemRandom));
    let transports = transports(&settings, &clock)?;
    server::build_env(settings, db, masters, (clock, random), transports).await.map_err(|e| e.to_string())
}

/// The ways that messages leave by the settings; nothing is connected yet.
///
/// # Errors
/// A sentence that says what to do.
pub(super) fn transports(settings: &Settings, clock: &Arc<dyn Clock>) -> Result<Transports, String> {
    let mail: Arc<dyn MailTransport> = match &settings.mail {
        MailSettings::Mailbox => Arc::new(Mailbox::new(clock.clone())),
        MailSettings::Off => Arc::new(MailOff),
        MailSettings::Smtp { host, port, tls, credentials, from } => {
            let server = SmtpServer {
                host: host.clone(),
                port: *port,
                tls: *tls,
                credentials: credentials.clone(),
                from: from.clone(),
            };
            Arc::new(SmtpMail::new(&server, clock.clone()).map_err(|e| e.to_string())?)
        }
    };
    let sms: Arc<dyn SmsTransport> = match &settings.sms {
        SmsSettings::Mailbox => Arc::new(Mailbox::new(clock.clone())),
        SmsSettings::Off => Arc::new(SmsOff),
        SmsSettings::Gateway { url, token } => Arc::new(
            GatewaySms::new(url.clone(), token.clone()).map_err(|e| format!("sms.gateway.url: {e}"))?,
        ),
    };
    Ok(Transports { mail, sms })
}

/// Who runs this command, for the audit: `user@host`. The name comes from the process's user id, not from a variable,
/// except that root is named as the person who became root by sudo.
pub(super) fn operator_name() -> String {
    let host =
        std::fs::read_to_string("/proc/sys/kernel/hostname").ok().or_else(|| std::env::var("HOSTNAME").ok());
    let host = host.map(|name| plain_name(&name)).filter(|name| !name.is_empty());
    format!("{}@{}", user_name(), host.unwrap_or_else(|| "localhost".into()))
}

#[cfg(unix)]
fn user_name() -> String {
    use std::os::unix::fs::MetadataExt;
    let uid = std::fs::metadata("/proc/self").map(|facts| facts.uid()).ok();
    if uid == Some(0)
        && let Ok(person) = std::env::var("SUDO_USER")
        && !plain_name(&person).is_empty()
    {
        return plain_name(&person);
    }
    let Some(uid) = uid else {
        return std::env::var("USER").map_or_else(|_| "unknown".into(), |u| plain_name(&u));
    };
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let name = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(uid)).then(|| plain_name(name))
    });
    name.unwrap_or_else(|| uid.to_string())
}

#[cfg(not(unix))]
fn user_name() -> String {
    std::env::var("USERNAME").map_or_else(|_| "unknown".into(), |name| plain_name(&name))
}

fn plain_name(name: &str) -> String {
    name.trim().chars().filter(|c| c.is_alphanumeric() || "._-".contains(*c)).take(64).collect()
}
