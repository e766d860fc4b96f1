//! A directory as a file: in, out, and what is refused on the way.

use futures_util::future::join_all;
use vestibule::directory::transfer::{
    Done, Format, Import, ImportOptions, Outcome, Row, Rows, WithoutPassword, export,
};
use vestibule::directory::{DirectoryError, factors, groups, names, users};
use vestibule::model::attributes::{AttributeSchema, AttributeType};
use vestibule::model::ids::UserId;
use vestibule::model::message::MessageKind;
use vestibule::model::pool::{ContactKind, PoolSettings, SecondFactor, SignInAlias};
use vestibule::model::user::UserStatus;
use vestibule::store::audit_events::{self, Wanted};

use super::external::{Corp, identity};
use super::world::{World, by_email, by_name};
use crate::support::authenticator::{Algorithm, Credential, base};
use crate::support::database::for_each_database;
use crate::support::env::caller;

const BCRYPT: &str = "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";

fn rows(text: &str, format: Format) -> Vec<Row> {
    let mut rows = Rows::new(text.as_bytes(), format);
    std::iter::from_fn(|| rows.next_row().expect("memory can be read")).collect()
}

async fn begin(world: &World, options: ImportOptions) -> Import {
    let begun = Import::begin(&world.env, &caller("192.0.2.1"), &world.pool.id, options).await;
    begun.unwrap_or_else(|error| panic!("{error}"))
}

async fn check(world: &World, text: &str, options: ImportOptions) -> Vec<Done> {
    begin(world, options).await.check(rows(text, Format::Lines)).await.expect("the database answers")
}

async fn write(world: &World, text: &str, options: ImportOptions) -> Vec<Done> {
    begin(world, options).await.write(rows(text, Format::Lines)).await.expect("the database answers")
}

/// Imports people who are all new.
pub async fn import_lines(world: &World, text: &str) {
    let done = write(world, text, ImportOptions::default()).await;
    assert!(done.iter().all(|one| one.outcome == Outcome::Created), "{done:?}");
}

fn outcomes(done: &[Done]) -> Vec<(u64, &'static str)> {
    let name = |outcome: &Outcome| match outcome {
        Outcome::Created => "created",
        Outcome::Updated => "updated",
        Outcome::Unchanged => "unchanged",
        Outcome::Failed { .. } => "failed",
    };
    done.iter().map(|one| (one.line, name(&one.outcome))).collect()
}

fn reasons(done: &[Done], line: u64) -> String {
    let one = done.iter().find(|one| one.line == line).unwrap_or_else(|| panic!("no line {line}: {done:?}"));
    match &one.outcome {
        Outcome::Failed { reasons } => reasons.join("; "),
        other => panic!("line {line} is {other:?}"),
    }
}

/// The whole export.
pub async fn exported(world: &World, with_hashes: bool) -> String {
    let mut text = export::begin(&world.env, &world.pool, with_hashes).await.expect("the database answers");
    let mut after = None;
    loop {
        let part = export::page(&world.env, &world.pool, after, with_hashes).await.expect("it opens");
        text += &part.text;
        after = part.next;
        if after.is_none() {
            return text;
        }
    }
}

fn with_team(settings: &mut PoolSettings) {
    by_name(settings);
    settings.sign_in.aliases.push(SignInAlias::PreferredUsername);
    let level = AttributeSchema {
        value_type: AttributeType::Number,
        ..AttributeSchema::standard("custom:level", false)
    };
    settings.schema = vec![AttributeSchema::standard("custom:team", false), level];
}

/// A public key as passkeys have it.
fn passkey_key() -> String {
    base(&Credential::made_up("auth.example.com", Algorithm::EdDsa).cose())
}

#[test]
fn a_directory_that_is_read_back_is_the_same_to_the_byte() {
    for_each_database(|database| async {
        let world = World::new(database, with_team).await;
        let text = format!(
            concat!(
                r#"{{"type":"directory","version":1}}"#,
                "\n",
                r#"{{"type":"group","name":"admins","description":"All","precedence":3,"role_arn":"arn:x","created_at":"2020-01-02T03:04:05.678Z"}}"#,
                "\n",
                r#"{{"type":"group","name":"empty","created_at":"2020-01-02T03:04:05Z"}}"#,
                "\n",
                r#"{{"type":"person","id":"0a","username":"Ada","status":"CONFIRMED","enabled":true,"attributes":{{"custom:level":"7","custom:team":"A, \"B\"","email":"Ada@example.com","email_verified":"true","preferred_username":"Countess"}},"groups":["admins"],"password":{{"hash":"{hash}","set_at":"2021-01-01T00:00:00Z","previous":[{{"hash":"{hash}","set_at":"2020-12-01T00:00:00Z"}}]}},"totp":{{"secret":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP","name":"Phone","created_at":"2021-02-01T00:00:00Z"}},"passkeys":[{{"id":"AQIDBA","user_handle":"aGFuZGxl","rp_id":"auth.example.com","public_key":"{key}","sign_count":7,"transports":["internal"],"aaguid":"ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4","backup_eligible":true,"backed_up":true,"user_verified":true,"name":"Phone","created_at":"2021-03-01T00:00:00Z","last_used_at":"2021-04-01T00:00:00Z"}}],"mfa":{{"messages":["email"],"preferred":"totp"}},"created_at":"2020-01-01T00:00:00Z","updated_at":"2022-01-01T00:00:00.5Z"}}"#,
                "\n",
                r#"{{"type":"person","id":"0b","username":"bea","status":"UNCONFIRMED","enabled":false,"attributes":{{"email":"bea@example.com"}},"password":null,"created_at":"2020-01-01T00:00:00Z","updated_at":"2020-01-01T00:00:00Z"}}"#,
                "\n",
            ),
            hash = BCRYPT,
            key = passkey_key()
        );
        let before = check(&world, &text, ImportOptions::default()).await;
        assert!(before.iter().all(|one| one.outcome == Outcome::Created), "{before:?}");
        assert_eq!(world.count().await, 0, "judging writes nothing");
        import_lines(&world, &text).await;
        assert_eq!(exported(&world, true).await, text);
        let again = write(&world, &text, ImportOptions { update: true, ..Default::default() }).await;
        assert!(again.iter().all(|one| one.outcome == Outcome::Unchanged), "{again:?}");
        assert_eq!(exported(&world, true).await, text);

        let ada = UserId::trusted("0a");
        for name in ["ada", "ADA@example.com", "countess"] {
            assert_eq!(world.named(name).await, Some(ada.clone()), "{name}");
        }
        assert_eq!(world.user(&ada).await.verified_contact(ContactKind::Email), Some("Ada@example.com"));
        assert_eq!(groups::of_user(&world.env, &world.pool, &ada).await.expect("answers").len(), 1);
        let device = factors::totp_device(&world.env, &world.pool, &ada).await.expect("answers");
        assert_eq!(device, Some(Some("Phone".to_owned())));
        let plain = exported(&world, false).await;
        assert!(
            !plain.contains("$2b$") && !plain.contains("JBSWY") && !plain.contains("password"),
            "{plain}"
        );
        assert_eq!(world.user(&ada).await.preferred_factor, Some(SecondFactor::Totp));
    });
}

#[test]
fn every_bad_row_is_listed_with_its_line_and_all_its_reasons() {
    for_each_database(|database| async {
        let world = World::new(database, with_team).await;
        let present = world.member(Some("taken"), "taken@example.com").await.id;
        let person = |rest: &str| format!(r#"{{"username":"u","password":null{rest}}}"#);
        let lines = [
            format!(r#"{{"username":"one","password":{{"hash":"{BCRYPT}"}}}}"#),
            r#"{"username":"two","password":{"hash":"5f4dcc3b5aa765d61d8327deb882cf99"},"attributes":{"custom:none":"x","email":"nowhere","custom:level":"high"},"groups":["nobodys"],"totp":{"secret":"A"}}"#.to_owned(),
            format!(r#"{{"username":"ONE","password":{{"hash":"{BCRYPT}"}}}}"#),
            r#"{"username":"Taken","password":null}"#.to_owned(),
            r#"{"username":"other","password":null,"attributes":{"email":"TAKEN@example.com","email_verified":true}}"#.to_owned(),
            r#"{"username":"preferring","password":null,"attributes":{"preferred_username":"taken"}}"#.to_owned(),
            "{".to_owned(),
            person(r#","id":"a b""#),
            person(r#","status":"FORCE_CHANGE_PASSWORD""#),
            r#"{"username":"nobody can reach me"}"#.to_owned(),
            r#"{"attributes":{"email":"x@example.com","email_verified":true}}"#.to_owned(),
            format!(r#"{{"id":"{present}","username":"taken","password":null}}"#),
        ];
        let done = check(&world, &lines.join("\n"), ImportOptions::default()).await;
        let two = reasons(&done, 2);
        for reason in [
            "custom:none",
            "email is not valid",
            "custom:level is not valid",
            "no group nobodys",
            "plain digest",
            "base32",
        ] {
            assert!(two.contains(reason), "{reason}: {two}");
        }
        assert!(!two.contains("5f4dcc3b"), "a hash is not repeated");
        assert!(reasons(&done, 3).contains("line 1 has the same user name"));
        assert!(reasons(&done, 5).contains(present.as_str()));
        assert!(reasons(&done, 6).contains("preferred user name"));
        assert!(reasons(&done, 7).contains("not JSON"));
        assert!(reasons(&done, 8).contains("id must be"));
        assert!(reasons(&done, 9).contains("temporary password"));
        assert!(
            reasons(&done, 10).contains("white space") && reasons(&done, 10).contains("could never sign in")
        );
        assert!(reasons(&done, 11).contains("username"));
        let good: Vec<_> = outcomes(&done).into_iter().filter(|(_, outcome)| *outcome != "failed").collect();
        assert_eq!(good, [(1, "created"), (4, "unchanged")], "a name without an id says who it is");
        assert!(reasons(&done, 12).contains("line 4 has the same user name"));
        assert_eq!(world.count().await, 1, "nothing was written");
        let written = write(&world, &lines.join("\n"), ImportOptions::default()).await;
        assert_eq!(outcomes(&written)[0], (1, "created"));
        assert_eq!(world.count().await, 2, "and bad rows fail by themselves: {written:?}");
    });
}

#[test]
fn an_id_of_another_pool_is_not_taken() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_name).await;
        let line = r#"{"id":"0a","username":"ada","password":null}"#;
        import_lines(&world, line).await;
        world.pool = world.test.pool(by_name).await;
        let done = check(&world, line, ImportOptions::default()).await;
        assert!(reasons(&done, 1).contains("another pool"));
        let done = write(&world, line, ImportOptions { update: true, ..Default::default() }).await;
        assert!(reasons(&done, 1).contains("another pool"));
        assert_eq!(world.count().await, 0);
    });
}

#[test]
fn who_is_there_stays_unless_an_update_is_wished_and_keeps_the_password() {
    for_each_database(|database| async {
        let world = World::new(database, with_team).await;
        let first = format!(
            r#"{{"id":"0a","username":"ada","attributes":{{"email":"ada@example.com","email_verified":true,"custom:team":"A"}},"password":{{"hash":"{BCRYPT}"}}}}"#
        );
        import_lines(&world, &first).await;
        let id = UserId::trusted("0a");
        let somebody = caller("192.0.2.1");
        let how = vestibule::directory::password::SetPassword::Permanent;
        vestibule::directory::password::set(&world.env, &somebody, &world.pool, &id, "Correct-Horse-8", how)
            .await
            .expect("set");
        let second = first
            .replace("\"custom:team\":\"A\"", "\"custom:team\":\"B\"")
            .replace("\"ada\"", "\"lovelace\"")
            .replace("ada@", "countess@");
        let kept = write(&world, &second, ImportOptions::default()).await;
        assert_eq!(outcomes(&kept), [(1, "unchanged")]);
        assert_eq!(world.user(&id).await.attributes["custom:team"], "A");
        let update = ImportOptions { update: true, ..Default::default() };
        assert_eq!(outcomes(&check(&world, &second, update.clone()).await), [(1, "updated")]);
        assert_eq!(outcomes(&write(&world, &second, update.clone()).await), [(1, "updated")]);
        assert_eq!(outcomes(&write(&world, &second, update).await), [(1, "unchanged")]);
        assert_eq!(world.user(&id).await.attributes["custom:team"], "B");
        assert_eq!(world.named("lovelace").await, Some(id.clone()));
        assert_eq!(world.named("countess@example.com").await, Some(id.clone()));
        assert_eq!((world.named("ada").await, world.named("ada@example.com").await), (None, None));
        let verdict =
            vestibule::directory::password::check(&world.env, &world.pool, Some(&id), "Correct-Horse-8")
                .await;
        assert_eq!(verdict.expect("room"), vestibule::directory::password::PasswordVerdict::Right);
    });
}

#[test]
fn an_update_cannot_take_what_is_another_persons() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        import_lines(&world, "{\"id\":\"0a\",\"username\":\"ada\",\"password\":null}\n{\"id\":\"0b\",\"username\":\"bea\",\"password\":null}").await;
        let update = ImportOptions { update: true, ..Default::default() };
        let done = write(&world, r#"{"id":"0b","username":"ADA","password":null}"#, update).await;
        assert!(reasons(&done, 1).contains("0a has the same user name"), "{done:?}");
        assert_eq!(world.named("bea").await, Some(UserId::trusted("0b")));
    });
}

#[test]
fn people_without_a_password_are_reset_or_invited() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let line = |name: &str| {
            format!(
                r#"{{"id":"{name}","status":"CONFIRMED","attributes":{{"email":"{name}@example.com","email_verified":true}}}}"#
            )
        };
        import_lines(&world, &line("ada")).await;
        assert_eq!(world.user(&UserId::trusted("ada")).await.status, UserStatus::ResetRequired);
        let invite = ImportOptions { without_password: WithoutPassword::Invite, ..Default::default() };
        let done = write(&world, &format!("{}\n{}", line("ada"), line("bea")), invite).await;
        assert_eq!(outcomes(&done), [(1, "unchanged"), (2, "created")]);
        let bea = UserId::trusted("bea");
        assert_eq!(world.user(&bea).await.status, UserStatus::ForceChangePassword);
        let letter = world.messages_to("bea@example.com").await.pop().expect("an invitation");
        assert_eq!(letter.kind, MessageKind::Invitation);
        let temporary = letter.code.expect("with a password");
        let verdict =
            vestibule::directory::password::check(&world.env, &world.pool, Some(&bea), &temporary).await;
        assert_eq!(verdict.expect("room"), vestibule::directory::password::PasswordVerdict::RightTemporary);
        assert!(world.messages_to("ada@example.com").await.is_empty(), "who was there is left in peace");
    });
}

#[test]
fn an_update_that_asks_for_a_new_password_signs_out() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let world = &corp.world;
        let user = corp.user_of(&identity("x", &[])).await;
        assert_eq!((user.status, user.signed_out_at), (UserStatus::ExternalProvider, 0));
        let line = format!(
            r#"{{"id":"{}","username":"Corp_x","status":"CONFIRMED","attributes":{{"email":"x@example.com","email_verified":true}}}}"#,
            user.id
        );
        let update = ImportOptions { update: true, ..Default::default() };
        let done = write(world, &line, update).await;
        assert_eq!(outcomes(&done), [(1, "updated")]);
        let after = world.user(&user.id).await;
        assert_eq!((after.status, after.signed_out_at), (UserStatus::ResetRequired, world.env.now()));
    });
}

#[test]
fn imports_at_once_make_each_person_once() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let text: String = (0..60)
            .map(|n| {
                format!(
                    "{{\"id\":\"{n:03}\",\"username\":\"user{n}\",\"groups\":[\"all\"],\"password\":null}}\n"
                )
            })
            .collect();
        let options = ImportOptions { create_groups: true, ..Default::default() };
        let both = join_all((0..3).map(|_| write_all(&world, &text, options.clone()))).await;
        assert_eq!(world.count().await, 60);
        let created: usize =
            both.iter().flatten().filter(|one| one.outcome == Outcome::Created && one.id.is_some()).count();
        assert_eq!(created, 60, "each is told to one");
        for n in [0, 31, 59] {
            assert_eq!(world.named(&format!("USER{n}")).await, Some(UserId::trusted(format!("{n:03}"))));
        }
    });
}

/// Writes in small batches, as a broken-off import that is begun again.
async fn write_all(world: &World, text: &str, options: ImportOptions) -> Vec<Done> {
    let mut import = begin(world, options).await;
    let (mut done, mut rest) = (Vec::new(), rows(text, Format::Lines));
    while !rest.is_empty() {
        let later = rest.split_off(rest.len().min(7));
        done.extend(import.write(std::mem::replace(&mut rest, later)).await.expect("the database answers"));
    }
    done
}

#[test]
fn rules_that_change_meanwhile_stop_an_import() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let mut import = begin(&world, ImportOptions::default()).await;
        let mut settings = world.pool.settings.clone();
        settings.sign_in.case_sensitive = true;
        vestibule::directory::pools::update(&world.env, &world.pool.id, "Demo", settings)
            .await
            .expect("good");
        let late = import.write(rows(r#"{"username":"ada","password":null}"#, Format::Lines)).await;
        assert!(matches!(late, Err(DirectoryError::Busy)), "{late:?}");
        assert_eq!(world.count().await, 0);
    });
}

#[test]
fn cognitos_csv_is_read() {
    for_each_database(|database| async {
        let world = World::new(database, with_team).await;
        let text = "name,email,email_verified,phone_number,phone_number_verified,birthdate,address,custom:team,cognito:mfa_enabled,cognito:username\n\
                    Ada,ada@example.com,TRUE,,,12/10/1815,12 St James Sq\\, London,,FALSE,ada\n\
                    Bea,,,,,,,,FALSE,bea\n";
        let mut import = begin(&world, ImportOptions::default()).await;
        let done = import.write(rows(text, Format::Csv)).await.expect("the database answers");
        assert_eq!(outcomes(&done), [(2, "created"), (3, "failed")]);
        let ada = names::find_for_sign_in(&world.env, &world.pool, "ada@example.com").await.expect("answers");
        let ada = ada.expect("ada is there");
        assert_eq!(ada.status, UserStatus::ResetRequired);
        assert_eq!(ada.attributes["address"], "12 St James Sq, London");
        assert_eq!(ada.attributes["birthdate"], "1815-12-10");
    });
}

#[test]
fn what_was_read_in_and_out_is_in_the_audit_without_names() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        import_lines(&world, r#"{"id":"0a","username":"ada","password":null}"#).await;
        exported(&world, true).await;
        users::delete(&world.env, &world.pool, &UserId::trusted("0a")).await.expect("deleted");
        let wanted = Wanted { pool: Some(world.pool.id.to_string()), ..Wanted::default() };
        let events = world.env.db.read(move |c| audit_events::list(c, &wanted, 50)).await;
        let events = events.expect("the database answers");
        let find = |action: &str| {
            events.iter().find(|event| event.action == action).map(|event| format!("{event:?}"))
        };
        let imported = find("directory.import").expect("recorded");
        assert!(imported.contains("created") && !imported.contains("ada"), "{imported}");
        assert!(find("directory.export").is_some_and(|event| event.contains("with_hashes")));
    });
}

#[test]
fn people_of_one_file_who_want_the_same_name_fail_alone() {
    for_each_database(|database| async move {
        let world = World::new(database, by_name).await;
        let line = |id: &str, username: &str, name: &str| {
            format!(
                "{{\"id\":\"{id}\",\"username\":\"{username}\",\"password\":null,\"status\":\"CONFIRMED\",\
                 \"attributes\":{{\"name\":\"{name}\"}}}}\n"
            )
        };
        import_lines(
            &world,
            &[line("u1", "ada", "A"), line("u2", "eve", "E"), line("u3", "mia", "M")].concat(),
        )
        .await;
        let update = ImportOptions { update: true, ..ImportOptions::default() };
        // The second is the first once more; the third takes a name that the fourth has.
        let text = [
            line("u1", "ada", "A2"),
            line("u1", "ada", "A3"),
            line("u2", "mia", "E2"),
            line("u3", "mia", "M2"),
        ]
        .concat();
        let done = write(&world, &text, update.clone()).await;
        assert_eq!(outcomes(&done)[..2], [(1, "updated"), (2, "failed")], "{done:?}");
        assert!(reasons(&done, 2).contains("line 1 has the same id"), "{done:?}");
        assert_eq!(world.user(&UserId::trusted("u1")).await.attributes["name"], "A2");
        assert_eq!(outcomes(&done).iter().filter(|(_, outcome)| *outcome == "failed").count(), 3, "{done:?}");
        // Whatever failed, the others were written.
        assert_eq!(outcomes(&write(&world, &line("u1", "ada", "A2"), update).await), [(1, "unchanged")]);
    });
}

#[test]
fn a_passkey_that_cannot_be_one_is_refused() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let key = passkey_key();
        let line = |id: &str, handle: &str, key: &str| {
            format!(
                r#"{{"type":"person","attributes":{{"email":"p@example.com","email_verified":"true"}},"password":null,"passkeys":[{{"id":"{id}","user_handle":"{handle}","rp_id":"auth.example.com","public_key":"{key}"}}]}}"#
            ) + "\n"
        };
        for (id, handle, key, named) in [
            ("", "aGFuZGxl", key.as_str(), "id"),
            ("not base64!", "aGFuZGxl", &key, "id"),
            ("AQIDBA", "", &key, "user_handle"),
            ("AQIDBA", "aGFuZGxl", "AQIDBA", "public_key"),
            ("AQIDBA", "aGFuZGxl", "", "public_key"),
        ] {
            let done = write(&world, &line(id, handle, key), ImportOptions::default()).await;
            assert!(reasons(&done, 1).contains(named), "{named}: {done:?}");
        }
        let done = write(&world, &line("AQIDBA", "aGFuZGxl", &key), ImportOptions::default()).await;
        assert_eq!(outcomes(&done), [(1, "created")]);
    });
}
