//! Messages to people: words, masked addresses, the outbox.
//!
//! Owns what a message says and that it leaves once, or not at all. Leaves to others: when one is due (`directory`,
//! `authn`) and the way it goes (`outbound`).
//!
//! A message is [`prepare`]d before, [`enqueue`]d in the same transaction as the fact it announces, and sent afterwards
//! with retries ([`outbox`]); [`ring`] makes that happen at once.

mod brand;
pub mod destination;
pub mod language;
pub mod outbox;
mod template;
mod words;

use std::net::IpAddr;

use crate::crypto::encoding::hex;
use crate::env::Env;
use crate::model::branding::Branding;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::ids::ClientId;
use crate::model::message::{Medium, MessageKind, PasskeyNews};
use crate::model::pool::UserPool;
use crate::security::rate::{self, Limit, UsedUp};
use crate::store::outbox::NewMessage;
use crate::store::{AnyConn, StoreError};

const HOUR_MS: i64 = 3_600_000;

/// Notices to one address in an hour: more than anybody's doings make, and fewer than make a mailbox useless.
const MOST_NOTICES: u32 = 100;

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
    /// The link, for `{##text##}`. A mail with a link has the link's words and shows no code.
    pub link: Option<String>,
    /// The identity provider that it is about, as people know it.
    pub provider: Option<String>,
    /// The client the person is signing in to, with what its look changes in the pool's.
    pub client: Option<(ClientId, Branding)>,
    /// The language of the words; one that the pool has not, or none, is its default.
    pub language: String,
}

/// A message ready for the outbox: rendered, sealed, with the limits it must keep.
#[derive(Clone)]
pub struct PreparedMessage {
    row: NewMessage,
    limits: Vec<Limit>,
    /// What it keeps where it is a notice.
    notices: Limit,
}

/// Why a message cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// SMS are off, or this country is not on the pool's list.
    #[error("no SMS can be sent to this number")]
    SmsNotPossible,
    /// A template could not be filled.
    #[error("the message could not be written: {0}")]
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
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    request: &MessageRequest,
) -> Result<PreparedMessage, MessageError> {
    if request.medium == Medium::Sms
        && !(env.sms.is_on() && pool.settings.message_limits.allows_sms_to(&request.to))
    {
        return Err(MessageError::SmsNotPossible);
    }
    let message = words::write(env, pool, request)?;
    let payload = serde_json::to_vec(&message).map_err(|e| MessageError::Template(e.to_string()))?;
    let (id, now) = (env.random.uuid_v4(), env.now());
    let sealed_payload =
        env.keys.seal_column(outbox::place(pool.id.as_str(), &id), &payload, env.random.as_ref());
    let row = NewMessage {
        id,
        pool_id: pool.id.clone(),
        kind: name(request.kind).to_owned(),
        medium: match request.medium {
            Medium::Email => "email".to_owned(),
            Medium::Sms => "sms".to_owned(),
        },
        sealed_payload,
        created_at: now,
        expires_at: now + life_ms(request.kind),
    };
    let notices = Limit {
        scope: "notice-destination",
        subject: destination(env, pool, &request.to),
        most: MOST_NOTICES,
        window_ms: HOUR_MS,
    };
    Ok(PreparedMessage { row, limits: limits(env, caller, pool, &request.to), notices })
}

/// Puts a message into the outbox, inside the write that stores the fact it announces. When the limits do not allow it,
/// the caller rolls back.
///
/// # Errors
/// When the database did not answer.
pub fn enqueue(c: &mut AnyConn, message: &PreparedMessage) -> Result<Result<(), UsedUp>, StoreError> {
    let allowed = discard(c, message)?;
    if allowed.is_ok() {
        crate::store::outbox::insert(c, &message.row)?;
    }
    Ok(allowed)
}

/// As [`enqueue`], for a notice of what happens in any case. It has a limit of its own: nobody who does something that an
/// owner must hear of can use up the limit first with messages that anybody may wish for. Whoever reaches it has filled
/// the owner's mailbox with notices; further ones are left out and logged.
///
/// # Errors
/// When the database did not answer.
pub fn notify(c: &mut AnyConn, notice: &PreparedMessage) -> Result<(), StoreError> {
    let row = &notice.row;
    if rate::take(c, &row.pool_id, std::slice::from_ref(&notice.notices), row.created_at)?.is_err() {
        tracing::warn!(pool = %row.pool_id, kind = row.kind, "a notice was left out: its address got too many this hour");
        return Ok(());
    }
    crate::store::outbox::insert(c, &notice.row)
}

/// Counts a message against the limits as [`enqueue`] does, and sends nothing.
///
/// # Errors
/// When the database did not answer.
pub fn discard(c: &mut AnyConn, message: &PreparedMessage) -> Result<Result<(), UsedUp>, StoreError> {
    let row = &message.row;
    let taken = rate::take(c, &row.pool_id, &message.limits, row.created_at)?;
    // To the second it would tell when others wrote to that address, and so that it has an account.
    Ok(taken.map_err(|_| UsedUp { for_ms: HOUR_MS }))
}

/// Says that something may be waiting in the outbox; to be called after the write. Forgetting it costs a second.
pub fn ring(env: &Env) {
    env.outbox_bell.notify_one();
}

/// How long sending a message is of use, in milliseconds: no longer than the code inside it lives.
fn life_ms(kind: MessageKind) -> i64 {
    match kind {
        MessageKind::SignInCode => HOUR_MS / 12,
        MessageKind::PasswordReset => HOUR_MS,
        MessageKind::SignUpConfirmation
        | MessageKind::AttributeVerification
        | MessageKind::Invitation
        | MessageKind::AlreadyRegistered
        | MessageKind::PasswordChanged
        | MessageKind::ProviderUnlinked
        | MessageKind::RecoveryCodeUsed
        | MessageKind::FactorsChanged
        | MessageKind::Passkey(_)
        | MessageKind::AddressInUse
        | MessageKind::AddressChanged
        | MessageKind::AddressRestored
        | MessageKind::AccountDeleted => 24 * HOUR_MS,
    }
}

/// The name under which a kind is stored and logged.
fn name(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::SignUpConfirmation => "sign_up_confirmation",
        MessageKind::AttributeVerification => "attribute_verification",
        MessageKind::SignInCode => "sign_in_code",
        MessageKind::PasswordReset => "password_reset",
        MessageKind::Invitation => "invitation",
        MessageKind::AlreadyRegistered => "already_registered",
        MessageKind::PasswordChanged => "password_changed",
        MessageKind::ProviderUnlinked => "provider_unlinked",
        MessageKind::RecoveryCodeUsed => "recovery_code_used",
        MessageKind::FactorsChanged => "factors_changed",
        MessageKind::AddressInUse => "address_in_use",
        MessageKind::AddressChanged => "address_changed",
        MessageKind::AddressRestored => "address_restored",
        MessageKind::AccountDeleted => "account_deleted",
        MessageKind::Passkey(PasskeyNews::Added) => "passkey_added",
        MessageKind::Passkey(PasskeyNews::Removed) => "passkey_removed",
        MessageKind::Passkey(PasskeyNews::Copied) => "passkey_copied",
    }
}

fn destination(env: &Env, pool: &UserPool, to: &str) -> String {
    fingerprint(env, pool, "message-destination", &to.trim().to_lowercase())
}

/// Addresses are kept as fingerprints: the counters outlive the messages.
fn fingerprint(env: &Env, pool: &UserPool, label: &str, value: &str) -> String {
    hex(&env.keys.fingerprint(label, &[pool.id.as_str(), value])[..16])
}

fn limits(env: &Env, caller: &Caller, pool: &UserPool, to: &str) -> Vec<Limit> {
    let settings = &pool.settings.message_limits;
    let address = match caller.address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        // One subscriber has a whole network of them.
        IpAddr::V6(_) => caller.address_prefix(),
    };
    let limit = |scope, subject, most| Limit { scope, subject, most, window_ms: HOUR_MS };
    let mut limits = vec![
        limit("message-destination", destination(env, pool, to), settings.per_destination),
        limit("message-pool", String::new(), settings.per_pool),
    ];
    // An operator at the command line has no address, and may invite a whole company.
    if !matches!(env.actor, Actor::Operator(_)) {
        limits.push(limit(
            "message-caller",
            fingerprint(env, pool, "message-caller", &address),
            settings.per_address,
        ));
    }
    limits
}
