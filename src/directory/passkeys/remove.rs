//! Taking a passkey away: by its owner never the last way in, by an operator as they see fit.

use super::{short, sign_in_rp_id};
use crate::directory::{DirectoryError, notices};
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::{Actor, AuditEvent};
use crate::model::ids::UserId;
use crate::model::message::{MessageKind, PasskeyNews};
use crate::model::passkey::Passkey;
use crate::model::pool::{ContactKind, FirstFactor, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::{AnyConn, StoreError, external_links, passkeys, passwords, totp_factors, users};

/// What became of somebody's wish to take a passkey away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removed {
    /// It is done.
    Now,
    /// The person has no such passkey: it was taken away before, or never was theirs.
    NotTheirs,
    /// Nothing was changed.
    Stays(Stay),
}

/// Why a passkey stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// It is the only way in.
    OnlyWay,
    /// A second factor is required here, and it is the only one.
    OnlySecondFactor,
}

/// Takes a passkey away by the wish of whoever it is, who is told at their proven address. Whether it is the last way in is
/// decided in the write that takes it, with the account held: of two last ones that go at once one stays.
///
/// # Errors
/// When the database did not answer.
pub async fn remove(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    credential_id: &str,
) -> Result<Removed, DirectoryError> {
    let event = gone(env, pool, &user.id, credential_id).by(Actor::Person(user.id.clone()));
    let notice = notices::to_owner(env, caller, pool, user, MessageKind::Passkey(PasskeyNews::Removed));
    let rules = Rules::of(env, pool).await?;
    let (pool, user, id) = (pool.id.clone(), user.id.clone(), credential_id.to_owned());
    let write = env.db.write(move |c| {
        users::hold(c, &pool, &user)?;
        let Some(user) = users::find(c, &pool, &user)? else { return Ok(Removed::NotTheirs) };
        let present = passkeys::list_of_user(c, &user.id)?;
        let Some(meant) = present.iter().find(|passkey| passkey.credential_id == id) else {
            return Ok(Removed::NotTheirs);
        };
        if let Some(stay) = rules.stay(c, &user, &present, meant)? {
            return Ok(Removed::Stays(stay));
        }
        passkeys::delete(c, (&pool, &user.id), &id)?;
        audit::record(c, &event)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Removed::Now)
    });
    let removed = write.await?;
    if removed == Removed::Now {
        messages::ring(env);
    }
    Ok(removed)
}

/// Why each of a person's passkeys stays, if it does; in the order of [`super::list`].
///
/// # Errors
/// When the database did not answer.
pub async fn stays(
    env: &Env,
    pool: &UserPool,
    user: &User,
) -> Result<Vec<(Passkey, Option<Stay>)>, DirectoryError> {
    let rules = Rules::of(env, pool).await?;
    let user = user.clone();
    let read = env.db.read(move |c| {
        let present = passkeys::list_of_user(c, &user.id)?;
        let all =
            present.iter().map(|passkey| Ok((passkey.clone(), rules.stay(c, &user, &present, passkey)?)));
        all.collect::<Result<Vec<_>, StoreError>>()
    });
    Ok(read.await?)
}

/// Takes passkeys away by an operator's word: the one that is meant, or all of them. Returns how many there were.
///
/// # Errors
/// [`DirectoryError::NotFound`] for one that the person does not have.
pub async fn remove_by_operator(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    credential_id: Option<&str>,
) -> Result<usize, DirectoryError> {
    let present = super::list(env, user).await?;
    let mut meant: Vec<String> = present.into_iter().map(|passkey| passkey.credential_id).collect();
    if let Some(id) = credential_id {
        meant.retain(|present| present.starts_with(id));
        if meant.len() != 1 {
            return Err(DirectoryError::NotFound("passkey"));
        }
    }
    let events: Vec<(String, AuditEvent)> =
        meant.into_iter().map(|id| (id.clone(), gone(env, pool, user, &id))).collect();
    let (pool, user) = (pool.id.clone(), user.clone());
    let write = env.db.write(move |c| {
        let mut count = 0;
        for (id, event) in &events {
            if passkeys::delete(c, (&pool, &user), id)? {
                audit::record(c, event)?;
                count += 1;
            }
        }
        Ok(count)
    });
    Ok(write.await?)
}

fn gone(env: &Env, pool: &UserPool, user: &UserId, credential_id: &str) -> AuditEvent {
    let event = audit::event(env, "passkey.remove").in_pool(&pool.id).about("user", user);
    event.with("passkey", short(credential_id))
}

/// What decides whether a passkey may go.
#[derive(Clone)]
struct Rules {
    pool: UserPool,
    /// The domain whose passkeys sign in by themselves.
    rp_id: Option<String>,
    /// The domain whose passkeys are second factors.
    own_rp_id: String,
    /// Whether an SMS can be sent at all.
    sends_sms: bool,
    now: i64,
}

impl Rules {
    async fn of(env: &Env, pool: &UserPool) -> Result<Self, DirectoryError> {
        let rp_id = match pool.settings.has_passkeys() {
            true => sign_in_rp_id(env, pool).await?,
            false => None,
        };
        let own_rp_id = super::rp_id(env, pool).await?;
        Ok(Self { pool: pool.clone(), rp_id, own_rp_id, sends_sms: env.sms.is_on(), now: env.now() })
    }

    fn stay(
        &self,
        c: &mut AnyConn,
        user: &User,
        present: &[Passkey],
        meant: &Passkey,
    ) -> Result<Option<Stay>, StoreError> {
        let others = || present.iter().filter(|other| other.credential_id != meant.credential_id);
        // One that signs nobody in is nobody's way in.
        let signs_in = |passkey: &Passkey| self.rp_id.as_deref() == Some(passkey.rp_id.as_str());
        if signs_in(meant) && !others().any(signs_in) && !self.has_another_way(c, user)? {
            return Ok(Some(Stay::OnlyWay));
        }
        let mfa = &self.pool.settings.mfa;
        let is_asked = mfa.configuration == MfaConfiguration::Required;
        let counts = mfa.factors.contains(&SecondFactor::Passkey) && self.pool.settings.has_passkeys();
        // One for another domain is nobody's second factor.
        let is_factor = |passkey: &Passkey| passkey.rp_id == self.own_rp_id;
        if is_asked
            && counts
            && is_factor(meant)
            && !others().any(is_factor)
            && !self.has_another_factor(c, user)?
        {
            return Ok(Some(Stay::OnlySecondFactor));
        }
        Ok(None)
    }

    /// A password that can be used today, a provider, or a code in place of the password.
    fn has_another_way(&self, c: &mut AnyConn, user: &User) -> Result<bool, StoreError> {
        let password = passwords::find(c, &user.id)?;
        let lives =
            password.is_some_and(|password| password.temporary_until.is_none_or(|end| end > self.now));
        if self.pool.settings.password_sign_in && lives && user.status != UserStatus::ResetRequired {
            return Ok(true);
        }
        let by_code = self.pool.settings.first_factors.iter().any(|factor| match factor {
            FirstFactor::EmailOtp => user.verified_contact(ContactKind::Email).is_some(),
            FirstFactor::SmsOtp => self.reaches_by_sms(user),
            FirstFactor::Passkey => false,
        });
        Ok(by_code || !external_links::list_of_user(c, &user.id)?.is_empty())
    }

    fn has_another_factor(&self, c: &mut AnyConn, user: &User) -> Result<bool, StoreError> {
        let has_totp = totp_factors::find(c, &user.id)?.is_some();
        Ok(self.pool.settings.mfa.factors.iter().any(|factor| match factor {
            SecondFactor::Totp => has_totp,
            SecondFactor::Email => user.verified_contact(ContactKind::Email).is_some(),
            SecondFactor::Sms => self.reaches_by_sms(user),
            SecondFactor::Passkey => false,
        }))
    }

    fn reaches_by_sms(&self, user: &User) -> bool {
        let number = user.verified_contact(ContactKind::Phone);
        self.sends_sms && number.is_some_and(|number| self.pool.settings.message_limits.allows_sms_to(number))
    }
}
