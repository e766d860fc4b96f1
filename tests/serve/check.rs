//! `vestibule check`: what it finds, and that it says how to mend it.

use serde_json::Value;
use time::{Duration, OffsetDateTime};

use super::installation::{Installation, certificate};

const BEHIND_PROXY: &str = "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\nhttp.listen = [\"127.0.0.1:0\"]\n";
const MAIL: &str =
    "[mail.smtp]\nhost = \"localhost\"\nport = 9\ntls = \"none\"\nfrom = \"A <a@example.org>\"\n";

/// What is found: exit code, and `severity place: message` for each.
fn check(installation: &Installation, arguments: &[&str]) -> (i32, Vec<String>) {
    let output = installation.run(&[&["check", "--json"], arguments].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let report: Value = serde_json::from_str(&text)
        .unwrap_or_else(|e| panic!("{e}: {text}{}", String::from_utf8_lossy(&output.stderr)));
    let code = output.status.code().expect("a code");
    assert_eq!(report["ok"], code == 0);
    let findings = report["findings"].as_array().expect("a list").iter();
    let line = |finding: &Value| {
        let part = |name: &str| finding[name].as_str().expect("a text").to_owned();
        format!("{} {}: {}", part("severity"), part("place"), part("message"))
    };
    (code, findings.map(line).collect())
}

fn assert_found(found: &[String], start: &str, part: &str) {
    assert!(
        found.iter().any(|line| line.starts_with(start) && line.contains(part)),
        "{start} … {part} is not in {found:#?}"
    );
}

#[test]
fn an_installation_in_order_has_nothing_to_be_said_against_it() {
    let installation = Installation::new();
    installation.configure(&format!("{BEHIND_PROXY}{MAIL}"));
    let (code, found) = check(&installation, &[]);
    assert_eq!(code, 0);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_found(&found, "warning database", "there are no tables yet (0001_meta");
    assert!(!installation.path("vestibule.db").exists(), "looking made no database");
    assert!(installation.run(&["migrate"]).status.success());
    assert_eq!(check(&installation, &[]), (0, vec![]));
    let output = installation.run(&["check"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "Everything is in order.\n");
}

#[test]
fn every_contradiction_is_found_at_once() {
    let installation = Installation::new();
    installation.write(
        "vestibule.toml",
        br#"
public_url = "http://auth.example.com"
region = "nowhere_1"
default_pool = "pool"
trusted_proxies = ["everybody"]
unknown = 1
[http]
listen = ["localhost:80"]
[https]
certificate_file = "tls.crt"
[database]
url = "mysql://root:hidden-word@db/x"
connections = 0
[password_hash]
memory_kib = "much"
[mail.smtp]
host = "mail.example.org"
username = "u"
[sms.gateway]
url = "ftp://x"
[log]
format = "xml"
[audit]
retention_days = -1
"#,
    );
    let (code, found) = check(&installation, &[]);
    assert_eq!(code, 1);
    for (place, part) in [
        ("vestibule.toml line 2, public_url", "https://"),
        ("vestibule.toml line 3, region", "1 to 32 letters"),
        ("vestibule.toml line 4, default_pool", "underscore"),
        ("vestibule.toml line 5, trusted_proxies", "no network"),
        ("vestibule.toml line 6, unknown", "no such setting"),
        ("vestibule.toml line 8, http.listen", "no address and port"),
        ("vestibule.toml line 10, https.certificate_file", "https.key_file"),
        ("vestibule.toml line 12, database.url", "sqlite: or postgres:"),
        ("vestibule.toml line 13, database.connections", "from 1 to 1000"),
        ("vestibule.toml line 15, password_hash.memory_kib", "a whole number"),
        ("vestibule.toml line 17, mail.smtp.host", "set mail.smtp.from"),
        ("vestibule.toml line 18, mail.smtp.username", "go together"),
        ("vestibule.toml line 20, sms.gateway.url", "http:// or https://"),
        ("vestibule.toml line 22, log.format", "text, json"),
        ("vestibule.toml line 24, audit.retention_days", "from 1 to 36500"),
    ] {
        assert_found(&found, &format!("error {place}: "), part);
    }
    assert!(!found.iter().any(|line| line.contains("hidden-word")), "{found:#?}");
}

#[test]
fn what_is_unwise_is_a_warning() {
    let installation = Installation::new();
    installation.configure(
        "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"0.0.0.0/0\"]\nhttp.listen = [\"127.0.0.1:0\"]\n\
         default_pool = \"us-east-1_Absent001\"\n[password_hash]\nmemory_kib = 64\nat_once = 1000\n\
         [sms.gateway]\nurl = \"http://sms.example.org\"\ntoken = \"t\"\n",
    );
    installation.mode("vestibule.toml", 0o644);
    assert!(installation.run(&["migrate"]).status.success());
    let (code, found) = check(&installation, &[]);
    assert_eq!(code, 0, "{found:#?}");
    for (place, part) in [
        ("trusted_proxies", "trusts everybody"),
        ("default_pool", "there is no pool us-east-1_Absent001"),
        ("password_hash.memory_kib", "OWASP"),
        ("password_hash.at_once", "cores"),
        ("sms.gateway.url", "use https"),
        ("sms.gateway.token", "chmod 600"),
        ("mail.smtp.host", "no mail server"),
    ] {
        assert!(
            found
                .iter()
                .any(|line| line.starts_with("warning") && line.contains(place) && line.contains(part)),
            "{place} … {part} is not in {found:#?}"
        );
    }
    // The management address is for this machine.
    let mut command = installation.command(&["check"]);
    command.env("VESTIBULE_MANAGEMENT_LISTEN", "0.0.0.0:0");
    let text = String::from_utf8_lossy(&command.output().expect("it runs").stdout).into_owned();
    assert!(
        text.contains("warning: VESTIBULE_MANAGEMENT_LISTEN: 0.0.0.0:0 can be reached from other machines"),
        "{text}"
    );
}

#[test]
fn hashes_that_need_more_memory_than_there_is_are_an_error() {
    let installation = Installation::new();
    installation.configure(&format!("{BEHIND_PROXY}[password_hash]\nmemory_kib = 1048576\nat_once = 1024\n"));
    let (code, found) = check(&installation, &[]);
    assert_eq!(code, 1);
    assert_found(&found, "error password_hash.at_once", "lower at_once");
}

#[test]
fn addresses_are_taken_once_and_must_be_ours() {
    let installation = Installation::new();
    installation.configure(
        "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\n\
         http.listen = [\"127.0.0.1:19431\", \"0.0.0.0:19431\"]\n",
    );
    let (code, found) = check(&installation, &[]);
    assert_eq!(code, 1);
    assert_found(
        &found,
        "error vestibule.toml line 6, http.listen",
        "0.0.0.0:19431 is already taken by http.listen",
    );
    installation.configure(
        "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\nhttp.listen = [\"192.0.2.1:80\"]\n",
    );
    let (_, found) = check(&installation, &[]);
    assert_found(&found, "error http.listen", "no address of this machine");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address");
    installation.configure(&format!(
        "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\nhttp.listen = [\"{address}\"]\n"
    ));
    let (code, found) = check(&installation, &[]);
    assert_found(&found, "warning http.listen", "is in use");
    assert_eq!(code, 0);
}

#[test]
fn a_certificate_is_of_today_and_for_our_names() {
    let (installation, origin) = Installation::with_tls();
    let configure = |host: &str| {
        let port = origin.rsplit(':').next().expect("a port");
        installation.configure(&format!(
            "public_url = \"https://{host}:{port}\"\nhttps.listen = [\"127.0.0.1:{port}\"]\ndomain_suffix = \"{host}\"\n\
             https.certificate_file = \"tls.crt\"\nhttps.key_file = \"tls.key\"\n"
        ));
    };
    configure("auth.example.org");
    let write = |names: &[&str], from: Duration, until: Duration| {
        let now = OffsetDateTime::UNIX_EPOCH + std::time::Duration::from_millis(now());
        let (pem, _, key) = certificate("auth.example.org", |parameters| {
            parameters.subject_alt_names = names
                .iter()
                .map(|name| rcgen::SanType::DnsName((*name).try_into().expect("a name")))
                .collect();
            parameters.not_before = now + from;
            parameters.not_after = now + until;
        });
        installation.write("tls.crt", pem.as_bytes());
        installation.write("tls.key", key.as_bytes());
    };
    let both = &["auth.example.org", "*.auth.example.org"];
    let day = Duration::DAY;
    let place = installation.path("tls.crt").file_name().expect("a name").to_string_lossy().into_owned();
    write(both, -day, 90 * day);
    let (code, found) = check(&installation, &[]);
    assert_eq!(code, 0, "{found:#?}");
    assert!(
        !found.iter().any(|line| line.contains("does not name") || line.contains("ends in")),
        "{found:#?}"
    );
    assert_found(&found, &format!("warning {place}"), "self-signed");
    for (names, from, until, severity, part) in [
        (&both[..], -2 * day, -day, "error", "ended on"),
        (both, day, 2 * day, "error", "begins on"),
        (both, -day, 5 * day + Duration::HOUR, "warning", "ends in 5 days"),
        (&both[..1], -day, 90 * day, "warning", "does not name *.auth.example.org"),
        (
            &["other.example.org"],
            -day,
            90 * day,
            "error",
            "does not name auth.example.org, the host of public_url",
        ),
    ] {
        write(names, from, until);
        let (code, found) = check(&installation, &[]);
        assert_found(&found, &format!("{severity} {place}"), part);
        assert_eq!(code == 1, severity == "error", "{found:#?}");
    }
    installation.mode("tls.key", 0o644);
    assert_found(&check(&installation, &[]).1, "warning tls.key", "private key");
    installation.write("tls.key", b"nothing");
    assert_found(&check(&installation, &[]).1, "error https", "holds no private key");
}

#[expect(clippy::disallowed_methods, reason = "the certificates of the test are of today")]
fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    u64::try_from(since.as_millis()).expect("a time")
}

#[test]
fn the_mail_server_is_asked_only_on_request() {
    let installation = Installation::new();
    installation.configure(&format!("{BEHIND_PROXY}{MAIL}"));
    assert!(installation.run(&["migrate"]).status.success());
    assert_eq!(check(&installation, &[]), (0, vec![]));
    let (code, found) = check(&installation, &["--connect"]);
    assert_eq!(code, 1);
    assert_found(&found, "error mail.smtp", "localhost:9 does not take mail from here");
}

#[test]
fn a_variable_with_the_key_and_a_readable_database_are_mentioned() {
    let installation = Installation::new();
    installation.configure(&format!("{BEHIND_PROXY}{MAIL}"));
    assert!(installation.run(&["migrate"]).status.success());
    installation.mode("vestibule.db", 0o644);
    let key = std::fs::read_to_string(installation.path("master.key")).expect("a key");
    let output =
        installation.command(&["check"]).env("VESTIBULE_MASTER_KEY", &key).output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.contains("warning: master_key: the master key is in a variable") && !text.contains(&key),
        "{text}"
    );
    assert!(text.contains("every user of the machine can read"), "{text}");
}
