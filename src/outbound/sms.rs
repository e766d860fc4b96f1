//! SMS.

use async_trait::async_trait;

use super::mail::SendError;
use crate::model::message::OutgoingMessage;

/// The way SMS leave the server.
#[async_trait]
pub trait SmsTransport: Send + Sync {
    /// Whether an SMS can be sent at all.
    fn is_on(&self) -> bool;

    /// Hands one message over; returns when the gateway has taken it.
    ///
    /// # Errors
    /// See [`SendError`].
    async fn send(&self, message: &OutgoingMessage) -> Result<(), SendError>;
}
