//! Second factors.

use futures_util::future::join_all;
use vestibule::authn::{AuthnError, Notice, Step};
use vestibule::directory::factors;
use vestibule::model::flow::{Answer, Challenge, Delivery, FactorRole, ProofKind};
use vestibule::model::message::Medium;
use vestibule::model::pool::{MfaConfiguration, SecondFactor};

use super::world::*;
use crate::support::database::for_each_database;

#[test]
fn an_authenticator_app_is_asked_after_the_password() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let asked = Challenge::Totp { device_name: Some("phone".into()), alternatives: false };
        assert_eq!(*challenge(&step), asked);
        let right = world.totp_code();
        assert!(matches!(world.answer(&step, another(&right)).await, Err(AuthnError::CodeMismatch)));
        assert!(matches!(world.answer(&step, code("")).await, Err(AuthnError::CodeMismatch)));
        assert!(matches!(world.answer(&step, Answer::OtherFactor).await, Err(AuthnError::MovedOn)));
        let done = authenticated(world.answer(&step, code(&right)).await.expect("right"));
        let kinds: Vec<ProofKind> = done.proofs.iter().map(|proof| proof.kind).collect();
        assert_eq!(kinds, [ProofKind::Password, ProofKind::Totp]);
    });
}

#[test]
fn a_code_of_the_app_counts_once_also_in_two_flows_at_once() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let one = world.sign_in(ADA, PASSWORD).await.expect("right");
        let other = world.sign_in(ADA, PASSWORD).await.expect("right");
        let right = world.totp_code();
        let sent = [one, other.clone()].map(|step| {
            let (world, right) = (world.clone(), right.clone());
            tokio::spawn(async move { world.answer(&step, code(&right)).await })
        });
        let answers: Vec<_> = join_all(sent).await.into_iter().map(|a| a.expect("no panic")).collect();
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert!(answers.iter().any(|answer| matches!(answer, Err(AuthnError::CodeMismatch))), "{answers:?}");
        let third = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(world.answer(&third, code(&right)).await, Err(AuthnError::CodeMismatch)));
        world.pass(MINUTE);
        authenticated(world.answer(&third, code(&world.totp_code())).await.expect("a new one"));
    });
}

#[test]
fn a_mailed_code_is_asked_after_the_password_and_can_be_sent_again() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let turned_on = [SecondFactor::Email];
        factors::set_preferences(&world.test.env, &world.pool, &ada.id, &turned_on, None).await.expect("set");
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let delivery = Delivery { medium: Medium::Email, destination: "a***@e***".into() };
        let asked = Challenge::OneTimeCode { role: FactorRole::Second, delivery, alternatives: false };
        assert_eq!(*challenge(&step), asked);
        let first = world.code_sent_to(ADA).await.expect("a mail");
        let again = world.answer(&step, Answer::Resend).await.expect("sent");
        assert!(matches!(&again, Step::Challenge { notice: Some(Notice::CodeSentAgain), .. }));
        let second = world.code_sent_to(ADA).await.expect("a mail");
        if first != second {
            assert!(matches!(world.answer(&step, code(&first)).await, Err(AuthnError::CodeMismatch)));
        }
        let done = authenticated(world.answer(&step, code(&second)).await.expect("right"));
        let kinds: Vec<ProofKind> = done.proofs.iter().map(|proof| proof.kind).collect();
        assert_eq!(kinds, [ProofKind::Password, ProofKind::EmailOtp]);
    });
}

#[test]
fn who_has_several_factors_chooses() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let set = |preferred| {
            let (world, id) = (world.clone(), ada.id.clone());
            async move {
                let on = [SecondFactor::Email];
                factors::set_preferences(&world.test.env, &world.pool, &id, &on, preferred)
                    .await
                    .expect("set");
            }
        };
        set(None).await;
        let list = world.sign_in(ADA, PASSWORD).await.expect("right");
        let Challenge::SelectFactor { options } = challenge(&list) else { panic!("{:?}", challenge(&list)) };
        let mut kinds: Vec<SecondFactor> = options.iter().map(|option| option.factor).collect();
        kinds.sort();
        assert_eq!(kinds, [SecondFactor::Totp, SecondFactor::Email]);
        let refused = world.answer(&list, Answer::Choose(SecondFactor::Sms)).await;
        assert!(matches!(refused, Err(AuthnError::FactorOff)));
        let totp = world.answer(&list, Answer::Choose(SecondFactor::Totp)).await.expect("offered");
        assert!(matches!(challenge(&totp), Challenge::Totp { alternatives: true, .. }));
        let back = world.answer(&totp, Answer::OtherFactor).await.expect("there is another");
        let mail = world.answer(&back, Answer::Choose(SecondFactor::Email)).await.expect("offered");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        authenticated(world.answer(&mail, code(&sent)).await.expect("right"));

        set(Some(SecondFactor::Totp)).await;
        let preferred = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&preferred), Challenge::Totp { alternatives: true, .. }));
    });
}

#[test]
fn without_a_required_second_factor_nobody_gets_in() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&step), Challenge::SetUpTotp { .. }), "{:?}", challenge(&step));
    });
    for_each_database(|db| async move {
        // Nothing can be set up where the only kind cannot be sent.
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Sms];
        settings.message_limits.sms_countries = Vec::new();
        let (world, _) = World::with_ada(db, settings).await;
        let step = world.begin().await;
        let refused = world.answer(&step, typed(ADA, PASSWORD)).await;
        assert!(matches!(refused, Err(AuthnError::NoSecondFactor)), "{refused:?}");
        let now = world.current(&step).await.expect("still there");
        assert_eq!(*challenge(&now), Challenge::Identify);
    });
}
