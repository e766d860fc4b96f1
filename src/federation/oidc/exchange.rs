//! The code for tokens (RFC 6749 §4.1.3, OpenID Connect Core §3.1.3).

use reqwest::RequestBuilder;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::{Url, form_urlencoded};

use super::endpoints::{ClientAuthentication, Endpoints, detail, secret};
use super::failure::{bad_status, no_answer};
use super::{RoundTrip, apple};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::outbound::http::HttpAnswer;

const PLACE: &str = "the token endpoint";

/// What the token endpoint gave.
pub(super) struct Tokens {
    pub(super) access_token: SecretString,
    pub(super) id_token: Option<String>,
}

/// Trades a code for tokens.
pub(super) async fn exchange(
    env: &Env,
    provider: &IdentityProvider,
    endpoints: &Endpoints,
    callback: &Url,
    (code, round_trip): (&str, &RoundTrip),
) -> Result<Tokens, FederationError> {
    let mut form =
        vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", callback.as_str())];
    if let Some(verifier) = &round_trip.verifier {
        form.push(("code_verifier", verifier));
    }
    let client_id = detail(provider, "client_id")?;
    let client_secret = match provider.kind {
        ProviderKind::SignInWithApple => Some(apple::client_secret(env, provider, endpoints)?),
        ProviderKind::Oidc => provider.secrets.get("client_secret").cloned(),
        _ => Some(secret(provider, "client_secret")?.clone()),
    };
    // Apple's secret is a token of its own kind, for which only the form has room.
    let method = match provider.kind {
        ProviderKind::SignInWithApple => ClientAuthentication::Post,
        _ => endpoints.abilities.authentication(client_secret.is_some())?,
    };
    let mut request = env.http.post(endpoints.token.clone()).header("accept", "application/json");
    match (method, &client_secret) {
        (ClientAuthentication::Basic, Some(secret)) => request = basic(request, client_id, secret),
        (ClientAuthentication::Post, Some(secret)) => {
            form.extend([("client_id", client_id), ("client_secret", secret.expose_secret())]);
        }
        _ => form.push(("client_id", client_id)),
    }
    let answer = env.http.send(request.form(&form)).await.map_err(|error| no_answer(PLACE, &error))?;
    read(&answer)
}

/// RFC 6749 §2.3.1: id and secret are each written as in a form before they are joined.
fn basic(request: RequestBuilder, client_id: &str, secret: &SecretString) -> RequestBuilder {
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    request.basic_auth(encode(client_id), Some(encode(secret.expose_secret())))
}

fn read(answer: &HttpAnswer) -> Result<Tokens, FederationError> {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    if !answer.status.is_success() || body.get("error").is_some_and(|error| !error.is_null()) {
        return Err(refusal(answer.status.as_u16(), &body));
    }
    let text = |name: &str| body.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let access_token = text("access_token").ok_or_else(|| {
        FederationError::Incomplete("the token endpoint's answer has no access_token".into())
    })?;
    if !text("token_type").is_none_or(|kind| kind.eq_ignore_ascii_case("bearer")) {
        return Err(FederationError::Untrusted("the access token is of an unknown type".into()));
    }
    Ok(Tokens { access_token: access_token.to_owned().into(), id_token: text("id_token").map(Into::into) })
}

/// What an error of the token endpoint means (RFC 6749 §5.2). Its description may repeat anything and is passed over.
fn refusal(status: u16, body: &Value) -> FederationError {
    if status == 429 || status >= 500 {
        return bad_status(PLACE, status);
    }
    let settings = |code: &str| FederationError::Misconfigured(format!("{PLACE} answered {code}"));
    match body.get("error") {
        Some(Value::String(error)) => match error.as_str() {
            "invalid_grant" => FederationError::Denied(format!("{PLACE} answered invalid_grant")),
            "temporarily_unavailable" | "server_error" | "slow_down" => {
                FederationError::Unavailable(format!("{PLACE} answered with an error of its own"))
            }
            code @ ("invalid_client"
            | "invalid_request"
            | "invalid_scope"
            | "unauthorized_client"
            | "unsupported_grant_type"
            | "redirect_uri_mismatch") => settings(code),
            _ => settings("with an error that has no standard"),
        },
        // Facebook's own form: {"error": {"code": 100, "type": "OAuthException", …}}.
        Some(Value::Object(error)) => match error.get("code").and_then(Value::as_i64) {
            Some(2 | 4 | 17) => {
                FederationError::Unavailable(format!("{PLACE} is overloaded or out of order"))
            }
            Some(100) => FederationError::Denied(format!("{PLACE} did not take the code")),
            Some(code) => settings(&format!("with the code {code}")),
            None => settings("with an error that has no standard"),
        },
        _ => bad_status(PLACE, status),
    }
}
