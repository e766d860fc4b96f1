//! Single logout, both ways: we ask a provider to end a session, or it asks us.

use super::addresses::Addresses;
use super::begin::Ask;
use super::binding::{Binding, Direction, Outgoing, Query};
use super::finish::SKEW;
use super::logout::{LogoutCheck, LogoutMessage, LogoutRequest, LogoutResponse, LogoutSender};
use super::metadata::ProviderMetadata;
use super::service_provider::ServiceProvider;
use super::xml::{self, Node};
use super::{ASSERTION, documents, keys, message_id, setting, untrusted};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::external::UpstreamSession;
use crate::model::provider::IdentityProvider;
use crate::security::{audit, upstream};
use crate::store::{round_trips, sessions};

/// A logout message as the browser brought it.
#[derive(Debug, Clone, Copy)]
pub enum Incoming<'a> {
    /// By redirect: the raw query as it was received.
    Redirect(&'a str),
    /// By a form.
    Post {
        /// Whether it was the field `SAMLRequest` or `SAMLResponse`.
        direction: Direction,
        /// The field.
        field: &'a str,
        /// The RelayState beside it.
        relay_state: Option<&'a str>,
    },
}

impl Incoming<'_> {
    /// Whether it asks or answers, and its RelayState. Nothing of it is verified.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for what is no message.
    pub fn outline(&self) -> Result<(Direction, Option<String>), FederationError> {
        match self {
            Self::Redirect(raw) => {
                let query = Query::read(raw)?;
                Ok((query.direction(), query.relay_state()?))
            }
            Self::Post { direction, relay_state, .. } => Ok((*direction, relay_state.map(str::to_owned))),
        }
    }

    /// Who says that they sent it: whose keys it is to be verified with. It is not verified by that.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for what is no message.
    pub fn claimed_issuer(&self) -> Result<String, FederationError> {
        match self {
            Self::Redirect(raw) => claimed_issuer(&Query::read(raw)?.message()?),
            Self::Post { field, .. } => claimed_issuer_of_field(field),
        }
    }
}

/// Who says that they sent a posted message, see [`Incoming::claimed_issuer`]. A response may leave that to its assertion.
///
/// # Errors
/// [`FederationError::Untrusted`] for what is no message.
pub fn claimed_issuer_of_field(field: &str) -> Result<String, FederationError> {
    if field.len() > xml::MESSAGE.bytes * 2 {
        return Err(untrusted("the message is too large"));
    }
    claimed_issuer(&xml::base64(field)?)
}

fn claimed_issuer(message: &[u8]) -> Result<String, FederationError> {
    let document = xml::parse(xml::guard(message, xml::MESSAGE)?)?;
    let missing = || untrusted("the message does not say who sent it");
    let root = Node::outermost(&document).ok_or_else(missing)?;
    let issuer = match root.at_most_one(ASSERTION, "Issuer")? {
        Some(issuer) => Some(issuer),
        None => match root.at_most_one(ASSERTION, "Assertion")? {
            Some(assertion) => assertion.at_most_one(ASSERTION, "Issuer")?,
            None => None,
        },
    };
    let text = issuer.ok_or_else(missing)?.text()?.trim().to_owned();
    if text.is_empty() || text.len() > 1024 { Err(missing()) } else { Ok(text) }
}

/// Whether every sign-out here shall go on to the provider (`IDPSignout`, as Cognito has it).
#[must_use]
pub fn signs_out(provider: &IdentityProvider) -> bool {
    setting(provider, "IDPSignout")
}

/// Sends a browser to a provider to end the session there that one here began with. `None` where the provider has no
/// address for it, or the session was begun by another protocol.
///
/// # Errors
/// As [`begin`](super::begin::begin).
pub async fn sign_out_request(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    session: &UpstreamSession,
    ask: Ask,
) -> Result<Option<Outgoing>, FederationError> {
    let UpstreamSession::Saml { name_id, session_index } = session else { return Ok(None) };
    let metadata = documents::metadata(env, provider).await?;
    let Some(binding) = way(&metadata) else { return Ok(None) };
    let ourselves = keys::ourselves(env, provider, addresses).await?;
    let sender = LogoutSender {
        service_provider: &ourselves,
        provider_metadata: &metadata,
        binding,
        now_ms: env.now(),
        id: &ask.request_id,
    };
    sender.request(name_id, session_index.as_deref(), &ask.relay_state).map(Some)
}

/// Hears how a sign-out of ours went at the provider. `request_id` is the one that this browser took there.
///
/// # Errors
/// See [`FederationError`]; nothing is changed in any case.
pub async fn hear_answer(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    incoming: Incoming<'_>,
    request_id: &str,
) -> Result<LogoutResponse, FederationError> {
    let (_, _, message) = judge(env, provider, addresses, incoming, &[request_id]).await?;
    match message {
        LogoutMessage::Response(response) => Ok(response),
        LogoutMessage::Request(_) => Err(untrusted("a request came in place of the answer")),
    }
}

/// Does what a provider's logout request asks: ends the sessions here that began with that person's there, or with the
/// ones named. Returns the signed answer for the provider, or `None` where it has no address for that.
///
/// # Errors
/// See [`FederationError`]: a request that is not the provider's, or came before, ends nothing.
pub async fn obey(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    incoming: Incoming<'_>,
) -> Result<Option<Outgoing>, FederationError> {
    let (ourselves, metadata, message) = judge(env, provider, addresses, incoming, &[]).await?;
    let LogoutMessage::Request(request) = message else {
        return Err(untrusted("an answer came in place of a request"));
    };
    end_sessions(env, provider, &request).await?;
    let Some(binding) = way(&metadata) else { return Ok(None) };
    let id = message_id(env.random.as_ref());
    let sender = LogoutSender {
        service_provider: &ourselves,
        provider_metadata: &metadata,
        binding,
        now_ms: env.now(),
        id: &id,
    };
    sender.response(&request, true).map(Some)
}

/// Ends the sessions and writes it down, all in one write with the request remembered.
async fn end_sessions(
    env: &Env,
    provider: &IdentityProvider,
    request: &LogoutRequest,
) -> Result<(), FederationError> {
    let (pool, name) = (provider.pool_id.clone(), provider.name.clone());
    // The ids of assertions and of requests must not get in each other's way.
    let digest = sha256_base64url(format!("logout request {}", request.id).as_bytes());
    let (until, subject) = (request.remember_until_ms, &request.name_id.value);
    let person = upstream::person(env, &pool, &name, subject);
    let marks: Vec<String> = request
        .session_indexes
        .iter()
        .map(|index| upstream::session(env, &pool, &name, (subject, index)))
        .collect();
    let writing = env.clone();
    let counted = pool.clone();
    let ended = env
        .db
        .write(move |c| {
            if !round_trips::see_assertion(c, &pool, &name, &digest, until)? {
                return Ok(None);
            }
            let ended = sessions::delete_by_upstream(c, &pool, &person, &marks)?;
            for (_, user) in &ended {
                let event = audit::event(&writing, "session.end").in_pool(&pool).about("user", user);
                audit::record(c, &event.with("provider", name.as_str()))?;
            }
            Ok(Some(ended.len()))
        })
        .await?;
    let ended = ended.ok_or_else(|| untrusted("the logout request was taken before"))?;
    for _ in 0..ended {
        env.metrics.people.sign_outs.one(&counted, []);
    }
    Ok(())
}

async fn judge(
    env: &Env,
    provider: &IdentityProvider,
    addresses: &Addresses,
    incoming: Incoming<'_>,
    outstanding: &[&str],
) -> Result<(ServiceProvider, ProviderMetadata, LogoutMessage), FederationError> {
    let mut metadata = documents::metadata(env, provider).await?;
    let ourselves = keys::ourselves(env, provider, addresses).await?;
    let check = |metadata: &ProviderMetadata| {
        let check = LogoutCheck {
            service_provider: &ourselves,
            provider_metadata: metadata,
            now_ms: env.now(),
            skew_ms: SKEW,
            outstanding,
        };
        match incoming {
            Incoming::Redirect(query) => check.redirect(query),
            Incoming::Post { direction, field, relay_state } => check.post(direction, field, relay_state),
        }
    };
    let mut outcome = check(&metadata);
    if matches!(outcome, Err(FederationError::Untrusted(_)))
        && let Some(newer) = documents::newer(env, provider, &metadata).await?
    {
        outcome = check(&newer);
        metadata = newer;
    }
    Ok((ourselves, metadata, outcome?))
}

/// By redirect, or by POST where the provider takes that alone.
fn way(metadata: &ProviderMetadata) -> Option<Binding> {
    [Binding::Redirect, Binding::Post].into_iter().find(|binding| metadata.logout(*binding).is_some())
}
