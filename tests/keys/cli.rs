//! `vestibule keys …` as an operator runs it: the built program, files, a database of its own.
#![expect(clippy::disallowed_methods, reason = "a test waits and measures by the system's clock")]

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use vestibule::store::audit_events::{self, StoredEvent, Wanted};
use vestibule::store::{DatabaseSettings, Db, data_keys};

use crate::support::database::block_on;
use crate::support::process::run_to_end;

/// A folder with a configuration whose database and key are beside it.
pub struct Installation {
    folder: TempDir,
}

impl Installation {
    /// With a master key and an empty database.
    pub fn new() -> Self {
        let installation = Self { folder: tempfile::tempdir().expect("a folder") };
        installation.configure("");
        installation.ok(&["keys", "init", "--file", "master.key"]);
        block_on(async {
            let db = installation.db().await;
            db.migrate().await.expect("the tables");
        });
        installation
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes the configuration with more at its beginning.
    pub fn configure(&self, more: &str) {
        let master =
            if more.contains("master_key =") { "" } else { "master_key = { file = \"master.key\" }\n" };
        let text = format!(
            "{more}\n{master}public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\ndatabase.url = \"sqlite:{}\"\n",
            self.path("test.db").display()
        );
        std::fs::write(self.path("vestibule.toml"), text).expect("the configuration");
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("VESTIBULE_TEST_POSTGRES").env_remove("VESTIBULE_REQUIRE_ALL");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        run_to_end(&mut self.command(arguments))
    }

    /// What a command that succeeds prints.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).expect("text")
    }

    /// What a command that fails says.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        String::from_utf8(output.stderr).expect("text")
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(arguments)).expect("JSON")
    }

    pub async fn db(&self) -> Db {
        let url = format!("sqlite:{}", self.path("test.db").display());
        Db::open(&DatabaseSettings::new(url)).await.expect("the database")
    }

    pub fn events(&self, action: &'static str) -> Vec<StoredEvent> {
        block_on(async {
            let wanted = Wanted { action: Some(action.into()), ..Wanted::default() };
            self.db().await.read(move |c| audit_events::list(c, &wanted, 100)).await.expect("the trail")
        })
    }

    fn data_keys(&self) -> Vec<(String, Vec<u8>)> {
        block_on(async { self.db().await.read(data_keys::list).await.expect("the keys") })
    }
}

#[test]
fn a_master_key_is_written_once_for_its_owner_only() {
    let installation = Installation::new();
    let file = installation.path("master.key");
    assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    let key = std::fs::read_to_string(&file).expect("text");
    assert_eq!(key.trim_end().len(), 64);
    let text = installation.refused(&["keys", "init", "--file", "master.key"]);
    assert!(text.contains("master.key already"), "{text}");
    assert_eq!(std::fs::read_to_string(&file).expect("text"), key);
    let said = installation.ok(&["keys", "init", "--file", "other.key"]);
    let other = std::fs::read_to_string(installation.path("other.key")).expect("text");
    assert!(other != key && !said.contains(other.trim_end()), "the key itself is not printed");
    let text = installation.refused(&["keys", "init", "--file", "no/such/folder/a.key"]);
    assert!(text.contains("no/such/folder"), "{text}");
}

#[test]
fn keys_are_shown_without_a_secret() {
    let installation = Installation::new();
    let key = std::fs::read_to_string(installation.path("master.key")).expect("text");
    let shown = installation.json(&["keys", "show", "--json"]);
    assert_eq!(shown["master_key"].as_str().expect("a fingerprint").len(), 16);
    assert_eq!(shown["signing_keys"], serde_json::json!([]));
    let text = installation.ok(&["keys", "show"]);
    assert!(
        text.contains(shown["master_key"].as_str().expect("text")) && !text.contains(&key[..16]),
        "{text}"
    );
    let text = installation.refused(&["keys", "show", "--pool", "us-east-1_Nowhere00"]);
    assert!(text.contains("no pool us-east-1_Nowhere00"), "{text}");
    let usage = installation.run(&["keys", "rotate", "--pool", "x", "--unpublish-after", "5m"]);
    assert_eq!(usage.status.code(), Some(2), "only with --now");
}

#[test]
fn a_wrong_master_key_stops_every_command_and_changes_nothing() {
    let installation = Installation::new();
    installation.ok(&["keys", "show"]);
    let before = installation.data_keys();
    installation.ok(&["keys", "init", "--file", "other.key"]);
    installation.configure("master_key = { file = \"other.key\" }");
    for arguments in [
        &["keys", "show"][..],
        &["backup", "a.backup"],
        &["keys", "rotate-master", "--new-file", "other.key"],
    ] {
        let text = installation.refused(arguments);
        assert!(text.contains("master key does not belong to this database"), "{arguments:?}: {text}");
    }
    assert_eq!(installation.data_keys(), before);
    assert!(!installation.path("a.backup").exists());
}

#[test]
fn the_master_key_is_changed_with_both_keys_known_before_and_after() {
    let installation = Installation::new();
    let old = installation.json(&["keys", "show", "--json"])["master_key"].clone();
    installation.ok(&["keys", "init", "--file", "new.key"]);
    let both = "master_key = { file = \"new.key\" }\nprevious_master_key = { file = \"master.key\" }";

    // Nodes learn the new key first; the database is still under the old one.
    installation.configure(both);
    assert_eq!(installation.json(&["keys", "show", "--json"])["master_key"], old);
    let said = installation.ok(&["keys", "rotate-master", "--new-file", "new.key"]);
    assert!(said.contains("under the master key"), "{said}");
    let new = installation.json(&["keys", "show", "--json"])["master_key"].clone();
    assert_ne!(new, old);
    assert!(said.contains(new.as_str().expect("text")), "{said}");
    let again = installation.ok(&["keys", "rotate-master", "--new-file", "new.key"]);
    assert!(again.contains("already"), "{again}");
    let events = installation.events("master_key.change");
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].actor_kind, "operator");
    assert!(events[0].actor.as_deref().is_some_and(|actor| actor.contains('@')));

    // The old settings alone are refused, the new ones alone will do.
    installation.configure("");
    assert!(installation.refused(&["keys", "show"]).contains("does not belong"));
    // An operator who lost track may ask again all the same.
    let again = installation.ok(&["keys", "rotate-master", "--new-file", "new.key"]);
    assert!(again.contains("already"), "{again}");
    installation.configure("master_key = { file = \"new.key\" }");
    assert_eq!(installation.json(&["keys", "show", "--json"])["master_key"], new);
}

#[test]
fn a_new_master_key_that_cannot_be_used_changes_nothing() {
    let installation = Installation::new();
    installation.ok(&["keys", "show"]);
    let before = installation.data_keys();
    let text = installation.refused(&["keys", "rotate-master", "--new-file", "missing.key"]);
    assert!(text.contains("missing.key"), "{text}");
    std::fs::write(installation.path("short.key"), "abc").expect("a file");
    let mode = |mode| {
        std::fs::set_permissions(installation.path("short.key"), PermissionsExt::from_mode(mode))
            .expect("chmod");
    };
    mode(0o644);
    let text = installation.refused(&["keys", "rotate-master", "--new-file", "short.key"]);
    assert!(text.contains("chmod 600"), "{text}");
    mode(0o600);
    let text = installation.refused(&["keys", "rotate-master", "--new-file", "short.key"]);
    assert!(text.contains("32 bytes") && !text.contains("abc"), "{text}");
    assert_eq!(installation.data_keys(), before);
}

#[test]
fn a_change_that_is_killed_at_any_moment_leaves_a_database_that_opens() {
    let installation = Installation::new();
    installation.ok(&["keys", "show"]);
    installation.ok(&["keys", "init", "--file", "new.key"]);
    let how_long = {
        let begun = Instant::now();
        installation.ok(&["keys", "rotate-master", "--new-file", "new.key"]);
        begun.elapsed()
    };
    let (mut present, mut other) = ("new.key", "master.key");
    let mut changed = 0;
    for round in 0..40_u32 {
        installation.configure(&format!("master_key = {{ file = \"{present}\" }}"));
        let mut child = installation
            .command(&["keys", "rotate-master", "--new-file", other])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        // From the first moments to the end.
        let patience =
            if round == 39 { Duration::MAX } else { how_long.mul_f64(f64::from(round + 1) / 30.0) };
        let begun = Instant::now();
        while begun.elapsed() < patience && child.try_wait().expect("a child").is_none() {
            std::hint::spin_loop();
        }
        let _ = child.kill();
        child.wait().expect("a child");
        let with = |file: &str| {
            installation.configure(&format!("master_key = {{ file = \"{file}\" }}"));
            installation.run(&["keys", "show"]).status.success()
        };
        let (old, new) = (with(present), with(other));
        assert!(old != new, "round {round}: opens with the old one: {old}, with the new one: {new}");
        if new {
            (present, other) = (other, present);
            changed += 1;
        }
    }
    assert!(changed > 0, "the last round came to its end");
}

#[test]
fn signing_keys_are_rotated_and_replaced_by_command() {
    let installation = Installation::new();
    let pool = "us-east-1_Real00001";
    block_on(async {
        let db = installation.db().await;
        let world = crate::support::env::test_env_with(&db, &installation.path("master.key")).await;
        let id = Some(vestibule::model::ids::PoolId::trusted(pool));
        let made = vestibule::directory::pools::create(&world.env, id, "Real", Default::default()).await;
        let made = made.expect("a pool");
        for algorithm in [
            vestibule::model::client::SigningAlgorithm::EdDsa,
            vestibule::model::client::SigningAlgorithm::Es256,
        ] {
            vestibule::tokens::keys::ensure(&world.env, &made.id, algorithm).await.expect("a key");
        }
    });
    let keys = |algorithm: &str| -> Vec<Value> {
        let shown = installation.json(&["keys", "show", "--pool", pool, "--json"]);
        let keys = shown["signing_keys"].as_array().expect("keys").clone();
        keys.into_iter().filter(|key| key["algorithm"] == algorithm).collect()
    };
    let states = |algorithm: &str| -> Vec<String> {
        keys(algorithm).iter().map(|key| key["state"].as_str().expect("a word").to_owned()).collect()
    };
    installation.ok(&["keys", "rotate", "--pool", pool, "--algorithm", "eddsa"]);
    assert_eq!(states("EdDSA"), ["signs", "waits"]);
    assert_eq!(states("ES256"), ["signs"]);
    let waits = keys("EdDSA")[1].clone();
    let overlap = waits["signs_from"].as_i64().expect("a time")
        - keys("EdDSA")[0]["signs_from"].as_i64().expect("a time");
    assert!(overlap >= 3_600_000, "an hour by default: {overlap}");

    installation.ok(&["keys", "rotate", "--pool", pool, "--now", "--unpublish-after", "30m"]);
    assert_eq!(states("EdDSA"), ["verifies", "verifies", "signs"]);
    assert_eq!(states("ES256"), ["verifies", "signs"]);
    let text = installation.refused(&["keys", "rotate", "--pool", pool, "--algorithm", "RS256"]);
    assert!(text.contains("no such signing key"), "{text}");
    let usage = installation.run(&["keys", "rotate", "--pool", pool, "--algorithm", "HS256"]);
    assert_eq!(usage.status.code(), Some(2));
    for (action, count) in [("signing_key.rotate", 1), ("signing_key.replace", 2)] {
        let events = installation.events(action);
        assert_eq!(events.len(), count, "{action}");
        assert!(
            events
                .iter()
                .all(|event| event.actor_kind == "operator" && event.pool_id.as_deref() == Some(pool))
        );
    }
}
