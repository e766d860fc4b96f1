//! The host names that a pool answers at: prefixes below the server's domain suffix, and custom domains.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Host;

use super::ids::PoolId;

/// How long a name that was given up is kept from other pools, in milliseconds: 30 days.
pub const QUARANTINE_MS: i64 = 30 * 86_400_000;
/// How long a custom domain may take to be proven, in milliseconds: 7 days.
pub const CHALLENGE_LIFE_MS: i64 = 7 * 86_400_000;
/// The label below a custom domain that holds the proof.
pub const CHALLENGE_LABEL: &str = "_vestibule-challenge";
/// RFC 1035 §2.3.4, without the root's dot.
const LONGEST_NAME: usize = 253;

/// Words that no prefix may hold, as in Cognito: pages below them would pass for somebody else's.
const FOREIGN_WORDS: [&str; 3] = ["aws", "amazon", "cognito"];

/// Prefixes that nobody gets: names that people take for the server itself or its operator, and names that
/// programs look up by themselves (mail, proxy and certificate discovery).
const RESERVED_PREFIXES: &[&str] = &[
    "abuse",
    "admin",
    "administrator",
    "api",
    "assets",
    "auth",
    "autoconfig",
    "autodiscover",
    "cdn",
    "console",
    "dns",
    "ftp",
    "hostmaster",
    "imap",
    "internal",
    "isatap",
    "localhost",
    "mail",
    "management",
    "metrics",
    "mta-sts",
    "mx",
    "ns",
    "ns1",
    "ns2",
    "openpgpkey",
    "pop",
    "pop3",
    "postmaster",
    "root",
    "security",
    "smtp",
    "ssladmin",
    "static",
    "status",
    "support",
    "sysadmin",
    "system",
    "vestibule",
    "webmaster",
    "wpad",
    "www",
];

/// The two kinds of domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainKind {
    /// A label before the server's domain suffix.
    Prefix,
    /// A host name of its own.
    Custom,
}

impl DomainKind {
    /// The word in the database and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Prefix => "prefix",
            Self::Custom => "custom",
        }
    }
}

impl fmt::Display for DomainKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for DomainKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Prefix, Self::Custom].into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}

/// Which address of a pool its metadata, mails and pages name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscoveryAddress {
    /// The primary custom domain.
    Custom,
    /// The prefix domain.
    Prefix,
    /// The root of `public_url`; only the default pool has it.
    Root,
    /// `{public_url}/{pool_id}`.
    Path,
}

/// Why a text is no domain; a sentence that says what would be one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidDomain(pub String);

/// A domain as it is named: which kind, and the prefix or the whole host name in its ASCII form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DomainName {
    /// The kind.
    pub kind: DomainKind,
    /// The prefix, or the host name in lower case and punycode.
    pub name: String,
}

impl fmt::Display for DomainName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl DomainName {
    /// Reads a domain: without a dot it is a prefix, with one a custom domain.
    ///
    /// # Errors
    /// A sentence that says which rule it breaks. Rules that need the server's settings are `directory`'s.
    pub fn parse(text: &str) -> Result<Self, InvalidDomain> {
        // Other scripts have dots of their own; all of them part labels (UTS #46 §2.3).
        let has_dot = text.contains(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
        if has_dot || text.contains([':', '[', '/', '@']) { Self::custom(text) } else { Self::prefix(text) }
    }

    /// Reads a prefix: `^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$`, as Cognito's, and none that is reserved.
    ///
    /// # Errors
    /// A sentence that says which rule it breaks.
    pub fn prefix(text: &str) -> Result<Self, InvalidDomain> {
        let refuse = |rule: &str| Err(InvalidDomain(rule.to_owned()));
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let bytes = text.as_bytes();
        if bytes.is_empty()
            || bytes.len() > 63
            || !bytes.iter().all(|b| plain(*b) || *b == b'-')
            || !plain(bytes[0])
            || !plain(bytes[bytes.len() - 1])
        {
            return refuse(
                "a prefix has 1 to 63 lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen",
            );
        }
        // RFC 5891 §4.2.3.1: `xn--` and its likes mean something else than what they look like.
        if text.get(2..4) == Some("--") {
            return refuse("a prefix has no two hyphens in third and fourth place");
        }
        if let Some(word) = FOREIGN_WORDS.into_iter().find(|word| text.contains(word)) {
            return Err(InvalidDomain(format!("a prefix must not contain `{word}`")));
        }
        if RESERVED_PREFIXES.contains(&text) {
            return Err(InvalidDomain(format!("the prefix `{text}` is reserved")));
        }
        Ok(Self { kind: DomainKind::Prefix, name: text.to_owned() })
    }

    /// Reads a host name. Other scripts become punycode (UTS #46, as browsers do it), upper case lower.
    ///
    /// # Errors
    /// A sentence that says which rule it breaks.
    pub fn custom(text: &str) -> Result<Self, InvalidDomain> {
        let refuse = |rule: &str| Err(InvalidDomain(rule.to_owned()));
        if text.contains([':', '/', '@', '[']) {
            return refuse("a custom domain is a host name alone, without scheme, port or path");
        }
        if text.ends_with('.') {
            return refuse("leave the dot at the end of the host name out");
        }
        // A longer text would only cost time.
        let ascii = (text.len() <= 4 * LONGEST_NAME)
            .then(|| {
                idna::uts46::Uts46::new().to_ascii(
                    text.as_bytes(),
                    idna::AsciiDenyList::STD3,
                    idna::uts46::Hyphens::Check,
                    idna::uts46::DnsLength::Verify,
                )
            })
            .and_then(Result::ok);
        let Some(ascii) = ascii else {
            return refuse(
                "a custom domain is a host name of at most 253 characters; each of its labels has 1 to 63 letters, digits and \
                 hyphens, and neither begins nor ends with a hyphen",
            );
        };
        // What browsers take for an address (`1.2.3.4`, `0x7f.1`) would never be asked for as a name.
        if !matches!(Host::parse(&ascii), Ok(Host::Domain(_))) {
            return refuse("a custom domain is a name, not an IP address");
        }
        if !ascii.contains('.') {
            return refuse("a custom domain has at least two labels, for example login.example.com");
        }
        if ascii.ends_with(".localhost") {
            return refuse("names below localhost mean each visitor's own machine");
        }
        Ok(Self { kind: DomainKind::Custom, name: ascii.into_owned() })
    }
}

/// Whether a domain answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DomainStatus {
    /// It answers.
    Active {
        /// Since when, Unix milliseconds.
        since: i64,
    },
    /// It waits for its proof.
    Pending(Challenge),
}

/// The proof that a custom domain waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Random; bound to pool and host by the row it is in.
    pub token: String,
    /// It counts until then, Unix milliseconds.
    pub ends_at: i64,
    /// How often the server has looked by itself.
    pub checks: i64,
    /// When it looks next, Unix milliseconds.
    pub next_check_at: i64,
}

impl Challenge {
    /// The text that the TXT record must hold.
    pub fn record_value(&self) -> String {
        format!("vestibule-domain={}", self.token)
    }

    /// When to look after so many looks in vain: after 1, 2, 4 … minutes, at most an hour.
    pub fn pause_ms(checks: i64) -> i64 {
        60_000 * (1_i64 << checks.clamp(0, 6)).min(60)
    }
}

/// The name of the TXT record that proves a host.
pub fn challenge_record(host: &str) -> String {
    format!("{CHALLENGE_LABEL}.{host}")
}

/// Whether a host leaves room for [`CHALLENGE_LABEL`] before it.
pub fn has_room_for_challenge(host: &str) -> bool {
    host.len() + CHALLENGE_LABEL.len() < LONGEST_NAME
}

/// A domain of a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolDomain {
    /// The pool.
    pub pool_id: PoolId,
    /// The name.
    pub name: DomainName,
    /// Whether it answers.
    pub status: DomainStatus,
    /// Whether it is the custom domain that metadata names.
    pub is_primary: bool,
    /// When it was added, Unix milliseconds.
    pub created_at: i64,
}

impl PoolDomain {
    /// Whether it answers.
    pub fn is_active(&self) -> bool {
        matches!(self.status, DomainStatus::Active { .. })
    }

    /// Whether it waited for its proof for too long and is as good as gone.
    pub fn has_ended(&self, now: i64) -> bool {
        matches!(&self.status, DomainStatus::Pending(challenge) if challenge.ends_at <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom(text: &str) -> Result<String, String> {
        DomainName::custom(text).map(|domain| domain.name).map_err(|error| error.0)
    }

    #[test]
    fn prefixes_are_those_of_cognito_and_not_reserved() {
        for good in ["a", "demo", "my-team", "2026", "a1-b2", &"x".repeat(63)] {
            assert_eq!(DomainName::prefix(good).map(|d| d.name).as_deref(), Ok(good));
        }
        for wrong in ["", "Demo", "-a", "a-", "a_b", "a b", "ä", "a.b", &"x".repeat(64), "xn--demo", "ab--c"]
        {
            assert!(DomainName::prefix(wrong).is_err(), "{wrong}");
        }
        for reserved in
            ["www", "admin", "api", "auth", "mail", "static", "my-aws", "amazonas", "cognito-like"]
        {
            assert!(DomainName::prefix(reserved).is_err(), "{reserved}");
        }
        assert!(RESERVED_PREFIXES.is_sorted());
    }

    #[test]
    fn a_host_name_is_kept_in_its_ascii_form() {
        for (text, ascii) in [
            ("login.example.com", "login.example.com"),
            ("LOGIN.Example.COM", "login.example.com"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("日本語。example", "xn--wgv71a119e.example"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"),
            ("a.b", "a.b"),
        ] {
            assert_eq!(custom(text).as_deref(), Ok(ascii), "{text}");
        }
    }

    #[test]
    fn what_is_no_host_name_is_refused() {
        let long_label = format!("{}.example", "x".repeat(64));
        let long = format!("{}example", "abcdefg.".repeat(31));
        assert_eq!(long.len(), 255);
        for wrong in [
            "",
            ".",
            "example",
            "login.example.com.",
            "a..b",
            ".a.b",
            "-a.b",
            "a-.b",
            "a_b.c",
            "a b.c",
            "a.b/c",
            "https://a.b",
            "a.b:443",
            "u@a.b",
            "127.0.0.1",
            "1.2.3",
            "0x7f.1",
            "[::1]",
            "::1",
            "a.1",
            "demo.localhost",
            "xn--a.example",
            "a.b\u{0}",
            "a\u{202e}.b",
            "a.b%2e",
            "*.a.b",
            &long_label,
            &long,
            &"a.".repeat(5000),
        ] {
            assert!(custom(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_dot_makes_a_custom_domain() {
        let kind = |text| DomainName::parse(text).map(|domain| domain.kind);
        assert_eq!(kind("demo"), Ok(DomainKind::Prefix));
        assert_eq!(kind("demo.example"), Ok(DomainKind::Custom));
        assert!(DomainName::parse("demo。example").is_ok_and(|domain| domain.name == "demo.example"));
        assert!(DomainName::parse("[::1]").is_err());
    }

    #[test]
    fn looks_grow_rarer_up_to_an_hour() {
        let minutes: Vec<i64> = (0..9).map(|checks| Challenge::pause_ms(checks) / 60_000).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(Challenge::pause_ms(i64::MAX), 3_600_000);
    }

    #[test]
    fn the_challenge_fits_below_its_host() {
        let longest = LONGEST_NAME - CHALLENGE_LABEL.len() - 1;
        assert!(has_room_for_challenge(&"x".repeat(longest)));
        assert!(!has_room_for_challenge(&"x".repeat(longest + 1)));
    }
}
