//! The authorization server over real HTTP: each refusal beside the acceptance.

mod authorize;
mod client_authentication;
mod identities;
mod keys;
mod metadata;
mod refresh;
mod revoke;
mod sign_out;
mod user_info;

use reqwest::Client;

use crate::support::application::{Application, TokenAnswer};
use crate::support::browser::Browser;
use crate::support::server::TestServer;

/// Signs in with a password and has no second factor.
pub const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

/// A client for requests that no browser makes.
#[expect(clippy::disallowed_methods, reason = "a test's own client")]
pub fn plain_client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client can be built")
}

/// Signs ada in to the public demonstration client.
pub async fn ada_signed_in(server: &TestServer) -> (Application, Browser, TokenAnswer) {
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
    assert_eq!(tokens.status, 200, "{tokens:?}");
    (app, browser, tokens)
}
