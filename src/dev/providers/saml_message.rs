//! The messages of the SAML stand-in, written and read: no HTTP.

use crate::federation::FederationError;
use crate::federation::saml::binding::{HTTP_POST, HTTP_REDIRECT};
use crate::federation::saml::service_provider::Credential;
use crate::federation::saml::signature::sign_enveloped;
use crate::federation::saml::xml::{self, Node, escape, format_time};
use crate::federation::saml::{ASSERTION, DSIG, METADATA, PROTOCOL};

use super::people::Person;
use crate::model::provider::ProviderKind;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

const STATUS: &str = "urn:oasis:names:tc:SAML:2.0:status:";
const PERSISTENT: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
/// How long an assertion may be used, milliseconds.
const LIFE: i64 = 5 * 60 * 1000;
/// The claims, named as Active Directory Federation Services and Entra ID name them.
pub(in crate::dev) const EMAIL: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
/// The whole name.
pub(in crate::dev) const NAME: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";
/// Given name.
pub(in crate::dev) const GIVEN_NAME: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname";
/// Family name.
pub(in crate::dev) const FAMILY_NAME: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname";
/// Whether the address was proven; nobody's standard.
pub(in crate::dev) const EMAIL_VERIFIED: &str = "email_verified";

/// The stand-in as its messages name it.
pub(super) struct Issuer<'a> {
    pub(super) entity_id: &'a str,
    pub(super) credential: &'a Credential,
    pub(super) now: i64,
}

/// A sign-in that was asked for (SAML core §3.4.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AuthnAsked {
    pub(super) id: String,
    pub(super) issuer: String,
    pub(super) consumer: String,
    pub(super) relay_state: Option<String>,
}

/// A sign-out that was asked for (SAML core §3.7.1).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LogoutAsked {
    pub(super) id: String,
    pub(super) issuer: String,
}

/// Reads an `AuthnRequest`. A signature in it is not looked at: this provider knows nobody's keys.
pub(super) fn read_authn_request(
    message: &[u8],
    relay_state: Option<String>,
) -> Result<AuthnAsked, FederationError> {
    let document = xml::parse(xml::guard(message, xml::MESSAGE)?)?;
    let request = Node::root(&document, PROTOCOL, "AuthnRequest")?;
    let (id, issuer) = id_and_issuer(request)?;
    let consumer = request.attribute("AssertionConsumerServiceURL");
    let consumer = consumer.ok_or_else(|| lacking("the request has no AssertionConsumerServiceURL"))?;
    Ok(AuthnAsked { id, issuer, consumer: consumer.to_owned(), relay_state })
}

/// Reads a `LogoutRequest`, as [`read_authn_request`].
pub(super) fn read_logout_request(message: &[u8]) -> Result<LogoutAsked, FederationError> {
    let document = xml::parse(xml::guard(message, xml::MESSAGE)?)?;
    let (id, issuer) = id_and_issuer(Node::root(&document, PROTOCOL, "LogoutRequest")?)?;
    Ok(LogoutAsked { id, issuer })
}

/// Whether a `LogoutResponse` says that all went well.
pub(super) fn read_logout_response(message: &[u8]) -> Result<bool, FederationError> {
    let document = xml::parse(xml::guard(message, xml::MESSAGE)?)?;
    let response = Node::root(&document, PROTOCOL, "LogoutResponse")?;
    let code = response.one(PROTOCOL, "Status")?.one(PROTOCOL, "StatusCode")?;
    Ok(code.attribute("Value").is_some_and(|value| value.strip_prefix(STATUS) == Some("Success")))
}

fn id_and_issuer(request: Node<'_>) -> Result<(String, String), FederationError> {
    let id = request.attribute("ID").filter(|id| !id.is_empty());
    let id = id.ok_or_else(|| lacking("the request has no ID"))?;
    Ok((id.to_owned(), request.one(ASSERTION, "Issuer")?.text()?.trim().to_owned()))
}

fn lacking(what: &str) -> FederationError {
    FederationError::Incomplete(what.to_owned())
}

impl Issuer<'_> {
    /// The answer for somebody, the assertion signed (SAML profiles §4.1.4.2). `ids` are those of the response, the
    /// assertion and the session.
    pub(super) fn response(
        &self,
        asked: &AuthnAsked,
        person: &Person,
        ids: [&str; 3],
    ) -> Result<String, FederationError> {
        let [response_id, assertion_id, session] = ids;
        let (now, until) = (time(self.now)?, time(self.now + LIFE)?);
        let (request, consumer) = (escape(&asked.id), escape(&asked.consumer));
        let assertion = format!(
            "<saml:Assertion xmlns:saml=\"{ASSERTION}\" ID=\"{assertion_id}\" Version=\"2.0\" IssueInstant=\"{now}\">\
             <saml:Issuer>{issuer}</saml:Issuer><saml:Subject>{name_id}\
             <saml:SubjectConfirmation Method=\"{BEARER}\"><saml:SubjectConfirmationData InResponseTo=\"{request}\" \
             NotOnOrAfter=\"{until}\" Recipient=\"{consumer}\"/></saml:SubjectConfirmation></saml:Subject>\
             <saml:Conditions NotBefore=\"{now}\" NotOnOrAfter=\"{until}\"><saml:AudienceRestriction>\
             <saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
             <saml:AuthnStatement AuthnInstant=\"{now}\" SessionIndex=\"{session}\"><saml:AuthnContext>\
             <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef>\
             </saml:AuthnContext></saml:AuthnStatement>\
             <saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>",
            issuer = escape(self.entity_id),
            name_id = name_id(person, &asked.issuer),
            audience = escape(&asked.issuer),
            attributes = attributes(person),
        );
        let assertion =
            sign_enveloped(&assertion, self.credential.signing_key(), self.credential.certificate())?;
        let status = format!("<samlp:StatusCode Value=\"{STATUS}Success\"/>");
        Ok(self.around(
            asked,
            response_id,
            &now,
            &format!("<samlp:Status>{status}</samlp:Status>{assertion}"),
        ))
    }

    /// The answer for nobody, signed as a whole.
    pub(super) fn refusal(&self, asked: &AuthnAsked, id: &str) -> Result<String, FederationError> {
        let status = format!(
            "<samlp:Status><samlp:StatusCode Value=\"{STATUS}Responder\"><samlp:StatusCode \
             Value=\"{STATUS}AuthnFailed\"/></samlp:StatusCode></samlp:Status>"
        );
        let message = self.around(asked, id, &time(self.now)?, &status);
        sign_enveloped(&message, self.credential.signing_key(), self.credential.certificate())
    }

    fn around(&self, asked: &AuthnAsked, id: &str, now: &str, content: &str) -> String {
        format!(
            "<samlp:Response xmlns:samlp=\"{PROTOCOL}\" xmlns:saml=\"{ASSERTION}\" ID=\"{id}\" Version=\"2.0\" \
             IssueInstant=\"{now}\" Destination=\"{consumer}\" InResponseTo=\"{request}\">\
             <saml:Issuer>{issuer}</saml:Issuer>{content}</samlp:Response>",
            consumer = escape(&asked.consumer),
            request = escape(&asked.id),
            issuer = escape(self.entity_id),
        )
    }

    /// Asks a service provider to end somebody's session there; not signed yet.
    pub(super) fn logout_request(
        &self,
        (id, destination): (&str, &str),
        (person, service_provider, session): (&Person, &str, &str),
    ) -> Result<String, FederationError> {
        let content = format!(
            "{}<samlp:SessionIndex>{}</samlp:SessionIndex>",
            name_id(person, service_provider),
            escape(session)
        );
        self.logout("LogoutRequest", (id, destination, ""), &content)
    }

    /// Answers a service provider's wish to end a session; not signed yet.
    pub(super) fn logout_response(
        &self,
        (id, destination): (&str, &str),
        asked: &LogoutAsked,
    ) -> Result<String, FederationError> {
        let reference = format!(" InResponseTo=\"{}\"", escape(&asked.id));
        let status = format!("<samlp:Status><samlp:StatusCode Value=\"{STATUS}Success\"/></samlp:Status>");
        self.logout("LogoutResponse", (id, destination, &reference), &status)
    }

    fn logout(
        &self,
        name: &str,
        (id, destination, more): (&str, &str, &str),
        content: &str,
    ) -> Result<String, FederationError> {
        Ok(format!(
            "<samlp:{name} xmlns:samlp=\"{PROTOCOL}\" xmlns:saml=\"{ASSERTION}\" ID=\"{id}\" Version=\"2.0\" \
             IssueInstant=\"{now}\" Destination=\"{destination}\"{more}><saml:Issuer>{issuer}</saml:Issuer>{content}\
             </samlp:{name}>",
            now = time(self.now)?,
            destination = escape(destination),
            issuer = escape(self.entity_id),
        ))
    }

    /// The metadata (SAML metadata §2.4.3): `sign_on` and `logout` are addresses for both bindings.
    pub(super) fn metadata(&self, sign_on: &str, logout: &str) -> String {
        let certificate = STANDARD.encode(self.credential.certificate());
        let services = |name: &str, location: &str| {
            [HTTP_REDIRECT, HTTP_POST]
                .map(|binding| {
                    format!("<md:{name} Binding=\"{binding}\" Location=\"{}\"/>", escape(location))
                })
                .concat()
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <md:EntityDescriptor xmlns:md=\"{METADATA}\" xmlns:ds=\"{DSIG}\" entityID=\"{entity_id}\">\
             <md:IDPSSODescriptor WantAuthnRequestsSigned=\"false\" protocolSupportEnumeration=\"{PROTOCOL}\">\
             <md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}\
             </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>{logouts}\
             <md:NameIDFormat>{PERSISTENT}</md:NameIDFormat>{sign_ons}</md:IDPSSODescriptor></md:EntityDescriptor>\n",
            entity_id = escape(self.entity_id),
            logouts = services("SingleLogoutService", logout),
            sign_ons = services("SingleSignOnService", sign_on),
        )
    }
}

fn name_id(person: &Person, service_provider: &str) -> String {
    format!(
        "<saml:NameID Format=\"{PERSISTENT}\" SPNameQualifier=\"{}\">{}</saml:NameID>",
        escape(service_provider),
        escape(&person.subject(ProviderKind::Saml))
    )
}

fn attributes(person: &Person) -> String {
    let verified = person.email.map(|_| if person.email_verified { "true" } else { "false" });
    let all = [
        (EMAIL, person.email),
        (EMAIL_VERIFIED, verified),
        (NAME, Some(person.name)),
        (GIVEN_NAME, Some(person.given_name)),
        (FAMILY_NAME, Some(person.family_name)),
    ];
    all.into_iter()
        .filter_map(|(name, value)| {
            let value = escape(value?);
            Some(format!(
                "<saml:Attribute Name=\"{name}\"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>"
            ))
        })
        .collect()
}

fn time(at: i64) -> Result<String, FederationError> {
    format_time(at).ok_or_else(|| FederationError::Internal("the clock is out of range".to_owned()))
}
