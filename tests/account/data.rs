//! Everything that is stored, and the end of it.

use futures_util::future::join_all;
use serde_json::Value;
use vestibule::directory::{names, users};

use super::{ADA, GRACE, POOL, STALE, confirm, events, newcomer, person, post, sign_in};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::server::TestServer;

#[test]
fn a_download_holds_everything_but_secrets() {
    on_each_database(|server| async move {
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let held = app.tokens_of(&browser, ADA.0, ADA.1).await;
        let page = browser.get("/account/data").await;
        let file = browser.submit(&page, "downloadButton", &[]).await;
        assert_eq!(file.status, 200, "{}", file.text());
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"my-data.json\"");
        assert_eq!(file.header("cache-control"), "no-store");
        let data: Value = serde_json::from_str(&file.html).expect("JSON");
        let ada = person(&server, ADA.0).await;
        assert_eq!(data["account"]["sub"], ada.id.as_str());
        assert_eq!(data["account"]["attributes"]["email"], ADA.0);
        assert_eq!(data["sessions"].as_array().map(Vec::len), Some(1), "{data}");
        assert_eq!(data["applications"][0]["client_id"], "demoweb");
        assert!(data["ways_to_sign_in"]["password_set_at"].is_string(), "{data}");
        assert!(
            data["events"].as_array().is_some_and(|all| all.iter().any(|e| e["action"] == "session.begin"))
        );
        let refresh = held.text("refresh_token");
        let (_, cookie) = browser.cookie("vestibule_session_").expect("a session");
        for secret in ["$argon2", "sealed", refresh.as_str(), cookie.as_str(), ADA.1, "JBSWY3DP", "grace"] {
            assert!(!file.html.contains(secret), "{secret}");
        }
        assert_eq!(events(&server, &ada.id, "user.download_data").await.len(), 1);
        server.advance(STALE);
        let asked = browser.submit(&page, "downloadButton", &[]).await;
        assert_eq!(confirm(&browser, &asked, ADA.1).await.path(), "/account/data");
        // What a GET could fetch, a link on another page could.
        assert_eq!(browser.get("/account/data").await.header("content-disposition"), "");
    });
}

#[test]
fn an_account_is_deleted_with_everything_of_it() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        let app = Application::public(&server.origin);
        let ada = person(&server, ADA.0).await;
        let other = server.browser();
        let held = app.tokens_of(&other, ADA.0, ADA.1).await;
        let (browser, page) = sign_in(&server, "/account/delete", ADA).await;
        for wrong in ["", "ada", GRACE.0] {
            let refused = browser.submit(&page, "deleteButton", &[("typed", wrong)]).await;
            assert!(
                refused.status == 400 && refused.has("#typed[aria-invalid=true]"),
                "{wrong}: {}",
                refused.text()
            );
        }
        server.advance(STALE);
        let asked = browser.submit(&page, "deleteButton", &[("typed", ADA.0)]).await;
        let back = confirm(&browser, &asked, ADA.1).await;
        let (_, fields) = back.form("deleteButton");
        assert!(fields.contains(&("typed".into(), ADA.0.into())), "what was typed is kept: {fields:?}");
        let gone = browser.submit(&back, "deleteButton", &[]).await;
        assert!(gone.status == 200 && gone.path() == "/account/deleted", "{}", gone.text());
        assert!(browser.cookie("vestibule_session_").is_none());
        assert!(users::find(&server.env, &pool, &ada.id).await.expect("an answer").is_none());
        assert!(names::find_for_sign_in(&server.env, &pool, ADA.0).await.expect("an answer").is_none());
        assert_eq!(other.get("/account").await.path(), "/login");
        assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant");
        let told = server.message_to(ADA.0).await.expect("a mail");
        assert!(told.subject.contains("deleted"), "{}", told.subject);
        let (_, refused) = sign_in(&server, "/account", ADA).await;
        assert_eq!(refused.status, 400);
        assert_eq!(events(&server, &ada.id, "user.delete_self").await.len(), 1);
        let twice = browser.submit(&back, "deleteButton", &[]).await;
        assert_eq!(twice.path(), "/login", "{}", twice.text());
    });
}

#[tokio::test]
async fn many_clicks_delete_once_and_another_s_form_deletes_nobody() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    newcomer(&server, &pool, "eve@example.com").await;
    let (ada, page) = sign_in(&server, "/account/delete", ADA).await;
    let (eve, _) = sign_in(&server, "/account/delete", ("eve@example.com", ADA.1)).await;
    let (action, fields) = page.form("deleteButton");
    let mut pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    pairs.retain(|(name, _)| *name != "typed");
    pairs.push(("typed", ADA.0));
    assert_eq!(eve.post(&action, &pairs).await.status, 403);
    let id = person(&server, ADA.0).await.id;
    let browsers: Vec<_> = (0..10).map(|_| ada.copy()).collect();
    let pages = join_all(browsers.iter().map(|one| one.post(&action, &pairs))).await;
    assert!(
        pages.iter().all(|page| page.status < 500),
        "{:?}",
        pages.iter().map(|p| p.status).collect::<Vec<_>>()
    );
    assert_eq!(events(&server, &id, "user.delete_self").await.len(), 1);
    assert_eq!(eve.get("/account").await.path(), "/account");
}

#[tokio::test]
async fn a_pool_can_leave_either_out() {
    let server = TestServer::start().await;
    let (browser, page) = sign_in(&server, "/account/data", ADA).await;
    let delete = browser.get("/account/delete").await;
    server.change_pool(POOL, |pool| pool.account.deletion = false).await;
    assert_eq!(browser.get("/account/delete").await.status, 404);
    assert_eq!(post(&browser, &delete, "deleteButton", ("typed", ADA.0)).await.status, 404);
    assert!(!browser.get("/account/data").await.says("Delete"));
    server.change_pool(POOL, |pool| pool.account.download = false).await;
    assert_eq!(post(&browser, &page, "downloadButton", ("x", "y")).await.status, 404);
    assert_eq!(browser.get("/account/data").await.status, 404);
    assert!(!browser.get("/account").await.links().iter().any(|link| link.contains("/data")));
    assert!(person(&server, ADA.0).await.enabled);
}
