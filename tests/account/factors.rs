//! `/account/factors`: second factors of one's own, recovery codes, remembered browsers.

use std::time::Duration;

use vestibule::crypto::totp;
use vestibule::directory::{devices, factors, recovery_codes};
use vestibule::model::pool::{MfaConfiguration, SecondFactor};

use super::{ADA, GRACE, POOL, STALE, events, person, post, reread, sign_in};
use crate::journeys::{grace_totp, on_each_database};
use crate::support::application::Application;
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const FACTORS: &str = "/account/factors";
const APP: &str = "/account/factors/app";

async fn grace(server: &TestServer, path: &str) -> (Browser, Page) {
    let (browser, asked) = sign_in(server, path, GRACE).await;
    let page = browser.submit(&asked, "code", &[("code", &grace_totp(server))]).await;
    assert_eq!(page.path(), path, "{}", page.text());
    (browser, page)
}

/// The key on a set-up page.
fn key(page: &Page) -> String {
    let begin = page.html.find("id=\"totpKey\"").expect("the page shows a key");
    let rest = &page.html[begin..];
    rest[rest.find('>').expect("a tag") + 1..rest.find('<').expect("a tag")].to_owned()
}

fn now_code(server: &TestServer, key: &str) -> String {
    let seed = totp::secret_from_base32(key).expect("the key is base32");
    totp::code_at(&seed, server.env.now() / totp::STEP_MS)
}

fn codes(page: &Page) -> Vec<String> {
    let list = page.html.split("id=\"recoveryCodes\"").nth(1).expect("the page shows codes");
    let list = list.split("</ol>").next().unwrap_or_default();
    list.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next()).map(String::from).collect()
}

/// Presses the button of one kind of factor.
async fn press(browser: &Browser, page: &Page, (factor, button): (&str, &str)) -> Page {
    let (action, fields) = page.form("factor");
    let csrf = &fields.iter().find(|(name, _)| name == "_csrf").expect("a token").1;
    browser.post(&action, &[("_csrf", csrf), ("factor", factor), (button, "1")]).await
}

#[test]
fn an_app_is_set_up_with_recovery_codes_and_asked_for_from_then_on() {
    on_each_database(|server| async move {
        let (browser, page) = sign_in(&server, FACTORS, ADA).await;
        assert!(page.says("Authenticator app") && !page.has("#recovery"), "{}", page.text());
        let set_up = browser.get(APP).await;
        assert!(
            set_up.has("svg[role=img] path[d]") && set_up.has("a[href^='otpauth://']"),
            "{}",
            set_up.text()
        );
        let (key, ada) = (key(&set_up), person(&server, ADA.0).await);
        let wrong = browser.submit(&set_up, "code", &[("code", "12345"), ("deviceName", "<b>tablet")]).await;
        assert!(wrong.status == 400 && wrong.says("the one that your app shows now"), "{}", wrong.text());
        assert_eq!(self::key(&wrong), key, "the key stays until its code has matched");
        let missing = browser.submit(&wrong, "code", &[("code", " ")]).await;
        assert!(missing.status == 400 && missing.has("#code[aria-invalid=true]"), "{}", missing.text());
        let pool = server.default_pool().await;
        let device = || factors::totp_device(&server.env, &pool, &ada.id);
        assert_eq!(device().await.expect("an answer"), None);

        let shown = browser.submit(&missing, "code", &[("code", &now_code(&server, &key))]).await;
        assert_eq!((shown.status, shown.path()), (200, "/account/factors/codes"), "{}", shown.text());
        assert_eq!(device().await.expect("an answer"), Some(Some("<b>tablet".into())));
        let kept = codes(&shown);
        assert_eq!(kept.len(), 10, "{kept:?}");
        assert_eq!(codes(&browser.get(shown.url.as_str()).await), kept, "loaded again, the same");
        let file = browser.submit(&shown, "downloadButton", &[]).await;
        assert!(file.header("content-disposition").contains("recovery-codes.txt"));
        assert!(kept.iter().all(|code| file.html.contains(code.as_str())), "{}", file.html);
        let told = server.message_to(ADA.0).await.expect("a mail");
        assert!(told.subject.contains("second step") || told.subject.contains("sign"), "{}", told.subject);
        let again = browser.submit(&missing, "code", &[("code", &now_code(&server, &key))]).await;
        assert_ne!(again.status, 500, "{}", again.text());

        // The address with the codes serves nobody else, and not for long.
        let (other, asked) = sign_in(&server, FACTORS, ADA).await;
        assert_eq!(asked.path(), "/challenge", "the app is asked for: {}", asked.text());
        let by_code = other.get(&format!("{}&recovery=1", asked.url)).await;
        let used = other.submit(&by_code, "recoveryCode", &[("recoveryCode", &kept[0])]).await;
        let inside = other.submit(&used, "continueButton", &[]).await;
        assert!(inside.path() == FACTORS && inside.says("9 recovery codes"), "{}", inside.text());
        let elsewhere = other.get(shown.url.as_str()).await;
        assert!(elsewhere.path() == FACTORS && !elsewhere.has("#recoveryCodes"), "{}", elsewhere.text());
        server.advance(STALE);
        assert_eq!(browser.get(shown.url.as_str()).await.path(), FACTORS);
        assert_eq!(events(&server, &ada.id, "factor.add_totp").await.len(), 1);
    });
}

#[test]
fn a_second_app_takes_the_place_of_the_first() {
    on_each_database(|server| async move {
        let (browser, page) = grace(&server, FACTORS).await;
        assert!(page.says("Set up anew"), "{}", page.text());
        let set_up = browser.get(APP).await;
        assert!(set_up.says("takes the place"), "{}", set_up.text());
        let key = key(&set_up);
        let done = browser.submit(&set_up, "code", &[("code", &now_code(&server, &key))]).await;
        assert!(done.has("#recoveryCodes"), "grace had no codes: {}", done.text());
        // The old app is worth nothing, the code that has set up the new one is used.
        server.advance(Duration::from_secs(60));
        let (other, asked) = sign_in(&server, FACTORS, GRACE).await;
        let wrong = other.submit(&asked, "code", &[("code", &grace_totp(&server))]).await;
        assert_eq!(wrong.status, 400, "{}", wrong.text());
        let right = other.submit(&wrong, "code", &[("code", &now_code(&server, &key))]).await;
        assert_eq!(right.path(), FACTORS, "{}", right.text());
    });
}

#[test]
fn somebody_elses_key_and_a_made_up_one_set_up_nothing() {
    on_each_database(|server| async move {
        let (eve, eves) = grace(&server, APP).await;
        let (_, fields) = eves.form("code");
        let sealed = fields.iter().find(|(name, _)| name == "key").expect("a key").1.clone();
        let (browser, page) = sign_in(&server, APP, ADA).await;
        for sealed in [sealed.as_str(), "", "made-up", &"x".repeat(5000)] {
            let code = now_code(&server, &key(&eves));
            let refused = browser.submit(&page, "code", &[("key", sealed), ("code", &code)]).await;
            assert_eq!(refused.status, 400, "{}", refused.text());
        }
        let (pool, ada) = (server.default_pool().await, person(&server, ADA.0).await);
        assert_eq!(factors::totp_device(&server.env, &pool, &ada.id).await.expect("an answer"), None);
        // A form of another session serves neither.
        let (action, fields) = eves.form("code");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(browser.post(&action, &fields).await.status, 403);
        assert_eq!(eve.get(FACTORS).await.status, 200);
    });
}

#[test]
fn codes_by_mail_are_turned_on_put_first_and_off_again() {
    on_each_database(|server| async move {
        server
            .change_pool(POOL, |pool| pool.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Email])
            .await;
        let (browser, page) = sign_in(&server, FACTORS, ADA).await;
        assert!(page.says("cannot be used to reset a forgotten password"), "{}", page.text());
        let shown = press(&browser, &page, ("EMAIL_OTP", "onButton")).await;
        assert_eq!(codes(&shown).len(), 10, "{}", shown.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(ada.message_factors, [SecondFactor::Email]);
        let page = browser.get(FACTORS).await;
        assert!(page.says("ada@example.com") && page.says("Turn off"), "{}", page.text());

        // The next sign-in asks for it, and so does a change.
        let asked = press(&browser, &page, ("EMAIL_OTP", "offButton")).await;
        assert!(asked.says("Confirm that it is you"), "{}", asked.text());
        let told = server.message_to(ADA.0).await.expect("a mail about the change");
        assert!(told.code.is_none());
        let code = super::confirm(&browser, &asked, ADA.1).await;
        assert_eq!(code.path(), "/challenge", "{}", code.text());
        let typed = server.code_to(ADA.0).await;
        let back = browser.submit(&code, "code", &[("code", &typed)]).await;
        assert_eq!(back.path(), FACTORS, "{}", back.text());
        let set_up = browser.get(APP).await;
        let done = browser.submit(&set_up, "code", &[("code", &now_code(&server, &key(&set_up)))]).await;
        assert!(done.says("Your authenticator app is set up"), "she has recovery codes: {}", done.text());
        let first = press(&browser, &done, ("EMAIL_OTP", "firstButton")).await;
        assert!(first.says("Asked for first"), "{}", first.text());
        assert_eq!(reread(&server, &ada.id).await.preferred_factor, Some(SecondFactor::Email));
        let off = press(&browser, &first, ("EMAIL_OTP", "offButton")).await;
        assert!(off.says("It is off"), "{}", off.text());
        let ada = reread(&server, &ada.id).await;
        assert!(ada.message_factors.is_empty() && ada.preferred_factor.is_none(), "{ada:?}");
        let pool = server.default_pool().await;
        assert_eq!(recovery_codes::left(&server.env, &pool, &ada.id).await.expect("an answer"), 10);
        let bare = post(&browser, &off, "removeAppButton", ("removeAppButton", "1")).await;
        assert!(bare.says("It is off"), "{}", bare.text());
        assert_eq!(recovery_codes::left(&server.env, &pool, &ada.id).await.expect("an answer"), 0);
        let again = post(&browser, &off, "removeAppButton", ("removeAppButton", "1")).await;
        assert!(again.says("Nothing was changed"), "{}", again.text());
    });
}

#[test]
fn what_the_pool_or_the_person_does_not_have_is_not_turned_on() {
    on_each_database(|server| async move {
        let pool = server
            .change_pool(POOL, |pool| pool.mfa.factors = vec![SecondFactor::Email, SecondFactor::Sms])
            .await;
        let (browser, page) = sign_in(&server, FACTORS, ADA).await;
        let ada = person(&server, ADA.0).await;
        for kind in ["SMS_MFA", "SOFTWARE_TOKEN_MFA", "WEB_AUTHN", "", "nonsense", "<b>"] {
            for button in ["onButton", "offButton", "firstButton"] {
                let page = press(&browser, &page, (kind, button)).await;
                assert_eq!((page.status, page.path()), (200, FACTORS), "{kind} {button}: {}", page.text());
                assert!(page.says("Nothing was changed") || page.says("It is off"), "{}", page.text());
            }
        }
        assert!(reread(&server, &ada.id).await.message_factors.is_empty());
        assert_eq!(recovery_codes::left(&server.env, &pool, &ada.id).await.expect("an answer"), 0);
        assert_eq!(browser.get(APP).await.status, 404, "this pool has no authenticator apps");
        server.change_pool(POOL, |pool| pool.mfa.configuration = MfaConfiguration::Required).await;
        let (browser, asked) = sign_in(&server, FACTORS, ADA).await;
        let code = server.code_to(ADA.0).await;
        let page = browser.submit(&asked, "code", &[("code", &code)]).await;
        let page = if page.path() == FACTORS { page } else { browser.get(FACTORS).await };
        assert!(page.says("Everybody needs one here") && !page.has("[name=offButton]"), "{}", page.text());
        server.change_pool(POOL, |pool| pool.mfa.configuration = MfaConfiguration::Off).await;
        assert_eq!(browser.get(FACTORS).await.status, 404);
        assert!(!browser.get("/account").await.has("a[href^='/account/factors']"));
    });
}

#[test]
fn the_only_second_factor_stays_where_everybody_needs_one() {
    on_each_database(|server| async move {
        server
            .change_pool(POOL, |pool| {
                pool.mfa.configuration = MfaConfiguration::Required;
                pool.mfa.factors = vec![SecondFactor::Totp];
            })
            .await;
        let (browser, page) = grace(&server, FACTORS).await;
        let refused = browser.submit(&page, "removeAppButton", &[]).await;
        assert!(refused.status == 409 && refused.says("so it stays"), "{}", refused.text());
        let grace = person(&server, GRACE.0).await;
        let pool = server.default_pool().await;
        let device = factors::totp_device(&server.env, &pool, &grace.id).await.expect("an answer");
        assert!(device.is_some());
        // Her mailbox is another one as soon as the pool takes it.
        server.change_pool(POOL, |pool| pool.mfa.factors.push(SecondFactor::Email)).await;
        let gone = browser.submit(&page, "removeAppButton", &[]).await;
        assert!(gone.says("It is off"), "{}", gone.text());
        assert_eq!(events(&server, &grace.id, "factor.remove_totp").await.len(), 1);
    });
}

#[test]
fn new_recovery_codes_end_the_old_ones() {
    on_each_database(|server| async move {
        let (browser, page) = grace(&server, FACTORS).await;
        assert!(page.says("You have no recovery codes left"), "{}", page.text());
        let first = codes(&browser.submit(&page, "codesButton", &[]).await);
        let second = codes(&browser.submit(&page, "codesButton", &[]).await);
        assert!(first.len() == 10 && second.len() == 10 && !first.contains(&second[0]));
        let app = Application::public(&server.origin);
        let other = server.browser();
        let (departure, asked) = app.sign_in(&other, GRACE.0, GRACE.1).await;
        let by_code = other.get(&format!("{}&recovery=1", asked.url)).await;
        let refused = other.submit(&by_code, "recoveryCode", &[("recoveryCode", &first[0])]).await;
        assert_eq!(refused.status, 400, "{}", refused.text());
        let used = other.submit(&refused, "recoveryCode", &[("recoveryCode", &second[0])]).await;
        app.code_of(&other.submit(&used, "continueButton", &[]).await, &departure);
        // Whoever finds the browser later makes none.
        server.advance(STALE);
        let asked = browser.submit(&page, "codesButton", &[]).await;
        assert!(asked.says("Confirm that it is you"), "{}", asked.text());
        server.change_pool(POOL, |pool| pool.mfa.recovery_codes = false).await;
        assert!(!browser.get(FACTORS).await.has("#recovery"));
    });
}

#[test]
fn remembered_browsers_are_listed_and_forgotten() {
    on_each_database(|server| async move {
        let pool = server.change_pool(POOL, |pool| pool.mfa.remember_days = 30).await;
        let (browser, asked) = sign_in(&server, FACTORS, GRACE).await;
        let ticked = [("code", grace_totp(&server)), ("remember", "1".to_owned())];
        let ticked: Vec<(&str, &str)> = ticked.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let (action, mut fields) = asked.form("code");
        fields.retain(|(name, _)| name != "code" && name != "remember");
        let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        all.extend(ticked);
        let page = browser.post(&action, &all).await;
        assert_eq!(page.path(), FACTORS, "{}", page.text());
        assert!(page.says("Remembered browsers") && page.has("[name=forgetButton]"), "{}", page.text());
        let grace = person(&server, GRACE.0).await;
        let left = || devices::list(&server.env, &pool, &grace.id);
        assert_eq!(left().await.expect("an answer").len(), 1);
        // Forgetting takes only access away: a stale session may.
        server.advance(STALE);
        let wrong = post(&browser, &page, "forgetButton", ("browser", "made-up")).await;
        assert!(wrong.says("Nothing was changed"), "{}", wrong.text());
        assert_eq!(left().await.expect("an answer").len(), 1);
        let gone = browser.submit(&page, "forgetButton", &[]).await;
        assert!(gone.says("asked for your second step there again"), "{}", gone.text());
        assert!(left().await.expect("an answer").is_empty());
        assert!(browser.submit(&page, "forgetButton", &[]).await.says("Nothing was changed"));
        assert_eq!(browser.submit(&page, "forgetAllButton", &[]).await.path(), FACTORS);
    });
}

/// A remembered browser spares the second factor at a sign-in, never before a change.
#[test]
fn a_remembered_browser_is_no_proof_before_a_change() {
    on_each_database(|server| async move {
        server
            .change_pool(POOL, |pool| {
                pool.mfa.remember_days = 30;
                pool.mfa.remember = vestibule::model::pool::RememberDevices::Always;
            })
            .await;
        let (browser, _) = grace(&server, FACTORS).await;
        let gone = browser.get("/logout").await;
        let gone = browser.submit(&gone, "signOutSubmitButton", &[]).await;
        assert_ne!(gone.status, 500);
        let asked = browser.get(FACTORS).await;
        assert_eq!(asked.path(), "/login", "{}", asked.text());
        let typed = [("username", GRACE.0), ("password", GRACE.1)];
        let page = browser.submit(&asked, "password", &typed).await;
        assert_eq!(page.path(), FACTORS, "the second step was spared: {}", page.text());
        let asked = browser.submit(&page, "codesButton", &[]).await;
        assert!(asked.says("Confirm that it is you"), "{}", asked.text());
        server.advance(Duration::from_secs(60));
        let code = super::confirm(&browser, &asked, GRACE.1).await;
        assert_eq!(code.path(), "/challenge", "{}", code.text());
        let back = browser.submit(&code, "code", &[("code", &grace_totp(&server))]).await;
        assert_eq!(back.path(), FACTORS, "{}", back.text());
        let made = browser.submit(&back, "codesButton", &[]).await;
        assert_eq!(codes(&made).len(), 10, "{}", made.text());
    });
}
