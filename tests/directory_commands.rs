//! The commands about a directory as a whole, by the built program.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use vestibule::model::ids::PoolId;
use vestibule::model::pool::{PoolSettings, SignInNames, UserPool};
use vestibule::store::{DatabaseSettings, Db, pools};

use crate::support::database::block_on;

const POOL: &str = "us-east-1_Real00001";
const BCRYPT: &str = "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";

/// A folder with a configuration, a master key and a database with one empty pool that tells cases apart.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Self(folder);
        let key = place.write("master.key", &"5a".repeat(32));
        std::fs::set_permissions(key, std::fs::Permissions::from_mode(0o600)).expect("a mode");
        place.write(
            "vestibule.toml",
            "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\n\
             master_key = { file = \"master.key\" }\n[database]\nurl = \"sqlite:vestibule.db\"\n",
        );
        let url = format!("sqlite:{}", place.path("vestibule.db").display());
        block_on(async {
            let db = Db::open(&DatabaseSettings::new(url)).await.expect("a database");
            db.migrate().await.expect("tables");
            let sign_in = SignInNames { case_sensitive: true, ..SignInNames::default() };
            let pool = UserPool {
                id: PoolId::parse(POOL).expect("a pool id"),
                name: "Real people".into(),
                settings: PoolSettings { sign_in, ..PoolSettings::default() },
                created_at: 1,
                updated_at: 1,
            };
            db.write(move |c| pools::insert(c, &pool)).await.expect("a pool");
        });
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).expect("a file");
        self.path(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args(arguments)
            .args(["--pool", POOL])
            .current_dir(self.0.path())
            .env_remove("VESTIBULE_CONFIG")
            .stdin(Stdio::null())
            .output()
            .expect("the program runs")
    }

    /// What a command that succeeds prints.
    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).expect("JSON")
    }

    /// What a command that is refused says, after its tables.
    fn refused(&self, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let text = |bytes| String::from_utf8(bytes).expect("text");
        (text(output.stdout), text(output.stderr))
    }
}

fn people() -> String {
    [("0a", "ada"), ("0b", "Ada"), ("0c", "bea")]
        .map(|(id, name)| {
            format!("{{\"id\":\"{id}\",\"username\":\"{name}\",\"password\":{{\"hash\":\"{BCRYPT}\"}}}}\n")
        })
        .concat()
}

#[test]
fn people_come_in_and_go_out() {
    let place = Place::new();
    place.write("people.jsonl", &people());
    let dry = place.json(&["import", "people.jsonl", "--dry-run"]);
    assert_eq!((&dry["created"], &dry["dry_run"]), (&3.into(), &true.into()));
    assert_eq!(place.ok(&["export-users"]).lines().count(), 1, "nothing was written");
    let done = place.json(&["import", "people.jsonl", "--report", "report.jsonl"]);
    assert_eq!((&done["created"], &done["failed"]), (&3.into(), &0.into()));
    let report = std::fs::read_to_string(place.path("report.jsonl")).expect("a report");
    assert_eq!(report.lines().count(), 3);
    assert!(report.starts_with(r#"{"line":1,"id":"0a","outcome":"created"}"#), "{report}");
    let again = place.json(&["import", "people.jsonl"]);
    assert_eq!((&again["created"], &again["unchanged"]), (&0.into(), &3.into()));

    let plain = place.ok(&["export-users"]);
    assert!(plain.contains("\"bea\"") && !plain.contains("$2b$"), "{plain}");
    let usage = place.run(&["export-users", "--with-hashes"]);
    assert_eq!(usage.status.code(), Some(2), "hashes need a file, or the word that they do not");
    place.ok(&["export-users", "--with-hashes", "--output", "out.jsonl"]);
    let mode = std::fs::metadata(place.path("out.jsonl")).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    assert!(std::fs::read_to_string(place.path("out.jsonl")).expect("text").contains(BCRYPT));
    let (_, there) = place.refused(&["export-users", "--with-hashes", "--output", "out.jsonl"]);
    assert!(there.contains("out.jsonl is there already"), "{there}");
}

#[test]
fn one_bad_row_keeps_all_out_until_it_is_mended_or_skipped() {
    let place = Place::new();
    let secret = "5f4dcc3b5aa765d61d8327deb882cf99";
    place.write(
        "people.jsonl",
        &format!("{}{{\"username\":\"eve\",\"password\":{{\"hash\":\"{secret}\"}}}}\n{{\n", people()),
    );
    let (table, sentence) = place.refused(&["import", "people.jsonl", "--report", "report.jsonl"]);
    assert!(sentence.contains("2 of 5 rows") && sentence.contains("nothing was written"), "{sentence}");
    assert!(table.contains("4 ") && table.contains("plain digest") && table.contains("not JSON"), "{table}");
    let report = std::fs::read_to_string(place.path("report.jsonl")).expect("a report");
    assert_eq!(report.lines().count(), 2);
    assert!(!format!("{table}{sentence}{report}").contains(secret), "no hash is repeated");
    assert_eq!(place.ok(&["export-users"]).lines().count(), 1, "nothing was written");
    let done = place.json(&["import", "people.jsonl", "--skip-bad"]);
    assert_eq!((&done["created"], &done["failed"]), (&3.into(), &2.into()));
}

#[test]
fn files_and_pools_that_are_not_there_are_named() {
    let place = Place::new();
    let (_, sentence) = place.refused(&["import", "nowhere.jsonl"]);
    assert!(sentence.contains("nowhere.jsonl cannot be read"), "{sentence}");
    let (_, sentence) = place.refused(&["import", "."]);
    assert!(sentence.contains("is no file"), "{sentence}");
    std::fs::remove_file(place.path("master.key")).expect("removed");
    let (_, sentence) = place.refused(&["doctor"]);
    assert!(sentence.contains("master.key"), "{sentence}");
}

#[test]
fn what_cognito_froze_is_changed_with_a_look_first() {
    let place = Place::new();
    place.write("people.jsonl", &people());
    place.ok(&["import", "people.jsonl"]);
    let (table, sentence) = place.refused(&["sign-in-names", "set", "--case", "insensitive", "--dry-run"]);
    assert!(table.contains("0a") && table.contains("0b") && !table.contains("0c"), "{table}");
    assert!(sentence.contains("2 times"), "{sentence}");
    let (json, _) =
        place.refused(&["sign-in-names", "set", "--case", "insensitive", "--list", "1", "--json"]);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&json["changed"], &json["obstacles"]), (&false.into(), &2.into()));
    assert_eq!(
        json["in_the_way"],
        serde_json::json!([{"user": "0a", "reason": "shares_name", "name": "ada"}])
    );
    let (found, _) = place.refused(&["doctor"]);
    assert!(found.contains("differs from another by case only"), "{found}");

    place.ok(&["schema", "add", "custom:team", "--type", "number", "--max", "9"]);
    place.ok(&["schema", "rename", "custom:team", "custom:squad"]);
    place.ok(&["schema", "retype", "custom:squad", "string"]);
    let (table, _) = place.refused(&["schema", "require", "custom:squad"]);
    assert_eq!(table.matches("has no custom:squad").count(), 3, "{table}");
    place.ok(&["schema", "require", "custom:squad", "--leave-missing"]);
    place.ok(&["schema", "optional", "custom:squad"]);
    place.ok(&["schema", "mutable", "custom:squad", "false"]);
    place.ok(&["schema", "limit", "custom:squad", "--min", "2"]);
    let listed = place.json(&["schema", "list"]);
    let squad = &listed.as_array().expect("a list")[0];
    assert_eq!(
        *squad,
        serde_json::json!({"name": "custom:squad", "value_type": "string", "required": false, "mutable": false, "minimum": 2})
    );
    assert!(place.ok(&["schema", "list"]).contains("phone_number"));
    place.ok(&["schema", "remove", "custom:squad", "--dry-run"]);
    place.ok(&["schema", "remove", "custom:squad"]);
    let (_, sentence) = place.refused(&["schema", "remove", "custom:squad"]);
    assert!(sentence.contains("no attribute custom:squad"), "{sentence}");

    place.ok(&["sign-in-names", "set", "--alias", "email,preferred_username"]);
    let names = place.json(&["sign-in-names", "show"]);
    assert_eq!(names["aliases"], serde_json::json!(["email", "preferred_username"]));
    assert_eq!(names["case_sensitive"], true, "what is not given stays");
    place.ok(&["sign-in-names", "set", "--alias", "none"]);
    assert!(place.ok(&["sign-in-names", "show"]).contains("none"));
}
