//! Password hashes: argon2id (RFC 9106) in PHC strings. Owns hashing, verification and the question whether a
//! hash is out of date. Every call but [`phantom`] and [`needs_rehash`] takes tens of milliseconds and as much
//! memory as the parameters say: run it through [`super::password_queue`].

use argon2::password_hash::phc::{PasswordHash, Salt};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use super::digest;
use super::random::Random;

const SALT_LENGTH: usize = 16;
/// Above it a stored hash is damaged or foreign, and computing it would starve the process.
const MOST_MEMORY_KIB: u32 = 1 << 20;

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
    "argon2 needs at least 1 iteration, 1 lane and 8 KiB of memory for each lane, and may use at most 1 GiB"
)]
pub struct BadArgon2Parameters;

impl Argon2Parameters {
    /// Parameters of a chosen cost: memory in KiB, passes over it, lanes.
    ///
    /// # Errors
    /// [`BadArgon2Parameters`] outside argon2's limits or above 1 GiB.
    pub fn new(memory_kib: u32, iterations: u32, parallelism: u32) -> Result<Self, BadArgon2Parameters> {
        // The bound comes first: the library multiplies the lanes.
        if memory_kib > MOST_MEMORY_KIB || parallelism > memory_kib {
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

/// Hashes a password with a new salt into a PHC string (`$argon2id$v=19$m=…`).
#[must_use]
pub fn hash(parameters: Argon2Parameters, password: &[u8], random: &dyn Random) -> String {
    let salt: [u8; SALT_LENGTH] = random.bytes();
    let hash: PasswordHash = parameters
        .hasher()
        .hash_password_with_salt(password, &salt)
        .expect("argon2 hashes every password shorter than 4 GiB");
    hash.to_string()
}

/// Whether `password` is the one behind `phc`, compared in constant time and at the cost written in `phc`.
/// A malformed or foreign hash matches nothing.
#[must_use]
pub fn verify(phc: &str, password: &[u8]) -> bool {
    let Some((hash, _)) = parse(phc) else { return false };
    Argon2::default().verify_password(password, &hash).is_ok()
}

/// Whether [`verify`] can check this hash at all.
#[must_use]
pub fn is_known(phc: &str) -> bool {
    parse(phc).is_some_and(|(hash, _)| hash.salt.is_some() && hash.hash.is_some())
}

/// Whether `phc` was made otherwise than [`hash`] makes it now, and should be replaced at the next sign-in.
#[must_use]
pub fn needs_rehash(phc: &str, parameters: Argon2Parameters) -> bool {
    let Some((hash, cost)) = parse(phc) else { return true };
    cost != parameters
        || hash.version != Some(Version::V0x13.into())
        || hash.salt.is_none_or(|salt: Salt| salt.len() < SALT_LENGTH)
        || hash.hash.is_none_or(|output| output.len() != digest::LENGTH)
}

/// A hash that no password matches and that costs as much to verify: for users who do not exist, so that the
/// time of an answer does not tell them apart.
#[must_use]
pub fn phantom(parameters: Argon2Parameters) -> String {
    let Argon2Parameters { memory_kib, iterations, parallelism } = parameters;
    // The salt is all zeros, and the output is no argon2 output: nobody knows a password that leads to it.
    let salt = "A".repeat(22);
    let output = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD_NO_PAD,
        digest::sha256(b"vestibule phantom password"),
    );
    format!("$argon2id$v=19$m={memory_kib},t={iterations},p={parallelism}${salt}${output}")
}

/// The hash and its cost, if it is argon2id within our limits.
fn parse(phc: &str) -> Option<(PasswordHash, Argon2Parameters)> {
    let hash = PasswordHash::new(phc).ok()?;
    if hash.algorithm.as_str() != Algorithm::Argon2id.as_str() {
        return None;
    }
    let params = Params::try_from(&hash).ok()?;
    let cost = Argon2Parameters::new(params.m_cost(), params.t_cost(), params.p_cost()).ok()?;
    Some((hash, cost))
}

#[cfg(test)]
mod tests {
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
    fn the_default_cost_is_owasps() {
        let phc = hash(Argon2Parameters::default(), b"password", &SeededRandom::new(1));
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify(&phc, b"password"));
    }

    #[test]
    fn a_hash_of_the_reference_implementation_verifies() {
        // test.c of the reference implementation: argon2id, version 19, "password" with "somesalt".
        let phc = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assert!(verify(phc, b"password"));
        assert!(!verify(phc, b"Password"));
    }

    #[test]
    fn malformed_and_foreign_hashes_match_nothing() {
        let phc = hash(cheap(), b"password", &SeededRandom::new(1));
        let no_output = phc.rsplit_once('$').expect("parts").0.to_owned();
        let huge = phc.replace("m=16", "m=4294967295");
        let many_lanes = phc.replace("p=1$", "p=16777215$");
        let other_variant = phc.replace("argon2id", "argon2i");
        for wrong in [
            "",
            "password",
            "$2b$12$abc",
            &no_output,
            &huge,
            &many_lanes,
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
        assert!(needs_rehash(
            "$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            cheap()
        ));
        assert!(needs_rehash("not a hash", cheap()));
    }

    #[test]
    fn the_phantom_is_a_real_hash_that_nothing_matches() {
        let phc = phantom(cheap());
        let (_, cost) = parse(&phc).expect("well-formed");
        assert_eq!(cost, cheap());
        assert!(!needs_rehash(&phc, cheap()));
        assert!(!verify(&phc, b""));
        assert!(!verify(&phc, b"vestibule phantom password"));
    }

    #[test]
    fn impossible_costs_are_refused() {
        for (memory, iterations, parallelism) in
            [(7, 1, 1), (16, 0, 1), (16, 1, 0), (16, 1, 3), (1 << 21, 1, 1), (16, 1, u32::MAX)]
        {
            assert_eq!(Argon2Parameters::new(memory, iterations, parallelism), Err(BadArgon2Parameters));
        }
    }
}
