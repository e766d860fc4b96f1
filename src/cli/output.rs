//! What commands print: tables for people, JSON for scripts.

use std::io::{self, Write};

use clap::Args;
use serde::Serialize;

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
}

fn json<T: Serialize>(value: &T) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)?;
    out.flush()
}

/// Writes a table: a line of headers, then the rows, each column as wide as its widest cell.
///
/// # Errors
/// When `out` is closed.
pub fn table(out: &mut impl Write, headers: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| printable(cell)).collect()).collect();
    let mut widths: Vec<usize> = headers.iter().map(|header| header.chars().count()).collect();
    for row in &cells {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let header: Vec<String> = headers.iter().map(|header| header.to_uppercase()).collect();
    for row in std::iter::once(&header).chain(&cells) {
        let line: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        writeln!(out, "{}", line.join("  ").trim_end())?;
    }
    out.flush()
}

/// Text from the database as a terminal may show it: what people typed must not move the cursor or reorder a line.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
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
        table(&mut out, &["id", "name"], &rows).expect("memory takes it");
        assert_eq!(String::from_utf8_lossy(&out), "ID   NAME\n1    Zoë\n200  B\n");
    }

    #[test]
    fn escape_sequences_and_direction_marks_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\n"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
    }
}
