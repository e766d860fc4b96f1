//! Attributes that somebody gives: checked against the pool's schema and the client's rights.

use crate::model::attributes::{AttributeMap, AttributeProblem, VERIFIED_FLAGS};
use crate::model::client::AppClient;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, PoolSettings, UserPool};
use crate::model::user::User;
use crate::store::user_attributes::StoredAttribute;
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{AnyConn, StoreError, user_attributes, user_names, users};

use super::names;

/// Who gives the attributes.
#[derive(Clone, Copy)]
pub(super) enum Giver<'a> {
    /// A person through a client, which must have the right to write them.
    Person(Option<&'a AppClient>),
    /// An operator, who may also say that an address is proven.
    Operator,
}

/// The values as they are stored: without edge spaces and separators where those mean nothing. Empty ones stay, since a person
/// clears an attribute with them.
pub(super) fn normalise(given: AttributeMap) -> AttributeMap {
    given
        .into_iter()
        .map(|(name, value)| {
            let value = match name.as_str() {
                "email" | "preferred_username" => value.trim().to_owned(),
                "phone_number" => names::fold_address(ContactKind::Phone, &value),
                _ => value,
            };
            (name, value)
        })
        .collect()
}

/// What is wrong with the values themselves. `present` are the attributes the person has already.
pub(super) fn problems(
    pool: &UserPool,
    giver: Giver<'_>,
    present: &AttributeMap,
    given: &AttributeMap,
) -> Vec<AttributeProblem> {
    given.iter().filter_map(|(name, value)| problem(pool, giver, present.get(name), (name, value))).collect()
}

fn problem(
    pool: &UserPool,
    giver: Giver<'_>,
    present: Option<&String>,
    (name, value): (&String, &String),
) -> Option<AttributeProblem> {
    let invalid = |reason| AttributeProblem::Invalid { name: name.clone(), reason };
    if VERIFIED_FLAGS.contains(&name.as_str()) {
        return match giver {
            Giver::Person(_) => Some(AttributeProblem::NotWritable(name.clone())),
            Giver::Operator if value == "true" || value == "false" => None,
            Giver::Operator => Some(invalid("it is neither true nor false")),
        };
    }
    let Some(schema) = pool.settings.attribute(name) else {
        return Some(AttributeProblem::Unknown(name.clone()));
    };
    if let Giver::Person(Some(client)) = giver
        && !client.settings.may_write(name)
    {
        return Some(AttributeProblem::NotWritable(name.clone()));
    }
    if !schema.mutable && present.is_some_and(|present| present != value) {
        return Some(AttributeProblem::Immutable(name.clone()));
    }
    if value.is_empty() {
        return None;
    }
    if name == "preferred_username"
        && pool.settings.sign_in.accepts_preferred_username()
        && let Err(reason) = names::check_name(&pool.settings, value)
    {
        return Some(invalid(reason));
    }
    schema.check(value).err()
}

/// The required attributes that have no value. Where addresses stand in for a user name any one of them will do.
pub(super) fn missing(settings: &PoolSettings, attributes: &AttributeMap) -> Vec<AttributeProblem> {
    let absent = |name: &str| attributes.get(name).is_none_or(String::is_empty);
    let mut missing: Vec<AttributeProblem> = settings
        .schema
        .iter()
        .filter(|schema| schema.required && absent(&schema.name))
        .map(|schema| AttributeProblem::Missing(schema.name.clone()))
        .collect();
    if let Some(problem) = missing_address(settings, attributes).filter(|problem| !missing.contains(problem))
    {
        missing.insert(0, problem);
    }
    missing
}

/// The address that stands in for the user name, when there is none.
pub(super) fn missing_address(
    settings: &PoolSettings,
    attributes: &AttributeMap,
) -> Option<AttributeProblem> {
    let addresses = &settings.sign_in.username_attributes;
    let absent = |kind: &ContactKind| attributes.get(kind.attribute()).is_none_or(String::is_empty);
    let first = addresses.first().filter(|_| addresses.iter().all(absent))?;
    Some(AttributeProblem::Missing(first.attribute().to_owned()))
}

/// The addresses that stand in for the user name and would be changed: without a proof of the new one the person
/// could not sign in any more.
pub(super) fn bound_addresses(
    settings: &PoolSettings,
    present: &AttributeMap,
    given: &AttributeMap,
) -> Vec<AttributeProblem> {
    let bound = settings.sign_in.username_attributes.iter().map(|kind| kind.attribute());
    bound
        .filter(|name| {
            given.contains_key(*name) && present.contains_key(*name) && given.get(*name) != present.get(*name)
        })
        .map(|name| AttributeProblem::Immutable(name.to_owned()))
        .collect()
}

/// A change of a person's attributes, and of the names that follow from them.
#[derive(Clone)]
pub(super) struct AttributeChange {
    pool: PoolId,
    user: UserId,
    put: Vec<StoredAttribute>,
    delete: Vec<&'static str>,
    cleared: Vec<String>,
    /// Kinds of names that end.
    freed: Vec<NameKind>,
    /// The preferred user name that begins.
    reserved: Option<SignInName>,
    now: i64,
}

impl AttributeChange {
    /// What setting `given` means for `user`.
    pub(super) fn new(pool: &UserPool, user: &User, given: &AttributeMap, now: i64) -> Self {
        let settings = &pool.settings;
        let mut change = Self {
            pool: pool.id.clone(),
            user: user.id.clone(),
            put: stored(settings, given),
            delete: Vec::new(),
            cleared: given
                .iter()
                .filter(|(_, value)| value.is_empty())
                .map(|(name, _)| name.clone())
                .collect(),
            freed: Vec::new(),
            reserved: None,
            now,
        };
        for kind in [ContactKind::Email, ContactKind::Phone] {
            let folded = |map: &AttributeMap| map.get(kind.attribute()).map(|v| names::fold_address(kind, v));
            if given.contains_key(kind.attribute()) && folded(given) != folded(&user.attributes) {
                change.delete.push(kind.verified_attribute());
                change.freed.push(names::name_kind(kind));
            }
        }
        if given.contains_key("preferred_username") {
            change.freed.push(NameKind::PreferredUsername);
            let names = names::reserved_names(settings, &user.username, given, |_| false);
            change.reserved = names
                .into_iter()
                .find(|name| name.kind == NameKind::PreferredUsername && !name.folded.is_empty());
        }
        change
    }

    /// Stores the change; returns whether the person exists.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when somebody else has the preferred user name.
    pub(super) fn apply(&self, c: &mut AnyConn) -> Result<bool, StoreError> {
        let Self { pool, user, .. } = self;
        if !users::touch(c, pool, user, self.now)? {
            return Ok(false);
        }
        for kind in &self.freed {
            user_names::delete(c, pool, *kind, user)?;
        }
        if let Some(name) = &self.reserved {
            let names = std::slice::from_ref(name);
            if !names::taken_names(c, pool, names, Some(user))?.is_empty() {
                return Err(StoreError::Taken { what: "preferred user name" });
            }
            user_names::insert(c, pool, name, user)?;
        }
        let gone: Vec<&str> =
            self.delete.iter().copied().chain(self.cleared.iter().map(String::as_str)).collect();
        user_attributes::delete(c, pool, user, &gone)?;
        user_attributes::put(c, pool, user, &self.put)?;
        Ok(true)
    }
}

/// The rows of attributes, with the folded values that are searched. Empty values have none.
pub(super) fn stored(settings: &PoolSettings, attributes: &AttributeMap) -> Vec<StoredAttribute> {
    attributes
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| StoredAttribute {
            name: name.clone(),
            value: value.clone(),
            folded_value: names::fold_value(settings, name, value),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::attributes::AttributeSchema;
    use crate::model::client::ClientSettings;
    use crate::model::ids::ClientId;
    use crate::model::pool::SignInNames;

    fn pool() -> UserPool {
        let mut fixed = AttributeSchema::standard("custom:fixed", false);
        fixed.mutable = false;
        let settings = PoolSettings {
            schema: vec![AttributeSchema::standard("name", true), fixed],
            sign_in: SignInNames {
                username_attributes: vec![ContactKind::Email, ContactKind::Phone],
                ..Default::default()
            },
            ..Default::default()
        };
        let id = PoolId::trusted("us-east-1_Demo00001");
        UserPool { id, name: "Demo".into(), settings, created_at: 0, updated_at: 0 }
    }

    fn map(pairs: &[(&str, &str)]) -> AttributeMap {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn people_write_what_schema_and_client_let_them() {
        let pool = pool();
        let settings = ClientSettings { write_attributes: Some(vec!["name".into()]), ..Default::default() };
        let client = AppClient {
            pool_id: pool.id.clone(),
            id: ClientId::trusted("web"),
            name: "Web".into(),
            settings,
            created_at: 0,
            updated_at: 0,
        };
        let by = |giver, given: &[(&str, &str)]| {
            problems(&pool, giver, &map(&[("custom:fixed", "a")]), &map(given))
        };
        let person = Giver::Person(Some(&client));
        assert_eq!(by(person, &[("name", "Ada")]), []);
        assert_eq!(by(person, &[("email", "a@b.cd")]), [AttributeProblem::NotWritable("email".into())]);
        let flag = AttributeProblem::NotWritable("email_verified".into());
        assert_eq!(by(Giver::Person(None), &[("email_verified", "true")]), [flag]);
        assert_eq!(by(Giver::Operator, &[("email_verified", "true"), ("email", "a@b.cd")]), []);
        assert_eq!(by(Giver::Operator, &[("sub", "1")]), [AttributeProblem::Unknown("sub".into())]);
        let fixed = AttributeProblem::Immutable("custom:fixed".into());
        assert_eq!(by(Giver::Person(None), &[("custom:fixed", "b")]), [fixed]);
        assert_eq!(by(Giver::Person(None), &[("custom:fixed", "a")]), []);
    }

    #[test]
    fn one_of_the_addresses_is_enough() {
        let pool = pool();
        let name = || AttributeProblem::Missing("name".into());
        let email = || AttributeProblem::Missing("email".into());
        assert_eq!(missing(&pool.settings, &map(&[])), [email(), name()]);
        assert_eq!(missing(&pool.settings, &map(&[("phone_number", "+41791234567")])), [name()]);
        assert_eq!(missing(&pool.settings, &map(&[("email", "a@b.cd"), ("name", "")])), [name()]);
    }
}
