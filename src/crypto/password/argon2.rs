//! argon2 (RFC 9106) in PHC strings: argon2id is our own, the other two variants are read.

use ::argon2::password_hash::phc::{PasswordHash, Salt};
use ::argon2::{Algorithm, Argon2, Params, Version};

use zeroize::Zeroizing;

use super::HashRefusal;
use crate::crypto::digest;
use crate::crypto::random::Random;
use crate::crypto::seal::{KEY_LENGTH, Key};

/// Bytes in a salt.
pub const SALT_LENGTH: usize = 16;
/// Above it computing a hash would starve the process.
const MOST_MEMORY_KIB: u32 = 1 << 20;
/// Memory times passes: about two seconds of a core.
const MOST_WORK_KIB: u64 = 1 << 22;
/// Outputs below it are guessed without the password.
const SHORTEST_OUTPUT: usize = 16;
const FAMILY: &str = "argon2";

/// The cost of a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argon2Parameters {
    memory_kib: u32,
    iterations: u32,
    parallelism: u32,
}

/// Parameters that argon2 does not have, or that would starve the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "argon2 needs at least 1 iteration, 1 lane and 8 KiB of memory for each lane, and may use at most 1 GiB, and 4 GiB over all iterations"
)]
pub struct BadArgon2Parameters;

impl Argon2Parameters {
    /// Parameters of a chosen cost: memory in KiB, passes over it, lanes.
    ///
    /// # Errors
    /// [`BadArgon2Parameters`] outside argon2's limits, above 1 GiB, or above 4 GiB over all passes.
    pub fn new(memory_kib: u32, iterations: u32, parallelism: u32) -> Result<Self, BadArgon2Parameters> {
        // The bounds come first: the library multiplies the lanes.
        let work = u64::from(memory_kib) * u64::from(iterations);
        if memory_kib > MOST_MEMORY_KIB || parallelism > memory_kib || work > MOST_WORK_KIB {
            return Err(BadArgon2Parameters);
        }
        Params::new(memory_kib, iterations, parallelism, None).map_err(|_| BadArgon2Parameters)?;
        Ok(Self { memory_kib, iterations, parallelism })
    }

    fn hasher(self) -> Argon2<'static> {
        let params = Params::new(self.memory_kib, self.iterations, self.parallelism, Some(digest::LENGTH))
            .expect("the parameters were checked when they were made");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }
}

impl Default for Argon2Parameters {
    /// 19 MiB, two passes, one lane: OWASP's first recommendation.
    fn default() -> Self {
        Self { memory_kib: 19_456, iterations: 2, parallelism: 1 }
    }
}

/// A hash of any variant, within our limits.
pub(super) struct Argon2Hash {
    hash: PasswordHash,
    cost: Argon2Parameters,
}

impl Argon2Hash {
    pub(super) fn read(phc: &str) -> Result<Self, HashRefusal> {
        let malformed = || HashRefusal::Malformed(FAMILY);
        let hash = PasswordHash::new(phc).map_err(|_| malformed())?;
        let version = hash.version.and_then(|version| Version::try_from(version).ok());
        if version.is_none()
            || hash.salt.is_none()
            || hash.hash.is_none_or(|output| output.len() < SHORTEST_OUTPUT)
        {
            return Err(malformed());
        }
        let number = |name| hash.params.get_decimal(name);
        let (memory, passes, lanes) = number("m")
            .zip(number("t"))
            .zip(number("p"))
            .map(|((m, t), p)| (m, t, p))
            .ok_or_else(malformed)?;
        let cost = Argon2Parameters::new(memory, passes, lanes).map_err(|_| HashRefusal::TooExpensive {
            family: FAMILY,
            limit: "1 GiB of memory and 4 GiB over all iterations",
        })?;
        Params::try_from(&hash).map_err(|_| malformed())?;
        Ok(Self { hash, cost })
    }

    pub(super) fn verify(&self, password: &[u8]) -> bool {
        let PasswordHash { salt: Some(salt), hash: Some(expected), .. } = &self.hash else { return false };
        let version = self.hash.version.and_then(|version| Version::try_from(version).ok());
        let algorithm = Algorithm::try_from(self.hash.algorithm.as_str());
        let (Some(version), Ok(algorithm), Ok(params)) = (version, algorithm, Params::try_from(&self.hash))
        else {
            return false;
        };
        let mut output = Zeroizing::new(vec![0; expected.len()]);
        let hasher = Argon2::new(algorithm, version, params);
        compute(&hasher, password, salt, &mut output).is_ok()
            && digest::constant_time_eq(&output, expected.as_bytes())
    }

    /// Whether [`hash`] would make it in this way.
    pub(super) fn is_current(&self, parameters: Argon2Parameters) -> bool {
        self.hash.algorithm.as_str() == Algorithm::Argon2id.as_str()
            && self.cost == parameters
            && self.hash.version == Some(Version::V0x13.into())
            && self.hash.salt.is_some_and(|salt: Salt| salt.len() >= SALT_LENGTH)
            && self.hash.hash.is_some_and(|output| output.len() == digest::LENGTH)
    }

    /// The variants cost the same.
    pub(super) fn phantom(&self) -> String {
        phantom(self.cost)
    }
}

pub(super) fn hash(parameters: Argon2Parameters, password: &[u8], random: &dyn Random) -> String {
    let salt: [u8; SALT_LENGTH] = random.bytes();
    let mut output = [0; digest::LENGTH];
    compute(&parameters.hasher(), password, &salt, &mut output)
        .expect("argon2 hashes every password shorter than 4 GiB");
    phc(parameters, &super::parts::to_base64(&salt), &super::parts::to_base64(&output))
}

fn compute(
    hasher: &Argon2<'_>,
    password: &[u8],
    salt: &[u8],
    output: &mut [u8],
) -> Result<(), ::argon2::Error> {
    super::memory::lend(hasher.params().block_count(), |memory| {
        hasher.hash_password_into_with_memory(password, salt, output, memory)
    })
}

/// The PHC string of a hash of ours.
fn phc(parameters: Argon2Parameters, salt: &str, output: &str) -> String {
    let Argon2Parameters { memory_kib, iterations, parallelism } = parameters;
    format!("$argon2id$v=19$m={memory_kib},t={iterations},p={parallelism}${salt}${output}")
}

/// The key that a passphrase and a salt lead to: for files, whose key nobody keeps.
#[must_use]
pub fn derive_key(parameters: Argon2Parameters, passphrase: &[u8], salt: &[u8; SALT_LENGTH]) -> Key {
    let mut derived = Zeroizing::new([0; KEY_LENGTH]);
    parameters
        .hasher()
        .hash_password_into(passphrase, salt, derived.as_mut_slice())
        .expect("argon2 takes every passphrase shorter than 4 GiB");
    Key::from_bytes(*derived)
}

pub(super) fn phantom(parameters: Argon2Parameters) -> String {
    // The salt is all zeros, and the output is no argon2 output: nobody knows a password that leads to it.
    phc(parameters, &"A".repeat(22), &super::parts::to_base64(&super::parts::phantom_output(digest::LENGTH)))
}

#[cfg(test)]
mod tests {
    use super::super::{hash, needs_rehash, phantom, verify};
    use super::*;
    use crate::crypto::random::SeededRandom;

    fn cheap() -> Argon2Parameters {
        Argon2Parameters::new(16, 1, 1).expect("argon2's smallest")
    }

    #[test]
    fn a_password_verifies_against_its_own_hash_alone() {
        let random = SeededRandom::new(1);
        let phc = hash(cheap(), b"Correct-Horse-7", &random);
        assert!(phc.starts_with("$argon2id$v=19$m=16,t=1,p=1$"), "{phc}");
        assert!(verify(&phc, b"Correct-Horse-7"));
        assert!(!verify(&phc, b"Correct-Horse-8"));
        assert!(!verify(&phc, b""));
        assert_ne!(phc, hash(cheap(), b"Correct-Horse-7", &random), "each has its own salt");
    }

    #[test]
    fn a_key_follows_from_passphrase_salt_and_cost() {
        let key = derive_key(cheap(), b"passphrase", &[7; SALT_LENGTH]);
        assert_eq!(key.as_bytes(), derive_key(cheap(), b"passphrase", &[7; SALT_LENGTH]).as_bytes());
        let dearer = Argon2Parameters::new(16, 2, 1).expect("parameters");
        for other in [
            derive_key(cheap(), b"passphrasf", &[7; SALT_LENGTH]),
            derive_key(cheap(), b"passphrase", &[8; SALT_LENGTH]),
            derive_key(dearer, b"passphrase", &[7; SALT_LENGTH]),
        ] {
            assert_ne!(other.as_bytes(), key.as_bytes());
        }
    }

    #[test]
    fn the_default_cost_is_owasps() {
        let phc = hash(Argon2Parameters::default(), b"password", &SeededRandom::new(1));
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify(&phc, b"password"));
    }

    #[test]
    fn hashes_of_the_reference_implementation_verify() {
        // test.c of the reference implementation: "password" with "somesalt", each variant and version.
        for phc in [
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
            "$argon2i$v=16$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
        ] {
            assert!(verify(phc, b"password"), "{phc}");
            assert!(!verify(phc, b"Password"), "{phc}");
        }
    }

    #[test]
    fn malformed_and_foreign_hashes_match_nothing() {
        let phc = hash(cheap(), b"password", &SeededRandom::new(1));
        let no_output = phc.rsplit_once('$').expect("parts").0.to_owned();
        let huge = phc.replace("m=16", "m=4294967295");
        let many_lanes = phc.replace("p=1$", "p=16777215$");
        let many_passes = phc.replace("t=1,", "t=4294967295,");
        let other_variant = phc.replace("argon2id", "argon2i");
        for wrong in [
            "",
            "password",
            "$2b$12$abc",
            &no_output,
            &huge,
            &many_lanes,
            &many_passes,
            &other_variant,
            &phc[..phc.len() - 1],
        ] {
            assert!(!verify(wrong, b"password"), "{wrong}");
        }
    }

    #[test]
    fn other_costs_and_versions_need_a_new_hash() {
        let phc = hash(cheap(), b"password", &SeededRandom::new(1));
        assert!(!needs_rehash(&phc, cheap()));
        assert!(needs_rehash(&phc, Argon2Parameters::default()));
        assert!(needs_rehash(&phc.replace("v=19", "v=16"), cheap()));
        assert!(needs_rehash(&phc.replace("argon2id", "argon2d"), cheap()));
        assert!(needs_rehash(
            "$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            cheap()
        ));
    }

    #[test]
    fn the_phantom_is_a_real_hash_that_nothing_matches() {
        let phc = phantom(cheap());
        assert_eq!(Argon2Hash::read(&phc).map(|read| read.cost).ok(), Some(cheap()), "well-formed");
        assert!(!needs_rehash(&phc, cheap()));
        assert!(!verify(&phc, b""));
        assert!(!verify(&phc, b"vestibule phantom password"));
    }

    #[test]
    fn impossible_costs_are_refused() {
        for (memory, iterations, parallelism) in [
            (7, 1, 1),
            (16, 0, 1),
            (16, 1, 0),
            (16, 1, 3),
            (1 << 21, 1, 1),
            (1 << 20, 5, 1),
            (16, 1, u32::MAX),
        ] {
            assert_eq!(Argon2Parameters::new(memory, iterations, parallelism), Err(BadArgon2Parameters));
        }
    }
}
