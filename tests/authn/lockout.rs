//! Guessing.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::authn::AuthnError;
use vestibule::crypto::password_queue::PasswordQueue;
use vestibule::model::flow::Answer;
use vestibule::model::pool::{FirstFactor, MfaConfiguration};

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
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
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

#[test]
fn a_full_queue_refuses_and_counts_nothing() {
    for_each_database(|db| async move {
        let mut world = World::new(db, by_email()).await;
        world.person(ADA, &[]).await;
        let one = NonZeroUsize::new(1).expect("not zero");
        world.test.env.passwords = Arc::new(PasswordQueue::new(one, 0));
        let occupied = world.occupy_the_queue().await;
        let step = world.begin().await;
        for _ in 0..6 {
            for name in [ADA, "nobody@example.com"] {
                assert!(matches!(world.answer(&step, typed(name, WRONG)).await, Err(AuthnError::Busy)));
            }
        }
        drop(occupied);
        let worker_is_free = async {
            while world.test.env.passwords.run(|| ()).await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        worker_is_free.await;
        for _ in 0..4 {
            let refused = world.answer(&step, typed(ADA, WRONG)).await;
            assert!(matches!(refused, Err(AuthnError::IncorrectCredentials)), "{refused:?}");
        }
        authenticated(world.answer(&step, typed(ADA, PASSWORD)).await.expect("not locked"));
    });
}

#[test]
fn a_person_without_a_number_locks_like_nobody_at_all() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_codes()).await;
        for name in [ADA, "nobody@example.com"] {
            for _ in 0..5 {
                assert!(matches!(world.sign_in(name, WRONG).await, Err(AuthnError::IncorrectCredentials)));
            }
            for factor in [FirstFactor::EmailOtp, FirstFactor::SmsOtp] {
                let step = world.begin().await;
                let wish = Answer::CodeInstead { username: name.into(), factor };
                let asked = world.answer(&step, wish).await.expect("looks sent");
                let refused = world.answer(&asked, code("000000")).await;
                assert!(matches!(refused, Err(AuthnError::Locked { .. })), "{name} {factor:?}: {refused:?}");
            }
        }
    });
}
