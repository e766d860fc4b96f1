//! How values become columns and back, alike on both databases.
//!
//! Ids are `TEXT`, times `BIGINT` unix milliseconds, settings JSON in `TEXT`, bytes `BLOB`/`BYTEA`, booleans
//! `BOOLEAN`; what is compared without case has a case-folded shadow column. A row that does not convert is
//! [`StoreError::Corrupt`], never a panic.

use std::str::FromStr;

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;

/// Writes a value as a JSON column.
///
/// # Errors
/// Only for a type that has no JSON form, such as a map with structured keys.
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| DieselError::SerializationError(Box::new(e)).into())
}

/// Reads a JSON column of the row `id` of `table`.
///
/// # Errors
/// [`StoreError::Corrupt`] without the parser's text, which may quote the value.
pub fn from_json<T: DeserializeOwned>(table: &'static str, id: &str, json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|_| corrupt(table, id))
}

/// Reads an id or a word of an enumeration from a text column of the row `id` of `table`.
///
/// # Errors
/// [`StoreError::Corrupt`] when the text is none of the type's.
pub fn parse<T: FromStr>(table: &'static str, id: &str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| corrupt(table, id))
}

/// The error for a row that does not convert.
pub fn corrupt(table: &'static str, id: &str) -> StoreError {
    StoreError::Corrupt { table, id: id.to_owned() }
}

/// Makes a unique violation say what is taken: `.execute(conn).map_err(taken("user name"))`.
pub fn taken(what: &'static str) -> impl Fn(DieselError) -> StoreError {
    move |error| match error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => StoreError::Taken { what },
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_columns_round_trip_and_name_the_row_when_they_cannot() {
        let json = to_json(&vec!["ä", "日本"]).expect("serialises");
        assert_eq!(from_json::<Vec<String>>("pools", "p1", &json).expect("parses"), ["ä", "日本"]);
        let error = from_json::<Vec<u8>>("pools", "p1", "\"secret\"").expect_err("a string is no list");
        assert_eq!(error.to_string(), "row \"p1\" of pools cannot be understood");
    }

    #[test]
    fn words_that_are_not_the_types_are_corrupt() {
        assert_eq!(parse::<u16>("flows", "f", "7").expect("a number"), 7);
        assert!(matches!(
            parse::<u16>("flows", "f", "seven"),
            Err(StoreError::Corrupt { table: "flows", .. })
        ));
    }
}
