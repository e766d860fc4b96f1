//! SAML 2.0 as a service provider: what is sent to a provider and how its answers are judged.
//!
//! Owns the protocol over bytes, keys and a time that are given: no HTTP, no database, no clock. One message is parsed
//! once; signatures are verified on that same tree, and what is returned is read from the verified element of it.
//!
//! Around it stand the services, which have a database and a clock: [`begin()`] sends a browser there, [`finish()`] says
//! whom the provider has signed in, `sign_out` ends sessions both ways, `keys` has our keys towards each provider and
//! `documents` the providers' metadata. What must happen once (an assertion taken, a logout request obeyed) is decided by
//! the database. Pages are left to others, and so is whose browser it is.

pub mod addresses;
mod begin;
pub mod binding;
pub mod decrypt;
pub mod documents;
mod finish;
pub mod keys;
pub mod logout;
pub mod metadata;
pub mod request;
pub mod response;
#[cfg(feature = "samael")]
pub mod second_engine;
pub mod service_provider;
pub mod sign_out;
pub mod signature;
pub mod xml;

pub use addresses::Addresses;
pub use begin::{Ask, begin, request_id};
pub use finish::{SKEW, finish};
pub use sign_out::signs_out;

use super::FederationError;
use crate::crypto::encoding::hex;
use crate::crypto::random::Random;
use crate::model::provider::IdentityProvider;

/// Elements of the protocol (SAML core §1.1).
pub const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
/// Elements of assertions (SAML core §1.1).
pub const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
/// Elements of metadata (SAML metadata §1.1).
pub const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
/// XML Signature.
pub const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
/// XML Encryption.
pub const XENC: &str = "http://www.w3.org/2001/04/xmlenc#";

/// The top status of everything that went well (SAML core §3.2.2.2).
const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";
/// The only format an issuer may have (SAML profiles §4.1.4.2).
const ENTITY_FORMAT: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";
/// How old a message may be, beside the skew: it has only just come through a browser. Milliseconds.
const OLDEST_MESSAGE: i64 = 10 * 60 * 1000;

/// The id of a message of ours: 160 random bits (SAML core §1.3.4 wants 128 to 160) after a letter that XML accepts.
#[must_use]
pub fn message_id(random: &dyn Random) -> String {
    format!("_{}", hex(&random.bytes::<20>()))
}

/// Whether a detail that is on or off is on.
fn setting(provider: &IdentityProvider, name: &str) -> bool {
    provider.details.get(name).is_some_and(|value| value == "true")
}

fn untrusted(reason: &str) -> FederationError {
    FederationError::Untrusted(reason.to_owned())
}

fn misconfigured(reason: &str) -> FederationError {
    FederationError::Misconfigured(reason.to_owned())
}

fn clock(reason: &str) -> FederationError {
    FederationError::Clock(reason.to_owned())
}

/// Checks `Version` and `IssueInstant` of a message or an assertion; returns the instant. `oldest` is how long ago it may
/// have been made, where that matters.
fn issued(
    element: xml::Node<'_>,
    now_ms: i64,
    skew_ms: i64,
    oldest: Option<i64>,
) -> Result<i64, FederationError> {
    if element.attribute("Version") != Some("2.0") {
        return Err(untrusted("the version is not 2.0"));
    }
    let instant = element
        .time("IssueInstant")?
        .ok_or_else(|| untrusted("the message does not say when it was issued"))?;
    if instant > now_ms.saturating_add(skew_ms) {
        return Err(clock("it was issued in the future"));
    }
    if oldest.is_some_and(|oldest| instant < now_ms.saturating_sub(skew_ms).saturating_sub(oldest)) {
        return Err(clock("it was issued too long ago"));
    }
    Ok(instant)
}

/// Whether the `Issuer` is the provider (SAML core §2.2.5).
fn check_issuer(issuer: xml::Node<'_>, entity_id: &str) -> Result<(), FederationError> {
    if issuer.attribute("Format").is_some_and(|format| format != ENTITY_FORMAT) {
        return Err(untrusted("the issuer is of another format than an entity"));
    }
    // An anyURI: white space around it does not belong to it.
    if issuer.text()?.trim() != entity_id {
        return Err(untrusted("the issuer is not the provider"));
    }
    Ok(())
}

/// The last part of a status code of the specification, for the log: nothing that a sender made up.
fn status_name(status: xml::Node<'_>) -> Result<(bool, String), FederationError> {
    const KNOWN: &[&str] = &[
        "Success",
        "Requester",
        "Responder",
        "VersionMismatch",
        "AuthnFailed",
        "InvalidAttrNameOrValue",
        "InvalidNameIDPolicy",
        "NoAuthnContext",
        "NoAvailableIDP",
        "NoPassive",
        "NoSupportedIDP",
        "PartialLogout",
        "ProxyCountExceeded",
        "RequestDenied",
        "RequestUnsupported",
        "UnknownPrincipal",
        "UnsupportedBinding",
    ];
    let name = |code: xml::Node<'_>| {
        let last = code.attribute("Value").and_then(|value| value.rsplit(':').next());
        KNOWN.iter().find(|known| last == Some(known)).copied().unwrap_or("another code").to_owned()
    };
    let top = status.one(PROTOCOL, "StatusCode")?;
    let success = top.attribute("Value") == Some(SUCCESS);
    let second = top.at_most_one(PROTOCOL, "StatusCode")?.map(name);
    Ok((success, [Some(name(top)), second].into_iter().flatten().collect::<Vec<_>>().join(", ")))
}
