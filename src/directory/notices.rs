//! Messages about an account to its owner: the address they go to and the words they need.

use crate::env::Env;
use crate::messages::{self, MessageError, MessageRequest, PreparedMessage};
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::message::{Medium, MessageKind};
use crate::model::pool::{ContactKind, UserPool};
use crate::model::user::User;

use super::DirectoryError;

/// The way to an address of this kind.
pub(super) fn medium(kind: ContactKind) -> Medium {
    match kind {
        ContactKind::Email => Medium::Email,
        ContactKind::Phone => Medium::Sms,
    }
}

/// What a person is called in a message: the user name, or the address that stands in for it.
pub(super) fn called<'a>(pool: &UserPool, username: &'a str, address: &'a str) -> &'a str {
    if pool.settings.sign_in.has_free_form_usernames() { username } else { address }
}

/// A request without code and link, for the caller to fill in.
pub(super) fn request(
    caller: &Caller,
    client: Option<&AppClient>,
    kind: MessageKind,
    to: (ContactKind, &str),
    username: &str,
) -> MessageRequest {
    MessageRequest {
        kind,
        medium: medium(to.0),
        to: to.1.to_owned(),
        username: username.to_owned(),
        code: None,
        link: None,
        provider: None,
        client: client.map(|client| (client.id.clone(), client.settings.branding.clone())),
        language: caller.language.clone(),
    }
}

/// The same in the language of somebody who has proven who they are, or who reads the message alone.
pub(super) fn request_of_owner(
    (env, caller, pool): (&Env, &Caller, &UserPool),
    owner: &User,
    kind: MessageKind,
    to: (ContactKind, &str),
) -> MessageRequest {
    let language = messages::language::of_owner(env, pool, caller, owner);
    MessageRequest { language, ..request(caller, None, kind, to, called(pool, &owner.username, to.1)) }
}

/// A notice to a person's proven address. `None` when there is none or the notice cannot be written: what it is
/// about happens all the same.
pub(super) fn to_owner(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    kind: MessageKind,
) -> Option<PreparedMessage> {
    to_owner_about(env, caller, pool, user, (kind, None))
}

/// The same about an identity provider, named as people know it.
pub(super) fn to_owner_about(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    user: &User,
    (kind, provider): (MessageKind, Option<String>),
) -> Option<PreparedMessage> {
    let contact = |kind| user.verified_contact(kind).map(|address| (kind, address));
    let to = contact(ContactKind::Email).or_else(|| contact(ContactKind::Phone))?;
    let request = MessageRequest { provider, ..request_of_owner((env, caller, pool), user, kind, to) };
    messages::prepare(env, caller, pool, &request)
        .inspect_err(|error| tracing::warn!(user = %user.id, %error, "a notice was not written"))
        .ok()
}

/// What a message that cannot be sent means for the directory.
pub(super) fn refusal(error: MessageError) -> DirectoryError {
    match error {
        MessageError::SmsNotPossible => DirectoryError::SmsNotPossible,
        MessageError::Template(cause) => DirectoryError::Internal(cause),
        MessageError::Store(error) => DirectoryError::Store(error),
    }
}
