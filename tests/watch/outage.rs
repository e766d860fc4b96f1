//! A node without its database.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use vestibule::store::Db;

use super::get;
use super::health::until_ready;
use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::server::{TestServer, TestServerOptions};

/// Every route that asks the database, with a body where it takes one. `{flow}` is the handle of a flow.
const ROUTES: &[(&str, &str, Option<&str>)] = &[
    ("GET", "/", None),
    ("GET", "/login", None),
    ("GET", "/login?flow={flow}", None),
    ("POST", "/login?flow={flow}", Some("username=ada%40example.com&password=Correct-Horse-7")),
    ("GET", "/signup?flow={flow}", None),
    ("POST", "/signup?flow={flow}", Some("username=new%40example.com&password=Correct-Horse-7")),
    ("GET", "/confirm?flow={flow}", None),
    ("POST", "/confirm?flow={flow}", Some("code=123456")),
    ("POST", "/resendcode?flow={flow}", Some("")),
    ("GET", "/newPassword?flow={flow}", None),
    ("POST", "/newPassword?flow={flow}", Some("password=x")),
    ("GET", "/challenge?flow={flow}", None),
    ("POST", "/challenge?flow={flow}", Some("code=123456")),
    ("GET", "/confirmUser?client_id=demoweb&user_name=x&confirmation_code=1", None),
    ("POST", "/confirmUser?client_id=demoweb&user_name=x&confirmation_code=1", Some("")),
    ("GET", "/forgotPassword?flow={flow}", None),
    ("POST", "/forgotPassword?flow={flow}", Some("username=ada")),
    ("GET", "/confirmForgotPassword?flow={flow}", None),
    ("POST", "/confirmForgotPassword?flow={flow}", Some("code=1&password=x")),
    ("GET", "/oauth2/authorize?client_id=demoweb&response_type=code", None),
    ("POST", "/oauth2/authorize", Some("client_id=demoweb&response_type=code")),
    ("GET", "/logout?client_id=demoweb", None),
    ("POST", "/logout", Some("client_id=demoweb")),
    ("POST", "/oauth2/token", Some("grant_type=client_credentials&client_id=demomachine&client_secret=x")),
    ("POST", "/oauth2/token", Some("grant_type=refresh_token&client_id=demoweb&refresh_token=x")),
    ("POST", "/oauth2/revoke", Some("client_id=demoweb&token=x")),
    ("GET", "/oauth2/userInfo", None),
    ("POST", "/oauth2/userInfo", Some("access_token=x")),
    ("GET", "/us-east-1_Demo00001/.well-known/jwks.json", None),
    ("GET", "/us-east-1_Demo00001/.well-known/openid-configuration", None),
    ("GET", "/.well-known/oauth-authorization-server/us-east-1_Demo00001", None),
    ("GET", "/us-east-1_Demo00002/login", None),
    ("POST", "/us-east-1_Demo00002/oauth2/token", Some("grant_type=client_credentials")),
];

struct Answer {
    status: u16,
    retry_after: String,
    content_type: String,
    body: String,
}

async fn ask(
    browser: &Browser,
    (method, path, body): (&str, &str, Option<&str>),
    flow: &str,
    origin: &str,
) -> Answer {
    let url = format!("{origin}{}", path.replace("{flow}", flow));
    let mut request = browser.client().request(method.parse().expect("a method"), &url);
    if let Some(body) = body {
        request = request.header("content-type", "application/x-www-form-urlencoded").body(body.to_owned());
        request = request.header("origin", origin).header("sec-fetch-site", "same-origin");
    }
    if path.contains("userInfo") && method == "GET" {
        request = request.bearer_auth("x.y.z");
    }
    let answer = request.send().await.expect("an answer");
    let header = |name: &str| {
        answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let (status, retry_after, content_type) =
        (answer.status().as_u16(), header("retry-after"), header("content-type"));
    Answer { status, retry_after, content_type, body: answer.text().await.expect("a body") }
}

/// The handle of a flow, while there is a database.
async fn flow(server: &TestServer) -> (Browser, String) {
    let browser = server.browser();
    let login = browser.get(Application::public(&server.origin).depart(&[]).url.as_str()).await;
    let flow = login.query("flow").expect("a flow");
    (browser, flow)
}

/// Stands between a server and its database and can be cut.
struct Wire {
    port: u16,
    cut: watch::Sender<bool>,
}

impl Wire {
    async fn to(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let (cut, _) = watch::channel(false);
        let switch = cut.clone();
        tokio::spawn(async move {
            while let Ok((mut here, _)) = listener.accept().await {
                let (target, mut state) = (target.clone(), switch.subscribe());
                tokio::spawn(async move {
                    if *state.borrow_and_update() {
                        return;
                    }
                    let Ok(mut there) = TcpStream::connect(&target).await else { return };
                    tokio::select! {
                        _ = tokio::io::copy_bidirectional(&mut here, &mut there) => {}
                        _ = state.wait_for(|cut| *cut) => {}
                    }
                });
            }
        });
        Self { port, cut }
    }

    fn cut(&self, is_cut: bool) {
        self.cut.send_replace(is_cut);
    }
}

/// Address and rest of `postgres://user:password@host[:port]/name`.
fn by_wire(url: &str, port: u16) -> (String, String) {
    let (scheme, rest) = url.split_once("://").expect("a URL");
    let (who, place) = rest.split_once('@').expect("a user");
    let (host, path) = place.split_once('/').expect("a name");
    let target = if host.contains(':') { host.to_owned() } else { format!("{host}:5432") };
    (target, format!("{scheme}://{who}@127.0.0.1:{port}/{path}"))
}

#[test]
fn every_route_answers_503_without_postgres_and_heals_by_itself() {
    for_each_database(|database| async move {
        if !database.is_postgres() {
            return;
        }
        let url = secrecy::ExposeSecret::expose_secret(&database.settings().url).to_owned();
        let (target, _) = by_wire(&url, 0);
        let wire = Wire::to(target).await;
        let node = database.by_way_of(by_wire(&url, wire.port).1).await;
        let options = TestServerOptions { management: true, ..TestServerOptions::default() };
        let server = TestServer::start_on(Arc::new(node), options).await;
        let (browser, flow) = flow(&server).await;

        for round in 0..2 {
            wire.cut(true);
            // What is kept of settings and keys for a few seconds is forgotten.
            server.advance(Duration::from_secs(6));
            // Eight at once: each waits for the database as long as the patience lasts.
            let mut answers = Vec::new();
            for routes in ROUTES.chunks(8) {
                let asked = routes.iter().map(|route| ask(&browser, *route, &flow, &server.origin));
                answers.extend(routes.iter().zip(futures_util::future::join_all(asked).await));
            }
            for ((method, path, _), answer) in answers {
                let what = format!("round {round}: {method} {path}: {} {}", answer.status, answer.body);
                assert_eq!(answer.status, 503, "{what}");
                assert!(answer.retry_after.parse::<u32>().is_ok_and(|seconds| seconds > 0), "{what}");
                let for_programs = ["/oauth2/token", "/oauth2/revoke", "/oauth2/userInfo", "/.well-known/"];
                if for_programs.iter().any(|part| path.contains(part)) {
                    assert!(answer.content_type.starts_with("application/json"), "{what}");
                    let body: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
                    assert_eq!(body["error"], "temporarily_unavailable", "{what}");
                } else {
                    assert!(answer.content_type.starts_with("text/html"), "{what}");
                    assert!(answer.body.contains("<main"), "{what}");
                }
                assert!(!answer.body.contains("postgres") && !answer.body.contains("127.0.0.1"), "{what}");
            }
            assert_eq!(get(&format!("{}/livez", server.origin)).await.0, 200);
            assert_eq!(get(&format!("{}/readyz", server.origin)).await.0, 503);
            let (status, _, metrics) = get(&format!("{}/metrics", server.management)).await;
            assert_eq!(status, 200, "the numbers are there when they are needed most");
            assert!(metrics.contains("vestibule_database_unavailable_total{use=\"read\"}"));

            wire.cut(false);
            let watch = vestibule::metrics::Stopwatch::start();
            until_ready(&server.origin).await;
            assert!(watch.seconds() < 10.0, "it took {} s", watch.seconds());
            let tokens = Application::public(&server.origin)
                .tokens_of(&server.browser(), "ada@example.com", "Correct-Horse-7")
                .await;
            assert_eq!(tokens.status, 200, "{tokens:?}");
        }
    });
}

#[test]
fn a_locked_sqlite_file_is_503_for_whoever_must_write_and_heals() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let (settings, node) = (database.settings(), database.impatient().await);
        let server = TestServer::start_on(Arc::new(node), TestServerOptions::default()).await;
        let (browser, flow) = flow(&server).await;
        let other = Db::open(&settings).await.expect("another process");
        let (let_go, held) = std::sync::mpsc::channel::<()>();
        let is_held = Arc::new(AtomicBool::new(false));
        let flag = is_held.clone();
        let holding = tokio::spawn(async move {
            let held = std::sync::Mutex::new(held);
            other
                .write(move |_| {
                    flag.store(true, Ordering::Release);
                    let _ = held.lock().expect("one holder").recv();
                    Ok(())
                })
                .await
        });
        while !is_held.load(Ordering::Acquire) {
            tokio::task::yield_now().await;
        }
        let mut refused = 0;
        for route in ROUTES {
            let answer = ask(&browser, *route, &flow, &server.origin).await;
            assert_ne!(answer.status, 500, "{route:?}: {}", answer.body);
            if answer.status == 503 {
                refused += 1;
                assert_eq!(answer.retry_after, "1", "{route:?}");
            }
        }
        assert!(refused >= 1, "somebody had to write");
        let app = Application::public(&server.origin);
        // RFC 6749 §4.1.2.1: once client and address are trusted, this error is the application's.
        let page = server.browser().get_once(app.depart(&[]).url.as_str()).await;
        assert_eq!(page.status, 302, "an authorization request is stored: {}", page.text());
        assert!(page.header("location").contains("error=temporarily_unavailable"), "{:?}", page.headers);
        let_go.send(()).expect("it is held");
        holding.await.expect("no panic").expect("the lock was held");
        let healed =
            async { while server.browser().get(app.depart(&[]).url.as_str()).await.status != 200 {} };
        tokio::time::timeout(Duration::from_secs(10), healed).await.expect("it heals");
        let tokens = app.tokens_of(&server.browser(), "ada@example.com", "Correct-Horse-7").await;
        assert_eq!(tokens.status, 200);
        drop(database);
    });
}
