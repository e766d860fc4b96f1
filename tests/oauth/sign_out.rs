//! `/logout` by OpenID Connect RP-Initiated Logout, and by Cognito's contract.

use std::time::Duration;

use super::ada_signed_in;
use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::database::block_on;
use crate::support::server::TestServer;

const BYE: &str = "http://127.0.0.1:9/bye";

async fn is_signed_in(app: &Application, browser: &Browser) -> bool {
    browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await.query("code").is_some()
}

fn logout(parameters: &[(&str, &str)]) -> String {
    vestibule::web::link("/logout", parameters)
}

#[test]
fn a_hint_signs_out_at_once_and_state_comes_back_alone() {
    block_on(async {
        let server = TestServer::start().await;
        let state = "!#$%&'()*+,-./:;<=>?@[]^_`{|}~ 9aZ";
        for (state, late) in [(Some(state), false), (None, true)] {
            let (app, browser, tokens) = ada_signed_in(&server).await;
            let hint = tokens.text("id_token");
            if late {
                server.advance(Duration::from_secs(3599));
                assert!(is_signed_in(&app, &browser).await);
                server.advance(Duration::from_secs(2));
            }
            let mut parameters = vec![("id_token_hint", hint.as_str()), ("post_logout_redirect_uri", BYE)];
            parameters.extend(state.map(|state| ("state", state)));
            let out = browser.get(&logout(&parameters)).await;
            assert!(out.url.as_str().starts_with(BYE), "{} {}", out.url, out.text());
            assert_eq!(out.query("state").as_deref(), state);
            assert_eq!(out.url.query_pairs().count(), usize::from(state.is_some()));
            assert!(!is_signed_in(&app, &browser).await);
            assert_eq!(app.refresh(&tokens.text("refresh_token")).await.status, 200, "tokens live on");
        }
    });
}

#[test]
fn without_a_valid_hint_the_person_is_asked() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, tokens) = ada_signed_in(&server).await;
        let hint = tokens.text("id_token");
        let forged = format!("eyJhbGciOiJub25lIn0.{}.", hint.split('.').nth(1).expect("a body"));
        for parameters in [
            vec![("post_logout_redirect_uri", BYE)],
            vec![("post_logout_redirect_uri", BYE), ("client_id", "demoweb"), ("state", "s")],
            vec![("post_logout_redirect_uri", BYE), ("id_token_hint", forged.as_str())],
            vec![("id_token_hint", "nonsense")],
        ] {
            let page = browser.get(&logout(&parameters)).await;
            assert!(page.status == 200 && page.has("[name=signOutSubmitButton]"), "{}", page.text());
            assert!(is_signed_in(&app, &browser).await, "{parameters:?}");
        }
        let asked = logout(&[("post_logout_redirect_uri", BYE), ("client_id", "demoweb"), ("state", "s")]);
        let page = browser.get(&asked).await;
        assert!(page.header("content-security-policy").contains("http://127.0.0.1:9"));
        let foreign = browser.post(page.url.as_str(), &[("signOutSubmitButton", ""), ("_csrf", "x")]).await;
        assert_eq!(foreign.status, 403);
        assert!(is_signed_in(&app, &browser).await, "a forged form changes nothing");
        let out = browser.submit(&page, "signOutSubmitButton", &[]).await;
        assert_eq!(out.url.as_str(), "http://127.0.0.1:9/bye?state=s");
        assert!(!is_signed_in(&app, &browser).await);
    });
}

#[test]
fn an_unregistered_address_is_named_and_not_gone_to() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.default_pool().await;
        let registered = vec![BYE.to_owned()];
        server
            .change_client(&pool, "demoweb", |settings| {
                settings.any_loopback_url = false;
                settings.callback_urls = vec!["http://127.0.0.1:9/callback".to_owned()];
                settings.logout_urls = registered;
            })
            .await;
        let (app, browser, tokens) = ada_signed_in(&server).await;
        let hint = tokens.text("id_token");
        for (name, uri) in [
            ("post_logout_redirect_uri", "http://127.0.0.1:9/bye?foo=bar"),
            ("post_logout_redirect_uri", "https://evil.example/"),
            ("logout_uri", "http://127.0.0.1:9/bye/"),
            ("redirect_uri", BYE),
        ] {
            let page = browser
                .get(&logout(&[("id_token_hint", &hint), ("client_id", "demoweb"), (name, uri)]))
                .await;
            assert!(page.status == 400 && page.says("redirect_mismatch"), "{name}: {}", page.text());
            assert!(page.says(uri), "it says which address: {}", page.text());
            assert!(is_signed_in(&app, &browser).await);
        }
        let other = browser.get(&logout(&[("id_token_hint", &hint), ("client_id", "demoserver")])).await;
        assert_eq!(other.status, 400, "{}", other.text());
        let nobody = browser.get(&logout(&[("client_id", "nobody"), ("logout_uri", BYE)])).await;
        assert_eq!(nobody.status, 400);
        let nameless = browser.get(&logout(&[("logout_uri", BYE)])).await;
        assert_eq!(nameless.status, 400, "{}", nameless.text());
    });
}

#[test]
fn nothing_given_asks_before_it_signs_out() {
    block_on(async {
        let server = TestServer::start().await;
        for parameters in [vec![], vec![("state", "s")]] {
            let (app, browser, _) = ada_signed_in(&server).await;
            let asked = browser.get(&logout(&parameters)).await;
            assert!(is_signed_in(&app, &browser).await, "a link alone signs nobody out");
            let out = browser.submit(&asked, "signOutSubmitButton", &[]).await;
            assert!(out.status == 200 && out.says("signed out"), "{}", out.text());
            assert!(!is_signed_in(&app, &browser).await);
        }
    });
}

#[test]
fn with_redirect_uri_the_sign_in_page_follows() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, _) = ada_signed_in(&server).await;
        let departure = app.depart(&[]);
        let query = departure.url.query().expect("a query");
        let login = browser.get(&format!("/logout?{query}")).await;
        assert!(login.has("input[name=password]"), "{}", login.text());
        let back = browser
            .submit(&login, "password", &[("username", super::ADA.0), ("password", super::ADA.1)])
            .await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        assert_eq!(tokens.status, 200);
    });
}

#[test]
fn a_clients_own_post_goes_on_as_a_get() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, tokens) = ada_signed_in(&server).await;
        let hint = tokens.text("id_token");
        let out =
            browser.post("/logout", &[("id_token_hint", &hint), ("post_logout_redirect_uri", BYE)]).await;
        assert_eq!(out.url.as_str(), BYE);
        assert!(!is_signed_in(&app, &browser).await);
    });
}
