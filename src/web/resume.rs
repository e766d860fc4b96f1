//! The ticket with which a finished sign-in goes back to the authorization endpoint. Pages and the authorization server
//! meet in this value and in the session cookie, nowhere else.

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
