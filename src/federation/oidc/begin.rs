//! The way there: the authorization request (OpenID Connect Core §3.1.2.1, RFC 6749 §4.1.1, RFC 7636).

use url::Url;

use super::endpoints::{self, detail};
use super::{Ask, Departure, RoundTrip};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::{IdentityProvider, ProviderKind};

/// Makes the address of a provider's sign-in page. `callback` is where it sends the browser afterwards, as it is
/// registered there.
///
/// # Errors
/// When the provider's endpoints cannot be found out: `Unavailable`, `Untrusted`, `Incomplete` or `Misconfigured`.
pub async fn begin(
    env: &Env,
    provider: &IdentityProvider,
    callback: &Url,
    ask: Ask,
) -> Result<Departure, FederationError> {
    let endpoints = endpoints::find(env, provider).await?;
    let round_trip = RoundTrip {
        nonce: env.random.token(),
        verifier: endpoints.abilities.pkce().then(|| env.random.token()),
        issuer: endpoints.issuer,
        max_age: ask.max_age.filter(|_| provider.kind == ProviderKind::Oidc),
        started_at: env.now(),
    };
    let scope = scope(provider.kind, detail(provider, "authorize_scopes")?);
    let mut parameters = vec![
        ("response_type", "code".to_owned()),
        ("client_id", detail(provider, "client_id")?.to_owned()),
        ("redirect_uri", callback.as_str().to_owned()),
        ("state", ask.state),
    ];
    if provider.kind == ProviderKind::SignInWithApple && !scope.is_empty() {
        // Apple gives name and address in no other way.
        parameters.push(("response_mode", "form_post".to_owned()));
    }
    parameters.push(("scope", scope));
    if round_trip.issuer.is_some() {
        parameters.push(("nonce", round_trip.nonce.clone()));
    }
    if let Some(verifier) = &round_trip.verifier {
        parameters.push(("code_challenge", sha256_base64url(verifier.as_bytes())));
        parameters.push(("code_challenge_method", "S256".to_owned()));
    }
    if matches!(provider.kind, ProviderKind::Oidc | ProviderKind::Google) {
        let wishes = [
            ("login_hint", ask.login_hint),
            ("prompt", ask.prompt),
            ("max_age", round_trip.max_age.map(|seconds| seconds.to_string())),
            ("ui_locales", ask.ui_locales),
            ("acr_values", ask.acr_values),
        ];
        parameters.extend(wishes.into_iter().filter_map(|(name, value)| Some((name, value?))));
    }
    Ok(Departure { url: with_parameters(endpoints.authorize, &parameters), round_trip })
}

/// Adds parameters to a URL that may have some. Those of the same name go: the request's own ones must be unmistakable.
pub(super) fn with_parameters(mut url: Url, parameters: &[(&str, String)]) -> Url {
    let is_ours = |name: &str| parameters.iter().any(|(own, _)| *own == name);
    let kept: Vec<(String, String)> =
        url.query_pairs().filter(|(name, _)| !is_ours(name)).map(|(n, v)| (n.into(), v.into())).collect();
    url.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(parameters);
    url
}

/// The scopes as the provider wants them written. Google gives an ID token only to those who ask for `openid`.
fn scope(kind: ProviderKind, written: &str) -> String {
    let mut words: Vec<&str> =
        written.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    if kind == ProviderKind::Google && !words.contains(&"openid") {
        words.insert(0, "openid");
    }
    words.join(if kind == ProviderKind::Facebook { "," } else { " " })
}
