//! Adding, naming and removing passkeys, on both databases.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::crypto::webauthn::PublicKey;
use vestibule::directory::passkeys::challenge::{Ceremony, Kind};
use vestibule::directory::passkeys::{self, Removed, Stay};
use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::users;
use vestibule::messages::outbox;
use vestibule::model::message::{MessageKind, PasskeyNews};
use vestibule::model::passkey::MOST_PASSKEYS;
use vestibule::model::pool::{FirstFactor, MfaConfiguration, PoolSettings, SecondFactor};
use vestibule::model::user::User;
use vestibule::store::audit_events::{self, Wanted};

use super::{ORIGIN, adding, creation_options, give, store, store_in, with_passkeys, word};
use crate::authn::world::{ADA, BROWSER, World};
use crate::support::authenticator::{Algorithm, Authenticator, Lies, base};
use crate::support::database::for_each_database;

const BOB: &str = "bob@example.com";

async fn audited(world: &World, user: &User, action: &str) -> usize {
    let wanted = Wanted { subject: Some(user.id.to_string()), ..Wanted::default() };
    let all = world.test.env.db.read(move |c| audit_events::list(c, &wanted, 500)).await;
    all.expect("the database answers").iter().filter(|event| event.action == action).count()
}

async fn told(world: &World, address: &str) -> Vec<MessageKind> {
    outbox::deliver_due(&world.test.env).await.expect("the outbox answers");
    let all = world.test.mail.all();
    all.into_iter().filter(|message| message.to == address).map(|message| message.kind).collect()
}

#[test]
fn a_passkey_is_stored_as_its_authenticator_made_it_and_its_owner_is_told() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let options = creation_options(&world, &ada).await;
        assert_eq!(options["attestation"], "none");
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "preferred");
        let algorithms: Vec<_> = options["pubKeyCredParams"].as_array().expect("a list").iter().collect();
        assert_eq!(
            algorithms.iter().map(|one| one["alg"].as_i64()).collect::<Vec<_>>(),
            [Some(-7), Some(-8), Some(-257)]
        );
        let handle = options["user"]["id"].as_str().expect("a handle");
        assert!(!handle.contains(ada.id.as_str()) && handle.len() == 43, "{handle}");

        let mut device = Authenticator { aaguid: [0xfb; 16], ..Authenticator::security_key() };
        let passkey = store(&world, &ada, &device.create(&options, ORIGIN)).await.expect("it holds");
        assert_eq!(
            passkeys::list(&world.test.env, &ada.id).await.expect("a list"),
            std::slice::from_ref(&passkey)
        );
        assert_eq!(passkey.credential_id, base(&device.credentials[0].id));
        assert_eq!(passkey.transports, ["nfc", "usb"]);
        assert_eq!(passkey.rp_id, options["rp"]["id"]);
        assert!(!passkey.user_verified && !passkey.backup_eligible && passkey.is_hardware());
        PublicKey::read(&passkey.public_key).expect("a key");
        assert_eq!(audited(&world, &ada, "passkey.add").await, 1);
        assert_eq!(told(&world, ADA).await, [MessageKind::Passkey(PasskeyNews::Added)]);

        // The next one has the same handle, and the first is named to the browser.
        let again = creation_options(&world, &ada).await;
        assert_eq!(again["user"]["id"], options["user"]["id"]);
        assert_eq!(again["excludeCredentials"][0]["id"], passkey.credential_id.as_str());
        let bob = world.person(BOB, &[]).await;
        assert_ne!(creation_options(&world, &bob).await["user"]["id"], options["user"]["id"]);
    });
}

#[test]
fn a_registration_counts_for_its_browser_session_pool_and_time_alone() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let mut device = Authenticator::new();
        let options = creation_options(&world, &ada).await;
        let answer = device.create(&options, ORIGIN);
        for (what, ceremony) in [
            ("browser", Ceremony { browser: "another", ..adding() }),
            ("session", Ceremony { transaction: "another", ..adding() }),
            ("ceremony", Ceremony { kind: Kind::Prove, ..adding() }),
        ] {
            assert_eq!(
                word(&store_in(&world, &ada, (ceremony, ORIGIN), &answer).await),
                "challenge_expired",
                "{what}"
            );
        }
        let other = world.test.pool(|pool| *pool = with_passkeys()).await;
        let json = answer.to_string();
        let given = (adding(), passkeys::Given { json: &json, origin: ORIGIN });
        let stored = passkeys::add(&world.test.env, &world.caller, &other, &ada, given).await;
        assert_eq!(word(&stored), "challenge_expired", "of another pool");
        // None of that has spent it.
        store(&world, &ada, &answer).await.expect("it holds");
        assert_eq!(word(&store(&world, &ada, &answer).await), "challenge_replayed");

        let answer = device.create(&creation_options(&world, &ada).await, ORIGIN);
        world.pass(Duration::from_secs(301));
        assert_eq!(word(&store(&world, &ada, &answer).await), "challenge_expired");
        let answer = device.create(&creation_options(&world, &ada).await, ORIGIN);
        world.pass(Duration::from_secs(299));
        store(&world, &ada, &answer).await.expect("just in time");

        let made_up = Lies { challenge: Some(base(&[7; 56])), ..Lies::default() };
        let answer = device.create_lying(&creation_options(&world, &ada).await, ORIGIN, &made_up);
        assert_eq!(word(&store(&world, &ada, &answer).await), "challenge_expired");
    });
}

#[test]
fn what_does_not_hold_is_not_stored_and_costs_the_challenge() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let evil = "https://evil.example";
        let lie = |change: fn(&mut Lies)| {
            let mut lies = Lies::default();
            change(&mut lies);
            lies
        };
        let cases = [
            ("wrong_origin", lie(|l| l.origin = Some("https://evil.example".into()))),
            ("wrong_relying_party", lie(|l| l.rp_id = Some("evil.example".into()))),
            ("wrong_ceremony", lie(|l| l.kind = Some("webauthn.get"))),
            ("not_present", lie(|l| l.flags = Some(0x04))),
            ("backup_flags", lie(|l| l.flags = Some(0x15))),
        ];
        for (wanted, lies) in cases {
            let options = creation_options(&world, &ada).await;
            let answer = Authenticator::new().create_lying(&options, ORIGIN, &lies);
            assert_eq!(word(&store(&world, &ada, &answer).await), wanted);
            assert_eq!(word(&store(&world, &ada, &answer).await), "challenge_replayed", "{wanted}");
        }
        let options = creation_options(&world, &ada).await;
        let answer = Authenticator::new().create(&options, evil);
        assert_eq!(word(&store(&world, &ada, &answer).await), "wrong_origin");
        for broken in ["", "{}", "null", "[]", "\"x\"", r#"{"type":"public-key","response":{}}"#] {
            let given = passkeys::Given { json: broken, origin: ORIGIN };
            let refused =
                passkeys::add(&world.test.env, &world.caller, &world.pool, &ada, (adding(), given)).await;
            assert_eq!(word(&refused), "malformed", "{broken}");
        }
        assert!(passkeys::list(&world.test.env, &ada.id).await.expect("a list").is_empty());
        assert_eq!(audited(&world, &ada, "passkey.add").await, 0);
        assert!(told(&world, ADA).await.is_empty());
    });
}

#[test]
fn a_pool_that_requires_verification_stores_nothing_without_it() {
    for_each_database(|db| async move {
        let mut settings = with_passkeys();
        settings.passkeys.user_verification = vestibule::model::passkey::UserVerification::Required;
        let (world, ada) = World::with_ada(db, settings).await;
        let options = creation_options(&world, &ada).await;
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        let answer = Authenticator::security_key().create(&options, ORIGIN);
        assert_eq!(word(&store(&world, &ada, &answer).await), "not_verified");
        give(&world, &ada, &mut Authenticator::new()).await;
    });
}

#[test]
fn of_fifty_answers_to_one_challenge_exactly_one_is_stored() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let options = creation_options(&world, &ada).await;
        let attempts = (0..50).map(|_| {
            let (world, ada) = (Arc::clone(&world), ada.clone());
            let answer = Authenticator::new().create(&options, ORIGIN);
            tokio::spawn(async move { word(&store(&world, &ada, &answer).await) })
        });
        let words: Vec<&str> =
            join_all(attempts.collect::<Vec<_>>()).await.into_iter().map(|w| w.expect("no panic")).collect();
        assert_eq!(words.iter().filter(|word| **word == "ok").count(), 1, "{words:?}");
        assert_eq!(words.iter().filter(|word| **word == "challenge_replayed").count(), 49, "{words:?}");
        assert_eq!(passkeys::list(&world.test.env, &ada.id).await.expect("a list").len(), 1);
    });
}

#[test]
fn a_credential_is_one_persons_and_nobody_has_twenty_one() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let bob = world.person(BOB, &[]).await;
        let first = give(&world, &ada, &mut Authenticator::new()).await;
        let same = Lies {
            credential_id: Some(crate::support::authenticator::unbase(&first.credential_id)),
            ..Lies::default()
        };
        for person in [&ada, &bob] {
            let options = creation_options(&world, person).await;
            let answer = Authenticator::new().create_lying(&options, ORIGIN, &same);
            assert_eq!(word(&store(&world, person, &answer).await), "exists");
        }
        for _ in 2..MOST_PASSKEYS {
            let mut device = Authenticator { algorithm: Algorithm::EdDsa, ..Authenticator::new() };
            give(&world, &ada, &mut device).await;
        }
        // Two that come at once as the twentieth.
        let mut answers = Vec::new();
        for _ in 0..2 {
            let options = creation_options(&world, &ada).await;
            answers.push(Authenticator::new().create(&options, ORIGIN));
        }
        let both = answers.iter().map(|answer| store(&world, &ada, answer));
        let mut words: Vec<&str> = join_all(both).await.iter().map(word).collect();
        words.sort_unstable();
        assert_eq!(words, ["ok", "too_many"]);
        let options = creation_options(&world, &ada).await;
        let answer = Authenticator::new().create(&options, ORIGIN);
        assert_eq!(word(&store(&world, &ada, &answer).await), "too_many");
        assert_eq!(passkeys::list(&world.test.env, &ada.id).await.expect("a list").len(), MOST_PASSKEYS);
        give(&world, &bob, &mut Authenticator::new()).await;
    });
}

#[test]
fn a_name_is_its_owners_to_give() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let bob = world.person(BOB, &[]).await;
        let passkey = give(&world, &ada, &mut Authenticator::new()).await;
        assert_eq!(passkey.name, None);
        let env = &world.test.env;
        let pool = &world.pool.id;
        let rename = |user: &User, name: &'static str| {
            let (user, id) = (user.id.clone(), passkey.credential_id.clone());
            async move { passkeys::rename(env, pool, &user, &id, name).await.expect("an answer") }
        };
        let name = || async { passkeys::list(env, &ada.id).await.expect("a list").remove(0).name };
        assert!(rename(&ada, "  My\u{7} \nphone  ").await);
        assert_eq!(name().await.as_deref(), Some("My phone"));
        assert!(!rename(&bob, "mine").await);
        assert_eq!(name().await.as_deref(), Some("My phone"));
        assert!(rename(&ada, "ф".repeat(300).leak()).await);
        assert_eq!(name().await.expect("a name").chars().count(), 64);
        assert!(rename(&ada, " ").await);
        assert_eq!(name().await, None);
        assert_eq!(audited(&world, &ada, "passkey.rename").await, 3);
        let known = Authenticator {
            aaguid: *uuid::Uuid::parse_str("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4")
                .expect("a uuid")
                .as_bytes(),
            ..Authenticator::new()
        };
        let mut known = known;
        assert_eq!(give(&world, &ada, &mut known).await.name.as_deref(), Some("Google Password Manager"));
    });
}

/// Takes the password away, so that passkeys are all there is.
async fn without_password(world: &World, user: &User) {
    let user = user.id.clone();
    let write = world.test.env.db.write(move |c| vestibule::store::passwords::delete(c, &user));
    write.await.expect("the database answers");
}

async fn remove(world: &World, user: &User, id: &str) -> Removed {
    let removed = passkeys::remove(&world.test.env, &world.caller, &world.pool, user, id).await;
    removed.expect("the database answers")
}

#[test]
fn the_last_way_in_stays_also_when_two_go_at_once() {
    for_each_database(|db| async move {
        let mut settings = with_passkeys();
        settings.recovery.clear();
        let (world, ada) = World::with_ada(db, settings).await;
        let bob = world.person(BOB, &[]).await;
        let one = give(&world, &ada, &mut Authenticator::new()).await.credential_id;
        let two = give(&world, &ada, &mut Authenticator::new()).await.credential_id;
        assert_eq!(remove(&world, &bob, &one).await, Removed::NotTheirs);
        // With a password both could go.
        let all = passkeys::stays(&world.test.env, &world.pool, &ada).await.expect("an answer");
        assert!(all.iter().all(|(_, stay)| stay.is_none()));
        without_password(&world, &ada).await;
        let both = [remove(&world, &ada, &one), remove(&world, &ada, &two)];
        let outcomes = join_all(both).await;
        assert!(outcomes.contains(&Removed::Now), "{outcomes:?}");
        assert!(outcomes.contains(&Removed::Stays(Stay::OnlyWay)), "{outcomes:?}");
        let left = passkeys::list(&world.test.env, &ada.id).await.expect("a list");
        assert_eq!(left.len(), 1);
        assert_eq!(remove(&world, &ada, &left[0].credential_id).await, Removed::Stays(Stay::OnlyWay));
        let all = passkeys::stays(&world.test.env, &world.pool, &ada).await.expect("an answer");
        assert_eq!(all[0].1, Some(Stay::OnlyWay));
        assert_eq!(audited(&world, &ada, "passkey.remove").await, 1);
        let news = told(&world, ADA).await;
        let removed = MessageKind::Passkey(PasskeyNews::Removed);
        assert_eq!(news.iter().filter(|kind| **kind == removed).count(), 1, "{news:?}");

        let how = SetPassword::Permanent;
        password::set(&world.test.env, &world.caller, &world.pool, &ada.id, "Another-Horse-8", how)
            .await
            .expect("a good password");
        assert_eq!(remove(&world, &ada, &left[0].credential_id).await, Removed::Now);
        assert_eq!(remove(&world, &ada, &left[0].credential_id).await, Removed::NotTheirs);
    });
}

#[test]
fn the_only_second_factor_stays_where_one_is_required() {
    for_each_database(|db| async move {
        let mut settings = with_passkeys();
        settings.mfa.configuration = MfaConfiguration::Required;
        settings.mfa.factors = vec![SecondFactor::Passkey, SecondFactor::Totp];
        let (world, ada) = World::with_ada(db, settings).await;
        let only = give(&world, &ada, &mut Authenticator::new()).await.credential_id;
        assert_eq!(remove(&world, &ada, &only).await, Removed::Stays(Stay::OnlySecondFactor));
        world.give_totp(&ada).await;
        assert_eq!(remove(&world, &ada, &only).await, Removed::Now);
    });
}

#[test]
fn an_operator_removes_what_they_like_and_a_deleted_person_leaves_nothing() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_passkeys()).await;
        let bob = world.person(BOB, &[]).await;
        let env = &world.test.env;
        let ids = [
            give(&world, &ada, &mut Authenticator::new()).await.credential_id,
            give(&world, &ada, &mut Authenticator::new()).await.credential_id,
            give(&world, &ada, &mut Authenticator::new()).await.credential_id,
        ];
        give(&world, &bob, &mut Authenticator::new()).await;
        let removed = |id| passkeys::remove_by_operator(env, &world.pool, &ada.id, id);
        assert!(removed(Some("nobodys")).await.is_err());
        assert!(removed(Some("")).await.is_err(), "several begin so");
        assert_eq!(removed(Some(passkeys::short(&ids[0]))).await.expect("one"), 1);
        assert_eq!(removed(None).await.expect("the rest"), 2);
        assert_eq!(audited(&world, &ada, "passkey.remove").await, 3);
        assert_eq!(passkeys::list(env, &bob.id).await.expect("a list").len(), 1);
        users::delete(env, &world.pool, &bob.id).await.expect("deleted");
        assert!(passkeys::list(env, &bob.id).await.expect("a list").is_empty());
    });
}

#[test]
fn where_passkeys_are_off_none_is_stored() {
    for_each_database(|db| async move {
        let off = PoolSettings {
            first_factors: vec![FirstFactor::Passkey],
            passkeys: vestibule::model::passkey::PasskeySettings {
                enabled: Some(false),
                ..Default::default()
            },
            ..with_passkeys()
        };
        let (world, ada) = World::with_ada(db, off).await;
        let options = creation_options(&world, &ada).await;
        let answer = Authenticator::new().create(&options, ORIGIN);
        assert_eq!(word(&store(&world, &ada, &answer).await), "off");
        assert_eq!(BROWSER, adding().browser);
    });
}
