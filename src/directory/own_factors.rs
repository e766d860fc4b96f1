//! The second factors of somebody who looks after their own account: what they have, turning one on or off, which comes
//! first.
//!
//! Everything here is for whoever has just proven who they are. Nobody is left without a second factor where the pool asks
//! everybody for one: that is decided in the write that would take it.

use super::factors::{self, owns_message_factor, owns_passkey_factor};
use super::{DirectoryError, notices, recovery_codes};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::ids::UserId;
use crate::model::message::MessageKind;
use crate::model::pool::{ContactKind, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::{self, AnyConn, StoreError, totp_factors, users};

/// A kind of second factor that the pool has, for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFactor {
    /// Which.
    pub kind: SecondFactor,
    /// How it stands.
    pub state: FactorState,
    /// Whether it is asked for before the others.
    pub is_first: bool,
}

/// How a kind of second factor stands for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorState {
    /// It is asked for.
    On {
        /// What tells it apart: the name of the device, or the address.
        detail: Option<String>,
        /// Whether the person may do without it.
        may_end: bool,
    },
    /// It could be turned on or set up.
    Off,
    /// There is no proven address that a code could go to.
    NoAddress,
}

/// What came of taking a factor away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It is gone.
    Now,
    /// There was none.
    NotThere,
    /// It is the only one, and the pool asks everybody for one.
    Stays,
}

/// Whether people of this pool have second factors at all.
pub fn are_on(pool: &UserPool) -> bool {
    let mfa = &pool.settings.mfa;
    mfa.configuration != MfaConfiguration::Off && !mfa.factors.is_empty()
}

/// The pool's kinds in its order, each once, as they stand for a person. Codes by SMS are left out where none can be sent.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: &UserPool, user: &User) -> Result<Vec<OwnFactor>, DirectoryError> {
    if !are_on(pool) {
        return Ok(Vec::new());
    }
    let available = factors::available(env, pool, user).await?;
    let device = factors::totp_device(env, pool, &user.id).await?;
    let required = pool.settings.mfa.configuration == MfaConfiguration::Required;
    let mut all: Vec<OwnFactor> = Vec::new();
    for kind in pool.settings.mfa.factors.iter().copied() {
        if all.iter().any(|one| one.kind == kind) {
            continue;
        }
        let is_on = available.contains(&kind);
        let others = available.iter().any(|other| *other != kind);
        let state = match kind {
            SecondFactor::Totp if is_on => {
                On { detail: device.clone().flatten(), may_end: others || !required }.into()
            }
            SecondFactor::Totp => FactorState::Off,
            SecondFactor::Passkey if is_on => On { detail: None, may_end: false }.into(),
            SecondFactor::Passkey => FactorState::Off,
            SecondFactor::Email | SecondFactor::Sms => {
                let Some(contact) = contact(kind) else { continue };
                match user.verified_contact(contact) {
                    // Where everybody needs one, a proven address is one and cannot be turned off.
                    Some(address) if is_on => {
                        On { detail: Some(address.to_owned()), may_end: !required }.into()
                    }
                    Some(address) if can_be_reached(env, pool, contact, address) => FactorState::Off,
                    Some(_) => continue,
                    None if contact == ContactKind::Phone && !sends_sms(env, pool) => continue,
                    None => FactorState::NoAddress,
                }
            }
        };
        let is_first = is_on && available.len() > 1 && user.preferred_factor == Some(kind);
        all.push(OwnFactor { kind, state, is_first });
    }
    Ok(all)
}

struct On {
    detail: Option<String>,
    may_end: bool,
}

impl From<On> for FactorState {
    fn from(On { detail, may_end }: On) -> Self {
        Self::On { detail, may_end }
    }
}

/// Turns codes to a proven address on as a second factor, or off again. The person is told by mail. With their last second
/// factor the recovery codes go as well.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for a kind that is no message, or that this pool or person cannot have;
/// [`DirectoryError::NotFound`].
pub async fn turn(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    (kind, on): (SecondFactor, bool),
) -> Result<(), DirectoryError> {
    let cannot = || DirectoryError::InvalidSetting("this second factor cannot be turned on or off".into());
    let contact = contact(kind).filter(|_| pool.settings.mfa.factors.contains(&kind)).ok_or_else(cannot)?;
    if pool.settings.mfa.configuration != MfaConfiguration::Optional {
        return Err(cannot());
    }
    let event = audit::event(env, "factor.choose")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::FactorsChanged);
    let reaches_sms = sends_sms(env, pool);
    let rp_id = super::passkeys::rp_id(env, pool).await?;
    let (rules, id, now) = (pool.clone(), user.id.clone(), env.now());
    let done = env.db.write(move |c| {
        if !users::hold(c, &rules.id, &id)? {
            return Ok(Err(DirectoryError::NotFound("user")));
        }
        let Some(mut person) = users::find(c, &rules.id, &id)? else {
            return Ok(Err(DirectoryError::NotFound("user")));
        };
        let address = person.verified_contact(contact);
        let reached = address.is_some_and(|address| {
            contact == ContactKind::Email
                || reaches_sms && rules.settings.message_limits.allows_sms_to(address)
        });
        if on && !reached {
            return Ok(Err(DirectoryError::InvalidSetting("there is no proven address".into())));
        }
        if person.message_factors.contains(&kind) == on {
            return Ok(Ok(()));
        }
        person.message_factors.retain(|one| *one != kind);
        if on {
            person.message_factors.push(kind);
        }
        let preferred = person.preferred_factor.filter(|first| on || *first != kind);
        users::update_factors(c, (&rules.id, &id), &person.message_factors, preferred, now)?;
        if !has_own(c, &rules, &person)? && !owns_passkey_factor(c, &rules, &id, &rp_id)? {
            store::recovery_codes::delete(c, &id)?;
        }
        audit::record(c, &event)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Ok(()))
    });
    let done = done.await?;
    messages::ring(env);
    done
}

/// Puts a factor that the person has before the others.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for one that they do not have.
pub async fn put_first(
    env: &Env,
    pool: &UserPool,
    user: &User,
    kind: SecondFactor,
) -> Result<(), DirectoryError> {
    if !factors::available(env, pool, user).await?.contains(&kind) {
        return Err(DirectoryError::InvalidSetting("there is no such second factor".into()));
    }
    let event = audit::event(env, "factor.choose")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let (pool, id, now) = (pool.id.clone(), user.id.clone(), env.now());
    let found = env.db.write(move |c| {
        if !users::hold(c, &pool, &id)? {
            return Ok(false);
        }
        let Some(person) = users::find(c, &pool, &id)? else { return Ok(false) };
        users::update_factors(c, (&pool, &id), &person.message_factors, Some(kind), now)?;
        audit::record(c, &event)?;
        Ok(true)
    });
    if found.await? { Ok(()) } else { Err(DirectoryError::NotFound("user")) }
}

/// Takes the authenticator app from a person; with their last second factor the recovery codes go as well. The person is
/// told by mail.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn remove_app(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
) -> Result<Ended, DirectoryError> {
    let event = audit::event(env, "factor.remove_totp")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id);
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::FactorsChanged);
    let rp_id = super::passkeys::rp_id(env, pool).await?;
    let sms_on = sends_sms(env, pool);
    let (rules, id, now) = (pool.clone(), user.id.clone(), env.now());
    let ended = env.db.write(move |c| {
        if !users::hold(c, &rules.id, &id)? {
            return Ok(None);
        }
        let Some(mut person) = users::find(c, &rules.id, &id)? else { return Ok(None) };
        let mfa = &rules.settings.mfa;
        // Those that are there at this moment: one may have been taken away in another window.
        let passkey = owns_passkey_factor(c, &rules, &id, &rp_id)?;
        let by_message = [SecondFactor::Email, SecondFactor::Sms].iter().any(|kind| {
            let address = contact(*kind).and_then(|contact| person.verified_contact(contact));
            let sent = |to: &str| {
                *kind == SecondFactor::Email || sms_on && rules.settings.message_limits.allows_sms_to(to)
            };
            mfa.factors.contains(kind) && address.is_some_and(sent)
        });
        if mfa.configuration == MfaConfiguration::Required && !passkey && !by_message {
            let is_there = totp_factors::find(c, &id)?.is_some();
            return Ok(Some(if is_there { Ended::Stays } else { Ended::NotThere }));
        }
        if !totp_factors::delete(c, &id)? {
            return Ok(Some(Ended::NotThere));
        }
        person.preferred_factor = person.preferred_factor.filter(|first| *first != SecondFactor::Totp);
        users::update_factors(c, (&rules.id, &id), &person.message_factors, person.preferred_factor, now)?;
        if !has_own(c, &rules, &person)? && !passkey {
            store::recovery_codes::delete(c, &id)?;
        }
        audit::record(c, &event)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Some(Ended::Now))
    });
    let ended = ended.await?.ok_or(DirectoryError::NotFound("user"))?;
    messages::ring(env);
    Ok(ended)
}

/// How many recovery codes somebody has left; `None` where they are off, or the person has no second factor to replace.
///
/// # Errors
/// When the database did not answer.
pub async fn recovery_left(env: &Env, pool: &UserPool, user: &User) -> Result<Option<u32>, DirectoryError> {
    if !recovery_codes::are_on(pool) || factors::available(env, pool, user).await?.is_empty() {
        return Ok(None);
    }
    Ok(Some(recovery_codes::left(env, pool, &user.id).await?))
}

fn has_own(c: &mut AnyConn, pool: &UserPool, person: &User) -> Result<bool, StoreError> {
    Ok(owns_message_factor(pool, person) || has_app(c, &person.id)?)
}

fn has_app(c: &mut AnyConn, user: &UserId) -> Result<bool, StoreError> {
    Ok(totp_factors::find(c, user)?.is_some())
}

fn contact(kind: SecondFactor) -> Option<ContactKind> {
    match kind {
        SecondFactor::Email => Some(ContactKind::Email),
        SecondFactor::Sms => Some(ContactKind::Phone),
        SecondFactor::Totp | SecondFactor::Passkey => None,
    }
}

fn sends_sms(env: &Env, pool: &UserPool) -> bool {
    env.sms.is_on() && !pool.settings.message_limits.sms_countries.is_empty()
}

fn can_be_reached(env: &Env, pool: &UserPool, contact: ContactKind, address: &str) -> bool {
    contact == ContactKind::Email || env.sms.is_on() && pool.settings.message_limits.allows_sms_to(address)
}
