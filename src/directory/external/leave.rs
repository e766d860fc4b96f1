//! Taking a link away by whoever signs in with it: never the last way in.
//!
//! Operators do as they see fit ([`super::unlink`]). A person who removes the only way into their account would lose it,
//! and nobody could tell them from a stranger afterwards.

use super::super::{DirectoryError, notices, passkeys};
use super::links::{Parting, recovers};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::messages;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::external::Identity;
use crate::model::message::MessageKind;
use crate::model::pool::UserPool;
use crate::model::user::{User, UserStatus};
use crate::store::{AnyConn, StoreError, external_links, passwords, users};

/// How somebody gets into their account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// By these identities, the oldest first.
    pub identities: Vec<Identity>,
    /// By a password that can be used today.
    pub has_password: bool,
    /// By a passkey alone.
    pub has_passkey: bool,
    /// Whether "forgot your password?" would give them one.
    pub may_recover: bool,
}

/// Why a link stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// It is the only way in.
    OnlyWay,
    /// The account was made by it and has no password: it is whom the account is.
    Own,
}

/// What became of somebody's wish to take a link away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It is done.
    Now,
    /// There is no such link of this account: it was taken away before, or never was.
    NotLinked,
    /// Nothing was changed.
    Stays(Stay),
}

impl Ways {
    /// Why one of the identities stays, if it does. Codes do not count as a way: they come by an address that may be
    /// the very provider's.
    #[must_use]
    pub fn stay(&self, identity: &Identity) -> Option<Stay> {
        match self.has_password || self.has_passkey {
            true => None,
            false if identity.is_own => Some(Stay::Own),
            false => (self.identities.len() < 2).then_some(Stay::OnlyWay),
        }
    }
}

/// How somebody gets into their account now.
///
/// # Errors
/// When the database did not answer.
pub async fn ways(env: &Env, pool: &UserPool, user: &User) -> Result<Ways, DirectoryError> {
    let rp_id = passkeys::sign_in_rp_id(env, pool).await?;
    let (pool, user, now) = (pool.clone(), user.clone(), env.now());
    Ok(env.db.read(move |c| ways_now(c, &pool, &user, (rp_id.as_deref(), now))).await?)
}

/// Takes a link away by the wish of whoever the account is, who is told at their proven address. Whether it is the last
/// way in is decided in the write that takes it, with the account held: of two last links that go at once one stays.
///
/// Sessions go on, also those that began with this link: they are the person's own, who is signed in while they
/// do this and has other ways in. Somebody who fears a stranger in their account changes the password or signs out everywhere;
/// the link alone says nothing of who sits where.
///
/// # Errors
/// When the database did not answer.
pub async fn leave(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    identity: &Identity,
) -> Result<Left, DirectoryError> {
    let Identity { provider, subject, kind, .. } = identity;
    let digest = sha256_base64url(subject.as_bytes());
    let parting = Parting::of(env, pool, &user.id, provider, &Actor::Person(user.id.clone()));
    let about = (MessageKind::ProviderUnlinked, Some(kind.shown_name(provider)));
    let notice = notices::to_owner_about(env, caller, pool, user, about);
    let rp_id = passkeys::sign_in_rp_id(env, pool).await?;
    let (id, pool, provider, now) = (user.id.clone(), pool.clone(), provider.clone(), env.now());
    let write = env.db.write(move |c| {
        users::hold(c, &pool.id, &id)?;
        let Some(user) = users::find(c, &pool.id, &id)? else { return Ok(Left::NotLinked) };
        let found = external_links::find(c, &pool.id, &provider, &digest)?;
        let Some(link) = found.filter(|link| link.user_id == id) else { return Ok(Left::NotLinked) };
        let ways = ways_now(c, &pool, &user, (rp_id.as_deref(), now))?;
        let is_this = |one: &&Identity| one.provider == link.provider && one.subject == link.subject;
        if let Some(stay) = ways.identities.iter().find(is_this).and_then(|identity| ways.stay(identity)) {
            return Ok(Left::Stays(stay));
        }
        parting.write(c, &link)?;
        if let Some(notice) = &notice {
            messages::notify(c, notice)?;
        }
        Ok(Left::Now)
    });
    let left = write.await?;
    if left == Left::Now {
        messages::ring(env);
    }
    Ok(left)
}

fn ways_now(
    c: &mut AnyConn,
    pool: &UserPool,
    user: &User,
    (rp_id, now): (Option<&str>, i64),
) -> Result<Ways, StoreError> {
    let password = passwords::find(c, &user.id)?;
    let lives = password.is_some_and(|password| password.temporary_until.is_none_or(|end| end > now));
    Ok(Ways {
        identities: external_links::identities_of_user(c, &user.id)?,
        // One that must be reset opens nothing.
        has_password: pool.settings.password_sign_in && lives && user.status != UserStatus::ResetRequired,
        has_passkey: passkeys::signs_in(c, &user.id, rp_id.filter(|_| pool.settings.is_passkey_enough()))?,
        may_recover: recovers(pool, user),
    })
}
