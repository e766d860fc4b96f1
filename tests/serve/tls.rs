//! Own TLS: versions, and certificates that are renewed under a running server.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, SupportedProtocolVersion};

use super::installation::{Installation, Served, certificate, complaint};

/// Connects as a client that trusts only this certificate, and asks for a page.
fn visit(
    address: SocketAddr,
    trusted: &[u8],
    versions: &[&'static SupportedProtocolVersion],
) -> Result<(String, rustls::ProtocolVersion), std::io::Error> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(trusted.to_vec())).expect("a certificate");
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").expect("a name");
    let connection = ClientConnection::new(Arc::new(config), name).expect("a connection");
    let socket = TcpStream::connect(address)?;
    socket.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut stream = StreamOwned::new(connection, socket);
    stream.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    let outcome = stream.read_to_end(&mut answer);
    let version = stream.conn.protocol_version().ok_or_else(|| std::io::Error::other("no version"))?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    if text.starts_with("HTTP/1.1 ") {
        Ok((text, version))
    } else {
        outcome.and(Err(std::io::Error::other("no answer")))
    }
}

fn is_shown(served: &Served, trusted: &[u8]) -> bool {
    visit(served.https.expect("it speaks HTTPS"), trusted, rustls::ALL_VERSIONS).is_ok()
}

#[test]
fn tls_1_2_and_1_3_are_spoken() {
    let (installation, _) = Installation::with_tls();
    let first = installation.certificate("localhost");
    let served = installation.serve();
    let address = served.https.expect("it speaks HTTPS");
    for (version, expected) in [
        (&rustls::version::TLS12, rustls::ProtocolVersion::TLSv1_2),
        (&rustls::version::TLS13, rustls::ProtocolVersion::TLSv1_3),
    ] {
        let (answer, spoken) = visit(address, &first, &[version]).expect("an answer");
        assert_eq!(spoken, expected);
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    }
}

#[test]
fn a_renewed_certificate_is_shown_without_a_restart() {
    let (installation, _) = Installation::with_tls();
    let first = installation.certificate("localhost");
    let served = installation.serve();
    assert!(is_shown(&served, &first));
    let second = installation.certificate("localhost");
    // Nobody tells the server: it looks by itself.
    served.log.wait_for(|line| line.contains("new connections are shown the new certificate"));
    assert!(is_shown(&served, &second) && !is_shown(&served, &first));
}

#[test]
fn a_broken_renewal_keeps_the_old_certificate_and_says_which_file() {
    let (installation, _) = Installation::with_tls();
    let first = installation.certificate("localhost");
    let served = installation.serve();
    installation.write("tls.crt", b"-----BEGIN CERTIFICATE-----\nbroken");
    served.signal("HUP");
    let line = served.log.wait_for(|line| line.contains("the old certificate stays in use"));
    assert!(line.contains("tls.crt") && line.contains("ERROR"), "{line}");
    assert!(is_shown(&served, &first));
    // The certificate of another key.
    let (pem, _, _) = certificate("localhost", |_| {});
    installation.write("tls.crt", pem.as_bytes());
    let line = served.log.wait_for(|line| line.contains("does not belong to the certificate"));
    assert!(line.contains("tls.key"), "{line}");
    assert!(is_shown(&served, &first));
    std::fs::remove_file(installation.path("tls.key")).expect("it was there");
    served.log.wait_for(|line| line.contains("tls.key cannot be read"));
    assert!(is_shown(&served, &first));
    let second = installation.certificate("localhost");
    served.signal("HUP");
    served.log.wait_for(|line| line.contains("new connections are shown the new certificate"));
    assert!(is_shown(&served, &second));
}

#[test]
fn a_pair_that_cannot_be_used_is_refused_at_the_start() {
    let (installation, _) = Installation::with_tls();
    let (_, _, key) = certificate("localhost", |_| {});
    installation.write("tls.key", key.as_bytes());
    let text = complaint(&installation.run(&["serve"]));
    assert!(text.contains("does not belong to the certificate"), "{text}");
    installation
        .write("tls.key", b"-----BEGIN PRIVATE KEY-----\nc2VjcmV0IGJ5dGVz\n-----END PRIVATE KEY-----\n");
    let text = complaint(&installation.run(&["serve"]));
    assert!(text.contains("tls.key") && !text.contains("c2VjcmV0"), "{text}");
    std::fs::remove_file(installation.path("tls.crt")).expect("it was there");
    let text = complaint(&installation.run(&["serve"]));
    assert!(text.contains("tls.crt cannot be read"), "{text}");
    assert!(!installation.path("vestibule.db").exists(), "nothing was written");
}
