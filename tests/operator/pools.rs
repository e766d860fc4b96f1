//! `vestibule pool`: settings by their paths, and pools that come back.

use serde_json::json;
use vestibule::directory::{DirectoryError, pool_deletion, pools, users};
use vestibule::env::Env;
use vestibule::messages::outbox;
use vestibule::model::clock::{Clock, SystemClock};
use vestibule::model::ids::PoolId;
use vestibule::model::pool::{MfaConfiguration, PoolSettings, SignInAlias};
use vestibule::tokens::keys;

use super::{Machine, text};
use crate::support::database::for_each_database;

#[test]
fn a_pool_is_made_changed_and_shown() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let made = machine.json(&[
            "pool",
            "create",
            "--name",
            "People",
            "--id",
            "eu-west-1_People001",
            "--set",
            "self_sign_up=true",
            "--set",
            "mfa.configuration=optional",
        ]);
        assert_eq!(text(&made, "/id"), "eu-west-1_People001");
        assert_eq!(text(&made, "/issuer"), "https://auth.example.com/eu-west-1_People001");
        assert_eq!(made["settings"]["mfa"]["configuration"], "optional");
        assert!(
            machine
                .refused(&["pool", "create", "--name", "Again", "--id", "eu-west-1_People001"])
                .contains("already")
        );
        assert_eq!(machine.run(&["pool", "create", "--name", "x", "--id", "nonsense"]).code, 2);
        assert_eq!(machine.run(&["pool", "create"]).code, 2);

        let dry = machine.run(&[
            "pool",
            "set",
            "People",
            "mfa.configuration=required",
            "name=Folk",
            "--dry-run",
            "--json",
        ]);
        assert_eq!(dry.code, 0, "{dry:?}");
        let expected = json!([
            {"path": "name", "before": "People", "after": "Folk"},
            {"path": "mfa.configuration", "before": "optional", "after": "required"},
        ]);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&dry.out).expect("JSON"), expected);
        let id = PoolId::trusted("eu-west-1_People001");
        let now = async || pools::find(&machine.env, &id).await.expect("answers").expect("a pool");
        assert_eq!(now().await.name, "People");
        assert_eq!(
            machine.json(&["pool", "set", "People", "mfa.configuration=required", "name=Folk"]),
            expected
        );
        assert_eq!(now().await.settings.mfa.configuration, MfaConfiguration::Required);
        assert!(machine.done(&["pool", "set", "Folk", "name=Folk"]).contains("nothing changes"));

        let shown = machine.done(&["pool", "show", "Folk"]);
        assert!(
            shown.lines().any(|line| line.split_whitespace().eq(["mfa.configuration", "required"])),
            "{shown}"
        );
        for (setting, told) in [
            ("mfa.configuration=sometimes", "`off`, `optional`, `required`"),
            ("nonsense=1", "there is no such setting"),
            ("mfa.configuratoin=off", "did you mean mfa.configuration?"),
            ("mfa.factors=", "at least one of its factors"),
            ("session.idle_minutes=0", "session"),
            ("name=", "1 to 128 characters"),
        ] {
            for extra in [&[][..], &["--dry-run"]] {
                let all: Vec<&str> = ["pool", "set", "Folk", setting].iter().chain(extra).copied().collect();
                assert!(machine.refused(&all).contains(told), "{setting}");
            }
        }
        assert_eq!(machine.run(&["pool", "set", "Folk", "mfa"]).code, 2);
        assert!(machine.refused(&["pool", "show", "nowhere"]).contains("no pool nowhere"));
        assert!(machine.refused(&["pool", "set", "nowhere", "name=x"]).contains("no pool nowhere"));
        assert_eq!(machine.actions_about("eu-west-1_People001").await, ["pool.create", "pool.update"]);
        let events = machine.events().await;
        let update = events.iter().find(|event| event.action == "pool.update").expect("recorded");
        assert_eq!(
            serde_json::Value::from(update.detail.clone()),
            json!({"changed": ["name", "mfa.configuration"]})
        );
        let listed = machine.json(&["pool", "list"]);
        assert_eq!((listed[0]["name"].as_str(), listed.as_array().map(Vec::len)), (Some("Folk"), Some(1)));
    });
}

#[test]
fn two_operators_do_not_undo_each_other() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        let change = async |number: u32| {
            pools::change(&machine.env, &pool.id, move |pool| {
                match number {
                    0 => pool.settings.self_sign_up = true,
                    1 => pool.settings.code_life_seconds = 30,
                    2 => pool.settings.mfa.totp_issuer = Some("Demo".into()),
                    _ => pool.name = "Other".into(),
                }
                Ok(())
            })
            .await
            .expect("changed");
        };
        futures_util::future::join_all((0..4).map(change)).await;
        let now = pools::find(&machine.env, &pool.id).await.expect("answers").expect("a pool");
        let PoolSettings { self_sign_up, code_life_seconds, mfa, .. } = now.settings;
        assert_eq!((self_sign_up, code_life_seconds, now.name.as_str()), (true, 30, "Other"));
        assert_eq!(mfa.totp_issuer.as_deref(), Some("Demo"));
        assert_eq!(machine.actions_about(pool.id.as_str()).await.len(), 5);
    });
}

#[test]
fn a_deleted_pool_is_found_nowhere_and_comes_back_as_it_was() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|settings| settings.sign_in.aliases = vec![SignInAlias::Email]).await;
        let ada = machine.json(&["user", "create", "--username", "ada", "--email", "ada@example.net"]);
        let algorithm = vestibule::model::client::SigningAlgorithm::Es256;
        keys::ensure(&machine.env, &pool.id, algorithm).await.expect("a key");
        let id = pool.id.as_str();
        assert!(machine.refused(&["pool", "delete", id]).contains("--yes"));
        let deleted = machine.json(&["pool", "delete", id, "--yes"]);
        assert_eq!((deleted["deleted"].as_bool(), deleted["purged"].as_bool()), (Some(true), Some(false)));

        assert_eq!(pools::find(&machine.env, &pool.id).await.expect("answers"), None);
        assert_eq!(machine.json(&["pool", "list"]), json!([]));
        for command in [
            &["pool", "show", id][..],
            &["pool", "set", id, "name=x"],
            &["user", "list", "--pool", id],
            &["user", "show", "ada"],
        ] {
            machine.refused(command);
        }
        let complaint = machine.refused(&["pool", "delete", id, "--yes"]);
        assert!(complaint.contains("deleted already") && complaint.contains("pool restore"), "{complaint}");
        let complaint = machine.refused(&["pool", "create", "--name", "Thief", "--id", id]);
        assert!(complaint.contains("can still be taken back"), "{complaint}");
        let listed = machine.json(&["pool", "list", "--deleted"]);
        assert_eq!(
            (text(&listed, "/0/id"), text(&listed, "/0/kept_until")),
            (id, text(&deleted, "/kept_until"))
        );

        // Its jobs stop: nothing is sent, no key is rotated.
        outbox::deliver_due(&machine.env).await.expect("answers");
        assert!(machine.test.mail.all().is_empty());
        let later = Env { clock: in_days(400), ..machine.env.clone() };
        assert_eq!(keys::rotate_due(&later).await.expect("answers"), 0);

        machine.done(&["pool", "restore", "Demo"]);
        assert!(machine.refused(&["pool", "restore", id]).contains("no deleted pool"));
        assert_eq!(pools::find(&machine.env, &pool.id).await.expect("answers"), Some(pool.clone()));
        let back = machine.json(&["user", "show", "ada@example.net"]);
        assert_eq!(back["id"], ada["id"]);
        outbox::deliver_due(&machine.env).await.expect("answers");
        assert!(machine.test.mail.last_to("ada@example.net").is_some(), "what waited goes now");
        assert_eq!(keys::rotate_due(&later).await.expect("answers"), 1);
        assert_eq!(machine.actions_about(id).await, ["pool.create", "pool.delete", "pool.restore"]);
    });
}

fn in_days(days: i64) -> std::sync::Arc<dyn Clock> {
    std::sync::Arc::new(vestibule::model::clock::FakeClock::new(SystemClock.now() + days * 86_400_000))
}

#[test]
fn thirty_days_later_it_goes_for_good_and_nothing_of_it_stays() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        let other = machine.pool(|_| {}).await;
        for number in 0..450 {
            // More than two batches of people.
            let id = vestibule::model::ids::UserId::trusted(format!("{}-{number}", pool.id));
            let user = vestibule::model::user::User {
                pool_id: pool.id.clone(),
                username: id.to_string(),
                id,
                status: vestibule::model::user::UserStatus::Confirmed,
                enabled: true,
                attributes: Default::default(),
                message_factors: Vec::new(),
                preferred_factor: None,
                created_at: 1,
                updated_at: 1,
                signed_out_at: 0,
            };
            machine.env.db.write(move |c| vestibule::store::users::insert(c, &user)).await.expect("stored");
        }
        machine.done(&[
            "user",
            "create",
            "--username",
            "ada",
            "--email",
            "a@example.com",
            "--pool",
            pool.id.as_str(),
        ]);
        machine.done(&["client", "create", "--name", "Web", "--confidential", "--pool", pool.id.as_str()]);
        machine.done(&["group", "create", "admins", "--pool", pool.id.as_str()]);
        machine.test.user(&other, "eve").await;
        pool_deletion::delete(&machine.env, &pool.id).await.expect("deleted");
        let almost = Env { clock: in_days(29), ..machine.env.clone() };
        assert_eq!(pool_deletion::purge_due(&almost).await.expect("answers"), 0);
        let over = Env { clock: in_days(31), ..machine.env.clone() };
        let refused = pool_deletion::restore(&over, &pool.id).await;
        assert!(matches!(refused, Err(DirectoryError::NotFound(_))), "{refused:?}");
        // Two nodes find it at once.
        let (one, two) = tokio::join!(pool_deletion::purge_due(&over), pool_deletion::purge_due(&over));
        assert!(one.expect("answers") + two.expect("answers") >= 1);
        assert_eq!(pool_deletion::list(&machine.env).await.expect("answers"), []);
        let left = super::deletion::tables_with(&machine, &[pool.id.as_str(), "a@example.com"]).await;
        assert_eq!(left, ["audit_events"]);
        let found = users::find(&machine.env, &other, &machine.test.user(&other, "bob").await.id).await;
        assert!(found.expect("answers").is_some(), "another pool is not touched");
        let actions = machine.actions_about(pool.id.as_str()).await;
        assert_eq!(actions, ["pool.create", "pool.delete", "pool.purge"]);
        // The id is free again.
        machine.done(&["pool", "create", "--name", "New", "--id", pool.id.as_str()]);
    });
}

#[test]
fn a_purge_that_was_interrupted_cannot_be_taken_back_and_goes_on() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        machine.test.user(&pool, "ada").await;
        pool_deletion::delete(&machine.env, &pool.id).await.expect("deleted");
        let id = pool.id.clone();
        machine
            .env
            .db
            .write(move |c| vestibule::store::pools::begin_purge(c, &id, i64::MAX))
            .await
            .expect("the purge begins");
        let complaint = machine.refused(&["pool", "restore", pool.id.as_str()]);
        assert!(complaint.contains("cannot be taken back"), "{complaint}");
        assert!(machine.done(&["pool", "list", "--deleted"]).contains("is being purged"));
        assert_eq!(pool_deletion::purge_due(&machine.env).await.expect("answers"), 1);
        assert_eq!(machine.json(&["pool", "list", "--deleted"]), json!([]));
    });
}

#[test]
fn an_operator_may_purge_at_once() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = machine.pool(|_| {}).await;
        machine.test.user(&pool, "ada").await;
        let id = pool.id.as_str();
        assert!(machine.refused(&["pool", "delete", id, "--purge-now"]).contains("--yes"));
        let gone = machine.json(&["pool", "delete", id, "--purge-now", "--yes"]);
        assert_eq!((gone["purged"].as_bool(), gone["kept_until"].is_null()), (Some(true), true));
        assert!(machine.refused(&["pool", "restore", id]).contains("no deleted pool"));
        assert!(machine.refused(&["pool", "delete", id, "--purge-now", "--yes"]).contains("no pool"));

        // Also one that was deleted softly before.
        let pool = machine.pool(|_| {}).await;
        machine.done(&["pool", "delete", pool.id.as_str(), "--yes"]);
        machine.done(&["pool", "delete", pool.id.as_str(), "--purge-now", "--yes"]);
        assert_eq!(machine.json(&["pool", "list", "--deleted"]), json!([]));
    });
}
