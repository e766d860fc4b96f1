//! SHA-256, HMAC-SHA-256 and comparison in constant time. What is hashed and under which key is the caller's.

use aws_lc_rs::{digest, hmac};
use subtle::ConstantTimeEq;

use super::encoding::{base64url, hex};

/// Bytes in a SHA-256 digest.
pub const LENGTH: usize = 32;

/// SHA-256 (FIPS 180-4).
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; LENGTH] {
    array(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// SHA-256 as 64 lowercase hexadecimal digits.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

/// SHA-256 as 43 characters of base64url: how random tokens are stored, and PKCE's `S256` (RFC 7636 §4.2).
#[must_use]
pub fn sha256_base64url(bytes: &[u8]) -> String {
    base64url(&sha256(bytes))
}

/// SHA-256 of bytes that come piece by piece.
#[derive(Clone)]
pub struct Sha256(digest::Context);

impl Default for Sha256 {
    fn default() -> Self {
        Self(digest::Context::new(&digest::SHA256))
    }
}

impl Sha256 {
    /// The next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all pieces as 64 lowercase hexadecimal digits.
    #[must_use]
    pub fn finish_hex(self) -> String {
        hex(self.0.finish().as_ref())
    }
}

/// HMAC-SHA-256 (RFC 2104) over `parts`, each preceded by its length in eight bytes: moving a character from
/// one part to the next gives another value.
#[must_use]
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; LENGTH] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key));
    for part in parts {
        context.update(&length_prefix(part));
        context.update(part);
    }
    array(context.sign().as_ref())
}

/// Whether `left` equals `right`, in a time that depends on the lengths alone.
#[must_use]
pub fn constant_time_eq(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

/// The length that goes before a part wherever several parts are authenticated together.
pub(super) fn length_prefix(part: &[u8]) -> [u8; 8] {
    u64::try_from(part.len()).expect("a length fits 64 bits").to_be_bytes()
}

fn array(bytes: &[u8]) -> [u8; LENGTH] {
    bytes.try_into().expect("SHA-256 yields 32 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_matches_the_published_vector() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256_hex(b"abc"), abc);
        assert_eq!(hex(&sha256(b"abc")), abc);
        let mut pieces = Sha256::default();
        [&b"a"[..], b"", b"bc"].iter().for_each(|piece| pieces.update(piece));
        assert_eq!(pieces.finish_hex(), abc);
    }

    #[test]
    fn base64url_digest_is_a_pkce_challenge() {
        // RFC 7636 appendix B.
        let verifier = b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(sha256_base64url(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn hmac_parts_cannot_be_shifted() {
        let key = b"key";
        let value = hmac_sha256(key, &[b"pool", b"user"]);
        assert_eq!(value, hmac_sha256(key, &[b"pool", b"user"]));
        for other in
            [&[&b"poolu"[..], b"ser"][..], &[b"pooluser"], &[b"pool", b"user", b""], &[b"user", b"pool"]]
        {
            assert_ne!(value, hmac_sha256(key, other));
        }
        assert_ne!(value, hmac_sha256(b"other", &[b"pool", b"user"]));
    }

    #[test]
    fn hmac_is_rfc_2104_over_the_prefixed_parts() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"key");
        let whole = hmac::sign(&key, b"\0\0\0\0\0\0\0\x02ab\0\0\0\0\0\0\0\x01c");
        assert_eq!(hmac_sha256(b"key", &[b"ab", b"c"]), whole.as_ref());
    }

    #[test]
    fn comparison_sees_every_difference() {
        assert!(constant_time_eq(b"same", b"same"));
        for other in [&b"Same"[..], b"samE", b"sam", b"same ", b""] {
            assert!(!constant_time_eq(b"same", other));
        }
    }
}
