//! `vestibule domain`, by the built program.

use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use vestibule::model::ids::PoolId;
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::store::{DatabaseSettings, Db, pools};

use crate::support::database::block_on;

const POOL: &str = "us-east-1_Real00001";
const OTHER: &str = "us-east-1_Real00002";

/// A folder with a configuration, a master key and a database with two pools.
struct Place(tempfile::TempDir);

impl Place {
    fn new(suffix: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
        write("master.key", &format!("{}5b", "5a".repeat(31)));
        let mode = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(folder.path().join("master.key"), mode).expect("a mode");
        write(
            "vestibule.toml",
            &format!(
                "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\n{suffix}\n\
                 master_key = {{ file = \"master.key\" }}\n[database]\nurl = \"sqlite:vestibule.db\"\n"
            ),
        );
        let url = format!("sqlite:{}", folder.path().join("vestibule.db").display());
        block_on(async {
            let db = Db::open(&DatabaseSettings::new(url)).await.expect("a database");
            db.migrate().await.expect("tables");
            for id in [POOL, OTHER] {
                let pool = UserPool {
                    id: PoolId::parse(id).expect("a pool id"),
                    name: format!("Pool {id}"),
                    settings: PoolSettings::default(),
                    created_at: 1,
                    updated_at: 1,
                };
                db.write(move |c| pools::insert(c, &pool)).await.expect("a pool");
            }
        });
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .arg("domain")
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("VESTIBULE_CONFIG")
            .stdin(Stdio::null())
            .output()
            .expect("the program runs")
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).expect("JSON")
    }

    fn complaint(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        String::from_utf8(output.stderr).expect("text")
    }

    fn trail(&self) -> Vec<(String, String)> {
        let output = Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args(["audit", "list", "--json"])
            .current_dir(self.0.path())
            .output()
            .expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("text");
        let all = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
        let all = all.flat_map(|value| match value.expect("JSON") {
            Value::Array(list) => list,
            one => vec![one],
        });
        all.map(|event| (event["action"].to_string(), event["actor"].to_string())).collect()
    }
}

#[test]
fn an_operator_adds_sees_and_removes_domains() {
    let place = Place::new("domain_suffix = \"pools.example.com\"");
    assert!(place.ok(&["add", "shop", "--pool", POOL]).contains("answers at https://shop.pools.example.com"));
    let added = place.ok(&["add", "Login.Example.org", "--pool", POOL]);
    let listed = place.json(&["list", "--pool", POOL]);
    let custom =
        listed.as_array().expect("a list").iter().find(|one| one["kind"] == "custom").expect("listed");
    assert_eq!((&custom["name"], &custom["status"]), (&"login.example.org".into(), &"pending".into()));
    let record = &custom["record"];
    assert_eq!(record["name"], "_vestibule-challenge.login.example.org");
    let value = record["value"].as_str().expect("a value");
    assert!(value.starts_with("vestibule-domain=") && value.len() > 50, "{value}");
    let line = format!("_vestibule-challenge.login.example.org. IN TXT \"{value}\"");
    assert!(added.contains(&line), "{added}");
    assert!(place.ok(&["add", "login.example.org", "--pool", POOL]).contains(&line), "the same record again");
    let table = place.ok(&["list", "--pool", POOL]);
    assert!(
        table.contains("https://shop.pools.example.com") && table.contains("IN TXT \"vestibule-domain="),
        "{table}"
    );

    assert!(
        place
            .ok(&["verify", "login.example.org", "--pool", POOL, "--waive"])
            .contains("https://login.example.org")
    );
    place.ok(&["add", "second.example.org", "--pool", POOL, "--waive"]);
    let tried = place.json(&["primary", "second.example.org", "--pool", POOL, "--dry-run"]);
    assert_eq!(tried["dry_run"], true);
    assert_eq!(tried["breaks"]["address"]["after"], "https://second.example.org");
    let primary = |place: &Place| {
        let listed = place.json(&["list", "--pool", POOL]);
        let all = listed.as_array().expect("a list").clone();
        all.iter().find(|one| one["primary"] == true).map(|one| one["name"].to_string())
    };
    assert_eq!(primary(&place).as_deref(), Some("\"login.example.org\""), "only tried");
    place.ok(&["primary", "second.example.org", "--pool", POOL]);
    assert_eq!(primary(&place).as_deref(), Some("\"second.example.org\""));
    let told = place.ok(&["remove", "second.example.org", "--pool", POOL, "--dry-run"]);
    assert!(
        told.contains("Nothing was changed") && told.contains("second.example.org no longer answers"),
        "{told}"
    );
    place.ok(&["remove", "second.example.org", "--pool", POOL]);
    assert_eq!(primary(&place).as_deref(), Some("\"login.example.org\""));
    let refused = place.complaint(&["add", "second.example.org", "--pool", OTHER]);
    assert!(refused.contains("--waive-quarantine") && refused.contains("free from"), "{refused}");
    place.ok(&["add", "second.example.org", "--pool", OTHER, "--waive-quarantine"]);

    let trail = place.trail();
    for action in ["domain.add", "domain.waive", "domain.primary", "domain.remove", "domain.waive_quarantine"]
    {
        let found = trail.iter().find(|(name, _)| name.contains(action));
        let (_, actor) = found.unwrap_or_else(|| panic!("no {action} in {trail:?}"));
        assert!(actor.contains('@'), "{action}: {actor}");
    }
}

#[test]
fn refusals_say_what_to_do() {
    let place = Place::new("domain_suffix = \"pools.example.com\"");
    place.ok(&["add", "shop", "--pool", POOL]);
    place.ok(&["add", "login.example.org", "--pool", POOL, "--waive"]);
    for (arguments, words) in [
        (&["add", "shop", "--pool", OTHER][..], "belongs to another pool"),
        (&["add", "login.example.org", "--pool", OTHER], "belongs to another pool"),
        (&["add", "store", "--pool", POOL], "--replace"),
        (&["add", "www", "--pool", OTHER], "reserved"),
        (&["add", "my-cognito", "--pool", OTHER], "cognito"),
        (&["add", "Shop", "--pool", OTHER], "lower-case"),
        (&["add", "x.pools.example.com", "--pool", OTHER], "add the prefix"),
        (&["add", "auth.example.com", "--pool", OTHER], "own address"),
        (&["add", "https://a.example.org", "--pool", OTHER], "without scheme"),
        (&["add", "192.0.2.1", "--pool", OTHER], "IP address"),
        (&["remove", "nothing", "--pool", OTHER], "domain list"),
        (&["verify", "nothing.example.org", "--pool", OTHER], "domain list"),
        (&["primary", "shop", "--pool", POOL], "custom domain"),
        (&["add", "x", "--pool", "us-east-1_000000000"], "there is no pool"),
        (&["list"], "--pool"),
    ] {
        let complaint = place.complaint(arguments);
        assert!(complaint.contains(words), "{arguments:?}: {complaint}");
    }
    assert_eq!(place.json(&["list", "--pool", OTHER]), Value::Array(Vec::new()));
    let plain = Place::new("");
    let complaint = plain.complaint(&["add", "shop", "--pool", POOL]);
    assert!(complaint.contains("domain_suffix"), "{complaint}");
    assert_eq!(plain.run(&["add"]).status.code(), Some(2));
}
