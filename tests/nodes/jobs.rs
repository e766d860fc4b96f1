//! Jobs are done once over all nodes, and go on when a node dies.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::oneshot;
use vestibule::jobs::once::{self, Job, JobError, Turn, Work};
use vestibule::jobs::{self};
use vestibule::store::leases::{self, Verdict};
use vestibule::store::{Db, meta};

use super::until;
use crate::support::database::for_each_database;
use crate::support::env::test_env;

async fn take(db: &Db, holder: &'static str, for_ms: i64) -> Verdict {
    db.write(move |c| leases::take(c, "sweep", holder, for_ms)).await.expect("the database answers")
}

#[test]
fn of_twenty_nodes_one_gets_a_lease() {
    for_each_database(|db| async move {
        let nodes = (0..20).map(|n| {
            let db = db.clone();
            async move { db.write(move |c| leases::take(c, "sweep", &format!("node {n}"), 60_000)).await }
        });
        let verdicts: Vec<_> =
            join_all(nodes).await.into_iter().map(|verdict| verdict.expect("the database answers")).collect();
        assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Taken).count(), 1);
        for verdict in verdicts {
            if let Verdict::Held { for_ms } = verdict {
                assert!((1..=60_000).contains(&for_ms), "{for_ms}");
            }
        }
    });
}

#[test]
fn a_lease_ends_by_time_and_is_then_another_node_s() {
    for_each_database(|db| async move {
        assert_eq!(take(&db, "dead", 700).await, Verdict::Taken);
        assert!(matches!(take(&db, "alive", 60_000).await, Verdict::Held { .. }));
        assert!(
            matches!(take(&db, "dead", 60_000).await, Verdict::Held { .. }),
            "nor does the holder begin again"
        );
        until("the lease has ended", async || take(&db, "alive", 60_000).await == Verdict::Taken).await;
        let extend = |holder: &'static str| db.write(move |c| leases::extend(c, "sweep", holder, 60_000));
        assert!(!extend("dead").await.expect("the database answers"), "who woke up late has lost it");
        assert!(extend("alive").await.expect("the database answers"));
    });
}

#[test]
fn a_lease_of_a_clock_that_was_put_right_has_ended() {
    for_each_database(|db| async move {
        assert_eq!(take(&db, "of tomorrow", 86_400_000).await, Verdict::Taken);
        assert_eq!(take(&db, "of today", 2_000).await, Verdict::Taken);
        assert!(matches!(take(&db, "another", 2_000).await, Verdict::Held { .. }));
    });
}

#[test]
fn a_node_that_stops_gives_its_leases_back_and_no_other_s() {
    for_each_database(|db| async move {
        assert_eq!(take(&db, "first", 60_000).await, Verdict::Taken);
        let taken = db.write(|c| leases::take(c, "other", "second", 60_000)).await;
        assert_eq!(taken.expect("the database answers"), Verdict::Taken);
        let given = db.write(|c| leases::release_all(c, "first")).await;
        assert_eq!(given.expect("the database answers"), 1);
        assert_eq!(take(&db, "second", 60_000).await, Verdict::Taken);
        let held = db.write(|c| leases::take(c, "other", "first", 60_000)).await;
        assert!(matches!(held.expect("the database answers"), Verdict::Held { .. }));
    });
}

const COUNTED: &[Job] = &[Job { name: "counted", every_seconds: 3600, run: counted }];

/// Counts in the database how often it was done.
fn counted(turn: Turn) -> Work {
    Box::pin(async move {
        turn.env
            .db
            .write(|c| {
                let done: u32 = meta::get(c, "done")?.map_or(0, |text| text.parse().expect("a number"));
                meta::set(c, "done", &(done + 1).to_string())
            })
            .await?;
        turn.goes_on().await?;
        Ok(1)
    })
}

async fn done(db: &Db) -> u32 {
    let text = db.read(|c| meta::get(c, "done")).await.expect("the database answers");
    text.map_or(0, |text| text.parse().expect("a number"))
}

#[test]
fn a_job_is_done_once_whatever_the_clocks_of_the_nodes_say() {
    for_each_database(|db| async move {
        let (early, late) = (test_env(&db).await, test_env(&db).await);
        late.advance(Duration::from_secs(86_400));
        let attempts = (0..10).flat_map(|n| {
            [&early, &late].map(|node| once::attempt(node.env.clone(), &COUNTED[0], format!("{n}")))
        });
        let waits = join_all(attempts.collect::<Vec<_>>()).await;
        assert_eq!(done(&db).await, 1);
        for wait in waits {
            assert!((3590..=3600).contains(&wait.as_secs()), "{wait:?}");
        }
    });
}

#[test]
fn nodes_take_turns_as_they_come_and_go() {
    for_each_database(|db| async move {
        let node = async || {
            let (stop, stopped) = oneshot::channel::<()>();
            let env = test_env(&db).await.env;
            let running = tokio::spawn(jobs::run_jobs(env, COUNTED, async {
                let _ = stopped.await;
            }));
            (stop, running)
        };
        let first = node().await;
        until("the first node does the job", async || done(&db).await == 1).await;
        first.0.send(()).expect("it runs");
        first.1.await.expect("it ends well");
        let second = node().await;
        until("the second finds the lease given back", async || done(&db).await == 2).await;
        let third = once::attempt(test_env(&db).await.env, &COUNTED[0], "third".into()).await;
        assert!(third.as_secs() > 3500, "the third has nothing to do for an hour: {third:?}");
        second.0.send(()).expect("it runs");
        second.1.await.expect("it ends well");
        assert_eq!(done(&db).await, 2);
    });
}

const OVERTAKEN: &[Job] = &[Job { name: "overtaken", every_seconds: 3600, run: overtaken }];

/// Is so slow that another node takes over in the middle.
fn overtaken(turn: Turn) -> Work {
    Box::pin(async move {
        turn.env
            .db
            .write(|c| {
                leases::extend(c, "overtaken", "slow", -1)?;
                leases::take(c, "overtaken", "quick", 60_000)
            })
            .await?;
        let error = turn.goes_on().await.expect_err("it is another node's now");
        assert!(matches!(error, JobError::TakenOver), "{error}");
        turn.env.db.write(|c| meta::set(c, "overtaken", "noticed")).await?;
        Err(error)
    })
}

#[test]
fn a_slow_node_notices_that_another_has_taken_over() {
    for_each_database(|db| async move {
        let test = test_env(&db).await;
        once::attempt(test.env.clone(), &OVERTAKEN[0], "slow".into()).await;
        let noticed = db.read(|c| meta::get(c, "overtaken")).await.expect("the database answers");
        assert_eq!(noticed.as_deref(), Some("noticed"));
    });
}
