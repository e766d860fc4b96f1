//! The outer form of a backup: magic, header, and a sealed stream whose key depends on every byte of both.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::{BackupError, Protection, Unlock};
use crate::crypto::digest::{constant_time_eq, hmac_sha256, sha256_hex};
use crate::crypto::encoding::{base64url, from_base64url};
use crate::crypto::password::{Argon2Parameters, SALT_LENGTH, derive_key};
use crate::crypto::random::Random;
use crate::crypto::seal::{Key, derive};
use crate::crypto::stream::OpeningReader;
use crate::env::KeyRing;

/// The first bytes of every backup.
const MAGIC: &[u8; 16] = b"vestibule-backup";
/// The version of the format that this binary writes and reads.
const FORMAT: u32 = 1;
/// No header is longer; its length is believed up to here only.
const LONGEST_HEADER: usize = 64 * 1024;
/// Cost of a passphrase's key: 64 MiB, three passes (RFC 9106 §4, second recommendation).
const COST: (u32, u32, u32) = (64 * 1024, 3, 4);
/// A header that asks for more is hostile: memory in KiB, passes, lanes.
const MOST: (u32, u32, u32) = (256 * 1024, 16, 16);
const SHORTEST_PASSPHRASE: usize = 12;

/// What a backup says about itself in the clear.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of the format.
    pub format: u32,
    /// The version of the product that made it.
    pub product: String,
    /// When its snapshot was taken, Unix milliseconds.
    pub created_at: i64,
    /// The kind of database it was taken from.
    pub engine: String,
    /// The migrations that its tables have, in order.
    pub migrations: Vec<String>,
    /// The fingerprint of the master key that a server needs to run on its data.
    pub master_key: String,
    /// Where the key of the sealed part comes from.
    pub key: KeySource,
    /// Random, base64url: no two files have one key.
    pub salt: String,
}

/// Where the key of the sealed part comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum KeySource {
    /// From the master key named in the header.
    MasterKey,
    /// From a passphrase by argon2id.
    Passphrase {
        /// The salt, base64url.
        salt: String,
        /// Memory in KiB.
        memory_kib: u32,
        /// Passes over the memory.
        iterations: u32,
        /// Lanes.
        parallelism: u32,
        /// Recognises the passphrase, so that a wrong one is told from a damaged file.
        check: String,
    },
}

/// The part of the header that only a version that knows the format can read the rest of.
#[derive(Deserialize)]
struct Prelude {
    format: u32,
    #[serde(default)]
    product: String,
}

/// A header as it stands in the file, and the key that follows from it.
pub(super) struct Sealed {
    /// Magic, length and header.
    pub(super) prefix: Vec<u8>,
    /// The key of the stream.
    pub(super) key: Key,
}

/// The source of a new file's key, and the key behind it.
pub(super) fn protect(
    protection: &Protection,
    ring: &KeyRing,
    random: &dyn Random,
) -> Result<(KeySource, Key), BackupError> {
    match protection {
        Protection::MasterKey => Ok((KeySource::MasterKey, ring.backup_key().clone())),
        Protection::Passphrase(passphrase) => {
            if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE {
                return Err(BackupError::ShortPassphrase);
            }
            let salt: [u8; SALT_LENGTH] = random.bytes();
            let (memory_kib, iterations, parallelism) = COST;
            let key = passphrase_key(passphrase, &salt, COST)?;
            let check = check_value(&key);
            let salt = base64url(&salt);
            Ok((KeySource::Passphrase { salt, memory_kib, iterations, parallelism, check }, key))
        }
    }
}

/// Writes a header and derives the key of the stream after it.
pub(super) fn seal(header: &Header, key: &Key) -> Sealed {
    let json = serde_json::to_vec(header).expect("a header is JSON");
    let length = u32::try_from(json.len()).expect("a header is short");
    let prefix = [&MAGIC[..], &length.to_be_bytes(), &json].concat();
    let key = stream_key(key, &prefix);
    Sealed { prefix, key }
}

impl Header {
    /// A header of this version.
    pub(super) fn new(
        (created_at, engine): (i64, &str),
        migrations: Vec<String>,
        master_key: &str,
        key: KeySource,
        random: &dyn Random,
    ) -> Self {
        Self {
            format: FORMAT,
            product: env!("CARGO_PKG_VERSION").to_owned(),
            created_at,
            engine: engine.to_owned(),
            migrations,
            master_key: master_key.to_owned(),
            key,
            salt: base64url(&random.bytes::<32>()),
        }
    }
}

/// Reads magic and header: the header, its bytes, and the file at the first chunk.
pub(super) fn open_file(file: &Path) -> Result<(Header, Vec<u8>, BufReader<File>), BackupError> {
    let opened = File::open(file).map_err(BackupError::file("cannot open", file))?;
    let mut reader = BufReader::with_capacity(128 * 1024, opened);
    let mut prefix = vec![0; MAGIC.len() + 4];
    read_exactly(&mut reader, &mut prefix, BackupError::NotABackup)?;
    let (magic, length) = prefix.split_at(MAGIC.len());
    if magic != MAGIC {
        return Err(BackupError::NotABackup);
    }
    let length = u32::from_be_bytes(length.try_into().expect("four bytes"));
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    if length > LONGEST_HEADER {
        return Err(BackupError::DamagedHeader);
    }
    let mut json = vec![0; length];
    read_exactly(&mut reader, &mut json, BackupError::DamagedHeader)?;
    let prelude: Prelude = serde_json::from_slice(&json).map_err(|_| BackupError::DamagedHeader)?;
    if prelude.format != FORMAT {
        return Err(BackupError::Newer(prelude.product));
    }
    let header = serde_json::from_slice(&json).map_err(|_| BackupError::DamagedHeader)?;
    prefix.extend_from_slice(&json);
    Ok((header, prefix, reader))
}

/// The opened stream of a backup whose header was read.
pub(super) fn unlock<R: BufRead>(
    (header, prefix, from): (&Header, &[u8], R),
    unlock: &Unlock,
) -> Result<OpeningReader<R>, BackupError> {
    let key = match &header.key {
        KeySource::MasterKey => {
            let mut masters = unlock.masters.iter().flat_map(|masters| masters.all());
            let master = masters.find(|master| master.fingerprint() == header.master_key);
            let needed = || BackupError::WrongMasterKey { needed: header.master_key.clone() };
            master.ok_or_else(needed)?.backup_key()
        }
        KeySource::Passphrase { salt, memory_kib, iterations, parallelism, check } => {
            let passphrase = unlock.passphrase.as_ref().ok_or(BackupError::PassphraseNeeded)?;
            let cost = (*memory_kib, *iterations, *parallelism);
            if cost.0 > MOST.0 || cost.1 > MOST.1 || cost.2 > MOST.2 {
                return Err(BackupError::DamagedHeader);
            }
            let salt = from_base64url(salt).and_then(|salt| salt.try_into().ok());
            let key = passphrase_key(passphrase, &salt.ok_or(BackupError::DamagedHeader)?, cost)?;
            if !constant_time_eq(check_value(&key).as_bytes(), check.as_bytes()) {
                return Err(BackupError::WrongPassphrase);
            }
            key
        }
    };
    Ok(OpeningReader::new(from, &stream_key(&key, prefix)))
}

fn passphrase_key(
    passphrase: &SecretString,
    salt: &[u8; SALT_LENGTH],
    (memory_kib, iterations, parallelism): (u32, u32, u32),
) -> Result<Key, BackupError> {
    let cost =
        Argon2Parameters::new(memory_kib, iterations, parallelism).map_err(|_| BackupError::DamagedHeader)?;
    Ok(derive_key(cost, passphrase.expose_secret().as_bytes(), salt))
}

fn check_value(key: &Key) -> String {
    base64url(&hmac_sha256(derive(key, "backup passphrase check").as_bytes(), &[b"check value"]))
}

/// Every byte before the stream is in its key, so that a changed header opens nothing.
fn stream_key(key: &Key, prefix: &[u8]) -> Key {
    derive(key, &format!("backup file {}", sha256_hex(prefix)))
}

fn read_exactly(reader: &mut impl Read, into: &mut [u8], short: BackupError) -> Result<(), BackupError> {
    reader.read_exact(into).map_err(|error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => short,
        _ => BackupError::reading(error),
    })
}
