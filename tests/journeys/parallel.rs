//! A hundred at once, on both databases: what may happen once happens once.

use futures_util::future::join_all;

use vestibule::directory::{factors, names, recovery_codes};
use vestibule::model::pool::{MfaConfiguration, SecondFactor};

use super::on_each_database;
use crate::support::application::Application;
use crate::support::env::caller;
use crate::support::server::TestServer;

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const GRACE: (&str, &str) = ("grace@example.com", "Correct-Horse-8");
const CROWD: usize = 100;
const GUESSES: usize = 50;

#[test]
fn one_code_redeemed_by_a_hundred_succeeds_once() {
    on_each_database(|server| async move {
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, back) = app.sign_in(&browser, ADA.0, ADA.1).await;
        let code = app.code_of(&back, &departure);
        let answers = join_all((0..CROWD).map(|_| app.exchange(&code, &departure.verifier))).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        let refused: Vec<_> = answers.iter().filter(|answer| answer.status != 200).collect();
        assert!(
            refused.iter().all(|answer| answer.status == 400 && answer.error() == "invalid_grant"),
            "{refused:?}"
        );
    });
}

#[test]
fn with_grace_a_hundred_refreshes_get_the_same_successor() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        server
            .change_client(&pool, "demoweb", |settings| {
                settings.rotation.enabled = true;
                settings.rotation.grace_seconds = 10;
            })
            .await;
        let app = Application::public(&server.origin);
        let first = app.tokens_of(&server.browser(), ADA.0, ADA.1).await.text("refresh_token");
        let answers = join_all((0..CROWD).map(|_| app.refresh(&first))).await;
        assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
        let successor = answers[0].text("refresh_token");
        assert_ne!(successor, first);
        assert!(answers.iter().all(|answer| answer.text("refresh_token") == successor));
        assert_eq!(app.refresh(&successor).await.status, 200);

        server.advance(std::time::Duration::from_millis(10_001));
        assert_eq!(app.refresh(&first).await.error(), "invalid_grant", "after the grace it is reuse");
        assert_eq!(app.refresh(&successor).await.error(), "invalid_grant", "and reuse ends the family");
    });
}

#[test]
fn without_grace_a_hundred_refreshes_give_one_success_and_a_dead_family() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        server.change_client(&pool, "demoweb", |settings| settings.rotation.enabled = true).await;
        let app = Application::public(&server.origin);
        let first = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
        let token = first.text("refresh_token");
        let answers = join_all((0..CROWD).map(|_| app.refresh(&token))).await;
        let winners: Vec<_> = answers.iter().filter(|answer| answer.status == 200).collect();
        assert_eq!(winners.len(), 1, "{answers:?}");
        assert_eq!(app.refresh(&winners[0].text("refresh_token")).await.error(), "invalid_grant");
        assert_eq!(app.user_info(&first.text("access_token")).await.0, 401);
    });
}

#[test]
fn a_hundred_wrong_passwords_are_checked_exactly_up_to_the_limit() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let attempts = join_all((0..CROWD).map(|_| async {
            let browser = server.browser();
            let login = browser.get(app.depart(&[]).url.as_str()).await;
            browser.submit(&login, "password", &[("username", ADA.0), ("password", "Wrong-Horse-7")]).await
        }))
        .await;
        let limit = server.default_pool().await.settings.lockout.per_user_and_prefix as usize;
        let checked = attempts.iter().filter(|page| page.says("Incorrect user name or password")).count();
        let turned_away = attempts.iter().filter(|page| matches!(page.status, 429 | 503)).count();
        assert_eq!(checked, limit, "{:?}", attempts.iter().map(|page| page.status).collect::<Vec<_>>());
        assert_eq!(turned_away, CROWD - limit);

        let (_, page) = app.sign_in(&server.browser(), ADA.0, ADA.1).await;
        assert_eq!(page.status, 429, "the right password does not get in during the lock: {}", page.text());
        let seconds = server.default_pool().await.settings.lockout.first_lock_seconds;
        server.advance(std::time::Duration::from_secs(u64::from(seconds)));
        assert_eq!(
            app.tokens_of(&server.browser(), ADA.0, ADA.1).await.status,
            200,
            "it does after the lock"
        );
    });
}

/// Fifty people who know the password stand at the second factor and guess at once: as many are judged as one may guess,
/// whatever they guess at, and the right code waits with them.
async fn guess_at_the_second_factor(
    server: &TestServer,
    who: (&str, &str),
    (link, field): (Option<&str>, &str),
) {
    let app = Application::public(&server.origin);
    let (app, limit) = (&app, server.default_pool().await.settings.lockout.per_user_and_prefix as usize);
    let mut waiting = Vec::new();
    for _ in 0..GUESSES {
        let browser = server.browser();
        let (_, page) = app.sign_in(&browser, who.0, who.1).await;
        let page = match link {
            Some(part) => {
                let link = page.links().into_iter().find(|link| link.contains(part)).expect("another way");
                browser.get(&link).await
            }
            None => page,
        };
        assert!(page.has(&format!("input[name={field}]")), "{}", page.text());
        waiting.push((browser, page));
    }
    let guesses = waiting.iter().enumerate().map(|(number, (browser, page))| async move {
        let guess = if field == "code" { format!("{number:06}") } else { "AAAAA-AAAAA".to_owned() };
        // On a connection of its own: the first one may have been idle for too long.
        browser.copy().submit(page, field, &[(field, guess.as_str())]).await
    });
    let answers = join_all(guesses).await;
    let statuses: Vec<u16> = answers.iter().map(|page| page.status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 400).count(), limit, "{statuses:?}");
    let locked: Vec<_> = answers.iter().filter(|page| page.status == 429).collect();
    assert_eq!(locked.len(), GUESSES - limit, "{statuses:?}");
    assert!(locked.iter().all(|page| !page.header("retry-after").is_empty()));
}

#[test]
fn fifty_guesses_at_an_app_are_judged_up_to_the_limit() {
    on_each_database(|server| async move {
        guess_at_the_second_factor(&server, GRACE, (None, "code")).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (_, page) = app.sign_in(&browser, GRACE.0, GRACE.1).await;
        let right = browser.submit(&page, "code", &[("code", &super::grace_totp(&server))]).await;
        assert_eq!(right.status, 429, "{}", right.text());
    });
}

#[test]
fn fifty_guesses_at_recovery_codes_are_judged_up_to_the_limit() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        let grace =
            names::find_for_sign_in(&server.env, &pool, GRACE.0).await.expect("an answer").expect("grace");
        recovery_codes::regenerate(&server.env, &caller("192.0.2.1"), &pool, &grace).await.expect("codes");
        guess_at_the_second_factor(&server, GRACE, (Some("recovery"), "recoveryCode")).await;
    });
}

#[test]
fn fifty_guesses_at_a_mailed_second_factor_are_judged_up_to_the_limit() {
    on_each_database(|server| async move {
        let pool = server
            .change_pool("us-east-1_Demo00001", |pool| {
                pool.mfa.factors = vec![SecondFactor::Email];
                pool.mfa.configuration = MfaConfiguration::Required;
                pool.message_limits.per_destination = 1000;
                pool.message_limits.per_address = 1000;
            })
            .await;
        let ada = names::find_for_sign_in(&server.env, &pool, ADA.0).await.expect("an answer").expect("ada");
        factors::set_preferences(&server.env, &pool, &ada.id, &[SecondFactor::Email], None)
            .await
            .expect("on");
        guess_at_the_second_factor(&server, ADA, (None, "code")).await;
    });
}

#[test]
fn a_hundred_sign_ups_for_one_name_leave_one_user() {
    on_each_database(|server| async move {
        let app = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
        let base = "/us-east-1_Demo00002";
        let pages = join_all((0..CROWD).map(|n| {
            let (app, server) = (&app, &server);
            async move {
                let browser = server.browser();
                let login = browser.get(app.depart(&[]).url.as_str()).await;
                let flow = login.query("flow").expect("a flow");
                let page = browser.get(&format!("{base}/signup?flow={flow}")).await;
                let email = format!("n{n}@example.com");
                let fields = [
                    ("username", "mallory"),
                    ("attributes[email]", email.as_str()),
                    ("password", "Correct-Horse-9"),
                ];
                browser.submit(&page, "signUpButton", &fields).await
            }
        }))
        .await;
        let made = pages.iter().filter(|page| page.has("input[name=code]")).count();
        let refused = pages.iter().filter(|page| page.has("input[name=password]")).count();
        assert_eq!(
            (made, made + refused),
            (1, CROWD),
            "{:?}",
            pages.iter().map(|page| page.status).collect::<Vec<_>>()
        );
    });
}
