//! What the transports for tests share: they keep what they are given and fail when they are told to.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::mail::SendError;
use crate::model::message::OutgoingMessage;

/// How a transport for tests fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// As a server that does not answer.
    Later,
    /// As a server that refuses the message.
    Refused,
}

#[derive(Default)]
pub(super) struct Memory {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    messages: Vec<OutgoingMessage>,
    failure: Option<Failure>,
}

impl Memory {
    pub(super) fn keep(&self, message: &OutgoingMessage) -> Result<(), SendError> {
        let mut state = self.lock();
        match state.failure {
            None => {
                state.messages.push(message.clone());
                Ok(())
            }
            Some(Failure::Later) => Err(SendError::Later("the test says so".into())),
            Some(Failure::Refused) => Err(SendError::Refused("the test says so".into())),
        }
    }

    pub(super) fn all(&self) -> Vec<OutgoingMessage> {
        self.lock().messages.clone()
    }

    pub(super) fn last_to(&self, address: &str) -> Option<OutgoingMessage> {
        let state = self.lock();
        state.messages.iter().rev().find(|message| message.to.eq_ignore_ascii_case(address)).cloned()
    }

    pub(super) fn fail(&self, failure: Option<Failure>) {
        self.lock().failure = failure;
    }

    pub(super) fn clear(&self) {
        self.lock().messages.clear();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
