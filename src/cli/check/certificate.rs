//! The certificate: readable, with its key, of today, for the right names.

use std::path::Path;
use std::time::Duration;

use rustls::client::verify_server_name;
use rustls::pki_types::ServerName;
use rustls::server::ParsedCertificate;
use x509_cert::Certificate;
use x509_cert::der::Decode;

use crate::config::{Finding, HttpsSettings, Settings};
use crate::server::tls;

const DAY: u64 = 24 * 3600;
/// A certificate that ends within this should have been renewed: the usual renewals come a month before the end.
const SOON: u64 = 14 * DAY;

/// Looks at the certificate files. `now`: Unix milliseconds.
pub(super) fn look(settings: &Settings, https: &HttpsSettings, now: i64) -> Vec<Finding> {
    let mut findings = open_key(&https.key_file);
    let pair = match tls::read_pair(https) {
        Ok(pair) => pair,
        Err(message) => {
            findings.push(Finding::error("https", message));
            return findings;
        }
    };
    let place = https.certificate_file.display().to_string();
    let (Some(own), now) = (pair.cert.first(), Duration::from_millis(u64::try_from(now).unwrap_or(0))) else {
        return findings;
    };
    for (index, der) in pair.cert.iter().enumerate() {
        match Certificate::from_der(der) {
            Ok(certificate) => findings.extend(times(&place, index, &certificate, now)),
            Err(error) => {
                let message = format!("certificate {} of the file cannot be read: {error}", index + 1);
                findings.push(Finding::error(&place, message));
            }
        }
    }
    match ParsedCertificate::try_from(own) {
        Ok(parsed) => findings.extend(names(&place, &parsed, settings)),
        Err(error) => {
            findings
                .push(Finding::error(&place, format!("the certificate cannot be used by browsers: {error}")));
        }
    }
    if pair.cert.len() == 1 && Certificate::from_der(own).is_ok_and(|own| !is_self_signed(&own)) {
        findings.push(Finding::warning(
            &place,
            "the file holds the server's certificate alone; add the intermediate certificates of its authority behind it (the \
             full chain), because some clients cannot find them by themselves",
        ));
    }
    if Certificate::from_der(own).is_ok_and(|own| is_self_signed(&own)) {
        findings.push(Finding::warning(&place, "the certificate is self-signed; browsers will warn of it"));
    }
    findings
}

fn times(place: &str, index: usize, certificate: &Certificate, now: Duration) -> Option<Finding> {
    let validity = &certificate.tbs_certificate.validity;
    let (from, until) = (validity.not_before.to_unix_duration(), validity.not_after.to_unix_duration());
    let which = if index == 0 {
        "the certificate".to_owned()
    } else {
        format!("certificate {} of the chain", index + 1)
    };
    if now >= until {
        let message = format!("{which} ended on {}; renew it", validity.not_after);
        return Some(Finding::error(place, message));
    }
    if now < from {
        let message = format!("{which} begins on {}; is the machine's clock right?", validity.not_before);
        return Some(Finding::error(place, message));
    }
    let left = (until - now).as_secs();
    (left < SOON && index == 0).then(|| {
        let message = format!("{which} ends in {} days, on {}; renew it", left / DAY, validity.not_after);
        Finding::warning(place, message)
    })
}

fn is_self_signed(certificate: &Certificate) -> bool {
    certificate.tbs_certificate.issuer == certificate.tbs_certificate.subject
}

fn names(place: &str, certificate: &ParsedCertificate<'_>, settings: &Settings) -> Vec<Finding> {
    let covers = |host: &str| {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        ServerName::try_from(bare).is_ok_and(|name| verify_server_name(certificate, &name).is_ok())
    };
    let mut findings = Vec::new();
    let host = settings.public_url.host_str().unwrap_or_default();
    if !covers(host) {
        let message =
            format!("the certificate does not name {host}, the host of public_url; browsers will refuse it");
        findings.push(Finding::error(place, message));
    }
    if let Some(suffix) = &settings.domain_suffix
        && !covers(&format!("any-prefix.{suffix}"))
    {
        let message = format!(
            "the certificate does not name *.{suffix}, where pools have their prefix domains (domain_suffix)"
        );
        findings.push(Finding::warning(place, message));
    }
    findings
}

#[cfg(unix)]
fn open_key(file: &Path) -> Vec<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let is_open = std::fs::metadata(file).is_ok_and(|facts| facts.permissions().mode() & 0o007 != 0);
    if !is_open {
        return Vec::new();
    }
    let shown = file.display();
    let message = format!("every user of the machine can read this private key; run chmod o= {shown}");
    vec![Finding::warning(shown.to_string(), message)]
}

#[cfg(not(unix))]
fn open_key(_file: &Path) -> Vec<Finding> {
    Vec::new()
}
