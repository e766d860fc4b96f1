//! An advanced clock ends things exactly when the settings say.

use std::time::Duration;

use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

#[test]
fn an_authorization_code_lives_sixty_seconds_and_five_minutes_in_the_cognito_pool() {
    block_on(async {
        let server = TestServer::start().await;
        let standard = Application::public(&server.origin);
        let cognito = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
        for (app, life) in [(standard, 60_000), (cognito, 300_000)] {
            let browser = server.browser();
            app.tokens_of(&browser, ADA.0, ADA.1).await;
            for (wait, status) in [(life - 1, 200), (life, 400)] {
                let departure = app.depart(&[]);
                let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
                server.advance(Duration::from_millis(wait));
                let answer = app.exchange(&code, &departure.verifier).await;
                assert_eq!(answer.status, status, "after {wait} ms: {answer:?}");
            }
        }
    });
}

#[test]
fn a_session_ends_by_idling_and_in_any_case_after_its_absolute_life() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        app.tokens_of(&browser, ADA.0, ADA.1).await;
        let is_signed_in = async || {
            let page = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
            page.query("code").is_some()
        };
        // An hour idle is the default; use within it keeps the session.
        for _ in 0..12 {
            server.advance(Duration::from_secs(59 * 60));
            assert!(is_signed_in().await);
        }
        // 11 h 48 min are over; at twelve hours it ends although it was used.
        server.advance(Duration::from_secs(12 * 60 - 1));
        assert!(is_signed_in().await);
        server.advance(Duration::from_secs(1));
        assert!(!is_signed_in().await);

        app.tokens_of(&browser, ADA.0, ADA.1).await;
        server.advance(Duration::from_secs(3600));
        assert!(!is_signed_in().await, "an hour without use");
    });
}

#[test]
fn the_cognito_pool_has_sessions_of_one_fixed_hour() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
        let browser = server.browser();
        app.tokens_of(&browser, ADA.0, ADA.1).await;
        server.advance(Duration::from_secs(1800));
        let silent = [("prompt", "none")];
        assert!(browser.get(app.depart(&silent).url.as_str()).await.query("code").is_some());
        server.advance(Duration::from_secs(1800));
        let over = browser.get(app.depart(&silent).url.as_str()).await;
        assert_eq!(over.query("error").as_deref(), Some("login_required"));
    });
}

#[test]
fn tokens_end_when_the_client_says_and_rotation_never_moves_the_end() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.default_pool().await;
        server
            .change_client(&pool, "demoweb", |settings| {
                settings.rotation.enabled = true;
                settings.refresh_token_life.value = 2;
                settings.refresh_token_life.unit = vestibule::model::client::TimeUnit::Hours;
            })
            .await;
        let app = Application::public(&server.origin);
        let tokens = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
        let access = tokens.text("access_token");
        server.advance(Duration::from_millis(3_599_000));
        assert_eq!(app.user_info(&access).await.0, 200);
        let second = app.refresh(&tokens.text("refresh_token")).await;
        assert_eq!(second.status, 200, "{second:?}");
        server.advance(Duration::from_secs(2));
        assert_eq!(app.user_info(&access).await.0, 401, "an access token lives an hour");
        server.advance(Duration::from_secs(3598));
        let third = app.refresh(&second.text("refresh_token")).await;
        assert_eq!(third.status, 200, "{third:?}");
        server.advance(Duration::from_secs(1));
        assert_eq!(app.refresh(&third.text("refresh_token")).await.error(), "invalid_grant");
    });
}

#[test]
fn a_step_of_the_flow_ends_and_the_person_begins_again_with_a_word_about_it() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let departure = app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        server.advance(Duration::from_secs(10 * 60));
        let fields = [("username", ADA.0), ("password", ADA.1)];
        let again = browser.submit(&login, "password", &fields).await;
        assert!(again.has("input[name=password]"), "{} {}", again.status, again.text());
        let back = browser.submit(&again, "password", &fields).await;
        app.code_of(&back, &departure);
    });
}
