//! `/`, and pages of the flow that were opened without one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::place::Place;
use super::visit::Visit;
use crate::render::contexts::{Welcome, WelcomeDevelopment};
use crate::web::page::{self, PageContext};
use crate::web::see_other;

/// Says where to go.
pub(super) async fn get(visit: Visit) -> HttpResponse {
    page(&visit)
}

/// `/.well-known/change-password`, where password managers send people.
pub(super) async fn change_password(visit: Visit) -> HttpResponse {
    see_other(&visit.link(Place::ForgotPassword.path(), &[]))
}

/// A page of the flow without a flow: with the parameters of an authorization request it is a direct link, which goes
/// through the authorization endpoint like every other request; otherwise there is nothing to sign in to.
pub(super) fn without_flow(visit: &Visit, place: Place) -> HttpResponse {
    if !place.is_beginning() || visit.query.get("client_id").is_none() {
        return page(visit);
    }
    let (prompt, screen) = wishes(place, visit.query.get("prompt"));
    let mut query: Vec<(&str, &str)> =
        visit.query.iter().filter(|(name, _)| !matches!(*name, "prompt" | "screen")).collect();
    query.extend(prompt.map(|prompt| ("prompt", prompt)));
    query.extend(screen.map(|screen| ("screen", screen)));
    see_other(&visit.link("/oauth2/authorize", &query))
}

/// How to ask the authorization endpoint for this page: `prompt=create` for a new account (Initiating User
/// Registration §4), and a word of our own for a forgotten password, which no session may skip.
fn wishes(place: Place, prompt: Option<&str>) -> (Option<&str>, Option<&'static str>) {
    match place {
        Place::SignUp => (Some("create"), None),
        Place::ForgotPassword => (Some(prompt.unwrap_or("login")), Some("forgotPassword")),
        _ => (prompt, None),
    }
}

fn page(visit: &Visit) -> HttpResponse {
    let development = visit.env.settings.development.then(|| WelcomeDevelopment {
        playground_link: "/dev/playground".to_owned(),
        mailbox_link: "/dev/mailbox".to_owned(),
        discovery_link: format!("/{}/.well-known/openid-configuration", visit.pool().id),
    });
    let context = PageContext::new(&visit.request, &visit.requested);
    page::render(&context, StatusCode::OK, &Welcome { development })
}
