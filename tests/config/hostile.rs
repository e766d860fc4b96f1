//! Files that nobody should be able to hurt the program with.

use super::load::complaint;

#[test]
fn what_is_no_text_is_refused_with_a_sentence() {
    for (content, expected) in [
        (&b"\xff\xfe\x00\x01"[..], "the file is no UTF-8 text"),
        (b"public_url = \"https://a.example\0\"", "line 1: this is not TOML"),
        (b"\0\0\0\0", "this is not TOML"),
        (b"= 1", "line 1: this is not TOML"),
        (b"public_url = \"https://a.example", "line 1: this is not TOML"),
        (b"<xml/>", "line 1: this is not TOML"),
    ] {
        let text = complaint(content);
        assert!(text.contains(expected), "{content:?}: {text}");
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    }
}

#[test]
fn ten_megabytes_are_not_read() {
    let text = complaint("# padding\n".repeat(1 << 20));
    assert!(text.contains("longer than 1 MiB"), "{text}");
}

#[test]
fn deep_nesting_and_many_keys_end_in_a_sentence() {
    let nested = format!("public_url = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(complaint(nested).contains("line 1"));
    let tables = format!("public_url = {}1{}", "{a=".repeat(50_000), "}".repeat(50_000));
    assert!(complaint(tables).contains("line 1"));
    let dotted = format!("{} = 1", vec!["a"; 20_000].join("."));
    assert!(complaint(dotted).contains("vestibule.toml"));
    let long = complaint(format!("{} = 1", "k".repeat(500_000)));
    assert!(long.contains("there is no such setting") && long.len() < 2000, "{}", long.len());
}

#[test]
fn a_key_is_given_once() {
    let text = complaint("public_url = \"https://a.example\"\npublic_url = \"https://b.example\"");
    assert!(text.contains("line 2: this is not TOML") && text.contains("duplicate key"), "{text}");
    let text = complaint("[http]\nlisten = []\n[http]\nlisten = []");
    assert!(text.contains("line 3: this is not TOML"), "{text}");
    // The same key in two ways of writing.
    let text = complaint("database.url = \"sqlite:a\"\n[database]\nurl = \"sqlite:b\"");
    assert!(text.contains("this is not TOML"), "{text}");
}

#[test]
fn wrong_types_name_line_key_and_what_is_expected() {
    let text = complaint(
        "public_url = 1\ntrusted_proxies = \"10.0.0.0/8\"\nhttp = 1\n[database]\nconnections = \"8\"\nmigrate_at_start = \"yes\"\n\
         [log]\nfilter = [\"a\"]\n[https]\ncertificate_file = {}\nlisten = [1]\n[audit]\nretention_days = 400.5\n\
         [password_hash]\nwaiting = 99999999999999999999\n",
    );
    for expected in [
        "line 1, public_url: this must be a text in quotes, not integer",
        "line 2, trusted_proxies: this must be a list of texts, such as [\"a\", \"b\"], not string",
        "line 3, http: this is a table of settings, not a value",
        "line 5, database.connections: this must be a whole number, not string",
        "line 6, database.migrate_at_start: this must be true or false, not string",
        "line 8, log.filter: this must be a text in quotes, not array",
        "line 10, https.certificate_file: this must be a text in quotes, not table",
        "line 11, https.listen: every item of this list must be a text in quotes",
        "line 13, audit.retention_days: this must be a whole number, not float",
        "line 15, password_hash.waiting: this number is too large",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn a_secret_is_never_repeated() {
    const SECRET: &str = "hidden-word";
    for content in [
        format!("[mail.smtp]\npassword = [\"{SECRET}\"]"),
        format!("[mail.smtp]\npassword = {{ envv = \"{SECRET}\" }}"),
        format!("[mail.smtp]\npassword = \"{SECRET}"),
        format!("[mail.smtp]\npassword = \"{SECRET}\" junk"),
        format!("[database]\nurl = \"mysql://root:{SECRET}@host/x\""),
        format!("[database]\nurl = \"{SECRET}\""),
        format!("master_key = \"{SECRET}\""),
        format!("[sms.gateway]\ntoken = \"{SECRET}\""),
    ] {
        let text = complaint(&content);
        assert!(!text.contains(SECRET), "{content}: {text}");
    }
}

#[test]
fn names_are_shown_without_control_characters() {
    let text = complaint("\"\\u001b[31mred\" = 1\n\"a\\nb\" = 2");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    assert!(text.contains("no such setting"), "{text}");
}

#[test]
fn a_folder_or_a_device_is_no_configuration() {
    for path in ["/", "/dev/null", "/dev/zero"] {
        let source = vestibule::config::Source { file: path.into(), named: true };
        let text = vestibule::config::load(&source, []).err().expect("refused").to_string();
        assert!(text.contains("this is no file"), "{text}");
    }
}

#[test]
fn values_that_cannot_be_are_refused() {
    const REST: &str = "trusted_proxies = [\"::1\"]\ndatabase.url = \"sqlite:x\"\n";
    for (line, expected) in [
        ("public_url = \"\"", "this must be an address"),
        ("public_url = \"https://\"", "this must be an address"),
        ("public_url = \"https://u:p@a.example\"", "nothing more"),
        ("public_url = \"https://a.example?x\"", "nothing more"),
        ("public_url = \"https://a.example.\"", "full stop"),
        ("public_url = \"ftp://a.example\"", "https://"),
        ("public_url = \"https://a.example\"\ndomain_suffix = \"localhost\"", "a domain name"),
        ("public_url = \"https://a.example\"\ndomain_suffix = \"10.0.0.1\"", "a domain name"),
        ("public_url = \"https://a.example\"\nregion = \"\"", "1 to 32 letters"),
        ("public_url = \"https://a.example\"\nlog.filter = \"vestibule=loud\"", "levels"),
        ("public_url = \"https://a.example\"\naudit.stream = \"\"", "must not be empty"),
        ("public_url = \"https://a.example\"\ntelemetry.otlp_endpoint = \"collector:4318\"", "http://"),
        ("public_url = \"https://a.example\"\nshutdown.grace_seconds = -1", "from 0 to 3600"),
        ("public_url = \"https://a.example\"\nhttp.listen = []", "no address to listen on is left"),
        ("public_url = \"https://a.example\"\nhttps.key_file = \"k\"", "a key needs its certificate"),
        ("public_url = \"https://a.example\"\nhttps.listen = [\"[::]:443\"]", "HTTPS needs"),
        ("public_url = \"https://a.example\"\nmail.smtp.port = 25", "does nothing without mail.smtp.host"),
        (
            "public_url = \"https://a.example\"\nsms.gateway.token = \"t\"",
            "does nothing without sms.gateway.url",
        ),
        (
            "public_url = \"https://a.example\"\nsms.gateway.url = \"https://x.example\"",
            "set sms.gateway.token",
        ),
        ("public_url = \"https://a.example\"\nmail.smtp.host = \"smtp://x\"", "host name"),
        (
            "public_url = \"https://a.example\"\n[password_hash]\nmemory_kib = 8\nparallelism = 2",
            "8 KiB for each lane",
        ),
    ] {
        let text = complaint(format!("{REST}{line}"));
        assert!(text.contains(expected), "{line}: {text}");
    }
}
