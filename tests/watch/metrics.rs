//! `/metrics`: which families there are, what they count, and what is never in a label.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::walk::{TYPED, Walk};
use super::{get, watched};
use crate::support::application::Application;
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::server::TestServer;

/// Every family with its type; a new one is documented and added here.
const FAMILIES: &[(&str, &str)] = &[
    ("process_cpu_seconds_total", "counter"),
    ("process_max_fds", "gauge"),
    ("process_open_fds", "gauge"),
    ("process_resident_memory_bytes", "gauge"),
    ("process_start_time_seconds", "gauge"),
    ("vestibule_audit_stream_events_total", "counter"),
    ("vestibule_build_info", "gauge"),
    ("vestibule_certificate_expiry_timestamp_seconds", "gauge"),
    ("vestibule_client_authentications_total", "counter"),
    ("vestibule_confirmations_total", "counter"),
    ("vestibule_database_connections_max", "gauge"),
    ("vestibule_database_connections_reading", "gauge"),
    ("vestibule_database_connections_writing", "gauge"),
    ("vestibule_database_retries_total", "counter"),
    ("vestibule_database_unavailable_total", "counter"),
    ("vestibule_database_wait_seconds", "histogram"),
    ("vestibule_database_work_seconds", "histogram"),
    ("vestibule_federation_request_seconds", "histogram"),
    ("vestibule_federation_sign_ins_total", "counter"),
    ("vestibule_http_request_seconds", "histogram"),
    ("vestibule_http_requests_in_flight", "gauge"),
    ("vestibule_http_requests_total", "counter"),
    ("vestibule_locked_attempts_total", "counter"),
    ("vestibule_lockouts_total", "counter"),
    ("vestibule_messages_total", "counter"),
    ("vestibule_outbox_oldest_seconds", "gauge"),
    ("vestibule_outbox_waiting", "gauge"),
    ("vestibule_password_hash_seconds", "histogram"),
    ("vestibule_password_hash_wait_seconds", "histogram"),
    ("vestibule_password_hashes_refused_total", "counter"),
    ("vestibule_password_hashes_waiting", "gauge"),
    ("vestibule_passwords_set_total", "counter"),
    ("vestibule_refreshes_total", "counter"),
    ("vestibule_revocations_total", "counter"),
    ("vestibule_sign_ins_total", "counter"),
    ("vestibule_sign_outs_total", "counter"),
    ("vestibule_account_changes_total", "counter"),
    ("vestibule_step_ups_total", "counter"),
    ("vestibule_sign_ups_total", "counter"),
    ("vestibule_signature_seconds", "histogram"),
    ("vestibule_token_requests_total", "counter"),
    ("vestibule_tokens_total", "counter"),
    ("vestibule_trace_spans_total", "counter"),
];

const POOL: &str = "us-east-1_Demo00001";

struct Scraped {
    families: BTreeMap<String, String>,
    samples: BTreeMap<String, f64>,
}

impl Scraped {
    async fn of(server: &TestServer) -> Self {
        let (status, headers, text) = get(&format!("{}/metrics", server.management)).await;
        assert_eq!(status, 200);
        assert_eq!(headers["content-type"], "text/plain; version=0.0.4; charset=utf-8");
        let (mut families, mut samples) = (BTreeMap::new(), BTreeMap::new());
        for line in text.lines() {
            if let Some(family) = line.strip_prefix("# TYPE ") {
                let (name, kind) = family.split_once(' ').expect("a name and a type");
                families.insert(name.to_owned(), kind.to_owned());
            } else if !line.starts_with('#') {
                let (name, value) = line.rsplit_once(' ').expect("a sample and its value");
                samples.insert(name.to_owned(), value.parse().expect("a number"));
            }
        }
        Self { families, samples }
    }

    fn value(&self, sample: &str) -> f64 {
        *self.samples.get(sample).unwrap_or_else(|| panic!("no {sample} in {:#?}", self.samples.keys()))
    }

    /// Every label of every sample as name and value.
    fn labels(&self) -> BTreeSet<(String, String)> {
        let inside = self.samples.keys().filter_map(|sample| sample.split_once('{'));
        let pairs = inside.flat_map(|(_, labels)| labels.trim_end_matches('}').split("\","));
        pairs
            .filter_map(|pair| pair.split_once("=\""))
            .map(|(name, value)| (name.to_owned(), value.trim_end_matches('"').to_owned()))
            .collect()
    }
}

#[test]
fn everything_that_happens_is_counted_and_nothing_that_was_typed_is_a_label() {
    for_each_database(|database| async {
        let server = watched(database).await;
        let before = Scraped::of(&server).await;
        let walk = Walk {
            origin: &server.origin,
            now: server.env.now(),
            code_to: async |address: &str| server.code_to(address).await,
        };
        let walked = walk.everything().await;
        let after = Scraped::of(&server).await;

        let expected: BTreeMap<String, String> =
            FAMILIES.iter().map(|(name, kind)| ((*name).to_owned(), (*kind).to_owned())).collect();
        // Ada changes her profile, and comes back later to change her password.
        let ada = server.browser();
        Application::public(&server.origin).sign_in(&ada, "ada@example.com", "Correct-Horse-7").await;
        let profile = ada.get("/account/profile").await;
        assert_eq!(
            ada.submit(&profile, "saveButton", &[("attributes[nickname]", "Countess")]).await.status,
            200
        );
        server.advance(Duration::from_secs(660));
        ada.get("/account/password").await;
        let later = Scraped::of(&server).await;
        let step_ups = format!("vestibule_step_ups_total{{outcome=\"asked\",pool=\"{POOL}\"}}");
        assert!((later.value(&step_ups) - 1.0).abs() < 0.1);
        let changes = format!("vestibule_account_changes_total{{pool=\"{POOL}\",what=\"profile\"}}");
        assert!((later.value(&changes) - 1.0).abs() < 0.1);
        let mut families = later.families.clone();
        // Appears with the first refusal only.
        families.remove("vestibule_rate_refusals_total");
        families.remove("vestibule_audit_left_out_total");
        assert_eq!(families, expected);

        let in_pool = |name: &str, labels: &str| after.value(&format!("{name}{{{labels},pool=\"{POOL}\"}}"));
        let sign_ins = |method: &str, outcome: &str| {
            let labels = format!("method=\"{method}\",outcome=\"{outcome}\"");
            after.value(&format!("vestibule_sign_ins_total{{{labels},pool=\"{POOL}\"}}"))
        };
        assert!((in_pool("vestibule_sign_ups_total", "outcome=\"success\"") - 1.0).abs() < 0.1);
        assert!((in_pool("vestibule_confirmations_total", "outcome=\"success\"") - 1.0).abs() < 0.1);
        assert!((in_pool("vestibule_confirmations_total", "outcome=\"code_mismatch\"") - 1.0).abs() < 0.1);
        assert!((in_pool("vestibule_passwords_set_total", "how=\"recovered\"") - 1.0).abs() < 0.1);
        assert!((sign_ins("password", "success") - 1.0).abs() < 0.1);
        assert!((sign_ins("password_mfa", "success") - 1.0).abs() < 0.1);
        assert!((sign_ins("totp", "code_mismatch") - 1.0).abs() < 0.1);
        assert!(sign_ins("password", "incorrect") >= 8.0);
        assert!(sign_ins("password", "locked") >= 1.0);
        for sample in [
            "vestibule_locked_attempts_total",
            "vestibule_lockouts_total{counter=\"user-prefix\"}",
            "vestibule_token_requests_total{grant=\"authorization_code\",outcome=\"success\"}",
            "vestibule_token_requests_total{grant=\"refresh_token\",outcome=\"invalid_grant\"}",
            "vestibule_token_requests_total{grant=\"client_credentials\",outcome=\"success\"}",
            "vestibule_token_requests_total{grant=\"client_credentials\",outcome=\"invalid_client\"}",
            "vestibule_token_requests_total{grant=\"other\",outcome=\"unsupported_grant_type\"}",
            "vestibule_tokens_total{kind=\"access\"}",
            "vestibule_tokens_total{kind=\"id\"}",
            "vestibule_tokens_total{kind=\"refresh\"}",
            "vestibule_refreshes_total{outcome=\"success\"}",
            "vestibule_refreshes_total{outcome=\"revoked\"}",
            "vestibule_revocations_total{reason=\"requested\"}",
            "vestibule_client_authentications_total{method=\"client_secret_basic\",outcome=\"invalid_client\"}",
            "vestibule_client_authentications_total{method=\"none\",outcome=\"success\"}",
            "vestibule_messages_total{medium=\"email\",outcome=\"sent\"}",
            "vestibule_signature_seconds_count{algorithm=\"RS256\"}",
            "vestibule_password_hash_seconds_count",
            "vestibule_database_work_seconds_count{use=\"read\"}",
            "vestibule_database_work_seconds_count{use=\"write\"}",
            "vestibule_http_requests_total{method=\"POST\",route=\"/login\",status=\"3xx\"}",
            "vestibule_http_requests_total{method=\"POST\",route=\"/login\",status=\"4xx\"}",
            "vestibule_http_request_seconds_count{method=\"POST\",route=\"/oauth2/token\"}",
        ] {
            let earlier = before.samples.get(sample).copied().unwrap_or_default();
            assert!(after.value(sample) > earlier, "{sample} was {earlier} and is {}", after.value(sample));
        }
        assert!(after.value("process_resident_memory_bytes") > 1e6);
        assert!(after.value("process_open_fds") > 3.0 && after.value("process_max_fds") > 3.0);
        let build = format!("vestibule_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION"));
        assert!((after.value(&build) - 1.0).abs() < 0.1);
        assert!(after.value("vestibule_http_requests_in_flight").abs() < 0.1);

        let labels = after.labels();
        let names: BTreeSet<&str> = labels.iter().map(|(name, _)| name.as_str()).collect();
        let known = [
            "algorithm",
            "counter",
            "grant",
            "how",
            "kind",
            "le",
            "limit",
            "medium",
            "method",
            "outcome",
            "pool",
            "protocol",
            "reason",
            "route",
            "status",
            "use",
            "version",
            "action",
        ];
        assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
        for (name, value) in &labels {
            for text in TYPED.iter().copied().chain(walked.secrets.iter().map(String::as_str)) {
                assert!(!value.contains(text), "{name}={value} holds {text}");
            }
            assert!(!value.contains('@'), "{name}={value}");
        }
    });
}

#[test]
fn requests_are_counted_by_the_route_that_was_written_never_by_their_path() {
    block_on(async {
        let server = watched(TestDatabase::sqlite().await).await;
        let paths = [
            "/us-east-1_Demo00002/login",
            "/us-east-1_Nobody001/login",
            "/no/such/page",
            "/us-east-1_Demo00001/x/y",
        ];
        for path in paths {
            server.browser().get(path).await;
        }
        let scraped = Scraped::of(&server).await;
        let routes: BTreeSet<String> = scraped
            .labels()
            .into_iter()
            .filter(|(name, _)| name == "route")
            .map(|(_, route)| route)
            .collect();
        assert!(routes.contains("/{pool_id}/login") && routes.contains("none"), "{routes:?}");
        assert!(
            routes.iter().all(|route| !route.contains("us-east-1") && !route.contains("such")),
            "{routes:?}"
        );
    });
}

#[test]
fn the_outbox_shows_its_depth_and_age_and_the_public_address_shows_nothing() {
    block_on(async {
        let server = watched(TestDatabase::sqlite().await).await;
        let app = crate::support::application::Application::public(&server.origin);
        let browser = server.browser();
        let login = browser.get(app.depart(&[]).url.as_str()).await;
        let flow = login.query("flow").expect("a flow");
        let page = browser.get(&format!("/signup?flow={flow}")).await;
        let fields = [("username", "waits@example.com"), ("password", "Correct-Horse-9")];
        browser.submit(&page, "signUpButton", &fields).await;
        server.advance(std::time::Duration::from_secs(90));
        let scraped = Scraped::of(&server).await;
        assert!((scraped.value("vestibule_outbox_waiting") - 1.0).abs() < 0.1);
        assert!((scraped.value("vestibule_outbox_oldest_seconds") - 90.0).abs() < 0.1);
        for path in ["/metrics", "/us-east-1_Demo00001/metrics"] {
            assert_eq!(get(&format!("{}{path}", server.origin)).await.0, 404, "{path}");
        }
        for path in ["/login", "/oauth2/token", "/.well-known/openid-configuration", "/dev/mailbox"] {
            assert_eq!(get(&format!("{}{path}", server.management)).await.0, 404, "{path}");
        }
    });
}

#[test]
fn every_family_is_in_the_documentation() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(root.join("docs/watching.md")).expect("docs/watching.md");
    let rare = ["vestibule_rate_refusals_total", "vestibule_audit_left_out_total"];
    for name in FAMILIES.iter().map(|(name, _)| *name).chain(rare) {
        assert!(document.contains(&format!("`{name}`")), "docs/watching.md does not list {name}");
    }
}
