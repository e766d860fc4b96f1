//! `vestibule backup` and `restore` as an operator runs them: the built program, files, databases of its own.
#![expect(clippy::disallowed_methods, reason = "a test waits and measures by the system's clock")]

use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

use vestibule::directory::users;
use vestibule::model::attributes::AttributeMap;
use vestibule::model::ids::PoolId;
use vestibule::store::{dump, pools};

use crate::keys::cli::Installation;
use crate::support::database::block_on;
use crate::support::env::{caller, test_env_with};

/// An installation with a pool and a person in it.
fn lived_in() -> Installation {
    let installation = Installation::new();
    block_on(async {
        let db = installation.db().await;
        let world = test_env_with(&db, &installation.path("master.key")).await;
        let pool = world.pool(|_| {}).await;
        // No command works on a production database that holds a password of the demonstration.
        let new = users::NewUser {
            username: Some("ada".to_owned()),
            attributes: AttributeMap::new(),
            password: Some("Lovelace-Engine-1843".to_owned()),
            temporary: false,
            invite: false,
        };
        users::create(&world.env, &caller("192.0.2.1"), &pool, new).await.expect("a person");
    });
    installation
}

/// A second installation with the first one's master key and no database.
fn moved_to(from: &Installation) -> Installation {
    let there = Installation::new();
    std::fs::copy(from.path("master.key"), there.path("master.key")).expect("the key is carried over");
    for name in ["test.db", "test.db-wal", "test.db-shm"] {
        let _ = std::fs::remove_file(there.path(name));
    }
    there
}

fn has_a_pool(installation: &Installation) -> bool {
    block_on(async {
        let pools: Vec<PoolId> = installation
            .db()
            .await
            .read(|c| Ok(pools::list(c)?.into_iter().map(|pool| pool.id).collect()))
            .await
            .expect("the database answers");
        pools.len() == 1
    })
}

#[test]
fn a_backup_is_taken_shown_verified_and_restored() {
    let here = lived_in();
    let taken = here.json(&["backup", "a.backup", "--json"]);
    let mode = std::fs::metadata(here.path("a.backup")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let shown = here.json(&["backup", "show", "a.backup", "--json"]);
    assert_eq!(shown["master_key"], taken["master_key"]);
    assert_eq!(shown["master_key"], here.json(&["keys", "show", "--json"])["master_key"]);
    assert_eq!(shown["product"], env!("CARGO_PKG_VERSION"));
    let verified = here.json(&["backup", "verify", "a.backup", "--json"]);
    assert_eq!(verified["tables"], taken["tables"]);
    let text = here.refused(&["backup", "a.backup"]);
    assert!(text.contains("never overwrites"), "{text}");
    assert_eq!(here.events("backup.take").len(), 1);

    let there = moved_to(&here);
    let file = here.path("a.backup");
    let file = file.to_str().expect("a plain path");
    there.ok(&["restore", file, "--dry-run"]);
    assert!(!there.path("test.db").exists(), "looking makes no database");
    let said = there.ok(&["restore", file]);
    assert!(said.contains("a.backup"), "{said}");
    assert!(has_a_pool(&there));
    let events = there.events("backup.restore");
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].actor_kind, "operator");
    // What it was made of is in its trail as well; what was written after it is not.
    assert_eq!(there.events("backup.take").len(), 0);
    for arguments in [&["restore", file][..], &["restore", file, "--dry-run"]] {
        let text = there.refused(arguments);
        assert!(text.contains("not empty"), "{text}");
    }
}

#[test]
fn a_backup_with_a_passphrase_needs_it_and_no_settings_to_be_verified() {
    let here = lived_in();
    let passphrase = here.path("passphrase");
    std::fs::write(&passphrase, "correct horse battery staple\n").expect("a file");
    let seal = ["backup", "a.backup", "--passphrase-file", "passphrase"];
    std::fs::set_permissions(&passphrase, PermissionsExt::from_mode(0o644)).expect("chmod");
    assert!(here.refused(&seal).contains("chmod 600"));
    std::fs::set_permissions(&passphrase, PermissionsExt::from_mode(0o600)).expect("chmod");
    here.ok(&seal);
    assert!(here.refused(&["backup", "verify", "a.backup"]).contains("--passphrase-file"));
    std::fs::remove_file(here.path("vestibule.toml")).expect("the settings go");
    here.ok(&["backup", "verify", "a.backup", "--passphrase-file", "passphrase"]);
    std::fs::write(&passphrase, "correct horse battery stapler").expect("a file");
    let text = here.refused(&["backup", "verify", "a.backup", "--passphrase-file", "passphrase"]);
    assert!(text.contains("not the passphrase"), "{text}");
}

#[test]
fn a_backup_of_another_master_key_is_refused_with_the_one_it_needs() {
    let here = lived_in();
    here.ok(&["backup", "a.backup"]);
    let needed = here.json(&["keys", "show", "--json"])["master_key"].clone();
    let there = Installation::new();
    let file = here.path("a.backup");
    for arguments in [&["restore"][..], &["backup", "verify"]] {
        let text = there.refused(&[arguments, &[file.to_str().expect("a plain path")]].concat());
        assert!(text.contains(needed.as_str().expect("text")), "{text}");
    }
}

#[test]
fn a_damaged_backup_leaves_no_database_behind() {
    let here = lived_in();
    here.ok(&["backup", "a.backup"]);
    let there = moved_to(&here);
    let good = std::fs::read(here.path("a.backup")).expect("a file");
    let mut changed = good.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    for (name, content) in
        [("cut", &good[..good.len() - 1]), ("changed", &changed), ("none", b"nothing of the kind".as_slice())]
    {
        std::fs::write(there.path(name), content).expect("a file");
        there.refused(&["restore", name]);
        there.refused(&["restore", name, "--dry-run"]);
        there.refused(&["backup", "verify", name]);
        let tables =
            block_on(async { there.db().await.snapshot(dump::tables).await.expect("an empty file") });
        assert!(tables.is_empty(), "{name}: {tables:?}");
    }
    std::fs::write(there.path("good"), &good).expect("a file");
    there.ok(&["restore", "good"]);
    assert!(has_a_pool(&there));
}

#[test]
fn a_restore_that_is_killed_at_any_moment_has_happened_or_not() {
    let here = lived_in();
    here.ok(&["backup", "a.backup"]);
    let file = here.path("a.backup");
    let file = file.to_str().expect("a plain path");
    let how_long = {
        let there = moved_to(&here);
        let begun = Instant::now();
        there.ok(&["restore", file]);
        begun.elapsed()
    };
    let mut done = 0;
    for round in 0..25_u32 {
        let there = moved_to(&here);
        let mut child = there
            .command(&["restore", file])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let patience =
            if round == 24 { Duration::MAX } else { how_long.mul_f64(f64::from(round + 1) / 20.0) };
        let begun = Instant::now();
        while begun.elapsed() < patience && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().expect("a child");
        if there.run(&["keys", "show"]).status.success() {
            assert!(has_a_pool(&there), "round {round}: it is there and whole");
            done += 1;
        } else {
            there.ok(&["restore", file]);
            assert!(has_a_pool(&there), "round {round}: nothing of it was in the way");
        }
    }
    assert!(done > 0, "the last round came to its end");
}

#[test]
fn a_file_whose_first_write_was_cut_off_needs_no_hand() {
    let here = lived_in();
    here.ok(&["backup", "a.backup"]);
    let file = here.path("a.backup");
    let there = moved_to(&here);
    // A database whose journal says that the header must be written back, as a kill at the wrong moment leaves it.
    let page = [b"SQLite format 3\0\x10\0\x02\x02\0\x40\x20\x20".as_slice(), &[0; 4072]].concat();
    std::fs::write(there.path("test.db"), page).expect("a file");
    // Magic, no pages, a nonce, the file was empty before, sectors of 512 bytes, pages of 4096.
    let mut journal = [0_u8; 512];
    journal[..8].copy_from_slice(&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    journal[12..16].copy_from_slice(&[0x1c, 0xdf, 0x95, 0xdc]);
    journal[22] = 0x02;
    journal[26] = 0x10;
    std::fs::write(there.path("test.db-journal"), journal).expect("a file");
    there.ok(&["restore", file.to_str().expect("a plain path")]);
    assert!(has_a_pool(&there));
}

#[test]
fn a_backup_that_is_killed_leaves_no_file_of_its_name() {
    let here = lived_in();
    for round in 0..15_u32 {
        let name = format!("{round}.backup");
        let mut child = here
            .command(&["backup", &name])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(u64::from(round) * 8) {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().expect("a child");
        if here.path(&name).exists() {
            here.ok(&["backup", "verify", &name]);
        }
    }
}
