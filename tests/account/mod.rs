//! The account pages through the real server: who gets in, what a change needs, and what it does.

mod access;
mod addresses;
mod data;
mod door;
mod passwords;
mod profile;
mod step_up;

use std::time::Duration;

use vestibule::directory::{names, users};
use vestibule::model::caller::Caller;
use vestibule::model::ids::UserId;
use vestibule::model::pool::UserPool;
use vestibule::model::user::User;
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

pub const POOL: &str = "us-east-1_Demo00001";
pub const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
pub const GRACE: (&str, &str) = ("grace@example.com", "Correct-Horse-8");
/// More than a proof may be old.
pub const STALE: Duration = Duration::from_secs(601);

/// Opens an account page in a new browser and signs in on the way; returns the page that it ends on.
pub async fn sign_in(server: &TestServer, path: &str, (name, password): (&str, &str)) -> (Browser, Page) {
    let browser = server.browser();
    let asked = browser.get(path).await;
    assert_eq!(asked.path(), "/login", "{}", asked.text());
    let page = browser.submit(&asked, "password", &[("username", name), ("password", password)]).await;
    (browser, page)
}

/// Answers the page that asks for the password once more.
pub async fn confirm(browser: &Browser, asked: &Page, password: &str) -> Page {
    assert!(asked.says("Confirm that it is you"), "{} {}", asked.url, asked.text());
    browser.submit(asked, "password", &[("password", password)]).await
}

pub async fn person(server: &TestServer, name: &str) -> User {
    let pool = server.default_pool().await;
    let found = names::find_for_sign_in(&server.env, &pool, name).await.expect("an answer");
    found.unwrap_or_else(|| panic!("nobody signs in as {name}"))
}

pub async fn reread(server: &TestServer, id: &UserId) -> User {
    let pool = server.default_pool().await;
    users::find(&server.env, &pool, id).await.expect("an answer").expect("the person")
}

/// Makes somebody confirmed with a proven address and ada's password.
pub async fn newcomer(server: &TestServer, pool: &UserPool, email: &str) -> UserId {
    let attributes = [("email", email), ("email_verified", "true")];
    let new = users::NewUser {
        username: None,
        attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        password: Some(ADA.1.to_owned()),
        temporary: false,
        invite: false,
    };
    users::create(&server.env, &operator(), pool, new).await.expect("a new person").id
}

pub fn operator() -> Caller {
    crate::support::env::caller("192.0.2.1")
}

/// What was written about somebody under an action, the newest first.
pub async fn events(server: &TestServer, id: &UserId, action: &str) -> Vec<StoredEvent> {
    let wanted =
        Wanted { subject: Some(id.to_string()), action: Some(action.to_owned()), ..Wanted::default() };
    server.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await.expect("the database answers")
}

/// Posts fields to a page as its form would, with one of them replaced or added.
pub async fn post(browser: &Browser, page: &Page, form: &str, changed: (&str, &str)) -> Page {
    let (action, mut fields) = page.form(form);
    match fields.iter_mut().find(|(name, _)| name == changed.0) {
        Some(slot) => slot.1 = changed.1.to_owned(),
        None => fields.push((changed.0.to_owned(), changed.1.to_owned())),
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    browser.post(&action, &fields).await
}
