//! What people typed, and what an operator mistypes, does no harm: to the terminal, to the database, to the exit code.

use vestibule::directory::users::{self, NewUser};
use vestibule::model::attributes::AttributeMap;

use super::{MASTER_KEY, Machine, PASSWORD, run_in, text, write_private};
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::env::caller;

const TRAPS: [char; 9] =
    ['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}', '\u{8}', '\r'];

#[test]
fn escape_sequences_never_reach_the_terminal() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        // The schema refuses control characters, but not those that turn the line around; others may come from elsewhere.
        let new = NewUser {
            username: Some("ada".into()),
            attributes: AttributeMap::from([("name".into(), "A\u{202e}da\nKing".into())]),
            password: Some(PASSWORD.into()),
            temporary: false,
            invite: false,
        };
        let id = users::create(&machine.env, &caller("192.0.2.1"), &pool, new).await.expect("made").id;
        let (owner, all) = (id.clone(), TRAPS.iter().collect::<String>());
        let pool_id = pool.id.clone();
        let nasty = vestibule::store::user_attributes::StoredAttribute {
            name: "email".into(),
            value: format!("{all}]0;gotcha"),
            folded_value: "x".into(),
        };
        machine
            .env
            .db
            .write(move |c| {
                vestibule::store::user_attributes::put(c, &pool_id, &owner, std::slice::from_ref(&nasty))
            })
            .await
            .expect("stored");
        for arguments in [&["user", "show", "ada"][..], &["user", "list"], &["user", "disable", "ada"]] {
            let out = machine.done(arguments);
            assert!(!out.chars().any(|c| TRAPS.contains(&c)), "{arguments:?}: {out:?}");
        }
        let listed = machine.done(&["user", "list"]);
        assert_eq!(listed.lines().count(), 2, "a line break is no line: {listed:?}");
        let typed = "nobody\u{1b}[2J\u{202e}";
        for arguments in [
            &["user", "show", typed][..],
            &["user", "list", "--filter", typed],
            &["pool", "show", typed],
            &["pool", "set", "Demo", &format!("{typed}=1")],
            &["client", "show", typed],
            &["group", "delete", typed, "--yes"],
            &["user", "set", "ada", "--attribute", &format!("{typed}=1")],
            &["user", "show", "ada", "--pool", typed],
        ] {
            let complaint = machine.refused(arguments);
            assert!(!complaint.chars().any(|c| TRAPS.contains(&c)), "{arguments:?}: {complaint:?}");
        }
        // JSON escapes what a terminal would obey, and keeps every character.
        let json = machine.run(&["user", "show", "ada", "--json"]);
        assert!(!json.out.contains('\u{1b}') && json.out.contains("\\u001b"), "{json:?}");
    });
}

#[test]
fn odd_values_are_refused_or_kept_as_they_are() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        machine.pool(|_| {}).await;
        for name in ["", " ", "a b", "a\u{1b}b", "\u{202e}ada", "\u{200b}", &"x".repeat(129)] {
            let complaint = machine.refused(&["user", "create", "--no-invite", "--username", name]);
            assert!(complaint.contains("user name is not valid"), "{name:?}: {complaint}");
        }
        for name in ["'; DROP TABLE users; --", "\\", "日本", "-x", "%s"] {
            let username = name.replace(' ', "_");
            let argument = format!("--username={username}");
            let made = machine.json(&["user", "create", "--no-invite", &argument]);
            assert_eq!(text(&made, "/username"), username);
            let shown = machine.json(&["user", "show", &format!("username:{username}")]);
            assert_eq!(shown["id"], made["id"]);
        }
        for name in ["", "a\u{7}b", &"x".repeat(129)] {
            assert!(machine.refused(&["pool", "create", "--name", name]).contains("1 to 128"), "{name:?}");
            assert!(machine.refused(&["client", "create", "--name", name]).contains("1 to 128"), "{name:?}");
        }
        let long = "x".repeat(20_000);
        machine.refused(&["user", "show", &long]);
        machine.refused(&["user", "list", "--filter", &format!("email = \"{long}x")]);
        assert!(
            machine
                .refused(&[
                    "user",
                    "create",
                    "--username",
                    "a",
                    "--attribute",
                    &format!("name={long}"),
                    "--no-invite"
                ])
                .contains("2048")
        );
        assert_eq!(machine.run(&["user"]).code, 2);
        assert_eq!(machine.run(&["user", "explode"]).code, 2);
        assert_eq!(machine.run(&["user", "show"]).code, 2);
    });
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    block_on(async {
        let machine = Machine::new(TestDatabase::sqlite().await).await;
        let pool = machine.pool(|_| {}).await;
        let template = machine.test.user(&pool, "template").await;
        machine
            .env
            .db
            .write(move |c| {
                for number in 0..3000 {
                    let id = vestibule::model::ids::UserId::trusted(format!("id-{number:05}"));
                    let user = vestibule::model::user::User { id, ..template.clone() };
                    vestibule::store::users::insert(c, &user)?;
                }
                Ok(())
            })
            .await
            .expect("stored");
        let mut child = Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args(["user", "list", "--json"])
            .current_dir(machine.path("."))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut start = [0; 10];
        child.stdout.take().expect("a pipe").read_exact(&mut start).expect("it prints");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{output:?}");
    });
}

#[test]
fn without_configuration_key_or_database_nothing_is_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = run_in(folder.path(), &["user", "list"], "", &[]);
    assert!(ran.code == 1 && ran.out.is_empty() && ran.err.contains("public_url"), "{ran:?}");
    block_on(async {
        let machine = Machine::new(TestDatabase::sqlite().await).await;
        machine.pool(|_| {}).await;
        write_private(&machine.path("master.key"), &MASTER_KEY.replace('8', "9"));
        let complaint = machine.refused(&["pool", "set", "Demo", "name=Other"]);
        assert!(complaint.contains("master key does not belong"), "{complaint}");
        write_private(&machine.path("master.key"), MASTER_KEY);
        assert_eq!(text(&machine.json(&["pool", "list"]), "/0/name"), "Demo");
    });
}
