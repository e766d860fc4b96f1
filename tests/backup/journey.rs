//! A backup taken while people sign up, sign in and refresh, restored into an empty database of the other kind: everything
//! that was true before it goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{DecodingKey, Validation, decode, decode_header};
use vestibule::backup::{self, Protection, Unlock};
use vestibule::crypto::master_key::{MasterKey, MasterKeys};
use vestibule::model::client::RefreshRotation;

use super::restore::content;
use super::{Shelf, restored};
use crate::journeys::grace_totp;
use crate::support::application::Application;
use crate::support::database::{TestDatabase, for_each_move};
use crate::support::server::{MASTER_KEY, TestServer, TestServerOptions};

const PUBLIC: &str = "http://localhost:9400";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const GRACE: (&str, &str) = ("grace@example.com", "Correct-Horse-8");
const PASSWORD: &str = "Correct-Horse-9";

async fn server_on(database: Arc<TestDatabase>) -> TestServer {
    // One name for both, so that tokens of the first are tokens of the second.
    let options = TestServerOptions { public_url: Some(PUBLIC), ..TestServerOptions::default() };
    TestServer::start_on(database, options).await
}

fn application(server: &TestServer) -> Application {
    of_one_name(Application::public(&server.origin))
}

fn of_one_name(mut app: Application) -> Application {
    app.issuer = format!("{PUBLIC}/us-east-1_Demo00001");
    app
}

async fn sign_up(app: &Application, server: &TestServer, email: &str) {
    let browser = server.browser();
    let login = browser.get(app.depart(&[]).url.as_str()).await;
    let page = browser.get(&login.url.as_str().replace("/login", "/signup")).await;
    let page = browser.submit(&page, "signUpButton", &[("username", email), ("password", PASSWORD)]).await;
    let code = server.code_to(email).await;
    let back = browser.submit(&page, "confirmButton", &[("code", &code)]).await;
    assert!(back.url.as_str().starts_with(&app.redirect_uri), "{} {}", back.status, back.text());
}

/// Whether a token verifies with the keys that a server publishes.
async fn verifies(server: &TestServer, token: &str) -> bool {
    let set = server.browser().get("/us-east-1_Demo00001/.well-known/jwks.json").await;
    let set: JwkSet = serde_json::from_str(&set.html).expect("a key set");
    let header = decode_header(token).expect("a header");
    let Some(key) = set.find(header.kid.as_deref().unwrap_or_default()) else { return false };
    let mut rules = Validation::new(header.alg);
    rules.validate_aud = false;
    rules.set_issuer(&[format!("{PUBLIC}/us-east-1_Demo00001")]);
    decode::<serde_json::Value>(token, &DecodingKey::from_jwk(key).expect("a key"), &rules).is_ok()
}

#[test]
fn everything_works_after_a_backup_under_load_was_restored_elsewhere() {
    for_each_move(|from, to| async move {
        let (from, to) = (Arc::new(from), Arc::new(to));
        let first = server_on(from.clone()).await;
        let app = application(&first);
        let pool = first.default_pool().await;
        let rotating = RefreshRotation { enabled: true, grace_seconds: 60 };

        // Before the backup: a session, tokens, a token that was rotated, a person of today.
        let ada = first.browser();
        let tokens = app.tokens_of(&ada, ADA.0, ADA.1).await;
        let (access, refresh) = (tokens.text("access_token"), tokens.text("refresh_token"));
        sign_up(&app, &first, "nora@example.com").await;
        first.change_client(&pool, "demoweb", |settings| settings.rotation = rotating).await;
        let old = app.tokens_of(&first.browser(), ADA.0, ADA.1).await.text("refresh_token");
        let successor = app.refresh(&old).await.text("refresh_token");

        // Meanwhile others come and go.
        let (stop, signed_up, refreshed) = (AtomicBool::new(false), AtomicU32::new(0), AtomicU32::new(0));
        let working = || !stop.load(Ordering::Relaxed);
        let signing_up = async {
            while working() {
                let number = signed_up.fetch_add(1, Ordering::Relaxed);
                sign_up(&app, &first, &format!("new{number}@example.com")).await;
            }
        };
        let refreshing = async {
            let mut token = app.tokens_of(&first.browser(), ADA.0, ADA.1).await.text("refresh_token");
            while working() {
                token = app.refresh(&token).await.text("refresh_token");
                refreshed.fetch_add(1, Ordering::Relaxed);
            }
        };
        let signing_in = async {
            while working() {
                assert_eq!(app.tokens_of(&first.browser(), ADA.0, ADA.1).await.status, 200);
            }
        };
        let shelf = Shelf::new();
        let backing_up = async {
            let busy = || signed_up.load(Ordering::Relaxed) > 1 && refreshed.load(Ordering::Relaxed) > 1;
            while !busy() {
                tokio::task::yield_now().await;
            }
            for name in ["1", "2", "3"] {
                let before = refreshed.load(Ordering::Relaxed);
                backup::take(&first.env, &shelf.file(name), Protection::MasterKey)
                    .await
                    .expect("it is taken");
                while refreshed.load(Ordering::Relaxed) == before {
                    tokio::task::yield_now().await;
                }
            }
            stop.store(true, Ordering::Relaxed);
        };
        tokio::join!(signing_up, refreshing, signing_in, backing_up);
        drop(first);

        let masters = MasterKeys::from(&MasterKey::parse(MASTER_KEY).expect("a test key"));
        let unlock = Unlock { masters: Some(masters), passphrase: None };
        backup::restore(&to, &shelf.file("3"), &unlock, restored()).await.expect("it is restored");
        let rows = content(&to).await;
        assert_eq!(rows["users"].len(), rows["passwords"].len(), "nobody was caught half made");

        let second = server_on(to).await;
        let app = application(&second);
        // Keys: a token of before, for others and for ourselves.
        assert!(verifies(&second, &access).await);
        assert_eq!(app.user_info(&access).await.0, 200);
        // Refresh tokens; the repeated one gets the successor that it had, since what derives it was moved as well.
        assert_eq!(app.refresh(&old).await.text("refresh_token"), successor);
        assert_eq!(app.refresh(&successor).await.status, 200);
        assert_eq!(app.refresh(&refresh).await.status, 200);
        // The session: signed in without being asked.
        let ada = ada.moved_to(&second.origin);
        let departure = app.depart(&[]);
        let back = ada.get(departure.url.as_str()).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        assert!(verifies(&second, &tokens.text("id_token")).await);
        // Passwords, of old and of today.
        for (name, password) in [ADA, ("nora@example.com", PASSWORD)] {
            assert_eq!(app.tokens_of(&second.browser(), name, password).await.status, 200, "{name}");
        }
        // A second factor.
        let browser = second.browser();
        let (departure, challenge) = app.sign_in(&browser, GRACE.0, GRACE.1).await;
        assert!(challenge.has("input[name=code]"), "{}", challenge.text());
        let back = browser.submit(&challenge, "code", &[("code", &grace_totp(&second))]).await;
        app.code_of(&back, &departure);
        // Client secrets, and new people.
        let confidential = of_one_name(Application::confidential(&second.origin));
        assert_eq!(confidential.tokens_of(&second.browser(), ADA.0, ADA.1).await.status, 200);
        sign_up(&app, &second, "later@example.com").await;
        assert_eq!(app.tokens_of(&second.browser(), "later@example.com", PASSWORD).await.status, 200);
    });
}
