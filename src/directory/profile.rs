//! What an operator says of a person: attributes, which addresses are proven, that the account is in order.

use super::attributes::{self, Giver};
use super::{DirectoryError, account, codes, names};
use crate::env::Env;
use crate::model::attributes::{AttributeMap, AttributeProblem};
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{AnyConn, StoreError, one_time_codes, user_attributes, user_names, users};

const ADDRESSES: [ContactKind; 2] = [ContactKind::Email, ContactKind::Phone];

/// Sets attributes of a person; an empty value takes one away. The verified flags may be among them; a changed address
/// without one is no longer proven. An address that stands in for the user name signs in from now on, since the
/// operator vouches for it; codes that went to the old one end.
///
/// # Errors
/// [`DirectoryError::Attributes`], [`DirectoryError::NotFound`]; [`DirectoryError::InvalidSetting`] names who has an
/// address or name already.
pub async fn set(env: &Env, pool: &UserPool, id: &UserId, given: AttributeMap) -> Result<(), DirectoryError> {
    let given = attributes::normalise(given);
    let event = audit::event(env, "user.update").in_pool(&pool.id).about("user", id);
    let (pool, id, now) = (pool.clone(), id.clone(), env.now());
    let outcome = env.db.write(move |c| {
        Ok(match store(c, &pool, &id, (Word::Operator, &given), now)? {
            Ok(names) if names.is_empty() => Ok(()),
            Ok(names) => {
                audit::record(c, &event.clone().with("attributes", names))?;
                Ok(())
            }
            Err(refusal) => Err(refusal),
        })
    });
    outcome.await?
}

/// Whose word an attribute is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// An operator vouches for what they give: an address that stands in for the user name signs in. A name that somebody
    /// else has is a mistake, which they are told.
    Operator,
    /// An identity provider's: only what it says is proven counts as proven, and an address or a preferred user name that
    /// signs somebody else in stays theirs.
    Provider,
    /// The person's own, about an address that they have just proven. Nothing else of theirs is vouched for.
    Person,
}

/// Sets normalised attributes inside a write, as [`set`] does; returns the names of those that changed.
///
/// # Errors
/// The inner ones are those of [`set`]; with them nothing was changed.
pub(crate) fn store(
    c: &mut AnyConn,
    pool: &UserPool,
    id: &UserId,
    (word, given): (Word, &AttributeMap),
    now: i64,
) -> Result<Result<Vec<String>, DirectoryError>, StoreError> {
    users::hold(c, &pool.id, id)?;
    let Some(user) = users::find(c, &pool.id, id)? else {
        return Ok(Err(DirectoryError::NotFound("user")));
    };
    let after = match settled(pool, &user, given) {
        Ok(after) => after,
        Err(problems) => return Ok(Err(DirectoryError::Attributes(problems))),
    };
    let names: Vec<String> = changed_names(&user.attributes, &after);
    if names.is_empty() {
        return Ok(Ok(names));
    }
    let mut wanted = wanted_names(c, pool, &user, &after, word)?;
    if word == Word::Provider {
        let taken = names::taken_names(c, &pool.id, &wanted, Some(id))?;
        wanted
            .retain(|name| name.kind == NameKind::Username || !taken.iter().any(|(taken, _)| taken == name));
    }
    if let Err(refusal) = claim_names(c, &pool.id, id, &wanted)? {
        return Ok(Err(refusal));
    }
    if ADDRESSES.iter().any(|kind| names.iter().any(|name| name == kind.attribute())) {
        // A code in the old mailbox must not open the account any more.
        one_time_codes::delete_of_subjects(c, &pool.id, &codes::keys_of(id))?;
    }
    users::touch(c, &pool.id, id, now)?;
    let gone: Vec<&str> =
        user.attributes.keys().map(String::as_str).filter(|name| !after.contains_key(*name)).collect();
    user_attributes::delete(c, &pool.id, id, &gone)?;
    user_attributes::put(c, &pool.id, id, &attributes::stored(&pool.settings, &after))?;
    Ok(Ok(names))
}

/// Confirms an account without a code. Addresses in `proven` count as proven from now on; one that stands in for the
/// user name signs in, and unconfirmed rivals for it go. A confirmed account stays as it is.
///
/// # Errors
/// [`DirectoryError::NotFound`]; [`DirectoryError::InvalidSetting`] for an account that waits for a password, for an
/// address that is not there, and with the ids of those who have a name of it already.
pub async fn confirm(
    env: &Env,
    pool: &UserPool,
    id: &UserId,
    proven: &[ContactKind],
) -> Result<(), DirectoryError> {
    let event = audit::event(env, "user.confirm").in_pool(&pool.id).about("user", id);
    let (pool, id, proven, now) = (pool.clone(), id.clone(), proven.to_vec(), env.now());
    let outcome = env.db.write(move |c| {
        users::hold(c, &pool.id, &id)?;
        let Some(user) = users::find(c, &pool.id, &id)? else {
            return Ok(Err(DirectoryError::NotFound("user")));
        };
        match user.status {
            UserStatus::Unconfirmed => {}
            UserStatus::Confirmed | UserStatus::ExternalProvider => return Ok(Ok(())),
            UserStatus::ForceChangePassword | UserStatus::ResetRequired => {
                return Ok(invalid("this account is past confirmation and waits for a new password".into()));
            }
        }
        let mut after = user.attributes.clone();
        for kind in &proven {
            if user.contact(*kind).is_none() {
                return Ok(invalid(format!("this account has no {} to take as proven", kind.attribute())));
            }
            after.insert(kind.verified_attribute().to_owned(), "true".to_owned());
        }
        let confirmed = User { status: UserStatus::Confirmed, ..user };
        let wanted = wanted_names(c, &pool, &confirmed, &after, Word::Operator)?;
        if let Err(refusal) = claim_names(c, &pool.id, &id, &wanted)? {
            return Ok(Err(refusal));
        }
        drop_rivals(c, &pool, &id, &wanted)?;
        one_time_codes::delete_of_subjects(c, &pool.id, &codes::keys_of(&id))?;
        user_attributes::put(c, &pool.id, &id, &attributes::stored(&pool.settings, &after))?;
        let from = &[UserStatus::Unconfirmed];
        users::update_status(c, (&pool.id, &id), from, UserStatus::Confirmed, now)?;
        audit::record(c, &event)?;
        Ok(Ok(()))
    });
    outcome.await?
}

/// The attributes after a change, with flags that fit them; or what is wrong with the change.
pub(super) fn settled(
    pool: &UserPool,
    user: &User,
    given: &AttributeMap,
) -> Result<AttributeMap, Vec<AttributeProblem>> {
    let flag = |name: &str| ADDRESSES.iter().any(|kind| kind.verified_attribute() == name);
    // A flag is taken away with an empty value as well.
    let checked: AttributeMap = given
        .iter()
        .filter(|(name, value)| !(flag(name) && value.is_empty()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let mut problems = attributes::problems(pool, Giver::Operator, &user.attributes, &checked);
    let mut after = user.attributes.clone();
    after.extend(given.clone());
    for kind in ADDRESSES {
        let folded = |map: &AttributeMap| map.get(kind.attribute()).map(|v| names::fold_address(kind, v));
        let verified = kind.verified_attribute();
        if folded(&after) != folded(&user.attributes) && !given.contains_key(verified) {
            after.remove(verified);
        }
        if after.get(kind.attribute()).is_none_or(String::is_empty) {
            if given.get(verified).is_some_and(|value| value == "true") {
                problems.push(AttributeProblem::Missing(kind.attribute().to_owned()));
            }
            after.remove(verified);
        }
    }
    after.retain(|_, value| !value.is_empty());
    let missing = attributes::missing(&pool.settings, &after).into_iter();
    // What was missing before may stay so; what is there must not be emptied.
    problems.extend(missing.filter(
        |problem| matches!(problem, AttributeProblem::Missing(name) if user.attributes.contains_key(name)),
    ));
    if problems.is_empty() { Ok(after) } else { Err(problems) }
}

/// The attributes whose values differ. Also of flags.
fn changed_names(before: &AttributeMap, after: &AttributeMap) -> Vec<String> {
    let mut names: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    names.sort();
    names.dedup();
    names.retain(|name| before.get(name) != after.get(name));
    names
}

/// The names that a person has with these attributes. An address signs in when it is proven, when it stands in for the
/// user name of a confirmed account, and when it did before and is still the same.
fn wanted_names(
    c: &mut AnyConn,
    pool: &UserPool,
    user: &User,
    after: &AttributeMap,
    word: Word,
) -> Result<Vec<SignInName>, StoreError> {
    let settings = &pool.settings;
    let proven = |kind: ContactKind| after.get(kind.verified_attribute()).is_some_and(|flag| flag == "true");
    let stands_in = |kind: ContactKind| {
        word == Word::Operator
            && settings.sign_in.username_attributes.contains(&kind)
            && user.status != UserStatus::Unconfirmed
    };
    let all = names::reserved_names(settings, &user.username, after, |_| true);
    let mut wanted = Vec::new();
    for name in all {
        let kind = ADDRESSES.into_iter().find(|kind| names::name_kind(*kind) == name.kind);
        let keeps = match kind {
            None => true,
            Some(kind) if proven(kind) || stands_in(kind) => true,
            // Once told that it is not proven, an alias ends.
            Some(kind) if after.get(kind.verified_attribute()).is_some() => false,
            Some(_) => owner(c, &pool.id, &name)?.as_ref() == Some(&user.id),
        };
        if keeps {
            wanted.push(name);
        }
    }
    Ok(wanted)
}

fn owner(c: &mut AnyConn, pool: &PoolId, name: &SignInName) -> Result<Option<UserId>, StoreError> {
    let found = user_names::find_any(c, pool, &[name.kind], &[&name.folded])?;
    Ok(found.into_iter().next().map(|(_, owner)| owner))
}

/// Makes `wanted` the names of a person, or says who has one of them.
fn claim_names(
    c: &mut AnyConn,
    pool: &PoolId,
    id: &UserId,
    wanted: &[SignInName],
) -> Result<Result<(), DirectoryError>, StoreError> {
    let taken = names::taken_names(c, pool, wanted, Some(id))?;
    if let Some((name, owner)) = taken.first() {
        let what = match name.kind {
            NameKind::Username => "user name",
            NameKind::Email => "e-mail address",
            NameKind::PhoneNumber => "phone number",
            NameKind::PreferredUsername => "preferred user name",
        };
        return Ok(invalid(format!("the {what} is taken by the user {owner}")));
    }
    for kind in NameKind::ALL {
        user_names::delete(c, pool, kind, id)?;
    }
    for name in wanted {
        user_names::insert(c, pool, name, id)?;
    }
    Ok(Ok(()))
}

/// Takes an address that a person has just proven from unconfirmed accounts, where it signs in.
pub(super) fn drop_rivals_for(
    c: &mut AnyConn,
    pool: &UserPool,
    id: &UserId,
    (kind, address): (ContactKind, &str),
) -> Result<(), StoreError> {
    if !pool.settings.sign_in.accepts(kind) {
        return Ok(());
    }
    drop_rivals(c, pool, id, &[names::address_name(kind, address)])
}

/// Unconfirmed accounts with an address that signs somebody else in can never be confirmed under it.
fn drop_rivals(
    c: &mut AnyConn,
    pool: &UserPool,
    id: &UserId,
    wanted: &[SignInName],
) -> Result<(), StoreError> {
    for kind in ADDRESSES {
        let Some(name) = wanted.iter().find(|name| name.kind == names::name_kind(kind)) else { continue };
        let rivals = users::list_unconfirmed_by_address(c, &pool.id, kind.attribute(), &name.folded)?;
        for rival in rivals.iter().filter(|rival| *rival != id) {
            account::delete_unconfirmed(c, &pool.id, rival)?;
        }
    }
    Ok(())
}

fn invalid(sentence: String) -> Result<(), DirectoryError> {
    Err(DirectoryError::InvalidSetting(sentence))
}
