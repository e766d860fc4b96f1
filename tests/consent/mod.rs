//! Terms of use and consent through the real server: who is asked, what an answer does, and what gets nobody around it.

mod asking;
mod hostile;
mod keeping;
mod settings;
mod sign_up;
mod terms;

use vestibule::model::agreement::{ConsentRule, TermsSettings};
use vestibule::model::client::ClientSettings;

use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

/// The clients that ask in these tests.
pub const WEB: &str = "demoweb";
pub const SERVER: &str = "demoserver";
pub const POOL: &str = "us-east-1_Demo00001";
pub const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

/// Lets a client of the default pool ask for consent.
pub async fn ask_for_consent(server: &TestServer, client: &str) {
    change(server, client, |settings| settings.consent = ConsentRule::Required).await;
}

pub async fn change(server: &TestServer, client: &str, work: impl FnOnce(&mut ClientSettings)) {
    let pool = server.default_pool().await;
    server.change_client(&pool, client, work).await;
}

/// Puts terms of this version in force.
pub async fn terms(server: &TestServer, version: &str) {
    let terms = TermsSettings {
        url: Some("https://www.example.com/{lang}/terms".into()),
        privacy_url: Some("https://www.example.com/privacy".into()),
        version: Some(version.into()),
        ..TermsSettings::default()
    };
    server.change_pool(POOL, |settings| settings.terms = terms).await;
}

/// Begins a request with these parameters and signs ada in for it; returns the page after the password.
pub async fn come(app: &Application, browser: &Browser, extra: &[(&str, &str)]) -> (Departure, Page) {
    let departure = app.depart(extra);
    let login = browser.get(departure.url.as_str()).await;
    let page = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    (departure, page)
}

/// Begins a request in a browser that is signed in already.
pub async fn return_to(app: &Application, browser: &Browser, extra: &[(&str, &str)]) -> (Departure, Page) {
    let departure = app.depart(extra);
    let page = browser.get(departure.url.as_str()).await;
    (departure, page)
}

/// What an application is told: its `error`, after it has checked `state`.
pub fn refusal(app: &Application, departure: &Departure, back: &Page) -> String {
    assert!(back.url.as_str().starts_with(&app.redirect_uri), "{} {}", back.url, back.text());
    assert_eq!(back.query("state").as_deref(), Some(departure.state.as_str()));
    assert_eq!(back.query("code"), None);
    back.query("error").unwrap_or_else(|| panic!("no error in {}", back.url))
}

/// Exchanges what came back; the tokens must come.
pub async fn tokens(app: &Application, departure: &Departure, back: &Page) -> String {
    let answer = app.exchange(&app.code_of(back, departure), &departure.verifier).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.text("refresh_token")
}
