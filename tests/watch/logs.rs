//! What is in the log, and what never is.

use super::get;
use super::program::Program;
use super::walk::{TYPED, Walk};
use crate::support::database::block_on;
use vestibule::model::clock::{Clock, SystemClock};

/// The code in the newest message of a development server.
async fn code_to(origin: &str, address: &str) -> String {
    loop {
        let (status, _, body) =
            get(&format!("{origin}/dev/mailbox/latest?to={}", address.replace('@', "%40"))).await;
        if status == 200 {
            let mail: serde_json::Value = serde_json::from_str(&body).expect("JSON");
            if let Some(code) = mail["code"].as_str() {
                return code.to_owned();
            }
        }
    }
}

#[test]
fn nothing_secret_and_nothing_typed_is_logged_even_at_the_finest_level() {
    block_on(async {
        let program = Program::dev(&[("RUST_LOG", "info,vestibule=trace")]).await;
        // A code stays the newest mail until the next one: what was read once is not read again.
        let read = std::cell::RefCell::new(Vec::<String>::new());
        let walk = Walk {
            origin: &program.origin,
            now: SystemClock.now(),
            code_to: async |address: &str| loop {
                let code = code_to(&program.origin, address).await;
                if !read.borrow().contains(&code) {
                    read.borrow_mut().push(code.clone());
                    return code;
                }
            },
        };
        let walked = walk.everything().await;
        program.signal("TERM");
        let (status, output) = program.end(std::time::Duration::from_secs(40));
        assert_eq!(status.code(), Some(0), "{output}");
        // What the development server greets with is no log.
        let (_, log) = output.split_once("Ctrl-C stops").expect("a greeting");
        assert!(log.contains("TRACE") || log.contains("DEBUG"), "the log is as fine as it gets:\n{log}");
        for text in TYPED.iter().copied().chain(walked.secrets.iter().map(String::as_str)) {
            // A six-digit code may be part of a number.
            let found = if text.len() > 6 {
                log.contains(text)
            } else {
                log.split(|c: char| !c.is_alphanumeric()).any(|word| word == text)
            };
            assert!(
                !found,
                "{text} is in the log:\n{}",
                log.lines().find(|line| line.contains(text)).unwrap_or_default()
            );
        }
        let requests = log.lines().filter(|line| line.contains("status="));
        assert!(requests.clone().count() > 40);
        assert!(requests.clone().all(|line| line.contains("correlation_id=")));
        assert!(requests.clone().all(|line| !line.contains('?')), "no query");
    });
}

#[test]
fn a_line_of_json_has_the_correlation_id_that_the_answer_and_the_proxy_have() {
    block_on(async {
        let program = Program::serve(&[
            ("VESTIBULE_LOG_FORMAT", "json"),
            ("VESTIBULE_LOG_FILTER", "warn,vestibule=debug"),
        ])
        .await;
        let client = crate::support::browser::Browser::new(&program.origin);
        let page = format!("{}/{}/login", program.origin, program.pool);
        let ask = |headers: &[(&'static str, &'static str)]| {
            let mut request = client
                .client()
                .get(&page)
                .header("host", "auth.example.com")
                .header("x-forwarded-proto", "https");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            request
        };
        let id_of = async |headers: &[(&'static str, &'static str)]| {
            let answer = ask(headers).send().await.expect("an answer");
            answer.headers()["x-correlation-id"].to_str().expect("a text").to_owned()
        };
        let own = id_of(&[]).await;
        assert_eq!(own.len(), 12);
        assert_eq!(id_of(&[("x-request-id", "proxy-0123456789")]).await, "proxy-0123456789");
        let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        let token = format!("{}/{}/oauth2/token", program.origin, program.pool);
        let refused = client.client().post(&token).header("host", "auth.example.com");
        let refused = refused.header("x-forwarded-proto", "https").header("traceparent", parent);
        let refused = refused.form(&[("grant_type", "nonsense")]).send().await.expect("an answer");
        assert_eq!(refused.status(), 401);
        assert_eq!(refused.headers()["x-correlation-id"], "4bf92f3577b34da6a3ce929d0e0e4736");
        for strange in ["short", "with blank and more", "0123456789\u{e4}", "a\"b\"c\"d\"e\"f"] {
            if let Ok(value) = reqwest::header::HeaderValue::from_str(strange) {
                let answer =
                    client.client().get(&page).header("x-request-id", value).send().await.expect("an answer");
                assert_eq!(answer.headers()["x-correlation-id"].len(), 12, "{strange}");
            }
        }
        let long = "x".repeat(65);
        let answer = client.client().get(&page).header("x-request-id", long).send().await.expect("an answer");
        assert_eq!(answer.headers()["x-correlation-id"].len(), 12);

        program.until_output("proxy-0123456789").await;
        program.signal("TERM");
        let (_, output) = program.end(std::time::Duration::from_secs(40));
        let lines: Vec<serde_json::Value> = output
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}")))
            .collect();
        let with = |id: &str| -> Vec<&serde_json::Value> {
            lines.iter().filter(|line| line["correlation_id"] == id).collect()
        };
        let request = with(&own).into_iter().find(|line| line["message"] == "request").expect("a line");
        assert_eq!((&request["method"], &request["level"]), (&"GET".into(), &"INFO".into()));
        assert!(
            request["status"].is_u64() && request["timestamp"].is_string() && request["target"].is_string()
        );
        assert!(!with("proxy-0123456789").is_empty());
        let traced = with("4bf92f3577b34da6a3ce929d0e0e4736");
        assert!(traced.iter().any(|line| line["message"] == "refused"), "every line of a request has it");
        assert!(traced.iter().any(|line| line["message"] == "request"));
    });
}

#[test]
fn who_is_no_trusted_proxy_chooses_no_correlation_id() {
    block_on(async {
        let program = Program::serve(&[("VESTIBULE_TRUSTED_PROXIES", "192.0.2.1/32")]).await;
        let client = crate::support::browser::Browser::new(&program.origin);
        let page = client.client().get(format!("{}/readyz", program.origin));
        let answer = page.header("x-request-id", "proxy-0123456789").send().await.expect("an answer");
        assert_eq!(answer.headers()["x-correlation-id"].len(), 12);
    });
}

#[test]
fn the_audit_trail_of_a_running_server_goes_into_a_file() {
    block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("audit.jsonl");
        let name = file.display().to_string();
        let program = Program::serve(&[("VESTIBULE_AUDIT_STREAM", &name)]).await;
        let client = crate::support::browser::Browser::new(&program.origin);
        client.client().get(format!("{}/readyz", program.origin)).send().await.expect("an answer");
        let pool = program.pool.clone();
        program.signal("TERM");
        let (status, output) = program.end(std::time::Duration::from_secs(40));
        assert_eq!(status.code(), Some(0), "{output}");
        assert!(!output.contains("not streamed"), "{output}");
        // What the stop found unwritten is there: the pool was made before there was a stream.
        let text = std::fs::read_to_string(&file).expect("the stream");
        let events: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        let made = events.iter().find(|event| event["action"] == "pool.create").expect("it is in the stream");
        assert_eq!((&made["pool"], &made["id"].is_string()), (&pool.into(), &true), "{made}");
    });
}
