//! CBOR (RFC 8949) as authenticators write it: one value, to a small depth, no name twice.

use ciborium::Value;

use super::WebauthnError;

/// How deep values may lie in one another. CTAP2 writes four levels at most; attestation statements with certificates
/// no more.
const DEPTH: usize = 12;

/// Takes one value from the front of `bytes`.
///
/// # Errors
/// [`WebauthnError::Malformed`] with `what` when there is none, or it lies too deep.
pub(super) fn take(bytes: &mut &[u8], what: &'static str) -> Result<Value, WebauthnError> {
    ciborium::de::from_reader_with_recursion_limit(bytes, DEPTH).map_err(|_| WebauthnError::Malformed(what))
}

/// Takes a map from the front of `bytes`.
///
/// # Errors
/// As [`take`]; also when it is no map or has a name twice.
pub(super) fn take_map(bytes: &mut &[u8], what: &'static str) -> Result<Map, WebauthnError> {
    let Value::Map(entries) = take(bytes, what)? else { return Err(WebauthnError::Malformed(what)) };
    let is_twice = |(index, (name, _)): (usize, &(Value, Value))| {
        entries[..index].iter().any(|(earlier, _)| earlier == name)
    };
    // Two readers must not see two keys in one.
    if entries.len() > 64 || entries.iter().enumerate().any(is_twice) {
        return Err(WebauthnError::Malformed(what));
    }
    Ok(Map(entries))
}

/// A map.
pub(super) struct Map(Vec<(Value, Value)>);

impl Map {
    /// The value of a text name.
    pub(super) fn named(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value)
    }

    /// The integer under an integer label.
    pub(super) fn integer(&self, label: i64) -> Option<i64> {
        i64::try_from(self.labelled(label)?.as_integer()?).ok()
    }

    /// The bytes under an integer label.
    pub(super) fn bytes(&self, label: i64) -> Option<&[u8]> {
        self.labelled(label)?.as_bytes().map(Vec::as_slice)
    }

    fn labelled(&self, label: i64) -> Option<&Value> {
        self.0.iter().find(|(key, _)| *key == Value::from(label)).map(|(_, value)| value)
    }
}
