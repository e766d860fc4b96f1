//! One-time codes in place of a password.

use std::time::Duration;

use vestibule::authn::AuthnError;
use vestibule::directory::{factors, users};
use vestibule::model::flow::{Answer, Challenge, FactorRole, ProofKind};
use vestibule::model::pool::{FirstFactor, MfaConfiguration, PoolSettings, SecondFactor};

use super::world::*;
use crate::support::database::for_each_database;

fn by_mail(username: &str) -> Answer {
    Answer::CodeInstead { username: username.into(), factor: FirstFactor::EmailOtp }
}

#[test]
fn a_mailed_code_signs_in() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_codes()).await;
        let step = world.begin().await;
        let asked = world.answer(&step, by_mail(ADA)).await.expect("sent");
        assert!(matches!(challenge(&asked), Challenge::OneTimeCode { role: FactorRole::First, .. }));
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        assert!(matches!(world.answer(&asked, another(&sent)).await, Err(AuthnError::CodeMismatch)));
        let done = authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
        assert_eq!(done.user_id, ada.id);
        assert_eq!(done.proofs.iter().map(|p| p.kind).collect::<Vec<_>>(), [ProofKind::EmailOtp]);
        let other = world.begin().await;
        let other = world.answer(&other, by_mail(ADA)).await.expect("sent");
        let replayed = world.answer(&other, code(&sent)).await;
        assert!(replayed.is_err() || world.code_sent_to(ADA).await.as_deref() == Some(sent.as_str()));
    });
}

#[test]
fn a_code_by_sms_goes_to_the_proven_number() {
    for_each_database(|db| async move {
        let world = World::new(db, with_codes()).await;
        let number = "+41791234567";
        world.person(ADA, &[("phone_number", number), ("phone_number_verified", "true")]).await;
        let step = world.begin().await;
        let wish = Answer::CodeInstead { username: ADA.into(), factor: FirstFactor::SmsOtp };
        let asked = world.answer(&step, wish).await.expect("sent");
        let sent = world.code_sent_to(number).await.expect("an SMS");
        let done = authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
        assert_eq!(done.proofs.iter().map(|p| p.kind).collect::<Vec<_>>(), [ProofKind::SmsOtp]);
    });
}

#[test]
fn a_code_ends_with_its_challenge() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_codes()).await;
        let step = world.begin().await;
        let asked = world.answer(&step, by_mail(ADA)).await.expect("sent");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        world.pass(10 * MINUTE);
        assert!(matches!(world.answer(&asked, code(&sent)).await, Err(AuthnError::Expired)));
        // Another flow that waits for a code does not take the old one.
        let step = world.begin().await;
        let asked = world.answer(&step, by_mail("nobody@example.com")).await.expect("looks sent");
        assert!(world.answer(&asked, code(&sent)).await.is_err());
        world.pass(Duration::from_millis(1));
    });
}

#[test]
fn a_way_that_is_off_is_refused() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        assert!(matches!(world.answer(&step, by_mail(ADA)).await, Err(AuthnError::FactorOff)));
        assert_eq!(world.messages_sent().await, 0);
    });
}

#[test]
fn the_mailbox_that_signed_in_is_no_second_factor() {
    for_each_database(|db| async move {
        let settings = PoolSettings {
            first_factors: vec![FirstFactor::EmailOtp],
            ..with_mfa(MfaConfiguration::Optional)
        };
        let (world, ada) = World::with_ada(db, settings).await;
        let on = [SecondFactor::Email];
        factors::set_preferences(&world.test.env, &world.pool, &ada.id, &on, None).await.expect("set");
        let step = world.begin().await;
        let asked = world.answer(&step, by_mail(ADA)).await.expect("sent");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let refused = world.answer(&asked, code(&sent)).await;
        assert!(matches!(refused, Err(AuthnError::NoSecondFactor)), "{refused:?}");
        world.give_totp(&ada).await;
        world.pass(MINUTE);
        let asked = world.answer(&asked, Answer::Resend).await.expect("sent");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let totp = world.answer(&asked, code(&sent)).await.expect("right");
        assert!(matches!(challenge(&totp), Challenge::Totp { alternatives: false, .. }));
        authenticated(world.answer(&totp, code(&world.totp_code())).await.expect("right"));
    });
}

#[test]
fn a_disabled_account_is_told_only_after_the_right_code() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_codes()).await;
        let step = world.begin().await;
        let asked = world.answer(&step, by_mail(ADA)).await.expect("sent");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        users::set_enabled(&world.test.env, &world.pool, &ada.id, false).await.expect("off");
        assert!(matches!(world.answer(&asked, another(&sent)).await, Err(AuthnError::CodeMismatch)));
        assert!(matches!(world.answer(&asked, code(&sent)).await, Err(AuthnError::Disabled)));
    });
}

#[test]
fn a_mailed_code_proves_no_phone() {
    for_each_database(|db| async move {
        let settings = PoolSettings {
            first_factors: vec![FirstFactor::EmailOtp],
            ..with_mfa(MfaConfiguration::Optional)
        };
        let world = World::new(db, settings).await;
        let number = "+41791234567";
        let ada = world.person(ADA, &[("phone_number", number), ("phone_number_verified", "true")]).await;
        let on = [SecondFactor::Sms];
        factors::set_preferences(&world.test.env, &world.pool, &ada.id, &on, None).await.expect("set");
        let step = world.begin().await;
        let asked = world.answer(&step, by_mail(ADA)).await.expect("sent");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let sms = world.answer(&asked, code(&sent)).await.expect("right");
        assert!(matches!(challenge(&sms), Challenge::OneTimeCode { role: FactorRole::Second, .. }));
        // Whoever reads the mail begins another flow and brings its code here.
        let other = world.begin().await;
        world.answer(&other, by_mail(ADA)).await.expect("sent");
        let mailed = world.code_sent_to(ADA).await.expect("a mail");
        let by_sms = world.code_sent_to(number).await.expect("an SMS");
        if mailed != by_sms {
            assert!(matches!(world.answer(&sms, code(&mailed)).await, Err(AuthnError::CodeMismatch)));
        }
        authenticated(world.answer(&sms, code(&by_sms)).await.expect("right"));
    });
}

#[test]
fn too_many_messages_leave_the_flow_where_it_was() {
    for_each_database(|db| async move {
        let mut settings = with_codes();
        settings.message_limits.per_destination = 2;
        let (world, _) = World::with_ada(db, settings).await;
        for name in [ADA, "nobody@example.com"] {
            let step = world.begin().await;
            let asked = world.answer(&step, by_mail(name)).await.expect("sent");
            world.answer(&asked, Answer::Resend).await.expect("sent");
            let refused = world.answer(&asked, Answer::Resend).await;
            assert!(matches!(refused, Err(AuthnError::Limited(_))), "{refused:?}");
            let now = world.current(&asked).await.expect("the flow goes on");
            assert_eq!(challenge(&now), challenge(&asked));
            let fresh = world.begin().await;
            assert!(matches!(world.answer(&fresh, by_mail(name)).await, Err(AuthnError::Limited(_))));
            let now = world.current(&fresh).await.expect("the flow goes on");
            assert_eq!(*challenge(&now), Challenge::Identify);
        }
        // The code that did go out still serves.
        assert_eq!(world.messages_sent().await, 2);
    });
}
