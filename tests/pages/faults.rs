//! A fault of ours costs one request and nothing else.

use std::net::TcpListener;

use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use vestibule::web::{WebError, edge};

use super::*;

async fn panics() -> HttpResponse {
    panic!("a handler that a test lets panic")
}

async fn fails() -> Result<HttpResponse, WebError> {
    Err(WebError::Internal("the cause is for the log".into()))
}

async fn is_busy() -> Result<HttpResponse, WebError> {
    Err(WebError::Unavailable { retry_after_seconds: 7, cause: "the cause is for the log".into() })
}

#[actix_web::test]
async fn a_panic_becomes_a_page_and_the_server_goes_on() {
    let server = TestServer::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let origin = format!("http://{}", listener.local_addr().expect("a bound port"));
    let env = server.env.clone();
    let faulty = HttpServer::new(move || {
        App::new()
            .app_data(Data::new(env.clone()))
            .wrap(from_fn(edge::edge))
            .route("/panics", web::get().to(panics))
            .route("/fails", web::get().to(fails))
            .route("/busy", web::get().to(is_busy))
    });
    let faulty = faulty.workers(1).disable_signals().listen(listener).expect("the server listens").run();
    let handle = faulty.handle();
    actix_web::rt::spawn(faulty);
    let browser = Browser::new(&origin);
    for _ in 0..3 {
        for (path, status, code) in
            [("/panics", 500, "server_error"), ("/fails", 500, "server_error"), ("/busy", 503, "")]
        {
            let page = browser.get(path).await;
            assert_eq!(page.status, status, "{path}");
            assert!(page.has("main") && page.says(code), "{path}: {}", page.text());
            assert!(!page.says("the cause is for the log") && !page.says("lets panic"), "{path}");
            assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
            assert_eq!(page.header("retry-after"), if status == 503 { "7" } else { "" });
        }
    }
    handle.stop(false).await;
}
