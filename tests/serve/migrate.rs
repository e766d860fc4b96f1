//! `vestibule migrate`: what it names, what it does, what it leaves alone.

use vestibule::store::{DatabaseSettings, Db, inspect};

use super::installation::{Installation, complaint};
use crate::support::database::{TestDatabase, block_on, for_each_database, for_each_empty_database};

fn out(output: &std::process::Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_dry_run_names_the_steps_and_changes_nothing() {
    let installation = Installation::new();
    let dry = out(&installation.run(&["migrate", "--dry-run"]));
    assert!(
        dry.contains("0001_meta") && dry.contains("0002_first_light") && dry.contains("nothing was changed"),
        "{dry}"
    );
    assert!(!installation.path("vestibule.db").exists());
    let json = out(&installation.run(&["migrate", "--dry-run", "--json"]));
    let steps: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(steps[0]["name"], "0001_meta");
    let wet = out(&installation.run(&["migrate", "--json"]));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&wet).expect("JSON"), steps);
    for arguments in [&["migrate"][..], &["migrate", "--dry-run"]] {
        assert_eq!(out(&installation.run(arguments)), "The database is up to date.\n");
    }
    // One step behind: only that one is named.
    let newest = steps.as_array().and_then(|steps| steps.last()).expect("a step")["name"].clone();
    block_on(async {
        let url = format!("sqlite:{}", installation.path("vestibule.db").display());
        let db = Db::open(&DatabaseSettings::new(url)).await.expect("a database");
        db.revert_last().await.expect("a step back");
        db.checkpoint().await.expect("the log can be emptied");
    });
    let before = installation.files();
    let dry = out(&installation.run(&["migrate", "--dry-run", "--json"]));
    let pending: serde_json::Value = serde_json::from_str(&dry).expect("JSON");
    assert_eq!(pending.as_array().map(Vec::len), Some(1));
    assert_eq!(pending[0]["name"], newest);
    assert_eq!(before["vestibule.db"], installation.files()["vestibule.db"]);
    out(&installation.run(&["migrate"]));
}

#[test]
fn no_key_is_needed_and_a_wrong_url_is_refused() {
    let installation = Installation::new();
    std::fs::remove_file(installation.path("master.key")).expect("it was there");
    let text = complaint(&installation.run(&["migrate"]));
    assert!(text.contains("master.key"), "a key that is named must be there: {text}");
    installation.write(
        "vestibule.toml",
        b"public_url = \"https://a.example\"\ntrusted_proxies = [\"::1\"]\ndatabase.url = \"sqlite:vestibule.db\"",
    );
    out(&installation.run(&["migrate"]));
}

#[test]
fn looking_at_a_database_changes_nothing() {
    for_each_empty_database(|database: TestDatabase| async move {
        let found = inspect(&database.settings()).await.expect("it answers");
        assert!(found.is_fresh && found.applied.is_empty() && found.newer.is_empty());
        let pending = found.pending.clone();
        assert_eq!(pending.first().map(String::as_str), Some("0001_meta"));
        assert_eq!(inspect(&database.settings()).await.expect("it answers"), found, "nothing was made");
        assert_eq!(database.migrate().await.expect("tables"), pending);
        let found = inspect(&database.settings()).await.expect("it answers");
        assert_eq!((found.is_fresh, &found.applied, found.pending.len()), (false, &pending, 0));
    });
}

#[test]
fn a_newer_database_is_recognised() {
    for_each_database(|database: TestDatabase| async move {
        database.raw("INSERT INTO __diesel_schema_migrations (version) VALUES ('9998')").await;
        let found = inspect(&database.settings()).await.expect("it answers");
        assert_eq!((found.newer, found.pending.len()), (vec!["9998".to_owned()], 0));
        let refused = database.migrate().await.expect_err("an older program keeps its hands off");
        assert!(refused.to_string().contains("9998"), "{refused}");
    });
}
