//! Recovery codes: ten codes that a person keeps on paper for the day when their second factor is lost.
//!
//! Each works once. Stored are keyed digests alone, so that they can be shown a single time, by whoever made them. Counting
//! wrong tries is left to the caller (`security::lockout`), as with authenticator apps.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{DirectoryError, notices};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::UserId;
use crate::model::message::MessageKind;
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::security::audit;
use crate::store::{AnyConn, StoreError, recovery_codes, users};

/// How many codes a person gets.
pub const COUNT: usize = 10;
/// Characters of a code: 49.5 bits.
const LENGTH: usize = 10;
/// What the sealed list is sealed for.
const LABEL: &str = "recovery-codes";

/// New codes of a person, not stored yet. Has no `Debug`: whoever holds it holds a second factor.
#[derive(Clone)]
pub struct NewRecoveryCodes {
    user: UserId,
    codes: Vec<Zeroizing<String>>,
    digests: Vec<[u8; 32]>,
    event: AuditEvent,
    now: i64,
}

#[derive(Serialize, Deserialize)]
struct Shown {
    user: UserId,
    codes: Vec<String>,
}

/// Draws new codes; nothing is stored yet.
pub fn draw(env: &Env, pool: &UserPool, user: &UserId) -> NewRecoveryCodes {
    let codes: Vec<Zeroizing<String>> =
        (0..COUNT).map(|_| Zeroizing::new(env.random.readable(LENGTH))).collect();
    let digests = codes.iter().map(|code| digest(env, pool, user, code)).collect();
    let event = audit::event(env, "factor.make_recovery_codes")
        .in_pool(&pool.id)
        .by(Actor::Person(user.clone()))
        .about("user", user);
    NewRecoveryCodes { user: user.clone(), codes, digests, event, now: env.now() }
}

impl NewRecoveryCodes {
    /// Stores the codes in place of all earlier ones, inside a write that holds the person's row.
    ///
    /// # Errors
    /// When the database did not answer.
    pub fn store(&self, c: &mut AnyConn) -> Result<(), StoreError> {
        recovery_codes::replace(c, &self.user, &self.digests, self.now)?;
        audit::record(c, &self.event)
    }

    /// The codes sealed for [`reveal`], so that the page that shows them can be loaded again.
    pub fn seal(&self, env: &Env, pool: &UserPool) -> String {
        let codes = self.codes.iter().map(|code| code.to_string()).collect();
        let shown = Zeroizing::new(
            serde_json::to_vec(&Shown { user: self.user.clone(), codes }).expect("texts are JSON"),
        );
        env.keys.seal_handle(LABEL, pool.id.as_str(), &shown, env.random.as_ref())
    }
}

/// The codes that [`NewRecoveryCodes::seal`] sealed for this person, in two groups of five characters each; `None` when
/// the text is not of this server, pool and person.
pub fn reveal(env: &Env, pool: &UserPool, user: &UserId, sealed: &str) -> Option<Vec<String>> {
    let shown = open(env, pool, sealed).filter(|shown| shown.user == *user)?;
    Some(shown.codes.iter().map(|code| grouped(code)).collect())
}

/// The same for whoever holds the flow that the text comes from.
pub fn reveal_in_flow(env: &Env, pool: &UserPool, sealed: &str) -> Option<Vec<String>> {
    Some(open(env, pool, sealed)?.codes.iter().map(|code| grouped(code)).collect())
}

fn open(env: &Env, pool: &UserPool, sealed: &str) -> Option<Shown> {
    let bytes = env.keys.open_handle(LABEL, pool.id.as_str(), sealed).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Gives a person new codes in place of all earlier ones and returns them for [`reveal`]. The person is told by mail.
/// For the account pages, after a fresh factor.
///
/// # Errors
/// [`DirectoryError::NotFound`]; [`DirectoryError::InvalidSetting`] where the pool has no recovery codes.
pub async fn regenerate(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
) -> Result<String, DirectoryError> {
    if !are_on(pool) {
        return Err(DirectoryError::InvalidSetting("this pool has no recovery codes".into()));
    }
    let codes = draw(env, pool, &user.id);
    let sealed = codes.seal(env, pool);
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::FactorsChanged);
    let (pool_id, id) = (pool.id.clone(), user.id.clone());
    let found = env.db.write(move |c| {
        if !users::hold(c, &pool_id, &id)? {
            return Ok(false);
        }
        codes.store(c)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(true)
    });
    if !found.await? {
        return Err(DirectoryError::NotFound("user"));
    }
    messages::ring(env);
    Ok(sealed)
}

/// Spends a code as somebody typed it, in either case, with or without its hyphen. Returns how many are left; `None` when
/// it is not one of theirs, or was used. The person is told by mail.
///
/// # Errors
/// When the database did not answer.
pub async fn spend(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    typed: &str,
) -> Result<Option<u32>, DirectoryError> {
    if !are_on(pool) {
        return Ok(None);
    }
    let digest = digest(env, pool, &user.id, &normalised(typed));
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::RecoveryCodeUsed);
    let event = audit::event(env, "factor.use_recovery_code")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let (pool_id, id) = (pool.id.clone(), user.id.clone());
    let left = env.db.write(move |c| {
        if !users::hold(c, &pool_id, &id)? || !recovery_codes::consume(c, &id, &digest)? {
            return Ok(None);
        }
        if let Some(notice) = &notice {
            // A full limit keeps the message back, never the code.
            messages::notify(c, notice)?;
        }
        let left = recovery_codes::count(c, &id)?;
        audit::record(c, &event.clone().with("left", left))?;
        Ok(Some(u32::try_from(left).unwrap_or(0)))
    });
    let left = left.await?;
    if left.is_some() {
        messages::ring(env);
    }
    Ok(left)
}

/// How many codes a person has left; 0 where the pool has none.
///
/// # Errors
/// When the database did not answer.
pub async fn left(env: &Env, pool: &UserPool, user: &UserId) -> Result<u32, DirectoryError> {
    if !are_on(pool) {
        return Ok(0);
    }
    let id = user.clone();
    let left = env.db.read(move |c| recovery_codes::count(c, &id)).await?;
    Ok(u32::try_from(left).unwrap_or(0))
}

/// Whether people of this pool have recovery codes.
pub fn are_on(pool: &UserPool) -> bool {
    use crate::model::pool::MfaConfiguration;
    pool.settings.mfa.recovery_codes && pool.settings.mfa.configuration != MfaConfiguration::Off
}

fn digest(env: &Env, pool: &UserPool, user: &UserId, code: &str) -> [u8; 32] {
    env.keys.code_digest(pool.id.as_str(), user.as_str(), "recovery_code", code)
}

fn normalised(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(64).collect()
}

fn grouped(code: &str) -> String {
    let half = code.len() / 2;
    match (code.get(..half), code.get(half..)) {
        (Some(first), Some(second)) => format!("{first}-{second}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_shown_in_halves_and_read_as_people_type_it() {
        assert_eq!(grouped("ABCDE23456"), "ABCDE-23456");
        assert_eq!(normalised(" abcde-23456\n"), "ABCDE23456");
        assert_eq!(normalised(&grouped("ABCDE23456")), "ABCDE23456");
        assert_eq!(normalised(&"é".repeat(9)), "");
        assert_eq!(normalised(&"a".repeat(1000)).len(), 64);
    }
}
