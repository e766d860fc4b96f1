//! Steps out of order, tabs, time: every way leads to the page that is due.

use std::time::Duration;

use super::*;
use vestibule::model::pool::ConfirmationStyle;

#[tokio::test]
async fn a_step_cannot_be_skipped_by_address() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let flow = login.query("flow").expect("a flow");
    for path in ["/confirm", "/confirmforgotPassword", "/confirmForgotPassword", "/newPassword", "/challenge"]
    {
        let page = browser.get(&format!("{path}?flow={flow}")).await;
        assert_eq!((page.status, page.path()), (200, "/login"), "{path}");
    }
    let challenge = browser.submit(&login, "signInSubmitButton", &GRACE).await;
    assert_eq!(challenge.path(), "/challenge", "{}", challenge.text());
    for path in ["/login", "/signup", "/confirm", "/newPassword"] {
        let page = browser.get(&format!("{path}?flow={flow}")).await;
        assert_eq!(page.path(), "/challenge", "{path}");
    }
    let stale = browser.submit(&login, "signInSubmitButton", &ADA).await;
    assert_eq!(stale.path(), "/challenge", "an old form answers nothing");
    assert!(is_signed_out(&browser));
}

#[tokio::test]
async fn two_tabs_sign_in_by_themselves() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let (first, second) = (sign_in_page(&server, &browser).await, sign_in_page(&server, &browser).await);
    assert!(has_code(&browser.submit(&second, "signInSubmitButton", &ADA).await));
    assert!(has_code(&browser.submit(&first, "signInSubmitButton", &ADA).await));
}

#[tokio::test]
async fn the_back_button_after_a_sign_in_does_no_harm() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    assert!(has_code(&browser.submit(&login, "signInSubmitButton", &ADA).await));
    let session = browser.cookie("vestibule_session_");
    let again = browser.submit(&login, "signInSubmitButton", &ADA).await;
    assert!(again.status == 400 && again.says("session_expired"), "{}", again.text());
    assert_eq!(browser.get(login.url.as_str()).await.status, 400);
    assert_eq!(browser.cookie("vestibule_session_"), session);
}

#[tokio::test]
async fn a_flow_that_took_too_long_begins_again_while_its_request_lives() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    server.advance(Duration::from_secs(11 * 60));
    let fresh = browser.submit(&login, "signInSubmitButton", &ADA).await;
    assert_eq!((fresh.status, fresh.path()), (200, "/login"), "{}", fresh.text());
    assert!(fresh.has("[role=status]"), "the person is told why");
    assert_ne!(fresh.query("flow"), login.query("flow"));
    assert!(is_signed_out(&browser));
    let sign_up = browser.get(&login.url.as_str().replace("/login", "/signup")).await;
    assert_eq!(sign_up.path(), "/signup", "a new flow begins where the person wanted to be");
    assert!(has_code(&browser.submit(&fresh, "signInSubmitButton", &ADA).await));

    let late = sign_in_page_with(&server, &browser, &[("prompt", "login")]).await;
    server.advance(Duration::from_secs(3601));
    let over = browser.get(late.url.as_str()).await;
    assert!(over.status == 400 && over.says("session_expired"), "{}", over.text());
}

#[tokio::test]
async fn somebody_else_can_take_over_at_the_second_factor() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let challenge = browser.submit(&login, "signInSubmitButton", &GRACE).await;
    let link = challenge.html.split("href=\"").find(|rest| rest.contains("restart=1")).expect("a way back");
    let link = link.split('"').next().unwrap_or_default().replace("&amp;", "&");
    let login = browser.get(&link).await;
    assert_eq!((login.status, login.path()), (200, "/login"));
    assert!(has_code(&browser.submit(&login, "signInSubmitButton", &ADA).await));
}

#[tokio::test]
async fn a_mistyped_address_can_be_mended() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let sign_up = browser.get(&login.url.as_str().replace("/login", "/signup")).await;
    let fields = [("username", "linus@exmaple.com"), ("password", "Correct-Horse-9")];
    let confirm = browser.submit(&sign_up, "signUpButton", &fields).await;
    assert_eq!(confirm.path(), "/confirm", "{}", confirm.text());
    let link = confirm.html.split("href=\"").find(|rest| rest.starts_with("/signup")).expect("a way back");
    let link = link.split('"').next().unwrap_or_default().replace("&amp;", "&");
    let sign_up = browser.get(&link).await;
    let fields = [("username", "linus@example.com"), ("password", "Correct-Horse-9")];
    let confirm = browser.submit(&sign_up, "signUpButton", &fields).await;
    let first = server.code_to("linus@example.com").await;
    let resent = browser.submit(&confirm, "resendButton", &[]).await;
    assert!(resent.path() == "/confirm" && resent.has("[role=status]"), "{}", resent.text());
    let code = server.code_to("linus@example.com").await;
    if code != first {
        let wrong = browser.submit(&resent, "confirmButton", &[("code", &first)]).await;
        assert!(wrong.status == 400 && wrong.has("#code[aria-invalid=true]"));
    }
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let back = browser.submit(&resent, "confirmButton", &[("code", &spaced)]).await;
    assert!(has_code(&back), "{}", back.text());
}

#[tokio::test]
async fn the_link_of_a_mail_confirms_with_a_click_and_not_before() {
    let server = TestServer::start().await;
    server.change_pool("us-east-1_Demo00001", |pool| pool.confirmation = ConfirmationStyle::Link).await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let sign_up = browser.get(&login.url.as_str().replace("/login", "/signup")).await;
    let fields = [("username", "linus@example.com"), ("password", "Correct-Horse-9")];
    browser.submit(&sign_up, "signUpButton", &fields).await;
    let link = server.message_to("linus@example.com").await.and_then(|message| message.link).expect("a link");

    let scanner = server.browser();
    for _ in 0..3 {
        assert!(scanner.get(&link).await.has("button[name=confirmButton]"));
    }
    let elsewhere = server.browser();
    let asked = elsewhere.get(&link).await;
    assert_eq!(elsewhere.post(&link, &[]).await.status, 403, "a click on our page is needed");
    let done = elsewhere.submit(&asked, "confirmButton", &[]).await;
    assert!(done.status == 200 && !done.has("form"), "{}", done.text());
    let again = elsewhere.submit(&elsewhere.get(&link).await, "confirmButton", &[]).await;
    assert_eq!((again.status, again.text()), (200, done.text()), "a link that was used says so");
    assert!(has_code(
        &browser.submit(&sign_in_page(&server, &browser).await, "signInSubmitButton", &fields).await
    ));

    let garbled = elsewhere.get(&link.replace("confirmation_code=", "confirmation_code=x")).await;
    let id = link.split("user_name=").nth(1).and_then(|rest| rest.split('&').next()).expect("a name");
    let stranger = link.replace(id, "00000000-0000-4000-8000-000000000000");
    assert!(garbled.has("button[name=confirmButton]"));
    let failed = elsewhere.submit(&elsewhere.get(&stranger).await, "confirmButton", &[]).await;
    assert_eq!(failed.status, 400, "{}", failed.text());
    assert_eq!(elsewhere.get("/confirmUser").await.status, 400);
}

#[tokio::test]
async fn a_page_without_a_request_says_something_useful() {
    let server = TestServer::start().await;
    let browser = server.browser();
    for path in [
        "/",
        "/login",
        "/signup",
        "/challenge",
        "/us-east-1_Demo00002",
        "/us-east-1_Demo00002/login",
        "/.well-known/change-password",
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.has("a[href='/dev/playground']"), "{path}: {}", page.text());
    }
    assert_eq!(browser.get_once("/.well-known/change-password").await.header("location"), "/forgotPassword");
}

#[tokio::test]
async fn a_direct_link_goes_through_the_authorization_endpoint() {
    let server = TestServer::start().await;
    for (path, due) in [("/login", "/login"), ("/signup", "/signup"), ("/forgotPassword", "/forgotPassword")]
    {
        let departure = Application::public(&server.origin).depart(&[]);
        let query = departure.url.query().expect("a query");
        let browser = server.browser();
        let once = browser.get_once(&format!("{path}?{query}")).await;
        assert!(once.header("location").starts_with("/oauth2/authorize?"), "{path}");
        let page = browser.get(&format!("{path}?{query}")).await;
        assert_eq!((page.status, page.path()), (200, due), "{path}");
    }
}
