//! `/consent`: what an application asks for, and the person's decision.

use actix_web::HttpResponse;

use super::agreement::{self, Asked, Door};
use super::login;
use super::scopes::Words;
use super::visit::Visit;
use crate::directory::consent;
use crate::model::agreement::Decision;
use crate::render::contexts::Consent;
use crate::web::WebError;
use crate::web::form::FormParameters;

const PATH: &str = "/consent";

/// The page.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match agreement::enter(&visit).await? {
        Door::Open(asked) => ask(&visit, &asked).await,
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Decides. What is decided about is the request as it is stored; the form says yes or no and nothing else.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let asked = match agreement::submit(&visit, &form).await? {
        Door::Open(asked) => asked,
        Door::Elsewhere(response) => return Ok(response),
    };
    let decision = match (form.has("allowButton"), form.has("denyButton")) {
        (true, false) => Decision::Allowed,
        (false, true) => Decision::Denied,
        _ => return ask(&visit, &asked).await,
    };
    let request = &asked.transaction.authorization;
    match consent::decide(&visit.env, visit.pool(), &asked.session, request, decision).await? {
        true => Ok(go(&visit, &asked, decision)),
        false => Err(agreement::over()),
    }
}

fn go(visit: &Visit, asked: &Asked, decision: Decision) -> HttpResponse {
    match decision {
        Decision::Allowed => asked.resume(visit),
        Decision::Denied => asked.refuse(visit),
    }
}

async fn ask(visit: &Visit, asked: &Asked) -> Result<HttpResponse, WebError> {
    let request = &asked.transaction.authorization;
    // Decided before, and come back to: the same once more.
    if let Some(decision) = request.decision {
        return Ok(go(visit, asked, decision));
    }
    let client = &asked.transaction.client;
    let wanted = &request.parameters.scope;
    let missing = consent::missing(&visit.env, client, &asked.user.id, wanted).await?;
    let is_asked_again = request.parameters.prompt.iter().any(|prompt| prompt == "consent");
    if missing.is_empty() && !is_asked_again {
        return Ok(asked.resume(visit));
    }
    let known: Vec<String> = wanted.iter().filter(|scope| !missing.contains(scope)).cloned().collect();
    let words = Words::of(visit).await?;
    let (new, before) = match missing.is_empty() {
        true => (words.all(wanted), Vec::new()),
        false => (words.all(&missing), words.all(&known)),
    };
    let content = Consent {
        form: asked.form(visit, PATH),
        application: asked.application(),
        username: login::shown_name(visit, &asked.user),
        full_name: asked.user.attributes.get("name").filter(|name| !name.is_empty()).cloned(),
        new,
        before,
        goes_to: place(&request.parameters.redirect_uri),
        has_account_pages: visit.pool().settings.has_account_pages(),
    };
    Ok(asked.show(visit, &content))
}

/// Where a redirect URI leads, as far as people know it: the host, or an app's own scheme.
fn place(redirect_uri: &str) -> String {
    let parsed = url::Url::parse(redirect_uri).ok();
    let place = parsed.as_ref().and_then(|url| match url.scheme() {
        "https" | "http" => url.host_str().map(|host| match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }),
        scheme => Some(format!("{scheme}:")),
    });
    place.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_see_where_they_go() {
        assert_eq!(place("https://app.example.com/cb?x=1"), "app.example.com");
        assert_eq!(place("http://localhost:3000/cb"), "localhost:3000");
        assert_eq!(place("com.example.app:/cb"), "com.example.app:");
        assert_eq!(place("https://bank.example@evil.example/cb"), "evil.example");
    }
}
