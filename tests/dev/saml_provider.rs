//! The SAML stand-in, used by our own service provider.

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::RsaKeyPair;
use std::time::Duration;
use vestibule::federation::FederationError;
use vestibule::federation::saml::binding::{Binding, Outgoing};
use vestibule::federation::saml::logout::{LogoutCheck, LogoutMessage, LogoutSender};
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading};
use vestibule::federation::saml::request::AuthnRequest;
use vestibule::federation::saml::response::{ResponseCheck, VerifiedResponse};
use vestibule::federation::saml::service_provider::{Credential, ServiceProvider};
use vestibule::model::external::{NameId, UpstreamSession};

use super::stand_in::{World, choose, claim, people};
use crate::support::browser::Page;
use crate::support::database::block_on;

const CONSUMER: &str = "http://localhost:1/saml2/idpresponse";
const LOGOUT: &str = "http://localhost:1/saml2/logout";
const SKEW: i64 = 60_000;

/// A pool, and what it knows of the stand-in.
struct Pool {
    world: World,
    own: ServiceProvider,
    metadata: ProviderMetadata,
}

impl Pool {
    async fn new(entity_id: &str) -> Self {
        let world = World::new().await;
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
        let pkcs8: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().expect("PKCS#8");
        let certificate = Credential::self_signed(pkcs8.as_ref(), "sp.test", 1_700_000_000, 2_000_000_000);
        let credential = Credential::new(pkcs8.as_ref(), &certificate.expect("a certificate"));
        let own = ServiceProvider::new(entity_id, CONSUMER, LOGOUT, vec![credential.expect("they fit")]);
        let metadata = metadata(&world).await;
        Self { own: own.expect("ours"), metadata, world }
    }

    /// To the page of the stand-in.
    async fn depart(&self, id: &str, binding: Binding) -> Page {
        let request = AuthnRequest {
            id,
            now_ms: self.world.server.env.now(),
            name_id_format: None,
            force_authn: false,
            relay_state: "relay & state",
            signed: true,
        };
        match request.send(&self.own, &self.metadata, binding).expect("on its way") {
            Outgoing::Redirect(address) => self.world.browser.get(&address).await,
            Outgoing::Post(form) => {
                let fields: Vec<(&str, &str)> =
                    form.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.world.browser.post(&form.action, &fields).await
            }
        }
    }

    /// What comes back.
    fn judge(&self, page: &Page, outstanding: &[&str]) -> Result<VerifiedResponse, FederationError> {
        let (action, fields) = page.form("SAMLResponse");
        assert_eq!(action, CONSUMER);
        let field = |wanted: &str| &fields.iter().find(|(name, _)| name == wanted).expect("a field").1;
        assert_eq!(field("RelayState"), "relay & state");
        let check = ResponseCheck {
            encryption_required: false,
            service_provider: &self.own,
            provider_metadata: &self.metadata,
            provider_name: "DemoSAML",
            now_ms: self.world.server.env.now(),
            skew_ms: SKEW,
            outstanding,
            idp_initiated_allowed: false,
            signed_assertion_required: true,
        };
        check.check_field(field("SAMLResponse"))
    }

    async fn sign_in(
        &self,
        person: Option<&str>,
        binding: Binding,
    ) -> Result<VerifiedResponse, FederationError> {
        let page = self.depart("_request1", binding).await;
        self.judge(&choose(&self.world.browser, &page, person).await, &["_request1"])
    }

    fn logout_message(&self, page: &Page, outstanding: &[&str]) -> LogoutMessage {
        assert!(page.url.as_str().starts_with(LOGOUT), "{}: {}", page.url, page.text());
        let check = LogoutCheck {
            service_provider: &self.own,
            provider_metadata: &self.metadata,
            now_ms: self.world.server.env.now(),
            skew_ms: SKEW,
            outstanding,
        };
        check.redirect(page.url.query().expect("a query")).expect("genuine")
    }

    fn sender<'a>(&'a self, id: &'a str, binding: Binding) -> LogoutSender<'a> {
        LogoutSender {
            service_provider: &self.own,
            provider_metadata: &self.metadata,
            binding,
            now_ms: self.world.server.env.now(),
            id,
        }
    }
}

async fn metadata(world: &World) -> ProviderMetadata {
    let provider = world.provider("DemoSAML").await;
    let url = provider.details["MetadataURL"].parse().expect("a URL");
    let document = world.server.env.documents.get(&url).await.expect("a document");
    let reading = Reading { entity_id: None, now_ms: world.server.env.now(), http_on_loopback: true };
    ProviderMetadata::read(&document.body, reading).expect("usable")
}

fn session(verified: &VerifiedResponse) -> (NameId, String) {
    match &verified.identity.session {
        UpstreamSession::Saml { name_id, session_index: Some(index) } => (name_id.clone(), index.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_metadata_says_what_there_is() {
    block_on(async {
        let world = World::new().await;
        let metadata = metadata(&world).await;
        assert_eq!(metadata.entity_id(), world.at("/saml/metadata"));
        assert_eq!((metadata.keys().len(), metadata.want_requests_signed()), (1, false));
        for binding in [Binding::Redirect, Binding::Post] {
            assert_eq!(metadata.sign_on(binding).expect("one").location, world.at("/saml/sso"));
            assert_eq!(metadata.logout(binding).expect("one").location, world.at("/saml/slo"));
        }
    });
}

#[test]
fn everybody_can_sign_in_both_ways() {
    block_on(async {
        let pool = Pool::new("urn:amazon:cognito:sp:us-east-1_Demo00001").await;
        for binding in [Binding::Redirect, Binding::Post] {
            let page = pool.depart("_request1", binding).await;
            assert!(page.says("This is not a real provider"));
            for person in people(&page) {
                let verified = pool.sign_in(Some(&person), binding).await;
                let verified = verified.unwrap_or_else(|error| panic!("{person}: {error}"));
                assert_eq!(verified.request_id.as_deref(), Some("_request1"));
                assert_eq!(verified.identity.subject, format!("{person}@saml.example"));
                let mapping = pool.world.provider("DemoSAML").await.attribute_mapping;
                let mapped = |attribute: &str| claim(&verified.identity, &mapping[attribute]);
                assert_eq!(mapped("email").is_some(), person != "nemo");
                assert_eq!(mapped("name").expect("a name").contains("<b>Søn</b> 🏳️‍🌈"), person == "long");
                let proven = match person.as_str() {
                    "nemo" => None,
                    "mallory" => Some("false"),
                    _ => Some("true"),
                };
                assert_eq!(mapped("email_verified"), proven, "{person}");
            }
        }
    });
}

#[test]
fn an_answer_is_for_one_request_one_pool_and_five_minutes() {
    block_on(async {
        let pool = Pool::new("https://auth.example.com/saml2/metadata").await;
        let page = pool.depart("_request1", Binding::Redirect).await;
        let page = choose(&pool.world.browser, &page, Some("ada")).await;
        assert!(pool.judge(&page, &["_request1"]).is_ok());
        assert!(matches!(pool.judge(&page, &["_request2"]), Err(FederationError::Untrusted(_))));
        pool.world.server.advance(Duration::from_secs(5 * 60 + 61));
        assert!(matches!(pool.judge(&page, &["_request1"]), Err(FederationError::Clock(_))));

        let denied = pool.sign_in(None, Binding::Redirect).await;
        assert!(
            matches!(&denied, Err(FederationError::Denied(why)) if why == "status Responder, AuthnFailed"),
            "{denied:?}"
        );
    });
}

#[test]
fn nobody_is_answered_elsewhere() {
    block_on(async {
        let pool = Pool::new("urn:sp").await;
        let elsewhere =
            ServiceProvider::new("urn:sp", "https://evil.example/saml2/idpresponse", LOGOUT, vec![]);
        assert!(elsewhere.is_err(), "a key is needed");
        let browser = &pool.world.browser;
        for query in ["", "?SAMLRequest=x", "?SAMLResponse=x", "?SAMLRequest=a&SAMLRequest=b"] {
            let page = browser.get(&pool.world.at(&format!("/saml/sso{query}"))).await;
            assert_eq!(page.status, 400, "{query}");
        }
        for consumer in
            ["https://evil.example/saml2/idpresponse", "http://localhost:1/other", "javascript:alert(1)"]
        {
            let message = format!(
                "<p:AuthnRequest xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' ID='_1' Version='2.0' \
                 AssertionConsumerServiceURL='{consumer}'><a:Issuer \
                 xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion'>urn:sp</a:Issuer></p:AuthnRequest>"
            );
            let packed = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, message);
            let page = browser.post("/dev/providers/saml/sso", &[("SAMLRequest", &packed)]).await;
            assert_eq!(page.status, 400, "{consumer}");
        }
    });
}

#[test]
fn a_pool_signs_somebody_out_at_the_provider() {
    block_on(async {
        let pool = Pool::new("https://auth.example.com/sp").await;
        let browser = &pool.world.browser;
        for binding in [Binding::Redirect, Binding::Post] {
            let verified = pool.sign_in(Some("ada"), Binding::Redirect).await.expect("signed in");
            let (name_id, index) = session(&verified);
            assert!(browser.get("/dev/providers/saml").await.says("Ada Lovelace"));
            let sender = pool.sender("_logout1", binding);
            let page = match sender.request(&name_id, Some(&index), "r&s").expect("on its way") {
                Outgoing::Redirect(address) => browser.get(&address).await,
                Outgoing::Post(form) => {
                    let fields: Vec<(&str, &str)> =
                        form.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    browser.post(&form.action, &fields).await
                }
            };
            let LogoutMessage::Response(response) = pool.logout_message(&page, &["_logout1"]) else {
                panic!("an answer")
            };
            assert!(response.success, "{}", response.status);
            assert_eq!(response.relay_state.as_deref(), Some("r&s"));
            assert!(browser.get("/dev/providers/saml").await.says("Nobody is signed in here"));
        }
        let stranger = Pool::new("urn:nobody-has-heard-of").await;
        let name_id =
            NameId { value: "x".into(), format: None, name_qualifier: None, sp_name_qualifier: None };
        let request = stranger.sender("_logout2", Binding::Redirect).request(&name_id, None, "");
        let Ok(Outgoing::Redirect(address)) = request else { panic!("a redirect") };
        assert_eq!(stranger.world.browser.get(&address).await.status, 400);
    });
}

#[test]
fn the_provider_signs_somebody_out_of_the_pool() {
    block_on(async {
        let pool = Pool::new("https://auth.example.com/portal").await;
        let browser = &pool.world.browser;
        for success in [true, false] {
            let verified = pool.sign_in(Some("grace"), Binding::Redirect).await.expect("signed in");
            let page = browser.get("/dev/providers/saml").await;
            assert!(page.says("Grace Hopper"));
            let page = browser.submit(&page, "endButton", &[]).await;
            let LogoutMessage::Request(asked) = pool.logout_message(&page, &[]) else { panic!("a request") };
            let (name_id, index) = session(&verified);
            assert_eq!((&asked.name_id, asked.session_indexes.as_slice()), (&name_id, [index].as_slice()));

            let sender = pool.sender("_answer1", Binding::Redirect);
            let Ok(Outgoing::Redirect(address)) = sender.response(&asked, success) else {
                panic!("a redirect")
            };
            let said = if success { "Signed out here and in the pool" } else { "the pool did not say" };
            let page = browser.get(&address).await;
            assert!(page.says(said), "{}", page.text());
            assert!(browser.get("/dev/providers/saml").await.says("Nobody is signed in here"));
        }
    });
}
