//! Groups of a pool.

use super::ids::PoolId;

/// A group of people; its name is in the `cognito:groups` claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The pool.
    pub pool_id: PoolId,
    /// The name, 1 to 128 characters, unique in the pool.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// The lower, the more important; absent is least.
    pub precedence: Option<i64>,
    /// The role of its members, an ARN.
    pub role_arn: Option<String>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
}
