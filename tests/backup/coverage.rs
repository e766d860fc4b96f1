//! No table is forgotten: what is backed up is asked of the database, and every migration is held to what a backup has a
//! form for.

use std::collections::BTreeSet;
use std::path::Path;

use vestibule::backup;
use vestibule::store::dump::{self, Kind, Table};
use vestibule::store::{Db, StoreError};

use super::{Shelf, by_master_key, take};
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::env::test_env;

async fn tables(db: &Db) -> Vec<Table> {
    db.snapshot(dump::tables).await.expect("the tables")
}

/// The names after `CREATE TABLE` in all migrations, without those that a later one drops or renames.
fn tables_of_the_migrations(database: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    let mut steps: Vec<_> =
        std::fs::read_dir(folder).expect("the migrations").map(|step| step.expect("a step").path()).collect();
    steps.sort();
    let mut names = BTreeSet::new();
    for step in steps {
        let text = std::fs::read_to_string(step.join("up.sql")).expect("an up.sql");
        let words: Vec<&str> = text.split_whitespace().collect();
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '_').to_owned();
        for window in words.windows(6) {
            let upper: Vec<String> = window.iter().map(|word| word.to_uppercase()).collect();
            match [upper[0].as_str(), upper[1].as_str()] {
                ["CREATE", "TABLE"] if upper[2] == "IF" => drop(names.insert(plain(window[5]))),
                ["CREATE", "TABLE"] => drop(names.insert(plain(window[2]))),
                ["DROP", "TABLE"] => drop(names.remove(&plain(window[2]))),
                ["ALTER", "TABLE"] if upper[3] == "RENAME" && upper[4] == "TO" => {
                    names.remove(&plain(window[2]));
                    names.insert(plain(window[5]));
                }
                _ => {}
            }
        }
    }
    names
}

#[test]
fn every_table_of_the_migrations_is_in_a_backup() {
    for_each_database(|db| async move {
        let expected = tables_of_the_migrations(if db.is_postgres() { "postgres" } else { "sqlite" });
        assert!(expected.len() > 20, "{expected:?}");
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        take(&test_env(&db).await.env, &file).await.expect("it is taken");
        let verified = backup::verify(&file, &by_master_key()).expect("it is good");
        let held: BTreeSet<String> = verified.manifest.tables.into_iter().map(|table| table.name).collect();
        assert_eq!(held, expected);
    });
}

#[test]
fn every_column_has_a_form_in_a_backup_and_the_same_on_both_databases() {
    block_on(async {
        let db = TestDatabase::sqlite().await;
        for table in &tables(&db).await {
            for column in &table.columns {
                let known = !matches!(column.kind, Kind::Other(_));
                assert!(known, "{}.{}: {:?}", table.name, column.name, column.kind);
            }
        }
    });
    for_each_database(|db| async move {
        let sort = |mut tables: Vec<Table>| {
            tables.sort_by(|one, other| one.name.cmp(&other.name));
            for table in &mut tables {
                table.columns.sort_by(|one, other| one.name.cmp(&other.name));
            }
            tables
        };
        let sqlite = TestDatabase::sqlite().await;
        assert_eq!(sort(tables(&db).await), sort(tables(&sqlite).await));
    });
}

#[test]
fn no_table_refers_to_one_that_comes_after_it() {
    // PostgreSQL checks each statement's rows at once, so that a ring of tables could not be restored.
    block_on(async {
        let db = TestDatabase::sqlite().await;
        let order: Vec<String> = tables(&db).await.into_iter().map(|table| table.name).collect();
        let references = db.snapshot(dump::references).await.expect("the references");
        for (child, parents) in references {
            for parent in parents {
                let place = |name: &String| order.iter().position(|known| known == name).expect("a table");
                assert!(place(&parent) < place(&child), "{child} refers to {parent}: {order:?}");
            }
        }
    });
}

#[test]
fn a_column_without_a_form_is_named_instead_of_left_out() {
    for_each_database(|db| async move {
        crate::keys::sql(&db, "CREATE TABLE strange (a TEXT, odd REAL)").await;
        let shelf = Shelf::new();
        let env = test_env(&db).await.env;
        let error = take(&env, &shelf.file("a.backup")).await.expect_err("refused");
        assert!(error.to_string().contains("odd of strange"), "{error}");
        assert_eq!(shelf.names(), Vec::<String>::new(), "no half backup is left");
    });
}

#[test]
fn a_snapshot_cannot_write() {
    for_each_database(|db| async move {
        let outcome: Result<(), StoreError> = db.snapshot(|c| vestibule::store::meta::set(c, "a", "b")).await;
        assert!(matches!(outcome, Err(StoreError::Database(_))), "{outcome:?}");
    });
}
