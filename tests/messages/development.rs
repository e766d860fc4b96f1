//! The development server's mailbox and playground.

use std::sync::Arc;

use actix_web::middleware::from_fn;
use actix_web::web::Data;
use actix_web::{App, test as call};
use serde_json::Value;
use vestibule::dev;
use vestibule::dev::seed;
use vestibule::model::ids::PoolId;
use vestibule::model::message::{Medium, MessageKind, OutgoingMessage};
use vestibule::outbound::mail::MailTransport;
use vestibule::outbound::mailbox::Mailbox;
use vestibule::web::edge;

use crate::support::browser::Page;
use crate::support::database::block_on;
use crate::support::server::TestServer;

fn message(to: &str, code: &str) -> OutgoingMessage {
    OutgoingMessage {
        pool_id: PoolId::trusted(seed::DEFAULT_POOL),
        kind: MessageKind::SignUpConfirmation,
        medium: Medium::Email,
        to: to.to_owned(),
        subject: "Your Demo confirmation code".to_owned(),
        text: format!("The code is <{code}>"),
        html: Some(format!("<p>{code}</p>")),
        code: Some(code.to_owned()),
        link: None,
    }
}

#[test]
fn the_mailbox_shows_messages_to_people_and_to_scripts() {
    actix_web::rt::System::new().block_on(async {
        let server = TestServer::start().await;
        let mailbox = Arc::new(Mailbox::new(server.clock.clone()));
        let app = call::init_service(
            App::new()
                .app_data(Data::new(server.env.clone()))
                .app_data(Data::from(mailbox.clone()))
                .wrap(from_fn(edge::edge))
                .configure(dev::routes),
        )
        .await;
        let get = async |path: &str| {
            let request =
                call::TestRequest::get().uri(path).insert_header(("host", "localhost")).to_request();
            let response = call::call_service(&app, request).await;
            assert!(response.headers().get("access-control-allow-origin").is_none(), "{path}");
            let status = response.status().as_u16();
            (status, String::from_utf8(call::read_body(response).await.to_vec()).expect("UTF-8"))
        };
        let json = async |path: &str| {
            let (status, body) = get(path).await;
            (status, serde_json::from_str::<Value>(&body).expect("JSON"))
        };

        assert_eq!(get("/dev/mailbox").await.0, 200);
        assert_eq!(json("/dev/mailbox/latest").await.0, 404);
        for (to, code) in [("ada@example.com", "111111"), ("grace@example.com", "222222")] {
            mailbox.send("1", &message(to, code)).await.expect("it is kept");
        }
        let (_, page) = get("/dev/mailbox").await;
        let (newest, oldest) = (page.find("222222").expect("shown"), page.find("111111").expect("shown"));
        assert!(newest < oldest && page.contains("&lt;111111&gt;"), "newest first, escaped");
        let (_, latest) = json("/dev/mailbox/latest").await;
        assert_eq!((&latest["to"], &latest["code"]), (&"grace@example.com".into(), &"222222".into()));
        let (_, adas) = json("/dev/mailbox/latest?to=ada%40example.com").await;
        assert_eq!(
            (&adas["code"], &adas["medium"], &adas["kind"]),
            (&"111111".into(), &"email".into(), &"sign_up_confirmation".into())
        );
        assert_eq!(json("/dev/mailbox/latest?to=nobody%40example.com").await.0, 404);
        assert_eq!(json("/dev/mailbox.json").await.1.as_array().map(Vec::len), Some(2));

        let clear = async |site: &'static str| {
            let request = call::TestRequest::post()
                .uri("/dev/mailbox/clear")
                .insert_header(("host", "localhost"))
                .insert_header(("sec-fetch-site", site))
                .to_request();
            call::call_service(&app, request).await.status().as_u16()
        };
        assert_eq!(clear("cross-site").await, 403);
        assert_eq!(mailbox.all().len(), 2);
        assert_eq!(clear("same-origin").await, 303);
        assert!(mailbox.all().is_empty());
    });
}

#[test]
fn a_server_that_really_sends_has_no_mailbox() {
    block_on(async {
        let server = TestServer::start().await;
        for path in ["/dev/mailbox", "/dev/mailbox.json", "/dev/mailbox/latest"] {
            assert_eq!(server.browser().get(path).await.status, 404, "{path}");
        }
    });
}

/// Signs ada in through the playground.
async fn sign_in(server: &TestServer, browser: &crate::support::browser::Browser) -> Page {
    let start = browser.get("/dev/playground").await;
    assert_eq!(start.status, 200, "{}", start.html);
    let login = browser.submit(&start, "startButton", &[("target", seed::PUBLIC_CLIENT)]).await;
    assert_eq!(login.path(), "/login", "{}", login.html);
    let typed = [("username", seed::ADA.email), ("password", seed::ADA.password)];
    let result = browser.submit(&login, "signInSubmitButton", &typed).await;
    assert_eq!(result.path(), "/dev/playground/result", "{}", result.html);
    assert_eq!(result.url.origin().ascii_serialization(), server.origin);
    result
}

#[test]
fn the_playground_signs_in_refreshes_revokes_and_signs_out() {
    block_on(async {
        let server = TestServer::start().await;
        let browser = server.browser();
        let result = sign_in(&server, &browser).await;
        for text in
            ["id_token", "access_token", "refresh_token", "ada@example.com", "\"token_use\": \"id\"", "S256"]
        {
            assert!(result.says(text), "{text}: {}", result.text());
        }
        let again = browser.get("/dev/playground/result").await;
        assert!(again.says("refresh_token"), "the page can be loaded again");

        let refreshed = browser.submit(&result, "refreshButton", &[]).await;
        assert!(refreshed.says("access_token") && !refreshed.has("[role=alert]"), "{}", refreshed.text());
        let revoked = browser.submit(&refreshed, "revokeButton", &[]).await;
        assert!(revoked.says("access_token") && !revoked.says("refresh_token"), "{}", revoked.text());

        let sign_out = revoked.html.split("href=\"").filter_map(|rest| rest.split('"').next());
        let sign_out =
            sign_out.into_iter().find(|link| link.contains("/logout?")).expect("a link to sign out");
        let start = browser.get(&sign_out.replace("&amp;", "&")).await;
        assert_eq!((start.status, start.path()), (200, "/dev/playground"), "{}", start.html);
        let login = browser.submit(&start, "startButton", &[("target", seed::PUBLIC_CLIENT)]).await;
        assert_eq!(login.path(), "/login", "the session has ended");
    });
}

#[test]
fn the_playground_shows_errors_and_takes_no_foreign_answer() {
    block_on(async {
        let server = TestServer::start().await;
        let browser = server.browser();
        let start = browser.get("/dev/playground").await;
        let typed = [("target", seed::PUBLIC_CLIENT), ("prompt", "none")];
        let refused = browser.submit(&start, "startButton", &typed).await;
        assert!(refused.says("login_required"), "{}", refused.text());

        let forged = browser.get("/dev/playground/callback?code=x&state=guessed").await;
        assert!(forged.says("state_mismatch"), "{}", forged.text());
        let stranger = server.browser().get("/dev/playground/callback?code=x&state=guessed").await;
        assert_eq!(stranger.path(), "/dev/playground", "without a cookie there is nothing to answer");

        let result = sign_in(&server, &browser).await;
        let replayed = browser.get("/dev/playground/callback?code=x&state=guessed").await;
        assert!(result.says("id_token") && replayed.says("state_mismatch"), "an answer counts once");
    });
}

#[test]
fn the_playground_leads_to_a_sign_up_and_to_the_other_pool() {
    block_on(async {
        let server = TestServer::start().await;
        let browser = server.browser();
        let start = browser.get("/dev/playground?prompt=create").await;
        assert!(start.has("option[value=create][selected]"), "{}", start.html);
        let sign_up = browser.submit(&start, "startButton", &[("prompt", "create")]).await;
        assert_eq!(sign_up.path(), "/signup", "{}", sign_up.html);
        let login = browser.submit(&start, "startButton", &[("target", seed::COGNITO_CLIENT)]).await;
        assert_eq!(login.path(), format!("/{}/login", seed::COGNITO_POOL));
        let elsewhere = server.origin.replace("127.0.0.1", "localhost");
        let moved = browser.get(&format!("{elsewhere}/dev/playground?prompt=login")).await;
        assert_eq!(moved.url.as_str(), format!("{}/dev/playground?prompt=login", server.origin));
    });
}
