//! Migrations: the same steps on both databases, forward, back and forward again.

use std::path::Path;

use vestibule::store::{DatabaseSettings, Db, StoreError, meta};

use crate::support::database::{block_on, for_each_database, for_each_empty_database};

fn folders(database: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    let mut names: Vec<_> = std::fs::read_dir(path)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
        .collect();
    names.sort();
    names
}

#[test]
fn both_databases_have_the_same_steps_up_and_down() {
    assert_eq!(folders("sqlite"), folders("postgres"));
    for database in ["sqlite", "postgres"] {
        for name in folders(database) {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database).join(&name);
            assert!(
                folder.join("up.sql").is_file() && folder.join("down.sql").is_file(),
                "{database}/{name}"
            );
        }
    }
}

#[test]
fn migrations_go_up_and_down_and_up_again() {
    for_each_empty_database(|db| async move {
        let all = folders("sqlite");
        assert_eq!(db.pending_migrations().await.expect("lists"), all);
        assert_eq!(db.migrate().await.expect("goes up"), all);
        assert_eq!(db.pending_migrations().await.expect("lists"), Vec::<String>::new());

        let mut reverted = 0;
        while db.revert_last().await.expect("goes down").is_some() {
            reverted += 1;
        }
        assert_eq!(reverted, all.len());
        let error = db.read(|conn| meta::get(conn, "a")).await.expect_err("the table is gone");
        assert!(matches!(error, StoreError::Database(_)), "{error}");

        assert_eq!(db.migrate().await.expect("goes up again"), all);
        db.write(|conn| meta::set(conn, "a", "b")).await.expect("the table is back");
    });
}

#[test]
fn a_second_migration_does_nothing() {
    for_each_database(|db| async move {
        db.write(|conn| meta::set(conn, "kept", "yes")).await.expect("writes");
        assert_eq!(db.migrate().await.expect("migrates"), Vec::<String>::new());
        assert_eq!(db.read(|conn| meta::get(conn, "kept")).await.expect("reads").as_deref(), Some("yes"));
    });
}

#[test]
fn nodes_that_migrate_at_once_do_each_step_once() {
    for_each_empty_database(|db| async move {
        let other = Db::open(&db.settings()).await.expect("opens twice");
        let third = Db::open(&db.settings()).await.expect("opens thrice");
        let (a, b, c) = tokio::join!(db.migrate(), other.migrate(), third.migrate());
        let mut done = [a, b, c].map(|names| names.expect("migrates")).concat();
        done.sort();
        assert_eq!(done, folders("sqlite"));
    });
}

#[test]
fn a_url_that_names_no_database_is_refused_with_a_remedy() {
    block_on(async {
        for (url, remedy) in [
            ("mysql://root:hunter2@host/db", "must begin with sqlite: or postgres:"),
            ("vestibule.db", "must begin with sqlite: or postgres:"),
            ("sqlite:", "must name a file"),
            ("sqlite::memory:", "must name a file"),
            ("sqlite:file.db?mode=ro", "must name a file"),
            ("sqlite:/no/such/folder/file.db", "/no/such/folder/file.db cannot be opened"),
            ("postgres://u:hunter2@host:port/db", "cannot be read"),
        ] {
            let Err(error) = Db::open(&DatabaseSettings::new(url)).await else { panic!("{url} opened") };
            let text = error.to_string();
            assert!(matches!(error, StoreError::Settings(_)), "{url}: {text}");
            assert!(text.contains(remedy) && !text.contains("hunter2"), "{url}: {text}");
        }
    });
}

#[test]
fn a_database_that_does_not_answer_is_unavailable() {
    block_on(async {
        let settings = DatabaseSettings::new("postgres://u:hunter2@127.0.0.1:1/db");
        let Err(error) = Db::open(&settings).await else { panic!("nothing listens there") };
        assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
        assert!(!format!("{error} {settings:?}").contains("hunter2"));
    });
}
