//! Attributes of a person: standard and custom ones, their schema, and the check of a value.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The attributes of one person by name. Every value is text, as in Cognito; booleans are `true` and `false`.
pub type AttributeMap = BTreeMap<String, String>;

/// The longest value, in bytes.
pub const MAXIMUM_VALUE_BYTES: usize = 2048;

/// The standard attributes of OpenID Connect Core §5.1 that a person may have. `sub` is not among them:
/// it is the user's id.
pub const STANDARD_ATTRIBUTES: [&str; 17] = [
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "address",
    "email",
    "phone_number",
    "updated_at",
];

/// The claims that follow an address and are set by proof alone, never by a person.
pub const VERIFIED_FLAGS: [&str; 2] = ["email_verified", "phone_number_verified"];

/// The type of an attribute's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeType {
    /// Any text.
    #[default]
    String,
    /// A decimal whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A time, as Unix seconds or RFC 3339.
    DateTime,
}

/// The rules for one attribute in a pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeSchema {
    /// The attribute's name; custom ones carry the prefix `custom:`.
    pub name: String,
    /// The type of the value.
    #[serde(default)]
    pub value_type: AttributeType,
    /// Whether sign-up needs it.
    #[serde(default)]
    pub required: bool,
    /// Whether it may change after it was first set.
    #[serde(default = "yes")]
    pub mutable: bool,
    /// Fewest characters (String) or smallest value (Number).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// Most characters (String) or largest value (Number).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
}

fn yes() -> bool {
    true
}

/// Why a value is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttributeProblem {
    /// The pool has no such attribute.
    #[error("the pool has no attribute {0}")]
    Unknown(String),
    /// The attribute is required and absent.
    #[error("{0} is required")]
    Missing(String),
    /// The value does not fit the type or the limits.
    #[error("{name} is not valid: {reason}")]
    Invalid {
        /// The attribute.
        name: String,
        /// The rule that was broken.
        reason: &'static str,
    },
    /// The attribute can never change once set.
    #[error("{0} cannot be changed")]
    Immutable(String),
    /// This client may not write it.
    #[error("this client may not write {0}")]
    NotWritable(String),
}

impl AttributeSchema {
    /// A required or optional standard attribute without limits of its own.
    pub fn standard(name: &str, required: bool) -> Self {
        Self {
            name: name.to_owned(),
            value_type: AttributeType::String,
            required,
            mutable: true,
            minimum: None,
            maximum: None,
        }
    }

    /// Checks one value.
    ///
    /// # Errors
    /// [`AttributeProblem::Invalid`] with the rule that was broken.
    pub fn check(&self, value: &str) -> Result<(), AttributeProblem> {
        let invalid = |reason| AttributeProblem::Invalid { name: self.name.clone(), reason };
        if value.len() > MAXIMUM_VALUE_BYTES {
            return Err(invalid("it is longer than 2048 bytes"));
        }
        if value.chars().any(|c| c.is_control() && c != '\n') {
            return Err(invalid("it has control characters"));
        }
        match self.name.as_str() {
            "email" => check_email(value).map_err(invalid)?,
            "phone_number" => check_phone(value).map_err(invalid)?,
            "birthdate" => check_birthdate(value).map_err(invalid)?,
            _ => {}
        }
        let size = match self.value_type {
            AttributeType::String => value.chars().count() as i64,
            AttributeType::Number => value.parse::<i64>().map_err(|_| invalid("it is not a whole number"))?,
            AttributeType::Boolean if value == "true" || value == "false" => return Ok(()),
            AttributeType::Boolean => return Err(invalid("it is neither true nor false")),
            AttributeType::DateTime => value.chars().count() as i64,
        };
        if self.minimum.is_some_and(|minimum| size < minimum) {
            return Err(invalid("it is below the minimum"));
        }
        if self.maximum.is_some_and(|maximum| size > maximum) {
            return Err(invalid("it is above the maximum"));
        }
        Ok(())
    }
}

/// Whether a text can be an e-mail address this server would send to. Not the whole of RFC 5322: one
/// `@`, a sane local part, a host name with a dot or `localhost`, at most 254 bytes.
///
/// # Errors
/// The rule that was broken.
pub fn check_email(value: &str) -> Result<(), &'static str> {
    const NOT_AN_ADDRESS: &str = "it is not an e-mail address";
    let (local, host) = value.rsplit_once('@').ok_or(NOT_AN_ADDRESS)?;
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let host_ok = (host == "localhost" || host.contains('.'))
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    if value.len() <= 254 && local_ok && host_ok { Ok(()) } else { Err(NOT_AN_ADDRESS) }
}

/// Whether a text is a phone number in E.164 form: `+` and 5 to 15 digits, the first not 0.
///
/// # Errors
/// The rule that was broken.
pub fn check_phone(value: &str) -> Result<(), &'static str> {
    let digits = value.strip_prefix('+').ok_or("it does not begin with + and the country code")?;
    let good = (5..=15).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    if good { Ok(()) } else { Err("it is not a phone number with country code") }
}

fn check_birthdate(value: &str) -> Result<(), &'static str> {
    const WRONG: &str = "it is not a date written YYYY-MM-DD";
    let parts: Vec<&str> = value.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return Err(WRONG) };
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return Err(WRONG);
    }
    let year: u32 = year.parse().map_err(|_| WRONG)?;
    let month: u32 = month.parse().map_err(|_| WRONG)?;
    let day: u32 = day.parse().map_err(|_| WRONG)?;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Err(WRONG),
    };
    if (1..=days).contains(&day) { Ok(()) } else { Err(WRONG) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_before_anything_is_sent_to_them() {
        for good in [
            "ada@example.com",
            "a.b+c@sub.example.org",
            "o'hara@example.ie",
            "x@localhost",
            "ö@bücher.example",
        ] {
            assert_eq!(check_email(good), Ok(()), "{good}");
        }
        for bad in [
            "",
            "ada",
            "@example.com",
            "a@b",
            "a@@b.c",
            "a b@c.de",
            ".a@b.cd",
            "a@-b.cd",
            "a@b..cd",
            "a\r\nbcc:x@y.z",
        ] {
            assert!(check_email(bad).is_err(), "{bad}");
        }
        for good in ["+41791234567", "+12025550123"] {
            assert_eq!(check_phone(good), Ok(()), "{good}");
        }
        for bad in ["", "0791234567", "+0791234567", "+41 79", "+1234567890123456", "+"] {
            assert!(check_phone(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_birthdate_is_a_day_that_existed() {
        assert!(check_birthdate("2000-02-29").is_ok());
        for bad in ["1900-02-29", "2001-13-01", "2001-04-31", "1-1-1", "today"] {
            assert!(check_birthdate(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn limits_count_characters_or_value() {
        let mut schema = AttributeSchema::standard("custom:level", false);
        schema.value_type = AttributeType::Number;
        schema.maximum = Some(10);
        assert!(schema.check("10").is_ok());
        assert!(schema.check("11").is_err());
        assert!(schema.check("ten").is_err());
    }
}
