//! Passkeys: a pool's rules about them, and the credential record that is stored (Web Authentication Level 3 §4).

use serde::{Deserialize, Serialize};

use super::ids::{PoolId, UserId};

/// The most passkeys that one person has.
pub const MOST_PASSKEYS: usize = 20;

/// The longest name that a person may give a passkey, in characters.
pub const LONGEST_PASSKEY_NAME: usize = 64;

/// The longest relying party id, in characters, as with Cognito.
const LONGEST_RP_ID: usize = 127;

/// A pool's rules about passkeys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasskeySettings {
    /// Whether people may have passkeys. Absent: where `passkey` is among `first_factors` or `mfa.factors`.
    pub enabled: Option<bool>,
    /// The domain that passkeys are made for; absent: the host of the pool's own address. Another one makes every passkey
    /// useless that was made for the present one.
    pub rp_id: Option<String>,
    /// Whether the authenticator must make sure who holds it.
    pub user_verification: UserVerification,
    /// Whether a passkey with user verification counts as both factors (Cognito's `MULTI_FACTOR_WITH_USER_VERIFICATION`).
    pub counts_as_mfa: bool,
    /// Whether somebody without a passkey is offered one after signing in with a password.
    pub offer: bool,
}

/// Whether the authenticator makes sure who holds it: by a PIN, a fingerprint, a face.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserVerification {
    /// Where it can.
    #[default]
    Preferred,
    /// Always; others are refused.
    Required,
}

impl UserVerification {
    /// As browsers are asked for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Required => "required",
        }
    }
}

impl PasskeySettings {
    /// Refuses a relying party id that is no domain.
    ///
    /// # Errors
    /// A sentence with the rule.
    pub fn check(&self) -> Result<(), String> {
        let Some(id) = &self.rp_id else { return Ok(()) };
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let is_domain = id.len() <= LONGEST_RP_ID
            && id.split('.').all(label)
            && (id.contains('.') || id == "localhost")
            && id.parse::<std::net::Ipv4Addr>().is_err();
        match is_domain {
            true => Ok(()),
            false => Err("passkeys: rp_id must be a domain in lower case, for example example.com".into()),
        }
    }
}

/// A stored passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// The pool.
    pub pool_id: PoolId,
    /// The id that its authenticator chose, in base64url.
    pub credential_id: String,
    /// Whose it is.
    pub user_id: UserId,
    /// What stands for the person at the authenticator, in base64url; says nothing of them.
    pub user_handle: String,
    /// The domain it was made for.
    pub rp_id: String,
    /// The public key as a `COSE_Key`.
    pub public_key: Vec<u8>,
    /// How often it had signed when it was last used; 0 where its authenticator does not count.
    pub sign_count: i64,
    /// How the authenticator can be reached, as the browser said.
    pub transports: Vec<String>,
    /// The make of the authenticator, as a UUID; zeros where it does not tell.
    pub aaguid: String,
    /// Whether it can be backed up, that is: be on several devices.
    pub backup_eligible: bool,
    /// Whether it was, when it was last used.
    pub backed_up: bool,
    /// Whether the authenticator has ever made sure who holds it.
    pub user_verified: bool,
    /// What the person calls it.
    pub name: Option<String>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it last signed in, Unix milliseconds.
    pub last_used_at: Option<i64>,
}

impl Passkey {
    /// Whether it lies in one device that is carried from computer to computer (RFC 8176 `hwk`), as far as the browser
    /// said; the others are kept by a system or synchronised (`swk`).
    #[must_use]
    pub fn is_hardware(&self) -> bool {
        let roams = |transport: &String| matches!(transport.as_str(), "usb" | "nfc" | "ble" | "smart-card");
        !self.backup_eligible
            && self.transports.iter().any(roams)
            && !self.transports.iter().any(|transport| transport == "internal")
    }
}

/// What a sign-in with a passkey has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PasskeyProof {
    /// Whether the key lies in one device that is carried along.
    pub hardware: bool,
    /// Whether the authenticator made sure who holds it.
    pub verified: bool,
    /// Whether it counted as both factors then.
    pub both_factors: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relying_party_is_a_domain() {
        let check = |id: &str| PasskeySettings { rp_id: Some(id.into()), ..Default::default() }.check();
        for good in ["example.com", "auth.example.com", "localhost", "xn--bcher-kva.example", "a-b.example"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        let long = format!("{}.example", "a".repeat(64));
        let longer = "a.".repeat(64) + "example";
        for bad in [
            "",
            "example",
            "Example.com",
            "https://example.com",
            "example.com:443",
            "127.0.0.1",
            "[::1]",
            "example..com",
            ".example.com",
            "-a.example",
            "example.com/",
            "bücher.example",
            &long,
            &longer,
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
    }
}
