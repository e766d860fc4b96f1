//! The profile: what somebody writes about themselves.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{AttributeField, Field, Form, Problem};
use super::AccountAround;

/// `/account/profile`.
///
/// Posts one `attributes[<name>]` for each field, `saveButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountProfile {
    /// Around it.
    pub around: AccountAround,
    /// The form.
    pub form: Form,
    /// The fields, by what they are about. Without any there is nothing to change.
    pub groups: Vec<ProfileGroup>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
}

/// Fields that belong together.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileGroup {
    /// What they are about.
    pub label: TextKey,
    /// The fields.
    pub fields: Vec<ProfileField>,
}

/// One field.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileField {
    /// The attribute with its value.
    pub attribute: AttributeField,
    /// The values there are, where it is a list; the chosen one is that of the attribute.
    pub choices: Vec<ProfileChoice>,
}

/// A value of a list.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileChoice {
    /// What is stored.
    pub value: String,
    /// What is shown: names of languages in their own language, of time zones as everybody writes them.
    pub text: String,
    /// The language of the text, where it is another one than the page's.
    pub tag: Option<String>,
}

impl ProfileField {
    /// A field without a list.
    pub fn new(attribute: AttributeField) -> Self {
        Self { attribute, choices: Vec::new() }
    }
}

impl Page for AccountProfile {
    const TEMPLATE: &'static str = "pages/account_profile.html";

    fn title(&self) -> TextKey {
        TextKey("account-profile")
    }

    fn failed(&self) -> bool {
        let mut fields = self.groups.iter().flat_map(|group| &group.fields);
        self.error.is_some() || fields.any(|field| field.attribute.field.error.is_some())
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let text = |name: &str, value: &str| {
            ProfileField::new(AttributeField::new(name, false).filled(Field::of(value)))
        };
        let choice = |value: &str, text: &str, tag: Option<&str>| ProfileChoice {
            value: value.to_owned(),
            text: text.to_owned(),
            tag: tag.map(str::to_owned),
        };
        let locale = ProfileField {
            choices: vec![choice("de", "Deutsch", Some("de")), choice("ar", "العربية", Some("ar"))],
            ..text("locale", "de")
        };
        let zone = ProfileField {
            choices: vec![choice("Europe/Zurich", "Europe/Zurich", None)],
            ..text("zoneinfo", "")
        };
        let page = Self {
            around: AccountAround::sample(Some("profile")),
            form: Form::sample("/account/profile"),
            groups: vec![
                ProfileGroup {
                    label: TextKey("profile-names"),
                    fields: vec![
                        text("name", "Ada Lovelace"),
                        text("given_name", "Ada"),
                        text("family_name", "Lovelace"),
                        text("nickname", ""),
                    ],
                },
                ProfileGroup {
                    label: TextKey("profile-about"),
                    fields: vec![text("birthdate", "1815-12-10"), text("website", "https://example.com")],
                },
                ProfileGroup { label: TextKey("profile-region"), fields: vec![locale, zone] },
                ProfileGroup { label: TextKey("profile-more"), fields: vec![text("custom:team", "Engines")] },
            ],
            error: None,
        };
        let mut wrong = page.clone();
        wrong.groups[0].fields[0].attribute.field = Field::of("").wrong(Problem::Required);
        wrong.groups[1].fields[1].attribute.field = Field::of("javascript:1").wrong(Problem::InvalidUrl);
        let empty = Self { groups: Vec::new(), ..page.clone() };
        let busy = Self { error: Some(Problem::Busy.into()), ..page.clone() };
        vec![("filled", page), ("wrong", wrong), ("empty", empty), ("busy", busy)]
    }
}
