//! A server, a SAML provider of our own and an application, for journeys with a browser that keeps cookies.

use std::collections::BTreeMap;

use url::Url;
use vestibule::directory::providers;
use vestibule::model::pool::UserPool;
use vestibule::model::provider::{IdentityProvider, ProviderKind};
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::fake_saml::{Asked, FakeSaml, Fields, Known};
use crate::support::server::TestServer;

/// A server, a provider and an application.
pub struct World {
    pub server: TestServer,
    pub fake: FakeSaml,
    pub pool: UserPool,
    pub provider: IdentityProvider,
    pub known: Known,
    pub app: Application,
}

/// Somebody at the provider.
pub struct There {
    pub browser: Browser,
    pub departure: Departure,
    pub asked: Asked,
}

impl World {
    pub async fn new() -> Self {
        Self::on(TestServer::start().await).await
    }

    pub async fn on(server: TestServer) -> Self {
        let fake = FakeSaml::start(&server.clock);
        let pool = server.default_pool().await;
        let provider = IdentityProvider {
            pool_id: pool.id.clone(),
            name: "Corp".into(),
            kind: ProviderKind::Saml,
            details: BTreeMap::from([("MetadataURL".into(), fake.metadata_url())]),
            secrets: BTreeMap::new(),
            attribute_mapping: BTreeMap::from([("email".into(), "mail".into())]),
            identifiers: vec!["corp.example".into()],
            created_at: 0,
            updated_at: 0,
        };
        providers::put(&server.env, &pool, &provider).await.expect("a good provider");
        server.look_again(&pool.id);
        // The demonstration's own client takes nobody of a provider.
        server.change_client(&pool, "demoweb", |client| client.identity_providers = None).await;
        let document = server.browser().get("/saml2/metadata/Corp").await;
        assert_eq!(document.status, 200, "{}", document.html);
        let (known, app) = (Known::read(&document.html), Application::public(&server.origin));
        Self { server, fake, pool, provider, known, app }
    }

    pub async fn set(&mut self, detail: &str, value: &str) {
        self.provider.details.insert(detail.into(), value.into());
        providers::put(&self.server.env, &self.pool, &self.provider).await.expect("a good provider");
        self.server.look_again(&self.pool.id);
    }

    /// Sends a browser to the provider.
    pub async fn leave(&self, browser: Browser, extra: &[(&str, &str)]) -> There {
        let extra = [&[("identity_provider", "Corp")], extra].concat();
        let departure = self.app.depart(&extra);
        let gone = browser.get(departure.url.as_str()).await;
        let asked = if gone.url.as_str().starts_with(&self.fake.origin) {
            self.fake.asked(&gone.url, None, &self.known)
        } else {
            let (action, fields) = gone.form("SAMLRequest");
            let action = Url::parse(&action).expect("the provider's address");
            let policy = gone.header("content-security-policy");
            // Whatever the provider redirects to.
            assert!(policy.contains("form-action 'self' https: http:;"), "{policy}");
            self.fake.asked(&action, Some(&fields), &self.known)
        };
        There { browser, departure, asked }
    }

    /// The provider's form, posted from its site; returns where the browser is sent.
    pub async fn post(&self, browser: &Browser, fields: &Fields) -> Page {
        let fields: Vec<(&str, String)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        browser.cross_site("/saml2/idpresponse", &fields).await
    }

    /// Back from the provider.
    pub async fn back(&self, there: &There) -> Page {
        let posted = self.post(&there.browser, &self.fake.answer(&there.asked, &self.known)).await;
        assert_eq!(posted.status, 303, "{}", posted.text());
        there.browser.get(posted.header("location")).await
    }

    /// There and back; returns the browser that is signed in.
    pub async fn sign_in(&self) -> Browser {
        let there = self.leave(self.server.browser(), &[]).await;
        let back = self.back(&there).await;
        self.app.code_of(&back, &there.departure);
        there.browser
    }

    /// Whether the browser has a session: whether it gets a code without being asked.
    pub async fn has_session(&self, browser: &Browser) -> bool {
        let departure = self.app.depart(&[("prompt", "none")]);
        let back = browser.get(departure.url.as_str()).await;
        match back.query("error").as_deref() {
            None => back.query("code").is_some(),
            Some(error) => {
                assert_eq!(error, "login_required");
                false
            }
        }
    }

    pub async fn events(&self, action: &str) -> Vec<StoredEvent> {
        let wanted = Wanted { action: Some(action.to_owned()), ..Wanted::default() };
        let found = self.server.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await;
        found.expect("the trail")
    }
}

pub fn refused(page: &Page) {
    assert!((400..500).contains(&page.status), "{} {}", page.status, page.text());
    assert!(page.query("code").is_none());
    assert!(!page.header("x-correlation-id").is_empty());
}
