//! Judging an ID token (OpenID Connect Core §3.1.3.7). Signature, issuer, audience, times and nonce are the
//! `openidconnect` crate's; which algorithms and keys it may use, `azp`, `nbf` and `at_hash` are decided here.

use aws_lc_rs::digest;
use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJwsSigningAlgorithm as Alg,
};
use openidconnect::{
    ClaimsVerificationError, ClientId, ClientSecret, IssuerUrl, Nonce, SignatureVerificationError,
};
use secrecy::ExposeSecret;
use serde_json::{Map, Value};

use super::RoundTrip;
use super::endpoints::{Endpoints, detail};
use super::exchange::Tokens;
use super::failure::no_document;
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::{base64url, from_base64url};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::IdentityProvider;
use crate::outbound::documents::Document;

/// How far two clocks may be apart, milliseconds.
pub(super) const SKEW: i64 = 60_000;
/// The longest ID token that is looked at, in bytes: some carry every group of a person.
const LONGEST: usize = 64 * 1024;
/// The most keys of a key set that are looked at.
const MOST_KEYS: usize = 100;
/// The shortest RSA modulus, in bytes.
const SHORTEST_RSA: usize = 256;
/// The shortest secret that signs tokens, in bytes (RFC 7518 §3.2).
const SHORTEST_HMAC: usize = 32;

/// The algorithms that count, by name; `none` is not among them, and `HS256` is not among equals.
const ASYMMETRIC: [(&str, Alg); 7] = [
    ("RS256", Alg::RsaSsaPkcs1V15Sha256),
    ("RS384", Alg::RsaSsaPkcs1V15Sha384),
    ("RS512", Alg::RsaSsaPkcs1V15Sha512),
    ("PS256", Alg::RsaSsaPssSha256),
    ("ES256", Alg::EcdsaP256Sha256),
    ("ES384", Alg::EcdsaP384Sha384),
    ("EdDSA", Alg::EdDsa),
];

/// Verifies the ID token and gives its claims.
pub(super) async fn verify(
    env: &Env,
    provider: &IdentityProvider,
    endpoints: &Endpoints,
    tokens: &Tokens,
    round_trip: &RoundTrip,
) -> Result<Map<String, Value>, FederationError> {
    let token = tokens.id_token.as_deref();
    let token =
        token.ok_or_else(|| FederationError::Incomplete("the tokens have no ID token among them".into()))?;
    let issuer = endpoints.issuer.as_deref().unwrap_or_default();
    let judge = Judge::new(env, provider, endpoints, issuer, round_trip)?;
    let parsed = parse(token)?;
    let place = "the key set";
    let keys = endpoints
        .keys
        .as_ref()
        .ok_or_else(|| FederationError::Misconfigured("there is no address of the provider's keys".into()))?;
    let document = env.documents.get(keys).await.map_err(|error| no_document(place, &error))?;
    match judge.accepts(&parsed, &document)? {
        Verdict::Genuine => {}
        Verdict::UnknownKey => {
            // The provider may have begun to sign with a new key after we read its set.
            let newer = env.documents.newer_than(keys, &document).await;
            let newer = newer.map_err(|error| no_document(place, &error))?;
            if judge.accepts(&parsed, &newer)? == Verdict::UnknownKey {
                return Err(untrusted("no key of the provider's set fits the ID token"));
            }
        }
    }
    let claims = claims(token)?;
    own_checks(env, provider, &claims)?;
    access_token_hash(&parsed, &claims, tokens)?;
    Ok(claims)
}

#[derive(PartialEq, Eq)]
enum Verdict {
    Genuine,
    UnknownKey,
}

/// What an ID token is held against.
struct Judge<'a> {
    client_id: ClientId,
    issuer: IssuerUrl,
    algorithms: Vec<Alg>,
    secret: Option<ClientSecret>,
    nonce: Nonce,
    max_age: Option<u64>,
    env: &'a Env,
}

impl<'a> Judge<'a> {
    fn new(
        env: &'a Env,
        provider: &IdentityProvider,
        endpoints: &Endpoints,
        issuer: &str,
        round_trip: &RoundTrip,
    ) -> Result<Self, FederationError> {
        let issuer = IssuerUrl::new(issuer.to_owned())
            .map_err(|_| FederationError::Misconfigured("the issuer is no URL".into()))?;
        let published = endpoints.abilities.id_token_signing_alg_values_supported.as_deref();
        let secret = provider.secrets.get("client_secret").map(ExposeSecret::expose_secret);
        let secret = secret.filter(|secret| secret.len() >= SHORTEST_HMAC);
        let algorithms = algorithms(published, secret.is_some())?;
        // The crate must not have the secret where no algorithm may use it.
        let symmetric = algorithms.contains(&Alg::HmacSha256);
        Ok(Self {
            client_id: ClientId::new(detail(provider, "client_id")?.to_owned()),
            issuer,
            algorithms,
            secret: secret.filter(|_| symmetric).map(|secret| ClientSecret::new(secret.to_owned())),
            nonce: Nonce::new(round_trip.nonce.clone()),
            max_age: round_trip.max_age,
            env,
        })
    }

    fn accepts(&self, token: &CoreIdToken, keys: &Document) -> Result<Verdict, FederationError> {
        let keys = key_set(keys)?;
        let (client_id, issuer) = (self.client_id.clone(), self.issuer.clone());
        let verifier = match &self.secret {
            Some(secret) => {
                CoreIdTokenVerifier::new_confidential_client(client_id, secret.clone(), issuer, keys)
            }
            None => CoreIdTokenVerifier::new_public_client(client_id, issuer, keys),
        };
        let now = self.env.now();
        let (early, late) = (moment(now - SKEW), moment(now + SKEW));
        let oldest = self.max_age.map(|seconds| {
            let age = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1000);
            now.saturating_sub(age).saturating_sub(SKEW)
        });
        let verifier = verifier
            .set_allowed_algs(self.algorithms.iter().cloned())
            // Others may be named beside us where `azp` says that the token is ours; see below.
            .set_other_audience_verifier_fn(|_| true)
            .set_time_fn(move || early)
            .set_issue_time_verifier_fn(move |at| if at <= late { Ok(()) } else { Err(String::new()) })
            .set_auth_time_verifier_fn(move |at| match (oldest, at) {
                (None, _) => Ok(()),
                (Some(oldest), Some(at)) if at.timestamp_millis() >= oldest => Ok(()),
                _ => Err(String::new()),
            });
        match token.claims(&verifier, &self.nonce) {
            Ok(_) => Ok(Verdict::Genuine),
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => Ok(Verdict::UnknownKey),
            Err(error) => Err(refusal(&error)),
        }
    }
}

/// Which algorithms a provider's ID tokens may have: of ours those that it names, all where it names none. A MAC counts
/// only where it names nothing better, because whoever holds the client secret could sign.
fn algorithms(published: Option<&[String]>, has_secret: bool) -> Result<Vec<Alg>, FederationError> {
    let names = |name: &str| published.is_none_or(|list| list.iter().any(|listed| listed == name));
    let mut found: Vec<Alg> =
        ASYMMETRIC.into_iter().filter(|(name, _)| names(name)).map(|(_, alg)| alg).collect();
    if found.is_empty() && names("HS256") && has_secret {
        found.push(Alg::HmacSha256);
    }
    if found.is_empty() {
        let text = "the provider signs ID tokens with no algorithm that can be used here";
        return Err(FederationError::Misconfigured(text.into()));
    }
    Ok(found)
}

fn moment(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

fn parse(token: &str) -> Result<CoreIdToken, FederationError> {
    if token.len() > LONGEST {
        return Err(untrusted("the ID token is too long"));
    }
    token.parse().map_err(|_| untrusted("the ID token is malformed"))
}

/// The public keys of a set. Short RSA keys and symmetric keys, which would not be secret, are passed over.
pub(super) fn key_set(document: &Document) -> Result<CoreJsonWebKeySet, FederationError> {
    let malformed = || untrusted("the key set is malformed");
    let mut set: Value = serde_json::from_slice(&document.body).map_err(|_| malformed())?;
    let keys = set.get_mut("keys").and_then(Value::as_array_mut).ok_or_else(malformed)?;
    keys.truncate(MOST_KEYS);
    keys.retain(|key| match key.get("kty").and_then(Value::as_str) {
        Some("RSA") => {
            let modulus = key.get("n").and_then(Value::as_str).and_then(from_base64url).unwrap_or_default();
            modulus.iter().skip_while(|byte| **byte == 0).count() >= SHORTEST_RSA
        }
        Some("EC" | "OKP") => true,
        _ => false,
    });
    serde_json::from_value(set).map_err(|_| malformed())
}

fn untrusted(text: &str) -> FederationError {
    FederationError::Untrusted(text.to_owned())
}

/// What the crate found wrong, without its texts, which repeat the token's.
fn refusal(error: &ClaimsVerificationError) -> FederationError {
    match error {
        ClaimsVerificationError::Expired(_) => {
            FederationError::Clock("the ID token has expired or is from the future".into())
        }
        ClaimsVerificationError::InvalidAuthTime(_) => {
            FederationError::Clock("the ID token does not say that the person signed in recently".into())
        }
        ClaimsVerificationError::InvalidAudience(_) => untrusted("the ID token is for somebody else"),
        ClaimsVerificationError::InvalidIssuer(_) => untrusted("the ID token is of another issuer"),
        ClaimsVerificationError::InvalidNonce(_) => untrusted("the ID token is not for this sign-in"),
        ClaimsVerificationError::Unsupported(_) => untrusted("the ID token is of an unknown kind"),
        ClaimsVerificationError::SignatureVerification(error) => untrusted(match error {
            SignatureVerificationError::NoSignature => "the ID token is not signed",
            SignatureVerificationError::DisallowedAlg(_) | SignatureVerificationError::UnsupportedAlg(_) => {
                "the ID token is signed with an algorithm that is not allowed"
            }
            SignatureVerificationError::AmbiguousKeyId(_) => "the ID token does not say which key signed it",
            _ => "the ID token's signature is wrong",
        }),
        _ => untrusted("the ID token is not valid"),
    }
}

/// The claims as they are written; only called for tokens that hold.
fn claims(token: &str) -> Result<Map<String, Value>, FederationError> {
    let payload = token.split('.').nth(1).and_then(from_base64url);
    payload
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .ok_or_else(|| untrusted("the ID token is malformed"))
}

/// `azp` (§3.1.3.7, 4 and 5) and `nbf` (RFC 7519 §4.1.5).
fn own_checks(
    env: &Env,
    provider: &IdentityProvider,
    claims: &Map<String, Value>,
) -> Result<(), FederationError> {
    let several = claims.get("aud").and_then(Value::as_array).is_some_and(|list| list.len() > 1);
    let client_id = detail(provider, "client_id")?;
    match claims.get("azp") {
        Some(azp) if azp.as_str() != Some(client_id) => {
            return Err(untrusted("the ID token was issued to another application"));
        }
        None if several => {
            return Err(untrusted("the ID token is for several and does not say who asked for it"));
        }
        _ => {}
    }
    let not_before = claims.get("nbf").and_then(Value::as_f64).unwrap_or(0.0);
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit 53 bits")]
    let latest = (env.now() + SKEW) as f64 / 1000.0;
    if not_before > latest {
        return Err(FederationError::Clock("the ID token is not valid yet".into()));
    }
    Ok(())
}

/// `at_hash` binds the access token to the ID token (§3.1.3.6, §3.1.3.8).
fn access_token_hash(
    token: &CoreIdToken,
    claims: &Map<String, Value>,
    tokens: &Tokens,
) -> Result<(), FederationError> {
    let Some(expected) = claims.get("at_hash") else { return Ok(()) };
    let algorithm = token.signing_alg().map_err(|_| untrusted("the ID token is not signed"))?;
    let hash = match algorithm {
        Alg::RsaSsaPkcs1V15Sha384 | Alg::EcdsaP384Sha384 => &digest::SHA384,
        Alg::RsaSsaPkcs1V15Sha512 | Alg::EdDsa => &digest::SHA512,
        _ => &digest::SHA256,
    };
    let digest = digest::digest(hash, tokens.access_token.expose_secret().as_bytes());
    let half = base64url(&digest.as_ref()[..digest.as_ref().len() / 2]);
    let matches = expected.as_str().is_some_and(|text| constant_time_eq(text.as_bytes(), half.as_bytes()));
    if matches { Ok(()) } else { Err(untrusted("the access token does not belong to the ID token")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mac_counts_only_where_there_is_nothing_better() {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let found = |names: &[&str], secret| algorithms(Some(&list(names)), secret).ok();
        assert_eq!(found(&["RS256", "HS256"], true), Some(vec![Alg::RsaSsaPkcs1V15Sha256]));
        assert_eq!(found(&["HS256", "none"], true), Some(vec![Alg::HmacSha256]));
        assert_eq!(found(&["HS256"], false), None);
        assert_eq!(found(&["none"], true), None);
        assert_eq!(found(&["HS512", "RSA-OAEP"], true), None);
        assert_eq!(algorithms(None, true).expect("ours").len(), ASYMMETRIC.len());
    }
}
