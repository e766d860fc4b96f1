//! Real SAML providers: samlp, and SimpleSAMLphp as Debian packs it. Each is met twice: with little asked of it, and strict,
//! with requests that must be signed and assertions that must be encrypted.
//!
//! Owns starting them and making them known to the server; what a browser does there is in `tests/clients`.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{ChildStderr, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use vestibule::crypto::jwt::{Algorithm, SigningKey};
use vestibule::directory;
use vestibule::federation::saml::service_provider::Credential;
use vestibule::model::client::{ClientSettings, SignOutReach};
use vestibule::model::clock::{Clock, SystemClock};
use vestibule::model::provider::{IdentityProvider, ProviderKind};

use super::{Need, Running, SIMPLESAMLPHP, clients, free_ports, identity_provider, node, output, ready_for};
use crate::support::server::TestServer;

/// A test server's clock that goes like everybody's: SAML providers write the time into what they send.
struct Going {
    /// Hung up to end it.
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Going {
    fn start(server: &TestServer) -> Self {
        let (stop, stopped) = channel();
        let clock = server.clock.clone();
        let thread = std::thread::spawn(move || {
            while stopped.recv_timeout(Duration::from_millis(500)) == Err(RecvTimeoutError::Timeout) {
                clock.set(SystemClock.now());
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Going {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A SAML provider that runs, and where things begin there.
struct SamlProvider {
    _running: Running,
    origin: String,
    metadata: String,
    begins: String,
    ends: String,
    /// What it has complained about.
    said: Arc<Mutex<String>>,
}

/// How a SAML provider is known to the server.
const SAML_PROVIDER: &str = "Corp";

/// Writes the key that a provider signs with into its folder, and a certificate for it.
fn write_provider_key(folder: &Path) {
    let key = SigningKey::generate(Algorithm::Rs256).and_then(|key| key.to_pkcs8()).expect("a key");
    let now = SystemClock.now() / 1000;
    let certificate =
        Credential::self_signed(&key, "provider", now - 3600, now + 86_400).expect("a certificate");
    for (name, label, der) in
        [("provider.key", "PRIVATE KEY", key.as_slice()), ("provider.crt", "CERTIFICATE", &certificate)]
    {
        let mut lines = STANDARD.encode(der);
        for at in (64..lines.len()).step_by(64).rev() {
            lines.insert(at, '\n');
        }
        let pem = format!("-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n");
        std::fs::write(folder.join(name), pem).expect("the folder can be written to");
    }
}

/// Keeps what a program writes, so that it never waits for a reader. Returns once a line contains `ready`.
fn read_on(stderr: ChildStderr, ready: &str) -> Arc<Mutex<String>> {
    let said = Arc::new(Mutex::new(String::new()));
    let (up, is_up) = channel();
    let (ready, kept) = (ready.to_owned(), said.clone());
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if line.contains(&ready) {
                let _ = up.send(());
            }
            // A line for each connection would hide the others.
            if line.ends_with("Accepted") || line.ends_with("Closing") {
                continue;
            }
            let mut kept = kept.lock().expect("nobody panicked");
            kept.push_str(&line);
            kept.push('\n');
        }
    });
    is_up.recv().unwrap_or_else(|_| panic!("it did not start: {}", said.lock().expect("nobody panicked")));
    said
}

fn samlp(folder: &Path, service_provider: &str, environment: &[(&str, &str)]) -> SamlProvider {
    let mut command = Command::new("node");
    command
        .args(["--no-deprecation", "identity_providers/samlp.js"])
        .env("FOLDER", folder)
        .env("SERVICE_PROVIDER", service_provider)
        .envs(environment.iter().copied());
    let (running, origin) = identity_provider(command);
    SamlProvider {
        _running: running,
        metadata: format!("{origin}/metadata"),
        begins: format!("{origin}/sign-in"),
        ends: format!("{origin}/sign-out"),
        origin,
        said: Arc::default(),
    }
}

fn simplesamlphp(folder: &Path, service_provider: &str, environment: &[(&str, &str)]) -> SamlProvider {
    let (port, _) = free_ports();
    let origin = format!("http://localhost:{port}");
    let child = Command::new("php")
        .args(["-S", &format!("127.0.0.1:{port}"), "-t", SIMPLESAMLPHP])
        .env("SIMPLESAMLPHP_CONFIG_DIR", clients().join("identity_providers/simplesamlphp"))
        .env("ORIGIN", &origin)
        .env("FOLDER", folder)
        .env("SERVICE_PROVIDER", service_provider)
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = Running(child.expect("PHP can be run"));
    let said = read_on(running.0.stderr.take().expect("the errors are piped"), "started");
    let here = url::form_urlencoded::byte_serialize(service_provider.as_bytes()).collect::<String>();
    SamlProvider {
        _running: running,
        metadata: format!("{origin}/saml2/idp/metadata.php"),
        begins: format!("{origin}/saml2/idp/SSOService.php?spentityid={here}"),
        ends: format!("{origin}/saml2/idp/initSLO.php?RelayState=/logout.php"),
        origin,
        said,
    }
}

/// A browser's journeys at a SAML provider, which is started with `environment`; `details` are its further settings here.
async fn journeys(
    needs: &[Need],
    start: fn(&Path, &str, &[(&str, &str)]) -> SamlProvider,
    environment: &[(&str, &str)],
    details: &[(&str, &str)],
) {
    if !ready_for(needs) {
        return;
    }
    let server = TestServer::start().await;
    let _going = Going::start(&server);
    let pool = server.default_pool().await;
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_provider_key(folder.path());
    let ourselves = format!("{}/saml2/metadata/{SAML_PROVIDER}", server.origin);
    let there = start(folder.path(), &ourselves, environment);
    let texts = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let always = [("MetadataURL", there.metadata.as_str()), ("IDPSignout", "true"), ("IDPInit", "true")];
    let provider = IdentityProvider {
        pool_id: pool.id.clone(),
        name: SAML_PROVIDER.into(),
        kind: ProviderKind::Saml,
        details: texts(&[always.as_slice(), details].concat()),
        secrets: BTreeMap::new(),
        attribute_mapping: texts(&[("email", "mail"), ("name", "displayName")]),
        identifiers: vec![],
        created_at: 0,
        updated_at: 0,
    };
    directory::providers::put(&server.env, &pool, &provider).await.expect("a provider");
    server.look_again(&pool.id);
    let settings = ClientSettings {
        any_loopback_url: true,
        sign_out: SignOutReach::Provider,
        // Nobody prepares a sign-in that begins there.
        require_pkce: Some(false),
        ..ClientSettings::default()
    };
    server.create_client(&pool, "federated", settings).await;
    let mut command = node("browser/saml_provider.test.js");
    command
        .current_dir(clients())
        .env("VESTIBULE_URL", &server.origin)
        .env("CLIENT_ID", "federated")
        .env("PROVIDER", SAML_PROVIDER)
        .env("PROVIDER_ORIGIN", &there.origin)
        .env("BEGINS", &there.begins)
        .env("ENDS", &there.ends);
    let outcome = output(command);
    let said = there.said.lock().expect("nobody panicked");
    outcome.unwrap_or_else(|text| panic!("{text}\nthe provider said:\n{said}"));
}

#[actix_web::test]
async fn people_of_samlp_sign_in_and_out() {
    let needs = [Need::Node, Need::Chromium];
    journeys(&needs, samlp, &[("SIGNS", "assertion")], &[]).await;
}

#[actix_web::test]
async fn people_of_a_strict_samlp_sign_in_and_out() {
    let details = [("EncryptedResponses", "true"), ("RequestSigningAlgorithm", "rsa-sha256")];
    let needs = [Need::Node, Need::Chromium];
    journeys(&needs, samlp, &[("SIGNS", "both"), ("STRICT", "1")], &details).await;
}

#[actix_web::test]
async fn people_of_simplesamlphp_sign_in_and_out() {
    let needs = [Need::Node, Need::Chromium, Need::SimpleSamlPhp];
    journeys(&needs, simplesamlphp, &[("STRICT", "0")], &[]).await;
}

#[actix_web::test]
async fn people_of_a_strict_simplesamlphp_sign_in_and_out() {
    let details = [("EncryptedResponses", "true"), ("RequestSigningAlgorithm", "rsa-sha256")];
    let needs = [Need::Node, Need::Chromium, Need::SimpleSamlPhp];
    journeys(&needs, simplesamlphp, &[("STRICT", "1")], &details).await;
}
