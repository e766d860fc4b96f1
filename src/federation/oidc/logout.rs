//! Sign-out at the provider (OpenID Connect RP-Initiated Logout 1.0 §2).

use url::Url;

use super::begin::with_parameters;
use super::endpoints::{self, detail};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::external::UpstreamSession;
use crate::model::provider::IdentityProvider;

/// The address at which the browser ends its session at the provider, and from which it comes back to `back` with
/// `state`. `None` where the provider publishes none, or the session was begun by another protocol.
///
/// # Errors
/// When the provider's endpoints cannot be found out, as for [`begin()`](super::begin()).
pub async fn logout_url(
    env: &Env,
    provider: &IdentityProvider,
    session: &UpstreamSession,
    back: &Url,
    state: &str,
) -> Result<Option<Url>, FederationError> {
    let UpstreamSession::Oidc { id_token, .. } = session else { return Ok(None) };
    let Some(url) = endpoints::find(env, provider).await?.logout else { return Ok(None) };
    let mut parameters = vec![
        ("client_id", detail(provider, "client_id")?.to_owned()),
        ("post_logout_redirect_uri", back.as_str().to_owned()),
        ("state", state.to_owned()),
    ];
    // It may have expired since; providers take it as a hint all the same.
    parameters.extend(id_token.clone().map(|token| ("id_token_hint", token)));
    Ok(Some(with_parameters(url, &parameters)))
}
