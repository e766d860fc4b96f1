//! The audit trail of people and clients: which events a walk leaves, and what is never in one.

use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use super::walk::{TYPED, Walk};
use super::watched;
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::server::TestServer;

async fn events(server: &TestServer, action: &str) -> Vec<StoredEvent> {
    let wanted = Wanted { action: Some(action.to_owned()), ..Wanted::default() };
    server.env.db.read(move |c| audit_events::list(c, &wanted, 1000)).await.expect("the trail")
}

async fn all(server: &TestServer) -> Vec<StoredEvent> {
    server.env.db.read(|c| audit_events::list(c, &Wanted::default(), 10_000)).await.expect("the trail")
}

#[test]
fn a_walk_leaves_its_events_with_network_and_correlation_and_nothing_that_was_typed() {
    for_each_database(|database| async {
        let server = watched(database).await;
        let walk = Walk {
            origin: &server.origin,
            now: server.env.now(),
            code_to: async |address: &str| server.code_to(address).await,
        };
        let walked = walk.everything().await;
        for action in [
            "user.sign_up",
            "user.confirm",
            "session.begin",
            "session.end",
            "sign_in.refuse",
            "user.lock",
            "password.recover",
            "token.revoke",
            "client.authenticate",
        ] {
            let found = events(&server, action).await;
            assert!(!found.is_empty(), "no {action}");
            for event in &found {
                assert_eq!(event.network.as_deref(), Some("127.0.0.0/24"), "{event:?}");
                assert!(event.correlation_id.as_deref().is_some_and(|id| id.len() >= 8), "{event:?}");
                assert_eq!(event.pool_id.as_deref(), Some("us-east-1_Demo00001"), "{event:?}");
            }
        }
        let began = &events(&server, "session.begin").await;
        assert_eq!(began.len(), 3, "{began:?}");
        assert!(began.iter().all(|event| event.succeeded && event.actor_kind == "person"));
        assert!(began.iter().all(|event| event.actor == event.subject && event.subject.is_some()));
        assert!(
            began.iter().any(|event| event.detail["methods"] == serde_json::json!(["pwd", "otp", "mfa"]))
        );
        let refused = events(&server, "sign_in.refuse").await;
        assert!(refused.iter().all(|event| !event.succeeded && event.actor_kind == "anonymous"));
        assert!(refused.iter().any(|event| event.subject_kind.as_deref() == Some("user")));
        assert!(refused.iter().any(|event| event.subject_kind.as_deref() == Some("client")));
        let text = format!("{:?}", all(&server).await);
        for marker in TYPED.iter().copied().chain(walked.secrets.iter().map(String::as_str)) {
            assert!(!text.contains(marker), "{marker} is in the trail");
        }
    });
}

#[test]
fn anonymous_callers_cannot_make_the_trail_grow_without_end() {
    for_each_database(|database| async {
        let server = watched(database).await;
        let mut guesser = crate::support::application::Application::confidential(&server.origin);
        guesser.secret = Some("wrong".into());
        for _ in 0..40 {
            guesser.token(&[("grant_type", "client_credentials")]).await;
        }
        assert_eq!(events(&server, "client.authenticate").await.len(), 30);
        assert_eq!(events(&server, "audit.left_out").await.len(), 1);
        let left_out = server.env.metrics.protocol.audit_left_out.get(["client.authenticate"]);
        assert_eq!(left_out, 10, "what is not kept is counted");
        server.advance(std::time::Duration::from_secs(60));
        guesser.token(&[("grant_type", "client_credentials")]).await;
        assert_eq!(events(&server, "client.authenticate").await.len(), 31);
    });
}

#[test]
fn a_refresh_token_and_a_code_used_twice_are_events_that_name_the_person() {
    block_on(async {
        let server = watched(TestDatabase::sqlite().await).await;
        let app = crate::support::application::Application::public(&server.origin);
        let browser = server.browser();
        let (departure, back) = app.sign_in(&browser, "ada@example.com", "Correct-Horse-7").await;
        let code = app.code_of(&back, &departure);
        app.exchange(&code, &departure.verifier).await;
        app.exchange(&code, &departure.verifier).await;
        let reuse = events(&server, "code.reuse").await;
        assert_eq!((reuse.len(), reuse[0].actor.as_deref()), (1, Some("demoweb")));
        assert_eq!(reuse[0].subject_kind.as_deref(), Some("user"));

        let pool = server.default_pool().await;
        server
            .change_client(&pool, "demoweb", |client| {
                client.rotation.enabled = true;
                client.rotation.grace_seconds = 0;
            })
            .await;
        let tokens = app.tokens_of(&server.browser(), "ada@example.com", "Correct-Horse-7").await;
        let first = tokens.text("refresh_token");
        assert_eq!(app.refresh(&first).await.status, 200);
        assert_eq!(app.refresh(&first).await.error(), "invalid_grant");
        assert_eq!(events(&server, "token.reuse").await.len(), 1);
    });
}
