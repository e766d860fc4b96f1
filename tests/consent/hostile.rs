//! Answers that nobody gave, gave twice, or gave for somebody else.

use std::time::Duration;

use futures_util::future::join_all;

use super::{ADA, WEB, ask_for_consent, change, come, refusal, return_to, tokens};
use crate::account::{events, newcomer, person};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::server::TestServer;

#[test]
fn a_form_of_somebody_else_decides_nothing() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let (browser, other) = (server.browser(), server.browser());
        let (_, page) = come(&app, &browser, &[]).await;
        let (_, others) = come(&app, &other, &[]).await;
        let (action, fields) = page.form("allowButton");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();

        // The same person in another browser; a browser without cookies; another site.
        assert_eq!(other.post(&action, &fields).await.status, 403);
        assert_eq!(server.browser().post(&action, &fields).await.status, 400);
        let site: Vec<(&str, String)> = fields.iter().map(|(n, v)| (*n, (*v).to_owned())).collect();
        assert_eq!(browser.cross_site(&action, &site).await.status, 403);
        // A token of another request, or none.
        let (_, foreign) = others.form("allowButton");
        let foreign = foreign.iter().find(|(name, _)| name == "_csrf").expect("a token").1.clone();
        for token in [foreign.as_str(), "", "x"] {
            let refused = browser.post(&action, &[("_csrf", token), ("allowButton", "1")]).await;
            assert_eq!(refused.status, 403, "{}", refused.text());
        }
        // A ticket that is none.
        for ticket in ["", "x", "AAAA"] {
            assert_eq!(browser.get(&format!("/consent?ticket={ticket}")).await.status, 400);
            assert_eq!(browser.get(&format!("/terms?ticket={ticket}")).await.status, 400);
        }
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "consent.give").await.len(), 0);
        assert_eq!(return_to(&app, &browser, &[]).await.1.path(), "/consent");
    });
}

#[test]
fn a_form_says_yes_or_no_and_nothing_else() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[("scope", "openid")]).await;
        let (action, fields) = page.form("allowButton");
        let csrf = fields.iter().find(|(name, _)| name == "_csrf").expect("a token").1.clone();
        // Neither, and both: the question once more.
        for answer in [&[][..], &[("allowButton", "1"), ("denyButton", "1")]] {
            let mut fields = vec![("_csrf", csrf.as_str())];
            fields.extend(answer);
            assert!(browser.post(&action, &fields).await.has("button[name=allowButton]"));
        }
        let wider = [("_csrf", csrf.as_str()), ("allowButton", "1"), ("scope", "openid email phone")];
        let back = browser.post(&action, &wider).await;
        tokens(&app, &departure, &back).await;
        let (departure, back) = return_to(&app, &browser, &[("scope", "openid"), ("prompt", "none")]).await;
        tokens(&app, &departure, &back).await;
        let (_, page) = return_to(&app, &browser, &[("scope", "openid email")]).await;
        assert_eq!(page.path(), "/consent", "the form's own scopes count for nothing");
    });
}

#[test]
fn a_request_is_decided_once() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        // A second click before the first answer was followed leads to the same end, which there is once.
        let first = browser.submit_once(&page, "allowButton", &[]).await;
        let second = browser.submit_once(&page, "allowButton", &[]).await;
        assert_eq!((first.status, second.status), (303, 303));
        let denied = browser.submit(&page, "denyButton", &[]).await;
        assert_eq!(denied.status, 400, "it was allowed: {}", denied.text());
        let back = browser.get(second.header("location")).await;
        tokens(&app, &departure, &back).await;
        assert_eq!(browser.get(first.header("location")).await.status, 400);
        assert_eq!(browser.submit(&page, "allowButton", &[]).await.status, 400, "replayed");
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "consent.give").await.len(), 1);

        let (departure, page) = return_to(&app, &browser, &[("prompt", "consent")]).await;
        let denied = browser.submit_once(&page, "denyButton", &[]).await;
        assert_eq!(browser.submit(&page, "allowButton", &[]).await.status, 400, "it was denied");
        let back = browser.get(denied.header("location")).await;
        assert_eq!(refusal(&app, &departure, &back), "access_denied");
    });
}

#[test]
fn yes_and_no_at_once_have_one_winner() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (_, page) = come(&app, &browser, &[]).await;
        let buttons = ["allowButton", "denyButton", "allowButton", "denyButton"];
        let answers = join_all(buttons.map(|button| browser.submit_once(&page, button, &[]))).await;
        let of = |button: &str| {
            let all = buttons.iter().zip(&answers).filter(|(b, _)| **b == button);
            all.map(|(_, answer)| answer.status).collect::<Vec<_>>()
        };
        let (allowed, denied) = (of("allowButton"), of("denyButton"));
        let one_won = allowed == [303, 303] && denied == [400, 400];
        assert!(one_won || (allowed == [400, 400] && denied == [303, 303]), "{allowed:?} {denied:?}");
        let ada = person(&server, ADA.0).await;
        let given = events(&server, &ada.id, "consent.give").await.len();
        let refused = events(&server, &ada.id, "consent.deny").await.len();
        assert_eq!((given, refused), if one_won { (1, 0) } else { (0, 1) });
    });
}

#[test]
fn nobody_allows_for_somebody_else() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let pool = server.default_pool().await;
        newcomer(&server, &pool, "eve@example.com").await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (_, page) = come(&app, &browser, &[]).await;
        // Somebody else has signed in to the browser since.
        let departure = app.depart(&[("prompt", "login")]);
        let login = browser.get(departure.url.as_str()).await;
        let eves =
            browser.submit(&login, "password", &[("username", "eve@example.com"), ("password", ADA.1)]).await;
        assert!(eves.says("eve@example.com"), "{}", eves.text());
        let sent = browser.submit(&page, "allowButton", &[]).await;
        assert_eq!(sent.path(), "/login", "{}", sent.text());
        let ada = person(&server, ADA.0).await;
        let eve = person(&server, "eve@example.com").await;
        for user in [&ada, &eve] {
            assert_eq!(events(&server, &user.id, "consent.give").await.len(), 0);
        }
    });
}

#[test]
fn whoever_is_signed_out_meanwhile_signs_in_and_is_asked_again() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        browser.forget("vestibule_session");
        let login = browser.submit(&page, "allowButton", &[]).await;
        assert_eq!(login.path(), "/login", "{}", login.text());
        let page = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        assert_eq!(page.path(), "/consent", "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        tokens(&app, &departure, &back).await;
    });
}

#[test]
fn a_page_that_stood_open_for_too_long_decides_nothing() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (_, page) = come(&app, &browser, &[]).await;
        server.advance(Duration::from_secs(3601));
        let late = browser.submit(&page, "allowButton", &[]).await;
        assert_eq!(late.status, 400, "{}", late.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "consent.give").await.len(), 0);
    });
}

#[tokio::test]
async fn a_client_that_may_have_less_since_gets_no_more() {
    let server = TestServer::start().await;
    ask_for_consent(&server, WEB).await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    let (departure, page) = come(&app, &browser, &[]).await;
    change(&server, WEB, |settings| settings.allowed_scopes.retain(|scope| scope != "email")).await;
    let back = browser.submit(&page, "allowButton", &[]).await;
    assert_eq!(refusal(&app, &departure, &back), "invalid_scope");
}
