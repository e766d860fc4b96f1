//! What a person proves who they are with, as it is stored.

use super::ids::UserId;

/// A stored password.
#[derive(Clone)]
pub struct PasswordRecord {
    /// Whose it is.
    pub user_id: UserId,
    /// The hash: argon2id in PHC form, or what was brought along from elsewhere, in the one form that
    /// `crypto::password::import` gives it.
    pub phc: String,
    /// When it was set, Unix milliseconds.
    pub set_at: i64,
    /// When a temporary password ends, Unix milliseconds; `None` for a password of the person's own.
    pub temporary_until: Option<i64>,
    /// The sealed SRP verifier (salt and verifier), in pools that keep one.
    pub sealed_srp: Option<Vec<u8>>,
}

/// A stored TOTP seed, RFC 6238.
#[derive(Clone)]
pub struct TotpRecord {
    /// Whose it is.
    pub user_id: UserId,
    /// The sealed seed.
    pub sealed_seed: Vec<u8>,
    /// The name of the device, when one was given.
    pub device_name: Option<String>,
    /// The last time step whose code was accepted; no code of it or of an earlier one counts again.
    pub last_step: Option<i64>,
    /// When it was set up, Unix milliseconds.
    pub created_at: i64,
}
