//! `vestibule export`: what there is as a declaration.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::operator::{self, ConfigArguments};
use crate::declare::{self, ExportOptions};
use crate::model::ids::PoolId;

/// Arguments of `vestibule export`.
#[derive(Args, Clone)]
pub struct ExportArguments {
    #[command(flatten)]
    config: ConfigArguments,
    /// The pool; all of them when absent.
    #[arg(value_name = "POOL")]
    pool: Option<String>,
    /// The file to write, readable by its owner only; standard output when absent.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write client secrets, provider secrets and, with --with-users, password hashes and TOTP seeds.
    #[arg(long)]
    with_secrets: bool,
    /// Write people.
    #[arg(long)]
    with_users: bool,
    /// Write settings that have their default, too.
    #[arg(long)]
    full: bool,
}

/// Runs the command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: &ExportArguments) -> Result<(), String> {
    let pool = arguments.pool.as_deref().map(PoolId::parse).transpose().map_err(|error| error.to_string())?;
    actix_web::rt::System::new().block_on(async {
        let env = operator::open(&arguments.config).await?;
        let options = ExportOptions {
            with_secrets: arguments.with_secrets,
            with_users: arguments.with_users,
            full: arguments.full,
        };
        let text = declare::export(&env, pool.as_ref(), options).await.map_err(|error| error.to_string())?;
        match &arguments.output {
            Some(path) => write_private(path, &text)
                .map_err(|error| format!("{} cannot be written: {error}", path.display()))?,
            None => {
                let mut out = io::stdout().lock();
                out.write_all(text.as_bytes())
                    .and_then(|()| out.flush())
                    .map_err(|error| format!("standard output is closed: {error}"))?;
            }
        }
        if arguments.with_secrets {
            let open = arguments.output.is_none() && !io::stdout().is_terminal();
            let advice = if open { "; --output makes a file that others cannot read" } else { "" };
            let _ = writeln!(io::stderr(), "vestibule: warning: the export holds secrets{advice}");
        }
        Ok(())
    })
}

/// Writes a file that appears whole, readable by its owner only.
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".vestibule-export").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
