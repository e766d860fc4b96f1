//! Real clients against the real server: the browser and the relying parties of `tests/clients`, run by Node and Python.
//!
//! Owns starting the built server and those programs, and ending both. What is done and checked is written there.
//! Where a program is missing, a test says in one line what to install and passes; with `VESTIBULE_REQUIRE_ALL=1` it fails.

mod saml;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Once;

use secrecy::SecretString;
use tempfile::TempDir;
use vestibule::dev::seed;
use vestibule::directory;
use vestibule::directory::users::{self, NewUser};
use vestibule::model::agreement::{ConsentRule, TermsAsk};
use vestibule::model::client::{ClientSettings, SignOutReach};
use vestibule::model::limits::AbuseSettings;
use vestibule::model::pool::{MfaConfiguration, SecondFactor, UserPool};
use vestibule::model::provider::{IdentityProvider, ProviderKind};

use crate::support::database::block_on;
use crate::support::env::caller;
use crate::support::pair::Pair;
use crate::support::server::{TestServer, TestServerOptions, nodes_of_a_server};

/// What Debian's SimpleSAMLphp serves.
const SIMPLESAMLPHP: &str = "/usr/share/simplesamlphp/www";

/// What a script needs besides the server.
#[derive(Clone, Copy)]
enum Need {
    Node,
    Chromium,
    Python,
    Apache,
    SimpleSamlPhp,
}

impl Need {
    /// What to do when it is missing.
    fn advice(self) -> &'static str {
        match self {
            Self::Node => "install Node 20 and run `npm ci` in tests/clients",
            Self::Chromium => "install chromium and openssl",
            Self::Python => {
                "install tests/clients/requirements.txt into a venv and name its python in VESTIBULE_PYTHON"
            }
            Self::Apache => "install apache2 and libapache2-mod-auth-openidc",
            Self::SimpleSamlPhp => "install simplesamlphp, php-cli and php-xml",
        }
    }

    fn is_met(self) -> bool {
        match self {
            Self::Node => {
                runs(Command::new("node").arg("--version")) && clients().join("node_modules/jose").exists()
            }
            Self::Chromium => {
                let browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
                (std::env::var_os("CHROMIUM").is_some()
                    || browsers.iter().any(|place| Path::new(place).exists()))
                    && runs(Command::new("openssl").arg("version"))
            }
            Self::Python => {
                runs(Command::new(python()).args(["-c", "import authlib, flask, joserfc, requests"]))
            }
            Self::Apache => ["/usr/sbin/apache2", "/usr/lib/apache2/modules/mod_auth_openidc.so"]
                .iter()
                .all(|place| Path::new(place).exists()),
            Self::SimpleSamlPhp => {
                Path::new(SIMPLESAMLPHP).exists()
                    && runs(Command::new("php").args(["-r", "exit(class_exists('DOMDocument') ? 0 : 1);"]))
            }
        }
    }
}

/// Whether everything is there. Fails instead of answering no where everything has to be.
fn ready_for(needs: &[Need]) -> bool {
    static TOLD: [Once; 5] = [const { Once::new() }; 5];
    let Some(need) = needs.iter().find(|need| !need.is_met()) else {
        return true;
    };
    let advice = need.advice();
    assert!(std::env::var("VESTIBULE_REQUIRE_ALL").as_deref() != Ok("1"), "not run: {advice}");
    // Not eprintln!, whose output the test runner keeps to itself.
    TOLD[*need as usize]
        .call_once(|| drop(writeln!(std::io::stderr(), "Some clients are not tested: {advice}")));
    false
}

fn clients() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients")
}

fn python() -> String {
    std::env::var("VESTIBULE_PYTHON").unwrap_or_else(|_| "python3".into())
}

fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// A child process that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when it has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Which of its two addresses the server calls its own.
#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    Http,
    Https,
}

/// The built server in a process of its own: `vestibule dev --ephemeral` on free ports.
struct DevServer {
    url: String,
    /// The certificate of its authority.
    authority: PathBuf,
    folder: TempDir,
    _running: Built,
}

/// What is behind the address; kept for its end.
enum Built {
    Process {
        _process: Box<Running>,
        /// Kept open, so that the server can go on writing.
        _stdout: BufReader<ChildStdout>,
    },
    /// With `VESTIBULE_TEST_NODES=2`: two nodes on one PostgreSQL.
    Pair { _pair: Box<Pair> },
}

impl DevServer {
    fn start(scheme: Scheme) -> Self {
        if nodes_of_a_server() > 1 {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let pair = block_on(Pair::start(folder.path(), scheme == Scheme::Https));
            let (url, authority) = (pair.url.clone(), pair.authority.clone());
            return Self { url, authority, folder, _running: Built::Pair { _pair: Box::new(pair) } };
        }
        // A port that was free may be taken before the server binds it.
        (0..5).find_map(|_| Self::try_start(scheme)).expect("the development server starts")
    }

    fn try_start(scheme: Scheme) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (http, https) = free_ports();
        let url = match scheme {
            Scheme::Http => format!("http://localhost:{http}"),
            Scheme::Https => format!("https://localhost:{https}"),
        };
        let log = File::create(folder.path().join("log")).expect("a log file");
        let child = Command::new(env!("CARGO_BIN_EXE_vestibule"))
            .args([
                "dev",
                "--ephemeral",
                "--http-port",
                &http.to_string(),
                "--https-port",
                &https.to_string(),
            ])
            .args(["--public-url", &url])
            .current_dir(folder.path())
            // Killed, it cannot clear away what it made there; with the folder it goes.
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the server can be run");
        let mut process = Running(child);
        let mut stdout = BufReader::new(process.0.stdout.take().expect("the output is piped"));
        let mut greeting = String::new();
        let mut ready = false;
        loop {
            let mut line = String::new();
            if stdout.read_line(&mut line).expect("the server writes text") == 0 {
                eprintln!("the server did not start:\n{greeting}{}", log_of(&folder));
                return None;
            }
            greeting.push_str(&line);
            ready |= line.contains("Vestibule is ready.");
            if let Some((_, authority)) = line.trim_end().split_once("signed by ")
                && ready
            {
                let authority = PathBuf::from(authority);
                let running = Built::Process { _process: Box::new(process), _stdout: stdout };
                return Some(Self { url, authority, folder, _running: running });
            }
        }
    }

    /// Runs a program against the server; it has to succeed.
    fn run(&self, mut command: Command) {
        command
            .current_dir(clients())
            .env("VESTIBULE_URL", &self.url)
            .env("NODE_EXTRA_CA_CERTS", &self.authority)
            .env("REQUESTS_CA_BUNDLE", &self.authority);
        let outcome = output(command);
        assert!(outcome.is_ok(), "{}\nthe server's log:\n{}", outcome.unwrap_err(), log_of(&self.folder));
    }
}

fn free_ports() -> (u16, u16) {
    // Both are held until both are known.
    let sockets = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").expect("a free port"));
    let [http, https] = sockets.each_ref().map(|socket| socket.local_addr().expect("a bound port").port());
    (http, https)
}

/// The end of the server's log.
fn log_of(folder: &TempDir) -> String {
    let log = std::fs::read_to_string(folder.path().join("log")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(60)..].join("\n")
}

/// Runs a program to its end and passes its output on; the error is that output.
fn output(mut command: Command) -> Result<(), String> {
    let done = command.stdin(Stdio::null()).output().expect("the program can be run");
    let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    if done.status.success() {
        eprintln!("{text}");
        return Ok(());
    }
    Err(text)
}

/// Node's test runner on one script.
fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.args(["--test", "--test-timeout=300000", script]);
    command
}

#[test]
fn the_contact_sheet_shows_what_was_asked_for() {
    if !ready_for(&[Need::Node, Need::Chromium]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new("node");
    command
        .arg("contact_sheet.js")
        .arg(folder.path())
        .args(["--theme", "mono", "--page", "Login", "--page", "Mail"]);
    command.env("VESTIBULE_BINARY", env!("CARGO_BIN_EXE_vestibule")).current_dir(clients());
    output(command).unwrap_or_else(|text| panic!("{text}"));
    let sheet = std::fs::read_to_string(folder.path().join("contact-sheet.html")).expect("the sheet");
    // Two modes on two devices for each.
    assert_eq!(sheet.matches("<figure").count(), 8, "{sheet}");
    for shown in sheet.split("<img src=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let picture = std::fs::read(folder.path().join(shown)).expect("the picture");
        assert!(picture.starts_with(b"\x89PNG") && picture.len() > 4000, "{shown}: {}", picture.len());
    }
    assert!(folder.path().join("contact-sheet-mono.png").exists());
}

/// Themes, modes, widths and languages take turns; `node accessibility.js` alone looks at all of them.
#[test]
fn every_page_in_every_state_keeps_the_rules_of_accessibility() {
    if ready_for(&[Need::Node, Need::Chromium]) {
        let mut command = Command::new("node");
        command.args(["accessibility.js", "--sample"]);
        command.env("VESTIBULE_BINARY", env!("CARGO_BIN_EXE_vestibule")).current_dir(clients());
        output(command).unwrap_or_else(|text| panic!("{text}"));
    }
}

fn browser_journeys(scheme: Scheme, ways: &str) {
    if ready_for(&[Need::Node, Need::Chromium]) {
        let mut command = node("browser/journeys.test.js");
        command.env("WAYS", ways);
        DevServer::start(scheme).run(command);
    }
}

#[test]
fn a_browser_with_scripts_finds_its_way() {
    browser_journeys(Scheme::Http, "on");
}

#[test]
fn a_browser_without_scripts_finds_its_way() {
    browser_journeys(Scheme::Http, "off");
}

#[test]
fn a_browser_without_a_mouse_finds_its_way() {
    browser_journeys(Scheme::Http, "keys");
}

#[test]
fn a_browser_finds_its_way_over_https() {
    browser_journeys(Scheme::Https, "on");
}

#[test]
fn people_look_after_their_account_in_a_browser() {
    if ready_for(&[Need::Node, Need::Chromium]) {
        DevServer::start(Scheme::Http).run(node("browser/account.test.js"));
    }
}

#[test]
fn the_pages_look_right_and_are_accessible() {
    if ready_for(&[Need::Node, Need::Chromium]) {
        DevServer::start(Scheme::Http).run(node("browser/appearance.test.js"));
    }
}

#[test]
fn a_browser_makes_and_uses_passkeys() {
    if ready_for(&[Need::Node, Need::Chromium]) {
        DevServer::start(Scheme::Http).run(node("browser/passkeys.test.js"));
    }
}

#[test]
fn oidc_client_ts_signs_in_from_a_page_of_another_origin() {
    if ready_for(&[Need::Node, Need::Chromium]) {
        DevServer::start(Scheme::Http).run(node("browser/single_page_app.test.js"));
    }
}

#[test]
fn openid_client_signs_in_over_http() {
    if ready_for(&[Need::Node]) {
        DevServer::start(Scheme::Http).run(node("relying_parties/openid_client.test.js"));
    }
}

#[test]
fn openid_client_signs_in_over_https() {
    if ready_for(&[Need::Node]) {
        DevServer::start(Scheme::Https).run(node("relying_parties/openid_client.test.js"));
    }
}

#[test]
fn the_readmes_example_signs_in() {
    if ready_for(&[Need::Node]) {
        DevServer::start(Scheme::Http).run(node("relying_parties/readme.test.js"));
    }
}

#[test]
fn passport_signs_in() {
    if ready_for(&[Need::Node]) {
        DevServer::start(Scheme::Http).run(node("relying_parties/passport.test.js"));
    }
}

#[test]
fn mod_auth_openidc_signs_in() {
    if ready_for(&[Need::Node, Need::Apache]) {
        DevServer::start(Scheme::Https).run(node("relying_parties/apache.test.js"));
    }
}

#[test]
fn authlib_signs_in() {
    if ready_for(&[Need::Python]) {
        let mut command = Command::new(python());
        command.args(["-B", "relying_parties/authlib_test.py", "--verbose"]);
        DevServer::start(Scheme::Http).run(command);
    }
}

#[actix_web::test]
async fn a_browser_returns_to_a_private_scheme() {
    if !ready_for(&[Need::Node, Need::Chromium]) {
        return;
    }
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let callback = "com.example.app:/callback";
    let settings = ClientSettings {
        callback_urls: vec![callback.into()],
        allowed_scopes: vec!["openid".into()],
        ..ClientSettings::default()
    };
    server.create_client(&pool, "nativeapp", settings).await;
    let mut command = node("browser/private_scheme.test.js");
    command
        .current_dir(clients())
        .env("VESTIBULE_URL", &server.origin)
        .env("CLIENT_ID", "nativeapp")
        .env("REDIRECT_URI", callback)
        .env("PERSON_USERNAME", seed::ADA.email)
        .env("PERSON_PASSWORD", seed::ADA.password);
    output(command).unwrap_or_else(|text| panic!("{text}"));
}

#[actix_web::test]
async fn a_browser_sets_up_a_second_factor_and_uses_a_recovery_code() {
    if !ready_for(&[Need::Node, Need::Chromium]) {
        return;
    }
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let pool = server
        .change_pool(pool.id.as_str(), |pool| {
            pool.mfa.configuration = MfaConfiguration::Required;
            pool.mfa.factors = vec![SecondFactor::Totp];
        })
        .await;
    let mut command = node("browser/set_up.test.js");
    people_for_each_way(&server, &pool, &mut command).await;
    command.env("SERVER_NOW", server.env.now().to_string());
    output(command).unwrap_or_else(|text| panic!("{text}"));
}

/// Makes a person for each of the ways that a browser test goes, and tells the test of them and of the server.
async fn people_for_each_way(server: &TestServer, pool: &UserPool, command: &mut Command) {
    command
        .current_dir(clients())
        .env("VESTIBULE_URL", &server.origin)
        .env("PERSON_PASSWORD", seed::ADA.password);
    for way in ["on", "off", "keys"] {
        let address = format!("{way}@example.com");
        let attributes = [("email", address.as_str()), ("email_verified", "true")];
        let new = NewUser {
            username: None,
            attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            password: Some(seed::ADA.password.into()),
            temporary: false,
            invite: false,
        };
        users::create(&server.env, &caller("192.0.2.1"), pool, new).await.expect("a person");
        command.env(format!("PERSON_{}", way.to_uppercase()), address);
    }
}

#[actix_web::test]
async fn a_browser_signs_in_while_the_form_is_attacked() {
    if !ready_for(&[Need::Node, Need::Chromium]) {
        return;
    }
    // Each node has seen its own part of an attack.
    let options = TestServerOptions { one_process: true, ..TestServerOptions::default() };
    let server = TestServer::start_with(options).await;
    let pool = server.default_pool().await;
    server
        .change_pool(pool.id.as_str(), |pool| {
            pool.abuse =
                AbuseSettings { per_prefix: 1, work_bits: 18, first_delay_ms: 1, ..AbuseSettings::default() };
        })
        .await;
    let mut command = node("browser/attack.test.js");
    command.current_dir(clients()).env("VESTIBULE_URL", &server.origin);
    output(command).unwrap_or_else(|text| panic!("{text}"));
    let metrics = server.env.metrics.text().expect("metrics");
    let counted = |outcome: &str| {
        let is_meant = |line: &&str| line.starts_with("vestibule_form_guards") && line.contains(outcome);
        metrics.lines().find(is_meant).and_then(|line| line.rsplit(' ').next()?.parse::<u32>().ok())
    };
    assert!(counted("worked").is_some_and(|count| count >= 2), "with scripts: {metrics}");
    assert!(counted("held").is_some_and(|count| count >= 1), "without: {metrics}");
}

#[actix_web::test]
async fn a_browser_is_asked_for_terms_and_consent() {
    if !ready_for(&[Need::Node, Need::Chromium]) {
        return;
    }
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    server.change_client(&pool, "demoweb", |client| client.consent = ConsentRule::Required).await;
    let terms = format!("{}/{}/.well-known/openid-configuration?language={{lang}}", server.origin, pool.id);
    let pool = server
        .change_pool(pool.id.as_str(), |pool| {
            pool.terms.url = Some(terms);
            pool.terms.version = Some("1".into());
            pool.terms.ask = TermsAsk::Checkbox;
        })
        .await;
    let mut command = node("browser/agreement.test.js");
    people_for_each_way(&server, &pool, &mut command).await;
    output(command).unwrap_or_else(|text| panic!("{text}"));
}

#[test]
fn every_button_of_the_development_server_can_be_pressed() {
    if ready_for(&[Need::Node, Need::Chromium]) {
        let mut command = node("browser/stand_ins.test.js");
        command.env("CLIENT_ID", "demosocial");
        DevServer::start(Scheme::Http).run(command);
    }
}

/// An identity provider in a process of its own, and what it printed when it was ready.
fn identity_provider(mut command: Command) -> (Running, String) {
    let child = command.current_dir(clients()).stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut running = Running(child.expect("the provider can be run"));
    let mut said = String::new();
    let stdout = running.0.stdout.take().expect("the output is piped");
    BufReader::new(stdout).read_line(&mut said).expect("the provider writes text");
    assert!(!said.is_empty(), "the provider did not start");
    (running, said.trim().to_owned())
}

#[actix_web::test]
async fn people_of_oidc_provider_sign_in_and_out() {
    if !ready_for(&[Need::Node, Need::Chromium]) {
        return;
    }
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let pool = server.change_pool(pool.id.as_str(), |pool| pool.identifier_first = true).await;
    let mut command = Command::new("node");
    command
        .arg("identity_providers/oidc_provider.js")
        .env("CALLBACK", format!("{}/oauth2/idpresponse", server.origin))
        .env("AFTER_SIGN_OUT", format!("{}/logout", server.origin));
    let (_running, issuer) = identity_provider(command);
    let texts = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let provider = IdentityProvider {
        pool_id: pool.id.clone(),
        name: "Panva".into(),
        kind: ProviderKind::Oidc,
        details: texts(&[
            ("client_id", "vestibule"),
            ("authorize_scopes", "openid email profile"),
            ("attributes_request_method", "GET"),
            ("oidc_issuer", &issuer),
        ]),
        secrets: BTreeMap::from([(
            "client_secret".to_owned(),
            SecretString::from("only-for-this-test-and-long-enough"),
        )]),
        attribute_mapping: texts(&[
            ("email", "email"),
            ("email_verified", "email_verified"),
            ("name", "name"),
        ]),
        identifiers: vec!["corp.example".into()],
        created_at: 0,
        updated_at: 0,
    };
    directory::providers::put(&server.env, &pool, &provider).await.expect("a provider");
    server.look_again(&pool.id);
    let settings = ClientSettings {
        any_loopback_url: true,
        sign_out: SignOutReach::Provider,
        ..ClientSettings::default()
    };
    server.create_client(&pool, "federated", settings).await;
    let mut command = node("browser/identity_provider.test.js");
    command
        .current_dir(clients())
        .env("VESTIBULE_URL", &server.origin)
        .env("CLIENT_ID", "federated")
        .env("PROVIDER", "Panva")
        .env("PROVIDER_ORIGIN", &issuer);
    output(command).unwrap_or_else(|text| panic!("{text}"));
}
