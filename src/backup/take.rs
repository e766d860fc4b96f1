//! Taking a backup while servers run.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, PersistError};

use super::container::{self, Header};
use super::lines::LineWriter;
use super::{BackupError, Manifest, Protection};
use crate::crypto::stream::SealingWriter;
use crate::env::Env;
use crate::security::audit;
use crate::store::dump;

/// A backup that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Its header.
    pub header: Header,
    /// What it holds.
    pub manifest: Manifest,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Writes the database as it is now into `file`, which appears when it is complete, readable by its owner only.
/// Servers go on meanwhile.
///
/// # Errors
/// See [`BackupError`]; no file is left then.
pub async fn take(env: &Env, file: &Path, protection: Protection) -> Result<Taken, BackupError> {
    if file.symlink_metadata().is_ok() {
        return Err(BackupError::Exists(file.display().to_string()));
    }
    let taken = {
        let (env, file) = (env.clone(), file.to_owned());
        // A passphrase's key takes its time.
        let prepared = tokio::task::spawn_blocking({
            let env = env.clone();
            move || container::protect(&protection, &env.keys, env.random.as_ref())
        });
        let (source, key) = prepared.await.unwrap_or(Err(crate::store::StoreError::Panicked.into()))?;
        let db = env.db.clone();
        db.snapshot(move |c| {
            let partial = Partial::create(&file)?;
            let engine = if c.is_postgres() { "postgres" } else { "sqlite" };
            let migrations = dump::applied_migrations(c)?;
            let random = env.random.as_ref();
            let header =
                Header::new((env.now(), engine), migrations, env.keys.master_fingerprint(), source, random);
            let sealed = container::seal(&header, &key);
            let mut writer = BufWriter::with_capacity(128 * 1024, partial.temporary.as_file());
            writer.write_all(&sealed.prefix).map_err(BackupError::file("cannot write", &file))?;
            let mut lines = LineWriter::new(SealingWriter::new(writer, &sealed.key));
            for table in dump::tables(c)? {
                lines.table(&table)?;
                dump::read_rows(c, &table, &mut |line| lines.row(line))?;
            }
            let (stream, manifest) = lines.finish()?;
            let writing = BackupError::file("cannot write", &file);
            stream.finish().and_then(|mut writer| writer.flush()).map_err(&writing)?;
            let bytes = partial.appear()?;
            Ok::<_, BackupError>(Taken { header, manifest, bytes })
        })
        .await?
    };
    let event = audit::event(env, "backup.take")
        .with("rows", taken.manifest.tables.iter().map(|table| table.rows).sum::<u64>())
        .with("bytes", taken.bytes);
    // The file is there and whole, whatever becomes of the row.
    if let Err(error) = env.db.write(move |c| audit::record(c, &event)).await {
        tracing::warn!(%error, "the audit trail does not say that a backup was taken");
    }
    Ok(taken)
}

/// A file under a temporary name in the folder of the final one; it goes when it is dropped.
struct Partial {
    temporary: NamedTempFile,
    target: PathBuf,
}

impl Partial {
    fn create(target: &Path) -> Result<Self, BackupError> {
        let temporary = tempfile::Builder::new()
            .prefix(".vestibule-backup-")
            .suffix(".partial")
            .tempfile_in(folder_of(target))
            .map_err(BackupError::file("cannot write beside", target))?;
        Ok(Self { temporary, target: target.to_owned() })
    }

    /// Gives the file its name when its bytes are on the disk; says how many.
    fn appear(self) -> Result<u64, BackupError> {
        let writing = BackupError::file("cannot write", &self.target);
        let file = self.temporary.as_file();
        file.sync_all().map_err(&writing)?;
        let bytes = file.metadata().map_err(&writing)?.len();
        match self.temporary.persist_noclobber(&self.target) {
            Ok(_) => {}
            Err(PersistError { error, .. }) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(BackupError::Exists(self.target.display().to_string()));
            }
            Err(PersistError { error, .. }) => return Err(writing(error)),
        }
        // The name itself is on the disk when its folder is.
        File::open(folder_of(&self.target)).and_then(|folder| folder.sync_all()).map_err(&writing)?;
        Ok(bytes)
    }
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
