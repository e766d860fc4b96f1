//! Signing up, confirming, recovering.

use super::on_each_database;
use crate::support::application::Application;
use crate::support::browser::{Browser, Page};
use crate::support::database::block_on;
use crate::support::server::TestServer;

const PASSWORD: &str = "Correct-Horse-9";

/// Opens the sign-up page and fills it in.
async fn sign_up(
    app: &Application,
    browser: &Browser,
    email: &str,
    password: &str,
) -> (super::super::support::application::Departure, Page) {
    let departure = app.depart(&[]);
    let login = browser.get(departure.url.as_str()).await;
    let link = login.html.split("href=\"").find(|rest| rest.contains("/signup")).expect("a link to sign-up");
    let link = link.split('"').next().expect("an address").replace("&amp;", "&");
    let page = browser.get(&link[link.find("/signup").expect("a path")..]).await;
    let page = browser.submit(&page, "signUpButton", &[("username", email), ("password", password)]).await;
    (departure, page)
}

#[test]
fn a_new_person_confirms_by_the_mailed_code_and_is_signed_in() {
    on_each_database(|server| async move {
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, confirm) = sign_up(&app, &browser, "Nora@Example.com", PASSWORD).await;
        assert!(confirm.has("input[name=code]"), "{} {}", confirm.status, confirm.text());
        let code = server.code_to("Nora@Example.com").await;
        let wrong = browser.submit(&confirm, "confirmButton", &[("code", "000000")]).await;
        assert!(wrong.has("input[name=code]"), "{}", wrong.text());
        let back = browser.submit(&wrong, "confirmButton", &[("code", &code)]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(id["email_verified"], true);
        // The case of an address does not matter.
        assert_eq!(app.tokens_of(&server.browser(), "nora@example.COM", PASSWORD).await.status, 200);
    });
}

#[test]
fn a_person_who_comes_back_unconfirmed_is_led_to_the_code() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        sign_up(&app, &server.browser(), "later@example.com", PASSWORD).await;
        let first = server.code_to("later@example.com").await;
        let browser = server.browser();
        let (departure, confirm) = app.sign_in(&browser, "later@example.com", PASSWORD).await;
        assert!(confirm.has("input[name=code]"), "{} {}", confirm.status, confirm.text());
        let code = server.code_to("later@example.com").await;
        assert_ne!(code, first, "a new code is sent");
        let back = browser.submit(&confirm, "confirmButton", &[("code", &code)]).await;
        app.code_of(&back, &departure);
    });
}

#[test]
fn an_address_with_an_account_gets_the_same_page_and_its_owner_a_mail() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        let (_, taken) = sign_up(&app, &server.browser(), "ada@example.com", PASSWORD).await;
        let (_, fresh) = sign_up(&app, &server.browser(), "abc@example.com", PASSWORD).await;
        assert_eq!((taken.status, taken.path()), (fresh.status, fresh.path()));
        assert_eq!(taken.text(), fresh.text());
        let mail = server.message_to("ada@example.com").await.expect("the owner is told");
        assert_eq!(mail.code, None, "and gets no code");
        let still = app.tokens_of(&server.browser(), "ada@example.com", "Correct-Horse-7").await;
        assert_eq!(still.status, 200, "the account is as it was");
    });
}

#[test]
fn of_two_who_claim_an_address_the_one_who_proves_it_stays() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let squatter = server.browser();
        let (_, squatters) = sign_up(&app, &squatter, "nina@example.com", "Squatter-Pass-1").await;
        let stolen = server.code_to("nina@example.com").await;
        let owner = server.browser();
        let (departure, owners) = sign_up(&app, &owner, "nina@example.com", PASSWORD).await;
        let code = server.code_to("nina@example.com").await;
        let back = owner.submit(&owners, "confirmButton", &[("code", &code)]).await;
        app.code_of(&back, &departure);
        let late = squatter.submit(&squatters, "confirmButton", &[("code", &stolen)]).await;
        assert!(late.url.as_str().starts_with(&server.origin), "{}", late.url);
        let (_, refused) = app.sign_in(&server.browser(), "nina@example.com", "Squatter-Pass-1").await;
        assert!(refused.has("input[name=password]"), "{}", refused.text());
    });
}

#[test]
fn a_forgotten_password_is_replaced_by_code_and_everything_old_ends() {
    on_each_database(|server| async move {
        let (app, other) = (Application::public(&server.origin), server.browser());
        let old = app.tokens_of(&other, "ada@example.com", "Correct-Horse-7").await;

        let browser = server.browser();
        let departure = app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let link = login.html.split("href=\"").find(|rest| rest.contains("/forgotPassword")).expect("a link");
        let link = link.split('"').next().expect("an address").replace("&amp;", "&");
        let page = browser.get(&link[link.find("/forgotPassword").expect("a path")..]).await;
        let page = browser.submit(&page, "resetPasswordButton", &[("username", "ada@example.com")]).await;
        let code = server.code_to("ada@example.com").await;
        let weak =
            browser.submit(&page, "changePasswordButton", &[("code", &code), ("password", "short")]).await;
        assert!(weak.has("input[name=code]"), "a weak password does not cost the code: {}", weak.text());
        let login =
            browser.submit(&weak, "changePasswordButton", &[("code", &code), ("password", PASSWORD)]).await;
        assert!(login.has("#signInFormPassword"), "{}", login.text());
        let back = browser
            .submit(&login, "signInSubmitButton", &[("username", "ada@example.com"), ("password", PASSWORD)])
            .await;
        app.code_of(&back, &departure);

        assert_eq!(app.user_info(&old.text("access_token")).await.0, 401);
        assert_eq!(app.refresh(&old.text("refresh_token")).await.error(), "invalid_grant");
        let silent = other.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert_eq!(silent.query("error").as_deref(), Some("login_required"));
    });
}

#[test]
fn recovery_says_the_same_to_names_that_nobody_has() {
    block_on(async {
        let server = TestServer::start().await;
        let app = Application::public(&server.origin);
        let mut texts = Vec::new();
        for name in ["ada@example.com", "axy@example.org"] {
            let browser = server.browser();
            let login = browser.get(app.depart(&[]).url.as_str()).await;
            let flow = login.query("flow").expect("a flow");
            let page = browser.get(&format!("/forgotPassword?flow={flow}")).await;
            let page = browser.submit(&page, "resetPasswordButton", &[("username", name)]).await;
            assert!(page.has("input[name=code]"), "{}", page.text());
            texts.push((page.status, page.path().to_owned(), page.text()));
        }
        assert_eq!(texts[0], texts[1]);
        assert!(server.message_to("axy@example.org").await.is_none());
    });
}
