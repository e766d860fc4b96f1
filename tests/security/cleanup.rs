//! What has expired is deleted, and nothing else.

use std::time::Duration;

use vestibule::security::lockout::{self, LockSubject};
use vestibule::security::rate::{self, Limit};
use vestibule::store::cleanup;

use crate::support::database::for_each_database;
use crate::support::env::{TestEnv, caller, test_env};

async fn deleted(test: &TestEnv) -> usize {
    let now = test.env.now();
    test.env.db.write(move |c| cleanup::expired(c, now)).await.expect("the database answers")
}

#[test]
fn counters_and_browsers_go_when_they_no_longer_count() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        let ada = test.user(&pool, "ada").await;
        let here = caller("192.0.2.1");
        let subject = LockSubject::Known(ada.id.clone());
        let _failed = lockout::claim(&test.env, &here, &pool, &subject).await.expect("it is allowed");
        lockout::remember_browser(&test.env, &here, &pool, &ada.id).await.expect("stored");
        let (id, now) = (pool.id.clone(), test.env.now());
        let limits = [Limit { scope: "a", subject: "x".into(), most: 1, window_ms: 60_000 }];
        let taken = test.env.db.write(move |c| rate::take(c, &id, &limits, now)).await;
        taken.expect("the database answers").expect("one is left");

        assert_eq!(deleted(&test).await, 0);
        test.advance(Duration::from_secs(60));
        assert_eq!(deleted(&test).await, 1, "the window");
        test.advance(Duration::from_millis(839_999));
        assert_eq!(deleted(&test).await, 0);
        test.advance(Duration::from_millis(1));
        assert_eq!(deleted(&test).await, 3, "the failures");
        test.advance(Duration::from_secs(400 * 24 * 3600 - 900));
        assert_eq!(deleted(&test).await, 1, "the browser");
        assert_eq!(deleted(&test).await, 0);
    });
}

#[test]
fn many_rows_go_in_batches() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        let (id, now) = (pool.id.clone(), test.env.now());
        test.env
            .db
            .write(move |c| {
                for n in 0..1200 {
                    let limit = Limit { scope: "a", subject: format!("{n}"), most: 1, window_ms: 1000 + n };
                    rate::take(c, &id, &[limit], now)?.expect("one is left");
                }
                Ok(())
            })
            .await
            .expect("the database answers");
        test.advance(Duration::from_secs(60));
        assert_eq!([deleted(&test).await, deleted(&test).await, deleted(&test).await], [500, 500, 200]);
        assert_eq!(deleted(&test).await, 0);
    });
}
