//! What was measured, as a table for `docs/performance.md`.

use std::io::Write;

/// The lines of the table.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
}

struct Line {
    what: String,
    figure: String,
    bar: Option<(String, bool)>,
}

impl Report {
    /// A figure without a bar.
    pub fn figure(&mut self, what: &str, figure: impl Into<String>) {
        self.push(what, figure.into(), None);
    }

    /// A figure that must be at least `bar`.
    pub fn at_least(&mut self, what: &str, value: f64, bar: f64, figure: impl Into<String>) {
        self.push(what, format!("{value:.2} ({})", figure.into()), Some((format!("≥ {bar}"), value >= bar)));
    }

    /// A figure that must be at most `bar`.
    pub fn at_most(&mut self, what: &str, value: f64, bar: f64, figure: impl Into<String>) {
        self.push(
            what,
            format!("{value:.2} ({})", figure.into()),
            Some((format!("≤ {bar:.1}"), value <= bar)),
        );
    }

    fn push(&mut self, what: &str, figure: String, bar: Option<(String, bool)>) {
        note(&format!("{what}: {figure}"));
        self.lines.push(Line { what: what.to_owned(), figure, bar });
    }

    /// Whether every bar was met.
    pub fn all_met(&self) -> bool {
        self.lines.iter().all(|line| line.bar.as_ref().is_none_or(|(_, met)| *met))
    }

    /// Prints the table.
    pub fn print(&self) {
        let mut out = std::io::stdout().lock();
        let _ = writeln!(out, "\n| what | measured | bar | |\n|---|---|---|---|");
        for Line { what, figure, bar } in &self.lines {
            let (bar, met) = match bar {
                Some((bar, true)) => (bar.as_str(), "met"),
                Some((bar, false)) => (bar.as_str(), "**missed**"),
                None => ("", ""),
            };
            let _ = writeln!(out, "| {what} | {figure} | {bar} | {met} |");
        }
    }
}

/// Says on standard error how far the run has come.
pub fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "bench: {text}");
}
