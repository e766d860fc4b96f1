//! One-time codes by e-mail and SMS, as first or second factor.
//!
//! Owns to whom a code goes, also when that is nobody, and what a right one proves. Leaves to others: making and
//! spending codes (`directory::codes`), words and limits (`messages`).

use super::{Judged, known};
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::{Entry, contact_kind};
use crate::directory::codes::{self, NewCode, Purpose};
use crate::directory::{names, users, ways};
use crate::messages::{self, MessageRequest, PreparedMessage, destination};
use crate::model::flow::{Challenge, Delivery, FactorRole, ProofKind, Stage, Subject};
use crate::model::message::{Medium, MessageKind};
use crate::model::user::User;
use crate::security::lockout::{self, LockSubject};
use crate::security::rate::UsedUp;
use crate::store::{AnyConn, StoreError};

/// A code on its way out, written in the write that saves the challenge which asks for it.
pub(in crate::authn) struct Outgoing {
    code: NewCode,
    message: PreparedMessage,
    /// Whether anybody gets it.
    sent: bool,
}

/// To whom a code goes.
struct Recipient {
    /// Under which name the code is stored.
    subject: Subject,
    /// The address, made up when nobody gets it.
    address: String,
    /// The user name, for the words.
    username: String,
    /// The language of the words.
    language: String,
    /// Whether anybody gets it.
    real: bool,
}

impl Outgoing {
    /// Whether a message leaves.
    pub(in crate::authn) fn is_sent(&self) -> bool {
        self.sent
    }

    /// Stores code and message, or neither where the limits on messages do not allow it.
    pub(in crate::authn) fn write(&self, c: &mut AnyConn) -> Result<Result<(), UsedUp>, StoreError> {
        let counted = if self.sent {
            messages::enqueue(c, &self.message)?
        } else {
            messages::discard(c, &self.message)?
        };
        if counted.is_ok() {
            self.code.store(c)?;
        }
        Ok(counted)
    }
}

/// Prepares a code for the proven address of a user.
///
/// # Errors
/// [`AuthnError::NoSecondFactor`] when there is none any more, [`AuthnError::SmsNotPossible`].
pub(in crate::authn) fn send_to(
    turn: &Turn<'_>,
    user: &User,
    medium: Medium,
    role: FactorRole,
    alternatives: bool,
) -> Result<Entry, AuthnError> {
    let address = user.verified_contact(contact_kind(medium)).ok_or(AuthnError::NoSecondFactor)?;
    let recipient = Recipient {
        subject: Subject::Known(user.id.clone()),
        address: address.to_owned(),
        username: user.username.clone(),
        language: match role {
            // Nobody has proven anything: the words are those of the page, as for a name that nobody has.
            FactorRole::First => turn.caller.language.clone(),
            FactorRole::Second => messages::language::of_owner(turn.env, turn.pool, turn.caller, user),
        },
        real: true,
    };
    prepare(turn, &recipient, medium, (role, alternatives))
}

/// Prepares the code that proves an address before it becomes a second factor.
///
/// # Errors
/// [`AuthnError::SmsNotPossible`].
pub(super) fn send_set_up(
    turn: &Turn<'_>,
    user: &User,
    medium: Medium,
    address: &str,
    alternatives: bool,
) -> Result<Entry, AuthnError> {
    let recipient = Recipient {
        subject: Subject::Known(user.id.clone()),
        address: address.to_owned(),
        username: user.username.clone(),
        language: messages::language::of_owner(turn.env, turn.pool, turn.caller, user),
        real: true,
    };
    let (delivery, outgoing) = write(turn, &recipient, medium, Purpose::SetUp)?;
    let stage = Stage::Challenge(Challenge::SetUpCode { delivery, alternatives });
    Ok(Entry { outgoing: Some(outgoing), ..Entry::at(stage) })
}

/// Does the same for a name that nobody has: the same work, the same limits, a masked address that could be one, and
/// nothing leaves.
///
/// # Errors
/// [`AuthnError::SmsNotPossible`] where no SMS could go to anybody.
pub(super) fn pretend_to(turn: &Turn<'_>, name: &str, medium: Medium) -> Result<Entry, AuthnError> {
    let Turn { env, pool, .. } = turn;
    let recipient = Recipient {
        subject: Subject::Phantom(name.to_owned()),
        address: ways::phantom_address(env, pool, medium, name),
        username: name.to_owned(),
        language: turn.caller.language.clone(),
        real: false,
    };
    prepare(turn, &recipient, medium, (FactorRole::First, false))
}

/// Checks a code and spends it.
///
/// # Errors
/// [`AuthnError::CodeMismatch`] (always, for a name that nobody has), [`AuthnError::CodeExpired`],
/// [`AuthnError::TooManyTries`], [`AuthnError::Locked`].
pub(super) async fn verify(
    turn: &Turn<'_>,
    role: FactorRole,
    medium: Medium,
    code: &str,
) -> Result<Judged, AuthnError> {
    let Turn { env, caller, pool, flow, .. } = turn;
    let lock = match (&flow.state.subject, role) {
        (Subject::Known(user), FactorRole::First) => LockSubject::Known(user.clone()),
        (Subject::Known(user), FactorRole::Second) => LockSubject::SecondFactor(user.clone()),
        // Somebody without such an address is a phantom here, and shares the lock of their password all the same.
        (Subject::Phantom(name), _) => match names::find_for_sign_in(env, pool, name).await? {
            Some(user) => LockSubject::Known(user.id),
            None => LockSubject::Unknown(name.clone()),
        },
        (Subject::Unnamed, _) => return Err(AuthnError::Internal("a code was asked of nobody".into())),
    };
    let attempt = lockout::claim(env, caller, pool, &lock).await?;
    let key = codes::way_key(env, pool, &flow.state.subject, medium);
    let sent_to = match codes::spend(env, pool, &key, Purpose::SignIn, code).await {
        Ok(sent_to) => sent_to,
        Err(error) => {
            lockout::failed(env, attempt).await;
            return Err(error.into());
        }
    };
    let Subject::Known(id) = &flow.state.subject else {
        lockout::failed(env, attempt).await;
        return Err(AuthnError::CodeMismatch);
    };
    let user = users::find(env, pool, id).await?.ok_or(AuthnError::UnknownFlow)?;
    // Another flow may have had a code sent elsewhere meanwhile: a mailed code must not prove a phone.
    if sent_to.is_none() || sent_to.as_deref() != user.verified_contact(contact_kind(medium)) {
        lockout::failed(env, attempt).await;
        return Err(AuthnError::CodeMismatch);
    }
    lockout::succeeded(env, attempt).await?;
    let kind = match medium {
        Medium::Email => ProofKind::EmailOtp,
        Medium::Sms => ProofKind::SmsOtp,
    };
    Ok(Judged::Proven { user: user.id, kind })
}

/// Sends a new code in place of the last one.
///
/// # Errors
/// As [`send_to`].
pub(super) async fn resend(
    turn: &Turn<'_>,
    role: FactorRole,
    medium: Medium,
    alternatives: bool,
) -> Result<Judged, AuthnError> {
    if let Subject::Phantom(name) = &turn.flow.state.subject {
        return Ok(Judged::SentAgain(pretend_to(turn, name, medium)?));
    }
    let id = known(turn)?;
    let user = users::find(turn.env, turn.pool, &id).await?.ok_or(AuthnError::UnknownFlow)?;
    Ok(Judged::SentAgain(send_to(turn, &user, medium, role, alternatives)?))
}

fn prepare(
    turn: &Turn<'_>,
    recipient: &Recipient,
    medium: Medium,
    (role, alternatives): (FactorRole, bool),
) -> Result<Entry, AuthnError> {
    let (delivery, outgoing) = write(turn, recipient, medium, Purpose::SignIn)?;
    let stage = Stage::Challenge(Challenge::OneTimeCode { role, delivery, alternatives });
    Ok(Entry { outgoing: Some(outgoing), ..Entry::at(stage) })
}

fn write(
    turn: &Turn<'_>,
    recipient: &Recipient,
    medium: Medium,
    purpose: Purpose,
) -> Result<(Delivery, Outgoing), AuthnError> {
    let Turn { env, caller, pool, client, .. } = turn;
    let key = codes::way_key(env, pool, &recipient.subject, medium);
    let code = codes::make(env, pool, &key, purpose, turn.code_life_ms()).sent_to(&recipient.address);
    let named = pool.settings.sign_in.has_free_form_usernames();
    let request = MessageRequest {
        kind: MessageKind::SignInCode,
        medium,
        to: recipient.address.clone(),
        // Where an address stands in for it, the user name says nothing to anybody.
        username: if named { recipient.username.clone() } else { recipient.address.clone() },
        code: Some(code.code().to_owned()),
        link: None,
        provider: None,
        client: Some((client.id.clone(), client.settings.branding.clone())),
        language: recipient.language.clone(),
    };
    let message = messages::prepare(env, caller, pool, &request)?;
    let delivery = Delivery { medium, destination: destination::mask(medium, &recipient.address) };
    Ok((delivery, Outgoing { code, message, sent: recipient.real }))
}
