//! Finding people as an operator: one by what is known of them, many by a filter.
//!
//! The filter is that of Cognito's ListUsers: an attribute, `=` or `^=` (begins with), and a value in quotes.

use super::{DirectoryError, names};
use crate::env::Env;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::{User, UserStatus};
use crate::store::user_names::NameKind;
use crate::store::user_search::{self, Field, Known, Wanted};
use crate::store::{AnyConn, StoreError, user_attributes, user_names, users};

/// Ambiguous names are listed up to this many people.
const MOST_LISTED: i64 = 20;

/// What a text says about who is meant.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Exactly this person.
    One(Box<User>),
    /// Nobody.
    Nobody,
    /// Several people, by id.
    Several(Vec<UserId>),
}

/// The person a text means: an id; else a user name, e-mail address, phone number or preferred user name, proven or
/// not. `id:`, `username:`, `email:` and `phone:` before it say which. A text that is somebody's id means that person,
/// whatever others call themselves.
///
/// # Errors
/// When the database did not answer.
pub async fn find_one(env: &Env, pool: &UserPool, text: &str) -> Result<Found, DirectoryError> {
    let (pool, text) = (pool.clone(), text.to_owned());
    Ok(env.db.read(move |c| look_up(c, &pool, &text)).await?)
}

fn look_up(c: &mut AnyConn, pool: &UserPool, text: &str) -> Result<Found, StoreError> {
    if text.contains('\0') {
        return Ok(Found::Nobody);
    }
    let (only, text) = match text.split_once(':') {
        Some((prefix @ ("id" | "username" | "email" | "phone"), rest)) => (Some(prefix), rest),
        _ => (None, text),
    };
    let asked = |what: &str| only.is_none_or(|only| only == what);
    if asked("id")
        && let Some(user) = users::find(c, &pool.id, &UserId::trusted(text))?
    {
        return Ok(Found::One(Box::new(user)));
    }
    let mut found = Vec::new();
    if asked("username") {
        found.extend(user_search::list_by_username(c, &pool.id, text, MOST_LISTED)?);
        found.extend(named(c, &pool.id, NameKind::Username, &names::fold_username(&pool.settings, text))?);
    }
    if only.is_none() {
        let folded = names::fold_username(&pool.settings, text);
        found.extend(named(c, &pool.id, NameKind::PreferredUsername, &folded)?);
    }
    for (what, kind) in [("email", ContactKind::Email), ("phone", ContactKind::Phone)] {
        if asked(what) {
            let folded = names::fold_address(kind, text);
            let owners = user_attributes::list_owners(c, &pool.id, kind.attribute(), &folded, MOST_LISTED)?;
            found.extend(owners);
            found.extend(named(c, &pool.id, names::name_kind(kind), &folded)?);
        }
    }
    found.sort();
    found.dedup();
    match found.as_slice() {
        [] => Ok(Found::Nobody),
        [id] => Ok(users::find(c, &pool.id, id)?.map_or(Found::Nobody, |user| Found::One(Box::new(user)))),
        _ => Ok(Found::Several(found)),
    }
}

fn named(c: &mut AnyConn, pool: &PoolId, kind: NameKind, folded: &str) -> Result<Vec<UserId>, StoreError> {
    let found = user_names::find_any(c, pool, &[kind], &[folded])?;
    Ok(found.into_iter().map(|(_, owner)| owner).collect())
}

/// The next people that are wanted, by id.
///
/// # Errors
/// When the database did not answer.
pub async fn page(
    env: &Env,
    pool: &UserPool,
    wanted: &Wanted,
    most: u32,
) -> Result<Vec<User>, DirectoryError> {
    let (pool, wanted) = (pool.id.clone(), wanted.clone());
    Ok(env.db.read(move |c| user_search::list(c, &pool, &wanted, i64::from(most))).await?)
}

/// Adds a filter in Cognito's grammar to what is wanted: `attribute = "value"` or `attribute ^= "beginning"`.
///
/// # Errors
/// A sentence that says what a filter looks like.
pub fn add_filter(pool: &UserPool, wanted: &mut Wanted, filter: &str) -> Result<(), String> {
    let (name, prefix, value) = split(filter).ok_or(
        "a filter is an attribute, = or ^= (begins with) and a value in quotes, for example email ^= \"ada\"",
    )?;
    let exact_only = |what: &str| match prefix {
        true => Err(format!("{what} is compared as a whole; use =")),
        false => Ok(()),
    };
    match name.as_str() {
        "cognito:user_status" => {
            exact_only(&name)?;
            let status = UserStatus::parse(&value.to_uppercase()).ok_or(
                "cognito:user_status is UNCONFIRMED, CONFIRMED, FORCE_CHANGE_PASSWORD or RESET_REQUIRED",
            )?;
            wanted.status = Some(status);
        }
        "status" => {
            exact_only(&name)?;
            wanted.enabled = match value.as_str() {
                "Enabled" => Some(true),
                "Disabled" => Some(false),
                _ => return Err("status is \"Enabled\" or \"Disabled\"".into()),
            };
        }
        "sub" => wanted.known = Some(Known { field: Field::Id, value, prefix }),
        "username" => {
            let value = names::fold_username(&pool.settings, &value);
            wanted.known = Some(Known { field: Field::Username, value, prefix });
        }
        name if pool.settings.attribute(name).is_some() => {
            let value = names::fold_value(&pool.settings, name, &value);
            wanted.known = Some(Known { field: Field::Attribute(name.to_owned()), value, prefix });
        }
        _ => {
            return Err(format!(
                "the pool has no attribute {name}; a filter names one of its attributes, sub, username, status \
                 or cognito:user_status"
            ));
        }
    }
    Ok(())
}

/// Attribute, whether only the beginning is given, and the value without its quotes and backslashes.
fn split(filter: &str) -> Option<(String, bool, String)> {
    let (name, rest) = filter.split_once('=')?;
    let (name, prefix) = match name.trim_end().strip_suffix('^') {
        Some(name) => (name, true),
        None => (name, false),
    };
    let name = name.trim().trim_matches('"');
    let quoted = rest.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut value = String::with_capacity(quoted.len());
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => value.push(characters.next()?),
            '"' => return None,
            character => value.push(character),
        }
    }
    // What the databases could not compare is no value.
    (!name.is_empty() && !value.contains('\0')).then(|| (name.to_owned(), prefix, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_as_cognito_writes_it() {
        let read = |text| split(text).map(|(name, prefix, value)| format!("{name}|{prefix}|{value}"));
        assert_eq!(read(r#"email = "ada@example.com""#).as_deref(), Some("email|false|ada@example.com"));
        assert_eq!(read(r#"email ^= "ada""#).as_deref(), Some("email|true|ada"));
        assert_eq!(read(r#" "email"^="a=b" "#).as_deref(), Some("email|true|a=b"));
        assert_eq!(read(r#"name = "say \"hi\"""#).as_deref(), Some(r#"name|false|say "hi""#));
        assert_eq!(read(r#"name = """#).as_deref(), Some("name|false|"));
        for wrong in
            ["", "email", "email = ada", r#"email = "ada"#, r#"= "a""#, r#"a = "b"c""#, r#"a = "b\""#]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
