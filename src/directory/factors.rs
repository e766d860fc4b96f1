//! Second factors of a person.

use zeroize::Zeroizing;

use super::{DirectoryError, notices, profile};
use crate::crypto::totp;
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::credential::TotpRecord;
use crate::model::event::Actor;
use crate::model::ids::{PoolId, UserId};
use crate::model::message::MessageKind;
use crate::model::pool::{ContactKind, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::{self, AnyConn, StoreError, sessions, totp_factors, users};

/// What is known of a person's second factors when it is decided what to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey {
    /// Those the person can use, the preferred one first. A code is sent only to a proven address. Where the pool requires
    /// a second factor, a proven address is one without being turned on.
    pub available: Vec<SecondFactor>,
    /// The same and those that only need to be turned on, for applications that ask for more than the pool.
    pub could_use: Vec<SecondFactor>,
    /// Whether the person has one, set up or by the pool's rules: then no other may be set up in its place.
    pub owns: bool,
    /// The kinds that could be set up in a sign-in.
    pub can_set_up: Vec<SecondFactor>,
}

/// The second factors this person can use in this pool, the preferred one first; see [`Survey::available`].
///
/// # Errors
/// When the database did not answer.
pub async fn available(env: &Env, pool: &UserPool, user: &User) -> Result<Vec<SecondFactor>, DirectoryError> {
    Ok(survey(env, pool, user).await?.available)
}

/// Everything about a person's second factors; empty where the pool asks for none.
///
/// # Errors
/// When the database did not answer.
pub async fn survey(env: &Env, pool: &UserPool, user: &User) -> Result<Survey, DirectoryError> {
    let mfa = &pool.settings.mfa;
    if mfa.configuration == MfaConfiguration::Off {
        return Ok(Survey::default());
    }
    let has_totp =
        mfa.factors.contains(&SecondFactor::Totp) && totp_device(env, pool, &user.id).await?.is_some();
    let required = mfa.configuration == MfaConfiguration::Required;
    let number = user.verified_contact(ContactKind::Phone);
    let sms_possible =
        env.sms.is_on() && number.is_some_and(|number| pool.settings.message_limits.allows_sms_to(number));
    let has_passkey = mfa.factors.contains(&SecondFactor::Passkey)
        && !super::passkeys::usable(env, pool, &user.id).await?.is_empty();
    let usable = |factor: SecondFactor, also_turned_off: bool| {
        let is_on = also_turned_off || user.message_factors.contains(&factor);
        match factor {
            SecondFactor::Totp => has_totp,
            SecondFactor::Email => is_on && user.verified_contact(ContactKind::Email).is_some(),
            SecondFactor::Sms => is_on && sms_possible,
            SecondFactor::Passkey => has_passkey,
        }
    };
    let of_pool = |wanted: &dyn Fn(SecondFactor) -> bool| {
        let mut factors: Vec<SecondFactor> = Vec::new();
        for factor in mfa.factors.iter().copied().filter(|factor| wanted(*factor)) {
            if !factors.contains(&factor) {
                factors.push(factor);
            }
        }
        factors
    };
    let mut available = of_pool(&|factor| usable(factor, required));
    // Whoever turned SMS on and nothing else must not get in without, only because none can be sent at present.
    let relies_on_sms = mfa.factors.contains(&SecondFactor::Sms)
        && user.message_factors.contains(&SecondFactor::Sms)
        && number.is_some();
    if available.is_empty() && relies_on_sms {
        available.push(SecondFactor::Sms);
    }
    // A mailbox that is everybody's second factor is one as well, where its owner can sign in with something else.
    let owns = has_totp
        || has_passkey
        || owns_message_factor(pool, user)
        || (!available.is_empty() && pool.settings.password_sign_in);
    // Whoever has factors of their own is asked for these, whatever else could be turned on.
    let mut could_use = if owns { available.clone() } else { of_pool(&|factor| usable(factor, true)) };
    for factors in [&mut available, &mut could_use] {
        factors.sort_by_key(|factor| Some(*factor) != user.preferred_factor);
    }
    let can_set_up = of_pool(&|factor| match factor {
        SecondFactor::Totp => !has_totp,
        // A passkey is added at its own page, by whoever is signed in.
        SecondFactor::Passkey => false,
        SecondFactor::Email => user.verified_contact(ContactKind::Email).is_some(),
        SecondFactor::Sms => {
            sms_possible
                || number.is_none()
                    && env.sms.is_on()
                    && !pool.settings.message_limits.sms_countries.is_empty()
        }
    });
    Ok(Survey { available, could_use, owns, can_set_up })
}

/// Whether a person has turned messages on as a second factor that this pool has.
pub(super) fn owns_message_factor(pool: &UserPool, user: &User) -> bool {
    let proven = |factor: &SecondFactor| match factor {
        SecondFactor::Totp | SecondFactor::Passkey => false,
        SecondFactor::Email => user.verified_contact(ContactKind::Email).is_some(),
        SecondFactor::Sms => user.verified_contact(ContactKind::Phone).is_some(),
    };
    let on = &pool.settings.mfa.factors;
    user.message_factors.iter().any(|factor| on.contains(factor) && proven(factor))
}

/// Whether a person has a passkey for this domain that is a second factor of the pool.
pub(super) fn owns_passkey_factor(
    c: &mut AnyConn,
    pool: &UserPool,
    user: &UserId,
    rp_id: &str,
) -> Result<bool, StoreError> {
    let settings = &pool.settings;
    if !settings.has_passkeys() || !settings.mfa.factors.contains(&SecondFactor::Passkey) {
        return Ok(false);
    }
    Ok(store::passkeys::list_of_user(c, user)?.iter().any(|passkey| passkey.rp_id == rp_id))
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

/// Makes a proven address a second factor of somebody who has none of their own: the end of a set-up in a sign-in. A phone
/// number that was proven by code just now becomes theirs with that. Returns `false` for somebody who has a factor already.
///
/// # Errors
/// [`DirectoryError::UsernameTaken`] for a number that signs somebody else in; [`DirectoryError::CodeExpired`] for whoever
/// was signed out after `since` (Unix milliseconds) or whose address is another by now. The person is told by mail.
pub async fn set_up_message_factor(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    (kind, address): (ContactKind, &str),
    since: i64,
) -> Result<bool, DirectoryError> {
    let factor = match kind {
        ContactKind::Email => SecondFactor::Email,
        ContactKind::Phone => SecondFactor::Sms,
    };
    let event = audit::event(env, "factor.choose")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let rp_id = super::passkeys::rp_id(env, pool).await?;
    // It goes to the address from before.
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::FactorsChanged);
    let (rules, id, now, address) = (pool.clone(), user.id.clone(), env.now(), address.to_owned());
    let done = env.db.write(move |c| {
        if !sessions::hold_user(c, &rules.id, &id, since)? {
            return Ok(Err(DirectoryError::CodeExpired));
        }
        let Some(person) = users::find(c, &rules.id, &id)? else {
            return Ok(Err(DirectoryError::CodeExpired));
        };
        if totp_factors::find(c, &id)?.is_some()
            || owns_message_factor(&rules, &person)
            || owns_passkey_factor(c, &rules, &id, &rp_id)?
        {
            return Ok(Ok(false));
        }
        if person.verified_contact(kind) != Some(address.as_str()) {
            // A mailbox is never added here, and a proven number never replaced.
            if kind == ContactKind::Email || person.verified_contact(kind).is_some() {
                return Ok(Err(DirectoryError::CodeExpired));
            }
            let given = [(kind.attribute(), address.as_str()), (kind.verified_attribute(), "true")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
            match profile::store(c, &rules, &id, (profile::Word::Operator, &given), now)? {
                Ok(_) => {}
                Err(DirectoryError::InvalidSetting(_)) => return Ok(Err(DirectoryError::UsernameTaken)),
                Err(refusal) => return Ok(Err(refusal)),
            }
        }
        users::update_factors(c, (&rules.id, &id), &[factor], person.preferred_factor, now)?;
        audit::record(c, &event)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Ok(true))
    });
    let done = done.await?;
    messages::ring(env);
    done
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
