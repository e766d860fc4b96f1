//! Passkeys: what a browser and an authenticator say, judged as Web Authentication Level 3 §7 prescribes.
//!
//! Owns the two ceremonies over bytes: [`registration::verify`] and [`assertion::verify`]. The steps in their comments are
//! numbered as in the specification's text of July 2026. Leaves to others (`directory::passkeys`) where challenges come
//! from and that each serves once, whose a credential is, and what is stored.
//!
//! Everything here comes from whoever asks: sizes are limited before anything is read, CBOR is read to a small depth, and
//! no input makes it panic.

mod assertion;
mod authenticator_data;
mod cbor;
mod client_data;
mod cose;
mod registration;

pub use assertion::{Asserted, Assertion, Stored, verify as verify_assertion};
pub use client_data::challenge_of;
pub use cose::{ALGORITHMS, PublicKey};
pub use registration::{Registered, Registration, verify as verify_registration};

/// The longest credential id, in bytes (§7.1 step 25).
pub const LONGEST_CREDENTIAL_ID: usize = 1023;

/// What a ceremony must have been about.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The challenge that was given out, in base64url.
    pub challenge: &'a str,
    /// The origins that a ceremony may take place at, as browsers write them.
    pub origins: &'a [String],
    /// The relying party's id: a domain.
    pub rp_id: &'a str,
    /// Whether the authenticator must have made sure who holds it.
    pub user_verification: bool,
}

/// Why a ceremony is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WebauthnError {
    /// Something cannot be read, or is larger than anything honest.
    #[error("{0} cannot be read")]
    Malformed(&'static str),
    /// A registration in place of a sign-in, or the other way round.
    #[error("the client data is of the other ceremony")]
    WrongCeremony,
    /// Another challenge than the one that was given out.
    #[error("the challenge is another one")]
    WrongChallenge,
    /// The ceremony took place at another origin: somebody else's page.
    #[error("the origin is not one of ours")]
    WrongOrigin,
    /// The ceremony took place inside another site's page.
    #[error("the page was inside another site's")]
    Framed,
    /// The credential belongs to another relying party.
    #[error("the relying party is another one")]
    WrongRelyingParty,
    /// Nobody touched the authenticator.
    #[error("nobody was present")]
    NotPresent,
    /// The authenticator did not make sure who holds it.
    #[error("the user was not verified")]
    NotVerified,
    /// Backed up without being able to be, or able today and not yesterday.
    #[error("the backup flags contradict each other or the credential's record")]
    BackupFlags,
    /// A key of another kind than was asked for.
    #[error("the algorithm was not asked for")]
    UnsupportedAlgorithm,
    /// The signature is not the credential's.
    #[error("the signature is wrong")]
    WrongSignature,
}

impl WebauthnError {
    /// One word for counters and the audit trail.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::WrongCeremony => "wrong_ceremony",
            Self::WrongChallenge => "wrong_challenge",
            Self::WrongOrigin => "wrong_origin",
            Self::Framed => "framed",
            Self::WrongRelyingParty => "wrong_relying_party",
            Self::NotPresent => "not_present",
            Self::NotVerified => "not_verified",
            Self::BackupFlags => "backup_flags",
            Self::UnsupportedAlgorithm => "unsupported_algorithm",
            Self::WrongSignature => "wrong_signature",
        }
    }
}
