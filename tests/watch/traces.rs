//! Traces, received by a stand-in for a collector.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use vestibule::metrics::Stopwatch;

use super::get;
use super::program::Program;
use crate::support::browser::Browser;
use crate::support::database::block_on;

/// Takes what is posted to it and keeps the bodies with their request lines.
struct Collector {
    endpoint: String,
    bodies: Arc<Mutex<Vec<(String, Value)>>>,
}

impl Collector {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("bound"));
        let bodies: Arc<Mutex<Vec<(String, Value)>>> = Arc::default();
        let kept = bodies.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let kept = kept.clone();
                tokio::spawn(async move {
                    let mut bytes = Vec::new();
                    loop {
                        let text = String::from_utf8_lossy(&bytes).into_owned();
                        if let Some((head, body)) = text.split_once("\r\n\r\n") {
                            let length = head.lines().find_map(|line| {
                                line.to_ascii_lowercase()
                                    .strip_prefix("content-length: ")?
                                    .parse::<usize>()
                                    .ok()
                            });
                            if body.len() >= length.expect("a length") {
                                let line = head.lines().next().expect("a line").to_owned();
                                let json = serde_json::from_str(body).expect("JSON");
                                kept.lock().expect("no panic").push((line, json));
                                let answer = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
                                if stream.write_all(answer.as_bytes()).await.is_err() {
                                    return;
                                }
                                bytes.clear();
                            }
                        }
                        let mut more = [0; 65536];
                        match stream.read(&mut more).await {
                            Ok(0) | Err(_) => return,
                            Ok(read) => bytes.extend_from_slice(&more[..read]),
                        }
                    }
                });
            }
        });
        Self { endpoint, bodies }
    }

    fn spans(&self) -> Vec<Value> {
        let bodies = self.bodies.lock().expect("no panic");
        let mut spans = Vec::new();
        for (line, body) in bodies.iter() {
            assert!(line.starts_with("POST /v1/traces "), "{line}");
            for resource in body["resourceSpans"].as_array().expect("resources") {
                let named = resource["resource"]["attributes"].to_string();
                assert!(named.contains("service.name") && named.contains("vestibule"), "{named}");
                for scope in resource["scopeSpans"].as_array().expect("scopes") {
                    spans.extend(scope["spans"].as_array().expect("spans").iter().cloned());
                }
            }
        }
        spans
    }
}

#[test]
fn a_request_is_a_span_that_continues_the_trace_of_the_proxy() {
    block_on(async {
        let collector = Collector::start().await;
        let program = Program::serve(&[("VESTIBULE_TELEMETRY_OTLP_ENDPOINT", &collector.endpoint)]).await;
        let client = Browser::new(&program.origin);
        let page = format!("{}/{}/login?secret=marker-query-1188", program.origin, program.pool);
        let request = client
            .client()
            .get(&page)
            .header("host", "auth.example.com")
            .header("x-forwarded-proto", "https");
        let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        request.header("traceparent", parent).send().await.expect("an answer");
        let watch = Stopwatch::start();
        let is_ours = |span: &Value| span["traceId"] == "4bf92f3577b34da6a3ce929d0e0e4736";
        while collector.spans().iter().filter(|span| is_ours(span)).count() < 2 {
            assert!(watch.seconds() < 30.0, "{:#?}\n{}", collector.spans(), program.output());
            tokio::task::yield_now().await;
        }
        let spans = collector.spans();
        let server = spans.iter().find(|span| is_ours(span) && span["name"] == "GET /{pool_id}/login");
        let server = server.unwrap_or_else(|| panic!("no span of the request: {spans:#?}"));
        assert_eq!((&server["parentSpanId"], &server["kind"]), (&"00f067aa0ba902b7".into(), &2.into()));
        let database =
            spans.iter().find(|span| is_ours(span) && span["name"] == "database").expect("a look-up");
        assert_eq!((&database["parentSpanId"], &database["kind"]), (&server["spanId"], &3.into()));
        assert!(!format!("{spans:?}").contains("marker-query-1188"), "no query in a span");
        assert!(program.sample("vestibule_trace_spans_total{outcome=\"exported\"}").await >= 2.0);
        program.signal("TERM");
        assert_eq!(program.end(std::time::Duration::from_secs(40)).0.code(), Some(0));
    });
}

#[test]
fn a_collector_that_is_gone_costs_spans_and_no_request() {
    block_on(async {
        let program = Program::serve(&[("VESTIBULE_TELEMETRY_OTLP_ENDPOINT", "http://127.0.0.1:9")]).await;
        for _ in 0..20 {
            assert_eq!(get(&format!("{}/readyz", program.origin)).await.0, 200);
        }
        let watch = Stopwatch::start();
        while program.sample("vestibule_trace_spans_total{outcome=\"failed\"}").await < 1.0 {
            assert!(watch.seconds() < 30.0);
        }
        program.until_output("traces cannot be sent").await;
        program.signal("TERM");
        let (status, output) = program.end(std::time::Duration::from_secs(40));
        assert_eq!(status.code(), Some(0));
        assert_eq!(output.matches("traces cannot be sent").count(), 1, "said once: {output}");
    });
}
