//! What commands print: tables for people, JSON for scripts.
//!
//! Times are ISO 8601 in UTC, lines are cut to the terminal's width, and what people typed is shown without what would move
//! the cursor. Only results go to standard output; errors and questions go to standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};

use clap::Args;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The switch that every command with output has.
#[derive(Args, Clone, Copy, Debug)]
pub struct OutputArguments {
    /// Print JSON for scripts.
    #[arg(long)]
    pub json: bool,
}

impl OutputArguments {
    /// Prints one thing: as JSON, or as lines `name  value`.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn one<T: Serialize>(self, value: &T, lines: &[(&str, String)]) -> io::Result<()> {
        if self.json {
            return json(value);
        }
        let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
        let mut out = io::stdout().lock();
        for (name, value) in lines {
            writeln!(out, "{name:width$}  {}", printable(value))?;
        }
        out.flush()
    }

    /// Prints many things: as a JSON array, or as a table.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn many<T: Serialize>(self, values: &[T], headers: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
        if self.json {
            return json(&values);
        }
        table(&mut io::stdout().lock(), headers, rows)
    }

    /// Prints what was done: as JSON, or as a sentence, or several lines of them.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn done<T: Serialize>(self, value: &T, sentence: &str) -> io::Result<()> {
        if self.json {
            return json(value);
        }
        let mut out = io::stdout().lock();
        for line in sentence.lines() {
            writeln!(out, "{}", printable(line))?;
        }
        out.flush()
    }
}

/// Turns a failed print into a sentence. A reader that went away, as `head` does, is no failure.
///
/// # Errors
/// When standard output is closed otherwise.
pub fn printed(outcome: io::Result<()>) -> Result<(), String> {
    match outcome {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("the result cannot be written: {error}"))
        }
        _ => Ok(()),
    }
}

/// A note to the person at the terminal, on standard error.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr(), "{}", printable(text));
}

/// A time as text, ISO 8601 in UTC, seconds.
pub fn time(milliseconds: i64) -> String {
    OffsetDateTime::from_unix_timestamp(milliseconds.div_euclid(1000))
        .ok()
        .and_then(|time| time.format(&Rfc3339).ok())
        .unwrap_or_else(|| milliseconds.to_string())
}

/// Reads a time: `2026-11-21T14:03:07Z`, a day `2026-11-21` (its first moment in UTC), or how long ago: `90m`, `24h`,
/// `7d`. Returns Unix milliseconds.
///
/// # Errors
/// A sentence that says what a time looks like.
pub fn parse_time(text: &str, now: i64) -> Result<i64, String> {
    if let Ok(ago) = parse_duration(text) {
        return Ok(now.saturating_sub(ago));
    }
    let whole = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_owned() };
    let time = OffsetDateTime::parse(&whole, &Rfc3339).map_err(|_| {
        "a time is written 2026-11-21T14:03:07Z, 2026-11-21, or as how long ago: 90m, 24h, 7d".to_owned()
    })?;
    Ok(time.unix_timestamp() * 1000)
}

/// Reads a length of time such as `30s`, `90m`, `24h`, `7d` or `0`, in milliseconds; at most ten years.
///
/// # Errors
/// A sentence that says what a length of time looks like.
pub fn parse_duration(text: &str) -> Result<i64, String> {
    const TEN_YEARS_MS: i64 = 10 * 366 * 86_400_000;
    let wrong = || "a length of time is a number with s, m, h or d, for example 90m or 7d".to_owned();
    if text == "0" {
        return Ok(0);
    }
    let unit = match text.chars().last() {
        Some('s') => 1000,
        Some('m') => 60_000,
        Some('h') => 3_600_000,
        Some('d') => 86_400_000,
        _ => return Err(wrong()),
    };
    let number = &text[..text.len() - 1];
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let number: i64 = number.parse().map_err(|_| wrong())?;
    number.checked_mul(unit).filter(|length| *length <= TEN_YEARS_MS).ok_or_else(wrong)
}

fn json<T: Serialize>(value: &T) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)?;
    out.flush()
}

/// Writes one thing as one line of JSON.
///
/// # Errors
/// When `out` is closed.
pub fn json_line<T: Serialize>(out: &mut impl Write, value: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

/// A table that is written piece by piece: the first piece settles the widths of its columns.
pub struct Table {
    headers: Vec<String>,
    widths: Option<Vec<usize>>,
    /// Where lines are cut.
    limit: Option<usize>,
}

impl Table {
    /// A table with these headers, as wide as the terminal where there is one.
    pub fn new(headers: &[&str]) -> Self {
        let limit = io::stdout().is_terminal().then(terminal_width).flatten();
        Self { headers: headers.iter().map(|header| header.to_uppercase()).collect(), widths: None, limit }
    }

    /// Writes rows, the first time after a line of headers; each column as wide as its widest cell of the first piece.
    ///
    /// # Errors
    /// When `out` is closed.
    pub fn rows(&mut self, out: &mut impl Write, rows: &[Vec<String>]) -> io::Result<()> {
        let cells: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| printable(cell)).collect()).collect();
        let first = self.widths.is_none();
        let widths = self.widths.get_or_insert_with(|| {
            let mut widths: Vec<usize> = self.headers.iter().map(|header| header.chars().count()).collect();
            for row in &cells {
                for (width, cell) in widths.iter_mut().zip(row) {
                    *width = (*width).max(cell.chars().count());
                }
            }
            widths
        });
        let header = first.then_some(&self.headers);
        for row in header.into_iter().chain(&cells) {
            let line: Vec<String> =
                row.iter().zip(widths.iter()).map(|(cell, width)| format!("{cell:width$}")).collect();
            writeln!(out, "{}", cut(line.join("  ").trim_end(), self.limit))?;
        }
        out.flush()
    }
}

/// Writes a whole table: a line of headers, then the rows.
///
/// # Errors
/// When `out` is closed.
pub fn table(out: &mut impl Write, headers: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    Table::new(headers).rows(out, rows)
}

/// A line no longer than `limit` characters; what is cut off shows as an ellipsis.
fn cut(line: &str, limit: Option<usize>) -> String {
    match limit {
        Some(limit) if line.chars().count() > limit => {
            line.chars().take(limit.saturating_sub(1)).chain(['…']).collect()
        }
        _ => line.to_owned(),
    }
}

fn terminal_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    (size.ws_col >= 20).then_some(usize::from(size.ws_col))
}

/// Text from the database as a terminal may show it: what people typed must not move the cursor or reorder a line.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                '\u{fffd}'
            }
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut out = Vec::new();
        let rows = [vec!["1".to_owned(), "Zoë".to_owned()], vec!["200".to_owned(), "B".to_owned()]];
        let mut table = Table { limit: None, ..Table::new(&["id", "name"]) };
        table.rows(&mut out, &rows).expect("memory takes it");
        table.rows(&mut out, &rows[..1]).expect("memory takes it");
        assert_eq!(String::from_utf8_lossy(&out), "ID   NAME\n1    Zoë\n200  B\n1    Zoë\n");
    }

    #[test]
    fn a_table_is_no_wider_than_the_terminal() {
        let mut out = Vec::new();
        let mut table = Table { limit: Some(8), ..Table::new(&["id", "name"]) };
        table.rows(&mut out, &[vec!["1".to_owned(), "Lovelace".to_owned()]]).expect("memory takes it");
        assert_eq!(String::from_utf8_lossy(&out), "ID  NAME\n1   Lov…\n");
    }

    #[test]
    fn escape_sequences_and_direction_marks_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\n"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
        assert_eq!(printable("\u{9b}31m\u{61c}x\u{2028}y"), "\u{fffd}31m\u{fffd}x\u{fffd}y");
    }

    #[test]
    fn times_and_lengths_are_read_as_they_are_written() {
        let at = 1_795_269_787_000;
        assert_eq!(time(at), "2026-11-21T14:03:07Z");
        assert_eq!(parse_time(&time(at), 0), Ok(at));
        assert_eq!(parse_time("2026-11-21", 0).map(time), Ok("2026-11-21T00:00:00Z".into()));
        assert_eq!(parse_time("24h", at), Ok(at - 86_400_000));
        assert_eq!(parse_duration("0"), Ok(0));
        for wrong in ["", "h", "-1h", "1w", "1.5h", "99999999999999999999d", "4000d", "ä"] {
            assert!(parse_duration(wrong).is_err(), "{wrong}");
        }
        assert!(parse_time("yesterday", 0).is_err());
    }
}
