//! The server talks to itself: one worker must be enough, because no handler holds anything while it waits.

use std::net::TcpListener;
use std::sync::Arc;

use actix_web::middleware::from_fn;
use actix_web::web::{Data, get};
use actix_web::{App, HttpResponse, HttpServer};
use scraper::{Html, Selector};
use url::Url;
use vestibule::config::{HttpsSettings, OutboundSettings, Settings};
use vestibule::dev::{self, certificates, seed};
use vestibule::directory::{pools, providers};
use vestibule::env::Env;
use vestibule::federation::FederationError;
use vestibule::federation::oidc::{self, Answer, Ask};
use vestibule::model::ids::PoolId;
use vestibule::outbound::documents::DocumentCache;
use vestibule::outbound::http::{HttpClient, HttpSettings};
use vestibule::server::{self, Listeners};
use vestibule::web::edge;

use super::stand_in::callback;
use crate::support::database::block_on;
use crate::support::server::{TestServer, TestServerOptions};

/// A whole sign-in inside one request, the browser's part as well.
async fn whole_sign_in(env: Data<Env>) -> HttpResponse {
    let pool =
        pools::find(&env, &PoolId::trusted(seed::DEFAULT_POOL)).await.expect("an answer").expect("one");
    let provider = providers::find(&env, &pool, "DemoOIDC").await.expect("an answer").expect("one");
    let gone = oidc::begin(&env, &provider, &callback(), Ask::default()).await.expect("discovered");
    let page = env.http.send(env.http.get(gone.url.clone())).await.expect("a page");
    let html = String::from_utf8(page.body).expect("text");
    let request = {
        let field = Selector::parse("input[name=request]").expect("a selector");
        let document = Html::parse_document(&html);
        let found = document.select(&field).next().and_then(|one| one.attr("value")).map(ToOwned::to_owned);
        found.expect("a sealed request")
    };
    let action = gone.url.join("/dev/providers/oidc/answer").expect("a URL");
    let form = [("request", request.as_str()), ("person", "ada")];
    let back = env.http.send(env.http.post(action).form(&form)).await.expect("an answer");
    let location = back.headers["location"].to_str().expect("text");
    let location: Url = location.parse().expect("a URL");
    let parameter = |name: &str| {
        location.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    };
    let answer = Answer { code: parameter("code"), iss: parameter("iss"), ..Answer::default() };
    let found = oidc::finish(&env, &provider, &callback(), &gone.round_trip, answer).await;
    HttpResponse::Ok().body(found.expect("signed in").subject)
}

#[test]
fn one_worker_is_enough_for_a_server_that_talks_to_itself() {
    block_on(async {
        let server =
            TestServer::start_with(TestServerOptions { one_process: true, ..Default::default() }).await;
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("bound"));
        let public_url = origin.parse().expect("a URL");
        let settings = Settings { public_url, ..(*server.env.settings).clone() };
        let env = Env { settings: Arc::new(settings), ..server.env.clone() };
        seed::plant(&env).await.expect("planted");
        let (ready, started) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let running = HttpServer::new(move || {
                    App::new()
                        .app_data(Data::new(env.clone()))
                        .wrap(from_fn(edge::edge))
                        .configure(dev::routes)
                        .route("/whole", get().to(whole_sign_in))
                })
                .workers(1)
                .disable_signals()
                .listen(listener)
                .expect("it listens")
                .run();
                ready.send(running.handle()).expect("the test waits");
                running.await.expect("it ends well");
            });
        });
        let handle = started.recv().expect("it starts");
        // Ten at once wait for each other's requests, all on the one worker.
        let browser = crate::support::browser::Browser::new(&origin);
        let pages = futures_util::future::join_all((0..10).map(|_| browser.get("/whole"))).await;
        for page in pages {
            assert_eq!((page.status, page.html.as_str()), (200, "demo-ada"));
        }
        drop(handle.stop(false));
        thread.join().expect("it ends without a panic");
    });
}

#[test]
fn with_https_it_trusts_its_own_authority() {
    block_on(async {
        let server =
            TestServer::start_with(TestServerOptions { one_process: true, ..Default::default() }).await;
        let folder = tempfile::tempdir().expect("a folder");
        let certificate = certificates::ensure(folder.path(), server.env.now()).expect("a certificate");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let public_url = format!("https://localhost:{}", listener.local_addr().expect("bound").port());
        let trusting = |ca_file| {
            let settings = Settings {
                public_url: public_url.parse().expect("a URL"),
                https: Some(HttpsSettings {
                    listen: Vec::new(),
                    certificate_file: certificate.certificate_file.clone(),
                    key_file: certificate.key_file.clone(),
                }),
                outbound: OutboundSettings { ca_file, ..OutboundSettings::default() },
                ..(*server.env.settings).clone()
            };
            let http =
                HttpClient::new(&HttpSettings::guarded(&settings).expect("settings")).expect("a client");
            let documents = Arc::new(DocumentCache::new(&http, server.env.clock.clone()));
            Env { settings: Arc::new(settings), http, documents, ..server.env.clone() }
        };
        // As `vestibule dev` sets it.
        let env = trusting(Some(certificate.authority_file.clone()));
        seed::plant(&env).await.expect("planted");
        let (ready, started) = std::sync::mpsc::channel();
        let for_server = env.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let listeners = Listeners { https: vec![listener], ..Listeners::default() };
                let running = server::start(for_server, listeners, None).expect("it starts");
                ready.send(running.handle()).expect("the test waits");
                running.until_stopped().await.expect("it ends well");
            });
        });
        let handle = started.recv().expect("it starts");
        let pool = server.pool(seed::DEFAULT_POOL).await;
        let provider = providers::find(&env, &pool, "DemoOIDC").await.expect("an answer").expect("one");
        let report = oidc::check(&env, &provider).await.expect("found over HTTPS");
        assert_eq!((report.keys, report.token_url.scheme()), (Some(1), "https"));
        let refused = oidc::check(&trusting(None), &provider).await;
        assert!(matches!(refused, Err(FederationError::Untrusted(_))), "{refused:?}");
        drop(handle.stop(false));
        thread.join().expect("it ends without a panic");
    });
}
