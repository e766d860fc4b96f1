//! What a line of the open format says. No type here has `Debug`: hashes and seeds are in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::passkeys::PasskeyEntry;
use crate::model::pool::SecondFactor;
use crate::model::user::UserStatus;

/// The version of the format that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// One line.
pub enum Entry {
    /// The head: which version of the format follows.
    Directory(DirectoryRecord),
    /// A group.
    Group(GroupRecord),
    /// A person.
    Person(Box<PersonRecord>),
}

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectoryRecord {
    /// The version of the format.
    pub version: u32,
}

/// A group.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRecord {
    /// The name.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The lower, the more important.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precedence: Option<i64>,
    /// The role of its members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    /// When it was made.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
}

/// A person.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRecord {
    /// The `sub`; drawn when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The user name; absent where an address stands in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Where the account stands; follows from the password when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<UserStatus>,
    /// Whether the account may be used.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Attributes, the verified flags among them.
    #[serde(default, deserialize_with = "texts")]
    pub attributes: BTreeMap<String, String>,
    /// Names of groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// The password: absent when the file does not tell, `null` when the person has none.
    #[serde(default, deserialize_with = "told", skip_serializing_if = "Option::is_none")]
    pub password: Option<Option<PasswordEntry>>,
    /// The seed of an authenticator app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totp: Option<TotpEntry>,
    /// Passkeys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passkeys: Vec<PasskeyEntry>,
    /// Second factors by message, and which comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa: Option<MfaEntry>,
    /// When the account was made.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
    /// When it last changed.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<i64>,
}

/// A password as a hash.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordEntry {
    /// The hash, in any encoding that `crypto::password::import` reads; of Firebase the bare output.
    pub hash: String,
    /// What else a hash of Firebase needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firebase: Option<FirebaseEntry>,
    /// When it was set.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub set_at: Option<i64>,
    /// When a temporary password ends; absent for a password of the person's own.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub temporary_until: Option<i64>,
    /// The passwords before, which may not come back; the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<PreviousEntry>,
}

/// A password that was replaced.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviousEntry {
    /// The hash.
    pub hash: String,
    /// When it was set.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub set_at: Option<i64>,
}

/// What a hash of Firebase needs beside its output: the salt of the person and the parameters of the project.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirebaseEntry {
    /// `salt` of the person.
    pub salt: String,
    /// `base64_signer_key` of the project.
    pub signer_key: String,
    /// `base64_salt_separator` of the project.
    pub salt_separator: String,
    /// `rounds` of the project.
    pub rounds: u32,
    /// `mem_cost` of the project.
    pub memory_cost: u32,
}

/// The seed of an authenticator app.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TotpEntry {
    /// Base32.
    pub secret: String,
    /// The name of the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When it was set up.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
}

/// Second factors by message, and which comes first.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MfaEntry {
    /// `sms`, `email`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<SecondFactor>,
    /// The one asked for first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<SecondFactor>,
}

fn yes() -> bool {
    true
}

/// An absent member and `null` are two things.
fn told<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<PasswordEntry>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Values are texts; what other systems write as a number or a truth value is taken as its text.
fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    let values: BTreeMap<String, Value> = BTreeMap::deserialize(from)?;
    values
        .into_iter()
        .map(|(name, value)| match value {
            Value::String(text) => Ok((name, text)),
            Value::Bool(_) | Value::Number(_) => Ok((name, value.to_string())),
            _ => Err(serde::de::Error::custom(format!(
                "the attribute {name} is no text, number or truth value"
            ))),
        })
        .collect()
}

impl Entry {
    /// Reads a line.
    ///
    /// # Errors
    /// A sentence without any value of the line.
    pub fn read(line: &str) -> Result<Self, String> {
        let mut value: Value = serde_json::from_str(line).map_err(|error| fault(&error))?;
        let object = value.as_object_mut().ok_or("a line is one JSON object")?;
        let kind = match object.remove("type") {
            None => "person".to_owned(),
            Some(Value::String(kind)) => kind,
            Some(_) => return Err("type is directory, group or person".into()),
        };
        match kind.as_str() {
            "person" => read(value).map(|person| Self::Person(Box::new(person))),
            "group" => read(value).map(Self::Group),
            "directory" => {
                let head: DirectoryRecord = read(value)?;
                match head.version {
                    1..=VERSION => Ok(Self::Directory(head)),
                    newer => Err(format!(
                        "the file is of version {newer} of the format, and this program reads up to {VERSION}"
                    )),
                }
            }
            _ => Err("type is directory, group or person".into()),
        }
    }

    /// The line, with its end.
    ///
    /// # Panics
    /// Never: every part has a JSON form.
    pub fn line(&self) -> String {
        #[derive(Serialize)]
        struct Tagged<'a, T> {
            r#type: &'a str,
            #[serde(flatten)]
            record: &'a T,
        }
        let text = match self {
            Self::Directory(record) => serde_json::to_string(&Tagged { r#type: "directory", record }),
            Self::Group(record) => serde_json::to_string(&Tagged { r#type: "group", record }),
            Self::Person(record) => serde_json::to_string(&Tagged { r#type: "person", record }),
        };
        text.expect("every part has a JSON form") + "\n"
    }
}

fn read<T: for<'de> Deserialize<'de>>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| fault(&error))
}

/// What was wrong, without the values that serde quotes: a hash may be among them.
fn fault(error: &serde_json::Error) -> String {
    if error.is_eof() || error.is_syntax() {
        return format!("it is not JSON (column {})", error.column());
    }
    let text = error.to_string();
    let quoted = text.split_once('`').and_then(|(_, rest)| rest.split_once('`')).map(|(name, _)| name);
    match quoted {
        Some(name) if text.starts_with("unknown field") => format!("there is no member {name}"),
        Some(name) if text.starts_with("missing field") => format!("the member {name} is missing"),
        _ if text.starts_with("the attribute ") || text.starts_with("a time ") => text,
        _ => "a member has a value of the wrong kind".to_owned(),
    }
}

/// A time as RFC 3339 text; Unix milliseconds are read as well.
pub(super) mod moment {
    use super::*;

    pub(in super::super) fn serialize<S: Serializer>(moment: &Option<i64>, to: S) -> Result<S::Ok, S::Error> {
        moment.map(super::time_text).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
        let wrong = || serde::de::Error::custom("a time is RFC 3339 text or Unix milliseconds");
        match Value::deserialize(from)? {
            Value::Null => Ok(None),
            Value::Number(number) => number.as_i64().filter(is_time).map(Some).ok_or_else(wrong),
            Value::String(text) => super::time_from_text(&text).map(Some).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

/// From 1970 to 9999.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "Option::filter gives a reference")]
fn is_time(moment: &i64) -> bool {
    (0..253_402_300_800_000).contains(moment)
}

/// RFC 3339 in UTC, to the millisecond.
fn time_text(moment: i64) -> String {
    let time = OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment) * 1_000_000).ok();
    time.and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_else(|| moment.to_string())
}

pub(super) fn time_from_text(text: &str) -> Option<i64> {
    let time = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    i64::try_from(time.unix_timestamp_nanos().div_euclid(1_000_000)).ok().filter(is_time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(line: &str) -> Result<PersonRecord, String> {
        match Entry::read(line)? {
            Entry::Person(person) => Ok(*person),
            _ => Err("no person".into()),
        }
    }

    #[test]
    fn times_are_text_and_come_back() {
        for moment in [0, 1, 1_795_269_787_000, 1_795_269_787_120, 253_402_300_799_999] {
            assert_eq!(time_from_text(&time_text(moment)), Some(moment));
        }
        assert_eq!(time_text(1_795_269_787_120), "2026-11-21T14:03:07.12Z");
        assert_eq!(time_from_text("2026-11-21T15:03:07+01:00"), Some(1_795_269_787_000));
        assert_eq!(time_from_text("yesterday"), None);
    }

    #[test]
    fn an_absent_password_is_not_none() {
        assert!(person("{}").is_ok_and(|person| person.password.is_none()));
        assert!(person(r#"{"password":null}"#).is_ok_and(|person| matches!(person.password, Some(None))));
        assert!(
            person(r#"{"password":{"hash":"x"}}"#)
                .is_ok_and(|person| matches!(person.password, Some(Some(_))))
        );
    }

    #[test]
    fn a_fault_names_the_member_and_no_value() {
        for (line, fault) in [
            (r#"{"passwort":"Secret-1"}"#, "there is no member passwort"),
            (r#"{"password":{"salt":"Secret-1"}}"#, "there is no member salt"),
            (r#"{"password":"Secret-1"}"#, "a member has a value of the wrong kind"),
            (r#"{"status":"Secret-1"}"#, "a member has a value of the wrong kind"),
            (r#"{"created_at":"Secret-1"}"#, "a time is RFC 3339 text or Unix milliseconds"),
            (r#"{"attributes":{"a":[]}}"#, "the attribute a is no text, number or truth value"),
            (r#"["Secret-1"]"#, "a line is one JSON object"),
            (r#"{"type":"Secret-1"}"#, "type is directory, group or person"),
        ] {
            assert_eq!(person(line).err().as_deref(), Some(fault), "{line}");
        }
        assert!(person("{\"a\":").is_err_and(|fault| fault.starts_with("it is not JSON")));
        let newer = person(r#"{"type":"directory","version":2}"#);
        assert!(newer.is_err_and(|fault| fault.contains("version 2")));
    }
}
