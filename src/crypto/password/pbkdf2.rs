//! PBKDF2 (RFC 8018 §5.2) with HMAC over SHA-1, SHA-256 and SHA-512, in PHC strings.

use std::fmt;
use std::num::NonZeroU32;

use aws_lc_rs::pbkdf2::{self, Algorithm};

use super::HashRefusal;
use super::parts::{check_lengths, from_base64, named_numbers, phantom_output, to_base64};

const FAMILY: &str = "PBKDF2";
/// Rounds over all blocks of the output: about a second of a core.
const MOST_ROUNDS: u64 = 5_000_000;
/// Below it a hash is hardly dearer to guess than a salted digest.
const FEWEST_ROUNDS: u32 = 1_000;

/// The digest of the HMAC.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Prf {
    Sha1,
    Sha256,
    Sha512,
}

impl Prf {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "sha1" => Some(Self::Sha1),
            "sha256" => Some(Self::Sha256),
            "sha512" => Some(Self::Sha512),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    fn output_length(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    fn algorithm(self) -> Algorithm {
        match self {
            Self::Sha1 => pbkdf2::PBKDF2_HMAC_SHA1,
            Self::Sha256 => pbkdf2::PBKDF2_HMAC_SHA256,
            Self::Sha512 => pbkdf2::PBKDF2_HMAC_SHA512,
        }
    }
}

/// `$pbkdf2-sha256$i=…$salt$output`.
pub(super) struct Pbkdf2Hash {
    prf: Prf,
    rounds: NonZeroU32,
    salt: Vec<u8>,
    output: Vec<u8>,
}

impl Pbkdf2Hash {
    pub(super) fn new(prf: Prf, rounds: u32, salt: Vec<u8>, output: Vec<u8>) -> Result<Self, HashRefusal> {
        check_lengths(FAMILY, &salt, &output)?;
        let blocks = output.len().div_ceil(prf.output_length()) as u64;
        if u64::from(rounds) * blocks > MOST_ROUNDS {
            return Err(HashRefusal::TooExpensive { family: FAMILY, limit: "5 million rounds" });
        }
        match NonZeroU32::new(rounds).filter(|rounds| rounds.get() >= FEWEST_ROUNDS) {
            Some(rounds) => Ok(Self { prf, rounds, salt, output }),
            None => Err(HashRefusal::TooCheap { family: FAMILY, limit: "1000 rounds" }),
        }
    }

    pub(super) fn read(text: &str) -> Result<Self, HashRefusal> {
        let malformed = HashRefusal::Malformed(FAMILY);
        let parts: Vec<&str> = text.split('$').collect();
        let ["", family, cost, salt, output] = parts.as_slice() else { return Err(malformed) };
        let prf = family.strip_prefix("pbkdf2-").and_then(Prf::named).ok_or(malformed)?;
        let [rounds] = named_numbers(cost, ["i"]).ok_or(malformed)?;
        let (salt, output) = from_base64(salt).zip(from_base64(output)).ok_or(malformed)?;
        Self::new(prf, rounds, salt, output)
    }

    pub(super) fn verify(&self, password: &[u8]) -> bool {
        pbkdf2::verify(self.prf.algorithm(), self.rounds, &self.salt, password, &self.output).is_ok()
    }

    pub(super) fn phantom(&self) -> Self {
        let output = phantom_output(self.output.len());
        Self { prf: self.prf, rounds: self.rounds, salt: vec![0; self.salt.len()], output }
    }
}

impl fmt::Display for Pbkdf2Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (salt, output) = (to_base64(&self.salt), to_base64(&self.output));
        write!(f, "$pbkdf2-{}$i={}${salt}${output}", self.prf.name(), self.rounds)
    }
}

#[cfg(test)]
mod tests {
    use super::super::verify;
    use super::*;

    #[test]
    fn the_vector_of_the_rfc_verifies() {
        // RFC 6070: 4096 rounds of SHA-1 over "passwordPASSWORDpassword".
        let known = "$pbkdf2-sha1$i=4096$c2FsdFNBTFRzYWx0U0FMVHNhbHRTQUxUc2FsdFNBTFRzYWx0$PS7sT+QchJuAyNg2YsDkSospGpZM8vBwOA";
        let read = Pbkdf2Hash::read(known).map(|read| read.to_string());
        assert_eq!(read.ok().as_deref(), Some(known));
        assert!(verify(known, b"passwordPASSWORDpassword"));
        assert!(!verify(known, b"password"));
    }

    #[test]
    fn costs_outside_the_limits_are_refused() {
        let with = |rounds| Pbkdf2Hash::new(Prf::Sha256, rounds, vec![1; 16], vec![1; 64]).map(drop);
        assert!(with(2_500_000).is_ok(), "two blocks");
        assert!(matches!(with(2_500_001), Err(HashRefusal::TooExpensive { .. })));
        assert!(matches!(with(u32::MAX), Err(HashRefusal::TooExpensive { .. })));
        assert!(matches!(with(999), Err(HashRefusal::TooCheap { .. })));
        assert!(matches!(with(0), Err(HashRefusal::TooCheap { .. })));
    }
}
