//! Single logout (SAML core §3.7, profiles §4.4), both ways: a provider ends sessions here, or we ask it to end its own
//! and hear how that went. Logout messages are always signed, whichever way they travel.

use super::binding::{self, Binding, Direction, Outgoing, Query};
use super::metadata::ProviderMetadata;
use super::response::name_id;
use super::service_provider::ServiceProvider;
use super::signature::{sign_enveloped, verify_enveloped};
use super::xml::{self, Node, escape, format_time};
use super::{
    ASSERTION, DSIG, OLDEST_MESSAGE, PROTOCOL, SUCCESS, check_issuer, clock, issued, misconfigured,
    status_name, untrusted,
};
use crate::federation::FederationError;
use crate::model::external::NameId;

const REQUESTER: &str = "urn:oasis:names:tc:SAML:2.0:status:Requester";
/// Session indexes of one request.
const SESSIONS: usize = 100;

/// Everything that a logout message is judged by.
pub struct LogoutCheck<'a> {
    /// Ourselves.
    pub service_provider: &'a ServiceProvider,
    /// The only provider whose message is wanted.
    pub provider_metadata: &'a ProviderMetadata,
    /// The present, Unix milliseconds.
    pub now_ms: i64,
    /// How far clocks may differ, milliseconds.
    pub skew_ms: i64,
    /// The ids of our own logout requests that this browser took there and that are not answered yet.
    pub outstanding: &'a [&'a str],
}

/// A message that may be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogoutMessage {
    /// The provider wants sessions ended.
    Request(LogoutRequest),
    /// The provider answers a request of ours.
    Response(LogoutResponse),
}

/// A provider's wish to end sessions here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoutRequest {
    /// Its id: to be named in the answer, and to be remembered for this provider so that it counts once.
    pub id: String,
    /// Until when to remember the id, Unix milliseconds: from then on it is refused anyway.
    pub remember_until_ms: i64,
    /// Whose sessions.
    pub name_id: NameId,
    /// Which of them; none means all (SAML core §3.7.1).
    pub session_indexes: Vec<String>,
    /// To be returned with the answer.
    pub relay_state: Option<String>,
}

/// How a logout of ours went there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoutResponse {
    /// The request of ours that is answered, to be consumed.
    pub request_id: String,
    /// Whether every session there has ended.
    pub success: bool,
    /// The status for the log.
    pub status: String,
    /// What we sent along.
    pub relay_state: Option<String>,
}

impl LogoutCheck<'_> {
    /// Judges a message that came as a redirect: the raw query as it was received.
    ///
    /// # Errors
    /// Every kind of [`FederationError`] but `Unavailable` and `Denied`. None may change anything stored.
    pub fn redirect(&self, raw_query: &str) -> Result<LogoutMessage, FederationError> {
        let query = Query::read(raw_query)?;
        query.verify(self.provider_metadata.keys())?;
        let relay_state = query.relay_state()?;
        let message = query.message()?;
        let document = xml::parse(xml::guard(&message, xml::MESSAGE)?)?;
        let root = root(&document, query.direction())?;
        self.judge(root, query.direction(), relay_state)
    }

    /// Judges a message that came as a form: the field, base64, and the RelayState beside it.
    ///
    /// # Errors
    /// As [`Self::redirect`].
    pub fn post(
        &self,
        direction: Direction,
        field: &str,
        relay_state: Option<&str>,
    ) -> Result<LogoutMessage, FederationError> {
        if field.len() > xml::MESSAGE.bytes * 2 {
            return Err(untrusted("the message is too large"));
        }
        self.post_message(direction, &xml::base64(field)?, relay_state)
    }

    /// Judges a message that came as a form, already taken out of its base64.
    ///
    /// # Errors
    /// As [`Self::redirect`].
    pub fn post_message(
        &self,
        direction: Direction,
        message: &[u8],
        relay_state: Option<&str>,
    ) -> Result<LogoutMessage, FederationError> {
        relay_state.map_or(Ok(()), binding::check_received_relay_state)?;
        let document = xml::parse(xml::guard(message, xml::MESSAGE)?)?;
        let root = root(&document, direction)?;
        let signature = root.at_most_one(DSIG, "Signature")?;
        let signature = signature.ok_or_else(|| untrusted("the message is not signed"))?;
        let signatures = root.with_descendants().filter(|node| node.is(DSIG, "Signature")).count();
        if signatures != 1 || root.with_descendants().any(|node| node.is(DSIG, "Object")) {
            return Err(untrusted("a signature stands where none may be"));
        }
        verify_enveloped(signature, self.provider_metadata.keys())?;
        self.judge(root, direction, relay_state.map(str::to_owned))
    }

    fn judge(
        &self,
        message: Node<'_>,
        direction: Direction,
        relay_state: Option<String>,
    ) -> Result<LogoutMessage, FederationError> {
        let instant = issued(message, self.now_ms, self.skew_ms, Some(OLDEST_MESSAGE))?;
        check_issuer(message.one(ASSERTION, "Issuer")?, self.provider_metadata.entity_id())?;
        // Signed messages say whom they are for (SAML bindings §3.4.5.2, §3.5.5.2).
        if message.attribute("Destination") != Some(self.service_provider.slo_url()) {
            return Err(untrusted("the message is addressed to somewhere else"));
        }
        if direction == Direction::Response {
            let request_id = message.attribute("InResponseTo").filter(|id| self.outstanding.contains(id));
            let request_id = request_id.ok_or_else(|| {
                untrusted("the response answers a logout that this browser did not ask for")
            })?;
            let (success, status) = status_name(message.one(PROTOCOL, "Status")?)?;
            let request_id = request_id.to_owned();
            return Ok(LogoutMessage::Response(LogoutResponse { request_id, success, status, relay_state }));
        }
        let until = message.time("NotOnOrAfter")?;
        if until.is_some_and(|until| self.now_ms.saturating_sub(self.skew_ms) >= until) {
            return Err(clock("the logout request has expired"));
        }
        let id = message.attribute("ID").filter(|id| !id.is_empty());
        let mut session_indexes = Vec::new();
        for index in message.named(PROTOCOL, "SessionIndex") {
            session_indexes.push(index.text()?);
        }
        if session_indexes.len() > SESSIONS {
            return Err(untrusted("the logout request names too many sessions"));
        }
        // At this instant it is too old for the first time.
        let oldest = instant.saturating_add(OLDEST_MESSAGE + 1);
        Ok(LogoutMessage::Request(LogoutRequest {
            id: id.ok_or_else(|| untrusted("the logout request has no id"))?.to_owned(),
            remember_until_ms: until.map_or(oldest, |until| until.min(oldest)).saturating_add(self.skew_ms),
            name_id: name_id(message.one(ASSERTION, "NameID")?)?,
            session_indexes,
            relay_state,
        }))
    }
}

fn root<'x>(document: &'x uppsala::Document<'x>, direction: Direction) -> Result<Node<'x>, FederationError> {
    let name = match direction {
        Direction::Request => "LogoutRequest",
        Direction::Response => "LogoutResponse",
    };
    let root = Node::root(document, PROTOCOL, name)?;
    xml::check_names(root)?;
    Ok(root)
}

/// A logout message of ours on its way out.
pub struct LogoutSender<'a> {
    /// Ourselves.
    pub service_provider: &'a ServiceProvider,
    /// Whom it goes to.
    pub provider_metadata: &'a ProviderMetadata,
    /// How.
    pub binding: Binding,
    /// The present, Unix milliseconds.
    pub now_ms: i64,
    /// From [`super::message_id`].
    pub id: &'a str,
}

impl LogoutSender<'_> {
    /// Asks the provider to end a person's session, or all of them without an index.
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] when the provider has no address for logout by this binding,
    /// [`FederationError::Internal`] when something of ours does not fit or signing fails.
    pub fn request(
        &self,
        name_id: &NameId,
        session_index: Option<&str>,
        relay_state: &str,
    ) -> Result<Outgoing, FederationError> {
        binding::check_own_relay_state(relay_state)?;
        let attribute = |name: &str, value: &Option<String>| {
            value.as_deref().map_or_else(String::new, |value| format!(" {name}=\"{}\"", escape(value)))
        };
        let person = format!(
            "<saml:NameID{}{}{}>{}</saml:NameID>",
            attribute("Format", &name_id.format),
            attribute("NameQualifier", &name_id.name_qualifier),
            attribute("SPNameQualifier", &name_id.sp_name_qualifier),
            escape(&name_id.value),
        );
        let session = session_index.map_or_else(String::new, |index| {
            format!("<samlp:SessionIndex>{}</samlp:SessionIndex>", escape(index))
        });
        self.send(Direction::Request, "", &format!("{person}{session}"), Some(relay_state))
    }

    /// Answers a provider's request, with the RelayState that came with it.
    ///
    /// # Errors
    /// As [`Self::request`].
    pub fn response(&self, request: &LogoutRequest, success: bool) -> Result<Outgoing, FederationError> {
        let status = if success { SUCCESS } else { REQUESTER };
        self.send(
            Direction::Response,
            &format!(" InResponseTo=\"{}\"", escape(&request.id)),
            &format!("<samlp:Status><samlp:StatusCode Value=\"{status}\"/></samlp:Status>"),
            request.relay_state.as_deref(),
        )
    }

    fn send(
        &self,
        direction: Direction,
        attributes: &str,
        content: &str,
        relay_state: Option<&str>,
    ) -> Result<Outgoing, FederationError> {
        let endpoint = self
            .provider_metadata
            .logout(self.binding)
            .ok_or_else(|| misconfigured("the provider has no address for logout by this binding"))?;
        let (name, location) = match direction {
            Direction::Request => ("LogoutRequest", endpoint.location.as_str()),
            Direction::Response => ("LogoutResponse", endpoint.response_location()),
        };
        let instant = format_time(self.now_ms)
            .ok_or_else(|| FederationError::Internal("the clock is out of range".to_owned()))?;
        let message = format!(
            "<samlp:{name} xmlns:samlp=\"{PROTOCOL}\" xmlns:saml=\"{ASSERTION}\" ID=\"{id}\" Version=\"2.0\" \
             IssueInstant=\"{instant}\" Destination=\"{destination}\"{attributes}>\
             <saml:Issuer>{issuer}</saml:Issuer>{content}</samlp:{name}>",
            id = escape(self.id),
            destination = escape(location),
            issuer = escape(self.service_provider.entity_id()),
        );
        let credential = self.service_provider.active();
        match self.binding {
            Binding::Redirect => {
                let key = Some(credential.signing_key());
                binding::redirect(location, direction, &message, relay_state, key).map(Outgoing::Redirect)
            }
            Binding::Post => {
                let message = sign_enveloped(&message, credential.signing_key(), credential.certificate())?;
                Ok(Outgoing::Post(binding::post(location, direction, &message, relay_state)))
            }
        }
    }
}
