//! File and environment to settings.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use vestibule::config::{
    self, AuditStream, Findings, Loaded, LogFormat, MailSettings, MasterKeySource, SmtpTls, Source,
};

/// The least that a server needs.
const LEAST: &str = r#"
public_url = "https://auth.example.com"
trusted_proxies = ["127.0.0.1"]
[database]
url = "sqlite:vestibule.db"
"#;

/// A folder with a configuration.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(text: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("vestibule.toml"), text).expect("a file");
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn load(&self, variables: &[(&str, &str)]) -> Result<Loaded, Findings> {
        let variables = variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
        config::load(&Source { file: self.path("vestibule.toml"), named: true }, variables)
    }

    fn loaded(&self, variables: &[(&str, &str)]) -> Loaded {
        self.load(variables).unwrap_or_else(|findings| panic!("{findings}"))
    }

    /// What is said against it, without the folder's name.
    fn complaint(&self, variables: &[(&str, &str)]) -> String {
        let findings = self.load(variables).err().expect("something is wrong");
        findings.to_string().replace(&format!("{}/", self.0.path().display()), "")
    }
}

pub fn complaint(text: impl AsRef<[u8]>) -> String {
    Folder::with(text).complaint(&[])
}

#[test]
fn a_short_file_is_enough() {
    let folder = Folder::with(LEAST);
    let loaded = folder.loaded(&[]);
    let settings = loaded.settings;
    assert_eq!(settings.origin(), "https://auth.example.com");
    assert_eq!(settings.database_url, format!("sqlite:{}", folder.path("vestibule.db").display()));
    assert_eq!(settings.http, ["127.0.0.1:9400".parse().expect("an address")]);
    assert!(settings.https.is_none() && !settings.development && settings.migrate_at_start);
    assert_eq!(settings.management, ["127.0.0.1:9401".parse().expect("an address")]);
    assert_eq!((settings.region.as_str(), settings.audit.retention_days), ("us-east-1", 400));
    assert_eq!(settings.shutdown_grace, Duration::from_secs(30));
    assert!(matches!(loaded.master_key, MasterKeySource::Missing));
    let warnings: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].starts_with("mail.smtp.host: there is no mail server"), "{warnings:?}");
}

#[test]
fn variables_win_over_the_file_and_can_replace_it() {
    let folder = Folder::with(LEAST);
    let variables = [
        ("VESTIBULE_PUBLIC_URL", "https://id.example.org:8443"),
        ("VESTIBULE_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
        ("VESTIBULE_DATABASE_URL", "postgres://u:p@localhost/d"),
        ("VESTIBULE_DATABASE_CONNECTIONS", "3"),
        ("VESTIBULE_DATABASE_MIGRATE_AT_START", "false"),
        ("VESTIBULE_LOG_FORMAT", "json"),
        ("VESTIBULE_MANAGEMENT_LISTEN", ""),
        ("VESTIBULE_AUDIT_STREAM", "stdout"),
    ];
    let without_file = config::load(
        &Source { file: folder.path("absent.toml"), named: false },
        variables.map(|(name, value)| (name.into(), value.into())),
    );
    for loaded in [folder.loaded(&variables), without_file.unwrap_or_else(|e| panic!("{e}"))] {
        let settings = loaded.settings;
        assert_eq!(settings.origin(), "https://id.example.org:8443");
        assert_eq!(settings.trusted_proxies.len(), 2);
        assert_eq!(settings.trusted_proxies[1].to_string(), "::1/128");
        assert_eq!(settings.database_url, "postgres://u:p@localhost/d");
        assert_eq!((settings.database_connections, settings.migrate_at_start), (3, false));
        assert_eq!((settings.log.format, settings.audit.stream), (LogFormat::Json, AuditStream::Stdout));
        assert!(settings.management.is_empty());
    }
}

#[test]
fn a_named_file_must_exist() {
    let source = Source { file: "/nowhere/vestibule.toml".into(), named: true };
    let findings = config::load(&source, []).err().expect("refused").to_string();
    assert!(findings.starts_with("/nowhere/vestibule.toml: the file cannot be read"), "{findings}");
}

#[test]
fn secrets_come_from_the_file_from_variables_and_from_files_of_their_own() {
    let text = format!(
        "{LEAST}[mail.smtp]\nhost = \"mail.example.com\"\nfrom = \"A <a@example.com>\"\nusername = \"u\"\n"
    );
    let password = |folder: &Folder, variables: &[(&str, &str)]| {
        use secrecy::ExposeSecret;
        match folder.loaded(variables).settings.mail {
            MailSettings::Smtp {
                credentials: Some((_, password)),
                port: 587,
                tls: SmtpTls::StartTls,
                ..
            } => password.expose_secret().to_owned(),
            _ => panic!("mail goes by SMTP"),
        }
    };
    let plain = Folder::with(format!("{text}password = \"in the file\""));
    assert_eq!(password(&plain, &[]), "in the file");
    assert_eq!(password(&plain, &[("VESTIBULE_MAIL_SMTP_PASSWORD", "in a variable")]), "in a variable");
    let named = Folder::with(format!("{text}password = {{ env = \"SMTP_PASSWORD\" }}"));
    assert_eq!(password(&named, &[("SMTP_PASSWORD", "in another")]), "in another");
    assert!(named.complaint(&[]).contains("the variable SMTP_PASSWORD is not set"));
    let in_file = Folder::with(format!("{text}password = {{ file = \"smtp.secret\" }}"));
    assert!(in_file.complaint(&[]).contains("smtp.secret cannot be read"));
    std::fs::write(in_file.path("smtp.secret"), "in its own file\n").expect("a file");
    assert_eq!(password(&in_file, &[]), "in its own file");
    let path = in_file.path("smtp.secret").display().to_string();
    assert_eq!(password(&plain, &[("VESTIBULE_MAIL_SMTP_PASSWORD_FILE", &path)]), "in its own file");
    let both = [("VESTIBULE_MAIL_SMTP_PASSWORD_FILE", path.as_str()), ("VESTIBULE_MAIL_SMTP_PASSWORD", "x")];
    assert!(plain.complaint(&both).contains("keep one of them"));
}

#[test]
fn the_master_key_is_never_in_the_file_itself() {
    let key = "ab".repeat(32);
    let text = complaint(format!("master_key = \"{key}\"{LEAST}"));
    assert!(
        text.contains("line 1, master_key") && text.contains("{ file = ") && !text.contains(&key),
        "{text}"
    );
    let folder = Folder::with(format!("{LEAST}[master_key]\nfile = \"master.key\""));
    let file = |loaded: Loaded| match loaded.master_key {
        MasterKeySource::File(file) => file,
        _ => panic!("the key is in a file"),
    };
    assert_eq!(file(folder.loaded(&[])), folder.path("master.key"));
    let other = [("VESTIBULE_MASTER_KEY_FILE", "/run/other.key")];
    assert_eq!(file(folder.loaded(&other)), Path::new("/run/other.key"));
    let variable = folder.loaded(&[("VESTIBULE_MASTER_KEY", &key)]).master_key;
    assert!(matches!(variable, MasterKeySource::Variable(_)));
    // A credential of systemd is the last resort.
    std::fs::write(folder.path("master-key"), &key).expect("a file");
    let credentials = folder.0.path().display().to_string();
    let credentials = [("CREDENTIALS_DIRECTORY", credentials.as_str())];
    assert_eq!(file(folder.loaded(&credentials)), folder.path("master.key"));
    let bare = Folder::with(LEAST).loaded(&credentials).master_key;
    assert!(matches!(bare, MasterKeySource::Credential(_)));
}

#[test]
fn an_unknown_key_or_variable_is_refused_with_what_was_probably_meant() {
    let text = complaint(
        "publik_url = \"https://a.example\"\n[datbase]\nurl = \"sqlite:x\"\n[http]\nlisten = []\nport = 1",
    );
    for expected in [
        "vestibule.toml line 1, publik_url: there is no such setting; did you mean public_url?",
        "vestibule.toml line 2, datbase: there is no such setting",
        "vestibule.toml line 6, http.port: there is no such setting",
        "public_url: this must be set, in the file or as VESTIBULE_PUBLIC_URL",
        "database.url: this must be set",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let folder = Folder::with(LEAST);
    let text = folder.complaint(&[("VESTIBULE_PUBLC_URL", "https://a.example")]);
    assert_eq!(
        text,
        "VESTIBULE_PUBLC_URL: there is no setting of this name; did you mean VESTIBULE_PUBLIC_URL?"
    );
    // What the tests and Kubernetes set is none of ours.
    for name in
        ["VESTIBULE_CONFIG", "VESTIBULE_TEST_POSTGRES", "VESTIBULE_SERVICE_HOST", "VESTIBULE_PORT_443_TCP"]
    {
        assert!(folder.load(&[(name, "x")]).is_ok(), "{name}");
    }
}

#[test]
fn networks_that_give_too_much_away_are_warned_of() {
    let warned = |networks: &str| {
        let text = format!("{LEAST}[outbound]\nallow_networks = [{networks}]\nca_file = \"idp-ca.pem\"\n");
        let folder = Folder::with(text);
        let loaded = folder.loaded(&[]);
        assert_eq!(loaded.settings.outbound.ca_file, Some(folder.path("idp-ca.pem")));
        let own = |warning: &&String| warning.contains("outbound.allow_networks");
        let warnings: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
        let own: Vec<String> = warnings.iter().filter(own).cloned().collect();
        (loaded.settings.outbound.allow_networks.len(), own.join("\n"))
    };
    assert_eq!(warned("\"10.20.0.0/16\", \"fd00:20::/32\", \"192.168.1.7\""), (3, String::new()));
    for (networks, expected) in [
        ("\"0.0.0.0/0\"", "allows every address"),
        ("\"::/0\"", "allows every address"),
        ("\"169.254.0.0/16\"", "metadata service"),
        ("\"fd00::/8\"", "metadata service"),
        ("\"127.0.0.0/8\"", "this machine itself"),
        ("\"::1\"", "this machine itself"),
    ] {
        let (_, warning) = warned(networks);
        assert!(warning.contains(expected), "{networks}: {warning:?}");
    }
    let text = complaint(format!("{LEAST}[outbound]\nallow_networks = [\"10.0.0.0/33\"]\n"));
    assert!(text.contains("outbound.allow_networks") && text.contains("is no network"), "{text}");
}
