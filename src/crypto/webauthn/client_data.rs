//! What the browser collected: which ceremony, which challenge, on which page (Web Authentication §5.8.1).

use serde::Deserialize;

use super::{Expected, WebauthnError};
use crate::crypto::digest::{constant_time_eq, sha256};

/// The most that is read, in bytes: an origin, a challenge and what browsers add against parsers that compare whole texts.
const LONGEST: usize = 8 * 1024;

/// A ceremony's name in the client data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ceremony {
    /// `webauthn.create`.
    Create,
    /// `webauthn.get`.
    Get,
}

/// A name that is there twice is refused; names that are not known are passed over, as §5.8.1 asks for.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: Option<bool>,
    #[serde(default)]
    top_origin: Option<String>,
}

/// The challenge that client data claim to answer. Nothing is judged yet: whoever gave out challenges looks whether this
/// is one of theirs, and hands it to the ceremony as what must have been answered.
///
/// # Errors
/// [`WebauthnError::Malformed`].
pub fn challenge_of(json: &[u8]) -> Result<String, WebauthnError> {
    read(json).map(|client| client.challenge)
}

/// §7.1 steps 5 and 6, §7.2 steps 8 and 9: UTF-8, then JSON.
fn read(json: &[u8]) -> Result<ClientData, WebauthnError> {
    const MALFORMED: WebauthnError = WebauthnError::Malformed("the client data");
    if json.len() > LONGEST {
        return Err(MALFORMED);
    }
    serde_json::from_slice(json).map_err(|_| MALFORMED)
}

/// Judges the client data (§7.1 steps 5 to 12, §7.2 steps 8 to 14 and 20) and returns its digest, which is signed.
///
/// # Errors
/// See [`WebauthnError`].
pub(super) fn verify(
    ceremony: Ceremony,
    expected: &Expected<'_>,
    json: &[u8],
) -> Result<[u8; 32], WebauthnError> {
    let client = read(json)?;
    // §7.1 step 7, §7.2 step 10: the type.
    let wanted = match ceremony {
        Ceremony::Create => "webauthn.create",
        Ceremony::Get => "webauthn.get",
    };
    if client.kind != wanted {
        return Err(WebauthnError::WrongCeremony);
    }
    // §7.1 step 8, §7.2 step 11: the challenge.
    if !constant_time_eq(client.challenge.as_bytes(), expected.challenge.as_bytes()) {
        return Err(WebauthnError::WrongChallenge);
    }
    // §7.1 step 9, §7.2 step 12: the origin, letter by letter.
    if !expected.origins.contains(&client.origin) {
        return Err(WebauthnError::WrongOrigin);
    }
    // §7.1 steps 10 and 11, §7.2 steps 13 and 14: our pages are in nobody's frame.
    if client.cross_origin == Some(true) || client.top_origin.is_some_and(|top| top != client.origin) {
        return Err(WebauthnError::Framed);
    }
    // §7.1 step 12, §7.2 step 20: the digest.
    Ok(sha256(json))
}
