//! What every answer carries.

use super::*;
use crate::support::server::TestServerOptions;

use reqwest::Method;

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let style = login
        .html
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|url| url.contains(".css")));
    let style = style.expect("the page has a style sheet").to_owned();
    let mut answers = vec![login];
    for path in [
        "/",
        "/login",
        "/nowhere",
        "/us-east-1_Demo00002/",
        "/us-east-1_Nowhere01/login",
        "/robots.txt",
        &style,
    ] {
        answers.push(browser.get_once(path).await);
    }
    answers.push(browser.post("/robots.txt", &[]).await);
    answers.push(browser.post("/login", &[("a", "1"), ("a", "2")]).await);
    for answer in answers {
        let place = format!("{} {}", answer.status, answer.url);
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{place}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{place}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{place}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{place}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{place}");
        assert!(!answer.header("permissions-policy").is_empty(), "{place}");
        assert_eq!(answer.header("strict-transport-security"), "", "{place}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "", "{place}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{place}");
        if !answer.url.path().starts_with("/assets/") {
            assert_eq!(answer.header("cache-control"), "no-store", "{place}");
        }
    }
}

#[tokio::test]
async fn the_nonce_of_the_policy_is_the_page_s_and_never_comes_twice() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let nonce = |page: &Page| {
        let policy = page.header("content-security-policy").to_owned();
        policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce").to_owned()
    };
    let first = browser.get("/").await;
    assert!(first.html.contains(&format!("nonce=\"{}\"", nonce(&first))));
    assert_ne!(nonce(&first), nonce(&browser.get("/").await));
}

#[tokio::test]
async fn a_form_may_end_at_this_transaction_s_redirect_uri_alone() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    server
        .change_client(&pool, "demoweb", |client| {
            client.callback_urls = vec!["com.example.app:/cb".into(), "https://app.example.com/cb".into()];
        })
        .await;
    for (redirect_uri, source) in [
        ("http://127.0.0.1:9/callback", "http://127.0.0.1:9;"),
        ("http://[::1]:9/callback", "http:;"),
        ("https://app.example.com/cb", "https://app.example.com;"),
        ("com.example.app:/cb", "com.example.app:;"),
    ] {
        let page = sign_in_page_with(&server, &server.browser(), &[("redirect_uri", redirect_uri)]).await;
        let policy = page.header("content-security-policy");
        assert!(policy.contains(&format!("form-action 'self' {source}")), "{policy}");
    }
    assert!(
        server.browser().get("/").await.header("content-security-policy").contains("form-action 'self';")
    );
}

#[tokio::test]
async fn static_files_are_kept_for_ever_under_their_hash() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let page = browser.get("/").await;
    let address = page
        .html
        .split('"')
        .find(|text| text.starts_with("/assets/") && text.ends_with(".css"))
        .expect("a style sheet");
    let file = browser.get(address).await;
    assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
    let request = browser.client().request(Method::GET, format!("{}{address}", server.origin));
    let again = browser.send(request.header("if-none-match", file.header("etag")), file.url.clone()).await;
    assert_eq!((again.status, again.html.as_str()), (304, ""));
    assert_eq!(browser.get("/assets/x/../../Cargo.toml").await.status, 404);
    assert_eq!(browser.get("/favicon.ico").await.status, 200);
    assert!(browser.get("/robots.txt").await.html.contains("Disallow: /"));
}

#[tokio::test]
async fn an_unknown_host_gets_no_page() {
    let server = TestServer::start().await;
    let browser = server.browser();
    for (host, status) in [
        ("localhost:1", 200),
        ("app.localhost", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ] {
        let request = browser.client().get(format!("{}/", server.origin)).header("host", host);
        let page = browser.send(request, server.origin.parse().expect("a URL")).await;
        assert_eq!(page.status, status, "{host}");
        assert_eq!(page.html.contains("<html"), status == 200, "{host}");
    }
}

#[tokio::test]
async fn cookies_of_https_have_other_names_than_those_of_http() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    sign_in_page(&server, &browser).await;
    let (name, value) = browser.cookie("vestibule_flow_us-east-1_Demo00001").expect("a flow cookie");
    browser.forget("vestibule_");
    browser.headers.push(("x-forwarded-proto", "https".into()));
    browser.set_cookie(&name, &value);
    let page = sign_in_page(&server, &browser).await;
    assert!(page.status == 200 && browser.cookie("__Host-vestibule_flow_us-east-1_Demo00001").is_some());
    browser.headers.clear();
    browser.forget("vestibule_");
    let page = browser.get(page.url.as_str()).await;
    assert_eq!(page.status, 400, "a cookie of https was taken on http");
    assert!(page.says("cookies_required"));
}

#[tokio::test]
async fn forwarding_headers_of_strangers_count_for_nothing() {
    let options = TestServerOptions { trusted_proxies: vec![], ..TestServerOptions::default() };
    let server = TestServer::start_with(options).await;
    let mut browser = server.browser();
    browser.headers.push(("x-forwarded-proto", "https".into()));
    browser.headers.push(("x-forwarded-host", "evil.example".into()));
    sign_in_page(&server, &browser).await;
    assert!(browser.cookie("vestibule_flow_").is_some());
}
