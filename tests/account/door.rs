//! Who gets in: the sign-in without an application, the way back to one, and where there is no door.

use vestibule::authn::browser_session;
use vestibule::directory::clients;
use vestibule::model::ids::ClientId;

use super::{ADA, POOL, post, sign_in};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::server::TestServer;

const PAGES: [&str; 9] = [
    "/account",
    "/account/profile",
    "/account/email",
    "/account/phone",
    "/account/password",
    "/account/providers",
    "/account/sessions",
    "/account/applications",
    "/account/data",
];

#[test]
fn a_pool_signs_people_in_to_their_account_without_an_application() {
    on_each_database(|server| async move {
        for path in PAGES {
            let (browser, page) = sign_in(&server, path, ADA).await;
            assert_eq!((page.status, page.path()), (200, path), "{}", page.text());
            assert!(browser.cookie("vestibule_session_").is_some(), "{path}");
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
            let again = browser.get("/account").await;
            assert_eq!((again.status, again.path()), (200, "/account"), "{path} {}", again.text());
            assert!(again.says("Ada") || again.says(ADA.0), "{}", again.text());
        }
        let below = format!("/{POOL}/account/sessions");
        let browser = server.browser();
        let asked = browser.get(&below).await;
        assert_eq!(asked.path(), format!("/{POOL}/login"), "{}", asked.text());
        let page = browser.submit(&asked, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        assert_eq!((page.status, page.path()), (200, below.as_str()), "{}", page.text());
    });
}

#[tokio::test]
async fn a_wrong_password_opens_nothing() {
    let server = TestServer::start().await;
    let (browser, page) = sign_in(&server, "/account/email", (ADA.0, "Wrong-Horse-7")).await;
    assert!(page.status == 400 && page.says("Incorrect"), "{}", page.text());
    assert!(browser.cookie("vestibule_session_").is_none());
    let other = server.browser();
    let stolen = other.get(page.url.as_str()).await;
    assert_ne!(stolen.status, 200, "another browser has no part in it: {}", stolen.text());
}

#[tokio::test]
async fn nobody_can_name_the_client_of_the_account_pages() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    sign_in(&server, "/account", ADA).await;
    let id = format!("account:{POOL}");
    assert!(clients::find(&server.env, &pool, &ClientId::trusted(&id)).await.expect("an answer").is_none());
    let all = clients::list(&server.env, &pool).await.expect("an answer");
    assert!(all.iter().all(|client| !client.id.as_str().contains(':')), "{all:?}");
    let app = Application::public(&server.origin);
    for redirect in ["http://127.0.0.1:9/callback", "", "/account"] {
        let departure = app.depart(&[("client_id", id.as_str()), ("redirect_uri", redirect)]);
        let page = server.browser().get(departure.url.as_str()).await;
        assert_eq!(page.status, 400, "{redirect}: {}", page.text());
        assert_eq!(page.path(), "/oauth2/authorize");
    }
    let browser = server.browser();
    for path in ["/oauth2/token", "/oauth2/revoke"] {
        let fields = [
            ("client_id", id.as_str()),
            ("grant_type", "refresh_token"),
            ("refresh_token", "x"),
            ("token", "x"),
        ];
        assert!(browser.post(path, &fields).await.status >= 400, "{path}");
    }
    let page = browser.get(&format!("/logout?client_id={id}&logout_uri=http://127.0.0.1:9/callback")).await;
    assert!(page.status >= 400 || page.url.port() != Some(9), "{}", page.url);
}

#[tokio::test]
async fn the_way_back_leads_to_addresses_of_the_application_alone() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    server
        .change_client(&pool, "demoserver", |client| {
            client.any_loopback_url = false;
            client.callback_urls = vec!["https://notes.example.com/callback".into()];
            client.logout_urls = vec!["https://notes.example.com/bye".into(), "notes:/home".into()];
        })
        .await;
    let (browser, _) = sign_in(&server, "/account", ADA).await;
    let back = |url: &str| {
        let query =
            reqwest::Url::parse_with_params("http://x/", [("client_id", "demoserver"), ("return_to", url)]);
        format!("/account?{}", query.expect("a URL").query().expect("a query"))
    };
    for good in ["https://notes.example.com/callback", "https://notes.example.com/bye", "notes:/home"] {
        let page = browser.get(&back(good)).await;
        assert!(page.links().iter().any(|link| link == good), "{good}: {:?}", page.links());
        // The other pages lead back as well.
        let profile =
            page.links().into_iter().find(|link| link.starts_with("/account/profile")).expect("a link");
        assert!(browser.get(&profile).await.links().iter().any(|link| link == good), "{profile}");
    }
    for bad in [
        "https://notes.example.com/",
        "https://notes.example.com/bye?x=1",
        "https://evil.example/",
        "javascript:alert(1)",
        "//evil.example",
        "https://notes.example.com.evil.example/bye",
    ] {
        let page = browser.get(&back(bad)).await;
        assert_eq!(page.status, 200, "{bad}");
        assert!(!page.html.contains("evil") && !page.html.contains("javascript:"), "{bad}: {}", page.html);
        assert!(!page.says("Back to"), "{bad}");
    }
    // Also through the sign-in.
    let browser = server.browser();
    let asked = browser.get(&back("https://notes.example.com/bye")).await;
    let page = browser.submit(&asked, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    assert!(page.links().iter().any(|link| link == "https://notes.example.com/bye"), "{:?}", page.links());
}

#[tokio::test]
async fn where_a_pool_has_no_account_pages_there_is_nothing() {
    let server = TestServer::start().await;
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    server.change_pool(POOL, |pool| pool.account.pages = Some(false)).await;
    for path in PAGES.iter().chain(&["/account/delete", "/account/deleted", "/account/takeback?change=x"]) {
        for browser in [&browser, &server.browser()] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
    }
    let refused = post(&browser, &page, "changeButton", ("address", "new@example.com")).await;
    assert_eq!(refused.status, 404, "{}", refused.text());
    // As Cognito has none, a compatible pool has them only where it says so.
    let compatible = "/us-east-1_Demo00002/account";
    assert_eq!(server.browser().get(compatible).await.status, 404);
    server.change_pool("us-east-1_Demo00002", |pool| pool.account.pages = Some(true)).await;
    assert_eq!(server.browser().get(compatible).await.path(), "/us-east-1_Demo00002/login");
}

#[tokio::test]
async fn a_form_is_good_for_one_session_in_one_browser_of_one_pool() {
    let server = TestServer::start().await;
    let (ada, page) = sign_in(&server, "/account/profile", ADA).await;
    let (action, fields) = page.form("saveButton");
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();

    let (grace, _) = {
        let browser = server.browser();
        let asked = browser.get("/account/profile").await;
        let typed = [("username", super::GRACE.0), ("password", super::GRACE.1)];
        let totp = browser.submit(&asked, "password", &typed).await;
        let code = crate::journeys::grace_totp(&server);
        let page = browser.submit(&totp, "code", &[("code", &code)]).await;
        (browser, page)
    };
    assert_eq!(grace.post(&action, &pairs).await.status, 403, "another person's form");
    let nobody = server.browser().post(&action, &pairs).await;
    assert_eq!(nobody.path(), "/login", "without a session: {}", nobody.text());
    for wrong in ["", "c2FtcGxl", &"A".repeat(5000)] {
        let refused = post(&ada, &page, "saveButton", ("_csrf", wrong)).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
    }
    let below = format!("/us-east-1_Demo00002{action}");
    server.change_pool("us-east-1_Demo00002", |pool| pool.account.pages = Some(true)).await;
    let elsewhere = ada.post(&below, &pairs).await;
    assert_eq!(elsewhere.path(), "/us-east-1_Demo00002/login", "another pool: {}", elsewhere.text());
    // Another site's post.
    let target = reqwest::Url::parse(&server.origin).expect("a URL").join(&action).expect("a path");
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
        let request = ada.client().post(target.clone()).header(name, value).form(&pairs);
        assert_eq!(ada.send(request, target.clone()).await.status, 403, "{name}");
    }
    assert_eq!(ada.post(&action, &pairs).await.status, 200, "and its own is good");
    // Ended sessions are sent to the sign-in, and nothing is changed.
    let pool = server.default_pool().await;
    let (_, cookie) = ada.cookie("vestibule_session_").expect("a session");
    let (session, _) =
        browser_session::find(&server.env, &pool, &cookie).await.expect("an answer").expect("one");
    browser_session::end(&server.env, &pool, &session).await.expect("ended");
    let ended = post(&ada, &page, "saveButton", ("attributes[nickname]", "Late")).await;
    assert_eq!(ended.path(), "/login", "{}", ended.text());
    let user = super::person(&server, ADA.0).await;
    assert_eq!(user.attributes.get("nickname"), None);
}
