//! Browsers that are remembered after a second factor.

use std::time::Duration;

use vestibule::authn::Step;
use vestibule::directory::{devices, factors, password, users};
use vestibule::model::caller::Caller;
use vestibule::model::flow::{Answer, Authenticated, Challenge};
use vestibule::model::pool::{MfaConfiguration, PoolSettings, RememberDevices, SecondFactor};

use super::world::*;
use crate::support::database::for_each_database;
use crate::support::env::caller;

const DAY: Duration = Duration::from_secs(86_400);
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn remembering(remember: RememberDevices) -> PoolSettings {
    let mut settings = with_mfa(MfaConfiguration::Optional);
    settings.mfa.remember_days = 30;
    settings.mfa.remember = remember;
    settings
}

fn ticked(answer: Answer) -> Answer {
    Answer::Remember(Box::new(answer))
}

/// What the page does at the end of a sign-in: the cookie, when the browser is to be remembered.
async fn cookie_of(world: &World, done: &Authenticated) -> Option<String> {
    if !done.remember {
        return None;
    }
    let browser = Caller { user_agent: FIREFOX.into(), ..caller("192.0.2.7") };
    let since = done.authenticated_at;
    devices::remember(&world.test.env, &browser, &world.pool, &done.user_id, since).await.expect("an answer")
}

/// The same world, seen from a browser with this cookie.
async fn sign_in_with(world: &World, cookie: &str) -> Step {
    let browser = Caller { remembered_cookies: vec!["x".repeat(43), cookie.into()], ..caller("192.0.2.7") };
    let step = world.begin().await;
    let (env, pool) = (&world.test.env, &world.pool);
    vestibule::authn::advance(env, &browser, pool, &handle(&step), BROWSER, typed(ADA, PASSWORD))
        .await
        .expect("the password is right")
}

fn is_asked(step: &Step) -> bool {
    matches!(step, Step::Challenge { challenge: Challenge::Totp { .. }, .. })
}

#[test]
fn a_ticked_box_spares_the_second_factor_in_this_browser_until_the_days_are_over() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, remembering(RememberDevices::OptIn)).await;
        world.give_totp(&ada).await;
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let wrong = world.answer(&step, ticked(another(&world.totp_code()))).await;
        assert!(wrong.is_err());
        let done = authenticated(world.answer(&step, ticked(code(&world.totp_code()))).await.expect("right"));
        let cookie = cookie_of(&world, &done).await.expect("remembered");
        let (env, pool) = (&world.test.env, &world.pool);
        let listed = devices::list(env, pool, &ada.id).await.expect("an answer");
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].name, "Firefox, Linux");

        let spared = authenticated(sign_in_with(&world, &cookie).await);
        assert_eq!(spared.proofs.len(), 1, "what was spared was not proven");
        assert!(is_asked(&sign_in_with(&world, "another-cookie").await));
        assert!(is_asked(&world.sign_in(ADA, PASSWORD).await.expect("right")), "another browser is asked");
        world.pass(29 * DAY);
        authenticated(sign_in_with(&world, &cookie).await);
        world.pass(DAY);
        assert!(is_asked(&sign_in_with(&world, &cookie).await), "the days are over");
        assert!(devices::list(env, pool, &ada.id).await.expect("an answer").is_empty());
    });
}

#[test]
fn without_the_tick_or_the_setting_nothing_is_remembered() {
    for (settings, tick, wanted) in [
        (remembering(RememberDevices::OptIn), false, false),
        (with_mfa(MfaConfiguration::Optional), true, false),
        (remembering(RememberDevices::Always), false, true),
    ] {
        for_each_database(|db| {
            let settings = settings.clone();
            async move {
                let (world, ada) = World::with_ada(db, settings).await;
                world.give_totp(&ada).await;
                let step = world.sign_in(ADA, PASSWORD).await.expect("right");
                let right = code(&world.totp_code());
                let answer = if tick { ticked(right) } else { right };
                let done = authenticated(world.answer(&step, answer).await.expect("right"));
                assert_eq!(done.remember, wanted);
                assert_eq!(cookie_of(&world, &done).await.is_some(), wanted);
            }
        });
    }
}

#[test]
fn a_tick_beside_the_password_or_a_wrong_code_remembers_nothing() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, remembering(RememberDevices::OptIn)).await;
        world.give_totp(&ada).await;
        let begun = world.begin().await;
        let step = world.answer(&begun, ticked(typed(ADA, PASSWORD))).await.expect("right");
        assert!(world.answer(&step, ticked(another(&world.totp_code()))).await.is_err());
        let done = authenticated(world.answer(&step, code(&world.totp_code())).await.expect("right"));
        assert!(!done.remember);
    });
}

#[test]
fn what_ends_sessions_ends_remembered_browsers() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, remembering(RememberDevices::Always)).await;
        let (env, pool) = (&world.test.env, &world.pool);
        for ending in ["password", "sign-out", "reset", "forget", "disable"] {
            world.pass(2 * MINUTE);
            world.give_totp(&ada).await;
            let step = world.sign_in(ADA, PASSWORD).await.expect("right");
            let done = authenticated(world.answer(&step, code(&world.totp_code())).await.expect("right"));
            let cookie = cookie_of(&world, &done).await.expect("remembered");
            authenticated(sign_in_with(&world, &cookie).await);
            world.pass(MINUTE);
            match ending {
                "password" => {
                    let how = password::SetPassword::Permanent;
                    let (user, world) = (&ada.id, &world);
                    password::set(env, &world.caller, pool, user, "Correct-Horse-8", how).await.expect("set");
                    let how = password::SetPassword::Permanent;
                    password::set(env, &world.caller, pool, user, PASSWORD, how).await.expect("set");
                }
                "sign-out" => users::global_sign_out(env, pool, &ada.id).await.expect("out"),
                "reset" => {
                    users::reset_mfa(env, pool, &ada.id).await.expect("reset");
                    world.give_totp(&ada).await;
                }
                "forget" => {
                    let listed = devices::list(env, pool, &ada.id).await.expect("an answer");
                    assert_eq!(listed.len(), 1, "{listed:?}");
                    let eve = world.person("eve@example.com", &[]).await;
                    assert!(!devices::forget(env, pool, &eve.id, &listed[0].id).await.expect("an answer"));
                    assert!(devices::forget(env, pool, &ada.id, &listed[0].id).await.expect("an answer"));
                    assert!(!devices::forget(env, pool, &ada.id, &listed[0].id).await.expect("an answer"));
                }
                _ => {
                    users::set_enabled(env, pool, &ada.id, false).await.expect("off");
                    users::set_enabled(env, pool, &ada.id, true).await.expect("on");
                }
            }
            world.pass(Duration::from_millis(1));
            assert!(is_asked(&sign_in_with(&world, &cookie).await), "{ending}");
            assert!(devices::list(env, pool, &ada.id).await.expect("an answer").is_empty(), "{ending}");
        }
        // Nor does a sign-in that is older than the end remember a browser after it.
        world.pass(2 * MINUTE);
        let step = world.sign_in(ADA, PASSWORD).await.expect("right");
        let done = authenticated(world.answer(&step, code(&world.totp_code())).await.expect("right"));
        world.pass(MINUTE);
        users::global_sign_out(env, pool, &ada.id).await.expect("out");
        assert_eq!(cookie_of(&world, &done).await, None);
    });
}

#[test]
fn a_cookie_serves_its_owner_alone() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, remembering(RememberDevices::Always)).await;
        let eve = world.person("eve@example.com", &[]).await;
        let (env, pool) = (&world.test.env, &world.pool);
        let on = [SecondFactor::Email];
        factors::set_preferences(env, pool, &eve.id, &on, None).await.expect("set");
        world.give_totp(&ada).await;
        let step = world.sign_in("eve@example.com", PASSWORD).await.expect("right");
        let sent = world.code_sent_to("eve@example.com").await.expect("a mail");
        let done = authenticated(world.answer(&step, code(&sent)).await.expect("right"));
        let hers = cookie_of(&world, &done).await.expect("remembered");
        assert!(is_asked(&sign_in_with(&world, &hers).await));
        assert_ne!(devices::cookie_mark(env, pool, &ada.id), devices::cookie_mark(env, pool, &eve.id));
    });
}
