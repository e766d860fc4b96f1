//! Browser sessions and the token families that hang on sign-ins.

use super::flow::Proof;
use super::ids::{ClientId, FamilyId, PoolId, SessionId, UserId};

/// One signed-in browser in one pool.
#[derive(Debug, Clone, PartialEq)]
pub struct BrowserSession {
    /// The `sid`; not the cookie's value.
    pub id: SessionId,
    /// The pool.
    pub pool_id: PoolId,
    /// Who is signed in.
    pub user_id: UserId,
    /// When the person last proved who they are, Unix milliseconds.
    pub authenticated_at: i64,
    /// What was proven then.
    pub proofs: Vec<Proof>,
    /// When it began, Unix milliseconds.
    pub created_at: i64,
    /// When it was last used, Unix milliseconds.
    pub seen_at: i64,
    /// When it ends without use, Unix milliseconds.
    pub idle_expires_at: i64,
    /// When it ends in any case, Unix milliseconds.
    pub expires_at: i64,
    /// The session at the identity provider that it began with, sealed.
    pub sealed_upstream: Option<Vec<u8>>,
    /// By what the provider finds it.
    pub upstream_marks: Option<UpstreamMarks>,
    /// The browser that it began in; unknown for sessions of an earlier version.
    pub browser: Option<SeenBrowser>,
}

/// What is kept of a browser, so that its owner recognises it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenBrowser {
    /// Its `User-Agent`, cut.
    pub user_agent: String,
    /// The network it came from, `Caller::address_prefix`.
    pub network: String,
}

/// By what a session is found when the provider ends its own: keyed digests, useless to whoever reads the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpstreamMarks {
    /// Of the provider and the person there.
    pub person: String,
    /// Of the session there as well, where it has a name.
    pub session: Option<String>,
}

/// Everything issued from one sign-in to one client: one refresh token at a time and the access and ID
/// tokens made from it. Its id is the `origin_jti` claim.
#[derive(Debug, Clone, PartialEq)]
pub struct TokenFamily {
    /// The `origin_jti`.
    pub id: FamilyId,
    /// The pool.
    pub pool_id: PoolId,
    /// The client that the tokens were issued to.
    pub client_id: ClientId,
    /// Whose tokens they are.
    pub user_id: UserId,
    /// The browser session they came from, when there was one.
    pub session_id: Option<SessionId>,
    /// The scopes granted at sign-in.
    pub scope: Vec<String>,
    /// `auth_time`, Unix milliseconds.
    pub authenticated_at: i64,
    /// What was proven then.
    pub proofs: Vec<Proof>,
    /// When it began, Unix milliseconds.
    pub created_at: i64,
    /// When its refresh tokens end; it never moves.
    pub expires_at: i64,
    /// When it was revoked, Unix milliseconds.
    pub revoked_at: Option<i64>,
}
