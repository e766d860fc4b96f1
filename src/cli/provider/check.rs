//! `vestibule provider check`: what the provider publishes now, and whether signing in can work with it.

use serde::Serialize;
use url::Url;
use x509_cert::Certificate;
use x509_cert::der::Decode;

use super::warn;
use crate::cli::output::{OutputArguments, printed, time};
use crate::crypto::digest::sha256_hex;
use crate::directory::providers;
use crate::env::Env;
use crate::federation::oidc;
use crate::federation::saml::binding::Binding;
use crate::federation::saml::metadata::{Endpoint, ProviderMetadata, Reading};
use crate::federation::saml::xml::{self, Node};
use crate::federation::saml::{DSIG, METADATA};
use crate::model::pool::UserPool;
use crate::model::provider::{IdentityProvider, ProviderKind};

/// Metadata that ends within this is said to end soon, milliseconds.
const SOON: i64 = 14 * 86_400_000;

#[derive(Serialize)]
struct Report<'a, T> {
    pool: &'a str,
    name: &'a str,
    kind: &'static str,
    warnings: Vec<String>,
    #[serde(flatten)]
    found: T,
}

/// Prints what was found.
pub(super) async fn run(
    env: &Env,
    pool: &UserPool,
    provider: &IdentityProvider,
    output: OutputArguments,
) -> Result<(), String> {
    let failed = |error: String| format!("{} cannot sign anybody in: {error}", provider.name);
    let mut warnings = providers::warnings(&pool.settings, provider);
    if provider.kind == ProviderKind::Saml {
        let found = Saml::read(env, provider).await.map_err(failed)?;
        warnings.extend(found.warnings(env.now()));
        let lines = found.lines();
        return report(pool, provider, warnings, (found, lines), output);
    }
    let found = oidc::check(env, provider).await.map_err(|error| failed(error.to_string()))?;
    let found = Oidc {
        issuer: found.issuer,
        authorize_url: found.authorize_url.into(),
        token_url: found.token_url.into(),
        attributes_url: found.attributes_url.map(Into::into),
        logout_url: found.logout_url.map(Into::into),
        keys: found.keys,
    };
    let lines = found.lines();
    report(pool, provider, warnings, (found, lines), output)
}

fn report<T: Serialize>(
    pool: &UserPool,
    provider: &IdentityProvider,
    warnings: Vec<String>,
    (found, lines): (T, Vec<(&'static str, String)>),
    output: OutputArguments,
) -> Result<(), String> {
    let (pool, name, kind) = (pool.id.as_str(), provider.name.as_str(), provider.kind.as_str());
    let report = Report { pool, name, kind, warnings, found };
    printed(output.one(&report, &lines))?;
    if !output.json {
        warn(&report.warnings);
    }
    Ok(())
}

#[derive(Serialize)]
struct Oidc {
    issuer: Option<String>,
    authorize_url: String,
    token_url: String,
    attributes_url: Option<String>,
    logout_url: Option<String>,
    keys: Option<usize>,
}

impl Oidc {
    fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = Vec::new();
        lines.extend(self.issuer.clone().map(|issuer| ("issuer", issuer)));
        lines.push(("authorization", self.authorize_url.clone()));
        lines.push(("token", self.token_url.clone()));
        lines.extend(self.attributes_url.clone().map(|url| ("attributes", url)));
        lines.extend(self.logout_url.clone().map(|url| ("logout", url)));
        lines.extend(self.keys.map(|keys| ("keys", keys.to_string())));
        lines.push(("client secret", "shows at the first sign-in only whether it is right".into()));
        lines
    }
}

#[derive(Serialize)]
struct Saml {
    entity_id: String,
    sign_on: Vec<Location>,
    logout: Vec<Location>,
    keys: Vec<Key>,
    keys_refused: usize,
    wants_signed_requests: bool,
    valid_until: Option<String>,
    #[serde(skip)]
    valid_until_ms: Option<i64>,
}

#[derive(Serialize)]
struct Location {
    binding: &'static str,
    location: String,
}

/// A certificate for signing, as the metadata has it.
#[derive(Serialize)]
struct Key {
    sha256: String,
    subject: Option<String>,
    not_after: Option<String>,
}

impl Saml {
    async fn read(env: &Env, provider: &IdentityProvider) -> Result<Self, String> {
        let document = document(env, provider).await?;
        let reading =
            Reading { entity_id: None, now_ms: env.now(), http_on_loopback: env.settings.development };
        let metadata = ProviderMetadata::read(&document, reading).map_err(|error| error.to_string())?;
        Ok(Self {
            entity_id: metadata.entity_id().to_owned(),
            sign_on: locations(|binding| metadata.sign_on(binding)),
            logout: locations(|binding| metadata.logout(binding)),
            keys: keys(&document).map_err(|error| error.to_string())?,
            keys_refused: metadata.keys_refused(),
            wants_signed_requests: metadata.want_requests_signed(),
            valid_until: metadata.valid_until_ms().map(time),
            valid_until_ms: metadata.valid_until_ms(),
        })
    }

    fn warnings(&self, now: i64) -> Vec<String> {
        let mut warnings = Vec::new();
        if let Some(until) = self.valid_until_ms.filter(|until| until - now < SOON) {
            warnings.push(format!(
                "the metadata ends on {}; the provider must publish newer one before, or nobody gets in from there",
                time(until)
            ));
        }
        if self.keys_refused > 0 {
            warnings.push(format!(
                "{} of its signing keys cannot be used: RSA of at least 2048 bits, P-256 and P-384 can",
                self.keys_refused
            ));
        }
        if !self.sign_on.iter().any(|one| one.binding == "redirect") {
            warnings.push("it takes requests by POST alone".into());
        }
        warnings
    }

    fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![("entity id", self.entity_id.clone())];
        let each = |name: &'static str, all: &[Location]| -> Vec<(&'static str, String)> {
            all.iter().map(|one| (name, format!("{} ({})", one.location, one.binding))).collect()
        };
        lines.extend(each("sign-on", &self.sign_on));
        lines.extend(each("logout", &self.logout));
        for key in &self.keys {
            let end = key.not_after.as_ref().map(|end| format!(", until {end}")).unwrap_or_default();
            let subject = key.subject.as_deref().unwrap_or("a certificate that cannot be read");
            lines.push(("signing key", format!("SHA-256 {}, {subject}{end}", colons(&key.sha256))));
        }
        let wants = if self.wants_signed_requests { "yes" } else { "no" };
        lines.push(("wants signed requests", wants.to_owned()));
        lines.push(("valid until", self.valid_until.clone().unwrap_or_else(|| "not said".into())));
        lines
    }
}

/// The metadata as it is now; nothing of it is kept.
async fn document(env: &Env, provider: &IdentityProvider) -> Result<Vec<u8>, String> {
    if let Some(text) = provider.details.get("MetadataFile") {
        return Ok(text.clone().into_bytes());
    }
    let url = provider.details.get("MetadataURL").and_then(|text| Url::parse(text).ok());
    let url = url.ok_or("it has no metadata")?;
    let read = env.documents.reread(&url).await;
    let document = read.map_err(|error| format!("the metadata at {url} cannot be read: {error}"))?;
    Ok(document.body.to_vec())
}

fn locations<'a>(of: impl Fn(Binding) -> Option<&'a Endpoint>) -> Vec<Location> {
    let all = [(Binding::Redirect, "redirect"), (Binding::Post, "POST")];
    let found = all.into_iter().filter_map(|(binding, name)| Some((name, of(binding)?)));
    found.map(|(binding, endpoint)| Location { binding, location: endpoint.location.clone() }).collect()
}

/// The certificates for signing of a document that was found good: it describes one provider.
fn keys(document: &[u8]) -> Result<Vec<Key>, crate::federation::FederationError> {
    let text = xml::guard(document, xml::METADATA)?;
    let document = xml::parse(text)?;
    let mut keys: Vec<Key> = Vec::new();
    let all = Node::outermost(&document).into_iter().flat_map(Node::with_descendants);
    let signing = all.filter(|node| {
        node.is(METADATA, "KeyDescriptor")
            && matches!(node.attribute("use"), None | Some("signing"))
            && node.parent().is_some_and(|role| role.is(METADATA, "IDPSSODescriptor"))
    });
    for descriptor in signing {
        for node in descriptor.with_descendants().filter(|node| node.is(DSIG, "X509Certificate")) {
            let Ok(der) = node.text().and_then(|text| xml::base64(&text)) else { continue };
            let sha256 = sha256_hex(&der);
            if keys.iter().any(|key| key.sha256 == sha256) {
                continue;
            }
            let certificate = Certificate::from_der(&der).ok().map(|certificate| certificate.tbs_certificate);
            keys.push(Key {
                sha256,
                subject: certificate.as_ref().map(|tbs| tbs.subject.to_string()),
                not_after: certificate.as_ref().map(|tbs| {
                    let end = tbs.validity.not_after.to_unix_duration().as_millis();
                    time(i64::try_from(end).unwrap_or(i64::MAX))
                }),
            });
        }
    }
    Ok(keys)
}

/// A digest as other tools print it: two digits, a colon, two digits.
fn colons(digest: &str) -> String {
    let pairs: Vec<String> =
        digest.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).to_uppercase()).collect();
    pairs.join(":")
}
