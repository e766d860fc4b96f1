//! Refreshing and revoking.

use std::time::Duration;

use super::*;

#[tokio::test]
async fn without_rotation_a_refresh_token_stays_in_use() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let tokens = tokens(&server).await;
    let first = app.verify(&tokens.text("id_token")).await;
    let refresh_token = tokens.text("refresh_token");
    for _ in 0..3 {
        server.advance(Duration::from_secs(600));
        let next = app.refresh(&refresh_token).await;
        assert_eq!(next.status, 200, "{next:?}");
        assert!(next.body.get("refresh_token").is_none(), "no new one: {next:?}");
        let id = app.verify(&next.text("id_token")).await;
        for same in ["sub", "aud", "auth_time", "origin_jti", "amr"] {
            assert_eq!(id[same], first[same], "{same}");
        }
        assert_eq!(id["iat"], server.env.now() / 1000);
        assert_ne!(id["jti"], first["jti"]);
    }
}

#[tokio::test]
async fn a_refresh_narrows_and_does_not_widen() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let refresh_token = tokens(&server).await.text("refresh_token");
    let ask = async |scope: &str| {
        app.token(&[("grant_type", "refresh_token"), ("refresh_token", &refresh_token), ("scope", scope)])
            .await
    };
    let narrow = ask("openid").await;
    assert_eq!(narrow.text("scope"), "openid");
    assert!(app.verify(&narrow.text("id_token")).await.get("email").is_none());
    assert_eq!(ask("email").await.body.get("id_token"), None);
    let wide = ask("openid phone").await;
    assert_eq!((wide.status, wide.error()), (400, "invalid_scope"));
    assert_eq!(app.refresh(&refresh_token).await.text("scope"), "openid email profile", "as it was granted");
}

#[tokio::test]
async fn revoking_either_token_ends_the_family_and_not_the_session() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    for kind in ["refresh_token", "access_token"] {
        let browser = server.browser();
        let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
        let bystander = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
        let next = app.refresh(&tokens.text("refresh_token")).await;
        let token = tokens.text(kind);
        // The hint may be wrong (RFC 7009 §2.1).
        for hint in ["", "refresh_token", "nonsense"] {
            let answer = app.post("/oauth2/revoke", &[("token", &token), ("token_type_hint", hint)]).await;
            assert_eq!((answer.status, &answer.body), (200, &Value::Null), "{kind} {hint}");
        }
        assert_eq!(app.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant", "{kind}");
        for ended in [&tokens, &next] {
            assert_eq!(app.user_info(&ended.text("access_token")).await.0, 401, "{kind}");
        }
        assert_eq!(app.user_info(&bystander.text("access_token")).await.0, 200, "{kind}: another sign-in");
        let silent = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert!(silent.query("code").is_some(), "{kind}: the browser session goes on");
    }
}

#[tokio::test]
async fn a_client_revokes_its_own_tokens_alone_and_learns_nothing() {
    let server = TestServer::start().await;
    let (app, other) = (Application::public(&server.origin), Application::confidential(&server.origin));
    let tokens = tokens(&server).await;
    for foreign in
        [tokens.text("refresh_token"), tokens.text("access_token"), "unknown".into(), "a.b.c".into()]
    {
        let answer = other.post("/oauth2/revoke", &[("token", &foreign)]).await;
        assert_eq!((answer.status, &answer.body), (200, &Value::Null));
    }
    assert_eq!(app.refresh(&tokens.text("refresh_token")).await.status, 200);
    assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200);
    let missing = app.post("/oauth2/revoke", &[]).await;
    assert_eq!((missing.status, missing.error()), (400, "invalid_request"));
    let id_token = app.post("/oauth2/revoke", &[("token", &tokens.text("id_token"))]).await;
    assert_eq!((id_token.status, id_token.error()), (400, "unsupported_token_type"));
    let mut liar = other.clone();
    liar.secret = Some("wrong".into());
    let refused = liar.post("/oauth2/revoke", &[("token", "x")]).await;
    assert_eq!((refused.status, refused.error()), (401, "invalid_client"));
    let pool = server.default_pool().await;
    server.change_client(&pool, "demoweb", |client| client.token_revocation = false).await;
    let off = app.post("/oauth2/revoke", &[("token", &tokens.text("refresh_token"))]).await;
    assert_eq!((off.status, off.error()), (400, "invalid_request"));
}

#[tokio::test]
async fn the_cognito_pool_revokes_refresh_tokens_alone() {
    let server = TestServer::start().await;
    let app = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
    let tokens = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
    let refused = app.post("/oauth2/revoke", &[("token", &tokens.text("access_token"))]).await;
    assert_eq!((refused.status, refused.error()), (400, "unsupported_token_type"));
    assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200);
    let elsewhere = Application::public(&server.origin);
    assert_eq!(elsewhere.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant");
    assert_eq!(app.post("/oauth2/revoke", &[("token", &tokens.text("refresh_token"))]).await.status, 200);
    assert_eq!(app.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant");
}

#[tokio::test]
async fn lives_follow_the_client_in_its_units() {
    use vestibule::model::client::{TimeUnit, TokenLife};
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    server
        .change_client(&pool, "demoweb", |client| {
            client.access_token_life = TokenLife { value: 10, unit: TimeUnit::Minutes };
            client.id_token_life = TokenLife { value: 1, unit: TimeUnit::Days };
        })
        .await;
    let app = Application::public(&server.origin);
    let tokens = tokens(&server).await;
    assert_eq!(tokens.body["expires_in"], 600);
    for (token, life) in [("access_token", 600), ("id_token", 86_400)] {
        let claims = app.verify(&tokens.text(token)).await;
        let seconds = |name: &str| claims[name].as_i64().expect("a number");
        assert_eq!(seconds("exp") - seconds("iat"), life, "{token}");
    }
    server.advance(Duration::from_secs(600));
    assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 401);
}
