//! Refresh tokens: bound to client and person, narrowed, rotated.

use std::time::Duration;

use super::{ADA, ada_signed_in};
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;
use vestibule::directory::users;
use vestibule::model::ids::UserId;

#[test]
fn without_rotation_the_same_token_serves_again_and_tokens_keep_their_origin() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let before = app.verify(&tokens.text("id_token")).await;
        let refresh = tokens.text("refresh_token");
        for _ in 0..2 {
            server.advance(Duration::from_secs(10));
            let again = app.refresh(&refresh).await;
            assert_eq!(again.status, 200, "{again:?}");
            assert!(again.body.get("refresh_token").is_none());
            let after = app.verify(&again.text("id_token")).await;
            for kept in ["sub", "aud", "iss", "auth_time", "origin_jti", "amr", "sid", "event_id"] {
                assert_eq!(after[kept], before[kept], "{kept}");
            }
            assert_ne!(after["jti"], before["jti"]);
            assert!(after["iat"].as_i64() > before["iat"].as_i64());
            assert!(after.get("nonce").is_none());
        }
    });
}

#[test]
fn a_refresh_narrows_the_scope_and_never_widens_it() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let refresh = tokens.text("refresh_token");
        let with = |scope: &'static str| {
            let (app, refresh) = (app.clone(), refresh.clone());
            async move {
                app.token(&[("grant_type", "refresh_token"), ("refresh_token", &refresh), ("scope", scope)])
                    .await
            }
        };
        let narrow = with("openid").await;
        assert_eq!(narrow.text("scope"), "openid");
        assert!(app.verify(&narrow.text("id_token")).await.get("email").is_none());
        assert_eq!(with("openid phone").await.error(), "invalid_scope");
        assert_eq!(with("email profile").await.text("scope"), "email profile");
        assert_eq!(
            app.refresh(&refresh).await.text("scope"),
            "openid email profile",
            "the grant is as it was"
        );
    });
}

#[test]
fn another_client_gets_nothing_and_revokes_nothing() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let refresh = tokens.text("refresh_token");
        let other = Application::confidential(&server.origin);
        let refused = other.refresh(&refresh).await;
        assert_eq!((refused.status, refused.error()), (400, "invalid_grant"));
        assert_eq!(app.refresh(&refresh).await.status, 200);
        let mut elsewhere = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
        assert_eq!(elsewhere.refresh(&refresh).await.error(), "invalid_grant", "in another pool");
        elsewhere.client_id = "demoweb".into();
        assert_eq!(elsewhere.refresh(&refresh).await.error(), "invalid_client");
    });
}

#[test]
fn what_ends_an_account_ends_its_tokens() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.default_pool().await;
        for step in ["sign out", "disable", "delete"] {
            let (app, browser, tokens) = ada_signed_in(&server).await;
            let departure = app.depart(&[]);
            let pending = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
            let claims = app.verify(&tokens.text("access_token")).await;
            let ada = UserId::trusted(claims["sub"].as_str().expect("a sub"));
            server.advance(Duration::from_secs(1));
            let env = &server.env;
            match step {
                "sign out" => users::global_sign_out(env, &pool, &ada).await,
                "disable" => users::set_enabled(env, &pool, &ada, false).await,
                _ => users::delete(env, &pool, &ada).await,
            }
            .expect("the account is there");
            let refresh = app.refresh(&tokens.text("refresh_token")).await;
            assert_eq!((refresh.status, refresh.error()), (400, "invalid_grant"), "{step}");
            assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 401, "{step}");
            assert_eq!(app.exchange(&pending, &departure.verifier).await.error(), "invalid_grant", "{step}");
            let silent = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
            assert_eq!(silent.query("error").as_deref(), Some("login_required"), "{step}");
            if step == "disable" {
                users::set_enabled(env, &pool, &ada, true).await.expect("the account is there");
                let refresh = app.refresh(&tokens.text("refresh_token")).await;
                assert_eq!(refresh.error(), "invalid_grant", "enabling brings nothing back");
            }
        }
    });
}

#[test]
fn rotation_gives_a_successor_and_reuse_ends_the_family() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.default_pool().await;
        server
            .change_client(&pool, "demoweb", |settings| {
                settings.rotation.enabled = true;
                settings.rotation.grace_seconds = 10;
            })
            .await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let first = tokens.text("refresh_token");
        let second = app.refresh(&first).await.text("refresh_token");
        let third = app.refresh(&second).await.text("refresh_token");
        assert_eq!(app.refresh(&first).await.text("refresh_token"), second, "also when that one was used");
        assert_eq!(app.refresh(&second).await.text("refresh_token"), third);

        server.change_client(&pool, "demoweb", |settings| settings.rotation.enabled = false).await;
        assert_eq!(app.refresh(&third).await.status, 200);
        server.advance(Duration::from_secs(10));
        assert_eq!(app.refresh(&second).await.error(), "invalid_grant", "what was rotated out stays out");
        assert_eq!(app.refresh(&third).await.error(), "invalid_grant");
        assert_eq!(app.tokens_of(&server.browser(), ADA.0, ADA.1).await.status, 200);
    });
}

#[test]
fn scopes_taken_from_a_client_leave_its_tokens() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let pool = server.default_pool().await;
        let fewer = vec!["openid".to_owned()];
        server.change_client(&pool, "demoweb", |settings| settings.allowed_scopes = fewer).await;
        assert_eq!(app.refresh(&tokens.text("refresh_token")).await.text("scope"), "openid");
    });
}
