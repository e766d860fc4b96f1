//! Changing what Cognito froze: who is in the way is listed, and then nothing changes; else everything does at once.

use futures_util::future::{join, join_all};
use vestibule::directory::evolve::{self, Applied, EvolveError, Listing, Preview, Reason, Wish};
use vestibule::directory::{DirectoryError, clients, pools, users};
use vestibule::model::attributes::{AttributeSchema, AttributeType};
use vestibule::model::client::ClientSettings;
use vestibule::model::ids::UserId;
use vestibule::model::pool::{ContactKind, PoolSettings, SignInAlias, SignInNames};
use vestibule::store::audit_events::{self, Wanted};

use super::transfer::import_lines;
use super::world::{World, attributes, by_email, by_name};
use crate::support::database::for_each_database;

const ALL: Listing = Listing { after: None, most: 1000 };

impl World {
    async fn preview(&self, wish: &Wish) -> Preview {
        evolve::preview(&self.env, &self.pool.id, wish, ALL).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Applies a wish that nobody is in the way of, as its preview said.
    async fn evolve(&mut self, wish: Wish) -> Applied {
        let preview = self.preview(&wish).await;
        assert_eq!((preview.obstacles, preview.listed.as_slice()), (0, &[][..]), "{wish:?}");
        let applied = evolve::apply(&self.env, &self.pool.id, &wish, ALL).await;
        let applied = applied.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(applied.effect, preview.effect, "what was foretold");
        self.pool = self.stored_pool().await;
        assert_eq!(self.pool, applied.pool);
        applied
    }

    /// Applies a wish that somebody is in the way of: nothing may change. Returns who, and why.
    async fn refused(&self, wish: Wish) -> Vec<(String, Reason)> {
        let preview = self.preview(&wish).await;
        let outcome = evolve::apply(&self.env, &self.pool.id, &wish, ALL).await;
        let Err(EvolveError::InTheWay(found)) = outcome else { panic!("{outcome:?}") };
        assert_eq!(*found, preview, "the preview says the same");
        assert_eq!(found.obstacles as usize, found.listed.len());
        assert_eq!(self.stored_pool().await, self.pool, "nothing has changed");
        found.listed.into_iter().map(|obstacle| (obstacle.user, obstacle.reason)).collect()
    }

    async fn stored_pool(&self) -> vestibule::model::pool::UserPool {
        pools::find(&self.env, &self.pool.id).await.expect("the database answers").expect("the pool exists")
    }

    async fn value(&self, id: &str, attribute: &str) -> Option<String> {
        self.user(&UserId::trusted(id)).await.attributes.get(attribute).cloned()
    }
}

fn person(id: &str, username: &str, given: &[(&str, &str)]) -> String {
    let attributes = serde_json::to_string(&attributes(given)).expect("a map");
    format!(
        "{{\"id\":\"{id}\",\"username\":\"{username}\",\"password\":null,\"status\":\"CONFIRMED\",\"attributes\":{attributes}}}\n"
    )
}

fn telling_cases_apart(settings: &mut PoolSettings) {
    by_name(settings);
    settings.sign_in.case_sensitive = true;
}

fn custom(name: &str) -> AttributeSchema {
    AttributeSchema::standard(name, false)
}

fn with_team(settings: &mut PoolSettings) {
    by_name(settings);
    settings.schema = vec![custom("custom:team")];
}

fn case_blind() -> Wish {
    Wish::SignIn(SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() })
}

#[test]
fn case_twins_are_in_the_way_and_listed_by_page() {
    for_each_database(|database| async {
        let mut world = World::new(database, telling_cases_apart).await;
        let people: String = (0..1200)
            .map(|n| {
                person(
                    &format!("{n:04}"),
                    &if n % 100 == 0 { format!("Twin{}", "x".repeat(n / 200)) } else { format!("user{n}") },
                    &[],
                )
            })
            .collect::<Vec<_>>()
            .concat();
        // Of each pair of hundreds one is written in capitals.
        let people = people
            .lines()
            .enumerate()
            .map(|(n, line)| if n % 200 == 100 { line.replace("Twin", "TWIN") } else { line.to_owned() } + "\n")
            .collect::<String>();
        import_lines(&world, &people).await;
        let found = world.refused(case_blind()).await;
        let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        let twins: Vec<String> = (0..12).map(|n| format!("{n:02}00")).collect();
        assert_eq!(ids, twins);
        assert_eq!(found[0].1, Reason::SharesName { name: "twin".into() });

        let page = |after: &str, most| Listing { after: Some(UserId::trusted(after)), most };
        let second = evolve::preview(&world.env, &world.pool.id, &case_blind(), page("0400", 3)).await;
        let second = second.expect("the database answers");
        let listed: Vec<&str> = second.listed.iter().map(|obstacle| obstacle.user.as_str()).collect();
        assert_eq!((second.obstacles, listed), (12, vec!["0500", "0600", "0700"]));
        assert_eq!(world.named("TWIN").await, Some(UserId::trusted("0100")));
        assert_eq!(world.named("twin").await, None, "nothing has changed");

        for id in (0..12)
            .map(|n| UserId::trusted(format!("{n:02}00")))
            .filter(|id| id.as_str().as_bytes()[1] % 2 == 1)
        {
            users::delete(&world.env, &world.pool, &id).await.expect("deleted");
        }
        let applied = world.evolve(case_blind()).await;
        assert_eq!(
            (applied.effect.people, applied.effect.names_gained, applied.effect.names_lost),
            (1194, 6, 6)
        );
        assert_eq!(world.named("tWIN").await, Some(UserId::trusted("0000")));
        assert_eq!(world.named("USER7").await, Some(UserId::trusted("0007")));
    });
}

#[test]
fn nobody_signs_up_under_the_old_rule_while_it_changes() {
    for_each_database(|database| async {
        let mut world = World::new(database, |settings| {
            telling_cases_apart(settings);
            settings.auto_verified.clear();
            settings.sign_ups_per_prefix = 10_000;
        })
        .await;
        let (mut changed, mut refused) = (0, 0);
        for round in 0..12 {
            let names: Vec<String> =
                (0..6).flat_map(|n| [format!("r{round}n{n}"), format!("R{round}N{n}")]).collect();
            // Late in some rounds, early in others.
            let (early, late) = names.split_at(round);
            join_all(early.iter().map(|name| world.sign_up(Some(name), &[]))).await;
            let wish = case_blind();
            let change = evolve::apply(&world.env, &world.pool.id, &wish, ALL);
            let sign_ups = join_all(late.iter().map(|name| world.sign_up(Some(name), &[])));
            let (outcome, _) = join(change, sign_ups).await;
            world.pool = world.stored_pool().await;
            match outcome {
                Ok(_) => {
                    changed += 1;
                    assert_eq!(world.preview(&case_blind()).await.obstacles, 0, "no twins have come about");
                    for name in &names {
                        let (one, other) = (world.named(name).await, world.named(&name.to_uppercase()).await);
                        assert_eq!(one, other, "{name}");
                    }
                }
                Err(EvolveError::InTheWay(preview)) => {
                    refused += 1;
                    assert!(preview.obstacles > 0);
                }
                Err(error) => panic!("{error}"),
            }
            let pool = world.pool.id.clone();
            let ids = world.env.db.read(move |c| vestibule::store::users::list_ids(c, &pool)).await;
            for id in ids.expect("the database answers") {
                users::delete(&world.env, &world.pool, &id).await.expect("deleted");
            }
            let mut settings = world.pool.settings.clone();
            settings.sign_in.case_sensitive = true;
            world.pool = pools::update(&world.env, &world.pool.id, "Demo", settings).await.expect("back");
        }
        assert_eq!(changed + refused, 12);
    });
}

#[test]
fn a_sign_up_that_was_checked_by_old_rules_is_asked_again() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_name).await;
        let old = world.pool.clone();
        world.evolve(Wish::Add(AttributeSchema::standard("custom:team", true))).await;
        world.pool = old;
        let late = world.sign_up(Some("ada"), &[("email", "ada@example.com")]).await;
        assert!(matches!(late, Err(DirectoryError::Busy)), "{late:?}");
        assert_eq!(world.count().await, 0);
        world.pool = world.stored_pool().await;
        let missing = world.sign_up(Some("ada"), &[("email", "ada@example.com")]).await;
        assert!(matches!(missing, Err(DirectoryError::Attributes(_))), "{missing:?}");
    });
}

#[test]
fn names_and_addresses_can_trade_places() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let names =
            |aliases: Vec<SignInAlias>| Wish::SignIn(SignInNames { aliases, ..SignInNames::default() });
        let stuck = world.refused(names(Vec::new())).await;
        assert_eq!(stuck, [(ada.to_string(), Reason::NoNameLeft)], "nobody knows their id");
        world.evolve(names(vec![SignInAlias::Email])).await;
        assert_eq!(world.named("ada@example.com").await, Some(ada.clone()));
        let bea = world.member(Some("bea"), "bea@example.com").await.id;
        let by_address =
            SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() };
        world.evolve(Wish::SignIn(by_address)).await;
        assert_eq!(world.named("bea").await, Some(bea.clone()), "a name that somebody has goes on");
        assert_eq!(world.named("bea@example.com").await, Some(bea));
    });
}

#[test]
fn a_user_name_that_is_another_persons_address_is_in_the_way_of_the_alias() {
    for_each_database(|database| async {
        let mut world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.aliases.clear();
        })
        .await;
        import_lines(
            &world,
            &[
                person("0a", "own@example.com", &[("email", "Own@example.com"), ("email_verified", "true")]),
                person("0b", "victim@example.com", &[("email", "b@example.com"), ("email_verified", "true")]),
                person("0c", "plain", &[("email", "victim@example.com"), ("email_verified", "true")]),
            ]
            .concat(),
        )
        .await;
        let found = world.refused(case_blind()).await;
        assert_eq!(found, [("0b".into(), Reason::LooksLikeAddress { name: "victim@example.com".into() })]);
        users::delete(&world.env, &world.pool, &UserId::trusted("0b")).await.expect("deleted");
        let applied = world.evolve(case_blind()).await;
        assert_eq!(applied.effect.names_gained, 2);
        assert_eq!(world.named("VICTIM@example.com").await, Some(UserId::trusted("0c")));
        assert_eq!(world.named("own@example.com").await, Some(UserId::trusted("0a")));
    });
}

#[test]
fn two_who_proved_one_address_are_in_the_way_of_the_alias() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.aliases.clear();
        })
        .await;
        let proven = [("email", "one@example.com"), ("email_verified", "true")];
        let preferring = [("preferred_username", "has space")];
        import_lines(
            &world,
            &[person("0a", "ada", &proven), person("0b", "bea", &proven), person("0c", "cleo", &preferring)]
                .concat(),
        )
        .await;
        let shared = Reason::SharesName { name: "one@example.com".into() };
        assert_eq!(world.refused(case_blind()).await, [("0a".into(), shared.clone()), ("0b".into(), shared)]);
        let preferred =
            SignInNames { aliases: vec![SignInAlias::PreferredUsername], ..SignInNames::default() };
        let found = world.refused(Wish::SignIn(preferred)).await;
        assert!(matches!(found.as_slice(), [(id, Reason::NotAName { .. })] if id == "0c"), "{found:?}");
    });
}

#[test]
fn a_rename_takes_values_rules_and_rights_along() {
    for_each_database(|database| async {
        let mut world = World::new(database, with_team).await;
        let lists = ClientSettings {
            read_attributes: Some(vec!["email".into(), "custom:team".into()]),
            write_attributes: Some(vec!["custom:team".into()]),
            ..ClientSettings::default()
        };
        clients::update(&world.env, &world.pool, &world.client.id, lists).await.expect("good lists");
        import_lines(
            &world,
            &[person("0a", "ada", &[("custom:team", "Blue")]), person("0b", "bea", &[])].concat(),
        )
        .await;
        let wish = Wish::Rename { from: "custom:team".into(), to: "custom:squad".into() };
        let applied = world.evolve(wish).await;
        assert_eq!((applied.effect.values_moved, applied.effect.clients.len()), (1, 1));
        assert_eq!(world.value("0a", "custom:squad").await.as_deref(), Some("Blue"));
        assert_eq!(world.value("0a", "custom:team").await, None);
        let client =
            clients::find(&world.env, &world.pool, &world.client.id).await.expect("answers").expect("there");
        assert_eq!(client.settings.read_attributes, Some(vec!["email".into(), "custom:squad".into()]));
        assert_eq!(client.settings.write_attributes, Some(vec!["custom:squad".into()]));

        // To a standard attribute, whose rules hold from then on.
        let to_birthdate = Wish::Rename { from: "custom:squad".into(), to: "birthdate".into() };
        let found = world.refused(to_birthdate).await;
        assert!(
            matches!(found.as_slice(), [(_, Reason::BadValue { attribute, .. })] if attribute == "custom:squad")
        );
        // And never over a value that is there.
        users::set_attributes(
            &world.env,
            &world.pool,
            None,
            &UserId::trusted("0a"),
            attributes(&[("nickname", "A")]),
        )
        .await
        .expect("a nickname");
        let found = world.refused(Wish::Rename { from: "custom:squad".into(), to: "nickname".into() }).await;
        assert_eq!(found, [("0a".into(), Reason::HasValue { attribute: "nickname".into() })]);
    });
}

#[test]
fn values_go_only_when_that_is_said() {
    for_each_database(|database| async {
        let mut world = World::new(database, with_team).await;
        import_lines(
            &world,
            &[person("0a", "ada", &[("custom:team", "Blue")]), person("0b", "bea", &[])].concat(),
        )
        .await;
        let remove = |drop_values| Wish::Remove { name: "custom:team".into(), drop_values };
        let found = world.refused(remove(false)).await;
        assert_eq!(found, [("0a".into(), Reason::HasValue { attribute: "custom:team".into() })]);
        assert_eq!(world.value("0a", "custom:team").await.as_deref(), Some("Blue"));
        let applied = world.evolve(remove(true)).await;
        assert_eq!(applied.effect.values_lost, 1);
        assert_eq!(world.value("0a", "custom:team").await, None);
        assert!(world.pool.settings.schema.is_empty());
        world.evolve(Wish::Add(custom("custom:team"))).await;
        assert_eq!(world.value("0a", "custom:team").await, None, "it is gone for good");
    });
}

#[test]
fn other_types_and_limits_look_at_each_value() {
    for_each_database(|database| async {
        let mut world = World::new(database, with_team).await;
        import_lines(
            &world,
            &[person("0a", "ada", &[("custom:team", "7")]), person("0b", "bea", &[("custom:team", "blue")])]
                .concat(),
        )
        .await;
        let number = AttributeSchema { value_type: AttributeType::Number, ..custom("custom:team") };
        let rules = |schema: &AttributeSchema| Wish::Rules { schema: schema.clone(), leave_missing: false };
        let found = world.refused(rules(&number)).await;
        assert!(matches!(found.as_slice(), [(id, Reason::BadValue { .. })] if id == "0b"), "{found:?}");
        let bea = UserId::trusted("0b");
        users::set_attributes(&world.env, &world.pool, None, &bea, attributes(&[("custom:team", "12")]))
            .await
            .expect("a number");
        world.evolve(rules(&number)).await;
        let refused =
            users::set_attributes(&world.env, &world.pool, None, &bea, attributes(&[("custom:team", "red")]))
                .await;
        assert!(matches!(refused, Err(DirectoryError::Attributes(_))), "{refused:?}");
        let small = AttributeSchema { maximum: Some(10), ..number };
        assert!(
            matches!(world.refused(rules(&small)).await.as_slice(), [(id, Reason::BadValue { .. })] if id == "0b")
        );
        let fixed = AttributeSchema { mutable: false, maximum: Some(12), ..small };
        world.evolve(rules(&fixed)).await;
        let refused =
            users::set_attributes(&world.env, &world.pool, None, &bea, attributes(&[("custom:team", "1")]))
                .await;
        assert!(matches!(refused, Err(DirectoryError::Attributes(_))), "{refused:?}");
    });
}

#[test]
fn who_lacks_a_value_is_in_the_way_of_requiring_it() {
    for_each_database(|database| async {
        let mut world = World::new(database, with_team).await;
        import_lines(
            &world,
            &[person("0a", "ada", &[("custom:team", "A")]), person("0b", "bea", &[])].concat(),
        )
        .await;
        let required = AttributeSchema { required: true, ..custom("custom:team") };
        let wish = |leave_missing| Wish::Rules { schema: required.clone(), leave_missing };
        let found = world.refused(wish(false)).await;
        assert_eq!(found, [("0b".into(), Reason::MissingValue { attribute: "custom:team".into() })]);
        world.evolve(wish(true)).await;
        let email = ("email", "eve@example.com");
        let without = world.sign_up(Some("eve"), &[email]).await;
        assert!(matches!(without, Err(DirectoryError::Attributes(_))), "{without:?}");
        world.sign_up(Some("eve"), &[email, ("custom:team", "B")]).await.expect("with the value");
        // Nobody needs to be asked to take the requirement back.
        world.evolve(Wish::Rules { schema: custom("custom:team"), leave_missing: false }).await;
    });
}

#[test]
fn settings_as_a_whole_go_the_same_way() {
    for_each_database(|database| async {
        let world = World::new(database, with_team).await;
        import_lines(&world, &person("0a", "ada", &[("custom:team", "A")])).await;
        let mut settings = world.pool.settings.clone();
        settings.schema.clear();
        let refused = pools::update(&world.env, &world.pool.id, "Demo", settings).await;
        let Err(DirectoryError::InvalidSetting(sentence)) = refused else { panic!("{refused:?}") };
        assert!(sentence.contains("0a") && sentence.contains("custom:team"), "{sentence}");
        assert_eq!(world.stored_pool().await, world.pool);
    });
}

#[test]
fn each_change_leaves_one_row_in_the_audit_and_a_refused_one_none() {
    for_each_database(|database| async {
        let mut world = World::new(database, with_team).await;
        import_lines(&world, &person("0a", "ada", &[("custom:team", "Blue")])).await;
        world.refused(Wish::Remove { name: "custom:team".into(), drop_values: false }).await;
        world.evolve(Wish::Rename { from: "custom:team".into(), to: "custom:squad".into() }).await;
        world.evolve(Wish::Name("Other".into())).await;
        let wanted = Wanted { pool: Some(world.pool.id.to_string()), ..Wanted::default() };
        let events = world.env.db.read(move |c| audit_events::list(c, &wanted, 50)).await.expect("answers");
        let ours: Vec<_> = events
            .iter()
            .filter(|event| event.action.starts_with("schema.") || event.action == "pool.rename")
            .collect();
        let actions: Vec<&str> = ours.iter().map(|event| event.action.as_str()).collect();
        assert!(actions.len() == 2 && actions.contains(&"schema.rename"), "{actions:?}");
        let rename = ours.iter().find(|event| event.action == "schema.rename").expect("found");
        assert_eq!(rename.detail["attribute"], "custom:team");
        assert_eq!(rename.detail["values_moved"], 1);
        assert!(!format!("{events:?}").contains("Blue"), "no value");
    });
}

#[test]
fn what_is_not_there_is_said() {
    for_each_database(|database| async {
        let world = World::new(database, with_team).await;
        let nowhere = vestibule::model::ids::PoolId::trusted("us-east-1_Nowhere01");
        let wish = Wish::Name("Other".into());
        let preview = evolve::preview(&world.env, &nowhere, &wish, ALL).await;
        assert!(matches!(preview, Err(DirectoryError::NotFound("pool"))), "{preview:?}");
        let applied = evolve::apply(&world.env, &nowhere, &wish, ALL).await;
        assert!(
            matches!(applied, Err(EvolveError::Directory(DirectoryError::NotFound("pool")))),
            "{applied:?}"
        );
        let wrong = Wish::Remove { name: "custom:none".into(), drop_values: true };
        let applied = evolve::apply(&world.env, &world.pool.id, &wrong, ALL).await;
        assert!(
            matches!(applied, Err(EvolveError::Directory(DirectoryError::InvalidSetting(_)))),
            "{applied:?}"
        );
    });
}
