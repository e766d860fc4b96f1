//! Signing up with what a pool asks for, under the policy it sets.

use vestibule::directory::names;
use vestibule::model::attributes::{AttributeSchema, AttributeType};

use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const DEFAULT_POOL: &str = "us-east-1_Demo00001";

async fn sign_up_page(app: &Application, browser: &Browser) -> (Departure, Page) {
    let departure = app.depart(&[("prompt", "create")]);
    let page = browser.get(departure.url.as_str()).await;
    assert_eq!(page.path(), "/signup", "{}", page.text());
    (departure, page)
}

#[tokio::test]
async fn custom_attributes_are_asked_checked_and_released() {
    let server = TestServer::start().await;
    server
        .change_pool(DEFAULT_POOL, |pool| {
            let mut level = AttributeSchema::standard("custom:level", true);
            (level.value_type, level.minimum, level.maximum) = (AttributeType::Number, Some(1), Some(9));
            pool.schema = vec![level, AttributeSchema::standard("birthdate", true)];
        })
        .await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (departure, page) = sign_up_page(&app, &browser).await;
    let (level, birth) = ("attributes[custom:level]", "attributes[birthdate]");
    let typed = |level_value, birth_value| {
        [
            ("username", "nora@example.com"),
            ("password", "Correct-Horse-9"),
            (level, level_value),
            (birth, birth_value),
        ]
    };
    for (level_value, birth_value) in
        [("", "1990-12-31"), ("ten", "1990-12-31"), ("10", "1990-12-31"), ("5", "x")]
    {
        let refused = browser.submit(&page, "signUpButton", &typed(level_value, birth_value)).await;
        assert_eq!((refused.status, refused.path()), (400, "/signup"), "{level_value} {birth_value}");
        assert!(refused.has("input[aria-invalid=true]"), "{level_value} {birth_value}: {}", refused.text());
    }
    let confirm = browser.submit(&page, "signUpButton", &typed("5", "1990-12-31")).await;
    let code = server.code_to("nora@example.com").await;
    let back = browser.submit(&confirm, "confirmButton", &[("code", &code)]).await;
    let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
    let id = app.verify(&tokens.text("id_token")).await;
    assert_eq!((&id["custom:level"], &id["birthdate"]), (&"5".into(), &"1990-12-31".into()));
}

#[tokio::test]
async fn what_nobody_asked_for_is_not_taken() {
    let server = TestServer::start().await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (_, page) = sign_up_page(&app, &browser).await;
    let (target, mut fields) = browser.fill(
        &page,
        "signUpButton",
        &[("username", "nora@example.com"), ("password", "Correct-Horse-9")],
    );
    for (name, value) in [
        ("attributes[email_verified]", "true"),
        ("attributes[email]", "ada@example.com"),
        ("attributes[custom:admin]", "1"),
        ("attributes[sub]", "x"),
    ] {
        fields.push((name.into(), value.into()));
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let confirm = browser.post(target.as_str(), &fields).await;
    assert_eq!(confirm.path(), "/confirm", "{}", confirm.text());
    let pool = server.default_pool().await;
    let nora = names::find_for_sign_in(&server.env, &pool, "nora@example.com").await.expect("an answer");
    let attributes = nora.expect("nora").attributes;
    assert_eq!(attributes.get("email").map(String::as_str), Some("nora@example.com"));
    assert_ne!(attributes.get("email_verified").map(String::as_str), Some("true"));
    assert!(!attributes.contains_key("custom:admin") && !attributes.contains_key("sub"));
}

#[tokio::test]
async fn a_client_writes_only_what_it_may() {
    let server = TestServer::start().await;
    let pool = server
        .change_pool(DEFAULT_POOL, |pool| pool.schema = vec![AttributeSchema::standard("nickname", true)])
        .await;
    server
        .change_client(&pool, "demoweb", |client| client.write_attributes = Some(vec!["email".into()]))
        .await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (_, page) = sign_up_page(&app, &browser).await;
    let fields =
        [("username", "nora@example.com"), ("password", "Correct-Horse-9"), ("attributes[nickname]", "no")];
    let refused = browser.submit(&page, "signUpButton", &fields).await;
    assert_eq!((refused.status, refused.path()), (400, "/signup"), "{}", refused.text());
    assert!(server.message_to("nora@example.com").await.is_none(), "nothing was made");
}

#[tokio::test]
async fn the_policy_of_the_pool_is_shown_and_kept() {
    let server = TestServer::start().await;
    server
        .change_pool(DEFAULT_POOL, |pool| {
            let policy = &mut pool.password_policy;
            policy.minimum_length = 6;
            (policy.require_uppercase, policy.require_symbols) = (false, false);
        })
        .await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let (_, page) = sign_up_page(&app, &browser).await;
    assert!(page.has("[data-rule=number]") && !page.has("[data-rule=uppercase]"), "{}", page.html);
    assert!(!page.has("[data-rule=symbol]"), "{}", page.html);
    for refused in ["abc12", "abcdef", "123456", " abc123"] {
        let answer = browser
            .submit(&page, "signUpButton", &[("username", "nora@example.com"), ("password", refused)])
            .await;
        assert_eq!((answer.status, answer.path()), (400, "/signup"), "{refused:?}");
    }
    let long = format!("a1{}", "x".repeat(255));
    let answer =
        browser.submit(&page, "signUpButton", &[("username", "nora@example.com"), ("password", &long)]).await;
    assert_eq!(answer.status, 400, "257 characters");
    let confirm = browser
        .submit(&page, "signUpButton", &[("username", "nora@example.com"), ("password", "abc123")])
        .await;
    assert_eq!(confirm.path(), "/confirm", "{}", confirm.text());
}

#[tokio::test]
async fn a_taken_user_name_is_told_unless_the_pool_hides_it() {
    let server = TestServer::start().await;
    let app = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
    let fields = |name: &'static str, email: &'static str| {
        [("username", name), ("password", "Correct-Horse-9"), ("attributes[email]", email)]
    };
    for name in ["ada", "ADA", "Ａda"] {
        let browser = server.browser();
        let page = browser.get(app.depart(&[("prompt", "create")]).url.as_str()).await;
        let told = browser.submit(&page, "signUpButton", &fields(name, "new@example.com")).await;
        assert!(told.status == 400 && told.says("already uses this name"), "{name}: {}", told.text());
    }
    server.change_pool("us-east-1_Demo00002", |pool| pool.disclose_taken_username = false).await;
    let mut pages = Vec::new();
    for name in ["ada", "fresh"] {
        let browser = server.browser();
        let page = browser.get(app.depart(&[("prompt", "create")]).url.as_str()).await;
        pages.push(browser.submit(&page, "signUpButton", &fields(name, "new@example.com")).await);
    }
    assert_eq!((pages[0].status, pages[0].text()), (pages[1].status, pages[1].text()));
}
