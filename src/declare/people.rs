//! People in a declaration, for seeds and tests.

use serde::Deserialize;

use super::fields::Fields;
use super::problem::Place;
use super::secret::SecretAt;
use crate::model::attributes::AttributeMap;
use crate::model::ids::UserId;
use crate::model::pool::SecondFactor;
use crate::model::user::UserStatus;

/// A person. What only counts when the person is made is marked so.
pub(super) struct UserDeclaration {
    pub(super) place: Place,
    /// The `sub`; drawn when absent.
    pub(super) id: Option<UserId>,
    pub(super) username: Option<String>,
    pub(super) attributes: AttributeMap,
    pub(super) enabled: Option<bool>,
    pub(super) groups: Vec<(String, Place)>,
    /// At creation only.
    pub(super) status: Option<UserStatus>,
    /// At creation only.
    pub(super) password: Option<SecretAt>,
    /// At creation only.
    pub(super) password_hash: Option<SecretAt>,
    /// At creation only.
    pub(super) totp_seed: Option<SecretAt>,
    /// At creation only.
    pub(super) totp_device: Option<String>,
    /// At creation only.
    pub(super) message_factors: Vec<SecondFactor>,
    /// At creation only.
    pub(super) preferred_factor: Option<SecondFactor>,
}

impl UserDeclaration {
    /// What to call the person in a line for the operator.
    pub(super) fn label(&self) -> &str {
        self.username
            .as_deref()
            .or_else(|| self.attributes.get("email").map(String::as_str))
            .or_else(|| self.attributes.get("phone_number").map(String::as_str))
            .or(self.id.as_ref().map(UserId::as_str))
            .unwrap_or("(nameless)")
    }
}

/// Reads one `[[pool.user]]`.
pub(super) fn read(fields: &mut Fields<'_>) -> Option<UserDeclaration> {
    let id = fields.text("id").and_then(|(text, place)| {
        let parsed = uuid::Uuid::try_parse(text).ok();
        if parsed.is_none() {
            fields.refuse_key(place, "id", "must be a UUID");
        }
        parsed.map(|uuid| UserId::trusted(uuid.as_hyphenated().to_string()))
    });
    let username = fields.text("username").map(|(text, _)| text.to_owned());
    let attributes = fields.map("attributes").unwrap_or_default();
    let attributes: AttributeMap =
        attributes.into_iter().map(|(name, (value, _))| (name, value.to_owned())).collect();
    let enabled = fields.boolean("enabled");
    let groups = fields.texts("groups").unwrap_or_default();
    let groups = groups.into_iter().map(|(name, place)| (name.to_owned(), place.clone())).collect();
    let status = fields.text("status").and_then(|(text, place)| {
        let status = UserStatus::parse(text);
        if status.is_none() {
            let words = "must be UNCONFIRMED, CONFIRMED, FORCE_CHANGE_PASSWORD or RESET_REQUIRED";
            fields.refuse_key(place, "status", words);
        }
        status
    });
    let password = fields.secret("password");
    let password_hash = fields.secret("password_hash");
    if password.is_some() && password_hash.is_some() {
        fields.refuse("has both password and password_hash; one is enough");
    }
    let totp_seed = fields.secret("totp_seed");
    let totp_device = fields.text("totp_device").map(|(text, _)| text.to_owned());
    let message_factors = factors(fields, "message_factors");
    let preferred_factor = factors(fields, "preferred_factor");
    let user = UserDeclaration {
        place: fields.place.clone(),
        id,
        username,
        attributes,
        enabled,
        groups,
        status,
        password,
        password_hash,
        totp_seed,
        totp_device,
        message_factors: message_factors.unwrap_or_default(),
        preferred_factor,
    };
    if !["id", "username", "attributes"].iter().any(|key| fields.has(key)) {
        fields.refuse("needs a username, an address among its attributes, or an id");
        return None;
    }
    Some(user)
}

fn factors<T: for<'de> Deserialize<'de>>(fields: &mut Fields<'_>, key: &'static str) -> Option<T> {
    let node = fields.take(key)?;
    match T::deserialize(node) {
        Ok(value) => Some(value),
        Err(misfit) => {
            fields.refuse_key(misfit.place.as_ref().unwrap_or(&node.place), key, misfit.reason);
            None
        }
    }
}
