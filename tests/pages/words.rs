//! What a page says about a refused answer, and what it keeps.

use super::*;

#[tokio::test]
async fn a_wrong_password_keeps_the_name_and_forgets_the_password() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let wrong = [("username", "ada@example.com"), ("password", "wrong-Horse-7")];
    let page = browser.submit(&login, "signInSubmitButton", &wrong).await;
    assert_eq!(page.status, 400);
    assert!(page.has("[role=alert]") && page.has("input[name=username][value='ada@example.com']"));
    assert!(!page.html.contains("wrong-Horse-7"));
    let unknown = [("username", "nobody@example.com"), ("password", "wrong-Horse-7")];
    let other = browser.submit(&page, "signInSubmitButton", &unknown).await;
    assert_eq!((other.status, other.text()), (400, page.text()), "an unknown name reads alike");
    assert!(has_code(&browser.submit(&other, "signInSubmitButton", &ADA).await));
}

#[tokio::test]
async fn a_lock_says_how_long() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let wrong = [("username", "ada@example.com"), ("password", "wrong")];
    for _ in 0..5 {
        assert_eq!(browser.submit(&login, "signInSubmitButton", &wrong).await.status, 400);
    }
    let locked = browser.submit(&login, "signInSubmitButton", &ADA).await;
    assert_eq!(locked.status, 429, "{}", locked.text());
    let seconds: u64 = locked.header("retry-after").parse().expect("seconds");
    assert!((1..=30).contains(&seconds));
    assert!(is_signed_out(&browser));
}

#[tokio::test]
async fn rules_are_ticked_after_a_submit_without_script() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let sign_up = browser.get(&login.url.as_str().replace("/login", "/signup")).await;
    assert!(sign_up.has(".rule") && !sign_up.has(".rule-satisfied, .rule-missing"));
    let page = browser
        .submit(&sign_up, "signUpButton", &[("username", "linus@example.com"), ("password", "abc")])
        .await;
    assert_eq!(page.status, 400);
    assert!(page.has("[data-rule=lowercase].rule-satisfied") && page.has("[data-rule=number].rule-missing"));
    assert!(page.has("input[name=username][value='linus@example.com']"));
    let page = browser
        .submit(&sign_up, "signUpButton", &[("username", "linus"), ("password", "Correct-Horse-9")])
        .await;
    assert!(page.status == 400 && page.has("#signInFormUsername[aria-invalid=true]"), "{}", page.text());
}

#[tokio::test]
async fn what_is_typed_is_never_markup() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let name = "\"><script>alert(1)</script>{{ frame.nonce }}";
    let page = browser.submit(&login, "signInSubmitButton", &[("username", name), ("password", "x")]).await;
    assert!(!page.html.contains("<script>alert") && page.html.contains("{{ frame.nonce }}"));
}

#[tokio::test]
async fn a_forgotten_password_leads_to_sign_in_with_the_new_one() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    let code_page = browser.submit(&forgot, "resetPasswordButton", &[("username", "ada@example.com")]).await;
    assert_eq!(code_page.path(), "/confirmforgotPassword", "{}", code_page.text());
    let code = server.code_to("ada@example.com").await;
    let weak =
        browser.submit(&code_page, "changePasswordButton", &[("code", &code), ("password", "short")]).await;
    assert!(weak.status == 400 && weak.has("#newPassword[aria-invalid=true]"), "{}", weak.text());
    let fields = [("code", code.as_str()), ("password", "Correct-Horse-77")];
    let login = browser.submit(&weak, "changePasswordButton", &fields).await;
    assert!(login.path() == "/login" && login.has("[role=status]"), "{}", login.text());
    let fields = [("username", "ada@example.com"), ("password", "Correct-Horse-77")];
    assert!(has_code(&browser.submit(&login, "signInSubmitButton", &fields).await));
}

#[tokio::test]
async fn closed_doors_are_pages() {
    let server = TestServer::start().await;
    server
        .change_pool("us-east-1_Demo00001", |pool| {
            pool.self_sign_up = false;
            pool.recovery = Vec::new();
        })
        .await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    assert!(!login.html.contains("/signup") && !login.html.contains("/forgotPassword"));
    for (path, code) in [("/signup", "sign_up_closed"), ("/forgotPassword", "recovery_closed")] {
        let page = browser.get(&login.url.as_str().replace("/login", path)).await;
        assert!(page.status == 403 && page.says(code), "{}", page.text());
    }
}

#[tokio::test]
async fn a_code_instead_of_the_password_signs_in() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let link = login.html.split("href=\"").find(|rest| rest.contains("by=email")).expect("another way");
    let name_page = browser.get(&link.split('"').next().unwrap_or_default().replace("&amp;", "&")).await;
    assert!(!name_page.has("input[name=password]"));
    let code_page = browser.submit(&name_page, "username", &[("username", "ada@example.com")]).await;
    assert_eq!(code_page.path(), "/challenge", "{}", code_page.text());
    let empty = browser.submit(&code_page, "continueButton", &[("code", "")]).await;
    assert!(empty.status == 400 && empty.has("#code[aria-invalid=true]"));
    let code = server.code_to("ada@example.com").await;
    assert!(has_code(&browser.submit(&empty, "continueButton", &[("code", &code)]).await));
}
