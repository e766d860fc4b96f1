//! Signing keys, kept parsed: parsing and checking an RSA key costs twice as much as using it. Owns making,
//! reading and describing keys; sealing and rotating them is left to others.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ED25519, EcdsaKeyPair, Ed25519KeyPair, KeyPair,
    ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, VerificationAlgorithm,
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::Algorithm;
use crate::crypto::digest::sha256_base64url;
use crate::crypto::encoding::base64url;

const RSA_BYTES: usize = 256;
const P256_COORDINATE: usize = 32;

/// Why there is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The cryptographic library failed.
    #[error("a signing key could not be made")]
    Unmade,
    /// Not a PKCS#8 key of the algorithm, or of another size.
    #[error("the stored signing key is not a valid key for its algorithm")]
    Rejected,
}

/// A private key with its algorithm and its id. Share it in an `Arc`.
pub struct SigningKey {
    algorithm: Algorithm,
    kid: String,
    pair: Pair,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ecdsa(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl SigningKey {
    /// Makes a key. RSA takes about 100 ms, sometimes much more: run it on a blocking thread. The library draws
    /// its own randomness.
    ///
    /// # Errors
    /// [`KeyError::Unmade`] when the library fails.
    pub fn generate(algorithm: Algorithm) -> Result<Self, KeyError> {
        let pair = match algorithm {
            Algorithm::Rs256 => RsaKeyPair::generate(KeySize::Rsa2048).map(Pair::Rsa),
            Algorithm::Es256 => EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).map(Pair::Ecdsa),
            Algorithm::EdDsa => Ed25519KeyPair::generate().map(Pair::Ed25519),
        };
        Ok(Self::new(algorithm, pair.map_err(|_| KeyError::Unmade)?))
    }

    /// Reads a key from PKCS#8 (RFC 5208).
    ///
    /// # Errors
    /// [`KeyError::Rejected`] when it is damaged, of another algorithm, or an RSA key of another size.
    pub fn from_pkcs8(algorithm: Algorithm, der: &[u8]) -> Result<Self, KeyError> {
        let pair = match algorithm {
            Algorithm::Rs256 => RsaKeyPair::from_pkcs8(der).map(Pair::Rsa),
            Algorithm::Es256 => {
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der).map(Pair::Ecdsa)
            }
            Algorithm::EdDsa => Ed25519KeyPair::from_pkcs8(der).map(Pair::Ed25519),
        };
        let pair = pair.map_err(|_| KeyError::Rejected)?;
        if matches!(&pair, Pair::Rsa(rsa) if rsa.public_modulus_len() != RSA_BYTES) {
            return Err(KeyError::Rejected);
        }
        Ok(Self::new(algorithm, pair))
    }

    /// The key as PKCS#8, to be sealed.
    ///
    /// # Errors
    /// [`KeyError::Unmade`] when the library fails.
    pub fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        let copy = |der: Pkcs8V1Der<'static>| Zeroizing::new(der.as_ref().to_vec());
        match &self.pair {
            Pair::Rsa(pair) => AsDer::<Pkcs8V1Der>::as_der(pair).map(copy),
            Pair::Ecdsa(pair) => pair.to_pkcs8v1().map(|document| Zeroizing::new(document.as_ref().to_vec())),
            Pair::Ed25519(pair) => AsDer::<Pkcs8V1Der>::as_der(pair).map(copy),
        }
        .map_err(|_| KeyError::Unmade)
    }

    /// The algorithm it signs with.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Its id: the JWK thumbprint (RFC 7638), the same wherever the key is read.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The public half as a JWK (RFC 7517), for a JWKS.
    #[must_use]
    pub fn public_jwk(&self) -> Value {
        let mut jwk = self.pair.public_members();
        jwk["kid"] = json!(self.kid);
        jwk["alg"] = json!(self.algorithm.as_str());
        jwk["use"] = json!("sig");
        jwk
    }

    /// The public half, to verify with.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        let scheme: &'static dyn VerificationAlgorithm = match self.algorithm {
            Algorithm::Rs256 => &RSA_PKCS1_2048_8192_SHA256,
            Algorithm::Es256 => &ECDSA_P256_SHA256_FIXED,
            Algorithm::EdDsa => &ED25519,
        };
        let key = ParsedPublicKey::new(scheme, self.pair.public_bytes())
            .expect("a key pair has a valid public half");
        VerifyingKey { algorithm: self.algorithm, kid: self.kid.clone(), key }
    }

    pub(super) fn signature(&self, message: &[u8]) -> Result<Vec<u8>, aws_lc_rs::error::Unspecified> {
        match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)?;
                Ok(signature)
            }
            Pair::Ecdsa(pair) => Ok(pair.sign(&SystemRandom::new(), message)?.as_ref().to_vec()),
            Pair::Ed25519(pair) => Ok(pair.try_sign(message)?.as_ref().to_vec()),
        }
    }

    fn new(algorithm: Algorithm, pair: Pair) -> Self {
        // RFC 7638 §3: the required members only, in lexicographic order, without white space.
        let kid = sha256_base64url(pair.public_members().to_string().as_bytes());
        Self { algorithm, kid, pair }
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("SigningKey")
            .field("algorithm", &self.algorithm)
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

impl Pair {
    fn public_bytes(&self) -> &[u8] {
        match self {
            Self::Rsa(pair) => pair.public_key().as_ref(),
            Self::Ecdsa(pair) => pair.public_key().as_ref(),
            Self::Ed25519(pair) => pair.public_key().as_ref(),
        }
    }

    /// The members of a JWK that the key consists of (RFC 7518 §6, RFC 8037 §2), in lexicographic order.
    fn public_members(&self) -> Value {
        match self {
            Self::Rsa(pair) => {
                let public = pair.public_key();
                let modulus = base64url(public.modulus().big_endian_without_leading_zero());
                let exponent = base64url(public.exponent().big_endian_without_leading_zero());
                json!({ "e": exponent, "kty": "RSA", "n": modulus })
            }
            Self::Ecdsa(_) => {
                // Uncompressed point (SEC 1 §2.3.3): 0x04, x, y.
                let (x, y) = self.public_bytes()[1..].split_at(P256_COORDINATE);
                json!({ "crv": "P-256", "kty": "EC", "x": base64url(x), "y": base64url(y) })
            }
            Self::Ed25519(_) => {
                json!({ "crv": "Ed25519", "kty": "OKP", "x": base64url(self.public_bytes()) })
            }
        }
    }
}

/// The public half of one of our keys.
#[derive(Clone)]
pub struct VerifyingKey {
    algorithm: Algorithm,
    kid: String,
    key: ParsedPublicKey,
}

impl VerifyingKey {
    /// The only algorithm it verifies.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The id of the key.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    pub(super) fn accepts(&self, message: &[u8], signature: &[u8]) -> bool {
        self.key.verify_sig(message, signature).is_ok()
    }
}

impl std::fmt::Debug for VerifyingKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("VerifyingKey")
            .field("algorithm", &self.algorithm)
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_survive_storage() {
        for algorithm in Algorithm::ALL {
            let key = SigningKey::generate(algorithm).expect("a key");
            let stored = key.to_pkcs8().expect("PKCS#8");
            let read = SigningKey::from_pkcs8(algorithm, &stored).expect("the same key");
            assert_eq!(read.public_jwk(), key.public_jwk());
            assert_eq!(read.kid(), key.kid());
            assert_ne!(SigningKey::generate(algorithm).expect("a key").kid(), key.kid());
            for other in Algorithm::ALL.into_iter().filter(|other| *other != algorithm) {
                assert_eq!(SigningKey::from_pkcs8(other, &stored).err(), Some(KeyError::Rejected));
            }
            assert_eq!(SigningKey::from_pkcs8(algorithm, &stored[1..]).err(), Some(KeyError::Rejected));
        }
    }

    #[test]
    fn rsa_keys_of_another_size_are_rejected() {
        let large = RsaKeyPair::generate(KeySize::Rsa3072).expect("a key");
        let der = AsDer::<Pkcs8V1Der>::as_der(&large).expect("PKCS#8");
        assert_eq!(SigningKey::from_pkcs8(Algorithm::Rs256, der.as_ref()).err(), Some(KeyError::Rejected));
    }

    #[test]
    fn the_kid_is_the_thumbprint() {
        // RFC 8037 appendix A.1 (private key, wrapped as PKCS#8), A.2 and A.3.
        let seed = crate::crypto::encoding::from_base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
            .expect("base64url");
        let prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
        let key = SigningKey::from_pkcs8(Algorithm::EdDsa, &[&prefix[..], &seed].concat()).expect("a key");
        assert_eq!(key.kid(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assert_eq!(
            key.public_jwk(),
            json!({
                "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                "alg": "EdDSA", "use": "sig", "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
            })
        );
    }

    #[test]
    fn public_keys_hold_nothing_private_and_debug_prints_no_key() {
        for algorithm in Algorithm::ALL {
            let key = SigningKey::generate(algorithm).expect("a key");
            let jwk = key.public_jwk();
            for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
                assert!(jwk.get(private).is_none(), "{private}");
            }
            let expected = format!("SigningKey {{ algorithm: {algorithm:?}, kid: {:?}, .. }}", key.kid());
            assert_eq!(format!("{key:?}"), expected);
        }
    }
}
