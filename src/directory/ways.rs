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

/// The ways of whoever has this name, best first; never empty. Where passwords sign in, everybody seems to have one, and
/// who types an address seems to have proven it: who has not is nobody's business.
///
/// # Errors
/// When the database did not answer.
pub async fn of(env: &Env, pool: &UserPool, typed: &str) -> Result<Vec<WayOption>, DirectoryError> {
    let user = names::find_for_sign_in(env, pool, typed).await?;
    let name = names::fold(pool, typed);
    // Nobody's factors are looked up just as somebody's are.
    let id = user.as_ref().map_or_else(|| UserId::trusted("?"), |user| user.id.clone());
    let has_totp = factors::totp_device(env, pool, &id).await?.is_some();
    Ok(match &user {
        Some(user) => ways_of(env, pool, user, (&name, may_use_codes(pool, user, has_totp))),
        None => ways_of_nobody(env, pool, &name),
    })
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

fn ways_of(env: &Env, pool: &UserPool, user: &User, (name, codes): (&str, bool)) -> Vec<WayOption> {
    let mut ways = password_way(pool);
    for factor in pool.settings.first_factors.iter().copied().filter(|_| codes) {
        let medium = medium(factor);
        let proven = user.verified_contact(contact_kind(medium));
        let address = proven.or_else(|| is_address(medium, name).then_some(name));
        if let Some(address) = address.filter(|address| can_reach(env, pool, medium, address)) {
            ways.push(code_way(factor, address));
        }
    }
    if ways.is_empty() { ways_of_nobody(env, pool, name) } else { ways }
}

fn ways_of_nobody(env: &Env, pool: &UserPool, name: &str) -> Vec<WayOption> {
    let print = env.keys.fingerprint("ways", &[pool.id.as_str(), name]);
    let mut ways = password_way(pool);
    let exempt = pool.settings.mfa.configuration == MfaConfiguration::Optional
        && pool.settings.compatibility.codes_without_mfa_only()
        && print[0] < 64;
    let codes = codes_are_on(pool) && !(exempt && pool.settings.password_sign_in);
    let mut left_out = None;
    for factor in pool.settings.first_factors.iter().copied().filter(|_| codes) {
        let medium = medium(factor);
        let address = phantom_address(env, pool, medium, name);
        // Of the other kind than the one that was typed not everybody has an address.
        let likely = is_address(medium, name)
            || match medium {
                Medium::Email => print[1] < 224,
                Medium::Sms => print[2] < 80,
            };
        let way = code_way(factor, &address);
        if likely && can_reach(env, pool, medium, &address) {
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

fn password_way(pool: &UserPool) -> Vec<WayOption> {
    let on = pool.settings.password_sign_in;
    on.then_some(WayOption { way: Way::Password, destination: None }).into_iter().collect()
}

fn is_address(medium: Medium, name: &str) -> bool {
    match medium {
        Medium::Email => check_email(name).is_ok(),
        Medium::Sms => check_phone(name).is_ok(),
    }
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
