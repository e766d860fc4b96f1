//! `/oauth2/authorize`.

use std::time::Duration;

use super::{ADA, ada_signed_in, plain_client};
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;

#[test]
fn until_client_and_redirect_uri_are_trusted_a_refusal_is_a_page() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        for (parameter, value, code) in [
            ("client_id", "nobody", "unauthorized_client"),
            ("client_id", "no body", "unauthorized_client"),
            ("client_id", "cognitoweb", "unauthorized_client"),
            ("redirect_uri", "https://evil.example/cb", "redirect_mismatch"),
            ("redirect_uri", "http://localhost.evil.example/cb", "redirect_mismatch"),
            ("redirect_uri", "not a url", "redirect_mismatch"),
            ("redirect_uri", "javascript:alert(1)", "redirect_mismatch"),
            ("redirect_uri", "", "redirect_mismatch"),
        ] {
            let page = server.browser().get_once(app.depart(&[(parameter, value)]).url.as_str()).await;
            assert_eq!(page.status, 400, "{parameter}={value}");
            assert_eq!(page.header("location"), "", "{parameter}={value}");
            assert!(page.says(code), "{parameter}={value}: {}", page.text());
        }
        let twice = format!("{}&scope=openid", app.depart(&[]).url);
        let page = server.browser().get_once(&twice).await;
        assert!(page.status == 400 && page.says("invalid_request"), "{}", page.text());
        let long = app.depart(&[("login_hint", &"x".repeat(8192))]);
        assert_eq!(server.browser().get_once(long.url.as_str()).await.status, 400);
    });
}

#[test]
fn afterwards_a_refusal_travels_to_the_client_with_state_and_issuer() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        for (parameter, value, error) in [
            ("response_type", "", "invalid_request"),
            ("response_type", "token", "unsupported_response_type"),
            ("response_type", "code id_token", "unsupported_response_type"),
            ("response_mode", "form_post", "invalid_request"),
            ("code_challenge", "", "invalid_request"),
            ("code_challenge", "short", "invalid_request"),
            ("code_challenge_method", "plain", "invalid_request"),
            ("code_challenge_method", "", "invalid_request"),
            ("scope", "openid nonsense", "invalid_scope"),
            ("scope", "openid demo/read", "invalid_scope"),
            ("scope", "open\"id", "invalid_scope"),
            ("prompt", "none", "login_required"),
            ("prompt", "none login", "invalid_request"),
            ("max_age", "soon", "invalid_request"),
            ("request", "a.b.c", "request_not_supported"),
            ("request_uri", "https://a.example/r", "request_uri_not_supported"),
            ("nonce", &"n".repeat(1025), "invalid_request"),
        ] {
            let departure = app.depart(&[("code_challenge", challenge), (parameter, value)]);
            let page = server.browser().get_once(departure.url.as_str()).await;
            assert_eq!(page.status, 302, "{parameter}={value}: {}", page.text());
            let back = reqwest::Url::parse(page.header("location")).expect("an absolute address");
            let answer: std::collections::BTreeMap<_, _> = back.query_pairs().collect();
            assert!(back.as_str().starts_with(&app.redirect_uri), "{back}");
            assert_eq!(answer["error"], error, "{parameter}={value}");
            assert_eq!(answer["state"], departure.state.as_str(), "{parameter}={value}");
            assert_eq!(answer["iss"], app.issuer.as_str(), "{parameter}={value}");
            assert!(answer.contains_key("error_description") && answer.len() == 4, "{back}");
            assert_eq!(page.header("access-control-allow-origin"), "");
        }
    });
}

#[test]
fn state_comes_back_byte_for_byte_and_unknown_parameters_are_ignored() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, _) = ada_signed_in(&server).await;
        for state in ["a+b", "a%2Bb", "{\"a\": [1, 2]}", "ä日本 &=?#", "%", &"s".repeat(4000)] {
            let departure = app.depart(&[("state", state), ("display", "popup"), ("extra", "1")]);
            let back = browser.get(departure.url.as_str()).await;
            assert_eq!(back.query("state").as_deref(), Some(state));
            assert!(back.query("code").is_some(), "{}", back.url);
        }
    });
}

#[test]
fn a_request_may_be_posted_from_another_site() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, _) = ada_signed_in(&server).await;
        let departure = app.depart(&[]);
        let fields: Vec<(String, String)> = departure.url.query_pairs().into_owned().collect();
        // Without cookies, as a browser sends it.
        let url = format!("{}/oauth2/authorize", server.origin);
        let posted = plain_client().post(&url).form(&fields).header("origin", "https://app.example");
        let answer = posted.send().await.expect("an answer");
        assert_eq!(answer.status(), 303);
        let next = answer.headers()["location"].to_str().expect("text").to_owned();
        assert!(next.starts_with("/oauth2/authorize?"), "{next}");
        let back = browser.get(&next).await;
        assert_eq!(app.exchange(&app.code_of(&back, &departure), &departure.verifier).await.status, 200);
    });
}

#[test]
fn without_a_redirect_uri_the_only_registered_one_is_taken() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.default_pool().await;
        let one = vec!["http://127.0.0.1:9/callback".to_owned()];
        server
            .change_client(&pool, "demoweb", |settings| {
                settings.any_loopback_url = false;
                settings.callback_urls = one.clone();
            })
            .await;
        let (app, browser, _) = ada_signed_in(&server).await;
        let departure = app.depart(&[("redirect_uri", "")]);
        let back = browser.get(departure.url.as_str()).await;
        let code = app.code_of(&back, &departure);
        let fields = [("grant_type", "authorization_code"), ("code", &code)];
        let without = app.token(&[fields[0], fields[1], ("code_verifier", &departure.verifier)]).await;
        assert_eq!(without.status, 200, "{without:?}");

        let departure = app.depart(&[]);
        let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
        let fields = [("grant_type", "authorization_code"), ("code", &code)];
        let missing = app.token(&[fields[0], fields[1], ("code_verifier", &departure.verifier)]).await;
        assert_eq!(missing.error(), "invalid_grant", "it was sent, so it must be repeated");

        let two = vec![one[0].clone(), "https://app.example/cb".to_owned()];
        server.change_client(&pool, "demoweb", |settings| settings.callback_urls = two.clone()).await;
        let page = browser.get(app.depart(&[("redirect_uri", "")]).url.as_str()).await;
        assert!(page.status == 400 && page.says("redirect_mismatch"), "{}", page.text());
        let default = two[1].clone();
        server
            .change_client(&pool, "demoweb", |settings| settings.default_redirect_uri = Some(default))
            .await;
        let back = browser.get(app.depart(&[("redirect_uri", "")]).url.as_str()).await;
        assert!(back.url.as_str().starts_with("https://app.example/cb?code="), "{}", back.url);
    });
}

#[test]
fn scopes_left_out_are_all_and_offline_access_is_accepted() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, _) = ada_signed_in(&server).await;
        for (asked, granted) in [
            ("", "openid email phone profile aws.cognito.signin.user.admin"),
            ("profile openid profile", "profile openid"),
            ("openid offline_access", "openid offline_access"),
        ] {
            let departure = app.depart(&[("scope", asked)]);
            let back = browser.get(departure.url.as_str()).await;
            let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
            assert_eq!(tokens.text("scope"), granted, "{asked}");
        }
        let departure = app.depart(&[("scope", "email")]);
        let back = browser.get(departure.url.as_str()).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        assert!(tokens.body.get("id_token").is_none(), "no ID token without openid");
    });
}

#[test]
fn an_account_can_be_chosen_and_a_hint_must_fit() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, tokens) = ada_signed_in(&server).await;
        let choose = browser.get(app.depart(&[("prompt", "select_account")]).url.as_str()).await;
        assert!(choose.has("[name=continueButton]"), "{}", choose.text());
        let departure = app.depart(&[("prompt", "select_account")]);
        let choose = browser.get(departure.url.as_str()).await;
        let back = browser.submit(&choose, "continueButton", &[]).await;
        app.code_of(&back, &departure);

        let hint = tokens.text("id_token");
        server.advance(Duration::from_secs(3000));
        let fitting = app.depart(&[("prompt", "none"), ("id_token_hint", &hint)]);
        assert!(browser.get(fitting.url.as_str()).await.query("code").is_some());
        let nonsense = app.depart(&[("prompt", "none"), ("id_token_hint", "a.b.c")]);
        let back = browser.get(nonsense.url.as_str()).await;
        assert_eq!(back.query("error").as_deref(), Some("login_required"));
    });
}

#[test]
fn direct_links_lead_to_their_pages() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        let create = server.browser().get(app.depart(&[("prompt", "create")]).url.as_str()).await;
        assert_eq!(create.path(), "/signup");
        let recover = server.browser().get(app.depart(&[("screen", "forgotPassword")]).url.as_str()).await;
        assert_eq!(recover.path(), "/forgotPassword");
    });
}

#[test]
fn a_finished_sign_in_goes_on_once_and_in_its_own_browser() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let departure = app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let stranger = server.browser();
        let (name, value) = browser.cookie("vestibule_flow").expect("a flow cookie");
        stranger.set_cookie(&name, &value);
        let fields = [("username", ADA.0), ("password", ADA.1)];
        let signed_in = browser.submit_once(&login, "password", &fields).await;
        let resume = signed_in.header("location").to_owned();
        assert!(resume.starts_with("/oauth2/authorize?resume="), "{resume}");

        assert_eq!(stranger.get_once(&resume).await.status, 400, "without the session");
        assert_eq!(server.browser().get_once(&resume).await.status, 400, "in another browser");
        let elsewhere = format!("/us-east-1_Demo00002{resume}");
        assert_eq!(browser.get_once(&elsewhere).await.status, 400, "in another pool");
        assert_eq!(browser.get_once(&format!("{resume}x")).await.status, 400, "changed");

        let back = browser.get_once(&resume).await;
        assert_eq!(back.status, 302);
        assert!(back.header("location").starts_with(&app.redirect_uri));
        assert_eq!(browser.get_once(&resume).await.status, 400, "a second time");
    });
}

#[test]
fn a_ticket_serves_for_a_minute() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let login = browser.get(app.depart(&[]).url.as_str()).await;
        let fields = [("username", ADA.0), ("password", ADA.1)];
        let resume = browser.submit_once(&login, "password", &fields).await.header("location").to_owned();
        server.advance(Duration::from_millis(60_001));
        let late = browser.get_once(&resume).await;
        assert!(late.status == 400 && late.says("session_expired"), "{}", late.text());
    });
}
