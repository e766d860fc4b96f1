//! Authentication levels that an application asks for.

use vestibule::authn::{self, AuthnError, Opening, Step};
use vestibule::model::acr::{Demand, Level};
use vestibule::model::flow::{Challenge, Surface};
use vestibule::model::ids::AuthorizationId;
use vestibule::model::pool::MfaConfiguration;

use super::world::*;
use crate::support::database::for_each_database;

async fn begin_for(world: &World, levels: &[Level], essential: bool) -> Step {
    let surface = Surface::Hosted {
        authorization: AuthorizationId::trusted("the-authorization"),
        browser: BROWSER.into(),
    };
    let demand = Demand { levels: levels.to_vec(), essential };
    let opening = Opening { login_hint: None, demand: Some(&demand), step_up: None };
    let to = (&world.pool, &world.client);
    authn::begin_for(&world.test.env, &world.caller, to, surface, opening).await.expect("a flow")
}

#[test]
fn a_level_is_reached_by_the_factors_that_a_person_has() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        // Nothing is asked of her by the pool; the mailbox serves where the application asks for two things.
        let step = begin_for(&world, &[Level::Three], true).await;
        let asked = world.answer(&step, typed(ADA, PASSWORD)).await.expect("right");
        assert!(matches!(challenge(&asked), Challenge::OneTimeCode { .. }), "{asked:?}");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let done = authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
        assert_eq!(Level::of(&done.proofs), Some(Level::Three));

        world.give_totp(&ada).await;
        let step = begin_for(&world, &[Level::Four], true).await;
        let asked = world.answer(&step, typed(ADA, PASSWORD)).await.expect("right");
        assert!(matches!(challenge(&asked), Challenge::Totp { .. }), "{asked:?}");
        let done = authenticated(world.answer(&asked, code(&world.totp_code())).await.expect("right"));
        assert_eq!(Level::of(&done.proofs), Some(Level::Four));
    });
}

#[test]
fn whoever_has_no_app_sets_one_up_for_the_highest_level() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let step = begin_for(&world, &[Level::Four], true).await;
        let asked = world.answer(&step, typed(ADA, PASSWORD)).await.expect("right");
        assert!(matches!(challenge(&asked), Challenge::SetUpTotp { .. }), "{asked:?}");
    });
}

#[test]
fn what_cannot_be_reached_is_an_error_only_where_it_is_essential() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = begin_for(&world, &[Level::Four, Level::Three], false).await;
        authenticated(world.answer(&step, typed(ADA, PASSWORD)).await.expect("right"));
        let step = begin_for(&world, &[Level::Four], true).await;
        let refused = world.answer(&step, typed(ADA, PASSWORD)).await;
        assert!(matches!(refused, Err(AuthnError::LevelOutOfReach)), "{refused:?}");
        let step = begin_for(&world, &[Level::Four, Level::One], true).await;
        authenticated(world.answer(&step, typed(ADA, PASSWORD)).await.expect("right"));
        // A wrong password is not told that a level is out of reach.
        let step = begin_for(&world, &[Level::Four], true).await;
        let refused = world.answer(&step, typed(ADA, WRONG)).await;
        assert!(matches!(refused, Err(AuthnError::IncorrectCredentials)), "{refused:?}");
    });
}

#[test]
fn the_demand_outlives_a_restart_of_the_flow() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let step = begin_for(&world, &[Level::Four], true).await;
        let asked = world.answer(&step, typed(ADA, PASSWORD)).await.expect("right");
        let again = world.answer(&asked, vestibule::model::flow::Answer::StartOver).await.expect("again");
        let asked = world.answer(&again, typed(ADA, PASSWORD)).await.expect("right");
        assert!(matches!(challenge(&asked), Challenge::Totp { .. }), "{asked:?}");
    });
}
