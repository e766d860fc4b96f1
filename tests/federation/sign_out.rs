//! How far a sign-out goes: the application, the browser, its tokens, the provider.

use serde_json::Value;
use vestibule::model::client::SignOutReach;

use super::hall::{APP, Hall};
use crate::support::browser::{Browser, Page};
use crate::support::database::block_on;
use crate::support::server::TestServer;

const DONE: &str = "http://127.0.0.1:9/done";

struct SignedIn {
    hall: Hall,
    browser: Browser,
    refresh: String,
}

impl SignedIn {
    async fn new(reach: SignOutReach) -> Self {
        let hall = Hall::new(TestServer::start().await).await;
        hall.server.change_client(&hall.pool, APP, |client| client.sign_out = reach).await;
        let browser = hall.server.browser();
        let (departure, back) = hall.sign_in(&browser).await;
        let tokens = hall.app.exchange(&hall.app.code_of(&back, &departure), &departure.verifier).await;
        Self { hall, browser, refresh: tokens.text("refresh_token") }
    }

    async fn sign_out(&self) -> Page {
        self.browser.get(&format!("/logout?client_id={APP}&logout_uri={DONE}")).await
    }

    async fn is_signed_in(&self) -> bool {
        let silent = self.hall.app.depart(&[("prompt", "none")]);
        self.browser.get(silent.url.as_str()).await.query("code").is_some()
    }

    async fn may_refresh(&self) -> bool {
        self.hall.app.refresh(&self.refresh).await.status == 200
    }
}

#[test]
fn each_reach_ends_what_it_says() {
    block_on(async {
        for (reach, browser_stays, tokens_stay) in [
            (SignOutReach::Application, true, false),
            (SignOutReach::Session, false, true),
            (SignOutReach::Everywhere, false, false),
        ] {
            let person = SignedIn::new(reach).await;
            assert!(person.is_signed_in().await && person.may_refresh().await);
            let gone = person.sign_out().await;
            assert_eq!(gone.url.as_str(), DONE, "{reach:?}");
            assert_eq!(person.is_signed_in().await, browser_stays, "{reach:?}");
            assert_eq!(person.may_refresh().await, tokens_stay, "{reach:?}");
        }
    });
}

#[test]
fn the_application_alone_leaves_the_tokens_of_others() {
    block_on(async {
        let person = SignedIn::new(SignOutReach::Application).await;
        let mut other = person.hall.app.clone();
        other.client_id = "demoweb".to_owned();
        let departure = other.depart(&[("prompt", "none")]);
        let back = person.browser.get(departure.url.as_str()).await;
        let tokens = other.exchange(&other.code_of(&back, &departure), &departure.verifier).await;
        person.sign_out().await;
        assert!(!person.may_refresh().await);
        assert_eq!(other.refresh(&tokens.text("refresh_token")).await.status, 200);
    });
}

#[test]
fn a_sign_out_reaches_the_provider_and_comes_back() {
    block_on(async {
        let person = SignedIn::new(SignOutReach::Provider).await;
        let there = person.sign_out().await;
        assert!(there.url.as_str().starts_with(&person.hall.corp.origin), "{}", there.url);
        assert_eq!(there.url.path(), "/logout");
        assert_eq!(there.query("tenant").as_deref(), Some("7"), "the provider's own parameters stay");
        let hint = there.query("id_token_hint").expect("a hint");
        assert_eq!(claims(&hint)["sub"], "Ada-1");
        assert!(!person.may_refresh().await);
        assert!(!person.is_signed_in().await, "signed out here before the provider is asked");

        let back = there.query("post_logout_redirect_uri").expect("a way back");
        let state = there.query("state").expect("a state");
        let target = format!("{back}?state={state}");
        let done = person.browser.get(&target).await;
        assert_eq!(done.url.as_str(), DONE);
        // Once; and an unknown state is a bare sign-out.
        let again = person.browser.get(&target).await;
        assert_eq!(again.url.path(), "/logout", "{}", again.url);
    });
}

#[test]
fn a_provider_that_is_down_keeps_nobody_signed_in() {
    block_on(async {
        let person = SignedIn::new(SignOutReach::Provider).await;
        person.hall.corp.bend(|bends| {
            bends.metadata.insert("end_session_endpoint".into(), Value::Null);
        });
        // What is known of the provider may be remembered: then the browser goes there all the same.
        person.sign_out().await;
        assert!(!person.is_signed_in().await);
        // Nobody is signed in any more: straight on.
        assert_eq!(person.sign_out().await.url.as_str(), DONE);
    });
}

#[test]
fn whoever_is_asked_first_goes_on_to_the_provider_all_the_same() {
    block_on(async {
        let person = SignedIn::new(SignOutReach::Provider).await;
        let wish = format!("/logout?client_id={APP}&post_logout_redirect_uri={DONE}");
        let question = person.browser.get(&wish).await;
        let page = person.browser.submit(&question, "signOutSubmitButton", &[]).await;
        assert_eq!(page.status, 200, "{} {}", page.url, page.text());
        let refresh = page.header("refresh").to_owned();
        assert!(refresh.starts_with(&format!("0; url={}", person.hall.corp.origin)), "{refresh}");
        assert!(!person.is_signed_in().await);
    });
}

fn claims(token: &str) -> Value {
    let part = token.split('.').nth(1).expect("a payload");
    let bytes = vestibule::crypto::encoding::from_base64url(part).expect("base64url");
    serde_json::from_slice(&bytes).expect("JSON")
}
