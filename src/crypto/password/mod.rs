//! Password hashes: our own argon2id, and those that people bring along from elsewhere.
//!
//! Owns hashing, verification, the question whether a hash is out of date, and the reading of other systems'
//! encodings into the one form of each algorithm that is stored. Leaves to others where a hash is kept and when it is
//! replaced. What costs more than a sign-in may, or less than a password deserves, is refused when it is read, here
//! and again at each verification: a row may come from anywhere.
//!
//! [`hash`] and [`verify`] take tens of milliseconds up to seconds and as much memory as the parameters say: run them
//! through [`super::password_queue`].
//!
//! ```text
//! another system's text → encodings → one stored form → argon2 | bcrypt | scrypt | pbkdf2
//! ```

mod argon2;
mod bcrypt;
mod encodings;
mod memory;
mod parts;
mod pbkdf2;
mod scrypt;

pub use argon2::{Argon2Parameters, BadArgon2Parameters, SALT_LENGTH, derive_key};
pub use encodings::{HashRefusal, firebase, import};

use super::random::Random;
use argon2::Argon2Hash;
use bcrypt::BcryptHash;
use pbkdf2::Pbkdf2Hash;
use scrypt::{FirebaseHash, ScryptHash};

/// A stored hash, read and within the limits.
enum Stored {
    Argon2(Box<Argon2Hash>),
    Bcrypt(BcryptHash),
    Scrypt(ScryptHash),
    Firebase(FirebaseHash),
    Pbkdf2(Pbkdf2Hash),
}

impl Stored {
    fn read(text: &str) -> Result<Self, HashRefusal> {
        let family = text.trim_start_matches('$').split('$').next().unwrap_or_default();
        Ok(match family {
            "argon2id" | "argon2i" | "argon2d" => Self::Argon2(Box::new(Argon2Hash::read(text)?)),
            "2a" | "2b" | "2y" | "bcrypt_sha256" => Self::Bcrypt(BcryptHash::read(text)?),
            "scrypt" => Self::Scrypt(ScryptHash::read(text)?),
            "firebase-scrypt" => Self::Firebase(FirebaseHash::read(text)?),
            "pbkdf2-sha1" | "pbkdf2-sha256" | "pbkdf2-sha512" => Self::Pbkdf2(Pbkdf2Hash::read(text)?),
            _ => return Err(HashRefusal::Unknown),
        })
    }
}

/// Hashes a password with a new salt into a PHC string (`$argon2id$v=19$m=…`).
#[must_use]
pub fn hash(parameters: Argon2Parameters, password: &[u8], random: &dyn Random) -> String {
    argon2::hash(parameters, password, random)
}

/// Whether `password` is the one behind `stored`, compared in constant time and at the cost written there.
/// A malformed hash, or one of an algorithm that is not known here, matches nothing.
#[must_use]
pub fn verify(stored: &str, password: &[u8]) -> bool {
    match Stored::read(stored) {
        Ok(Stored::Argon2(hash)) => hash.verify(password),
        Ok(Stored::Bcrypt(hash)) => hash.verify(password),
        Ok(Stored::Scrypt(hash)) => hash.verify(password),
        Ok(Stored::Firebase(hash)) => hash.verify(password),
        Ok(Stored::Pbkdf2(hash)) => hash.verify(password),
        Err(_) => false,
    }
}

/// Whether `stored` was made otherwise than [`hash`] makes it now, and should be replaced at the next sign-in.
#[must_use]
pub fn needs_rehash(stored: &str, parameters: Argon2Parameters) -> bool {
    !matches!(Stored::read(stored), Ok(Stored::Argon2(hash)) if hash.is_current(parameters))
}

/// Whether a password that [`verify`] takes is proven as a whole. bcrypt reads 72 bytes and no more: of a longer
/// password the rest may be mistyped, and a new hash of it would keep its owner out.
#[must_use]
pub fn proves_whole(stored: &str, password: &[u8]) -> bool {
    match Stored::read(stored) {
        Ok(Stored::Bcrypt(hash)) => hash.reads_all_of(password),
        _ => true,
    }
}

/// A hash that no password matches and that costs as much to verify as one of ours: for users who do not exist, so
/// that the time of an answer does not tell them apart.
#[must_use]
pub fn phantom(parameters: Argon2Parameters) -> String {
    argon2::phantom(parameters)
}

/// A hash that no password matches and that costs as much to verify as `stored`, or as one of ours when `stored` is
/// none that can be read.
#[must_use]
pub fn phantom_like(stored: &str, parameters: Argon2Parameters) -> String {
    match Stored::read(stored) {
        Ok(Stored::Argon2(hash)) => hash.phantom(),
        Ok(Stored::Bcrypt(hash)) => hash.phantom().to_string(),
        Ok(Stored::Scrypt(hash)) => hash.phantom().to_string(),
        Ok(Stored::Firebase(hash)) => hash.phantom().to_string(),
        Ok(Stored::Pbkdf2(hash)) => hash.phantom().to_string(),
        Err(_) => phantom(parameters),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random::SeededRandom;

    fn cheap() -> Argon2Parameters {
        Argon2Parameters::new(16, 1, 1).expect("argon2's smallest")
    }

    /// One hash of each algorithm, in the stored form; "password" is behind all of them.
    fn one_of_each() -> Vec<String> {
        let foreign = [
            // libxcrypt and Python's hashlib.
            "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm",
            "$pbkdf2-sha256$i=1000$c2FsdHNhbHQ$E196ZhRPzw+wA84EjzHwJO1cv/MFJdO6C/sxmUeTYqY",
        ];
        let random = SeededRandom::new(1);
        std::iter::once(hash(cheap(), b"password", &random)).chain(foreign.map(str::to_owned)).collect()
    }

    #[test]
    fn the_phantom_of_a_hash_costs_the_same_and_matches_nothing() {
        for stored in one_of_each() {
            let phantom = phantom_like(&stored, cheap());
            assert_ne!(phantom, stored);
            assert!(Stored::read(&phantom).is_ok(), "{phantom}");
            assert_eq!(phantom_like(&phantom, cheap()), phantom, "the cost stays");
            assert!(!verify(&phantom, b"") && !verify(&phantom, b"password"), "{phantom}");
        }
        assert_eq!(phantom_like("no hash", cheap()), phantom(cheap()));
    }

    #[test]
    fn every_foreign_hash_needs_ours() {
        let all = one_of_each();
        let (own, foreign) = all.split_first().expect("there are some");
        assert!(!needs_rehash(own, cheap()));
        assert!(foreign.iter().all(|stored| needs_rehash(stored, cheap())));
        assert!(needs_rehash("not a hash", cheap()));
    }
}
