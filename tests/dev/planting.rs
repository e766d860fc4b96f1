//! The stand-ins in the demonstration data.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use vestibule::config::Settings;
use vestibule::dev::seed;
use vestibule::directory::{clients, pools, providers};
use vestibule::env::Env;
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::model::provider::{IdentityProvider, Linking};

use crate::support::database::{TestDatabase, block_on};
use crate::support::env::test_env;
use crate::support::server::{TestServer, TestServerOptions};

const NAMES: [&str; 8] = [
    "Google",
    "Facebook",
    "LoginWithAmazon",
    "SignInWithApple",
    "DemoOIDC",
    "DemoSAML",
    "WrongClock",
    "Denies",
];

/// A server that is found elsewhere.
fn moved(env: &Env, url: &str) -> Env {
    let public_url = url.parse().expect("a URL");
    Env {
        settings: Arc::new(Settings { public_url, development: true, ..(*env.settings).clone() }),
        ..env.clone()
    }
}

async fn all(env: &Env, pool: &str) -> Vec<IdentityProvider> {
    let pool = pools::find(env, &PoolId::trusted(pool)).await.expect("an answer").expect("a pool");
    let mut found = Vec::new();
    for name in NAMES {
        found.extend(providers::find(env, &pool, name).await.expect("an answer"));
    }
    found
}

fn described(providers: &[IdentityProvider]) -> Vec<String> {
    providers.iter().map(|one| format!("{one:?}")).collect()
}

async fn client(env: &Env, pool: &str, id: &str) -> Option<Option<Vec<String>>> {
    let pool = pools::find(env, &PoolId::trusted(pool)).await.expect("an answer").expect("a pool");
    let found = clients::find(env, &pool, &ClientId::trusted(id)).await.expect("an answer");
    found.map(|client| client.settings.identity_providers)
}

#[test]
fn every_stand_in_is_registered_and_planting_again_changes_nothing() {
    block_on(async {
        let server = TestServer::start().await;
        let before = all(&server.env, seed::DEFAULT_POOL).await;
        assert_eq!(before.len(), NAMES.len());
        for one in &before {
            let foreign = one.details.values().find(|value| {
                value.starts_with("http") && !value.starts_with(&format!("{}/dev/providers/", server.origin))
            });
            assert_eq!(foreign, None, "{}", one.name);
        }
        let linking: Vec<_> = before.iter().filter(|one| one.linking() == Linking::Ask).collect();
        assert_eq!((linking.len(), linking[0].name.as_str()), (1, "DemoOIDC"));
        let of_cognito = all(&server.env, seed::COGNITO_POOL).await;
        let names: Vec<&str> = of_cognito.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Google", "DemoOIDC"]);

        let only = |names: &[&str]| Some(Some(names.iter().map(|name| (*name).to_owned()).collect()));
        assert_eq!(client(&server.env, seed::DEFAULT_POOL, seed::PUBLIC_CLIENT).await, only(&["COGNITO"]));
        let everywhere: Vec<&str> = ["COGNITO"].into_iter().chain(NAMES).collect();
        assert_eq!(client(&server.env, seed::DEFAULT_POOL, seed::SOCIAL_CLIENT).await, only(&everywhere));
        let two = ["COGNITO", "Google", "DemoOIDC"];
        assert_eq!(client(&server.env, seed::COGNITO_POOL, seed::COGNITO_SOCIAL_CLIENT).await, only(&two));

        server.advance(Duration::from_secs(3600));
        seed::plant(&server.env).await.expect("planted again");
        let after = all(&server.env, seed::DEFAULT_POOL).await;
        assert_eq!(described(&after), described(&before));
    });
}

#[test]
fn the_addresses_follow_the_server_and_other_settings_stay() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.pool(seed::DEFAULT_POOL).await;
        let mut changed =
            providers::find(&server.env, &pool, "DemoOIDC").await.expect("an answer").expect("one");
        changed.details.insert("authorize_scopes".into(), "openid".into());
        changed.details.insert("linking".into(), "separate".into());
        providers::put(&server.env, &pool, &changed).await.expect("stored");
        let mut real = providers::find(&server.env, &pool, "Denies").await.expect("an answer").expect("one");
        real.details.insert("oidc_issuer".into(), "https://id.example.com".into());
        providers::put(&server.env, &pool, &real).await.expect("stored");

        let elsewhere = moved(&server.env, "https://localhost:9443");
        seed::plant(&elsewhere).await.expect("planted");
        for one in all(&elsewhere, seed::DEFAULT_POOL).await {
            let text = format!("{:?}", one.details);
            assert!(!text.contains(&server.origin), "{text}");
            let moved = text.contains("https://localhost:9443/dev/providers/");
            assert_eq!(moved, one.name != "Denies", "what somebody leads elsewhere stays there: {text}");
        }
        let kept = providers::find(&elsewhere, &pool, "DemoOIDC").await.expect("an answer").expect("one");
        assert_eq!(kept.details["authorize_scopes"], "openid");
        assert_eq!(kept.linking(), Linking::Separate);
        // Back again, all is as it was.
        seed::plant(&server.env).await.expect("planted");
        let back = providers::find(&server.env, &pool, "DemoOIDC").await.expect("an answer").expect("one");
        assert_eq!(back.details, changed.details);
    });
}

#[test]
fn where_nobody_could_reach_them_there_are_none() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let test = test_env(&database).await;
        let env = moved(&test.env, "http://192.168.7.7:9400");
        seed::plant(&env).await.expect("planted all the same");
        assert_eq!(all(&env, seed::DEFAULT_POOL).await.len(), 0);
        assert_eq!(client(&env, seed::DEFAULT_POOL, seed::SOCIAL_CLIENT).await, None);
        assert!(client(&env, seed::DEFAULT_POOL, seed::PUBLIC_CLIENT).await.is_some());
    });
}

#[test]
fn the_keys_stay_with_the_data() {
    block_on(async {
        let database = Arc::new(TestDatabase::sqlite().await);
        let keys = |server: TestServer| async move {
            let url = format!("{}/dev/providers/google/keys", server.origin);
            let page = server.browser().get(&url).await;
            serde_json::from_str::<Value>(&page.html).expect("a key set")
        };
        let start = || TestServer::start_on(database.clone(), TestServerOptions::default());
        let before = keys(start().await).await;
        assert_eq!(before["keys"][0]["kty"], "RSA");
        assert_eq!(keys(start().await).await, before, "after a restart");
        assert_ne!(keys(TestServer::start().await).await, before, "another installation has keys of its own");
    });
}
