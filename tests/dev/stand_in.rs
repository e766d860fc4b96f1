//! A development server, and a browser at its stand-in providers.

use std::collections::BTreeMap;

use scraper::{Html, Selector};
use url::Url;
use vestibule::dev::seed;
use vestibule::directory::providers;
use vestibule::federation::FederationError;
use vestibule::federation::oidc::{self, Answer, Ask, Departure};
use vestibule::model::external::ExternalIdentity;
use vestibule::model::pool::UserPool;
use vestibule::model::provider::IdentityProvider;

use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

/// Where the providers send the browser: nobody listens there, so that it stops before it.
pub const CALLBACK: &str = "http://localhost:1/oauth2/idpresponse";

pub struct World {
    pub server: TestServer,
    pub browser: Browser,
    pub pool: UserPool,
}

pub fn callback() -> Url {
    CALLBACK.parse().expect("a URL")
}

impl World {
    pub async fn new() -> Self {
        let server = TestServer::start().await;
        let (browser, pool) = (server.browser(), server.pool(seed::DEFAULT_POOL).await);
        Self { server, browser, pool }
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}/dev/providers{path}", self.server.origin)
    }

    /// A provider as the demonstration data have it.
    pub async fn provider(&self, name: &str) -> IdentityProvider {
        let found = providers::find(&self.server.env, &self.pool, name).await.expect("the database answers");
        found.unwrap_or_else(|| panic!("{name} is registered"))
    }

    pub async fn begin(&self, provider: &IdentityProvider) -> Departure {
        let ask = Ask { state: "state=1&x".into(), ..Ask::default() };
        oidc::begin(&self.server.env, provider, &callback(), ask).await.expect("there is a way there")
    }

    /// What the browser comes back with when `person`, or nobody, is chosen.
    pub async fn visit(&self, gone: &Departure, person: Option<&str>) -> Answer {
        let page = self.browser.get(gone.url.as_str()).await;
        answer(&choose(&self.browser, &page, person).await)
    }

    pub async fn finish(
        &self,
        provider: &IdentityProvider,
        gone: &Departure,
        answer: Answer,
    ) -> Result<ExternalIdentity, FederationError> {
        oidc::finish(&self.server.env, provider, &callback(), &gone.round_trip, answer).await
    }

    /// There and back.
    pub async fn sign_in(
        &self,
        provider: &IdentityProvider,
        person: Option<&str>,
    ) -> Result<ExternalIdentity, FederationError> {
        let gone = self.begin(provider).await;
        let answer = self.visit(&gone, person).await;
        self.finish(provider, &gone, answer).await
    }
}

/// The people that a page offers.
pub fn people(page: &Page) -> Vec<String> {
    let buttons = Selector::parse("button[name=person]").expect("a selector");
    let document = Html::parse_document(&page.html);
    document.select(&buttons).map(|one| one.attr("value").expect("a value").to_owned()).collect()
}

/// Presses a person's button, or the one that denies.
pub async fn choose(browser: &Browser, page: &Page, person: Option<&str>) -> Page {
    assert_eq!(page.status, 200, "{}", page.text());
    let (action, fields) = page.form("denyButton");
    let request = fields.iter().find(|(name, _)| name == "request").expect("the sealed request");
    let mut sent = vec![("request", request.1.as_str())];
    match person {
        Some(person) => sent.push(("person", person)),
        None => sent.push(("denyButton", "1")),
    }
    browser.post(&action, &sent).await
}

/// What a page brings back to the pool: in the address it leads to, or in a form that posts itself.
pub fn answer(page: &Page) -> Answer {
    let mut found: BTreeMap<String, String> = page.url.query_pairs().into_owned().collect();
    if page.status == 200 {
        let (action, fields) = page.form(CALLBACK);
        assert_eq!(action, CALLBACK);
        found = fields.into_iter().collect();
    } else {
        assert_eq!(page.status, 303, "{}", page.text());
        assert!(page.url.as_str().starts_with(CALLBACK), "{}", page.url);
    }
    assert_eq!(found.get("state").map(String::as_str), Some("state=1&x"));
    Answer {
        code: found.remove("code"),
        error: found.remove("error"),
        error_description: found.remove("error_description"),
        iss: found.remove("iss"),
        user: found.remove("user"),
    }
}

pub fn claim<'a>(person: &'a ExternalIdentity, name: &str) -> Option<&'a str> {
    person.claims.get(name).map(|values| {
        assert_eq!(values.len(), 1, "{name}");
        values[0].as_str()
    })
}
