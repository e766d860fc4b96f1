//! Refusals in the words of RFC 6749, OpenID Connect and their relatives, and how they are answered as JSON.
//!
//! Owns the codes and the exhaustive translation of what services say. Leaves to `respond` the refusals that travel
//! in a redirect, and to `web` those that end on a page.

use std::borrow::Cow;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA, RETRY_AFTER, WWW_AUTHENTICATE};
use serde_json::json;

use crate::authn::AuthnError;
use crate::directory::DirectoryError;
use crate::store::StoreError;
use crate::tokens::TokenError;
use crate::web::WebError;
use crate::web::form::ParametersError;

/// An `error` value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorCode {
    /// RFC 6749 §4.1.2.1, §5.2.
    InvalidRequest,
    /// RFC 6749 §5.2.
    InvalidClient,
    /// RFC 6749 §5.2.
    InvalidGrant,
    /// RFC 6749 §4.1.2.1, §5.2.
    UnauthorizedClient,
    /// RFC 6749 §5.2.
    UnsupportedGrantType,
    /// RFC 6749 §4.1.2.1.
    UnsupportedResponseType,
    /// RFC 6749 §4.1.2.1, §5.2.
    InvalidScope,
    /// RFC 7009 §2.2.1.
    UnsupportedTokenType,
    /// OpenID Connect Core §3.1.2.6.
    LoginRequired,
    /// OpenID Connect Core §3.1.2.6.
    InteractionRequired,
    /// OpenID Connect Core §3.1.2.6.
    ConsentRequired,
    /// OpenID Connect Core §3.1.2.6.
    RequestNotSupported,
    /// OpenID Connect Core §3.1.2.6.
    RequestUriNotSupported,
    /// OpenID Connect Core §3.1.2.6.
    RegistrationNotSupported,
    /// OpenID Connect Unmet Authentication Requirements 1.0 §2.
    UnmetAuthenticationRequirements,
    /// RFC 6749 §4.1.2.1.
    AccessDenied,
    /// RFC 6749 §4.1.2.1.
    ServerError,
    /// RFC 6749 §4.1.2.1.
    TemporarilyUnavailable,
}

impl ErrorCode {
    /// The value as it is sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::UnsupportedResponseType => "unsupported_response_type",
            Self::InvalidScope => "invalid_scope",
            Self::UnsupportedTokenType => "unsupported_token_type",
            Self::LoginRequired => "login_required",
            Self::InteractionRequired => "interaction_required",
            Self::ConsentRequired => "consent_required",
            Self::RequestNotSupported => "request_not_supported",
            Self::RequestUriNotSupported => "request_uri_not_supported",
            Self::RegistrationNotSupported => "registration_not_supported",
            Self::UnmetAuthenticationRequirements => "unmet_authentication_requirements",
            Self::AccessDenied => "access_denied",
            Self::ServerError => "server_error",
            Self::TemporarilyUnavailable => "temporarily_unavailable",
        }
    }

    /// The status of a JSON answer with this code.
    fn status(self) -> StatusCode {
        match self {
            Self::InvalidClient => StatusCode::UNAUTHORIZED,
            Self::ServerError => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TemporarilyUnavailable => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

/// A refusal with a public face and, where it is ours, a hidden cause.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}: {description}", code.as_str())]
pub struct OAuthError {
    /// The `error`.
    pub code: ErrorCode,
    /// The `error_description`: why, for the developer of the client.
    pub description: Cow<'static, str>,
    /// What happened, for the log alone.
    pub cause: Option<String>,
    status: Option<StatusCode>,
    challenge: bool,
    wait_seconds: Option<u64>,
}

impl OAuthError {
    /// A refusal.
    pub fn new(code: ErrorCode, description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            description: describe(description.into()),
            cause: None,
            status: None,
            challenge: false,
            wait_seconds: None,
        }
    }

    /// `invalid_request`.
    pub fn invalid_request(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorCode::InvalidRequest, description)
    }

    /// `invalid_grant`.
    pub fn invalid_grant(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorCode::InvalidGrant, description)
    }

    /// `invalid_client`; with a challenge when the client came with an `Authorization` header (RFC 6749 §5.2).
    pub fn invalid_client(description: &'static str, challenge: bool) -> Self {
        Self { challenge, ..Self::new(ErrorCode::InvalidClient, description) }
    }

    /// A fault of ours.
    pub fn internal(cause: impl Into<String>) -> Self {
        let error = Self::new(ErrorCode::ServerError, "The server could not handle the request.");
        Self { cause: Some(cause.into()), ..error }
    }

    /// Not just now.
    pub fn unavailable(cause: impl Into<String>) -> Self {
        let error = Self::new(ErrorCode::TemporarilyUnavailable, "The server is too busy. Try again.");
        Self { cause: Some(cause.into()), ..error }
    }

    /// The page to show in place of sending this to the client: a browser that floods us is not sent on to flood it.
    pub fn stays_here(&self) -> Option<WebError> {
        self.wait_seconds.map(|retry_after_seconds| WebError::TooMany { retry_after_seconds })
    }

    /// The answer of a JSON endpoint (RFC 6749 §5.2). Writes the hidden cause into the log.
    pub fn into_json(self) -> HttpResponse {
        self.log();
        let mut response = HttpResponse::build(self.status.unwrap_or(self.code.status()));
        response.insert_header((CACHE_CONTROL, "no-store")).insert_header((PRAGMA, "no-cache"));
        if self.challenge {
            response.insert_header((WWW_AUTHENTICATE, "Basic realm=\"oauth2\", charset=\"UTF-8\""));
        }
        if self.code == ErrorCode::TemporarilyUnavailable {
            response.insert_header((RETRY_AFTER, "1"));
        }
        response.json(json!({ "error": self.code.as_str(), "error_description": self.description }))
    }

    /// Writes what only we may know into the log.
    pub fn log(&self) {
        match (&self.cause, self.code) {
            (Some(cause), ErrorCode::TemporarilyUnavailable) => tracing::warn!(%cause, "not available"),
            (Some(cause), _) => tracing::error!(%cause, "internal error"),
            // The description may repeat what was sent.
            (None, code) => tracing::debug!(code = code.as_str(), "refused"),
        }
    }

    /// The page for a fault that has nowhere to be sent.
    pub fn into_web(self) -> WebError {
        match (self.code, self.cause) {
            (ErrorCode::TemporarilyUnavailable, cause) => {
                WebError::Unavailable { retry_after_seconds: 1, cause: cause.unwrap_or_default() }
            }
            (_, cause) => WebError::Internal(cause.unwrap_or_else(|| self.description.into_owned())),
        }
    }
}

/// Keeps to the characters of RFC 6749 §5.2: %x20-21 / %x23-5B / %x5D-7E.
fn describe(text: Cow<'static, str>) -> Cow<'static, str> {
    let allowed = |c: char| matches!(c, ' '..='~') && c != '"' && c != '\\';
    if text.chars().all(allowed) {
        return text;
    }
    text.chars().map(|c| if allowed(c) { c } else { '?' }).collect::<String>().into()
}

impl From<StoreError> for OAuthError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(cause) => Self::unavailable(cause),
            error @ StoreError::Orphaned => Self::unavailable(error.to_string()),
            other => Self::internal(other.to_string()),
        }
    }
}

impl From<DirectoryError> for OAuthError {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::Store(error) => error.into(),
            DirectoryError::Busy => Self::unavailable(error.to_string()),
            other => Self::internal(other.to_string()),
        }
    }
}

impl From<AuthnError> for OAuthError {
    fn from(error: AuthnError) -> Self {
        match error {
            AuthnError::Store(error) => error.into(),
            AuthnError::Busy => Self::unavailable(error.to_string()),
            AuthnError::Limited(limit) => {
                let wait_seconds = Some(limit.retry_after_seconds());
                let text = "Too many sign-ins were begun from this network. Try again later.";
                Self { wait_seconds, ..Self::new(ErrorCode::TemporarilyUnavailable, text) }
            }
            other => Self::internal(other.to_string()),
        }
    }
}

/// What was wrong with a code or refresh token at the token endpoint (RFC 6749 §5.2).
impl From<TokenError> for OAuthError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Store(error) => error.into(),
            TokenError::Internal(cause) => Self::internal(cause),
            TokenError::ScopeTooWide => {
                Self::new(ErrorCode::InvalidScope, "The scope exceeds what was granted.")
            }
            TokenError::Unknown | TokenError::OtherClient | TokenError::OtherKind => {
                Self::invalid_grant("The grant is unknown.")
            }
            TokenError::Expired => Self::invalid_grant("The grant has expired."),
            TokenError::Revoked => Self::invalid_grant("The grant was revoked."),
            TokenError::Reused => Self::invalid_grant("The grant was used before."),
            TokenError::UserNotAllowed => Self::invalid_grant("The grant's user may not sign in."),
        }
    }
}

impl From<ParametersError> for OAuthError {
    fn from(error: ParametersError) -> Self {
        let description = match &error {
            ParametersError::Duplicate(name) => format!("The parameter {name:.64} was sent more than once."),
            ParametersError::Encoding => "The parameters are not percent-encoded UTF-8.".into(),
            ParametersError::ContentType => "The body must be application/x-www-form-urlencoded.".into(),
            ParametersError::TooLarge => "The body is too large.".into(),
            ParametersError::TooMany => "There are too many parameters.".into(),
            ParametersError::Incomplete => "The body ended early.".into(),
        };
        let status = (error == ParametersError::TooLarge).then_some(StatusCode::PAYLOAD_TOO_LARGE);
        Self { status, ..Self::invalid_request(description) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_keep_to_the_allowed_characters() {
        let error = OAuthError::invalid_request("a \"b\" \\ c\nä".to_owned());
        assert_eq!(error.description, "a ?b? ? c??");
        let error = OAuthError::from(ParametersError::Duplicate("x".repeat(1000)));
        assert!(error.description.len() < 120);
    }

    #[test]
    fn each_code_has_its_status() {
        let status = |error: OAuthError| error.into_json().status().as_u16();
        assert_eq!(status(OAuthError::invalid_grant("x")), 400);
        assert_eq!(status(OAuthError::invalid_client("x", false)), 401);
        assert_eq!(status(OAuthError::from(ParametersError::TooLarge)), 413);
        assert_eq!(status(OAuthError::internal("x")), 500);
        assert_eq!(status(OAuthError::unavailable("x")), 503);
    }

    #[test]
    fn a_challenge_answers_the_authorization_header_only() {
        let challenged = |challenge| {
            let response = OAuthError::invalid_client("x", challenge).into_json();
            response.headers().contains_key(WWW_AUTHENTICATE)
        };
        assert!(challenged(true));
        assert!(!challenged(false));
    }
}
