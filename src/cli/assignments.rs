//! `key=value` for every setting, by its path: typed by the settings themselves, so that a new one needs nothing here.

use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::config::nearest;
use crate::model::difference::Difference;
use crate::render::images;

/// One change of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The setting, with dots between the names on the way to it.
    pub path: String,
    change: Change,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// `key=value`.
    Set,
    /// `key+=value`: into a list.
    Add,
    /// `key-=value`: out of a list.
    Remove,
}

impl FromStr for Assignment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "it is written key=value, key+=value or key-=value (for lists)".to_owned();
        let (key, value) = text.split_once('=').ok_or_else(wrong)?;
        let (key, change) = match (key.strip_suffix('+'), key.strip_suffix('-')) {
            (Some(key), _) => (key, Change::Add),
            (_, Some(key)) => (key, Change::Remove),
            _ => (key, Change::Set),
        };
        let key = key.trim();
        if key.is_empty() || key.split('.').any(str::is_empty) {
            return Err(wrong());
        }
        let text = branding_file(key, value)?.unwrap_or_else(|| value.to_owned());
        Ok(Self { path: key.to_owned(), change, text })
    }
}

/// The content of `branding.logo=@FILE` and the like, as it is stored.
fn branding_file(key: &str, value: &str) -> Result<Option<String>, String> {
    let (Some(name), Some(file)) = (key.strip_prefix("branding."), value.strip_prefix('@')) else {
        return Ok(None);
    };
    let read = || std::fs::read(file).map_err(|error| format!("{file}: {error}"));
    match name {
        "logo" | "favicon" | "background_image" => images::data_url(name, &read()?).map(Some),
        "css" => String::from_utf8(read()?).map(Some).map_err(|_| format!("{file} is no text in UTF-8")),
        _ => Ok(None),
    }
}

/// What can be changed by assignments: a name, and settings.
pub fn apply<S: Serialize + DeserializeOwned>(
    name: &mut String,
    settings: &mut S,
    assignments: &[Assignment],
) -> Result<(), String> {
    for assignment in assignments {
        if assignment.path == "name" {
            match assignment.change {
                Change::Set => assignment.text.clone_into(name),
                Change::Add | Change::Remove => return Err("name: it is no list".into()),
            }
        } else {
            *settings = assignment.apply_to(settings).map_err(|e| format!("{}: {e}", assignment.path))?;
        }
    }
    Ok(())
}

impl Assignment {
    fn apply_to<S: Serialize + DeserializeOwned>(&self, settings: &S) -> Result<S, String> {
        let root = serde_json::to_value(settings).map_err(|e| e.to_string())?;
        let mut refusal = None;
        for candidate in self.candidates() {
            let mut changed = root.clone();
            let place = place(&mut changed, &self.path)?;
            *place = match self.change {
                Change::Set => candidate,
                Change::Add => added(place.take(), candidate)?,
                Change::Remove => removed(place.take(), candidate)?,
            };
            // The store reads settings of newer versions too and passes over what it does not know; an operator who
            // mistypes a name is told.
            let mut unknown = false;
            match serde_ignored::deserialize(changed, |_| unknown = true) {
                Ok(_) if unknown => return Err(self.unknown(settings)),
                Ok(settings) => return Ok(settings),
                // The first reading of the text is the one that its writer most likely meant.
                Err(error) => refusal = refusal.or(Some(error.to_string())),
            }
        }
        Err(refusal.unwrap_or_else(|| "the value cannot be read".into()))
    }

    fn unknown<S: Serialize>(&self, settings: &S) -> String {
        let known: Vec<String> = lines(settings).into_iter().map(|(path, _)| path).collect();
        let near = nearest(&self.path, known.iter().cloned());
        if !near.is_empty() {
            return format!("there is no such setting{near}");
        }
        let mut beginnings: Vec<&str> =
            known.iter().map(|path| path.split('.').next().unwrap_or(path)).collect();
        beginnings.dedup();
        format!("there is no such setting; there are {}", beginnings.join(", "))
    }

    /// What the text can mean: JSON, a text, a list of texts. The settings decide which one fits.
    fn candidates(&self) -> Vec<Value> {
        let json: Option<Value> = serde_json::from_str(&self.text).ok();
        let items = self.text.split(',').map(str::trim).filter(|item| !item.is_empty());
        let list = Value::Array(items.map(Value::from).collect());
        json.into_iter().chain([Value::from(self.text.as_str()), list]).collect()
    }
}

/// The place of a setting. A group of settings that is absent is made; in a list an entry is named by its number, or by
/// the `name` it has.
fn place<'a>(root: &'a mut Value, path: &str) -> Result<&'a mut Value, String> {
    let mut place = root;
    for step in path.split('.') {
        if place.is_null() {
            *place = Value::Object(Map::new());
        }
        place = match place {
            Value::Object(fields) => fields.entry(step.to_owned()).or_insert(Value::Null),
            Value::Array(entries) => {
                let named = |entry: &Value| entry.get("name").and_then(Value::as_str) == Some(step);
                let index = entries.iter().position(named).or_else(|| step.parse().ok());
                index
                    .and_then(|index| entries.get_mut(index))
                    .ok_or_else(|| format!("the list has no entry {step}"))?
            }
            _ => return Err(format!("there is nothing below a value that {step} could name")),
        };
    }
    Ok(place)
}

fn entries(list: Value) -> Result<Vec<Value>, String> {
    match list {
        Value::Null => Ok(Vec::new()),
        Value::Array(entries) => Ok(entries),
        _ => Err("it is no list; use =".into()),
    }
}

fn added(list: Value, value: Value) -> Result<Value, String> {
    let mut entries = entries(list)?;
    let new = if let Value::Array(several) = value { several } else { vec![value] };
    for entry in new {
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    Ok(Value::Array(entries))
}

fn removed(list: Value, value: Value) -> Result<Value, String> {
    let mut entries = entries(list)?;
    // The text may be one entry, or several with commas between them.
    let gone = match value {
        Value::Array(several) => several,
        one => vec![one],
    };
    entries.retain(|entry| !gone.contains(entry));
    Ok(Value::Array(entries))
}

/// A setting and its value, for a table: every one below `settings`, by its path.
pub fn lines<S: Serialize>(settings: &S) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let value = serde_json::to_value(settings).unwrap_or_default();
    collect("", &value, &mut found);
    found
}

fn collect(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(&path, value, found);
            }
        }
        value => found.push((path.to_owned(), shown(value))),
    }
}

/// A value as it can be typed again.
pub fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(entries) if entries.iter().all(Value::is_string) && !entries.is_empty() => {
            entries.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")
        }
        Value::Null => "-".to_owned(),
        other => other.to_string(),
    }
}

/// What a change would do, a row each: setting, before, after.
pub fn rows(differences: &[Difference]) -> Vec<Vec<String>> {
    let side = |value: &Option<Value>| value.as_ref().map_or_else(|| "-".to_owned(), shown);
    differences.iter().map(|one| vec![one.path.clone(), side(&one.before), side(&one.after)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::client::ClientSettings;
    use crate::model::pool::{MfaConfiguration, PoolSettings};

    fn pool(text: &[&str]) -> Result<(String, PoolSettings), String> {
        let (mut name, mut settings) = ("Demo".to_owned(), PoolSettings::default());
        let assignments: Vec<Assignment> =
            text.iter().map(|one| one.parse()).collect::<Result<_, String>>()?;
        apply(&mut name, &mut settings, &assignments)?;
        Ok((name, settings))
    }

    #[test]
    fn every_kind_of_setting_is_typed_by_the_settings_themselves() {
        let (name, settings) = pool(&[
            "name=12",
            "self_sign_up=true",
            "mfa.configuration=required",
            "mfa.factors=totp,email",
            "mfa.totp_issuer=123",
            "lockout.per_user=7",
            "srp=true",
            "message_limits.sms_countries+=+41",
            "message_limits.sms_countries+=[\"+49\"]",
            "message_limits.sms_countries-=+41",
            r#"schema+={"name":"custom:dept"}"#,
            "schema.custom:dept.mutable=false",
            "recovery=",
        ])
        .expect("all are good");
        assert_eq!(name, "12");
        assert!(settings.self_sign_up && settings.srp == Some(true) && settings.recovery.is_empty());
        assert_eq!(settings.mfa.configuration, MfaConfiguration::Required);
        assert_eq!(settings.mfa.factors.len(), 2);
        assert_eq!(settings.mfa.totp_issuer.as_deref(), Some("123"));
        assert_eq!(settings.lockout.per_user, 7);
        assert_eq!(settings.message_limits.sms_countries, ["+49"]);
        assert!(!settings.schema[0].mutable);
        assert_eq!(pool(&["srp=true", "srp=null"]).expect("good").1.srp, None);
    }

    #[test]
    fn a_refusal_names_the_setting_and_what_it_may_be() {
        for (text, told) in [
            ("mfa.configuration=sometimes", "`off`, `optional`, `required`"),
            ("mfa.konfiguration=off", "did you mean mfa.configuration?"),
            ("nonsense=1", "there are "),
            ("lockout.per_user=many", "expected u32"),
            ("lockout.per_user=-5", "expected u32"),
            ("self_sign_up=yes", "expected a boolean"),
            ("self_sign_up.more=1", "nothing below"),
            ("self_sign_up+=1", "no list"),
            ("schema.custom:x.mutable=false", "no entry custom:x"),
            ("name+=x", "no list"),
            ("nothing", "key=value"),
            ("=x", "key=value"),
            ("a..b=x", "key=value"),
        ] {
            let refusal = pool(&[text]).expect_err(text);
            assert!(refusal.contains(told), "{text}: {refusal}");
        }
    }

    #[test]
    fn a_client_is_changed_alike_and_shown_as_it_can_be_typed() {
        let mut name = String::new();
        let mut settings = ClientSettings::default();
        let assignments: Vec<Assignment> = [
            "callback_urls+=https://a.example/cb?x=1,2",
            "read_attributes+=email",
            "access_token_life.value=5",
            "signing_algorithm=ES256",
        ]
        .iter()
        .map(|text| text.parse().expect("an assignment"))
        .collect();
        apply(&mut name, &mut settings, &assignments).expect("all are good");
        // A comma may be part of one address.
        assert_eq!(settings.callback_urls, ["https://a.example/cb?x=1,2"]);
        assert_eq!(settings.read_attributes.as_deref(), Some(&["email".to_owned()][..]));
        let lines = lines(&settings);
        let line = |name: &str| lines.iter().find(|(path, _)| path == name).map(|(_, value)| value.as_str());
        assert_eq!(line("access_token_life.value"), Some("5"));
        assert_eq!(line("allowed_scopes"), Some("openid,email,phone,profile"));
        assert_eq!(line("signing_algorithm"), Some("ES256"));
    }
}
