//! Sealed flow handles.
//!
//! Owns the form of a handle. Leaves to `engine` what it leads to, and to the surfaces how it travels.

use serde::{Deserialize, Serialize};

use crate::env::Env;
use crate::model::flow::{AuthFlow, Surface};
use crate::model::ids::{AuthorizationId, FlowId};
use crate::model::pool::UserPool;

/// What the handle is sealed for; a ticket sealed for anything else does not open as one.
const LABEL: &str = "flow";

/// A flow and the challenge it stood at, sealed: it cannot be made up or moved to another pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowHandle(String);

/// What a handle says when it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Opened {
    /// The flow.
    pub flow: FlowId,
    /// The number of the challenge.
    pub step: u32,
    /// The authorization request that the flow was begun for.
    pub authorization: Option<AuthorizationId>,
}

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
    pub fn authorization(&self, env: &Env, pool: &UserPool) -> Option<AuthorizationId> {
        self.open(env, pool)?.authorization
    }

    /// The handle of the challenge that `flow` stands at.
    pub(super) fn seal(env: &Env, flow: &AuthFlow) -> Self {
        let Surface::Hosted { authorization, .. } = &flow.state.surface;
        let opened = Opened {
            flow: flow.id.clone(),
            step: flow.state.step,
            authorization: Some(authorization.clone()),
        };
        let bytes = serde_json::to_vec(&opened).expect("ids and a number have a JSON form");
        Self(env.keys.seal_handle(LABEL, flow.pool_id.as_str(), &bytes, env.random.as_ref()))
    }

    /// What the handle says; `None` when it is not genuine or of another pool.
    pub(super) fn open(&self, env: &Env, pool: &UserPool) -> Option<Opened> {
        let bytes = env.keys.open_handle(LABEL, pool.id.as_str(), &self.0).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}
