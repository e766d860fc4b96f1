//! The corpus of SAML messages: `manifest.json` says for each what must become of it. `VESTIBULE_SAML_CORPUS` names a
//! folder of the same form; without it, the one in this folder is judged.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use vestibule::federation::FederationError;
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading};
use vestibule::federation::saml::response::{ResponseCheck, VerifiedResponse};
use vestibule::federation::saml::service_provider::{Credential, ServiceProvider};
use vestibule::federation::saml::xml;

/// A corpus, and ourselves as it knows us.
pub struct Corpus {
    folder: PathBuf,
    pub manifest: Value,
    pub service_provider: ServiceProvider,
    pub now_ms: i64,
    pub skew_ms: i64,
}

impl Corpus {
    pub fn load() -> Self {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/federation/saml_corpus");
        let folder = std::env::var_os("VESTIBULE_SAML_CORPUS").map_or(own, PathBuf::from);
        let manifest = fs::read(folder.join("manifest.json"))
            .unwrap_or_else(|error| panic!("{} has no manifest.json: {error}", folder.display()));
        let manifest: Value = serde_json::from_slice(&manifest).expect("the manifest is JSON");
        let sp = &manifest["sp"];
        let key = pem(&folder.join(text(sp, "key")));
        let certificate = pem(&folder.join(text(sp, "cert")));
        let credential = Credential::new(&key, &certificate).expect("the key of the corpus");
        let service_provider =
            ServiceProvider::new(text(sp, "entity_id"), text(sp, "acs"), text(sp, "slo"), vec![credential])
                .expect("a service provider");
        let now_ms = xml::time(text(&manifest, "now")).expect("the corpus says when it is judged");
        let skew_ms = manifest["clock_skew_seconds"].as_i64().expect("the corpus says the skew") * 1000;
        Self { folder, manifest, service_provider, now_ms, skew_ms }
    }

    pub fn cases(&self, list: &str) -> &[Value] {
        self.manifest[list].as_array().map_or(&[], Vec::as_slice)
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    pub fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The provider that a case trusts.
    pub fn provider(&self, case: &Value) -> ProviderMetadata {
        let reading = Reading { entity_id: None, now_ms: self.now_ms, http_on_loopback: false };
        ProviderMetadata::read(&self.bytes(text(case, "idp")), reading).expect("the provider's metadata")
    }

    /// What `case` is judged by.
    pub fn check<'a>(
        &'a self,
        case: &Value,
        provider_metadata: &'a ProviderMetadata,
        outstanding: &'a [&'a str],
    ) -> ResponseCheck<'a> {
        ResponseCheck {
            service_provider: &self.service_provider,
            provider_metadata,
            provider_name: "corpus",
            now_ms: self.now_ms,
            skew_ms: self.skew_ms,
            outstanding,
            idp_initiated_allowed: case["idp_initiated_allowed"].as_bool().unwrap_or(false),
            signed_assertion_required: false,
            encryption_required: false,
        }
    }

    /// Judges `message` under the settings of `case`.
    pub fn judge(&self, case: &Value, message: &[u8]) -> Result<VerifiedResponse, FederationError> {
        let provider = self.provider(case);
        self.check(case, &provider, &request_ids(case)).check_field(&STANDARD.encode(message))
    }

    /// Judges a case with a memory of the assertions that were accepted before it: what `replay_of` names.
    pub fn judge_case(&self, case: &Value) -> Result<VerifiedResponse, String> {
        let mut seen = HashSet::new();
        if let Some(earlier) = case["replay_of"].as_str() {
            let first = self.judge(case, &self.bytes(earlier)).expect("what is replayed was accepted before");
            assert!(first.remember_until_ms > self.now_ms, "{earlier} is to be remembered");
            seen.insert(first.assertion_id);
        }
        let verified =
            self.judge(case, &self.bytes(text(case, "file"))).map_err(|error| error.to_string())?;
        if seen.insert(verified.assertion_id.clone()) { Ok(verified) } else { Err("replayed".to_owned()) }
    }
}

pub fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} is missing in {value}"))
}

pub fn request_ids(case: &Value) -> Vec<&str> {
    case["request_ids"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The DER inside a PEM file.
pub fn pem(file: &Path) -> Vec<u8> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let inside: String = text.lines().filter(|line| !line.starts_with("-----")).map(str::trim).collect();
    STANDARD.decode(inside).expect("a PEM file")
}

/// Prints even while the test runner keeps output: the list is what somebody runs these for.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// How long something took.
#[expect(clippy::disallowed_methods, reason = "the corpus says how long a case may take")]
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let result = work();
    (result, begun.elapsed())
}

/// How long something took that waits in between.
#[expect(clippy::disallowed_methods, reason = "the corpus says how long a case may take")]
pub async fn timed_async<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let result = work.await;
    (result, begun.elapsed())
}
