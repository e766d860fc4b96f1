//! Recovery codes in place of a second factor.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::authn::{AuthnError, Step};
use vestibule::crypto::totp;
use vestibule::directory::{recovery_codes, totp_setup, users};
use vestibule::model::flow::{Answer, Challenge, ProofKind};
use vestibule::model::message::MessageKind;
use vestibule::model::pool::{MfaConfiguration, SecondFactor};
use vestibule::model::user::User;
use vestibule::store::recovery_codes as rows;

use super::world::*;
use crate::support::database::for_each_database;

fn recovery(code: &str) -> Answer {
    Answer::RecoveryCode(code.into())
}

/// Ada with an app and codes.
async fn ada_with_codes(world: &Arc<World>, ada: &User) -> Vec<String> {
    world.give_totp(ada).await;
    let codes = new_codes(world, ada).await;
    world.messages_sent().await;
    codes
}

async fn new_codes(world: &World, user: &User) -> Vec<String> {
    let env = &world.test.env;
    let sealed = recovery_codes::regenerate(env, &world.caller, &world.pool, user).await.expect("made");
    recovery_codes::reveal(env, &world.pool, &user.id, &sealed).expect("hers")
}

#[test]
fn a_code_stands_in_for_the_second_factor_once_and_its_owner_is_told() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let codes = ada_with_codes(&world, &ada).await;
        assert_eq!(codes.len(), recovery_codes::COUNT);
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(&step, Step::Challenge { takes_recovery_codes: true, .. }));
        // In small letters and without the hyphen, as people type.
        let typed = codes[0].to_lowercase().replace('-', " ");
        let told = world.answer(&step, recovery(&typed)).await.expect("right");
        assert_eq!(*challenge(&told), Challenge::RecoveryCodeUsed { left: 9 });
        let done = authenticated(world.answer(&told, Answer::GoOn).await.expect("read"));
        let kinds: Vec<ProofKind> = done.proofs.iter().map(|proof| proof.kind).collect();
        assert_eq!(kinds, [ProofKind::Password, ProofKind::RecoveryCode]);
        world.messages_sent().await;
        let told = world.test.mail.last_to(ADA).expect("a mail");
        assert_eq!(told.kind, MessageKind::RecoveryCodeUsed);
        assert!(codes.iter().all(|code| !told.text.contains(code.as_str())));

        let again = world.sign_in(ADA, PASSWORD).await.expect("right");
        let refused = world.answer(&again, recovery(&codes[0])).await;
        assert!(matches!(refused, Err(AuthnError::CodeMismatch)), "{refused:?}");
        let told = world.answer(&again, recovery(&codes[1])).await.expect("another one");
        assert_eq!(*challenge(&told), Challenge::RecoveryCodeUsed { left: 8 });
    });
}

#[test]
fn only_digests_are_stored_and_nobody_else_is_shown_the_codes() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let eve = world.person("eve@example.com", &[]).await;
        let env = &world.test.env;
        let sealed = recovery_codes::regenerate(env, &world.caller, &world.pool, &ada).await.expect("made");
        let codes = recovery_codes::reveal(env, &world.pool, &ada.id, &sealed).expect("hers");
        assert!(recovery_codes::reveal(env, &world.pool, &eve.id, &sealed).is_none());
        assert!(recovery_codes::reveal(env, &world.pool, &ada.id, &sealed[1..]).is_none());
        let well_made = |code: &String| {
            code.len() == 11 && code.chars().all(|c| "23456789ABCDEFGHJKMNPQRSTUVWXYZ-".contains(c))
        };
        assert!(codes.iter().all(well_made), "{codes:?}");
        let mut once = codes.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), codes.len());
        // A code is its owner's alone.
        world.give_totp(&ada).await;
        world.give_totp(&eve).await;
        new_codes(&world, &eve).await;
        let step = world.sign_in("eve@example.com", PASSWORD).await.expect("right");
        assert!(matches!(world.answer(&step, recovery(&codes[0])).await, Err(AuthnError::CodeMismatch)));
    });
}

#[test]
fn new_codes_replace_the_old_ones_and_a_reset_takes_them() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let old = ada_with_codes(&world, &ada).await;
        let new = new_codes(&world, &ada).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(world.answer(&step, recovery(&old[0])).await, Err(AuthnError::CodeMismatch)));
        world.answer(&step, recovery(&new[0])).await.expect("a new one");
        let (env, pool) = (&world.test.env, &world.pool);
        assert_eq!(recovery_codes::left(env, pool, &ada.id).await.expect("an answer"), 9);
        users::reset_mfa(env, pool, &ada.id).await.expect("reset");
        assert_eq!(recovery_codes::left(env, pool, &ada.id).await.expect("an answer"), 0);
        let id = ada.id.clone();
        let made = env.db.read(move |c| rows::made_at(c, &id)).await.expect("an answer");
        assert_eq!(made, None);
    });
}

#[test]
fn one_code_sent_fifty_times_at_once_signs_in_once() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Optional);
        settings.lockout.per_user_and_prefix = 1000;
        settings.lockout.per_user = 1000;
        settings.lockout.per_address = 10_000;
        let (world, ada) = World::with_ada(db, settings).await;
        let codes = ada_with_codes(&world, &ada).await;
        let steps = join_all((0..50).map(|_| world.sign_in(ADA, PASSWORD))).await;
        let sent = steps.into_iter().filter_map(Result::ok).map(|step| {
            let (world, code) = (world.clone(), codes[3].clone());
            tokio::spawn(async move { world.answer(&step, recovery(&code)).await })
        });
        let answers: Vec<_> = join_all(sent).await.into_iter().map(|a| a.expect("no panic")).collect();
        assert!(answers.len() > 30, "{}", answers.len());
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        let left = recovery_codes::left(&world.test.env, &world.pool, &ada.id).await.expect("an answer");
        assert_eq!(left, 9);
    });
}

#[test]
fn fifty_guesses_at_once_are_judged_exactly_up_to_the_limit_whatever_they_guess_at() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let codes = ada_with_codes(&world, &ada).await;
        let mut steps = Vec::new();
        for _ in 0..50 {
            steps.push(world.sign_in(ADA, PASSWORD).await);
        }
        let wrong_totp = another(&world.totp_code());
        let sent = steps.into_iter().map(|step| step.expect("right")).enumerate().map(|(number, step)| {
            let world = world.clone();
            // Guesses at the app and at the codes share one limit.
            let guess = if number % 2 == 0 { recovery("ABCDE-FGHJK") } else { wrong_totp.clone() };
            tokio::spawn(async move { (world.answer(&step, guess).await, step) })
        });
        let (mut judged, mut locked, mut last) = (0, 0, None);
        for answer in join_all(sent).await {
            let (answer, step) = answer.expect("no panic");
            match answer {
                Err(AuthnError::CodeMismatch) => judged += 1,
                Err(AuthnError::Locked { .. }) => locked += 1,
                other => panic!("{other:?}"),
            }
            last = Some(step);
        }
        assert_eq!((judged, locked), (5, 45));
        let step = last.expect("a step");
        let right = world.answer(&step, recovery(&codes[0])).await;
        assert!(matches!(right, Err(AuthnError::Locked { .. })), "{right:?}");
        world.pass(Duration::from_secs(31));
        world.answer(&step, recovery(&codes[0])).await.expect("the lock has ended");
    });
}

#[test]
fn codes_are_refused_where_no_second_factor_is_asked_or_the_pool_has_none() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        let codes = ada_with_codes(&world, &ada).await;
        let begun = world.begin().await;
        assert!(matches!(world.answer(&begun, recovery(&codes[0])).await, Err(AuthnError::MovedOn)));
        // Somebody without codes is not told whether there are any, and gets in by none.
        let bob = world.person("bob@example.com", &[]).await;
        world.give_totp(&bob).await;
        let step = world.sign_in("bob@example.com", PASSWORD).await.expect("right");
        assert!(matches!(&step, Step::Challenge { takes_recovery_codes: false, .. }));
        for guess in [codes[0].as_str(), "", "----", "é"] {
            let refused = world.answer(&step, recovery(guess)).await;
            assert!(matches!(refused, Err(AuthnError::CodeMismatch)), "{guess}: {refused:?}");
        }
    });
    for_each_database(|db| async move {
        let mut settings = with_apps(MfaConfiguration::Required);
        settings.mfa.recovery_codes = false;
        let (world, ada) = World::with_ada(db, settings).await;
        let env = &world.test.env;
        assert!(recovery_codes::regenerate(env, &world.caller, &world.pool, &ada).await.is_err());
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let Challenge::SetUpTotp { sealed, .. } = challenge(&step) else { panic!("not asked") };
        let key = totp_setup::show(env, &world.pool, sealed).await.expect("an answer").expect("a key").key;
        let seed = totp::secret_from_base32(&key).expect("base32");
        let right = totp::code_at(&seed, env.now() / totp::STEP_MS);
        // Nothing is offered: the sign-in is complete at once.
        authenticated(
            world.answer(&step, Answer::SetUpTotp { code: right, device_name: None }).await.expect("right"),
        );
    });
}

#[test]
fn every_page_of_a_second_factor_takes_a_code() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Required)).await;
        let codes = ada_with_codes(&world, &ada).await;
        let list = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&list), Challenge::SelectFactor { .. }));
        let mail = world.answer(&list, Answer::Choose(SecondFactor::Email)).await.expect("offered");
        let mail = world.answer(&mail, Answer::Resend).await.expect("sent");
        assert!(matches!(&mail, Step::Challenge { takes_recovery_codes: true, .. }));
        let told = world.answer(&mail, recovery(&codes[0])).await.expect("right");
        assert!(matches!(challenge(&told), Challenge::RecoveryCodeUsed { left: 9 }));
        let list = world.sign_in(ADA, PASSWORD).await.expect("right");
        let told = world.answer(&list, recovery(&codes[1])).await.expect("right");
        assert!(matches!(challenge(&told), Challenge::RecoveryCodeUsed { left: 8 }));
    });
}
