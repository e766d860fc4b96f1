//! Files that are not what they seem: each is refused with a sentence, in bounded memory, and the database stays empty.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};
use vestibule::backup::{self, BackupError, Protection};
use vestibule::crypto::digest::{Sha256, sha256_hex};
use vestibule::crypto::random::{Random, SeededRandom};
use vestibule::crypto::seal::derive;
use vestibule::crypto::stream::SealingWriter;

use super::restore::content;
use super::{PASSPHRASE, Shelf, by_master_key, by_passphrase, key, restore, take};
use crate::support::database::{TestDatabase, block_on, for_each_empty_database};
use crate::support::env::test_env;

const MAGIC: &[u8] = b"vestibule-backup";

/// A small good backup.
async fn good(shelf: &Shelf) -> Vec<u8> {
    let db = TestDatabase::sqlite().await;
    let world = test_env(&db).await;
    world.pool(|_| {}).await;
    let file = shelf.file("good.backup");
    take(&world.env, &file).await.expect("it is taken");
    std::fs::read(&file).expect("it can be read")
}

fn header_end(file: &[u8]) -> usize {
    20 + u32::from_be_bytes(file[16..20].try_into().expect("four bytes")) as usize
}

fn header(file: &[u8]) -> Value {
    serde_json::from_slice(&file[20..header_end(file)]).expect("a header")
}

/// A file with this header and what follows it.
fn with_header(header: &Value, rest: &[u8]) -> Vec<u8> {
    let json = header.to_string();
    [MAGIC, &(json.len() as u32).to_be_bytes(), json.as_bytes(), rest].concat()
}

/// What somebody who holds the master key could make: a header, and any lines under the right key.
fn forged(header: &Value, lines: &[u8]) -> Vec<u8> {
    let prefix = with_header(header, b"");
    let key = derive(&key("5a").backup_key(), &format!("backup file {}", sha256_hex(&prefix)));
    let mut writer = SealingWriter::new(prefix, &key);
    writer.write_all(lines).expect("memory takes it");
    writer.finish().expect("memory takes it")
}

fn refusal(shelf: &Shelf, content: &[u8]) -> BackupError {
    let file = shelf.file("hostile.backup");
    std::fs::write(&file, content).expect("a file");
    backup::verify(&file, &by_master_key()).expect_err("refused")
}

fn damaged(error: &BackupError) -> bool {
    matches!(error, BackupError::Damaged(_))
}

#[test]
fn what_is_no_backup_is_told_from_a_broken_one() {
    block_on(async {
        let shelf = Shelf::new();
        let random: &dyn Random = &SeededRandom::new(1);
        for bytes in
            [&b""[..], b"v", MAGIC, &random.bytes::<4096>(), b"SQLite format 3\0 and so on for a while"]
        {
            assert!(matches!(refusal(&shelf, bytes), BackupError::NotABackup), "{} bytes", bytes.len());
        }
        // A length that is not there, one that nobody has memory for, and one that cuts the JSON.
        for length in [70_000_u32, u32::MAX, 9, 0] {
            let file = [MAGIC, &length.to_be_bytes(), b"{\"format\": 1}"].concat();
            assert!(matches!(refusal(&shelf, &file), BackupError::DamagedHeader), "{length}");
        }
        let missing = backup::verify(&shelf.file("missing"), &by_master_key()).expect_err("refused");
        assert!(missing.to_string().contains("missing"), "{missing}");
        let folder = backup::verify(Path::new("/tmp"), &by_master_key()).expect_err("a folder is no file");
        assert!(matches!(folder, BackupError::File { .. }), "{folder}");
    });
}

#[test]
fn every_cut_and_every_changed_byte_is_seen() {
    block_on(async {
        let shelf = Shelf::new();
        let good = good(&shelf).await;
        assert!(good.len() > 70_000 || good.len() > 4_000, "{}", good.len());
        // Every byte of the header and of both ends of the stream, and a sample between.
        let sample = (0..good.len())
            .filter(|at| *at < header_end(&good) + 40 || at % 997 == 0 || good.len() - at < 20);
        for at in sample {
            let mut changed = good.clone();
            changed[at] ^= 1 << (at % 8);
            let error = refusal(&shelf, &changed);
            assert!(at < header_end(&good) || damaged(&error), "byte {at}: {error}");
            let error = refusal(&shelf, &good[..at]);
            assert!(at < header_end(&good) || damaged(&error), "{at} bytes: {error}");
        }
        assert!(damaged(&refusal(&shelf, &[&good[..], b"x"].concat())));
        assert!(damaged(&refusal(&shelf, &[&good[..], &good[..]].concat())));
    });
}

#[test]
fn a_broken_file_leaves_the_database_empty() {
    for_each_empty_database(|db| async move {
        let shelf = Shelf::new();
        let good = good(&shelf).await;
        let file = shelf.file("broken.backup");
        for broken in [&good[..good.len() - 1], &good[..header_end(&good)], &[&good[..], b"x"].concat()] {
            std::fs::write(&file, broken).expect("a file");
            let error = restore(&db, &file, &by_master_key()).await.expect_err("refused");
            assert!(damaged(&error), "{error}");
            assert_eq!(content(&db).await, BTreeMap::new(), "not even tables");
        }
        restore(&db, &shelf.file("good.backup"), &by_master_key()).await.expect("the good one still fits");
    });
}

#[test]
fn a_header_of_another_version_says_which() {
    block_on(async {
        let shelf = Shelf::new();
        let good = good(&shelf).await;
        let with = |name: &str, value: Value| {
            let mut header = header(&good);
            header[name] = value;
            with_header(&header, &good[header_end(&good)..])
        };
        let mut newer = header(&good);
        newer["format"] = json!(2);
        newer["product"] = json!("9.9.9");
        newer["what we cannot know"] = json!([]);
        let error = refusal(&shelf, &with_header(&newer, b"")).to_string();
        assert!(error.contains("9.9.9"), "{error}");
        assert!(matches!(refusal(&shelf, &with("engine", json!(7))), BackupError::DamagedHeader));
        // What the header says is in the key: it opens nothing once it says something else.
        assert!(damaged(&refusal(&shelf, &with("created_at", json!(7)))));
        assert!(damaged(&refusal(&shelf, &with("engine", json!("postgres")))));
        assert!(damaged(&refusal(&shelf, &with("migrations", json!([])))));

        let file = shelf.file("future.backup");
        let mut future = header(&good);
        future["migrations"].as_array_mut().expect("a list").push(json!("0999_tomorrow"));
        std::fs::write(&file, forged(&future, b"")).expect("a file");
        let db = TestDatabase::sqlite().await;
        let error = restore(&db, &file, &by_master_key()).await.expect_err("refused");
        assert!(matches!(error, BackupError::Newer(_)), "{error}");
    });
}

#[test]
fn a_passphrase_that_would_take_all_memory_or_time_is_refused() {
    block_on(async {
        let shelf = Shelf::new();
        let db = TestDatabase::sqlite().await;
        let world = test_env(&db).await;
        let file = shelf.file("a.backup");
        let protection = Protection::Passphrase(PASSPHRASE.into());
        backup::take(&world.env, &file, protection).await.expect("it is taken");
        let good = std::fs::read(&file).expect("it can be read");
        for (name, value) in [
            ("memory_kib", json!(u32::MAX)),
            ("memory_kib", json!(0)),
            ("iterations", json!(u32::MAX)),
            ("iterations", json!(0)),
            ("parallelism", json!(u32::MAX)),
            ("salt", json!("short")),
            ("kind", json!("none")),
        ] {
            let mut header = header(&good);
            header["key"][name] = value.clone();
            std::fs::write(&file, with_header(&header, &good[header_end(&good)..])).expect("a file");
            let error = backup::verify(&file, &by_passphrase(PASSPHRASE)).expect_err("refused");
            assert!(matches!(error, BackupError::DamagedHeader), "{name} {value}: {error}");
        }
    });
}

/// The lines of a table with these rows, and a manifest that counts them rightly.
fn lines(table: &str, columns: &Value, rows: &[&str]) -> Vec<u8> {
    let mut digest = Sha256::default();
    let mut text = format!("{}\n", json!({"table": {"name": table, "columns": columns}}));
    for row in rows {
        text += &format!("{row}\n");
        digest.update(format!("{row}\n").as_bytes());
    }
    let count = json!({"name": table, "rows": rows.len(), "sha256": digest.finish_hex()});
    (text + &format!("{}\n", json!({"manifest": {"tables": [count]}}))).into_bytes()
}

#[test]
fn lines_that_do_not_fit_are_refused_although_they_are_sealed_rightly() {
    block_on(async {
        let shelf = Shelf::new();
        let header = header(&good(&shelf).await);
        let meta = json!([["name", "text"], ["value", "text"]]);
        let refused = |lines: &[u8], what: &str| {
            let error = refusal(&shelf, &forged(&header, lines));
            assert!(damaged(&error) && error.to_string().contains(what), "{what}: {error}");
        };
        let file = shelf.file("fits.backup");
        std::fs::write(&file, forged(&header, &lines("meta", &meta, &["[\"a\",\"b\"]"]))).expect("a file");
        backup::verify(&file, &by_master_key()).expect("lines made by hand are good");

        for row in [
            "[]",
            "[\"a\"]",
            "[\"a\",1]",
            "[\"a\",\"b\",null]",
            "[\"a\",true]",
            "[\"a\",[\"b\"]]",
            "[\"a\",",
            "[[[[",
        ] {
            refused(&lines("meta", &meta, &[row]), "row 1 of meta");
        }
        let all = json!([["i", "integer"], ["b", "boolean"], ["x", "bytes"]]);
        for row in [
            "[1.5,true,\"00\"]",
            "[1e3,true,\"00\"]",
            "[9223372036854775808,true,\"00\"]",
            "[1,1,\"00\"]",
            "[1,true,\"0\"]",
            "[1,true,\"zz\"]",
        ] {
            refused(&lines("odd", &all, &[row]), "row 1 of odd");
        }
        refused(&lines("meta", &json!([["name", "float"]]), &[]), "unknown type");
        refused(b"", "no end");
        refused(b"[\"a\",\"b\"]\n", "before any table");
        refused(b"nonsense\n", "neither");
        refused(b"{\"table\": {\"name\": \"meta\"}}\n", "neither");
        let good = lines("meta", &meta, &["[\"a\",\"b\"]"]);
        refused(&good[..good.len() - 1], "no end");
        refused(&[&good[..], b"more\n"].concat(), "follows");
        let without_manifest =
            good.split_inclusive(|byte| *byte == b'\n').take(2).collect::<Vec<_>>().concat();
        refused(&without_manifest, "no end");
        refused(&[&without_manifest[..], &good[..]].concat(), "twice");
        let text = String::from_utf8(good).expect("text");
        refused(text.replace("\"rows\":1", "\"rows\":2").as_bytes(), "manifest");
        refused(text.replace("\"rows\":1", "\"rows\":18446744073709551615").as_bytes(), "manifest");
        refused(text.replace("[\"a\",\"b\"]", "[\"a\",\"c\"]").as_bytes(), "manifest");
    });
}

#[test]
fn tables_and_keys_that_are_not_the_databases_are_refused() {
    for_each_empty_database(|db| async move {
        let shelf = Shelf::new();
        let good = good(&shelf).await;
        let file = shelf.file("forged.backup");
        let outcome = async |lines: Vec<u8>| {
            std::fs::write(&file, forged(&header(&good), &lines)).expect("a file");
            let error = restore(&db, &file, &by_master_key()).await.expect_err("refused");
            assert_eq!(content(&db).await, BTreeMap::new());
            error
        };
        let meta = json!([["name", "text"], ["value", "text"]]);
        let error = outcome(lines("meta", &meta, &[])).await;
        assert!(damaged(&error) && error.to_string().contains("missing"), "{error}");
        let error = outcome(lines("pg_authid", &meta, &[])).await;
        assert!(damaged(&error) && error.to_string().contains("pg_authid"), "{error}");
        let error =
            outcome(lines("meta", &json!([["name", "text"], ["value\" from x; --", "text"]]), &[])).await;
        assert!(damaged(&error), "{error}");
        // Twice the same key.
        let error = outcome(lines("meta", &meta, &["[\"a\",\"b\"]", "[\"a\",\"b\"]"])).await;
        assert!(matches!(error, BackupError::Store(_)), "{error}");
        let error = outcome(lines("meta", &meta, &["[\"a\",null]"])).await;
        assert!(matches!(error, BackupError::Store(_)), "{error}");
    });
}

#[test]
fn a_line_without_an_end_takes_no_more_memory_than_a_line_may_have() {
    block_on(async {
        let shelf = Shelf::new();
        let header = header(&good(&shelf).await);
        let endless = vec![b'['; 65 * 1024 * 1024];
        let error = refusal(&shelf, &forged(&header, &endless));
        assert!(error.to_string().contains("no end"), "{error}");
    });
}
