//! Algorithms over bytes: randomness, digests, password hashes, SRP verifiers, one-time codes, signed and
//! sealed texts.
//!
//! Owns how each is computed and compared. Leaves to others where keys and hashes are stored, what a token
//! claims, when something expires and how often somebody may guess: nothing here reads a clock or a database.
//! Bytes in → one of the files below → bytes or a compact text out.

pub mod certificate;
pub mod digest;
pub mod encoding;
pub mod jwt;
pub mod master_key;
pub mod password;
pub mod password_queue;
pub mod random;
pub mod seal;
pub mod secret_hash;
pub mod srp;
pub mod stream;
pub mod totp;
pub mod webauthn;
pub mod work;
