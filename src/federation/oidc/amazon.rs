//! What is Amazon's alone: an access token says nothing about whose application it is for until it is asked.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use url::Url;

use super::attributes;
use super::begin::with_parameters;
use super::endpoints::{Endpoints, detail};
use super::failure::{no_answer, object};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;

/// Checks that the token is this application's and reads the profile of the very person it is for.
pub(super) async fn attributes(
    env: &Env,
    provider: &IdentityProvider,
    (endpoints, profile): (&Endpoints, &Url),
    access_token: &SecretString,
) -> Result<Map<String, Value>, FederationError> {
    let place = "the token information";
    // Beside the token endpoint: /auth/o2/token, /auth/o2/tokeninfo.
    let url = endpoints.token.join("tokeninfo");
    let url = url.map_err(|_| FederationError::Misconfigured("the token endpoint has no path".into()))?;
    let url = with_parameters(url, &[("access_token", access_token.expose_secret().to_owned())]);
    let answer = env.http.send(env.http.get(url)).await.map_err(|error| no_answer(place, &error))?;
    let about = object(place, &answer)?;
    if about.get("aud").and_then(Value::as_str) != Some(detail(provider, "client_id")?) {
        return Err(FederationError::Untrusted("the access token is for another application".into()));
    }
    let found = attributes::ask(env, provider, profile, access_token).await?;
    // Amazon's own documents name it here and there; where both do they must agree.
    if about.get("user_id").is_some_and(|id| Some(id) != found.get("user_id")) {
        return Err(FederationError::Untrusted("the attributes are another person's".into()));
    }
    Ok(found)
}
