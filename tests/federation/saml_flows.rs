//! Sign-in and sign-out by SAML through a running server, with a browser that keeps cookies and a provider of our own.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use url::Url;
use vestibule::directory::providers;
use vestibule::federation::saml::binding::Outgoing;
use vestibule::model::pool::UserPool;
use vestibule::model::provider::{IdentityProvider, ProviderKind};
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::database::{block_on, for_each_database};
use crate::support::fake_saml::{Asked, FakeSaml, Fields, Known};
use crate::support::server::{TestServer, TestServerOptions};

/// A server, a provider and an application.
struct World {
    server: TestServer,
    fake: FakeSaml,
    pool: UserPool,
    provider: IdentityProvider,
    known: Known,
    app: Application,
}

/// Somebody at the provider.
struct There {
    browser: Browser,
    departure: Departure,
    asked: Asked,
}

impl World {
    async fn new() -> Self {
        Self::on(TestServer::start().await).await
    }

    async fn on(server: TestServer) -> Self {
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

    async fn set(&mut self, detail: &str, value: &str) {
        self.provider.details.insert(detail.into(), value.into());
        providers::put(&self.server.env, &self.pool, &self.provider).await.expect("a good provider");
        self.server.look_again(&self.pool.id);
    }

    /// Sends a browser to the provider.
    async fn leave(&self, browser: Browser, extra: &[(&str, &str)]) -> There {
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
    async fn post(&self, browser: &Browser, fields: &Fields) -> Page {
        let fields: Vec<(&str, String)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        browser.cross_site("/saml2/idpresponse", &fields).await
    }

    /// Back from the provider.
    async fn back(&self, there: &There) -> Page {
        let posted = self.post(&there.browser, &self.fake.answer(&there.asked, &self.known)).await;
        assert_eq!(posted.status, 303, "{}", posted.text());
        there.browser.get(posted.header("location")).await
    }

    /// There and back; returns the browser that is signed in.
    async fn sign_in(&self) -> Browser {
        let there = self.leave(self.server.browser(), &[]).await;
        let back = self.back(&there).await;
        self.app.code_of(&back, &there.departure);
        there.browser
    }

    /// Whether the browser has a session: whether it gets a code without being asked.
    async fn has_session(&self, browser: &Browser) -> bool {
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

    async fn events(&self, action: &str) -> Vec<StoredEvent> {
        let wanted = Wanted { action: Some(action.to_owned()), ..Wanted::default() };
        let found = self.server.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await;
        found.expect("the trail")
    }
}

fn refused(page: &Page) {
    assert!((400..500).contains(&page.status), "{} {}", page.status, page.text());
    assert!(page.query("code").is_none());
    assert!(!page.header("x-correlation-id").is_empty());
}

#[test]
fn a_person_signs_in_at_the_provider_and_is_known_again() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let world = World::on(server).await;
        let there = world.leave(world.server.browser(), &[]).await;
        let back = world.back(&there).await;
        let code = world.app.code_of(&back, &there.departure);
        let tokens = world.app.exchange(&code, &there.departure.verifier).await;
        let first = world.app.verify(&tokens.text("id_token")).await;
        assert_eq!(first["email"], "ada@corp.example");
        assert!(first["cognito:username"].as_str().expect("a name").contains("Ada-1"), "{first}");
        assert!(world.has_session(&there.browser).await);

        let there = world.leave(world.server.browser(), &[("prompt", "login")]).await;
        assert!(there.asked.forced, "who must prove themselves anew must do so there");
        let back = world.back(&there).await;
        let code = world.app.code_of(&back, &there.departure);
        let tokens = world.app.exchange(&code, &there.departure.verifier).await;
        assert_eq!(world.app.verify(&tokens.text("id_token")).await["sub"], first["sub"]);
    });
}

#[test]
fn a_request_may_be_posted_and_an_answer_encrypted() {
    block_on(async {
        let mut world = World::new().await;
        world.fake.bend(|bends| {
            bends.redirect = false;
            bends.encrypts = true;
        });
        world.set("EncryptedResponses", "true").await;
        world.set("RequestSigningAlgorithm", "rsa-sha256").await;
        let there = world.leave(world.server.browser(), &[]).await;
        assert!(there.asked.signed);
        world.app.code_of(&world.back(&there).await, &there.departure);
        world.fake.bend(|bends| bends.encrypts = false);
        let there = world.leave(world.server.browser(), &[]).await;
        let failed = world.back(&there).await;
        assert_eq!(failed.status, 502, "{}", failed.text());
    });
}

#[test]
fn an_answer_counts_once_in_the_browser_that_left_and_in_time() {
    block_on(async {
        let world = World::new().await;
        let left = async || {
            let there = world.leave(world.server.browser(), &[]).await;
            let fields = world.fake.answer(&there.asked, &world.known);
            let posted = world.post(&there.browser, &fields).await;
            assert_eq!(posted.status, 303);
            (there, fields, posted.header("location").to_owned())
        };

        // In another browser, with cookies of its own and without any.
        let (there, _, onward) = left().await;
        let other = world.leave(world.server.browser(), &[]).await.browser;
        refused(&other.get(&onward).await);
        refused(&world.server.browser().get(&onward).await);
        let back = there.browser.get(&onward).await;
        world.app.code_of(&back, &there.departure);
        // A second time, by the address and by the form.
        refused(&there.browser.get(&onward).await);

        let (there, fields, onward) = left().await;
        world.app.code_of(&there.browser.get(&onward).await, &there.departure);
        refused(&world.post(&there.browser, &fields).await);

        // The first form counts: what another one brings later is not looked at.
        let (there, fields, onward) = left().await;
        let mut garbage = fields.clone();
        garbage[0].1 = "AAAA".into();
        assert_eq!(world.post(&there.browser, &garbage).await.status, 303);
        world.app.code_of(&there.browser.get(&onward).await, &there.departure);

        // Too late.
        let (there, _, onward) = left().await;
        world.server.advance(Duration::from_secs(11 * 60));
        refused(&there.browser.get(&onward).await);

        // A RelayState that nobody has, none, and one of nonsense.
        let there = world.leave(world.server.browser(), &[]).await;
        let fields = world.fake.answer(&there.asked, &world.known);
        for state in [
            Some("x".repeat(43)),
            Some(String::new()),
            Some("\u{fffd}&=%".into()),
            None,
            Some("y".repeat(5000)),
        ] {
            let mut changed = vec![fields[0].clone()];
            changed.extend(state.map(|state| ("RelayState".to_owned(), state)));
            refused(&world.post(&there.browser, &changed).await);
        }
        refused(&world.post(&there.browser, &vec![fields[1].clone()]).await);
        let mut empty = fields.clone();
        empty[0].1.clear();
        refused(&world.post(&there.browser, &empty).await);
        for address in ["/saml2/idpresponse", "/saml2/idpresponse?state=", "/saml2/idpresponse?state=abc"] {
            refused(&there.browser.get(address).await);
        }
        let long = vec![("SAMLResponse".to_owned(), "A".repeat(700 * 1024)), fields[1].clone()];
        let answer = world.post(&there.browser, &long).await;
        assert_eq!(answer.status, 413, "{}", answer.text());

        // Nothing of all this has spoilt the answer that was on its way.
        world.app.code_of(&world.back(&there).await, &there.departure);
    });
}

#[test]
fn an_answer_for_another_request_of_the_same_browser_is_refused() {
    block_on(async {
        let world = World::new().await;
        let one = world.leave(world.server.browser(), &[]).await;
        let two = world.leave(one.browser.copy(), &[]).await;
        let mut fields = world.fake.answer(&one.asked, &world.known);
        fields[1].1 = two.asked.relay_state.clone();
        let posted = world.post(&two.browser, &fields).await;
        let answer = two.browser.get(posted.header("location")).await;
        assert_eq!(answer.status, 502, "{}", answer.text());
        assert!(answer.query("code").is_none());
    });
}

#[test]
fn of_fifty_deliveries_of_one_answer_one_signs_in() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let world = Arc::new(World::on(server).await);
        let there = Arc::new(world.leave(world.server.browser(), &[]).await);
        let fields = world.fake.answer(&there.asked, &world.known);
        let callers: Vec<_> = (0..50)
            .map(|_| {
                let (world, there, fields) = (world.clone(), there.clone(), fields.clone());
                tokio::spawn(async move {
                    let posted = world.post(&there.browser, &fields).await;
                    assert!(posted.status == 303 || posted.status == 400, "{}", posted.text());
                    if posted.status == 400 {
                        return 0;
                    }
                    let back = there.browser.copy().get(posted.header("location")).await;
                    assert_ne!(back.status, 500, "{}", back.text());
                    usize::from(back.query("code").is_some())
                })
            })
            .collect();
        let mut codes = 0;
        for caller in callers {
            codes += caller.await.expect("no panic");
        }
        assert_eq!(codes, 1);
    });
}

#[test]
fn our_metadata_is_there_for_saml_providers_alone() {
    block_on(async {
        let mut world = World::new().await;
        let page = world.server.browser().get("/saml2/metadata/Corp").await;
        assert_eq!(page.header("content-type"), "application/samlmetadata+xml");
        assert_eq!(page.header("cache-control"), "public, max-age=3600");
        let origin = world.server.origin.clone();
        assert_eq!(world.known.entity_id, format!("{origin}/saml2/metadata/Corp"));
        assert_eq!(world.known.acs, format!("{origin}/saml2/idpresponse"));
        assert_eq!(world.known.slo, format!("{origin}/saml2/logout"));
        let by_path = world.server.browser().get(&format!("/{}/saml2/metadata/Corp", world.pool.id)).await;
        assert_eq!(Known::read(&by_path.html).acs, format!("{origin}/{}/saml2/idpresponse", world.pool.id));
        for unknown in ["Nobody", "Corp%2f", "..%2f", "%ff", "x"] {
            let page = world.server.browser().get(&format!("/saml2/metadata/{unknown}")).await;
            assert!(matches!(page.status, 400 | 404), "{unknown}: {}", page.status);
        }
        world.provider.name = "Söhne-&-Co/1".into();
        world.provider.identifiers.clear();
        world.set("IDPInit", "false").await;
        let page = world.server.browser().get("/saml2/metadata/S%C3%B6hne-%26-Co%2F1").await;
        assert_eq!(page.status, 200);
        assert_eq!(
            Known::read(&page.html).entity_id,
            format!("{origin}/saml2/metadata/S%C3%B6hne-%26-Co%2F1")
        );
        assert_ne!(Known::read(&page.html).keys, world.known.keys, "each provider has its own key");

        world.server.change_pool(world.pool.id.as_str(), |pool| pool.compatibility.cognito = true).await;
        let page = world.server.browser().get("/saml2/metadata/Corp").await;
        let known = Known::read(&page.html);
        assert_eq!(known.entity_id, format!("urn:amazon:cognito:sp:{}", world.pool.id));
        assert_eq!(known.keys, world.known.keys);
    });
}

fn fields_of(outgoing: Outgoing) -> (String, Vec<(&'static str, String)>) {
    match outgoing {
        Outgoing::Post(form) => (form.action, form.fields),
        Outgoing::Redirect(address) => (address, Vec::new()),
    }
}

/// What a page or redirect of ours brings to the provider.
fn answered(world: &World, answer: &Page) -> (String, String, Option<String>) {
    if answer.status == 303 {
        let url = Url::parse(answer.header("location")).expect("a URL");
        return world.fake.logout_answered(&url, None, &world.known);
    }
    let (action, fields) = answer.form("SAMLResponse");
    let url = Url::parse(&action).expect("a URL");
    world.fake.logout_answered(&url, Some(&fields), &world.known)
}

#[test]
fn a_provider_ends_the_sessions_that_began_there() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let world = World::on(server).await;
        let first = world.sign_in().await;
        world.fake.bend(|bends| bends.session_index = "_session-2".into());
        let second = world.sign_in().await;
        world.fake.bend(|bends| bends.name_id = "Bob-2".into());
        let bob = world.sign_in().await;
        let own = world.server.browser();
        world.app.tokens_of(&own, "ada@example.com", "Correct-Horse-7").await;

        // One session, by the form.
        let (_, fields) = fields_of(world.fake.log_out(&world.known, "Ada-1", Some("_session-2"), false));
        let answer = world.server.browser().cross_site("/saml2/logout", &fields).await;
        let (status, _, relay_state) = answered(&world, &answer);
        assert_eq!((status.as_str(), relay_state.as_deref()), ("Success", Some("their-state")));
        assert!(!world.has_session(&second).await && world.has_session(&first).await);
        // Once.
        let again = world.server.browser().cross_site("/saml2/logout", &fields).await;
        refused(&again);

        // All of a person's, by redirect.
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Ada-1", None, true));
        let answer = world.server.browser().get_once(&address).await;
        assert_eq!(answered(&world, &answer).0, "Success");
        assert!(!world.has_session(&first).await);
        assert!(world.has_session(&bob).await && world.has_session(&own).await);
        let ended = world.events("session.end").await;
        assert_eq!(ended.len(), 2);
        assert!(ended.iter().all(|event| event.detail["provider"] == "Corp" && event.actor_kind == "system"));

        // Nobody's, changed, and somebody else's.
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Nobody", None, true));
        assert_eq!(answered(&world, &world.server.browser().get_once(&address).await).0, "Success");
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Bob-2", None, true));
        refused(&world.server.browser().get_once(&address.replace("their-state", "other-state")).await);
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Bob-2", None, true));
        let unsigned = address.split("&SigAlg=").next().expect("the beginning").to_owned();
        refused(&world.server.browser().get_once(&unsigned).await);
        let stranger = FakeSaml::start(&world.server.clock);
        let (address, _) = fields_of(stranger.log_out(&world.known, "Bob-2", None, true));
        refused(&world.server.browser().get_once(&address).await);
        let claimed = world.fake.metadata();
        stranger.bend(|bends| {
            let begin = claimed.find("entityID=\"").expect("a name") + "entityID=\"".len();
            bends.entity_id = claimed[begin..].split('"').next().expect("an end").to_owned();
        });
        let (address, _) = fields_of(stranger.log_out(&world.known, "Bob-2", None, true));
        refused(&world.server.browser().get_once(&address).await);
        for nonsense in
            ["", "?SAMLRequest=AAAA", "?SAMLResponse=AAAA&RelayState=x", "?RelayState=x", "?SAMLRequest=%"]
        {
            refused(&world.server.browser().get_once(&format!("/saml2/logout{nonsense}")).await);
        }
        assert!(world.has_session(&bob).await);
    });
}

/// A browser that is signed in, and what our sign-out brings to the provider.
async fn sign_out(world: &World, browser: &Browser) -> Page {
    let bye = world.app.redirect_uri.replace("/callback", "/bye");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("client_id", world.app.client_id.as_str()), ("logout_uri", &bye)])
        .finish();
    browser.get_once(&format!("/logout?{query}")).await
}

#[test]
fn a_sign_out_here_goes_on_to_the_provider_and_comes_back() {
    block_on(async {
        let mut world = World::new().await;
        let bye = world.app.redirect_uri.replace("/callback", "/bye");

        let browser = world.sign_in().await;
        let gone = sign_out(&world, &browser).await;
        assert_eq!(gone.header("location"), bye, "off by itself");
        world.set("IDPSignout", "true").await;

        for (redirects, answers_by_redirect, status) in [
            (true, true, "Success"),
            (true, false, "PartialLogout"),
            (false, false, "Success"),
            (false, true, "Success"),
        ] {
            world.fake.bend(|bends| bends.redirect = redirects);
            world.server.advance(Duration::from_secs(26 * 3600));
            let browser = world.sign_in().await;
            let gone = sign_out(&world, &browser).await;
            assert!(!world.has_session(&browser).await, "the session here has ended already");
            let asked = if redirects {
                let url = Url::parse(gone.header("location")).expect("a URL");
                assert!(url.as_str().starts_with(&format!("{}/slo", world.fake.origin)));
                world.fake.logout_asked(&url, None, &world.known)
            } else {
                let (action, fields) = gone.form("SAMLRequest");
                let url = Url::parse(&action).expect("a URL");
                world.fake.logout_asked(&url, Some(&fields), &world.known)
            };
            assert_eq!(
                (asked.name_id.as_str(), asked.session_index.as_deref()),
                ("Ada-1", Some("_session-1"))
            );
            let (address, fields) =
                fields_of(world.fake.logged_out(&world.known, &asked, status, answers_by_redirect));
            let bring = async || {
                if answers_by_redirect {
                    browser.get_once(&address).await
                } else {
                    browser.cross_site("/saml2/logout", &fields).await
                }
            };
            let back = bring().await;
            assert_eq!((back.status, back.header("location")), (302, &*bye), "{}", back.text());
            refused(&bring().await);
        }

        // An answer to nothing of ours, and one of somebody else.
        world.fake.bend(|bends| bends.redirect = true);
        world.server.advance(Duration::from_secs(26 * 3600));
        let browser = world.sign_in().await;
        let gone = sign_out(&world, &browser).await;
        let url = Url::parse(gone.header("location")).expect("a URL");
        let asked = world.fake.logout_asked(&url, None, &world.known);
        let other = crate::support::fake_saml::LogoutAsked { id: "_other".into(), ..asked.clone() };
        let (address, _) = fields_of(world.fake.logged_out(&world.known, &other, "Success", true));
        refused(&browser.get_once(&address).await);
        world.fake.change_key();
        let (address, _) = fields_of(world.fake.logged_out(&world.known, &asked, "Success", true));
        let stranger = FakeSaml::start(&world.server.clock);
        let (foreign, _) = fields_of(stranger.logged_out(&world.known, &asked, "Success", true));
        refused(&browser.get_once(&foreign).await);
        // The provider's new key is looked up; the answer still brings the browser on.
        world.server.advance(Duration::from_secs(120));
        let back = browser.get_once(&address).await;
        assert_eq!(back.header("location"), bye, "{}", back.text());
    });
}

#[test]
fn a_provider_begins_a_sign_in_where_it_may() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let mut world = World::on(server).await;
        let wishes = |extra: &[(&str, &str)]| {
            let departure = world.app.depart(extra);
            let query = departure.url.query().expect("a query").to_owned();
            (departure, query)
        };
        let (_, query) = wishes(&[("identity_provider", "Corp")]);
        let unasked = world.fake.unasked(&world.known, Some(&query));
        refused(&world.post(&world.server.browser(), &unasked).await);

        let (departure, query) = wishes(&[("identity_provider", "Corp")]);
        let (by_domain, query_by_domain) = wishes(&[("idp_identifier", "CORP.example")]);
        let (by_issuer, query_by_issuer) = wishes(&[]);
        world.set("IDPInit", "true").await;
        for (departure, query) in
            [(departure, query), (by_domain, query_by_domain), (by_issuer, query_by_issuer)]
        {
            let browser = world.server.browser();
            let unasked = world.fake.unasked(&world.known, Some(&query));
            let posted = world.post(&browser, &unasked).await;
            assert_eq!(posted.status, 303, "{}", posted.text());
            let onward = posted.header("location").to_owned();
            let back = browser.get(&onward).await;
            let code = world.app.code_of(&back, &departure);
            let tokens = world.app.exchange(&code, &departure.verifier).await;
            assert_eq!(world.app.verify(&tokens.text("id_token")).await["email"], "ada@corp.example");
            // Neither the response nor the ticket counts again.
            let again = world.post(&browser, &unasked).await;
            assert!(again.status >= 400, "{}", again.text());
            let again = world.server.browser().get(&onward).await;
            assert!(again.query("code").is_none(), "{}", again.url);
        }

        // Nothing said, and several applications would do; or none of that name; or not the words of a request.
        for relay_state in
            [None, Some(""), Some("client_id=nobody"), Some("https://app.example.com/start"), Some("x=1")]
        {
            let unasked = world.fake.unasked(&world.known, relay_state);
            refused(&world.post(&world.server.browser(), &unasked).await);
        }
        // An answer to a request is not one that nobody asked for.
        let there = world.leave(world.server.browser(), &[]).await;
        let mut stolen = world.fake.answer(&there.asked, &world.known);
        stolen[1].1 = wishes_of(&world);
        let posted = world.post(&world.server.browser(), &stolen).await;
        assert!(posted.status >= 400, "{}", posted.text());
        world.app.code_of(&world.back(&there).await, &there.departure);

        // Too old.
        let unasked = world.fake.unasked(&world.known, Some(&wishes_of(&world)));
        world.server.advance(Duration::from_secs(361));
        let posted = world.post(&world.server.browser(), &unasked).await;
        assert!(posted.status >= 400, "{}", posted.text());
    });
}

fn wishes_of(world: &World) -> String {
    let departure = world.app.depart(&[("identity_provider", "Corp")]);
    departure.url.query().expect("a query").to_owned()
}

#[test]
fn of_fifty_deliveries_that_nobody_asked_for_one_signs_in() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let mut world = World::on(server).await;
        world.set("IDPInit", "true").await;
        let unasked = world.fake.unasked(&world.known, Some(&wishes_of(&world)));
        let world = Arc::new(world);
        let callers: Vec<_> = (0..50)
            .map(|_| {
                let (world, unasked) = (world.clone(), unasked.clone());
                tokio::spawn(async move {
                    let browser = world.server.browser();
                    let posted = world.post(&browser, &unasked).await;
                    assert_ne!(posted.status, 500, "{}", posted.text());
                    if posted.status != 303 {
                        return 0;
                    }
                    let back = browser.get(posted.header("location")).await;
                    usize::from(back.query("code").is_some())
                })
            })
            .collect();
        let mut codes = 0;
        for caller in callers {
            codes += caller.await.expect("no panic");
        }
        assert_eq!(codes, 1);
    });
}

#[test]
fn a_network_that_sends_too_much_must_wait() {
    block_on(async {
        let world = World::new().await;
        let fields = [("SAMLResponse", "AAAA".to_owned()), ("RelayState", "x".to_owned())];
        let browser = world.server.browser();
        let mut last = 0;
        for _ in 0..1300 {
            last = browser.cross_site("/saml2/idpresponse", &fields).await.status;
            if last != 400 {
                break;
            }
        }
        assert_eq!(last, 429);
        assert_eq!(browser.get("/saml2/logout?SAMLRequest=AAAA").await.status, 429);
        world.server.advance(Duration::from_secs(61));
        assert_eq!(browser.get("/saml2/logout?SAMLRequest=AAAA").await.status, 400);
    });
}
