//! Public keys as authenticators write them (RFC 9052 §7, RFC 9053, RFC 8230; Web Authentication §6.5.1.1).

use aws_lc_rs::rsa::PublicKeyComponents;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
};

use super::WebauthnError;
use super::cbor;

/// The algorithms that are asked for, the most wished first: ES256, EdDSA with Ed25519, RS256.
pub const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// The longest key that is read, in bytes: RSA with 8192 bits and a little around it.
const LONGEST: usize = 1200;

/// A credential's public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// ECDSA over P-256 with SHA-256: the uncompressed point.
    Es256([u8; 65]),
    /// Ed25519.
    EdDsa([u8; 32]),
    /// RSASSA-PKCS1-v1_5 with SHA-256, 2048 to 8192 bits.
    Rs256 {
        /// The modulus, without leading zeros.
        modulus: Vec<u8>,
        /// The public exponent, without leading zeros.
        exponent: Vec<u8>,
    },
}

impl PublicKey {
    /// Reads a `COSE_Key`.
    ///
    /// # Errors
    /// [`WebauthnError::UnsupportedAlgorithm`] for a key of another kind than [`ALGORITHMS`],
    /// [`WebauthnError::Malformed`] for what is no key, or not a point of its curve.
    pub fn read(cose: &[u8]) -> Result<Self, WebauthnError> {
        let mut rest = cose;
        let key = Self::take(&mut rest)?;
        if rest.is_empty() { Ok(key) } else { Err(MALFORMED) }
    }

    /// Takes a `COSE_Key` from the front of `bytes`.
    pub(super) fn take(bytes: &mut &[u8]) -> Result<Self, WebauthnError> {
        let before = bytes.len();
        let map = cbor::take_map(bytes, "the public key")?;
        if before - bytes.len() > LONGEST {
            return Err(MALFORMED);
        }
        // Labels: 1 key type, 3 algorithm; of EC2 and OKP -1 curve, -2 x, -3 y; of RSA -1 n, -2 e.
        let key = match (map.integer(1), map.integer(3)) {
            (Some(2), Some(-7)) if map.integer(-1) == Some(1) => {
                let (x, y) = map.bytes(-2).zip(map.bytes(-3)).ok_or(MALFORMED)?;
                Self::Es256([&[4], x, y].concat().try_into().map_err(|_| MALFORMED)?)
            }
            (Some(1), Some(-8)) if map.integer(-1) == Some(6) => {
                Self::EdDsa(map.bytes(-2).ok_or(MALFORMED)?.try_into().map_err(|_| MALFORMED)?)
            }
            (Some(3), Some(-257)) => {
                let (n, e) = map.bytes(-1).zip(map.bytes(-2)).ok_or(MALFORMED)?;
                Self::Rs256 { modulus: without_zeros(n), exponent: without_zeros(e) }
            }
            _ => return Err(WebauthnError::UnsupportedAlgorithm),
        };
        if key.can_be_one() { Ok(key) } else { Err(MALFORMED) }
    }

    /// The COSE name of the algorithm, one of [`ALGORITHMS`].
    #[must_use]
    pub fn algorithm(&self) -> i64 {
        match self {
            Self::Es256(_) => -7,
            Self::EdDsa(_) => -8,
            Self::Rs256 { .. } => -257,
        }
    }

    /// Whether `signature` is this key's over `message`.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature).is_ok()
            }
            Self::EdDsa(key) => UnparsedPublicKey::new(&ED25519, key).verify(message, signature).is_ok(),
            Self::Rs256 { modulus, exponent } => PublicKeyComponents { n: modulus, e: exponent }
                .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
                .is_ok(),
        }
    }

    /// Whether it can be a key at all: what can never verify is better refused when it is registered.
    fn can_be_one(&self) -> bool {
        match self {
            Self::Es256(point) => ParsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).is_ok(),
            Self::EdDsa(key) => ParsedPublicKey::new(&ED25519, key).is_ok(),
            Self::Rs256 { modulus, exponent } => {
                let is_odd = |number: &[u8]| number.last().is_some_and(|last| last & 1 == 1);
                (256..=1024).contains(&modulus.len())
                    && is_odd(modulus)
                    && (1..=4).contains(&exponent.len())
                    && is_odd(exponent)
                    && exponent != &[1]
            }
        }
    }
}

const MALFORMED: WebauthnError = WebauthnError::Malformed("the public key");

fn without_zeros(number: &[u8]) -> Vec<u8> {
    number.iter().copied().skip_while(|byte| *byte == 0).collect()
}
