//! Confirming a sign-up.

use super::codes::{Presented, Purpose, subject_key};
use super::{DirectoryError, account, attributes, evolve, names, notices};
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::flow::Subject;
use crate::model::ids::UserId;
use crate::model::message::Medium;
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::{User, UserStatus};
use crate::store::{AnyConn, StoreError, user_attributes, user_names, users};

/// The proof that a sign-up was confirmed just now. Only this module makes one.
#[derive(Debug, Clone)]
pub struct ConfirmedSignUp {
    user_id: UserId,
    medium: Option<Medium>,
}

impl ConfirmedSignUp {
    /// Who was confirmed.
    pub fn user_id(&self) -> &UserId {
        &self.user_id
    }
    /// The way the code had gone; that address is proven now.
    pub fn medium(&self) -> Option<Medium> {
        self.medium
    }
}

/// Spends the code, moves the status to CONFIRMED, marks the address as proven, takes it as a sign-in name and
/// drops unconfirmed rivals, in one write. When another account has proven the address meanwhile, this one keeps
/// its user name (if it has one of its own) without the alias, or is dropped with [`DirectoryError::CodeExpired`].
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`], [`DirectoryError::TooManyTries`]. A phantom
/// always mismatches.
pub async fn confirm_sign_up(
    env: &Env,
    pool: &UserPool,
    subject: &Subject,
    code: &str,
) -> Result<ConfirmedSignUp, DirectoryError> {
    let presented = Presented::new(env, pool, &subject_key(env, pool, subject), Purpose::SignUp, code);
    let rules = pool;
    let (pool, subject, now) = (pool.clone(), subject.clone(), env.now());
    let work = move |c: &mut AnyConn| {
        if !evolve::still_holds(c, &pool)? {
            return Ok(Err(DirectoryError::Busy));
        }
        hold_rivals(c, &pool, &subject)?;
        let destination = match presented.judge(c)? {
            Ok(destination) => destination,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Subject::Known(id) = &subject else { return Ok(Err(DirectoryError::CodeMismatch)) };
        if !presented.consume(c)? {
            return Ok(Err(DirectoryError::CodeExpired));
        }
        match users::find(c, &pool.id, id)?.filter(|user| user.status == UserStatus::Unconfirmed) {
            Some(user) => confirm(c, &pool, &user, destination.as_deref(), now),
            None => Ok(Err(DirectoryError::CodeExpired)),
        }
    };
    let outcome = match env.db.write(work.clone()).await {
        // Two proved the same address at once, and the other was quicker. Nothing was spent; now it is found taken.
        Err(StoreError::Taken { .. }) => env.db.write(work).await?,
        outcome => outcome?,
    };
    match outcome {
        Err(DirectoryError::Busy) => Err(evolve::overtaken(env, rules)),
        outcome => outcome,
    }
}

fn confirm(
    c: &mut AnyConn,
    pool: &UserPool,
    user: &User,
    destination: Option<&str>,
    now: i64,
) -> Result<Result<ConfirmedSignUp, DirectoryError>, StoreError> {
    let sign_in = &pool.settings.sign_in;
    let proven = destination.and_then(|destination| proven_kind(user, destination));
    if let Some(kind) = proven {
        let address = user.contact(kind).unwrap_or_default();
        let name = names::address_name(kind, address);
        let signs_in = sign_in.accepts(kind);
        let wanted = std::slice::from_ref(&name);
        if signs_in && !names::taken_names(c, &pool.id, wanted, Some(&user.id))?.is_empty() {
            if !sign_in.has_free_form_usernames() {
                account::delete(c, &pool.id, &user.id)?;
                return Ok(Err(DirectoryError::CodeExpired));
            }
        } else {
            if signs_in {
                user_names::insert(c, &pool.id, &name, &user.id)?;
                drop_rivals(c, pool, user, kind, &name.folded)?;
            }
            let flag = AttributeMap::from([(kind.verified_attribute().to_owned(), "true".to_owned())]);
            user_attributes::put(c, &pool.id, &user.id, &attributes::stored(&pool.settings, &flag))?;
        }
    }
    let from = &[UserStatus::Unconfirmed];
    users::update_status(c, (&pool.id, &user.id), from, UserStatus::Confirmed, now)?;
    Ok(Ok(ConfirmedSignUp { user_id: user.id.clone(), medium: proven.map(notices::medium) }))
}

/// Which of the person's addresses a code proves that went to `destination`: none, if it was changed since.
fn proven_kind(user: &User, destination: &str) -> Option<ContactKind> {
    [ContactKind::Email, ContactKind::Phone].into_iter().find(|kind| {
        let same = |address| names::fold_address(*kind, address) == names::fold_address(*kind, destination);
        user.contact(*kind).is_some_and(same)
    })
}

/// Holds the account and its rivals from before the code is judged, always in the same order: of two that are
/// confirmed at once each would otherwise wait for the other.
fn hold_rivals(c: &mut AnyConn, pool: &UserPool, subject: &Subject) -> Result<(), StoreError> {
    let Subject::Known(id) = subject else { return Ok(()) };
    let mut held = vec![id.clone()];
    if let Some(user) = users::find(c, &pool.id, id)? {
        for kind in [ContactKind::Email, ContactKind::Phone] {
            if let Some(address) = user.contact(kind).filter(|_| pool.settings.sign_in.accepts(kind)) {
                let folded = names::fold_address(kind, address);
                held.extend(users::list_unconfirmed_by_address(c, &pool.id, kind.attribute(), &folded)?);
            }
        }
    }
    held.sort();
    held.dedup();
    for id in &held {
        users::hold(c, &pool.id, id)?;
    }
    Ok(())
}

/// Unconfirmed accounts with an address that is proven now can never be confirmed under it.
fn drop_rivals(
    c: &mut AnyConn,
    pool: &UserPool,
    user: &User,
    kind: ContactKind,
    folded: &str,
) -> Result<(), StoreError> {
    for rival in users::list_unconfirmed_by_address(c, &pool.id, kind.attribute(), folded)? {
        if rival != user.id {
            account::delete_unconfirmed(c, &pool.id, &rival)?;
        }
    }
    Ok(())
}
