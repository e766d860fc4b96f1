//! What a provider says about a person: its attributes endpoint (userInfo, OpenID Connect Core §5.3), and claims as
//! texts.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use url::Url;

use super::failure::{no_answer, object};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;

/// Claims of an ID token that are about the token and say nothing about the person.
const PROTOCOL: [&str; 4] = ["nonce", "at_hash", "c_hash", "s_hash"];

/// Asks for attributes with the access token in the header, where no log of addresses has it.
pub(super) async fn ask(
    env: &Env,
    provider: &IdentityProvider,
    url: &Url,
    access_token: &SecretString,
) -> Result<Map<String, Value>, FederationError> {
    let place = "the attributes endpoint";
    let by_post = provider.details.get("attributes_request_method").is_some_and(|method| method == "POST");
    let request = if by_post { env.http.post(url.clone()) } else { env.http.get(url.clone()) };
    let request = request.bearer_auth(access_token.expose_secret()).header("accept", "application/json");
    let answer = env.http.send(request).await.map_err(|error| no_answer(place, &error))?;
    object(place, &answer)
}

/// Holds userInfo to the ID token: what is about somebody else is about nobody (§5.3.2).
pub(super) fn of_the_same_person(
    attributes: &Map<String, Value>,
    subject: &str,
) -> Result<(), FederationError> {
    match attributes.get("sub").and_then(Value::as_str) {
        Some(sub) if sub == subject => Ok(()),
        Some(_) => Err(FederationError::Untrusted("the attributes are another person's".into())),
        None => Err(FederationError::Incomplete("the attributes have no sub".into())),
    }
}

/// The person's id in the claim `name`: 1 to 255 visible characters.
pub(super) fn subject(claims: &Map<String, Value>, name: &str) -> Result<String, FederationError> {
    match claims.get(name) {
        Some(Value::String(text)) if text.is_empty() => {
            Err(FederationError::Incomplete(format!("the claim {name} is empty")))
        }
        Some(Value::String(text)) if text.len() <= 255 && !text.chars().any(char::is_control) => {
            Ok(text.clone())
        }
        Some(_) => Err(FederationError::Untrusted(format!("the claim {name} is no id"))),
        None => Err(FederationError::Incomplete(format!("there is no claim {name}"))),
    }
}

/// Claims as texts: what is no text is its JSON, and what is null is not there.
pub(super) fn texts(claims: Map<String, Value>) -> BTreeMap<String, Vec<String>> {
    claims
        .into_iter()
        .filter(|(name, value)| !value.is_null() && !PROTOCOL.contains(&name.as_str()))
        .map(|(name, value)| match value {
            Value::String(text) => (name, vec![text]),
            other => (name, vec![other.to_string()]),
        })
        .collect()
}

/// Tokens are claims only for those who map them, as with Cognito.
pub(super) fn add_mapped_token(
    claims: &mut BTreeMap<String, Vec<String>>,
    provider: &IdentityProvider,
    (name, token): (&str, &str),
) {
    // A claim of that name is not the token.
    claims.remove(name);
    if provider.attribute_mapping.values().any(|claim| claim == name) {
        claims.insert(name.to_owned(), vec![token.to_owned()]);
    }
}
