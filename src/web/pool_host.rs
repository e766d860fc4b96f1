//! Host and path to pool.

use std::sync::Arc;

use crate::model::pool::UserPool;

/// The pool a request is for; an extractor for handlers. Unknown hosts get 421 and no page, unknown pools 404.
#[derive(Clone)]
pub struct RequestedPool {
    /// The pool.
    pub pool: Arc<UserPool>,
    /// What precedes paths of this pool in links: empty at the root, `/{pool_id}` in the path form.
    pub base: String,
}
