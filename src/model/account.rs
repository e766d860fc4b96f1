//! The account pages of a pool: which there are, and how fresh a proof must be.

use serde::{Deserialize, Serialize};

use super::ids::{PoolId, UserId};

/// Settings of the account pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountSettings {
    /// Whether people have account pages. Absent: yes, but not in compatibility mode, because Cognito has none and an
    /// application may rely on being the only place where accounts change.
    pub pages: Option<bool>,
    /// How old a proof may be, in minutes, 1 to 60, before a person proves themselves again to change how they sign in.
    pub fresh_minutes: u32,
    /// Whether people may download what is stored about them.
    pub download: bool,
    /// Whether people may delete their account.
    pub deletion: bool,
    /// How many days a change of an address can be taken back from the old one, 0 to 30; 0 means never.
    pub take_back_days: u32,
    /// The attributes that people may see and change on their profile, in this order; absent: all that schema and
    /// application let them write. Addresses have pages of their own and are not named here.
    pub attributes: Option<Vec<String>>,
}

impl Default for AccountSettings {
    fn default() -> Self {
        Self {
            pages: None,
            fresh_minutes: 10,
            download: true,
            deletion: true,
            take_back_days: 7,
            attributes: None,
        }
    }
}

impl AccountSettings {
    /// Refuses values out of their ranges.
    ///
    /// # Errors
    /// A sentence that names the range.
    pub fn check(&self) -> Result<(), String> {
        if !(1..=60).contains(&self.fresh_minutes) {
            return Err("fresh_minutes must be from 1 to 60".into());
        }
        if self.take_back_days > 30 {
            return Err("take_back_days must be from 0 to 30".into());
        }
        Ok(())
    }

    /// How old a proof may be, in milliseconds.
    pub fn fresh_ms(&self) -> i64 {
        i64::from(self.fresh_minutes) * 60_000
    }

    /// How long a change of an address can be taken back, in milliseconds; `None` for never.
    pub fn take_back_ms(&self) -> Option<i64> {
        (self.take_back_days > 0).then(|| i64::from(self.take_back_days) * 86_400_000)
    }
}

/// What the account pages want of a sign-in, in place of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountErrand {
    /// Where the person goes afterwards: path and query on this server, made by the pages.
    pub path: String,
    /// Who must prove themselves once more; absent where anybody may sign in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_up: Option<UserId>,
}

/// What the ids of the account pages' own clients begin with. No id that can be sent has a colon.
pub const ACCOUNT_CLIENT: &str = "account:";

/// The id under which the account pages of a pool sign people in.
pub fn account_client_id(pool: &PoolId) -> String {
    format!("{ACCOUNT_CLIENT}{pool}")
}
