//! Signing and verifying the compact form (RFC 7515 §7.1, RFC 8725). The key decides the algorithm; the header
//! only names the key.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Algorithm, SigningKey, VerifyingKey};
use crate::crypto::encoding::{base64url, from_base64url};

/// The longest token that is looked at, in bytes.
pub const LONGEST_TOKEN: usize = 16 * 1024;

/// Why a token was not made.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// The claims do not serialize.
    #[error("the claims cannot be written as JSON: {0}")]
    Claims(#[from] serde_json::Error),
    /// The cryptographic library failed.
    #[error("the token could not be signed")]
    Unsigned,
}

/// Why a token was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JwtError {
    /// More than [`LONGEST_TOKEN`] bytes.
    #[error("the token is too long")]
    TooLong,
    /// Not three parts of canonical base64url, or header or claims are no JSON object.
    #[error("the token is malformed")]
    Malformed,
    /// The header has `crit` (RFC 7515 §4.1.11); we understand no extension.
    #[error("the token has critical extensions")]
    CriticalExtension,
    /// `alg` is none of ours; `none` is none of ours.
    #[error("the token's algorithm is unknown")]
    UnknownAlgorithm,
    /// No `kid`, or no key with it.
    #[error("the token's key is unknown")]
    UnknownKey,
    /// `alg` is not the algorithm of the key.
    #[error("the token's algorithm is not that of its key")]
    WrongAlgorithm,
    /// The signature is not the key's signature over the token.
    #[error("the token's signature is wrong")]
    WrongSignature,
}

/// What a verified token's header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The algorithm, which is the key's.
    pub algorithm: Algorithm,
    /// The id of the key that signed.
    pub kid: String,
    /// `typ`, if present: what keeps token kinds apart where they use it (RFC 8725 §3.11).
    pub typ: Option<String>,
}

impl SigningKey {
    /// Signs `claims`. The header has `alg` and `kid`, and the members of `header_extra` (such as `typ`).
    ///
    /// # Errors
    /// [`SignError`] when the claims do not serialize or the library fails.
    pub fn sign(&self, header_extra: &[(&str, &str)], claims: &impl Serialize) -> Result<String, SignError> {
        let own = [("alg", self.algorithm().as_str()), ("kid", self.kid())];
        // Ours last: nothing a caller passes can take their place.
        let header: BTreeMap<&str, &str> = header_extra.iter().chain(&own).copied().collect();
        let mut token = base64url(&serde_json::to_vec(&header)?);
        token.push('.');
        token.push_str(&base64url(&serde_json::to_vec(claims)?));
        let signature = self.signature(token.as_bytes()).map_err(|_| SignError::Unsigned)?;
        token.push('.');
        token.push_str(&base64url(&signature));
        Ok(token)
    }
}

/// Verifies a token against the key that `find_key` knows for its `kid`, and gives its header and claims. Says
/// nothing about issuer, audience, kind or time: the caller checks the claims.
///
/// # Errors
/// [`JwtError`]; claims are not read before the signature holds.
pub fn verify<'k>(
    token: &str,
    find_key: impl FnOnce(&str) -> Option<&'k VerifyingKey>,
) -> Result<(Header, Value), JwtError> {
    if token.len() > LONGEST_TOKEN {
        return Err(JwtError::TooLong);
    }
    let (message, signature) = token.rsplit_once('.').ok_or(JwtError::Malformed)?;
    let (header, claims) = message.split_once('.').ok_or(JwtError::Malformed)?;
    let [header_bytes, claims, signature] = decode([header, claims, signature])?;
    let header = read_header(&header_bytes)?;
    let key = find_key(&header.kid).filter(|key| key.kid() == header.kid).ok_or(JwtError::UnknownKey)?;
    if key.algorithm() != header.algorithm {
        return Err(JwtError::WrongAlgorithm);
    }
    if !key.accepts(message.as_bytes(), &signature) {
        return Err(JwtError::WrongSignature);
    }
    let claims: Map<String, Value> = serde_json::from_slice(&claims).map_err(|_| JwtError::Malformed)?;
    Ok((header, Value::from(claims)))
}

fn decode(parts: [&str; 3]) -> Result<[Vec<u8>; 3], JwtError> {
    let [header, claims, signature] = parts.map(from_base64url);
    header.zip(claims).zip(signature).map(|((h, c), s)| [h, c, s]).ok_or(JwtError::Malformed)
}

fn read_header(bytes: &[u8]) -> Result<Header, JwtError> {
    let header: Map<String, Value> = serde_json::from_slice(bytes).map_err(|_| JwtError::Malformed)?;
    if header.contains_key("crit") {
        return Err(JwtError::CriticalExtension);
    }
    let algorithm = header.get("alg").and_then(Value::as_str).ok_or(JwtError::Malformed)?;
    let algorithm = Algorithm::parse(algorithm).ok_or(JwtError::UnknownAlgorithm)?;
    let kid = header.get("kid").and_then(Value::as_str).ok_or(JwtError::UnknownKey)?.to_owned();
    let typ = header.get("typ").and_then(Value::as_str).map(str::to_owned);
    Ok(Header { algorithm, kid, typ })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn keys() -> [SigningKey; 3] {
        Algorithm::ALL.map(|algorithm| SigningKey::generate(algorithm).expect("a key"))
    }

    fn check(token: &str, key: &SigningKey) -> Result<(Header, Value), JwtError> {
        let key = key.verifying_key();
        verify(token, |kid| (kid == key.kid()).then_some(&key))
    }

    /// A token with any header, properly signed.
    fn signed(key: &SigningKey, header: &Value, claims: &str) -> String {
        let message =
            format!("{}.{}", base64url(header.to_string().as_bytes()), base64url(claims.as_bytes()));
        let signature = base64url(&key.signature(message.as_bytes()).expect("a signature"));
        format!("{message}.{signature}")
    }

    #[test]
    fn every_changed_character_is_refused() {
        for key in keys() {
            let token = key.sign(&[], &json!({ "sub": "ada" })).expect("a token");
            assert!(check(&token, &key).is_ok());
            for at in 0..token.len() {
                let replacement = if &token[at..=at] == "A" { "B" } else { "A" };
                let changed = format!("{}{replacement}{}", &token[..at], &token[at + 1..]);
                assert!(check(&changed, &key).is_err(), "{:?}: character {at}", key.algorithm());
                assert!(check(&token[..at], &key).is_err(), "{:?}: {at} characters", key.algorithm());
            }
        }
    }

    #[test]
    fn the_header_cannot_choose_how_it_is_verified() {
        let [rsa, ecdsa, _] = keys();
        let refused = |header: Value, claims: &str| check(&signed(&ecdsa, &header, claims), &ecdsa).err();
        let kid = ecdsa.kid();
        assert_eq!(refused(json!({ "alg": "ES256", "kid": kid }), "{}"), None);
        assert_eq!(refused(json!({ "alg": "RS256", "kid": kid }), "{}"), Some(JwtError::WrongAlgorithm));
        assert_eq!(refused(json!({ "alg": "ES256", "kid": rsa.kid() }), "{}"), Some(JwtError::UnknownKey));
        assert_eq!(refused(json!({ "alg": "ES256" }), "{}"), Some(JwtError::UnknownKey));
        assert_eq!(refused(json!({ "kid": kid }), "{}"), Some(JwtError::Malformed));
        for name in ["none", "NONE", "HS256", "es256"] {
            assert_eq!(refused(json!({ "alg": name, "kid": kid }), "{}"), Some(JwtError::UnknownAlgorithm));
        }
        for crit in [json!(["b64"]), json!([]), Value::Null] {
            let header = json!({ "alg": "ES256", "kid": kid, "crit": crit });
            assert_eq!(refused(header, "{}"), Some(JwtError::CriticalExtension));
        }
        for claims in ["", "[]", "\"text\"", "{}{}"] {
            assert_eq!(refused(json!({ "alg": "ES256", "kid": kid }), claims), Some(JwtError::Malformed));
        }
    }

    #[test]
    fn other_forms_are_refused() {
        let key = SigningKey::generate(Algorithm::EdDsa).expect("a key");
        let other = SigningKey::generate(Algorithm::EdDsa).expect("a key").verifying_key();
        let token = key.sign(&[], &json!({})).expect("a token");
        let unsigned = format!("{}.", token.rsplit_once('.').expect("parts").0);
        assert_eq!(check(&unsigned, &key), Err(JwtError::WrongSignature));
        for wrong in
            [String::new(), "..".to_owned(), format!("{token}="), format!("{token}."), format!(" {token}")]
        {
            assert_eq!(check(&wrong, &key), Err(JwtError::Malformed), "{wrong}");
        }
        let long = key.sign(&[], &json!({ "long": "x".repeat(LONGEST_TOKEN) })).expect("a token");
        assert_eq!(check(&long, &key), Err(JwtError::TooLong));
        assert_eq!(verify(&token, |_| Some(&other)), Err(JwtError::UnknownKey), "a key with another id");
    }
}
