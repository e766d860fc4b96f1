//! The authorization endpoint of every stand-in but SAML's (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2), and the answer
//! to what was chosen on its page.

use actix_web::web::{Path, ServiceConfig, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::grant::{self, Asked, Grant};
use super::people::{self, Person};
use super::{PATH, StandIn, places, post as form, show};
use crate::env::Env;
use crate::model::provider::ProviderKind;
use crate::render::contexts::ErrorKind;
use crate::web::edge;
use crate::web::form::{FormParameters, Parameters, QueryParameters};
use crate::web::{WebError, csrf, get_or_head, see_other};

pub(super) fn routes(routes: &mut ServiceConfig) {
    // Each as its real counterpart has it: Facebook's and Amazon's addresses are part of what people copy.
    for place in ["/{name}/authorize", "/{name}/dialog/oauth", "/{name}/ap/oa"] {
        let address = format!("{PATH}{place}");
        routes.service(resource(address).route(get_or_head().to(get)).route(post().to(post_request)));
    }
    routes.service(resource(format!("{PATH}/{{name}}/answer")).route(post().to(post_answer)));
}

/// The stand-in of an address that is none of SAML's.
pub(super) fn find(name: &str) -> Result<StandIn, WebError> {
    StandIn::at(name)
        .filter(|found| found.kind != ProviderKind::Saml)
        .ok_or_else(|| WebError::not_found(ErrorKind::NotFound))
}

async fn get(
    request: HttpRequest,
    name: Path<String>,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    begin(&request, &find(&name)?, &query.0)
}

/// OpenID Connect providers must take the request as a form as well (Core §3.1.2.1).
async fn post_request(
    request: HttpRequest,
    name: Path<String>,
    form: FormParameters,
) -> Result<HttpResponse, WebError> {
    begin(&request, &find(&name)?, &form.0)
}

/// Until application and redirect URI are known to belong together, an error stays here.
fn begin(
    request: &HttpRequest,
    stand_in: &StandIn,
    parameters: &Parameters,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    if parameters.text("client_id") != stand_in.client_id {
        return show::bad_request(request, stand_in, "client_id: no such application is registered here");
    }
    let redirect_uri = parameters.text("redirect_uri");
    if !places::is_ours(&env.settings, redirect_uri, places::CALLBACK) {
        return show::bad_request(request, stand_in, "redirect_uri: not registered for this application");
    }
    let asked = Asked {
        redirect_uri: redirect_uri.to_owned(),
        state: parameters.get("state").map(ToOwned::to_owned),
        nonce: parameters.get("nonce").map(ToOwned::to_owned),
        challenge: parameters.get("code_challenge").map(ToOwned::to_owned),
        scope: parameters.text("scope").to_owned(),
        form_post: parameters.get("response_mode") == Some("form_post"),
    };
    if let Some(error) = refusal(stand_in, parameters, &asked) {
        return Ok(answer(request, stand_in, &asked, vec![("error", error.to_owned())]));
    }
    show::chooser(request, stand_in, (grant::seal_request(&env, stand_in, &asked), redirect_uri))
}

/// What is wrong with a request, for the application (RFC 6749 §4.1.2.1).
fn refusal(stand_in: &StandIn, parameters: &Parameters, asked: &Asked) -> Option<&'static str> {
    if stand_in.denies {
        return Some("access_denied");
    }
    if parameters.text("response_type") != "code" {
        return Some("unsupported_response_type");
    }
    if asked.challenge.is_some() && parameters.text("code_challenge_method") != "S256" {
        return Some("invalid_request");
    }
    // Apple gives name and address to nobody who does not take them as a form.
    let apple = stand_in.kind == ProviderKind::SignInWithApple;
    if apple && !asked.scope.trim().is_empty() && !asked.form_post {
        return Some("invalid_request");
    }
    // Nobody has a session here: everybody is asked, each time.
    let silent = parameters.text("prompt").split(' ').any(|word| word == "none");
    (silent && stand_in.has_id_tokens()).then_some("login_required")
}

/// Somebody was chosen, or nobody.
async fn post_answer(
    request: HttpRequest,
    name: Path<String>,
    form: FormParameters,
) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    let (env, stand_in) = (edge::env(&request), find(&name)?);
    let Some(asked) = grant::open_request::<Asked>(&env, &stand_in, form.0.text("request")) else {
        return show::bad_request(&request, &stand_in, "request: this page was open for too long");
    };
    let parameters = match people::find(form.0.text("person")) {
        Some(person) => granted(&env, &stand_in, &asked, &person),
        None => denied(stand_in.kind),
    };
    Ok(answer(&request, &stand_in, &asked, parameters))
}

fn granted(env: &Env, stand_in: &StandIn, asked: &Asked, person: &Person) -> Vec<(&'static str, String)> {
    let grant = Grant {
        id: env.random.token(),
        person: person.id.to_owned(),
        // The application has its state back then.
        asked: Asked { state: None, ..asked.clone() },
    };
    let mut parameters = vec![("code", grant::code(env, stand_in, &grant))];
    if stand_in.kind == ProviderKind::SignInWithApple && asked.has_scope("name") {
        let name = json!({ "firstName": person.given_name, "lastName": person.family_name });
        parameters.push(("user", json!({ "name": name, "email": person.email }).to_string()));
    }
    parameters
}

/// Each says it in its own words.
fn denied(kind: ProviderKind) -> Vec<(&'static str, String)> {
    let words: &[(&'static str, &str)] = match kind {
        ProviderKind::Facebook => &[
            ("error", "access_denied"),
            ("error_code", "200"),
            ("error_description", "Permissions error"),
            ("error_reason", "user_denied"),
        ],
        ProviderKind::SignInWithApple => &[("error", "user_cancelled_authorize")],
        _ => &[("error", "access_denied"), ("error_description", "The person said no.")],
    };
    words.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// Sends the browser back, by redirect or as a form.
fn answer(
    request: &HttpRequest,
    stand_in: &StandIn,
    asked: &Asked,
    mut parameters: Vec<(&'static str, String)>,
) -> HttpResponse {
    if stand_in.kind == ProviderKind::Oidc {
        let issuer = stand_in.address(&edge::env(request).settings, "");
        // RFC 9207 §2: which provider this answer is of.
        parameters.push(("iss", issuer));
    }
    parameters.extend(asked.state.clone().map(|state| ("state", state)));
    if asked.form_post {
        return form::itself(request, &asked.redirect_uri, &parameters);
    }
    let pairs: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
    see_other(&crate::web::link(&asked.redirect_uri, &pairs))
}
