//! Reaching PostgreSQL: the address, TLS by rustls, and opening one connection.

use std::sync::Arc;
use std::time::Duration;

use diesel_async::AsyncPgConnection;
use percent_encoding::percent_decode_str;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::StoreError;

/// A parsed `postgres://` address and how to secure the way there.
#[derive(Clone)]
pub(super) struct PostgresTarget {
    config: tokio_postgres::Config,
    tls: MakeRustlsConnect,
}

impl PostgresTarget {
    /// Reads an address as libpq does. Of its TLS parameters it knows:
    /// `sslmode=disable`, `prefer` (default: encrypt if the server can), `require` (encrypt, trust any
    /// certificate), `verify-full` (certificate and name must be right), and `sslrootcert`, a PEM file of
    /// further authorities; with it `require` verifies too.
    pub(super) fn parse(url: &str) -> Result<Self, StoreError> {
        let (address, query) = url.split_once('?').unwrap_or((url, ""));
        let mut mode = "prefer".to_owned();
        let mut root_file = None;
        let mut others = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = || percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                "sslmode" => mode = value(),
                "sslrootcert" => root_file = Some(value()),
                _ => others.push(pair),
            }
        }
        let mut config: tokio_postgres::Config = format!("{address}?{}", others.join("&"))
            .parse()
            .map_err(|e| StoreError::Settings(format!("the database URL cannot be read: {e}")))?;
        let (ssl_mode, verify) = match mode.as_str() {
            "disable" => (SslMode::Disable, false),
            "prefer" => (SslMode::Prefer, false),
            "require" => (SslMode::Require, root_file.is_some()),
            "verify-full" => (SslMode::Require, true),
            _ => {
                return Err(StoreError::Settings(format!(
                    "sslmode={mode} is not supported; use disable, prefer, require or verify-full"
                )));
            }
        };
        config.ssl_mode(ssl_mode).application_name("vestibule");
        config.keepalives_idle(Duration::from_secs(30)).tcp_user_timeout(Duration::from_secs(30));
        Ok(Self { config, tls: MakeRustlsConnect::new(tls_config(verify, root_file.as_deref())?) })
    }

    /// Opens a connection; must run on the store's runtime, which goes on driving its socket.
    pub(super) async fn connect(&self, patience: Duration) -> Result<AsyncPgConnection, StoreError> {
        let opened = tokio::time::timeout(patience, async {
            let (client, connection) = self.config.connect(self.tls.clone()).await.map_err(describe)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection)
                .await
                .map_err(|e| e.to_string())
        })
        .await;
        match opened {
            Ok(Ok(conn)) => Ok(conn),
            Ok(Err(reason)) => Err(StoreError::Unavailable(format!("cannot reach PostgreSQL: {reason}"))),
            Err(_) => Err(StoreError::Unavailable("PostgreSQL did not answer in time".into())),
        }
    }
}

/// The driver's own text names only the kind of failure; the cause is what an operator needs.
fn describe(error: tokio_postgres::Error) -> String {
    match std::error::Error::source(&error) {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

fn tls_config(verify: bool, root_file: Option<&str>) -> Result<ClientConfig, StoreError> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|e| StoreError::Settings(format!("TLS to the database cannot be set up: {e}")))?;
    if !verify {
        let verifier = Arc::new(AnyCertificate { provider });
        return Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth());
    }
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(file) = root_file {
        let unusable = |e: &dyn std::fmt::Display| StoreError::Settings(format!("sslrootcert={file}: {e}"));
        for certificate in CertificateDer::pem_file_iter(file).map_err(|e| unusable(&e))? {
            roots.add(certificate.map_err(|e| unusable(&e))?).map_err(|e| unusable(&e))?;
        }
    }
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// Accepts every certificate, as libpq does for `prefer` and `require`: the way is encrypted against
/// listeners, not against an impostor. SCRAM's channel binding still ties the password to the certificate.
#[derive(Debug)]
struct AnyCertificate {
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(url: &str) -> String {
        PostgresTarget::parse(url).err().map(|e| e.to_string()).unwrap_or_default()
    }

    #[test]
    fn tls_parameters_are_understood() {
        for mode in ["disable", "prefer", "require", "verify-full"] {
            let url = format!("postgres://u:p@db.example/vestibule?connect_timeout=3&sslmode={mode}");
            assert_eq!(refusal(&url), "", "{mode}");
        }
        let target = PostgresTarget::parse("postgresql://db/x?sslmode=verify-full").expect("parses");
        assert_eq!(target.config.get_ssl_mode(), SslMode::Require);
    }

    #[test]
    fn unknown_modes_and_missing_files_are_named_without_the_password() {
        let text = refusal("postgres://u:hunter2@db/x?sslmode=verify-ca");
        assert!(text.contains("verify-ca") && !text.contains("hunter2"), "{text}");
        let text = refusal("postgres://u:hunter2@db/x?sslmode=require&sslrootcert=%2Fnowhere%2Fca.pem");
        assert!(text.contains("/nowhere/ca.pem") && !text.contains("hunter2"), "{text}");
    }
}
