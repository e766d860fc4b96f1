//! Signed tokens: JWS in compact form (RFC 7515) with keys kept parsed. Owns keys, signatures and structure.
//! Leaves to others what a token claims, whether it has expired, and which keys are current: [`verify`] knows no
//! clock and trusts nothing but the key that its caller finds.
//!
//! `keys.rs` makes and describes keys, `compact.rs` signs and verifies, this file names the algorithms.

mod compact;
mod keys;

use aws_lc_rs::digest;

pub use compact::{Header, JwtError, LONGEST_TOKEN, SignError, verify};
pub use keys::{KeyError, SigningKey, VerifyingKey};

use super::encoding::base64url;

/// A signature algorithm (RFC 7518 §3.1, RFC 8037 §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, 2048 bits.
    Rs256,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// Ed25519.
    EdDsa,
}

impl Algorithm {
    /// Every algorithm, the default first.
    pub const ALL: [Self; 3] = [Self::Rs256, Self::Es256, Self::EdDsa];

    /// The name in `alg`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The algorithm with this name, exactly; `none` and everything else is none of ours.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }
}

/// `at_hash` and `c_hash` (OpenID Connect Core §3.1.3.6, §3.3.2.11): the left half of the hash that belongs to
/// the ID token's algorithm. Ed25519 hashes with SHA-512, and so does this.
#[must_use]
pub fn left_half_hash(algorithm: Algorithm, value: &str) -> String {
    let hash = match algorithm {
        Algorithm::Rs256 | Algorithm::Es256 => &digest::SHA256,
        Algorithm::EdDsa => &digest::SHA512,
    };
    let digest = digest::digest(hash, value.as_bytes());
    let bytes = digest.as_ref();
    base64url(&bytes[..bytes.len() / 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use serde_json::{Value, json};

    fn keys() -> [SigningKey; 3] {
        Algorithm::ALL.map(|algorithm| SigningKey::generate(algorithm).expect("a key"))
    }

    fn check(token: &str, key: &SigningKey) -> Result<(Header, Value), JwtError> {
        let key = key.verifying_key();
        verify(token, |_| Some(&key))
    }

    fn their_algorithm(key: &SigningKey) -> jsonwebtoken::Algorithm {
        key.algorithm().as_str().parse().expect("a known name")
    }

    #[test]
    fn an_independent_verifier_accepts_our_tokens() {
        for key in keys() {
            let claims = json!({ "sub": "ada", "exp": 4_000_000_000_u64 });
            let token = key.sign(&[("typ", "at+jwt"), ("alg", "none")], &claims).expect("a token");
            let jwk = serde_json::from_value(key.public_jwk()).expect("a JWK");
            let their_key = jsonwebtoken::DecodingKey::from_jwk(&jwk).expect("a key");
            let validation = jsonwebtoken::Validation::new(their_algorithm(&key));
            let theirs = jsonwebtoken::decode::<Value>(&token, &their_key, &validation).expect("verified");
            assert_eq!(theirs.claims, claims);
            assert_eq!(theirs.header.kid.as_deref(), Some(key.kid()));
            let (header, ours) = check(&token, &key).expect("verified");
            assert_eq!(ours, claims);
            assert_eq!((header.algorithm, header.typ.as_deref()), (key.algorithm(), Some("at+jwt")));
        }
    }

    #[test]
    fn we_accept_an_independent_signers_tokens() {
        for key in keys() {
            let der = base64::engine::general_purpose::STANDARD.encode(key.to_pkcs8().expect("PKCS#8"));
            let pem = format!("-----BEGIN PRIVATE KEY-----\n{der}\n-----END PRIVATE KEY-----\n");
            let their_key = match key.algorithm() {
                Algorithm::Rs256 => jsonwebtoken::EncodingKey::from_rsa_pem(pem.as_bytes()),
                Algorithm::Es256 => jsonwebtoken::EncodingKey::from_ec_pem(pem.as_bytes()),
                Algorithm::EdDsa => jsonwebtoken::EncodingKey::from_ed_pem(pem.as_bytes()),
            };
            let mut header = jsonwebtoken::Header::new(their_algorithm(&key));
            header.kid = Some(key.kid().to_owned());
            let claims = json!({ "sub": "ada" });
            let token = jsonwebtoken::encode(&header, &claims, &their_key.expect("a key")).expect("a token");
            assert_eq!(check(&token, &key).expect("verified").1, claims);
        }
    }

    #[test]
    fn names_are_exact() {
        for algorithm in Algorithm::ALL {
            assert_eq!(Algorithm::parse(algorithm.as_str()), Some(algorithm));
        }
        for other in ["none", "None", "", "rs256", "RS512", "PS256", "HS256", "Ed25519"] {
            assert_eq!(Algorithm::parse(other), None, "{other}");
        }
    }

    #[test]
    fn hashes_match_openid_connects_example() {
        // OpenID Connect Core, appendix A.4 and A.6.
        let code = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
        assert_eq!(left_half_hash(Algorithm::Rs256, code), "LDktKdoQak3Pk0cnXxCltA");
        let access_token = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
        assert_eq!(left_half_hash(Algorithm::Es256, access_token), "77QmUPtjPfzWtF2AnpK9RQ");
        assert_eq!(left_half_hash(Algorithm::EdDsa, access_token).len(), 43, "half of SHA-512");
    }
}
