//! Pools: what Cognito froze can be changed, unless two people would share a name.

use vestibule::directory::{DirectoryError, pools};
use vestibule::model::pool::{ContactKind, SignInAlias};

use super::world::{World, by_name};
use crate::support::database::for_each_database;

#[test]
fn the_case_rule_can_change_unless_people_collide() {
    for_each_database(|database| async {
        let mut world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.case_sensitive = true;
        })
        .await;
        let lower = world.newcomer(Some("ada"), &[("email", "a@example.com")]).await;
        let upper = world.newcomer(Some("Ada"), &[("email", "b@example.com")]).await;
        world.newcomer(Some("Bob"), &[("email", "c@example.com")]).await;
        let mut folded = world.pool.settings.clone();
        folded.sign_in.case_sensitive = false;
        let refused = pools::update(&world.env, &world.pool.id, "Demo", folded.clone()).await;
        let Err(DirectoryError::InvalidSetting(sentence)) = refused else { panic!("{refused:?}") };
        assert!(sentence.contains(lower.as_str()) && sentence.contains(upper.as_str()), "{sentence}");
        assert_eq!(world.named("bob").await, None, "nothing has changed");

        vestibule::directory::users::delete(&world.env, &world.pool, &upper).await.expect("deleted");
        world.pool = pools::update(&world.env, &world.pool.id, "Demo", folded).await.expect("no collision");
        assert!(world.named("BOB").await.is_some());
        assert_eq!(world.named("ADA").await, Some(lower));
    });
}

#[test]
fn an_alias_turned_on_later_finds_those_who_proved_their_address() {
    for_each_database(|database| async {
        let mut world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.aliases.clear();
        })
        .await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        world.newcomer(Some("eve"), &[("email", "eve@example.com")]).await;
        assert_eq!(world.named("ada@example.com").await, None);
        let mut settings = world.pool.settings.clone();
        settings.sign_in.aliases = vec![SignInAlias::Email];
        world.pool = pools::update(&world.env, &world.pool.id, "Demo", settings).await.expect("no collision");
        assert_eq!(world.named("ada@example.com").await, Some(ada.clone()));
        let result =
            world.sign_up(Some("mallory"), &[("email", "ada@example.com")]).await.expect("looks new");
        assert!(matches!(result.subject, vestibule::model::flow::Subject::Phantom(_)));
        assert_eq!(world.user(&ada).await.contact(ContactKind::Email), Some("ada@example.com"));
    });
}

#[test]
fn a_pool_is_found_as_it_was_made() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let found = pools::find(&world.env, &world.pool.id).await.expect("the database answers");
        assert_eq!(found.as_ref(), Some(&world.pool));
        let (region, suffix) = world.pool.id.as_str().split_once('_').expect("a pool id");
        assert_eq!((region, suffix.len()), ("us-east-1", 9));
        let id = Some(world.pool.id.clone());
        let again = pools::create(&world.env, id, "Demo", world.pool.settings.clone()).await;
        assert!(matches!(again, Err(DirectoryError::InvalidSetting(_))));
    });
}
