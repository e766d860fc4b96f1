//! A request as a span of a distributed trace (W3C Trace Context, OpenTelemetry's names for HTTP).
//!
//! Everything here does nothing where no collector is set.

use actix_web::dev::RequestHead;
use actix_web::http::StatusCode;
use opentelemetry::propagation::{Extractor, TextMapPropagator};
use opentelemetry::trace::{Status, TraceContextExt};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::proxy;
use crate::config::Settings;

/// Lets the span of a request continue the trace that a trusted proxy has begun. Nobody else may decide what is traced,
/// or join a request to a trace that it is no part of.
pub(super) fn continue_trace(span: &Span, settings: &Settings, head: &RequestHead) {
    if head.headers.contains_key("traceparent") && proxy::is_trusted_peer(settings, head) {
        // It fails where no collector is set.
        let _ = span.set_parent(TraceContextPropagator::new().extract(&Headers(head)));
    }
}

/// Names the span of a request when it is answered: by its route, as the program wrote it.
pub(super) fn finish(method: &str, route: Option<&str>, status: StatusCode) {
    let span = Span::current();
    let context = span.context();
    let span = context.span();
    if !span.span_context().is_valid() {
        return;
    }
    span.update_name(route.map_or_else(|| method.to_owned(), |route| format!("{method} {route}")));
    span.set_attribute(opentelemetry::KeyValue::new("http.request.method", method.to_owned()));
    span.set_attribute(opentelemetry::KeyValue::new("http.response.status_code", i64::from(status.as_u16())));
    if let Some(route) = route {
        span.set_attribute(opentelemetry::KeyValue::new("http.route", route.to_owned()));
    }
    if status.is_server_error() {
        span.set_status(Status::error(""));
    }
}

struct Headers<'a>(&'a RequestHead);

impl Extractor for Headers<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.headers.get(key).and_then(|value| value.to_str().ok())
    }

    fn keys(&self) -> Vec<&str> {
        self.0.headers.keys().map(|name| name.as_str()).collect()
    }
}
