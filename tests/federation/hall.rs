//! What the journeys to a provider and back have in common: a server, a provider, and an application.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;
use vestibule::directory::providers;
use vestibule::model::client::{ClientSettings, OWN_DIRECTORY};
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::model::provider::{IdentityProvider, ProviderKind};

use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::fake_oidc::{CLIENT, FakeOidc, SECRET};
use crate::support::server::TestServer;

/// The client of these journeys.
pub const APP: &str = "federated";
/// The provider's name in the pool.
pub const CORP: &str = "Corp";

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A server whose default pool has the provider `Corp`, and a client that takes its people and the pool's own.
pub struct Hall {
    pub server: TestServer,
    pub corp: FakeOidc,
    pub app: Application,
    pub pool: UserPool,
}

impl Hall {
    pub async fn new(server: TestServer) -> Self {
        Self::with(server, |_| {}, |_| {}).await
    }

    pub async fn with(
        server: TestServer,
        settings: impl FnOnce(&mut PoolSettings),
        provider: impl FnOnce(&mut IdentityProvider),
    ) -> Self {
        let corp = FakeOidc::start(&server.clock);
        let pool = server.default_pool().await;
        let pool = server.change_pool(pool.id.as_str(), settings).await;
        let both = Some(vec![OWN_DIRECTORY.to_owned(), CORP.to_owned()]);
        let mut app = Application::public(&server.origin);
        app.client_id = APP.to_owned();
        let hall = Self { app, server, corp, pool };
        hall.put(CORP, provider).await;
        let client = ClientSettings {
            identity_providers: both,
            allowed_scopes: ["openid", "email", "profile"].map(String::from).to_vec(),
            any_loopback_url: true,
            ..ClientSettings::default()
        };
        hall.server.create_client(&hall.pool, APP, client).await;
        hall
    }

    pub async fn put(&self, name: &str, change: impl FnOnce(&mut IdentityProvider)) {
        let mut provider = IdentityProvider {
            pool_id: self.pool.id.clone(),
            name: name.to_owned(),
            kind: ProviderKind::Oidc,
            details: texts(&[
                ("client_id", CLIENT),
                ("authorize_scopes", "openid email"),
                ("attributes_request_method", "GET"),
                ("oidc_issuer", &self.corp.origin),
            ]),
            secrets: BTreeMap::from([("client_secret".to_owned(), SecretString::from(SECRET))]),
            attribute_mapping: texts(&[
                ("email", "email"),
                ("email_verified", "email_verified"),
                ("name", "name"),
            ]),
            identifiers: vec![],
            created_at: 0,
            updated_at: 0,
        };
        change(&mut provider);
        providers::put(&self.server.env, &self.pool, &provider).await.expect("a provider");
        self.server.look_again(&self.pool.id);
    }

    /// The sign-in page of a new request.
    pub async fn login(&self, browser: &Browser) -> (Departure, Page) {
        let departure = self.app.depart(&[]);
        let page = browser.get(departure.url.as_str()).await;
        (departure, page)
    }

    /// Presses the provider's button; returns where the provider is to be asked.
    pub async fn press(&self, browser: &Browser, page: &Page) -> Url {
        let there = browser.get(&button(page, CORP)).await;
        assert!(there.url.as_str().starts_with(&self.corp.origin), "{} {}", there.url, there.text());
        there.url
    }

    /// The address at which the provider sends the browser back.
    pub fn way_back(&self, there: &Url) -> String {
        let answer = self.corp.visit(there);
        back_with(there, &[("code", &answer.code.expect("a code")), ("iss", &self.corp.origin)])
    }

    /// The same for somebody in particular.
    pub fn way_back_as(&self, there: &Url, subject: &str) -> String {
        let code =
            self.corp.code_for(there, json!({ "sub": subject, "email": format!("{subject}@example.net") }));
        back_with(there, &[("code", &code), ("iss", &self.corp.origin)])
    }

    /// From the application to the provider and back.
    pub async fn sign_in(&self, browser: &Browser) -> (Departure, Page) {
        let (departure, page) = self.login(browser).await;
        let there = self.press(browser, &page).await;
        let back = browser.get(&self.way_back(&there)).await;
        (departure, back)
    }

    /// Who was signed in, by the ID token.
    pub async fn person(&self, back: &Page, departure: &Departure) -> Value {
        let tokens = self.app.exchange(&self.app.code_of(back, departure), &departure.verifier).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        self.app.verify(&tokens.text("id_token")).await
    }

    pub fn is(&self, subject: &str, email: &str, verified: bool) {
        let person = json!({ "sub": subject, "email": email, "email_verified": verified, "name": "Ada" });
        self.corp.bend(|bends| bends.person = crate::support::fake_oidc::object(person));
    }
}

/// The link of a provider's button.
pub fn button(page: &Page, name: &str) -> String {
    let links = page.links();
    let wanted = format!("name={name}");
    links
        .into_iter()
        .find(|link| link.contains("/provider?") && link.contains(&wanted))
        .unwrap_or_else(|| panic!("no button for {name}: {}", page.html))
}

/// The callback of a request to a provider, with its state and these parameters.
pub fn back_with(there: &Url, parameters: &[(&str, &str)]) -> String {
    let asked: BTreeMap<String, String> = there.query_pairs().into_owned().collect();
    let mut url = Url::parse(&asked["redirect_uri"]).expect("a callback");
    url.query_pairs_mut().append_pair("state", &asked["state"]).extend_pairs(parameters);
    url.into()
}
