//! The tickets with which a sign-in goes back to the authorization endpoint, finished or given up. Pages and the
//! authorization server meet in these values and in the session cookie, nowhere else.

use serde::{Deserialize, Serialize};

use crate::env::Env;
use crate::model::ids::{AuthorizationId, PoolId, SessionId};

/// What the pages vouch for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeTicket {
    /// The authorization request that waited.
    pub authorization: AuthorizationId,
    /// The session that satisfies it: just signed in, or chosen on the "continue as" page.
    pub session: SessionId,
    /// Whether the person proved who they are in this transaction (`prompt=login` and `max_age` are satisfied).
    pub fresh: bool,
    /// When it was made, Unix milliseconds; it serves for a minute.
    pub made_at: i64,
}

impl ResumeTicket {
    /// Seals the ticket for a URL.
    pub fn seal(&self, env: &Env, pool: &PoolId) -> String {
        let bytes = serde_json::to_vec(self).expect("a ticket is plain data");
        env.keys.seal_handle("resume", pool.as_str(), &bytes, env.random.as_ref())
    }

    /// Opens a ticket of this pool that is not older than a minute.
    pub fn open(env: &Env, pool: &PoolId, text: &str) -> Option<Self> {
        let bytes = env.keys.open_handle("resume", pool.as_str(), text).ok()?;
        let ticket: Self = serde_json::from_slice(&bytes).ok()?;
        (env.now() - ticket.made_at <= 60_000).then_some(ticket)
    }
}

/// How long a ticket to give up serves, in milliseconds: the page that offers it may stand open for a while.
const GIVING_UP_MS: i64 = 3_600_000;

/// A sign-in that the person gives up after it has failed: the application is told why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbandonTicket {
    /// The authorization request that waited.
    pub authorization: AuthorizationId,
    /// Why.
    pub because: Abandoned,
    /// When it was made, Unix milliseconds.
    pub made_at: i64,
}

/// Why a sign-in was given up; each is an error code of RFC 6749 §4.1.2.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Abandoned {
    /// The person, or the identity provider for them, said no, or did not say what is needed.
    AccessDenied,
    /// The identity provider does not work at the moment.
    TemporarilyUnavailable,
    /// The identity provider's answer could not be used.
    ServerError,
    /// The application insists on an authentication level that the person cannot reach.
    LevelOutOfReach,
}

impl AbandonTicket {
    /// Seals the ticket for a URL.
    pub fn seal(&self, env: &Env, pool: &PoolId) -> String {
        let bytes = serde_json::to_vec(self).expect("a ticket is plain data");
        env.keys.seal_handle("abandon", pool.as_str(), &bytes, env.random.as_ref())
    }

    /// Opens a ticket of this pool that is not older than an hour.
    pub fn open(env: &Env, pool: &PoolId, text: &str) -> Option<Self> {
        let bytes = env.keys.open_handle("abandon", pool.as_str(), text).ok()?;
        let ticket: Self = serde_json::from_slice(&bytes).ok()?;
        (env.now() - ticket.made_at <= GIVING_UP_MS).then_some(ticket)
    }
}
