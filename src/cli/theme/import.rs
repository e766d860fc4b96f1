//! `vestibule theme import-cognito`.

use std::io::{Read, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::render::cognito;

/// No such document is longer: Cognito's requests have at most 2 MB.
const LONGEST: u64 = 2 * 1024 * 1024;

/// Arguments of `vestibule theme import-cognito`.
#[derive(Args, Clone)]
pub(super) struct ImportArguments {
    /// The JSON: the settings themselves, or what `describe-managed-login-branding` answers. `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What is printed.
    #[arg(long = "as", value_enum, default_value_t = Form::Theme)]
    form: Form,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// A `theme.toml`.
    Theme,
    /// The branding of a pool in a declaration.
    Declaration,
}

pub(super) fn run(arguments: &ImportArguments) -> Result<(), String> {
    let mut text = String::new();
    let unreadable = |error: std::io::Error| format!("{}: {error}", arguments.file.display());
    if arguments.file.as_os_str() == "-" {
        std::io::stdin().take(LONGEST).read_to_string(&mut text).map_err(unreadable)?;
    } else {
        let file = std::fs::File::open(&arguments.file).map_err(unreadable)?;
        file.take(LONGEST).read_to_string(&mut text).map_err(unreadable)?;
    }
    let branding =
        cognito::import(&text).map_err(|error| format!("{}: {error}", arguments.file.display()))?;
    let toml = match arguments.form {
        Form::Theme => cognito::theme_toml(&branding),
        Form::Declaration => cognito::declaration_toml(&branding),
    };
    std::io::stdout().write_all(toml.as_bytes()).map_err(|error| error.to_string())
}
