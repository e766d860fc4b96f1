//! From host to pool: what answers where, what a foreign host gets, what it costs.

use std::sync::Arc;
use std::time::Duration;

use actix_web::App;
use actix_web::http::StatusCode;
use actix_web::test as http;
use actix_web::web::Data;
use serde_json::Value;
use vestibule::dev::seed::{COGNITO_POOL, DEFAULT_POOL};
use vestibule::directory::domains;
use vestibule::model::ids::PoolId;
use vestibule::web::tls_allowed;

use super::{HOST, give, name, node, remove};
use crate::support::browser::{Browser, Page};
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::server::{TestServer, TestServerOptions};

const PUBLIC: &str = "https://auth.example.com";

async fn metadata(server: &TestServer, pool: &str) -> Value {
    let page = server.browser().get(&format!("/{pool}/.well-known/openid-configuration")).await;
    serde_json::from_str(&page.html).unwrap_or_else(|_| panic!("{page:?}"))
}

#[tokio::test]
async fn a_host_of_a_pool_serves_that_pool_and_no_other() {
    let server = TestServer::start().await;
    let (default, cognito) = (server.default_pool().await, server.pool(COGNITO_POOL).await);
    give(&server.env, &cognito, HOST).await;
    give(&server.env, &default, "shop").await;
    for (host, pool) in [(HOST, &cognito), ("shop.localhost", &default)] {
        let browser = Browser::at_host(&server.origin, host);
        let keys = browser.get("/.well-known/jwks.json").await;
        let own = server.browser().get(&format!("/{}/.well-known/jwks.json", pool.id)).await;
        assert_eq!((keys.status, &keys.html), (200, &own.html), "{host}");
        assert!(browser.get("/").await.says(&pool.name), "{host}");
        // A path form on a pool's host would be another pool's pages under this pool's name.
        for id in [DEFAULT_POOL, COGNITO_POOL] {
            for path in [
                "",
                "/",
                "/login",
                "/.well-known/jwks.json",
                "/.well-known/openid-configuration",
                "/oauth2/token",
            ] {
                assert_eq!(browser.get(&format!("/{id}{path}")).await.status, 404, "{host} {id}{path}");
            }
            for document in ["openid-configuration", "oauth-authorization-server"] {
                assert_eq!(browser.get(&format!("/.well-known/{document}/{id}")).await.status, 404);
            }
        }
        // It is no issuer, and the Cognito API is the server's.
        assert_eq!(browser.get("/.well-known/openid-configuration").await.status, 404);
        assert_eq!(browser.post("/", &[]).await.status, 405);
    }
    assert_eq!(server.browser().post("/", &[]).await.status, 400);
    assert_eq!(
        server.browser().get(&format!("/.well-known/openid-configuration/{COGNITO_POOL}")).await.status,
        200
    );
    // The path form stays where it is.
    assert_eq!(server.browser().get(&format!("/{COGNITO_POOL}/.well-known/jwks.json")).await.status, 200);
}

#[tokio::test]
async fn metadata_keeps_the_issuer_and_names_the_domain() {
    let server = TestServer::start().await;
    let pool = server.pool(COGNITO_POOL).await;
    let port = server.origin.rsplit(':').next().expect("a port").to_owned();
    let endpoint =
        async || metadata(&server, COGNITO_POOL).await["token_endpoint"].as_str().expect("a URL").to_owned();
    assert_eq!(endpoint().await, format!("{}/{COGNITO_POOL}/oauth2/token", server.origin));
    give(&server.env, &pool, "shop").await;
    assert_eq!(endpoint().await, format!("http://shop.localhost:{port}/oauth2/token"));
    give(&server.env, &pool, HOST).await;
    let document = metadata(&server, COGNITO_POOL).await;
    let issuer = format!("{}/{COGNITO_POOL}", server.origin);
    assert_eq!(document["issuer"], issuer);
    assert_eq!(document["jwks_uri"], format!("{issuer}/.well-known/jwks.json"));
    for (name, path) in [
        ("authorization_endpoint", "/oauth2/authorize"),
        ("token_endpoint", "/oauth2/token"),
        ("userinfo_endpoint", "/oauth2/userInfo"),
        ("revocation_endpoint", "/oauth2/revoke"),
        ("end_session_endpoint", "/logout"),
    ] {
        assert_eq!(document[name], format!("http://{HOST}:{port}{path}"));
    }
}

#[tokio::test]
async fn a_host_that_nobody_has_gets_421_and_no_page() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    give(&server.env, &pool, HOST).await;
    domains::add(&server.env, &pool.id, &name("pending.example.org"), domains::AddOptions::default(), false)
        .await
        .expect("free");
    let ask = async |host: &str| -> Page {
        let mut browser = server.browser();
        browser.headers.push(("x-forwarded-host", host.to_owned()));
        browser.get("/.well-known/jwks.json").await
    };
    assert_eq!(ask(HOST).await.status, 200);
    assert_eq!(ask(&format!("{}:8443", HOST.to_uppercase())).await.status, 200);
    for foreign in [
        "evil.example",
        "pending.example.org",
        "example.org",
        "x.login.example.org",
        "login.example.org.",
        "login.example.org.evil.example",
        "login.example.org@evil.example",
        "login.example.org,evil.example",
        "login.example.org/../",
        "[::1",
        ".",
        ":80",
        &"a".repeat(300),
    ] {
        let page = ask(foreign).await;
        let answered = (page.status, page.header("content-type").starts_with("text/plain"));
        // A list of forwarded hosts means its last entry.
        assert_eq!(answered, (421, true), "{foreign}: {}", page.html);
        assert!(page.header("set-cookie").is_empty() && !page.html.contains('<'), "{foreign}");
        assert!(!page.header("content-security-policy").is_empty(), "{foreign}");
    }
}

#[test]
fn foreign_hosts_cost_neither_queries_nor_memory() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        give(&node.env, &pool, HOST).await;
        assert!(domains::owner(&node.env, HOST).await.expect("an answer").is_some());
        let asked = node.env.domains.attempts();
        for number in 0..1000 {
            let host = format!("host-{number}.example");
            assert_eq!(domains::owner(&node.env, &host).await.expect("an answer"), None);
        }
        assert_eq!(node.env.domains.attempts(), asked, "one look at the database serves five seconds");
        let (_, table) = node.env.domains.get().expect("it was read");
        assert_eq!(table.by_host.len(), 1);
        // Many at once after it has grown old: one asks, the others wait for what it finds.
        node.advance(Duration::from_secs(5));
        let hosts: Vec<String> = (0..50).map(|number| format!("host-{number}.example")).collect();
        let all = hosts.iter().map(|host| domains::owner(&node.env, host));
        for outcome in futures_util::future::join_all(all).await {
            assert_eq!(outcome.expect("an answer"), None);
        }
        assert_eq!(node.env.domains.attempts(), asked + 1);
    });
}

#[test]
fn what_one_node_takes_away_the_other_has_for_five_seconds_at_most() {
    for_each_database(|database| async move {
        let database = Arc::new(database);
        let options = TestServerOptions::default();
        let first = TestServer::start_on(database.clone(), options.clone()).await;
        let second = TestServer::start_on(database, options).await;
        let pool = first.pool(COGNITO_POOL).await;
        let status = async |server: &TestServer| {
            Browser::at_host(&server.origin, HOST).get("/.well-known/jwks.json").await.status
        };
        assert_eq!((status(&first).await, status(&second).await), (421, 421));
        give(&first.env, &pool, HOST).await;
        assert_eq!(status(&first).await, 200, "at once where it was given");
        second.advance(Duration::from_secs(5));
        assert_eq!(status(&second).await, 200);
        remove(&first.env, &pool, HOST).await.expect("it was the pool's");
        assert_eq!(status(&first).await, 421);
        second.advance(Duration::from_millis(4_999));
        assert_eq!(status(&second).await, 200, "remembered");
        second.advance(Duration::from_millis(1));
        assert_eq!(status(&second).await, 421);
    });
}

#[tokio::test]
async fn a_deleted_pool_does_not_answer_at_its_host() {
    let server = TestServer::start().await;
    let pool = server.create_pool("Short-lived", vestibule::model::pool::PoolSettings::default()).await;
    give(&server.env, &pool, HOST).await;
    let browser = Browser::at_host(&server.origin, HOST);
    assert_eq!(browser.get("/.well-known/jwks.json").await.status, 200);
    vestibule::directory::pool_deletion::delete(&server.env, &pool.id).await.expect("deleted");
    server.advance(Duration::from_secs(6));
    assert_eq!(browser.get("/.well-known/jwks.json").await.status, 404);
}

#[tokio::test]
async fn in_production_links_cookies_and_headers_are_those_of_the_domain() {
    let options = TestServerOptions {
        development: false,
        public_url: Some(PUBLIC),
        domain_suffix: Some("pools.example.com"),
        ..TestServerOptions::default()
    };
    let server = TestServer::start_on(Arc::new(TestDatabase::sqlite().await), options).await;
    let pool = server.create_pool("People", vestibule::model::pool::PoolSettings::default()).await;
    let client = vestibule::model::client::ClientSettings {
        callback_urls: vec!["https://app.example.net/cb".into()],
        ..Default::default()
    };
    server.create_client(&pool, "web", client).await;
    give(&server.env, &pool, HOST).await;
    give(&server.env, &pool, "shop").await;
    let at = |host: &str| {
        let mut browser = server.browser();
        browser.headers.push(("x-forwarded-proto", "https".into()));
        browser.headers.push(("x-forwarded-host", host.into()));
        browser
    };
    let query = "?response_type=code&client_id=web&redirect_uri=https://app.example.net/cb&scope=openid\
                 &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    for host in [HOST, "shop.pools.example.com"] {
        let browser = at(host);
        let begun = browser.get_once(&format!("/oauth2/authorize{query}")).await;
        assert_eq!(begun.status, 303, "{host}: {}", begun.text());
        assert!(begun.header("location").starts_with("/login?"), "{host}: {}", begun.header("location"));
        let login = browser.get(begun.header("location")).await;
        assert_eq!(login.status, 200, "{host}");
        for page in [&begun, &login] {
            assert_eq!(page.header("strict-transport-security"), "max-age=31536000", "{host}");
            assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{host}");
        }
        let cookie = begun.header("set-cookie");
        assert!(
            cookie.starts_with("__Host-vestibule_flow_") && cookie.contains("Secure"),
            "{host}: {cookie}"
        );
        assert!(!cookie.contains("Domain"), "{host}: {cookie}");
        // No link of the page leads to another host.
        for text in ["auth.example.com", "127.0.0.1", host] {
            assert!(!login.html.contains(text), "{host}: the page holds {text}");
        }
        // Only the own origin may post: not the server's, not the pool's other one, not that of a Host header.
        let (target, fields) =
            browser.fill(&login, "password", &[("username", "ada"), ("password", "wrong")]);
        let post = async |origin: &str| {
            let request = browser.client().post(target.clone()).header("origin", origin);
            browser.send(request.form(&fields), target.clone()).await.status
        };
        let own = format!("https://{host}");
        for foreign in
            [PUBLIC, "https://evil.example", &format!("http://{host}"), &format!("https://{host}:8443")]
        {
            assert_eq!(post(foreign).await, 403, "{host}: {foreign}");
        }
        let other = if host == HOST { "https://shop.pools.example.com" } else { "https://login.example.org" };
        assert_eq!(post(other).await, 403, "{host}: {other}");
        assert_eq!(post(&own).await, 400, "{host}: a wrong password");
    }
    // No host of development.
    assert_eq!(at("shop.localhost").get("/login").await.status, 421);
    assert_eq!(at("localhost").get("/login").await.status, 421);
}

#[test]
fn a_tls_front_is_told_which_certificates_to_fetch() {
    block_on(async {
        let node = node(&TestDatabase::sqlite().await).await;
        let pool = node.pool(|_| {}).await;
        give(&node.env, &pool, HOST).await;
        give(&node.env, &pool, "shop").await;
        super::add(&node.env, &pool, "pending.example.org").await.expect("free");
        let app = App::new().app_data(Data::new(node.env.clone())).configure(tls_allowed::management_routes);
        let app = http::init_service(app).await;
        let mut statuses = Vec::new();
        for query in [
            "?domain=auth.example.com",
            "?domain=login.example.org",
            "?domain=LOGIN.example.org",
            "?domain=shop.pools.example.com",
            "?domain=pending.example.org",
            "?domain=evil.example",
            "?domain=pools.example.com",
            "?domain=other.pools.example.com",
            "?domain=",
            "?domain=%ff%00",
            "",
            "?host=auth.example.com",
        ] {
            let request = http::TestRequest::get().uri(&format!("/internal/tls-allowed{query}")).to_request();
            statuses.push(http::call_service(&app, request).await.status().as_u16());
        }
        assert_eq!(statuses, [200, 200, 200, 200, 404, 404, 404, 404, 404, 404, 400, 400]);
        let head = http::TestRequest::with_uri("/internal/tls-allowed?domain=evil.example")
            .method(actix_web::http::Method::HEAD)
            .to_request();
        assert_eq!(http::call_service(&app, head).await.status(), StatusCode::NOT_FOUND);
        remove(&node.env, &pool, HOST).await.expect("it was the pool's");
        let gone =
            http::TestRequest::get().uri("/internal/tls-allowed?domain=login.example.org").to_request();
        assert_eq!(http::call_service(&app, gone).await.status(), StatusCode::NOT_FOUND);
    });
}

#[tokio::test]
async fn tls_questions_are_not_answered_on_public_addresses() {
    let server = TestServer::start().await;
    assert_eq!(server.browser().get("/internal/tls-allowed?domain=localhost").await.status, 404);
    let id = PoolId::trusted(DEFAULT_POOL);
    assert_eq!(
        server.browser().get(&format!("/{id}/internal/tls-allowed?domain=localhost")).await.status,
        404
    );
}
