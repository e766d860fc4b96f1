//! The name alone, and the ways to sign in that follow from it.

use vestibule::authn::{AuthnError, Step};
use vestibule::model::flow::{Answer, Challenge, FactorRole, ProofKind, Way, WayOption};
use vestibule::model::pool::{FirstFactor, MfaConfiguration, PoolSettings, SecondFactor};

use super::world::*;
use crate::support::database::for_each_database;

const MAIL: Way = Way::Code(FirstFactor::EmailOtp);
const SMS: Way = Way::Code(FirstFactor::SmsOtp);

fn name(username: &str) -> Answer {
    Answer::Name { username: username.into() }
}

fn options(step: &Step) -> Vec<WayOption> {
    match challenge(step) {
        Challenge::ChooseWay { options } => options.clone(),
        other => panic!("{other:?}"),
    }
}

fn ways(step: &Step) -> Vec<Way> {
    options(step).into_iter().map(|option| option.way).collect()
}

/// What a page shows after a name: the ways, or the only one.
fn shape(step: &Step) -> String {
    match challenge(step) {
        Challenge::ChooseWay { options } => {
            format!("{:?}", options.iter().map(|o| o.way).collect::<Vec<_>>())
        }
        Challenge::Password { .. } => "password".into(),
        Challenge::OneTimeCode { delivery, .. } => format!("code by {:?}", delivery.medium),
        other => panic!("{other:?}"),
    }
}

#[test]
fn somebody_is_offered_the_ways_they_have() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_codes()).await;
        let step = world.begin().await;
        let list = world.answer(&step, name(ADA)).await.expect("ways");
        assert_eq!(ways(&list), [Way::Password, MAIL]);
        assert_eq!(options(&list)[1].destination.as_deref(), Some("a***@e***"));
        assert_eq!(world.messages_sent().await, 0, "nothing is sent before it is wished");
        let refused = world.answer(&list, Answer::ChooseWay(SMS)).await;
        assert!(matches!(refused, Err(AuthnError::FactorOff)), "{refused:?}");

        let by_password = world.answer(&list, Answer::ChooseWay(Way::Password)).await.expect("offered");
        assert_eq!(*challenge(&by_password), Challenge::Password { alternatives: true });
        let list = world.answer(&by_password, Answer::OtherWay).await.expect("back");
        let by_mail = world.answer(&list, Answer::ChooseWay(MAIL)).await.expect("offered");
        assert!(matches!(challenge(&by_mail), Challenge::OneTimeCode { role: FactorRole::First, .. }));
        assert_eq!(world.messages_sent().await, 1);
        let list = world.answer(&by_mail, Answer::OtherWay).await.expect("back");
        assert_eq!(ways(&list), [Way::Password, MAIL]);
        let by_mail = world.answer(&list, Answer::ChooseWay(MAIL)).await.expect("offered");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let done = authenticated(world.answer(&by_mail, code(&sent)).await.expect("right"));
        assert_eq!(done.proofs[0].kind, ProofKind::EmailOtp);

        let step = world.begin().await;
        let list = world.answer(&step, name(ADA)).await.expect("ways");
        let by_password = world.answer(&list, Answer::ChooseWay(Way::Password)).await.expect("offered");
        assert!(world.answer(&by_password, typed(ADA, WRONG)).await.is_err());
        authenticated(world.answer(&by_password, typed(ADA, PASSWORD)).await.expect("right"));
    });
}

#[test]
fn a_name_that_nobody_has_gets_ways_that_stay_and_end_where_a_wrong_password_would() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, with_codes()).await;
        let mut seen = std::collections::BTreeSet::new();
        for number in 0..40 {
            let nobody = format!("nobody-{number}@example.com");
            let mut shapes = Vec::new();
            for _ in 0..2 {
                let step = world.begin().await;
                let list = world.answer(&step, name(&nobody)).await.expect("ways");
                // An address that would sign in is proven, so everybody has this way.
                assert!(ways(&list).starts_with(&[Way::Password, MAIL]), "{:?}", ways(&list));
                assert_eq!(options(&list)[1].destination.as_deref(), Some("n***@e***"));
                shapes.push(options(&list));
            }
            assert_eq!(shapes[0], shapes[1], "{nobody} has other ways the second time");
            seen.insert(shapes[0].len());
        }
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [2, 3], "some have a phone as well, as people do");

        let step = world.begin().await;
        let list = world.answer(&step, name("nobody@example.com")).await.expect("ways");
        let asked = world.answer(&list, Answer::ChooseWay(MAIL)).await.expect("looks sent");
        assert!(matches!(challenge(&asked), Challenge::OneTimeCode { role: FactorRole::First, .. }));
        assert_eq!(world.messages_sent().await, 0);
        assert!(matches!(world.answer(&asked, code("123456")).await, Err(AuthnError::CodeMismatch)));
        let list = world.answer(&asked, Answer::OtherWay).await.expect("back");
        let asked = world.answer(&list, Answer::ChooseWay(Way::Password)).await.expect("offered");
        let refused = world.answer(&asked, typed("nobody@example.com", PASSWORD)).await;
        assert!(matches!(refused, Err(AuthnError::IncorrectCredentials)), "{refused:?}");
    });
}

#[test]
fn the_only_way_is_entered_at_once_alike_for_everybody() {
    for (settings, wanted) in [
        (by_email(), "password"),
        (
            PoolSettings {
                password_sign_in: false,
                first_factors: vec![FirstFactor::EmailOtp],
                ..by_email()
            },
            "code by Email",
        ),
    ] {
        for_each_database(|db| {
            let settings = settings.clone();
            async move {
                let (world, _) = World::with_ada(db, settings).await;
                for who in [ADA, "nobody@example.com", "+41791234567", "not an address"] {
                    let step = world.begin().await;
                    let next = world.answer(&step, name(who)).await.expect("a way");
                    assert_eq!(shape(&next), wanted, "{who}");
                }
            }
        });
    }
}

#[test]
fn where_passwords_are_off_no_password_signs_in_or_is_recovered() {
    for_each_database(|db| async move {
        let settings = PoolSettings { password_sign_in: false, ..with_codes() };
        let (world, ada) = World::with_ada(db, settings).await;
        let step = world.begin().await;
        let refused = world.answer(&step, typed(ADA, PASSWORD)).await;
        assert!(matches!(refused, Err(AuthnError::FactorOff)), "{refused:?}");
        let refused = world.answer(&step, Answer::ForgotPassword { username: ADA.into() }).await;
        assert!(matches!(refused, Err(AuthnError::NoRecovery)), "{refused:?}");
        let refused = world.answer(&step, Answer::ChooseWay(Way::Password)).await;
        assert!(matches!(refused, Err(AuthnError::MovedOn)), "{refused:?}");
        let step = world.begin().await;
        let asked = world.answer(&step, name(ADA)).await.expect("the only way");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let done = authenticated(world.answer(&asked, code(&sent)).await.expect("right"));
        assert_eq!(done.user_id, ada.id);
    });
}

/// Section 4.3 of the reference: which pools and people may sign in by one-time codes.
#[test]
fn in_compatibility_mode_codes_sign_in_only_people_without_a_second_factor() {
    for (mfa, has_factor, by_code) in [
        (MfaConfiguration::Required, true, false),
        (MfaConfiguration::Required, false, false),
        (MfaConfiguration::Optional, true, false),
        (MfaConfiguration::Optional, false, true),
        (MfaConfiguration::Off, true, true),
        (MfaConfiguration::Off, false, true),
    ] {
        for_each_database(|db| async move {
            let mut settings = with_mfa(mfa);
            settings.mfa.factors = vec![SecondFactor::Totp];
            settings.first_factors = vec![FirstFactor::EmailOtp];
            settings.compatibility.cognito = true;
            let (world, ada) = World::with_ada(db, settings).await;
            if has_factor {
                world.give_totp(&ada).await;
            }
            let step = world.begin().await;
            let next = world.answer(&step, name(ADA)).await.expect("ways");
            let wanted = if by_code { format!("{:?}", [Way::Password, MAIL]) } else { "password".into() };
            assert_eq!(shape(&next), wanted, "{mfa:?} {has_factor}");
            // Also whoever asks for the code by address gets none.
            let step = world.begin().await;
            let wish = Answer::CodeInstead { username: ADA.into(), factor: FirstFactor::EmailOtp };
            let asked = world.answer(&step, wish).await;
            match mfa {
                MfaConfiguration::Required => {
                    assert!(matches!(asked, Err(AuthnError::FactorOff)), "{asked:?}")
                }
                _ => assert!(asked.is_ok(), "{asked:?}"),
            }
            assert_eq!(world.messages_sent().await, usize::from(by_code), "{mfa:?} {has_factor}");
        });
    }
    // The standard: a code signs in, and the app is asked for after it.
    for_each_database(|db| async move {
        let mut settings = with_apps(MfaConfiguration::Required);
        settings.first_factors = vec![FirstFactor::EmailOtp];
        let (world, ada) = World::with_ada(db, settings).await;
        world.give_totp(&ada).await;
        let step = world.begin().await;
        let list = world.answer(&step, name(ADA)).await.expect("ways");
        let asked = world.answer(&list, Answer::ChooseWay(MAIL)).await.expect("offered");
        let sent = world.code_sent_to(ADA).await.expect("a mail");
        let totp = world.answer(&asked, code(&sent)).await.expect("right");
        assert!(matches!(challenge(&totp), Challenge::Totp { .. }));
        authenticated(world.answer(&totp, code(&world.totp_code())).await.expect("right"));
    });
}

#[test]
fn who_has_no_password_or_has_proven_nothing_looks_like_everybody() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_codes()).await;
        let env = &world.test.env;
        let id = ada.id.clone();
        env.db.write(move |c| vestibule::store::passwords::delete(c, &id)).await.expect("gone");
        let unproven = world.person("unproven@example.com", &[("email_verified", "")]).await;
        assert!(unproven.attributes.get("email_verified").is_none_or(|flag| flag != "true"));
        for who in [ADA, "unproven@example.com"] {
            let step = world.begin().await;
            let list = world.answer(&step, name(who)).await.expect("ways");
            assert!(ways(&list).starts_with(&[Way::Password, MAIL]), "{who}: {:?}", ways(&list));
        }
        let step = world.begin().await;
        let list = world.answer(&step, name("unproven@example.com")).await.expect("ways");
        let asked = world.answer(&list, Answer::ChooseWay(MAIL)).await.expect("looks sent");
        assert!(matches!(challenge(&asked), Challenge::OneTimeCode { .. }));
        assert_eq!(world.messages_sent().await, 0);
    });
}
