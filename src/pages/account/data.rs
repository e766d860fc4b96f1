//! `/account/data`: what is stored about somebody.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;

use super::super::visit::Visit;
use super::{Door, check_on, enter, leaving, prove, submit};
use crate::directory::own_data;
use crate::render::contexts::{AccountData, ErrorKind};
use crate::web::WebError;
use crate::web::form::FormParameters;

pub(super) const PATH: &str = "/account/data";

/// The choice.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_any(&visit)?;
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let settings = &visit.pool().settings.account;
    let content = AccountData {
        around: owner.around(&visit, PATH).await?,
        download: settings.download.then(|| owner.form(&visit, PATH)),
        delete_link: settings.deletion.then(|| owner.link(&visit, leaving::PATH, &[])),
    };
    owner.show(&visit, StatusCode::OK, &content)
}

/// The download.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    if !visit.pool().settings.account.download {
        return Err(WebError::not_found(ErrorKind::NotFound));
    }
    let owner = match submit(&visit, &form.0).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    let data = own_data::download(&visit.env, visit.pool(), &owner.user).await?;
    let text = serde_json::to_string_pretty(&data).map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""))
        .body(text))
}

fn check_any(visit: &Visit) -> Result<(), WebError> {
    check_on(visit)?;
    let settings = &visit.pool().settings.account;
    match settings.download || settings.deletion {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}
