//! The languages of pages and messages: their files, the choice between them, a pool's own texts.

mod account;
mod choice;
mod files;
mod messages;
mod own_texts;
mod profile;

use scraper::{Html, Selector};

use crate::support::application::Application;
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const POOL: &str = "us-east-1_Demo00001";
const ADA: [(&str, &str); 2] = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];

/// The sign-in page of a fresh authorization request of the public demonstration client.
async fn sign_in_page(server: &TestServer, browser: &Browser, extra: &[(&str, &str)]) -> Page {
    let page = browser.get(Application::public(&server.origin).depart(extra).url.as_str()).await;
    assert_eq!((page.status, page.path()), (200, "/login"), "{}", page.text());
    page
}

/// A browser that prefers a language.
fn speaking(server: &TestServer, accept_language: &str) -> Browser {
    let mut browser = server.browser();
    browser.headers.push(("accept-language", accept_language.to_owned()));
    browser
}

/// The language that a page says it has.
fn language(page: &Page) -> String {
    attribute(page, "html", "lang")
}

/// An attribute of the first element that matches.
fn attribute(page: &Page, element: &str, name: &str) -> String {
    let selector = Selector::parse(element).expect("a selector");
    let document = Html::parse_document(&page.html);
    let found = document.select(&selector).next().unwrap_or_else(|| panic!("no {element}:\n{}", page.html));
    found.attr(name).unwrap_or_default().to_owned()
}

/// The link of the page's list that leads to a language.
fn link_to(page: &Page, tag: &str) -> String {
    attribute(page, &format!(".languages a[lang='{tag}']"), "href")
}
