//! Settings that each make sense and not together.

use super::Settings;
use super::finding::Finding;
use super::values::Values;

/// Adds what the settings contradict one another in. `has_address`: whether `public_url` is a real one.
pub(super) fn find(values: &mut Values, settings: &Settings, has_address: bool) {
    way_in(values, settings, has_address);
}

/// Somebody must speak TLS: we, or a proxy that we believe.
fn way_in(values: &mut Values, settings: &Settings, has_address: bool) {
    let tls_was_meant = values.has("https.certificate_file") || values.has("https.key_file");
    if settings.https.is_none() && !tls_was_meant && settings.trusted_proxies.is_empty() && has_address {
        values.complain(
            "public_url",
            "browsers come by https, and nothing here speaks it: set https.certificate_file and https.key_file, or \
             trusted_proxies to the address of the proxy that does",
        );
    }
    let listens =
        !settings.http.is_empty() || settings.https.as_ref().is_some_and(|https| !https.listen.is_empty());
    let was_wrong =
        values.findings.iter().any(|finding| finding.is_error() && finding.place.contains("listen"));
    if !listens && !was_wrong && !tls_was_meant {
        values.complain("http.listen", "no address to listen on is left; name one, or set up own TLS");
    }
    if tls_was_meant
        && settings.https.as_ref().is_some_and(|https| https.listen.is_empty())
        && settings.http.is_empty()
    {
        values
            .findings
            .push(Finding::error(values.place("https.listen"), "no address to listen on is left; name one"));
    }
}
