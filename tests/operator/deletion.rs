//! A deleted person leaves nothing behind: every table is searched.

use diesel::prelude::*;
use diesel::sql_types::Text;
use secrecy::ExposeSecret;
use vestibule::directory::codes::{self, Purpose};
use vestibule::directory::{factors, groups, users};
use vestibule::model::flow::Subject;
use vestibule::model::message::Medium;
use vestibule::model::pool::{SignInAlias, SignInNames};
use vestibule::security::lockout::{self, LockSubject, OwnCounters};

use super::{Machine, text};
use crate::support::database::{TestDatabase, for_each_database};
use crate::support::env::caller;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The tables in which one of the texts stands anywhere.
pub async fn tables_with(machine: &Machine, texts: &[&str]) -> Vec<String> {
    let dump = dump(&machine.database).await;
    assert!(dump.len() > 20, "there are tables");
    let holds =
        |content: &str| texts.iter().any(|text| content.to_lowercase().contains(&text.to_lowercase()));
    dump.into_iter().filter(|(_, content)| holds(content)).map(|(table, _)| table).collect()
}

/// Every table with its content as text.
async fn dump(database: &TestDatabase) -> Vec<(String, String)> {
    let settings = database.settings();
    let url = settings.url.expose_secret();
    if database.is_postgres() {
        let (client, connection) =
            tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("connects");
        tokio::spawn(connection);
        let names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
        let names = client.query(names, &[]).await.expect("tables");
        let mut tables = Vec::new();
        for name in names {
            let name: String = name.get(0);
            let rows = client.query(&format!("SELECT t::text FROM \"{name}\" t"), &[]).await.expect("rows");
            tables
                .push((name, rows.iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>().join("\n")));
        }
        return tables;
    }
    let path = url.strip_prefix("sqlite:").expect("a file");
    let mut conn = SqliteConnection::establish(path).expect("opens");
    let mut lines = |sql: &str| -> Vec<String> {
        let found = diesel::sql_query(sql).load::<Line>(&mut conn);
        found.unwrap_or_else(|e| panic!("{sql}: {e}")).into_iter().map(|line| line.line).collect()
    };
    let names = lines(
        "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1",
    );
    names
        .into_iter()
        .map(|name| {
            let columns = lines(&format!("SELECT name AS line FROM pragma_table_info('{name}')"));
            let all: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            let rows = lines(&format!("SELECT {} AS line FROM \"{name}\"", all.join(" || '|' || ")));
            (name, rows.join("\n"))
        })
        .collect()
}

#[test]
fn nothing_of_a_deleted_person_stays_but_the_id_in_the_trail() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine
            .pool(|settings| {
                let aliases =
                    vec![SignInAlias::Email, SignInAlias::PhoneNumber, SignInAlias::PreferredUsername];
                settings.sign_in = SignInNames { aliases, ..SignInNames::default() };
                settings.password_policy.history_size = 3;
            })
            .await;
        let made = machine.json(&[
            "user",
            "create",
            "--username",
            "lovelace",
            "--email",
            "ada@example.net",
            "--phone",
            "+41791234567",
            "--attribute",
            "preferred_username=countess",
            "--attribute",
            "name=Ada King",
            "--verified",
            "email",
            "--verified",
            "phone",
        ]);
        let id = vestibule::model::ids::UserId::trusted(text(&made, "/id"));
        let (env, from) = (&machine.env, caller("192.0.2.1"));
        machine.done(&["group", "create", "admins"]);
        machine.done(&["user", "group", "add", "lovelace", "admins"]);
        factors::set_totp(env, &pool, &id, b"twenty bytes of seed", Some("lovelace's phone"))
            .await
            .expect("set");
        for password in ["Another-Horse-8\n", "Third-Horse-9\n"] {
            let arguments = ["user", "reset-password", "lovelace", "--password-stdin", "--permanent"];
            assert_eq!(machine.run_with(&arguments, password, &[]).code, 0);
        }
        for subject in [LockSubject::Known(id.clone()), LockSubject::SecondFactor(id.clone())] {
            drop(lockout::claim(env, &from, &pool, &subject).await.expect("counted"));
        }
        lockout::remember_browser(env, &from, &pool, &id).await.expect("remembered");
        let known = Subject::Known(id.clone());
        let plain = codes::subject_key(env, &pool, &known);
        for (key, purpose) in [
            (plain.clone(), Purpose::PasswordReset),
            (plain, Purpose::VerifyEmail),
            (codes::way_key(env, &pool, &known, Medium::Email), Purpose::SignIn),
            (codes::way_key(env, &pool, &known, Medium::Sms), Purpose::SignIn),
        ] {
            let code = codes::make(env, &pool, &key, purpose, 3_600_000).sent_to("ada@example.net");
            env.db.write(move |c| code.store(c)).await.expect("stored");
        }
        let everything = [id.as_str(), "lovelace", "ada@example.net", "+41791234567", "countess", "Ada King"];
        let before = tables_with(&machine, &everything).await;
        for table in [
            "users",
            "user_names",
            "user_attributes",
            "group_members",
            "passwords",
            "password_history",
            "totp_factors",
            "one_time_codes",
            "known_browsers",
            "audit_events",
        ] {
            assert!(before.iter().any(|name| name == table), "the test must fill {table}: {before:?}");
        }
        let counters = OwnCounters::of(env, &pool.id, &id);
        assert!(machine.refused(&["user", "delete", "lovelace"]).contains("--yes"));
        let gone = machine.json(&["user", "delete", "lovelace", "--yes"]);
        assert_eq!((gone["id"].as_str(), gone["deleted"].as_bool()), (Some(id.as_str()), Some(true)));

        assert_eq!(tables_with(&machine, &[id.as_str()]).await, ["audit_events"]);
        assert_eq!(tables_with(&machine, &everything[1..]).await, Vec::<String>::new());
        let dump = dump(&machine.database).await;
        let lockouts = dump.iter().find(|(table, _)| table == "lockouts").expect("a table");
        assert_eq!(lockouts.1.lines().count(), 1, "only the address stays counted: {lockouts:?}");
        assert_eq!(
            env.db.read(move |c| counters.locks(c)).await.expect("answers"),
            lockout::Locks::default()
        );
        assert!(machine.refused(&["user", "delete", id.as_str(), "--yes"]).contains("nobody"));
        assert!(users::delete(env, &pool, &id).await.is_err());
        assert_eq!(groups::list(env, &pool).await.expect("answers")[0].1, 0);
        let actions = machine.actions_about(id.as_str()).await;
        assert_eq!(actions.last().map(String::as_str), Some("user.delete"));
        // The names are free again.
        let again =
            ["user", "create", "--username", "lovelace", "--email", "ada@example.net", "--verified", "email"];
        machine.done(&again);
    });
}
