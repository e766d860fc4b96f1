//! What a request says about its way here, believed only from trusted proxies: the client's address, the
//! scheme and the host that the browser used.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::dev::RequestHead;
use actix_web::http::header::{HOST, HeaderMap};

use crate::config::Settings;

/// Longest chain of forwarded addresses that is followed.
const LONGEST_CHAIN: usize = 32;

/// The client's address: the first hop from the right that is no trusted proxy. An entry that is no address
/// ends the walk, because nothing to its left can be believed.
pub fn client_address(settings: &Settings, head: &RequestHead) -> IpAddr {
    let Some(peer) = head.peer_addr.map(|peer| peer.ip().to_canonical()) else {
        return IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    };
    let mut address = peer;
    for hop in forwarded(&head.headers, "x-forwarded-for").into_iter().rev().take(LONGEST_CHAIN) {
        if !is_trusted(settings, address) {
            break;
        }
        match parse_hop(hop) {
            Some(hop) => address = hop,
            None => break,
        }
    }
    address
}

/// Whether the browser spoke https: on our own TLS listener, or to a trusted proxy that says so.
pub fn is_https(settings: &Settings, head: &RequestHead, own_tls: bool) -> bool {
    if own_tls {
        return true;
    }
    is_trusted_peer(settings, head)
        && forwarded(&head.headers, "x-forwarded-proto")
            .last()
            .is_some_and(|proto| proto.eq_ignore_ascii_case("https"))
}

/// The host and port that the browser asked for, in lower case; empty when it named none or nonsense.
pub fn authority(settings: &Settings, head: &RequestHead) -> String {
    let forwarded_host = if is_trusted_peer(settings, head) {
        forwarded(&head.headers, "x-forwarded-host").last().map(|host| (*host).to_owned())
    } else {
        None
    };
    let own = || head.uri.authority().map(|authority| authority.as_str().to_owned());
    let header = || head.headers.get(HOST).and_then(|host| host.to_str().ok()).map(ToOwned::to_owned);
    // RFC 9112 §3.2: a request names its host once.
    if head.headers.get_all(HOST).count() > 1 {
        return String::new();
    }
    let authority = forwarded_host.or_else(own).or_else(header).unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_:[]".contains(c);
    if authority.len() <= 260 && authority.chars().all(plain) {
        authority.to_ascii_lowercase()
    } else {
        String::new()
    }
}

/// The host of an authority, without its port.
pub fn host_of(authority: &str) -> &str {
    if authority.starts_with('[') {
        return authority.split_inclusive(']').next().unwrap_or(authority);
    }
    authority.split_once(':').map_or(authority, |(host, _)| host)
}

/// Whether a host name means this machine (RFC 6761 §6.3).
pub fn is_loopback_host(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".localhost")
}

/// Whether the other end of the connection is a trusted proxy.
pub fn is_trusted_peer(settings: &Settings, head: &RequestHead) -> bool {
    head.peer_addr.is_some_and(|peer| is_trusted(settings, peer.ip().to_canonical()))
}

fn is_trusted(settings: &Settings, address: IpAddr) -> bool {
    settings.trusted_proxies.iter().any(|network| network.contains(&address))
}

/// The entries of a comma-separated header, over all its lines.
/// The id that a trusted proxy has given the request, so that its log and ours can be joined: `X-Request-Id`, else the
/// trace id of `traceparent` (W3C Trace Context §3.2). What is longer or stranger than an id is left alone.
pub fn correlation_id(settings: &Settings, head: &RequestHead) -> Option<String> {
    if !is_trusted_peer(settings, head) {
        return None;
    }
    let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
    let own = header("x-request-id").filter(|id| is_id(id)).map(ToOwned::to_owned);
    own.or_else(|| header("traceparent").and_then(trace_id))
}

fn is_id(text: &str) -> bool {
    (8..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

fn trace_id(traceparent: &str) -> Option<String> {
    let mut parts = traceparent.split('-');
    let (version, id) = (parts.next()?, parts.next()?);
    let is_hex = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let is_one = version.len() == 2 && version != "ff" && id.len() == 32 && is_hex(version) && is_hex(id);
    (is_one && id.bytes().any(|b| b != b'0')).then(|| id.to_owned())
}

/// The entries of a list that proxies append to. One that is no text stays in its place, as one that nobody can read:
/// whoever sends it must not make the entries after it go.
fn forwarded<'a>(headers: &'a HeaderMap, name: &'static str) -> Vec<&'a str> {
    headers
        .get_all(name)
        .flat_map(|value| value.as_bytes().split(|b| *b == b','))
        .map(|entry| std::str::from_utf8(entry).map_or("?", str::trim))
        .filter(|entry| !entry.is_empty())
        .collect()
}

/// An address as proxies write it: bare, bracketed, or with a port.
fn parse_hop(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').split(']').next().unwrap_or(text);
    bare.parse()
        .ok()
        .or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|address| address.ip()))
        .map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_nobody_can_read_takes_none_of_the_others_with_it() {
        let name = actix_web::http::header::HeaderName::from_static("x-forwarded-for");
        let mut headers = HeaderMap::new();
        let value =
            actix_web::http::header::HeaderValue::from_bytes(b"\xe9, 203.0.113.7").expect("opaque bytes");
        headers.append(name, value);
        assert_eq!(forwarded(&headers, "x-forwarded-for"), ["?", "203.0.113.7"]);
    }

    #[test]
    fn hops_are_read_in_every_common_form() {
        for (text, address) in [
            ("203.0.113.7", "203.0.113.7"),
            ("203.0.113.7:4711", "203.0.113.7"),
            ("2001:db8::7", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
            ("[2001:db8::7]:4711", "2001:db8::7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
        ] {
            assert_eq!(parse_hop(text), Some(address.parse().expect("an address")), "{text}");
        }
        for text in ["", "unknown", "_hidden", "203.0.113", "203.0.113.7:x"] {
            assert_eq!(parse_hop(text), None, "{text}");
        }
    }

    #[test]
    fn a_port_is_no_part_of_the_host() {
        for (authority, host) in [
            ("localhost:9400", "localhost"),
            ("[::1]:9400", "[::1]"),
            ("[::1]", "[::1]"),
            ("a.example", "a.example"),
        ] {
            assert_eq!(host_of(authority), host);
        }
    }

    #[test]
    fn only_real_loopback_names_mean_this_machine() {
        for host in ["localhost", "app.localhost", "127.0.0.1", "[::1]"] {
            assert!(is_loopback_host(host), "{host}");
        }
        for host in ["", "localhost.example", "notlocalhost", "127.0.0.1.nip.io", "127.0.0.2", "[::2]"] {
            assert!(!is_loopback_host(host), "{host}");
        }
    }
}
