//! Data keys: made once, sealed under the master key, one for each purpose (envelope encryption).

use crate::crypto::digest;
use crate::crypto::master_key::MasterKey;
use crate::crypto::random::Random;
use crate::crypto::seal::{self, Key, SealError};
use crate::store::{Db, Inspection, StoreError, data_keys, meta};
use zeroize::Zeroizing;

/// The name under which the master key's check value is stored.
const CHECK_VALUE: &str = "master_key_check";

/// The data keys of this server, opened.
pub struct KeyRing {
    columns: Key,
    srp: Key,
    codes: Key,
    refresh: Key,
    handles: Key,
}

/// Why the keys could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum KeyRingError {
    /// The database was made with another master key.
    #[error("this master key does not belong to this database; give the key that the database was made with")]
    WrongMasterKey,
    /// A data key could not be opened although the check value fits.
    #[error("a data key in the database is damaged; restore it from a backup")]
    Damaged(#[source] SealError),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl KeyRing {
    /// Opens the data keys, making those that are missing. Refuses a wrong master key before anything is
    /// written; several nodes may do this at once.
    ///
    /// # Errors
    /// See [`KeyRingError`].
    pub async fn open(
        db: &Db,
        master: &MasterKey,
        random: &dyn Random,
        now: i64,
    ) -> Result<Self, KeyRingError> {
        let check = master.check_value();
        let stored = db
            .write(move |c| {
                meta::insert_if_absent(c, CHECK_VALUE, &check)?;
                meta::get(c, CHECK_VALUE)
            })
            .await?;
        if !stored.is_some_and(|stored| master.matches(&stored)) {
            return Err(KeyRingError::WrongMasterKey);
        }
        Ok(Self {
            columns: data_key(db, master, random, "columns", now).await?,
            srp: data_key(db, master, random, "srp", now).await?,
            codes: data_key(db, master, random, "codes", now).await?,
            refresh: data_key(db, master, random, "refresh", now).await?,
            handles: data_key(db, master, random, "handles", now).await?,
        })
    }

    /// Whether a master key may be used with a database that was looked at: it is the one that the database was
    /// made with, or the database was made with none yet.
    pub fn fits(database: &Inspection, master: &MasterKey) -> bool {
        database.fact(CHECK_VALUE).is_none_or(|stored| master.matches(stored))
    }

    /// Seals a value for a column; it opens only for the same pool, table, row and column.
    pub fn seal_column(&self, place: [&str; 4], value: &[u8], random: &dyn Random) -> Vec<u8> {
        seal::seal(&self.columns, &place, value, random)
    }

    /// Opens a value sealed by [`KeyRing::seal_column`].
    ///
    /// # Errors
    /// When it was changed, or sealed for another place.
    pub fn open_column(&self, place: [&str; 4], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        seal::open(&self.columns, &place, sealed)
    }

    /// Seals an SRP verifier under its own key.
    pub fn seal_srp(&self, pool: &str, user: &str, value: &[u8], random: &dyn Random) -> Vec<u8> {
        seal::seal(&self.srp, &[pool, "passwords", user, "sealed_srp"], value, random)
    }

    /// Opens an SRP verifier.
    ///
    /// # Errors
    /// When it was changed, or belongs to somebody else.
    pub fn open_srp(&self, pool: &str, user: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        seal::open(&self.srp, &[pool, "passwords", user, "sealed_srp"], sealed)
    }

    /// The fingerprint of a short one-time code: useless to whoever reads the database.
    pub fn code_digest(&self, pool: &str, subject: &str, purpose: &str, code: &str) -> [u8; 32] {
        let parts = [pool.as_bytes(), subject.as_bytes(), purpose.as_bytes(), code.as_bytes()];
        digest::hmac_sha256(self.codes.as_bytes(), &parts)
    }

    /// Derives from a presented secret what only this server can derive, for example a refresh token's
    /// successor; nothing readable is stored.
    pub fn derive_secret(&self, label: &str, presented: &str) -> [u8; 32] {
        digest::hmac_sha256(self.refresh.as_bytes(), &[label.as_bytes(), presented.as_bytes()])
    }

    /// A keyed fingerprint of texts, for CSRF tokens, masked names and the like.
    pub fn fingerprint(&self, label: &str, parts: &[&str]) -> [u8; 32] {
        let mut all = vec![label.as_bytes()];
        all.extend(parts.iter().map(|part| part.as_bytes()));
        digest::hmac_sha256(self.handles.as_bytes(), &all)
    }

    /// Seals a value that travels through the browser (flow handles, resume tickets), as base64url.
    pub fn seal_handle(&self, label: &str, pool: &str, value: &[u8], random: &dyn Random) -> String {
        seal::seal_text(&self.handles, &[label, pool], value, random)
    }

    /// Opens a value sealed by [`KeyRing::seal_handle`].
    ///
    /// # Errors
    /// When it was changed, or sealed for another use or pool.
    pub fn open_handle(&self, label: &str, pool: &str, text: &str) -> Result<Zeroizing<Vec<u8>>, SealError> {
        seal::open_text(&self.handles, &[label, pool], text)
    }
}

/// Opens one data key, making it when it is missing. Of two nodes that make it at once the first wins.
async fn data_key(
    db: &Db,
    master: &MasterKey,
    random: &dyn Random,
    id: &'static str,
    now: i64,
) -> Result<Key, KeyRingError> {
    let sealed_fresh = seal::seal(master.key(), &["data_keys", id], Key::generate(random).as_bytes(), random);
    let sealed = db
        .write(move |c| {
            data_keys::insert_if_absent(c, id, &sealed_fresh, now)?;
            data_keys::find(c, id)
        })
        .await?
        .unwrap_or_default();
    let opened = seal::open(master.key(), &["data_keys", id], &sealed).map_err(KeyRingError::Damaged)?;
    let bytes: [u8; 32] =
        opened.as_slice().try_into().map_err(|_| KeyRingError::Damaged(SealError::Malformed))?;
    Ok(Key::from_bytes(bytes))
}
