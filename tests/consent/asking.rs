//! Who is asked for consent, and what the answers do.

use super::{ADA, SERVER, WEB, ask_for_consent, change, come, refusal, return_to, tokens};
use crate::account::{events, person};
use crate::journeys::on_each_database;
use crate::support::application::Application;

#[test]
fn nobody_is_asked_where_no_client_requires_it() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, back) = come(&app, &browser, &[("prompt", "consent")]).await;
        tokens(&app, &departure, &back).await;
        let page = browser.get("/account/data").await;
        assert!(!page.says("Terms you accepted") && !page.has(".legal"), "{}", page.text());
    });
}

#[test]
fn what_is_allowed_is_remembered() {
    on_each_database(|server| async move {
        for client in [WEB, SERVER] {
            ask_for_consent(&server, client).await;
        }
        for app in [Application::public(&server.origin), Application::confidential(&server.origin)] {
            let browser = server.browser();
            let (departure, page) = come(&app, &browser, &[]).await;
            assert_eq!(page.path(), "/consent", "{}", page.text());
            for words in ["Allow access", "ada@example.com", "Sees your e-mail address", "127.0.0.1:9"] {
                assert!(page.says(words), "{words}: {}", page.text());
            }
            assert!(!page.says("Sees your phone number"), "{}", page.text());
            let policy = page.header("content-security-policy");
            assert!(policy.contains("form-action") && policy.contains("http://127.0.0.1:9"), "{policy}");
            let back = browser.submit(&page, "allowButton", &[]).await;
            tokens(&app, &departure, &back).await;

            // In this browser, in another one, and where nothing may be shown.
            let (departure, back) = return_to(&app, &browser, &[]).await;
            tokens(&app, &departure, &back).await;
            let (departure, back) = return_to(&app, &browser, &[("prompt", "none")]).await;
            tokens(&app, &departure, &back).await;
            let (departure, back) = come(&app, &server.browser(), &[]).await;
            tokens(&app, &departure, &back).await;
        }
        let ada = person(&server, ADA.0).await;
        let given = events(&server, &ada.id, "consent.give").await;
        assert_eq!(given.len(), 2, "once for each application");
        assert_eq!(given[0].detail["scope"], serde_json::json!(["openid", "email", "profile"]));
    });
}

#[test]
fn denying_tells_the_application_and_keeps_nothing() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        let back = browser.submit(&page, "denyButton", &[]).await;
        assert_eq!(refusal(&app, &departure, &back), "access_denied");
        let (_, again) = return_to(&app, &browser, &[]).await;
        assert_eq!(again.path(), "/consent", "the session lives, and nothing was allowed");
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "consent.deny").await.len(), 1);
        assert_eq!(events(&server, &ada.id, "consent.give").await.len(), 0);
        assert!(browser.get("/account/applications").await.says("No application has access"));
    });
}

#[test]
fn silence_is_no_consent() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let silent = [("prompt", "none")];
        let (departure, back) = return_to(&app, &browser, &silent).await;
        assert_eq!(refusal(&app, &departure, &back), "login_required");
        let (departure, back) = come(&app, &browser, &[]).await;
        tokens(&app, &departure, &back).await;
        ask_for_consent(&server, WEB).await;
        let (departure, back) = return_to(&app, &browser, &silent).await;
        assert_eq!(refusal(&app, &departure, &back), "consent_required");
        let (_, page) = return_to(&app, &browser, &[]).await;
        assert_eq!(page.path(), "/consent", "a session from before is no way around");
    });
}

#[test]
fn more_is_asked_for_by_itself() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[("scope", "openid email")]).await;
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
        for less in ["openid", "email openid"] {
            let (departure, back) = return_to(&app, &browser, &[("scope", less)]).await;
            tokens(&app, &departure, &back).await;
        }
        let more = ("scope", "openid email phone");
        let (departure, back) = return_to(&app, &browser, &[more, ("prompt", "none")]).await;
        assert_eq!(refusal(&app, &departure, &back), "consent_required");
        let (departure, page) = return_to(&app, &browser, &[more]).await;
        assert!(page.says("This is new") && page.says("You have allowed this before"), "{}", page.text());
        let denied = browser.submit(&page, "denyButton", &[]).await;
        assert_eq!(refusal(&app, &departure, &denied), "access_denied");
        // What was allowed before is left.
        let (departure, back) = return_to(&app, &browser, &[("scope", "openid email")]).await;
        tokens(&app, &departure, &back).await;
        let (departure, page) = return_to(&app, &browser, &[more]).await;
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
        let (departure, back) = return_to(&app, &browser, &[more, ("prompt", "none")]).await;
        tokens(&app, &departure, &back).await;
    });
}

#[test]
fn an_application_may_ask_again() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[("prompt", "login consent")]).await;
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
        let (departure, page) = return_to(&app, &browser, &[("prompt", "consent")]).await;
        assert!(page.path() == "/consent" && page.says("This is what you allow"), "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
        // Once in a request, also where the sign-in itself is asked for with no age at all.
        let (departure, page) = come(&app, &browser, &[("prompt", "consent"), ("max_age", "0")]).await;
        assert_eq!(page.path(), "/consent", "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
    });
}

#[test]
fn scopes_of_an_api_are_told_in_its_words() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        change(&server, WEB, |settings| settings.allowed_scopes.push("demo/read".into())).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[("scope", "openid demo/read offline_access")]).await;
        assert!(page.says("Read the demo") && page.says("Demo API"), "{}", page.text());
        assert!(page.says("Stays connected when you are away"), "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
        let page = browser.get("/account/applications").await;
        assert!(page.says("Read the demo"), "{}", page.text());
    });
}

#[test]
fn nothing_asked_for_means_all_that_the_client_may_have() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[("scope", "")]).await;
        assert!(page.says("Sees your phone number"), "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
        // The client may have more from now on: that was not allowed.
        change(&server, WEB, |settings| settings.allowed_scopes.push("demo/read".into())).await;
        let (_, page) = return_to(&app, &browser, &[("scope", "")]).await;
        assert!(page.path() == "/consent" && page.says("This is new"), "{}", page.text());
    });
}
