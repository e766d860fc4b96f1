//! New accounts.

use vestibule::authn::{AuthnError, Notice, Step};
use vestibule::model::flow::{Answer, Challenge, ProofKind};
use vestibule::model::message::Medium;
use vestibule::model::pool::{MfaConfiguration, PoolSettings};

use super::world::*;
use crate::support::database::{TestDatabase, for_each_database};

fn sign_up(email: &str) -> Answer {
    Answer::SignUp {
        username: None,
        password: PASSWORD.into(),
        attributes: [("email".to_owned(), email.to_owned())].into(),
    }
}

#[test]
fn a_sign_up_is_confirmed_by_code_and_signs_in() {
    for_each_database(|db| sign_up_and_confirm(db, with_apps(MfaConfiguration::Off)));
}

#[test]
fn a_confirmed_address_stands_in_for_the_second_factor_that_nobody_could_have_set_up() {
    for_each_database(|db| sign_up_and_confirm(db, with_mfa(MfaConfiguration::Required)));
}

async fn sign_up_and_confirm(db: TestDatabase, settings: PoolSettings) {
    let world = World::new(db, settings).await;
    let step = world.begin().await;
    let asked = world.answer(&step, sign_up(ADA)).await.expect("a new account");
    let Step::Challenge {
        challenge: Challenge::ConfirmSignUp { delivery: Some(delivery) }, typed_name, ..
    } = &asked
    else {
        panic!("{asked:?}")
    };
    assert_eq!(delivery.destination, "a***@e***");
    assert_eq!(typed_name.as_deref(), Some(ADA));
    let first = world.code_sent_to(ADA).await.expect("a mail");
    assert!(matches!(world.answer(&asked, another(&first)).await, Err(AuthnError::CodeMismatch)));
    let again = world.answer(&asked, Answer::Resend).await.expect("sent");
    assert!(matches!(&again, Step::Challenge { notice: Some(Notice::CodeSentAgain), .. }));
    let sent = world.code_sent_to(ADA).await.expect("a mail");
    let done = authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
    let kinds: Vec<ProofKind> = done.proofs.iter().map(|proof| proof.kind).collect();
    assert_eq!(kinds, [ProofKind::ConfirmedSignUp(Medium::Email)]);
}

#[test]
fn who_left_before_confirming_confirms_at_sign_in() {
    for_each_database(|db| async move {
        let world = World::new(db, by_email()).await;
        let step = world.begin().await;
        world.answer(&step, sign_up(ADA)).await.expect("a new account");
        world.pass(MINUTE);
        assert!(matches!(world.sign_in(ADA, WRONG).await, Err(AuthnError::IncorrectCredentials)));
        let asked = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&asked), Challenge::ConfirmSignUp { delivery: Some(_) }));
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let done = authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
        let kinds: Vec<ProofKind> = done.proofs.iter().map(|proof| proof.kind).collect();
        assert_eq!(kinds, [ProofKind::Password, ProofKind::ConfirmedSignUp(Medium::Email)]);
        authenticated(world.sign_in(ADA, PASSWORD).await.expect("confirmed"));
    });
}

#[test]
fn a_mistyped_address_is_left_behind() {
    for_each_database(|db| async move {
        let world = World::new(db, by_email()).await;
        let step = world.begin().await;
        let asked = world.answer(&step, sign_up("adda@example.com")).await.expect("a new account");
        let back = world.answer(&asked, Answer::StartOver).await.expect("always possible");
        let asked = world.answer(&back, sign_up(ADA)).await.expect("a new account");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
    });
}

#[test]
fn refusals_of_the_directory_leave_the_flow_at_its_beginning() {
    for_each_database(|db| async move {
        let world = World::new(db, by_email()).await;
        let step = world.begin().await;
        let weak = Answer::SignUp {
            username: None,
            password: "short".into(),
            attributes: [("email".to_owned(), ADA.to_owned())].into(),
        };
        assert!(matches!(world.answer(&step, weak).await, Err(AuthnError::Password(_))));
        let nowhere =
            Answer::SignUp { username: None, password: PASSWORD.into(), attributes: Default::default() };
        assert!(matches!(world.answer(&step, nowhere).await, Err(AuthnError::Attributes(_))));
        world.answer(&step, sign_up(ADA)).await.expect("the same handle serves");
    });
}
