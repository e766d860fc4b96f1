//! SMS: the trait, the operator's HTTP gateway, "off", and a memory for tests.

use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use url::Url;

use super::http::{HttpClient, HttpError, HttpSettings, Reach};
use super::mail::SendError;
use super::memory::{Failure, Memory};
use crate::model::message::{MessageKind, OutgoingMessage};

/// The way SMS leave the server.
#[async_trait]
pub trait SmsTransport: Send + Sync {
    /// Whether an SMS can be sent at all.
    fn is_on(&self) -> bool;

    /// Hands one message over; returns when the gateway has taken it. `id` stays the same when a message is tried
    /// again.
    ///
    /// # Errors
    /// See [`SendError`].
    async fn send(&self, id: &str, message: &OutgoingMessage) -> Result<(), SendError>;
}

/// SMS through an HTTP gateway; `docs/sms-gateway.md` is the contract.
pub struct GatewaySms {
    client: HttpClient,
    url: Url,
    token: SecretString,
}

/// What the gateway is sent.
#[derive(Serialize)]
struct GatewayRequest<'a> {
    id: &'a str,
    to: &'a str,
    text: &'a str,
    kind: MessageKind,
}

impl GatewaySms {
    /// Prepares the way; nothing is connected yet.
    ///
    /// # Errors
    /// [`HttpError::Setup`] when no HTTP client can be made.
    pub fn new(url: Url, token: SecretString) -> Result<Self, HttpError> {
        // The operator names the gateway, and it often stands in his own network.
        Ok(Self { client: HttpClient::new(&HttpSettings::new(Reach::Anywhere))?, url, token })
    }
}

#[async_trait]
impl SmsTransport for GatewaySms {
    fn is_on(&self) -> bool {
        true
    }

    async fn send(&self, id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        let body = GatewayRequest { id, to: &message.to, text: &message.text, kind: message.kind };
        let request = self
            .client
            .post(self.url.clone())
            .bearer_auth(self.token.expose_secret())
            .header("Idempotency-Key", id)
            .json(&body);
        let answer = self.client.send(request).await.map_err(|e| SendError::Later(e.to_string()))?;
        let status = answer.status.as_u16();
        let text = format!("the gateway answered {status}");
        match status {
            200..=299 => Ok(()),
            // What is wrong there is our token or the URL, not the message, and the operator may still mend it.
            401 | 403 | 404 | 408 | 425 | 429 => Err(SendError::Later(text)),
            400..=499 => Err(SendError::Refused(text)),
            _ => Err(SendError::Later(text)),
        }
    }
}

/// No SMS at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct SmsOff;

#[async_trait]
impl SmsTransport for SmsOff {
    fn is_on(&self) -> bool {
        false
    }

    async fn send(&self, _id: &str, _message: &OutgoingMessage) -> Result<(), SendError> {
        Err(SendError::Refused("SMS are off".into()))
    }
}

/// SMS that stay in memory, for tests.
#[derive(Default)]
pub struct MemorySms {
    memory: Memory,
}

impl MemorySms {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything sent so far, oldest first.
    pub fn all(&self) -> Vec<OutgoingMessage> {
        self.memory.all()
    }

    /// The newest message to a number.
    pub fn last_to(&self, number: &str) -> Option<OutgoingMessage> {
        self.memory.last_to(number)
    }

    /// Makes every further message fail, or none.
    pub fn fail(&self, failure: Option<Failure>) {
        self.memory.fail(failure);
    }

    /// Forgets what was sent.
    pub fn clear(&self) {
        self.memory.clear();
    }
}

#[async_trait]
impl SmsTransport for MemorySms {
    fn is_on(&self) -> bool {
        true
    }

    async fn send(&self, _id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        self.memory.keep(message)
    }
}
