//! The audit trail of people and clients: which events a walk leaves, and what is never in one.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use vestibule::config::AuditStream;
use vestibule::security::{audit, audit_stream};
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use super::walk::{TYPED, Walk};
use super::watched;
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::env::test_env;
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

#[test]
fn every_action_of_the_code_is_in_the_documentation_and_the_other_way_round() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(root.join("docs/audit.md")).expect("docs/audit.md");
    let documented: BTreeSet<String> = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.contains('.') && !name.starts_with("actor."))
        .collect();
    let mut used = BTreeSet::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            // The names of settings look the same.
            if path.ends_with("src/config") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                used.extend(actions(&std::fs::read_to_string(path).expect("a source")));
            }
        }
    }
    assert!(used.len() > 12, "{used:?}");
    let undocumented: Vec<_> = used.difference(&documented).collect();
    let unused: Vec<_> = documented.difference(&used).collect();
    assert!(undocumented.is_empty(), "docs/audit.md does not list {undocumented:?}");
    assert!(unused.is_empty(), "docs/audit.md lists {unused:?}, which nothing writes");
}

/// What an action is about; no other text of the program begins like that.
const THINGS: [&str; 22] = [
    "address",
    "audit",
    "backup",
    "client",
    "code",
    "device",
    "directory",
    "domain",
    "factor",
    "group",
    "identity_provider",
    "master_key",
    "passkey",
    "password",
    "pool",
    "resource_server",
    "schema",
    "session",
    "sign_in",
    "signing_key",
    "token",
    "user",
];

/// Places in files that look like actions.
const PLACES: [&str; 10] = [
    "audit.stream",
    "audit.jsonl",
    "pool.client",
    "pool.domain",
    "pool.group",
    "pool.identity_provider",
    "pool.name",
    "pool.resource_server",
    "pool.settings",
    "pool.user",
];

/// The texts `thing.verb` of a source file, written as one literal.
fn actions(source: &str) -> Vec<String> {
    let is_action = |text: &&str| {
        let is_word =
            |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        text.split_once('.').is_some_and(|(thing, verb)| THINGS.contains(&thing) && is_word(verb))
    };
    let is_place = |text: &&str| PLACES.contains(text);
    source.split('"').filter(is_action).filter(|text| !is_place(text)).map(ToOwned::to_owned).collect()
}

#[test]
fn events_are_streamed_as_lines_once_marked_and_again_when_they_were_not() {
    for_each_database(async |database| {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("audit.jsonl");
        let mut env = test_env(&database).await;
        let mut settings = (*env.env.settings).clone();
        settings.audit.stream = AuditStream::File(file.clone());
        env.env.settings = Arc::new(settings);
        let write = |n: usize| {
            let event = audit::event(&env.env, "pool.create").about("pool", format!("p{n}")).with("n", n);
            env.env.db.write(move |c| audit::record(c, &event))
        };
        for n in 0..3 {
            write(n).await.expect("a row");
        }
        let lines = || -> Vec<serde_json::Value> {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
        };
        assert_eq!(audit_stream::write_due(&env.env).await.expect("streamed"), 3);
        assert_eq!(audit_stream::write_due(&env.env).await.expect("streamed"), 0);
        assert_eq!(lines().len(), 3);
        let first = &lines()[0];
        let members: Vec<&str> = first.as_object().expect("an object").keys().map(String::as_str).collect();
        let named = [
            "action",
            "actor",
            "at",
            "correlation_id",
            "detail",
            "id",
            "network",
            "pool",
            "subject",
            "succeeded",
        ];
        assert_eq!(members, named);
        assert_eq!(first["at"], "2026-11-21T14:03:07Z");

        std::fs::rename(&file, folder.path().join("old")).expect("rotated");
        write(4).await.expect("a row");
        audit_stream::write_due(&env.env).await.expect("streamed");
        assert_eq!(lines().len(), 1, "a file that was moved away is made again");
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);

        // A place that cannot be written to: nothing is marked, and everything comes when it can.
        std::fs::remove_file(&file).expect("removed");
        std::fs::create_dir(&file).expect("in the way");
        write(5).await.expect("a row");
        audit_stream::write_due(&env.env).await.expect_err("it is a folder");
        std::fs::remove_dir(&file).expect("removed");
        assert_eq!(audit_stream::write_due(&env.env).await.expect("streamed"), 1);
        assert_eq!(lines()[0]["subject"]["id"], "p5");
    });
}

#[test]
fn events_end_with_the_days_they_are_kept() {
    for_each_database(async |database| {
        let env = test_env(&database).await;
        for _ in 0..3 {
            let event = audit::event(&env.env, "pool.create");
            env.env.db.write(move |c| audit::record(c, &event)).await.expect("a row");
        }
        env.advance(Duration::from_secs(400 * 86_400));
        assert_eq!(audit_stream::delete_old(&env.env).await.expect("looked"), 0, "the last day counts");
        let late = audit::event(&env.env, "pool.update");
        env.env.db.write(move |c| audit::record(c, &late)).await.expect("a row");
        env.advance(Duration::from_millis(1));
        assert_eq!(audit_stream::delete_old(&env.env).await.expect("looked"), 3);
        assert_eq!(audit_stream::delete_old(&env.env).await.expect("looked"), 0);
    });
}
