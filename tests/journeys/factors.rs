//! One-time codes on the pages, as second and as first factor, and where no SMS may go.

use std::time::Duration;

use vestibule::directory::{factors, names, users};
use vestibule::model::pool::{FirstFactor, MfaConfiguration, SecondFactor, UserPool};
use vestibule::model::user::User;

use crate::support::application::Application;
use crate::support::browser::{Browser, Page};
use crate::support::env::caller;
use crate::support::server::TestServer;

const DEFAULT_POOL: &str = "us-east-1_Demo00001";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const PETRA: (&str, &str) = ("petra@example.com", "Correct-Horse-9");
const PETRAS_NUMBER: &str = "+41791234567";

async fn person(server: &TestServer, pool: &UserPool, name: &str) -> User {
    names::find_for_sign_in(&server.env, pool, name).await.expect("an answer").expect("the person")
}

/// Somebody with a proven number.
async fn petra(server: &TestServer, pool: &UserPool) -> User {
    let attributes = [
        ("email", PETRA.0),
        ("email_verified", "true"),
        ("phone_number", PETRAS_NUMBER),
        ("phone_number_verified", "true"),
    ];
    let new = users::NewUser {
        username: None,
        attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        password: Some(PETRA.1.into()),
        temporary: false,
        invite: false,
    };
    users::create(&server.env, &caller("192.0.2.1"), pool, new).await.expect("petra")
}

/// Presses one of the buttons of the choice.
async fn choose(browser: &Browser, page: &Page, value: &str) -> Page {
    let (action, mut fields) = page.form("choice");
    fields.retain(|(name, sent)| name != "choice" || sent == value);
    assert!(fields.iter().any(|(name, _)| name == "choice"), "{value} is not offered: {}", page.text());
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(page.url.join(&action).expect("an action").as_str(), &fields).await
}

#[tokio::test]
async fn a_mailed_code_is_a_second_factor_and_can_be_sent_again() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let ada = person(&server, &pool, ADA.0).await;
    factors::set_preferences(&server.env, &pool, &ada.id, &[SecondFactor::Email], None).await.expect("on");
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (departure, asked) = app.sign_in(&browser, ADA.0, ADA.1).await;
    assert!(asked.path() == "/challenge" && asked.says("a***@e***"), "{}", asked.text());
    let first = server.code_to(ADA.0).await;
    let again = browser.submit(&asked, "resendButton", &[]).await;
    assert!(again.has("[role=status]"), "{}", again.text());
    let wrong = browser.submit(&again, "continueButton", &[("code", "12345")]).await;
    assert!(wrong.status == 400 && wrong.has("#code[aria-invalid=true]"), "{}", wrong.text());
    let code = server.code_to(ADA.0).await;
    assert_ne!(code, first, "the new code is another");
    let back = browser.submit(&wrong, "continueButton", &[("code", &code)]).await;
    let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
    let id = app.verify(&tokens.text("id_token")).await;
    assert!(id["amr"].as_array().is_some_and(|amr| amr.contains(&"mfa".into())), "{}", id["amr"]);
}

#[tokio::test]
async fn who_has_several_factors_chooses_and_changes_their_mind() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let petra = petra(&server, &pool).await;
    let on = [SecondFactor::Email, SecondFactor::Sms];
    factors::set_preferences(&server.env, &pool, &petra.id, &on, None).await.expect("on");
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (departure, choice) = app.sign_in(&browser, PETRA.0, PETRA.1).await;
    assert!(choice.says("+*******4567") && choice.says("p***@e***"), "{}", choice.text());
    let mail = choose(&browser, &choice, "EMAIL_OTP").await;
    let link = mail.html.split("href=\"").find(|rest| rest.contains("methods=1")).expect("another way");
    let link = link.split('"').next().unwrap_or_default().replace("&amp;", "&");
    let choice = browser.get(&link).await;
    let sms = choose(&browser, &choice, "SMS_MFA").await;
    assert!(sms.says("+*******4567"), "{}", sms.text());
    let code = server.code_to(PETRAS_NUMBER).await;
    let back = browser.submit(&sms, "continueButton", &[("code", &code)]).await;
    app.code_of(&back, &departure);
}

#[tokio::test]
async fn a_code_by_sms_signs_in_once_and_ends_with_its_challenge() {
    let server = TestServer::start().await;
    server
        .change_pool(DEFAULT_POOL, |pool| {
            pool.first_factors = vec![FirstFactor::SmsOtp];
            pool.mfa.configuration = MfaConfiguration::Off;
        })
        .await;
    let pool = server.default_pool().await;
    petra(&server, &pool).await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let ask = async |browser: &Browser| {
        let departure = app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let flow = login.query("flow").expect("a flow");
        let name = browser.get(&format!("/login?flow={flow}&by=sms")).await;
        (departure, browser.submit(&name, "username", &[("username", PETRA.0)]).await)
    };
    let (departure, asked) = ask(&browser).await;
    let code = server.code_to(PETRAS_NUMBER).await;
    let back = browser.submit(&asked, "continueButton", &[("code", &code)]).await;
    let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
    assert!(app.verify(&tokens.text("id_token")).await["amr"].as_array().is_some());

    let other = server.browser();
    let (_, asked) = ask(&other).await;
    let fresh = server.code_to(PETRAS_NUMBER).await;
    if fresh != code {
        let spent = other.submit(&asked, "continueButton", &[("code", &code)]).await;
        assert_eq!(spent.status, 400, "{}", spent.text());
    }
    server.advance(Duration::from_secs(10 * 60));
    let late = other.submit(&asked, "continueButton", &[("code", &fresh)]).await;
    assert!(late.url.as_str().starts_with(&server.origin) && late.query("code").is_none(), "{}", late.url);
}

#[tokio::test]
async fn with_an_empty_country_list_no_sms_leaves_and_nobody_gets_in_without() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(DEFAULT_POOL, |pool| {
            pool.message_limits.sms_countries = Vec::new();
            pool.first_factors = vec![FirstFactor::SmsOtp];
        })
        .await;
    let petra = petra(&server, &pool).await;
    factors::set_preferences(&server.env, &pool, &petra.id, &[SecondFactor::Sms], None).await.expect("on");
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (_, refused) = app.sign_in(&browser, PETRA.0, PETRA.1).await;
    assert_eq!((refused.status, refused.path()), (400, "/login"), "{}", refused.text());
    assert!(refused.says("could not send"), "{}", refused.text());
    assert!(browser.cookie("vestibule_session_").is_none());

    let login = browser.get(app.depart(&[]).url.as_str()).await;
    let name = browser.get(&format!("/login?flow={}&by=sms", login.query("flow").expect("a flow"))).await;
    for typed in [PETRA.0, "nobody@example.com"] {
        let page = browser.submit(&name, "username", &[("username", typed)]).await;
        assert_eq!(page.status, 400, "{typed}: {}", page.text());
        assert!(page.says("could not send"), "{typed}: {}", page.text());
    }
    assert!(server.message_to(PETRAS_NUMBER).await.is_none());
}

#[tokio::test]
async fn the_limit_on_messages_is_told_and_is_the_same_for_names_that_nobody_has() {
    let server = TestServer::start().await;
    server.change_pool(DEFAULT_POOL, |pool| pool.message_limits.per_destination = 2).await;
    let app = Application::public(&server.origin);
    let mut texts = Vec::new();
    for name in [ADA.0, "axy@example.org"] {
        let browser = server.browser();
        let login = browser.get(app.depart(&[]).url.as_str()).await;
        let flow = login.query("flow").expect("a flow");
        let forgot = browser.get(&format!("/forgotPassword?flow={flow}")).await;
        let sent = browser.submit(&forgot, "resetPasswordButton", &[("username", name)]).await;
        let again = browser.submit(&sent, "resendButton", &[]).await;
        assert!(again.has("[role=status]"), "{name}: {}", again.text());
        let refused = browser.submit(&again, "resendButton", &[]).await;
        assert_eq!(refused.status, 429, "{name}: {}", refused.text());
        texts.push(refused.text());
    }
    assert_eq!(texts[0], texts[1]);
}
