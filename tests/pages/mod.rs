//! The hosted pages through the real server: what they refuse, where they lead, what they carry.

mod bad_input;
mod faults;
mod headers;
mod sessions;
mod steps;
mod words;

use crate::support::application::Application;
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const ADA: [(&str, &str); 2] = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];
const GRACE: [(&str, &str); 2] = [("username", "grace@example.com"), ("password", "Correct-Horse-8")];

/// The sign-in page of a fresh authorization request of the public demonstration client.
async fn sign_in_page(server: &TestServer, browser: &Browser) -> Page {
    sign_in_page_with(server, browser, &[]).await
}

async fn sign_in_page_with(server: &TestServer, browser: &Browser, extra: &[(&str, &str)]) -> Page {
    let page = browser.get(Application::public(&server.origin).depart(extra).url.as_str()).await;
    assert_eq!((page.status, page.path()), (200, "/login"), "{}", page.text());
    page
}

/// Whether nobody is signed in here.
fn is_signed_out(browser: &Browser) -> bool {
    browser.cookie("vestibule_session_").is_none()
}

/// Whether the browser was sent back to the application with a code.
fn has_code(page: &Page) -> bool {
    page.url.path() == "/callback" && page.query("code").is_some()
}
