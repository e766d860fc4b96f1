//! "Signed in as", and what a sign-in leaves in the browser.

use std::time::Duration;

use super::*;

#[tokio::test]
async fn somebody_signed_in_continues_or_switches() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    assert!(has_code(&browser.submit(&login, "signInSubmitButton", &ADA).await));
    let session = browser.cookie("vestibule_session_").expect("a session");

    let choice = sign_in_page_with(&server, &browser, &[("prompt", "select_account")]).await;
    assert!(choice.says("ada@example.com") && choice.says("Ada") && !choice.has("input[name=password]"));
    assert!(has_code(&browser.submit(&choice, "continueButton", &[]).await));
    assert_eq!(browser.cookie("vestibule_session_"), Some(session.clone()));

    let choice = sign_in_page_with(&server, &browser, &[("prompt", "select_account")]).await;
    let form = browser.submit(&choice, "switchButton", &[]).await;
    assert!(form.has("input[name=password]") && !form.says("ada@example.com"));
    let challenge = browser.submit(&form, "signInSubmitButton", &GRACE).await;
    assert_eq!(challenge.path(), "/challenge");
    assert_eq!(browser.cookie("vestibule_session_"), Some(session), "nothing changed before all is proven");
}

#[tokio::test]
async fn continuing_needs_the_form_and_the_session() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    browser.submit(&login, "signInSubmitButton", &ADA).await;
    let choice = sign_in_page_with(&server, &browser, &[("prompt", "select_account")]).await;
    let (target, _) = browser.fill(&choice, "continueButton", &[]);
    assert_eq!(browser.post(target.as_str(), &[]).await.status, 403);
    browser.forget("vestibule_session_");
    let page = browser.submit(&choice, "continueButton", &[]).await;
    assert!(page.path() == "/login" && page.has("input[name=password]"), "{}", page.text());
}

#[tokio::test]
async fn a_request_for_a_fresh_proof_cannot_be_continued() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    browser.submit(&login, "signInSubmitButton", &ADA).await;
    let session = browser.cookie("vestibule_session_");
    for extra in [[("prompt", "login")], [("max_age", "60")], [("max_age", "0")]] {
        server.advance(Duration::from_secs(61));
        let page = sign_in_page_with(&server, &browser, &extra).await;
        assert!(page.has("input[name=password]") && page.has("[role=status]"), "{extra:?}: {}", page.text());
        let (mut target, fields) = browser.fill(&page, "signInSubmitButton", &[]);
        target.query_pairs_mut().append_pair("account", "continue");
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let refused = browser.post(target.as_str(), &fields).await;
        assert!(refused.has("input[name=password]"), "{extra:?}");
        assert!(has_code(&browser.submit(&page, "signInSubmitButton", &ADA).await), "{extra:?}");
    }
    assert_ne!(browser.cookie("vestibule_session_"), session, "a sign-in changes the session's id");
}

#[tokio::test]
async fn a_sign_in_sets_a_session_and_a_device_cookie() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let back = browser.submit_once(&login, "signInSubmitButton", &ADA).await;
    assert_eq!(back.status, 303);
    assert!(back.header("location").starts_with("/oauth2/authorize?resume="));
    let cookies: Vec<&str> = back.header("set-cookie").split('\n').collect();
    assert_eq!(cookies.len(), 2);
    for cookie in &cookies {
        for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.contains("Domain") && !cookie.contains("Secure"), "{cookie}");
    }
    assert!(
        cookies[0].starts_with("vestibule_session_us-east-1_Demo00001=") && !cookies[0].contains("Max-Age")
    );
    assert!(
        cookies[1].starts_with("vestibule_device_us-east-1_Demo00001=")
            && cookies[1].contains("Max-Age=34560000")
    );
}
