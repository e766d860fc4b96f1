//! What is Apple's alone: the client secret that is a signed token, and the name that comes with the first answer only.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use super::endpoints::{Endpoints, detail, secret};
use crate::crypto::encoding::base64url;
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;

/// How long a client secret is valid, seconds. Apple allows six months; one is made for each request.
const LIFETIME: i64 = 300;
/// The longest `user` field that is read, in bytes, and the longest name in it, in characters.
const LONGEST_FIELD: usize = 4096;
const LONGEST_NAME: usize = 256;

/// The client secret: a token signed with ES256 and the key from Apple's developer pages.
pub(super) fn client_secret(
    env: &Env,
    provider: &IdentityProvider,
    endpoints: &Endpoints,
) -> Result<SecretString, FederationError> {
    let key = private_key(provider)?;
    let now = env.now() / 1000;
    let header = json!({ "alg": "ES256", "kid": detail(provider, "key_id")?, "typ": "JWT" });
    let claims = json!({
        "iss": detail(provider, "team_id")?,
        "iat": now,
        "exp": now + LIFETIME,
        "aud": endpoints.issuer,
        "sub": detail(provider, "client_id")?,
    });
    let message =
        format!("{}.{}", base64url(header.to_string().as_bytes()), base64url(claims.to_string().as_bytes()));
    let signature = key
        .sign(&SystemRandom::new(), message.as_bytes())
        .map_err(|_| FederationError::Internal("the client secret could not be signed".into()))?;
    Ok(format!("{message}.{}", base64url(signature.as_ref())).into())
}

/// Apple's `.p8` file, whole or without its first and last line (Cognito wants it so): PKCS#8 of a P-256 key.
pub(super) fn private_key(provider: &IdentityProvider) -> Result<EcdsaKeyPair, FederationError> {
    let wrong = || {
        FederationError::Misconfigured(
            "private_key is not the content of Apple's .p8 file (a P-256 key)".into(),
        )
    };
    let written = secret(provider, "private_key")?.expose_secret();
    let body: Zeroizing<String> = Zeroizing::new(
        written
            .replace("\\n", "\n")
            .replace("-----BEGIN PRIVATE KEY-----", "")
            .replace("-----END PRIVATE KEY-----", "")
            .split_whitespace()
            .collect(),
    );
    let der = Zeroizing::new(STANDARD.decode(body.as_bytes()).map_err(|_| wrong())?);
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &der).map_err(|_| wrong())
}

/// Adds the name of the `user` field to the claims. The field passes through the browser unsigned, so that anybody can
/// write one: nothing but a name is taken from it, and nothing that the ID token says itself.
pub(super) fn add_name(claims: &mut Map<String, Value>, field: Option<&str>) {
    let Some(field) = field.filter(|field| field.len() <= LONGEST_FIELD) else { return };
    let user: Value = serde_json::from_str(field).unwrap_or_default();
    let part = |name: &str| {
        let text = user.get("name")?.get(name)?.as_str()?.trim();
        let sound =
            !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.chars().any(char::is_control);
        sound.then(|| text.to_owned())
    };
    let (first, last) = (part("firstName"), part("lastName"));
    let whole: Vec<&str> = [&first, &last].into_iter().flatten().map(String::as_str).collect();
    let whole = (!whole.is_empty()).then(|| whole.join(" "));
    for (name, value) in [("name", whole), ("firstName", first), ("lastName", last)] {
        if let Some(value) = value {
            claims.entry(name).or_insert(Value::String(value));
        }
    }
}
