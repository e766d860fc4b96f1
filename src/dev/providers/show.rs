//! The pages of the stand-ins: clearly marked, and free to send the browser on.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_SECURITY_POLICY;
use actix_web::{HttpRequest, HttpResponse};

use super::StandIn;
use super::people::{self, Person};
use crate::render::contexts::{Form, ProviderChoice, ProviderNote, ProviderNoteKind, ProviderPerson};
use crate::render::{Frame, Page};
use crate::web::WebError;
use crate::web::edge::{self, RequestFacts};

/// A page of a stand-in.
pub(super) fn page<P: Page>(
    request: &HttpRequest,
    status: StatusCode,
    brand: &str,
    page: &P,
) -> Result<HttpResponse, WebError> {
    let (env, facts) = (edge::env(request), RequestFacts::of(request));
    let mut frame = Frame::new(&facts.language.tag, brand, "", &facts.nonce);
    frame.development = true;
    let body = env.renderer.page(&frame, page);
    let body = body.map_err(|error| WebError::Internal(format!("{}: {error:?}", P::TEMPLATE)))?;
    Ok(document(&facts, status, body))
}

/// A document whose forms may end anywhere: after the pool, in an application that this provider knows nothing of. Other
/// providers have no policy that would keep browsers from it either.
pub(super) fn document(facts: &RequestFacts, status: StatusCode, body: String) -> HttpResponse {
    let nonce = &facts.nonce;
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; \
         frame-ancestors 'none'; base-uri 'none'"
    );
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, policy))
        .body(body)
}

/// The page on which one chooses who to be. `asked` is the sealed request, `back` the address that the answer goes to.
pub(super) fn chooser(
    request: &HttpRequest,
    stand_in: &StandIn,
    (asked, back): (String, &str),
) -> Result<HttpResponse, WebError> {
    let form = Form::new(stand_in.local("/answer"), "");
    let everybody = people::ALL.iter().map(shown).collect();
    let choice = ProviderChoice {
        provider: stand_in.brand.to_owned(),
        imitates: stand_in.imitates(),
        form,
        request: asked,
        back: back.to_owned(),
        people: everybody,
        wrong_clock: stand_in.clock_off != 0,
    };
    page(request, StatusCode::OK, stand_in.brand, &choice)
}

fn shown(person: &Person) -> ProviderPerson {
    ProviderPerson {
        value: person.id.to_owned(),
        display_name: person.name.to_owned(),
        email: person.email.map(ToOwned::to_owned),
        hint: person.hint,
    }
}

/// A page that says one thing.
pub(super) fn note(
    request: &HttpRequest,
    stand_in: &StandIn,
    kind: ProviderNoteKind,
) -> Result<HttpResponse, WebError> {
    let status = match kind {
        ProviderNoteKind::BadRequest { .. } => StatusCode::BAD_REQUEST,
        _ => StatusCode::OK,
    };
    let (provider, imitates) = (stand_in.brand.to_owned(), stand_in.imitates());
    page(request, status, stand_in.brand, &ProviderNote { provider, imitates, kind })
}

/// 400, with a reason for whoever builds the application: it is not translated, like every text between programs.
pub(super) fn bad_request(
    request: &HttpRequest,
    stand_in: &StandIn,
    reason: &str,
) -> Result<HttpResponse, WebError> {
    note(request, stand_in, ProviderNoteKind::BadRequest { reason: reason.to_owned() })
}
