//! Remembered browsers: where a person has shown a second factor and is not asked for it again for a while.
//!
//! A browser is remembered for one person, by a random cookie of which the database keeps the digest alone. Whatever ends a
//! person's sessions (password change, reset, sign-out everywhere) ends these as well (`store::sign_out`).

use super::DirectoryError;
use crate::crypto::digest::sha256_base64url;
use crate::crypto::encoding::hex;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::device::{RememberedDevice, browser_name};
use crate::model::event::Actor;
use crate::model::ids::{DeviceId, UserId};
use crate::model::pool::{MfaConfiguration, RememberDevices, UserPool};
use crate::security::audit;
use crate::store::{remembered_devices, sessions};

const DAY_MS: i64 = 86_400_000;

/// Whether browsers are remembered in this pool, and whether that is the person's choice; `None` when they are not.
pub fn mode(pool: &UserPool) -> Option<RememberDevices> {
    let mfa = &pool.settings.mfa;
    (mfa.remember_days > 0 && mfa.configuration != MfaConfiguration::Off).then_some(mfa.remember)
}

/// The part of the cookie's name that tells people of one browser apart, and nobody who they are.
pub fn cookie_mark(env: &Env, pool: &UserPool, user: &UserId) -> String {
    hex(&env.keys.fingerprint("remembered-device", &[pool.id.as_str(), user.as_str()])[..8])
}

/// Remembers the caller's browser for a person who has just shown a second factor at `since` (Unix milliseconds), in place
/// of what it was remembered by before. Returns the cookie's value, or `None` when the pool remembers none or the person
/// was signed out meanwhile.
///
/// # Errors
/// When the database did not answer.
pub async fn remember(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &UserId,
    since: i64,
) -> Result<Option<String>, DirectoryError> {
    if mode(pool).is_none() {
        return Ok(None);
    }
    let now = env.now();
    let cookie = env.random.token();
    let digest = sha256_base64url(cookie.as_bytes());
    let device = RememberedDevice {
        id: DeviceId::trusted(env.random.uuid_v4()),
        name: browser_name(&caller.user_agent),
        created_at: now,
        seen_at: now,
        expires_at: now + i64::from(pool.settings.mfa.remember_days) * DAY_MS,
    };
    let event = audit::event(env, "device.remember")
        .in_pool(&pool.id)
        .by(Actor::Person(user.clone()))
        .about("user", user)
        .with("device", device.id.as_str());
    let before = digests(caller);
    let (pool_id, id) = (pool.id.clone(), user.clone());
    let remembered = env.db.write(move |c| {
        if !sessions::hold_user(c, &pool_id, &id, since)? {
            return Ok(false);
        }
        remembered_devices::delete_by_digest(c, (&pool_id, &id), &before)?;
        remembered_devices::insert(c, (&pool_id, &id), &digest, &device)?;
        audit::record(c, &event)?;
        Ok(true)
    });
    Ok(remembered.await?.then_some(cookie))
}

/// Whether the caller's browser is remembered for this person; notes that it was used.
///
/// # Errors
/// When the database did not answer.
pub async fn is_remembered(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &UserId,
) -> Result<bool, DirectoryError> {
    let digests = digests(caller);
    if mode(pool).is_none() || digests.is_empty() {
        return Ok(false);
    }
    let now = env.now();
    // Also those that were remembered when the pool did so for longer.
    let oldest = now - i64::from(pool.settings.mfa.remember_days) * DAY_MS;
    let (pool_id, id) = (pool.id.clone(), user.clone());
    let found = env.db.read(move |c| remembered_devices::find(c, (&pool_id, &id), &digests, now)).await?;
    let Some(device) = found.filter(|device| device.created_at > oldest) else { return Ok(false) };
    env.db.write(move |c| remembered_devices::update_seen(c, &device.id, now)).await?;
    Ok(true)
}

/// The remembered browsers of a person, the last used first.
///
/// # Errors
/// When the database did not answer.
pub async fn list(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
) -> Result<Vec<RememberedDevice>, DirectoryError> {
    let (pool_id, id, now) = (pool.id.clone(), user.clone(), env.now());
    Ok(env.db.read(move |c| remembered_devices::list(c, (&pool_id, &id), now)).await?)
}

/// Forgets one browser of a person: it is asked for a second factor again. Returns whether it was remembered.
///
/// # Errors
/// When the database did not answer.
pub async fn forget(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    device: &DeviceId,
) -> Result<bool, DirectoryError> {
    let event = audit::event(env, "device.forget")
        .in_pool(&pool.id)
        .by(Actor::Person(user.clone()))
        .about("user", user)
        .with("device", device.as_str());
    let (pool_id, id, device) = (pool.id.clone(), user.clone(), device.clone());
    let gone = env.db.write(move |c| {
        let gone = remembered_devices::delete(c, (&pool_id, &id), &device)?;
        if gone {
            audit::record(c, &event)?;
        }
        Ok(gone)
    });
    Ok(gone.await?)
}

/// Forgets every browser of a person.
///
/// # Errors
/// When the database did not answer.
pub async fn forget_all(env: &Env, pool: &UserPool, user: &UserId) -> Result<(), DirectoryError> {
    let event = audit::event(env, "device.forget")
        .in_pool(&pool.id)
        .by(Actor::Person(user.clone()))
        .about("user", user);
    let (pool_id, id) = (pool.id.clone(), user.clone());
    let gone = env.db.write(move |c| {
        remembered_devices::delete_of_user(c, &pool_id, &id)?;
        audit::record(c, &event)
    });
    Ok(gone.await?)
}

fn digests(caller: &Caller) -> Vec<String> {
    caller.remembered_cookies.iter().map(|cookie| sha256_base64url(cookie.as_bytes())).collect()
}
