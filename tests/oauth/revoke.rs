//! `/oauth2/revoke`.

use super::{ADA, ada_signed_in};
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;

#[test]
fn a_revoked_token_ends_its_family_and_not_the_session() {
    block_on(async {
        let server = TestServer::start().await;
        for kind in ["refresh_token", "access_token"] {
            let (app, browser, tokens) = ada_signed_in(&server).await;
            let other = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
            for _ in 0..2 {
                let answer = app.post("/oauth2/revoke", &[("token", &tokens.text(kind))]).await;
                assert_eq!((answer.status, answer.body.is_null()), (200, true), "{kind}");
            }
            assert_eq!(app.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant");
            assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 401);
            assert_eq!(app.user_info(&other.text("access_token")).await.0, 200, "another sign-in goes on");
            let silent = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
            assert!(silent.query("code").is_some(), "and so does the browser's session");
        }
    });
}

#[test]
fn what_cannot_be_revoked_is_said_or_passed_over() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, _, tokens) = ada_signed_in(&server).await;
        let other = Application::confidential(&server.origin);
        for kind in ["refresh_token", "access_token"] {
            assert_eq!(other.post("/oauth2/revoke", &[("token", &tokens.text(kind))]).await.status, 200);
        }
        assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200, "not the client's own");
        assert_eq!(app.post("/oauth2/revoke", &[("token", "nonsense")]).await.status, 200);
        assert_eq!(app.post("/oauth2/revoke", &[]).await.error(), "invalid_request");
        let id_token = app.post("/oauth2/revoke", &[("token", &tokens.text("id_token"))]).await;
        assert_eq!((id_token.status, id_token.error()), (400, "unsupported_token_type"));
        let mut stranger = app.clone();
        stranger.client_id = "nobody".into();
        assert_eq!(stranger.post("/oauth2/revoke", &[("token", "x")]).await.status, 401);

        let pool = server.default_pool().await;
        server.change_client(&pool, "demoweb", |settings| settings.token_revocation = false).await;
        let off = app.post("/oauth2/revoke", &[("token", &tokens.text("refresh_token"))]).await;
        assert_eq!((off.status, off.error()), (400, "invalid_request"));

        let cognito = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
        let tokens = cognito.tokens_of(&server.browser(), "ada", ADA.1).await;
        let access = cognito.post("/oauth2/revoke", &[("token", &tokens.text("access_token"))]).await;
        assert_eq!((access.status, access.error()), (400, "unsupported_token_type"));
    });
}
