//! Backups: taken while people sign in, restored into the other database, refused when anything is wrong with them.

mod cli;
mod coverage;
mod hostile;
mod journey;
mod restore;

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use tempfile::TempDir;
use vestibule::backup::{self, BackupError, Protection, Restored, Taken, Unlock};
use vestibule::crypto::master_key::{MasterKey, MasterKeys};
use vestibule::env::Env;
use vestibule::model::event::{Actor, AuditEvent};
use vestibule::store::Db;

use crate::support::env::BEGINNING;

const PASSPHRASE: &str = "correct horse battery staple";

/// A folder for backups, gone at the end of the test.
struct Shelf(TempDir);

impl Shelf {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).expect("a folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
            .collect();
        names.sort();
        names
    }
}

fn key(byte: &str) -> MasterKey {
    MasterKey::parse(&byte.repeat(32)).expect("a test key")
}

/// With the master key of `test_env`.
fn by_master_key() -> Unlock {
    Unlock { masters: Some(MasterKeys::from(&key("5a"))), passphrase: None }
}

fn by_passphrase(passphrase: &str) -> Unlock {
    Unlock { passphrase: Some(SecretString::from(passphrase)), ..by_master_key() }
}

async fn take(env: &Env, file: &Path) -> Result<Taken, BackupError> {
    backup::take(env, file, Protection::MasterKey).await
}

async fn restore(db: &Db, file: &Path, unlock: &Unlock) -> Result<Restored, BackupError> {
    backup::restore(db, file, unlock, restored()).await
}

fn restored() -> AuditEvent {
    AuditEvent {
        id: "restored".into(),
        at: BEGINNING,
        pool_id: None,
        actor: Actor::Operator("root@host".into()),
        action: "backup.restore",
        subject: None,
        succeeded: true,
        network: None,
        correlation_id: None,
        detail: serde_json::Map::new(),
    }
}
