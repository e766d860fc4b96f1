//! `vestibule audit list`: who did what, and when.

use serde_json::Value;

use super::{Machine, text};
use crate::support::database::for_each_database;

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

#[test]
fn the_trail_is_listed_by_what_it_is_about() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let first = machine.json(&["pool", "create", "--name", "First"]);
        machine.done(&["pool", "create", "--name", "Second"]);
        let made = machine.json(&["user", "create", "--username", "ada", "--no-invite", "--pool", "First"]);
        machine.done(&["user", "disable", "ada", "--pool", "First"]);
        let list = |arguments: &[&str]| {
            let all: Vec<&str> = ["audit", "list", "--json"].iter().chain(arguments).copied().collect();
            lines(&machine.done(&all))
        };
        let actions = |events: &[Value]| -> Vec<String> {
            events.iter().map(|event| text(event, "/action").to_owned()).collect()
        };
        let all = list(&[]);
        assert_eq!(actions(&all), ["user.disable", "user.create", "pool.create", "pool.create"]);
        let newest = &all[0];
        assert_eq!(text(newest, "/subject"), text(&made, "/id"));
        assert_eq!((text(newest, "/subject_kind"), text(newest, "/actor_kind")), ("user", "operator"));
        assert_eq!((text(newest, "/pool"), newest["succeeded"].as_bool()), (text(&first, "/id"), Some(true)));
        assert!(text(newest, "/at").ends_with('Z') && text(newest, "/actor").contains('@'), "{newest}");

        let user = text(&made, "/id");
        assert_eq!(actions(&list(&["--subject", user])), ["user.disable", "user.create"]);
        assert_eq!(actions(&list(&["--pool", "Second"])), ["pool.create"]);
        assert_eq!(actions(&list(&["--action", "user.disable"])), ["user.disable"]);
        assert_eq!(list(&["--actor", text(newest, "/actor")]).len(), 4);
        assert_eq!(list(&["--actor", "nobody@nowhere"]).len(), 0);
        assert_eq!(list(&["--limit", "3"]).len(), 3);
        assert_eq!(list(&["--limit", "0"]).len(), 4);
        assert_eq!(list(&["--since", "1h"]).len(), 4);
        assert_eq!(list(&["--until", "1h"]).len(), 0);
        assert_eq!(list(&["--since", "2020-01-01", "--until", "2020-01-02T00:00:00Z"]).len(), 0);
        assert_eq!(list(&["--refused"]).len(), 0);
        assert!(machine.refused(&["audit", "list", "--since", "yesterday"]).contains("2026-11-21T14:03:07Z"));
        let table = machine.done(&["audit", "list"]);
        assert!(table.starts_with("AT ") && table.lines().count() == 5, "{table}");

        // The trail outlives the pool.
        let id = text(&first, "/id");
        machine.done(&["pool", "delete", id, "--purge-now", "--yes"]);
        let about = list(&["--pool", id]);
        assert_eq!(actions(&about)[..2], ["pool.purge", "pool.delete"]);
        assert_eq!(about.len(), 5);
    });
}
