//! Setting up a second factor in the sign-in that needs one.

use futures_util::future::join_all;
use vestibule::authn::{AuthnError, Step};
use vestibule::crypto::totp;
use vestibule::directory::totp_setup;
use vestibule::directory::{factors, users};
use vestibule::model::flow::{Answer, Challenge, ProofKind};
use vestibule::model::pool::{MfaConfiguration, SecondFactor};
use vestibule::model::user::User;

use super::world::*;
use crate::support::database::for_each_database;

const NUMBER: &str = "+41791234567";

/// The seed that the set-up page shows.
async fn shown_seed(world: &World, step: &Step) -> Vec<u8> {
    let Challenge::SetUpTotp { sealed, .. } = challenge(step) else { panic!("{:?}", challenge(step)) };
    let shown = totp_setup::show(&world.test.env, &world.pool, sealed).await.expect("an answer");
    totp::secret_from_base32(&shown.expect("the key").key).expect("base32")
}

fn first_code(code: &str) -> Answer {
    Answer::SetUpTotp { code: code.into(), device_name: None }
}

fn now_code(world: &World, seed: &[u8]) -> String {
    totp::code_at(seed, world.test.env.now() / totp::STEP_MS)
}

/// Goes past the recovery codes, where they are shown.
async fn go_on(world: &World, step: Step) -> Step {
    match &step {
        Step::Challenge { challenge: Challenge::RecoveryCodes { .. }, .. } => {
            world.answer(&step, Answer::GoOn).await.expect("read")
        }
        _ => step,
    }
}

async fn device(world: &World, user: &User) -> Option<Option<String>> {
    factors::totp_device(&world.test.env, &world.pool, &user.id).await.expect("an answer")
}

#[test]
fn an_app_is_set_up_where_one_is_required_and_its_first_code_is_used_with_that() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let seed = shown_seed(&world, &step).await;
        assert_eq!(seed.len(), totp::SECRET_LENGTH);
        let right = now_code(&world, &seed);
        let wrong = if right == "123456" { "654321" } else { "123456" };
        for refused in [wrong, "", "12345", "1234567"] {
            let answer = world.answer(&step, first_code(refused)).await;
            assert!(matches!(answer, Err(AuthnError::CodeMismatch)), "{refused}: {answer:?}");
            assert_eq!(device(&world, &ada).await, None, "nothing is stored before a code matched");
        }
        let name = Some("Ada’s \u{202e}phone\u{0}".to_owned());
        let typed =
            Answer::SetUpTotp { code: format!(" {} {} ", &right[..3], &right[3..]), device_name: name };
        let kept = world.answer(&step, typed).await.expect("right");
        assert!(matches!(challenge(&kept), Challenge::RecoveryCodes { .. }));
        assert_eq!(device(&world, &ada).await, Some(Some("Ada’s phone".into())));
        let done = authenticated(world.answer(&kept, Answer::GoOn).await.expect("read"));
        let kinds: Vec<ProofKind> = done.proofs.iter().map(|proof| proof.kind).collect();
        assert_eq!(kinds, [ProofKind::Password, ProofKind::Totp]);

        let next = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&next), Challenge::Totp { .. }), "{:?}", challenge(&next));
        let replayed = world.answer(&next, code(&right)).await;
        assert!(matches!(replayed, Err(AuthnError::CodeMismatch)), "{replayed:?}");
        world.pass(MINUTE);
        authenticated(world.answer(&next, code(&now_code(&world, &seed))).await.expect("the next one"));
    });
}

#[test]
fn the_seed_waits_sealed_and_another_account_cannot_take_it() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let eve = world.person("eve@example.com", &[]).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let seed = shown_seed(&world, &step).await;
        let Challenge::SetUpTotp { sealed, .. } = challenge(&step) else { panic!("not asked") };
        assert!(!sealed.contains(&totp::secret_to_base32(&seed)));
        let right = now_code(&world, &seed);
        let first = totp_setup::FirstCode { sealed, code: &right, device_name: None };
        let env = &world.test.env;
        let stolen =
            totp_setup::confirm(env, &world.caller, &world.pool, &eve, first, totp_setup::Replacing::Earlier);
        assert!(stolen.await.is_err());
        let garbled = totp_setup::FirstCode { sealed: &sealed[1..], code: &right, device_name: None };
        let refused = totp_setup::confirm(
            env,
            &world.caller,
            &world.pool,
            &ada,
            garbled,
            totp_setup::Replacing::Earlier,
        );
        assert!(refused.await.is_err());
        assert_eq!(device(&world, &eve).await, None);
        // On the account pages the same value serves its owner.
        let own = totp_setup::FirstCode { sealed, code: &right, device_name: Some("tablet") };
        let done =
            totp_setup::confirm(env, &world.caller, &world.pool, &ada, own, totp_setup::Replacing::Earlier);
        assert_eq!(done.await.expect("hers"), totp_setup::SetUp::Done);
        assert!(factors::remove_totp(env, &world.caller, &world.pool, &ada).await.expect("an answer"));
        assert!(!factors::remove_totp(env, &world.caller, &world.pool, &ada).await.expect("an answer"));
        world.pass(61 * MINUTE);
        let late = now_code(&world, &seed);
        let late = totp_setup::FirstCode { sealed, code: &late, device_name: None };
        let expired =
            totp_setup::confirm(env, &world.caller, &world.pool, &ada, late, totp_setup::Replacing::Earlier);
        assert!(expired.await.is_err());
    });
}

#[test]
fn of_two_set_ups_at_once_one_counts_and_the_other_is_asked_for_it() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let mut sent = Vec::new();
        for _ in 0..2 {
            let step = world.sign_in(ADA, PASSWORD).await.expect("right");
            let seed = shown_seed(&world, &step).await;
            sent.push((step, seed));
        }
        let answers = sent.iter().map(|(step, seed)| {
            let (world, step, right) = (world.clone(), step.clone(), now_code(&world, seed));
            tokio::spawn(async move { world.answer(&step, first_code(&right)).await })
        });
        let answers: Vec<Step> =
            join_all(answers).await.into_iter().map(|a| a.expect("no panic").expect("right")).collect();
        let done = answers.iter().filter(|step| matches!(challenge(step), Challenge::RecoveryCodes { .. }));
        assert_eq!(done.count(), 1, "{answers:?}");
        let asked = answers.iter().filter(|step| matches!(challenge(step), Challenge::Totp { .. })).count();
        assert_eq!(asked, 1, "{answers:?}");
        assert!(device(&world, &ada).await.is_some());
    });
}

#[test]
fn one_first_code_sent_by_fifty_windows_sets_up_once() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let right = now_code(&world, &shown_seed(&world, &step).await);
        let sent = (0..50).map(|_| {
            let (world, step, right) = (world.clone(), step.clone(), right.clone());
            tokio::spawn(async move { world.answer(&step, first_code(&right)).await })
        });
        let answers: Vec<_> = join_all(sent).await.into_iter().map(|a| a.expect("no panic")).collect();
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        let orderly = |error: &AuthnError| matches!(error, AuthnError::MovedOn | AuthnError::InProgress);
        assert!(answers.iter().filter_map(|answer| answer.as_ref().err()).all(orderly), "{answers:?}");
    });
}

#[test]
fn steps_of_a_set_up_cannot_be_taken_out_of_order() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let begun = world.begin().await;
        for early in [first_code("123456"), Answer::Number(NUMBER.into()), Answer::GoOn, code("123456")] {
            let refused = world.answer(&begun, early).await;
            assert!(matches!(refused, Err(AuthnError::MovedOn)), "{refused:?}");
        }
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let wrong = [
            Answer::GoOn,
            code("123456"),
            Answer::RecoveryCode("ABCDE-23456".into()),
            Answer::Number(NUMBER.into()),
            Answer::Choose(SecondFactor::Totp),
            Answer::OtherFactor,
            Answer::Resend,
        ];
        for answer in wrong {
            let refused = world.answer(&step, answer).await;
            assert!(matches!(refused, Err(AuthnError::MovedOn)), "{refused:?}");
        }
        let right = now_code(&world, &shown_seed(&world, &step).await);
        let kept = world.answer(&step, first_code(&right)).await.expect("right");
        let again = world.answer(&step, first_code(&right)).await;
        assert!(matches!(again, Err(AuthnError::MovedOn)), "{again:?}");
        let late = world.answer(&kept, first_code(&right)).await;
        assert!(matches!(late, Err(AuthnError::MovedOn)), "{late:?}");
        assert!(device(&world, &ada).await.is_some());
    });
}

#[test]
fn whoever_has_a_factor_is_never_offered_another_in_its_place() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Required)).await;
        world.give_totp(&ada).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let right = totp_setup::begin(&world.test.env, &world.pool, &ada.id);
        assert!(!right.is_empty());
        for answer in [first_code("123456"), Answer::Number(NUMBER.into()), Answer::GoOn] {
            let refused = world.answer(&step, answer).await;
            assert!(matches!(refused, Err(AuthnError::MovedOn)), "{refused:?}");
        }
        // Also not by a set-up that began before the factor was there.
        let bob = world.person("bob@example.com", &[("email_verified", "")]).await;
        let step = world.sign_in("bob@example.com", PASSWORD).await.expect("right");
        let list = Challenge::SetUpFactor { options: Vec::new() };
        assert_eq!(
            std::mem::discriminant(challenge(&step)),
            std::mem::discriminant(&list),
            "{:?}",
            challenge(&step)
        );
        let step = world.answer(&step, Answer::Choose(SecondFactor::Totp)).await.expect("offered");
        let seed = shown_seed(&world, &step).await;
        world.give_totp(&bob).await;
        let step = world.answer(&step, first_code(&now_code(&world, &seed))).await.expect("judged");
        assert!(matches!(challenge(&step), Challenge::Totp { .. }), "{:?}", challenge(&step));
        assert_eq!(device(&world, &bob).await, Some(Some("phone".into())), "the first one stays");
    });
}

#[test]
fn a_set_up_ends_with_the_password_that_began_it() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let right = now_code(&world, &shown_seed(&world, &step).await);
        users::global_sign_out(&world.test.env, &world.pool, &ada.id).await.expect("signed out");
        let refused = world.answer(&step, first_code(&right)).await;
        assert!(matches!(refused, Err(AuthnError::UnknownFlow)), "{refused:?}");
        assert_eq!(device(&world, &ada).await, None);
    });
}

#[test]
fn a_number_is_proven_before_it_becomes_a_factor() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Sms];
        let (world, ada) = World::with_ada(db, settings).await;
        let list = world.sign_in(ADA, PASSWORD).await.expect("right");
        let Challenge::SetUpFactor { options } = challenge(&list) else { panic!("{:?}", challenge(&list)) };
        assert_eq!(
            options.iter().map(|one| one.factor).collect::<Vec<_>>(),
            [SecondFactor::Totp, SecondFactor::Sms]
        );
        let refused = world.answer(&list, Answer::Choose(SecondFactor::Email)).await;
        assert!(matches!(refused, Err(AuthnError::FactorOff)), "{refused:?}");
        let number = world.answer(&list, Answer::Choose(SecondFactor::Sms)).await.expect("offered");
        assert!(matches!(challenge(&number), Challenge::SetUpNumber { alternatives: true }));
        for wrong in ["", "079 123", "+", "+41x", &"+4".repeat(40)] {
            let refused = world.answer(&number, Answer::Number(wrong.into())).await;
            assert!(matches!(refused, Err(AuthnError::Attributes(_))), "{wrong}: {refused:?}");
        }
        let asked = world.answer(&number, Answer::Number("+41790000000".into())).await.expect("sent");
        // A mistyped number is changed.
        let list = world.answer(&asked, Answer::OtherFactor).await.expect("back");
        let number = world.answer(&list, Answer::Choose(SecondFactor::Sms)).await.expect("offered");
        let asked = world.answer(&number, Answer::Number(NUMBER.into())).await.expect("sent");
        assert!(matches!(challenge(&asked), Challenge::SetUpCode { .. }));
        assert_eq!(world.user(&ada).await.attributes.get("phone_number"), None);
        let first = world.code_sent_to(NUMBER).await.expect("an SMS");
        assert!(matches!(world.answer(&asked, another(&first)).await, Err(AuthnError::CodeMismatch)));
        let asked = world.answer(&asked, Answer::Resend).await.expect("sent");
        let sent = world.code_sent_to(NUMBER).await.expect("an SMS");
        let done = go_on(&world, world.answer(&asked, code(&sent)).await.expect("right")).await;
        let kinds: Vec<ProofKind> = authenticated(done).proofs.iter().map(|proof| proof.kind).collect();
        assert_eq!(kinds, [ProofKind::Password, ProofKind::SmsOtp]);
        let ada = world.user(&ada).await;
        assert_eq!(ada.attributes.get("phone_number").map(String::as_str), Some(NUMBER));
        assert_eq!(ada.attributes.get("phone_number_verified").map(String::as_str), Some("true"));
        assert_eq!(ada.message_factors, [SecondFactor::Sms]);
    });
}

#[test]
fn a_number_that_signs_somebody_else_in_is_refused_after_the_code_alone() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Sms];
        let (world, ada) = World::with_ada(db, settings).await;
        world
            .person("owner@example.com", &[("phone_number", NUMBER), ("phone_number_verified", "true")])
            .await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&step), Challenge::SetUpNumber { alternatives: false }));
        let asked = world.answer(&step, Answer::Number(NUMBER.into())).await.expect("sent all the same");
        let sent = world.code_sent_to(NUMBER).await.expect("an SMS");
        let refused = world.answer(&asked, code(&sent)).await;
        assert!(matches!(refused, Err(AuthnError::AddressTaken)), "{refused:?}");
        assert_eq!(world.user(&ada).await.attributes.get("phone_number"), None);
        assert!(world.user(&ada).await.message_factors.is_empty());
    });
}

#[test]
fn fifty_guesses_at_the_code_of_a_number_are_judged_up_to_the_limit() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Sms];
        let (world, _) = World::with_ada(db, settings).await;
        let mut steps = Vec::new();
        for _ in 0..3 {
            let step = world.sign_in(ADA, PASSWORD).await.expect("right");
            steps.push(world.answer(&step, Answer::Number(NUMBER.into())).await.expect("sent"));
        }
        let right = world.code_sent_to(NUMBER).await.expect("an SMS");
        let (mut judged, mut spent) = (0, 0);
        // One flow judges one answer at a time, so the crowd comes in waves over three of them.
        for _ in 0..17 {
            let wave = steps.iter().map(|step| {
                let (world, step, guess) = (world.clone(), step.clone(), another(&right));
                tokio::spawn(async move { world.answer(&step, guess).await })
            });
            for answer in join_all(wave).await {
                match answer.expect("no panic") {
                    Err(AuthnError::CodeMismatch) => judged += 1,
                    Err(AuthnError::TooManyTries) => spent += 1,
                    other => panic!("{other:?}"),
                }
            }
        }
        assert_eq!((judged, spent), (5, 46));
        let right = world.answer(&steps[0], code(&right)).await;
        assert!(matches!(right, Err(AuthnError::TooManyTries)), "{right:?}");
    });
}

#[test]
fn a_fresh_sign_up_sets_up_the_factor_that_the_pool_requires() {
    for_each_database(|db| async move {
        let world = World::new(db, with_apps(MfaConfiguration::Required)).await;
        let step = world.begin().await;
        let attributes = [("email".to_owned(), "new@example.com".to_owned())].into();
        let wish = Answer::SignUp { username: None, password: PASSWORD.into(), attributes };
        let asked = world.answer(&step, wish).await.expect("made");
        let sent = world.code_sent_to("new@example.com").await.expect("a mail");
        let step = world.answer(&asked, code(&sent)).await.expect("confirmed");
        let seed = shown_seed(&world, &step).await;
        let done = world.answer(&step, first_code(&now_code(&world, &seed))).await.expect("right");
        authenticated(go_on(&world, done).await);
    });
}
