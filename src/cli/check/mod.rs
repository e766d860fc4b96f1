//! `vestibule check`: every contradiction in the settings, then whether the world is as they say.
//!
//! Owns the looking: certificates ([`certificate`]), the machine ([`machine`]), identity providers ([`providers`]), the
//! database and the keys (here). Leaves to others: what the settings alone contradict (`config`). Changes nothing.

mod certificate;
mod machine;
mod providers;

use std::io::Write;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::demonstration;
use super::operator::{self, FileArguments};
use super::output::OutputArguments;
use crate::config::{Finding, Loaded, MailSettings, MasterKeySource, Settings, Severity};
use crate::crypto::master_key::MasterKeys;
use crate::model::clock::{Clock, SystemClock};
use crate::outbound::mail::{SmtpMail, SmtpServer};
use crate::render::{LookFolders, Renderer};
use crate::server;
use crate::store::{self, inspect};

/// Arguments of `vestibule check`.
#[derive(Args, Clone, Debug)]
pub struct CheckArguments {
    #[command(flatten)]
    file: FileArguments,
    /// Also connect to the mail server and sign in there; nothing is sent.
    #[arg(long)]
    connect: bool,
    #[command(flatten)]
    output: OutputArguments,
}

/// What was found, for scripts.
#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    findings: &'a [Finding],
}

/// Prints everything that was found.
///
/// # Errors
/// A sentence, when there were errors among it.
pub fn run(arguments: &CheckArguments) -> Result<(), String> {
    let mut findings = match arguments.file.load_or_findings() {
        Ok(loaded) => actix_web::rt::System::new().block_on(look(loaded, arguments.connect)),
        Err(findings) => findings.0,
    };
    findings.sort_by_key(|finding| finding.severity);
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    print(arguments.output, &findings).map_err(|e| e.to_string())?;
    match errors {
        0 => Ok(()),
        1 => Err("1 error; the server does not start like this".into()),
        errors => Err(format!("{errors} errors; the server does not start like this")),
    }
}

fn print(output: OutputArguments, findings: &[Finding]) -> std::io::Result<()> {
    if output.json {
        return output.one(&Report { ok: !findings.iter().any(Finding::is_error), findings }, &[]);
    }
    let mut out = std::io::stdout().lock();
    for finding in findings {
        let word = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(out, "{word}: {finding}")?;
    }
    if findings.is_empty() {
        writeln!(out, "Everything is in order.")?;
    }
    out.flush()
}

async fn look(loaded: Loaded, connect: bool) -> Vec<Finding> {
    let masters = operator::master_keys(&loaded);
    let Loaded { settings, master_key, warnings, .. } = loaded;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let mut findings = warnings;
    if let Some(https) = &settings.https {
        findings.extend(certificate::look(&settings, https, clock.now()));
    }
    findings.extend(machine::look(&settings));
    findings.extend(pages(&settings));
    let masters = match masters {
        Ok(masters) => Some(masters),
        Err(message) => {
            findings.push(Finding::error("master_key", message));
            None
        }
    };
    if let MasterKeySource::Variable(_) = master_key {
        findings.push(Finding::warning(
            "master_key",
            "the master key is in a variable, which other processes of the same user and crash reports may show; a file or a \
             systemd credential keeps it better",
        ));
    }
    if let Err(message) = operator::transports(&settings, &clock) {
        findings.push(Finding::error("mail.smtp", message));
    }
    findings.extend(providers::authorities(&settings));
    findings.extend(database(&settings, masters.as_ref(), clock.now()).await);
    if connect {
        findings.extend(mail(&settings, clock).await);
    }
    findings
}

/// The operator's templates and themes. A broken one keeps no server from starting: the built-in one is shown.
fn pages(settings: &Settings) -> Vec<Finding> {
    match Renderer::with(&LookFolders::of(settings)) {
        Ok(renderer) => {
            let faults = renderer.faults().into_iter();
            faults
                .map(|fault| Finding::warning("pages", format!("{fault}; the built-in one is shown instead")))
                .collect()
        }
        Err(error) => vec![Finding::error("pages", error.to_string())],
    }
}

async fn database(settings: &Settings, masters: Option<&MasterKeys>, now: i64) -> Vec<Finding> {
    let found = match operator::examine_for_service(settings, masters).await {
        Ok(found) => found,
        Err(message) => return vec![Finding::error("database", message)],
    };
    let mut findings = Vec::new();
    if !found.pending.is_empty() {
        let finding = if settings.migrate_at_start { Finding::warning } else { Finding::error };
        let what =
            if found.is_fresh { "there are no tables yet" } else { "the tables are of an older version" };
        let when = match settings.migrate_at_start {
            true => "`vestibule serve` makes them",
            false => "run `vestibule migrate`, because database.migrate_at_start is off",
        };
        findings.push(finding("database", format!("{what} ({}); {when}", found.pending.join(", "))));
    }
    if found.pending.is_empty() {
        findings.extend(providers::look(settings, now).await);
    }
    match demonstration::known_passwords(settings).await {
        Ok(warning) => findings.extend(warning.map(|warning| Finding::warning("database", warning))),
        Err(message) => findings.push(Finding::error("database", message)),
    }
    if let (false, Some(pool)) = (found.is_fresh, &settings.default_pool) {
        let id = pool.to_string();
        let database = server::database_settings(settings);
        match store::peek(&database, move |c| inspect::existing_pools(c, &[&id])).await {
            Ok(Some(pools)) if pools.is_empty() => findings.push(Finding::warning(
                "default_pool",
                format!("there is no pool {pool}, so the root of public_url shows nothing; see `vestibule pool list`"),
            )),
            Ok(_) => {}
            Err(error) => findings.push(Finding::error("database", operator::unusable(&error))),
        }
    }
    findings
}

async fn mail(settings: &Settings, clock: Arc<dyn Clock>) -> Vec<Finding> {
    let MailSettings::Smtp { host, port, tls, credentials, from } = &settings.mail else { return Vec::new() };
    let server = SmtpServer {
        host: host.clone(),
        port: *port,
        tls: *tls,
        credentials: credentials.clone(),
        from: from.clone(),
    };
    // One that cannot be set up was found before.
    let Ok(mail) = SmtpMail::new(&server, clock) else { return Vec::new() };
    match mail.greet().await {
        Ok(()) => Vec::new(),
        Err(error) => {
            let message = format!("{host}:{port} does not take mail from here: {error}; see mail.smtp");
            vec![Finding::error("mail.smtp", message)]
        }
    }
}
