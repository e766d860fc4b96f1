//! `/oauth2/authorize` (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2).
//!
//! Until client and redirect URI are trusted a refusal is a page; afterwards it travels to the client.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use url::form_urlencoded::Serializer;

use crate::directory;
use crate::env::Env;
use crate::model::authorization::{AuthorizationParameters, AuthorizationRequest};
use crate::model::client::AppClient;
use crate::model::ids::{AuthorizationId, ClientId};
use crate::model::pool::UserPool;
use crate::render::contexts::ErrorKind;
use crate::store::authorization_requests;
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters, ParametersError, QueryParameters};
use crate::web::pool_host::RequestedPool;
use crate::web::resume::{AbandonTicket, Abandoned, ResumeTicket};
use crate::web::{WebError, edge, see_other};

use super::dispatch::{self, Arrival, SessionFacts};
use super::error::{ErrorCode, OAuthError};
use super::request::{Grounds, Refusal, accept, bound_redirect_uri};
use super::respond::ResponseTarget;

/// The longest request in bytes.
const LONGEST_REQUEST: usize = 8192;

/// Takes a request from the query, or goes on with one that waited for a sign-in.
pub async fn get(
    request: HttpRequest,
    requested: RequestedPool,
    query: Result<QueryParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    if request.query_string().len() > LONGEST_REQUEST {
        return Err(invalid("the request is longer than 8 KiB"));
    }
    let QueryParameters(parameters) = query?;
    match (parameters.get("resume"), parameters.get("abandon")) {
        (Some(ticket), _) => resume(&request, &requested, ticket).await,
        (None, Some(ticket)) => abandon(&request, &requested, ticket).await,
        (None, None) => begin(&request, &requested, &parameters).await,
    }
}

/// Takes a request from a form. Browsers keep our cookies from a post of another site, so it goes on as a GET of
/// our own, which has them.
pub async fn post(
    requested: RequestedPool,
    form: Result<FormParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    let FormParameters(parameters) = form?;
    let mut query = Serializer::new(String::new());
    query.extend_pairs(parameters.iter().filter(|(name, _)| !matches!(*name, "resume" | "abandon")));
    let query = query.finish();
    if query.len() > LONGEST_REQUEST {
        return Err(invalid("the request is longer than 8 KiB"));
    }
    Ok(see_other(&format!("{}/oauth2/authorize?{query}", requested.base)))
}

async fn begin(
    request: &HttpRequest,
    requested: &RequestedPool,
    parameters: &Parameters,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    let client = find_client(&env, &requested.pool, parameters.text("client_id")).await?;
    let grounds = Grounds { env: &env, pool: &requested.pool, client: &client };
    let mut accepted = match accept(grounds, parameters).await {
        Ok(accepted) => accepted,
        Err(refusal) => return refuse(&client, parameters, refusal),
    };
    let target = accepted.target.clone();
    let outcome = async {
        let hinted = dispatch::hinted(grounds, parameters).await?;
        accepted.parameters.expected_user = hinted.clone().flatten();
        let session = match parameters.has("provider_ticket") {
            // A provider has just signed somebody in, whoever used this browser before.
            true => None,
            false => dispatch::session_of(&env, request, requested).await?,
        };
        let session = match session {
            None => None,
            Some(session) => {
                let facts = SessionFacts {
                    age_ms: env.now() - session.authenticated_at,
                    arrival: Arrival::Before,
                    is_expected: hinted.is_none_or(|person| person.as_ref() == Some(&session.user_id)),
                    meets_demand: accepted.parameters.demand.is_met_by(&session.proofs),
                };
                Some((session, facts))
            }
        };
        dispatch::go_on(grounds, (request, requested), accepted, session).await
    };
    outcome.await.or_else(|error| error.stays_here().map_or_else(|| Ok(target.error(&error)), Err))
}

/// Goes on with a stored request: the pages vouch for a session, and the request is judged again.
async fn resume(
    request: &HttpRequest,
    requested: &RequestedPool,
    ticket: &str,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    let over = || WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::FlowExpired);
    let ticket = ResumeTicket::open(&env, &requested.pool.id, ticket).ok_or_else(over)?;
    let stored = find_request(&env, &requested.pool, &ticket.authorization).await?.ok_or_else(over)?;
    let browser = cookies::read(request, &requested.pool.id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let session = dispatch::session_of(&env, request, requested)
        .await
        .map_err(|error| error.into_web())?
        .filter(|session| session.id == ticket.session)
        .ok_or_else(over)?;
    if stored.browser != cookies::fingerprint(&browser) || stored.expires_at <= env.now() {
        return Err(over());
    }
    let client = find_client(&env, &requested.pool, stored.client_id.as_str()).await?;
    let grounds = Grounds { env: &env, pool: &requested.pool, client: &client };
    let parameters = as_parameters(&stored)?;
    let mut accepted = match accept(grounds, &parameters).await {
        Ok(accepted) => accepted,
        Err(refusal) => return refuse(&client, &parameters, refusal),
    };
    let scope = std::mem::take(&mut accepted.parameters.scope);
    accepted.parameters = AuthorizationParameters { scope, ..stored.parameters };
    let target = accepted.target.clone();
    // OpenID Connect Core §3.1.2.2: nobody but the hinted person gets an answer.
    let expected = accepted.parameters.expected_user.as_ref();
    let facts = SessionFacts {
        age_ms: env.now() - session.authenticated_at,
        arrival: if ticket.fresh { Arrival::Proven } else { Arrival::Chosen },
        is_expected: expected.is_none_or(|person| *person == session.user_id),
        meets_demand: accepted.parameters.demand.is_met_by(&session.proofs),
    };
    // One request ends in one code, also when the ticket is brought twice.
    let (pool, id) = (requested.pool.id.clone(), ticket.authorization);
    if !env.db.write(move |c| authorization_requests::consume(c, &pool, &id)).await? {
        return Err(over());
    }
    let outcome = dispatch::go_on(grounds, (request, requested), accepted, Some((session, facts))).await;
    outcome.or_else(|error| error.stays_here().map_or_else(|| Ok(target.error(&error)), Err))
}

/// Tells the application that a sign-in was given up (RFC 6749 §4.1.2.1); the request has its answer with that.
async fn abandon(
    request: &HttpRequest,
    requested: &RequestedPool,
    ticket: &str,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    let over = || WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::FlowExpired);
    let ticket = AbandonTicket::open(&env, &requested.pool.id, ticket).ok_or_else(over)?;
    let stored = find_request(&env, &requested.pool, &ticket.authorization).await?.ok_or_else(over)?;
    let browser = cookies::read(request, &requested.pool.id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    if stored.browser != cookies::fingerprint(&browser) || stored.expires_at <= env.now() {
        return Err(over());
    }
    let client = find_client(&env, &requested.pool, stored.client_id.as_str()).await?;
    // The application may have changed its addresses while the person was away.
    let Some(redirect_uri) = bound_redirect_uri(&client.settings, Some(&stored.parameters.redirect_uri))
    else {
        return Err(over());
    };
    let target = ResponseTarget {
        redirect_uri: redirect_uri.to_owned(),
        state: stored.parameters.state.clone(),
        issuer: env.settings.issuer(&requested.pool.id),
    };
    let (pool, id) = (requested.pool.id.clone(), ticket.authorization);
    if !env.db.write(move |c| authorization_requests::consume(c, &pool, &id)).await? {
        return Err(over());
    }
    let (code, why) = match ticket.because {
        Abandoned::LevelOutOfReach => (
            ErrorCode::UnmetAuthenticationRequirements,
            "The person cannot reach the authentication level that is essential.",
        ),
        Abandoned::AccessDenied => (ErrorCode::AccessDenied, "The sign-in was refused or cancelled."),
        Abandoned::TemporarilyUnavailable => {
            (ErrorCode::TemporarilyUnavailable, "The identity provider cannot be reached at the moment.")
        }
        Abandoned::ServerError => {
            (ErrorCode::ServerError, "The answer of the identity provider could not be used.")
        }
    };
    Ok(target.error(&OAuthError::new(code, why)))
}

async fn find_client(env: &Env, pool: &UserPool, text: &str) -> Result<Arc<AppClient>, WebError> {
    let unknown = || {
        let client_id = text.chars().take(128).collect();
        WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::UnknownClient { client_id })
    };
    let id = ClientId::parse(text).map_err(|_| unknown())?;
    directory::clients::serving(env, pool, &id).await?.ok_or_else(unknown)
}

async fn find_request(
    env: &Env,
    pool: &UserPool,
    id: &AuthorizationId,
) -> Result<Option<AuthorizationRequest>, WebError> {
    let (pool, id) = (pool.id.clone(), id.clone());
    Ok(env.db.read(move |c| authorization_requests::find(c, &pool, &id)).await?)
}

fn refuse(client: &AppClient, parameters: &Parameters, refusal: Refusal) -> Result<HttpResponse, WebError> {
    match refusal {
        Refusal::ToClient(target, error) => Ok(target.error(&error)),
        Refusal::Untrusted => {
            let given = parameters.text("redirect_uri");
            Err(WebError::refused(
                StatusCode::BAD_REQUEST,
                ErrorKind::RedirectMismatch {
                    given: given.chars().take(1024).collect(),
                    registered: nearest_first(&client.settings.callback_urls, given),
                },
            ))
        }
    }
}

/// The registered URLs, those that begin like the given one first: the usual mistake is at the end.
pub(super) fn nearest_first(registered: &[String], given: &str) -> Vec<String> {
    let shared = |url: &String| url.bytes().zip(given.bytes()).take_while(|(a, b)| a == b).count();
    let mut urls = registered.to_vec();
    urls.sort_by_key(|url| std::cmp::Reverse(shared(url)));
    urls
}

/// The stored request as it would have been sent; its redirect URI is named, because a default may have changed.
fn as_parameters(stored: &AuthorizationRequest) -> Result<Parameters, WebError> {
    let kept = &stored.parameters;
    let max_age = kept.max_age.map(|seconds| seconds.to_string());
    let (scope, prompt) = (kept.scope.join(" "), kept.prompt.join(" "));
    let method = kept.code_challenge.as_ref().map(|_| "S256");
    let mut query = Serializer::new(String::new());
    let values = [
        ("response_type", Some("code")),
        ("client_id", Some(stored.client_id.as_str())),
        ("redirect_uri", Some(kept.redirect_uri.as_str())),
        ("scope", Some(scope.as_str())),
        ("state", kept.state.as_deref()),
        ("nonce", kept.nonce.as_deref()),
        ("code_challenge", kept.code_challenge.as_deref()),
        ("code_challenge_method", method),
        ("prompt", Some(prompt.as_str())),
        ("max_age", max_age.as_deref()),
    ];
    query.extend_pairs(values.into_iter().filter_map(|(name, value)| Some((name, value?))));
    Ok(Parameters::parse(query.finish().as_bytes())?)
}

fn invalid(detail: &str) -> WebError {
    WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail: detail.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_registered_url_is_named_first() {
        let registered = ["https://b.example/cb", "https://a.example/other", "https://a.example/cb"];
        let registered = registered.map(String::from);
        assert_eq!(nearest_first(&registered, "https://a.example/cb/")[0], "https://a.example/cb");
        assert_eq!(nearest_first(&registered, "").len(), 3);
    }
}
