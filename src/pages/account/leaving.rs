//! `/account/delete`: the end of an account by its owner's wish.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::complaint::Complaint;
use super::super::complaint::words;
use super::super::login;
use super::super::room;
use super::super::visit::Visit;
use super::{Door, Owner, application, check_on, data, enter, kept, prove, submit};
use crate::authn::AuthnError;
use crate::directory::{DirectoryError, own_data};
use crate::render::contexts::{AccountDelete, AccountDeleted, BackToApplication, ErrorKind, Field};
use crate::render::{Message, TextKey};
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters};
use crate::web::page::{self, PageContext};
use crate::web::{WebError, see_other};

pub(super) const PATH: &str = "/account/delete";
pub(super) const GONE: &str = "/account/deleted";

/// The question.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_offered(&visit)?;
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let typed = kept(&visit, &owner);
    show(&visit, &owner, &typed, None, &Complaint::default()).await
}

/// Deletes the account, when its name was typed.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    check_offered(&visit)?;
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let typed = form.text("typed").trim();
    if let Some(response) = prove(&visit, &owner, PATH, &[("typed", typed)]).await? {
        return Ok(response);
    }
    let wanted = login::shown_name(&visit, &owner.user);
    if typed.to_lowercase() != wanted.to_lowercase() {
        let problem = Message::new(TextKey("problem-name-differs"));
        return show(&visit, &owner, &form, Some(problem), &Complaint::default()).await;
    }
    match own_data::delete(&visit.env, &visit.caller, visit.pool(), &owner.user).await {
        // Gone by another click is gone as well.
        Ok(()) | Err(DirectoryError::NotFound(_)) => {}
        Err(error) => {
            let error = AuthnError::from(error);
            let complaint = Complaint::about(error, &visit.pool().settings).map_err(room::fault)?;
            return show(&visit, &owner, &form, None, &complaint).await;
        }
    }
    // Nobody is left whose language could be looked up.
    let language = visit.language_of(&owner.user);
    let mut response = see_other(&owner.link(&visit, GONE, &[("ui_locales", language.as_str())]));
    let cookie = cookies::forget(&visit.request, &visit.pool().id, CookieKind::Session);
    response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// What is left to say.
pub(super) async fn gone(visit: Visit) -> Result<HttpResponse, WebError> {
    check_offered(&visit)?;
    let back = application(&visit)
        .await?
        .and_then(|(client, link)| Some(BackToApplication { name: client.name.clone(), link: link? }));
    let context = PageContext::new(&visit.request, &visit.requested);
    Ok(page::render(&context, StatusCode::OK, &AccountDeleted { back }))
}

async fn show(
    visit: &Visit,
    owner: &Owner,
    typed: &Parameters,
    problem: Option<Message>,
    complaint: &Complaint,
) -> Result<HttpResponse, WebError> {
    let status = match (&problem, complaint.is_none()) {
        (None, true) => StatusCode::OK,
        (Some(_), _) => StatusCode::BAD_REQUEST,
        (None, false) => complaint.status(),
    };
    let content = AccountDelete {
        around: owner.around(visit, data::PATH).await?,
        form: owner.form(visit, PATH),
        wanted: login::shown_name(visit, &owner.user),
        typed: Field { value: typed.text("typed").to_owned(), error: problem },
        error: words(complaint.whole.as_ref()),
        cancel_link: owner.link(visit, data::PATH, &[]),
    };
    let mut response = owner.show(visit, status, &content)?;
    complaint.wait(&mut response);
    Ok(response)
}

fn check_offered(visit: &Visit) -> Result<(), WebError> {
    check_on(visit)?;
    match visit.pool().settings.account.deletion {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}
