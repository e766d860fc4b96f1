//! Signing keys: their algorithms and their rotation.

use std::time::Duration;

use jsonwebtoken::decode_header;
use serde_json::Value;
use vestibule::model::client::SigningAlgorithm;
use vestibule::tokens::keys;

use super::{ADA, ada_signed_in, plain_client};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;

async fn published(app: &Application) -> Vec<(String, String)> {
    let url = format!("{}/.well-known/jwks.json", app.issuer);
    let set: Value = plain_client().get(url).send().await.expect("an answer").json().await.expect("JSON");
    let member = |key: &Value, name: &str| key[name].as_str().expect("text").to_owned();
    set["keys"].as_array().expect("keys").iter().map(|key| (member(key, "kid"), member(key, "alg"))).collect()
}

fn kid(token: &str) -> String {
    decode_header(token).expect("a header").kid.expect("a kid")
}

#[test]
fn other_algorithms_are_published_once_a_client_uses_them() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, _) = ada_signed_in(&server).await;
        let algorithms = async |app: &Application| {
            let mut all: Vec<_> = published(app).await.into_iter().map(|(_, algorithm)| algorithm).collect();
            all.sort();
            all
        };
        assert_eq!(algorithms(&app).await, ["RS256"]);
        let pool = server.default_pool().await;
        for (algorithm, all) in [
            (SigningAlgorithm::Es256, vec!["ES256", "RS256"]),
            (SigningAlgorithm::EdDsa, vec!["ES256", "EdDSA", "RS256"]),
        ] {
            server.change_client(&pool, "demoweb", |settings| settings.signing_algorithm = algorithm).await;
            let departure = app.depart(&[]);
            let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
            let tokens = app.exchange(&code, &departure.verifier).await;
            app.verify(&tokens.text("id_token")).await;
            app.verify(&tokens.text("access_token")).await;
            assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200);
            assert_eq!(algorithms(&app).await, all);
        }
    });
}

#[test]
fn a_new_key_is_published_before_it_signs_and_the_old_one_until_its_tokens_have_ended() {
    on_each_database(|server| async move {
        let (app, _, tokens) = ada_signed_in(&server).await;
        let refresh = tokens.text("refresh_token");
        let old = kid(&tokens.text("access_token"));
        let pool = server.default_pool().await;
        keys::rotate(&server.env, &pool, SigningAlgorithm::Rs256).await.expect("a key can be made");
        let both = published(&app).await;
        assert_eq!(both.len(), 2);
        server.advance(Duration::from_secs(3599));
        assert_eq!(kid(&app.refresh(&refresh).await.text("access_token")), old);
        server.advance(Duration::from_secs(1));
        let signed = app.refresh(&refresh).await.text("access_token");
        assert!(kid(&signed) != old && both.iter().any(|(known, _)| *known == kid(&signed)));
        app.verify(&signed).await;
        server.advance(Duration::from_secs(25 * 3600 - 1));
        assert_eq!(published(&app).await.len(), 2);
        server.advance(Duration::from_secs(6));
        assert_eq!(published(&app).await.len(), 1);
    });
}

#[test]
fn keys_are_replaced_after_ninety_days_by_one_node_of_many() {
    on_each_database(|server| async move {
        let (app, _, tokens) = ada_signed_in(&server).await;
        let first = kid(&tokens.text("access_token"));
        assert_eq!(keys::rotate_due(&server.env).await.expect("the database answers"), 0);
        server.advance(Duration::from_secs(90 * 86_400));
        let nodes = futures_util::future::join_all((0..5).map(|_| keys::rotate_due(&server.env))).await;
        assert!(nodes.iter().all(Result::is_ok));
        assert_eq!(published(&app).await.len(), 2, "one successor, however many nodes look after it");
        server.advance(Duration::from_secs(3600));
        let tokens = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
        assert_ne!(kid(&tokens.text("access_token")), first);
    });
}

#[test]
fn the_first_key_of_a_pool_is_made_once() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let sets = futures_util::future::join_all((0..10).map(|_| published(&app))).await;
        assert!(sets.iter().all(|set| set.len() == 1 && *set == sets[0]), "{sets:?}");
    });
}
