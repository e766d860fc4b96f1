//! Finding people: by a name that means one, by a filter, page by page.

use serde_json::Value;
use vestibule::model::pool::{SignInAlias, SignInNames};

use super::{Machine, PASSWORD, text};
use crate::support::database::for_each_database;
use crate::support::env::caller;
use vestibule::directory::users::{self, NewUser};
use vestibule::model::pool::{PoolSettings, UserPool};

fn by_name(settings: &mut PoolSettings) {
    let aliases = vec![SignInAlias::Email, SignInAlias::PreferredUsername];
    settings.sign_in = SignInNames { aliases, ..SignInNames::default() };
}

async fn user(machine: &Machine, pool: &UserPool, name: &str, given: &[(&str, &str)]) -> String {
    let new = NewUser {
        username: Some(name.to_owned()),
        attributes: given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        password: Some(PASSWORD.to_owned()),
        temporary: false,
        invite: false,
    };
    users::create(&machine.env, &caller("192.0.2.1"), pool, new).await.expect("made").id.to_string()
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

#[test]
fn a_name_means_one_person_or_is_refused_with_the_ids() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let ada =
            user(&machine, &pool, "Ada", &[("email", "ada@example.net"), ("phone_number", "+41791234567")])
                .await;
        let eve =
            user(&machine, &pool, "eve", &[("email", "Ada@example.net"), ("preferred_username", "countess")])
                .await;
        // Somebody who calls himself by another person's id.
        let mallory = user(&machine, &pool, &ada, &[]).await;
        let found = |typed: &str| text(&machine.json(&["user", "show", typed]), "/id").to_owned();
        for typed in [
            "ADA",
            "ada",
            "+41 79 123 45 67",
            "username:ada",
            "phone:+41791234567",
            &ada,
            &format!("id:{ada}"),
        ] {
            assert_eq!(found(typed), ada, "{typed}");
        }
        assert_eq!(found("countess"), eve);
        assert_eq!(found(&format!("username:{ada}")), mallory);
        for typed in ["ada@example.net", "email:ADA@EXAMPLE.NET"] {
            let complaint = machine.refused(&["user", "delete", "--yes", typed]);
            assert!(complaint.contains(&ada) && complaint.contains(&eve), "{complaint}");
        }
        for typed in ["nobody", "", "id:ada", "email:eve", "phone:ada@example.net", "%", "_"] {
            assert!(machine.refused(&["user", "show", typed]).contains("nobody"), "{typed}");
        }
    });
}

#[test]
fn people_are_listed_by_what_is_known_of_them() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let other = machine.pool(by_name).await;
        user(&machine, &other, "ada", &[("email", "ada@example.net")]).await;
        let ada =
            user(&machine, &pool, "ada", &[("email", "Ada@example.net"), ("name", "Ada \"Countess\" L.")])
                .await;
        let adam = user(&machine, &pool, "Adam", &[("email", "adam@example.com"), ("name", "100%")]).await;
        let eve = user(&machine, &pool, "eve", &[("email", "eve@example.org"), ("name", "1000")]).await;
        let id = pool.id.to_string();
        let list = |arguments: &[&str]| {
            let start = ["user", "list", "--pool", &id, "--json"];
            let all: Vec<&str> = start.iter().chain(arguments).copied().collect();
            let ran = machine.run(&all);
            assert_eq!(ran.code, 0, "{ran:?}");
            let mut ids: Vec<String> =
                lines(&ran.out).iter().map(|line| text(line, "/id").to_owned()).collect();
            ids.sort();
            ids
        };
        let sorted = |ids: &[&String]| {
            let mut ids: Vec<String> = ids.iter().map(|id| (*id).clone()).collect();
            ids.sort();
            ids
        };
        let filter = |text: &str| list(&["--filter", text]);
        assert_eq!(list(&[]), sorted(&[&ada, &adam, &eve]));
        assert_eq!(filter("email ^= \"ADA\""), sorted(&[&ada, &adam]));
        assert_eq!(filter("email = \"ada@example.net\""), sorted(&[&ada]));
        assert_eq!(filter("email = \"ada\""), sorted(&[]));
        assert_eq!(filter("username^=\"ad\""), sorted(&[&ada, &adam]));
        assert_eq!(filter("username = \"ADAM\""), sorted(&[&adam]));
        assert_eq!(filter("name = \"Ada \\\"Countess\\\" L.\""), sorted(&[&ada]));
        assert_eq!(filter("name ^= \"100%\""), sorted(&[&adam]), "no wildcard");
        assert_eq!(filter(&format!("sub = \"{eve}\"")), sorted(&[&eve]));
        assert_eq!(filter(&format!("sub ^= \"{}\"", &eve[..8])), sorted(&[&eve]));
        machine.done(&["user", "disable", &eve, "--pool", &id]);
        assert_eq!(filter("status = \"Disabled\""), sorted(&[&eve]));
        assert_eq!(list(&["--disabled"]), sorted(&[&eve]));
        assert_eq!(list(&["--enabled", "--filter", "email ^= \"e\""]), sorted(&[]));
        assert_eq!(filter("cognito:user_status = \"CONFIRMED\""), sorted(&[&ada, &adam, &eve]));
        assert_eq!(list(&["--status", "force-change-password"]), sorted(&[]));
        for (wrong, told) in [
            ("email", "a filter is"),
            ("email ~ \"a\"", "a filter is"),
            ("shoe_size = \"44\"", "no attribute shoe_size"),
            ("status = \"enabled\"", "\"Enabled\" or \"Disabled\""),
            ("status ^= \"E\"", "use ="),
            ("cognito:user_status = \"ODD\"", "UNCONFIRMED"),
        ] {
            let complaint = machine.refused(&["user", "list", "--pool", &id, "--filter", wrong]);
            assert!(complaint.contains(told), "{wrong}: {complaint}");
        }
        assert_eq!(machine.run(&["user", "list", "--status", "odd"]).code, 2);
    });
}

#[test]
fn pages_follow_each_other_without_gap_and_a_large_pool_streams() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let row = machine.test.user(&pool, "template").await;
        let people = 1203;
        machine
            .env
            .db
            .write(move |c| {
                for number in 1..people {
                    let id = vestibule::model::ids::UserId::trusted(format!("id-{number:05}"));
                    let user =
                        vestibule::model::user::User { id, username: format!("u{number}"), ..row.clone() };
                    vestibule::store::users::insert(c, &user)?;
                }
                Ok(())
            })
            .await
            .expect("stored");
        let all = lines(&machine.done(&["user", "list", "--json"]));
        assert_eq!(all.len(), people);
        let ids: Vec<&str> = all.iter().map(|line| text(line, "/id")).collect();
        let mut paged: Vec<String> = Vec::new();
        loop {
            let mut arguments = vec!["user", "list", "--json", "--limit", "700"];
            let last = paged.last().cloned();
            if let Some(last) = &last {
                arguments.extend(["--after", last]);
            }
            let ran = machine.run(&arguments);
            assert_eq!(ran.code, 0, "{}", ran.err);
            paged.extend(lines(&ran.out).iter().map(|line| text(line, "/id").to_owned()));
            if ran.err.is_empty() {
                break;
            }
            assert!(ran.err.contains(&format!("--after {}", paged.last().expect("a page"))), "{}", ran.err);
        }
        assert_eq!(paged, ids);
        let table = machine.done(&["user", "list"]);
        assert_eq!(table.lines().count(), people + 1);
        assert!(table.starts_with("ID "), "{}", &table[..80]);
        assert_eq!(machine.run(&["user", "list", "--limit", "0"]).code, 2);
    });
}
