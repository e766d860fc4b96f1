//! The sign-up page and the input fields for a user's attributes.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{Field, Form, Identifier, PasswordRule, Problem};

/// `/signup`.
///
/// Posts `username`, one `attributes[<name>]` for each of `attributes`, `password`, `signUpButton`.
#[derive(Clone, Debug, Serialize)]
pub struct SignUp {
    /// The form.
    pub form: Form,
    /// What the new name is: free-form, or an address when the pool uses addresses as names.
    pub identifier: Identifier,
    /// The name, typed or hinted.
    pub username: Field,
    /// What else is asked, in this order; the attribute that is the name itself is not repeated here.
    pub attributes: Vec<AttributeField>,
    /// Whether a password is asked for; not where passwords sign nobody in.
    pub asks_password: bool,
    /// The password policy, judged after a submit.
    pub password_rules: Vec<PasswordRule>,
    /// What is wrong with the password.
    pub password_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Back to the sign-in page.
    pub login_link: Option<String>,
}

/// An input for one attribute of a user.
#[derive(Clone, Debug, Serialize)]
pub struct AttributeField {
    /// The attribute's name, such as `given_name` or `custom:team`.
    pub name: String,
    /// Key of the label for a standard attribute; `None` shows `label_text`.
    pub label: Option<TextKey>,
    /// The label of a custom attribute: its name without `custom:`.
    pub label_text: String,
    /// Type of the input element.
    pub input_type: &'static str,
    /// Its `autocomplete` token, when there is one.
    pub autocomplete: Option<&'static str>,
    /// A line of help below the label.
    pub hint: Option<TextKey>,
    /// Whether it must be filled in.
    pub required: bool,
    /// What was typed, and what is wrong with it.
    pub field: Field,
}

impl AttributeField {
    /// The input for the attribute `name`: type, autofill and label follow from the standard attribute of
    /// that name (OpenID Connect Core §5.1); a custom attribute is plain text under its own name.
    pub fn new(name: impl Into<String>, required: bool) -> Self {
        let name = name.into();
        let (label, input_type, autocomplete) = match name.as_str() {
            "address" => (TextKey("attribute-address"), "text", Some("street-address")),
            "birthdate" => (TextKey("attribute-birthdate"), "date", Some("bday")),
            "email" => (TextKey("attribute-email"), "email", Some("email")),
            "family_name" => (TextKey("attribute-family-name"), "text", Some("family-name")),
            "gender" => (TextKey("attribute-gender"), "text", Some("sex")),
            "given_name" => (TextKey("attribute-given-name"), "text", Some("given-name")),
            "locale" => (TextKey("attribute-locale"), "text", Some("language")),
            "middle_name" => (TextKey("attribute-middle-name"), "text", Some("additional-name")),
            "name" => (TextKey("attribute-name"), "text", Some("name")),
            "nickname" => (TextKey("attribute-nickname"), "text", Some("nickname")),
            "phone_number" => (TextKey("attribute-phone-number"), "tel", Some("tel")),
            "picture" => (TextKey("attribute-picture"), "url", Some("photo")),
            "preferred_username" => (TextKey("attribute-preferred-username"), "text", None),
            "profile" => (TextKey("attribute-profile"), "url", None),
            "website" => (TextKey("attribute-website"), "url", Some("url")),
            "zoneinfo" => (TextKey("attribute-zoneinfo"), "text", None),
            _ => return Self::custom(name, required),
        };
        let hint = (name == "phone_number").then_some(TextKey("hint-phone"));
        Self {
            label_text: String::new(),
            label: Some(label),
            input_type,
            autocomplete,
            hint,
            required,
            field: Field::default(),
            name,
        }
    }

    /// The same input with what was typed.
    #[must_use]
    pub fn filled(mut self, field: Field) -> Self {
        self.field = field;
        self
    }

    fn custom(name: String, required: bool) -> Self {
        Self {
            label: None,
            label_text: name.strip_prefix("custom:").unwrap_or(&name).to_owned(),
            input_type: "text",
            autocomplete: None,
            hint: None,
            required,
            field: Field::default(),
            name,
        }
    }

    pub(super) fn samples() -> Vec<Self> {
        ["name", "phone_number", "birthdate"]
            .into_iter()
            .map(|name| Self::new(name, true))
            .chain([Self::new("website", false), Self::new("custom:team", false)])
            .collect()
    }

    fn every_kind() -> Vec<Self> {
        [
            "address",
            "birthdate",
            "email",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "picture",
            "preferred_username",
            "profile",
            "website",
            "zoneinfo",
            "custom:favourite_colour",
        ]
        .into_iter()
        .enumerate()
        .map(|(index, name)| Self::new(name, index % 2 == 0))
        .collect()
    }
}

impl Page for SignUp {
    const TEMPLATE: &'static str = "pages/sign_up.html";

    fn title(&self) -> TextKey {
        TextKey("sign-up-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
            || self.username.error.is_some()
            || self.password_error.is_some()
            || self.attributes.iter().any(|attribute| attribute.field.error.is_some())
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/signup"),
            identifier: Identifier::Email,
            username: Field::default(),
            attributes: Vec::new(),
            asks_password: true,
            password_rules: PasswordRule::samples(),
            password_error: None,
            error: None,
            login_link: Some("/login?flow=Zm9vYmFy".to_owned()),
        };
        let attributes = Self { attributes: AttributeField::samples(), ..empty.clone() };
        let field_problems = [
            Problem::InvalidPhone,
            Problem::InvalidDate,
            Problem::InvalidUrl,
            Problem::InvalidNumber,
            Problem::InvalidValue,
        ];
        let wrong = Self {
            username: Field::of("ada@example").wrong(Problem::InvalidEmail),
            attributes: AttributeField::samples()
                .into_iter()
                .zip(field_problems)
                .map(|(attribute, problem)| attribute.filled(Field::of("nonsense").wrong(problem)))
                .collect(),
            password_rules: PasswordRule::judged_samples(),
            password_error: Some(Problem::PasswordPolicy.into()),
            ..empty.clone()
        };
        let named =
            |field: Field| Self { identifier: Identifier::Username, username: field, ..empty.clone() };
        vec![
            ("empty", empty.clone()),
            ("attributes", attributes.clone()),
            ("no-password", Self { asks_password: false, ..attributes }),
            ("every-attribute", Self { attributes: AttributeField::every_kind(), ..named(Field::default()) }),
            ("wrong", wrong),
            ("taken", named(Field::of("ada").wrong(Problem::UsernameTaken))),
            ("bad-name", named(Field::of("a da").wrong(Problem::InvalidUsername))),
            ("too-long", named(Field::of("a".repeat(140)).wrong(Problem::TooLong { maximum: 128 }))),
            ("too-short", named(Field::of("a").wrong(Problem::TooShort { minimum: 3 }))),
            (
                "compromised",
                Self { password_error: Some(Problem::PasswordCompromised.into()), ..empty.clone() },
            ),
            ("too-many", Self { error: Some(Problem::TooManyRequests.into()), ..empty.clone() }),
            ("not-sent", Self { error: Some(Problem::MessageNotSent.into()), ..empty }),
        ]
    }
}
