//! `vestibule user`: every command, its refusal, twice, and what is recorded.

use serde_json::{Value, json};
use vestibule::directory::password::PasswordVerdict;
use vestibule::directory::{factors, groups, names, password, users};
use vestibule::messages::outbox;
use vestibule::model::group::Group;
use vestibule::model::ids::UserId;
use vestibule::model::message::MessageKind;
use vestibule::model::pool::{ContactKind, PoolSettings, SignInAlias, SignInNames, UserPool};

use super::{Machine, PASSWORD, text, write_private};
use crate::support::database::for_each_database;

fn by_name(settings: &mut PoolSettings) {
    settings.sign_in = SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() };
    settings.self_sign_up = true;
}

fn by_email(settings: &mut PoolSettings) {
    settings.sign_in =
        SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() };
    settings.self_sign_up = true;
}

async fn group(machine: &Machine, pool: &UserPool, name: &str) {
    let group = Group {
        pool_id: pool.id.clone(),
        name: name.into(),
        description: None,
        precedence: None,
        role_arn: None,
        created_at: 1,
    };
    groups::create(&machine.env, pool, group).await.expect("a group");
}

async fn verdict(machine: &Machine, pool: &UserPool, id: &str, typed: &str) -> PasswordVerdict {
    password::check(&machine.env, pool, Some(&UserId::trusted(id)), typed).await.expect("checked")
}

#[test]
fn a_user_is_invited_with_a_temporary_password() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        group(&machine, &pool, "admins").await;
        let arguments = [
            "user",
            "create",
            "--username",
            "ada",
            "--email",
            "ada@example.net",
            "--verified",
            "email",
            "--attribute",
            "name=Ada Lovelace",
            "--group",
            "admins",
        ];
        let made = machine.json(&arguments);
        assert_eq!(made["status"], "FORCE_CHANGE_PASSWORD");
        assert_eq!(made["attributes"]["name"], "Ada Lovelace");
        assert_eq!(made["groups"], json!(["admins"]));
        assert_eq!(made["temporary_password"], Value::Null, "it goes by mail only");
        outbox::deliver_due(&machine.env).await.expect("the database answers");
        let mail = machine.test.mail.last_to("ada@example.net").expect("an invitation");
        assert_eq!(mail.kind, MessageKind::Invitation);
        let id = text(&made, "/id");
        let password = mail.code.expect("the temporary password");
        assert_eq!(verdict(&machine, &pool, id, &password).await, PasswordVerdict::RightTemporary);

        let complaint = machine.refused(&arguments);
        assert!(complaint.contains("already"), "{complaint}");
        let complaint = machine.refused(&["user", "create", "--username", "bob"]);
        assert!(complaint.contains("email is required") && complaint.contains("--no-invite"), "{complaint}");
        let complaint =
            machine.refused(&["user", "create", "--username", "bob", "--no-invite", "--group", "nobodies"]);
        assert!(complaint.contains("no group nobodies"), "{complaint}");
        assert_eq!(machine.actions_about(id).await, ["user.create", "group.add_member"]);
        let events = machine.events().await;
        let event = events.iter().find(|event| event.action == "user.create").expect("recorded");
        assert_eq!((event.actor_kind.as_str(), event.succeeded), ("operator", true));
        assert!(event.actor.as_deref().is_some_and(|actor| actor.contains('@')), "{event:?}");
        assert_eq!(event.pool_id.as_deref(), Some(pool.id.as_str()));
        let told = format!("{events:?}");
        for secret in [password.as_str(), "ada@example.net", "Lovelace"] {
            assert!(!told.contains(secret), "{told}");
        }
    });
}

#[test]
fn a_password_comes_from_anywhere_but_an_argument() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        write_private(&machine.path("password"), &format!("{PASSWORD}\nmore\n"));
        let create = |name: &str, more: &[&str], stdin: &str, variables: &[(&str, &str)]| {
            let start = ["user", "create", "--json", "--username", name];
            let arguments: Vec<&str> = start.iter().chain(more).copied().collect();
            machine.run_with(&arguments, stdin, variables)
        };
        let sources = [
            create("in", &["--password-stdin", "--permanent"], "Correct-Horse-7\r\n", &[]),
            create("file", &["--password-file", "password", "--permanent"], "", &[]),
            create(
                "env",
                &["--password-env", "NEW_PASSWORD", "--permanent"],
                "",
                &[("NEW_PASSWORD", PASSWORD)],
            ),
        ];
        for ran in sources {
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
            assert!(!ran.out.contains(PASSWORD), "{ran:?}");
            let made: Value = serde_json::from_str(&ran.out).expect("JSON");
            assert_eq!(made["status"], "CONFIRMED");
            assert_eq!(verdict(&machine, &pool, text(&made, "/id"), PASSWORD).await, PasswordVerdict::Right);
        }
        let ran = create("weak", &["--password-stdin"], "weak", &[]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(ran.err.contains("at least 8 characters") && ran.err.contains("a digit"), "{ran:?}");
        for (arguments, told) in [
            (&["--password-stdin"][..], "no password in standard input"),
            (&["--password-file", "nowhere"], "nowhere"),
            (&["--password-env", "NOT_SET_AT_ALL"], "is not set"),
            (&["--permanent"], "--permanent needs a password"),
        ] {
            let ran = create("nobody", arguments, "", &[]);
            assert!(ran.code == 1 && ran.err.contains(told), "{ran:?}");
        }
        let ran = create("nobody", &["--password-stdin", "--password-file", "password"], "", &[]);
        assert_eq!(ran.code, 2, "{ran:?}");
        let ran = create("nobody", &["--password", PASSWORD], "", &[]);
        assert_eq!(ran.code, 2, "there is no such argument: {ran:?}");
        assert!(machine.refused(&["user", "show", "nobody"]).contains("nobody in the pool"));
    });
}

#[test]
fn a_drawn_password_is_shown_once_or_written_for_its_owner_only() {
    for_each_database(|database| async {
        use std::os::unix::fs::PermissionsExt;
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let made = machine.json(&["user", "create", "--username", "ada", "--no-invite"]);
        let (id, drawn) = (text(&made, "/id").to_owned(), text(&made, "/temporary_password").to_owned());
        assert_eq!(verdict(&machine, &pool, &id, &drawn).await, PasswordVerdict::RightTemporary);
        assert_eq!(machine.json(&["user", "show", "ada"]).get("temporary_password"), None);

        let file = machine.path("secret");
        let arguments = ["user", "create", "--username", "bob", "--no-invite", "--secret-file", "secret"];
        let made = machine.json(&arguments);
        assert_eq!(made.get("temporary_password"), None);
        assert_eq!(std::fs::metadata(&file).expect("made").permissions().mode() & 0o777, 0o600);
        let written = std::fs::read_to_string(&file).expect("text");
        assert_eq!(
            verdict(&machine, &pool, text(&made, "/id"), written.trim()).await,
            PasswordVerdict::RightTemporary
        );
        // An existing file is not replaced, and then nobody is made.
        let again = ["user", "create", "--username", "eve", "--no-invite", "--secret-file", "secret"];
        assert!(machine.refused(&again).contains("there is a file "));
        machine.refused(&["user", "show", "eve"]);
        // A refused creation leaves no file behind.
        machine.refused(&["user", "create", "--username", "bob", "--no-invite", "--secret-file", "other"]);
        assert!(!machine.path("other").exists());

        let reset = machine.json(&["user", "reset-password", "ada", "--print-password"]);
        assert_eq!(reset["status"], "FORCE_CHANGE_PASSWORD");
        assert_eq!(verdict(&machine, &pool, &id, &drawn).await, PasswordVerdict::Wrong);
        let new = text(&reset, "/temporary_password");
        assert_eq!(verdict(&machine, &pool, &id, new).await, PasswordVerdict::RightTemporary);
        assert!(machine.actions_about(&id).await.contains(&"user.set_password".to_owned()));
        assert!(!format!("{:?}", machine.events().await).contains(new));
    });
}

#[test]
fn attributes_are_set_with_the_names_that_follow_from_them() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let ada = machine.test.user(&pool, "ada").await.id;
        let eve = machine.test.user(&pool, "eve").await.id;
        let named = async |typed: &str| {
            names::find_for_sign_in(&machine.env, &pool, typed).await.expect("answers").map(|user| user.id)
        };
        let set =
            machine.json(&["user", "set", "ada", "--email", "ada@example.net", "--attribute", "name=Ada"]);
        assert_eq!(set["attributes"], json!({"email": "ada@example.net", "name": "Ada"}));
        assert_eq!(named("ada@example.net").await, None, "nobody has proven it");
        machine.done(&["user", "set", "ada", "--verified", "email"]);
        assert_eq!(named("ada@example.net").await, Some(ada.clone()));
        // Twice changes nothing and records nothing.
        let before = machine.actions_about(ada.as_str()).await;
        machine.done(&["user", "set", "ada", "--verified", "email"]);
        assert_eq!(machine.actions_about(ada.as_str()).await, before);
        assert_eq!(before, ["user.create", "user.update", "user.update"]);

        let complaint =
            machine.refused(&["user", "set", "eve", "--email", "Ada@Example.net", "--verified", "email"]);
        assert!(
            complaint.contains(ada.as_str()) && complaint.contains("e-mail address is taken"),
            "{complaint}"
        );
        machine.done(&["user", "set", "ada", "--email", "countess@example.com"]);
        assert_eq!(named("countess@example.com").await, None, "a changed address is proven anew");
        assert_eq!(named("ada@example.net").await, None);
        machine.done(&["user", "set", "eve", "--email", "ada@example.net", "--verified", "email"]);
        assert_eq!(named("ada@example.net").await, Some(eve));
        machine.done(&["user", "set", "eve", "--unverified", "email"]);
        assert_eq!(named("ada@example.net").await, None);
        let cleared = machine.json(&["user", "set", "eve", "--email", ""]);
        assert_eq!(cleared["attributes"], json!({}));

        for (arguments, told) in [
            (&["--attribute", "nonsense=1"][..], "no attribute nonsense"),
            (&["--email", "nonsense"], "not an e-mail address"),
            (&["--attribute", "email_verified=perhaps"], "neither true nor false"),
            (&["--verified", "phone"], "phone_number is required"),
            (&["--verified", "email", "--unverified", "email"], "given twice"),
            (&["--attribute", "sub=1"], "no attribute sub"),
            (&[], "nothing to set"),
        ] {
            let all: Vec<&str> = ["user", "set", "eve"].iter().chain(arguments).copied().collect();
            let complaint = machine.refused(&all);
            assert!(complaint.contains(told), "{arguments:?}: {complaint}");
        }
        assert!(!format!("{:?}", machine.events().await).contains("example.com"), "no value is recorded");
    });
}

#[test]
fn an_address_in_place_of_the_name_follows_the_operator() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_email).await;
        let made = machine.json(&["user", "create", "--email", "ada@example.net", "--no-invite"]);
        let id = text(&made, "/id").to_owned();
        let signs_in = async |typed: &str| {
            names::find_for_sign_in(&machine.env, &pool, typed).await.expect("answers").map(|user| user.id)
        };
        assert_eq!(signs_in("ada@example.net").await.as_ref().map(UserId::as_str), Some(id.as_str()));
        machine.done(&["user", "set", "ada@example.net", "--email", "countess@example.com"]);
        assert_eq!(signs_in("ada@example.net").await, None);
        assert_eq!(signs_in("countess@example.com").await.as_ref().map(UserId::as_str), Some(id.as_str()));
        let complaint = machine.refused(&["user", "set", &id, "--email", ""]);
        assert!(complaint.contains("email is required"), "{complaint}");
        let complaint =
            machine.refused(&["user", "create", "--email", "COUNTESS@example.com", "--no-invite"]);
        assert!(complaint.contains("already"), "{complaint}");
    });
}

#[test]
fn an_account_is_turned_off_and_on_once() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let id = machine.test.user(&pool, "ada").await.id;
        assert!(machine.done(&["user", "disable", "ada"]).contains("disabled"));
        assert!(machine.done(&["user", "disable", "ada"]).contains("was disabled already"));
        assert_eq!(machine.json(&["user", "show", "ada"])["enabled"], false);
        assert_eq!(machine.json(&["user", "enable", "ada"])["enabled"], true);
        assert!(machine.done(&["user", "enable", "ada"]).contains("was enabled already"));
        assert_eq!(machine.actions_about(id.as_str()).await, ["user.create", "user.disable", "user.enable"]);
        for command in
            ["disable", "enable", "unlock", "sign-out", "reset-mfa", "reset-password", "confirm", "show"]
        {
            let complaint = machine.refused(&["user", command, "grace"]);
            assert!(complaint.contains("nobody in the pool") && complaint.contains("grace"), "{complaint}");
        }
    });
}

#[test]
fn an_account_is_confirmed_without_its_code() {
    for_each_database(|database| async {
        use vestibule::directory::sign_up::{self, SignUpRequest};
        use vestibule::model::flow::Subject;
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_email).await;
        let client = machine.json(&["client", "create", "--name", "Web"]);
        let client_id = vestibule::model::ids::ClientId::trusted(text(&client, "/id"));
        let client = vestibule::directory::clients::find(&machine.env, &pool, &client_id);
        let client = client.await.expect("answers").expect("made");
        let sign_up = async |email: &str| {
            let request = SignUpRequest {
                username: Some(email.to_owned()),
                password: PASSWORD.to_owned(),
                attributes: [("email".to_owned(), email.to_owned())].into(),
                accepted_terms: None,
            };
            let caller = crate::support::env::caller("192.0.2.1");
            let made = sign_up::sign_up(&machine.env, &caller, &pool, &client, request).await.expect("made");
            match made.subject {
                Subject::Known(id) => id,
                other => panic!("{other:?}"),
            }
        };
        let ada = sign_up("ada@example.net").await;
        let rival = sign_up("ada@example.net").await;
        assert_ne!(ada, rival);
        // Two unconfirmed accounts share the address, so it means neither.
        let complaint = machine.refused(&["user", "confirm", "ada@example.net"]);
        assert!(complaint.contains(ada.as_str()) && complaint.contains(rival.as_str()), "{complaint}");
        let complaint = machine.refused(&["user", "confirm", ada.as_str(), "--verified", "phone"]);
        assert!(complaint.contains("no phone_number"), "{complaint}");
        let confirmed = machine.json(&["user", "confirm", ada.as_str()]);
        assert_eq!(confirmed["status"], "CONFIRMED");
        let found = names::find_for_sign_in(&machine.env, &pool, "ada@example.net").await.expect("answers");
        assert_eq!(found.map(|user| user.id), Some(ada.clone()));
        assert!(
            users::find(&machine.env, &pool, &rival).await.expect("answers").is_none(),
            "the rival is gone"
        );
        machine.done(&["user", "confirm", ada.as_str()]);
        assert_eq!(
            machine.actions_about(ada.as_str()).await.last().map(String::as_str),
            Some("user.confirm")
        );
        machine.done(&["user", "reset-password", "ada@example.net", "--print-password"]);
        let complaint = machine.refused(&["user", "confirm", "ada@example.net"]);
        assert!(complaint.contains("waits for a new password"), "{complaint}");
    });
}

#[test]
fn a_new_password_by_code_needs_a_proven_address() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let id = machine.test.user(&pool, "ada").await.id;
        let complaint = machine.refused(&["user", "reset-password", "ada"]);
        assert!(complaint.contains("no code could reach"), "{complaint}");
        machine.done(&["user", "set", "ada", "--email", "ada@example.net", "--verified", "email"]);
        assert_eq!(machine.json(&["user", "reset-password", "ada"])["status"], "RESET_REQUIRED");
        machine.done(&["user", "reset-password", "ada"]);
        let ran = machine.run_with(
            &["user", "reset-password", "ada", "--password-stdin", "--permanent", "--json"],
            "Another-Horse-8\n",
            &[],
        );
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(verdict(&machine, &pool, id.as_str(), "Another-Horse-8").await, PasswordVerdict::Right);
    });
}

#[test]
fn second_factors_go_all_at_once() {
    for_each_database(|database| async {
        use vestibule::model::pool::{MfaConfiguration, SecondFactor};
        let machine = Machine::new(database).await;
        let pool = machine
            .pool(|settings| {
                by_name(settings);
                settings.mfa.configuration = MfaConfiguration::Required;
                settings.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Sms];
            })
            .await;
        let id = machine.test.user(&pool, "ada").await.id;
        factors::set_totp(&machine.env, &pool, &id, b"twenty bytes of seed", Some("phone"))
            .await
            .expect("set");
        factors::set_preferences(&machine.env, &pool, &id, &[SecondFactor::Sms], Some(SecondFactor::Totp))
            .await
            .expect("set");
        let shown = machine.json(&["user", "show", "ada"]);
        assert_eq!(
            shown["second_factors"],
            json!({"totp": true, "totp_device": "phone", "by_message": ["sms"], "preferred": "totp"})
        );
        let ran = machine.run(&["user", "reset-mfa", "ada", "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(ran.err.contains("requires a second factor"), "the operator is told: {ran:?}");
        let reset: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(
            reset["second_factors"],
            json!({"totp": false, "totp_device": null, "by_message": [], "preferred": null})
        );
        assert!(reset["signed_out_at"].is_string());
        assert_eq!(
            machine.actions_about(id.as_str()).await.last().map(String::as_str),
            Some("user.reset_mfa")
        );
    });
}

#[test]
fn an_unlocked_person_is_judged_at_once() {
    for_each_database(|database| async {
        use vestibule::directory::codes::{self, Purpose};
        use vestibule::model::flow::Subject;
        use vestibule::model::message::Medium;
        use vestibule::security::lockout::{self, LockSubject};
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let id = machine.test.user(&pool, "ada").await.id;
        let (env, caller) = (&machine.env, crate::support::env::caller("192.0.2.1"));
        let subjects = [LockSubject::Known(id.clone()), LockSubject::SecondFactor(id.clone())];
        for subject in &subjects {
            for _ in 0..5 {
                drop(lockout::claim(env, &caller, &pool, subject).await.expect("not locked yet"));
            }
            assert!(lockout::claim(env, &caller, &pool, subject).await.is_err(), "{subject:?}");
        }
        let key = codes::way_key(env, &pool, &Subject::Known(id.clone()), Medium::Email);
        let code = codes::make(env, &pool, &key, Purpose::SignIn, 3_600_000).sent_to("ada@example.net");
        let (row, right) = (code.clone(), code.code().to_owned());
        env.db.write(move |c| row.store(c)).await.expect("stored");
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            codes::spend(env, &pool, &key, Purpose::SignIn, wrong).await.expect_err("wrong");
        }
        codes::spend(env, &pool, &key, Purpose::SignIn, &right).await.expect_err("too many tries");
        let shown = machine.json(&["user", "show", "ada"]);
        assert!(shown["locked_until"]["first_factor"].is_string(), "{shown}");
        assert!(shown["locked_until"]["second_factor"].is_string(), "{shown}");

        let unlocked = machine.json(&["user", "unlock", "ada"]);
        assert_eq!(unlocked["locked_until"], json!({"first_factor": null, "second_factor": null}));
        for subject in &subjects {
            assert!(lockout::claim(env, &caller, &pool, subject).await.is_ok(), "{subject:?}");
        }
        let sent_to = codes::spend(env, &pool, &key, Purpose::SignIn, &right).await.expect("judged again");
        assert_eq!(sent_to.as_deref(), Some("ada@example.net"));
        machine.done(&["user", "unlock", "ada"]);
        let actions = machine.actions_about(id.as_str()).await;
        assert_eq!(actions, ["user.create", "user.unlock", "user.unlock"]);
    });
}

#[test]
fn groups_are_joined_and_left() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(by_name).await;
        let id = machine.test.user(&pool, "ada").await.id;
        let made =
            machine.json(&["group", "create", "admins", "--precedence", "1", "--description", "All rights"]);
        assert_eq!((made["name"].as_str(), made["precedence"].as_i64()), (Some("admins"), Some(1)));
        assert!(machine.refused(&["group", "create", "admins"]).contains("has a group of this name"));
        assert!(machine.refused(&["group", "create", "a b"]).contains("without white space"));
        for _ in 0..2 {
            assert_eq!(machine.json(&["user", "group", "add", "ada", "admins"])["groups"], json!(["admins"]));
        }
        assert!(
            machine.refused(&["user", "group", "add", "ada", "nobodies"]).contains("group does not exist")
        );
        let listed = machine.json(&["group", "list"]);
        assert_eq!((listed[0]["members"].as_i64(), listed.as_array().map(Vec::len)), (Some(1), Some(1)));
        let members = machine.json(&["user", "list", "--group", "admins"]);
        assert_eq!(text(&members, "/id"), id.as_str());
        assert_eq!(machine.json(&["user", "group", "remove", "ada", "admins"])["groups"], json!([]));
        assert!(
            machine.refused(&["user", "group", "remove", "ada", "admins"]).contains("member does not exist")
        );
        assert!(machine.refused(&["group", "delete", "admins"]).contains("--yes"));
        machine.done(&["group", "delete", "admins", "--yes"]);
        assert!(machine.refused(&["group", "delete", "admins", "--yes"]).contains("group does not exist"));
        let actions = machine.actions_about(id.as_str()).await;
        assert_eq!(actions, ["user.create", "group.add_member", "group.remove_member"]);
        assert_eq!(machine.actions_about("admins").await, ["group.create", "group.delete"]);
    });
}

#[test]
fn a_pool_is_chosen_by_id_or_name_and_never_guessed() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        assert!(machine.refused(&["user", "list"]).contains("no pool yet"));
        let first = machine.pool(by_name).await;
        machine.done(&["user", "list"]);
        let second = machine.pool(by_name).await;
        let complaint = machine.refused(&["user", "list"]);
        assert!(complaint.contains("--pool") && complaint.contains(first.id.as_str()), "{complaint}");
        let complaint = machine.refused(&["user", "list", "--pool", "Demo"]);
        for pool in [&first, &second] {
            assert!(complaint.contains(pool.id.as_str()), "{complaint}");
        }
        machine.done(&["pool", "set", second.id.as_str(), "name=Other"]);
        machine.done(&["user", "create", "--username", "ada", "--no-invite", "--pool", "Other"]);
        assert_eq!(machine.json(&["user", "show", "ada", "--pool", "Other"])["pool"], second.id.as_str());
        assert!(machine.refused(&["user", "show", "ada", "--pool", "Demo"]).contains("nobody"));
        assert!(machine.refused(&["user", "show", "ada", "--pool", "nowhere"]).contains("no pool nowhere"));
    });
}
