//! The verifier of SRP-6a as Cognito's clients compute it: 3072-bit group, SHA-256, integers hashed in Java's
//! `toByteArray` form. Owns making salt and verifier from a password in clear; when one is stored, and the
//! exchange that uses it, is left to others. A verifier can be guessed against at the speed of SHA-256 and one
//! exponentiation: it must be stored sealed.

use crypto_bigint::modular::ConstMontyForm;
use crypto_bigint::{U256, U3072, Uint, const_monty_params};
use zeroize::Zeroizing;

use super::digest::{LENGTH, sha256};
use super::random::Random;

/// Bytes in a salt. Clients are sent exactly twice as many hexadecimal digits.
pub const SALT_LENGTH: usize = 16;

const_monty_params!(
    Group,
    U3072,
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD\
     EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
     EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F\
     83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
     E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510\
     15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7\
     ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C\
     BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
    "The group of RFC 3526 §4."
);

type Element = ConstMontyForm<Group, { U3072::LIMBS }>;

const GENERATOR: u8 = 2;

/// What a server keeps instead of the password.
#[derive(Clone, PartialEq, Eq)]
pub struct SrpVerifier {
    /// 16 bytes, the first of them not zero.
    pub salt: Vec<u8>,
    /// `g^x mod N`, 384 bytes, big-endian.
    pub verifier: Vec<u8>,
}

impl std::fmt::Debug for SrpVerifier {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SrpVerifier(..)")
    }
}

/// Makes the verifier of a password with a new salt. `pool_name` is the pool's id after its `_`; `user_id` is the
/// `USER_ID_FOR_SRP` that clients are told, and is baked in. Takes about a millisecond: not for an HTTP worker.
#[must_use]
pub fn make_verifier(pool_name: &str, user_id: &str, password: &str, random: &dyn Random) -> SrpVerifier {
    let mut salt: [u8; SALT_LENGTH] = random.bytes();
    // Some clients read the salt as a number and lose leading zeros, others hash the text as it stands.
    while salt[0] == 0 {
        random.fill(&mut salt[..1]);
    }
    let x = private_value(&salt, pool_name, user_id, password);
    // The exponent is a fixed 256 bits, so the time does not depend on the password.
    let verifier = generator().pow(&U256::from_be_slice(x.as_slice()));
    SrpVerifier { salt: salt.to_vec(), verifier: bytes(&verifier.retrieve()) }
}

/// `x = H(pad(salt) ‖ H(poolName ‖ userId ‖ ":" ‖ password))`.
fn private_value(salt: &[u8], pool_name: &str, user_id: &str, password: &str) -> Zeroizing<[u8; LENGTH]> {
    let identity = Zeroizing::new([pool_name, user_id, ":", password].concat());
    let inner = Zeroizing::new(sha256(identity.as_bytes()));
    let outer = Zeroizing::new([pad(salt).as_slice(), inner.as_slice()].concat());
    Zeroizing::new(sha256(&outer))
}

/// A non-negative integer as Java's `BigInteger.toByteArray` writes it: no leading zeros but one where the top
/// bit is set.
fn pad(integer: &[u8]) -> Vec<u8> {
    let first = integer.iter().position(|byte| *byte != 0).unwrap_or(integer.len());
    let digits = &integer[first..];
    let sign = digits.first().is_none_or(|byte| byte & 0x80 != 0);
    let mut padded = Vec::with_capacity(digits.len() + 1);
    padded.extend(sign.then_some(0));
    padded.extend_from_slice(digits);
    padded
}

fn generator() -> Element {
    Element::new(&U3072::from_u8(GENERATOR))
}

fn bytes<const LIMBS: usize>(integer: &Uint<LIMBS>) -> Vec<u8> {
    integer.to_be_bytes().as_slice().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::digest::sha256_hex;
    use crate::crypto::encoding::{from_hex, hex};
    use crate::crypto::random::{SeededRandom, SystemRandom};
    use crypto_bigint::{U1024, U2048};

    const POOL: &str = "AbCdEfGhI";
    const USER: &str = "840884d8-10d1-7035-be7f-00082e74d343";
    const PASSWORD: &str = "Correct-Horse-7";

    fn element(integer: &[u8]) -> Element {
        Element::new(&U3072::from_be_slice(integer))
    }

    fn padded(element: &Element) -> Vec<u8> {
        pad(&bytes(&element.retrieve()))
    }

    fn k() -> Element {
        let mut wide = [0; 384];
        wide[352..]
            .copy_from_slice(&sha256(&[pad(&bytes(Element::MODULUS.as_ref())), pad(&[GENERATOR])].concat()));
        element(&wide)
    }

    /// Both sides' calculation with the secrets `a` and `b`: what is sent (A, B), u, and each side's S.
    fn exchange(x: &[u8], verifier: &Element, a: &U1024, b: &U1024) -> [Vec<u8>; 5] {
        let public_a = generator().pow(a);
        let public_b = k() * verifier + generator().pow(b);
        let u = sha256(&[padded(&public_a), padded(&public_b)].concat());
        let [u_number, x] = [&u, x].map(|bytes| U256::from_be_slice(bytes).resize::<{ U2048::LIMBS }>());
        let exponent = a.resize::<{ U2048::LIMBS }>().wrapping_add(&u_number.wrapping_mul(&x));
        let client = (public_b - k() * generator().pow(&x)).pow(&exponent);
        let server = (public_a * verifier.pow(&u_number)).pow(b);
        [padded(&public_a), padded(&public_b), u.to_vec(), padded(&client), padded(&server)]
    }

    #[test]
    fn matches_what_cognitos_clients_compute() {
        let salt = from_hex("4d5e6f708192a3b4c5d6e7f801234567").expect("hexadecimal");
        let x = private_value(&salt, POOL, USER, PASSWORD);
        assert_eq!(hex(x.as_slice()), "de9bd7944bb70bc7bef1462d991109cabaa2472325e78bd8eb063e6f69c19a41");
        let verifier = generator().pow(&U256::from_be_slice(x.as_slice()));
        let [a, b] =
            ["client", "server"].map(|name| U1024::from_be_slice(&sha256(name.as_bytes()).repeat(4)));
        let [public_a, public_b, u, client, server] = exchange(x.as_slice(), &verifier, &a, &b);
        assert_eq!(
            hex(&pad(&bytes(&k().retrieve()))),
            "538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6"
        );
        assert_eq!(
            sha256_hex(&padded(&verifier)),
            "7972738cab3247691eb6ff6b4ddf467b2ae459cb2348aadf27a8eebc3bf20e95"
        );
        assert_eq!(sha256_hex(&public_a), "a2f21f6b8d6ef1f3f880f4119e6058df447e0d772376a3b33128dab8e3eb452b");
        assert_eq!(sha256_hex(&public_b), "3a1645a601f7bc65928a5957a9fbd8060ec64856588d27721c67e34a0cc27b4f");
        assert_eq!(hex(&u), "dea045e32a721bc64e4e93d0db69d74723a1f1c9926b3afff230c6968eccb756");
        assert_eq!(sha256_hex(&server), "1a509e01c34036ee347274febf30b1d24d4943d42afbc59fb7fb91d15da3ea50");
        assert_eq!(client, server);
    }

    #[test]
    fn both_sides_agree_only_on_the_right_password() {
        let random: &dyn Random = &SystemRandom;
        let made = make_verifier(POOL, USER, PASSWORD, random);
        let [a, b] = [random.bytes::<128>(), random.bytes()].map(|secret| U1024::from_be_slice(&secret));
        for (pool, user, password, agree) in [
            (POOL, USER, PASSWORD, true),
            (POOL, USER, "Correct-Horse-8", false),
            ("Other", USER, PASSWORD, false),
            (POOL, "other", PASSWORD, false),
        ] {
            let x = private_value(&made.salt, pool, user, password);
            let [.., client, server] = exchange(x.as_slice(), &element(&made.verifier), &a, &b);
            assert_eq!(client == server, agree, "{pool} {user} {password}");
        }
    }

    #[test]
    fn salts_begin_with_a_digit_that_no_client_loses() {
        let random = SeededRandom::new(3);
        let salts: Vec<_> = (0..5).map(|_| make_verifier(POOL, USER, PASSWORD, &random)).collect();
        assert!(
            salts.iter().all(|made| made.salt.len() == 16 && made.salt[0] != 0 && made.verifier.len() == 384)
        );
        assert!(salts.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(format!("{:?}", salts[0]), "SrpVerifier(..)");
    }

    #[test]
    fn integers_are_padded_as_java_does() {
        for (integer, padded) in
            [(&[0x7f][..], &[0x7f][..]), (&[0x80], &[0, 0x80]), (&[0, 0, 1], &[1]), (&[0], &[0]), (&[], &[0])]
        {
            assert_eq!(pad(integer), padded);
        }
    }
}
