//! Audit events: what happened, who did it and to what.

use serde_json::{Map, Value};

use super::caller::Caller;
use super::ids::{ClientId, PoolId, UserId};

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The server by itself: jobs, and what nobody can be named for.
    System,
    /// Somebody with access to the server's configuration, named as the command line knows them (`user@host`).
    Operator(String),
    /// A person of the pool.
    Person(UserId),
    /// An app client.
    Client(ClientId),
    /// Somebody who has not proven who they are.
    Anonymous,
}

impl Actor {
    /// The kind, as stored and streamed.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Operator(_) => "operator",
            Self::Person(_) => "person",
            Self::Client(_) => "client",
            Self::Anonymous => "anonymous",
        }
    }

    /// Which one of its kind.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::System | Self::Anonymous => None,
            Self::Operator(name) => Some(name),
            Self::Person(id) => Some(id.as_str()),
            Self::Client(id) => Some(id.as_str()),
        }
    }
}

/// One thing that happened. Holds no secret, code, token or typed text; people are named by id.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEvent {
    /// Random, unique.
    pub id: String,
    /// When, Unix milliseconds.
    pub at: i64,
    /// The pool it happened in, unless it concerns the whole server.
    pub pool_id: Option<PoolId>,
    /// Who did it.
    pub actor: Actor,
    /// What: `thing.verb`, for example `user.disable`.
    pub action: &'static str,
    /// What it was done to: a kind (`user`, `client`, `pool` …) and an id.
    pub subject: Option<(&'static str, String)>,
    /// Whether it came about.
    pub succeeded: bool,
    /// The network it came from (`Caller::address_prefix`), for what came by HTTP.
    pub network: Option<String>,
    /// Joins it with the log, for what came by HTTP.
    pub correlation_id: Option<String>,
    /// Particulars, for example the names of the settings that changed.
    pub detail: Map<String, Value>,
}

impl AuditEvent {
    /// In this pool.
    #[must_use]
    pub fn in_pool(mut self, pool: &PoolId) -> Self {
        self.pool_id = Some(pool.clone());
        self
    }

    /// Done by somebody else than the process's actor.
    #[must_use]
    pub fn by(mut self, actor: Actor) -> Self {
        self.actor = actor;
        self
    }

    /// Done to this.
    #[must_use]
    pub fn about(mut self, kind: &'static str, id: impl ToString) -> Self {
        self.subject = Some((kind, id.to_string()));
        self
    }

    /// It did not come about, for this reason (a fixed word, nothing typed).
    #[must_use]
    pub fn refused(mut self, reason: &'static str) -> Self {
        self.succeeded = false;
        self.with("reason", reason)
    }

    /// It came by this request.
    #[must_use]
    pub fn from_caller(mut self, caller: &Caller) -> Self {
        self.network = Some(caller.address_prefix());
        self.correlation_id = Some(caller.correlation_id.clone());
        self
    }

    /// A particular.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.detail.insert(name.to_owned(), value.into());
        self
    }
}
