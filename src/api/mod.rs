//! The address of the Cognito API: `POST /` on the server's own host, JSON 1.1 of AWS.
//!
//! Owns the shape of its answers. No operation is known yet, so every request gets the error that a client library
//! understands, and not a page.

use actix_web::http::header::HeaderName;
use actix_web::{HttpRequest, HttpResponse, guard, web};
use serde_json::json;

use crate::web::edge::RequestFacts;
use crate::web::pool_host;

const CONTENT_TYPE: &str = "application/x-amz-json-1.1";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// Mounts the API; at the root only, before the pages, which answer GET at the same address.
pub fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/")
            .guard(guard::Post())
            .guard(guard::fn_guard(pool_host::at_the_server))
            .to(unknown_operation),
    );
}

async fn unknown_operation(request: HttpRequest) -> HttpResponse {
    const KIND: &str = "UnknownOperationException";
    HttpResponse::BadRequest()
        .insert_header((REQUEST_ID, RequestFacts::of(&request).correlation_id))
        .insert_header((ERROR_TYPE, KIND))
        .content_type(CONTENT_TYPE)
        .body(json!({ "__type": KIND, "message": "This operation is not available." }).to_string())
}
