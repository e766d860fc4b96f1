//! Looking people up for an operator: by what is known of them, page by page.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{group_members, user_attributes, user_names, users};
use super::user_attributes as attributes;
use super::user_names::NameKind;
use super::users::Row;
use crate::model::ids::{PoolId, UserId};
use crate::model::user::{User, UserStatus};

diesel::define_sql_function! {
    /// A part of a text, counted in characters from 1: alike on both databases, whatever the locale.
    fn substr(text: Text, from: Integer, count: Integer) -> Text;
}

/// Which people to list; absent means any.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// With this status.
    pub status: Option<UserStatus>,
    /// Turned on or off.
    pub enabled: Option<bool>,
    /// In this group.
    pub group: Option<String>,
    /// Of whom this is known.
    pub known: Option<Known>,
    /// After this id, for the next page.
    pub after: Option<UserId>,
}

/// Something that is known of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where it stands.
    pub field: Field,
    /// The value to compare with, folded as that place is; for the id as it is.
    pub value: String,
    /// Whether it is only the beginning of the value.
    pub prefix: bool,
}

/// Where something known stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The id.
    Id,
    /// The user name.
    Username,
    /// The attribute of this name.
    Attribute(String),
}

/// The next people of a pool, by id, with their attributes.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(conn: &mut AnyConn, pool: &PoolId, wanted: &Wanted, most: i64) -> Result<Vec<User>, StoreError> {
    macro_rules! query {
        () => {{
            let mut query = users::table
                .filter(users::pool_id.eq(pool.as_str()))
                .order(users::id)
                .limit(most)
                .into_boxed();
            if let Some(status) = wanted.status {
                query = query.filter(users::status.eq(status.as_str()));
            }
            if let Some(enabled) = wanted.enabled {
                query = query.filter(users::enabled.eq(enabled));
            }
            if let Some(after) = &wanted.after {
                query = query.filter(users::id.gt(after.as_str()));
            }
            if let Some(group) = &wanted.group {
                query = query.filter(exists(
                    group_members::table
                        .filter(group_members::pool_id.eq(pool.as_str()))
                        .filter(group_members::group_name.eq(group))
                        .filter(group_members::user_id.eq(users::id)),
                ));
            }
            if let Some(Known { field, value, prefix }) = &wanted.known {
                let length = i32::try_from(value.chars().count()).unwrap_or(i32::MAX);
                let names = user_names::table
                    .filter(user_names::pool_id.eq(pool.as_str()))
                    .filter(user_names::kind.eq(NameKind::Username.as_str()))
                    .filter(user_names::user_id.eq(users::id));
                let owned = user_attributes::table
                    .filter(user_attributes::pool_id.eq(pool.as_str()))
                    .filter(user_attributes::user_id.eq(users::id));
                query = match (field, prefix) {
                    (Field::Id, false) => query.filter(users::id.eq(value)),
                    (Field::Id, true) => query.filter(substr(users::id, 1, length).eq(value)),
                    // Whole values come from the index by value, beginnings from the people in their order.
                    (Field::Username, false) => query.filter(
                        users::id.eq_any(
                            user_names::table
                                .filter(user_names::pool_id.eq(pool.as_str()))
                                .filter(user_names::kind.eq(NameKind::Username.as_str()))
                                .filter(user_names::folded_name.eq(value))
                                .select(user_names::user_id),
                        ),
                    ),
                    (Field::Username, true) => query
                        .filter(exists(names.filter(substr(user_names::folded_name, 1, length).eq(value)))),
                    (Field::Attribute(name), false) => query.filter(
                        users::id.eq_any(
                            user_attributes::table
                                .filter(user_attributes::pool_id.eq(pool.as_str()))
                                .filter(user_attributes::name.eq(name))
                                .filter(user_attributes::folded_value.eq(value))
                                .select(user_attributes::user_id),
                        ),
                    ),
                    (Field::Attribute(name), true) => query.filter(exists(
                        owned
                            .filter(user_attributes::name.eq(name))
                            .filter(substr(user_attributes::folded_value, 1, length).eq(value)),
                    )),
                };
            }
            query
        }};
    }
    let rows: Vec<Row> = on!(&mut *conn, c => query!().select(Row::as_select()).load(c))?;
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let mut owned = attributes::list_of_all(conn, &ids)?;
    rows.into_iter()
        .map(|row| {
            let attributes = owned.remove(&row.id).unwrap_or_default();
            row.into_user(attributes)
        })
        .collect()
}

/// The first `most` people with exactly this user name as it was chosen, by id.
///
/// # Errors
/// When the database did not answer.
pub fn list_by_username(
    conn: &mut AnyConn,
    pool: &PoolId,
    username: &str,
    most: i64,
) -> Result<Vec<UserId>, StoreError> {
    let query = users::table
        .filter(users::pool_id.eq(pool.as_str()))
        .filter(users::username.eq(username))
        .order(users::id)
        .limit(most)
        .select(users::id);
    let ids: Vec<String> = on!(conn, c => query.load(c))?;
    Ok(ids.into_iter().map(UserId::trusted).collect())
}
