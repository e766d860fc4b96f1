//! Confirming: who gets an address that several people claim.

use std::time::Duration;

use futures_util::future::join_all;
use vestibule::directory::pools;
use vestibule::model::pool::ContactKind;
use vestibule::model::user::UserStatus;

use super::world::{World, by_email, by_name, outcome};
use crate::support::database::for_each_database;

#[test]
fn a_proven_address_drops_the_unconfirmed_rivals() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let squatter = world.newcomer(None, &[("email", "ADA@example.com")]).await;
        let other = world.newcomer(None, &[("email", "eve@example.com")]).await;
        let owner = world.newcomer(None, &[("email", "ada@example.com")]).await;
        let code = world.code_to("ada@example.com").await;
        world.confirm(&owner, &code).await.expect("the code is right");
        assert!(world.find(&squatter).await.is_none());
        assert_eq!(world.user(&other).await.status, UserStatus::Unconfirmed);
        assert_eq!(world.named("ada@example.com").await, Some(owner));
    });
}

#[test]
fn two_who_prove_one_address_at_once_are_one_afterwards() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let mut claims = Vec::new();
        for address in ["ada", "Ada", "aDa", "adA", "ADa", "ADA"].map(|name| format!("{name}@example.com")) {
            let id = world.newcomer(None, &[("email", &address)]).await;
            claims.push((id, world.code_to(&address).await));
        }
        let outcomes = join_all(claims.iter().map(|(id, code)| world.confirm(id, code))).await;
        let outcomes: Vec<_> = outcomes.iter().map(outcome).collect();
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == "ok").count(), 1, "{outcomes:?}");
        assert!(outcomes.iter().all(|outcome| ["ok", "expired"].contains(outcome)), "{outcomes:?}");
        assert_eq!(world.count().await, 1);
    });
}

#[test]
fn who_comes_second_keeps_a_name_of_their_own() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_name).await;
        let second = world.newcomer(Some("eve"), &[("email", "ada@example.com")]).await;
        let code = world.code_to("ada@example.com").await;
        // While addresses do not sign in nobody is a rival, so the account with the same one stays.
        let with_alias = world.pool.settings.clone();
        let mut without = with_alias.clone();
        without.sign_in.aliases.clear();
        world.pool = pools::update(&world.env, &world.pool.id, "Demo", without).await.expect("good settings");
        let first = world.member(Some("ada"), "ada@example.com").await;
        assert_eq!(world.named("ada@example.com").await, None);
        world.pool =
            pools::update(&world.env, &world.pool.id, "Demo", with_alias).await.expect("good settings");
        assert_eq!(world.named("ada@example.com").await, Some(first.id.clone()));

        world.confirm(&second, &code).await.expect("the code is right");
        let eve = world.user(&second).await;
        assert_eq!(eve.status, UserStatus::Confirmed);
        assert!(eve.verified_contact(ContactKind::Email).is_none());
        assert_eq!(world.named("eve").await, Some(second));
        assert_eq!(world.named("ada@example.com").await, Some(first.id));
    });
}

#[test]
fn a_confirmation_code_lives_a_day_to_the_millisecond() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let late = world.newcomer(None, &[("email", "late@example.com")]).await;
        let last = world.newcomer(None, &[("email", "last@example.com")]).await;
        let (late_code, last_code) =
            (world.code_to("late@example.com").await, world.code_to("last@example.com").await);
        world.test.advance(Duration::from_millis(24 * 3_600_000 - 1));
        world.confirm(&last, &last_code).await.expect("still good");
        world.test.advance(Duration::from_millis(1));
        assert_eq!(outcome(&world.confirm(&late, &late_code).await), "expired");
        assert_eq!(world.user(&late).await.status, UserStatus::Unconfirmed);
    });
}
