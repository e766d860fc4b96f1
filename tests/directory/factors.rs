//! Second factors: codes that count once, and what a person can use.

use std::time::Duration;

use futures_util::future::join_all;
use vestibule::crypto::totp;
use vestibule::directory::factors;
use vestibule::directory::users::{self, NewUser};
use vestibule::model::pool::{MfaConfiguration, SecondFactor};

use super::world::{PASSWORD, World, attributes, by_name};
use crate::support::database::for_each_database;
use crate::support::env::caller;

const SEED: &[u8] = b"twenty bytes of seed";

#[test]
fn a_totp_code_counts_once_also_for_a_hundred_at_once() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        let check = async |code: &str| {
            factors::check_totp(&world.env, &world.pool, &ada, code).await.expect("the database answers")
        };
        let step = world.env.now() / totp::STEP_MS;
        assert!(!check(&totp::code_at(SEED, step)).await, "no factor yet");
        factors::set_totp(&world.env, &world.pool, &ada, SEED, Some("phone")).await.expect("stored");
        let device = factors::totp_device(&world.env, &world.pool, &ada).await.expect("the database answers");
        assert_eq!(device, Some(Some("phone".into())));

        let code = totp::code_at(SEED, step);
        let answers = join_all((0..100).map(|_| check(&code))).await;
        assert_eq!(answers.into_iter().filter(|right| *right).count(), 1);
        assert!(!check(&totp::code_at(SEED, step - 1)).await, "an earlier one after a later one");
        let next = totp::code_at(SEED, step + 1);
        assert!(check(&format!("{} {}", &next[..3], &next[3..])).await, "one step of drift");
        world.test.advance(Duration::from_millis(u64::try_from(totp::STEP_MS).expect("positive")));
        assert!(!check(&next).await, "used ahead of its time");
        assert!(!check("").await && !check("１２３４５６").await);
    });
}

#[test]
fn a_person_has_the_factors_that_pool_and_person_turned_on() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_name).await;
        world.pool.settings.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Email, SecondFactor::Sms];
        let new = NewUser {
            username: Some("ada".into()),
            attributes: attributes(&[
                ("email", "ada@example.com"),
                ("email_verified", "true"),
                ("phone_number", "+41791234567"),
            ]),
            password: Some(PASSWORD.into()),
            temporary: false,
            invite: false,
        };
        let ada = users::create(&world.env, &caller("192.0.2.1"), &world.pool, new).await.expect("made").id;
        macro_rules! available {
            ($configuration:ident) => {{
                world.pool.settings.mfa.configuration = MfaConfiguration::$configuration;
                let user = world.user(&ada).await;
                factors::available(&world.env, &world.pool, &user).await.expect("the database answers")
            }};
        }
        assert_eq!(available!(Optional), []);
        assert_eq!(
            available!(Required),
            [SecondFactor::Email],
            "a proven address is enough; the phone is not"
        );
        factors::set_totp(&world.env, &world.pool, &ada, SEED, None).await.expect("stored");
        let wish = [SecondFactor::Email, SecondFactor::Sms];
        factors::set_preferences(&world.env, &world.pool, &ada, &wish, Some(SecondFactor::Email))
            .await
            .expect("stored");
        assert_eq!(
            available!(Optional),
            [SecondFactor::Email, SecondFactor::Totp],
            "the preferred one first"
        );
        assert_eq!(available!(Off), []);
        world.pool.settings.mfa.factors = vec![SecondFactor::Totp];
        assert_eq!(available!(Optional), [SecondFactor::Totp]);
    });
}
