//! `vestibule audit`: what happened, who did it and to what.

use std::io::{self, Write};

use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::{Map, Value};

use super::choose::pool;
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, Table, json_line, parse_time, printed, time};
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::store::audit_events::{self, StoredEvent, Wanted};

/// Events read at once.
const PAGE: u32 = 500;

/// Arguments of `vestibule audit`.
#[derive(Args, Clone)]
pub struct AuditArguments {
    #[command(subcommand)]
    command: AuditCommand,
}

#[derive(Subcommand, Clone)]
enum AuditCommand {
    /// List what happened, newest first.
    ///
    /// JSON: one object a line: `id`, `at` (ISO 8601 in UTC), `pool`, `actor_kind`, `actor`, `action`, `subject_kind`,
    /// `subject`, `succeeded`, `network`, `correlation_id`, `detail` (object).
    List(ListArguments),
}

#[derive(Args, Clone)]
struct ListArguments {
    /// Only of this pool, by id or name; of a deleted one by id.
    #[arg(long, value_name = "POOL")]
    pool: Option<String>,
    /// Only about this id: of a user, a client, a pool, or the name of a group.
    #[arg(long, value_name = "ID")]
    subject: Option<String>,
    /// Only this action, for example user.disable.
    #[arg(long, value_name = "ACTION")]
    action: Option<String>,
    /// Only done by this one: an operator as user@host, or the id of a person or client.
    #[arg(long, value_name = "WHO")]
    actor: Option<String>,
    /// Only since then: 2026-11-21T14:03:07Z, 2026-11-21, or how long ago: 90m, 24h, 7d.
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Only before then, written alike.
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Only what did not come about.
    #[arg(long)]
    refused: bool,
    /// At most so many; 0 for all.
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    limit: u32,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    at: String,
    pool: Option<String>,
    actor_kind: String,
    actor: Option<String>,
    action: String,
    subject_kind: Option<String>,
    subject: Option<String>,
    succeeded: bool,
    network: Option<String>,
    correlation_id: Option<String>,
    detail: Map<String, Value>,
}

impl Entry {
    fn of(event: StoredEvent) -> Self {
        Self {
            id: event.id,
            at: time(event.at),
            pool: event.pool_id,
            actor_kind: event.actor_kind,
            actor: event.actor,
            action: event.action,
            subject_kind: event.subject_kind,
            subject: event.subject,
            succeeded: event.succeeded,
            network: event.network,
            correlation_id: event.correlation_id,
            detail: event.detail,
        }
    }

    fn row(&self) -> Vec<String> {
        let joined = |kind: Option<&str>, name: Option<&str>| {
            kind.into_iter().chain(name).collect::<Vec<_>>().join(" ")
        };
        let detail: Vec<String> = self.detail.iter().map(|(name, value)| format!("{name}={value}")).collect();
        vec![
            self.at.clone(),
            joined(Some(&self.actor_kind), self.actor.as_deref()),
            self.action.clone(),
            joined(self.subject_kind.as_deref(), self.subject.as_deref()),
            if self.succeeded { "done" } else { "refused" }.to_owned(),
            self.pool.clone().unwrap_or_default(),
            detail.join(" "),
        ]
    }
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: AuditArguments) -> Result<(), String> {
    let AuditCommand::List(arguments) = arguments.command;
    let config = arguments.config.clone();
    with_env(&config, |env| async move { list(&env, &arguments).await })
}

async fn list(env: &Env, arguments: &ListArguments) -> Result<(), String> {
    let moment = |text: &Option<String>| text.as_deref().map(|text| parse_time(text, env.now())).transpose();
    let mut wanted = Wanted {
        pool: match &arguments.pool {
            // The trail outlives the pool.
            Some(text) => match pool(env, text).await {
                Ok(pool) => Some(pool.id.to_string()),
                Err(_) if PoolId::parse(text).is_ok() => Some(text.clone()),
                Err(refusal) => return Err(refusal),
            },
            None => None,
        },
        subject: arguments.subject.clone(),
        action: arguments.action.clone(),
        actor: arguments.actor.clone(),
        since: moment(&arguments.since)?,
        until: moment(&arguments.until)?,
        succeeded: arguments.refused.then_some(false),
        before: None,
    };
    let mut table = Table::new(&["at", "by", "action", "of", "outcome", "pool", "detail"]);
    let mut left = (arguments.limit > 0).then_some(arguments.limit);
    loop {
        let size = left.map_or(PAGE, |left| left.min(PAGE));
        let page = wanted.clone();
        let events = env.db.read(move |c| audit_events::list(c, &page, i64::from(size))).await;
        let events = events.map_err(|e| e.to_string())?;
        let last = events.last().map(|event| (event.at, event.id.clone()));
        let count = u32::try_from(events.len()).unwrap_or(size);
        let entries: Vec<Entry> = events.into_iter().map(Entry::of).collect();
        let outcome = write(&entries, arguments.output, &mut table);
        let reader_is_gone = outcome.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
        printed(outcome)?;
        left = left.map(|left| left - count);
        if count < size || left == Some(0) || reader_is_gone {
            return Ok(());
        }
        wanted.before = last;
    }
}

fn write(entries: &[Entry], output: OutputArguments, table: &mut Table) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if output.json {
        for entry in entries {
            json_line(&mut out, entry)?;
        }
        return out.flush();
    }
    let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
    table.rows(&mut out, &rows)
}
