//! Messages to people: words, masked addresses, the outbox.
//!
//! A message is written into the outbox in the same transaction as the fact it announces, and sent
//! afterwards with retries.

pub mod destination;
pub mod outbox;

use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::ids::ClientId;
use crate::model::message::{Medium, MessageKind};
use crate::model::pool::UserPool;
use crate::store::{AnyConn, StoreError};

/// What is to be said to whom.
#[derive(Clone)]
pub struct MessageRequest {
    /// What it is about.
    pub kind: MessageKind,
    /// The way it goes.
    pub medium: Medium,
    /// The e-mail address or E.164 number.
    pub to: String,
    /// The user name, for `{username}`.
    pub username: String,
    /// The code or temporary password, for `{####}`.
    pub code: Option<String>,
    /// The link, for `{##text##}`.
    pub link: Option<String>,
    /// The client the person is signing in to, for the words.
    pub client_id: Option<ClientId>,
    /// The language of the words.
    pub language: String,
}

/// A message ready for the outbox: rendered, sealed, with the limits it must keep.
#[derive(Clone)]
pub struct PreparedMessage {
    _private: (),
}

/// Why a message cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// Too many messages to this address, from this caller or in this pool.
    #[error("too many messages")]
    TooMany,
    /// SMS are off, or this country is not on the pool's list.
    #[error("no SMS can be sent to this number")]
    SmsNotPossible,
    /// A template could not be filled.
    #[error("the message could not be written")]
    Template(String),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes the words and seals them; nothing is stored yet. Do this before the write that [`enqueue`]s it.
/// For an unknown user prepare the same message and call [`discard`] in the write instead: the same work and the
/// same limits, and nothing is sent.
///
/// # Errors
/// [`MessageError::SmsNotPossible`], [`MessageError::Template`].
pub fn prepare(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _request: &MessageRequest,
) -> Result<PreparedMessage, MessageError> {
    todo!()
}

/// Puts a message into the outbox, inside the write that stores the fact it announces. Returns whether the
/// limits allowed it; when not, the caller rolls back or goes on without the message.
///
/// # Errors
/// When the database did not answer.
pub fn enqueue(_c: &mut AnyConn, _message: &PreparedMessage) -> Result<bool, StoreError> {
    todo!()
}

/// Counts a message against the limits as [`enqueue`] does, and sends nothing.
///
/// # Errors
/// When the database did not answer.
pub fn discard(_c: &mut AnyConn, _message: &PreparedMessage) -> Result<bool, StoreError> {
    todo!()
}
