//! Taking a change of an address back, from the old one.

use super::ContactKind;
use crate::crypto::digest::sha256_base64url;
use crate::directory::profile::{self, Word};
use crate::directory::{DirectoryError, codes, evolve, names, notices};
use crate::env::Env;
use crate::messages;
use crate::messages::destination::mask;
use crate::model::attributes::AttributeMap;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::message::MessageKind;
use crate::model::pool::UserPool;
use crate::model::user::UserStatus;
use crate::security::audit;
use crate::store::addresses::{self, TakeBack};
use crate::store::sign_out::{self, Keep};
use crate::store::{
    AnyConn, StoreError, one_time_codes, passkeys, passwords, recovery_codes, totp_factors, users,
};

/// Why a change stays.
#[derive(Debug, thiserror::Error)]
pub enum TakeBackError {
    /// There is no such change, it was taken back before, or its time is over.
    #[error("there is no such change any more")]
    Unknown,
    /// Somebody else has proven the old address meanwhile.
    #[error("the old address is somebody else's by now")]
    Taken,
    /// What else can go wrong.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
}

impl From<StoreError> for TakeBackError {
    fn from(error: StoreError) -> Self {
        Self::Directory(error.into())
    }
}

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What sort of address.
    pub kind: ContactKind,
    /// The old address, masked.
    pub destination: String,
    /// Whether the person sets a new password by a code now.
    pub needs_password: bool,
}

/// The change that a link names, with both addresses masked; changes nothing.
///
/// # Errors
/// [`TakeBackError::Unknown`].
pub async fn find_take_back(
    env: &Env,
    pool: &UserPool,
    word: &str,
) -> Result<(ContactKind, String, String), TakeBackError> {
    let (pool, digest, now) = (pool.id.clone(), sha256_base64url(word.as_bytes()), env.now());
    let found = env.db.read(move |c| addresses::find_take_back(c, &pool, &digest, now)).await?;
    let found = found.ok_or(TakeBackError::Unknown)?;
    let masked = |address: &str| mask(notices::medium(found.kind), address);
    Ok((found.kind, masked(&found.old_address), masked(&found.new_address)))
}

/// Restores the old address, proven, ends every session, token, flow, code and wish of the account, and asks for a new
/// password where there is one: whoever made the change knows it, or sat where somebody was signed in. Later changes of
/// the same kind of address cannot be taken back any more: their old addresses are not the owner's.
///
/// # Errors
/// [`TakeBackError`].
pub async fn take_back(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    word: &str,
) -> Result<Restored, TakeBackError> {
    let (pool_id, digest, now) = (pool.id.clone(), sha256_base64url(word.as_bytes()), env.now());
    let found = env.db.read(move |c| addresses::find_take_back(c, &pool_id, &digest, now)).await?;
    let change = found.ok_or(TakeBackError::Unknown)?;
    let user = super::super::users::find(env, pool, &change.user_id).await?;
    let user = user.ok_or(TakeBackError::Unknown)?;
    let letter = |to: &str| {
        let (about, to) = (MessageKind::AddressRestored, (change.kind, to));
        let request = notices::request_of_owner((env, caller, pool), &user, about, to);
        messages::prepare(env, caller, pool, &request)
            .inspect_err(|error| tracing::warn!(user = %user.id, %error, "a notice was not written"))
            .ok()
    };
    let letters: Vec<_> =
        [&change.old_address, &change.new_address].into_iter().filter_map(|to| letter(to)).collect();
    let event = audit::event(env, "user.take_back_address")
        .in_pool(&pool.id)
        .by(Actor::Anonymous)
        .from_caller(caller)
        .about("user", &user.id)
        .with("attribute", change.kind.attribute());
    let (kind, destination) = (change.kind, mask(notices::medium(change.kind), &change.old_address));
    let rules = pool;
    let pool = pool.clone();
    let outcome = env.db.write(move |c| {
        let restored = restore(c, &pool, &change, now)?;
        if restored.is_ok() {
            for letter in &letters {
                messages::notify(c, letter)?;
            }
            audit::record(c, &event)?;
        }
        Ok(restored)
    });
    let needs_password = match outcome.await {
        Ok(Ok(needs_password)) => needs_password,
        Ok(Err(TakeBackError::Directory(DirectoryError::Busy))) => {
            return Err(evolve::overtaken(env, rules).into());
        }
        Ok(Err(refusal)) => return Err(refusal),
        Err(StoreError::Taken { .. }) => return Err(TakeBackError::Taken),
        Err(error) => return Err(error.into()),
    };
    messages::ring(env);
    env.metrics.account.changes.one(&rules.id, ["taken_back"]);
    Ok(Restored { kind, destination, needs_password })
}

/// Returns whether a new password must be set.
fn restore(
    c: &mut AnyConn,
    pool: &UserPool,
    change: &TakeBack,
    now: i64,
) -> Result<Result<bool, TakeBackError>, StoreError> {
    let TakeBack { user_id: user, kind, old_address, .. } = change;
    if !evolve::still_holds(c, pool)? {
        return Ok(Err(DirectoryError::Busy.into()));
    }
    if !users::hold(c, &pool.id, user)? {
        return Ok(Err(TakeBackError::Unknown));
    }
    let name = names::address_name(*kind, old_address);
    let wanted = std::slice::from_ref(&name);
    if pool.settings.sign_in.accepts(*kind)
        && !names::taken_names(c, &pool.id, wanted, Some(user))?.is_empty()
    {
        return Ok(Err(TakeBackError::Taken));
    }
    if !addresses::consume_take_back(c, change)? {
        return Ok(Err(TakeBackError::Unknown));
    }
    let proven: AttributeMap = [
        (kind.attribute().to_owned(), old_address.clone()),
        (kind.verified_attribute().to_owned(), "true".to_owned()),
    ]
    .into();
    if let Err(refusal) = profile::store(c, pool, user, (Word::Person, &proven), now)? {
        return Ok(Err(refusal.into()));
    }
    for kind in [ContactKind::Email, ContactKind::Phone] {
        addresses::delete_pending(c, user, kind)?;
    }
    // What was set up since may be a stranger's way in, and nobody but the new address was told of it.
    passkeys::delete_since(c, &pool.id, user, change.changed_at)?;
    if totp_factors::find(c, user)?.is_some_and(|app| app.created_at >= change.changed_at) {
        totp_factors::delete(c, user)?;
    }
    if recovery_codes::made_at(c, user)?.is_some_and(|made_at| made_at >= change.changed_at) {
        recovery_codes::delete(c, user)?;
    }
    one_time_codes::delete_of_subjects(c, &pool.id, &codes::keys_of(user))?;
    let has_password = passwords::find(c, user)?.is_some();
    let needs_password = has_password
        && users::update_status(
            c,
            (&pool.id, user),
            &[UserStatus::Confirmed, UserStatus::ResetRequired],
            UserStatus::ResetRequired,
            now,
        )?;
    sign_out::end_all(c, &pool.id, user, &Keep::default(), now)?;
    Ok(Ok(needs_password))
}
