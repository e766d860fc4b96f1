//! A person in a pool.

use serde::{Deserialize, Serialize};

use super::attributes::AttributeMap;
use super::ids::{PoolId, UserId};
use super::pool::{ContactKind, SecondFactor};

/// A person in a pool.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// The pool.
    pub pool_id: PoolId,
    /// The `sub`.
    pub id: UserId,
    /// The user name as it was chosen; the user id where an address stands in for it.
    pub username: String,
    /// Where the account stands.
    pub status: UserStatus,
    /// Whether the account may be used at all.
    pub enabled: bool,
    /// Attributes, the verified flags among them.
    pub attributes: AttributeMap,
    /// Second factors this person has turned on besides TOTP, which is on when a seed is stored and verified.
    pub message_factors: Vec<SecondFactor>,
    /// The second factor asked for first.
    pub preferred_factor: Option<SecondFactor>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it last changed, Unix milliseconds.
    pub updated_at: i64,
    /// Tokens and sessions from before this moment are dead, Unix milliseconds; 0 when that never happened.
    pub signed_out_at: i64,
}

/// Where an account stands, under Cognito's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum UserStatus {
    /// Signed up; nothing proven yet.
    Unconfirmed,
    /// In order.
    Confirmed,
    /// Has a temporary password and must choose a new one.
    ForceChangePassword,
    /// An operator asked for a new password; only a mailed code sets one.
    ResetRequired,
    /// Made by a sign-in at an identity provider, and has no password here.
    ExternalProvider,
}

impl UserStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [
        Self::Unconfirmed,
        Self::Confirmed,
        Self::ForceChangePassword,
        Self::ResetRequired,
        Self::ExternalProvider,
    ];

    /// The text that is stored and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unconfirmed => "UNCONFIRMED",
            Self::Confirmed => "CONFIRMED",
            Self::ForceChangePassword => "FORCE_CHANGE_PASSWORD",
            Self::ResetRequired => "RESET_REQUIRED",
            Self::ExternalProvider => "EXTERNAL_PROVIDER",
        }
    }

    /// Reads the stored text.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

impl User {
    /// The person's language, as the attribute `locale` has it; nothing says that it is one we speak.
    pub fn language(&self) -> Option<&str> {
        self.attributes.get("locale").map(String::as_str).filter(|tag| !tag.is_empty() && tag.len() <= 35)
    }

    /// The address of this kind, when the person has one.
    pub fn contact(&self, kind: ContactKind) -> Option<&str> {
        self.attributes.get(kind.attribute()).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The address of this kind, when the person has one and has proven it.
    pub fn verified_contact(&self, kind: ContactKind) -> Option<&str> {
        let proven = self.attributes.get(kind.verified_attribute()).is_some_and(|flag| flag == "true");
        self.contact(kind).filter(|_| proven)
    }
}
