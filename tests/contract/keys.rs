//! Signing keys: algorithms by client, rotation with overlap.

use std::time::Duration;

use jsonwebtoken::{Algorithm, decode_header};
use vestibule::model::client::SigningAlgorithm;
use vestibule::tokens::keys;

use super::*;

async fn published(server: &TestServer) -> Vec<Value> {
    let page = server.browser().get("/us-east-1_Demo00001/.well-known/jwks.json").await;
    assert_eq!(page.status, 200);
    serde_json::from_value(json(&page)["keys"].clone()).expect("a key set")
}

fn kid(token: &str) -> String {
    decode_header(token).expect("a header").kid.expect("a kid")
}

#[tokio::test]
async fn a_key_set_holds_public_halves_and_no_key_that_nobody_uses() {
    let server = TestServer::start().await;
    let keys = published(&server).await;
    let [key] = keys.as_slice() else { panic!("{keys:?}") };
    assert_eq!((&key["kty"], &key["alg"], &key["use"]), (&"RSA".into(), &"RS256".into(), &"sig".into()));
    for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
        assert!(key.get(private).is_none(), "{private} is private");
    }
    let other = server.browser().get("/us-east-1_Demo00002/.well-known/jwks.json").await;
    assert_ne!(json(&other)["keys"][0]["kid"], key["kid"], "each pool has its own");
}

#[tokio::test]
async fn a_client_chooses_its_algorithm() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let app = Application::public(&server.origin);
    let before = tokens(&server).await;
    for (chosen, named) in
        [(SigningAlgorithm::Es256, Algorithm::ES256), (SigningAlgorithm::EdDsa, Algorithm::EdDSA)]
    {
        server.change_client(&pool, "demoweb", |client| client.signing_algorithm = chosen).await;
        let tokens = tokens(&server).await;
        for token in ["id_token", "access_token"] {
            let token = tokens.text(token);
            assert_eq!(decode_header(&token).expect("a header").alg, named);
            assert_eq!(app.verify(&token).await["sub"], app.verify(&before.text("id_token")).await["sub"]);
        }
        assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200);
        let document = server.browser().get("/us-east-1_Demo00001/.well-known/openid-configuration").await;
        let algorithms = json(&document)["id_token_signing_alg_values_supported"].clone();
        let listed: Vec<String> = serde_json::from_value(algorithms).expect("a list");
        assert!(listed.contains(&chosen.name().to_owned()), "{listed:?}");
        assert!(listed.contains(&"RS256".to_owned()), "always there: {listed:?}");
    }
    assert_eq!(app.user_info(&before.text("access_token")).await.0, 200, "older tokens still count");
}

#[tokio::test]
async fn a_new_key_is_published_before_it_signs_and_the_old_one_outlives_its_tokens() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let app = Application::public(&server.origin);
    let first = tokens(&server).await;
    let old = kid(&first.text("id_token"));
    keys::rotate(&server.env, &pool, SigningAlgorithm::Rs256).await.expect("a successor");
    assert_eq!(published(&server).await.len(), 2, "at once");
    assert_eq!(kid(&tokens(&server).await.text("id_token")), old, "but it does not sign yet");

    server.advance(Duration::from_secs(3599));
    let last = tokens(&server).await;
    assert_eq!(kid(&last.text("id_token")), old);
    server.advance(Duration::from_secs(1));
    let next = tokens(&server).await;
    assert_ne!(kid(&next.text("id_token")), old, "after the overlap the new key signs");
    app.verify(&next.text("access_token")).await;
    app.verify(&last.text("id_token")).await;
    assert_eq!(app.user_info(&last.text("access_token")).await.0, 200);
    assert_eq!(app.refresh(&first.text("refresh_token")).await.status, 200);

    server.advance(Duration::from_secs(25 * 3600 + 6));
    let kids: Vec<Value> = published(&server).await.iter().map(|key| key["kid"].clone()).collect();
    assert_eq!(kids, [Value::from(kid(&next.text("id_token")))], "no token of the old one is left");
}

#[tokio::test]
async fn keys_are_rotated_on_schedule() {
    let server = TestServer::start().await;
    let old = kid(&tokens(&server).await.text("id_token"));
    server.advance(Duration::from_secs(90 * 86_400 + 1));
    keys::rotate_due(&server.env).await.expect("the database answers");
    assert_eq!(keys::rotate_due(&server.env).await.expect("the database answers"), 0, "once");
    server.advance(Duration::from_secs(3601));
    assert_ne!(kid(&tokens(&server).await.text("id_token")), old);
}
