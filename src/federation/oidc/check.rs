//! Whether a provider's settings can work, for an operator who has just written them.

use openidconnect::JsonWebKeySet;
use url::Url;

use super::failure::no_document;
use super::{apple, endpoints, id_token};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::{IdentityProvider, ProviderKind};

/// What was found out about a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The issuer; absent for providers without ID tokens.
    pub issuer: Option<String>,
    /// Where browsers are sent.
    pub authorize_url: Url,
    /// Where codes are traded.
    pub token_url: Url,
    /// Where attributes are asked for.
    pub attributes_url: Option<Url>,
    /// Where browsers end their session.
    pub logout_url: Option<Url>,
    /// How many keys of its set can be used; absent for providers without ID tokens.
    pub keys: Option<usize>,
}

/// Reads what the provider publishes: the discovery document must be about the issuer, every endpoint https, and the key
/// set have a key. Whether the client secret is right shows at the first sign-in only.
///
/// # Errors
/// What is wrong, as a sign-in would meet it.
pub async fn check(env: &Env, provider: &IdentityProvider) -> Result<Report, FederationError> {
    if provider.kind == ProviderKind::SignInWithApple {
        apple::private_key(provider)?;
    }
    if let Some(url) = endpoints::discovery(provider)? {
        let read = env.documents.reread(&url).await;
        read.map_err(|error| no_document("the discovery document", &error))?;
    }
    let found = endpoints::find(env, provider).await?;
    found.abilities.authentication(provider.secrets.contains_key("client_secret"))?;
    let mut keys = None;
    if let Some(url) = &found.keys {
        let document = env.documents.reread(url).await;
        let document = document.map_err(|error| no_document("the key set", &error))?;
        let count = JsonWebKeySet::keys(&id_token::key_set(&document)?).len();
        if count == 0 {
            return Err(FederationError::Incomplete("the key set has no key that can be used".into()));
        }
        keys = Some(count);
    }
    Ok(Report {
        issuer: found.issuer,
        authorize_url: found.authorize,
        token_url: found.token,
        attributes_url: found.attributes,
        logout_url: found.logout,
        keys,
    })
}
