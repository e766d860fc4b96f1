//! Look-ups that many wait for at the same time.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};

use futures_util::future::join_all;
use vestibule::store::{Db, SharedReads, StoreError, meta};

use crate::support::database::{TestDatabase, block_on, for_each_database};

/// The same database with a single connection for reading, so that a test can hold it.
async fn one_connection(database: &TestDatabase) -> Db {
    let mut settings = database.settings();
    settings.pool_size = 1;
    Db::open(&settings).await.expect("the database opens twice")
}

/// Occupies the only reading connection until the sender is used or dropped.
async fn hold(db: &Db) -> mpsc::Sender<()> {
    let (release, held) = mpsc::channel();
    let (begun, waiting) = tokio::sync::oneshot::channel();
    let db = db.clone();
    tokio::spawn(async move {
        db.read(move |_| {
            begun.send(()).expect("the test waits");
            // An error is the release as well.
            let _ = held.recv();
            Ok(())
        })
        .await
    });
    waiting.await.expect("the connection is held");
    release
}

#[test]
fn those_who_wait_together_are_answered_by_one_look_up() {
    for_each_database(|database| async move {
        let db = one_connection(&database).await;
        let (reads, made) = (SharedReads::default(), Arc::new(AtomicU32::new(0)));
        let ask = |key: &'static str| {
            let made = made.clone();
            reads.read(&db, key, move |_| Ok((key, made.fetch_add(1, Ordering::SeqCst))))
        };
        let release = hold(&db).await;
        let asking = join_all((0..20).map(|number| ask(if number % 2 == 0 { "a" } else { "b" })));
        // The last to be polled lets the connection go, so all of them have asked by then.
        let (answers, ()) = tokio::join!(asking, async { release.send(()).expect("it is held") });
        let answers: Vec<_> = answers.into_iter().map(|answer| answer.expect("answers")).collect();
        assert_eq!(made.load(Ordering::SeqCst), 2, "one for each key");
        assert!(answers.chunks(2).all(|pair| pair[0].0 == "a" && pair[1].0 == "b"), "{answers:?}");
        assert!(answers.chunks(2).all(|pair| pair == &answers[..2]), "{answers:?}");
    });
}

#[test]
fn whoever_asks_after_a_look_up_began_sees_what_was_written_before_they_asked() {
    for_each_database(|db| async move {
        let reads = Arc::new(SharedReads::default());
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let (go_on, waits) = mpsc::channel();
        let slow = {
            let (reads, db) = (reads.clone(), db.clone());
            tokio::spawn(async move {
                reads
                    .read(&db, "key", move |c| {
                        let found = meta::get(c, "key")?;
                        begun.send(()).expect("the test waits");
                        waits.recv().expect("the test goes on");
                        Ok(found)
                    })
                    .await
            })
        };
        has_begun.await.expect("the first look-up has begun");
        db.write(|c| meta::set(c, "key", "revoked")).await.expect("writes");
        let later = reads.read(&db, "key", |c| meta::get(c, "key")).await.expect("reads");
        assert_eq!(later.as_deref(), Some("revoked"));
        go_on.send(()).expect("it waits");
        assert_eq!(slow.await.expect("no panic").expect("reads"), None, "it was asked before");
    });
}

#[test]
fn the_failure_of_a_shared_look_up_is_its_askers_alone() {
    for_each_database(|database| async move {
        let db = one_connection(&database).await;
        let reads = SharedReads::default();
        let release = hold(&db).await;
        let failing = reads.read(&db, "key", |_| Err(StoreError::Taken { what: "nothing" }));
        let panicking = reads.read(&db, "other", |_| panic!("a bug in a closure"));
        let waiting = join_all((0..5).map(|number| reads.read(&db, "key", move |_| Ok(number))));
        let others = join_all((0..5).map(|number| reads.read(&db, "other", move |_| Ok(number))));
        let letting_go = async { release.send(()).expect("it is held") };
        let (failed, panicked, shared, others, ()) =
            tokio::join!(failing, panicking, waiting, others, letting_go);
        assert!(matches!(failed, Err(StoreError::Taken { .. })), "{failed:?}");
        assert!(matches!(panicked, Err(StoreError::Panicked)), "{panicked:?}");
        for answers in [shared, others] {
            let own: Vec<i32> = answers.into_iter().map(|answer| answer.expect("looks for itself")).collect();
            assert_eq!(own, [0, 1, 2, 3, 4]);
        }
    });
}

#[test]
fn whoever_leaves_before_their_look_up_began_leaves_nobody_behind() {
    for_each_database(|database| async move {
        let db = one_connection(&database).await;
        let reads = Arc::new(SharedReads::default());
        let release = hold(&db).await;
        let mut leaving = Box::pin(reads.read(&db, "key", |_| Ok("first")));
        assert!(futures_util::poll!(&mut leaving).is_pending());
        let mut staying = Box::pin(reads.read(&db, "key", |_| Ok("second")));
        assert!(futures_util::poll!(&mut staying).is_pending());
        drop(leaving);
        release.send(()).expect("it is held");
        assert!(matches!(staying.await, Ok("first" | "second")));
        assert!(matches!(reads.read(&db, "key", |_| Ok("third")).await, Ok("third")));
    });
}

#[test]
fn a_database_that_does_not_answer_in_time_is_no_answer_for_anybody() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let db = database.impatient_node().await;
        let reads = SharedReads::default();
        let release = hold(&db).await;
        let refused = join_all((0..3).map(|_| reads.read(&db, "key", |_| Ok(())))).await;
        assert!(
            refused.iter().all(|answer| matches!(answer, Err(StoreError::Unavailable(_)))),
            "{refused:?}"
        );
        release.send(()).expect("it is held");
        reads.read(&db, "key", |_| Ok(())).await.expect("it answers again");
    });
}
