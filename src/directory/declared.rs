//! People as a declaration gives them: found again, made with everything at once, changed by an operator.

use zeroize::Zeroizing;

use super::account::{self, Account};
use super::attributes::{self, Giver};
use super::password::HashedPassword;
use super::profile::{self, Word};
use super::{DirectoryError, names, password};
use crate::crypto;
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::credential::TotpRecord;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, SecondFactor, UserPool};
use crate::model::user::{User, UserStatus};
use crate::store::user_names::NameKind;
use crate::store::{AnyConn, StoreError, totp_factors, user_names, users};

/// The shortest and longest TOTP seed, in bytes (RFC 4226 §4 asks for 16 and recommends 20; Google's example has 10).
const SEED_BYTES: std::ops::RangeInclusive<usize> = 10..=128;

/// A person as declared. Holds secrets, so it has no `Debug`.
#[derive(Clone)]
pub(crate) struct DeclaredUser {
    /// The `sub`; drawn when absent.
    pub(crate) id: Option<UserId>,
    /// The user name, or an address in place of it.
    pub(crate) username: Option<String>,
    pub(crate) attributes: AttributeMap,
    pub(crate) status: UserStatus,
    pub(crate) enabled: bool,
    pub(crate) password: Option<Zeroizing<String>>,
    /// A hash in one of the encodings that [`crypto::password::import`] reads.
    pub(crate) password_hash: Option<Zeroizing<String>>,
    pub(crate) totp_seed: Option<Zeroizing<Vec<u8>>>,
    pub(crate) totp_device: Option<String>,
    pub(crate) message_factors: Vec<SecondFactor>,
    pub(crate) preferred_factor: Option<SecondFactor>,
}

/// Finds the person that a declaration means: by id, else by the user name, else by an address that stands in for it.
///
/// # Errors
/// When the database did not answer.
pub(crate) fn find(
    c: &mut AnyConn,
    pool: &UserPool,
    (id, username, given): (Option<&UserId>, Option<&str>, &AttributeMap),
) -> Result<Option<User>, StoreError> {
    if let Some(id) = id
        && let Some(user) = users::find(c, &pool.id, id)?
    {
        return Ok(Some(user));
    }
    let mut given = attributes::normalise(given.clone());
    let Ok(username) = names::settle_username(&pool.settings, username, &mut given) else { return Ok(None) };
    let sign_in = &pool.settings.sign_in;
    let stands_in = |kind: ContactKind| username.is_none() && sign_in.username_attributes.contains(&kind);
    let reserved =
        names::reserved_names(&pool.settings, username.as_deref().unwrap_or_default(), &given, stands_in);
    for name in reserved {
        let is_key = match name.kind {
            NameKind::Username => username.is_some(),
            NameKind::PreferredUsername => false,
            NameKind::Email | NameKind::PhoneNumber => username.is_none(),
        };
        if !is_key {
            continue;
        }
        let found = user_names::find_any(c, &pool.id, &[name.kind], &[&name.folded])?;
        if let Some((_, owner)) = found.first() {
            return users::find(c, &pool.id, owner);
        }
    }
    Ok(None)
}

/// What is wrong with a person who is to be made, each with the key it is about. No sentence repeats a secret.
pub(crate) fn problems(pool: &UserPool, user: &DeclaredUser) -> Vec<(&'static str, String)> {
    let settings = &pool.settings;
    let mut found: Vec<(&'static str, String)> = Vec::new();
    let mut given = attributes::normalise(user.attributes.clone());
    if let Err(DirectoryError::InvalidUsername(reason)) =
        names::settle_username(settings, user.username.as_deref(), &mut given)
    {
        found.push(("username", format!("cannot be one: {reason}")));
    }
    let wrong = attributes::problems(pool, Giver::Operator, &AttributeMap::new(), &given);
    let missing = attributes::missing_address(settings, &given);
    found.extend(wrong.into_iter().chain(missing).map(|problem| ("attributes", problem.to_string())));
    if let Some(plain) = &user.password
        && let Err(DirectoryError::Password(rules)) = password::check_policy(pool, plain)
    {
        let rules: Vec<String> = rules.iter().map(|rule| format!("{rule:?}")).collect();
        found.push(("password", format!("does not keep the pool's policy: {}", rules.join(", "))));
    }
    if let Some(hash) = &user.password_hash
        && let Err(refusal) = crypto::password::import(hash)
    {
        found.push(("password_hash", refusal.to_string()));
    }
    if user.totp_seed.as_ref().is_some_and(|seed| !SEED_BYTES.contains(&seed.len())) {
        found.push(("totp_seed", "must be 10 to 128 bytes in base32".to_owned()));
    }
    found
}

/// What is wrong with attributes that an operator gives to somebody.
pub(crate) fn change_problems(pool: &UserPool, present: &User, given: &AttributeMap) -> Vec<String> {
    let wrong = profile::settled(pool, present, &attributes::normalise(given.clone())).err();
    wrong.unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// Those of the given attributes that the person does not have with this value.
pub(crate) fn differing(present: &User, given: &AttributeMap) -> AttributeMap {
    let given = attributes::normalise(given.clone()).into_iter();
    given
        .filter(|(name, value)| present.attributes.get(name).map_or(!value.is_empty(), |had| had != value))
        .collect()
}

/// A person with everything that is written at once.
#[derive(Clone)]
pub(crate) struct NewPerson {
    account: Account,
    totp: Option<TotpRecord>,
}

/// Makes the rows of a person; hashes the password.
///
/// # Errors
/// [`DirectoryError::Busy`], and what [`problems`] finds.
pub(crate) async fn prepare(
    env: &Env,
    pool: &UserPool,
    declared: DeclaredUser,
) -> Result<NewPerson, DirectoryError> {
    let settings = &pool.settings;
    let mut given = attributes::normalise(declared.attributes);
    let username = names::settle_username(settings, declared.username.as_deref(), &mut given)?;
    given.retain(|_, value| !value.is_empty());
    let mut user = account::draw(env, pool, username.clone(), given, declared.status);
    if let Some(id) = declared.id {
        user.username = username.unwrap_or_else(|| id.to_string());
        user.id = id;
    }
    user.enabled = declared.enabled;
    user.message_factors = declared.message_factors;
    user.preferred_factor = declared.preferred_factor;
    let hashed = match (declared.password, declared.password_hash) {
        (Some(plain), _) => Some(password::hash(env, pool, &user.id, &plain).await?),
        (None, Some(hash)) => {
            let phc = crypto::password::import(&hash)
                .map_err(|refusal| DirectoryError::InvalidSetting(refusal.to_string()))?;
            Some(HashedPassword { phc, sealed_srp: None })
        }
        (None, None) => None,
    };
    let until = (declared.status == UserStatus::ForceChangePassword)
        .then(|| env.now() + settings.password_policy.temporary_password_life_ms());
    let is_confirmed = declared.status != UserStatus::Unconfirmed;
    let vouched = |kind: ContactKind| {
        user.verified_contact(kind).is_some()
            || (is_confirmed && settings.sign_in.username_attributes.contains(&kind))
    };
    let totp = declared
        .totp_seed
        .map(|seed| super::factors::totp_record(env, pool, &user.id, &seed, declared.totp_device.as_deref()));
    let account = Account::new(pool, user.clone(), hashed, until, vouched);
    Ok(NewPerson { account, totp })
}

impl NewPerson {
    /// The person.
    pub(crate) fn user(&self) -> &User {
        &self.account.user
    }

    /// Stores the person inside a write.
    ///
    /// # Errors
    /// The inner one is [`DirectoryError::UsernameTaken`].
    pub(crate) fn insert(&self, c: &mut AnyConn) -> Result<Result<(), DirectoryError>, StoreError> {
        let pool = &self.account.user.pool_id;
        if !names::taken_names(c, pool, &self.account.reserved, None)?.is_empty() {
            return Ok(Err(DirectoryError::UsernameTaken));
        }
        self.account.insert(c)?;
        if let Some(totp) = &self.totp {
            totp_factors::put(c, totp)?;
        }
        Ok(Ok(()))
    }
}

/// Gives somebody attributes as an operator does, inside a write.
///
/// # Errors
/// The inner one says what is wrong; with it nothing was changed.
pub(crate) fn change(
    c: &mut AnyConn,
    pool: &UserPool,
    id: &UserId,
    given: &AttributeMap,
    now: i64,
) -> Result<Result<(), DirectoryError>, StoreError> {
    Ok(profile::store(c, pool, id, (Word::Operator, &attributes::normalise(given.clone())), now)?.map(drop))
}

/// Opens a TOTP seed, to be written out.
///
/// # Errors
/// When it cannot be opened.
pub(crate) fn open_seed(
    env: &Env,
    pool: &PoolId,
    record: &TotpRecord,
) -> Result<Zeroizing<Vec<u8>>, DirectoryError> {
    super::factors::open_seed(env, pool, record)
}
