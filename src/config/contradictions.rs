//! Settings that each make sense and not together, or that an operator should think about again.

use std::net::{IpAddr, SocketAddr};

use url::{Host, Url};

use super::finding::Finding;
use super::values::Values;
use super::{MailSettings, Settings, SmsSettings, SmtpTls};

/// The most memory that all passes of one password hash go over together, in KiB: 4 GiB, as `crypto::password` has it.
const MOST_WORK_KIB: u64 = 4 * 1024 * 1024;

/// Adds what the settings contradict one another in. `has_address`: whether `public_url` is a real one.
pub(super) fn find(values: &mut Values, settings: &Settings, has_address: bool) {
    way_in(values, settings, has_address);
    same_address_twice(values, settings);
    if settings.https.is_some() && has_address {
        ports(values, settings);
    }
    proxies(values, settings);
    management(values, settings);
    hashes(values, settings);
    ways_out(values, settings);
    allowed_networks(values, settings);
}

fn warn(values: &mut Values, key: &str, message: impl Into<String>) {
    let place = values.place(key);
    values.findings.push(Finding::warning(place, message));
}

/// Somebody must speak TLS: we, or a proxy that we believe. What is wrong by itself was said before.
fn way_in(values: &mut Values, settings: &Settings, has_address: bool) {
    let tls_was_meant = values.has("https.certificate_file") || values.has("https.key_file");
    let no_proxy = settings.trusted_proxies.is_empty() && !values.is_wrong("trusted_proxies");
    if !tls_was_meant && no_proxy && has_address {
        values.complain(
            "public_url",
            "browsers come by https, and nothing here speaks it: set https.certificate_file and https.key_file, or \
             trusted_proxies to the address of the proxy that does",
        );
    }
    let no_https = settings.https.as_ref().is_none_or(|https| https.listen.is_empty());
    let was_wrong = ["http.listen", "https.listen", "https.certificate_file", "https.key_file"]
        .iter()
        .any(|key| values.is_wrong(key));
    if settings.http.is_empty() && no_https && !was_wrong {
        let key = if tls_was_meant { "https.listen" } else { "http.listen" };
        values.complain(key, "no address to listen on is left; name one");
    }
}

/// One socket cannot be two things. Port 0 is a free one each time.
fn same_address_twice(values: &mut Values, settings: &Settings) {
    let https = settings.https.as_ref().map(|https| https.listen.as_slice()).unwrap_or_default();
    let all: Vec<(&'static str, SocketAddr)> = [
        ("http.listen", settings.http.as_slice()),
        ("https.listen", https),
        ("management.listen", settings.management.as_slice()),
    ]
    .into_iter()
    .flat_map(|(key, addresses)| addresses.iter().map(move |address| (key, *address)))
    .collect();
    for (index, (key, address)) in all.iter().enumerate() {
        let earlier = all[..index].iter().find(|(_, other)| overlap(*other, *address));
        if let Some((other_key, other)) = earlier {
            values.complain(
                key,
                format!("{address} is already taken by {other_key} ({other}); choose another port"),
            );
        }
    }
}

fn overlap(one: SocketAddr, two: SocketAddr) -> bool {
    let every = |address: SocketAddr| address.ip().is_unspecified();
    // `[::]` takes the IPv4 addresses as well.
    let covers = |wide: SocketAddr, other: SocketAddr| every(wide) && (wide.is_ipv6() || other.is_ipv4());
    one.port() == two.port()
        && one.port() != 0
        && (one.ip() == two.ip() || covers(one, two) || covers(two, one))
}

/// With own TLS and no proxy browsers come to our own port.
fn ports(values: &mut Values, settings: &Settings) {
    let Some(https) = settings.https.as_ref().filter(|_| settings.trusted_proxies.is_empty()) else { return };
    let public = settings.public_url.port_or_known_default().unwrap_or(443);
    if !https.listen.is_empty() && !https.listen.iter().any(|address| address.port() == public) {
        warn(
            values,
            "public_url",
            format!(
                "browsers come to port {public}, and https.listen has no such port; this is right only where the port is \
                 forwarded, as a container's is"
            ),
        );
    }
}

fn proxies(values: &mut Values, settings: &Settings) {
    if settings.trusted_proxies.iter().any(|network| network.prefix_len() == 0) {
        warn(
            values,
            "trusted_proxies",
            "this trusts everybody: whoever reaches the server can claim any address, which defeats limits and the audit; \
             name the proxies' own networks",
        );
    }
    if settings.https.is_some() && !settings.trusted_proxies.is_empty() {
        warn(
            values,
            "trusted_proxies",
            "own TLS is on as well: this is right only where a proxy connects to it again; otherwise remove one of them",
        );
    }
}

fn management(values: &mut Values, settings: &Settings) {
    let open: Vec<String> = settings
        .management
        .iter()
        .filter(|address| !address.ip().is_loopback())
        .map(ToString::to_string)
        .collect();
    if !open.is_empty() {
        warn(
            values,
            "management.listen",
            format!(
                "{} can be reached from other machines, without TLS and without a password; let a firewall or a network of its \
                 own keep strangers out",
                open.join(", ")
            ),
        );
    }
}

fn hashes(values: &mut Values, settings: &Settings) {
    let hash = settings.password_hash;
    if hash.memory_kib < 8 * hash.parallelism {
        values.complain(
            "password_hash.memory_kib",
            format!("argon2 needs 8 KiB for each lane: at least {}", 8 * hash.parallelism),
        );
    }
    if u64::from(hash.memory_kib) * u64::from(hash.iterations) > MOST_WORK_KIB {
        values.complain(
            "password_hash.memory_kib",
            "these hashes would cost more than a server can bear: memory_kib times iterations is at most 4194304",
        );
    }
    // The weakest of OWASP's recommended settings costs this much.
    if u64::from(hash.memory_kib) * u64::from(hash.iterations) < 7168 * 5 {
        warn(
            values,
            "password_hash.memory_kib",
            "these hashes are cheaper to guess than OWASP recommends; raise memory_kib or iterations (19456 and 2 are the \
             defaults)",
        );
    }
    let cores = std::thread::available_parallelism().map_or(usize::MAX, usize::from);
    if hash.at_once > cores {
        warn(
            values,
            "password_hash.at_once",
            format!(
                "this machine has {cores} cores; more hashes at once than cores only make each of them slower"
            ),
        );
    }
}

fn ways_out(values: &mut Values, settings: &Settings) {
    match &settings.mail {
        MailSettings::Off if !values.has("mail.smtp.host") => warn(
            values,
            "mail.smtp.host",
            "there is no mail server, so nobody can verify an address or reset a password by mail",
        ),
        MailSettings::Smtp { host, tls: SmtpTls::None, .. } if !is_here(host) => warn(
            values,
            "mail.smtp.tls",
            format!(
                "codes and links go to {host} readable by everybody on the way; use starttls or implicit"
            ),
        ),
        _ => {}
    }
    if let SmsSettings::Gateway { url, .. } = &settings.sms
        && url.scheme() == "http"
        && !url.host_str().is_some_and(is_here)
    {
        warn(
            values,
            "sms.gateway.url",
            "codes and the token go there readable by everybody on the way; use https",
        );
    }
    if let Ok(url) = Url::parse(&settings.database_url)
        && url.scheme().starts_with("postgres")
        && url.query_pairs().any(|(name, value)| name == "sslmode" && value == "disable")
        && !url.host_str().is_none_or(is_here)
    {
        warn(
            values,
            "database.url",
            "the way to the database is not encrypted (sslmode=disable); use verify-full, or require",
        );
    }
}

/// Addresses that no identity provider is at, and that give away more than any other.
fn allowed_networks(values: &mut Values, settings: &Settings) {
    const METADATA: [&str; 3] = ["169.254.169.254", "fd00:ec2::254", "100.100.100.200"];
    let key = "outbound.allow_networks";
    let allowed = &settings.outbound.allow_networks;
    let holds =
        |address: &str| address.parse().is_ok_and(|ip: IpAddr| allowed.iter().any(|net| net.contains(&ip)));
    if allowed.iter().any(|network| network.prefix_len() == 0) {
        warn(
            values,
            key,
            "this allows every address: whoever may set up an identity provider can make the server ask any machine of your \
             network; name the providers' own networks",
        );
    } else if METADATA.into_iter().any(holds) {
        warn(
            values,
            key,
            "a cloud's metadata service, which gives out the machine's credentials, is in these networks; name smaller ones",
        );
    } else if ["127.0.0.1", "::1"].into_iter().any(holds) {
        warn(
            values,
            key,
            "this machine itself is in these networks, with whatever listens on its loopback addresses alone",
        );
    }
}

/// Whether a host is this machine.
fn is_here(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.parse::<IpAddr>().map_or_else(
        |_| matches!(Host::parse(bare), Ok(Host::Domain(name)) if name == "localhost"),
        |address| address.is_loopback(),
    )
}
