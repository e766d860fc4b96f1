//! Guessing.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::authn::AuthnError;
use vestibule::model::pool::MfaConfiguration;

use super::world::*;
use crate::support::database::for_each_database;

/// Sends the same password from many tabs at once; returns how many were checked and how many met the lock.
async fn guess_at_once(world: &Arc<World>, name: &'static str, tabs: usize) -> (usize, usize) {
    let steps = join_all((0..tabs).map(|_| world.begin())).await;
    let sent = steps.into_iter().map(|step| {
        let world = world.clone();
        tokio::spawn(async move { world.answer(&step, typed(name, WRONG)).await })
    });
    let (mut checked, mut locked) = (0, 0);
    for answer in join_all(sent).await {
        match answer.expect("no panic") {
            Err(AuthnError::IncorrectCredentials) => checked += 1,
            Err(AuthnError::Locked { .. } | AuthnError::Busy) => locked += 1,
            other => panic!("{other:?}"),
        }
    }
    (checked, locked)
}

#[test]
fn of_a_hundred_wrong_passwords_at_once_exactly_the_limit_are_checked() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        for name in [ADA, "nobody@example.com"] {
            assert_eq!(guess_at_once(&world, name, 100).await, (5, 95), "{name}");
        }
        let right = world.sign_in(ADA, PASSWORD).await;
        assert!(matches!(right, Err(AuthnError::Locked { retry_after_seconds: 30 })), "{right:?}");
        world.pass(Duration::from_millis(29_999));
        assert!(matches!(world.sign_in(ADA, PASSWORD).await, Err(AuthnError::Locked { .. })));
        world.pass(Duration::from_millis(1));
        authenticated(world.sign_in(ADA, PASSWORD).await.expect("the lock has ended"));
    });
}

#[test]
fn the_right_password_opens_no_new_guesses_at_the_second_factor() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Required)).await;
        world.give_totp(&ada).await;
        let right = world.totp_code();
        for _ in 0..5 {
            // A tab for each guess, and the right password each time.
            let step = world.sign_in(ADA, PASSWORD).await.expect("right");
            let refused = world.answer(&step, another(&right)).await;
            assert!(matches!(refused, Err(AuthnError::CodeMismatch)));
        }
        let step = world.sign_in(ADA, PASSWORD).await.expect("the password is not locked");
        let refused = world.answer(&step, code(&right)).await;
        assert!(matches!(refused, Err(AuthnError::Locked { .. })), "{refused:?}");
        world.pass(Duration::from_secs(30));
        authenticated(world.answer(&step, code(&world.totp_code())).await.expect("the lock has ended"));
    });
}
