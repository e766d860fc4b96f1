//! App clients: their settings, scopes and secrets.

use secrecy::ExposeSecret;
use vestibule::directory::clients::{self, NewClient};
use vestibule::directory::{DirectoryError, resource_servers};
use vestibule::model::client::{AppClient, ClientSettings, OAuthFlow};
use vestibule::model::ids::ClientId;
use vestibule::model::resource_server::{ResourceScope, ResourceServer};

use super::world::{World, by_email};
use crate::support::database::for_each_database;

impl World {
    async fn client(&self, id: &str, settings: ClientSettings) -> Result<AppClient, DirectoryError> {
        let id = Some(ClientId::parse(id).expect("a client id"));
        let new = NewClient { id, name: "App".into(), settings, secret: None };
        clients::create(&self.env, &self.pool, new).await
    }

    async fn secrets_of(&self, client: &AppClient) -> Vec<(String, String)> {
        let secrets = clients::secrets(&self.env, &self.pool, client).await.expect("they open");
        secrets.into_iter().map(|secret| (secret.id, secret.value.expose_secret().to_owned())).collect()
    }

    async fn accepts(&self, client: &AppClient, secret: &str) -> bool {
        clients::check_secret(&self.env, &self.pool, client, secret).await.expect("the database answers")
    }
}

fn confidential() -> ClientSettings {
    ClientSettings { confidential: true, ..ClientSettings::default() }
}

#[test]
fn two_secrets_let_one_be_replaced_without_a_gap() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let client = world.client("server", confidential()).await.expect("made");
        let first = world.secrets_of(&client).await.remove(0);
        assert_eq!(first.0, format!("server--{}", world.env.now()));
        assert!(first.1.len() == 51 && first.1.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        let last = clients::delete_secret(&world.env, &world.pool, &client, &first.0).await;
        assert!(matches!(last, Err(DirectoryError::InvalidSetting(_))), "the last one stays");

        let second = clients::add_secret(&world.env, &world.pool, &client, None).await.expect("added");
        assert_ne!(second.id, first.0, "also in the same millisecond");
        let third = clients::add_secret(&world.env, &world.pool, &client, None).await;
        assert!(matches!(third, Err(DirectoryError::InvalidSetting(_))));
        assert!(
            world.accepts(&client, &first.1).await
                && world.accepts(&client, second.value.expose_secret()).await
        );
        assert!(!world.accepts(&client, "").await && !world.accepts(&client, &first.1[1..]).await);

        clients::delete_secret(&world.env, &world.pool, &client, &first.0).await.expect("deleted");
        assert!(!world.accepts(&client, &first.1).await, "at once");
        assert!(world.accepts(&client, second.value.expose_secret()).await);
        let unknown = clients::delete_secret(&world.env, &world.pool, &client, &first.0).await;
        assert!(matches!(unknown, Err(DirectoryError::NotFound(_))));
    });
}

#[test]
fn a_client_can_become_public_and_confidential_again() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let client = world.client("server", confidential()).await.expect("made");
        let old = world.secrets_of(&client).await.remove(0).1;
        let public = clients::update(&world.env, &world.pool, &client.id, ClientSettings::default()).await;
        let public = public.expect("changed");
        assert_eq!(world.secrets_of(&public).await, []);
        assert!(clients::add_secret(&world.env, &world.pool, &public, None).await.is_err());
        let again =
            clients::update(&world.env, &world.pool, &client.id, confidential()).await.expect("changed");
        assert_ne!(world.secrets_of(&again).await.remove(0).1, old);
    });
}

#[test]
fn settings_that_cannot_work_are_refused_with_a_sentence() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let refusal = async |settings| match world.client("app", settings).await {
            Err(DirectoryError::InvalidSetting(sentence)) => sentence,
            other => panic!("{other:?}"),
        };
        let scopes =
            |scope: &str| ClientSettings { allowed_scopes: vec![scope.into()], ..Default::default() };
        let unknown = refusal(scopes("demo/read")).await;
        assert!(unknown.contains("demo/read"), "{unknown}");
        let server = ResourceServer {
            pool_id: world.pool.id.clone(),
            identifier: "demo".into(),
            name: "Demo".into(),
            scopes: vec![ResourceScope { name: "read".into(), description: "Read".into() }],
        };
        resource_servers::put(&world.env, &world.pool, server).await.expect("stored");
        assert!(world.client("app", scopes("demo/read")).await.is_ok());
        for near in ["demo/", "demo/reads", "demoread", "demo"] {
            refusal(scopes(near)).await;
        }
        let loopback = ClientSettings { any_loopback_url: true, ..Default::default() };
        assert!(refusal(loopback).await.contains("development"));
        let machine =
            ClientSettings { allowed_flows: vec![OAuthFlow::ClientCredentials], ..Default::default() };
        refusal(machine).await;
        let attribute = ClientSettings { read_attributes: Some(vec!["shoe".into()]), ..Default::default() };
        assert!(refusal(attribute).await.contains("shoe"));
        assert!(refusal(ClientSettings::default()).await.contains("id"), "the id is taken");
        let taken = clients::find(&world.env, &world.pool, &ClientId::trusted("app")).await;
        assert!(taken.expect("the database answers").is_some());
    });
}

#[test]
fn a_client_belongs_to_one_pool() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let other = world.test.pool(by_email).await;
        let found = clients::find(&world.env, &other, &world.client.id).await;
        assert!(found.expect("the database answers").is_none());
        let new = NewClient {
            id: Some(world.client.id.clone()),
            name: "App".into(),
            settings: ClientSettings::default(),
            secret: None,
        };
        let again = clients::create(&world.env, &other, new).await;
        assert!(matches!(again, Err(DirectoryError::InvalidSetting(_))), "ids are unique on the server");
        let client = world.client("server", confidential()).await.expect("made");
        assert!(
            clients::secrets(&world.env, &other, &client).await.expect("the database answers").is_empty()
        );
    });
}
