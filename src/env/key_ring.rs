//! Data keys: made once, sealed under the master key, one for each purpose (envelope encryption).

use std::collections::BTreeMap;

use crate::crypto::digest;
use crate::crypto::master_key::{MasterKey, MasterKeys};
use crate::crypto::random::Random;
use crate::crypto::seal::{self, KEY_LENGTH, Key, SealError};
use crate::store::{AnyConn, Db, Inspection, StoreError, data_keys, meta};
use zeroize::Zeroizing;

/// The name under which the master key's check value is stored.
const CHECK_VALUE: &str = "master_key_check";

/// What there is a data key for.
const PURPOSES: [&str; 5] = ["columns", "srp", "codes", "refresh", "handles"];

/// The data keys of this server, opened.
pub struct KeyRing {
    columns: Key,
    srp: Key,
    codes: Key,
    refresh: Key,
    handles: Key,
    backup: Key,
    fingerprint: String,
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

/// What the database holds of keys.
struct Stored {
    /// The check value of the master key that everything is sealed under.
    check: Option<String>,
    /// The sealed data keys by purpose.
    keys: BTreeMap<String, Vec<u8>>,
}

/// Data keys that may be needed, sealed under one of the master keys.
#[derive(Clone)]
struct Fresh {
    check: String,
    keys: Vec<(&'static str, Vec<u8>)>,
}

impl KeyRing {
    /// Opens the data keys, making those that are missing. A wrong master key is refused and writes nothing; a
    /// database that has all its keys is only read. Several nodes may do this at once: of a new database's first
    /// nodes one makes the keys, and one with another master key is refused.
    ///
    /// # Errors
    /// See [`KeyRingError`].
    pub async fn open(
        db: &Db,
        masters: impl Into<MasterKeys>,
        random: &dyn Random,
        now: i64,
    ) -> Result<Self, KeyRingError> {
        let masters = masters.into();
        let mut stored = db.read(Stored::read).await?;
        if stored.check.as_ref().is_some_and(|check| masters.matching(check).is_none()) {
            return Err(KeyRingError::WrongMasterKey);
        }
        if !stored.is_complete() {
            // A database that lost its check value still tells whether the key is its own.
            if stored.check.is_none() {
                stored.keys_open_under(masters.present())?;
            }
            let present = masters.present().check_value();
            let fresh: Vec<Fresh> = masters.all().map(|master| Fresh::make(master, random)).collect();
            stored = db.write(move |c| complete(c, &present, &fresh, now)).await?;
        }
        let assemble = |stored: &Stored| {
            let master = stored.check.as_ref().and_then(|check| masters.matching(check));
            Self::assemble(stored, master.ok_or(KeyRingError::WrongMasterKey)?)
        };
        match assemble(&stored) {
            Ok(ring) => Ok(ring),
            // The master key may have been changed between the two halves of what was read.
            Err(_) => assemble(&db.write(Stored::read).await?),
        }
    }

    fn assemble(stored: &Stored, master: &MasterKey) -> Result<Self, KeyRingError> {
        let key = |purpose: &str| open_data_key(master, purpose, stored.sealed(purpose));
        Ok(Self {
            columns: key("columns")?,
            srp: key("srp")?,
            codes: key("codes")?,
            refresh: key("refresh")?,
            handles: key("handles")?,
            backup: master.backup_key(),
            fingerprint: master.fingerprint(),
        })
    }

    /// Which master key the ring was opened with, as [`MasterKey::fingerprint`].
    pub fn master_fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The key that backups are sealed under; it follows from the master key.
    pub fn backup_key(&self) -> &Key {
        &self.backup
    }

    /// Whether one of the master keys may be used with a database that was looked at: it is the one that the database
    /// was made with, or the database was made with none yet.
    pub fn fits(database: &Inspection, masters: &MasterKeys) -> bool {
        database.fact(CHECK_VALUE).is_none_or(|stored| masters.matching(stored).is_some())
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

/// How a change of the master key ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewrapped {
    /// The data keys are sealed under the new key from now on.
    Done,
    /// They were already.
    Already,
}

/// Seals all data keys under another master key, inside the caller's write: the database is under the old or under
/// the new key, never under neither.
///
/// # Errors
/// See [`KeyRingError`]. Nothing was changed unless it is [`KeyRingError::Store`].
pub fn rewrap(
    c: &mut AnyConn,
    masters: &MasterKeys,
    new: &MasterKey,
    random: &dyn Random,
) -> Result<Rewrapped, KeyRingError> {
    let Some(check) = meta::get(c, CHECK_VALUE)? else { return Err(KeyRingError::WrongMasterKey) };
    // Takes the row: a node that is just making a missing key, or another change, comes before or after.
    if !meta::replace(c, CHECK_VALUE, &check, &check)? {
        return Err(KeyRingError::Store(StoreError::Unavailable(
            "the master key is just being changed".into(),
        )));
    }
    if new.matches(&check) {
        return Ok(Rewrapped::Already);
    }
    let old = masters.matching(&check).ok_or(KeyRingError::WrongMasterKey)?;
    let mut resealed = Vec::new();
    for (purpose, sealed) in data_keys::list(c)? {
        let key = open_data_key(old, &purpose, &sealed)?;
        resealed.push((seal_data_key(new, &purpose, &key, random), purpose));
    }
    for (sealed, purpose) in resealed {
        data_keys::update(c, &purpose, &sealed)?;
    }
    meta::set(c, CHECK_VALUE, &new.check_value())?;
    Ok(Rewrapped::Done)
}

/// Whether the keys in a database open with one of `masters`, inside the caller's transaction; changes nothing.
///
/// # Errors
/// See [`KeyRingError`].
pub fn check_keys(c: &mut AnyConn, masters: &MasterKeys) -> Result<(), KeyRingError> {
    let stored = Stored::read(c)?;
    let master = stored.check.as_ref().and_then(|check| masters.matching(check));
    let master = master.ok_or(KeyRingError::WrongMasterKey)?;
    for (purpose, sealed) in &stored.keys {
        open_data_key(master, purpose, sealed)?;
    }
    Ok(())
}

/// Makes what is missing under the master key that the database is under, which is `present` in a new one.
fn complete(c: &mut AnyConn, present: &str, fresh: &[Fresh], now: i64) -> Result<Stored, StoreError> {
    meta::insert_if_absent(c, CHECK_VALUE, present)?;
    let stored = Stored::read(c)?;
    let check = stored.check.as_deref().unwrap_or_default();
    let Some(fresh) = fresh.iter().find(|fresh| fresh.check == check) else { return Ok(stored) };
    // Takes the row: were the master key changed in between, a key would be made under the old one.
    if meta::replace(c, CHECK_VALUE, check, check)? {
        for (purpose, sealed) in &fresh.keys {
            data_keys::insert_if_absent(c, purpose, sealed, now)?;
        }
    }
    Stored::read(c)
}

impl Stored {
    fn read(c: &mut AnyConn) -> Result<Self, StoreError> {
        Ok(Self { check: meta::get(c, CHECK_VALUE)?, keys: data_keys::list(c)?.into_iter().collect() })
    }

    fn is_complete(&self) -> bool {
        self.check.is_some() && PURPOSES.iter().all(|purpose| self.keys.contains_key(*purpose))
    }

    fn sealed(&self, purpose: &str) -> &[u8] {
        self.keys.get(purpose).map(Vec::as_slice).unwrap_or_default()
    }

    fn keys_open_under(&self, master: &MasterKey) -> Result<(), KeyRingError> {
        for (purpose, sealed) in &self.keys {
            open_data_key(master, purpose, sealed).map_err(|_| KeyRingError::WrongMasterKey)?;
        }
        Ok(())
    }
}

impl Fresh {
    fn make(master: &MasterKey, random: &dyn Random) -> Self {
        let sealed = |purpose| seal_data_key(master, purpose, &Key::generate(random), random);
        Self {
            check: master.check_value(),
            keys: PURPOSES.iter().map(|purpose| (*purpose, sealed(purpose))).collect(),
        }
    }
}

fn seal_data_key(master: &MasterKey, purpose: &str, key: &Key, random: &dyn Random) -> Vec<u8> {
    seal::seal(master.key(), &["data_keys", purpose], key.as_bytes(), random)
}

fn open_data_key(master: &MasterKey, purpose: &str, sealed: &[u8]) -> Result<Key, KeyRingError> {
    let opened = seal::open(master.key(), &["data_keys", purpose], sealed).map_err(KeyRingError::Damaged)?;
    let bytes: [u8; KEY_LENGTH] =
        opened.as_slice().try_into().map_err(|_| KeyRingError::Damaged(SealError::Malformed))?;
    Ok(Key::from_bytes(bytes))
}
