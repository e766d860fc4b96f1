//! Plain HTTP in production: sent to https, or refused.

use std::sync::Arc;

use crate::support::browser::Browser;
use crate::support::database::TestDatabase;
use crate::support::server::{TestServer, TestServerOptions};

async fn server(trusted: Vec<&'static str>) -> TestServer {
    let options = TestServerOptions {
        development: false,
        public_url: Some("https://auth.example.com:8443"),
        trusted_proxies: trusted,
        ..TestServerOptions::default()
    };
    TestServer::start_on(Arc::new(TestDatabase::sqlite().await), options).await
}

fn browser(server: &TestServer, headers: &[(&'static str, &str)]) -> Browser {
    let mut browser = server.browser();
    browser.headers.push(("host", "auth.example.com".into()));
    browser.headers.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
    browser
}

#[tokio::test]
async fn a_person_is_sent_to_https_and_a_form_is_refused() {
    let server = server(vec![]).await;
    // Whoever is not trusted cannot claim https.
    for headers in [&[][..], &[("x-forwarded-proto", "https"), ("x-forwarded-host", "evil.example")]] {
        let browser = browser(&server, headers);
        let page = browser.get_once("/us-east-1_Real00001/login?a=b%20c").await;
        assert_eq!(page.status, 308);
        assert_eq!(
            page.header("location"),
            "https://auth.example.com:8443/us-east-1_Real00001/login?a=b%20c"
        );
        assert_eq!((page.header("set-cookie"), page.header("strict-transport-security")), ("", ""));
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        let refused = browser.post("/us-east-1_Real00001/oauth2/token", &[("client_secret", "x")]).await;
        assert_eq!((refused.status, refused.header("location")), (403, ""));
    }
    let mut foreign = server.browser();
    foreign.headers.push(("host", "evil.example".into()));
    assert_eq!(foreign.get_once("/").await.status, 421, "nobody is sent to a host that is not ours");
    let twisted = browser(&server, &[]).get_once("//evil.example/%2e%2e").await;
    assert!(
        twisted.header("location").starts_with("https://auth.example.com:8443/"),
        "{}",
        twisted.header("location")
    );
}

#[tokio::test]
async fn a_trusted_proxy_says_how_the_request_came() {
    let server = server(vec!["127.0.0.0/8"]).await;
    let by_https = browser(&server, &[("x-forwarded-proto", "https")]).get_once("/").await;
    assert_eq!(by_https.status, 404);
    assert!(by_https.header("strict-transport-security").contains("max-age"));
    let by_http = browser(&server, &[("x-forwarded-proto", "http")]).get_once("/").await;
    assert_eq!((by_http.status, by_http.header("location")), (308, "https://auth.example.com:8443/"));
    // A redirect would come back to the same proxy for ever.
    let silent = browser(&server, &[]).get_once("/").await;
    assert_eq!((silent.status, silent.header("location")), (502, ""));
}
