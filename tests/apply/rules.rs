//! The rules of applying: twice is once, what is not named stays, problems are all told, deletion is asked for.

use std::time::Duration;

use vestibule::declare::{self, PlanOptions};
use vestibule::directory::{clients, pools};
use vestibule::model::ids::{ClientId, PoolId};

use super::world::{POOL, World, cause, example, lines, read};
use crate::support::database::for_each_database;

const BASE: &str = r#"
[[pool]]
id = "us-east-1_Shop00001"
name = "Shop"
[pool.settings]
self_sign_up = true
[pool.settings.mfa]
configuration = "optional"
totp_issuer = "The shop"
[[pool.group]]
name = "staff"
precedence = 3
[[pool.client]]
id = "web"
[pool.client.settings]
callback_urls = ["https://shop.example.com/cb"]
"#;

fn secrets_of_the_example(world: &World) -> String {
    world.file("shopbackend.secret", "0123456789abcdefghijklmnop\n");
    world.file("office.secret", "hunter2hunter2");
    example().replace("{ env = \"HEAD_OFFICE_SECRET\" }", "{ file = \"office.secret\" }")
}

#[test]
fn the_documented_example_applies_and_a_second_time_changes_nothing() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = secrets_of_the_example(&world);
        let first = world.apply(&text).await;
        assert!(first.contains(&"+ client shopweb".to_owned()), "{first:#?}");
        let (everything, times, audit) = (world.everything().await, world.times().await, world.audit().await);
        assert!(everything.contains("ada@example.com") && everything.contains("hunter2hunter2"));
        world.test.advance(Duration::from_secs(60));
        assert!(world.plan(&text).await.is_empty());
        assert_eq!(world.apply(&text).await, Vec::<String>::new());
        assert_eq!(world.everything().await, everything);
        assert_eq!(world.times().await, times);
        assert_eq!(world.audit().await.len(), audit.len());
    });
}

#[test]
fn every_change_is_an_audit_row_of_the_operator_and_holds_no_secret() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(&secrets_of_the_example(&world)).await;
        let audit = world.audit().await;
        let mut actions: Vec<&str> = audit.iter().map(|event| event.action.as_str()).collect();
        actions.sort_unstable();
        assert_eq!(
            actions,
            [
                "client.add_secret",
                "client.create",
                "client.create",
                "group.create",
                "identity_provider.create",
                "pool.create",
                "resource_server.put",
                "user.create",
            ]
        );
        for event in &audit {
            assert_eq!((event.actor_kind.as_str(), event.actor.as_deref()), ("operator", Some("root@host")));
            assert_eq!(event.pool_id.as_deref(), Some(POOL));
            assert!(event.subject.is_some(), "{event:?}");
            let text = format!("{event:?}");
            for secret in ["hunter2", "0123456789abcdef", "Correct-Horse", "JBSWY3DP", "ada@example.com"] {
                assert!(!text.contains(secret), "{text}");
            }
        }
    });
}

#[test]
fn what_the_file_omits_is_kept_and_what_it_names_is_changed() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(BASE).await;
        let changed = world
            .apply(
                r#"
[[pool]]
id = "us-east-1_Shop00001"
[pool.settings.mfa]
configuration = "required"
[[pool.client]]
id = "web"
name = "The web shop"
"#,
            )
            .await;
        assert_eq!(
            changed,
            [
                "~ pool settings.mfa.configuration: \"optional\" → \"required\"",
                "~ client web name: \"web\" → \"The web shop\"",
            ]
        );
        let pool = world.pool().await;
        assert_eq!(pool.name, "Shop");
        assert!(pool.settings.self_sign_up);
        assert_eq!(pool.settings.mfa.totp_issuer.as_deref(), Some("The shop"));
        let client = clients::find(&world.env, &pool, &ClientId::trusted("web")).await.expect("answers");
        assert_eq!(client.expect("there").settings.callback_urls, ["https://shop.example.com/cb"]);
        let group = world.everything().await;
        assert!(group.contains("precedence = 3"), "{group}");
    });
}

#[test]
fn a_reset_setting_gets_its_default_back() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(BASE).await;
        let text =
            "[[pool]]\nid = \"us-east-1_Shop00001\"\nreset = [\"mfa.totp_issuer\", \"self_sign_up\"]\n";
        assert_eq!(
            world.apply(text).await,
            [
                "~ pool settings.mfa.totp_issuer: \"The shop\" → (default)",
                "~ pool settings.self_sign_up: true → false",
            ]
        );
        assert!(world.plan(text).await.is_empty());
        let wrong = text.replace("self_sign_up", "self_sing_up");
        assert_eq!(world.problems(&wrong).await, ["3: pool.reset: there is no setting \"self_sing_up\""]);
    });
}

#[test]
fn a_pool_without_an_id_is_found_by_its_name() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = "[[pool]]\nname = \"Shop\"\n[pool.settings]\nself_sign_up = true\n";
        let first = world.plan(text).await;
        assert!(first.pools[0].notes[0].contains("gets the id us-east-1_"), "{:?}", first.pools[0].notes);
        world.apply(text).await;
        assert!(world.plan(text).await.is_empty());
        // With two of the name it could be either.
        pools::create(&world.env, None, "Shop", Default::default()).await.expect("a twin");
        let problems = world.problems(text).await;
        assert!(problems[0].starts_with("1: pool.name: 2 pools have the name \"Shop\""), "{problems:?}");
    });
}

#[test]
fn a_dry_run_changes_nothing() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let plan = world.plan(BASE).await;
        assert!(lines(&plan).len() > 4, "{:?}", lines(&plan));
        assert!(world.export(Default::default()).await.lines().count() <= 1);
        assert_eq!(world.audit().await.len(), 0);
    });
}

#[test]
fn every_problem_is_told_at_once_with_its_line_and_nothing_is_written() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = r#"[[pool]]
id = "us-east-1_Shop00001"
name = "Shop"
colour = "red"
[pool.settings]
self_sign_up = "yes"
sign_ups_per_prefix = -1
[pool.settings.sign_in]
aliases = ["emial"]
[[pool.client]]
id = "a b"
[[pool.client]]
id = "web"
[pool.client.settings]
access_token_life = { value = 5 }
callback_url = []
[[pool.group]]
precedence = 1.5
[[pool.user]]
id = "me"
status = "FINE"
"#;
        let problems = world.problems(text).await;
        let begin = [
            "4: pool: has no key \"colour\"; known are id, name,",
            "6: pool.settings.self_sign_up: must be a boolean, not a text",
            "7: pool.settings.sign_ups_per_prefix: must be a whole number from 0 to 4294967295",
            "9: pool.settings.sign_in.aliases: must be one of email, phone_number, preferred_username",
            "11: pool.client.id: it is 1 to 128 letters",
            "16: pool.client.settings: has no key \"callback_url\"; known are",
            "17: pool.group: needs the key name",
            "18: pool.group.precedence: must be a whole number, not a decimal number",
            "20: pool.user.id: must be a UUID",
            "21: pool.user.status: must be UNCONFIRMED,",
        ];
        assert_eq!(problems.len(), begin.len(), "{problems:#?}");
        for (problem, begin) in problems.iter().zip(begin) {
            assert!(problem.starts_with(begin), "{problem}\n{begin}");
        }
        assert_eq!(world.audit().await.len(), 0);
    });
}

#[test]
fn rules_of_the_directory_are_told_with_the_line_before_anything_is_written() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world
            .apply(
                "[[pool]]\nid = \"us-east-1_Other0001\"\nname = \"Other\"\n[[pool.client]]\nid = \"taken\"\n",
            )
            .await;
        let text = r#"[[pool]]
id = "us-east-1_Shop00001"
name = "Shop"
[pool.settings.session]
idle_minutes = 0
[[pool]]
id = "us-east-1_Shop00002"
name = "Second"
[[pool.client]]
id = "taken"
[[pool.client]]
id = "web"
[pool.client.settings]
allowed_scopes = ["shop/read"]
[[pool.client]]
id = "dev"
[pool.client.settings]
any_loopback_url = true
[[pool.group]]
name = "a b"
[[pool.resource_server]]
identifier = "a b"
[[pool.user]]
username = "ada"
password = "short"
groups = ["nobody"]
attributes = { email = "no address", unknown = "x" }
"#;
        let problems = world.problems(text).await;
        let begin = [
            "4: pool.settings: session:",
            "9: pool.client.id: is the id of a client of another pool",
            "13: pool.client (web): the scope shop/read does not exist",
            "17: pool.client (dev): any_loopback_url is for the development server",
            "19: pool.group: the name of a group",
            "21: pool.resource_server: the identifier",
            "23: pool.user.attributes: email is not valid",
            "23: pool.user.attributes: the pool has no attribute unknown",
            "25: pool.user.password: does not keep the pool's policy",
            "26: pool.user.groups: the pool has no group \"nobody\"",
        ];
        assert_eq!(problems.len(), begin.len(), "{problems:#?}");
        for (problem, begin) in problems.iter().zip(begin) {
            assert!(problem.starts_with(begin), "{problem}\n{begin}");
        }
        let found = pools::find(&world.env, &PoolId::trusted("us-east-1_Shop00002")).await.expect("answers");
        assert!(found.is_none(), "the second pool was made");
    });
}

#[test]
fn several_files_make_one_declaration_and_nothing_may_be_said_twice() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        std::fs::create_dir(world.folder.path().join("pools")).expect("a folder");
        world.file("pools/a.toml", BASE);
        world.file(
            "pools/b.json",
            r#"{"pool": [{"id": "us-east-1_Shop00001", "group": [{"name": "guests"}]}]}"#,
        );
        world.file("pools/ignored.txt", "not a declaration");
        let folder = world.folder.path().join("pools");
        let document = read(std::slice::from_ref(&folder)).expect("good files");
        let plan = declare::plan(&world.env, &document, PlanOptions::default()).await.expect("a plan");
        assert_eq!(plan.pools.len(), 1);
        let groups =
            lines(&plan).into_iter().filter(|line| line.starts_with("+ group") && !line.contains(':'));
        assert_eq!(groups.collect::<Vec<_>>(), ["+ group staff", "+ group guests"]);

        world.file("pools/b.json", "{\"pool\": [\n{\"id\": \"us-east-1_Shop00001\", \"name\": \"x\",\n\"client\": [\n{\"id\": \"web\"}]}]}");
        let Err(problems) = read(&[folder]) else { panic!("said twice") };
        let text: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(
            text[0].contains("b.json:2: pool: name and settings of this pool are already said at"),
            "{text:?}"
        );
        assert!(text[1].contains("b.json:4: pool.client: \"web\" is already declared at"), "{text:?}");
    });
}

#[test]
fn deletion_needs_prune_and_never_touches_people_or_pools() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        world.apply(&secrets_of_the_example(&world)).await;
        world.apply("[[pool]]\nid = \"us-east-1_Other0001\"\nname = \"Other\"\n").await;
        let small = "[[pool]]\nid = \"us-east-1_Shop00001\"\n[[pool.client]]\nid = \"shopweb\"\n";
        assert_eq!(world.apply(small).await, Vec::<String>::new());
        let gone = world.prune(small).await;
        assert_eq!(
            gone,
            [
                "- resource_server shop",
                "- group staff",
                "- identity_provider HeadOffice",
                "- client shopbackend",
            ]
        );
        let left = world.everything().await;
        assert!(left.contains("ada@example.com") && left.contains("us-east-1_Other0001"), "{left}");
        assert!(
            !left.contains("shopbackend") && !left.contains("HeadOffice") && !left.contains("orders.read")
        );
        assert_eq!(world.prune(small).await, Vec::<String>::new());
        let deletions = world.audit().await.into_iter().filter(|event| event.action.ends_with(".delete"));
        assert_eq!(deletions.count(), 4);
    });
}

#[test]
fn a_scope_that_goes_is_missed_by_the_client_that_uses_it() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = secrets_of_the_example(&world);
        world.apply(&text).await;
        let start = text.find("[[pool.resource_server]]").expect("there");
        let end = text.find("[[pool.group]]").expect("there");
        let without = format!("{}{}", &text[..start], &text[end..]);
        let problems = world.problems_with(&without, PlanOptions { prune: true }).await;
        assert!(problems.iter().any(|line| line.contains("shop/orders.read does not exist")), "{problems:?}");
    });
}

#[test]
fn a_pool_that_cannot_be_written_is_left_whole_and_the_ones_before_are_told() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = r#"
[[pool]]
id = "us-east-1_First0001"
name = "First"
[[pool]]
id = "us-east-1_Shop00001"
name = "Shop"
[[pool.group]]
name = "staff"
[[pool.user]]
username = "ada"
password = "Correct-Horse-7"
[[pool.user]]
username = "ADA"
password = "Correct-Horse-7"
"#;
        // The two are told apart by their spelling only when they are written.
        let document = world.document(text);
        let plan = declare::plan(&world.env, &document, PlanOptions::default()).await.expect("a plan");
        let Err((applied, error)) = declare::apply(&world.env, &document, plan).await else {
            panic!("both were written")
        };
        assert_eq!(applied.pools.len(), 1);
        assert!(error.to_string().contains("nothing of the pool us-east-1_Shop00001 was written"), "{error}");
        let left = world.everything().await;
        assert!(left.contains("us-east-1_First0001") && !left.contains("us-east-1_Shop00001"), "{left}");
        assert_eq!(world.audit().await.len(), 1);
        let plan = world.plan(text).await;
        let again = cause(declare::apply(&world.env, &document, plan).await);
        assert!(again.to_string().contains("taken"), "{again}");
    });
}

#[test]
fn other_sign_in_names_that_would_collide_are_refused_with_the_people() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let base = "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n";
        let people = ["ada", "grace"].map(|name| {
            format!(
                "[[pool.user]]\nusername = \"{name}\"\npassword = \"Correct-Horse-7\"\n\
                 attributes = {{ email = \"same@example.com\", email_verified = \"true\" }}\n"
            )
        });
        world.apply(&format!("{base}{}", people.concat())).await;
        let text = format!("{base}[pool.settings.sign_in]\naliases = [\"email\"]\n");
        let document = world.document(&text);
        let plan = world.plan(&text).await;
        let error = cause(declare::apply(&world.env, &document, plan).await).to_string();
        assert!(error.contains("2 accounts are in the way"), "{error}");
        assert!(world.pool().await.settings.sign_in.aliases.is_empty());
    });
}
