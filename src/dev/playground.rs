//! `/dev/playground`: a test client inside the server. It runs authorization code + PKCE as an application would, on the
//! server's side, and shows everything that went over the wire.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::web::{ServiceConfig, post, resource};
use actix_web::{HttpRequest, HttpResponse};

use super::relying_party::{self, RelyingParty, Target, Tokens, Visit};
use super::seed;
use crate::crypto::digest;
use crate::directory::{clients, pools};
use crate::env::Env;
use crate::model::ids::{ClientId, PoolId};
use crate::render::contexts::{
    DemoAccount, Form, Parameter, PlaygroundError, PlaygroundResult, PlaygroundStart, PlaygroundTarget,
};
use crate::web::edge::{self, RequestFacts};
use crate::web::form::{FormParameters, Parameters, QueryParameters};
use crate::web::page::{self, PageContext};
use crate::web::pool_host::RequestedPool;
use crate::web::{WebError, csrf, get_or_head, headers, link, see_other};

const PATH: &str = "/dev/playground";
const CALLBACK: &str = "/dev/playground/callback";
const RESULT: &str = "/dev/playground/result";
const COOKIE: &str = "vestibule_playground";

/// The clients to choose from.
const TARGETS: [Target; 4] = [
    Target { client_id: seed::PUBLIC_CLIENT, pool_id: seed::DEFAULT_POOL },
    Target { client_id: seed::SOCIAL_CLIENT, pool_id: seed::DEFAULT_POOL },
    Target { client_id: seed::COGNITO_CLIENT, pool_id: seed::COGNITO_POOL },
    Target { client_id: seed::COGNITO_SOCIAL_CLIENT, pool_id: seed::COGNITO_POOL },
];

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes
        .service(resource(PATH).route(get_or_head().to(get)))
        .service(resource("/dev/playground/start").route(post().to(post_start)))
        .service(resource(CALLBACK).route(get_or_head().to(get_callback)))
        .service(resource(RESULT).route(get_or_head().to(get_result)))
        .service(resource("/dev/playground/refresh").route(post().to(post_refresh)))
        .service(resource("/dev/playground/revoke").route(post().to(post_revoke)));
}

/// The start page. `target` and `prompt` in the query preselect, so that links can lead to a sign-up or to the stand-in
/// providers.
async fn get(
    request: HttpRequest,
    pool: RequestedPool,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(&request);
    let origin = env.settings.origin();
    if RequestFacts::of(&request).origin() != origin {
        // The callback comes back to the public address, and there the cookie of another host is not sent.
        let here = format!("{origin}{PATH}");
        let wishes: Vec<_> =
            ["target", "prompt"].into_iter().filter_map(|name| Some((name, query.0.get(name)?))).collect();
        return Ok(see_other(&link(&here, &wishes)));
    }
    headers::allow_form_target(&request, &origin);
    let page = PlaygroundStart {
        form: Form::new("/dev/playground/start", ""),
        targets: targets(&env).await?,
        target: query.0.text("target").to_owned(),
        scope: "openid email phone profile".to_owned(),
        prompt: query.0.text("prompt").to_owned(),
        accounts: accounts(),
    };
    Ok(page::render(&PageContext::new(&request, &pool), StatusCode::OK, &page))
}

/// Begins a sign-in (RFC 6749 §4.1.1, RFC 7636 §4.3).
async fn post_start(request: HttpRequest, form: FormParameters) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    let env = edge::env(&request);
    let visit = begin(&env, &form.0);
    let query: Vec<_> = visit.request.iter().map(|one| (one.name.as_str(), one.value.as_str())).collect();
    let target = link(&format!("{}/oauth2/authorize", visit.target.base(&env.settings)), &query);
    let cookie = Cookie::build(COOKIE, visit.cookie.clone())
        .path(PATH)
        .http_only(true)
        .secure(RequestFacts::of(&request).https)
        .same_site(SameSite::Lax)
        .finish();
    relying_party::keep(visit);
    let mut response = see_other(&target);
    response.add_cookie(&cookie).map_err(|e| WebError::Internal(e.to_string()))?;
    Ok(response)
}

/// Takes the answer, fetches the tokens, and goes on to a page that can be loaded again.
async fn get_callback(request: HttpRequest, query: QueryParameters) -> Result<HttpResponse, WebError> {
    let Some(mut visit) = visit(&request) else { return Ok(see_other(PATH)) };
    let state = relying_party::take_state(&visit.cookie);
    visit.state = None;
    visit.callback = query.0.iter().map(|(name, value)| parameter(name, value)).collect();
    match finish(&edge::env(&request), &visit, state.as_deref(), &query.0).await {
        Ok((tokens, userinfo)) => {
            (visit.tokens, visit.userinfo, visit.error) = (tokens, Some(userinfo), None)
        }
        Err(error) => (visit.tokens, visit.userinfo, visit.error) = (Tokens::default(), None, Some(error)),
    }
    relying_party::keep(visit);
    Ok(see_other(RESULT))
}

async fn get_result(request: HttpRequest, pool: RequestedPool) -> Result<HttpResponse, WebError> {
    let Some(visit) = visit(&request) else { return Ok(see_other(PATH)) };
    let page = result_page(&edge::env(&request), visit);
    Ok(page::render(&PageContext::new(&request, &pool), StatusCode::OK, &page))
}

/// Spends the refresh token (RFC 6749 §6).
async fn post_refresh(request: HttpRequest) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    let Some(mut visit) = visit(&request) else { return Ok(see_other(PATH)) };
    if let Some(refresh) = visit.tokens.refresh.clone() {
        match refreshed(&edge::env(&request), &visit.target, &refresh).await {
            Ok(tokens) => {
                // Without rotation the answer brings no refresh token, and the old one goes on.
                let refresh = tokens.refresh.or(Some(refresh));
                visit.tokens = Tokens { refresh, ..tokens };
                visit.error = None;
            }
            Err(error) => visit.error = Some(error),
        }
        relying_party::keep(visit);
    }
    Ok(see_other(RESULT))
}

/// Revokes the refresh token (RFC 7009); the access token that is kept shows what that means for it.
async fn post_revoke(request: HttpRequest) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    let Some(mut visit) = visit(&request) else { return Ok(see_other(PATH)) };
    if let Some(refresh) = visit.tokens.refresh.clone() {
        match revoked(&edge::env(&request), &visit.target, &refresh).await {
            Ok(()) => (visit.tokens.refresh, visit.error) = (None, None),
            Err(error) => visit.error = Some(error),
        }
        relying_party::keep(visit);
    }
    Ok(see_other(RESULT))
}

fn begin(env: &Env, form: &Parameters) -> Visit {
    let wanted = form.text("target");
    let target = TARGETS.into_iter().find(|target| target.client_id == wanted).unwrap_or(TARGETS[0]);
    let [cookie, state, nonce, code_verifier] = [(); 4].map(|()| env.random.token());
    let mut request = vec![
        parameter("response_type", "code"),
        parameter("client_id", target.client_id),
        parameter("redirect_uri", &redirect_uri(env)),
        parameter("scope", form.text("scope").trim()),
        parameter("state", &state),
        parameter("nonce", &nonce),
        parameter("code_challenge", &digest::sha256_base64url(code_verifier.as_bytes())),
        parameter("code_challenge_method", "S256"),
    ];
    for name in ["prompt", "login_hint"] {
        request.extend(form.get(name).map(|value| parameter(name, value)));
    }
    Visit {
        cookie,
        target,
        state: Some(state),
        nonce,
        code_verifier,
        request,
        callback: Vec::new(),
        tokens: Tokens::default(),
        userinfo: None,
        error: None,
    }
}

/// Checks the answer (RFC 6749 §4.1.2, RFC 9207 §2.4) and exchanges the code.
async fn finish(
    env: &Env,
    visit: &Visit,
    state: Option<&str>,
    answer: &Parameters,
) -> Result<(Tokens, String), PlaygroundError> {
    if state.is_none() || answer.get("state") != state {
        return Err(refused(
            "state_mismatch",
            "This answer does not belong to a sign-in that is under way here.",
        ));
    }
    if answer.get("iss").is_some_and(|issuer| issuer != visit.target.issuer(&env.settings)) {
        return Err(refused("issuer_mismatch", "The answer names another issuer."));
    }
    if let Some(error) = answer.get("error") {
        return Err(refused(error, answer.text("error_description")));
    }
    let party = RelyingParty::new(env, &visit.target).await?;
    let redirect_uri = redirect_uri(env);
    let parameters = [
        ("grant_type", "authorization_code"),
        ("code", answer.text("code")),
        ("redirect_uri", redirect_uri.as_str()),
        ("code_verifier", visit.code_verifier.as_str()),
    ];
    let tokens = party.tokens(&parameters).await?;
    if let Some(id) = &tokens.id
        && relying_party::claim(id, "nonce").as_deref() != Some(visit.nonce.as_str())
    {
        return Err(refused("nonce_mismatch", "The ID token was made for another sign-in."));
    }
    let access = tokens.access.clone().unwrap_or_default();
    // Without the scope openid there is no userInfo, and that is no failure of the sign-in.
    let userinfo =
        party.user_info(&access).await.unwrap_or_else(|e| format!("{}: {}", e.code, e.description));
    Ok((tokens, userinfo))
}

async fn refreshed(env: &Env, target: &Target, refresh: &str) -> Result<Tokens, PlaygroundError> {
    let party = RelyingParty::new(env, target).await?;
    party.tokens(&[("grant_type", "refresh_token"), ("refresh_token", refresh)]).await
}

async fn revoked(env: &Env, target: &Target, refresh: &str) -> Result<(), PlaygroundError> {
    RelyingParty::new(env, target).await?.revoke(refresh).await
}

fn result_page(env: &Env, visit: Visit) -> PlaygroundResult {
    let settings = &env.settings;
    let Tokens { id, access, refresh } = &visit.tokens;
    let named = [("id_token", id), ("access_token", access), ("refresh_token", refresh)];
    let tokens: Vec<_> =
        named.iter().filter_map(|(name, raw)| Some(relying_party::shown(name, raw.as_ref()?))).collect();
    let form = |action| refresh.is_some().then(|| Form::new(action, ""));
    let base = visit.target.base(settings);
    let after_sign_out = format!("{}{PATH}", settings.origin());
    let sign_out = link(
        &format!("{base}/logout"),
        &[("client_id", visit.target.client_id), ("logout_uri", &after_sign_out)],
    );
    PlaygroundResult {
        error: visit.error,
        request_url: format!("{base}/oauth2/authorize"),
        request: visit.request,
        callback: visit.callback,
        refresh_form: form("/dev/playground/refresh"),
        revoke_form: form("/dev/playground/revoke"),
        sign_out_link: (!tokens.is_empty()).then_some(sign_out),
        tokens,
        userinfo: visit.userinfo,
        start_link: PATH.to_owned(),
    }
}

async fn targets(env: &Env) -> Result<Vec<PlaygroundTarget>, WebError> {
    let mut found = Vec::with_capacity(TARGETS.len());
    for target in TARGETS {
        let Some(pool) = pools::find(env, &PoolId::trusted(target.pool_id)).await? else { continue };
        if clients::find(env, &pool, &ClientId::trusted(target.client_id)).await?.is_some() {
            found.push(PlaygroundTarget {
                value: target.client_id.to_owned(),
                client_id: target.client_id.to_owned(),
                pool_name: pool.name.clone(),
            });
        }
    }
    Ok(found)
}

fn accounts() -> Vec<DemoAccount> {
    let account = |person: &seed::Person, totp_seed: Option<&str>| DemoAccount {
        username: person.email.to_owned(),
        password: person.password.to_owned(),
        totp_seed: totp_seed.map(ToOwned::to_owned),
    };
    vec![account(&seed::ADA, None), account(&seed::GRACE, Some(seed::GRACE_TOTP_SEED))]
}

fn visit(request: &HttpRequest) -> Option<Visit> {
    relying_party::find(request.cookie(COOKIE)?.value())
}

fn redirect_uri(env: &Env) -> String {
    format!("{}{CALLBACK}", env.settings.origin())
}

fn parameter(name: &str, value: &str) -> Parameter {
    Parameter { name: name.to_owned(), value: value.to_owned() }
}

fn refused(code: &str, description: &str) -> PlaygroundError {
    PlaygroundError { code: code.to_owned(), description: description.to_owned() }
}
