//! Setting up a second factor in a sign-in, for somebody who needs one and has none.
//!
//! Whether that is allowed is decided by `policy` before, and by the directory once more in the write that stores the factor:
//! of two sign-ins that set one up at once the second is asked for what the first has set up.

use super::one_time_code;
use super::{Judged, known};
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::{Entry, contact_kind};
use crate::authn::policy::Wish;
use crate::directory::codes::{self, Purpose};
use crate::directory::totp_setup::{self, FirstCode, Replacing, SetUp};
use crate::directory::{factors, recovery_codes, users};
use crate::model::attributes::{AttributeProblem, check_phone};
use crate::model::flow::{Challenge, FactorOption, Interlude, ProofKind, Subject};
use crate::model::message::Medium;
use crate::model::pool::{ContactKind, SecondFactor};
use crate::model::user::User;

/// Takes a kind that was offered.
///
/// # Errors
/// [`AuthnError::FactorOff`] for one that was not.
pub(super) fn choose(options: &[FactorOption], factor: SecondFactor) -> Result<Judged, AuthnError> {
    super::choose::choose(options, factor)
}

/// Takes the first code of an app; the app is a second factor from then on.
///
/// # Errors
/// [`AuthnError::CodeMismatch`], [`AuthnError::CodeExpired`].
pub(super) async fn totp(
    turn: &Turn<'_>,
    sealed: &str,
    code: &str,
    device_name: Option<&str>,
) -> Result<Judged, AuthnError> {
    let user = person(turn).await?;
    let first = FirstCode { sealed, code, device_name };
    let replacing = Replacing::Nothing { since: turn.now };
    match totp_setup::confirm(turn.env, turn.caller, turn.pool, &user, first, replacing).await? {
        SetUp::Done => done(turn, user, ProofKind::Totp).await,
        // Set up in another window meanwhile: now it is asked for.
        SetUp::HasFactor => Ok(Judged::Wished(Wish::List)),
    }
}

/// Takes the number that codes are to go to, and sends the first one.
///
/// # Errors
/// [`AuthnError::Attributes`] for what is no number, [`AuthnError::SmsNotPossible`].
pub(super) async fn number(turn: &Turn<'_>, number: &str) -> Result<Judged, AuthnError> {
    if let Err(reason) = check_phone(number) {
        let name = ContactKind::Phone.attribute().to_owned();
        return Err(AuthnError::Attributes(vec![AttributeProblem::Invalid { name, reason }]));
    }
    let user = person(turn).await?;
    let entry = one_time_code::send_set_up(turn, &user, Medium::Sms, number, true)?;
    Ok(Judged::Asked { subject: Subject::Known(user.id), entry })
}

/// Takes the code that proves an address; the address is a second factor from then on.
///
/// # Errors
/// [`AuthnError::CodeMismatch`], [`AuthnError::CodeExpired`], [`AuthnError::TooManyTries`]; [`AuthnError::AddressTaken`] for
/// a number that signs somebody else in.
pub(super) async fn code(turn: &Turn<'_>, medium: Medium, code: &str) -> Result<Judged, AuthnError> {
    let Turn { env, pool, .. } = turn;
    let user = person(turn).await?;
    let key = codes::way_key(env, pool, &turn.flow.state.subject, medium);
    let address = codes::spend(env, pool, &key, Purpose::SetUp, code).await?;
    let address = address.ok_or(AuthnError::CodeExpired)?;
    let kind = contact_kind(medium);
    let set_up =
        factors::set_up_message_factor(env, turn.caller, pool, &user, (kind, &address), turn.now).await;
    match set_up {
        Ok(true) => {}
        Ok(false) => return Ok(Judged::Wished(Wish::List)),
        Err(crate::directory::DirectoryError::UsernameTaken) => return Err(AuthnError::AddressTaken),
        Err(error) => return Err(error.into()),
    }
    let kind = match medium {
        Medium::Email => ProofKind::EmailOtp,
        Medium::Sms => ProofKind::SmsOtp,
    };
    done(turn, user, kind).await
}

/// Sends the code once more to where it went.
///
/// # Errors
/// [`AuthnError::CodeExpired`] when it went nowhere, [`AuthnError::SmsNotPossible`].
pub(super) async fn resend(
    turn: &Turn<'_>,
    medium: Medium,
    alternatives: bool,
) -> Result<Judged, AuthnError> {
    let user = person(turn).await?;
    let key = codes::way_key(turn.env, turn.pool, &turn.flow.state.subject, medium);
    let address = codes::sent_to(turn.env, turn.pool, &key, Purpose::SetUp).await?;
    let address = address.ok_or(AuthnError::CodeExpired)?;
    let entry = one_time_code::send_set_up(turn, &user, medium, &address, alternatives)?;
    Ok(Judged::SentAgain(entry))
}

/// What is entered to set up a kind that was chosen.
pub(in crate::authn) fn enter(
    turn: &Turn<'_>,
    user: &User,
    factor: SecondFactor,
    alternatives: bool,
) -> Result<Entry, AuthnError> {
    let medium = match factor {
        SecondFactor::Totp => {
            let sealed = totp_setup::begin(turn.env, turn.pool, &user.id);
            return Ok(Entry::to(Challenge::SetUpTotp { sealed, alternatives }));
        }
        SecondFactor::Sms => Medium::Sms,
        SecondFactor::Email => Medium::Email,
    };
    match user.verified_contact(contact_kind(medium)) {
        Some(address) => one_time_code::send_set_up(turn, user, medium, address, alternatives),
        None if medium == Medium::Sms => Ok(Entry::to(Challenge::SetUpNumber { alternatives })),
        None => Err(AuthnError::NoSecondFactor),
    }
}

async fn done(turn: &Turn<'_>, user: User, kind: ProofKind) -> Result<Judged, AuthnError> {
    turn.env.metrics.people.factors_set_up.one(&turn.pool.id, [method(kind)]);
    let has_codes = recovery_codes::left(turn.env, turn.pool, &user.id).await? > 0;
    let offers = recovery_codes::are_on(turn.pool) && !has_codes;
    let then = offers.then_some(Interlude::OfferRecoveryCodes);
    Ok(Judged::ProvenThen { user: user.id, kind, then })
}

fn method(kind: ProofKind) -> &'static str {
    match kind {
        ProofKind::EmailOtp => "email_otp",
        ProofKind::SmsOtp => "sms_otp",
        _ => "totp",
    }
}

async fn person(turn: &Turn<'_>) -> Result<User, AuthnError> {
    let id = known(turn)?;
    users::find(turn.env, turn.pool, &id).await?.ok_or(AuthnError::UnknownFlow)
}
