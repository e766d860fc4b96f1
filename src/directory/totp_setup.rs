//! Setting up an authenticator app: the key waits sealed, outside the database, until its first code has matched.
//!
//! In a sign-in the flow keeps the sealed key; on the account pages the form does. Counting wrong tries is left to the
//! caller: whoever sees the key can compute the codes, so nothing is guessed here.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::factors::{self, totp_record};
use super::{DirectoryError, notices};
use crate::crypto::encoding::{base64url, from_base64url};
use crate::crypto::totp::{self, SECRET_LENGTH};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::ids::UserId;
use crate::model::message::MessageKind;
use crate::model::pool::{SecondFactor, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::{sessions, totp_factors, users};

/// What the sealed key is sealed for.
const LABEL: &str = "totp-setup";
/// How long a key may wait for its first code, in milliseconds.
const LIFE_MS: i64 = 3_600_000;
/// The longest name of a device, in characters.
pub const LONGEST_DEVICE_NAME: usize = 64;

#[derive(Serialize, Deserialize)]
struct Sealed {
    user: UserId,
    seed: String,
    made_at: i64,
}

/// A key as it is shown to its owner. Has no `Debug`.
pub struct ShownKey {
    /// The key in groups of four characters, to be typed.
    pub key: String,
    /// The `otpauth:` address, for a QR code or a link.
    pub uri: String,
}

/// Under which condition the app becomes a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replacing {
    /// Only where the person has no second factor of their own, and was not signed out after this moment (Unix
    /// milliseconds): in a sign-in nobody gets past a factor by adding another.
    Nothing {
        /// When the sign-in's present answer was taken.
        since: i64,
    },
    /// In place of an earlier app: for somebody who has just shown a factor on the account pages.
    Earlier,
}

/// What came of a first code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetUp {
    /// The app is a second factor now, and this code is used.
    Done,
    /// The person has a second factor already; nothing was changed.
    HasFactor,
}

/// Draws a key for a person and seals it. Nothing is stored.
pub fn begin(env: &Env, pool: &UserPool, user: &UserId) -> String {
    let seed = Zeroizing::new(env.random.bytes::<SECRET_LENGTH>());
    let sealed = Sealed { user: user.clone(), seed: base64url(seed.as_slice()), made_at: env.now() };
    let bytes = Zeroizing::new(serde_json::to_vec(&sealed).expect("texts and a number are JSON"));
    env.keys.seal_handle(LABEL, pool.id.as_str(), &bytes, env.random.as_ref())
}

/// The key behind a sealed text, for its owner's page; `None` when it is not of this server and pool, or too old.
///
/// # Errors
/// When the database did not answer.
pub async fn show(env: &Env, pool: &UserPool, sealed: &str) -> Result<Option<ShownKey>, DirectoryError> {
    let Some((owner, seed)) = open(env, pool, sealed) else { return Ok(None) };
    let Some(user) = super::users::find(env, pool, &owner).await? else { return Ok(None) };
    let names = &pool.settings.sign_in.username_attributes;
    let account = names.iter().find_map(|kind| user.contact(*kind)).unwrap_or(&user.username);
    let issuer = pool.settings.mfa.totp_issuer.as_deref().unwrap_or(&pool.name);
    let key = totp::secret_to_base32(&seed);
    let groups: Vec<&str> =
        (0..key.len()).step_by(4).filter_map(|at| key.get(at..(at + 4).min(key.len()))).collect();
    // The label has one colon, between issuer and account.
    let plain = |text: &str| text.replace(':', " ");
    Ok(Some(ShownKey {
        key: groups.join(" "),
        uri: totp::otpauth_uri(&plain(issuer), &plain(account), &seed),
    }))
}

/// Makes the app a second factor when its code matches; the code is used with that. The person is told by mail, and earlier
/// failures at the second factor stay counted.
///
/// # Errors
/// [`DirectoryError::CodeMismatch`]; [`DirectoryError::CodeExpired`] for a key that is too old or somebody else's, and for
/// whoever was signed out meanwhile; [`DirectoryError::InvalidSetting`] where the pool has no authenticator apps.
pub async fn confirm(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    first: FirstCode<'_>,
    replacing: Replacing,
) -> Result<SetUp, DirectoryError> {
    if !pool.settings.mfa.factors.contains(&SecondFactor::Totp) {
        return Err(DirectoryError::InvalidSetting("this pool has no authenticator apps".into()));
    }
    let (owner, seed) = open(env, pool, first.sealed).ok_or(DirectoryError::CodeExpired)?;
    if owner != user.id {
        return Err(DirectoryError::CodeExpired);
    }
    let code: String = first.code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp::match_step(&seed, &code, env.now(), None).ok_or(DirectoryError::CodeMismatch)?;
    let name = first.device_name.map(device_name).filter(|name| !name.is_empty());
    let mut record = totp_record(env, pool, &user.id, &seed, name.as_deref());
    // The code that has just matched must not sign anybody in.
    record.last_step = Some(step);
    let event = audit::event(env, "factor.add_totp")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::FactorsChanged);
    let rp_id = super::passkeys::rp_id(env, pool).await?;
    let (rules, pool_id) = (pool.clone(), pool.id.clone());
    let outcome = env.db.write(move |c| {
        let held = match replacing {
            Replacing::Nothing { since } => sessions::hold_user(c, &pool_id, &record.user_id, since)?,
            Replacing::Earlier => users::hold(c, &pool_id, &record.user_id)?,
        };
        let Some(user) = users::find(c, &pool_id, &record.user_id)?.filter(|_| held) else {
            return Ok(Err(DirectoryError::CodeExpired));
        };
        if replacing != Replacing::Earlier
            && (totp_factors::find(c, &user.id)?.is_some()
                || factors::owns_message_factor(&rules, &user)
                || factors::owns_passkey_factor(c, &rules, &user.id, &rp_id)?)
        {
            return Ok(Ok(SetUp::HasFactor));
        }
        totp_factors::put(c, &record)?;
        audit::record(c, &event)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Ok(SetUp::Done))
    });
    let outcome = outcome.await?;
    messages::ring(env);
    outcome
}

/// The first code of an app, as it came in a form.
#[derive(Clone, Copy)]
pub struct FirstCode<'a> {
    /// The sealed key.
    pub sealed: &'a str,
    /// As typed.
    pub code: &'a str,
    /// What the person calls the device.
    pub device_name: Option<&'a str>,
}

fn open(env: &Env, pool: &UserPool, sealed: &str) -> Option<(UserId, Zeroizing<Vec<u8>>)> {
    let bytes = env.keys.open_handle(LABEL, pool.id.as_str(), sealed).ok()?;
    let opened: Sealed = serde_json::from_slice(&bytes).ok()?;
    let seed = Zeroizing::new(from_base64url(&opened.seed)?);
    (env.now() - opened.made_at <= LIFE_MS).then_some((opened.user, seed))
}

/// A name as it may be shown: without control characters and those that turn text around, and short.
fn device_name(typed: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let plain: String = typed.chars().filter(|c| !c.is_control() && !turns(*c)).collect();
    plain.trim().chars().take(LONGEST_DEVICE_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_name_is_short_and_cannot_turn_the_text_around() {
        assert_eq!(device_name("  Ada’s phone \n"), "Ada’s phone");
        assert_eq!(device_name("a\u{202e}b\u{0}c\u{2066}d"), "abcd");
        assert_eq!(device_name("<b>x</b>"), "<b>x</b>");
        assert_eq!(device_name(&"x".repeat(500)).chars().count(), LONGEST_DEVICE_NAME);
        assert_eq!(device_name(" \u{200b} "), "");
    }
}
