//! Which addresses a request may go to, and the resolver that lets no other one through.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use async_trait::async_trait;
use ipnet::IpNet;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use super::{HttpError, Reach};

/// Azure's metadata and DNS service: a public address that every machine there reaches and nobody else's.
const AZURE_PLATFORM: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);

/// Looks names up: the machine's own way, or a test's.
#[async_trait]
pub trait Names: Send + Sync + std::fmt::Debug {
    /// Every address of a name.
    ///
    /// # Errors
    /// When the name has none or nobody tells.
    async fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>>;
}

/// Names as the machine knows them.
#[derive(Debug, Clone, Copy)]
pub struct SystemNames;

#[async_trait]
impl Names for SystemNames {
    async fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        Ok(tokio::net::lookup_host((name, 0)).await?.map(|address| address.ip()).collect())
    }
}

/// Which addresses and schemes a client may use.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    pub(super) reach: Reach,
    pub(super) allowed: Arc<[IpNet]>,
}

impl Guard {
    /// Judges a URL before anything is looked up: the scheme, and an address written into it, which is never resolved.
    pub(super) fn check(&self, url: &Url) -> Result<(), HttpError> {
        let Some(host) = url.host() else { return Err(HttpError::Insecure) };
        let literal = match host {
            Host::Ipv4(v4) => Some(IpAddr::V4(v4)),
            Host::Ipv6(v6) => Some(IpAddr::V6(v6)),
            Host::Domain(_) => None,
        };
        if literal.is_some_and(|address| !self.lets(address)) {
            return Err(HttpError::PrivateAddress);
        }
        match (url.scheme(), self.reach) {
            ("https", _) | ("http", Reach::Anywhere) => Ok(()),
            ("http", Reach::Development) if is_this_machine(&host) => Ok(()),
            _ => Err(HttpError::Insecure),
        }
    }

    /// Whether a request may go to an address.
    pub(super) fn lets(&self, address: IpAddr) -> bool {
        // An IPv4 address inside an IPv6 one is that IPv4 address: the kernel connects there.
        let address = address.to_canonical();
        match self.reach {
            Reach::Anywhere => true,
            Reach::Development if address.is_loopback() => true,
            Reach::Public | Reach::Development => {
                is_public(address) || self.allowed.iter().any(|network| network.contains(&address))
            }
        }
    }
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(v4) => v4.is_loopback(),
        Host::Ipv6(v6) => v6.to_canonical().is_loopback(),
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
    }
}

/// Resolves names and leaves out addresses that may not be talked to. Doing it here, at each connection, and not before
/// the request, gives a name no chance to answer differently the second time (DNS rebinding).
pub(super) struct GuardedNames {
    pub(super) names: Arc<dyn Names>,
    pub(super) guard: Guard,
}

impl Resolve for GuardedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let (names, guard) = (self.names.clone(), self.guard.clone());
        Box::pin(async move {
            let found = names.addresses(name.as_str()).await?;
            let allowed: Vec<SocketAddr> = found
                .into_iter()
                .filter(|address| guard.lets(*address))
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            if allowed.is_empty() {
                return Err(Box::new(io::Error::other(NotPublic)) as Box<dyn std::error::Error + Send + Sync>);
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the name has no address that may be talked to")]
pub(super) struct NotPublic;

/// Whether an address is one that anybody on the Internet could be at (IANA's special-purpose registries).
pub(super) fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_multicast()
                || v4.is_documentation()
                || v4 == AZURE_PLATFORM
                || matches!(a, 0 | 240..)
                || (a == 100 && b & 0xc0 == 64)
                || (a == 192 && b == 0 && c == 0)
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && b & 0xfe == 18))
        }
        // Only 2000::/3 is given out, which leaves out loopback, fc00::/7, fe80::/10, multicast, IPv4-compatible
        // addresses (::/96) and NAT64 (64:ff9b::/96 and 64:ff9b:1::/48). Of the rest not the ranges that carry an IPv4
        // address (6to4, Teredo) or are for books.
        IpAddr::V6(v6) => {
            let [first, second, ..] = v6.segments();
            first & 0xe000 == 0x2000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && !(first == 0x3fff && second < 0x1000)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPECIAL: [&str; 33] = [
        "127.0.0.1",
        "127.255.255.254",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.0.8",
        "192.0.0.192",
        "192.88.99.1",
        "203.0.113.7",
        "::1",
        "::",
        "::10.0.0.1",
        "::8.8.8.8",
        "fe80::1",
        "fd00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::a00:1",
        "2002:a00:1::",
        "2001:db8::1",
        "2001::1",
        "3fff::1",
    ];
    const PUBLIC: [&str; 6] =
        ["1.1.1.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1"];

    fn guard(reach: Reach, allowed: &[&str]) -> Guard {
        Guard { reach, allowed: allowed.iter().map(|net| net.parse().expect("a network")).collect() }
    }

    #[test]
    fn special_addresses_are_not_public() {
        for private in SPECIAL {
            assert!(!is_public(private.parse().expect("an address")), "{private}");
        }
        for public in PUBLIC {
            assert!(is_public(public.parse().expect("an address")), "{public}");
        }
    }

    #[test]
    fn what_the_operator_allows_is_let_through_and_nothing_beside() {
        let guard = guard(Reach::Public, &["10.1.0.0/16", "fd00:1::/32"]);
        for (address, lets) in [
            ("10.1.2.3", true),
            ("::ffff:10.1.2.3", true),
            ("10.2.0.1", false),
            ("64:ff9b::a01:203", false),
            ("fd00:1::7", true),
            ("fd00:2::7", false),
            ("127.0.0.1", false),
            ("1.1.1.1", true),
        ] {
            assert_eq!(guard.lets(address.parse().expect("an address")), lets, "{address}");
        }
    }

    #[test]
    fn plain_http_is_for_this_machine_in_development_only() {
        let outcome = |reach, url: &str| guard(reach, &[]).check(&url.parse().expect("a URL"));
        for url in ["http://127.0.0.1:9/", "http://[::1]/", "http://localhost/", "http://a.localhost/"] {
            assert!(outcome(Reach::Development, url).is_ok(), "{url}");
            assert!(outcome(Reach::Anywhere, url).is_ok(), "{url}");
            assert!(outcome(Reach::Public, url).is_err(), "{url}");
        }
        for reach in [Reach::Development, Reach::Public] {
            for url in ["http://id.example.com/", "http://1.1.1.1/", "ftp://id.example.com/"] {
                assert!(matches!(outcome(reach, url), Err(HttpError::Insecure)), "{url}");
            }
            for url in ["https://10.0.0.1/", "https://[fd00::1]/", "https://0xa9fea9fe/"] {
                assert!(matches!(outcome(reach, url), Err(HttpError::PrivateAddress)), "{url}");
            }
            assert!(outcome(reach, "https://id.example.com/").is_ok());
        }
    }
}
