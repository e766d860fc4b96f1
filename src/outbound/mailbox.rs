//! The development mailbox: mail and SMS that go nowhere and can be read.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::mail::{MailTransport, SendError};
use super::sms::SmsTransport;
use crate::model::clock::Clock;
use crate::model::message::OutgoingMessage;

/// The newest messages are kept, so many of them.
const KEPT: usize = 500;

/// Mail and SMS of the development server, in memory, the newest 500.
pub struct Mailbox {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    taken: u64,
    messages: VecDeque<KeptMessage>,
}

/// A message in the mailbox.
#[derive(Debug, Clone)]
pub struct KeptMessage {
    /// Counts the messages since the start, from 1.
    pub number: u64,
    /// When it came, Unix milliseconds.
    pub sent_at: i64,
    /// The message.
    pub message: OutgoingMessage,
}

impl Mailbox {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, state: Mutex::default() }
    }

    /// All messages, newest first.
    pub fn all(&self) -> Vec<KeptMessage> {
        self.lock().messages.iter().rev().cloned().collect()
    }

    /// The newest message, to this address if one is given.
    pub fn latest(&self, to: Option<&str>) -> Option<KeptMessage> {
        let wanted = |kept: &&KeptMessage| to.is_none_or(|to| kept.message.to.eq_ignore_ascii_case(to));
        self.lock().messages.iter().rev().find(wanted).cloned()
    }

    /// Throws all messages away; their numbers are not given again.
    pub fn clear(&self) {
        self.lock().messages.clear();
    }

    fn keep(&self, message: &OutgoingMessage) {
        let sent_at = self.clock.now();
        let mut state = self.lock();
        state.taken += 1;
        let kept = KeptMessage { number: state.taken, sent_at, message: message.clone() };
        if state.messages.len() == KEPT {
            state.messages.pop_front();
        }
        state.messages.push_back(kept);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl MailTransport for Mailbox {
    async fn send(&self, _id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        self.keep(message);
        Ok(())
    }
}

#[async_trait]
impl SmsTransport for Mailbox {
    fn is_on(&self) -> bool {
        true
    }

    async fn send(&self, _id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        self.keep(message);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::clock::FakeClock;
    use crate::model::ids::PoolId;
    use crate::model::message::{Medium, MessageKind};

    fn message(to: &str) -> OutgoingMessage {
        OutgoingMessage {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            kind: MessageKind::SignInCode,
            medium: Medium::Email,
            to: to.into(),
            subject: "s".into(),
            text: "t".into(),
            html: None,
            code: None,
            link: None,
        }
    }

    #[test]
    fn the_newest_five_hundred_are_kept_newest_first() {
        let mailbox = Mailbox::new(Arc::new(FakeClock::new(7)));
        for n in 0..=KEPT {
            mailbox.keep(&message(&format!("user{n}@example.com")));
        }
        let all = mailbox.all();
        assert_eq!((all.len(), all[0].number, all[KEPT - 1].number), (500, 501, 2));
        assert!(mailbox.latest(Some("user0@example.com")).is_none());
        assert_eq!(
            mailbox.latest(Some("USER7@example.com")).map(|kept| (kept.number, kept.sent_at)),
            Some((8, 7))
        );
        assert_eq!(mailbox.latest(None).map(|kept| kept.number), Some(501));
        mailbox.clear();
        mailbox.keep(&message("a@example.com"));
        assert_eq!(mailbox.latest(None).map(|kept| kept.number), Some(502));
    }
}
