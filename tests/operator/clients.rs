//! `vestibule client` and `resource-server`: a secret is shown once, and two work while one takes over.

use serde_json::{Value, json};
use vestibule::directory::clients;
use vestibule::env::Env;
use vestibule::model::client::AppClient;
use vestibule::model::clock::{Clock, FakeClock, SystemClock};
use vestibule::model::ids::ClientId;
use vestibule::model::pool::UserPool;

use super::{Machine, text};
use crate::support::database::for_each_database;

async fn client(machine: &Machine, pool: &UserPool, id: &str) -> AppClient {
    let found = clients::find(&machine.env, pool, &ClientId::trusted(id)).await.expect("answers");
    found.expect("a client")
}

async fn works(machine: &Machine, pool: &UserPool, id: &str, secret: &str) -> bool {
    let client = client(machine, pool, id).await;
    clients::check_secret(&machine.env, pool, &client, secret).await.expect("answers")
}

#[test]
fn a_client_is_made_changed_and_deleted() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        let made = machine.json(&[
            "client",
            "create",
            "--name",
            "Web",
            "--id",
            "web",
            "--callback-url",
            "https://app.example.com/cb",
            "--set",
            "access_token_life.value=5",
        ]);
        assert_eq!((text(&made, "/id"), made.get("secret")), ("web", None));
        assert_eq!(made["settings"]["access_token_life"], json!({"value": 5, "unit": "minutes"}));
        assert!(
            machine
                .refused(&["client", "create", "--name", "Web", "--id", "web"])
                .contains("has this client id")
        );
        for (arguments, told) in [
            (&["--callback-url", "http://app.example.com/"][..], "must be https"),
            (&["--callback-url", "javascript:alert(1)"], "never allowed"),
            (&["--set", "allowed_scopes+=things/read"], "make its resource server first"),
            (&["--set", "any_loopback_url=true"], "development"),
            (&["--secret-file", "x"], "--confidential"),
        ] {
            let all: Vec<&str> =
                ["client", "create", "--name", "X"].iter().chain(arguments).copied().collect();
            assert!(machine.refused(&all).contains(told), "{arguments:?}");
        }
        let changed =
            machine.json(&["client", "set", "web", "callback_urls+=https://app.example.com/2", "name=Site"]);
        assert_eq!(changed["changed"][0]["path"], "name");
        assert_eq!(
            changed["changed"][1]["after"],
            json!(["https://app.example.com/cb", "https://app.example.com/2"])
        );
        let dry = machine.run(&["client", "set", "Site", "callback_urls=", "--dry-run"]);
        assert!(dry.code == 0 && dry.err.contains("nothing was changed"), "{dry:?}");
        assert_eq!(client(&machine, &pool, "web").await.settings.callback_urls.len(), 2);
        for dry in [&[][..], &["--dry-run"]] {
            let all: Vec<&str> = ["client", "set", "Site", "callback_urls+=https://a.example/#x"]
                .iter()
                .chain(dry)
                .copied()
                .collect();
            assert!(machine.refused(&all).contains("fragment"));
        }
        assert!(machine.done(&["client", "set", "Site", "name=Site"]).contains("nothing changes"));
        assert!(machine.done(&["client", "show", "Site"]).contains("access_token_life.value"));
        for command in ["show", "rotate-secret"] {
            assert!(
                machine.refused(&["client", command, "nobody"]).contains("no client nobody"),
                "{command}"
            );
        }
        assert!(machine.refused(&["client", "rotate-secret", "web"]).contains("public client has no secret"));
        assert!(machine.refused(&["client", "delete", "web"]).contains("--yes"));
        assert_eq!(machine.json(&["client", "delete", "web", "--yes"])["deleted"], true);
        assert!(machine.refused(&["client", "delete", "web", "--yes"]).contains("no client web"));
        assert_eq!(machine.json(&["client", "list"]), json!([]));
        assert_eq!(machine.actions_about("web").await, ["client.create", "client.update", "client.delete"]);
    });
}

#[test]
fn a_secret_is_shown_once_and_rotated_without_a_gap() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        let made =
            machine.json(&["client", "create", "--name", "Server", "--id", "server", "--confidential"]);
        let first = text(&made, "/secret").to_owned();
        assert!(works(&machine, &pool, "server", &first).await);
        let shown = machine.run(&["client", "show", "server", "--json"]);
        assert!(!shown.out.contains(&first), "{shown:?}");
        let rotated = machine.json(&["client", "rotate-secret", "server"]);
        let second = text(&rotated, "/secret").to_owned();
        assert!(
            works(&machine, &pool, "server", &first).await && works(&machine, &pool, "server", &second).await
        );
        let complaint = machine.refused(&["client", "rotate-secret", "server", "--secret-file", "third"]);
        assert!(complaint.contains("two secrets are active"), "{complaint}");
        assert!(!machine.path("third").exists());

        let shown: Value =
            serde_json::from_str(&machine.run(&["client", "show", "server", "--json"]).out).expect("JSON");
        let old = text(&shown, "/secrets/0/id").to_owned();
        machine.done(&["client", "remove-secret", "server", &old]);
        assert!(
            machine.refused(&["client", "remove-secret", "server", &old]).contains("no secret with this id")
        );
        assert!(
            !works(&machine, &pool, "server", &first).await
                && works(&machine, &pool, "server", &second).await
        );
        let last = text(&rotated, "/id");
        assert!(machine.refused(&["client", "remove-secret", "server", last]).contains("last secret stays"));

        use std::os::unix::fs::PermissionsExt;
        let ran = machine.done(&[
            "client",
            "rotate-secret",
            "server",
            "--retire-after",
            "24h",
            "--secret-file",
            "third",
        ]);
        let third = std::fs::read_to_string(machine.path("third")).expect("written").trim().to_owned();
        let mode = std::fs::metadata(machine.path("third")).expect("made").permissions().mode() & 0o777;
        assert!(mode == 0o600 && !ran.contains(&third));
        assert!(
            works(&machine, &pool, "server", &second).await && works(&machine, &pool, "server", &third).await
        );
        // The one that retires does not count as the last one that stays.
        let shown: Value =
            serde_json::from_str(&machine.run(&["client", "show", "server", "--json"]).out).expect("JSON");
        assert!(shown["secrets"][0]["retires_at"].is_string() && shown["secrets"][1]["retires_at"].is_null());
        let complaint =
            machine.refused(&["client", "remove-secret", "server", text(&shown, "/secrets/1/id")]);
        assert!(complaint.contains("last secret stays"), "{complaint}");
        let tomorrow = FakeClock::new(SystemClock.now() + 86_400_001);
        let later = Env { clock: std::sync::Arc::new(tomorrow), ..machine.env.clone() };
        let server = client(&machine, &pool, "server").await;
        for (secret, counts) in [(&second, false), (&third, true)] {
            let checked = clients::check_secret(&later, &pool, &server, secret).await.expect("answers");
            assert_eq!(checked, counts);
        }
        // A day later there is room for another one; the retired row goes.
        clients::add_secret(&later, &pool, &server, None).await.expect("one of two");
        let fourth = machine.json(&["client", "rotate-secret", "server", "--retire-after", "0"]);
        assert!(!works(&machine, &pool, "server", &third).await);
        assert!(works(&machine, &pool, "server", text(&fourth, "/secret")).await);

        for wrong in ["soon", "-1h", "1y"] {
            assert_eq!(machine.run(&["client", "rotate-secret", "server", "--retire-after", wrong]).code, 2);
        }
        let told = format!("{:?}", machine.events().await);
        for secret in [&first, &second, &third] {
            assert!(!told.contains(secret.as_str()));
        }
        assert!(told.contains("client.add_secret") && told.contains("client.delete_secret"));
    });
}

#[test]
fn a_client_that_becomes_confidential_shows_its_first_secret() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        machine.done(&["client", "create", "--name", "Web", "--id", "web"]);
        let changed = machine.json(&["client", "set", "web", "confidential=true"]);
        assert!(works(&machine, &pool, "web", text(&changed, "/secret")).await);
        let again = machine.json(&["client", "set", "web", "confidential=true"]);
        assert_eq!((again.get("secret"), &again["changed"]), (None, &json!([])));
        machine.done(&["client", "set", "web", "confidential=false"]);
        assert!(!works(&machine, &pool, "web", text(&changed, "/secret")).await);
    });
}

#[test]
fn resource_servers_give_scopes_to_clients() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        machine.pool(|_| {}).await;
        let put = [
            "resource-server",
            "put",
            "https://api.example.com",
            "--scope",
            "read=Read all",
            "--scope",
            "write",
        ];
        let made = machine.json(&put);
        assert_eq!(made["scopes"][0], json!({"name": "read", "description": "Read all"}));
        machine.done(&put);
        machine.done(&[
            "client",
            "create",
            "--name",
            "X",
            "--set",
            "allowed_scopes=https://api.example.com/read",
        ]);
        assert!(machine.refused(&["resource-server", "put", "a b"]).contains("printable"));
        assert!(machine.refused(&["resource-server", "put", "x", "--scope", "a/b"]).contains("slashes"));
        assert_eq!(machine.json(&["resource-server", "list"]).as_array().map(Vec::len), Some(1));
        assert!(machine.refused(&["resource-server", "delete", "https://api.example.com"]).contains("--yes"));
        // What a client may ask for does not go without a word.
        for command in [
            &["resource-server", "delete", "https://api.example.com", "--yes"][..],
            &["resource-server", "put", "https://api.example.com", "--scope", "other=x"],
        ] {
            let refusal = machine.refused(command);
            assert!(
                refusal.contains("https://api.example.com/read") && refusal.contains("take it from them"),
                "{refusal}"
            );
        }
        let clients = machine.json(&["client", "list"]);
        let id = clients[0]["id"].as_str().expect("a client").to_owned();
        machine.done(&["client", "set", &id, "allowed_scopes-=https://api.example.com/read"]);
        machine.done(&["resource-server", "delete", "https://api.example.com", "--yes"]);
        let again = machine.refused(&["resource-server", "delete", "https://api.example.com", "--yes"]);
        assert!(again.contains("does not exist"), "{again}");
        assert_eq!(
            machine.actions_about("https://api.example.com").await,
            ["resource_server.put", "resource_server.delete"]
        );
    });
}

#[test]
fn an_ambiguous_client_name_is_refused_with_the_ids() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        machine.pool(|_| {}).await;
        machine.done(&["client", "create", "--name", "Web", "--id", "one"]);
        machine.done(&["client", "create", "--name", "Web", "--id", "two"]);
        let complaint = machine.refused(&["client", "delete", "Web", "--yes"]);
        assert!(complaint.contains("one, two"), "{complaint}");
        machine.done(&["client", "delete", "one", "--yes"]);
        machine.done(&["client", "delete", "Web", "--yes"]);
    });
}
