//! Passkeys through the real server: a browser, an application and an authenticator in software.

use std::time::Duration;

use scraper::{Html, Selector};
use serde_json::Value;
use vestibule::dev::seed::DEFAULT_POOL;
use vestibule::directory::{names, passkeys};
use vestibule::model::pool::{MfaConfiguration, SecondFactor};

use crate::consent;
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::authenticator::Authenticator;
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const LIST: &str = "/account/passkeys";
const ADD: &str = "/passkeys/add";
const ADD_OF_ACCOUNT: &str = "/account/passkeys/add";

/// A server whose pages are at `localhost`, where there can be passkeys.
struct House {
    server: TestServer,
    app: Application,
    /// The pages' origin.
    origin: String,
}

impl House {
    async fn new(server: TestServer) -> Self {
        server.change_pool(DEFAULT_POOL, |pool| pool.passkeys.rp_id = Some("localhost".into())).await;
        let app = Application::public(&server.origin).at_host(&server.origin, "localhost");
        let origin = server.origin.replace("127.0.0.1", "localhost");
        Self { server, app, origin }
    }

    fn browser(&self) -> Browser {
        Browser::at_host(&self.server.origin, "localhost")
    }

    async fn signed_in(&self) -> Browser {
        let browser = self.browser();
        let (departure, back) = self.app.sign_in(&browser, ADA.0, ADA.1).await;
        self.app.code_of(&back, &departure);
        browser
    }

    /// Adds a passkey of whoever is signed in.
    async fn add(&self, browser: &Browser, device: &mut Authenticator) -> Page {
        let page = browser.get(ADD).await;
        let answer = device.create(&options(&page), &self.origin).to_string();
        browser.submit(&page, "credential", &[("credential", &answer)]).await
    }

    async fn names(&self) -> Vec<Option<String>> {
        let pool = self.server.default_pool().await;
        let ada = names::find_for_sign_in(&self.server.env, &pool, ADA.0).await;
        let ada = ada.expect("the database answers").expect("ada");
        let all = passkeys::list(&self.server.env, &ada.id).await.expect("the database answers");
        all.into_iter().map(|passkey| passkey.name).collect()
    }

    /// Begins a sign-in of a new browser and answers it with a passkey.
    async fn sign_in(&self, device: &mut Authenticator) -> (Browser, Value) {
        let browser = self.browser();
        let departure = self.app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let answer = device.get(&options(&login), &self.origin).to_string();
        let back = browser.submit(&login, "credential", &[("credential", &answer)]).await;
        let code = self.app.code_of(&back, &departure);
        let tokens = self.app.exchange(&code, &departure.verifier).await;
        let claims = self.app.verify(&tokens.text("id_token")).await;
        (browser, claims)
    }
}

fn element(page: &Page, css: &str, attribute: &str) -> Option<String> {
    let selector = Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"));
    let document = Html::parse_document(&page.html);
    let found = document.select(&selector).next()?;
    Some(found.attr(attribute).unwrap_or_default().to_owned())
}

/// What the page's script asks the browser for.
fn options(page: &Page) -> Value {
    let text = element(page, "#passkeyForm", "data-options");
    let text = text.unwrap_or_else(|| panic!("no passkey form on {}:\n{}", page.url, page.html));
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn a_passkey_is_no_way_around_terms_and_consent() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let mut device = Authenticator::new();
        let browser = house.signed_in().await;
        house.add(&browser, &mut device).await;
        consent::terms(&house.server, "7").await;
        consent::ask_for_consent(&house.server, consent::WEB).await;
        let browser = house.browser();
        let departure = house.app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let answer = device.get(&options(&login), &house.origin).to_string();
        let page = browser.submit(&login, "credential", &[("credential", &answer)]).await;
        assert_eq!((page.status, page.path()), (200, "/terms"), "{}", page.text());
        let page = browser.submit(&page, "acceptButton", &[]).await;
        assert_eq!((page.status, page.path()), (200, "/consent"), "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        let tokens = house.app.exchange(&house.app.code_of(&back, &departure), &departure.verifier).await;
        let claims = house.app.verify(&tokens.text("id_token")).await;
        assert_eq!(claims["amr"], serde_json::json!(["swk", "mfa"]));
    });
}

#[test]
fn a_passkey_is_added_and_signs_in_without_a_name() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let browser = house.signed_in().await;
        let page = browser.get(LIST).await;
        assert!(page.says("You have no passkeys yet") && page.has("#addPasskey"), "{}", page.text());
        let mut device = Authenticator::new();
        let page = house.add(&browser, &mut device).await;
        assert_eq!((page.status, page.path()), (200, LIST), "{}", page.text());
        assert!(page.says("Your passkey was added") && page.says("On several devices"), "{}", page.text());
        let told = house.server.message_to(ADA.0).await.expect("a mail");
        assert!(told.subject.contains("passkey was added"), "{}", told.subject);

        let login = house.browser().get(house.app.depart(&[]).url.as_str()).await;
        assert!(login.has("input[name=username][autocomplete='username webauthn']"), "{}", login.html);
        assert!(login.has("#passkeyForm[data-autofill] button[type=button][hidden]"), "{}", login.html);
        let nonce = element(&login, "script[src*='/js/page']", "nonce").expect("the script");
        assert!(login.header("content-security-policy").contains(&format!("'nonce-{nonce}'")));
        assert_eq!(options(&login)["allowCredentials"], serde_json::json!([]));

        let (_, claims) = house.sign_in(&mut device).await;
        assert_eq!(claims["email"], ADA.0);
        assert_eq!(claims["amr"], serde_json::json!(["swk", "mfa"]));
        assert!(browser.get(LIST).await.says("last used on"));
    });
}

#[test]
fn a_refused_passkey_leaves_the_page_with_a_new_challenge() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let browser = house.signed_in().await;
        let mut device = Authenticator::new();
        house.add(&browser, &mut device).await;
        let stranger = house.browser();
        let departure = house.app.depart(&[]);
        let login = stranger.get(departure.url.as_str()).await;
        let first = options(&login);
        let evil = device.get(&first, "https://evil.example").to_string();
        let page = stranger.submit(&login, "credential", &[("credential", &evil)]).await;
        assert_eq!(page.status, 400);
        assert!(page.says("This passkey could not be used"), "{}", page.text());
        assert_ne!(options(&page)["challenge"], first["challenge"]);
        let old = device.get(&first, &house.origin).to_string();
        let page = stranger.submit(&page, "credential", &[("credential", &old)]).await;
        assert!(page.status == 400 && page.says("That took too long"), "{}", page.text());
        let page = stranger.submit(&page, "credential", &[("credential", "{\"broken\":")]).await;
        assert!(page.status == 400 && page.says("could not be used"), "{}", page.text());
        let mut unknown = Authenticator::new();
        unknown.credentials.push(crate::support::authenticator::Credential::made_up(
            "localhost",
            crate::support::authenticator::Algorithm::Es256,
        ));
        let nobody = unknown.get(&options(&page), &house.origin).to_string();
        let page = stranger.submit(&page, "credential", &[("credential", &nobody)]).await;
        assert!(page.status == 400 && page.says("does not belong to an account"), "{}", page.text());
        let good = device.get(&options(&page), &house.origin).to_string();
        let back = stranger.submit(&page, "credential", &[("credential", &good)]).await;
        house.app.code_of(&back, &departure);
    });
}

#[test]
fn passkeys_are_named_and_removed_on_their_page_by_whoever_just_signed_in() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let browser = house.signed_in().await;
        let (mut one, mut two) = (Authenticator::new(), Authenticator::security_key());
        house.add(&browser, &mut one).await;
        house.server.advance(Duration::from_secs(1));
        let page = house.add(&browser, &mut two).await;
        assert!(page.says("On several devices") && page.says("On one device only"), "{}", page.text());
        let page = browser.submit(&page, "renameButton", &[("name", "Phone <b>")]).await;
        assert!(page.says("The new name was saved") && page.says("Phone <b>"), "{}", page.text());
        assert_eq!(house.names().await, [Some("Phone <b>".into()), None]);
        let old = page.clone();
        let page = browser.submit(&page, "removeButton", &[]).await;
        assert!(page.says("The passkey was removed"), "{}", page.text());
        assert_eq!(house.names().await, [None]);
        let page = browser.submit(&old, "removeButton", &[]).await;
        assert!(page.says("not on your account any more"), "{}", page.text());
        assert_eq!(house.names().await, [None]);

        // Another browser, another session: the form serves neither.
        let other = house.signed_in().await;
        let (target, fields) = browser.fill(&page, "removeButton", &[]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(other.post(target.path(), &fields).await.status, 403);
        let nobody = house.browser().post(target.path(), &fields).await;
        assert_eq!(nobody.path(), "/login", "{}", nobody.text());
        let cross: Vec<(&str, String)> = fields.iter().map(|(n, v)| (*n, (*v).to_owned())).collect();
        assert_eq!(browser.cross_site(target.path(), &cross).await.status, 403);
        assert_eq!(house.names().await, [None]);

        house.server.advance(Duration::from_secs(601));
        // Later they say once more who they are, with a passkey as well, and come back.
        let confirm = browser.submit(&page, "removeButton", &[]).await;
        assert!(confirm.says("Confirm that it is you") && confirm.has("#passkeyForm"), "{}", confirm.text());
        assert_eq!(house.names().await, [None]);
        let add = browser.get(ADD).await;
        assert!(add.says("Confirm that it is you"), "{}", add.text());
        let answer = two.get(&options(&add), &house.origin).to_string();
        let back = browser.submit(&add, "credential", &[("credential", &answer)]).await;
        assert_eq!(back.path(), ADD_OF_ACCOUNT, "{}", back.text());
        assert!(back.has("#passkeyForm[data-passkey=create]"), "{}", back.html);
        let page = browser.submit(&browser.get(LIST).await, "removeButton", &[]).await;
        assert!(page.says("The passkey was removed"), "{}", page.text());
        assert_eq!(house.names().await, Vec::<Option<String>>::new());
    });
}

#[test]
fn the_page_that_adds_one_leads_on_to_registered_addresses_alone() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let departure = house.app.depart(&[]);
        let query = departure.url.query().expect("parameters");
        let browser = house.browser();
        // Nobody is signed in: sign-in first, then here, then on to the application.
        let login = browser.get(&format!("{ADD}?{query}")).await;
        assert_eq!(login.path(), "/login", "{}", login.text());
        let page = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        assert_eq!(page.path(), ADD, "{} {}", page.url, page.text());
        assert!(page.header("content-security-policy").contains("form-action 'self' http://127.0.0.1:9;"));
        let later =
            page.links().into_iter().find(|link| link.contains("/oauth2/authorize")).expect("a way on");
        let mut device = Authenticator::new();
        let answer = device.create(&options(&page), &house.origin).to_string();
        let back = browser.submit(&page, "credential", &[("credential", &answer)]).await;
        let code = house.app.code_of(&back, &departure);
        assert_eq!(house.app.exchange(&code, &departure.verifier).await.error(), "");
        assert_eq!(house.names().await.len(), 1);
        let back = browser.get(&later).await;
        house.app.code_of(&back, &departure);

        // Already signed in: at once.
        let page = browser.get(&format!("{ADD}?{query}")).await;
        assert_eq!((page.status, page.path()), (200, ADD));
        for (wrong, code) in [
            (query.replace("http%3A%2F%2F127.0.0.1", "https%3A%2F%2Fevil.example"), "redirect_mismatch"),
            (query.replace("demoweb", "nobody"), "unknown_client"),
            (query.replace("client_id=demoweb", "client_id="), "unknown_client"),
        ] {
            for browser in [&browser, &house.browser()] {
                let page = browser.get_once(&format!("{ADD}?{wrong}")).await;
                assert_eq!(page.status, 400, "{wrong}: {}", page.text());
                assert!(!page.has("#passkeyForm"), "{wrong}");
                assert!(!code.is_empty());
            }
        }
        let nobody = house.browser().get(ADD).await;
        assert_eq!(nobody.path(), "/login", "{}", nobody.text());
    });
}

#[test]
fn a_passkey_as_second_step_and_the_choice_of_another() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let browser = house.signed_in().await;
        let mut device = Authenticator::new();
        house.add(&browser, &mut device).await;
        house
            .server
            .change_pool(DEFAULT_POOL, |pool| {
                pool.mfa.configuration = MfaConfiguration::Required;
                pool.mfa.factors = vec![SecondFactor::Passkey, SecondFactor::Email];
            })
            .await;
        let stranger = house.browser();
        let departure = house.app.depart(&[]);
        let login = stranger.get(departure.url.as_str()).await;
        let page = stranger.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        assert_eq!(page.path(), "/challenge", "{}", page.text());
        let page = match page.has("button[value=WEB_AUTHN]") {
            true => {
                let (target, mut fields) = stranger.fill(&page, "choice", &[]);
                fields.retain(|(name, _)| name != "choice");
                fields.push(("choice".into(), "WEB_AUTHN".into()));
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
                stranger.post(target.as_str(), &fields).await
            }
            false => page,
        };
        assert!(page.says("Use your passkey") && page.says("Choose another way"), "{}", page.text());
        assert_eq!(options(&page)["allowCredentials"].as_array().map(Vec::len), Some(1));
        let answer = device.get(&options(&page), &house.origin).to_string();
        let back = stranger.submit(&page, "credential", &[("credential", &answer)]).await;
        house.app.code_of(&back, &departure);
    });
}

#[test]
fn an_offer_is_made_to_whoever_has_none_and_can_be_put_off() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        house.server.change_pool(DEFAULT_POOL, |pool| pool.passkeys.offer = true).await;
        let browser = house.browser();
        let (departure, page) = house.app.sign_in(&browser, ADA.0, ADA.1).await;
        assert_eq!(page.path(), ADD, "{}", page.url);
        let later =
            page.links().into_iter().find(|link| link.contains("/oauth2/authorize")).expect("a way on");
        let back = browser.get(&later).await;
        house.app.code_of(&back, &departure);
        // Whoever has one is asked no more.
        house.add(&browser, &mut Authenticator::new()).await;
        house.signed_in().await;
    });
}

#[test]
fn related_origins_are_named_where_passkeys_are_for_the_host() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        let page = house.browser().get("/.well-known/webauthn").await;
        assert_eq!((page.status, page.header("content-type")), (200, "application/json"));
        let json: Value = serde_json::from_str(&page.html).expect("JSON");
        assert_eq!(json["origins"], serde_json::json!([house.server.origin]));
        assert_eq!(house.server.browser().get("/.well-known/webauthn").await.status, 404);
        house.server.change_pool(DEFAULT_POOL, |pool| pool.passkeys.rp_id = Some("example.com".into())).await;
        assert_eq!(house.browser().get("/.well-known/webauthn").await.status, 404);
    });
}

#[test]
fn where_there_can_be_no_passkeys_none_is_spoken_of() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        // A bare address is no domain.
        let login = house
            .server
            .browser()
            .get(Application::public(&house.server.origin).depart(&[]).url.as_str())
            .await;
        assert!(login.has("input[name=username][autocomplete=username]"), "{}", login.html);
        assert!(!login.has("#passkeyForm"), "{}", login.html);
        house.server.change_pool(DEFAULT_POOL, |pool| pool.first_factors.clear()).await;
        let login = house.browser().get(house.app.depart(&[]).url.as_str()).await;
        assert!(!login.has("#passkeyForm"), "{}", login.html);
        let browser = house.signed_in().await;
        assert_eq!(browser.get(ADD).await.status, 404);
        assert!(!browser.get(LIST).await.has("#addPasskey"));
    });
}

#[test]
fn where_there_are_no_account_pages_a_stale_session_confirms_itself_all_the_same() {
    on_each_database(|server| async move {
        let house = House::new(server).await;
        house.server.change_pool(DEFAULT_POOL, |pool| pool.account.pages = Some(false)).await;
        let browser = house.signed_in().await;
        let departure = house.app.depart(&[]);
        let query = departure.url.query().expect("parameters");
        house.server.advance(Duration::from_secs(601));
        let asked = browser.get(&format!("{ADD}?{query}")).await;
        assert!(asked.says("Confirm that it is you"), "{} {}", asked.url, asked.text());
        let page = browser.submit(&asked, "password", &[("password", ADA.1)]).await;
        assert_eq!((page.status, page.path()), (200, ADD), "{}", page.text());
        let answer = Authenticator::new().create(&options(&page), &house.origin).to_string();
        let back = browser.submit(&page, "credential", &[("credential", &answer)]).await;
        house.app.code_of(&back, &departure);
        assert_eq!(house.names().await.len(), 1);
        assert_eq!(browser.get(LIST).await.status, 404);
    });
}
