//! Rows of the names that sign people in. A row is the reservation of its name.

use std::collections::HashMap;

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::user_names;
use crate::model::ids::{PoolId, UserId};

const TABLE: &str = "user_names";

/// What sort of name it is. The same text may stand under several kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// The user name.
    Username,
    /// A proven e-mail address.
    Email,
    /// A proven phone number.
    PhoneNumber,
    /// The preferred user name.
    PreferredUsername,
}

impl NameKind {
    /// In the order in which a typed name is looked for.
    pub const ALL: [Self; 4] = [Self::Username, Self::Email, Self::PhoneNumber, Self::PreferredUsername];

    /// The stored text.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Username => "username",
            Self::Email => "email",
            Self::PhoneNumber => "phone_number",
            Self::PreferredUsername => "preferred_username",
        }
    }
}

/// One name that signs a person in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInName {
    /// What sort of name it is.
    pub kind: NameKind,
    /// The folded name.
    pub folded: String,
}

/// Who has one of these names: each found name with its owner.
///
/// # Errors
/// When the database did not answer.
pub fn find_any(
    conn: &mut AnyConn,
    pool: &PoolId,
    kinds: &[NameKind],
    folded: &[&str],
) -> Result<Vec<(SignInName, UserId)>, StoreError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let query = user_names::table
        .filter(user_names::pool_id.eq(pool.as_str()))
        .filter(user_names::kind.eq_any(&kinds))
        .filter(user_names::folded_name.eq_any(folded))
        .select((user_names::kind, user_names::folded_name, user_names::user_id));
    let rows: Vec<(String, String, String)> = on!(conn, c => query.load(c))?;
    rows.into_iter().map(owned_name).collect()
}

/// The names of these people, whom the caller has read from their pool. The pool is not asked for again: SQLite would
/// then walk over all of its names.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_many(
    conn: &mut AnyConn,
    users: &[&str],
) -> Result<HashMap<UserId, Vec<SignInName>>, StoreError> {
    let query = user_names::table.filter(user_names::user_id.eq_any(users)).select((
        user_names::kind,
        user_names::folded_name,
        user_names::user_id,
    ));
    let rows: Vec<(String, String, String)> = on!(conn, c => query.load(c))?;
    let mut names: HashMap<UserId, Vec<SignInName>> = HashMap::new();
    for row in rows {
        let (name, user) = owned_name(row)?;
        names.entry(user).or_default().push(name);
    }
    Ok(names)
}

fn owned_name((kind, folded, user): (String, String, String)) -> Result<(SignInName, UserId), StoreError> {
    let kind = NameKind::ALL.into_iter().find(|known| known.as_str() == kind);
    let kind = kind.ok_or_else(|| columns::corrupt(TABLE, &user))?;
    Ok((SignInName { kind, folded }, UserId::trusted(user)))
}

/// Reserves a name.
///
/// # Errors
/// [`StoreError::Taken`] when somebody has it.
pub fn insert(conn: &mut AnyConn, pool: &PoolId, name: &SignInName, user: &UserId) -> Result<(), StoreError> {
    let what = match name.kind {
        NameKind::Username => "user name",
        NameKind::Email => "e-mail address",
        NameKind::PhoneNumber => "phone number",
        NameKind::PreferredUsername => "preferred user name",
    };
    on!(conn, c => diesel::insert_into(user_names::table)
        .values((
            user_names::pool_id.eq(pool.as_str()),
            user_names::kind.eq(name.kind.as_str()),
            user_names::folded_name.eq(&name.folded),
            user_names::user_id.eq(user.as_str()),
        ))
        .execute(c))
    .map_err(columns::taken(what))?;
    Ok(())
}

/// Frees a person's names of one kind.
///
/// # Errors
/// When the database did not answer.
pub fn delete(conn: &mut AnyConn, pool: &PoolId, kind: NameKind, user: &UserId) -> Result<(), StoreError> {
    let rows = user_names::table
        .filter(user_names::pool_id.eq(pool.as_str()))
        .filter(user_names::kind.eq(kind.as_str()))
        .filter(user_names::user_id.eq(user.as_str()));
    on!(conn, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// Frees one name of a person.
///
/// # Errors
/// When the database did not answer.
pub fn delete_one(
    conn: &mut AnyConn,
    pool: &PoolId,
    name: &SignInName,
    user: &UserId,
) -> Result<(), StoreError> {
    let row = user_names::table
        .filter(user_names::pool_id.eq(pool.as_str()))
        .filter(user_names::kind.eq(name.kind.as_str()))
        .filter(user_names::folded_name.eq(&name.folded))
        .filter(user_names::user_id.eq(user.as_str()));
    on!(conn, c => diesel::delete(row).execute(c))?;
    Ok(())
}

/// Frees every name of a person.
///
/// # Errors
/// When the database did not answer.
pub fn delete_of_user(conn: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<(), StoreError> {
    let rows = user_names::table
        .filter(user_names::pool_id.eq(pool.as_str()))
        .filter(user_names::user_id.eq(user.as_str()));
    on!(conn, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// Reserves many names.
///
/// # Errors
/// [`StoreError::Taken`] when somebody has one of them.
pub fn insert_many(
    conn: &mut AnyConn,
    pool: &PoolId,
    names: &[(SignInName, UserId)],
) -> Result<(), StoreError> {
    for part in names.chunks(5_000) {
        let rows: Vec<_> = part
            .iter()
            .map(|(name, user)| {
                (
                    user_names::pool_id.eq(pool.as_str()),
                    user_names::kind.eq(name.kind.as_str()),
                    user_names::folded_name.eq(name.folded.as_str()),
                    user_names::user_id.eq(user.as_str()),
                )
            })
            .collect();
        on!(conn, c => diesel::insert_into(user_names::table).values(&rows).execute(c))
            .map_err(columns::taken("user name"))?;
    }
    Ok(())
}
