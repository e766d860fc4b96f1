//! Sealed flow handles.

use crate::env::Env;
use crate::model::pool::UserPool;

/// A flow and the challenge it stood at, sealed: it cannot be made up or moved to another pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowHandle(String);

impl FlowHandle {
    /// Takes a handle as it came in a URL or form; it is opened by the engine.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The handle as text, safe in a URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The authorization request that this flow was begun for, also when the flow itself has expired: the page can
    /// then begin a new one. `None` when the handle is not genuine.
    pub fn authorization(&self, _env: &Env, _pool: &UserPool) -> Option<crate::model::ids::AuthorizationId> {
        todo!()
    }
}
