//! By which name people sign in to a pool, and how the field for it behaves.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::super::TextKey;

/// The kinds of name that a pool's sign-in field takes.
///
/// In templates: `label` (text key), `input_type` and `hint` (text key or none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// A free-form user name only.
    Username,
    /// An e-mail address only.
    Email,
    /// A telephone number only.
    Phone,
    /// An e-mail address or a telephone number.
    EmailOrPhone,
    /// A user name or an e-mail address.
    UsernameOrEmail,
    /// A user name or a telephone number.
    UsernameOrPhone,
    /// A user name, an e-mail address or a telephone number.
    Any,
}

impl Identifier {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Username,
        Self::Email,
        Self::Phone,
        Self::EmailOrPhone,
        Self::UsernameOrEmail,
        Self::UsernameOrPhone,
        Self::Any,
    ];

    /// The kind for a pool that takes user names (`username`, also preferred user names), e-mail addresses
    /// and telephone numbers as given. None of them means a user name.
    pub fn from_accepted(username: bool, email: bool, phone: bool) -> Self {
        match (username, email, phone) {
            (_, false, false) => Self::Username,
            (false, true, false) => Self::Email,
            (false, false, true) => Self::Phone,
            (false, true, true) => Self::EmailOrPhone,
            (true, true, false) => Self::UsernameOrEmail,
            (true, false, true) => Self::UsernameOrPhone,
            (true, true, true) => Self::Any,
        }
    }

    fn label(self) -> TextKey {
        match self {
            Self::Username => TextKey("identifier-username"),
            Self::Email => TextKey("identifier-email"),
            Self::Phone => TextKey("identifier-phone"),
            Self::EmailOrPhone => TextKey("identifier-email-or-phone"),
            Self::UsernameOrEmail => TextKey("identifier-username-or-email"),
            Self::UsernameOrPhone => TextKey("identifier-username-or-phone"),
            Self::Any => TextKey("identifier-any"),
        }
    }

    /// Only a field for one kind gets that kind's keyboard and the browser's own check.
    fn input_type(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "tel",
            _ => "text",
        }
    }

    fn hint(self) -> Option<TextKey> {
        (self == Self::Phone).then_some(TextKey("hint-phone"))
    }
}

impl Serialize for Identifier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Identifier", 3)?;
        map.serialize_field("label", &self.label())?;
        map.serialize_field("input_type", self.input_type())?;
        map.serialize_field("hint", &self.hint())?;
        map.end()
    }
}
