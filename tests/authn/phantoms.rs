//! Whether somebody has an account shows nowhere.

use secrecy::ExposeSecret;
use vestibule::authn::Step;
use vestibule::model::flow::{Answer, Challenge, Delivery};
use vestibule::model::message::Medium;
use vestibule::model::pool::FirstFactor;

use super::world::*;
use crate::support::database::{TestDatabase, block_on, for_each_database};

/// An answer with everything left out that differs by name alone: handles and the characters shown of an address.
fn shape(answered: &Answered) -> String {
    let delivery = |delivery: &Delivery| {
        let shown: String =
            delivery.destination.chars().map(|c| if c.is_ascii_alphanumeric() { 'x' } else { c }).collect();
        format!("{:?} {shown}", delivery.medium)
    };
    match answered {
        Err(error) => format!("{error:?}"),
        Ok(Step::Authenticated(_)) => panic!("nobody may get in"),
        Ok(Step::Challenge { challenge, notice, .. }) => {
            let asked = match challenge {
                Challenge::ConfirmSignUp { delivery: to } => {
                    format!("confirm {:?}", to.as_ref().map(delivery))
                }
                Challenge::ResetPassword { delivery: to } => format!("reset {}", delivery(to)),
                Challenge::OneTimeCode { role, delivery: to, alternatives } => {
                    format!("code {role:?} {} {alternatives}", delivery(to))
                }
                other => format!("{other:?}"),
            };
            format!("{asked} {notice:?}")
        }
    }
}

/// What a script of answers gives: the first one from the beginning, the others in the challenge that follows.
async fn shapes(world: &World, first: Answer, then: &[Answer]) -> Vec<String> {
    let step = world.begin().await;
    let mut answered = world.answer(&step, first).await;
    let mut shapes = vec![shape(&answered)];
    let step = answered.expect("the first answer leads on");
    for answer in then {
        answered = world.answer(&step, answer.clone()).await;
        shapes.push(shape(&answered));
    }
    shapes
}

fn wrong_codes_and_a_resend() -> Vec<Answer> {
    let mut answers = vec![code("000000"), Answer::Resend];
    answers.extend((0..8).map(|_| code("000000")));
    answers
}

#[test]
fn codes_in_place_of_a_password_look_alike() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_codes()).await;
        for factor in [FirstFactor::EmailOtp, FirstFactor::SmsOtp] {
            let wish = |username: &str| Answer::CodeInstead { username: username.into(), factor };
            let known = shapes(&world, wish(ADA), &wrong_codes_and_a_resend()).await;
            let unknown = shapes(&world, wish("bob@example.com"), &wrong_codes_and_a_resend()).await;
            assert_eq!(known, unknown);
        }
        // Two mails for Ada, none for anybody else; she has no number.
        assert_eq!(world.messages_sent().await, 2);
    });
}

#[test]
fn resets_look_alike() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let reset =
            |code: &str| Answer::ResetPassword { code: code.into(), new_password: "Another-Horse-7".into() };
        let mut script = vec![reset("000000"), Answer::Resend];
        script.extend((0..8).map(|_| reset("000000")));
        script.push(Answer::ResetPassword { code: "000000".into(), new_password: "short".into() });
        let wish = |username: &str| Answer::ForgotPassword { username: username.into() };
        let known = shapes(&world, wish(ADA), &script).await;
        let unknown = shapes(&world, wish("bob@example.com"), &script).await;
        assert_eq!(known, unknown);
    });
}

#[test]
fn sign_ups_look_alike() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let wish = |email: &str| Answer::SignUp {
            username: None,
            password: PASSWORD.into(),
            attributes: [("email".to_owned(), email.to_owned())].into(),
            accepted_terms: None,
        };
        let fresh = shapes(&world, wish("eve@example.com"), &wrong_codes_and_a_resend()).await;
        let taken = shapes(&world, wish(ADA), &wrong_codes_and_a_resend()).await;
        assert_eq!(fresh, taken);
    });
}

#[test]
fn a_made_up_address_stays_the_same_for_a_name() {
    for_each_database(|db| async move {
        let world = World::new(db, with_codes()).await;
        let name = || "+41791230000".to_owned();
        let wishes = [
            Answer::CodeInstead { username: name(), factor: FirstFactor::EmailOtp },
            Answer::CodeInstead { username: name(), factor: FirstFactor::EmailOtp },
            Answer::CodeInstead { username: name(), factor: FirstFactor::SmsOtp },
            Answer::ForgotPassword { username: name() },
        ];
        let mut seen = Vec::new();
        for wish in wishes {
            let step = world.begin().await;
            let asked = world.answer(&step, wish).await.expect("looks sent");
            let (Challenge::OneTimeCode { delivery, .. } | Challenge::ResetPassword { delivery }) =
                challenge(&asked)
            else {
                panic!("a code")
            };
            seen.push((delivery.medium, delivery.destination.clone()));
        }
        assert_eq!((&seen[0], &seen[2]), (&seen[1], &seen[3]));
        assert_eq!((seen[0].0, seen[2].0), (Medium::Email, Medium::Sms));
    });
}

#[test]
fn what_is_typed_as_a_name_stands_nowhere_in_the_database() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let url = database.settings().url.expose_secret().to_owned();
        let file = url.strip_prefix("sqlite:").expect("SQLite").to_owned();
        let world = World::new(database, with_codes()).await;
        // A password in the wrong field.
        let typed_here = "tr0ub4dor-and-3";
        let name = || typed_here.to_owned();
        let wishes = [
            typed(typed_here, PASSWORD),
            Answer::CodeInstead { username: name(), factor: FirstFactor::EmailOtp },
            Answer::ForgotPassword { username: name() },
        ];
        for wish in wishes {
            let step = world.begin().await;
            let Ok(step) = world.answer(&step, wish).await else { continue };
            let shown = world.current(&step).await.expect("the flow goes on");
            assert!(matches!(shown, Step::Challenge { typed_name: Some(shown), .. } if shown == typed_here));
            let _ = world.answer(&step, code("000000")).await;
        }
        let files = [file.clone(), format!("{file}-wal")];
        let bytes: Vec<u8> = files.iter().flat_map(|file| std::fs::read(file).unwrap_or_default()).collect();
        let stands = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(stands("?") && stands(world.client.id.as_str()), "the flows were written");
        assert!(!stands(typed_here));
    });
}
