//! Rendering a page into a response.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

use super::branding;
use super::edge::{self, RequestFacts};
use super::language_choice;
use super::pool_host::RequestedPool;
use crate::env::Env;
use crate::model::branding::Branding;
use crate::model::client::AppClient;
use crate::model::ids::ClientId;
use crate::render::{Frame, Notice, Page};

/// What stands on pages where no pool is known.
const SERVER_NAME: &str = "Vestibule";

/// The surroundings of a page in this request: whose it is, for which application, in which language.
#[derive(Clone)]
pub struct PageContext<'a> {
    /// The request.
    pub request: &'a HttpRequest,
    /// The pool.
    pub pool: &'a RequestedPool,
    /// The application that the person is on the way to, by its display name.
    pub application_name: Option<String>,
    /// That application's id and own look.
    pub branding: Option<(ClientId, Branding)>,
    /// Something to tell above the page.
    pub notice: Option<Notice>,
    /// The language, when the transaction asks for another one than the request.
    pub language: Option<String>,
    /// The address that shows this page again by GET, when the request's own does not: after a POST.
    pub here: Option<String>,
}

impl<'a> PageContext<'a> {
    /// A page of this pool, outside of any transaction.
    pub fn new(request: &'a HttpRequest, pool: &'a RequestedPool) -> Self {
        Self {
            request,
            pool,
            application_name: None,
            branding: None,
            notice: None,
            language: None,
            here: None,
        }
    }

    /// Says that a GET of the request's own address shows this page too, so that its language can be chosen although the
    /// page answers a POST.
    pub fn stays_here(&mut self) {
        self.here = Some(own_address(self.request));
    }

    /// A page on the way to an application: its name and look.
    pub fn leads_to(&mut self, client: &AppClient) {
        self.application_name = Some(client.name.clone()).filter(|name| !name.is_empty());
        let branding = &client.settings.branding;
        self.branding = (!branding.is_plain()).then(|| (client.id.clone(), branding.clone()));
    }
}

/// The address of a request within the server: path and query.
pub fn own_address(request: &HttpRequest) -> String {
    request.uri().path_and_query().map_or_else(|| "/".to_owned(), |address| address.as_str().to_owned())
}

/// The response with a page.
pub fn render<P: Page>(context: &PageContext<'_>, status: StatusCode, page: &P) -> HttpResponse {
    let env = edge::env(context.request);
    let facts = RequestFacts::of(context.request);
    let surroundings = Surroundings { env: &env, facts: &facts, pool: Some(context.pool), request: None };
    let mut frame = surroundings.frame();
    frame.application_name = context.application_name.clone();
    frame.notice = context.notice.clone();
    if let Some((client, upper)) = &context.branding {
        branding::lay_over(&mut frame, client, upper, context.pool.pool.settings.compatibility.cognito);
    }
    if let Some(language) = &context.language {
        frame.language.clone_from(language);
    }
    frame.legal = context.pool.pool.settings.terms.links(&frame.language);
    let settings = &context.pool.pool.settings.languages;
    frame.languages =
        language_choice::of_page(context.request, context.here.as_deref(), &frame.language, settings);
    match env.renderer.page(&frame, page) {
        Ok(body) => HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body),
        Err(error) => super::WebError::Internal(format!("{}: {error:?}", P::TEMPLATE)).into_response(),
    }
}

impl super::WebError {
    /// The response that becomes a page on its way out.
    pub fn into_response(self) -> HttpResponse {
        HttpResponse::from_error(self)
    }
}

pub(super) struct Surroundings<'a> {
    pub(super) env: &'a Env,
    pub(super) facts: &'a RequestFacts,
    pub(super) pool: Option<&'a RequestedPool>,
    /// The request, when a GET of it shows the same page again.
    pub(super) request: Option<&'a HttpRequest>,
}

impl Surroundings<'_> {
    fn frame(&self) -> Frame {
        let name = self.pool.map_or(SERVER_NAME, |requested| requested.pool.name.as_str());
        let base = self.pool.map_or("", |requested| requested.base.as_str());
        let mut frame = Frame::new(&self.facts.language.tag, name, base, &self.facts.nonce);
        frame.development = self.env.settings.development;
        if let Some(requested) = self.pool {
            let settings = &requested.pool.settings;
            branding::dress(&mut frame, settings);
            frame.texts = settings.texts.clone();
            frame.legal = settings.terms.links(&frame.language);
            frame.languages = self.request.and_then(|request| {
                language_choice::of_page(request, None, &frame.language, &settings.languages)
            });
        }
        frame
    }
}

/// The document of an error page. If even that fails, a plain sentence with the number to quote.
pub(super) fn document<P: Page>(surroundings: &Surroundings<'_>, page: &P) -> String {
    surroundings.env.renderer.page(&surroundings.frame(), page).unwrap_or_else(|error| {
        tracing::error!(template = P::TEMPLATE, ?error, "a template failed");
        format!("<!doctype html><title>{SERVER_NAME}</title><p>{}</p>", surroundings.facts.correlation_id)
    })
}
