//! `vestibule domain`: the host names that pools answer at.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::choose::InPool;
use super::output::{OutputArguments, printable, printed, time};
use crate::config::Settings;
use crate::directory::domains::{self, AddOptions, Changed, Consequences, DomainError, table};
use crate::env::Env;
use crate::model::domain::{Challenge, DomainKind, DomainName, DomainStatus, PoolDomain, challenge_record};
use crate::model::pool::UserPool;

/// Arguments of `vestibule domain`.
#[derive(Args, Clone)]
pub struct DomainArguments {
    #[command(subcommand)]
    command: DomainCommand,
}

#[derive(Subcommand, Clone)]
enum DomainCommand {
    /// List the domains of a pool.
    ///
    /// JSON: an array of `pool`, `kind` (`prefix`, `custom`), `name`, `url`, `status` (`active`, `pending`), `primary`; a
    /// pending one also has `record` (`name`, `type`, `value`, `expires_at`).
    List(InPool),
    /// Give a pool a domain: a word is a prefix before the server's domain suffix, a name with dots a custom domain.
    ///
    /// A prefix answers at once. A custom domain answers once the TXT record that is printed here is in DNS; the running
    /// server looks for it by itself, `domain verify` at once.
    ///
    /// JSON: as one of `domain list`, with `dry_run` and `breaks`.
    Add(AddArguments),
    /// Look for the TXT record of a custom domain now, and let the domain answer.
    ///
    /// JSON: as one of `domain list`, with `dry_run` and `breaks`.
    Verify(VerifyArguments),
    /// Take a domain from a pool. For 30 days no other pool can have its name.
    ///
    /// JSON: as one of `domain list`, with `dry_run` and `breaks`.
    Remove(ChangeArguments),
    /// Make an active custom domain the one that metadata and mails name.
    ///
    /// JSON: as one of `domain list`, with `dry_run` and `breaks`.
    Primary(ChangeArguments),
}

#[derive(Args, Clone)]
struct AddArguments {
    /// The prefix or the host name.
    #[arg(value_name = "DOMAIN")]
    name: String,
    /// Let a custom domain answer without a proof. Only for names that are yours.
    #[arg(long)]
    waive: bool,
    /// Take the name although another pool gave it up less than 30 days ago.
    #[arg(long)]
    waive_quarantine: bool,
    /// Give the pool's present prefix up for this one.
    #[arg(long)]
    replace: bool,
    /// Say what would break, and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: InPool,
}

#[derive(Args, Clone)]
struct VerifyArguments {
    /// The host name.
    #[arg(value_name = "HOST")]
    name: String,
    /// Let it answer without a proof. Only for names that are yours.
    #[arg(long)]
    waive: bool,
    #[command(flatten)]
    place: InPool,
}

#[derive(Args, Clone)]
struct ChangeArguments {
    /// The prefix or the host name.
    #[arg(value_name = "DOMAIN")]
    name: String,
    /// Say what would break, and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: InPool,
}

#[derive(Serialize)]
struct Entry {
    pool: String,
    kind: &'static str,
    name: String,
    url: Option<String>,
    status: &'static str,
    primary: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Record>,
}

/// The DNS record that proves a domain.
#[derive(Serialize)]
struct Record {
    name: String,
    r#type: &'static str,
    value: String,
    expires_at: String,
}

impl Record {
    fn of(name: &DomainName, challenge: &Challenge) -> Self {
        Self {
            name: challenge_record(&name.name),
            r#type: "TXT",
            value: challenge.record_value(),
            expires_at: time(challenge.ends_at),
        }
    }
}

impl Entry {
    fn of(settings: &Settings, domain: &PoolDomain) -> Self {
        let (status, record) = match &domain.status {
            DomainStatus::Active { .. } => ("active", None),
            DomainStatus::Pending(challenge) => ("pending", Some(Record::of(&domain.name, challenge))),
        };
        Self {
            pool: domain.pool_id.to_string(),
            kind: domain.name.kind.as_str(),
            name: domain.name.name.clone(),
            url: table::host(settings, &domain.name).map(|host| table::origin(settings, &host)),
            status,
            primary: domain.is_primary,
            record,
        }
    }

    fn row(&self) -> Vec<String> {
        let status = match &self.record {
            Some(record) => {
                format!("waits until {} for {}. IN TXT \"{}\"", record.expires_at, record.name, record.value)
            }
            None if self.url.is_none() => "silent: the setting domain_suffix is not set".into(),
            None => self.status.to_owned(),
        };
        let primary = if self.primary { "yes" } else { "" };
        vec![
            self.kind.into(),
            self.name.clone(),
            self.url.clone().unwrap_or_default(),
            primary.into(),
            status,
        ]
    }
}

#[derive(Serialize)]
struct Outcome {
    #[serde(flatten)]
    domain: Entry,
    dry_run: bool,
    breaks: Breaks,
}

#[derive(Serialize)]
struct Breaks {
    lost_hosts: Vec<String>,
    address: Option<AddressChange>,
    client_urls: Vec<ClientUrl>,
}

#[derive(Serialize)]
struct AddressChange {
    before: String,
    after: String,
}

#[derive(Serialize)]
struct ClientUrl {
    pool: String,
    client: String,
    url: String,
}

impl From<&Consequences> for Breaks {
    fn from(all: &Consequences) -> Self {
        Self {
            lost_hosts: all.lost_hosts.clone(),
            address: all.address.clone().map(|(before, after)| AddressChange { before, after }),
            client_urls: all
                .client_urls
                .iter()
                .map(|(pool, client, url)| ClientUrl {
                    pool: pool.to_string(),
                    client: client.to_string(),
                    url: url.clone(),
                })
                .collect(),
        }
    }
}

/// What a change breaks, a line each.
fn sentences(all: &Consequences) -> Vec<String> {
    let lost = all.lost_hosts.iter().map(|host| format!("{host} no longer answers"));
    let address = all.address.iter().map(|(before, after)| {
        format!("metadata and mails name {after} in place of {before}; applications that remember the old address read it anew")
    });
    let urls = all
        .client_urls
        .iter()
        .map(|(pool, client, url)| format!("the client {client} of the pool {pool} has the address {url}"));
    lost.chain(address).chain(urls).collect()
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: DomainArguments) -> Result<(), String> {
    match arguments.command {
        DomainCommand::List(place) => place.run(|env, pool, output| async move {
            let all = domains::list(&env, Some(&pool.id)).await.map_err(|e| sentence(None, e))?;
            let entries: Vec<Entry> = all.iter().map(|domain| Entry::of(&env.settings, domain)).collect();
            let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
            printed(output.many(&entries, &["kind", "name", "url", "primary", "status"], &rows))
        }),
        DomainCommand::Add(arguments) => {
            let AddArguments { name, waive, waive_quarantine, replace, dry_run, place } = arguments;
            place.run(|env, pool, output| async move {
                let name = parse(&name)?;
                let options = AddOptions { waive_proof: waive, waive_quarantine, replace_prefix: replace };
                let changed = domains::add(&env, &pool.id, &name, options, dry_run).await;
                report(&env, output, "added", (&pool, &name), changed, dry_run)
            })
        }
        DomainCommand::Verify(VerifyArguments { name, waive, place }) => {
            place.run(|env, pool, output| async move {
                let name = known(&name)?;
                let changed = match waive {
                    true => domains::waive(&env, &pool.id, &name).await,
                    false => domains::verify(&env, &pool.id, &name).await,
                };
                report(&env, output, "verified", (&pool, &name), changed, false)
            })
        }
        DomainCommand::Remove(ChangeArguments { name, dry_run, place }) => {
            place.run(|env, pool, output| async move {
                let name = known(&name)?;
                let changed = domains::remove(&env, &pool.id, &name, dry_run).await;
                report(&env, output, "removed", (&pool, &name), changed, dry_run)
            })
        }
        DomainCommand::Primary(ChangeArguments { name, dry_run, place }) => {
            place.run(|env, pool, output| async move {
                let name = known(&name)?;
                let changed = domains::set_primary(&env, &pool.id, &name, dry_run).await;
                report(&env, output, "primary", (&pool, &name), changed, dry_run)
            })
        }
    }
}

fn parse(text: &str) -> Result<DomainName, String> {
    DomainName::parse(text).map_err(|error| error.to_string())
}

/// A domain that a pool may have: also one that was given before its name was reserved.
fn known(text: &str) -> Result<DomainName, String> {
    if text.contains('.') {
        parse(text)
    } else {
        Ok(DomainName { kind: DomainKind::Prefix, name: text.to_owned() })
    }
}

/// Prints what became of a change.
fn report(
    env: &Env,
    output: OutputArguments,
    verb: &str,
    (pool, name): (&UserPool, &DomainName),
    changed: Result<Changed, DomainError>,
    dry_run: bool,
) -> Result<(), String> {
    let Changed { domain, consequences } = changed.map_err(|e| sentence(Some((pool, name)), e))?;
    let entry = Entry::of(&env.settings, &domain);
    let mut lines = Vec::new();
    match (&entry.record, verb) {
        (Some(record), "added" | "verified") => {
            lines.push(format!(
                "{name}: waits for its proof. Set this record in DNS before {}:",
                record.expires_at
            ));
            lines.push(format!("  {}. IN TXT \"{}\"", record.name, record.value));
            let choice = pool.id.as_str();
            lines.push(format!(
                "and run `vestibule domain verify {name} --pool {choice}`, or wait for the server to look."
            ));
        }
        (None, "added" | "verified") => {
            lines.push(format!("{name}: answers at {}", entry.url.as_deref().unwrap_or("no address")));
        }
        _ => lines.push(format!("{name}: {verb}")),
    }
    if dry_run {
        lines.insert(0, "Nothing was changed. This would be:".into());
    }
    let sentences = sentences(&consequences);
    if !sentences.is_empty() {
        lines.push(if dry_run { "It would break:".into() } else { "It broke:".into() });
        lines.extend(sentences.iter().map(|sentence| format!("  {}", printable(sentence))));
    }
    let outcome = Outcome { domain: entry, dry_run, breaks: (&consequences).into() };
    printed(output.done(&outcome, &lines.join("\n")))
}

/// What went wrong, as a sentence for an operator.
fn sentence(about: Option<(&UserPool, &DomainName)>, error: DomainError) -> String {
    let (pool, name) = about.map_or_else(
        || (String::new(), String::new()),
        |(pool, name)| (pool.id.to_string(), name.to_string()),
    );
    match error {
        DomainError::NoSuffix => format!(
            "{name} would be a prefix, and this server has none: set domain_suffix (and a wildcard in DNS and certificate), or \
             give a whole host name"
        ),
        DomainError::Taken => format!("{name} belongs to another pool; that pool must give it up first"),
        DomainError::Quarantined { free_at } => format!(
            "another pool gave {name} up not long ago, and its visitors may still come; it is free from {}, or now with \
             `vestibule domain add {name} --pool {pool} --waive-quarantine`",
            time(free_at)
        ),
        DomainError::HasPrefix(old) => {
            format!("the pool {pool} has the prefix {old}; give it up for {name} with --replace")
        }
        DomainError::NotFound => format!("the pool {pool} has no domain {name}; see `vestibule domain list`"),
        DomainError::ChallengeEnded => {
            format!(
                "the challenge of {name} has ended; begin anew with `vestibule domain add {name} --pool {pool}`"
            )
        }
        DomainError::NotProven { found } => {
            let found: Vec<String> = found.iter().map(|text| format!("\"{}\"", printable(text))).collect();
            let there =
                if found.is_empty() { "nothing".into() } else { format!("only {}", found.join(", ")) };
            format!(
                "DNS has no proof of {name} yet: at {} there is {there}. A new record may take as long as the old one's \
                 time to live; `vestibule domain list --pool {pool}` shows the record",
                challenge_record(&name)
            )
        }
        DomainError::CannotBePrimary => {
            format!("{name} is no active custom domain, and only one of those can be the primary one")
        }
        other => printable(&other.to_string()),
    }
}
