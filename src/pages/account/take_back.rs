//! `/account/takeback`: the target of the link in the message to an old address.
//!
//! Its GET shows a button and changes nothing, because mail scanners follow links. There is no session here: whoever has
//! lost their account to somebody else has none.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::visit::Visit;
use super::{check_on, overview};
use crate::directory::address_change::{self, TakeBackError};
use crate::model::pool::ContactKind;
use crate::render::contexts::{AccountTakeBack, AccountTakeBackState as State, Channel, ErrorKind, Form};
use crate::web::WebError;
use crate::web::cookies::{self, FlowBrowser};
use crate::web::csrf::{self, Binding};
use crate::web::form::FormParameters;
use crate::web::page::{self, PageContext};

pub(super) const PATH: &str = "/account/takeback";

/// The word in the link.
const CHANGE: &str = "change";

/// The button.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    let word = word(&visit)?;
    let found = address_change::find_take_back(&visit.env, visit.pool(), word).await;
    let (kind, old, new) = match found {
        Ok(found) => found,
        Err(error) => return refused(&visit, error),
    };
    let browser = cookies::flow_browser(&visit.request, &visit.pool().id);
    let token = csrf::token(&visit.env, &binding(&visit, &browser, word));
    let form = Form::new(visit.link(PATH, &[(CHANGE, word)]), token);
    let mut response = answer(&visit, StatusCode::OK, State::Ask { form, channel: channel(kind), old, new });
    if let Some(cookie) = browser.cookie(&visit.request, &visit.pool().id) {
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

/// Takes the change back.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    let word = word(&visit)?;
    let browser = cookies::flow_browser(&visit.request, &visit.pool().id);
    csrf::check(&visit.request, &form.0, &binding(&visit, &browser, word))
        .map_err(|error| error.with_retry(visit.link(PATH, &[(CHANGE, word)])))?;
    match address_change::take_back(&visit.env, &visit.caller, visit.pool(), word).await {
        Ok(restored) => {
            let state = State::Done {
                channel: channel(restored.kind),
                old: restored.destination,
                needs_password: restored.needs_password,
                login_link: visit.link(overview::PATH, &[]),
            };
            Ok(answer(&visit, StatusCode::OK, state))
        }
        Err(error) => refused(&visit, error),
    }
}

fn refused(visit: &Visit, error: TakeBackError) -> Result<HttpResponse, WebError> {
    match error {
        TakeBackError::Unknown => Ok(answer(visit, StatusCode::NOT_FOUND, State::Unknown)),
        TakeBackError::Taken => Ok(answer(visit, StatusCode::CONFLICT, State::Taken)),
        TakeBackError::Directory(error) => Err(error.into()),
    }
}

fn answer(visit: &Visit, status: StatusCode, state: State) -> HttpResponse {
    let context = PageContext::new(&visit.request, &visit.requested);
    page::render(&context, status, &AccountTakeBack { state })
}

fn binding<'a>(visit: &'a Visit, browser: &'a FlowBrowser, word: &'a str) -> Binding<'a> {
    Binding { pool: &visit.pool().id, browser: &browser.value, transaction: word }
}

fn channel(kind: ContactKind) -> Channel {
    match kind {
        ContactKind::Email => Channel::Email,
        ContactKind::Phone => Channel::Sms,
    }
}

fn word(visit: &Visit) -> Result<&str, WebError> {
    visit.query.get(CHANGE).filter(|word| word.len() <= 128).ok_or_else(|| {
        let detail = format!("{CHANGE} is needed");
        WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::InvalidRequest { detail })
    })
}
