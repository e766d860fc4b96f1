//! What may happen so often in a window.

use std::sync::Arc;

use futures_util::future::join_all;
use vestibule::security::rate::{self, Limit};
use vestibule::store::StoreError;

use crate::support::database::for_each_database;
use crate::support::env::{BEGINNING, TestEnv, test_env};

const MINUTE: i64 = 60_000;

fn limit(scope: &'static str, subject: &str, most: u32) -> Limit {
    Limit { scope, subject: subject.to_owned(), most, window_ms: MINUTE }
}

async fn take(test: &TestEnv, pool: &vestibule::model::pool::UserPool, limits: &[Limit], now: i64) -> bool {
    let (id, limits) = (pool.id.clone(), limits.to_vec());
    test.env.db.write(move |c| rate::take(c, &id, &limits, now)).await.expect("the database answers").is_ok()
}

#[test]
fn a_window_begins_with_the_first_use_and_ends_exactly() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        let limits = [limit("a", "x", 2)];
        assert!(take(&test, &pool, &limits, BEGINNING).await);
        assert!(take(&test, &pool, &limits, BEGINNING + MINUTE - 1).await);
        assert!(!take(&test, &pool, &limits, BEGINNING + MINUTE - 1).await);
        assert!(take(&test, &pool, &limits, BEGINNING + MINUTE).await);
        assert!(take(&test, &pool, &[limit("a", "y", 1)], BEGINNING).await, "subjects count apart");
        assert!(take(&test, &pool, &[limit("b", "x", 1)], BEGINNING).await, "scopes count apart");
        let other = test.pool(|_| {}).await;
        assert!(take(&test, &other, &limits, BEGINNING + MINUTE).await, "pools count apart");
        assert!(!take(&test, &pool, &[limit("c", "x", 0)], BEGINNING).await, "none at all");
    });
}

#[test]
fn all_limits_are_taken_from_or_none() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        assert!(take(&test, &pool, &[limit("narrow", "x", 1)], BEGINNING).await);
        for _ in 0..5 {
            assert!(!take(&test, &pool, &[limit("wide", "", 3), limit("narrow", "x", 1)], BEGINNING).await);
        }
        for _ in 0..3 {
            assert!(take(&test, &pool, &[limit("wide", "", 3)], BEGINNING).await);
        }
        assert!(!take(&test, &pool, &[limit("wide", "", 3)], BEGINNING).await);
    });
}

#[test]
fn parallel_writes_take_exactly_the_limit_whatever_their_order() {
    for_each_database(async |db| {
        let test = Arc::new(test_env(&db).await);
        let pool = test.pool(|_| {}).await;
        let writes = (0..60).map(|n| {
            let (test, id) = (test.clone(), pool.id.clone());
            let mut limits = vec![limit("one", "x", 25), limit("two", "y", 20), limit("three", "z", 30)];
            limits.rotate_left(n % 3);
            tokio::spawn(async move {
                loop {
                    let (id, limits) = (id.clone(), limits.clone());
                    match test.env.db.write(move |c| rate::take(c, &id, &limits, BEGINNING)).await {
                        Ok(taken) => return taken,
                        Err(StoreError::Unavailable(_)) => tokio::task::yield_now().await,
                        Err(error) => panic!("{error}"),
                    }
                }
            })
        });
        let outcomes = join_all(writes).await;
        assert_eq!(
            outcomes.into_iter().filter(|taken| taken.as_ref().expect("no panic").is_ok()).count(),
            20
        );
    });
}
