//! Terms and consent as an operator sets and sees them.

use serde_json::{Value, json};
use vestibule::directory::{self, names};
use vestibule::model::agreement::AcceptedTerms;
use vestibule::model::pool::{SignInAlias, SignInNames};

use crate::operator::{Machine, text};
use crate::support::database::for_each_database;

#[test]
fn an_operator_puts_terms_in_force_and_lets_a_client_ask() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        machine.pool(|_| {}).await;
        machine.json(&["client", "create", "--name", "Web", "--id", "web"]);
        let url = "terms.url=https://www.example.com/{lang}/terms";
        for (setting, told) in [
            ("terms.version=1", "nobody can accept what they cannot read"),
            ("terms.url=javascript:alert(1)", "must be https"),
            ("terms.url=http://www.example.com/terms", "must be https"),
            ("terms.url=https://{lang}.example.com/", "path and query only"),
            ("terms.privacy_url=https://ada:secret@www.example.com/", "user name or password"),
            ("terms.ask=maybe", "`sentence` or `checkbox`"),
        ] {
            let complaint = machine.refused(&["pool", "set", "Demo", setting]);
            assert!(complaint.contains(told), "{setting}: {complaint}");
        }
        let complaint = machine.refused(&["pool", "set", "Demo", url, "terms.version= 1"]);
        assert!(complaint.contains("without space"), "{complaint}");
        let complaint = machine.refused(&["client", "set", "web", "consent=sometimes"]);
        assert!(complaint.contains("`none` or `required`"), "{complaint}");

        let changed =
            machine.json(&["pool", "set", "Demo", url, "terms.version=2026-11", "terms.ask=checkbox"]);
        let paths: Vec<&str> =
            changed.as_array().expect("a list").iter().map(|one| text(one, "/path")).collect();
        assert_eq!(paths, ["terms.ask", "terms.url", "terms.version"]);
        let changed = machine.json(&["client", "set", "web", "consent=required"]);
        assert_eq!(changed["changed"], json!([{"path": "consent", "before": "none", "after": "required"}]));
        let shown = machine.done(&["client", "show", "web"]);
        assert!(shown.lines().any(|line| line.split_whitespace().eq(["consent", "required"])), "{shown}");
        machine.json(&["pool", "set", "Demo", "terms.version=null"]);
        assert!(machine.json(&["pool", "show", "Demo"])["settings"]["terms"]["version"].is_null());
    });
}

#[test]
fn an_operator_sees_who_accepted_what() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine
            .pool(|settings| {
                settings.sign_in =
                    SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() };
            })
            .await;
        machine.json(&["user", "create", "--username", "ada", "--no-invite"]);
        assert_eq!(machine.json(&["user", "show", "ada"])["accepted_terms"], json!([]));
        let ada = names::find_for_sign_in(&machine.env, &pool, "ada").await.expect("an answer").expect("ada");
        let terms = AcceptedTerms {
            version: "2026-11".into(),
            terms_url: Some("https://www.example.com/terms".into()),
            privacy_url: None,
        };
        directory::terms::accept(&machine.env, &pool, &ada.id, terms).await.expect("accepted");
        let shown = machine.json(&["user", "show", "ada"]);
        assert_eq!(shown["accepted_terms"][0]["version"], "2026-11");
        assert!(shown["accepted_terms"][0]["at"].as_str().is_some_and(|at| at.starts_with("20")), "{shown}");
        assert_eq!(shown["accepted_terms"].as_array().map(Vec::len), Some(1));
        let table = machine.done(&["user", "show", "ada"]);
        let line = table.lines().find(|line| line.contains("accepted terms")).unwrap_or_default();
        assert!(line.contains("2026-11,"), "{table}");
        assert_eq!(machine.json(&["user", "list"])[0].get("accepted_terms"), None::<&Value>);
    });
}
