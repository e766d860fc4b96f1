//! Authorization requests on their way through sign-in, and the codes they end in.

use serde::{Deserialize, Serialize};

use super::account::AccountErrand;
use super::acr::Demand;
use super::flow::Proof;
use super::ids::{AuthorizationId, ClientId, FamilyId, PoolId, SessionId, UserId};

/// A checked authorization request (RFC 6749 §4.1.1), stored while the person signs in.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorizationRequest {
    /// Its id.
    pub id: AuthorizationId,
    /// The pool.
    pub pool_id: PoolId,
    /// The client.
    pub client_id: ClientId,
    /// SHA-256 (base64url) of the flow cookie of the browser that made it; no other browser may go on with it.
    pub browser: String,
    /// The parameters as they were sent.
    pub parameters: AuthorizationParameters,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it can no longer be continued, Unix milliseconds.
    pub expires_at: i64,
}

/// The parameters of an authorization request that are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AuthorizationParameters {
    /// Where the answer goes; registered with the client.
    pub redirect_uri: String,
    /// Whether the request named it; if so, the token request must too (RFC 6749 §4.1.3).
    pub redirect_uri_was_sent: bool,
    /// Granted scopes, in the order asked for.
    pub scope: Vec<String>,
    /// Returned unchanged.
    pub state: Option<String>,
    /// Copied into the ID token.
    pub nonce: Option<String>,
    /// RFC 7636 §4.3, always S256.
    pub code_challenge: Option<String>,
    /// OpenID Connect Core §3.1.2.1.
    pub prompt: Vec<String>,
    /// Longest age of the sign-in in seconds.
    pub max_age: Option<u64>,
    /// What to write into the user-name field.
    pub login_hint: Option<String>,
    /// Wanted page languages, best first.
    pub ui_locales: Vec<String>,
    /// The authentication levels asked for (`acr_values`, or `acr` in `claims`).
    #[serde(skip_serializing_if = "Demand::is_none")]
    pub demand: Demand,
    /// The only person who may answer, when `id_token_hint` named one.
    pub expected_user: Option<UserId>,
    /// Set where no application waits for the sign-in, but a page of the person's own account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountErrand>,
}

/// A single-use authorization code, stored under its SHA-256.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorizationCode {
    /// The pool.
    pub pool_id: PoolId,
    /// The client it was made for.
    pub client_id: ClientId,
    /// Who signed in.
    pub user_id: UserId,
    /// The session it was made from.
    pub session_id: SessionId,
    /// What was asked for.
    pub parameters: AuthorizationParameters,
    /// `auth_time`, Unix milliseconds.
    pub authenticated_at: i64,
    /// What was proven then.
    pub proofs: Vec<Proof>,
    /// The family that its tokens belong to: chosen with the code, so that a replay finds them.
    pub family_id: FamilyId,
    /// When it ends, Unix milliseconds.
    pub expires_at: i64,
    /// When it was spent, Unix milliseconds.
    pub used_at: Option<i64>,
}
