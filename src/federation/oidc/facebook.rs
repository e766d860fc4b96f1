//! What is Facebook's alone: fields that are named in the address, and a proof that who asks has the app's secret.

use aws_lc_rs::hmac;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use url::Url;

use super::attributes;
use super::begin::with_parameters;
use super::endpoints::secret;
use crate::crypto::encoding::hex;
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;

/// Asks the Graph API for the id and for what the mapping names.
pub(super) async fn attributes(
    env: &Env,
    provider: &IdentityProvider,
    url: &Url,
    access_token: &SecretString,
) -> Result<Map<String, Value>, FederationError> {
    let mut fields = vec!["id"];
    for field in provider.attribute_mapping.values() {
        if !fields.contains(&field.as_str()) && field != "access_token" {
            fields.push(field);
        }
    }
    let key =
        hmac::Key::new(hmac::HMAC_SHA256, secret(provider, "client_secret")?.expose_secret().as_bytes());
    let proof = hmac::sign(&key, access_token.expose_secret().as_bytes());
    let parameters = [("fields", fields.join(",")), ("appsecret_proof", hex(proof.as_ref()))];
    let mut found =
        attributes::ask(env, provider, &with_parameters(url.clone(), &parameters), access_token).await?;
    // A picture comes as {"data": {"url": …}}; what people map is its address.
    let picture = found.get("picture").and_then(|picture| picture.pointer("/data/url")).cloned();
    if let Some(address) = picture {
        found.insert("picture".to_owned(), address);
    }
    Ok(found)
}
