//! A new account as it is written: the person, the names it reserves, its attributes and its password.

use super::password::HashedPassword;
use super::{attributes, codes, names};
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::credential::PasswordRecord;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::{User, UserStatus};
use crate::store::sign_out;
use crate::store::user_attributes::StoredAttribute;
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{AnyConn, StoreError, one_time_codes, passwords, user_attributes, user_names, users};

/// Everything that an account begins with.
#[derive(Clone)]
pub(super) struct Account {
    pub(super) user: User,
    /// The names it takes.
    pub(super) reserved: Vec<SignInName>,
    stored: Vec<StoredAttribute>,
    /// Absent for somebody who has none yet.
    password: Option<PasswordRecord>,
}

/// A person with a new id. Without a user name the id is the user name.
pub(super) fn draw(
    env: &Env,
    pool: &UserPool,
    username: Option<String>,
    attributes: AttributeMap,
    status: UserStatus,
) -> User {
    let id = UserId::trusted(env.random.uuid_v4());
    let now = env.now();
    User {
        pool_id: pool.id.clone(),
        username: username.unwrap_or_else(|| id.to_string()),
        id,
        status,
        enabled: true,
        attributes,
        message_factors: Vec::new(),
        preferred_factor: None,
        created_at: now,
        updated_at: now,
        signed_out_at: 0,
    }
}

impl Account {
    /// The rows of a new person. `vouched` says which addresses sign in at once.
    pub(super) fn new(
        pool: &UserPool,
        user: User,
        password: impl Into<Option<HashedPassword>>,
        temporary_until: Option<i64>,
        vouched: impl Fn(ContactKind) -> bool,
    ) -> Self {
        Self {
            reserved: names::reserved_names(&pool.settings, &user.username, &user.attributes, vouched),
            stored: attributes::stored(&pool.settings, &user.attributes),
            password: password.into().map(|password| PasswordRecord {
                user_id: user.id.clone(),
                phc: password.phc,
                set_at: user.created_at,
                temporary_until,
                sealed_srp: password.sealed_srp,
            }),
            user,
        }
    }

    /// Stores the account.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when somebody has one of its names.
    pub(super) fn insert(&self, c: &mut AnyConn) -> Result<(), StoreError> {
        self.insert_unnamed(c)?;
        for name in &self.reserved {
            user_names::insert(c, &self.user.pool_id, name, &self.user.id)?;
        }
        Ok(())
    }

    /// The account without the addresses that sign somebody else in.
    ///
    /// # Errors
    /// When the database did not answer.
    pub(super) fn without_taken_addresses(&self, c: &mut AnyConn) -> Result<Self, StoreError> {
        let taken = names::taken_names(c, &self.user.pool_id, &self.reserved, None)?;
        let mut left = self.clone();
        left.reserved.retain(|name| name.kind == NameKind::Username || !taken.iter().any(|(t, _)| t == name));
        Ok(left)
    }

    /// Stores the account without its names, which somebody else has.
    pub(super) fn insert_unnamed(&self, c: &mut AnyConn) -> Result<(), StoreError> {
        let User { pool_id, id, .. } = &self.user;
        users::insert(c, &self.user)?;
        user_attributes::put(c, pool_id, id, &self.stored)?;
        self.password.as_ref().map_or(Ok(()), |password| passwords::put(c, password))
    }
}

/// Deletes a person with everything of theirs; returns whether there was one.
pub(super) fn delete(c: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<bool, StoreError> {
    let found = users::delete(c, pool, id)?;
    delete_traces(c, pool, id)?;
    Ok(found)
}

/// Deletes a person who is still unconfirmed; returns whether there was one.
pub(super) fn delete_unconfirmed(c: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<bool, StoreError> {
    let found = users::delete_unconfirmed(c, pool, id)?;
    if found {
        delete_traces(c, pool, id)?;
    }
    Ok(found)
}

/// What is kept about people and phantoms alike, and so does not go with the person's row.
fn delete_traces(c: &mut AnyConn, pool: &PoolId, id: &UserId) -> Result<(), StoreError> {
    sign_out::end_flows(c, pool, id, None)?;
    one_time_codes::delete_of_subjects(c, pool, &codes::keys_of(id))
}
