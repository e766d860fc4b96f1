//! Signing in, refreshing, signing out.

use std::time::Duration;

use vestibule::model::client::ClientSettings;

use super::{grace_totp, on_each_database};
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const GRACE: (&str, &str) = ("grace@example.com", "Correct-Horse-8");

#[test]
fn a_password_and_a_code_become_tokens_that_an_independent_library_verifies() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, back) = app.sign_in(&browser, ADA.0, ADA.1).await;
        let code = app.code_of(&back, &departure);
        let tokens = app.exchange(&code, &departure.verifier).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        assert_eq!(tokens.body["token_type"], "Bearer");
        assert_eq!(tokens.body["expires_in"], 3600);

        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(id["aud"], "demoweb");
        assert_eq!(id["token_use"], "id");
        assert_eq!(id["nonce"], departure.nonce.as_str());
        assert_eq!(id["email"], ADA.0);
        assert_eq!(id["email_verified"], true);
        assert_eq!(id["amr"], serde_json::json!(["pwd"]));
        let access = app.verify(&tokens.text("access_token")).await;
        assert_eq!(access["client_id"], "demoweb");
        assert_eq!(access["token_use"], "access");
        assert_eq!(access["sub"], id["sub"]);
        assert_eq!(access["origin_jti"], id["origin_jti"]);
        assert!(access.get("aud").is_none(), "Cognito's access tokens name no audience");

        let (status, person) = app.user_info(&tokens.text("access_token")).await;
        assert_eq!((status, &person["sub"]), (200, &id["sub"]));
        assert_eq!(person["email_verified"], true);
    });
}

#[test]
fn a_browser_that_is_signed_in_comes_back_at_once_and_prompt_decides_otherwise() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
        let first = app.verify(&tokens.text("id_token")).await;

        server.advance(Duration::from_secs(120));
        let silent = app.depart(&[("prompt", "none")]);
        let back = browser.get(silent.url.as_str()).await;
        let tokens = app.exchange(&app.code_of(&back, &silent), &silent.verifier).await;
        let again = app.verify(&tokens.text("id_token")).await;
        assert_eq!(again["auth_time"], first["auth_time"]);
        assert_eq!(again["sub"], first["sub"]);

        for forced in [[("prompt", "login")], [("max_age", "60")]] {
            let page = browser.get(app.depart(&forced).url.as_str()).await;
            assert!(page.has("input[name=password]"), "{forced:?} asks for the password: {}", page.text());
        }
        let stranger = server.browser().get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert_eq!(stranger.query("error").as_deref(), Some("login_required"));
    });
}

#[test]
fn a_second_factor_is_asked_for_and_its_code_serves_once() {
    on_each_database(|server| async move {
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, challenge) = app.sign_in(&browser, GRACE.0, GRACE.1).await;
        assert!(challenge.has("input[name=code]"), "{}", challenge.text());
        let wrong = browser.submit(&challenge, "code", &[("code", "000000")]).await;
        assert!(wrong.has("input[name=code]"), "{}", wrong.text());
        let code = grace_totp(&server);
        let back = browser.submit(&wrong, "code", &[("code", &code)]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(id["amr"], serde_json::json!(["pwd", "otp", "mfa"]));
        assert_eq!(id["cognito:groups"], serde_json::json!(["admins"]));

        let second = server.browser();
        let (_, challenge) = app.sign_in(&second, GRACE.0, GRACE.1).await;
        let refused = second.submit(&challenge, "code", &[("code", &code)]).await;
        assert!(refused.url.as_str().starts_with(&server.origin), "a code counted twice");
        server.advance(Duration::from_secs(30));
        let accepted = second.submit(&refused, "code", &[("code", &grace_totp(&server))]).await;
        assert!(accepted.url.as_str().starts_with(&app.redirect_uri), "{}", accepted.text());
    });
}

#[test]
fn signing_out_ends_the_session_and_only_a_registered_address_is_gone_to() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        app.tokens_of(&browser, ADA.0, ADA.1).await;
        let foreign = browser.get("/logout?client_id=demoweb&logout_uri=https%3A%2F%2Fevil.example%2F").await;
        assert!(foreign.url.as_str().starts_with(&server.origin));
        assert_eq!(foreign.status, 400, "{}", foreign.text());
        let still = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert!(still.query("code").is_some(), "a refused sign-out changes nothing");

        let out = browser.get("/logout?client_id=demoweb&logout_uri=http%3A%2F%2F127.0.0.1%3A9%2Fbye").await;
        assert_eq!(out.url.as_str(), "http://127.0.0.1:9/bye");
        let after = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert_eq!(after.query("error").as_deref(), Some("login_required"));
    });
}

#[test]
fn a_replayed_code_revokes_the_tokens_it_gave_and_leaves_the_session() {
    on_each_database(|server| async move {
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, back) = app.sign_in(&browser, ADA.0, ADA.1).await;
        let code = app.code_of(&back, &departure);
        let tokens = app.exchange(&code, &departure.verifier).await;
        assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200);
        let replay = app.exchange(&code, &departure.verifier).await;
        assert_eq!((replay.status, replay.error()), (400, "invalid_grant"));
        assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 401);
        assert_eq!(app.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant");
        let silent = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert!(silent.query("code").is_some(), "the browser session goes on");
    });
}

#[test]
fn a_wrong_verifier_or_redirect_uri_consumes_the_code() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, back) = app.sign_in(&browser, ADA.0, ADA.1).await;
        let code = app.code_of(&back, &departure);
        let wrong = app.exchange(&code, &"x".repeat(43)).await;
        assert_eq!((wrong.status, wrong.error()), (400, "invalid_grant"));
        assert_eq!(app.exchange(&code, &departure.verifier).await.error(), "invalid_grant");

        let departure = app.depart(&[]);
        let back = browser.get(departure.url.as_str()).await;
        let code = app.code_of(&back, &departure);
        let mut elsewhere = app.clone();
        elsewhere.redirect_uri = "http://127.0.0.1:9/other".into();
        assert_eq!(elsewhere.exchange(&code, &departure.verifier).await.error(), "invalid_grant");
        assert_eq!(app.exchange(&code, &departure.verifier).await.error(), "invalid_grant");
    });
}

#[test]
fn machines_get_tokens_of_their_own() {
    block_on(async {
        let server = TestServer::start().await;
        let mut app = Application::confidential(&server.origin);
        app.client_id = "demomachine".into();
        app.secret = Some(vestibule::dev::seed::MACHINE_SECRET.into());
        let tokens = app.token(&[("grant_type", "client_credentials"), ("scope", "demo/read")]).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        assert!(tokens.body.get("refresh_token").is_none() && tokens.body.get("id_token").is_none());
        let claims = app.verify(&tokens.text("access_token")).await;
        assert_eq!((&claims["sub"], &claims["scope"]), (&"demomachine".into(), &"demo/read".into()));
        let foreign = app.token(&[("grant_type", "client_credentials"), ("scope", "openid")]).await;
        assert_eq!((foreign.status, foreign.error()), (400, "invalid_scope"));
        app.secret = Some("wrong".into());
        let refused = app.token(&[("grant_type", "client_credentials")]).await;
        assert_eq!((refused.status, refused.error()), (401, "invalid_client"));
    });
}

#[test]
fn the_cognito_pool_behaves_like_cognito_at_its_own_path() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
        for name in ["ada", "ADA", "ada@example.com"] {
            let tokens = app.tokens_of(&server.browser(), name, ADA.1).await;
            assert_eq!(tokens.status, 200, "{name}: {tokens:?}");
            let (_, person) = app.user_info(&tokens.text("access_token")).await;
            assert_eq!(person["email_verified"], "true", "userInfo has texts here");
            assert_eq!(person["username"], "ada");
        }
        let mut other_pool = app;
        other_pool.client_id = "demoweb".into();
        let page = server.browser().get(other_pool.depart(&[]).url.as_str()).await;
        assert_eq!(page.status, 400, "a client of another pool is unknown here");
    });
}

#[test]
fn a_pool_has_its_own_people_sessions_and_keys() {
    on_each_database(|server| async move {
        let pool = server.create_pool("Second hall", server.default_pool().await.settings).await;
        let settings = ClientSettings {
            callback_urls: vec!["http://127.0.0.1:9/callback".into()],
            ..Default::default()
        };
        server.create_client(&pool, "secondweb", settings).await;
        let home = Application::public(&server.origin);
        let second = Application::of_pool(&server.origin, pool.id.as_str(), "secondweb");
        let browser = server.browser();
        let tokens = home.tokens_of(&browser, ADA.0, ADA.1).await;

        let silent = browser.get(second.depart(&[("prompt", "none")]).url.as_str()).await;
        assert_eq!(silent.query("error").as_deref(), Some("login_required"), "a session is of one pool");
        let (_, refused) = second.sign_in(&browser, ADA.0, ADA.1).await;
        assert!(refused.says("Incorrect user name or password"), "{}", refused.text());
        assert_eq!(second.user_info(&tokens.text("access_token")).await.0, 401, "a token is of one pool");
        assert_eq!(home.user_info(&tokens.text("access_token")).await.0, 200);
    });
}
