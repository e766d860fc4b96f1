//! How messages travel through the browser (SAML bindings): as a redirect with a deflated query parameter (§3.4), or as a
//! form that posts itself (§3.5). Owns packing, unpacking and what is signed of a query; reading messages is left to others.

use std::io::{Read, Write};

use aws_lc_rs::signature::RsaKeyPair;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::signature::{RSA_SHA256, SignatureAlgorithm, VerificationKey, sign_bytes, verify_bytes};
use super::{untrusted, xml};
use crate::federation::FederationError;

/// The redirect binding's name.
pub const HTTP_REDIRECT: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
/// The POST binding's name.
pub const HTTP_POST: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

/// Bytes of a RelayState of ours (SAML bindings §3.4.3).
pub const RELAY_STATE_SENT: usize = 80;
/// Bytes of a RelayState that a provider gives us to be returned; some do not keep to the 80.
pub const RELAY_STATE_RECEIVED: usize = 1024;
/// Bytes of a query: a message of 256 KB, deflated and encoded, is far smaller.
const QUERY: usize = 128 * 1024;
const DEFLATE: &str = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A way through the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// A redirect.
    Redirect,
    /// A form.
    Post,
}

impl Binding {
    /// Reads the name of the specification.
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        match uri {
            HTTP_REDIRECT => Some(Self::Redirect),
            HTTP_POST => Some(Self::Post),
            _ => None,
        }
    }
}

/// Whether a message asks or answers: the name of its parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// `SAMLRequest`.
    Request,
    /// `SAMLResponse`.
    Response,
}

impl Direction {
    const fn parameter(self) -> &'static str {
        match self {
            Self::Request => "SAMLRequest",
            Self::Response => "SAMLResponse",
        }
    }
}

/// What the browser is told to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// Go to this address.
    Redirect(String),
    /// Post this form.
    Post(PostForm),
}

/// A form that posts itself. Every value must be escaped where it is written into a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostForm {
    /// Where it is posted to: an address of the provider's metadata.
    pub action: String,
    /// Hidden fields.
    pub fields: Vec<(&'static str, String)>,
}

/// Packs a message into the address of a redirect; with a key, the query is signed (SAML bindings §3.4.4.1).
///
/// # Errors
/// [`FederationError::Internal`] when packing or signing fails.
pub fn redirect(
    location: &str,
    direction: Direction,
    message: &str,
    relay_state: Option<&str>,
    key: Option<&RsaKeyPair>,
) -> Result<String, FederationError> {
    let internal = |_| FederationError::Internal("a message of our own cannot be packed".to_owned());
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(message.as_bytes()).map_err(internal)?;
    let packed = STANDARD.encode(encoder.finish().map_err(internal)?);
    let encode = |text: &str| utf8_percent_encode(text, UNRESERVED).to_string();
    let mut query = format!("{}={}", direction.parameter(), encode(&packed));
    if let Some(relay_state) = relay_state {
        query.push_str(&format!("&RelayState={}", encode(relay_state)));
    }
    if let Some(key) = key {
        query.push_str(&format!("&SigAlg={}", encode(RSA_SHA256)));
        // Exactly these bytes are signed and sent.
        let signature = STANDARD.encode(sign_bytes(query.as_bytes(), key)?);
        query.push_str(&format!("&Signature={}", encode(&signature)));
    }
    let separator = if location.contains('?') { '&' } else { '?' };
    Ok(format!("{location}{separator}{query}"))
}

/// Packs a message, signed already if it shall be, into a form.
#[must_use]
pub fn post(location: &str, direction: Direction, message: &str, relay_state: Option<&str>) -> PostForm {
    let mut fields = vec![(direction.parameter(), STANDARD.encode(message))];
    fields.extend(relay_state.map(|state| ("RelayState", state.to_owned())));
    PostForm { action: location.to_owned(), fields }
}

/// Checks a RelayState of ours: an opaque key, never an address.
///
/// # Errors
/// [`FederationError::Internal`] when it is longer than the specification allows.
pub fn check_own_relay_state(relay_state: &str) -> Result<(), FederationError> {
    if relay_state.len() > RELAY_STATE_SENT {
        return Err(FederationError::Internal("a RelayState of our own is longer than 80 bytes".to_owned()));
    }
    Ok(())
}

/// Checks a RelayState that came with a message.
///
/// # Errors
/// [`FederationError::Untrusted`] when it is too long to be carried around.
pub fn check_received_relay_state(relay_state: &str) -> Result<(), FederationError> {
    if relay_state.len() > RELAY_STATE_RECEIVED {
        return Err(untrusted("the RelayState is too long"));
    }
    Ok(())
}

/// The query of a redirect, taken apart but not decoded: a signature is over the bytes as they were sent.
#[derive(Debug)]
pub struct Query<'q> {
    direction: Direction,
    message: &'q str,
    relay_state: Option<&'q str>,
    algorithm: Option<&'q str>,
    signature: Option<&'q str>,
}

impl<'q> Query<'q> {
    /// Takes the raw query of a request apart, that is what follows `?`. Other parameters than those of the binding are
    /// passed over.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for a parameter that is there twice, no message or two, or another encoding.
    pub fn read(raw: &'q str) -> Result<Self, FederationError> {
        if raw.len() > QUERY {
            return Err(untrusted("the query is too long"));
        }
        let (mut request, mut response, mut relay_state) = (None, None, None);
        let (mut algorithm, mut signature, mut encoding) = (None, None, None);
        for parameter in raw.split('&') {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            // The name may be encoded too: two spellings of one name are still that name.
            let name = percent_decode_str(name).decode_utf8_lossy();
            let place = match &*name {
                "SAMLRequest" => &mut request,
                "SAMLResponse" => &mut response,
                "RelayState" => &mut relay_state,
                "SigAlg" => &mut algorithm,
                "Signature" => &mut signature,
                "SAMLEncoding" => &mut encoding,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(untrusted("a parameter is there twice"));
            }
        }
        if encoding.is_some_and(|encoding| decode(encoding).ok().as_deref() != Some(DEFLATE)) {
            return Err(untrusted("the message is encoded in another way than DEFLATE"));
        }
        let (direction, message) = match (request, response) {
            (Some(message), None) => (Direction::Request, message),
            (None, Some(message)) => (Direction::Response, message),
            _ => return Err(untrusted("there is no message, or two")),
        };
        Ok(Self { direction, message, relay_state, algorithm, signature })
    }

    /// Whether the message asks or answers.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// Verifies the signature over the bytes as sent, in the order that the binding prescribes.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] without a signature or with one that fits no key,
    /// [`FederationError::Misconfigured`] for an algorithm that is not accepted.
    pub fn verify(&self, keys: &[VerificationKey]) -> Result<(), FederationError> {
        let (Some(algorithm), Some(signature)) = (self.algorithm, self.signature) else {
            return Err(untrusted("the message is not signed"));
        };
        let method = SignatureAlgorithm::from_uri(&decode(algorithm)?)?;
        let signature = xml::base64(&decode(signature)?)?;
        let mut signed = format!("{}={}", self.direction.parameter(), self.message);
        if let Some(relay_state) = self.relay_state {
            signed.push_str(&format!("&RelayState={relay_state}"));
        }
        signed.push_str(&format!("&SigAlg={algorithm}"));
        verify_bytes(keys, method, signed.as_bytes(), &signature)
    }

    /// The message, unpacked.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for what cannot be unpacked or is too large then.
    pub fn message(&self) -> Result<Vec<u8>, FederationError> {
        let packed = xml::base64(&decode(self.message)?)?;
        let limit = u64::try_from(xml::MESSAGE.bytes).unwrap_or(u64::MAX);
        let mut message = Vec::new();
        DeflateDecoder::new(packed.as_slice())
            .take(limit.saturating_add(1))
            .read_to_end(&mut message)
            .map_err(|_| untrusted("the message cannot be unpacked"))?;
        if message.len() > xml::MESSAGE.bytes {
            return Err(untrusted("the message is too large when unpacked"));
        }
        Ok(message)
    }

    /// The RelayState, to be returned as it came.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for one that is too long or not UTF-8.
    pub fn relay_state(&self) -> Result<Option<String>, FederationError> {
        let Some(raw) = self.relay_state else { return Ok(None) };
        // Here a plus is a space, as forms write it; in base64 above it is itself.
        let relay_state = decode(&raw.replace('+', "%20"))?;
        check_received_relay_state(&relay_state)?;
        Ok(Some(relay_state))
    }
}

fn decode(raw: &str) -> Result<String, FederationError> {
    let text = percent_decode_str(raw).decode_utf8().map_err(|_| untrusted("a parameter is not UTF-8"))?;
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason<T>(result: Result<T, FederationError>) -> String {
        result.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_message_comes_out_as_it_went_in() {
        let state = "a+b c&d=é";
        let address = redirect("https://idp.test/sso", Direction::Request, "<r>é</r>", Some(state), None)
            .expect("packed");
        let query =
            Query::read(address.strip_prefix("https://idp.test/sso?").expect("the location")).expect("read");
        assert_eq!(query.direction(), Direction::Request);
        assert_eq!(query.message().expect("unpacked"), "<r>é</r>".as_bytes());
        assert_eq!(query.relay_state().expect("a state").as_deref(), Some(state));
        assert!(reason(query.verify(&[])).contains("not signed"));
        let with_query =
            redirect("https://idp.test/sso?a=b", Direction::Response, "<r/>", None, None).expect("packed");
        assert!(with_query.starts_with("https://idp.test/sso?a=b&SAMLResponse="));
    }

    #[test]
    fn every_parameter_is_there_once() {
        for name in ["SAMLRequest", "RelayState", "SigAlg", "Signature", "SAMLEncoding", "%53igAlg"] {
            let twice = format!("SAMLRequest=a&RelayState=b&SigAlg=c&Signature=d&SAMLEncoding=e&{name}=x");
            assert!(reason(Query::read(&twice)).contains("twice"), "{name}");
        }
        for query in ["", "RelayState=a", "SAMLRequest=a&SAMLResponse=b"] {
            assert!(reason(Query::read(query)).contains("no message"), "{query}");
        }
        assert!(reason(Query::read("SAMLRequest=a&SAMLEncoding=urn%3Aother")).contains("encoded"));
        assert!(Query::read("SAMLRequest=a&utm=1&utm=2").is_ok());
        assert!(reason(Query::read(&format!("SAMLRequest={}", "a".repeat(QUERY)))).contains("too long"));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let spaces = " ".repeat(40 << 20);
        let address = redirect("", Direction::Request, &spaces, None, None).expect("packed");
        let query = Query::read(&address[1..]).expect("small enough");
        assert!(reason(query.message()).contains("too large when unpacked"));
        let fits =
            redirect("", Direction::Request, &spaces[..xml::MESSAGE.bytes], None, None).expect("packed");
        assert!(Query::read(&fits[1..]).expect("read").message().is_ok());
        assert!(
            reason(Query::read("SAMLRequest=%2B%2B%2B%2B").expect("read").message()).contains("unpacked")
        );
        assert!(reason(Query::read("SAMLRequest=%25").expect("read").message()).contains("base64"));
    }

    #[test]
    fn a_relay_state_has_limits() {
        assert!(check_own_relay_state(&"a".repeat(80)).is_ok());
        assert!(check_own_relay_state(&"a".repeat(81)).is_err());
        let long = format!("SAMLRequest=a&RelayState={}", "a".repeat(RELAY_STATE_RECEIVED + 1));
        assert!(reason(Query::read(&long).expect("read").relay_state()).contains("RelayState"));
        assert!(Query::read(&long[..long.len() - 1]).expect("read").relay_state().is_ok());
        assert!(Query::read("SAMLRequest=a&RelayState=%ff").expect("read").relay_state().is_err());
    }

    #[test]
    fn a_form_carries_message_and_state() {
        let form = post("https://idp.test/slo", Direction::Response, "<r/>", Some("s"));
        assert_eq!(form.action, "https://idp.test/slo");
        assert_eq!(form.fields, [("SAMLResponse", "PHIvPg==".to_owned()), ("RelayState", "s".to_owned())]);
    }
}
