//! The master key: a wrong one writes nothing, first nodes agree, and a change leaves old or new, never neither.

use futures_util::future::join_all;
use vestibule::crypto::master_key::{MasterKey, MasterKeys};
use vestibule::crypto::random::SystemRandom;
use vestibule::env::{KeyRing, KeyRingError, Rewrapped};
use vestibule::security::master_key;
use vestibule::store::audit_events::{self, Wanted};
use vestibule::store::{Db, data_keys, meta};

use super::sql;
use crate::support::database::{TestDatabase, for_each_database};
use crate::support::env::{BEGINNING, test_env};

const CHECK: &str = "master_key_check";

fn key(byte: &str) -> MasterKey {
    MasterKey::parse(&byte.repeat(32)).expect("a test key")
}

/// The key of [`test_env`].
fn first_key() -> MasterKey {
    key("5a")
}

async fn open(db: &Db, masters: impl Into<MasterKeys>) -> Result<KeyRing, KeyRingError> {
    KeyRing::open(db, masters, &SystemRandom, BEGINNING).await
}

/// Everything that opening keys could have written.
async fn written(db: &Db) -> (Option<String>, Vec<(String, Vec<u8>)>) {
    db.read(|c| Ok((meta::get(c, CHECK)?, data_keys::list(c)?))).await.expect("the database answers")
}

fn refused(outcome: Result<KeyRing, KeyRingError>) -> bool {
    matches!(outcome, Err(KeyRingError::WrongMasterKey))
}

#[test]
fn a_wrong_key_is_refused_and_writes_nothing() {
    for_each_database(|db| async move {
        open(&db, &first_key()).await.expect("a new database takes any key");
        let before = written(&db).await;
        assert!(refused(open(&db, &key("00")).await));
        assert!(refused(open(&db, &MasterKeys::new(key("00"), Some(key("01")))).await));
        assert_eq!(written(&db).await, before);
        // Not even where keys are missing.
        sql(&db, "DELETE FROM data_keys WHERE id = 'srp'").await;
        let before = written(&db).await;
        assert!(refused(open(&db, &key("00")).await));
        assert_eq!(written(&db).await, before);
        open(&db, &first_key()).await.expect("the right key makes what is missing");
        assert_eq!(written(&db).await.1.len(), 5);
    });
}

#[test]
fn a_database_that_lost_its_check_value_takes_its_own_key_only() {
    for_each_database(|db| async move {
        open(&db, &first_key()).await.expect("opens");
        let before = written(&db).await;
        sql(&db, "DELETE FROM meta WHERE name = 'master_key_check'").await;
        assert!(refused(open(&db, &key("00")).await));
        assert_eq!(written(&db).await, (None, before.1.clone()));
        open(&db, &first_key()).await.expect("opens");
        assert_eq!(written(&db).await, before);
    });
}

#[test]
fn the_first_nodes_of_a_new_database_agree_on_its_keys() {
    for_each_database(|db| async move {
        let nodes = nodes_of(&db, 8).await;
        let key = first_key();
        let rings = join_all(nodes.iter().map(|node| open(node, &key))).await;
        let prints: Vec<_> =
            rings.iter().map(|ring| ring.as_ref().expect("it opens").fingerprint("x", &["y"])).collect();
        assert!(prints.iter().all(|print| *print == prints[0]), "one set of keys");
    });
}

#[test]
fn of_first_nodes_with_different_keys_those_with_one_of_them_start() {
    for_each_database(|db| async move {
        let nodes = nodes_of(&db, 8).await;
        let keys: Vec<_> = (0..8).map(|node| key(if node % 2 == 0 { "11" } else { "22" })).collect();
        let rings = join_all(nodes.iter().zip(&keys).map(|(node, key)| open(node, key))).await;
        let check = written(&db).await.0.expect("somebody was first");
        for (ring, key) in rings.into_iter().zip(&keys) {
            assert_eq!(refused(ring), !key.matches(&check));
        }
        assert_eq!(written(&db).await.1.len(), 5);
    });
}

#[test]
fn a_change_leaves_what_is_sealed_readable_and_the_old_key_useless() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let place = ["pool", "table", "row", "column"];
        let sealed = world.env.keys.seal_column(place, b"a seed", &SystemRandom);
        let masters = MasterKeys::from(&first_key());
        let done = master_key::change(&world.env, &masters, &key("77")).await.expect("it is changed");
        assert_eq!(done, Rewrapped::Done);

        assert!(refused(open(&db, &first_key()).await));
        for masters in [
            MasterKeys::from(&key("77")),
            MasterKeys::new(key("77"), Some(first_key())),
            // A node whose settings were not turned round yet.
            MasterKeys::new(first_key(), Some(key("77"))),
        ] {
            let ring = open(&db, &masters).await.expect("it opens with the new key");
            assert_eq!(ring.open_column(place, &sealed).expect("it opens").as_slice(), b"a seed");
            assert_eq!(ring.master_fingerprint(), key("77").fingerprint());
            assert_eq!(ring.code_digest("p", "s", "x", "1"), world.env.keys.code_digest("p", "s", "x", "1"));
        }
        // The node that runs goes on.
        assert_eq!(world.env.keys.open_column(place, &sealed).expect("it opens").as_slice(), b"a seed");

        let again = master_key::change(&world.env, &masters, &key("77")).await.expect("nothing to do");
        assert_eq!(again, Rewrapped::Already);
        let wanted = Wanted { action: Some("master_key.change".into()), ..Wanted::default() };
        let events = db.read(move |c| audit_events::list(c, &wanted, 10)).await.expect("the trail");
        assert_eq!(events.len(), 1, "what changed nothing is no event");
        assert_eq!(events[0].detail["to"], key("77").fingerprint());
    });
}

#[test]
fn a_change_with_a_wrong_old_key_changes_nothing() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let before = written(&db).await;
        let outcome = master_key::change(&world.env, &MasterKeys::from(&key("00")), &key("77")).await;
        assert!(matches!(outcome, Err(KeyRingError::WrongMasterKey)));
        assert_eq!(written(&db).await, before);
    });
}

#[test]
fn a_change_that_meets_a_damaged_data_key_changes_nothing() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let damage = if db.is_postgres() { "'\\x01'" } else { "x'01'" };
        sql(&db, &format!("UPDATE data_keys SET sealed_key = {damage} WHERE id = 'srp'")).await;
        let before = written(&db).await;
        let outcome = master_key::change(&world.env, &MasterKeys::from(&first_key()), &key("77")).await;
        assert!(matches!(outcome, Err(KeyRingError::Damaged(_))));
        assert_eq!(written(&db).await, before);
    });
}

#[test]
fn nodes_that_start_and_change_the_key_at_once_end_under_one_key() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let masters = MasterKeys::new(key("77"), Some(first_key()));
        for round in 0..10 {
            // A version with a new purpose starts while the key is changed: what it makes must be under the key that
            // stays.
            sql(&db, "DELETE FROM data_keys WHERE id = 'handles'").await;
            let (from, to) = if round % 2 == 0 { ("5a", "77") } else { ("77", "5a") };
            let from = MasterKeys::from(&key(from));
            let to = key(to);
            let nodes = nodes_of(&db, 3).await;
            let starts = join_all(nodes.iter().map(|node| open(node, &masters)));
            let (changed, rings) = tokio::join!(master_key::change(&world.env, &from, &to), starts);
            assert_eq!(changed.expect("it is changed"), Rewrapped::Done);
            assert!(
                rings.iter().all(Result::is_ok),
                "{:?}",
                rings.iter().map(|ring| ring.as_ref().err()).collect::<Vec<_>>()
            );
            open(&db, &to).await.expect("everything is under the new key");
        }
    });
}

async fn nodes_of(db: &TestDatabase, count: usize) -> Vec<Db> {
    let opened = (0..count).map(|_| async { Db::open(&db.settings()).await.expect("it opens again") });
    join_all(opened).await
}
