//! The flow itself: order, handles, time, attempts.

use std::time::Duration;

use futures_util::future::{join_all, select_all};
use vestibule::authn::{self, AuthnError, FlowHandle, Step};
use vestibule::model::flow::{Answer, Challenge, ProofKind};
use vestibule::model::pool::{FirstFactor, MfaConfiguration, SecondFactor};

use super::world::*;
use crate::support::database::for_each_database;

/// One answer of each kind, none of them right.
fn all_answers() -> Vec<(&'static str, Answer)> {
    let text = String::from;
    vec![
        ("password", typed(ADA, WRONG)),
        ("code instead", Answer::CodeInstead { username: text(ADA), factor: FirstFactor::EmailOtp }),
        (
            "sign-up",
            Answer::SignUp {
                username: None,
                password: text(WRONG),
                attributes: Default::default(),
                accepted_terms: None,
            },
        ),
        ("forgot", Answer::ForgotPassword { username: text(ADA) }),
        ("code", code("000000")),
        ("reset", Answer::ResetPassword { code: text("000000"), new_password: text(WRONG) }),
        ("new password", Answer::NewPassword { new_password: text(WRONG), attributes: Default::default() }),
        ("choose", Answer::Choose(SecondFactor::Totp)),
        ("other factor", Answer::OtherFactor),
        ("resend", Answer::Resend),
    ]
}

#[test]
fn name_and_password_are_enough_where_nothing_more_is_asked() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        let began_at = world.test.env.now();
        let step = world.begin().await;
        assert_eq!(*challenge(&step), Challenge::Identify);
        let done =
            authenticated(world.answer(&step, typed("ADA@example.com", PASSWORD)).await.expect("right"));
        assert_eq!(done.user_id, ada.id);
        assert_eq!(done.authenticated_at, began_at);
        assert_eq!(done.proofs.iter().map(|p| p.kind).collect::<Vec<_>>(), [ProofKind::Password]);
        assert_eq!(done.authorization.as_ref().map(|id| id.as_str()), Some("the-authorization"));
        // The browser that lost the answer finds it again.
        assert_eq!(authenticated(world.current(&step).await.expect("still there")), done);
        let again = world.answer(&step, typed(ADA, PASSWORD)).await;
        assert!(matches!(again, Err(AuthnError::MovedOn)));
    });
}

#[test]
fn a_wrong_password_leaves_the_challenge_and_keeps_the_name() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        for name in [ADA, "nobody@example.com"] {
            let refused = world.answer(&step, typed(name, WRONG)).await;
            assert!(matches!(refused, Err(AuthnError::IncorrectCredentials)));
            let Ok(Step::Challenge { challenge, typed_name, .. }) = world.current(&step).await else {
                panic!("the flow goes on")
            };
            assert_eq!(challenge, Challenge::Identify);
            assert_eq!(typed_name.as_deref(), Some(name));
        }
        authenticated(world.answer(&step, typed(ADA, PASSWORD)).await.expect("the same handle serves"));
    });
}

#[test]
fn an_answer_to_another_challenge_changes_nothing() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let identify = world.begin().await;
        let totp = world.sign_in(ADA, PASSWORD).await.expect("right");
        let sign_up = world.begin().await;
        let attributes = [("email".to_owned(), "new@example.com".to_owned())].into();
        let wish =
            Answer::SignUp { username: None, password: PASSWORD.into(), attributes, accepted_terms: None };
        let confirm = world.answer(&sign_up, wish).await.expect("a new account");
        let forgot = world.begin().await;
        let wish = Answer::ForgotPassword { username: ADA.into() };
        let reset = world.answer(&forgot, wish).await.expect("a reset");
        let grace = world.invited("grace@example.com").await;
        let new_password = world.sign_in("grace@example.com", PASSWORD).await.expect("right");
        let fitting: [(&Step, &[&str]); 5] = [
            (&identify, &["password", "code instead", "sign-up", "forgot"]),
            (&totp, &["code"]),
            (&confirm, &["code", "resend"]),
            (&reset, &["reset", "resend"]),
            (&new_password, &["new password"]),
        ];
        for (step, fitting) in fitting {
            for (name, answer) in all_answers().into_iter().filter(|(name, _)| !fitting.contains(name)) {
                let refused = world.answer(step, answer).await;
                assert!(matches!(refused, Err(AuthnError::MovedOn)), "{name} at {:?}", challenge(step));
                let now = world.current(step).await.expect("the flow goes on");
                assert_eq!(challenge(&now), challenge(step));
            }
        }
        assert_eq!(world.user(&grace).await.status, grace.status);
        authenticated(world.answer(&totp, code(&world.totp_code())).await.expect("undisturbed"));
    });
}

#[test]
fn a_handle_of_an_earlier_challenge_answers_nothing_and_leads_to_the_present_one() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let first = world.begin().await;
        let second = world.answer(&first, typed(ADA, PASSWORD)).await.expect("right");
        for answer in [typed(ADA, PASSWORD), code(&world.totp_code()), Answer::StartOver] {
            assert!(matches!(world.answer(&first, answer).await, Err(AuthnError::MovedOn)));
        }
        let now = world.current(&first).await.expect("still there");
        assert_eq!(challenge(&now), challenge(&second));
        authenticated(world.answer(&now, code(&world.totp_code())).await.expect("right"));
    });
}

#[test]
fn starting_over_forgets_what_was_proven() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let totp = world.sign_in(ADA, PASSWORD).await.expect("right");
        let fresh = world.answer(&totp, Answer::StartOver).await.expect("always possible");
        assert_eq!(*challenge(&fresh), Challenge::Identify);
        assert!(matches!(world.answer(&fresh, code(&world.totp_code())).await, Err(AuthnError::MovedOn)));
        assert!(matches!(world.answer(&totp, code(&world.totp_code())).await, Err(AuthnError::MovedOn)));
        let again = world.answer(&fresh, typed(ADA, PASSWORD)).await.expect("right");
        authenticated(world.answer(&again, code(&world.totp_code())).await.expect("right"));
    });
}

#[test]
fn a_flow_belongs_to_one_browser_and_one_pool() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let env = &world.test.env;
        let step = world.begin().await;
        for other in ["", "another", "fingerprint-of-this-browseR"] {
            let refused =
                authn::advance(env, &world.caller, &world.pool, &handle(&step), other, typed(ADA, PASSWORD))
                    .await;
            assert!(matches!(refused, Err(AuthnError::OtherBrowser)));
            let refused = authn::current(env, &world.pool, &handle(&step), other).await;
            assert!(matches!(refused, Err(AuthnError::OtherBrowser)));
        }
        let elsewhere =
            vestibule::directory::pools::create(env, None, "others", by_email()).await.expect("a pool");
        let refused = authn::current(env, &elsewhere, &handle(&step), BROWSER).await;
        assert!(matches!(refused, Err(AuthnError::UnknownFlow)));
        assert_eq!(handle(&step).authorization(env, &elsewhere), None);
        let good = handle(&step);
        let text = good.as_str();
        let flipped = format!("{}{}", if text.starts_with('A') { 'B' } else { 'A' }, &text[1..]);
        for forged in ["", "x", &text[..text.len() - 2], &flipped] {
            let refused = world.answer_with(&FlowHandle::from_text(forged), typed(ADA, PASSWORD)).await;
            assert!(matches!(refused, Err(AuthnError::UnknownFlow)), "{forged}");
        }
        authenticated(world.answer(&step, typed(ADA, PASSWORD)).await.expect("untouched"));
    });
}

#[test]
fn a_flow_ends_exactly_when_the_client_says() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_mfa(MfaConfiguration::Optional)).await;
        world.give_totp(&ada).await;
        let tick = Duration::from_millis(1);
        let step = world.begin().await;
        let late = world.begin().await;
        world.pass(10 * MINUTE - tick);
        let totp = world.answer(&step, typed(ADA, PASSWORD)).await.expect("in time");
        world.pass(tick);
        assert!(matches!(world.answer(&late, typed(ADA, PASSWORD)).await, Err(AuthnError::Expired)));
        assert!(matches!(world.current(&late).await, Err(AuthnError::Expired)));
        let waiting = handle(&late).authorization(&world.test.env, &world.pool);
        assert_eq!(waiting.map(|id| id.as_str().to_owned()).as_deref(), Some("the-authorization"));
        // A new challenge has its own time.
        world.pass(10 * MINUTE - 2 * tick);
        world.current(&totp).await.expect("in time");
        world.pass(tick);
        assert!(matches!(world.answer(&totp, code(&world.totp_code())).await, Err(AuthnError::Expired)));
    });
}

#[test]
fn no_flow_lives_longer_than_an_hour() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let mut step = world.begin().await;
        for _ in 0..6 {
            world.pass(9 * MINUTE);
            step = world.answer(&step, Answer::StartOver).await.expect("in time");
        }
        world.pass(6 * MINUTE);
        assert!(matches!(world.answer(&step, Answer::StartOver).await, Err(AuthnError::Expired)));
    });
}

#[test]
fn a_flow_takes_thirty_answers() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        for _ in 0..30 {
            assert!(matches!(world.answer(&step, Answer::Resend).await, Err(AuthnError::MovedOn)));
        }
        assert!(matches!(world.answer(&step, typed(ADA, PASSWORD)).await, Err(AuthnError::AttemptsSpent)));
        authenticated(world.sign_in(ADA, PASSWORD).await.expect("a fresh flow"));
    });
}

#[test]
fn the_right_answer_sent_many_times_at_once_counts_once() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        let sent = (0..20).map(|_| {
            let (world, step) = (world.clone(), step.clone());
            tokio::spawn(async move { world.answer(&step, typed(ADA, PASSWORD)).await })
        });
        let mut succeeded = 0;
        for answer in join_all(sent).await {
            match answer.expect("no panic") {
                Ok(step) => {
                    authenticated(step);
                    succeeded += 1;
                }
                Err(AuthnError::InProgress | AuthnError::MovedOn) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(succeeded, 1);
    });
}

#[test]
fn of_wrong_answers_at_once_one_is_judged_at_a_time() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        let sent = (0..20).map(|_| {
            let (world, step) = (world.clone(), step.clone());
            tokio::spawn(async move { world.answer(&step, typed(ADA, WRONG)).await })
        });
        let answers: Vec<_> = join_all(sent).await.into_iter().map(|a| a.expect("no panic")).collect();
        let judged = answers.iter().filter(|a| matches!(a, Err(AuthnError::IncorrectCredentials))).count();
        assert!((1..=5).contains(&judged), "{judged} were judged");
        for answer in answers {
            assert!(matches!(
                answer,
                Err(AuthnError::IncorrectCredentials | AuthnError::InProgress | AuthnError::Locked { .. })
            ));
        }
    });
}

#[test]
fn an_answer_whose_judge_vanished_costs_one_attempt_and_ten_seconds() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let step = world.begin().await;
        let occupied = world.occupy_the_queue().await;
        let sent = [(); 2].map(|()| {
            let (world, step) = (world.clone(), step.clone());
            tokio::spawn(async move { world.answer(&step, typed(ADA, PASSWORD)).await })
        });
        // One of them waits for its password to be checked, so the other one answers first.
        let (first, _, waiting) = select_all(sent).await;
        assert!(matches!(first.expect("no panic"), Err(AuthnError::InProgress)));
        waiting.iter().for_each(|answer| answer.abort());
        drop(occupied);
        assert!(matches!(world.answer(&step, typed(ADA, PASSWORD)).await, Err(AuthnError::InProgress)));
        world.pass(Duration::from_secs(10));
        assert!(matches!(world.answer(&step, typed(ADA, PASSWORD)).await, Err(AuthnError::InProgress)));
        world.pass(Duration::from_millis(1));
        authenticated(world.answer(&step, typed(ADA, PASSWORD)).await.expect("free again"));
    });
}

#[test]
fn whatever_is_typed_as_a_name_is_only_a_wrong_name() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_codes()).await;
        for name in ["", " ", "\0", "a\u{202e}b", "'; DROP TABLE users; --", "%", &"x".repeat(100_000)] {
            let step = world.begin().await;
            let refused = world.answer(&step, typed(name, PASSWORD)).await;
            assert!(matches!(refused, Err(AuthnError::IncorrectCredentials)), "{refused:?}");
            let wish = Answer::CodeInstead { username: name.into(), factor: FirstFactor::EmailOtp };
            let asked = world.answer(&step, wish).await.expect("looks sent");
            assert!(matches!(world.answer(&asked, code("\0")).await, Err(AuthnError::CodeMismatch)));
        }
    });
}
