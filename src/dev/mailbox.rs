//! `/dev/mailbox`: every message that a production server would have sent, for people and for test scripts.
//!
//! No CORS: a page of another origin must not read the codes of whoever develops on this machine.

use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use time::OffsetDateTime;

use crate::model::message::{Medium, MessageKind};
use crate::outbound::mailbox::{KeptMessage, Mailbox};
use crate::render::contexts::{self, Channel, ErrorKind, Form, MailboxMessage};
use crate::web::form::QueryParameters;
use crate::web::page::{self, PageContext};
use crate::web::pool_host::RequestedPool;
use crate::web::{WebError, csrf, get_or_head, see_other};

const PATH: &str = "/dev/mailbox";

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes
        .service(resource(PATH).route(get_or_head().to(get)))
        .service(resource("/dev/mailbox.json").route(get_or_head().to(get_json)))
        .service(resource("/dev/mailbox/latest").route(get_or_head().to(get_latest)))
        .service(resource("/dev/mailbox/clear").route(post().to(post_clear)));
}

/// A message as JSON.
#[derive(Serialize)]
struct MessageJson<'a> {
    number: u64,
    sent_at: i64,
    pool_id: &'a str,
    kind: MessageKind,
    medium: Medium,
    to: &'a str,
    subject: &'a str,
    text: &'a str,
    html: Option<&'a str>,
    code: Option<&'a str>,
    link: Option<&'a str>,
}

async fn get(request: HttpRequest, pool: RequestedPool) -> Result<HttpResponse, WebError> {
    let messages: Vec<_> = mailbox(&request)?.all().iter().map(shown).collect();
    let clear_form = (!messages.is_empty()).then(|| Form::new("/dev/mailbox/clear", ""));
    let page = contexts::Mailbox { messages, json_link: "/dev/mailbox.json".to_owned(), clear_form };
    Ok(page::render(&PageContext::new(&request, &pool), StatusCode::OK, &page))
}

async fn get_json(request: HttpRequest) -> Result<HttpResponse, WebError> {
    let all = mailbox(&request)?.all();
    Ok(HttpResponse::Ok().json(all.iter().map(json).collect::<Vec<_>>()))
}

/// The newest message, to the address in `to` if there is one: what a test script asks for.
async fn get_latest(request: HttpRequest, query: QueryParameters) -> Result<HttpResponse, WebError> {
    let latest = mailbox(&request)?.latest(query.0.get("to"));
    Ok(match latest {
        Some(kept) => HttpResponse::Ok().json(json(&kept)),
        None => HttpResponse::NotFound().json(serde_json::json!({ "error": "not_found" })),
    })
}

async fn post_clear(request: HttpRequest) -> Result<HttpResponse, WebError> {
    csrf::check_site(&request)?;
    mailbox(&request)?.clear();
    Ok(see_other(PATH))
}

/// The mailbox of this server; a server that really sends has none.
fn mailbox(request: &HttpRequest) -> Result<Data<Mailbox>, WebError> {
    request.app_data::<Data<Mailbox>>().cloned().ok_or_else(|| WebError::not_found(ErrorKind::NotFound))
}

fn json(kept: &KeptMessage) -> MessageJson<'_> {
    let message = &kept.message;
    MessageJson {
        number: kept.number,
        sent_at: kept.sent_at,
        pool_id: message.pool_id.as_str(),
        kind: message.kind,
        medium: message.medium,
        to: &message.to,
        subject: &message.subject,
        text: &message.text,
        html: message.html.as_deref(),
        code: message.code.as_deref(),
        link: message.link.as_deref(),
    }
}

fn shown(kept: &KeptMessage) -> MailboxMessage {
    let message = &kept.message;
    MailboxMessage {
        id: kept.number.to_string(),
        channel: match message.medium {
            Medium::Email => Channel::Email,
            Medium::Sms => Channel::Sms,
        },
        to: message.to.clone(),
        subject: (!message.subject.is_empty()).then(|| message.subject.clone()),
        sent_at_text: readable(kept.sent_at),
        body: message.text.clone(),
        code: message.code.clone(),
        links: message.link.iter().cloned().collect(),
    }
}

/// `2026-11-21 14:03:07 UTC`.
fn readable(at: i64) -> String {
    let Ok(time) = OffsetDateTime::from_unix_timestamp(at / 1000) else { return at.to_string() };
    let (date, (hour, minute, second)) = (time.date(), time.to_hms());
    format!("{date} {hour:02}:{minute:02}:{second:02} UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_readable() {
        assert_eq!(readable(1_795_269_787_123), "2026-11-21 14:03:07 UTC");
        assert_eq!(readable(i64::MAX), i64::MAX.to_string());
    }
}
