//! What comes back is what was there, byte for byte, on either database; and only into an empty one.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};
use vestibule::backup::{self, BackupError, KeySource, Protection};
use vestibule::crypto::master_key::MasterKeys;
use vestibule::crypto::random::SystemRandom;
use vestibule::env::{Env, KeyRing};
use vestibule::security::master_key;
use vestibule::store::audit_events::{self, Wanted};
use vestibule::store::dump;
use vestibule::store::{Db, StoreError, meta};

use super::{PASSPHRASE, Shelf, by_master_key, by_passphrase, key, restore, take};
use crate::keys::sql;
use crate::support::database::{block_on, for_each_database, for_each_empty_database, for_each_move};
use crate::support::env::{BEGINNING, test_env};

/// Every row of every table, sorted.
pub async fn content(db: &Db) -> BTreeMap<String, Vec<String>> {
    db.snapshot(|c| {
        let mut content = BTreeMap::new();
        for mut table in dump::tables(c)? {
            // The order of columns may differ between the two.
            table.columns.sort_by(|one, other| one.name.cmp(&other.name));
            let mut rows = Vec::new();
            dump::read_rows(c, &table, &mut |line| {
                // The two databases set blanks differently.
                let value: serde_json::Value = serde_json::from_str(line).expect("a row is JSON");
                rows.push(value.to_string());
                Ok::<_, StoreError>(())
            })?;
            rows.sort();
            content.insert(table.name, rows);
        }
        Ok::<_, StoreError>(content)
    })
    .await
    .expect("the database answers")
}

/// Rows with everything that a value can be, beside those that the product makes.
async fn plant(db: &Db, pool: &str) {
    let pool = pool.to_owned();
    db.write(move |c| {
        let tables = dump::tables(c)?;
        let table = |name: &str| tables.iter().find(|table| table.name == name).expect("a table").clone();
        for (at, text) in TEXTS.iter().enumerate() {
            meta::set(c, &format!("text {at}"), text)?;
        }
        let bytes: Vec<u8> = (0..=255).collect();
        for (at, payload) in [Some(bytes.as_slice()), Some(&[]), None].into_iter().enumerate() {
            let payload = payload.map(vestibule::crypto::encoding::hex);
            let row = |column: &str| match column {
                "id" => json!(format!("planted {at}")),
                "pool_id" => json!(pool),
                "sealed_payload" => json!(payload),
                "attempts" => json!(i64::MIN),
                "created_at" => json!(i64::MAX),
                "next_attempt_at" => json!(9_007_199_254_740_993_i64),
                "sent_at" => json!(0),
                "expires_at" => json!(-1),
                "kind" | "medium" => json!("x"),
                _ => Value::Null,
            };
            let outbox = table("outbox");
            let line: Vec<Value> = outbox.columns.iter().map(|column| row(&column.name)).collect();
            dump::insert_rows(c, &outbox, &[json!(line).to_string()])?;
        }
        Ok(())
    })
    .await
    .expect("the rows fit");
}

const TEXTS: [&str; 8] = [
    "plain",
    "",
    "ß İ ı ǆ 日本語 🏛️ e\u{301}",
    "' \" \\ \\\\ % _ ; -- $1 ? \n\r\t\u{1}\u{7f}",
    "{\"json\": [1, \"\\u0041\", null]}",
    "[1,2]",
    "null",
    "\u{202e}\u{feff}\u{ffff}\u{10ffff}",
];

#[test]
fn every_row_comes_back_as_it_was_on_either_database() {
    for_each_move(|from, to| async move {
        let world = test_env(&from).await;
        let pool = world.pool(|settings| settings.srp = Some(true)).await;
        world.user(&pool, "ada").await;
        plant(&from, pool.id.as_str()).await;
        let before = content(&from).await;
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        let taken = take(&world.env, &file).await.expect("it is taken");
        assert_eq!(shelf.names(), ["a.backup"], "nothing temporary is left");
        let metadata = std::fs::metadata(&file).expect("it is there");
        assert_eq!((metadata.permissions().mode() & 0o777, metadata.len()), (0o600, taken.bytes));

        let verified = backup::verify(&file, &by_master_key()).expect("it is good");
        assert_eq!((&verified.header, &verified.manifest), (&taken.header, &taken.manifest));
        assert_eq!(content(&to).await, BTreeMap::new(), "looking changes nothing");

        let restored = restore(&to, &file, &by_master_key()).await.expect("it is restored");
        assert_eq!(restored.manifest, taken.manifest);
        let mut after = content(&to).await;
        let trail = after.get_mut("audit_events").expect("the trail");
        let rows = trail.len();
        trail.retain(|row| !row.contains("backup.restore"));
        assert_eq!(trail.len() + 1, rows, "the restoring is in the trail");
        assert_eq!(after, before);
        for count in &taken.manifest.tables {
            assert_eq!(count.rows, before[&count.name].len() as u64, "{}", count.name);
        }
        assert_eq!(to.pending_migrations().await.expect("lists"), Vec::<String>::new());
        KeyRing::open(&to, &key("5a"), &SystemRandom, BEGINNING).await.expect("its keys open");
        // And once more from there: the bytes of a row may differ, what it says may not.
        let world = test_env(&to).await;
        take(&world.env, &shelf.file("b.backup")).await.expect("it is taken");
    });
}

#[test]
fn only_an_empty_database_is_restored_into() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        world.pool(|_| {}).await;
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        take(&world.env, &file).await.expect("it is taken");
        let before = content(&db).await;
        let error = restore(&db, &file, &by_master_key()).await.expect_err("refused");
        assert!(matches!(error, BackupError::NotEmpty(_)), "{error}");
        assert_eq!(content(&db).await, before);
    });
    // A single row of any kind is enough, and tables without rows are none too many.
    for_each_database(|db| async move {
        let source = crate::support::database::TestDatabase::sqlite().await;
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        take(&test_env(&source).await.env, &file).await.expect("it is taken");
        db.write(|c| meta::set(c, "a", "b")).await.expect("writes");
        let error = restore(&db, &file, &by_master_key()).await.expect_err("refused");
        assert!(matches!(&error, BackupError::NotEmpty(table) if table == "meta"), "{error}");
        sql(&db, "DELETE FROM meta").await;
        restore(&db, &file, &by_master_key()).await.expect("tables may be there");
        let error = restore(&db, &file, &by_master_key()).await.expect_err("refused");
        assert!(matches!(error, BackupError::NotEmpty(_)), "twice: {error}");
    });
}

#[test]
fn of_two_that_restore_at_once_one_does() {
    for_each_empty_database(|db| async move {
        let source = crate::support::database::TestDatabase::sqlite().await;
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        take(&test_env(&source).await.env, &file).await.expect("it is taken");
        let unlock = by_master_key();
        let other = Db::open(&db.settings()).await.expect("opens");
        let (one, two) = tokio::join!(restore(&db, &file, &unlock), restore(&other, &file, &unlock));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        KeyRing::open(&db, &key("5a"), &SystemRandom, BEGINNING).await.expect("it is whole");
    });
}

#[test]
fn a_backup_of_an_older_version_is_brought_up_to_date() {
    for_each_move(|from, to| async move {
        let world = test_env(&from).await;
        let pool = world.pool(|_| {}).await;
        world.user(&pool, "ada").await;
        let newest = from.snapshot(dump::applied_migrations).await.expect("lists");
        // What the second version knew; its backups differ from ours in nothing but their tables.
        while from.snapshot(dump::applied_migrations).await.expect("lists").len() > 2 {
            from.revert_last().await.expect("goes down");
        }
        let shelf = Shelf::new();
        let file = shelf.file("old.backup");
        let taken = old_backup(&world.env, &file).await;
        assert_eq!(taken.last().map(String::as_str), Some("0002_first_light"));
        restore(&to, &file, &by_master_key()).await.expect("it is restored");
        assert_eq!(to.snapshot(dump::applied_migrations).await.expect("lists"), newest);
        let found = content(&to).await;
        assert_eq!(found["users"].len(), 1);
        assert!(found.contains_key("audit_events"), "a table that the backup did not know");
    });
}

/// A backup of a database of an older version, which has no audit trail to mention it in.
async fn old_backup(env: &Env, file: &std::path::Path) -> Vec<String> {
    take(env, file).await.expect("a backup is none the less one");
    backup::read_header(file).expect("the file is complete").migrations
}

#[test]
fn tables_that_are_newer_than_the_backup_are_refused() {
    block_on(async {
        let source = crate::support::database::TestDatabase::sqlite().await;
        let world = test_env(&source).await;
        source.revert_last().await.expect("goes down");
        let shelf = Shelf::new();
        let file = shelf.file("old.backup");
        let _ = take(&world.env, &file).await;
        let target = crate::support::database::TestDatabase::sqlite().await;
        let error = restore(&target, &file, &by_master_key()).await.expect_err("refused");
        assert!(matches!(error, BackupError::TablesNewer), "{error}");
    });
}

#[test]
fn a_backup_needs_the_master_key_of_its_time() {
    for_each_move(|from, to| async move {
        let world = test_env(&from).await;
        let shelf = Shelf::new();
        let (old, sealed) = (shelf.file("old.backup"), shelf.file("sealed.backup"));
        take(&world.env, &old).await.expect("it is taken");
        backup::take(&world.env, &sealed, Protection::Passphrase(PASSPHRASE.into()))
            .await
            .expect("it is taken");
        master_key::change(&world.env, &MasterKeys::from(&key("5a")), &key("77")).await.expect("changed");
        let with =
            |masters: MasterKeys| backup::Unlock { masters: Some(masters), ..by_passphrase(PASSPHRASE) };
        let newer = with(MasterKeys::from(&key("77")));
        for file in [&old, &sealed] {
            // Sealed with a passphrase it can be read, and what is in it still needs the key.
            let error = restore(&to, file, &newer).await.expect_err("refused");
            let BackupError::WrongMasterKey { needed } = error else { panic!("{error}") };
            assert_eq!(needed, key("5a").fingerprint());
        }
        assert_eq!(content(&to).await, BTreeMap::new());
        assert!(matches!(backup::verify(&old, &newer), Err(BackupError::WrongMasterKey { .. })));
        backup::verify(&sealed, &newer).expect("a passphrase is enough to look");
        let both = with(MasterKeys::new(key("77"), Some(key("5a"))));
        restore(&to, &old, &both).await.expect("the previous key will do");
        KeyRing::open(&to, &key("5a"), &SystemRandom, BEGINNING)
            .await
            .expect("it is under the key of its time");
    });
}

#[test]
fn a_passphrase_opens_what_it_sealed_and_nothing_else_does() {
    for_each_move(|from, to| async move {
        let world = test_env(&from).await;
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        for short in ["", "elevenchars"] {
            let short = Protection::Passphrase(short.into());
            let error = backup::take(&world.env, &file, short).await.expect_err("refused");
            assert!(matches!(error, BackupError::ShortPassphrase));
        }
        assert_eq!(shelf.names(), Vec::<String>::new());
        let taken = backup::take(&world.env, &file, Protection::Passphrase(PASSPHRASE.into())).await;
        assert!(matches!(taken.expect("it is taken").header.key, KeySource::Passphrase { .. }));
        let refusal = |unlock| backup::verify(&file, &unlock).expect_err("refused");
        assert!(matches!(refusal(by_master_key()), BackupError::PassphraseNeeded));
        assert!(matches!(
            refusal(by_passphrase("correct horse battery stapler")),
            BackupError::WrongPassphrase
        ));
        restore(&to, &file, &by_passphrase(PASSPHRASE)).await.expect("it is restored");
    });
}

#[test]
fn no_file_is_overwritten_and_taking_one_is_in_the_trail() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let shelf = Shelf::new();
        let file = shelf.file("a.backup");
        std::fs::write(&file, "precious").expect("a file");
        assert!(matches!(take(&world.env, &file).await, Err(BackupError::Exists(_))));
        assert_eq!(std::fs::read(&file).expect("still there"), b"precious");
        let nowhere = shelf.file("no/such/folder/a.backup");
        assert!(matches!(take(&world.env, &nowhere).await, Err(BackupError::File { .. })));
        let taken = take(&world.env, &shelf.file("b.backup")).await.expect("it is taken");
        let wanted = Wanted { action: Some("backup.take".into()), ..Wanted::default() };
        let events = db.read(move |c| audit_events::list(c, &wanted, 10)).await.expect("the trail");
        let [event] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!(event.detail["bytes"], taken.bytes);
        assert_eq!(shelf.names(), ["a.backup", "b.backup"]);
    });
}
