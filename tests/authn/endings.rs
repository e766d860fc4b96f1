//! What ends a flow from outside.

use std::time::Duration;

use futures_util::future::select_all;
use vestibule::authn::AuthnError;
use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::users;
use vestibule::model::pool::MfaConfiguration;

use super::world::*;
use crate::support::database::for_each_database;

#[test]
fn whatever_ends_a_persons_sessions_ends_their_open_flows() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let (env, pool) = (&world.test.env, &world.pool);
        for ending in 0..4 {
            world.pass(MINUTE);
            let open = world.sign_in(ADA, PASSWORD).await.expect("right");
            world.pass(MINUTE);
            match ending {
                0 => users::global_sign_out(env, pool, &ada.id).await.expect("signed out"),
                1 => password::set(env, &world.caller, pool, &ada.id, PASSWORD, SetPassword::Permanent)
                    .await
                    .expect("set"),
                2 => {
                    users::set_enabled(env, pool, &ada.id, false).await.expect("off");
                    users::set_enabled(env, pool, &ada.id, true).await.expect("on");
                }
                _ => users::delete(env, pool, &ada.id).await.expect("deleted"),
            }
            let refused = world.answer(&open, code(&world.totp_code())).await;
            assert!(matches!(refused, Err(AuthnError::UnknownFlow)), "{ending}: {refused:?}");
            assert!(matches!(world.current(&open).await, Err(AuthnError::UnknownFlow)));
        }
    });
}

#[test]
fn what_ends_a_flow_counts_also_while_its_password_is_being_checked() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        let occupied = world.occupy_the_queue().await;
        let sent = [(); 2].map(|()| {
            let (world, step) = (world.clone(), step.clone());
            tokio::spawn(async move { world.answer(&step, typed(ADA, PASSWORD)).await })
        });
        let (first, _, mut waiting) = select_all(sent).await;
        assert!(matches!(first.expect("no panic"), Err(AuthnError::InProgress)));
        world.pass(Duration::from_millis(1));
        users::global_sign_out(&world.test.env, &world.pool, &ada.id).await.expect("signed out");
        drop(occupied);
        let refused = waiting.remove(0).await.expect("no panic");
        assert!(matches!(refused, Err(AuthnError::UnknownFlow)), "{refused:?}");
        authenticated(world.sign_in(ADA, PASSWORD).await.expect("right"));
    });
}
