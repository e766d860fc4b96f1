//! The door of the pages between a sign-in and the application: `/terms` and `/consent`.
//!
//! What stands behind it is named by a sealed ticket (`oauth::agreement`) and open to one browser, one person and one
//! request. Whoever is signed in no more, or as somebody else, signs in for the same request and comes back.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::login;
use super::place::Place;
use super::room::{self, Note, Transaction};
use super::visit::Visit;
use crate::authn::FlowHandle;
use crate::directory;
use crate::model::client::AppClient;
use crate::model::session::BrowserSession;
use crate::model::user::User;
use crate::render::Page;
use crate::render::contexts::{ErrorKind, Form};
use crate::store::authorization_requests;
use crate::web::cookies::{self, CookieKind};
use crate::web::csrf::{self, Binding};
use crate::web::form::Parameters;
use crate::web::page::{self, PageContext};
use crate::web::resume::{AbandonTicket, Abandoned, AgreementTicket, ResumeTicket};
use crate::web::{WebError, headers, see_other};

/// The parameter with the ticket.
const TICKET: &str = "ticket";

/// Somebody who is asked, and the request that waits for it.
pub(super) struct Asked {
    ticket: AgreementTicket,
    sealed: String,
    pub(super) transaction: Transaction,
    pub(super) session: BrowserSession,
    pub(super) user: User,
}

/// What is behind the door.
pub(super) enum Door {
    /// The person may be asked.
    Open(Box<Asked>),
    /// The person is sent elsewhere.
    Elsewhere(HttpResponse),
}

/// The door of a GET.
pub(super) async fn enter(visit: &Visit) -> Result<Door, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    let sealed = visit.query.text(TICKET).to_owned();
    let ticket = AgreementTicket::open(env, &pool.id, &sealed).ok_or_else(over)?;
    let browser = cookies::read(&visit.request, &pool.id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let (pool_id, id) = (pool.id.clone(), ticket.authorization.clone());
    let found = env.db.read(move |c| authorization_requests::find(c, &pool_id, &id)).await?;
    let authorization = found.filter(|found| found.expires_at > env.now()).ok_or_else(over)?;
    if authorization.browser != cookies::fingerprint(&browser) {
        return Err(WebError::refused(StatusCode::FORBIDDEN, ErrorKind::FlowExpired));
    }
    let client: Arc<AppClient> =
        directory::clients::serving(env, pool, &authorization.client_id).await?.ok_or_else(over)?;
    headers::allow_form_target(&visit.request, &authorization.parameters.redirect_uri);
    let transaction = Transaction { flow: FlowHandle::from_text(""), authorization, client, browser };
    match login::session(visit).await? {
        Some((session, user)) if session.id == ticket.session => {
            Ok(Door::Open(Box::new(Asked { ticket, sealed, transaction, session, user })))
        }
        _ => {
            let note = Some(Note::SignInAgain);
            Ok(Door::Elsewhere(room::begin_again(visit, &transaction, Place::Login, note).await?))
        }
    }
}

/// The door of a POST: the same, and the form must have been given out to this person, in this browser, for this request.
pub(super) async fn submit(visit: &Visit, form: &Parameters) -> Result<Door, WebError> {
    csrf::check_site(&visit.request)?;
    let asked = match enter(visit).await? {
        Door::Open(asked) => asked,
        elsewhere => return Ok(elsewhere),
    };
    let transaction = asked.transaction_name();
    let binding = asked.binding(visit, &transaction);
    let back = page::own_address(&visit.request);
    csrf::check(&visit.request, form, &binding).map_err(|error| error.with_retry(back))?;
    Ok(Door::Open(asked))
}

impl Asked {
    /// The form that posts to `path`.
    pub(super) fn form(&self, visit: &Visit, path: &str) -> Form {
        let transaction = self.transaction_name();
        let token = csrf::token(&visit.env, &self.binding(visit, &transaction));
        Form::new(visit.link(path, &[(TICKET, &self.sealed)]), token)
    }

    /// The application's name, as pages say it.
    pub(super) fn application(&self) -> String {
        let client = &self.transaction.client;
        let name = Some(client.name.clone()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| client.id.to_string())
    }

    /// The language of the page.
    pub(super) fn language(&self, visit: &Visit) -> String {
        self.transaction.language(visit, self.user.language()).tag
    }

    /// The response with a page.
    pub(super) fn show<P: Page>(&self, visit: &Visit, content: &P) -> HttpResponse {
        let mut context = PageContext::new(&visit.request, &visit.requested);
        context.leads_to(&self.transaction.client);
        context.language = Some(self.language(visit));
        context.stays_here();
        page::render(&context, StatusCode::OK, content)
    }

    /// Back to the authorization endpoint, where everything is judged again.
    pub(super) fn resume(&self, visit: &Visit) -> HttpResponse {
        let ticket = ResumeTicket {
            authorization: self.ticket.authorization.clone(),
            session: self.session.id.clone(),
            fresh: self.ticket.fresh,
            made_at: visit.env.now(),
        };
        let sealed = ticket.seal(&visit.env, &visit.pool().id);
        see_other(&visit.link("/oauth2/authorize", &[("resume", &sealed)]))
    }

    /// To the application, which is told that the person said no (RFC 6749 §4.1.2.1).
    pub(super) fn refuse(&self, visit: &Visit) -> HttpResponse {
        let ticket = AbandonTicket {
            authorization: self.ticket.authorization.clone(),
            because: Abandoned::ConsentDenied,
            made_at: visit.env.now(),
        };
        let sealed = ticket.seal(&visit.env, &visit.pool().id);
        see_other(&visit.link("/oauth2/authorize", &[("abandon", &sealed)]))
    }

    fn transaction_name(&self) -> String {
        format!("agreement {} {}", self.ticket.authorization, self.session.id)
    }

    fn binding<'a>(&'a self, visit: &'a Visit, transaction: &'a str) -> Binding<'a> {
        Binding { pool: &visit.pool().id, browser: &self.transaction.browser, transaction }
    }
}

/// The request has its answer, or waited for too long.
pub(super) fn over() -> WebError {
    WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::FlowExpired)
}
