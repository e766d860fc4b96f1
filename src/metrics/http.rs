//! Requests by the route that answered them.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry};

use super::family::{Gauge, Held, Stopwatch, register};

/// Routes kept apart. The table of routes is far shorter; the limit holds even if a route were ever made of a request.
const ROUTES: usize = 200;
/// Seconds.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// What is measured of requests.
pub struct HttpMetrics {
    requests: IntCounterVec,
    duration: HistogramVec,
    in_flight: Gauge,
    routes: Mutex<HashSet<String>>,
}

/// A request that is being answered.
pub struct UnderWay {
    watch: Stopwatch,
    method: &'static str,
    _held: Held,
}

impl UnderWay {
    /// The method, one of those that are known.
    pub fn method(&self) -> &'static str {
        self.method
    }
}

impl HttpMetrics {
    pub(super) fn new() -> Self {
        let requests =
            Opts::new("vestibule_http_requests_total", "Requests by route, method and class of status.");
        let duration =
            HistogramOpts::new("vestibule_http_request_seconds", "Answering a request, by route and method.");
        Self {
            requests: IntCounterVec::new(requests, &["route", "method", "status"])
                .expect("the name is one of Prometheus"),
            duration: HistogramVec::new(duration.buckets(BUCKETS.to_vec()), &["route", "method"])
                .expect("the name is one of Prometheus"),
            in_flight: Gauge::new("vestibule_http_requests_in_flight", "Requests that are being answered."),
            routes: Mutex::default(),
        }
    }

    /// A request arrives.
    pub fn begin(&self, method: &str) -> UnderWay {
        UnderWay { watch: Stopwatch::start(), method: known_method(method), _held: self.in_flight.hold() }
    }

    /// A route without its expressions: `/{pool_id}/login`.
    pub fn route_of(pattern: &str) -> String {
        without_expressions(pattern)
    }

    /// A request was answered. `route` is of [`HttpMetrics::route_of`], never the path of the request.
    pub fn end(&self, request: &UnderWay, route: Option<&str>, status: u16) {
        let route = self.known_route(route);
        self.requests.with_label_values(&[route, request.method, class(status)]).inc();
        self.duration.with_label_values(&[route, request.method]).observe(request.watch.seconds());
    }

    pub(super) fn register(&self, registry: &Registry) {
        register(registry, self.requests.clone());
        register(registry, self.duration.clone());
        self.in_flight.register(registry);
    }

    fn known_route<'a>(&self, route: Option<&'a str>) -> &'a str {
        let Some(route) = route else { return "none" };
        let mut known = self.routes.lock().unwrap_or_else(PoisonError::into_inner);
        if known.contains(route) {
            return route;
        }
        if known.len() >= ROUTES {
            return "other";
        }
        known.insert(route.to_owned());
        route
    }
}

fn known_method(method: &str) -> &'static str {
    const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];
    METHODS.into_iter().find(|known| *known == method).unwrap_or("other")
}

fn class(status: u16) -> &'static str {
    match status {
        100..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}

/// `/{pool_id:[a-z]{9}}/login` as `/{pool_id}/login`.
fn without_expressions(pattern: &str) -> String {
    let (mut route, mut depth, mut expression) = (String::with_capacity(pattern.len()), 0_u32, false);
    for character in pattern.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 1 => expression = true,
            _ => {}
        }
        if depth == 0 {
            expression = false;
        }
        if !expression {
            route.push(character);
        }
    }
    route
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_loses_its_expressions() {
        assert_eq!(without_expressions("/login"), "/login");
        assert_eq!(
            without_expressions("/{pool_id:[A-Za-z0-9-]{1,32}_[A-Za-z0-9]{9}}/login"),
            "/{pool_id}/login"
        );
        assert_eq!(without_expressions("/a/{b}/c"), "/a/{b}/c");
    }

    #[test]
    fn methods_and_routes_are_bounded() {
        assert_eq!([known_method("GET"), known_method("BREW")], ["GET", "other"]);
        let metrics = HttpMetrics::new();
        for number in 0..ROUTES {
            assert_eq!(metrics.known_route(Some(&format!("/{number}"))), format!("/{number}"));
        }
        assert_eq!(metrics.known_route(Some("/one/more")), "other");
        assert_eq!(metrics.known_route(Some("/7")), "/7");
        assert_eq!(metrics.known_route(None), "none");
    }
}
