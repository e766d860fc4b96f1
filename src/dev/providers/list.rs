//! `/dev/providers`: which stand-ins there are.

use actix_web::http::StatusCode;
use actix_web::web::{ServiceConfig, resource};
use actix_web::{HttpRequest, HttpResponse};

use super::{ALL, PATH, StandIn, show};
use crate::config::Settings;
use crate::dev::seed;
use crate::model::provider::ProviderKind;
use crate::render::TextKey;
use crate::render::contexts::{ProviderEntry, ProviderList};
use crate::web::edge;
use crate::web::{WebError, get_or_head, link};

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes.service(resource(PATH).route(get_or_head().to(get)));
}

async fn get(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let env = edge::env(&request);
    let playground = link("/dev/playground", &[("target", seed::SOCIAL_CLIENT)]);
    let providers = ALL.iter().map(|one| entry(&env.settings, one)).collect();
    let session_link = format!("{PATH}/saml");
    let page = ProviderList { playground_link: playground, session_link, providers };
    show::page(&request, StatusCode::OK, "Vestibule", &page)
}

fn entry(settings: &Settings, one: &StandIn) -> ProviderEntry {
    let (hint, place) = match one.kind {
        _ if one.denies => (TextKey("providers-note-denies"), ""),
        _ if one.clock_off != 0 => (TextKey("providers-note-clock"), ""),
        ProviderKind::Google => (TextKey("providers-note-google"), ""),
        ProviderKind::Facebook => (TextKey("providers-note-facebook"), ""),
        ProviderKind::LoginWithAmazon => (TextKey("providers-note-amazon"), ""),
        ProviderKind::SignInWithApple => (TextKey("providers-note-apple"), ""),
        ProviderKind::Oidc => (TextKey("providers-note-oidc"), ""),
        ProviderKind::Saml => (TextKey("providers-note-saml"), "/metadata"),
    };
    ProviderEntry { name: one.name.to_owned(), hint, address: one.address(settings, place) }
}
