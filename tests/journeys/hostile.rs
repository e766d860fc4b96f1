//! Whatever is sent, nothing answers 500 and every answer carries the security headers.

use futures_util::stream::{self, StreamExt};
use reqwest::{Client, Method, StatusCode};

use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::{TestServer, TestServerOptions};

const PATHS: [&str; 34] = [
    "/",
    "/login",
    "/signup",
    "/confirm",
    "/resendcode",
    "/confirmUser",
    "/forgotPassword",
    "/confirmforgotPassword",
    "/newPassword",
    "/challenge",
    "/logout",
    "/error",
    "/oauth2/authorize",
    "/oauth2/token",
    "/oauth2/userInfo",
    "/oauth2/revoke",
    "/.well-known/change-password",
    "/.well-known/oauth-authorization-server/us-east-1_Demo00001",
    "/us-east-1_Demo00001/.well-known/openid-configuration",
    "/us-east-1_Demo00001/.well-known/jwks.json",
    "/us-east-1_Demo00002/login",
    "/us-east-1_Demo00002/oauth2/token",
    "/us-east-1_Nobody001/login",
    "/us-east-1_Nobody001/oauth2/token",
    "/assets/../Cargo.toml",
    "/assets/%2e%2e/%2e%2e/Cargo.toml",
    "/dev/mailbox",
    "/dev/mailbox/latest",
    "/dev/playground",
    "/dev/playground/callback",
    "/favicon.ico",
    "/robots.txt",
    "/nothing/here",
    "//evil.example/",
];

/// Queries and bodies alike.
const PAYLOADS: [&str; 22] = [
    "",
    "flow=x",
    "flow=",
    "flow=x&flow=y",
    "client_id=demoweb",
    "client_id=demoweb&response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb",
    "client_id=demoweb&client_id=demoserver&response_type=code",
    "client_id=%00&response_type=%00&redirect_uri=%00",
    "client_id=%ff%fe&state=%c3%28",
    "client_id=%zz",
    "client_id=demoweb&redirect_uri=javascript%3Aalert(1)&response_type=code",
    "client_id=demoweb&redirect_uri=http%3A%2F%2Flocalhost%2F%0D%0ASet-Cookie%3A+a%3Db&response_type=token",
    "client_id=demoweb&logout_uri=http%3A%2F%2Flocalhost%2F%0D%0ASet-Cookie%3A+a%3Db",
    "client_id=' OR 1=1 --&logout_uri=<script>alert(1)</script>",
    "grant_type=authorization_code&code=x&client_id=demoweb",
    "grant_type=refresh_token&refresh_token=%F0%9F%92%A9&client_id=demoweb",
    "grant_type=client_credentials&client_id=demomachine&client_secret=%00",
    "grant_type=&client_id=",
    "token=a.b.c&client_id=demoweb&token_type_hint=nonsense",
    "id_token_hint=a.b.c&post_logout_redirect_uri=https%3A%2F%2Fevil.example",
    "resume=AAAA&lang=../../etc/passwd&ui_locales=xx%20yy",
    "username=ada%40example.com&password=x&_csrf=&code=%F0%9F%92%A9&user_name=x&confirmation_code=y",
];

#[test]
fn no_input_gives_a_500() {
    block_on(async {
        let server = TestServer::start().await;
        let client = plain_client();
        let long = format!("state={}&client_id=demoweb", "x".repeat(9000));
        let mut requests = Vec::new();
        for path in PATHS {
            for payload in PAYLOADS.into_iter().chain([long.as_str()]) {
                for method in
                    [Method::GET, Method::POST, Method::HEAD, Method::OPTIONS, Method::PUT, Method::DELETE]
                {
                    requests.push((path, payload.to_owned(), method));
                }
            }
        }
        let origin = server.origin.as_str();
        let wrong: Vec<String> = stream::iter(requests)
            .map(|(path, payload, method)| {
                let client = &client;
                async move {
                    let query = if method == Method::POST { String::new() } else { format!("?{payload}") };
                    let url = format!("{origin}{path}{query}");
                    let mut request = client.request(method.clone(), &url);
                    if method == Method::POST {
                        request = request
                            .header("content-type", "application/x-www-form-urlencoded")
                            .body(payload.clone());
                    }
                    let response = request.send().await.expect("the server answers");
                    let (status, headers) = (response.status(), response.headers());
                    let guarded = [
                        "content-security-policy",
                        "x-content-type-options",
                        "referrer-policy",
                        "x-frame-options",
                    ]
                    .iter()
                    .all(|name| headers.contains_key(*name));
                    let fine = !status.is_server_error() && guarded;
                    (!fine).then(|| format!("{method} {path} {payload:.80}: {status}, guarded: {guarded}"))
                }
            })
            .buffer_unordered(16)
            .filter_map(|wrong| async move { wrong })
            .collect()
            .await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn wrong_bodies_get_the_specifications_error() {
    block_on(async {
        let server = TestServer::start().await;
        let client = plain_client();
        let token = format!("{}/oauth2/token", server.origin);
        let json = client.post(&token).json(&serde_json::json!({ "grant_type": "client_credentials" }));
        let answer = json.send().await.expect("an answer");
        assert!(matches!(answer.status().as_u16(), 400 | 415), "{}", answer.status());
        assert_eq!(answer.headers()["access-control-allow-origin"], "*");
        let get = client.get(&token).send().await.expect("an answer");
        assert_eq!(get.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(get.headers()["access-control-allow-origin"], "*");
        let huge =
            client.post(&token).form(&[("grant_type", "x".repeat(200_000))]).send().await.expect("an answer");
        assert!(matches!(huge.status().as_u16(), 400 | 413), "{}", huge.status());
        let not_utf8 = client
            .post(&token)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(&b"grant_type=\xff\xfe"[..])
            .send()
            .await
            .expect("an answer");
        assert_eq!(not_utf8.status(), StatusCode::BAD_REQUEST);
        let twice = Application::public(&server.origin)
            .token(&[
                ("grant_type", "refresh_token"),
                ("grant_type", "refresh_token"),
                ("refresh_token", "x"),
            ])
            .await;
        assert_eq!((twice.status, twice.error()), (400, "invalid_request"));
    });
}

#[test]
fn an_unknown_host_gets_421_and_no_page() {
    block_on(async {
        let server = TestServer::start().await;
        for host in ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", ""] {
            let request = plain_client().get(format!("{}/login", server.origin)).header("host", host);
            let answer = request.send().await.expect("an answer");
            assert!(matches!(answer.status().as_u16(), 400 | 421), "{host}: {}", answer.status());
            let text = answer.text().await.expect("a body");
            assert!(!text.contains("<form"), "{host}");
        }
    });
}

#[expect(clippy::disallowed_methods, reason = "a test's own client")]
fn plain_client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client can be built")
}

#[test]
fn a_server_that_is_not_for_development_has_nothing_below_dev() {
    block_on(async {
        let options = TestServerOptions { development: false, ..TestServerOptions::default() };
        let server = TestServer::start_with(options).await;
        let mut browser = server.browser();
        browser.headers.push(("x-forwarded-proto", "https".into()));
        for path in ["/dev/mailbox.json", "/dev/mailbox/latest", "/dev/playground/callback"] {
            assert_eq!(browser.get_once(path).await.status, 404, "{path}");
        }
        for path in ["/dev/mailbox/clear", "/dev/playground/start", "/dev/playground/refresh"] {
            assert_eq!(browser.post(path, &[]).await.status, 404, "{path}");
        }
    });
}
