//! What the authorization server promises, one promise a test, through the real server.

mod authorize;
mod clients;
mod cors;
mod keys;
mod logout;
mod metadata;
mod scopes;
mod tokens;
mod user_info;

use reqwest::RequestBuilder;
use serde_json::Value;

use crate::support::application::{Application, TokenAnswer};
use crate::support::browser::Page;
use crate::support::server::TestServer;

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

/// Sends a request of any kind without cookies; no redirect is followed.
async fn call(server: &TestServer, request: RequestBuilder) -> Page {
    let anybody = server.browser();
    anybody.send(request, server.origin.parse().expect("a URL")).await
}

/// The body as JSON.
fn json(page: &Page) -> Value {
    serde_json::from_str(&page.html).unwrap_or_else(|_| panic!("not JSON: {} {}", page.status, page.html))
}

/// Ada's tokens for the public client.
async fn tokens(server: &TestServer) -> TokenAnswer {
    Application::public(&server.origin).tokens_of(&server.browser(), ADA.0, ADA.1).await
}
