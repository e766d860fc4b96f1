//! Pages about the browser's session: continue or switch, sign out, signed out.

use serde::Serialize;

use super::super::{Page, TextKey};
use super::Form;

/// "You are signed in as …": continue with this account, or use another one.
///
/// Two forms: `continueButton` and `switchButton`.
#[derive(Clone, Debug, Serialize)]
pub struct SignedInAs {
    /// The name under which the person is signed in, as they would write it.
    pub username: String,
    /// Their full name, when it is known.
    pub name: Option<String>,
    /// Goes on with this account.
    pub continue_form: Form,
    /// Forgets the session for this transaction and signs in afresh.
    pub switch_form: Form,
}

impl Page for SignedInAs {
    const TEMPLATE: &'static str = "pages/signed_in_as.html";

    fn title(&self) -> TextKey {
        TextKey("signed-in-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let ada = Self {
            username: "ada@example.com".to_owned(),
            name: Some("Ada Lovelace".to_owned()),
            continue_form: Form::sample("/login/continue"),
            switch_form: Form::sample("/login/switch"),
        };
        let long =
            Self { username: "long".repeat(40), name: Some("Very Long Name ".repeat(12)), ..ada.clone() };
        vec![("named", ada.clone()), ("unnamed", Self { name: None, ..ada }), ("long", long)]
    }
}

/// `/logout` without a valid hint: asks before it signs out, so that no foreign page can.
///
/// Posts `signOutSubmitButton`.
#[derive(Clone, Debug, Serialize)]
pub struct SignOutConfirm {
    /// The form.
    pub form: Form,
    /// Who is signed in, when known.
    pub username: Option<String>,
    /// Where somebody goes who wants to stay.
    pub cancel_link: Option<String>,
}

impl Page for SignOutConfirm {
    const TEMPLATE: &'static str = "pages/sign_out_confirm.html";

    fn title(&self) -> TextKey {
        TextKey("sign-out-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let ada = Self {
            form: Form::sample("/logout"),
            username: Some("ada@example.com".to_owned()),
            cancel_link: Some("/".to_owned()),
        };
        vec![("known", ada.clone()), ("bare", Self { username: None, cancel_link: None, ..ada })]
    }
}

/// After signing out, when there is no application to return to by itself.
#[derive(Clone, Debug, Serialize)]
pub struct SignedOut {
    /// Back to the application or the sign-in page.
    pub continue_link: Option<String>,
}

impl Page for SignedOut {
    const TEMPLATE: &'static str = "pages/signed_out.html";

    fn title(&self) -> TextKey {
        TextKey("signed-out-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let link = Some("https://app.example.com/".to_owned());
        vec![("link", Self { continue_link: link }), ("bare", Self { continue_link: None })]
    }
}
