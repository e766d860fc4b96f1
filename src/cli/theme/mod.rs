//! `vestibule theme`: the themes there are, whether one is sound, what one looks like, and those of Cognito.

mod check;
mod draw;
mod import;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::output::{OutputArguments, printed};
use crate::render::{LookFolders, Renderer};

/// Arguments of `vestibule theme`.
#[derive(Args, Clone)]
pub struct ThemeArguments {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Subcommand, Clone)]
enum ThemeCommand {
    /// List the themes: those of the program, and those in a folder.
    ///
    /// JSON: an array of `name`, `title`, `description`.
    List(ListArguments),
    /// Draw every page in every state, language and mode of a theme, and tell what is wrong with it.
    ///
    /// JSON: `ok`, `findings` (an array of `severity`, `file`, `line`, `message`), `documents` (number).
    Check(check::CheckArguments),
    /// Write every page as an HTML file that needs no server, to be looked at.
    Draw(draw::DrawArguments),
    /// Make a theme of the settings of Cognito's managed login (the JSON of its branding), and print it.
    ImportCognito(import::ImportArguments),
}

#[derive(Args, Clone)]
struct ListArguments {
    #[command(flatten)]
    folder: FolderArgument,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Args, Clone)]
struct FolderArgument {
    /// A folder of themes beside the built-in ones (`pages.themes_dir`).
    #[arg(long = "themes", value_name = "FOLDER")]
    themes: Option<PathBuf>,
}

impl FolderArgument {
    fn renderer(&self) -> Result<Renderer, String> {
        let folders = LookFolders { themes: self.themes.clone(), ..LookFolders::default() };
        let renderer = Renderer::with(&folders).map_err(|error| error.to_string())?;
        match renderer.faults().first() {
            Some(fault) => Err(fault.to_string()),
            None => Ok(renderer),
        }
    }
}

#[derive(Serialize)]
struct Entry {
    name: String,
    title: String,
    description: String,
}

/// Runs the command.
///
/// # Errors
/// A sentence.
pub fn run(arguments: ThemeArguments) -> Result<(), String> {
    match arguments.command {
        ThemeCommand::List(arguments) => list(&arguments),
        ThemeCommand::Check(arguments) => check::run(&arguments),
        ThemeCommand::Draw(arguments) => draw::run(&arguments),
        ThemeCommand::ImportCognito(arguments) => import::run(&arguments),
    }
}

fn list(arguments: &ListArguments) -> Result<(), String> {
    let themes = arguments.folder.renderer()?.themes();
    let entries: Vec<Entry> = themes
        .into_iter()
        .map(|(name, theme)| Entry {
            name,
            title: theme.title.clone(),
            description: theme.description.clone(),
        })
        .collect();
    let rows: Vec<Vec<String>> = entries
        .iter()
        .map(|entry| vec![entry.name.clone(), entry.title.clone(), entry.description.clone()])
        .collect();
    printed(arguments.output.many(&entries, &["name", "title", "description"], &rows))
}
