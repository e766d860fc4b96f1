//! Signing keys on several nodes: whatever is rotated or replaced, no node signs with a key that another does not publish.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::crypto::random::{Random, SeededRandom};
use vestibule::env::Env;
use vestibule::model::client::SigningAlgorithm;
use vestibule::model::pool::{SigningKeySettings, UserPool};
use vestibule::store::audit_events::{self, Wanted};
use vestibule::tokens::keys;

use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::database::for_each_database;
use crate::support::env::{TestEnv, test_env};

const ALGORITHM: SigningAlgorithm = SigningAlgorithm::EdDsa;

/// Nodes of one installation with one clock; each remembers keys by itself.
fn nodes(world: &TestEnv, count: usize) -> Vec<Env> {
    (0..count).map(|_| Env { signing_keys: Arc::default(), ..world.env.clone() }).collect()
}

/// The `kid` that a node signs with now.
async fn signs_with(node: &Env, pool: &UserPool) -> String {
    keys::signer(node, &pool.id, ALGORITHM).await.expect("there is a key").signing.kid().to_owned()
}

/// The key set as a node answers it.
async fn publishes(node: &Env, pool: &UserPool) -> Vec<String> {
    let keys = keys::load(node, &pool.id).await.expect("the database answers");
    keys.keys.iter().map(|key| key.signing.kid().to_owned()).collect()
}

#[test]
fn whatever_happens_every_node_publishes_what_any_node_signs_with() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let pool = pool_with(&world, 1, 10).await;
        let nodes = nodes(&world, 3);
        let random: Box<dyn Random> = Box::new(SeededRandom::new(7));
        let mut used = BTreeSet::new();
        for _ in 0..300 {
            let node = &nodes[pick(random.as_ref(), 3)];
            match pick(random.as_ref(), 12) {
                0 => keys::rotate(node, &pool, ALGORITHM).await.expect("rotates"),
                1 => keys::replace(node, &pool.id, ALGORITHM, 0).await.expect("replaces"),
                2 => drop(keys::rotate_due(node).await.expect("rotates")),
                3 => world.advance(Duration::from_secs(600 * pick(random.as_ref(), 20) as u64)),
                _ => world.advance(Duration::from_millis(pick(random.as_ref(), 4_000) as u64)),
            }
            let kid = signs_with(&nodes[pick(random.as_ref(), 3)], &pool).await;
            for node in &nodes {
                assert!(publishes(node, &pool).await.contains(&kid), "{kid} is unknown at another node");
            }
            used.insert(kid);
        }
        assert!(used.len() > 10, "keys have changed: {}", used.len());
    });
}

#[test]
fn nodes_that_sign_rotate_and_publish_at_once_never_disagree() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let pool = pool_with(&world, 90, 60).await;
        let nodes = nodes(&world, 4);
        let rounds = nodes.iter().enumerate().map(|(index, node)| {
            let (nodes, pool) = (&nodes, &pool);
            async move {
                for round in 0..15 {
                    match (index + round) % 4 {
                        0 => keys::rotate(node, pool, ALGORITHM).await.expect("rotates"),
                        1 => keys::replace(node, &pool.id, ALGORITHM, 0).await.expect("replaces"),
                        _ => {}
                    }
                    let kid = signs_with(node, pool).await;
                    let other = &nodes[(index + 1 + round % 3) % 4];
                    assert!(publishes(other, pool).await.contains(&kid));
                }
            }
        });
        join_all(rounds).await;
    });
}

#[test]
fn a_rotated_key_signs_on_every_node_until_the_pools_overlap_is_over() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let pool = pool_with(&world, 90, 30).await;
        let nodes = nodes(&world, 2);
        let old = signs_with(&nodes[0], &pool).await;
        assert_eq!(signs_with(&nodes[1], &pool).await, old);
        keys::rotate(&nodes[0], &pool, ALGORITHM).await.expect("rotates");
        assert_eq!(publishes(&nodes[1], &pool).await.len(), 2, "at once, on the other node as well");
        world.advance(Duration::from_secs(30 * 60 - 1));
        for node in &nodes {
            assert_eq!(signs_with(node, &pool).await, old);
        }
        world.advance(Duration::from_secs(1));
        let new = signs_with(&nodes[0], &pool).await;
        assert_ne!(new, old);
        assert_eq!(signs_with(&nodes[1], &pool).await, new);
    });
}

#[test]
fn a_replaced_key_signs_nowhere_after_five_seconds_and_is_published_nowhere() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let pool = pool_with(&world, 90, 60).await;
        let nodes = nodes(&world, 2);
        let old = signs_with(&nodes[0], &pool).await;
        assert_eq!(signs_with(&nodes[1], &pool).await, old);
        // Its successor waits to sign, and is no safer than the key itself.
        keys::rotate(&nodes[0], &pool, ALGORITHM).await.expect("rotates");
        keys::replace(&nodes[0], &pool.id, ALGORITHM, 0).await.expect("replaces");
        let new = signs_with(&nodes[0], &pool).await;
        assert_eq!(signs_with(&nodes[1], &pool).await, old, "the other node has not looked yet");
        assert_eq!(publishes(&nodes[0], &pool).await.len(), 3);
        world.advance(Duration::from_secs(5));
        for node in &nodes {
            assert_eq!(signs_with(node, &pool).await, new);
            assert_eq!(publishes(node, &pool).await, *std::slice::from_ref(&new));
        }
        world.advance(Duration::from_secs(3_600));
        assert_eq!(signs_with(&nodes[1], &pool).await, new, "the successor never signs");
    });
}

#[test]
fn a_replaced_key_may_stay_published_for_a_while() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let pool = pool_with(&world, 90, 60).await;
        let node = &world.env;
        let old = signs_with(node, &pool).await;
        keys::replace(node, &pool.id, ALGORITHM, 600_000).await.expect("replaces");
        assert_ne!(signs_with(node, &pool).await, old);
        world.advance(Duration::from_secs(599));
        assert!(publishes(node, &pool).await.contains(&old));
        world.advance(Duration::from_secs(1));
        assert!(!publishes(node, &pool).await.contains(&old));
        // A longer period than any token lives is none.
        keys::replace(node, &pool.id, ALGORITHM, i64::MAX).await.expect("replaces");
        world.advance(Duration::from_secs(90_000));
        assert_eq!(publishes(node, &pool).await.len(), 1);
    });
}

#[test]
fn each_pool_has_its_own_schedule() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let weekly = pool_with(&world, 7, 10).await;
        let never = pool_with(&world, 0, 60).await;
        let (first, stays) = (signs_with(&world.env, &weekly).await, signs_with(&world.env, &never).await);
        world.advance(Duration::from_secs(7 * 86_400 - 1));
        assert_eq!(keys::rotate_due(&world.env).await.expect("looks"), 0);
        world.advance(Duration::from_secs(1));
        let nodes = nodes(&world, 5);
        let rotated = join_all(nodes.iter().map(keys::rotate_due)).await;
        assert!(rotated.iter().all(Result::is_ok));
        assert_eq!(publishes(&world.env, &weekly).await.len(), 2, "one successor, however many nodes look");
        world.advance(Duration::from_secs(600));
        assert_ne!(signs_with(&world.env, &weekly).await, first);
        world.advance(Duration::from_secs(10 * 365 * 86_400));
        keys::rotate_due(&world.env).await.expect("looks");
        assert_eq!(signs_with(&world.env, &never).await, stays);
    });
}

#[test]
fn every_new_key_is_in_the_audit_trail() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let pool = pool_with(&world, 90, 60).await;
        signs_with(&world.env, &pool).await;
        signs_with(&world.env, &pool).await;
        keys::rotate(&world.env, &pool, ALGORITHM).await.expect("rotates");
        keys::replace(&world.env, &pool.id, ALGORITHM, 0).await.expect("replaces");
        let wanted = Wanted { pool: Some(pool.id.to_string()), ..Wanted::default() };
        let events = db.read(move |c| audit_events::list(c, &wanted, 10)).await.expect("the trail");
        let mut actions: Vec<_> = events
            .iter()
            .filter(|event| event.action.starts_with("signing_key."))
            .map(|event| (event.action.as_str(), event.subject.clone().expect("a kid")))
            .collect();
        actions.sort();
        let kids: BTreeSet<_> = keys::list(&world.env, Some(&pool.id))
            .await
            .expect("lists")
            .into_iter()
            .map(|key| key.kid)
            .collect();
        let verbs: Vec<_> = actions.iter().map(|(action, _)| *action).collect();
        assert_eq!(verbs, ["signing_key.create", "signing_key.replace", "signing_key.rotate"]);
        assert_eq!(actions.into_iter().map(|(_, kid)| kid).collect::<BTreeSet<_>>(), kids);
    });
}

#[test]
fn tokens_of_a_replaced_key_are_refused_and_refresh_tokens_go_on() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let tokens = app.tokens_of(&server.browser(), "ada@example.com", "Correct-Horse-7").await;
        let access = tokens.text("access_token");
        assert_eq!(app.user_info(&access).await.0, 200);
        let pool = server.default_pool().await;
        keys::replace(&server.env, &pool.id, SigningAlgorithm::Rs256, 0).await.expect("replaces");
        server.advance(Duration::from_secs(10));
        assert_eq!(app.user_info(&access).await.0, 401);
        let refreshed = app.refresh(&tokens.text("refresh_token")).await;
        assert_eq!(refreshed.status, 200, "{refreshed:?}");
        app.verify(&refreshed.text("access_token")).await;
        assert_eq!(app.user_info(&refreshed.text("access_token")).await.0, 200);
    });
}

async fn pool_with(world: &TestEnv, rotate_after_days: u32, overlap_minutes: u32) -> UserPool {
    world
        .pool(|settings| settings.signing_keys = SigningKeySettings { rotate_after_days, overlap_minutes })
        .await
}

fn pick(random: &dyn Random, bound: usize) -> usize {
    usize::try_from(u64::from_le_bytes(random.bytes()) % bound as u64).expect("below the bound")
}
