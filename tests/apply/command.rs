//! The built program: what `apply` and `export` print, how they end, what they leave on the disk.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;
use vestibule::store::{DatabaseSettings, Db};

use crate::support::database::block_on;

/// A production server that is not running: its configuration, key and migrated database.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("master.key"), vestibule::crypto::digest::sha256_hex(b"tests/apply"))
            .expect("a file");
        std::fs::set_permissions(at("master.key"), std::fs::Permissions::from_mode(0o600)).expect("a mode");
        let database = format!("sqlite:{}", at("vestibule.db").display());
        block_on(async {
            let db = Db::open(&DatabaseSettings::new(database.clone())).await.expect("a database");
            db.migrate().await.expect("tables");
        });
        let config = format!(
            "public_url = \"https://auth.example.com\"\nmaster_key = {{ file = {:?} }}\ntrusted_proxies = [\"127.0.0.1/32\"]\n\
             [database]\nurl = {database:?}\n",
            at("master.key")
        );
        std::fs::write(at("vestibule.toml"), config).expect("a file");
        Self { folder }
    }

    fn file(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).expect("a file");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        // It may end without reading.
        let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
        child.wait_with_output().expect("the program ends")
    }

    fn mode(&self, name: &str) -> u32 {
        let facts = std::fs::metadata(self.folder.path().join(name)).expect("it exists");
        facts.permissions().mode() & 0o777
    }
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", err(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

const SHOP: &str = "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[[pool.client]]\nid = \"back\"\n\
                    [pool.client.settings]\nconfidential = true\n";

#[test]
fn a_declaration_is_shown_applied_and_then_nothing_is_left_to_do() {
    let place = Place::new();
    place.file("shop.toml", SHOP);
    let dry = place.run(&["apply", "--dry-run", "shop.toml"]);
    let text = out(&dry);
    assert!(text.starts_with("us-east-1_Shop00001 (Shop)\n  + pool\n  + pool name: \"Shop\"\n"), "{text}");
    assert!(text.contains("  + client back secret (not shown)\n") && text.ends_with(" changes\n"), "{text}");
    assert_eq!(code(&place.run(&["apply", "--dry-run", "--exit-code", "shop.toml"])), 3);

    let applied = out(&place.run(&["apply", "shop.toml"]));
    let (_, secrets) = applied.split_once("are shown this once:\n").expect("a secret was drawn");
    let secret = secrets.trim().rsplit(' ').next().expect("it stands last").to_owned();
    assert!(secret.len() >= 24, "{applied}");

    let again = place.run(&["apply", "--exit-code", "shop.toml"]);
    assert_eq!(out(&again), "nothing to change\n");
    let export = out(&place.run(&["export", "--with-secrets"]));
    assert!(export.contains(&secret), "{export}");
    // The export goes back in by standard input.
    assert_eq!(out(&place.run_with(&["apply", "-"], &export)), "nothing to change\n");
}

#[test]
fn scripts_get_json() {
    let place = Place::new();
    place.file("shop.toml", SHOP);
    let read = |output: &Output| -> Json { serde_json::from_str(&out(output)).expect("JSON") };
    let dry = read(&place.run(&["apply", "--dry-run", "--json", "shop.toml"]));
    assert_eq!((&dry["applied"], &dry["secrets"]), (&Json::Bool(false), &Json::Array(Vec::new())));
    assert_eq!(dry["changes"][0]["change"], "add");
    assert_eq!(dry["changes"][0]["pool"], "us-east-1_Shop00001");
    let done = read(&place.run(&["apply", "--json", "shop.toml"]));
    assert_eq!(done["applied"], true);
    assert_eq!(done["secrets"][0]["client"], "back");
    let again = read(&place.run(&["apply", "--json", "shop.toml"]));
    assert_eq!((&again["changes"], &again["applied"]), (&Json::Array(Vec::new()), &Json::Bool(false)));
}

#[test]
fn drawn_secrets_go_to_a_file_that_others_cannot_read() {
    let place = Place::new();
    place.file("shop.toml", SHOP);
    place.file("open.toml", "");
    let refused = place.run(&["apply", "--secrets-file", "open.toml", "shop.toml"]);
    assert!(err(&refused).contains("chmod 600"), "{}", err(&refused));
    let refused = place.run(&["apply", "--secrets-file", "no/such/folder", "shop.toml"]);
    assert!(err(&refused).contains("nothing was changed"), "{}", err(&refused));

    let applied = out(&place.run(&["apply", "--secrets-file", "drawn.toml", "shop.toml"]));
    assert!(!applied.contains("shown this once"), "{applied}");
    assert_eq!(place.mode("drawn.toml"), 0o600);
    let read = |name: &str| -> toml::Table {
        let text = std::fs::read_to_string(place.folder.path().join(name)).expect("it was written");
        text.parse().expect("TOML")
    };
    let drawn = read("drawn.toml");
    let secret = drawn["client"][0]["secret"].as_str().expect("a text");
    assert!(out(&place.run(&["export", "--with-secrets"])).contains(secret));
    // A second client's secret is added; nothing drawn, nothing touched.
    place.file("more.toml", &SHOP.replace("back", "front"));
    out(&place.run(&["apply", "--secrets-file", "drawn.toml", "more.toml"]));
    assert_eq!(read("drawn.toml")["client"].as_array().map(Vec::len), Some(2));
    out(&place.run(&["apply", "--secrets-file", "none.toml", "more.toml"]));
    assert!(!place.folder.path().join("none.toml").exists());
}

#[test]
fn deletion_is_listed_and_needs_a_yes() {
    let place = Place::new();
    place.file("shop.toml", SHOP);
    out(&place.run(&["apply", "shop.toml"]));
    place.file("less.toml", "[[pool]]\nid = \"us-east-1_Shop00001\"\n");
    let asked = place.run(&["apply", "--prune", "less.toml"]);
    assert_eq!(code(&asked), 1);
    let text = err(&asked);
    assert!(text.contains("us-east-1_Shop00001: - client back") && text.contains("--yes"), "{text}");
    assert!(out(&place.run(&["export"])).contains("\"back\""));
    out(&place.run(&["apply", "--prune", "--yes", "less.toml"]));
    assert!(!out(&place.run(&["export"])).contains("\"back\""));
}

#[test]
fn every_problem_is_a_line_with_file_and_number() {
    let place = Place::new();
    place.file("shop.toml", "[[pool]]\nid = \"x\"\nnme = 1\n");
    let output = place.run(&["apply", "shop.toml"]);
    assert_eq!(code(&output), 1);
    let text = err(&output);
    assert!(text.contains("the declaration has 2 problems, and nothing was changed:"), "{text}");
    assert!(
        text.contains("\n  shop.toml:2: pool.id: ")
            && text.contains("\n  shop.toml:3: pool: has no key \"nme\""),
        "{text}"
    );
    assert_eq!(code(&place.run(&["apply"])), 2);
    // An escape sequence in a file does not reach the terminal.
    place.file("esc.toml", "[[pool]]\nname = \"x\"\n\"\\u001b[31m\" = 1\n");
    assert!(!err(&place.run(&["apply", "esc.toml"])).contains('\u{1b}'));
}

#[test]
fn an_export_file_is_private_and_secrets_come_with_a_warning() {
    let place = Place::new();
    place.file("shop.toml", SHOP);
    out(&place.run(&["apply", "shop.toml"]));
    place.file("old.toml", "an earlier one");
    let plain = place.run(&["export", "us-east-1_Shop00001", "--output", "old.toml"]);
    assert_eq!((out(&plain).as_str(), err(&plain).as_str()), ("", ""));
    assert_eq!(place.mode("old.toml"), 0o600);
    let secret = place.run(&["export", "--with-secrets", "-o", "secret.toml"]);
    assert!(err(&secret).contains("holds secrets"), "{}", err(&secret));
    assert_eq!(place.mode("secret.toml"), 0o600);
    let none = place.run(&["export", "us-east-1_None00001"]);
    assert!(err(&none).contains("there is no pool us-east-1_None00001"), "{}", err(&none));
    assert!(!place.run(&["export", "nonsense"]).status.success());
    assert!(!Path::new("secret.toml").exists());
}

#[test]
fn the_operator_is_named_in_the_audit() {
    let place = Place::new();
    place.file("shop.toml", SHOP);
    out(&place.run(&["apply", "shop.toml"]));
    let url = format!("sqlite:{}", place.folder.path().join("vestibule.db").display());
    block_on(async {
        let db = Db::open(&DatabaseSettings::new(url)).await.expect("a database");
        let events = db.read(|c| vestibule::store::audit_events::list(c, &Default::default(), 10)).await;
        let events = events.expect("the database answers");
        assert_eq!(events.len(), 3);
        assert!(events.iter().all(|event| event.actor_kind == "operator"), "{events:?}");
    });
}
