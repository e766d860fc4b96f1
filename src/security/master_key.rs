//! Changing the master key: every data key is sealed anew, in one transaction.
//!
//! What the data keys sealed stays as it is, so it costs the same with a million users, and a node that runs goes on
//! with the data keys it opened. A node that starts needs the new key, or the old and the new one while it is unknown
//! which came first (`previous_master_key`).

use crate::crypto::master_key::{MasterKey, MasterKeys};
use crate::env::{Env, KeyRingError, Rewrapped, rewrap};

use super::audit;

/// Seals all data keys under `new`; `masters` are the keys that the database may be under now. Interrupted at any
/// moment it has happened or it has not.
///
/// # Errors
/// [`KeyRingError::WrongMasterKey`] when the database is under none of `masters`; nothing is changed then.
pub async fn change(env: &Env, masters: &MasterKeys, new: &MasterKey) -> Result<Rewrapped, KeyRingError> {
    let (masters, new, random) = (masters.clone(), new.clone(), env.random.clone());
    let event = audit::event(env, "master_key.change").with("to", new.fingerprint());
    env.db
        .write(move |c| match rewrap(c, &masters, &new, random.as_ref()) {
            Ok(Rewrapped::Done) => {
                audit::record(c, &event)?;
                Ok(Ok(Rewrapped::Done))
            }
            Err(KeyRingError::Store(error)) => Err(error),
            other => Ok(other),
        })
        .await?
}
