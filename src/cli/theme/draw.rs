//! `vestibule theme draw`: the pages as files.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::super::output::{OutputArguments, printed};
use super::FolderArgument;
use crate::model::branding::{Branding, ColorScheme, Layout};
use crate::render::samples::{self, Sample};
use crate::render::{Renderer, assets};

/// Arguments of `vestibule theme draw`.
#[derive(Args, Clone)]
pub(super) struct DrawArguments {
    /// The folder that the files are written to.
    #[arg(value_name = "FOLDER")]
    to: PathBuf,
    /// Only these themes; all of them otherwise. May be given several times.
    #[arg(long = "theme", value_name = "THEME")]
    only: Vec<String>,
    /// Only these pages, for example `Login`. May be given several times.
    #[arg(long = "page", value_name = "PAGE")]
    pages: Vec<String>,
    /// Every state of each page; the first one otherwise.
    #[arg(long)]
    all_states: bool,
    /// The language.
    #[arg(long, default_value = "en")]
    language: String,
    #[command(flatten)]
    folder: FolderArgument,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Serialize)]
struct Drawn {
    theme: String,
    page: &'static str,
    state: &'static str,
    mode: &'static str,
    file: String,
}

pub(super) fn run(arguments: &DrawArguments) -> Result<(), String> {
    let renderer = arguments.folder.renderer()?;
    fs::create_dir_all(&arguments.to).map_err(|error| format!("{}: {error}", arguments.to.display()))?;
    let all: Vec<Sample> = samples::samples().into_iter().chain(samples::mails()).collect();
    let mut drawn = Vec::new();
    for (theme, _) in renderer.themes() {
        if !arguments.only.is_empty() && !arguments.only.contains(&theme) {
            continue;
        }
        for (index, sample) in all.iter().enumerate() {
            let first = all.iter().position(|other| other.page == sample.page) == Some(index);
            let asked = arguments.pages.is_empty() || arguments.pages.iter().any(|page| page == sample.page);
            if !sample.is_public() || !asked || !(first || arguments.all_states) {
                continue;
            }
            for scheme in [ColorScheme::Light, ColorScheme::Dark] {
                drawn.push(draw(&renderer, arguments, (&theme, sample, scheme))?);
            }
        }
    }
    let rows: Vec<Vec<String>> = drawn
        .iter()
        .map(|one| {
            vec![one.theme.clone(), one.page.into(), one.state.into(), one.mode.into(), one.file.clone()]
        })
        .collect();
    printed(arguments.output.many(&drawn, &["theme", "page", "state", "mode", "file"], &rows))
}

fn draw(
    renderer: &Renderer,
    arguments: &DrawArguments,
    (theme, sample, scheme): (&str, &Sample, ColorScheme),
) -> Result<Drawn, String> {
    let mut frame = samples::frame(&arguments.language, "Harbour Books", "");
    frame.application_name = Some("Reading Room".to_owned());
    let layout = Layout { scheme: Some(scheme), ..Layout::default() };
    frame.branding = Some(Branding { theme: Some(theme.to_owned()), layout, ..Branding::default() });
    let html = sample.render(renderer, &frame).map_err(|error| format!("{sample:?}: {error:?}"))?;
    let file = format!("{theme}-{}-{}-{}.html", sample.page, sample.state, scheme.word());
    let path = arguments.to.join(&file);
    fs::write(&path, standing_alone(&html)).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Drawn { theme: theme.to_owned(), page: sample.page, state: sample.state, mode: scheme.word(), file })
}

/// The document with sheet and script inside of it, because a file has no server to ask.
fn standing_alone(html: &str) -> String {
    let mut lines = Vec::new();
    for line in html.lines() {
        let address = |marker: &str| {
            let rest = line.split(marker).nth(1)?;
            let path = rest.split('"').next()?.strip_prefix(assets::PREFIX)?;
            let asset = assets::asset(path)?;
            String::from_utf8(asset.bytes.into_owned()).ok()
        };
        if line.starts_with("<link rel=\"stylesheet\"") {
            lines.push(format!("<style>{}</style>", address("href=\"").unwrap_or_default()));
        } else if line.starts_with("<script") {
            lines.push(format!("<script type=\"module\">{}</script>", address("src=\"").unwrap_or_default()));
        } else {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}
