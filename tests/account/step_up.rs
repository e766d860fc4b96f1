//! A fresh proof: from whom, with what, for how long, and back to where one was.

use std::time::Duration;

use vestibule::directory::factors;
use vestibule::model::pool::{FirstFactor, MfaConfiguration, SecondFactor};

use super::{ADA, GRACE, POOL, STALE, confirm, events, person, post, sign_in};
use crate::journeys::{grace_totp, on_each_database};
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

async fn grace(server: &TestServer, path: &str) -> (Browser, Page) {
    let (browser, totp) = sign_in(server, path, GRACE).await;
    assert_eq!(totp.path(), "/challenge", "{}", totp.text());
    let page = browser.submit(&totp, "code", &[("code", &grace_totp(server))]).await;
    (browser, page)
}

#[test]
fn a_stale_session_proves_itself_again_and_goes_on_where_it_was() {
    on_each_database(|server| async move {
        let (browser, page) = sign_in(&server, "/account/email", ADA).await;
        let before = browser.cookie("vestibule_session_").expect("a session");
        server.advance(STALE);
        let asked = browser.submit(&page, "changeButton", &[("address", "countess@example.net")]).await;
        assert!(asked.path() == "/login" && asked.says(ADA.0), "{}", asked.text());
        assert!(!asked.has("input[name=username]:not([type=hidden])"), "the name is fixed: {}", asked.html);
        assert!(server.message_to("countess@example.net").await.is_none(), "nothing happened yet");

        let wrong = browser.submit(&asked, "password", &[("password", "Wrong-Horse-7")]).await;
        assert!(wrong.status == 400 && wrong.says("Incorrect"), "{}", wrong.text());
        let back = confirm(&browser, &wrong, ADA.1).await;
        assert_eq!((back.status, back.path()), (200, "/account/email"), "{}", back.text());
        let (_, fields) = back.form("changeButton");
        assert!(fields.contains(&("address".into(), "countess@example.net".into())), "{fields:?}");
        let after = browser.cookie("vestibule_session_").expect("a session");
        assert_ne!(before.1, after.1, "a renewed session has another cookie");

        let old = server.browser();
        old.set_cookie(&before.0, &before.1);
        assert_eq!(old.get("/account").await.path(), "/login", "the old cookie is worth nothing");
        let sent = browser.submit(&back, "changeButton", &[]).await;
        assert!(sent.says("countess@example.net") && sent.says("We sent a code"), "{}", sent.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "session.confirm").await.len(), 1);
    });
}

#[tokio::test]
async fn a_proof_is_fresh_for_as_long_as_the_pool_says() {
    let server = TestServer::start().await;
    server.change_pool(POOL, |pool| pool.account.fresh_minutes = 2).await;
    let (browser, page) = sign_in(&server, "/account/password", ADA).await;
    assert_eq!(page.path(), "/account/password");
    server.advance(Duration::from_secs(120));
    assert_eq!(browser.get("/account/password").await.path(), "/account/password");
    server.advance(Duration::from_millis(1));
    let asked = browser.get("/account/password").await;
    assert_eq!(asked.path(), "/login", "{}", asked.text());
    assert_eq!(confirm(&browser, &asked, ADA.1).await.path(), "/account/password");
    // What is only looked at needs none.
    server.advance(STALE);
    for path in ["/account", "/account/profile", "/account/email", "/account/sessions", "/account/data"] {
        assert_eq!(browser.get(path).await.path(), path);
    }
}

#[tokio::test]
async fn another_account_than_the_session_s_is_refused() {
    let server = TestServer::start().await;
    let (browser, _) = sign_in(&server, "/account", ADA).await;
    server.advance(STALE);
    let asked = browser.get("/account/password").await;
    // The name is not read: whoever types another's password has typed a wrong one.
    let (action, fields) = asked.form("password");
    let own = |pair: &&(String, String)| pair.0 == "_csrf";
    let csrf = &fields.iter().find(own).expect("a token").1;
    let typed = [("_csrf", csrf.as_str()), ("username", GRACE.0), ("password", GRACE.1)];
    let refused = browser.post(&action, &typed).await;
    assert!(refused.status == 400 && refused.says("Incorrect"), "{}", refused.text());
    let typed = [("_csrf", csrf.as_str()), ("username", "nobody@example.com"), ("password", ADA.1)];
    assert_eq!(browser.post(&action, &typed).await.path(), "/account/password", "the name is fixed");
    // A new account cannot be made on the way.
    server.advance(STALE);
    let asked = browser.get("/account/password").await;
    let handle = asked.query("flow").expect("a flow");
    let sign_up = browser.get(&format!("/signup?flow={handle}")).await;
    let typed = [("username", "new@example.com"), ("password", "Some-New-Horse-1")];
    let refused = browser.submit(&sign_up, "signUpButton", &typed).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
}

#[test]
fn whoever_has_a_second_factor_shows_it_again() {
    on_each_database(|server| async move {
        let (browser, page) = grace(&server, "/account/password").await;
        assert_eq!(page.path(), "/account/password", "{}", page.text());
        server.advance(STALE);
        let asked = browser.get("/account/password").await;
        let totp = confirm(&browser, &asked, GRACE.1).await;
        assert_eq!(totp.path(), "/challenge", "{}", totp.text());
        assert_eq!(
            browser.get("/account/password").await.path(),
            "/login",
            "the password alone is not enough"
        );
        let wrong = browser.submit(&totp, "code", &[("code", "000000")]).await;
        assert_eq!(wrong.status, 400, "{}", wrong.text());
        let back = browser.submit(&wrong, "code", &[("code", &grace_totp(&server))]).await;
        assert_eq!(back.path(), "/account/password", "{}", back.text());
    });
}

#[tokio::test]
async fn a_factor_that_was_set_up_since_counts_at_once() {
    let server = TestServer::start().await;
    let (browser, _) = sign_in(&server, "/account", ADA).await;
    let (pool, ada) = (server.default_pool().await, person(&server, ADA.0).await);
    factors::set_totp(&server.env, &pool, &ada.id, b"01234567890123456789", None).await.expect("set");
    // The sign-in is young, but shows no second factor.
    assert_eq!(browser.get("/account/password").await.path(), "/login");
}

#[tokio::test]
async fn a_code_by_mail_is_a_proof_where_there_is_no_password() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(POOL, |pool| {
            pool.first_factors = vec![FirstFactor::EmailOtp];
            pool.mfa.configuration = MfaConfiguration::Off;
        })
        .await;
    let id = super::newcomer(&server, &pool, "paula@example.com").await;
    let paula = id.clone();
    server.env.db.write(move |c| vestibule::store::passwords::delete(c, &paula)).await.expect("deleted");
    let browser = server.browser();
    let asked = browser.get("/account").await;
    let flow = asked.query("flow").expect("a flow");
    let by_mail = browser.get(&format!("/login?flow={flow}&by=email")).await;
    let code = browser.submit(&by_mail, "username", &[("username", "paula@example.com")]).await;
    let typed = server.code_to("paula@example.com").await;
    let page = browser.submit(&code, "code", &[("code", &typed)]).await;
    assert_eq!(page.path(), "/account", "{}", page.text());
    server.advance(STALE);
    let asked = browser.get("/account/password").await;
    assert!(!asked.has("input[type=password]"), "{}", asked.html);
    let code = browser.submit(&asked, "codeButton", &[]).await;
    let typed = server.code_to("paula@example.com").await;
    let page = browser.submit(&code, "code", &[("code", &typed)]).await;
    assert!(page.path() == "/account/password" && page.says("Set a password"), "{}", page.text());
    let set = browser.submit(&page, "passwordButton", &[("password", "Paulas-Horse-1")]).await;
    assert!(set.says("new password is set"), "{}", set.text());
    let (_, signed_in) = sign_in(&server, "/account", ("paula@example.com", "Paulas-Horse-1")).await;
    assert_eq!(signed_in.path(), "/account", "{}", signed_in.text());
}

#[tokio::test]
async fn a_step_up_is_spent_once_and_belongs_to_its_browser() {
    let server = TestServer::start().await;
    let (browser, _) = sign_in(&server, "/account", ADA).await;
    server.advance(STALE);
    let asked = browser.get("/account/password").await;
    let stranger = server.browser().get(asked.url.as_str()).await;
    assert_ne!(stranger.status, 200, "{}", stranger.text());
    let twins = [browser.copy(), browser.copy()];
    let typed = [("password", ADA.1)];
    let answers = [twins[0].submit(&asked, "password", &typed), twins[1].submit(&asked, "password", &typed)];
    let pages = futures_util::future::join_all(answers).await;
    let good = pages.iter().filter(|page| page.path() == "/account/password").count();
    assert!(good >= 1, "{:?}", pages.iter().map(|page| page.url.as_str()).collect::<Vec<_>>());
    let ada = person(&server, ADA.0).await;
    assert_eq!(events(&server, &ada.id, "session.confirm").await.len(), 1, "one flow renews once");
}

#[tokio::test]
async fn guesses_are_counted_as_at_a_sign_in() {
    let server = TestServer::start().await;
    let (browser, _) = sign_in(&server, "/account", ADA).await;
    server.advance(STALE);
    let mut page = browser.get("/account/password").await;
    for _ in 0..5 {
        page = browser.submit(&page, "password", &[("password", "Wrong-Horse-7")]).await;
        assert_eq!(page.status, 400, "{}", page.text());
    }
    let locked = browser.submit(&page, "password", &[("password", ADA.1)]).await;
    assert_eq!(locked.status, 429, "also the right one waits: {}", locked.text());
}

#[tokio::test]
async fn every_change_looks_at_the_proof_on_the_server() {
    let server = TestServer::start().await;
    server.change_pool(POOL, |pool| pool.message_limits.sms_countries = vec!["*".into()]).await;
    let (browser, email) = sign_in(&server, "/account/email", ADA).await;
    let phone = browser.get("/account/phone").await;
    let password = browser.get("/account/password").await;
    let (data, delete) = (browser.get("/account/data").await, browser.get("/account/delete").await);
    server.advance(STALE);
    for (page, form, field) in [
        (&email, "changeButton", ("address", "new@example.com")),
        (&phone, "changeButton", ("address", "+41791112233")),
        (&password, "passwordButton", ("password", "Another-Horse-8")),
        (&data, "downloadButton", ("x", "y")),
        (&delete, "deleteButton", ("typed", ADA.0)),
    ] {
        let asked = post(&browser, page, form, field).await;
        assert!(asked.path() == "/login" && asked.says("Confirm that it is you"), "{form}: {}", asked.text());
    }
    assert!(server.message_to("new@example.com").await.is_none());
    let (_, still) = sign_in(&server, "/account", ADA).await;
    assert_eq!(still.path(), "/account", "{}", still.text());
}

#[tokio::test]
async fn message_factors_are_asked_for_too() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(POOL, |pool| {
            pool.mfa.configuration = MfaConfiguration::Optional;
            pool.mfa.factors = vec![SecondFactor::Email];
        })
        .await;
    let ada = person(&server, ADA.0).await;
    let (browser, _) = sign_in(&server, "/account", ADA).await;
    factors::set_preferences(&server.env, &pool, &ada.id, &[SecondFactor::Email], None).await.expect("set");
    let asked = browser.get("/account/password").await;
    let code = confirm(&browser, &asked, ADA.1).await;
    assert_eq!(code.path(), "/challenge", "{}", code.text());
    let typed = server.code_to(ADA.0).await;
    assert_eq!(browser.submit(&code, "code", &[("code", &typed)]).await.path(), "/account/password");
}

/// Sign-up stores a password that nobody knows where passwords are off.
#[tokio::test]
async fn where_passwords_are_off_nobody_is_asked_for_one() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(POOL, |pool| {
            pool.first_factors = vec![FirstFactor::EmailOtp];
            pool.password_sign_in = false;
            pool.mfa.configuration = MfaConfiguration::Off;
        })
        .await;
    super::newcomer(&server, &pool, "paula@example.com").await;
    let browser = server.browser();
    let asked = browser.get("/account").await;
    let code = browser.submit(&asked, "username", &[("username", "paula@example.com")]).await;
    let typed = server.code_to("paula@example.com").await;
    let page = browser.submit(&code, "code", &[("code", &typed)]).await;
    assert_eq!(page.path(), "/account", "{}", page.text());
    assert!(!page.has("a[href^='/account/password']"), "{}", page.html);
    assert_eq!(browser.get("/account/password").await.status, 404, "a password would open nothing");
    let delete = browser.get("/account/delete").await;
    server.advance(STALE);
    let asked = browser.submit(&delete, "deleteButton", &[("typed", "paula@example.com")]).await;
    assert!(asked.says("Confirm that it is you") && !asked.has("input[type=password]"), "{}", asked.text());
    let code = browser.submit(&asked, "codeButton", &[]).await;
    let typed = server.code_to("paula@example.com").await;
    let page = browser.submit(&code, "code", &[("code", &typed)]).await;
    assert_eq!(page.path(), "/account/delete", "{}", page.text());
}
