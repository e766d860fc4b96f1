//! Own TLS: the certificate from files, read again when they change.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::version::{TLS12, TLS13};
use tokio::time::MissedTickBehavior;
use zeroize::Zeroizing;

use crate::config::HttpsSettings;
use crate::crypto::digest;

/// How often the files are looked at.
const TICK: Duration = Duration::from_secs(2);

/// Reads a certificate chain and its key and checks that they belong together.
///
/// # Errors
/// A sentence that names the file.
pub fn read_pair(settings: &HttpsSettings) -> Result<CertifiedKey, String> {
    let bytes = Bytes::read(settings)?;
    bytes.parse(settings)
}

/// The content of both files.
struct Bytes {
    certificate: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
}

impl Bytes {
    fn read(settings: &HttpsSettings) -> Result<Self, String> {
        let read = |file: &Path, what: &str| {
            std::fs::read(file).map_err(|e| format!("the {what} file {} cannot be read: {e}", file.display()))
        };
        Ok(Self {
            certificate: read(&settings.certificate_file, "certificate")?,
            key: Zeroizing::new(read(&settings.key_file, "key")?),
        })
    }

    fn digest(&self) -> [u8; 32] {
        // Each on its own first, so that bytes cannot wander from one file to the other unseen.
        digest::sha256(&[digest::sha256(&self.certificate), digest::sha256(&self.key)].concat())
    }

    fn parse(&self, settings: &HttpsSettings) -> Result<CertifiedKey, String> {
        let (certificate_file, key_file) = (settings.certificate_file.display(), settings.key_file.display());
        let chain = CertificateDer::pem_slice_iter(&self.certificate)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| format!("the certificate file {certificate_file} is no PEM: {e}"))?;
        if chain.is_empty() {
            return Err(format!("the certificate file {certificate_file} holds no certificate"));
        }
        // The parser's own words may repeat what it read.
        let key = PrivateKeyDer::from_pem_slice(&self.key)
            .map_err(|_| format!("the key file {key_file} holds no private key in PEM"))?;
        let key = default_provider()
            .key_provider
            .load_private_key(key)
            .map_err(|_| format!("the key file {key_file} holds a key of a kind that cannot be used"))?;
        let pair = CertifiedKey::new(chain, key);
        match pair.keys_match() {
            Ok(()) => Ok(pair),
            Err(rustls::Error::InconsistentKeys(rustls::InconsistentKeys::KeyMismatch)) => Err(format!(
                "the key in {key_file} does not belong to the certificate in {certificate_file}; the server's own \
                 certificate must be the first in its file"
            )),
            Err(error) => Err(format!("the certificate file {certificate_file} cannot be used: {error}")),
        }
    }
}

/// The certificate that new connections are shown.
pub(super) struct Certificates {
    settings: HttpsSettings,
    current: RwLock<Arc<CertifiedKey>>,
    seen: Mutex<Seen>,
}

/// What the files were when they were last looked at.
struct Seen {
    digest: Option<[u8; 32]>,
    /// The last complaint, which is made once.
    complaint: Option<String>,
    complained: bool,
}

impl Certificates {
    /// Reads the files for the first time.
    pub(super) fn open(settings: &HttpsSettings) -> Result<Arc<Self>, String> {
        let bytes = Bytes::read(settings)?;
        let pair = bytes.parse(settings)?;
        Ok(Arc::new(Self {
            settings: settings.clone(),
            current: RwLock::new(Arc::new(pair)),
            seen: Mutex::new(Seen { digest: Some(bytes.digest()), complaint: None, complained: false }),
        }))
    }

    /// TLS 1.2 and 1.3 with the certificate of the moment.
    pub(super) fn server_config(self: &Arc<Self>) -> Result<ServerConfig, rustls::Error> {
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_protocol_versions(&[&TLS13, &TLS12])?
            .with_no_client_auth()
            .with_cert_resolver(self.clone());
        Ok(config)
    }

    /// Looks at the files. What cannot be used leaves the old certificate in place. Certificate and key are two files,
    /// and whoever renews them writes one after the other: only what is still broken at the second look is an error,
    /// unless somebody asked for this look.
    fn look(&self, asked: bool) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = Bytes::read(&self.settings).and_then(|bytes| {
            let digest = bytes.digest();
            if seen.digest == Some(digest) && seen.complaint.is_none() {
                return Ok(None);
            }
            bytes.parse(&self.settings).map(|pair| Some((digest, pair)))
        });
        match outcome {
            Ok(None) => {}
            Ok(Some((digest, pair))) => {
                let is_new = seen.digest != Some(digest);
                *seen = Seen { digest: Some(digest), complaint: None, complained: false };
                if is_new {
                    *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(pair);
                    let file = self.settings.certificate_file.display();
                    tracing::info!(%file, "new connections are shown the new certificate");
                }
            }
            Err(complaint) => {
                let again = seen.complaint.as_ref() == Some(&complaint);
                let complained = again && seen.complained;
                let complain = asked || (again && !complained);
                if complain {
                    tracing::error!("the old certificate stays in use: {complaint}");
                }
                seen.complained = complained || complain;
                seen.complaint = Some(complaint);
            }
        }
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificates").field("file", &self.settings.certificate_file).finish_non_exhaustive()
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.read().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

/// Looks at the files every few seconds and on SIGHUP, until it is aborted. Without own TLS SIGHUP does nothing, and
/// does not end the process either.
pub(super) async fn keep_fresh(certificates: Option<Arc<Certificates>>) {
    let mut ticker = tokio::time::interval(TICK);
    ticker.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut hang_up = HangUp::new();
    loop {
        let asked = tokio::select! {
            () = hang_up.received() => true,
            _ = ticker.tick() => false,
        };
        let Some(certificates) = certificates.clone() else { continue };
        let look = tokio::task::spawn_blocking(move || certificates.look(asked));
        if look.await.is_err() {
            tracing::error!("looking at the certificate failed");
        }
    }
}

#[cfg(unix)]
struct HangUp(Option<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl HangUp {
    fn new() -> Self {
        Self(tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok())
    }

    async fn received(&mut self) {
        match &mut self.0 {
            Some(signal) => drop(signal.recv().await),
            None => std::future::pending().await,
        }
    }
}

#[cfg(not(unix))]
struct HangUp;

#[cfg(not(unix))]
impl HangUp {
    fn new() -> Self {
        Self
    }

    async fn received(&mut self) {
        std::future::pending().await
    }
}
