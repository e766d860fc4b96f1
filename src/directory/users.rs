//! People, as an operator sees them, and what ends when an account changes.

use super::account::{self, Account};
use super::attributes::{self, AttributeChange, Giver};
use super::{DirectoryError, codes, evolve, names, notices, password, recovery};
use crate::env::Env;
use crate::messages::{self, PreparedMessage};
use crate::model::attributes::{AttributeMap, AttributeProblem};
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::ids::{PoolId, UserId};
use crate::model::message::MessageKind;
use crate::model::pool::{ContactKind, SecondFactor, UserPool};
use crate::model::user::{User, UserStatus};
use crate::security::audit;
use crate::security::lockout::OwnCounters;
use crate::store::sign_out::{self, Keep};
use crate::store::{AnyConn, StoreError, one_time_codes, passkeys, recovery_codes, totp_factors, users};

/// The length of drawn temporary passwords where the policy asks for no longer ones.
const TEMPORARY_PASSWORD_LENGTH: usize = 12;

/// A user made by an operator or by seed data. Holds a password, so it has no `Debug`.
#[derive(Clone)]
pub struct NewUser {
    /// The user name; `None` where an address stands in for it.
    pub username: Option<String>,
    /// Attributes; the verified flags may be among them.
    pub attributes: AttributeMap,
    /// The password; `None` makes a temporary one.
    pub password: Option<String>,
    /// Whether the password is temporary: the status is FORCE_CHANGE_PASSWORD then, else CONFIRMED.
    pub temporary: bool,
    /// Whether an invitation is sent, with the temporary password.
    pub invite: bool,
}

/// Makes a user. An address that stands in for the user name signs in from now on, since the operator vouches for
/// it; only a verified flag makes it proven.
///
/// # Errors
/// As sign-up.
pub async fn create(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    new: NewUser,
) -> Result<User, DirectoryError> {
    let settings = &pool.settings;
    let mut given = attributes::normalise(new.attributes);
    let username = names::settle_username(settings, new.username.as_deref(), &mut given)?;
    given.retain(|_, value| !value.is_empty());
    let mut problems = attributes::problems(pool, Giver::Operator, &AttributeMap::new(), &given);
    problems.extend(attributes::missing_address(settings, &given));
    if !problems.is_empty() {
        return Err(DirectoryError::Attributes(problems));
    }
    let temporary = new.temporary || new.password.is_none();
    let length = TEMPORARY_PASSWORD_LENGTH.max(settings.password_policy.minimum_length as usize);
    let password = new.password.unwrap_or_else(|| env.random.password(length));
    password::check_policy(pool, &password)?;
    let status = if temporary { UserStatus::ForceChangePassword } else { UserStatus::Confirmed };
    let user = account::draw(env, pool, username, given, status);
    let hashed = password::hash(env, pool, &user.id, &password).await?;
    let until = temporary.then(|| env.now() + settings.password_policy.temporary_password_life_ms());
    let vouched = |kind: ContactKind| {
        user.verified_contact(kind).is_some() || settings.sign_in.username_attributes.contains(&kind)
    };
    let account = Account::new(pool, user.clone(), hashed, until, vouched);
    let invitation = match new.invite {
        true => Some(invitation(env, caller, pool, &user, temporary.then_some(password))?),
        false => None,
    };
    let rules = pool.clone();
    let event = audit::event(env, "user.create").in_pool(&pool.id).about("user", &user.id);
    let event = event.with("status", status.as_str()).with("invited", invitation.is_some());
    let stored = env.db.write(move |c| {
        if !evolve::still_holds(c, &rules)? {
            return Ok(Err(DirectoryError::Busy));
        }
        if !names::taken_names(c, &account.user.pool_id, &account.reserved, None)?.is_empty() {
            return Ok(Err(DirectoryError::UsernameTaken));
        }
        if let Some(invitation) = &invitation
            && let Err(limit) = messages::enqueue(c, invitation)?
        {
            return Ok(Err(limit.into()));
        }
        account.insert(c)?;
        audit::record(c, &event).map(Ok)
    });
    match stored.await {
        Err(StoreError::Taken { .. }) => return Err(DirectoryError::UsernameTaken),
        Ok(Err(DirectoryError::Busy)) => return Err(evolve::overtaken(env, pool)),
        outcome => outcome??,
    }
    env.outbox_bell.notify_one();
    Ok(user)
}

pub(super) fn invitation(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    password: Option<String>,
) -> Result<PreparedMessage, DirectoryError> {
    let contact = |kind| user.contact(kind).map(|address| (kind, address));
    let to = contact(ContactKind::Email)
        .or_else(|| contact(ContactKind::Phone))
        .ok_or_else(|| DirectoryError::Attributes(vec![AttributeProblem::Missing("email".into())]))?;
    let mut request = notices::request_of_owner((env, caller, pool), user, MessageKind::Invitation, to);
    request.code = password;
    messages::prepare(env, caller, pool, &request).map_err(notices::refusal)
}

/// Finds a person by id.
///
/// # Errors
/// When the database did not answer.
pub async fn find(env: &Env, pool: &UserPool, id: &UserId) -> Result<Option<User>, DirectoryError> {
    // An id may have come in a link; what the database could not even compare is nobody's.
    if id.as_str().len() > 64 || id.as_str().contains('\0') {
        return Ok(None);
    }
    let (pool, id) = (pool.id.clone(), id.clone());
    Ok(env.db.read(move |c| users::find(c, &pool, &id)).await?)
}

/// Fills in attributes that the person gives; each is checked against schema and client. An empty value takes the
/// attribute away. A changed address is no longer proven and no longer signs in; one that stands in for the user
/// name cannot be changed this way.
///
/// # Errors
/// [`DirectoryError::Attributes`], [`DirectoryError::NotFound`].
pub async fn set_attributes(
    env: &Env,
    pool: &UserPool,
    client: Option<&AppClient>,
    id: &UserId,
    attributes: AttributeMap,
) -> Result<(), DirectoryError> {
    let user = find(env, pool, id).await?.ok_or(DirectoryError::NotFound("user"))?;
    let given = attributes::normalise(attributes);
    let mut problems = attributes::problems(pool, Giver::Person(client), &user.attributes, &given);
    problems.extend(attributes::bound_addresses(&pool.settings, &user.attributes, &given));
    let mut after = user.attributes.clone();
    after.extend(given.clone());
    let missing = attributes::missing(&pool.settings, &after).into_iter();
    // What was missing before may stay so; what is there must not be emptied.
    problems
        .extend(missing.filter(
            |problem| matches!(problem, AttributeProblem::Missing(name) if given.contains_key(name)),
        ));
    if !problems.is_empty() {
        return Err(DirectoryError::Attributes(problems));
    }
    let change = AttributeChange::new(pool, &user, &given, env.now());
    let rules = pool.clone();
    let outcome = env.db.write(move |c| match evolve::still_holds(c, &rules)? {
        true => change.apply(c).map(Some),
        false => Ok(None),
    });
    match outcome.await {
        Ok(Some(found)) => found_or(found),
        Ok(None) => Err(evolve::overtaken(env, pool)),
        Err(StoreError::Taken { .. }) => {
            let name = "preferred_username".to_owned();
            let problem = AttributeProblem::Invalid { name, reason: "somebody else has it" };
            Err(DirectoryError::Attributes(vec![problem]))
        }
        Err(error) => Err(error.into()),
    }
}

/// Turns an account on or off. Off ends its sessions, tokens and open flows at once. One that stands so already stays as
/// it is.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn set_enabled(
    env: &Env,
    pool: &UserPool,
    id: &UserId,
    enabled: bool,
) -> Result<(), DirectoryError> {
    let action = if enabled { "user.enable" } else { "user.disable" };
    change(env, pool, id, action, move |c, pool, id, now| {
        users::hold(c, pool, id)?;
        let Some(user) = users::find(c, pool, id)? else { return Ok(Outcome::Absent) };
        if user.enabled == enabled {
            return Ok(Outcome::Unchanged);
        }
        users::update_enabled(c, pool, id, enabled, now)?;
        if !enabled {
            sign_out::end_all(c, pool, id, &Keep::default(), now)?;
        }
        Ok(Outcome::Changed)
    })
    .await
}

/// Asks for a new password by code at the next sign-in, and ends sessions, tokens and open flows.
///
/// # Errors
/// [`DirectoryError::NotFound`]; [`DirectoryError::NoRecovery`] when no code could reach this person.
pub async fn require_reset(env: &Env, pool: &UserPool, id: &UserId) -> Result<(), DirectoryError> {
    let user = find(env, pool, id).await?.ok_or(DirectoryError::NotFound("user"))?;
    let reachable = !recovery::channels(pool, &user).is_empty();
    if !reachable || matches!(user.status, UserStatus::Unconfirmed | UserStatus::ExternalProvider) {
        return Err(DirectoryError::NoRecovery);
    }
    change(env, pool, id, "user.reset_password", |c, pool, id, now| {
        const FROM: &[UserStatus] =
            &[UserStatus::Confirmed, UserStatus::ForceChangePassword, UserStatus::ResetRequired];
        let found = users::update_status(c, (pool, id), FROM, UserStatus::ResetRequired, now)?;
        if found {
            sign_out::end_all(c, pool, id, &Keep::default(), now)?;
        }
        Ok(Outcome::if_found(found))
    })
    .await
}

/// Takes every second factor from a person, recovery codes and remembered browsers too, and ends what is open: whoever needs one sets it up anew. Failures that were
/// counted against the old ones are forgotten.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn reset_mfa(env: &Env, pool: &UserPool, id: &UserId) -> Result<(), DirectoryError> {
    let counters = OwnCounters::of(env, &pool.id, id);
    let passkeys_count =
        pool.settings.passkeys.counts_as_mfa || pool.settings.mfa.factors.contains(&SecondFactor::Passkey);
    change(env, pool, id, "user.reset_mfa", move |c, pool, id, now| {
        if !users::update_factors(c, (pool, id), &[], None, now)? {
            return Ok(Outcome::Absent);
        }
        totp_factors::delete(c, id)?;
        // Where a passkey is no second factor it is somebody's way in, and stays.
        for passkey in passkeys::list_of_user(c, id)?.iter().filter(|_| passkeys_count) {
            passkeys::delete(c, (pool, id), &passkey.credential_id)?;
        }
        recovery_codes::delete(c, id)?;
        counters.forget(c)?;
        sign_out::end_all(c, pool, id, &Keep::default(), now)?;
        Ok(Outcome::Changed)
    })
    .await
}

/// Forgets every wrong password, second factor and code of a person: the next attempt is judged at once.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn unlock(env: &Env, pool: &UserPool, id: &UserId) -> Result<(), DirectoryError> {
    let counters = OwnCounters::of(env, &pool.id, id);
    change(env, pool, id, "user.unlock", move |c, pool, id, _| {
        if !users::hold(c, pool, id)? {
            return Ok(Outcome::Absent);
        }
        counters.forget(c)?;
        one_time_codes::forget_tries(c, pool, &codes::keys_of(id))?;
        Ok(Outcome::Changed)
    })
    .await
}

/// Ends every session, token and open flow of a person.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn global_sign_out(env: &Env, pool: &UserPool, id: &UserId) -> Result<(), DirectoryError> {
    change(env, pool, id, "user.sign_out", |c, pool, id, now| {
        sign_out::end_all(c, pool, id, &Keep::default(), now).map(Outcome::if_found)
    })
    .await
}

/// Deletes a person and everything of theirs, what was counted against them too.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn delete(env: &Env, pool: &UserPool, id: &UserId) -> Result<(), DirectoryError> {
    let counters = OwnCounters::of(env, &pool.id, id);
    change(env, pool, id, "user.delete", move |c, pool, id, _| {
        counters.forget(c)?;
        account::delete(c, pool, id).map(Outcome::if_found)
    })
    .await
}

/// What became of a wish to change a person.
enum Outcome {
    /// There is no such person.
    Absent,
    /// It was so already; nothing is recorded.
    Unchanged,
    /// It is done.
    Changed,
}

impl Outcome {
    fn if_found(found: bool) -> Self {
        if found { Self::Changed } else { Self::Absent }
    }
}

/// Changes a person and records it in the same write.
async fn change(
    env: &Env,
    pool: &UserPool,
    id: &UserId,
    action: &'static str,
    work: impl Fn(&mut AnyConn, &PoolId, &UserId, i64) -> Result<Outcome, StoreError> + Send + 'static,
) -> Result<(), DirectoryError> {
    let event = audit::event(env, action).in_pool(&pool.id).about("user", id);
    let (pool, id, now) = (pool.id.clone(), id.clone(), env.now());
    let found = env.db.write(move |c| {
        let outcome = work(c, &pool, &id, now)?;
        if matches!(outcome, Outcome::Changed) {
            audit::record(c, &event)?;
        }
        Ok(!matches!(outcome, Outcome::Absent))
    });
    found_or(found.await?)
}

fn found_or(found: bool) -> Result<(), DirectoryError> {
    if found { Ok(()) } else { Err(DirectoryError::NotFound("user")) }
}
