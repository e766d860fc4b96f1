//! Challenges: given out without a row, bound to what they are for, good for five minutes and one answer.

use super::PasskeyError;
use crate::crypto::digest::{constant_time_eq, sha256_base64url};
use crate::crypto::encoding::{base64url, from_base64url};
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::store::passkeys;

/// How long a challenge serves, in milliseconds.
pub const LIFE_MS: i64 = 300_000;
/// How far the clocks of two nodes may differ, in milliseconds.
const SKEW_MS: i64 = 30_000;
/// Bytes of chance in a challenge.
const CHANCE: usize = 16;

/// What a challenge is for. An answer counts for nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Ceremony<'a> {
    /// Which of the two.
    pub kind: Kind,
    /// The fingerprint of the browser's flow cookie.
    pub browser: &'a str,
    /// The flow's id, or the session's.
    pub transaction: &'a str,
}

/// The two ceremonies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A passkey is made.
    Add,
    /// A passkey is used.
    Prove,
}

/// A new challenge, in base64url: eight bytes of time, sixteen of chance, and what authenticates them.
#[must_use]
pub fn make(env: &Env, pool: &PoolId, ceremony: Ceremony<'_>) -> String {
    let mut bytes = env.now().to_be_bytes().to_vec();
    bytes.extend(env.random.bytes::<CHANCE>());
    let seal = seal(env, pool, ceremony, &bytes);
    bytes.extend(seal);
    base64url(&bytes)
}

/// Spends a challenge that came back: of several answers to one the first is judged.
///
/// # Errors
/// [`PasskeyError::Expired`] for one that is too old or not for this ceremony, [`PasskeyError::Replayed`] for one that was
/// answered before.
pub(super) async fn spend(
    env: &Env,
    pool: &PoolId,
    ceremony: Ceremony<'_>,
    challenge: &str,
) -> Result<(), PasskeyError> {
    let bytes = from_base64url(challenge).ok_or(PasskeyError::Expired)?;
    let (said, sealed) = bytes.split_at_checked(8 + CHANCE).ok_or(PasskeyError::Expired)?;
    if !constant_time_eq(sealed, &seal(env, pool, ceremony, said)) {
        return Err(PasskeyError::Expired);
    }
    let made_at = said.first_chunk::<8>().map_or(0, |time| i64::from_be_bytes(*time));
    if !(-SKEW_MS..=LIFE_MS).contains(&env.now().saturating_sub(made_at)) {
        return Err(PasskeyError::Expired);
    }
    let (pool, digest) = (pool.clone(), sha256_base64url(challenge.as_bytes()));
    let ends = made_at.saturating_add(LIFE_MS + 2 * SKEW_MS);
    match env.db.write(move |c| passkeys::spend_challenge(c, &pool, &digest, ends)).await? {
        true => Ok(()),
        false => Err(PasskeyError::Replayed),
    }
}

fn seal(env: &Env, pool: &PoolId, ceremony: Ceremony<'_>, said: &[u8]) -> [u8; 32] {
    let kind = match ceremony.kind {
        Kind::Add => "add",
        Kind::Prove => "prove",
    };
    let said = base64url(said);
    let parts = [pool.as_str(), kind, ceremony.browser, ceremony.transaction, &said];
    env.keys.fingerprint("passkey-challenge", &parts)
}
