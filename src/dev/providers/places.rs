//! Where a stand-in sends browsers: to pools of this server alone, as if nothing else were registered there.

use url::{Host, Url};

use crate::config::Settings;

/// Where answers of OpenID Connect and OAuth go.
pub(super) const CALLBACK: &str = "/oauth2/idpresponse";
/// Where SAML responses go.
pub(super) const CONSUMER: &str = "/saml2/idpresponse";
/// Where SAML logout messages go.
const LOGOUT: &str = "/saml2/logout";

/// Whether an address is one of a pool here that ends with `path`: at the server's own host or at one of this machine,
/// where the prefix domains of a development server are.
pub(super) fn is_ours(settings: &Settings, address: &str, path: &str) -> bool {
    read(settings, address).is_some_and(|url| url.path().ends_with(path) && url.query().is_none())
}

/// Whether a browser may be sent to an address after it has signed out: any page of this server or this machine.
pub(super) fn may_return_to(settings: &Settings, address: &str) -> bool {
    read(settings, address).is_some()
}

/// Where the pool that takes responses at `consumer` takes logout messages.
pub(super) fn logout_of(consumer: &str) -> Option<String> {
    consumer.strip_suffix(CONSUMER).map(|base| format!("{base}{LOGOUT}"))
}

fn read(settings: &Settings, address: &str) -> Option<Url> {
    // A parser overlooks control characters, which no header can carry.
    if !address.bytes().all(|byte| byte.is_ascii_graphic()) || address.contains('\\') {
        return None;
    }
    let url = Url::parse(address).ok()?;
    let here = match url.host()? {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
    };
    let ours = here || url.origin() == settings.public_url.origin();
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    (matches!(url.scheme(), "http" | "https") && ours && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere() {
        let settings = Settings::for_url("https://auth.example.com".parse().expect("a URL"));
        for good in [
            "https://auth.example.com/oauth2/idpresponse",
            "http://localhost:9400/oauth2/idpresponse",
            "http://localhost:9400/us-east-1_Demo00002/oauth2/idpresponse",
            "http://demo.localhost:9400/oauth2/idpresponse",
            "http://[::1]:1/oauth2/idpresponse",
        ] {
            assert!(is_ours(&settings, good, CALLBACK), "{good}");
        }
        for bad in [
            "https://evil.example/oauth2/idpresponse",
            "https://auth.example.com.evil.example/oauth2/idpresponse",
            "https://auth.example.com@evil.example/oauth2/idpresponse",
            "https://user:pw@auth.example.com/oauth2/idpresponse",
            "http://localhost/oauth2/idpresponse#x",
            "http://localhost/oauth2/idpresponse?x=/oauth2/idpresponse",
            "http://localhost/\r\n/oauth2/idpresponse",
            "http:\\\\localhost/oauth2/idpresponse",
            "javascript://localhost/oauth2/idpresponse",
            "http://localhost/elsewhere",
            "/oauth2/idpresponse",
            "",
        ] {
            assert!(!is_ours(&settings, bad, CALLBACK), "{bad}");
        }
        assert!(may_return_to(&settings, "http://localhost:9400/logout?x=y"));
        assert!(!may_return_to(&settings, "https://evil.example/"));
    }

    #[test]
    fn logout_is_beside_the_consumer() {
        let found = logout_of("http://localhost:1/pool/saml2/idpresponse");
        assert_eq!(found.as_deref(), Some("http://localhost:1/pool/saml2/logout"));
        assert_eq!(logout_of("http://localhost:1/"), None);
    }
}
