//! What people write about themselves: which attributes, and what their values must be like.
//!
//! Addresses are not among them ([`super::address_change`]), nor what only others may say.

use super::attributes::{self, AttributeChange, Giver};
use super::{DirectoryError, evolve};
use crate::env::Env;
use crate::model::attributes::{
    AttributeMap, AttributeProblem, AttributeSchema, STANDARD_ATTRIBUTES, VERIFIED_FLAGS,
};
use crate::model::client::AppClient;
use crate::model::event::Actor;
use crate::model::pool::{ContactKind, PoolSettings, UserPool};
use crate::model::user::User;
use crate::security::audit;
use crate::store::StoreError;

/// The attributes that are addresses of the web.
const WEB_ADDRESSES: [&str; 3] = ["picture", "profile", "website"];

/// The attributes that a person may see and change on their profile, in the order of the page.
pub fn writable(pool: &UserPool, client: Option<&AppClient>) -> Vec<AttributeSchema> {
    let settings = &pool.settings;
    let named = settings.account.attributes.as_deref();
    let own = settings.schema.iter().map(|schema| schema.name.as_str());
    let all: Vec<&str> = match named {
        Some(names) => names.iter().map(String::as_str).collect(),
        None => ORDER.into_iter().chain(own.filter(|name| !ORDER.contains(name))).collect(),
    };
    let mut fields: Vec<AttributeSchema> = Vec::new();
    for name in all {
        let is_theirs = may_be_own(settings, name)
            && client.is_none_or(|client| client.settings.may_write(name))
            && !fields.iter().any(|field| field.name == name);
        fields.extend(settings.attribute(name).filter(|schema| is_theirs && schema.mutable));
    }
    fields
}

/// The standard attributes as people think of them.
const ORDER: [&str; 14] = [
    "name",
    "given_name",
    "middle_name",
    "family_name",
    "nickname",
    "preferred_username",
    "birthdate",
    "gender",
    "locale",
    "zoneinfo",
    "website",
    "profile",
    "picture",
    "address",
];

fn may_be_own(settings: &PoolSettings, name: &str) -> bool {
    let is_address = [ContactKind::Email, ContactKind::Phone].iter().any(|kind| kind.attribute() == name);
    let is_known = STANDARD_ATTRIBUTES.contains(&name) || settings.attribute(name).is_some();
    // When the profile last changed is for the server to say.
    is_known && !is_address && name != "updated_at" && !VERIFIED_FLAGS.contains(&name)
}

/// Changes a person's profile; an empty value takes an attribute away. Names that are not among [`writable`] are refused.
/// Returns the names of what changed.
///
/// # Errors
/// [`DirectoryError::Attributes`] with every problem; [`DirectoryError::NotFound`]; [`DirectoryError::Busy`] when the
/// pool's rules changed meanwhile.
pub async fn save(
    env: &Env,
    pool: &UserPool,
    client: Option<&AppClient>,
    user: &User,
    given: AttributeMap,
) -> Result<Vec<String>, DirectoryError> {
    let fields = writable(pool, client);
    let mut given = attributes::normalise(given);
    let mut problems = Vec::new();
    for name in given.keys() {
        if !fields.iter().any(|field| field.name == *name) {
            problems.push(AttributeProblem::NotWritable(name.clone()));
        }
    }
    // What is not changed is not judged: it may be older than the rules.
    given.retain(|name, value| user.attributes.get(name).map_or("", String::as_str) != value);
    problems.extend(attributes::problems(pool, Giver::Person(client), &user.attributes, &given));
    problems.extend(given.iter().filter_map(|(name, value)| of_the_web(name, value)));
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
    let changed: Vec<String> = given.keys().cloned().collect();
    if changed.is_empty() {
        return Ok(changed);
    }
    let change = AttributeChange::new(pool, user, &given, env.now());
    let event = audit::event(env, "user.change_profile")
        .in_pool(&pool.id)
        .by(Actor::Person(user.id.clone()))
        .about("user", &user.id)
        .with("attributes", changed.clone());
    let rules = pool.clone();
    let outcome = env.db.write(move |c| {
        if !evolve::still_holds(c, &rules)? {
            return Ok(None);
        }
        let found = change.apply(c)?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(Some(found))
    });
    match outcome.await {
        Ok(Some(true)) => {
            env.metrics.account.changes.one(&pool.id, ["profile"]);
            Ok(changed)
        }
        Ok(Some(false)) => Err(DirectoryError::NotFound("user")),
        Ok(None) => Err(evolve::overtaken(env, pool)),
        Err(StoreError::Taken { .. }) => {
            let name = "preferred_username".to_owned();
            let problem = AttributeProblem::Invalid { name, reason: "somebody else has it" };
            Err(DirectoryError::Attributes(vec![problem]))
        }
        Err(error) => Err(error.into()),
    }
}

/// What applications show as a link or load as a picture is an address of the web and nothing that runs.
fn of_the_web(name: &str, value: &str) -> Option<AttributeProblem> {
    if !WEB_ADDRESSES.contains(&name) || value.is_empty() {
        return None;
    }
    let good = url::Url::parse(value)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some());
    let reason = "it is no http or https address";
    (!good).then(|| AttributeProblem::Invalid { name: name.to_owned(), reason })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::account::AccountSettings;
    use crate::model::ids::PoolId;

    fn names(settings: PoolSettings) -> Vec<String> {
        let id = PoolId::trusted("us-east-1_Demo00001");
        let pool = UserPool { id, name: "Demo".into(), settings, created_at: 0, updated_at: 0 };
        writable(&pool, None).into_iter().map(|schema| schema.name).collect()
    }

    #[test]
    fn addresses_flags_and_fixed_attributes_are_not_on_the_profile() {
        let fixed = AttributeSchema { mutable: false, ..AttributeSchema::standard("custom:fixed", false) };
        let team = AttributeSchema::standard("custom:team", false);
        let all = names(PoolSettings { schema: vec![fixed, team], ..PoolSettings::default() });
        assert_eq!(all.len(), ORDER.len() + 1, "{all:?}");
        assert_eq!(all.last().map(String::as_str), Some("custom:team"));
    }

    #[test]
    fn a_pool_says_what_is_there_and_cannot_say_too_much() {
        let wanted = ["custom:none", "email", "updated_at", "email_verified", "nickname", "name", "name"];
        let attributes = Some(wanted.map(String::from).to_vec());
        let account = AccountSettings { attributes, ..AccountSettings::default() };
        assert_eq!(names(PoolSettings { account, ..PoolSettings::default() }), ["nickname", "name"]);
    }

    #[test]
    fn a_website_is_no_program() {
        for good in ["https://example.com", "http://example.com/a?b=c"] {
            assert_eq!(of_the_web("website", good), None, "{good}");
        }
        for bad in ["javascript:alert(1)", "data:text/html,x", "example.com", "https://", "ftp://example.com"]
        {
            assert!(of_the_web("picture", bad).is_some(), "{bad}");
        }
        assert_eq!(of_the_web("nickname", "javascript:alert(1)"), None);
    }
}
