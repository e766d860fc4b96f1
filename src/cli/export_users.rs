//! `vestibule export-users`: people into a file.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::choose::PoolChoice;
use super::operator::{ConfigArguments, with_env};
use super::output::printable;
use crate::directory::transfer::export;
use crate::env::Env;
use crate::model::pool::UserPool;

/// Write the people of a pool as JSON lines, in the format of `docs/directory-format.md` that `import` reads.
#[derive(Args)]
pub(super) struct ExportArguments {
    #[command(flatten)]
    pool: PoolChoice,
    /// Password hashes and authenticator seeds too. Whoever has the file can guess passwords and make codes.
    #[arg(long, requires = "output")]
    with_hashes: bool,
    /// The file to make, readable by its owner only; standard output when absent, or `-`.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn run(arguments: &ExportArguments) -> Result<(), String> {
    if arguments.with_hashes && arguments.output.as_deref() == Some(Path::new("-")) {
        return Err("hashes go to a file that only you can read: --output FILE".into());
    }
    let file = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
    with_env(&arguments.config, |env| async move {
        let pool = arguments.pool.find(&env).await?;
        let Some(path) = file else {
            return export(&env, &pool, arguments.with_hashes, &mut io::stdout().lock()).await;
        };
        let mut to = BufWriter::new(create(path)?);
        let written = export(&env, &pool, arguments.with_hashes, &mut to).await;
        let flushed = written.and_then(|()| to.into_inner().map_err(|error| unwritable(error.error())));
        match flushed.and_then(|file| file.sync_all().map_err(|error| unwritable(&error))) {
            Ok(()) => Ok(()),
            Err(error) => {
                // Half a directory looks like a whole one.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    })
}

async fn export(env: &Env, pool: &UserPool, with_hashes: bool, to: &mut impl Write) -> Result<(), String> {
    let head = export::begin(env, pool, with_hashes).await.map_err(|error| error.to_string())?;
    to.write_all(head.as_bytes()).map_err(|error| unwritable(&error))?;
    let mut after = None;
    loop {
        let part = export::page(env, pool, after, with_hashes).await.map_err(|error| error.to_string())?;
        to.write_all(part.text.as_bytes()).map_err(|error| unwritable(&error))?;
        after = part.next;
        if after.is_none() {
            return to.flush().map_err(|error| unwritable(&error));
        }
    }
}

/// Makes a file that is not there yet: an older one may be readable by others, or wanted.
fn create(path: &Path) -> Result<File, String> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            format!(
                "{} is there already; move it away or name another",
                printable(&path.display().to_string())
            )
        }
        _ => format!("{} cannot be made: {error}", printable(&path.display().to_string())),
    })
}

fn unwritable(error: &io::Error) -> String {
    format!("the export cannot be written: {error}")
}
