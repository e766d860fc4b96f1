//! The audit trail as JSON lines, for whatever collects them; and its end after the time an operator keeps it.
//!
//! Rows are written out and marked afterwards, so that a line may come twice and none is lost. `docs/audit.md` has the
//! format of a line.

use std::fs::OpenOptions;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::config::AuditStream;
use crate::env::Env;
use crate::store::StoreError;
use crate::store::audit_events::{self, StoredEvent};

/// Events written out at once.
const BATCH: i64 = 500;
const DAY_MS: i64 = 24 * 3_600_000;

/// Why events did not leave.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    /// The file or standard output takes nothing.
    #[error("the audit stream cannot be written: {0}")]
    Write(#[from] io::Error),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes out what the stream has not had, and marks it. Returns how many events that were; 0 where there is no stream.
///
/// # Errors
/// [`StreamError`]; what was not marked comes again.
pub async fn write_due(env: &Env) -> Result<usize, StreamError> {
    let mut written = 0;
    loop {
        match write_batch(env).await? {
            0 => return Ok(written),
            batch => written += batch,
        }
    }
}

/// As [`write_due`], at most 500 events.
///
/// # Errors
/// [`StreamError`]; what was not marked comes again.
pub async fn write_batch(env: &Env) -> Result<usize, StreamError> {
    if env.settings.audit.stream == AuditStream::Off {
        return Ok(0);
    }
    let events = env.db.read(|c| audit_events::list_unstreamed(c, BATCH)).await?;
    if events.is_empty() {
        return Ok(0);
    }
    let ids: Vec<String> = events.iter().map(|event| event.id.clone()).collect();
    let count = ids.len();
    let stream = env.settings.audit.stream.clone();
    let outcome = tokio::task::spawn_blocking(move || write(&stream, &events)).await;
    let counter = &env.metrics.protocol.audit_stream;
    match outcome.unwrap_or_else(|_| Err(io::Error::other("the writer panicked"))) {
        Ok(()) => counter.many(["written"], count),
        Err(error) => {
            counter.many(["failed"], count);
            return Err(error.into());
        }
    }
    let now = env.now();
    env.db.write(move |c| audit_events::mark_streamed(c, &ids, now)).await?;
    Ok(count)
}

/// Deletes a batch of events older than `audit.retention_days`, and returns how many went; 0 when nothing is left.
///
/// # Errors
/// When the database did not answer.
pub async fn delete_old(env: &Env) -> Result<usize, StoreError> {
    let before = env.now() - i64::from(env.settings.audit.retention_days) * DAY_MS;
    env.db.write(move |c| audit_events::delete_before(c, before, BATCH)).await
}

fn write(stream: &AuditStream, events: &[StoredEvent]) -> io::Result<()> {
    let mut lines = String::new();
    for event in events {
        lines.push_str(&line(event).to_string());
        lines.push('\n');
    }
    match stream {
        AuditStream::Off => Ok(()),
        AuditStream::Stdout => {
            let mut out = io::stdout().lock();
            out.write_all(lines.as_bytes())?;
            out.flush()
        }
        AuditStream::File(file) => append(file, &lines),
    }
}

/// Opened anew each time: a file that was rotated away is made again, without a signal.
fn append(file: &Path, lines: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    // A pipe that nobody reads would swallow what is written as soon as it is closed.
    if std::fs::metadata(file).is_ok_and(|present| !present.is_file()) {
        return Err(io::Error::other("it is no regular file; `stdout` can be piped"));
    }
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    // A full disk may have left half a line; its events come again, and must not continue it.
    let length = file.seek(SeekFrom::End(0)).unwrap_or_default();
    if length > 0 {
        let mut last = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            file.write_all(b"\n")?;
        }
    }
    file.write_all(lines.as_bytes())?;
    file.sync_data()
}

/// One event as it is streamed.
fn line(event: &StoredEvent) -> Value {
    json!({
        "id": event.id,
        "at": timestamp(event.at),
        "pool": event.pool_id,
        "actor": { "kind": event.actor_kind, "id": event.actor },
        "action": event.action,
        "subject": event.subject_kind.as_ref().map(|kind| json!({ "kind": kind, "id": event.subject })),
        "succeeded": event.succeeded,
        "network": event.network,
        "correlation_id": event.correlation_id,
        "detail": event.detail,
    })
}

fn timestamp(at: i64) -> String {
    let nanoseconds = i128::from(at) * 1_000_000;
    let time = OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok();
    time.and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_else(|| at.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_cut_off_is_not_continued() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("audit.jsonl");
        append(&file, "{\"a\":1}\n").expect("written");
        OpenOptions::new()
            .append(true)
            .open(&file)
            .expect("opens")
            .write_all(b"{\"b\"")
            .expect("half a line");
        append(&file, "{\"b\":2}\n").expect("written");
        let text = std::fs::read_to_string(&file).expect("a text");
        assert_eq!(text, "{\"a\":1}\n{\"b\"\n{\"b\":2}\n");
        std::fs::rename(&file, folder.path().join("audit.jsonl.1")).expect("rotated");
        append(&file, "{\"c\":3}\n").expect("written");
        assert_eq!(std::fs::read_to_string(&file).expect("a text"), "{\"c\":3}\n");
    }

    #[test]
    fn a_pipe_that_would_swallow_events_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
        assert!(made.success());
        let error = append(&pipe, "{}\n").expect_err("refused");
        assert!(error.to_string().contains("no regular file"), "{error}");
    }

    #[test]
    fn times_are_readable() {
        assert_eq!(timestamp(1_795_269_787_042), "2026-11-21T14:03:07.042Z");
    }
}
