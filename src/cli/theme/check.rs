//! `vestibule theme check`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::super::output::OutputArguments;
use crate::model::branding::{Branding, ColorScheme, Layout};
use crate::render::theme::{Library, Theme, tokens, unreadable};
use crate::render::{Renderer, ThemeFault, assets, samples};

/// The name under which the theme is drawn.
const CANDIDATE: &str = "candidate";

/// Arguments of `vestibule theme check`.
#[derive(Args, Clone)]
pub(super) struct CheckArguments {
    /// The theme's folder: `theme.toml`, and `theme.css` if it has one.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Only these languages; all of them otherwise. May be given several times.
    #[arg(long = "language", value_name = "TAG")]
    languages: Vec<String>,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Serialize)]
struct Found {
    severity: &'static str,
    file: String,
    line: usize,
    message: String,
}

#[derive(Serialize)]
struct Report {
    ok: bool,
    findings: Vec<Found>,
    documents: usize,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<(), String> {
    let (findings, documents) = look(&arguments.folder, &arguments.languages)?;
    let errors = findings.iter().filter(|one| one.severity == "error").count();
    let report = Report { ok: errors == 0, findings, documents };
    print(arguments.output, &report).map_err(|error| error.to_string())?;
    match errors {
        0 => Ok(()),
        1 => Err("1 error in the theme".into()),
        errors => Err(format!("{errors} errors in the theme")),
    }
}

fn print(output: OutputArguments, report: &Report) -> std::io::Result<()> {
    if output.json {
        return output.one(report, &[]);
    }
    let mut out = std::io::stdout().lock();
    for one in &report.findings {
        writeln!(out, "{}: {} line {}: {}", one.severity, one.file, one.line, one.message)?;
    }
    if report.ok {
        writeln!(out, "The theme is sound; {} documents were drawn.", report.documents)?;
    }
    out.flush()
}

fn look(folder: &Path, only: &[String]) -> Result<(Vec<Found>, usize), String> {
    let error = |fault: ThemeFault| Found {
        severity: "error",
        file: fault.file,
        line: fault.line,
        message: fault.message,
    };
    let library = Library::built_in().map_err(|error| error.to_string())?;
    let theme = match library.read(folder) {
        Ok(theme) => theme,
        Err(faults) => return Ok((faults.into_iter().map(error).collect(), 0)),
    };
    let toml = folder.join("theme.toml");
    let source = std::fs::read_to_string(&toml).map_err(|error| format!("{}: {error}", toml.display()))?;
    let in_toml =
        |severity, line, message: String| Found { severity, file: toml.display().to_string(), line, message };
    let mut findings = Vec::new();
    let said = Theme::parse(&source).unwrap_or_default();
    for (table, name) in said.missing() {
        let message = format!("{table} says nothing of {name}; the default theme's value is shown");
        findings.push(in_toml("error", line_of(&source, table, None), message));
    }
    for pair in unreadable(&theme) {
        let severity =
            if pair.contrast < tokens::INVISIBLE || pair.least >= 4.5 { "error" } else { "warning" };
        let line = line_of(&source, pair.mode, Some(pair.front));
        findings.push(in_toml(severity, line, pair.to_string()));
    }
    if let Some(logo) = theme.logo.as_deref().filter(|logo| assets::url(logo).is_none()) {
        let message = format!("there is no static file {logo:?}; a pool's own logo is set in its branding");
        findings.push(in_toml("error", line_of(&source, "", Some("logo")), message));
    }
    let css = folder.join("theme.css");
    let faint = theme.sheet.faint(&theme, 4.5).unwrap_or_else(|refusal| {
        let (file, line, message) = (css.display().to_string(), refusal.line, refusal.reason);
        findings.push(Found { severity: "error", file, line, message });
        Vec::new()
    });
    for faint in faint {
        let severity = if faint.contrast < 3.0 { "error" } else { "warning" };
        let file = css.display().to_string();
        findings.push(Found { severity, file, line: faint.line, message: faint.to_string() });
    }
    let documents = draw((theme, only), &toml, &mut findings)?;
    Ok((findings, documents))
}

/// Draws everything, in these languages or in all; returns how many documents that were.
fn draw((theme, only): (Theme, &[String]), toml: &Path, findings: &mut Vec<Found>) -> Result<usize, String> {
    let renderer = Renderer::wearing(CANDIDATE, theme).map_err(|error| error.to_string())?;
    let is_meant = |tag: &&str| only.is_empty() || only.iter().any(|one| one == tag);
    let languages: Vec<String> =
        renderer.translator().languages().filter(is_meant).map(str::to_owned).collect();
    if languages.is_empty() {
        return Err("none of these languages is there; `docs/languages.md` lists them".into());
    }
    let mut documents = 0;
    for sample in samples::samples().into_iter().chain(samples::mails()) {
        for language in &languages {
            for scheme in [ColorScheme::Light, ColorScheme::Dark] {
                let mut frame = samples::frame(language, "Demo", "");
                let layout = Layout { scheme: Some(scheme), ..Layout::default() };
                frame.branding =
                    Some(Branding { theme: Some(CANDIDATE.into()), layout, ..Branding::default() });
                documents += 1;
                let problem = match sample.render(&renderer, &frame) {
                    Ok(html) if (sample.is_mail() || html.contains("<h1")) && html.contains("Demo") => {
                        continue;
                    }
                    Ok(_) => "the page has no heading, or does not name the pool".to_owned(),
                    Err(error) => format!("{error:?}"),
                };
                let message = format!("{sample:?} in {language}, {}: {problem}", scheme.word());
                findings.push(Found {
                    severity: "error",
                    file: toml.display().to_string(),
                    line: 1,
                    message,
                });
            }
        }
    }
    Ok(documents)
}

/// The line of a token, or of its table where it is not said.
fn line_of(source: &str, table: &str, token: Option<&str>) -> usize {
    let mut current = String::new();
    let mut of_table = 1;
    for (index, line) in source.lines().enumerate() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            current = name.trim().to_owned();
            if current == table {
                of_table = index + 1;
            }
            continue;
        }
        let key = line.split('=').next().unwrap_or_default().trim().trim_matches('"');
        if current == table && token == Some(key) {
            return index + 1;
        }
    }
    of_table
}
