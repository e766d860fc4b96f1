//! Limits per time say at the page when to come again.

use super::{ADA, POOL, follow, from, open};
use crate::journeys::on_each_database;
use crate::support::application::Application;

#[test]
fn sign_ups_beyond_the_limit_are_told_when_to_come_again() {
    on_each_database(|server| async move {
        server.change_pool(POOL, |pool| pool.sign_ups_per_prefix = 1).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        let mut last = None;
        for name in ["one@example.com", "two@example.com"] {
            let (_, login) = open(&app, &browser).await;
            let page = follow(&browser, &login, "/signup").await;
            last =
                Some(browser.submit(&page, "signUpButton", &[("username", name), ("password", ADA.1)]).await);
        }
        let refused = last.expect("the second");
        assert_eq!((refused.status, refused.header("retry-after")), (429, "3600"), "{}", refused.text());
        assert!(refused.html.contains("two@example.com"), "what was typed stays");
        assert!(server.message_to("two@example.com").await.is_none());
        server.advance(std::time::Duration::from_secs(3600));
        let (_, login) = open(&app, &browser).await;
        let page = follow(&browser, &login, "/signup").await;
        let next = browser
            .submit(&page, "signUpButton", &[("username", "two@example.com"), ("password", ADA.1)])
            .await;
        assert_eq!(next.path(), "/confirm", "{}", next.text());
    });
}

#[test]
fn wishes_for_a_code_beyond_the_limit_are_told_when_to_come_again_whoever_asks() {
    on_each_database(|server| async move {
        server.change_pool(POOL, |pool| pool.message_limits.per_destination = 1).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        // Somebody, and nobody: nothing tells them apart.
        let mut told = Vec::new();
        for name in [ADA.0, "nobody@example.com"] {
            for _ in 0..2 {
                let (_, login) = open(&app, &browser).await;
                let page = follow(&browser, &login, "/forgotPassword").await;
                let next = browser.submit(&page, "username", &[("username", name)]).await;
                told.push((next.status, next.header("retry-after").to_owned()));
            }
        }
        let expected = [(200, String::new()), (429, "3600".to_owned())];
        assert_eq!(told, [expected.clone(), expected].concat());
    });
}
