//! A full password queue answers 503 and counts nothing; costs that change reach the stored hashes.

use std::sync::Arc;
use std::sync::mpsc;

use vestibule::directory::{names, password};
use vestibule::store::passwords;

use crate::support::application::Application;
use crate::support::database::{TestDatabase, block_on};
use crate::support::server::{TestServer, TestServerOptions};

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

#[test]
fn a_full_queue_answers_503_with_retry_after_and_costs_nothing() {
    block_on(async {
        let options =
            TestServerOptions { hash_queue: (1, 0), one_process: true, ..TestServerOptions::default() };
        let server = TestServer::start_with(options).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let departure = app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let (begun, has_begun) = mpsc::channel();
        let (go_on, waits) = mpsc::channel::<()>();
        let queue = server.env.passwords.clone();
        let busy = tokio::spawn(async move {
            queue
                .run(move || {
                    begun.send(()).expect("the test waits");
                    waits.recv().expect("the test goes on");
                })
                .await
        });
        tokio::task::spawn_blocking(move || has_begun.recv()).await.expect("no panic").expect("it has begun");
        let limit = server.default_pool().await.settings.lockout.per_user_and_prefix;
        let fields = [("username", ADA.0), ("password", ADA.1)];
        for _ in 0..=limit {
            let refused = browser.submit(&login, "password", &fields).await;
            assert_eq!(refused.status, 503, "{}", refused.text());
            assert_eq!(refused.header("retry-after"), "1");
            assert!(refused.has("input[name=password]"), "the form is still there");
        }
        let page = browser.get(&login.url.as_str().replace("/login", "/signup")).await;
        let new = [("username", "nora@example.com"), ("password", "Correct-Horse-9")];
        let refused = browser.submit(&page, "signUpButton", &new).await;
        assert_eq!((refused.status, refused.header("retry-after")), (503, "1"), "{}", refused.text());
        go_on.send(()).expect("the work waits");
        busy.await.expect("no panic").expect("the work is done");
        let back = browser.submit(&login, "password", &fields).await;
        app.code_of(&back, &departure);
        assert!(server.message_to("nora@example.com").await.is_none());
    });
}

#[test]
fn a_sign_in_brings_hash_and_verifier_up_to_date() {
    block_on(async {
        let database = Arc::new(TestDatabase::sqlite().await);
        let first = TestServer::start_on(database.clone(), TestServerOptions::default()).await;
        let pool = first.default_pool().await;
        let ada = names::find_for_sign_in(&first.env, &pool, ADA.0).await.expect("an answer").expect("ada");
        let stored = async || {
            let id = ada.id.clone();
            let found = first.env.db.read(move |c| passwords::find(c, &id)).await;
            found.expect("the database answers").expect("a password")
        };
        let before = stored().await;
        assert!(before.phc.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{}", before.phc);
        assert!(before.sealed_srp.is_some(), "the demonstration pools keep SRP verifiers");
        let mut settings = (*first.env.settings).clone();
        settings.password_hash.memory_kib = 128;
        let mut dearer = first.env.clone();
        dearer.settings = Arc::new(settings);
        password::check(&dearer, &pool, Some(&ada.id), ADA.1).await.expect("right");
        assert!(stored().await.phc.contains("m=128,"));
        // The first node, with the old cost, brings it back at the next sign-in.
        let app = Application::public(&first.origin);
        assert_eq!(app.tokens_of(&first.browser(), ADA.0, ADA.1).await.status, 200);
        assert!(stored().await.phc.contains("m=64,"));
    });
}
