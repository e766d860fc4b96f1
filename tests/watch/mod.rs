//! Watching a server: health, metrics, logs, traces, the audit trail and its stream, a graceful end.

mod audit;
mod health;
mod logs;
mod metrics;
mod outage;
mod program;
mod stop;
mod traces;
mod walk;

use std::sync::Arc;

use crate::support::database::TestDatabase;
use crate::support::server::{TestServer, TestServerOptions};

/// A server with a management address.
pub async fn watched(database: TestDatabase) -> TestServer {
    let options = TestServerOptions { management: true, ..TestServerOptions::default() };
    TestServer::start_on(Arc::new(database), options).await
}

/// Status, headers and body of a GET.
#[expect(clippy::disallowed_methods, reason = "a test's own client")]
pub async fn get(url: &str) -> (u16, reqwest::header::HeaderMap, String) {
    let answer = reqwest::Client::new().get(url).send().await.expect("an answer");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    (status, headers, answer.text().await.expect("a body"))
}
