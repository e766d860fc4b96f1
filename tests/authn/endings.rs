//! What ends a flow from outside.

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
