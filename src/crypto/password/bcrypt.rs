//! bcrypt (`$2a$`, `$2b$`, `$2y$`), also over a SHA-256 as Django writes it.
//!
//! Two traps. It reads 72 bytes of a password and no more: longer ones verify as they did where they come from, but
//! see [`BcryptHash::reads_all_of`]. And it repeats a password together with its closing NUL to fill the key, so that
//! `a` and `a NUL a` would be one password, while implementations in C stop at a NUL: a password that holds one is
//! never right here.

use std::fmt;

use base64::Engine;
use zeroize::Zeroizing;

use super::HashRefusal;
use super::parts::{bcrypt_base64, number, phantom_output};
use crate::crypto::digest;

/// 2^15 rounds take about two seconds of a core; each step doubles them.
const MOST_ROUNDS_LOG2: u32 = 15;
const FEWEST_ROUNDS_LOG2: u32 = 4;
/// What bcrypt reads of a password, the closing NUL included.
const READ_LENGTH: usize = 72;
const OUTPUT_LENGTH: usize = 23;
const SALT_CHARACTERS: usize = 22;
const FAMILY: &str = "bcrypt";
const OVER_SHA256: &str = "bcrypt_sha256$";

/// A hash within our limits.
pub(super) struct BcryptHash {
    /// `a`, `b` or `y`: how its maker handled passwords that nobody has. They are computed alike.
    minor: char,
    over_sha256: bool,
    rounds_log2: u32,
    salt: [u8; 16],
    output: [u8; OUTPUT_LENGTH],
}

impl BcryptHash {
    pub(super) fn read(text: &str) -> Result<Self, HashRefusal> {
        let (over_sha256, plain) = match text.strip_prefix(OVER_SHA256) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        Self::parts(plain, over_sha256).ok_or(HashRefusal::Malformed(FAMILY)).and_then(|hash| {
            match hash.rounds_log2 {
                FEWEST_ROUNDS_LOG2..=MOST_ROUNDS_LOG2 => Ok(hash),
                _ => Err(HashRefusal::TooExpensive { family: FAMILY, limit: "a cost of 15" }),
            }
        })
    }

    fn parts(text: &str, over_sha256: bool) -> Option<Self> {
        let rest = text.strip_prefix("$2")?;
        let (minor, rest) = (rest.chars().next().filter(|c| "aby".contains(*c))?, rest.get(1..)?);
        let (rounds, digits) = rest.strip_prefix('$')?.split_once('$')?;
        let rounds_log2 = number(rounds.strip_prefix('0').unwrap_or(rounds)).filter(|_| rounds.len() == 2)?;
        if rounds_log2 < FEWEST_ROUNDS_LOG2 || !digits.is_ascii() || digits.len() != SALT_CHARACTERS + 31 {
            return None;
        }
        let (salt, output) = digits.split_at(SALT_CHARACTERS);
        let base64 = bcrypt_base64();
        Some(Self {
            minor,
            over_sha256,
            rounds_log2,
            salt: base64.decode(salt).ok()?.try_into().ok()?,
            output: base64.decode(output).ok()?.try_into().ok()?,
        })
    }

    pub(super) fn verify(&self, password: &[u8]) -> bool {
        let hashed = self.over_sha256.then(|| digest::sha256_hex(password).into_bytes());
        let given = hashed.as_deref().unwrap_or(password);
        let mut key = Zeroizing::new([0_u8; READ_LENGTH]);
        let length = given.len().min(READ_LENGTH);
        key[..length].copy_from_slice(&given[..length]);
        let used = (length + 1).min(READ_LENGTH);
        // Computed in any case: the time must not tell what was in the password.
        let computed = ::bcrypt::bcrypt(self.rounds_log2, self.salt, &key[..used]);
        digest::constant_time_eq(&computed[..OUTPUT_LENGTH], &self.output) && !given.contains(&0)
    }

    /// Whether every byte of this password counts.
    pub(super) fn reads_all_of(&self, password: &[u8]) -> bool {
        self.over_sha256 || password.len() <= READ_LENGTH
    }

    pub(super) fn phantom(&self) -> Self {
        let output = phantom_output(OUTPUT_LENGTH).try_into().expect("as long as was asked for");
        Self { salt: [0; 16], output, ..*self }
    }
}

impl fmt::Display for BcryptHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base64 = bcrypt_base64();
        let prefix = if self.over_sha256 { OVER_SHA256 } else { "" };
        let (salt, output) = (base64.encode(self.salt), base64.encode(self.output));
        write!(f, "{prefix}$2{}${:02}${salt}{output}", self.minor, self.rounds_log2)
    }
}

#[cfg(test)]
mod tests {
    use super::super::verify;
    use super::*;

    #[test]
    fn hashes_of_other_implementations_verify() {
        // The vectors of crypt_blowfish.
        for (hash, password) in [
            ("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", &b"U*U"[..]),
            ("$2b$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a", b"U*U*U"),
            ("$2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e", b"\xff\xff\xa3"),
        ] {
            let written = BcryptHash::read(hash).map(|read| read.to_string());
            assert_eq!(written.ok().as_deref(), Some(hash));
            assert!(verify(hash, password), "{hash}");
            assert!(!verify(hash, b"U*"), "{hash}");
        }
    }

    #[test]
    fn costs_outside_the_limits_are_refused() {
        let with = |cost: &str| format!("$2b${cost}$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");
        assert!(BcryptHash::read(&with("15")).is_ok());
        assert!(matches!(BcryptHash::read(&with("16")), Err(HashRefusal::TooExpensive { .. })));
        assert!(matches!(BcryptHash::read(&with("31")), Err(HashRefusal::TooExpensive { .. })));
        for wrong in ["03", "5", "005", "-5", "xx", ""] {
            assert!(matches!(BcryptHash::read(&with(wrong)), Err(HashRefusal::Malformed(_))), "{wrong}");
        }
    }
}
