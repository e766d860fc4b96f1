//! The master key, under which every stored key is sealed. Owns its textual form and the check value that
//! recognises it; reading the file, credential or variable and comparing with the database is left to the caller.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use super::digest::{constant_time_eq, hmac_sha256, sha256};
use super::encoding::{base64url, from_hex, hex};
use super::random::Random;
use super::seal::{KEY_LENGTH, Key, derive};

const EITHER_PADDING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, EITHER_PADDING);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, EITHER_PADDING);

/// The key given by the operator. Never printed.
#[derive(Clone, Debug)]
pub struct MasterKey(Key);

/// The operator's master key and, while nodes change over to it, the one it replaces. A database is under one of them;
/// a new database is made under the first.
#[derive(Clone, Debug)]
pub struct MasterKeys {
    present: MasterKey,
    others: Vec<MasterKey>,
}

/// The text is no master key. Says nothing of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the master key must be 32 bytes, written as 64 hexadecimal digits or as base64")]
pub struct MalformedMasterKey;

impl MasterKey {
    /// A new random master key.
    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        Self(Key::generate(random))
    }

    /// Reads 64 hexadecimal digits or the base64 (either alphabet, padded or not) of 32 bytes; white space
    /// around it, such as a file's last newline, is ignored.
    ///
    /// # Errors
    /// [`MalformedMasterKey`] for anything else.
    pub fn parse(text: &str) -> Result<Self, MalformedMasterKey> {
        let text = text.trim();
        let bytes = from_hex(text)
            .or_else(|| STANDARD.decode(text).ok())
            .or_else(|| URL_SAFE.decode(text).ok())
            .map(Zeroizing::new)
            .ok_or(MalformedMasterKey)?;
        let bytes: [u8; KEY_LENGTH] = bytes.as_slice().try_into().map_err(|_| MalformedMasterKey)?;
        Ok(Self(Key::from_bytes(bytes)))
    }

    /// The key itself.
    #[must_use]
    pub const fn key(&self) -> &Key {
        &self.0
    }

    /// 64 hexadecimal digits, to be written into the operator's key file.
    #[must_use]
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.0.as_bytes()))
    }

    /// A value that recognises the key and reveals nothing of it: kept in the database, so that a wrong key is
    /// refused before anything is written under it.
    #[must_use]
    pub fn check_value(&self) -> String {
        base64url(&hmac_sha256(derive(&self.0, "master key check").as_bytes(), &[b"check value"]))
    }

    /// Whether `check_value` is this key's.
    #[must_use]
    pub fn matches(&self, check_value: &str) -> bool {
        constant_time_eq(self.check_value().as_bytes(), check_value.as_bytes())
    }

    /// What people tell keys apart by: 16 hexadecimal digits that reveal nothing of the key.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        hex(&sha256(self.check_value().as_bytes())[..8])
    }

    /// The key that backups are sealed under.
    #[must_use]
    pub fn backup_key(&self) -> Key {
        derive(&self.0, "backup")
    }
}

impl MasterKeys {
    /// A key, and the one that it replaces.
    #[must_use]
    pub fn new(present: MasterKey, previous: Option<MasterKey>) -> Self {
        Self { present, others: previous.into_iter().collect() }
    }

    /// These keys and one more.
    #[must_use]
    pub fn and(mut self, key: MasterKey) -> Self {
        self.others.push(key);
        self
    }

    /// The key that a new database is made under.
    #[must_use]
    pub const fn present(&self) -> &MasterKey {
        &self.present
    }

    /// The keys, the present one first.
    pub fn all(&self) -> impl Iterator<Item = &MasterKey> {
        std::iter::once(&self.present).chain(&self.others)
    }

    /// The key with this check value.
    #[must_use]
    pub fn matching(&self, check_value: &str) -> Option<&MasterKey> {
        self.all().find(|key| key.matches(check_value))
    }
}

impl From<&MasterKey> for MasterKeys {
    fn from(key: &MasterKey) -> Self {
        Self::new(key.clone(), None)
    }
}

impl From<&Self> for MasterKeys {
    fn from(keys: &Self) -> Self {
        keys.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEX: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1dfeff";

    #[test]
    fn hexadecimal_and_base64_are_the_same_key() {
        let key = MasterKey::parse(HEX).expect("hexadecimal");
        for text in [
            &format!("{}\n", HEX.to_uppercase()),
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd/v8=",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd/v8",
            " AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd_v8= ",
        ] {
            let other = MasterKey::parse(text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(other.key().as_bytes(), key.key().as_bytes());
        }
        assert_eq!(key.to_hex().as_str(), HEX);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "secret", &HEX[2..], &format!("{HEX}00"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd"]
        {
            assert_eq!(MasterKey::parse(text).err(), Some(MalformedMasterKey), "{text}");
        }
    }

    #[test]
    fn the_check_value_recognises_its_key_alone() {
        let key = MasterKey::parse(HEX).expect("hexadecimal");
        let other = MasterKey::parse(&HEX.replace('f', "e")).expect("hexadecimal");
        assert!(key.matches(&key.check_value()));
        assert!(!other.matches(&key.check_value()));
        assert!(!key.matches(""));
        assert!(!format!("{key:?}").contains("00"));
    }
}
