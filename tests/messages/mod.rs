//! Messages from the words to the wire.

mod development;
mod gateway;
mod jobs;
mod outbox;
mod smtp;
mod words;

use vestibule::messages::{self, MessageError, MessageRequest};
use vestibule::model::message::{Medium, MessageKind, OutgoingMessage};
use vestibule::model::pool::UserPool;

use crate::support::env::{TestEnv, caller};

/// A request for a mail with a code.
fn mail(kind: MessageKind, to: &str) -> MessageRequest {
    MessageRequest {
        kind,
        medium: Medium::Email,
        to: to.to_owned(),
        username: "ada".to_owned(),
        code: Some("042187".to_owned()),
        link: None,
        provider: Some("Corp".to_owned()),
        client: None,
        language: "en".to_owned(),
    }
}

/// A request for an SMS with a code.
fn sms(kind: MessageKind, to: &str) -> MessageRequest {
    MessageRequest { medium: Medium::Sms, ..mail(kind, to) }
}

/// Prepares and enqueues a message; says whether the limits allowed it.
async fn enqueue(
    test: &TestEnv,
    pool: &UserPool,
    address: &str,
    request: &MessageRequest,
) -> Result<bool, MessageError> {
    let message = messages::prepare(&test.env, &caller(address), pool, request)?;
    Ok(test.env.db.write(move |c| messages::enqueue(c, &message)).await?.is_ok())
}

/// Sends what is due; returns how many left.
async fn deliver(test: &TestEnv) -> usize {
    messages::outbox::deliver_due(&test.env).await.expect("the database answers")
}

/// Sends one message and returns it as it left.
async fn sent(test: &TestEnv, pool: &UserPool, request: &MessageRequest) -> OutgoingMessage {
    assert!(enqueue(test, pool, "192.0.2.1", request).await.expect("it can be written"));
    assert_eq!(deliver(test).await, 1);
    test.mail.last_to(&request.to).or_else(|| test.sms.last_to(&request.to)).expect("it was sent")
}
