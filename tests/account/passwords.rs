//! Changing the password, and recovering it by channels that are no second factor.

use vestibule::directory::{factors, users};
use vestibule::model::pool::{ContactKind, MfaConfiguration, SecondFactor};

use super::{ADA, POOL, newcomer, operator, person, reread, sign_in};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::browser::Page;
use crate::support::server::TestServer;

const NEW: &str = "Another-Horse-8";

#[test]
fn a_changed_password_signs_out_elsewhere_or_does_not() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let other = server.browser();
        let held = app.tokens_of(&other, ADA.0, ADA.1).await;
        let (browser, page) = sign_in(&server, "/account/password", ADA).await;
        assert!(
            page.has("input[name=elsewhere][checked]") && !page.has("input[name=present]"),
            "{}",
            page.html
        );
        let (action, fields) = page.form("passwordButton");
        let csrf = &fields.iter().find(|(name, _)| name == "_csrf").expect("a token").1;
        let stays = [("_csrf", csrf.as_str()), ("password", "Third-Horse-9"), ("passwordButton", "1")];
        let saved = browser.post(&action, &stays).await;
        assert!(saved.says("new password is set"), "{}", saved.text());
        assert_eq!(other.get("/account").await.path(), "/account", "stays signed in");
        let refreshed = app.refresh(&held.text("refresh_token")).await;
        assert_eq!(refreshed.status, 200, "{refreshed:?}");

        let saved = browser.submit(&saved, "passwordButton", &[("password", NEW)]).await;
        assert!(saved.says("new password is set"), "{}", saved.text());
        assert_eq!(browser.get("/account").await.path(), "/account", "this one stays");
        assert_eq!(other.get("/account").await.path(), "/login", "the other is out");
        assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant");
        let (_, old) = sign_in(&server, "/account", ADA).await;
        assert_eq!(old.status, 400);
        let (_, new) = sign_in(&server, "/account", (ADA.0, NEW)).await;
        assert_eq!(new.path(), "/account");
        assert!(server.message_to(ADA.0).await.expect("a mail").subject.contains("password was changed"));
    });
}

#[tokio::test]
async fn the_policy_is_told_rule_by_rule() {
    let server = TestServer::start().await;
    server.change_pool(POOL, |pool| pool.password_policy.history_size = 3).await;
    let (browser, page) = sign_in(&server, "/account/password", ADA).await;
    assert!(page.has("[data-rules] , .rules"), "{}", page.html);
    for (bad, selector) in [("", "#newPassword[aria-invalid=true]"), ("short", ".rule-missing")] {
        let refused = browser.submit(&page, "passwordButton", &[("password", bad)]).await;
        assert!(refused.status == 400 && refused.has(selector), "{bad}: {}", refused.html);
        assert!(!refused.html.contains("value=\"short\""), "a password never comes back");
    }
    let same = browser.submit(&page, "passwordButton", &[("password", ADA.1)]).await;
    assert!(same.status == 400, "used before: {}", same.text());
    let (_, still) = sign_in(&server, "/account", ADA).await;
    assert_eq!(still.path(), "/account");
}

/// What follows the wish to recover, and where the page says the code went.
async fn forgotten(server: &TestServer, name: &str) -> Page {
    let app = Application::public(&server.origin);
    let browser = server.browser();
    let login = browser.get(app.depart(&[]).url.as_str()).await;
    let flow = login.query("flow").expect("a flow");
    let forgot = browser.get(&format!("/forgotPassword?flow={flow}")).await;
    browser.submit(&forgot, "username", &[("username", name)]).await
}

#[test]
fn a_password_is_not_recovered_by_the_channel_that_is_the_second_factor() {
    on_each_database(|server| async move {
        let pool = server
            .change_pool(POOL, |pool| {
                pool.mfa.configuration = MfaConfiguration::Optional;
                pool.mfa.factors = vec![SecondFactor::Email, SecondFactor::Sms];
                pool.message_limits.sms_countries = vec!["*".into()];
            })
            .await;
        let ada = person(&server, ADA.0).await;
        // Without a factor the mailbox serves.
        forgotten(&server, ADA.0).await;
        server.code_to(ADA.0).await;
        let sent = server.mail.last_to(ADA.0).expect("a mail").code;

        factors::set_preferences(&server.env, &pool, &ada.id, &[SecondFactor::Email], None)
            .await
            .expect("set");
        let asked = forgotten(&server, ADA.0).await;
        assert_eq!(asked.path(), "/confirmforgotPassword", "it looks as for anybody: {}", asked.text());
        server.message_to(ADA.0).await;
        assert_eq!(server.mail.last_to(ADA.0).expect("the first one").code, sent, "nothing was sent there");
        let required = users::require_reset(&server.env, &pool, &ada.id).await;
        assert!(required.is_err(), "an operator is told that no code would reach them");

        // With another channel the code goes there.
        let both = [("phone_number", "+41791234567"), ("phone_number_verified", "true")];
        let both = both.map(|(name, value)| (name.to_owned(), value.to_owned()));
        vestibule::directory::profile::set(&server.env, &pool, &ada.id, both.into()).await.expect("set");
        forgotten(&server, ADA.0).await;
        assert_eq!(server.code_to("+41791234567").await.len(), 6);
        let _ = operator();
    });
}

#[tokio::test]
async fn where_everybody_needs_a_factor_the_only_address_still_recovers_unless_compatible() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(POOL, |pool| {
            pool.mfa.configuration = MfaConfiguration::Required;
            pool.mfa.factors = vec![SecondFactor::Email];
        })
        .await;
    let id = newcomer(&server, &pool, "paula@example.com").await;
    assert!(reread(&server, &id).await.verified_contact(ContactKind::Email).is_some());
    forgotten(&server, "paula@example.com").await;
    server.code_to("paula@example.com").await;
    server.change_pool(POOL, |pool| pool.compatibility.cognito = true).await;
    let newer = newcomer(&server, &pool, "petra@example.com").await;
    assert!(reread(&server, &newer).await.enabled);
    forgotten(&server, "petra@example.com").await;
    assert!(server.message_to("petra@example.com").await.is_none(), "as Cognito does it");
}

#[tokio::test]
async fn recovery_follows_the_order_of_the_pool_and_can_be_for_operators_only() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(POOL, |pool| {
            pool.recovery = vec![ContactKind::Phone, ContactKind::Email];
            pool.message_limits.sms_countries = vec!["*".into()];
        })
        .await;
    let ada = person(&server, ADA.0).await;
    let phone = [("phone_number", "+41791234567"), ("phone_number_verified", "true")];
    let phone = phone.map(|(name, value)| (name.to_owned(), value.to_owned()));
    vestibule::directory::profile::set(&server.env, &pool, &ada.id, phone.into()).await.expect("set");
    forgotten(&server, ADA.0).await;
    server.code_to("+41791234567").await;
    assert!(server.message_to(ADA.0).await.is_none());
    // Unproven, it is no channel.
    let unproven = [("phone_number_verified".to_owned(), "false".to_owned())];
    vestibule::directory::profile::set(&server.env, &pool, &ada.id, unproven.into()).await.expect("set");
    forgotten(&server, ADA.0).await;
    server.code_to(ADA.0).await;
    server.change_pool(POOL, |pool| pool.recovery.clear()).await;
    let app = Application::public(&server.origin);
    let login = server.browser().get(app.depart(&[]).url.as_str()).await;
    assert!(!login.says("Forgot"), "{}", login.text());
}
