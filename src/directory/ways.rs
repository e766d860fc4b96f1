//! The ways to sign in that somebody of a name has, and those that a name nobody has seems to have.
//!
//! Both are asked for alike and cost the same. A phantom's ways follow from its name by a keyed hash and from the pool's
//! settings, so they look like a person's and are the same each time.

use super::{DirectoryError, factors, names, recovery};
use crate::env::Env;
use crate::messages::destination;
use crate::model::attributes::{check_email, check_phone};
use crate::model::flow::{Way, WayOption};
use crate::model::ids::UserId;
use crate::model::message::Medium;
use crate::model::pool::{ContactKind, FirstFactor, MfaConfiguration, UserPool};
use crate::model::user::User;
use crate::store::passwords;

/// The ways of whoever has this name, best first; never empty.
///
/// # Errors
/// When the database did not answer.
pub async fn of(env: &Env, pool: &UserPool, typed: &str) -> Result<Vec<WayOption>, DirectoryError> {
    let user = names::find_for_sign_in(env, pool, typed).await?;
    let name = names::fold(pool, typed);
    // Nobody's password and factors are looked up just as somebody's are.
    let id = user.as_ref().map_or_else(|| UserId::trusted("?"), |user| user.id.clone());
    let has_totp = factors::totp_device(env, pool, &id).await?.is_some();
    let has_password = env.db.read(move |c| Ok(passwords::find(c, &id)?.is_some())).await?;
    if let Some(user) = &user {
        let codes = may_use_codes(pool, user, has_totp);
        let ways = ways_of(env, pool, user, (has_password, codes));
        // Of somebody who can only come by a provider nothing is told.
        if !ways.is_empty() {
            return Ok(ways);
        }
    }
    Ok(ways_of_nobody(env, pool, &name))
}

/// Whether one-time codes sign this person in: in some pools not where a second factor is asked for.
///
/// # Errors
/// When the database did not answer.
pub async fn codes_sign_in(env: &Env, pool: &UserPool, user: &User) -> Result<bool, DirectoryError> {
    let has_totp = factors::totp_device(env, pool, &user.id).await?.is_some();
    Ok(may_use_codes(pool, user, has_totp))
}

/// The same for a name that nobody has: as much work, and never.
///
/// # Errors
/// When the database did not answer.
pub async fn codes_sign_nobody_in(env: &Env, pool: &UserPool) -> Result<bool, DirectoryError> {
    factors::totp_device(env, pool, &UserId::trusted("?")).await?;
    Ok(false)
}

/// Whether one-time codes sign anybody in.
pub fn codes_are_on(pool: &UserPool) -> bool {
    !(pool.settings.compatibility.codes_without_mfa_only()
        && pool.settings.mfa.configuration == MfaConfiguration::Required)
}

fn may_use_codes(pool: &UserPool, user: &User, has_totp: bool) -> bool {
    let only_without_mfa = pool.settings.compatibility.codes_without_mfa_only();
    match pool.settings.mfa.configuration {
        MfaConfiguration::Optional if only_without_mfa => {
            !has_totp && !factors::owns_message_factor(pool, user)
        }
        _ => codes_are_on(pool),
    }
}

fn ways_of(env: &Env, pool: &UserPool, user: &User, (has_password, codes): (bool, bool)) -> Vec<WayOption> {
    let mut ways = Vec::new();
    if has_password && pool.settings.password_sign_in {
        ways.push(WayOption { way: Way::Password, destination: None });
    }
    for factor in pool.settings.first_factors.iter().copied().filter(|_| codes) {
        let medium = medium(factor);
        let kind = contact_kind(medium);
        let address = user.verified_contact(kind).filter(|address| can_reach(env, pool, medium, address));
        if let Some(address) = address {
            ways.push(code_way(factor, address));
        }
    }
    ways
}

fn ways_of_nobody(env: &Env, pool: &UserPool, name: &str) -> Vec<WayOption> {
    let print = env.keys.fingerprint("ways", &[pool.id.as_str(), name]);
    let mut ways = Vec::new();
    if pool.settings.password_sign_in {
        ways.push(WayOption { way: Way::Password, destination: None });
    }
    let exempt = pool.settings.mfa.configuration == MfaConfiguration::Optional
        && pool.settings.compatibility.codes_without_mfa_only()
        && print[0] < 64;
    let codes = codes_are_on(pool) && !(exempt && pool.settings.password_sign_in);
    let mut left_out = None;
    for factor in pool.settings.first_factors.iter().copied().filter(|_| codes) {
        let medium = medium(factor);
        // Somebody's own address is proven where it signs in; of the other kind not everybody has one.
        let likely = match medium {
            Medium::Email => check_email(name).is_ok() || print[1] < 224,
            Medium::Sms => check_phone(name).is_ok() || print[2] < 80,
        };
        let way = code_way(factor, &phantom_address(env, pool, medium, name));
        let possible = medium == Medium::Email
            || env.sms.is_on() && !pool.settings.message_limits.sms_countries.is_empty();
        if likely && possible {
            ways.push(way);
        } else {
            left_out.get_or_insert(way);
        }
    }
    if ways.is_empty() {
        ways.extend(left_out);
    }
    if ways.is_empty() {
        ways.push(WayOption { way: Way::Password, destination: None });
    }
    ways
}

/// The address that a phantom's code seems to go to: the typed one where it could be one, else a made-up one.
pub fn phantom_address(env: &Env, pool: &UserPool, medium: Medium, name: &str) -> String {
    let own = match medium {
        Medium::Email => check_email(name).is_ok(),
        Medium::Sms => check_phone(name).is_ok() && pool.settings.message_limits.allows_sms_to(name),
    };
    if own { name.to_owned() } else { recovery::made_up_address(env, pool, contact_kind(medium), name) }
}

fn code_way(factor: FirstFactor, address: &str) -> WayOption {
    WayOption { way: Way::Code(factor), destination: Some(destination::mask(medium(factor), address)) }
}

fn can_reach(env: &Env, pool: &UserPool, medium: Medium, address: &str) -> bool {
    medium == Medium::Email || env.sms.is_on() && pool.settings.message_limits.allows_sms_to(address)
}

/// The way that a code of this kind goes.
pub fn medium(factor: FirstFactor) -> Medium {
    match factor {
        FirstFactor::EmailOtp => Medium::Email,
        FirstFactor::SmsOtp => Medium::Sms,
    }
}

fn contact_kind(medium: Medium) -> ContactKind {
    match medium {
        Medium::Email => ContactKind::Email,
        Medium::Sms => ContactKind::Phone,
    }
}
