//! The CSV of Cognito's import: a header of attribute names with `cognito:username` and `cognito:mfa_enabled`, commas
//! inside a value written `\,`. Quotes as spreadsheets write them are read too, and so are the columns `sub`,
//! `password_hash` and `groups` (separated by spaces), which Cognito does not have.

use super::record::{Entry, PasswordEntry, PersonRecord};
use crate::directory::transfer::record::MfaEntry;
use crate::model::pool::SecondFactor;

const USERNAME: &str = "cognito:username";
const MFA: &str = "cognito:mfa_enabled";

/// The columns of a file.
pub(super) struct Header {
    columns: Vec<String>,
}

impl Header {
    /// Reads the first line.
    pub(super) fn read(line: &str) -> Result<Self, String> {
        let columns = cells(line.trim_start_matches('\u{feff}'))?;
        for (index, column) in columns.iter().enumerate() {
            if column.is_empty() {
                return Err(format!("column {} of the header has no name", index + 1));
            }
            if columns[..index].contains(column) {
                return Err(format!("the header has the column {column} twice"));
            }
        }
        if !columns.iter().any(|column| column == USERNAME) {
            return Err(format!("the header has no column {USERNAME}"));
        }
        Ok(Self { columns })
    }

    /// Reads a row.
    pub(super) fn person(&self, line: &str) -> Result<Entry, String> {
        let cells = cells(line)?;
        if cells.len() != self.columns.len() {
            return Err(format!("it has {} values for {} columns", cells.len(), self.columns.len()));
        }
        let mut person: PersonRecord = serde_json::from_str("{}").expect("every member may be absent");
        for (column, value) in self.columns.iter().zip(cells).filter(|(_, value)| !value.is_empty()) {
            match column.as_str() {
                USERNAME => person.username = Some(value),
                "sub" => person.id = Some(value),
                "groups" => person.groups = value.split_whitespace().map(str::to_owned).collect(),
                "password_hash" => person.password = Some(Some(password(value))),
                MFA => match truth(&value) {
                    Some("true") => {
                        person.mfa = Some(MfaEntry { messages: vec![SecondFactor::Sms], preferred: None });
                    }
                    Some(_) => {}
                    None => return Err(format!("{MFA} is neither TRUE nor FALSE")),
                },
                "email_verified" | "phone_number_verified" => {
                    let flag = truth(&value).ok_or_else(|| format!("{column} is neither TRUE nor FALSE"))?;
                    person.attributes.insert(column.clone(), flag.to_owned());
                }
                "birthdate" => {
                    person.attributes.insert(column.clone(), date(&value));
                }
                _ => {
                    person.attributes.insert(column.clone(), value);
                }
            }
        }
        if person.username.is_none() {
            return Err(format!("{USERNAME} is empty"));
        }
        if person.mfa.is_some() && !person.attributes.contains_key("phone_number") {
            return Err(format!("{MFA} is TRUE without a phone_number"));
        }
        Ok(Entry::Person(Box::new(person)))
    }
}

fn password(hash: String) -> PasswordEntry {
    PasswordEntry { hash, firebase: None, set_at: None, temporary_until: None, previous: Vec::new() }
}

fn truth(value: &str) -> Option<&'static str> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Some("true"),
        "false" => Some("false"),
        _ => None,
    }
}

/// `mm/dd/yyyy` as Cognito has it; anything else is left to the check of the attribute.
fn date(value: &str) -> String {
    match value.split('/').collect::<Vec<_>>().as_slice() {
        [month, day, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => value.to_owned(),
    }
}

/// The cells of a line, without the spaces around them.
fn cells(line: &str) -> Result<Vec<String>, String> {
    let mut cells = Vec::new();
    let mut rest = line;
    loop {
        let (cell, after) = match rest.trim_start_matches(' ').strip_prefix('"') {
            Some(quoted) => quoted_cell(quoted)?,
            None => plain_cell(rest),
        };
        cells.push(cell);
        match after {
            Some(after) => rest = after,
            None => return Ok(cells),
        }
    }
}

/// Up to the next comma that is not escaped.
fn plain_cell(text: &str) -> (String, Option<&str>) {
    let mut cell = String::new();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            ',' => return (cell.trim().to_owned(), Some(&text[at + 1..])),
            '\\' if text[at + 1..].starts_with(',') => {
                cell.push(',');
                characters.next();
            }
            c => cell.push(c),
        }
    }
    (cell.trim().to_owned(), None)
}

/// Up to the closing quote; two quotes are one.
fn quoted_cell(text: &str) -> Result<(String, Option<&str>), String> {
    let mut cell = String::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if c != '"' {
            cell.push(c);
        } else if characters.next_if(|(_, next)| *next == '"').is_some() {
            cell.push('"');
        } else {
            let after = text[at + 1..].trim_start_matches(' ');
            return match after.strip_prefix(',') {
                Some(after) => Ok((cell, Some(after))),
                None if after.is_empty() => Ok((cell, None)),
                None => Err("a quoted value goes on after its closing quote".into()),
            };
        }
    }
    Err("a quoted value has no closing quote".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(header: &str, line: &str) -> Result<PersonRecord, String> {
        match Header::read(header)?.person(line)? {
            Entry::Person(person) => Ok(*person),
            _ => unreachable!("rows are people"),
        }
    }

    #[test]
    fn cells_are_read_as_cognito_and_spreadsheets_write_them() {
        for (line, expected) in [
            ("a,b,c", vec!["a", "b", "c"]),
            (r"12 Main St\, Springfield,b,", vec!["12 Main St, Springfield", "b", ""]),
            (r#""a, ""b""",c"#, vec![r#"a, "b""#, "c"]),
            (" a , b ", vec!["a", "b"]),
            (r"a\b,c\", vec![r"a\b", r"c\"]),
            ("", vec![""]),
        ] {
            assert_eq!(
                cells(line).as_deref(),
                Ok(expected.as_slice().iter().map(|s| (*s).to_owned()).collect::<Vec<_>>().as_slice()),
                "{line}"
            );
        }
        assert!(cells(r#""a"#).is_err() && cells(r#""a"b,c"#).is_err());
    }

    #[test]
    fn a_row_of_cognito_is_a_person() {
        let header = "name,email,email_verified,birthdate,phone_number,custom:team,cognito:mfa_enabled,cognito:username";
        let read =
            person(header, "Ada,ada@example.com,TRUE,2/9/1990,+41791234567,,TRUE,ada").expect("a person");
        assert_eq!(read.username.as_deref(), Some("ada"));
        assert_eq!(read.attributes["birthdate"], "1990-02-09");
        assert_eq!(read.attributes["email_verified"], "true");
        assert!(!read.attributes.contains_key("custom:team"));
        assert!(read.mfa.is_some_and(|mfa| mfa.messages == [SecondFactor::Sms]));
        for wrong in
            ["a,b", ",,,,,,FALSE,", "Ada,,,,,,TRUE,ada", "Ada,,perhaps,,,,FALSE,ada", "Ada,,,,,,1,ada"]
        {
            assert!(person(header, wrong).is_err(), "{wrong}");
        }
        for wrong in ["name,email", "cognito:username,cognito:username", "cognito:username,,name"] {
            assert!(Header::read(wrong).is_err(), "{wrong}");
        }
    }
}
