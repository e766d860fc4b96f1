//! The playground's application side: what it remembers of a browser, and its calls to the server's endpoints.
//!
//! The calls are real HTTP, so that the playground sees what every other client sees.

use std::collections::VecDeque;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use actix_web::web;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::Value;
use url::Url;

use crate::config::Settings;
use crate::crypto::encoding::from_base64url;
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::outbound::http::{HttpAnswer, HttpClient, HttpError, HttpSettings, Reach};
use crate::render::contexts::{Parameter, PlaygroundError, PlaygroundToken};

/// So many browsers are remembered.
const KEPT: usize = 100;

/// An app client that the playground acts as.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    /// The client.
    pub(super) client_id: &'static str,
    /// Its pool.
    pub(super) pool_id: &'static str,
}

/// One sign-in of one browser, as an application would keep it in its session.
#[derive(Clone)]
pub(super) struct Visit {
    /// The cookie's value.
    pub(super) cookie: String,
    pub(super) target: Target,
    /// The `state` that the callback must bring; taken by the first callback.
    pub(super) state: Option<String>,
    pub(super) nonce: String,
    pub(super) code_verifier: String,
    pub(super) request: Vec<Parameter>,
    pub(super) callback: Vec<Parameter>,
    pub(super) tokens: Tokens,
    pub(super) userinfo: Option<String>,
    pub(super) error: Option<PlaygroundError>,
}

/// The tokens as received.
#[derive(Clone, Default)]
pub(super) struct Tokens {
    pub(super) id: Option<String>,
    pub(super) access: Option<String>,
    pub(super) refresh: Option<String>,
}

/// The visits of all browsers. Each worker of the server has routes of its own, and a browser meets all of them.
static VISITS: LazyLock<Mutex<VecDeque<Visit>>> = LazyLock::new(Mutex::default);

/// The visit of a cookie.
pub(super) fn find(cookie: &str) -> Option<Visit> {
    visits().iter().find(|visit| visit.cookie == cookie).cloned()
}

/// Takes the `state` of a visit, so that of two callbacks only one finds it.
pub(super) fn take_state(cookie: &str) -> Option<String> {
    visits().iter_mut().find(|visit| visit.cookie == cookie)?.state.take()
}

/// Remembers a visit in place of an earlier one of the same browser.
pub(super) fn keep(visit: Visit) {
    let mut visits = visits();
    visits.retain(|known| known.cookie != visit.cookie);
    if visits.len() == KEPT {
        visits.pop_front();
    }
    visits.push_back(visit);
}

fn visits() -> MutexGuard<'static, VecDeque<Visit>> {
    VISITS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Target {
    /// Where this client's pool has its endpoints.
    pub(super) fn base(&self, settings: &Settings) -> String {
        settings.pool_url(&PoolId::trusted(self.pool_id))
    }

    /// The issuer that tokens and callbacks must name.
    pub(super) fn issuer(&self, settings: &Settings) -> String {
        settings.issuer(&PoolId::trusted(self.pool_id))
    }
}

/// A client's connection to its authorization server.
pub(super) struct RelyingParty {
    http: HttpClient,
    base: String,
    client_id: &'static str,
}

impl RelyingParty {
    /// Prepares the calls of a target.
    pub(super) async fn new(env: &Env, target: &Target) -> Result<Self, PlaygroundError> {
        let mut settings = HttpSettings::new(Reach::Anywhere);
        if let Some(https) = &env.settings.https {
            let file = https.certificate_file.clone();
            let roots = web::block(move || authority_of(&file)).await;
            settings.more_roots = roots.ok().into_iter().flatten().collect();
        }
        let http = HttpClient::new(&settings).map_err(|e| failed(&e))?;
        Ok(Self { http, base: target.base(&env.settings), client_id: target.client_id })
    }

    /// Asks the token endpoint (RFC 6749 §3.2) with these parameters.
    pub(super) async fn tokens(&self, parameters: &[(&str, &str)]) -> Result<Tokens, PlaygroundError> {
        let answer = self.post("/oauth2/token", parameters).await?;
        let body = checked(&answer)?;
        let text = |name: &str| body.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
        Ok(Tokens { id: text("id_token"), access: text("access_token"), refresh: text("refresh_token") })
    }

    /// Revokes a refresh token (RFC 7009).
    pub(super) async fn revoke(&self, token: &str) -> Result<(), PlaygroundError> {
        let answer = self.post("/oauth2/revoke", &[("token", token)]).await?;
        if answer.status.is_success() { Ok(()) } else { checked(&answer).map(drop) }
    }

    /// Asks `/oauth2/userInfo` (OpenID Connect Core §5.3); pretty-printed.
    pub(super) async fn user_info(&self, access_token: &str) -> Result<String, PlaygroundError> {
        let request = self.http.get(self.url("/oauth2/userInfo")?).bearer_auth(access_token);
        let answer = self.http.send(request).await.map_err(|e| failed(&e))?;
        Ok(pretty(&checked(&answer)?))
    }

    async fn post(&self, path: &str, parameters: &[(&str, &str)]) -> Result<HttpAnswer, PlaygroundError> {
        let mut form = vec![("client_id", self.client_id)];
        form.extend_from_slice(parameters);
        let request = self.http.post(self.url(path)?).form(&form);
        self.http.send(request).await.map_err(|e| failed(&e))
    }

    fn url(&self, path: &str) -> Result<Url, PlaygroundError> {
        Url::parse(&format!("{}{path}", self.base)).map_err(|_| failed(&HttpError::Malformed))
    }
}

/// The last certificate of a chain: that of the development authority, which signs the server's own.
fn authority_of(file: &std::path::Path) -> Option<CertificateDer<'static>> {
    CertificateDer::pem_file_iter(file).ok()?.filter_map(Result::ok).last()
}

/// The JSON of an answer, or the error in it.
fn checked(answer: &HttpAnswer) -> Result<Value, PlaygroundError> {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    if answer.status.is_success() && body.is_object() {
        return Ok(body);
    }
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
    Err(PlaygroundError {
        code: text("error").unwrap_or_else(|| "unexpected_answer".to_owned()),
        description: text("error_description").unwrap_or_else(|| format!("HTTP status {}", answer.status)),
    })
}

fn failed(error: &HttpError) -> PlaygroundError {
    PlaygroundError { code: "no_answer".to_owned(), description: error.to_string() }
}

/// A token for the page, decoded when it is a JWT.
pub(super) fn shown(name: &str, raw: &str) -> PlaygroundToken {
    let mut parts = raw.split('.');
    let mut decoded = || pretty_part(parts.next()?);
    let (header, claims) = (decoded(), decoded());
    PlaygroundToken { name: name.to_owned(), raw: raw.to_owned(), header, claims }
}

/// A claim of a JWT that came straight from the token endpoint.
pub(super) fn claim(token: &str, name: &str) -> Option<String> {
    let claims: Value = serde_json::from_slice(&from_base64url(token.split('.').nth(1)?)?).ok()?;
    claims.get(name)?.as_str().map(ToOwned::to_owned)
}

fn pretty_part(part: &str) -> Option<String> {
    let value: Value = serde_json::from_slice(&from_base64url(part)?).ok()?;
    value.is_object().then(|| pretty(&value))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value is always written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::encoding::base64url;

    #[test]
    fn jwts_are_decoded_and_other_tokens_are_not() {
        let raw = format!("{}.{}.sig", base64url(br#"{"alg":"RS256"}"#), base64url(br#"{"nonce":"n"}"#));
        let token = shown("id_token", &raw);
        assert_eq!(token.claims.as_deref(), Some("{\n  \"nonce\": \"n\"\n}"));
        assert_eq!(claim(&raw, "nonce").as_deref(), Some("n"));
        let opaque = shown("refresh_token", "c2VjcmV0");
        assert!(opaque.header.is_none() && opaque.claims.is_none());
        assert_eq!(claim("c2VjcmV0", "nonce"), None);
    }

    #[test]
    fn errors_are_told_as_the_server_told_them() {
        let answer = |status: u16, body: &str| HttpAnswer {
            status: reqwest::StatusCode::from_u16(status).expect("a status"),
            headers: reqwest::header::HeaderMap::new(),
            body: body.as_bytes().to_vec(),
        };
        let code =
            |answer: &HttpAnswer| checked(answer).map_err(|e| (e.code, e.description)).expect_err("refused");
        let told = answer(400, r#"{"error":"invalid_grant","error_description":"no"}"#);
        assert_eq!(code(&told), ("invalid_grant".to_owned(), "no".to_owned()));
        assert_eq!(code(&answer(502, "<html>")).0, "unexpected_answer");
        assert_eq!(code(&answer(200, "[]")).0, "unexpected_answer");
    }
}
