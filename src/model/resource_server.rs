//! Resource servers: the APIs whose scopes a pool gives out.

use serde::{Deserialize, Serialize};

use super::ids::PoolId;

/// An API with scopes of its own. A scope is asked for as `{identifier}/{name}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceServer {
    /// The pool.
    pub pool_id: PoolId,
    /// The identifier, unique in the pool; it may hold slashes.
    pub identifier: String,
    /// The name for people.
    pub name: String,
    /// Its scopes.
    pub scopes: Vec<ResourceScope>,
}

/// One scope of a resource server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceScope {
    /// The name without the identifier; no slash.
    pub name: String,
    /// What it allows.
    pub description: String,
}
