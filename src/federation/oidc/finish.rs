//! The way back: from what the browser brought to a person (OpenID Connect Core §3.1.2.5 to §3.1.3.7).

use secrecy::ExposeSecret;
use serde_json::{Map, Value};
use url::Url;

use super::attributes::{add_mapped_token, ask, of_the_same_person, subject, texts};
use super::endpoints::{self, Endpoints};
use super::exchange::{Tokens, exchange};
use super::{Answer, RoundTrip, amazon, apple, facebook, id_token};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::acr::{Level, Vouched};
use crate::model::external::{ExternalIdentity, UpstreamSession};
use crate::model::flow::METHODS;
use crate::model::provider::{IdentityProvider, ProviderKind};

/// How long a browser may be away, milliseconds. What the caller keeps ends earlier as a rule.
const LONGEST_ABSENCE: i64 = 60 * 60 * 1000;
/// The longest code that is passed on, in bytes.
const LONGEST_CODE: usize = 8192;

/// Says whom a provider has signed in. `callback` is what [`begin()`](super::begin()) was given.
///
/// # Errors
/// See [`FederationError`]: what the person refused is `Denied`, what the provider cannot do at the moment
/// `Unavailable`, what an operator must mend `Misconfigured`, and what must not be believed `Untrusted`.
pub async fn finish(
    env: &Env,
    provider: &IdentityProvider,
    callback: &Url,
    round_trip: &RoundTrip,
    answer: Answer,
) -> Result<ExternalIdentity, FederationError> {
    let away = env.now().saturating_sub(round_trip.started_at);
    if !(-id_token::SKEW..=LONGEST_ABSENCE).contains(&away) {
        return Err(FederationError::Clock("the sign-in began too long ago, or in the future".into()));
    }
    let endpoints = endpoints::find(env, provider).await?;
    of_this_provider(&endpoints, round_trip, &answer)?;
    if let Some(error) = &answer.error {
        return Err(refusal(error));
    }
    let code = answer.code.as_deref().filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| FederationError::Incomplete("the answer has no code".into()))?;
    if code.len() > LONGEST_CODE {
        return Err(FederationError::Untrusted("the code is too long".into()));
    }
    let tokens = exchange(env, provider, &endpoints, callback, (code, round_trip)).await?;
    if endpoints.issuer.is_some() {
        by_id_token(env, provider, &endpoints, &tokens, (round_trip, answer.user.as_deref())).await
    } else {
        by_attributes(env, provider, &endpoints, &tokens).await
    }
}

/// The answer must be of the provider that was asked: the one of the settings as they are now, and the one that names
/// itself in the answer (RFC 9207 §2.4). Otherwise a provider could slip in a code that another one gave it.
fn of_this_provider(
    endpoints: &Endpoints,
    round_trip: &RoundTrip,
    answer: &Answer,
) -> Result<(), FederationError> {
    let untrusted = |text: &str| Err(FederationError::Untrusted(text.to_owned()));
    if round_trip.issuer != endpoints.issuer {
        return untrusted("the provider's issuer was changed while the person was there");
    }
    match (&answer.iss, &endpoints.issuer) {
        (Some(iss), Some(issuer)) if iss != issuer => untrusted("the answer is another provider's"),
        (None, Some(_)) if endpoints.abilities.names_issuer() => {
            untrusted("the answer does not say which provider it is of")
        }
        _ => Ok(()),
    }
}

/// What an error of the authorization endpoint means (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6, and the words of
/// Facebook and Apple). It passed through the browser, so that only known words are repeated.
fn refusal(error: &str) -> FederationError {
    match error {
        "temporarily_unavailable" | "server_error" => FederationError::Unavailable(error.to_owned()),
        "invalid_request"
        | "unauthorized_client"
        | "unsupported_response_type"
        | "invalid_scope"
        | "invalid_client"
        | "request_not_supported"
        | "request_uri_not_supported"
        | "registration_not_supported" => FederationError::Misconfigured(error.to_owned()),
        "access_denied"
        | "user_denied"
        | "user_cancelled_login"
        | "user_cancelled_authorize"
        | "login_required"
        | "interaction_required"
        | "consent_required"
        | "account_selection_required"
        | "unmet_authentication_requirements" => FederationError::Denied(error.to_owned()),
        _ => FederationError::Denied("an error that has no standard".into()),
    }
}

async fn by_id_token(
    env: &Env,
    provider: &IdentityProvider,
    endpoints: &Endpoints,
    tokens: &Tokens,
    (round_trip, user): (&RoundTrip, Option<&str>),
) -> Result<ExternalIdentity, FederationError> {
    let own = id_token::verify(env, provider, endpoints, tokens, round_trip).await?;
    let subject = subject(&own, "sub")?;
    let mut claims = Map::new();
    if let Some(url) = &endpoints.attributes {
        claims = ask(env, provider, url, &tokens.access_token).await?;
        of_the_same_person(&claims, &subject)?;
    }
    let authenticated_at =
        own.get("auth_time").and_then(Value::as_i64).and_then(|seconds| seconds.checked_mul(1000));
    let vouched = provider.translates_levels().then(|| Vouched {
        level: own
            .get("acr")
            .and_then(Value::as_str)
            .and_then(|name| provider.level(name))
            .unwrap_or(Level::One),
        methods: methods(own.get("amr")),
    });
    let sid = own.get("sid").and_then(Value::as_str).map(ToOwned::to_owned);
    // The signed claims go before those that only came over the same connection.
    claims.extend(own);
    if provider.kind == ProviderKind::SignInWithApple {
        apple::add_name(&mut claims, user);
    }
    let mut claims = texts(claims);
    add_mapped_token(&mut claims, provider, ("access_token", tokens.access_token.expose_secret()));
    add_mapped_token(&mut claims, provider, ("id_token", tokens.id_token.as_deref().unwrap_or_default()));
    Ok(ExternalIdentity {
        provider: provider.name.clone(),
        subject,
        issuer: None,
        claims,
        authenticated_at,
        vouched,
        session_ends_at: None,
        session: UpstreamSession::Oidc { sid, id_token: tokens.id_token.clone() },
    })
}

/// The names of `amr` that are known here (RFC 8176).
fn methods(amr: Option<&Value>) -> Vec<String> {
    let said: Vec<&str> =
        amr.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    METHODS.into_iter().filter(|known| said.contains(known)).map(str::to_owned).collect()
}

/// A provider without ID tokens: whom the access token is for says its attributes endpoint, over a connection of our own.
async fn by_attributes(
    env: &Env,
    provider: &IdentityProvider,
    endpoints: &Endpoints,
    tokens: &Tokens,
) -> Result<ExternalIdentity, FederationError> {
    let url = endpoints.attributes.as_ref();
    let url = url.ok_or_else(|| FederationError::Misconfigured("there is no attributes_url".into()))?;
    let (claims, id) = match provider.kind {
        ProviderKind::Facebook => {
            (facebook::attributes(env, provider, url, &tokens.access_token).await?, "id")
        }
        _ => (amazon::attributes(env, provider, (endpoints, url), &tokens.access_token).await?, "user_id"),
    };
    let subject = subject(&claims, id)?;
    let mut claims = texts(claims);
    add_mapped_token(&mut claims, provider, ("access_token", tokens.access_token.expose_secret()));
    Ok(ExternalIdentity {
        provider: provider.name.clone(),
        subject,
        issuer: None,
        claims,
        authenticated_at: None,
        vouched: None,
        session_ends_at: None,
        session: UpstreamSession::Oidc { sid: None, id_token: None },
    })
}
