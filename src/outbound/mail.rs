//! Mail.

use async_trait::async_trait;

use crate::model::message::OutgoingMessage;

/// Why a message did not leave.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Trying again may help: the other side did not answer or asked to wait.
    #[error("not sent yet: {0}")]
    Later(String),
    /// The other side refused it for good.
    #[error("refused: {0}")]
    Refused(String),
}

/// The way mail leaves the server.
#[async_trait]
pub trait MailTransport: Send + Sync {
    /// Hands one message over; returns when the other side has taken it.
    ///
    /// # Errors
    /// See [`SendError`].
    async fn send(&self, message: &OutgoingMessage) -> Result<(), SendError>;
}
