//! A provider's `Response`, judged: the order of the checks is part of the protection. Structure first, then every
//! signature, and only then what the message says (SAML core §3.3.3, profiles §4.1.4).

use std::collections::BTreeMap;

use uppsala::Document;

use super::decrypt;
use super::metadata::ProviderMetadata;
use super::service_provider::ServiceProvider;
use super::signature::verify_enveloped;
use super::xml::{self, Node};
use super::{ASSERTION, DSIG, OLDEST_MESSAGE, PROTOCOL, check_issuer, clock, issued, status_name, untrusted};
use crate::federation::FederationError;
use crate::model::external::{ExternalIdentity, NameId, UpstreamSession};

/// As [`OLDEST_MESSAGE`], for what nobody asked for: as old as Cognito takes it, with the skew.
const OLDEST_UNASKED: i64 = 5 * 60 * 1000;

const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/// Everything that a response is judged by.
pub struct ResponseCheck<'a> {
    /// Ourselves: entity id, address, keys.
    pub service_provider: &'a ServiceProvider,
    /// The only provider whose answer is wanted.
    pub provider_metadata: &'a ProviderMetadata,
    /// The provider's name in the pool, for the result.
    pub provider_name: &'a str,
    /// The present, Unix milliseconds.
    pub now_ms: i64,
    /// How far clocks may differ, milliseconds.
    pub skew_ms: i64,
    /// The ids of the requests that **this browser** has made at this provider and that are not answered yet.
    pub outstanding: &'a [&'a str],
    /// Whether the provider may sign somebody in whom nobody sent there.
    pub idp_initiated_allowed: bool,
    /// Whether the assertion itself must be signed, even in a signed response.
    pub signed_assertion_required: bool,
    /// Whether the assertion must be encrypted.
    pub encryption_required: bool,
}

/// A response that may be believed, once the caller has seen to it that it is the first time.
#[derive(Debug, Clone, PartialEq)]
pub struct VerifiedResponse {
    /// Whom the provider has signed in.
    pub identity: ExternalIdentity,
    /// The request that is answered, to be consumed in one statement; `None` when nobody asked.
    pub request_id: Option<String>,
    /// The assertion's id, to be remembered for this provider in the same transaction: one that is there already was
    /// replayed.
    pub assertion_id: String,
    /// Until when to remember it, Unix milliseconds; afterwards it has expired anyway.
    pub remember_until_ms: i64,
}

/// The elements of a response, each in the only place where it may be.
struct Parts<'x> {
    response: Node<'x>,
    issuer: Option<Node<'x>>,
    signature: Option<Node<'x>>,
    status: Node<'x>,
    content: Content<'x>,
}

enum Content<'x> {
    Plain(Node<'x>),
    Encrypted(Node<'x>),
}

impl ResponseCheck<'_> {
    /// Judges the `SAMLResponse` field of a form (SAML bindings §3.5.4): base64, white space allowed.
    ///
    /// # Errors
    /// As [`Self::check`].
    pub fn check_field(&self, field: &str) -> Result<VerifiedResponse, FederationError> {
        if field.len() > xml::MESSAGE.bytes * 2 {
            return Err(untrusted("the response is too large"));
        }
        self.check(&xml::base64(field)?)
    }

    /// Judges a response.
    ///
    /// # Errors
    /// Every kind of [`FederationError`] but `Unavailable`. None of them may change anything stored: anybody can send a
    /// message that fails.
    pub fn check(&self, message: &[u8]) -> Result<VerifiedResponse, FederationError> {
        let text = xml::guard(message, xml::MESSAGE)?;
        let document = xml::parse(text)?;
        let parts = structure(&document, false)?;
        let keys = self.provider_metadata.keys();
        if let Some(signature) = parts.signature {
            verify_enveloped(signature, keys)?;
        }
        let response_signed = parts.signature.is_some();
        match parts.content {
            Content::Plain(_) if self.encryption_required => Err(untrusted("the assertion is not encrypted")),
            Content::Plain(assertion) => {
                self.verify_assertion(assertion, response_signed)?;
                self.judge(&parts, assertion)
            }
            Content::Encrypted(encrypted) => {
                let opened = decrypt::open(text, encrypted, self.service_provider.credentials())?;
                // Up to the signature there is one reason for everything, unless the provider has signed the ciphertext:
                // what the plaintext of somebody else's ciphertext looks like must not be asked of us.
                let hidden = |error| if response_signed { error } else { decrypt::not_opened() };
                let text = xml::guard(opened.message.as_bytes(), xml::MESSAGE).map_err(hidden)?;
                let document = xml::parse(text).map_err(hidden)?;
                let inner = structure(&document, true).map_err(hidden)?;
                let Content::Encrypted(encrypted) = inner.content else { return Err(decrypt::not_opened()) };
                let assertion = encrypted.one(ASSERTION, "Assertion").map_err(hidden)?;
                if assertion.range() != Some(opened.plaintext) {
                    return Err(decrypt::not_opened());
                }
                // The signature of the response was verified over the ciphertext.
                self.verify_assertion(assertion, response_signed).map_err(hidden)?;
                self.judge(&inner, assertion)
            }
        }
    }

    /// Verifies the assertion's own signature if there is one; something must be signed.
    fn verify_assertion(&self, assertion: Node<'_>, response_signed: bool) -> Result<(), FederationError> {
        let signature = assertion.at_most_one(DSIG, "Signature")?;
        if let Some(signature) = signature {
            verify_enveloped(signature, self.provider_metadata.keys())?;
        }
        if signature.is_none() && !response_signed {
            return Err(untrusted("neither the response nor the assertion is signed"));
        }
        if signature.is_none() && self.signed_assertion_required {
            return Err(untrusted("the assertion is not signed"));
        }
        Ok(())
    }

    /// What the message says, now that it is known who says it.
    fn judge(&self, parts: &Parts<'_>, assertion: Node<'_>) -> Result<VerifiedResponse, FederationError> {
        let request_id = self.judge_response(parts)?;
        let entity_id = self.provider_metadata.entity_id();

        issued(assertion, self.now_ms, self.skew_ms, None)?;
        check_issuer(assertion.one(ASSERTION, "Issuer")?, entity_id)?;
        let assertion_id = assertion.attribute("ID").filter(|id| !id.is_empty());
        let assertion_id = assertion_id.ok_or_else(|| untrusted("the assertion has no id"))?.to_owned();

        let subject = assertion.one(ASSERTION, "Subject")?;
        let name_id = name_id(subject.one(ASSERTION, "NameID")?)?;
        let confirmed_until = self.judge_confirmations(subject, request_id)?;
        let valid_until = self.judge_conditions(assertion.one(ASSERTION, "Conditions")?)?;
        let session = self.judge_statements(assertion)?;
        let last = valid_until.map_or(confirmed_until, |until| until.max(confirmed_until));

        Ok(VerifiedResponse {
            identity: ExternalIdentity {
                provider: self.provider_name.to_owned(),
                subject: name_id.value.clone(),
                issuer: Some(entity_id.to_owned()),
                claims: claims(assertion)?,
                authenticated_at: session.authenticated_at.map(|instant| instant.min(self.now_ms)),
                vouched: None,
                session_ends_at: session.ends_at,
                session: UpstreamSession::Saml { name_id, session_index: session.index },
            },
            request_id: request_id.map(str::to_owned),
            assertion_id,
            remember_until_ms: last.saturating_add(self.skew_ms),
        })
    }

    /// The envelope. Returns the request that is answered.
    fn judge_response<'x>(&self, parts: &Parts<'x>) -> Result<Option<&'x str>, FederationError> {
        let response = parts.response;
        let asked = response.attribute("InResponseTo").is_some();
        let oldest = if asked { OLDEST_MESSAGE } else { OLDEST_UNASKED };
        issued(response, self.now_ms, self.skew_ms, Some(oldest))?;
        let (success, name) = status_name(parts.status)?;
        if !success {
            return Err(FederationError::Denied(format!("status {name}")));
        }
        if let Some(issuer) = parts.issuer {
            check_issuer(issuer, self.provider_metadata.entity_id())?;
        }
        match response.attribute("Destination") {
            Some(destination) if destination == self.service_provider.acs_url() => {}
            None if parts.signature.is_none() => {}
            Some(_) => return Err(untrusted("the response is addressed to somewhere else")),
            None => return Err(untrusted("the signed response does not say whom it is addressed to")),
        }
        match response.attribute("InResponseTo") {
            // Also where a provider may begin: otherwise the answer to somebody else's request would do.
            Some(id) if self.outstanding.contains(&id) => Ok(Some(id)),
            Some(_) => Err(untrusted("the response answers a request that this browser did not make")),
            None if self.idp_initiated_allowed => Ok(None),
            None => {
                Err(untrusted("the response answers no request, and the provider may not begin by itself"))
            }
        }
    }

    /// At least one bearer confirmation must hold (SAML profiles §4.1.4.2); returns until when one does.
    fn judge_confirmations(
        &self,
        subject: Node<'_>,
        request_id: Option<&str>,
    ) -> Result<i64, FederationError> {
        let mut refusal = FederationError::Incomplete("there is no bearer confirmation".to_owned());
        let mut latest = None;
        for confirmation in subject.named(ASSERTION, "SubjectConfirmation") {
            if confirmation.attribute("Method") != Some(BEARER) {
                continue;
            }
            match self.judge_confirmation(confirmation, request_id) {
                Ok(until) => latest = latest.max(Some(until)),
                Err(error) => refusal = error,
            }
        }
        latest.ok_or(refusal)
    }

    fn judge_confirmation(
        &self,
        confirmation: Node<'_>,
        request_id: Option<&str>,
    ) -> Result<i64, FederationError> {
        let data = confirmation.one(ASSERTION, "SubjectConfirmationData")?;
        if data.attribute("Recipient") != Some(self.service_provider.acs_url()) {
            return Err(untrusted("the confirmation is for another recipient"));
        }
        if data.attribute("InResponseTo") != request_id {
            return Err(untrusted("the confirmation is for another request"));
        }
        if data.attribute("NotBefore").is_some() {
            return Err(untrusted("the confirmation has a NotBefore"));
        }
        let until = data.time("NotOnOrAfter")?;
        let until = until.ok_or_else(|| untrusted("the confirmation does not expire"))?;
        self.not_expired(until, "the confirmation has expired")?;
        Ok(until)
    }

    /// Conditions (SAML core §2.5). Returns when they end, where they say so.
    fn judge_conditions(&self, conditions: Node<'_>) -> Result<Option<i64>, FederationError> {
        let not_before = conditions.time("NotBefore")?;
        if not_before.is_some_and(|from| from > self.now_ms.saturating_add(self.skew_ms)) {
            return Err(clock("the assertion is not valid yet"));
        }
        let until = conditions.time("NotOnOrAfter")?;
        if let Some(until) = until {
            self.not_expired(until, "the assertion has expired")?;
        }
        let mut restricted = false;
        for condition in conditions.children() {
            if condition.is(ASSERTION, "AudienceRestriction") {
                restricted = true;
                let mut ours = false;
                for audience in condition.named(ASSERTION, "Audience") {
                    ours |= audience.text()?.trim() == self.service_provider.entity_id();
                }
                if !ours {
                    return Err(untrusted("the assertion is for another application"));
                }
            } else if !condition.is(ASSERTION, "OneTimeUse") && !condition.is(ASSERTION, "ProxyRestriction") {
                return Err(untrusted("the assertion has a condition that is not understood"));
            }
        }
        if !restricted {
            return Err(untrusted("the assertion does not say for which application it is"));
        }
        Ok(until)
    }

    fn judge_statements(&self, assertion: Node<'_>) -> Result<Session, FederationError> {
        let mut statements = assertion.named(ASSERTION, "AuthnStatement").peekable();
        let first = *statements
            .peek()
            .ok_or_else(|| FederationError::Incomplete("there is no AuthnStatement".to_owned()))?;
        let mut ends_at: Option<i64> = None;
        for statement in statements {
            if let Some(end) = statement.time("SessionNotOnOrAfter")? {
                if end <= self.now_ms {
                    return Err(clock("the session at the provider is over already"));
                }
                ends_at = Some(ends_at.map_or(end, |earlier| earlier.min(end)));
            }
        }
        Ok(Session {
            authenticated_at: first.time("AuthnInstant")?,
            index: first.attribute("SessionIndex").map(str::to_owned),
            ends_at,
        })
    }

    fn not_expired(&self, until: i64, reason: &str) -> Result<(), FederationError> {
        if self.now_ms.saturating_sub(self.skew_ms) >= until {
            return Err(clock(reason));
        }
        Ok(())
    }
}

struct Session {
    authenticated_at: Option<i64>,
    index: Option<String>,
    ends_at: Option<i64>,
}

/// The shape of the whole document, before any of it is believed: one response, one assertion, signatures only where
/// they cover what is read, every id once. What wrapping attacks need is missing here. `opened` says that the encrypted
/// assertion has been replaced by its plaintext.
fn structure<'x>(document: &'x Document<'x>, opened: bool) -> Result<Parts<'x>, FederationError> {
    let response = Node::root(document, PROTOCOL, "Response")?;
    xml::check_names(response)?;
    let mut children = response.children().peekable();
    let mut next = |namespace: &str, local: &str| children.next_if(|child| child.is(namespace, local));
    let issuer = next(ASSERTION, "Issuer");
    let signature = next(DSIG, "Signature");
    next(PROTOCOL, "Extensions");
    let status =
        next(PROTOCOL, "Status").ok_or_else(|| untrusted("the response has no status where it belongs"))?;
    let plain = next(ASSERTION, "Assertion");
    let encrypted = next(ASSERTION, "EncryptedAssertion");
    let content = match (plain, encrypted, children.next()) {
        (Some(assertion), None, None) => Content::Plain(assertion),
        (None, Some(encrypted), None) => Content::Encrypted(encrypted),
        (None, None, None) => return Err(nothing_asserted(status)?),
        _ => return Err(untrusted("the response holds something else than one assertion")),
    };

    let (mut assertions, mut encrypteds) = (0, 0);
    for node in response.with_descendants() {
        let parent = node.parent();
        if node.is(ASSERTION, "Assertion") {
            assertions += 1;
        } else if node.is(ASSERTION, "EncryptedAssertion") {
            encrypteds += 1;
        } else if node.is(DSIG, "Object") {
            return Err(untrusted("a signature carries an object"));
        } else if node.is(DSIG, "Signature") {
            let expected = parent.is_some_and(|parent| match &content {
                _ if parent.id() == response.id() => true,
                Content::Plain(assertion) => parent.id() == assertion.id(),
                // After decrypting; before, there is none.
                Content::Encrypted(encrypted) => {
                    parent.is(ASSERTION, "Assertion")
                        && parent.parent().is_some_and(|around| around.id() == encrypted.id())
                }
            });
            if !expected {
                return Err(untrusted("a signature stands where none may be"));
            }
        }
    }
    let expected = match content {
        Content::Plain(_) => (1, 0),
        Content::Encrypted(_) => (usize::from(opened), 1),
    };
    if (assertions, encrypteds) != expected {
        return Err(untrusted("the response holds more than one assertion"));
    }
    Ok(Parts { response, issuer, signature, status, content })
}

/// A response without an assertion is a refusal, and need not be signed: nothing follows from it.
fn nothing_asserted(status: Node<'_>) -> Result<FederationError, FederationError> {
    let (success, name) = status_name(status)?;
    Ok(if success {
        FederationError::Incomplete("there is no assertion".to_owned())
    } else {
        FederationError::Denied(format!("status {name}"))
    })
}

/// Reads a NameID as it was written.
pub(super) fn name_id(element: Node<'_>) -> Result<NameId, FederationError> {
    let value = element.text()?;
    if value.trim().is_empty() {
        return Err(FederationError::Incomplete("the NameID is empty".to_owned()));
    }
    let attribute = |name| element.attribute(name).map(str::to_owned);
    Ok(NameId {
        value,
        format: attribute("Format"),
        name_qualifier: attribute("NameQualifier"),
        sp_name_qualifier: attribute("SPNameQualifier"),
    })
}

/// The attributes by name (SAML core §2.7.3). A value that is not a text is left out, an encrypted attribute too.
fn claims(assertion: Node<'_>) -> Result<BTreeMap<String, Vec<String>>, FederationError> {
    let mut claims: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in assertion.named(ASSERTION, "AttributeStatement") {
        for attribute in statement.named(ASSERTION, "Attribute") {
            let name = attribute.attribute("Name").filter(|name| !name.is_empty());
            let name = name.ok_or_else(|| untrusted("an attribute has no name"))?;
            let values = claims.entry(name.to_owned()).or_default();
            for value in attribute.named(ASSERTION, "AttributeValue") {
                if value.children().next().is_none() {
                    values.push(value.text()?);
                }
            }
        }
    }
    Ok(claims)
}
