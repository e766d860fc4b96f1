//! A provider's metadata (SAML metadata §2): what it is called, which keys its messages are verified with, where requests
//! go. Everything that is trusted later comes from here, so what is doubtful is refused here.

use std::net::IpAddr;

use uppsala::Document;
use url::{Host, Url};

use super::binding::Binding;
use super::signature::VerificationKey;
use super::xml::{self, Node};
use super::{DSIG, METADATA, PROTOCOL, clock, misconfigured};
use crate::federation::FederationError;

/// How often a provider's metadata is fetched at the most, whatever it asks for. Milliseconds.
const SHORTEST_REFRESH: i64 = 5 * 60 * 1000;
/// How seldom at the least. Milliseconds.
const LONGEST_REFRESH: i64 = 24 * 60 * 60 * 1000;

/// An address of a provider for one binding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// How messages travel to it.
    pub binding: Binding,
    /// Where requests go.
    pub location: String,
    /// Where responses go, where that is another address.
    pub response_location: Option<String>,
}

impl Endpoint {
    /// Where an answer goes (SAML metadata §2.2.2).
    #[must_use]
    pub fn response_location(&self) -> &str {
        self.response_location.as_deref().unwrap_or(&self.location)
    }
}

/// What is known of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderMetadata {
    entity_id: String,
    keys: Vec<VerificationKey>,
    keys_refused: usize,
    sign_on: Vec<Endpoint>,
    logout: Vec<Endpoint>,
    valid_until_ms: Option<i64>,
    cache_duration_ms: Option<i64>,
    want_requests_signed: bool,
}

/// How a document is read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The provider's name: the pinned one, or the chosen one. Without it the document must describe one entity alone.
    pub entity_id: Option<&'a str>,
    /// The present, Unix milliseconds.
    pub now_ms: i64,
    /// Whether addresses of this machine may be `http`: in development.
    pub http_on_loopback: bool,
}

impl ProviderMetadata {
    /// Reads a provider out of an `EntityDescriptor` or `EntitiesDescriptor`. A signature in it is not looked at: whoever
    /// hands the document over, or TLS, vouches for it.
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] or [`FederationError::Incomplete`] for a document that does not describe a usable
    /// provider, [`FederationError::Clock`] for one that has expired, [`FederationError::Untrusted`] for one that is not to
    /// be parsed.
    pub fn read(document: &[u8], reading: Reading<'_>) -> Result<Self, FederationError> {
        let text = xml::guard(document, xml::METADATA)?;
        let document = xml::parse(text)?;
        let entity = choose(&document, reading.entity_id)?;
        let entity_id = entity_id(entity)?;
        let role = provider_role(entity)?;

        let mut valid_until_ms: Option<i64> = None;
        let mut cache_duration_ms: Option<i64> = None;
        let mut around = Some(role);
        while let Some(element) = around {
            if let Some(until) = element.time("validUntil")? {
                valid_until_ms = Some(valid_until_ms.map_or(until, |earlier| earlier.min(until)));
            }
            if let Some(text) = element.attribute("cacheDuration") {
                let period = duration(text).ok_or_else(|| misconfigured("cacheDuration is no duration"))?;
                cache_duration_ms = Some(cache_duration_ms.map_or(period, |shorter| shorter.min(period)));
            }
            around = element.parent();
        }
        if valid_until_ms.is_some_and(|until| reading.now_ms >= until) {
            return Err(clock("the provider's metadata has expired"));
        }

        let (keys, keys_refused) = signing_keys(role)?;
        let sign_on = endpoints(role, "SingleSignOnService", reading.http_on_loopback)?;
        if sign_on.is_empty() {
            return Err(misconfigured("the provider has no address for sign-in by redirect or POST"));
        }
        Ok(Self {
            entity_id,
            keys,
            keys_refused,
            sign_on,
            logout: endpoints(role, "SingleLogoutService", reading.http_on_loopback)?,
            valid_until_ms,
            cache_duration_ms,
            want_requests_signed: matches!(role.attribute("WantAuthnRequestsSigned"), Some("true" | "1")),
        })
    }

    /// The provider's name.
    #[must_use]
    pub fn entity_id(&self) -> &str {
        &self.entity_id
    }

    /// The keys that verify its messages; there is at least one.
    #[must_use]
    pub fn keys(&self) -> &[VerificationKey] {
        &self.keys
    }

    /// How many signing keys were left out because they are too weak or of an unknown kind: worth a line in the log.
    #[must_use]
    pub const fn keys_refused(&self) -> usize {
        self.keys_refused
    }

    /// Where sign-in requests go by this binding.
    #[must_use]
    pub fn sign_on(&self, binding: Binding) -> Option<&Endpoint> {
        self.sign_on.iter().find(|endpoint| endpoint.binding == binding)
    }

    /// Where logout messages go by this binding.
    #[must_use]
    pub fn logout(&self, binding: Binding) -> Option<&Endpoint> {
        self.logout.iter().find(|endpoint| endpoint.binding == binding)
    }

    /// Until when this may be used, Unix milliseconds. Afterwards, and without a newer document, the provider is off.
    #[must_use]
    pub const fn valid_until_ms(&self) -> Option<i64> {
        self.valid_until_ms
    }

    /// When a document that was fetched at `fetched_ms` is to be fetched again: as it asks, within five minutes and a day.
    #[must_use]
    pub fn refresh_at_ms(&self, fetched_ms: i64) -> i64 {
        let asked = self.cache_duration_ms.unwrap_or(LONGEST_REFRESH);
        let left = self.valid_until_ms.map_or(LONGEST_REFRESH, |until| until.saturating_sub(fetched_ms));
        fetched_ms.saturating_add(asked.min(left).clamp(SHORTEST_REFRESH, LONGEST_REFRESH))
    }

    /// Whether the provider wants sign-in requests signed.
    #[must_use]
    pub const fn want_requests_signed(&self) -> bool {
        self.want_requests_signed
    }
}

/// The names of all entities that a document describes as identity providers, in its order: what an operator chooses from.
///
/// # Errors
/// [`FederationError::Untrusted`] for what is not to be parsed.
pub fn provider_names(document: &[u8]) -> Result<Vec<String>, FederationError> {
    let text = xml::guard(document, xml::METADATA)?;
    let document = xml::parse(text)?;
    let providers = entities(&document)?.into_iter().filter(|entity| provider_role(*entity).is_ok());
    Ok(providers.filter_map(|entity| entity.attribute("entityID")).map(str::to_owned).collect())
}

fn entities<'x>(document: &'x Document<'x>) -> Result<Vec<Node<'x>>, FederationError> {
    let root = Node::outermost(document)
        .filter(|root| root.is(METADATA, "EntityDescriptor") || root.is(METADATA, "EntitiesDescriptor"))
        .ok_or_else(|| misconfigured("the document is no SAML metadata"))?;
    let mut found = Vec::new();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        if node.is(METADATA, "EntityDescriptor") {
            found.push(node);
        } else if node.is(METADATA, "EntitiesDescriptor") {
            let inside: Vec<Node<'x>> = node.children().collect();
            waiting.extend(inside.into_iter().rev());
        }
    }
    Ok(found)
}

/// The entity that is meant; never simply the first.
fn choose<'x>(document: &'x Document<'x>, wanted: Option<&str>) -> Result<Node<'x>, FederationError> {
    let all = entities(document)?;
    let fitting: Vec<Node<'x>> = match wanted {
        Some(wanted) => {
            all.into_iter().filter(|entity| entity.attribute("entityID") == Some(wanted)).collect()
        }
        None => all,
    };
    match (fitting.as_slice(), wanted) {
        ([entity], _) => Ok(*entity),
        ([], Some(_)) => Err(misconfigured("the metadata does not describe the provider of that entity id")),
        ([], None) => Err(misconfigured("the metadata describes nobody")),
        (_, Some(_)) => Err(misconfigured("the metadata describes the provider twice")),
        (_, None) => {
            Err(misconfigured("the metadata describes several entities; choose one by its entity id"))
        }
    }
}

fn entity_id(entity: Node<'_>) -> Result<String, FederationError> {
    let id = entity.attribute("entityID").map(str::trim).filter(|id| !id.is_empty() && id.len() <= 1024);
    id.map(str::to_owned).ok_or_else(|| misconfigured("the metadata has no usable entityID"))
}

fn provider_role(entity: Node<'_>) -> Result<Node<'_>, FederationError> {
    let speaks = |role: &Node<'_>| {
        let protocols = role.attribute("protocolSupportEnumeration").unwrap_or_default();
        protocols.split_ascii_whitespace().any(|protocol| protocol == PROTOCOL)
    };
    let mut roles = entity.named(METADATA, "IDPSSODescriptor").filter(speaks);
    match (roles.next(), roles.next()) {
        (Some(role), None) => Ok(role),
        (None, _) => Err(misconfigured("the entity is no identity provider for SAML 2.0")),
        (Some(_), Some(_)) => Err(misconfigured("the entity describes two identity providers")),
    }
}

/// Every certificate of every key for signing: during a rollover there are several. A key that is not accepted is left
/// out; with none left, nothing could be verified, and the document is refused.
fn signing_keys(role: Node<'_>) -> Result<(Vec<VerificationKey>, usize), FederationError> {
    let mut keys: Vec<VerificationKey> = Vec::new();
    let mut refused = 0;
    let mut reason = misconfigured("the provider has no key to verify its messages with");
    let descriptors = role
        .named(METADATA, "KeyDescriptor")
        .filter(|descriptor| matches!(descriptor.attribute("use"), None | Some("signing")));
    for descriptor in descriptors {
        let data = descriptor.named(DSIG, "KeyInfo").flat_map(|info| info.named(DSIG, "X509Data"));
        for certificate in data.flat_map(|data| data.named(DSIG, "X509Certificate")) {
            let key =
                xml::base64(&certificate.text()?).and_then(|der| VerificationKey::from_certificate(&der));
            match key {
                Ok(key) if keys.contains(&key) => {}
                Ok(key) => keys.push(key),
                Err(error) => {
                    refused += 1;
                    reason = error;
                }
            }
        }
    }
    if keys.is_empty() { Err(reason) } else { Ok((keys, refused)) }
}

/// The addresses by the two bindings that we speak. An address that no browser should be sent to spoils the document.
fn endpoints(role: Node<'_>, name: &str, http_on_loopback: bool) -> Result<Vec<Endpoint>, FederationError> {
    let mut found = Vec::new();
    for service in role.children().filter(|child| child.is(METADATA, name)) {
        let Some(binding) = service.attribute("Binding").and_then(Binding::from_uri) else { continue };
        let location = service.attribute("Location").unwrap_or_default();
        let response_location = service.attribute("ResponseLocation");
        for address in [Some(location), response_location].into_iter().flatten() {
            check_location(address, http_on_loopback)?;
        }
        found.push(Endpoint {
            binding,
            location: location.to_owned(),
            response_location: response_location.map(str::to_owned),
        });
    }
    Ok(found)
}

fn check_location(address: &str, http_on_loopback: bool) -> Result<(), FederationError> {
    let url = Url::parse(address).map_err(|_| misconfigured("an address of the provider is no URL"))?;
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        None => false,
    };
    let secure = url.scheme() == "https" || url.scheme() == "http" && loopback && http_on_loopback;
    // The text goes into a Location header and a form as it is.
    let plain = address.bytes().all(|byte| byte.is_ascii_graphic()) && address.len() <= 2048;
    if !secure || !plain || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some()
    {
        return Err(misconfigured("an address of the provider is not a plain https URL"));
    }
    Ok(())
}

/// `xs:duration` in milliseconds; a year has 365 days and a month 30. Fractions of a second are dropped.
fn duration(text: &str) -> Option<i64> {
    let (days, time) = match text.trim().strip_prefix('P')?.split_once('T') {
        Some((days, time)) if !time.is_empty() => (days, time),
        Some(_) => return None,
        None => (text.trim().strip_prefix('P')?, ""),
    };
    let mut seconds: i64 = 0;
    let mut parts = 0;
    for (mut rest, units) in [
        (days, [('Y', 31_536_000), ('M', 2_592_000), ('D', 86_400)]),
        (time, [('H', 3_600), ('M', 60), ('S', 1)]),
    ] {
        for (unit, worth) in units {
            if let Some((number, after)) = rest.split_once(unit) {
                let number = if unit == 'S' { number.split('.').next()? } else { number };
                if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                    return None;
                }
                seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(worth)?)?;
                (rest, parts) = (after, parts + 1);
            }
        }
        if !rest.is_empty() {
            return None;
        }
    }
    (parts > 0).then(|| seconds.checked_mul(1000))?
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    const NOW: i64 = 1_781_524_800_000;

    fn key(usage: &str) -> String {
        let key = rcgen::KeyPair::generate().expect("a key");
        let parameters = rcgen::CertificateParams::new(vec!["idp.test".to_owned()]).expect("parameters");
        let certificate = STANDARD.encode(parameters.self_signed(&key).expect("a certificate").der());
        format!(
            "<KeyDescriptor{usage}><KeyInfo xmlns='{DSIG}'><X509Data><X509Certificate>\n{certificate}\n</X509Certificate>\
             </X509Data></KeyInfo></KeyDescriptor>"
        )
    }

    const SSO: &str = "<SingleSignOnService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect' \
         Location='https://idp.test/sso'/>";

    fn entity(id: &str, attributes: &str, role: &str) -> String {
        format!(
            "<EntityDescriptor xmlns='{METADATA}' entityID='{id}'><IDPSSODescriptor \
             protocolSupportEnumeration='urn:other {PROTOCOL}' {attributes}>{role}</IDPSSODescriptor></EntityDescriptor>"
        )
    }

    fn read(document: &str) -> Result<ProviderMetadata, FederationError> {
        read_as(document, None)
    }

    fn read_as(document: &str, entity_id: Option<&str>) -> Result<ProviderMetadata, FederationError> {
        ProviderMetadata::read(
            document.as_bytes(),
            Reading { entity_id, now_ms: NOW, http_on_loopback: false },
        )
    }

    fn reason(document: &str) -> String {
        read(document).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_provider_is_read_with_all_its_keys_and_addresses() {
        let slo = "<SingleLogoutService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST' \
             Location='https://idp.test/slo' ResponseLocation='https://idp.test/done'/>\
             <SingleLogoutService Binding='urn:oasis:names:tc:SAML:2.0:bindings:SOAP' Location='soap:'/>";
        let twice = key(" use='signing'");
        let role = format!("{}{twice}{twice}{}{slo}{SSO}", key(""), key(" use='encryption'"));
        let metadata = read(&entity("urn:idp", "WantAuthnRequestsSigned='1'", &role)).expect("usable");
        assert_eq!((metadata.entity_id(), metadata.keys().len(), metadata.keys_refused()), ("urn:idp", 2, 0));
        assert!(metadata.want_requests_signed());
        assert_eq!(metadata.sign_on(Binding::Redirect).expect("one").location, "https://idp.test/sso");
        assert!(metadata.sign_on(Binding::Post).is_none() && metadata.logout(Binding::Redirect).is_none());
        assert_eq!(metadata.logout(Binding::Post).expect("one").response_location(), "https://idp.test/done");
        assert_eq!(metadata.valid_until_ms(), None);
    }

    #[test]
    fn without_a_key_there_is_no_provider() {
        assert!(reason(&entity("urn:idp", "", SSO)).contains("no key"));
        let other = format!("{}{SSO}", key(" use='encryption'"));
        assert!(reason(&entity("urn:idp", "", &other)).contains("no key"));
        let broken = key("").replace("<X509Certificate>", "<X509Certificate>AAAA");
        assert!(reason(&entity("urn:idp", "", &format!("{broken}{SSO}"))).contains("certificate"));
        let beside = format!("{broken}{}{SSO}", key(""));
        let metadata = read(&entity("urn:idp", "", &beside)).expect("the other key is usable");
        assert_eq!((metadata.keys().len(), metadata.keys_refused()), (1, 1));
    }

    #[test]
    fn one_of_several_entities_is_chosen_by_name() {
        let role = format!("{}{SSO}", key(""));
        let (one, two) = (entity("urn:one", "", &role), entity("urn:two", "", &role));
        let nested =
            |inside: &str| format!("<EntitiesDescriptor xmlns='{METADATA}'>{inside}</EntitiesDescriptor>");
        let both = nested(&format!("{one}{}", nested(&two)));
        assert!(reason(&both).contains("several"));
        assert_eq!(read_as(&both, Some("urn:two")).expect("chosen").entity_id(), "urn:two");
        assert!(read_as(&both, Some("urn:three")).is_err());
        assert!(read_as(&one, Some("urn:two")).is_err(), "a pinned name is not exchanged");
        assert!(read_as(&nested(&format!("{one}{one}")), Some("urn:one")).is_err());
        assert_eq!(provider_names(both.as_bytes()).expect("names"), ["urn:one", "urn:two"]);
        assert_eq!(read(&nested(&one)).expect("the only one").entity_id(), "urn:one");
        assert!(reason(&nested("")).contains("nobody"));
    }

    #[test]
    fn addresses_are_plain_https() {
        let key = key("");
        let with = |address: &str| {
            entity("urn:idp", "", &format!("{key}{}", SSO.replace("https://idp.test/sso", address)))
        };
        for wrong in [
            "javascript:alert(1)",
            "http://idp.test/sso",
            "http://127.0.0.1/sso",
            "https://user:word@idp.test/",
            "https://idp.test/#x",
            "https://idp.test/a b",
            "data:text/html,x",
            "//idp.test",
            "",
        ] {
            assert!(reason(&with(wrong)).contains("address"), "{wrong}");
        }
        let answer = entity(
            "urn:idp",
            "",
            &format!("{key}{}", SSO.replace("/>", " ResponseLocation='javascript:1'/>")),
        );
        assert!(reason(&answer).contains("address"));
        for local in ["http://127.0.0.1:7000/sso", "http://[::1]/sso", "http://localhost/sso"] {
            let reading = Reading { entity_id: None, now_ms: NOW, http_on_loopback: true };
            assert!(ProviderMetadata::read(with(local).as_bytes(), reading).is_ok(), "{local}");
            assert!(ProviderMetadata::read(with("http://idp.test/").as_bytes(), reading).is_err());
        }
        assert!(reason(&entity("urn:idp", "", &key)).contains("no address"));
    }

    #[test]
    fn what_is_no_provider_is_refused() {
        let role = format!("{}{SSO}", key(""));
        let good = entity("urn:idp", "", &role);
        assert!(read(&good).is_ok());
        for (what, with, why) in [
            ("IDPSSODescriptor", "SPSSODescriptor", "no identity provider"),
            (PROTOCOL, "urn:oasis:names:tc:SAML:1.1:protocol", "no identity provider"),
            ("EntityDescriptor", "Entity", "no SAML metadata"),
            ("entityID='urn:idp'", "entityID=' '", "entityID"),
            (METADATA, "urn:other", "no SAML metadata"),
        ] {
            assert!(
                reason(&good.replace(what, with)).contains(why),
                "{with}: {}",
                reason(&good.replace(what, with))
            );
        }
        assert!(reason(&format!("<!DOCTYPE x>{good}")).contains("document type"));
        let inside = good.find("<IDPSSO").expect("a role")..good.find("</EntityD").expect("an end");
        let two = good.replace(&good[inside.clone()], &good[inside.clone()].repeat(2));
        assert!(reason(&two).contains("two identity providers"));
    }

    #[test]
    fn the_shortest_time_of_all_around_counts() {
        let role = format!("{}{SSO}", key(""));
        let at = |attributes: &str| read(&entity("urn:idp", attributes, &role));
        assert!(at("validUntil='2026-06-15T12:00:00Z'").is_err(), "ends now");
        let metadata = at("validUntil='2026-06-15T13:00:00Z'").expect("valid");
        assert_eq!(metadata.valid_until_ms(), Some(NOW + 3_600_000));
        assert_eq!(metadata.refresh_at_ms(NOW), NOW + 3_600_000);
        assert_eq!(metadata.refresh_at_ms(NOW + 3_599_000), NOW + 3_599_000 + SHORTEST_REFRESH);
        assert_eq!(at("cacheDuration='PT6H'").expect("valid").refresh_at_ms(NOW), NOW + 6 * 3_600_000);
        assert_eq!(at("cacheDuration='P9D'").expect("valid").refresh_at_ms(NOW), NOW + LONGEST_REFRESH);
        assert_eq!(at("cacheDuration='PT1S'").expect("valid").refresh_at_ms(NOW), NOW + SHORTEST_REFRESH);
        assert_eq!(at("").expect("valid").refresh_at_ms(NOW), NOW + LONGEST_REFRESH);
        assert!(at("cacheDuration='often'").is_err() && at("validUntil='soon'").is_err());
        let around = format!(
            "<EntitiesDescriptor xmlns='{METADATA}' validUntil='2026-06-15T11:59:59Z'>{}</EntitiesDescriptor>",
            entity("urn:idp", "", &role)
        );
        assert!(reason(&around).contains("expired"));
    }

    #[test]
    fn durations_are_read() {
        for (text, seconds) in [
            ("PT1S", 1),
            ("PT1.5S", 1),
            ("P1D", 86_400),
            ("P1Y2M3DT4H5M6S", 31_536_000 + 2 * 2_592_000 + 3 * 86_400 + 4 * 3_600 + 5 * 60 + 6),
            ("P1M", 2_592_000),
            ("PT1M", 60),
        ] {
            assert_eq!(duration(text), Some(seconds * 1000), "{text}");
        }
        for wrong in
            ["", "P", "PT", "1D", "-P1D", "P1", "P-1D", "P1DT", "P1S", "PT1D", "P99999999999999999999D", "PD"]
        {
            assert_eq!(duration(wrong), None, "{wrong}");
        }
    }
}
