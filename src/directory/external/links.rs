//! The links themselves: made and taken away by the people whose they are, and by operators.

use super::super::{DirectoryError, ways};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::event::{Actor, AuditEvent};
use crate::model::external::{ExternalIdentity, Identity};
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, FirstFactor, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::external_links::{self, ExternalLink};
use crate::store::{AnyConn, StoreError, groups, passkeys as rows, passwords, users};

/// The most identities that one user has, as with Cognito.
pub const MOST_IDENTITIES: usize = 5;

/// The longest subject that can be typed, in bytes.
const LONGEST_SUBJECT: usize = 2048;

/// What became of a wish to link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Linked {
    /// It is done.
    Now,
    /// The two were linked before.
    Already,
    /// That person of the provider is this other user.
    Other {
        /// The user.
        user: UserId,
        /// Whether the user was made by their sign-in; otherwise the two were linked.
        is_own: bool,
    },
    /// The user has [`MOST_IDENTITIES`].
    Full,
}

/// What is left after a link was taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlinked {
    /// Whether the user was made by a sign-in of that person.
    pub was_own: bool,
    /// Whether the user can still sign in somehow, or get a password by code.
    pub has_way_in: bool,
}

/// Links a person of a provider with an account whose owner has just signed in here. Linking what is linked changes
/// nothing.
///
/// # Errors
/// [`DirectoryError::UsernameTaken`] when that person is somebody else here already, or the account has
/// [`MOST_IDENTITIES`].
pub async fn link(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    identity: &ExternalIdentity,
    actor: Actor,
) -> Result<(), DirectoryError> {
    match put(env, link_of(env, pool, user, identity, false), actor).await? {
        Linked::Now | Linked::Already => Ok(()),
        Linked::Other { .. } | Linked::Full => Err(DirectoryError::UsernameTaken),
    }
}

/// Links a person of a provider, named by the subject, with an account: an operator's word, which gives that person
/// the account.
///
/// # Errors
/// [`DirectoryError::NotFound`] for the user and the provider, [`DirectoryError::InvalidSetting`] for what cannot be a
/// subject.
pub async fn link_subject(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    (provider, subject): (&str, &str),
) -> Result<Linked, DirectoryError> {
    let fits = (1..=LONGEST_SUBJECT).contains(&subject.len()) && !subject.chars().any(char::is_control);
    if !fits {
        let sentence = "a subject is 1 to 2048 bytes without control characters";
        return Err(DirectoryError::InvalidSetting(sentence.into()));
    }
    if super::super::providers::find(env, pool, provider).await?.is_none() {
        return Err(DirectoryError::NotFound("identity provider"));
    }
    put(env, new_link(env, pool, user, (provider, subject)), env.actor.clone()).await
}

/// Takes the link between a user and a person of a provider away. Sessions that began with it go on. Who was made by that
/// person's sign-in leaves the provider's group ([`super::provider_group`]).
///
/// # Errors
/// [`DirectoryError::NotFound`] for the user, and where there is no such link.
pub async fn unlink(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    (provider, subject): (&str, &str),
    actor: Actor,
) -> Result<Unlinked, DirectoryError> {
    let key = new_link(env, pool, user, (provider, subject));
    let parting = Parting::of(env, pool, user, provider, &actor);
    let pool = pool.clone();
    let outcome = env.db.write(move |c| {
        let ExternalLink { pool_id, provider, subject_digest, user_id, .. } = &key;
        users::hold(c, pool_id, user_id)?;
        let Some(user) = users::find(c, pool_id, user_id)? else {
            return Ok(Err(DirectoryError::NotFound("user")));
        };
        let found = external_links::find(c, pool_id, provider, subject_digest)?;
        let Some(link) = found.filter(|link| link.user_id == *user_id) else {
            return Ok(Err(DirectoryError::NotFound("identity")));
        };
        parting.write(c, &link)?;
        Ok(Ok(Unlinked { was_own: link.is_own, has_way_in: has_way_in(c, &pool, &user)? }))
    });
    outcome.await?
}

/// What is written when a link goes.
pub(super) struct Parting {
    unlinked: AuditEvent,
    group: String,
    left: AuditEvent,
}

impl Parting {
    pub(super) fn of(env: &Env, pool: &UserPool, user: &UserId, provider: &str, actor: &Actor) -> Self {
        let event =
            |action| audit::event(env, action).in_pool(&pool.id).by(actor.clone()).about("user", user);
        let group = super::provider_group(&pool.id, provider);
        let left = event("group.remove_member").with("group", group.as_str());
        Self { unlinked: event("user.unlink").with("provider", provider), group, left }
    }

    /// Takes the link away. Who was made by that person's sign-in leaves the provider's group.
    pub(super) fn write(&self, c: &mut AnyConn, link: &ExternalLink) -> Result<(), StoreError> {
        external_links::delete(c, &link.pool_id, &link.provider, &link.subject_digest)?;
        audit::record(c, &self.unlinked)?;
        if link.is_own && groups::delete_member(c, &link.pool_id, &self.group, &link.user_id)? {
            audit::record(c, &self.left)?;
        }
        Ok(())
    }
}

/// Whom an account is at the providers, the oldest link first.
///
/// # Errors
/// When the database did not answer.
pub async fn links(env: &Env, user: &UserId) -> Result<Vec<ExternalLink>, DirectoryError> {
    let user = user.clone();
    Ok(env.db.read(move |c| external_links::list_of_user(c, &user)).await?)
}

/// What the attribute `identities` tells of an account, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub async fn identities(env: &Env, user: &UserId) -> Result<Vec<Identity>, DirectoryError> {
    let user = user.clone();
    Ok(env.db.read(move |c| external_links::identities_of_user(c, &user)).await?)
}

/// Whether an account may get another identity; its row is held from here on.
pub(super) fn has_room(c: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<bool, StoreError> {
    Ok(users::hold(c, pool, user)? && external_links::list_of_user(c, user)?.len() < MOST_IDENTITIES)
}

pub(super) fn link_of(
    env: &Env,
    pool: &UserPool,
    user: &UserId,
    identity: &ExternalIdentity,
    is_own: bool,
) -> ExternalLink {
    let link = new_link(env, pool, user, (&identity.provider, &identity.subject));
    ExternalLink { is_own, issuer: identity.issuer.clone(), ..link }
}

pub(super) fn linked(event: AuditEvent, link: &ExternalLink) -> AuditEvent {
    event.about("user", &link.user_id).with("provider", link.provider.as_str())
}

fn new_link(env: &Env, pool: &UserPool, user: &UserId, (provider, subject): (&str, &str)) -> ExternalLink {
    ExternalLink {
        pool_id: pool.id.clone(),
        provider: provider.to_owned(),
        subject_digest: sha256_base64url(subject.as_bytes()),
        subject: subject.to_owned(),
        user_id: user.clone(),
        is_own: false,
        linked_at: env.now(),
        issuer: None,
    }
}

async fn put(env: &Env, link: ExternalLink, actor: Actor) -> Result<Linked, DirectoryError> {
    let event = linked(audit::event(env, "user.link").in_pool(&link.pool_id).by(actor), &link);
    // Of two at once one links, and the other finds it.
    for _ in 0..2 {
        let (link, event) = (link.clone(), event.clone());
        let outcome = env.db.write(move |c| put_now(c, &link, &event));
        match outcome.await {
            Err(StoreError::Taken { .. }) => {}
            outcome => return outcome?,
        }
    }
    Err(DirectoryError::Busy)
}

fn put_now(
    c: &mut AnyConn,
    link: &ExternalLink,
    event: &AuditEvent,
) -> Result<Result<Linked, DirectoryError>, StoreError> {
    if !users::hold(c, &link.pool_id, &link.user_id)? {
        return Ok(Err(DirectoryError::NotFound("user")));
    }
    match external_links::find(c, &link.pool_id, &link.provider, &link.subject_digest)? {
        Some(present) if present.user_id == link.user_id => Ok(Ok(Linked::Already)),
        Some(present) => Ok(Ok(Linked::Other { user: present.user_id, is_own: present.is_own })),
        None if !has_room(c, &link.pool_id, &link.user_id)? => Ok(Ok(Linked::Full)),
        None => {
            external_links::insert(c, link)?;
            audit::record(c, event)?;
            Ok(Ok(Linked::Now))
        }
    }
}

/// Whether somebody can sign in: by a provider, by a password, by a code, or with a password that a code gives them.
fn has_way_in(c: &mut AnyConn, pool: &UserPool, user: &User) -> Result<bool, StoreError> {
    let proven = |kind: ContactKind| user.verified_contact(kind).is_some();
    let by_code = pool.settings.first_factors.iter().any(|factor| match factor {
        FirstFactor::EmailOtp => proven(ContactKind::Email),
        FirstFactor::SmsOtp => proven(ContactKind::Phone),
        FirstFactor::Passkey => false,
    });
    let by_passkey = pool.settings.is_passkey_enough() && !rows::list_of_user(c, &user.id)?.is_empty();
    let has_password = pool.settings.password_sign_in && passwords::find(c, &user.id)?.is_some();
    Ok((by_code && ways::codes_are_on(pool))
        || by_passkey
        || recovers(pool, user)
        || has_password
        || !external_links::list_of_user(c, &user.id)?.is_empty())
}

/// Whether a code gives somebody a password.
pub(super) fn recovers(pool: &UserPool, user: &User) -> bool {
    pool.settings.password_sign_in
        && matches!(user.status, UserStatus::Confirmed | UserStatus::ResetRequired)
        && !super::super::recovery::channels(pool, user).is_empty()
}
