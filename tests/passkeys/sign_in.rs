//! Signing in with passkeys: as first factor, as second one, as both; and what is refused.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::Value;
use vestibule::authn::{self, AuthnError, Step};
use vestibule::crypto::totp;
use vestibule::directory::{factors, recovery_codes, totp_setup, users};
use vestibule::messages::outbox;
use vestibule::model::flow::{Answer, Challenge, ProofKind, authentication_methods};
use vestibule::model::message::{MessageKind, PasskeyNews};
use vestibule::model::passkey::PasskeyProof;
use vestibule::model::pool::{FirstFactor, MfaConfiguration, PoolSettings, SecondFactor};
use vestibule::store::audit_events::{self, Wanted};

use super::{ORIGIN, give, with_passkeys};
use crate::authn::world::{
    ADA, Answered, BROWSER, PASSWORD, World, authenticated, challenge, code, handle, with_mfa,
};
use crate::support::authenticator::{Authenticator, ELIGIBLE, Lies, PRESENT, VERIFIED};
use crate::support::database::for_each_database;

/// What the page of a step asks for.
async fn asked(world: &World, step: &Step) -> Value {
    let env = &world.test.env;
    let handle = handle(step);
    let allowed = authn::passkeys_of(env, &world.pool, &handle, BROWSER).await.expect("an answer");
    authn::passkey_options(env, &world.pool, (&handle, BROWSER), &allowed).await.expect("an answer")
}

fn answer(json: &Value) -> Answer {
    Answer::Passkey { credential: json.to_string(), origin: ORIGIN.to_owned() }
}

/// A fresh flow answered with the newest passkey of a device.
async fn sign_in(world: &World, device: &mut Authenticator, lies: &Lies) -> Answered {
    let step = world.begin().await;
    let options = asked(world, &step).await;
    world.answer(&step, answer(&device.get_lying(&options, ORIGIN, lies))).await
}

fn why(answered: &Answered) -> &'static str {
    match answered {
        Ok(_) => "ok",
        Err(AuthnError::Passkey(error)) => error.word().unwrap_or("unavailable"),
        Err(AuthnError::FactorOff) => "off",
        Err(AuthnError::MovedOn) => "moved_on",
        Err(AuthnError::InProgress) => "in_progress",
        Err(AuthnError::Disabled) => "disabled",
        Err(_) => "another error",
    }
}

fn lying(change: impl FnOnce(&mut Lies)) -> Lies {
    let mut lies = Lies::default();
    change(&mut lies);
    lies
}

fn both(configuration: MfaConfiguration) -> PoolSettings {
    let mut settings = with_mfa(configuration);
    settings.first_factors = vec![FirstFactor::Passkey];
    settings
}

#[test]
fn a_passkey_says_who_it_is_and_signs_in() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        let step = world.begin().await;
        let options = asked(&world, &step).await;
        // Nothing is told of anybody: no name was typed, and none would change this.
        assert_eq!(options["allowCredentials"], serde_json::json!([]));
        world.pass(Duration::from_secs(60));
        let answered = world.answer(&step, answer(&device.get(&options, ORIGIN))).await;
        let done = authenticated(answered.expect("it holds"));
        assert_eq!(done.user_id, ada.id);
        let proof = PasskeyProof { hardware: false, verified: true, both_factors: false };
        assert_eq!(done.proofs[0].kind, ProofKind::Passkey(proof));
        assert_eq!(authentication_methods(&done.proofs), ["swk", "mfa"]);
        let stored = vestibule::directory::passkeys::list(&world.test.env, &ada.id).await.expect("a list");
        assert_eq!(stored[0].last_used_at, Some(world.test.env.now()));
    });
}

#[test]
fn a_security_key_without_verification_is_hardware_and_one_factor() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut key = Authenticator::security_key();
        give(&world, &ada, &mut key).await;
        let done = authenticated(sign_in(&world, &mut key, &Lies::default()).await.expect("it holds"));
        assert_eq!(authentication_methods(&done.proofs), ["hwk"]);
    });
}

#[test]
fn what_does_not_hold_signs_nobody_in_and_is_written_down() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let bob = world.person("bob@example.com", &[]).await;
        let (mut device, mut other) = (Authenticator::new(), Authenticator::new());
        give(&world, &ada, &mut device).await;
        give(&world, &bob, &mut other).await;
        let (his_id, his_handle) = {
            let credential = &other.credentials[0];
            (credential.id.clone(), credential.user_handle.clone())
        };
        let cases = [
            ("wrong_origin", lying(|l| l.origin = Some("https://evil.example".into()))),
            ("wrong_relying_party", lying(|l| l.rp_id = Some("evil.example".into()))),
            ("challenge_expired", lying(|l| l.challenge = Some("bWFkZSB1cA".into()))),
            ("wrong_ceremony", lying(|l| l.kind = Some("webauthn.create"))),
            ("not_present", lying(|l| l.flags = Some(VERIFIED | ELIGIBLE))),
            ("backup_flags", lying(|l| l.flags = Some(PRESENT))),
            ("wrong_signature", lying(|l| l.tamper_with_signature = true)),
            ("unknown_passkey", lying(|l| l.credential_id = Some(vec![1; 16]))),
            ("malformed", lying(|l| l.credential_id = Some(vec![1; 2_000]))),
            // Somebody else's credential, somebody else's handle, and no handle where nobody was named.
            ("unknown_passkey", lying(|l| l.credential_id = Some(his_id.clone()))),
            ("unknown_passkey", lying(|l| l.user_handle = Some(Some(his_handle.clone())))),
            ("unknown_passkey", lying(|l| l.user_handle = Some(None))),
            (
                "wrong_signature",
                lying(|l| {
                    l.credential_id = Some(his_id.clone());
                    l.user_handle = Some(Some(his_handle.clone()));
                }),
            ),
        ];
        for (wanted, lies) in cases {
            assert_eq!(why(&sign_in(&world, &mut device, &lies).await), wanted);
        }
        let step = world.begin().await;
        for broken in ["", "{}", "null", "{\"rawId\":\"\"}"] {
            let broken = Answer::Passkey { credential: broken.into(), origin: ORIGIN.into() };
            assert_eq!(why(&world.answer(&step, broken).await), "malformed");
        }
        let wanted = Wanted { action: Some("sign_in.refuse".to_owned()), ..Wanted::default() };
        let events = world.test.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await;
        let events = events.expect("the database answers");
        assert_eq!(events.len(), 17);
        assert!(events.iter().all(|event| event.detail["method"] == "passkey"), "{events:?}");
        authenticated(sign_in(&world, &mut device, &Lies::default()).await.expect("the truth"));
    });
}

#[test]
fn an_assertion_counts_once_for_one_flow_and_five_minutes() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        let (step, other) = (world.begin().await, world.begin().await);
        let good = device.get(&asked(&world, &step).await, ORIGIN);
        assert_eq!(why(&world.answer(&other, answer(&good)).await), "challenge_expired", "of another flow");
        let first = handle(&step);
        let elsewhere = authn::advance(
            &world.test.env,
            &world.caller,
            &world.pool,
            &first,
            "another browser",
            answer(&good),
        );
        assert!(matches!(elsewhere.await, Err(AuthnError::OtherBrowser)));
        authenticated(world.answer(&step, answer(&good)).await.expect("it holds"));
        assert_eq!(why(&world.answer(&step, answer(&good)).await), "moved_on");
        // A wrong answer spends the challenge as well.
        let options = asked(&world, &other).await;
        let wrong = device.get_lying(&options, ORIGIN, &lying(|l| l.tamper_with_signature = true));
        assert_eq!(why(&world.answer(&other, answer(&wrong)).await), "wrong_signature");
        let right = device.get(&options, ORIGIN);
        assert_eq!(why(&world.answer(&other, answer(&right)).await), "challenge_replayed");
        let fresh = device.get(&asked(&world, &other).await, ORIGIN);
        authenticated(world.answer(&other, answer(&fresh)).await.expect("a fresh challenge"));
    });
}

#[test]
fn of_fifty_uses_of_one_challenge_exactly_one_signs_in() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut device = Authenticator::security_key();
        give(&world, &ada, &mut device).await;
        let step = world.begin().await;
        let options = asked(&world, &step).await;
        let answers: Vec<Value> = (0..50).map(|_| device.get(&options, ORIGIN)).collect();
        let attempts = answers.into_iter().map(|one| {
            let (world, step) = (Arc::clone(&world), step.clone());
            tokio::spawn(async move { why(&world.answer(&step, answer(&one)).await) })
        });
        let words: Vec<&str> =
            join_all(attempts.collect::<Vec<_>>()).await.into_iter().map(|w| w.expect("no panic")).collect();
        assert_eq!(words.iter().filter(|word| **word == "ok").count(), 1, "{words:?}");
    });
}

#[test]
fn a_counter_that_goes_back_is_refused_written_down_and_told() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut key = Authenticator::security_key();
        give(&world, &ada, &mut key).await;
        let counted = |count| lying(|l| l.count = Some(count));
        authenticated(sign_in(&world, &mut key, &counted(5)).await.expect("5 after 0"));
        for count in [5, 4, 0] {
            assert_eq!(why(&sign_in(&world, &mut key, &counted(count)).await), "counter_back", "{count}");
        }
        authenticated(sign_in(&world, &mut key, &counted(u32::MAX)).await.expect("the most"));
        let wanted = Wanted { action: Some("passkey.counter_back".to_owned()), ..Wanted::default() };
        let events = world.test.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await;
        assert_eq!(events.expect("the database answers").len(), 3);
        outbox::deliver_due(&world.test.env).await.expect("the outbox answers");
        let copied = MessageKind::Passkey(PasskeyNews::Copied);
        let mails = world.test.mail.all();
        assert!(mails.iter().filter(|mail| mail.kind == copied && mail.to == ADA).count() >= 1, "{mails:?}");
        // One that never counts goes on not counting.
        let mut cloud = Authenticator::new();
        give(&world, &ada, &mut cloud).await;
        for _ in 0..2 {
            authenticated(sign_in(&world, &mut cloud, &Lies::default()).await.expect("0 after 0"));
        }
    });
}

#[test]
fn verification_is_asked_for_where_the_pool_requires_it() {
    for_each_database(|db| async move {
        let mut settings = with_passkeys();
        settings.passkeys.user_verification = vestibule::model::passkey::UserVerification::Required;
        let (world, ada) = World::with_ada(db, settings).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        let unverified = lying(|l| l.flags = Some(PRESENT | ELIGIBLE));
        assert_eq!(why(&sign_in(&world, &mut device, &unverified).await), "not_verified");
        authenticated(sign_in(&world, &mut device, &Lies::default()).await.expect("verified"));
    });
}

#[test]
fn a_disabled_account_and_a_pool_without_passkeys_take_none() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        users::set_enabled(&world.test.env, &world.pool, &ada.id, false).await.expect("disabled");
        assert_eq!(why(&sign_in(&world, &mut device, &Lies::default()).await), "disabled");
    });
    for_each_database(|db| async move {
        let mut second_only = with_mfa(MfaConfiguration::Optional);
        second_only.mfa.factors = vec![SecondFactor::Passkey];
        let (world, ada) = World::with_ada(db, second_only).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        assert_eq!(why(&sign_in(&world, &mut device, &Lies::default()).await), "off");
    });
}

#[test]
fn one_factor_or_both_as_the_pool_says() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, both(MfaConfiguration::Required)).await;
        world.give_totp(&ada).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        let step = sign_in(&world, &mut device, &Lies::default()).await.expect("it holds");
        assert!(!matches!(step, Step::Authenticated(_)), "a second factor is asked for");
    });
    for_each_database(|db| async move {
        let mut settings = both(MfaConfiguration::Required);
        settings.passkeys.counts_as_mfa = true;
        let (world, ada) = World::with_ada(db, settings).await;
        world.give_totp(&ada).await;
        let mut device = Authenticator::new();
        give(&world, &ada, &mut device).await;
        let done = authenticated(sign_in(&world, &mut device, &Lies::default()).await.expect("it holds"));
        assert_eq!(authentication_methods(&done.proofs), ["swk", "mfa"]);
        // Without verification it is one thing, whatever the pool says.
        let unverified = lying(|l| l.flags = Some(PRESENT | ELIGIBLE));
        let step = sign_in(&world, &mut device, &unverified).await.expect("it holds");
        assert!(!matches!(step, Step::Authenticated(_)));
    });
}

#[test]
fn a_passkey_comes_second_for_its_owner_alone() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Passkey, SecondFactor::Totp];
        let (world, ada) = World::with_ada(db, settings).await;
        let bob = world.person("bob@example.com", &[]).await;
        let (mut hers, mut his) = (Authenticator::new(), Authenticator::new());
        let passkey = give(&world, &ada, &mut hers).await;
        give(&world, &bob, &mut his).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert_eq!(*challenge(&step), Challenge::Passkey { alternatives: false });
        let options = asked(&world, &step).await;
        assert_eq!(options["allowCredentials"][0]["id"], passkey.credential_id.as_str());
        assert_eq!(options["allowCredentials"].as_array().map(Vec::len), Some(1));
        assert_eq!(why(&world.answer(&step, answer(&his.get(&options, ORIGIN))).await), "unknown_passkey");
        assert_eq!(why(&world.answer(&step, code("123456")).await), "moved_on");
        let options = asked(&world, &step).await;
        // A browser need not send the handle when it was told which passkeys there are.
        let bare = hers.get_lying(&options, ORIGIN, &lying(|l| l.user_handle = Some(None)));
        let done = authenticated(world.answer(&step, answer(&bare)).await.expect("it holds"));
        assert_eq!(authentication_methods(&done.proofs), ["pwd", "swk", "mfa"]);

        world.give_totp(&ada).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert!(matches!(challenge(&step), Challenge::SelectFactor { .. }), "{step:?}");
        let step = world.answer(&step, Answer::Choose(SecondFactor::Passkey)).await.expect("offered");
        assert_eq!(*challenge(&step), Challenge::Passkey { alternatives: true });
        world.answer(&step, Answer::OtherFactor).await.expect("the choice");
    });
}

#[test]
fn a_recovery_code_stands_in_for_a_lost_passkey() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Passkey];
        let (world, ada) = World::with_ada(db, settings).await;
        give(&world, &ada, &mut Authenticator::new()).await;
        let (env, pool) = (&world.test.env, &world.pool);
        let sealed = recovery_codes::regenerate(env, &world.caller, pool, &ada).await.expect("codes");
        let codes = recovery_codes::reveal(env, pool, &ada.id, &sealed).expect("hers");
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        assert_eq!(*challenge(&step), Challenge::Passkey { alternatives: false });
        let wrong = world.answer(&step, Answer::RecoveryCode("AAAAA-AAAAA".into())).await;
        assert!(matches!(wrong, Err(AuthnError::CodeMismatch)), "{wrong:?}");
        let step = world.answer(&step, Answer::RecoveryCode(codes[0].clone())).await.expect("one of hers");
        assert!(matches!(challenge(&step), Challenge::RecoveryCodeUsed { left: 9 }), "{step:?}");
    });
}

#[test]
fn a_passkey_that_was_added_meanwhile_is_asked_for_and_no_app_gets_past_it() {
    for_each_database(|db| async move {
        let mut settings = with_mfa(MfaConfiguration::Required);
        settings.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Passkey];
        let (world, ada) = World::with_ada(db, settings).await;
        let (env, pool) = (&world.test.env, &world.pool);
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let Challenge::SetUpTotp { sealed, .. } = challenge(&step) else { panic!("{step:?}") };
        let shown = totp_setup::show(env, pool, sealed).await.expect("an answer").expect("the key");
        let seed = totp::secret_from_base32(&shown.key).expect("base32");
        give(&world, &ada, &mut Authenticator::new()).await;
        let right = totp::code_at(&seed, env.now() / totp::STEP_MS);
        let first = Answer::SetUpTotp { code: right, device_name: None };
        let step = world.answer(&step, first).await.expect("the factor that is there");
        assert_eq!(*challenge(&step), Challenge::Passkey { alternatives: false });
        assert_eq!(factors::totp_device(env, pool, &ada.id).await.expect("an answer"), None);
    });
}
