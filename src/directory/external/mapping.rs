//! What a provider says, as attributes and a name of the pool.

use super::super::{DirectoryError, attributes, names};
use crate::crypto::digest::sha256_base64url;
use crate::model::attributes::{AttributeMap, AttributeProblem, MAXIMUM_VALUE_BYTES, VERIFIED_FLAGS};
use crate::model::client::AppClient;
use crate::model::external::ExternalIdentity;
use crate::model::pool::{PoolSettings, UserPool};
use crate::model::provider::IdentityProvider;

/// Claims that name the person: their value is the subject, whatever the provider calls it.
const SUBJECTS: [&str; 4] = ["sub", "NameID", "id", "user_id"];

/// The longest user name, in characters; one that would be longer ends in a digest.
const LONGEST_NAME: usize = 128;

/// The attributes that a sign-in sets, by the provider's mapping: only what is said, and only what the client may write.
///
/// # Errors
/// [`DirectoryError::Attributes`] for a value that is too long.
pub(super) fn attributes(
    pool: &UserPool,
    client: &AppClient,
    provider: &IdentityProvider,
    identity: &ExternalIdentity,
) -> Result<AttributeMap, DirectoryError> {
    let mut given = AttributeMap::new();
    for (attribute, claim) in &provider.attribute_mapping {
        let is_flag = VERIFIED_FLAGS.contains(&attribute.as_str());
        if attribute == "username" || !(is_flag || client.settings.may_write(attribute)) {
            continue;
        }
        let Some(value) = value(pool, identity, claim) else { continue };
        if value.len() > MAXIMUM_VALUE_BYTES {
            let problem =
                AttributeProblem::Invalid { name: attribute.clone(), reason: "it is longer than 2048 bytes" };
            return Err(DirectoryError::Attributes(vec![problem]));
        }
        let value = if is_flag { flag(&value) } else { value };
        given.insert(attribute.clone(), value);
    }
    // A flag without its address says nothing.
    for (flag, address) in [("email_verified", "email"), ("phone_number_verified", "phone_number")] {
        if given.get(address).is_none_or(String::is_empty) {
            given.remove(flag);
        }
    }
    Ok(attributes::normalise(given))
}

fn value(pool: &UserPool, identity: &ExternalIdentity, claim: &str) -> Option<String> {
    let values = match identity.claims.get(claim) {
        None if SUBJECTS.contains(&claim) => return Some(identity.subject.clone()),
        None => return None,
        Some(values) => values,
    };
    match values.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several if pool.settings.compatibility.cognito => {
            let encoded = several
                .iter()
                .map(|value| url::form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>());
            Some(format!("[{}]", encoded.collect::<Vec<_>>().join(",")))
        }
        several => serde_json::to_string(several).ok(),
    }
}

fn flag(value: &str) -> String {
    let is_true = value.eq_ignore_ascii_case("true") || value == "1";
    is_true.to_string()
}

/// The user name of an account that a provider's person gets: `Provider_subject`. `distinct` makes it one that nobody has
/// by chance: two subjects may differ by case alone, and names here do not.
pub(super) fn username(
    pool: &UserPool,
    provider: &IdentityProvider,
    identity: &ExternalIdentity,
    given: &AttributeMap,
    distinct: bool,
) -> String {
    let template = pool.settings.external_username.as_deref().unwrap_or("{provider}_{subject}");
    let wanted = fill(template, provider, identity, given);
    let digest = sha256_base64url(identity.subject.as_bytes());
    let is_name = |name: &str| names::check_name(&pool.settings, name).is_ok();
    if !distinct && let Some(name) = wanted.as_ref().filter(|name| is_name(name)) {
        return name.clone();
    }
    let short: String = wanted.unwrap_or_default().chars().take(LONGEST_NAME - 13).collect();
    let longer = format!("{short}_{}", &digest[..12]);
    if is_name(&longer) { longer } else { format!("{}_{digest}", provider.name) }
}

/// A template with its places filled; `None` when the provider does not say one of them.
fn fill(
    template: &str,
    provider: &IdentityProvider,
    identity: &ExternalIdentity,
    given: &AttributeMap,
) -> Option<String> {
    let mut name = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}')?;
        name.push_str(before);
        name.push_str(match place {
            "provider" => &provider.name,
            "subject" => &identity.subject,
            attribute => given.get(attribute).filter(|value| !value.is_empty())?,
        });
        rest = after;
    }
    name.push_str(rest);
    Some(name)
}

/// What is wrong with a template of user names.
///
/// # Errors
/// A sentence.
pub(in crate::directory) fn check_template(settings: &PoolSettings, template: &str) -> Result<(), String> {
    let mut rest = template;
    let mut places = 0;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((place, after)) = after.split_once('}') else {
            return Err("external_username has a { without its }".to_owned());
        };
        if !matches!(place, "provider" | "subject") && settings.attribute(place).is_none() {
            return Err(format!("external_username names {{{place}}}, which is no attribute of the pool"));
        }
        places += 1;
        rest = after;
    }
    let fits = (1..=128).contains(&template.chars().count()) && places > 0;
    if fits {
        Ok(())
    } else {
        Err("external_username is 1 to 128 characters with a {place} among them".to_owned())
    }
}
