//! The states of an account as its owner meets them, and what ends when an operator acts.

use std::time::Duration;

use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::{names, users};
use vestibule::model::attributes::AttributeSchema;
use vestibule::model::ids::UserId;
use vestibule::model::message::MessageKind;
use vestibule::model::pool::UserPool;

use super::on_each_database;
use crate::support::application::Application;
use crate::support::env::caller;
use crate::support::server::TestServer;

const DEFAULT_POOL: &str = "us-east-1_Demo00001";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const NEW: &str = "Another-Horse-8";

async fn id_of(server: &TestServer, pool: &UserPool, name: &str) -> UserId {
    names::find_for_sign_in(&server.env, pool, name).await.expect("an answer").expect("the person").id
}

/// Invites somebody and returns the temporary password from the mail.
async fn invite(server: &TestServer, pool: &UserPool, email: &str) -> String {
    let new = users::NewUser {
        username: None,
        attributes: [("email".to_owned(), email.to_owned())].into(),
        password: None,
        temporary: true,
        invite: true,
    };
    users::create(&server.env, &caller("192.0.2.1"), pool, new).await.expect("an invited person");
    let mail = server.message_to(email).await.expect("an invitation");
    assert_eq!(mail.kind, MessageKind::Invitation);
    mail.code.expect("a temporary password")
}

#[test]
fn an_invited_person_chooses_a_password_and_fills_in_what_is_missing() {
    on_each_database(|server| async move {
        let pool = server
            .change_pool(DEFAULT_POOL, |pool| {
                pool.schema = vec![AttributeSchema::standard("given_name", true)];
                pool.password_policy.minimum_length = 12;
                pool.password_policy.require_symbols = false;
            })
            .await;
        let temporary = invite(&server, &pool, "ines@example.com").await;
        assert!(temporary.chars().count() >= 12, "a drawn password keeps the policy");
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, asked) = app.sign_in(&browser, "ines@example.com", &temporary).await;
        assert!(asked.path() == "/newPassword" && asked.has("input[autocomplete=new-password]"));
        assert!(browser.cookie("vestibule_session_").is_none(), "nobody is signed in yet");
        let given_name = "attributes[given_name]";
        let fields = [("password", "Short1"), (given_name, "Ines")];
        let short = browser.submit(&asked, "newPasswordButton", &fields).await;
        assert!(short.status == 400 && short.has("#newPassword[aria-invalid=true]"), "{}", short.text());
        let fields = [("password", "NoSymbolNeeded1"), (given_name, "")];
        let empty = browser.submit(&short, "newPasswordButton", &fields).await;
        assert_eq!((empty.status, empty.path()), (400, "/newPassword"), "{}", empty.text());
        let fields = [("password", "NoSymbolNeeded1"), (given_name, "Ines")];
        let back = browser.submit(&empty, "newPasswordButton", &fields).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        assert_eq!(app.verify(&tokens.text("id_token")).await["given_name"], "Ines");
        let (_, refused) = app.sign_in(&server.browser(), "ines@example.com", &temporary).await;
        assert!(refused.says("Incorrect"), "the temporary one is over: {}", refused.text());
    });
}

#[tokio::test]
async fn a_temporary_password_ends_when_the_policy_says() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    for (days, life) in [(1, 1), (365, 365), (0, 7)] {
        let pool = server
            .change_pool(DEFAULT_POOL, |pool| pool.password_policy.temporary_password_validity_days = days)
            .await;
        let email = format!("in{days}@example.com");
        let temporary = invite(&server, &pool, &email).await;
        server.advance(Duration::from_millis(life * 86_400_000 - 1));
        let (_, asked) = app.sign_in(&server.browser(), &email, &temporary).await;
        assert_eq!(asked.path(), "/newPassword", "{days}: {}", asked.text());
        server.advance(Duration::from_millis(1));
        let (_, over) = app.sign_in(&server.browser(), &email, &temporary).await;
        assert!(over.status == 400 && over.says("temporary password has expired"), "{days}: {}", over.text());
    }
}

#[tokio::test]
async fn a_password_that_must_be_reset_is_reset_by_code() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let held = app.tokens_of(&browser, ADA.0, ADA.1).await;
    users::require_reset(&server.env, &pool, &id_of(&server, &pool, ADA.0).await).await.expect("required");
    assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant");
    let silent = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
    assert_eq!(silent.query("error").as_deref(), Some("login_required"));

    let (departure, asked) = app.sign_in(&browser, ADA.0, ADA.1).await;
    assert_eq!(asked.path(), "/confirmforgotPassword", "{}", asked.text());
    let code = server.code_to(ADA.0).await;
    let login = browser.submit(&asked, "changePasswordButton", &[("code", &code), ("password", NEW)]).await;
    let back = browser.submit(&login, "password", &[("username", ADA.0), ("password", NEW)]).await;
    app.code_of(&back, &departure);
}

#[tokio::test]
async fn an_account_that_is_off_looks_like_a_wrong_password() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    users::set_enabled(&server.env, &pool, &id_of(&server, &pool, ADA.0).await, false).await.expect("off");
    let app = Application::public(&server.origin);
    let (_, right) = app.sign_in(&server.browser(), ADA.0, ADA.1).await;
    let (_, wrong) = app.sign_in(&server.browser(), ADA.0, "Wrong-Horse-7").await;
    assert_eq!((right.status, right.text()), (wrong.status, wrong.text()));
    let browser = server.browser();
    let login = browser.get(app.depart(&[]).url.as_str()).await;
    let flow = login.query("flow").expect("a flow");
    let forgot = browser.get(&format!("/forgotPassword?flow={flow}")).await;
    let asked = browser.submit(&forgot, "resetPasswordButton", &[("username", ADA.0)]).await;
    assert!(asked.status == 200 && asked.has("input[name=code]"), "{}", asked.text());
}

/// What an operator does.
#[derive(Clone, Copy, Debug)]
enum Act {
    SignOut,
    TurnOff,
    Delete,
    SetPassword,
    SetTemporaryPassword,
}

#[test]
fn whatever_an_operator_ends_ends_at_once_everywhere() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        let app = Application::public(&server.origin);
        for act in [Act::SignOut, Act::SetPassword, Act::SetTemporaryPassword, Act::TurnOff, Act::Delete] {
            let email = format!("{act:?}@example.com").to_lowercase();
            let new = users::NewUser {
                username: None,
                attributes: [("email", email.as_str()), ("email_verified", "true")]
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .into(),
                password: Some(ADA.1.into()),
                temporary: false,
                invite: false,
            };
            let id = users::create(&server.env, &caller("192.0.2.1"), &pool, new).await.expect("a person").id;
            let (one, other) = (server.browser(), server.browser());
            let tokens = app.tokens_of(&one, &email, ADA.1).await;
            app.tokens_of(&other, &email, ADA.1).await;
            // A code that was made and not yet redeemed.
            let departure = app.depart(&[]);
            let code = app.code_of(&one.get(departure.url.as_str()).await, &departure);
            server.advance(Duration::from_millis(1));
            let set =
                async |how| password::set(&server.env, &caller("192.0.2.1"), &pool, &id, NEW, how).await;
            let done = match act {
                Act::SignOut => users::global_sign_out(&server.env, &pool, &id).await,
                Act::TurnOff => users::set_enabled(&server.env, &pool, &id, false).await,
                Act::Delete => users::delete(&server.env, &pool, &id).await,
                Act::SetPassword => set(SetPassword::Permanent).await,
                Act::SetTemporaryPassword => set(SetPassword::Temporary).await,
            };
            done.expect("it is done");
            assert_eq!(app.exchange(&code, &departure.verifier).await.error(), "invalid_grant", "{act:?}");
            assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 401, "{act:?}");
            assert_eq!(app.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant", "{act:?}");
            for browser in [&one, &other] {
                let silent = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
                assert_eq!(silent.query("error").as_deref(), Some("login_required"), "{act:?}");
            }
        }
    });
}
