//! One line per request: never its query, its body, a cookie, or what somebody typed.

use actix_web::dev::ServiceRequest;
use actix_web::http::StatusCode;

use super::edge::RequestFacts;
use crate::env::Env;

/// The longest path that is logged, in characters.
const LONGEST_PATH: usize = 200;

/// The line of one request, begun when it arrives.
pub(super) struct Line {
    correlation_id: String,
    method: String,
    path: String,
    address: std::net::IpAddr,
    started_at: i64,
}

impl Line {
    pub(super) fn of(request: &ServiceRequest, facts: &RequestFacts) -> Self {
        Self {
            correlation_id: facts.correlation_id.clone(),
            method: request.method().as_str().chars().take(16).collect(),
            path: request.path().chars().take(LONGEST_PATH).collect(),
            address: facts.address,
            started_at: facts.started_at,
        }
    }

    pub(super) fn finish(self, env: &Env, status: StatusCode) {
        tracing::info!(
            id = %self.correlation_id,
            method = %self.method,
            path = ?self.path,
            status = status.as_u16(),
            address = %self.address,
            milliseconds = env.now() - self.started_at,
            "request"
        );
    }
}
