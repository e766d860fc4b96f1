//! The pages of an account's owner. Each has the same surroundings ([`AccountAround`]): who it is, where else to go.

mod access;
mod address;
mod confirm;
mod data;
mod factors;
mod password;
mod profile;
mod providers;
mod take_back;

pub use access::{AccountApplication, AccountApplications, AccountSession, AccountSessions};
pub use address::{AccountAddress, PendingAddress};
pub use confirm::{AccountConfirm, ConfirmMethod};
pub use data::{AcceptedVersion, AccountData, AccountDelete, AccountDeleted, AccountTerms};
pub use factors::{
    AccountApp, AccountFactor, AccountFactorState, AccountFactors, AccountRecovery, AccountRecoveryCodes,
    RememberedBrowser,
};
pub use password::AccountPassword;
pub use profile::{AccountProfile, ProfileChoice, ProfileField, ProfileGroup};
pub use providers::{AccountLink, AccountProviders, LinkStays, Unlink};
pub use take_back::{AccountTakeBack, AccountTakeBackState};

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::BackToApplication;

/// What every account page has around it.
#[derive(Clone, Debug, Serialize)]
pub struct AccountAround {
    /// The name under which the person is signed in, as they would write it.
    pub username: String,
    /// Their full name, when it is known.
    pub full_name: Option<String>,
    /// The pages there are, in their order.
    pub sections: Vec<AccountSection>,
    /// To the list of them.
    pub overview_link: String,
    /// Whether this is that list.
    pub is_overview: bool,
    /// To the application where the pages were opened.
    pub back: Option<BackToApplication>,
    /// To the sign-out.
    pub sign_out_link: String,
}

/// One of the account pages as the others lead to it.
#[derive(Clone, Debug, Serialize)]
pub struct AccountSection {
    /// What it is called.
    pub label: TextKey,
    /// What it is for.
    pub hint: TextKey,
    /// Its present state in a few words, such as an address.
    pub detail: Option<String>,
    /// The same in words of ours.
    pub state: Option<Message>,
    /// Whether there is something to do.
    pub is_waiting: bool,
    /// The name of its icon.
    pub icon: &'static str,
    /// Its address.
    pub link: String,
    /// Whether it is the page that is shown.
    pub is_here: bool,
}

/// `/account`: who somebody is here, and the pages there are.
#[derive(Clone, Debug, Serialize)]
pub struct AccountOverview {
    /// Around it.
    pub around: AccountAround,
}

impl Page for AccountOverview {
    const TEMPLATE: &'static str = "pages/account_overview.html";

    fn title(&self) -> TextKey {
        TextKey("account-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let ada = Self { around: AccountAround::sample(None) };
        let mut bare = ada.clone();
        bare.around.full_name = None;
        bare.around.back = None;
        bare.around.sections.truncate(2);
        let mut waiting = ada.clone();
        for section in waiting.around.sections.iter_mut().filter(|section| section.icon == "mail") {
            (section.state, section.is_waiting) = (Some(TextKey("account-state-waiting").into()), true);
        }
        let mut long = ada.clone();
        long.around.username = "long".repeat(40);
        long.around.full_name = Some("Very Long Name ".repeat(12));
        for section in &mut long.around.sections {
            section.detail = Some("very-long-address".repeat(9));
        }
        vec![("ada", ada), ("bare", bare), ("waiting", waiting), ("long", long)]
    }
}

impl AccountAround {
    pub(super) fn sample(here: Option<&str>) -> Self {
        let section = |label, hint, icon, path: &str, detail: Option<&str>| AccountSection {
            label,
            hint,
            detail: detail.map(str::to_owned),
            state: None,
            is_waiting: false,
            icon,
            link: format!("/account/{path}"),
            is_here: here == Some(path),
        };
        Self {
            username: "ada@example.com".to_owned(),
            full_name: Some("Ada Lovelace".to_owned()),
            sections: vec![
                section(TextKey("account-profile"), TextKey("account-profile-hint"), "user", "profile", None),
                section(
                    TextKey("account-email"),
                    TextKey("account-email-hint"),
                    "mail",
                    "email",
                    Some("ada@example.com"),
                ),
                section(
                    TextKey("account-phone"),
                    TextKey("account-phone-hint"),
                    "phone",
                    "phone",
                    Some("+41791234567"),
                ),
                section(
                    TextKey("account-password"),
                    TextKey("account-password-hint"),
                    "key",
                    "password",
                    None,
                ),
                section(TextKey("factors-title"), TextKey("factors-hint"), "shield", "factors", None),
                section(TextKey("passkeys-title"), TextKey("passkeys-hint"), "passkey", "passkeys", None),
                section(
                    TextKey("account-providers-title"),
                    TextKey("account-providers-hint"),
                    "link",
                    "providers",
                    None,
                ),
                section(
                    TextKey("account-sessions"),
                    TextKey("account-sessions-hint"),
                    "screen",
                    "sessions",
                    None,
                ),
                section(
                    TextKey("account-applications"),
                    TextKey("account-applications-hint"),
                    "grid",
                    "applications",
                    None,
                ),
                section(TextKey("account-data"), TextKey("account-data-hint"), "document", "data", None),
            ],
            overview_link: "/account".to_owned(),
            is_overview: here.is_none(),
            back: Some(BackToApplication {
                name: "Field Notes".to_owned(),
                link: "https://notes.example.com/".to_owned(),
            }),
            sign_out_link: "/logout".to_owned(),
        }
    }
}
