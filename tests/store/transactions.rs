//! Reads, writes and what becomes of them when something goes wrong.

use std::sync::{Arc, Barrier, mpsc};

use tokio::sync::oneshot;
use vestibule::store::{DatabaseSettings, Db, StoreError, meta};

use crate::support::database::{TestDatabase, block_on, for_each_database};

async fn get(db: &Db, name: &'static str) -> Option<String> {
    db.read(move |conn| meta::get(conn, name)).await.expect("reads")
}

async fn set(db: &Db, name: &'static str, value: &'static str) -> Result<(), StoreError> {
    db.write(move |conn| meta::set(conn, name, value)).await
}

#[test]
fn texts_come_back_as_they_were_written() {
    for_each_database(|db| async move {
        for text in ["", "ß İ ı ǆ", "日本語 🏛️", "e\u{301} ≠ é", "' \" \\ % _ ; --", "\u{202e}\u{feff}"]
        {
            set(&db, "text", text).await.expect("writes");
            assert_eq!(get(&db, "text").await.as_deref(), Some(text));
        }
        assert_eq!(get(&db, "absent").await, None);
    });
}

#[test]
fn a_name_is_inserted_once_and_replaced_only_by_who_knows_it() {
    for_each_database(|db| async move {
        let insert = |value| db.write(move |conn| meta::insert_if_absent(conn, "check", value));
        assert!(insert("first").await.expect("inserts"));
        assert!(!insert("second").await.expect("refuses"));
        let replace = |old, new| db.write(move |conn| meta::replace(conn, "check", old, new));
        assert!(!replace("second", "third").await.expect("refuses"));
        assert!(replace("first", "third").await.expect("replaces"));
        assert_eq!(get(&db, "check").await.as_deref(), Some("third"));
    });
}

#[test]
fn an_error_rolls_back_everything_the_closure_wrote() {
    for_each_database(|db| async move {
        let outcome: Result<(), _> = db
            .write(|conn| {
                meta::set(conn, "a", "1")?;
                meta::set(conn, "b", "2")?;
                Err(StoreError::Taken { what: "user name" })
            })
            .await;
        assert!(matches!(outcome, Err(StoreError::Taken { what: "user name" })));
        assert_eq!((get(&db, "a").await, get(&db, "b").await), (None, None));
        set(&db, "a", "3").await.expect("the next write is not disturbed");
    });
}

#[test]
fn a_panic_rolls_back_and_the_database_stays_usable() {
    for_each_database(|db| async move {
        for _ in 0..20 {
            let outcome: Result<(), _> = db
                .write(|conn| {
                    meta::set(conn, "a", "1")?;
                    conn.savepoint(|conn| {
                        meta::set(conn, "b", "1")?;
                        panic!("a bug in a closure")
                    })
                })
                .await;
            assert!(matches!(outcome, Err(StoreError::Panicked)));
            let outcome: Result<(), _> = db.read(|_| panic!("a bug in a closure")).await;
            assert!(matches!(outcome, Err(StoreError::Panicked)));
        }
        assert_eq!((get(&db, "a").await, get(&db, "b").await), (None, None));
        set(&db, "a", "2").await.expect("writes go on");
    });
}

#[test]
fn a_savepoint_undoes_its_own_part_only() {
    for_each_database(|db| async move {
        db.write(|conn| {
            meta::set(conn, "before", "1")?;
            let inner: Result<(), _> = conn.savepoint(|conn| {
                meta::set(conn, "inside", "1")?;
                Err(StoreError::Taken { what: "name" })
            });
            assert!(matches!(inner, Err(StoreError::Taken { .. })));
            conn.savepoint(|conn| meta::set(conn, "kept", "1"))?;
            meta::set(conn, "after", "1")
        })
        .await
        .expect("the rest is kept");
        assert_eq!(get(&db, "inside").await, None);
        for name in ["before", "kept", "after"] {
            assert_eq!(get(&db, name).await.as_deref(), Some("1"), "{name}");
        }
    });
}

#[test]
fn a_swallowed_failure_is_never_reported_as_kept() {
    for_each_database(|db| async move {
        let outcome = db
            .write(|conn| {
                meta::set(conn, "a", "1")?;
                // PostgreSQL refuses a NUL in a text and with it the whole transaction; SQLite takes it.
                Ok(meta::set(conn, "b", "\0").is_ok())
            })
            .await;
        if db.is_postgres() {
            assert!(matches!(outcome, Err(StoreError::Database(_))));
            assert_eq!(get(&db, "a").await, None);
        } else {
            assert!(outcome.expect("commits"));
            assert_eq!(get(&db, "a").await.as_deref(), Some("1"));
        }
    });
}

#[test]
fn readers_cannot_write() {
    for_each_database(|db| async move {
        let error = db.read(|conn| meta::set(conn, "a", "1")).await.expect_err("refused");
        assert!(matches!(error, StoreError::Database(_) | StoreError::Unavailable(_)), "{error}");
        assert_eq!(get(&db, "a").await, None);
    });
}

#[test]
fn a_hundred_parallel_conditional_updates_count_to_a_hundred() {
    for_each_database(|db| async move {
        set(&db, "count", "0").await.expect("writes");
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let db = db.clone();
            tasks.spawn(async move {
                loop {
                    let old = get(&db, "count").await.expect("is there");
                    let new = (old.parse::<u32>().expect("a number") + 1).to_string();
                    let won = db.write(move |conn| meta::replace(conn, "count", &old, &new)).await;
                    if won.expect("writes") {
                        break;
                    }
                }
            });
        }
        tasks.join_all().await;
        assert_eq!(get(&db, "count").await.as_deref(), Some("100"));
    });
}

#[test]
fn of_a_hundred_parallel_inserts_one_wins() {
    for_each_database(|db| async move {
        let mut tasks = tokio::task::JoinSet::new();
        for number in 0..100 {
            let db = db.clone();
            tasks.spawn(async move {
                let value = format!("node {number}");
                db.write(move |conn| meta::insert_if_absent(conn, "first", &value)).await.expect("writes")
            });
        }
        let winners = tasks.join_all().await.into_iter().filter(|won| *won).count();
        assert_eq!(winners, 1);
    });
}

/// Begins a write that changes the row `held` and stays open until the returned sender is used or dropped.
async fn hold(db: &Db) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<(), StoreError>>) {
    let (release, released) = mpsc::channel();
    let (began, begun) = oneshot::channel();
    let mut began = Some(began);
    let db = db.clone();
    let task = tokio::spawn(async move {
        db.write(move |conn| {
            meta::set(conn, "held", "by the first")?;
            if let Some(began) = began.take() {
                began.send(()).expect("the test waits");
            }
            // An error means that the test let go by ending.
            let _ = released.recv();
            Ok(())
        })
        .await
    });
    begun.await.expect("the write begins");
    (release, task)
}

#[test]
fn a_caller_that_waits_too_long_is_told_busy_and_its_write_never_happens() {
    for_each_database(|db| async move {
        let node = db.impatient_node().await;
        // Its turn does not come: the node's only writer is at work.
        let (release, task) = hold(&node).await;
        let error = set(&node, "late", "1").await.expect_err("busy");
        assert!(matches!(&error, StoreError::Unavailable(text) if text == "busy"), "{error}");
        release.send(()).expect("waits");
        task.await.expect("no panic").expect("commits");

        // The lock does not come: another node holds it.
        let (release, task) = hold(&db).await;
        let error = set(&node, "held", "by the second").await.expect_err("busy");
        assert!(matches!(&error, StoreError::Unavailable(text) if text == "busy"), "{error}");
        release.send(()).expect("waits");
        task.await.expect("no panic").expect("commits");

        assert_eq!(get(&db, "late").await, None);
        assert_eq!(get(&db, "held").await.as_deref(), Some("by the first"));
        set(&node, "held", "by the second").await.expect("free again");
    });
}

#[test]
fn everybody_behind_a_long_lock_is_told_busy_at_once() {
    for_each_database(|db| async move {
        let node = db.impatient_node().await;
        let (release, task) = hold(&db).await;
        let mut waiting = Vec::new();
        for _ in 0..40 {
            let node = node.clone();
            waiting.push(tokio::spawn(async move { set(&node, "held", "late").await }));
        }
        let watch = vestibule::metrics::Stopwatch::start();
        for task in waiting {
            let error = task.await.expect("no panic").expect_err("busy");
            assert!(matches!(&error, StoreError::Unavailable(_)), "{error}");
        }
        // Each of them for itself would have waited as long again.
        assert!(watch.seconds() < 20.0, "{} s", watch.seconds());
        release.send(()).expect("waits");
        task.await.expect("no panic").expect("commits");
        assert_eq!(get(&db, "held").await.as_deref(), Some("by the first"), "what was refused never happens");
        set(&node, "held", "free").await.expect("free again");
    });
}

#[test]
fn readers_that_wait_too_long_are_told_busy() {
    for_each_database(|db| async move {
        let node = db.impatient_node().await;
        let (release, released) = mpsc::channel::<()>();
        let (began, begun) = oneshot::channel();
        let reading = tokio::spawn({
            let node = node.clone();
            async move {
                node.read(move |_| {
                    began.send(()).expect("the test waits");
                    let _ = released.recv();
                    Ok(())
                })
                .await
            }
        });
        begun.await.expect("the read begins");
        let error = node.read(|conn| meta::get(conn, "a")).await.expect_err("busy");
        assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
        drop(release);
        reading.await.expect("no panic").expect("reads");
        assert_eq!(get(&node, "a").await, None);
    });
}

/// Look-ups that stand until their senders are dropped, and what they come to.
fn long_look_ups(db: &Db, how_many: usize) -> Vec<(mpsc::Sender<()>, tokio::task::JoinHandle<bool>)> {
    let one = |_| {
        let (release, released) = mpsc::channel::<()>();
        let db = db.clone();
        let work =
            async move { db.read(move |_| Ok(released.recv().is_err())).await.is_ok_and(|ended| ended) };
        (release, tokio::spawn(work))
    };
    (0..how_many).map(one).collect()
}

#[test]
fn look_ups_that_take_long_hold_up_nobody() {
    for_each_database(|db| async move {
        let long = long_look_ups(&db, 3);
        let short: Vec<_> = (0..50)
            .map(|_| {
                let db = Db::clone(&db);
                tokio::spawn(async move { get(&db, "a").await })
            })
            .collect();
        for look_up in short {
            assert_eq!(look_up.await.expect("no panic"), None);
        }
        for (release, look_up) in long {
            assert!(!look_up.is_finished());
            drop(release);
            assert!(look_up.await.expect("no panic"));
        }
    });
}

#[test]
fn a_write_completes_although_its_caller_left() {
    for_each_database(|db| async move {
        let (release, task) = hold(&db).await;
        task.abort();
        assert!(task.await.expect_err("aborted").is_cancelled());
        release.send(()).expect("the closure still waits");
        // On PostgreSQL this one waits for the name, on SQLite for its turn.
        let inserted = db.write(|conn| meta::insert_if_absent(conn, "held", "by the second")).await;
        assert!(!inserted.expect("writes"));
        assert_eq!(get(&db, "held").await.as_deref(), Some("by the first"));
    });
}

#[test]
fn a_write_whose_connection_dies_is_run_once_more() {
    for_each_database(|db| async move {
        let (release, released) = mpsc::channel::<()>();
        let (began, begun) = oneshot::channel();
        let mut began = Some(began);
        let mut runs = 0;
        let writing = tokio::spawn({
            let db = db.clone();
            async move {
                db.write(move |conn| {
                    runs += 1;
                    meta::set(conn, "a", "1")?;
                    if let Some(began) = began.take() {
                        began.send(()).expect("the test waits");
                        let _ = released.recv();
                    }
                    meta::set(conn, "b", "1")?;
                    Ok(runs)
                })
                .await
            }
        });
        begun.await.expect("the write begins");
        db.cut_connections().await;
        drop(release);
        let runs = writing.await.expect("no panic").expect("commits");
        assert_eq!(runs, if db.is_postgres() { 2 } else { 1 });
        assert_eq!((get(&db, "a").await.as_deref(), get(&db, "b").await.as_deref()), (Some("1"), Some("1")));
    });
}

#[test]
fn writes_that_lock_each_other_out_both_succeed() {
    for_each_database(|db| async move {
        if !db.is_postgres() {
            // One writer cannot meet itself.
            return;
        }
        set(&db, "a", "0").await.expect("writes");
        set(&db, "b", "0").await.expect("writes");
        let both_began = Arc::new(Barrier::new(2));
        let write = |first: &'static str, second: &'static str| {
            let mut barrier = Some(both_began.clone());
            db.write(move |conn| {
                meta::set(conn, first, "1")?;
                if let Some(barrier) = barrier.take() {
                    barrier.wait();
                }
                meta::set(conn, second, "1")
            })
        };
        let (forth, back) = tokio::join!(write("a", "b"), write("b", "a"));
        forth.expect("commits");
        back.expect("commits");
    });
}

#[test]
fn what_is_written_can_be_read_at_once_by_another_node() {
    for_each_database(|db| async move {
        let other = Db::open(&db.settings()).await.expect("opens twice");
        set(&db, "a", "1").await.expect("writes");
        assert_eq!(get(&other, "a").await.as_deref(), Some("1"));
        set(&other, "a", "2").await.expect("writes");
        assert_eq!(get(&db, "a").await.as_deref(), Some("2"));
    });
}

#[test]
fn a_pool_without_connections_is_refused() {
    block_on(async {
        let mut settings = TestDatabase::sqlite().await.settings();
        settings.pool_size = 0;
        assert!(matches!(Db::open(&settings).await, Err(StoreError::Settings(_))));
    });
}

#[test]
#[cfg(unix)]
fn a_new_database_file_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new.db");
        let settings = DatabaseSettings::new(format!("sqlite:{}", path.display()));
        let db = Db::open(&settings).await.expect("opens");
        db.migrate().await.expect("migrates");
        for name in ["new.db", "new.db-wal", "new.db-shm"] {
            let mode = std::fs::metadata(folder.path().join(name)).expect("exists").permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    });
}
