//! Typed names inside a stored flow, sealed: people type passwords into the name field, and a name that nobody has is
//! whatever was typed.
//!
//! Owns what of a flow is sealed. Leaves to `engine` when a flow is stored and read.

use super::AuthnError;
use crate::crypto::encoding::{base64url, from_base64url};
use crate::env::Env;
use crate::model::flow::{AuthFlow, Subject};

/// The flow as it is stored.
pub(super) fn seal(env: &Env, flow: &AuthFlow) -> AuthFlow {
    let sealed =
        |name: &str| base64url(&env.keys.seal_column(place(flow), name.as_bytes(), env.random.as_ref()));
    let mut stored = flow.clone();
    stored.state.typed_name = flow.state.typed_name.as_deref().map(sealed);
    if let Subject::Phantom(name) = &flow.state.subject {
        stored.state.subject = Subject::Phantom(sealed(name));
    }
    stored
}

/// A stored flow as it was.
///
/// # Errors
/// [`AuthnError::UnknownFlow`] when it was not sealed by this server's key.
pub(super) fn open(env: &Env, stored: AuthFlow) -> Result<AuthFlow, AuthnError> {
    let opened = |text: &str| {
        let bytes = env.keys.open_column(place(&stored), &from_base64url(text)?).ok()?;
        String::from_utf8(bytes.to_vec()).ok()
    };
    let mut flow = stored.clone();
    if let Some(text) = &stored.state.typed_name {
        flow.state.typed_name = Some(opened(text).ok_or(AuthnError::UnknownFlow)?);
    }
    if let Subject::Phantom(text) = &stored.state.subject {
        flow.state.subject = Subject::Phantom(opened(text).ok_or(AuthnError::UnknownFlow)?);
    }
    Ok(flow)
}

fn place(flow: &AuthFlow) -> [&str; 4] {
    [flow.pool_id.as_str(), "auth_flows", flow.id.as_str(), "state"]
}
