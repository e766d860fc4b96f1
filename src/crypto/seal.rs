//! Sealing with AES-256-GCM: values that must be read back are kept or handed out so that nobody else can read,
//! change or move them. Owns the format and the derivation of purpose keys; where keys are kept and when they
//! are replaced is left to the store.
//!
//! A sealed value is `version (1) ‖ nonce (12) ‖ ciphertext ‖ tag (16)`. The parts of the associated data bind
//! it to its place (pool, table, row, column) or purpose, so that a value copied to another row does not open.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::digest::length_prefix;
use super::encoding::{base64url, from_base64url};
use super::random::Random;

/// Bytes in a key.
pub const KEY_LENGTH: usize = 32;

const VERSION: u8 = 1;
const TAG_LENGTH: usize = 16;

/// A 256-bit key. Erased from memory when dropped, never printed. With random nonces one key may seal 2³²
/// values: give each purpose its own (see [`derive()`]).
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; KEY_LENGTH]);

impl Key {
    /// A new random key.
    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        Self(random.bytes())
    }

    /// The key with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; KEY_LENGTH]) -> Self {
        Self(bytes)
    }

    /// The key's bytes: to be sealed under another key, or to compute an HMAC with.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }

    fn cipher(&self) -> LessSafeKey {
        LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &self.0).expect("AES-256 takes 32 bytes"))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Key(..)")
    }
}

/// Why a sealed value did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Too short, or not base64url.
    #[error("the sealed value is malformed")]
    Malformed,
    /// Made by a version of the format that this build does not know.
    #[error("the sealed value has the unknown version {0}")]
    UnknownVersion(u8),
    /// Another key, another place, or changed bytes.
    #[error("the sealed value does not belong to this key and place")]
    Refused,
}

/// Seals `plaintext`, bound to the associated data `aad`.
#[must_use]
pub fn seal(key: &Key, aad: &[&str], plaintext: &[u8], random: &dyn Random) -> Vec<u8> {
    let nonce: [u8; NONCE_LEN] = random.bytes();
    // Room for everything at once: growing would leave copies of the plaintext behind in freed memory.
    let mut sealed = Vec::with_capacity(1 + NONCE_LEN + plaintext.len() + TAG_LENGTH);
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(plaintext);
    let tag = key
        .cipher()
        .seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(associated_data(aad)),
            &mut sealed[1 + NONCE_LEN..],
        )
        .expect("AES-GCM seals everything shorter than 64 GiB");
    sealed.extend_from_slice(tag.as_ref());
    sealed
}

/// Opens what [`seal`] made under the same key and associated data.
///
/// # Errors
/// [`SealError`]; which one tells an attacker nothing that the bytes did not.
pub fn open(key: &Key, aad: &[&str], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (&version, rest) = sealed.split_first().ok_or(SealError::Malformed)?;
    if version != VERSION {
        return Err(SealError::UnknownVersion(version));
    }
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LEN>().ok_or(SealError::Malformed)?;
    let length = ciphertext.len().checked_sub(TAG_LENGTH).ok_or(SealError::Malformed)?;
    let mut plaintext = Zeroizing::new(ciphertext.to_vec());
    key.cipher()
        .open_in_place(
            Nonce::assume_unique_for_key(*nonce),
            Aad::from(associated_data(aad)),
            plaintext.as_mut_slice(),
        )
        .map_err(|_| SealError::Refused)?;
    plaintext.truncate(length);
    Ok(plaintext)
}

/// [`seal`] as base64url: handles and cookies.
#[must_use]
pub fn seal_text(key: &Key, aad: &[&str], plaintext: &[u8], random: &dyn Random) -> String {
    base64url(&seal(key, aad, plaintext, random))
}

/// Opens what [`seal_text`] made.
///
/// # Errors
/// As [`open`]; a text that is not canonical base64url is [`SealError::Malformed`].
pub fn open_text(key: &Key, aad: &[&str], sealed: &str) -> Result<Zeroizing<Vec<u8>>, SealError> {
    open(key, aad, &from_base64url(sealed).ok_or(SealError::Malformed)?)
}

/// The key for one purpose, by HKDF-SHA-256 (RFC 5869) with `label` as its info: knowing it reveals neither
/// `key` nor the key of another label.
#[must_use]
pub fn derive(key: &Key, label: &str) -> Key {
    let extracted = hkdf::Salt::new(hkdf::HKDF_SHA256, b"vestibule purpose key").extract(&key.0);
    let mut derived = Key([0; KEY_LENGTH]);
    extracted
        .expand(&[label.as_bytes()], hkdf::HKDF_SHA256)
        .and_then(|output| output.fill(&mut derived.0))
        .expect("HKDF-SHA-256 yields 32 bytes");
    derived
}

/// Each part preceded by its length, so that parts cannot be shifted.
fn associated_data(parts: &[&str]) -> Vec<u8> {
    let mut data = vec![VERSION];
    for part in parts {
        data.extend_from_slice(&length_prefix(part.as_bytes()));
        data.extend_from_slice(part.as_bytes());
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random::SeededRandom;

    const PLACE: [&str; 4] = ["pool", "users", "row", "secret"];

    fn sealed(plaintext: &[u8]) -> (Key, Vec<u8>) {
        let random = SeededRandom::new(1);
        let key = Key::generate(&random);
        let sealed = seal(&key, &PLACE, plaintext, &random);
        (key, sealed)
    }

    #[test]
    fn what_was_sealed_opens_in_its_place() {
        for plaintext in [&b""[..], b"x", &[7; 5_000]] {
            let (key, sealed) = sealed(plaintext);
            assert_eq!(sealed.len(), 29 + plaintext.len());
            assert_eq!(open(&key, &PLACE, &sealed).expect("it opens").as_slice(), plaintext);
        }
    }

    #[test]
    fn it_opens_nowhere_else() {
        let (key, sealed) = sealed(b"secret");
        for place in
            [&["poolu", "sers", "row", "secret"][..], &["pool", "users", "row2", "secret"], &PLACE[..3], &[]]
        {
            assert_eq!(open(&key, place, &sealed), Err(SealError::Refused), "{place:?}");
        }
        assert_eq!(open(&derive(&key, "other"), &PLACE, &sealed), Err(SealError::Refused));
    }

    #[test]
    fn every_changed_or_missing_byte_is_seen() {
        let (key, sealed) = sealed(b"secret");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            let expected = if at == 0 { SealError::UnknownVersion(0) } else { SealError::Refused };
            assert_eq!(open(&key, &PLACE, &changed), Err(expected), "byte {at}");
            assert!(open(&key, &PLACE, &sealed[..at]).is_err(), "{at} bytes");
        }
        assert_eq!(open(&key, &PLACE, &[]), Err(SealError::Malformed));
    }

    #[test]
    fn texts_are_for_cookies() {
        let random = SeededRandom::new(2);
        let key = Key::generate(&random);
        let text = seal_text(&key, &["flow"], b"handle", &random);
        assert!(text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_'));
        assert_eq!(open_text(&key, &["flow"], &text).expect("it opens").as_slice(), b"handle");
        assert_eq!(open_text(&key, &["flow"], &format!("{text}=")), Err(SealError::Malformed));
        assert_eq!(open_text(&key, &["session"], &text), Err(SealError::Refused));
        assert_ne!(text, seal_text(&key, &["flow"], b"handle", &random), "each has its own nonce");
    }

    #[test]
    fn purpose_keys_differ_and_keys_are_not_printed() {
        let key = Key::from_bytes([0x5a; KEY_LENGTH]);
        assert_eq!(derive(&key, "csrf").as_bytes(), derive(&key, "csrf").as_bytes());
        assert_ne!(derive(&key, "csrf").as_bytes(), derive(&key, "flow").as_bytes());
        assert_ne!(derive(&key, "csrf").as_bytes(), key.as_bytes());
        assert_eq!(format!("{key:?}"), "Key(..)");
    }
}
