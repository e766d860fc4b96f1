//! Second factors of a person.

use zeroize::Zeroizing;

use super::DirectoryError;
use crate::crypto::totp;
use crate::env::Env;
use crate::model::credential::TotpRecord;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::{AnyConn, StoreError, totp_factors, users};

/// The second factors this person can use in this pool, the preferred one first. A code is sent only to a proven
/// address. Where the pool requires a second factor, a proven address is one without being turned on.
///
/// # Errors
/// When the database did not answer.
pub async fn available(env: &Env, pool: &UserPool, user: &User) -> Result<Vec<SecondFactor>, DirectoryError> {
    let mfa = &pool.settings.mfa;
    if mfa.configuration == MfaConfiguration::Off {
        return Ok(Vec::new());
    }
    let has_totp = totp_device(env, pool, &user.id).await?.is_some();
    let by_message =
        |factor| mfa.configuration == MfaConfiguration::Required || user.message_factors.contains(&factor);
    let number = user.verified_contact(ContactKind::Phone);
    let sms_possible =
        env.sms.is_on() && number.is_some_and(|number| pool.settings.message_limits.allows_sms_to(number));
    let has_passkey = mfa.factors.contains(&SecondFactor::Passkey)
        && !super::passkeys::usable(env, pool, &user.id).await?.is_empty();
    let usable = |factor: &SecondFactor| match factor {
        SecondFactor::Totp => has_totp,
        SecondFactor::Email => {
            by_message(SecondFactor::Email) && user.verified_contact(ContactKind::Email).is_some()
        }
        SecondFactor::Sms => by_message(SecondFactor::Sms) && sms_possible,
        SecondFactor::Passkey => has_passkey,
    };
    let mut factors: Vec<SecondFactor> = Vec::new();
    for factor in mfa.factors.iter().copied().filter(usable) {
        if !factors.contains(&factor) {
            factors.push(factor);
        }
    }
    // Whoever turned SMS on and nothing else must not get in without, only because none can be sent at present.
    let relies_on_sms = mfa.factors.contains(&SecondFactor::Sms)
        && user.message_factors.contains(&SecondFactor::Sms)
        && number.is_some();
    if factors.is_empty() && relies_on_sms {
        factors.push(SecondFactor::Sms);
    }
    factors.sort_by_key(|factor| Some(*factor) != user.preferred_factor);
    Ok(factors)
}

/// Stores a TOTP seed as a verified factor (operator, seed data).
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn set_totp(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    seed: &[u8],
    device_name: Option<&str>,
) -> Result<(), DirectoryError> {
    let record = totp_record(env, pool, user, seed, device_name);
    let pool = pool.id.clone();
    let event = audit::event(env, "factor.add_totp").in_pool(&pool).about("user", user);
    let found = env.db.write(move |c| {
        let found = users::touch(c, &pool, &record.user_id, record.created_at)?;
        if found {
            totp_factors::put(c, &record)?;
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    if found.await? { Ok(()) } else { Err(DirectoryError::NotFound("user")) }
}

/// The row of a new factor.
pub(super) fn totp_record(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    seed: &[u8],
    device_name: Option<&str>,
) -> TotpRecord {
    TotpRecord {
        user_id: user.clone(),
        sealed_seed: env.keys.seal_column(place(&pool.id, user), seed, env.random.as_ref()),
        device_name: device_name.map(str::to_owned),
        last_step: None,
        created_at: env.now(),
    }
}

/// The seed of a factor.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn open_seed(
    env: &Env,
    pool: &PoolId,
    record: &TotpRecord,
) -> Result<Zeroizing<Vec<u8>>, DirectoryError> {
    let user = &record.user_id;
    env.keys
        .open_column(place(pool, user), &record.sealed_seed)
        .map_err(|_| DirectoryError::Internal(format!("the TOTP seed of {user} cannot be opened")))
}

/// Turns message factors on or off and says which factor comes first.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn set_preferences(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    message_factors: &[SecondFactor],
    preferred: Option<SecondFactor>,
) -> Result<(), DirectoryError> {
    let (pool, user, now) = (pool.id.clone(), user.clone(), env.now());
    // TOTP is on when a seed is stored, a passkey when there is one, and neither is a message.
    let is_message = |factor: &SecondFactor| matches!(factor, SecondFactor::Sms | SecondFactor::Email);
    let factors: Vec<SecondFactor> = message_factors.iter().copied().filter(is_message).collect();
    let event = audit::event(env, "factor.choose").in_pool(&pool).about("user", &user);
    let found = env.db.write(move |c| {
        let found = users::update_factors(c, (&pool, &user), &factors, preferred, now)?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(found)
    });
    if found.await? { Ok(()) } else { Err(DirectoryError::NotFound("user")) }
}

/// The name of the authenticator device, when the person has one; the outer `None` when there is no TOTP factor.
///
/// # Errors
/// When the database did not answer.
pub async fn totp_device(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
) -> Result<Option<Option<String>>, DirectoryError> {
    let (pool, user) = (pool.id.clone(), user.clone());
    let record = env.db.read(move |c| find(c, &pool, &user)).await?;
    Ok(record.map(|record| record.device_name))
}

/// Checks a TOTP code and marks its time step as used in the same atomic statement, so that no code is accepted twice.
///
/// # Errors
/// When the database did not answer, or the seed cannot be opened.
pub async fn check_totp(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    code: &str,
) -> Result<bool, DirectoryError> {
    let (pool_id, id) = (pool.id.clone(), user.clone());
    let Some(record) = env.db.read(move |c| find(c, &pool_id, &id)).await? else { return Ok(false) };
    let seed = open_seed(env, &pool.id, &record)?;
    // Authenticator apps show the code in two halves, and people copy the space.
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(step) = totp::match_step(&seed, &code, env.now(), record.last_step) else { return Ok(false) };
    let id = user.clone();
    Ok(env.db.write(move |c| totp_factors::consume_step(c, &id, step)).await?)
}

/// The factor of a person of this pool.
fn find(c: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<Option<TotpRecord>, StoreError> {
    match users::find(c, pool, user)? {
        Some(user) => totp_factors::find(c, &user.id),
        None => Ok(None),
    }
}

pub(super) fn place<'a>(pool: &'a PoolId, user: &'a UserId) -> [&'a str; 4] {
    [pool.as_str(), "totp_factors", user.as_str(), "sealed_seed"]
}
