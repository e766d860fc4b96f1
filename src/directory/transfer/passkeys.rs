//! Passkeys in the open format. There is no secret in them; they go with the hashes all the same, since who has lost a file
//! without them has lost nobody's way in.

use serde::{Deserialize, Serialize};

use super::record::moment;
use crate::crypto::encoding::{base64url, from_base64url};
use crate::crypto::webauthn::{LONGEST_CREDENTIAL_ID, PublicKey};
use crate::directory::passkeys::name_of;
use crate::model::ids::{PoolId, UserId};
use crate::model::passkey::{MOST_PASSKEYS, Passkey};

/// A passkey.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyEntry {
    /// The credential's id, base64url.
    pub id: String,
    /// What stands for the person at the authenticator, base64url.
    pub user_handle: String,
    /// The domain that it was made for.
    pub rp_id: String,
    /// The public key as a `COSE_Key`, base64url.
    pub public_key: String,
    /// How often it has signed.
    #[serde(default)]
    pub sign_count: u32,
    /// How the authenticator can be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transports: Vec<String>,
    /// The make of the authenticator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aaguid: Option<uuid::Uuid>,
    /// Whether it can be backed up.
    #[serde(default)]
    pub backup_eligible: bool,
    /// Whether it is.
    #[serde(default)]
    pub backed_up: bool,
    /// Whether the authenticator has ever made sure who holds it.
    #[serde(default)]
    pub user_verified: bool,
    /// What its owner calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When it was made.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
    /// When it last signed in.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<i64>,
}

/// A passkey as it is written out.
pub(super) fn written(passkey: Passkey) -> PasskeyEntry {
    PasskeyEntry {
        id: passkey.credential_id,
        user_handle: passkey.user_handle,
        rp_id: passkey.rp_id,
        public_key: base64url(&passkey.public_key),
        sign_count: u32::try_from(passkey.sign_count).unwrap_or(u32::MAX),
        transports: passkey.transports,
        aaguid: passkey.aaguid.parse().ok().filter(|id: &uuid::Uuid| !id.is_nil()),
        backup_eligible: passkey.backup_eligible,
        backed_up: passkey.backed_up,
        user_verified: passkey.user_verified,
        name: passkey.name,
        created_at: Some(passkey.created_at),
        last_used_at: passkey.last_used_at,
    }
}

/// The passkeys that a line brings.
///
/// # Errors
/// A sentence for what cannot be one.
pub(super) fn read(
    (pool, user): (&PoolId, &UserId),
    entries: Vec<PasskeyEntry>,
    now: i64,
) -> Result<Vec<Passkey>, String> {
    if entries.len() > MOST_PASSKEYS {
        return Err(format!("passkeys: at most {MOST_PASSKEYS}"));
    }
    let passkey = |entry: PasskeyEntry| {
        let id = from_base64url(&entry.id).filter(|id| (1..=LONGEST_CREDENTIAL_ID).contains(&id.len()));
        id.ok_or("passkeys: id must be base64url of 1 to 1023 bytes")?;
        let handle = from_base64url(&entry.user_handle).filter(|handle| (1..=64).contains(&handle.len()));
        handle.ok_or("passkeys: user_handle must be base64url of 1 to 64 bytes")?;
        let key = from_base64url(&entry.public_key).filter(|key| PublicKey::read(key).is_ok());
        let public_key = key.ok_or("passkeys: public_key must be a COSE key (ES256, EdDSA or RS256)")?;
        let plain = |text: &String| !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic());
        if !plain(&entry.rp_id) || !entry.transports.iter().all(plain) {
            return Err("passkeys: rp_id and transports must be plain words");
        }
        Ok(Passkey {
            pool_id: pool.clone(),
            credential_id: entry.id,
            user_id: user.clone(),
            user_handle: entry.user_handle,
            rp_id: entry.rp_id,
            public_key,
            sign_count: i64::from(entry.sign_count),
            transports: entry.transports,
            aaguid: entry.aaguid.unwrap_or_default().to_string(),
            backup_eligible: entry.backup_eligible,
            backed_up: entry.backed_up,
            user_verified: entry.user_verified,
            name: entry.name.as_deref().and_then(name_of),
            created_at: entry.created_at.unwrap_or(now),
            last_used_at: entry.last_used_at,
        })
    };
    entries.into_iter().map(|entry| passkey(entry).map_err(str::to_owned)).collect()
}
