//! What the failures of the network and of a provider's documents mean for a sign-in.

use crate::federation::FederationError;
use crate::outbound::documents::DocumentError;
use crate::outbound::http::{HttpAnswer, HttpError};

/// No answer from `place`, a word for the log.
pub(super) fn no_answer(place: &str, error: &HttpError) -> FederationError {
    let text = format!("{place}: {error}");
    match error {
        HttpError::Timeout | HttpError::Connection => FederationError::Unavailable(text),
        HttpError::Insecure | HttpError::PrivateAddress | HttpError::Redirects => {
            FederationError::Misconfigured(text)
        }
        HttpError::Certificate | HttpError::TooLong => FederationError::Untrusted(text),
        HttpError::Setup(_) | HttpError::Malformed => FederationError::Internal(text),
    }
}

/// No document at `place`.
pub(in crate::federation) fn no_document(place: &str, error: &DocumentError) -> FederationError {
    match error {
        DocumentError::Http(error) => no_answer(place, error),
        DocumentError::Status(status) => bad_status(place, *status),
    }
}

/// An answer that is neither a success nor one of the protocol's errors.
pub(super) fn bad_status(place: &str, status: u16) -> FederationError {
    let text = format!("{place}: the answer was {status}");
    match status {
        429 | 500.. => FederationError::Unavailable(text),
        _ => FederationError::Misconfigured(text),
    }
}

/// The body of a successful answer as an object.
pub(super) fn object(
    place: &str,
    answer: &HttpAnswer,
) -> Result<serde_json::Map<String, serde_json::Value>, FederationError> {
    if !answer.status.is_success() {
        return Err(bad_status(place, answer.status.as_u16()));
    }
    serde_json::from_slice(&answer.body)
        .map_err(|_| FederationError::Untrusted(format!("{place}: the answer is no JSON object")))
}
