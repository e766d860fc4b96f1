//! Sessions and applications: seen, ended, and nobody else's.

use super::{ADA, events, newcomer, person, post, sign_in};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::browser::Page;
use crate::support::server::TestServer;

fn count(page: &Page, selector: &str) -> usize {
    let selector = scraper::Selector::parse(selector).expect("a selector");
    scraper::Html::parse_document(&page.html).select(&selector).count()
}

#[test]
fn sessions_are_listed_and_ended_from_afar() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let (phone, _) = {
            let mut browser = server.browser();
            let agent =
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1";
            browser.headers.push(("user-agent", agent.to_owned()));
            let held = app.tokens_of(&browser, ADA.0, ADA.1).await;
            (browser, held)
        };
        let third = server.browser();
        let third_held = app.tokens_of(&third, ADA.0, ADA.1).await;
        let (browser, page) = sign_in(&server, "/account/sessions", ADA).await;
        assert_eq!(count(&page, ".linked > li"), 3, "{}", page.text());
        assert!(page.says("This browser") && page.says("Safari on iPhone"), "{}", page.text());
        assert!(page.says("127.0.0.0/24"), "{}", page.text());
        assert_eq!(count(&page, "button[name=endButton]"), 2, "not this one");

        // The first form is that of one of the others; which one shows in who is out.
        let ended = browser.submit(&page, "endButton", &[]).await;
        assert!(ended.says("signed out") && count(&ended, ".linked > li") == 2, "{}", ended.text());
        let out = [&phone, &third];
        let mut signed_in = 0;
        for other in out {
            signed_in += usize::from(other.get("/account").await.path() == "/account");
        }
        assert_eq!(signed_in, 1);
        let twice = browser.submit(&page, "endButton", &[]).await;
        assert!(twice.says("had ended already"), "{}", twice.text());

        let all = browser.submit(&twice, "endOthersButton", &[]).await;
        assert!(all.says("everywhere else") && count(&all, ".linked > li") == 1, "{}", all.text());
        assert_eq!(phone.get("/account").await.path(), "/login");
        assert_eq!(third.get("/account").await.path(), "/login");
        assert_eq!(browser.get("/account").await.path(), "/account");
        assert_eq!(app.refresh(&third_held.text("refresh_token")).await.error(), "invalid_grant");
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "session.end_other").await.len(), 2);
    });
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    newcomer(&server, &pool, "eve@example.com").await;
    sign_in(&server, "/account", ADA).await;
    let (ada, adas) = sign_in(&server, "/account/sessions", ADA).await;
    sign_in(&server, "/account", ("eve@example.com", ADA.1)).await;
    let (eve, eves) = sign_in(&server, "/account/sessions", ("eve@example.com", ADA.1)).await;
    let key = |page: &Page| {
        let (_, fields) = page.form("endButton");
        fields.into_iter().find(|(name, _)| name == "session").expect("a key").1
    };
    let refused = post(&eve, &eves, "endButton", ("session", &key(&adas))).await;
    assert!(refused.says("had ended already"), "{}", refused.text());
    for odd in ["", "x", &"y".repeat(5000)] {
        let refused = post(&eve, &eves, "endButton", ("session", odd)).await;
        assert!(refused.says("had ended already"), "{}", refused.text());
    }
    let all = ada.get("/account/sessions").await;
    assert_eq!(count(&all, ".linked > li"), 2, "{}", all.text());
    assert_eq!(count(&eve.get("/account/sessions").await, ".linked > li"), 2);
}

#[test]
fn applications_lose_their_access() {
    on_each_database(|server| async move {
        let (web, confidential) =
            (Application::public(&server.origin), Application::confidential(&server.origin));
        let browser = server.browser();
        let held = web.tokens_of(&browser, ADA.0, ADA.1).await;
        let other = server.browser();
        let kept = confidential.tokens_of(&other, ADA.0, ADA.1).await;
        let page = browser.get("/account/applications").await;
        assert_eq!(count(&page, ".linked > li"), 2, "{}", page.text());
        assert!(page.says("Sees your e-mail address"), "{}", page.text());

        let (action, forms) = {
            let document = scraper::Html::parse_document(&page.html);
            let selector = scraper::Selector::parse(".linked > li").expect("a selector");
            let key = scraper::Selector::parse("input[name=application]").expect("a selector");
            let csrf = scraper::Selector::parse("input[name=_csrf]").expect("a selector");
            let all: Vec<(String, String)> = document
                .select(&selector)
                .map(|item| {
                    let value = |selector| {
                        let input = item.select(selector).next().expect("an input");
                        input.attr("value").unwrap_or_default().to_owned()
                    };
                    (value(&key), value(&csrf))
                })
                .collect();
            (page.form("revokeButton").0, all)
        };
        // One after the other; each time exactly one application loses it.
        let still = |answer: &crate::support::application::TokenAnswer| usize::from(answer.status == 200);
        let mut live = 2;
        for (key, csrf) in &forms {
            let fields = [("_csrf", csrf.as_str()), ("application", key.as_str()), ("revokeButton", "1")];
            let after = browser.post(&action, &fields).await;
            assert!(after.says("no access any more"), "{}", after.text());
            live -= 1;
            let one = web.refresh(&held.text("refresh_token")).await;
            let two = confidential.refresh(&kept.text("refresh_token")).await;
            assert_eq!(still(&one) + still(&two), live, "{one:?} {two:?}");
            let twice = browser.post(&action, &fields).await;
            assert!(twice.says("had no access"), "{}", twice.text());
        }
        assert!(browser.get("/account/applications").await.says("No application has access"));
        assert_eq!(browser.get("/account").await.path(), "/account", "the session goes on");
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "token.revoke_application").await.len(), 2);
    });
}
