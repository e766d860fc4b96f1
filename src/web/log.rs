//! One line per request, and the span that gives every line in between its correlation id: never a query, a body, a
//! cookie, or what somebody typed.

use actix_web::dev::ServiceRequest;
use actix_web::http::StatusCode;
use tracing::Span;

use super::edge::RequestFacts;
use super::health;
use crate::env::Env;

/// The longest path that is logged, in characters.
const LONGEST_PATH: usize = 200;

/// The span of one request. It is at the level of errors, so that no filter which lets any line through takes the
/// correlation id from it.
pub(super) fn span(facts: &RequestFacts) -> Span {
    tracing::error_span!("request", correlation_id = %facts.correlation_id)
}

/// The line of one request, begun when it arrives.
pub(super) struct Line {
    method: String,
    path: String,
    address: std::net::IpAddr,
    started_at: i64,
    is_probe: bool,
}

impl Line {
    pub(super) fn of(request: &ServiceRequest, facts: &RequestFacts) -> Self {
        Self {
            method: request.method().as_str().chars().take(16).collect(),
            path: request.path().chars().take(LONGEST_PATH).collect(),
            address: facts.address,
            started_at: facts.started_at,
            is_probe: health::is_probe(request.path()),
        }
    }

    pub(super) fn finish(self, env: &Env, status: StatusCode) {
        let Self { method, path, address, started_at, is_probe } = self;
        let (status, milliseconds) = (status.as_u16(), env.now() - started_at);
        // A load balancer asks every few seconds, and nobody wants to read that.
        if is_probe {
            tracing::debug!(%method, ?path, status, %address, milliseconds, "request");
        } else {
            tracing::info!(%method, ?path, status, %address, milliseconds, "request");
        }
    }
}
