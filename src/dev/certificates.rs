//! The development server's certificate, and the authority of its own that signs it.
//!
//! The authority may sign for this machine only (name constraints, RFC 5280 §4.2.1.10), its key never leaves the folder,
//! and nothing installs it by itself: whoever trusts it does so by hand, and risks no more than this machine's own names.

use std::fs;
use std::io::{self, Write};
use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};

use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, NameConstraints, SanType,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

const DAY_MS: i64 = 24 * 3_600_000;
/// Life of the authority.
const AUTHORITY_LIFE_MS: i64 = 5 * 365 * DAY_MS;
/// Life of the certificate; Apple refuses those that live longer than 825 days even from authorities added by hand.
const CERTIFICATE_LIFE_MS: i64 = 397 * DAY_MS;
/// A certificate this near its end is made anew.
const RENEWED_BEFORE_MS: i64 = 30 * DAY_MS;
/// Clocks of other machines may be behind.
const BACKDATED_MS: i64 = DAY_MS;

const AUTHORITY: &str = "development-ca.pem";
const AUTHORITY_KEY: &str = "development-ca.key";
const CERTIFICATE: &str = "localhost.pem";
const KEY: &str = "localhost.key";
const VALIDITY: &str = "certificates.json";

/// Where the certificate is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevelopmentCertificate {
    /// PEM: the certificate of the authority, to be trusted by hand.
    pub authority_file: PathBuf,
    /// PEM: the certificate for localhost, 127.0.0.1 and ::1, followed by the authority's.
    pub certificate_file: PathBuf,
    /// PEM: its private key.
    pub key_file: PathBuf,
}

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// A file cannot be read or written.
    #[error("{file}: {source}")]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The certificate cannot be made.
    #[error("the certificate cannot be made: {0}")]
    Making(#[from] rcgen::Error),
}

/// When the stored certificates end, Unix milliseconds; kept beside them, so that nothing has to read X.509.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Validity {
    authority_until: i64,
    certificate_until: i64,
}

/// Makes sure that `folder`, which must exist, holds a certificate that is good for another month. What is there is used
/// again as long as it serves; the authority stays the same when only the certificate is near its end.
///
/// # Errors
/// See [`CertificateError`].
pub fn ensure(folder: &Path, now: i64) -> Result<DevelopmentCertificate, CertificateError> {
    let files = DevelopmentCertificate {
        authority_file: folder.join(AUTHORITY),
        certificate_file: folder.join(CERTIFICATE),
        key_file: folder.join(KEY),
    };
    let authority_key_file = folder.join(AUTHORITY_KEY);
    let stored = stored_validity(folder);
    let complete =
        [&files.authority_file, &files.certificate_file, &files.key_file].iter().all(|file| file.exists());
    if complete && stored.is_some_and(|validity| validity.certificate_until - now > RENEWED_BEFORE_MS) {
        return Ok(files);
    }
    let kept =
        stored.filter(|validity| validity.authority_until - now > CERTIFICATE_LIFE_MS).and_then(|validity| {
            Some((validity.authority_until, stored_authority(&files, &authority_key_file)?))
        });
    let (authority_until, (authority_pem, authority_key)) = match kept {
        Some(kept) => kept,
        None => {
            let key = KeyPair::generate()?;
            let pem = authority(now).self_signed(&key)?.pem();
            write(&authority_key_file, &key.serialize_pem(), true)?;
            write(&files.authority_file, &pem, false)?;
            (now + AUTHORITY_LIFE_MS, (pem, key))
        }
    };
    let key = KeyPair::generate()?;
    let issuer = Issuer::new(authority(now), authority_key);
    let certificate = leaf(now)?.signed_by(&key, &issuer)?;
    write(&files.key_file, &key.serialize_pem(), true)?;
    write(&files.certificate_file, &format!("{}{authority_pem}", certificate.pem()), false)?;
    let validity = Validity { authority_until, certificate_until: now + CERTIFICATE_LIFE_MS };
    let json = serde_json::to_string(&validity).expect("two numbers are plain data");
    // Written last: an interrupted run leaves files that are made again.
    write(&folder.join(VALIDITY), &json, false)?;
    Ok(files)
}

fn stored_validity(folder: &Path) -> Option<Validity> {
    serde_json::from_slice(&fs::read(folder.join(VALIDITY)).ok()?).ok()
}

fn stored_authority(files: &DevelopmentCertificate, key_file: &Path) -> Option<(String, KeyPair)> {
    let pem = fs::read_to_string(&files.authority_file).ok()?;
    let key = KeyPair::from_pem(&fs::read_to_string(key_file).ok()?).ok()?;
    Some((pem, key))
}

/// The authority. A certificate signed later carries the same name and key identifier, so the stored one still fits.
fn authority(now: i64) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "Vestibule development CA");
    params.not_before = moment(now - BACKDATED_MS);
    params.not_after = moment(now + AUTHORITY_LIFE_MS);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: vec![
            GeneralSubtree::DnsName("localhost".to_owned()),
            GeneralSubtree::IpAddress(CidrSubnet::V4(Ipv4Addr::LOCALHOST.octets(), [0xff; 4])),
            GeneralSubtree::IpAddress(CidrSubnet::V6(Ipv6Addr::LOCALHOST.octets(), [0xff; 16])),
        ],
        excluded_subtrees: Vec::new(),
    });
    params
}

fn leaf(now: i64) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "localhost");
    params.not_before = moment(now - BACKDATED_MS);
    params.not_after = moment(now + CERTIFICATE_LIFE_MS);
    params.subject_alt_names = vec![
        SanType::DnsName("localhost".try_into()?),
        SanType::IpAddress(Ipv4Addr::LOCALHOST.into()),
        SanType::IpAddress(Ipv6Addr::LOCALHOST.into()),
    ];
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    Ok(params)
}

fn moment(at: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(at / 1000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// Writes a file by way of a new one, so that no reader sees half of it; secret ones are readable by their owner only.
fn write(file: &Path, content: &str, secret: bool) -> Result<(), CertificateError> {
    let unfinished = file.with_extension("new");
    let outcome = (|| {
        if let Err(error) = fs::remove_file(&unfinished)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error);
        }
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, if secret { 0o600 } else { 0o644 });
        let mut open = options.open(&unfinished)?;
        open.write_all(content.as_bytes())?;
        fs::rename(&unfinished, file)
    })();
    outcome.map_err(|source| CertificateError::File { file: file.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use rustls::client::WebPkiServerVerifier;
    use rustls::client::danger::ServerCertVerifier;
    use rustls::pki_types::pem::PemObject;
    use rustls::pki_types::{CertificateDer, ServerName, UnixTime};

    use super::*;

    const NOW: i64 = 1_795_269_787_000;

    fn chain(files: &DevelopmentCertificate) -> Vec<CertificateDer<'static>> {
        CertificateDer::pem_file_iter(&files.certificate_file)
            .expect("the file is there")
            .collect::<Result<_, _>>()
            .expect("it holds certificates")
    }

    fn is_good(files: &DevelopmentCertificate, name: &str, at: i64) -> bool {
        let authority =
            CertificateDer::from_pem_file(&files.authority_file).expect("the authority's certificate");
        let mut roots = rustls::RootCertStore::empty();
        roots.add(authority).expect("a root");
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider)
            .build()
            .expect("a verifier");
        let at = UnixTime::since_unix_epoch(Duration::from_millis(at.try_into().expect("after 1970")));
        let name = ServerName::try_from(name.to_owned()).expect("a name");
        verifier.verify_server_cert(&chain(files)[0], &[], &name, &[], at).is_ok()
    }

    #[test]
    fn the_certificate_is_good_for_this_machine_and_for_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = ensure(folder.path(), NOW).expect("it is made");
        for name in ["localhost", "127.0.0.1", "::1"] {
            assert!(is_good(&files, name, NOW), "{name}");
        }
        for name in ["example.com", "sub.localhost", "127.0.0.2", "192.168.1.1"] {
            assert!(!is_good(&files, name, NOW), "{name}");
        }
        assert!(!is_good(&files, "localhost", NOW + CERTIFICATE_LIFE_MS + DAY_MS));
        assert_eq!(chain(&files).len(), 2);
    }

    #[test]
    fn the_authority_cannot_sign_for_other_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = ensure(folder.path(), NOW).expect("it is made");
        let (pem, key) = stored_authority(&files, &folder.path().join(AUTHORITY_KEY)).expect("it is stored");
        let mut params = leaf(NOW).expect("parameters");
        params.subject_alt_names = vec![SanType::DnsName("example.com".try_into().expect("a name"))];
        let certificate = params
            .signed_by(&KeyPair::generate().expect("a key"), &Issuer::new(authority(NOW), key))
            .expect("it signs");
        fs::write(&files.certificate_file, format!("{}{pem}", certificate.pem())).expect("it is written");
        assert!(!is_good(&files, "example.com", NOW));
    }

    #[test]
    fn it_is_kept_until_it_nears_its_end_and_the_authority_longer() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = |files: &DevelopmentCertificate| {
            [&files.authority_file, &files.certificate_file]
                .map(|file| fs::read_to_string(file).expect("readable"))
        };
        let first = read(&ensure(folder.path(), NOW).expect("it is made"));
        let later = NOW + CERTIFICATE_LIFE_MS - RENEWED_BEFORE_MS - 1;
        assert_eq!(first, read(&ensure(folder.path(), later).expect("it is kept")));

        let files = ensure(folder.path(), later + 1).expect("it is renewed");
        let renewed = read(&files);
        assert_eq!(first[0], renewed[0]);
        assert_ne!(first[1], renewed[1]);
        assert!(is_good(&files, "localhost", later + CERTIFICATE_LIFE_MS - DAY_MS));

        let much_later = NOW + AUTHORITY_LIFE_MS - CERTIFICATE_LIFE_MS;
        let files = ensure(folder.path(), much_later).expect("both are renewed");
        assert_ne!(first[0], read(&files)[0]);
        assert!(is_good(&files, "localhost", much_later + DAY_MS));
    }

    #[test]
    fn what_is_missing_or_broken_is_made_again() {
        for broken in [AUTHORITY, CERTIFICATE, KEY, VALIDITY] {
            let folder = tempfile::tempdir().expect("a folder");
            ensure(folder.path(), NOW).expect("it is made");
            fs::remove_file(folder.path().join(broken)).expect("it was there");
            let files = ensure(folder.path(), NOW).expect("it is made again");
            assert!(is_good(&files, "localhost", NOW), "{broken}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn keys_are_readable_by_their_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        ensure(folder.path(), NOW).expect("it is made");
        for key in [AUTHORITY_KEY, KEY] {
            let mode = fs::metadata(folder.path().join(key)).expect("it is there").permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{key}");
        }
    }
}
