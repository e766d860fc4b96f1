//! Forgotten, reset and temporary passwords.

use vestibule::authn::{AuthnError, Notice, Step};
use vestibule::directory::users;
use vestibule::model::attributes::AttributeProblem;
use vestibule::model::flow::{Answer, Challenge};
use vestibule::model::pool::MfaConfiguration;
use vestibule::model::user::UserStatus;

use super::world::*;
use crate::support::database::for_each_database;

const NEW: &str = "Another-Horse-8";

fn reset(code: &str, new_password: &str) -> Answer {
    Answer::ResetPassword { code: code.into(), new_password: new_password.into() }
}

fn chosen(new_password: &str, attributes: &[(&str, &str)]) -> Answer {
    let attributes =
        attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Answer::NewPassword { new_password: new_password.into(), attributes }
}

#[test]
fn a_forgotten_password_is_replaced_by_code_and_then_signs_in() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let open = world.sign_in(ADA, PASSWORD).await.expect("right");
        let step = world.begin().await;
        let asked = world.answer(&step, Answer::ForgotPassword { username: ADA.into() }).await.expect("sent");
        assert!(matches!(challenge(&asked), Challenge::ResetPassword { .. }));
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let weak = world.answer(&asked, reset(&sent, "short")).await;
        assert!(matches!(weak, Err(AuthnError::Password(_))), "{weak:?}");
        let back = world.answer(&asked, reset(&sent, NEW)).await.expect("right");
        let Step::Challenge { challenge: Challenge::Identify, typed_name, notice, .. } = &back else {
            panic!("{back:?}")
        };
        assert_eq!((typed_name.as_deref(), *notice), (Some(ADA), Some(Notice::PasswordChanged)));
        assert!(matches!(
            world.answer(&back, typed(ADA, PASSWORD)).await,
            Err(AuthnError::IncorrectCredentials)
        ));
        // The mail stands in for the password, not for the second factor.
        let totp = world.answer(&back, typed(ADA, NEW)).await.expect("right");
        assert!(matches!(challenge(&totp), Challenge::Totp { .. }));
        assert!(matches!(world.answer(&open, code(&world.totp_code())).await, Err(AuthnError::UnknownFlow)));
        authenticated(world.answer(&totp, code(&world.totp_code())).await.expect("right"));
    });
}

#[test]
fn recovery_works_during_a_lock_and_lifts_it() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        for _ in 0..5 {
            assert!(world.sign_in(ADA, WRONG).await.is_err());
        }
        assert!(matches!(world.sign_in(ADA, PASSWORD).await, Err(AuthnError::Locked { .. })));
        let step = world.begin().await;
        let asked = world.answer(&step, Answer::ForgotPassword { username: ADA.into() }).await.expect("sent");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let back = world.answer(&asked, reset(&sent, NEW)).await.expect("right");
        authenticated(world.answer(&back, typed(ADA, NEW)).await.expect("not locked"));
    });
}

#[test]
fn an_operator_can_demand_a_reset() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        users::require_reset(&world.test.env, &world.pool, &ada.id).await.expect("required");
        assert!(matches!(world.sign_in(ADA, WRONG).await, Err(AuthnError::IncorrectCredentials)));
        let asked = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&asked), Challenge::ResetPassword { .. }), "{:?}", challenge(&asked));
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let back = world.answer(&asked, reset(&sent, NEW)).await.expect("this flow goes on");
        authenticated(world.answer(&back, typed(ADA, NEW)).await.expect("right"));
        assert_eq!(world.user(&ada).await.status, UserStatus::Confirmed);
    });
}

#[test]
fn a_temporary_password_is_replaced_and_what_is_missing_is_asked() {
    for_each_database(|db| async move {
        let world = World::new(db, with_required_name()).await;
        let ada = world.invited(ADA).await;
        let asked = world.sign_in(ADA, PASSWORD).await.expect("right");
        let wanted = Challenge::NewPassword { missing_attributes: vec!["given_name".into()] };
        assert_eq!(*challenge(&asked), wanted);
        let weak = world.answer(&asked, chosen("short", &[("given_name", "Ada")])).await;
        assert!(matches!(weak, Err(AuthnError::Password(_))));
        let incomplete = world.answer(&asked, chosen(NEW, &[("given_name", "")])).await;
        let Err(AuthnError::Attributes(problems)) = incomplete else { panic!("{incomplete:?}") };
        assert_eq!(problems, [AttributeProblem::Missing("given_name".into())]);
        // What was not asked for is not taken.
        let more = chosen(NEW, &[("given_name", "Ada"), ("email", "eve@example.com")]);
        world.pass(MINUTE);
        let done = authenticated(world.answer(&asked, more).await.expect("this flow goes on"));
        assert_eq!(done.authenticated_at, world.test.env.now());
        let now = world.user(&ada).await;
        assert_eq!(now.status, UserStatus::Confirmed);
        assert_eq!(now.attributes.get("given_name").map(String::as_str), Some("Ada"));
        assert_eq!(now.attributes.get("email").map(String::as_str), Some(ADA));
        authenticated(world.sign_in(ADA, NEW).await.expect("right"));
        assert!(matches!(world.sign_in(ADA, PASSWORD).await, Err(AuthnError::IncorrectCredentials)));
    });
}

#[test]
fn a_temporary_password_ends_exactly_when_the_pool_says() {
    for_each_database(|db| async move {
        let world = World::new(db, by_email()).await;
        world.invited(ADA).await;
        let life = world.pool.settings.password_policy.temporary_password_life_ms();
        world.pass(std::time::Duration::from_millis(u64::try_from(life - 1).expect("positive")));
        world.sign_in(ADA, PASSWORD).await.expect("in time");
        world.pass(std::time::Duration::from_millis(1));
        assert!(matches!(world.sign_in(ADA, PASSWORD).await, Err(AuthnError::TemporaryPasswordExpired)));
        assert!(matches!(world.sign_in(ADA, WRONG).await, Err(AuthnError::IncorrectCredentials)));
    });
}

#[test]
fn a_disabled_account_is_told_only_to_whoever_knows_its_password() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        users::set_enabled(&world.test.env, &world.pool, &ada.id, false).await.expect("off");
        assert!(matches!(world.sign_in(ADA, WRONG).await, Err(AuthnError::IncorrectCredentials)));
        assert!(matches!(world.sign_in(ADA, PASSWORD).await, Err(AuthnError::Disabled)));
    });
}
