//! SMS through an HTTP gateway, and the limits of the client that talks to it.

use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::http::header;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use serde_json::{Value, json};
use url::Url;
use vestibule::model::ids::PoolId;
use vestibule::model::message::{Medium, MessageKind, OutgoingMessage};
use vestibule::outbound::http::{HttpClient, HttpError, HttpSettings, Reach};
use vestibule::outbound::mail::SendError;
use vestibule::outbound::sms::{GatewaySms, SmsOff, SmsTransport};

use crate::support::database::block_on;

/// What a gateway was sent: the headers that matter, and the body.
type Heard = Arc<Mutex<Vec<(String, String, Value)>>>;

struct Gateway {
    url: Url,
    heard: Heard,
    handle: ServerHandle,
}

impl Gateway {
    /// A gateway whose path says how it answers: `/200`, `/redirect`, `/long`.
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("bound")).parse().expect("a URL");
        let heard = Heard::default();
        let for_server = heard.clone();
        let (ready, started) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    App::new().app_data(web::Data::new(for_server.clone())).default_service(web::to(answer))
                })
                .workers(1)
                .disable_signals()
                .listen(listener)
                .expect("it listens")
                .run();
                ready.send(server.handle()).expect("the test waits");
                server.await.expect("it ends well");
            });
        });
        Self { url, heard, handle: started.recv().expect("it starts") }
    }

    fn at(&self, path: &str) -> Url {
        self.url.join(path).expect("a path")
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

async fn answer(request: HttpRequest, heard: web::Data<Heard>, body: web::Bytes) -> HttpResponse {
    let text =
        |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("").to_owned();
    let body = serde_json::from_slice(&body).unwrap_or_default();
    heard.lock().expect("no panic").push((text("authorization"), text("idempotency-key"), body));
    match request.path() {
        "/redirect" => HttpResponse::TemporaryRedirect().insert_header((header::LOCATION, "/200")).finish(),
        "/long" => HttpResponse::Ok().body("x".repeat(300 * 1024)),
        "/never" => std::future::pending().await,
        path => {
            let status = path.trim_start_matches('/').parse::<u16>().unwrap_or(500);
            HttpResponse::build(status.try_into().expect("a status")).finish()
        }
    }
}

fn message() -> OutgoingMessage {
    OutgoingMessage {
        pool_id: PoolId::trusted("us-east-1_Demo00001"),
        kind: MessageKind::SignInCode,
        medium: Medium::Sms,
        to: "+4915112345678".to_owned(),
        subject: String::new(),
        text: "042187 is your code".to_owned(),
        html: None,
        code: Some("042187".to_owned()),
        link: None,
    }
}

fn sms(url: Url) -> GatewaySms {
    GatewaySms::new(url, "gateway-token".into()).expect("it can be set up")
}

#[test]
fn the_gateway_is_sent_what_the_contract_says() {
    block_on(async {
        let gateway = Gateway::start();
        sms(gateway.at("/202")).send("0b6f9c3e", &message()).await.expect("it was taken");
        let heard = gateway.heard.lock().expect("no panic").clone();
        let body = json!({
            "id": "0b6f9c3e",
            "to": "+4915112345678",
            "text": "042187 is your code",
            "kind": "sign_in_code",
        });
        assert_eq!(heard, [("Bearer gateway-token".to_owned(), "0b6f9c3e".to_owned(), body)]);
    });
}

#[test]
fn the_status_decides_whether_it_is_tried_again() {
    block_on(async {
        let gateway = Gateway::start();
        for (path, refused) in [
            ("/400", true),
            ("/422", true),
            ("/401", false),
            ("/403", false),
            ("/404", false),
            ("/408", false),
            ("/429", false),
            ("/500", false),
            ("/503", false),
            ("/redirect", false),
            ("/long", false),
        ] {
            let error = sms(gateway.at(path)).send("1", &message()).await.expect_err(path);
            assert_eq!(matches!(error, SendError::Refused(_)), refused, "{path}: {error}");
            assert!(!error.to_string().contains("4915"), "{error}");
        }
        assert!(!SmsOff.is_on());
        assert!(matches!(SmsOff.send("1", &message()).await, Err(SendError::Refused(_))));
    });
}

#[test]
fn the_client_keeps_its_limits() {
    block_on(async {
        let gateway = Gateway::start();
        let patience = Duration::from_millis(300);
        let settings = HttpSettings { timeout: patience, ..HttpSettings::new(Reach::Anywhere) };
        let client = HttpClient::new(&settings).expect("a client");
        let get = async |client: &HttpClient, url: Url| client.send(client.get(url)).await;
        assert!(matches!(get(&client, gateway.at("/never")).await, Err(HttpError::Timeout)));
        assert!(matches!(get(&client, gateway.at("/long")).await, Err(HttpError::TooLong)));
        let answer = get(&client, gateway.at("/redirect")).await.expect("an answer");
        assert_eq!(answer.status.as_u16(), 307, "redirects are not followed");
    });
}
