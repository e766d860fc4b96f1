//! What an answer is worth: one file for each kind of answer.
//!
//! [`judge`] is the table of which answer fits which challenge. A factor proves or refuses; it never decides what
//! comes next and knows nothing of the others.

mod choose;
mod code_instead;
mod confirm;
pub(super) mod external;
mod new_password;
pub(super) mod one_time_code;
pub(super) mod passkey;
mod password;
mod recovery;
mod recovery_code;
pub(super) mod set_up;
mod sign_up;
mod totp;
mod ways;

use super::engine::Turn;
use super::enter::Entry;
use super::policy::Wish;
use super::{AuthnError, Notice};
use crate::directory::passkeys::Given;
use crate::model::acr::Vouched;
use crate::model::client::OWN_DIRECTORY;
use crate::model::flow::{Answer, Challenge, ExternalLogin, FactorRole, Interlude, ProofKind, Subject};
use crate::model::ids::UserId;

/// What a factor says of an answer that it did not refuse.
pub(super) enum Judged {
    /// This user has shown this.
    Proven {
        /// Who.
        user: UserId,
        /// What.
        kind: ProofKind,
    },
    /// The same, and the person is shown something before the flow ends.
    ProvenThen {
        /// Who.
        user: UserId,
        /// What.
        kind: ProofKind,
        /// What is shown.
        then: Option<Interlude>,
    },
    /// The person has read what was shown.
    WentOn,
    /// An identity provider has signed somebody in.
    Arrived {
        /// Who that is here; nobody while an account must be signed in to first.
        user: Option<UserId>,
        /// What the flow remembers of it.
        login: ExternalLogin,
        /// What the provider says of how, where its word counts.
        vouched: Option<Vouched>,
    },
    /// The temporary password was replaced.
    PasswordChosen,
    /// The person wants another second factor.
    Wished(Wish),
    /// An account was named, and this is asked of its owner. Nothing is proven yet.
    Asked {
        /// The account, or nobody's name.
        subject: Subject,
        /// What is asked.
        entry: Entry,
    },
    /// The challenge stays, with a new code.
    SentAgain(Entry),
    /// The flow goes back to its beginning and forgets whom it was about.
    Restart(Option<Notice>),
}

/// Judges an answer to a challenge.
///
/// # Errors
/// [`AuthnError::MovedOn`] for an answer to another challenge; else what the factor refuses with.
pub(super) async fn judge(
    turn: &mut Turn<'_>,
    challenge: &Challenge,
    answer: Answer,
) -> Result<Judged, AuthnError> {
    let answer = match answer {
        Answer::Remember(inner) => {
            turn.remember = true;
            *inner
        }
        answer => answer,
    };
    let of_our_own = matches!(
        answer,
        Answer::Password { .. }
            | Answer::CodeInstead { .. }
            | Answer::SignUp { .. }
            | Answer::ForgotPassword { .. }
            | Answer::Passkey { .. }
            | Answer::Name { .. }
    );
    let of_our_own = of_our_own && !matches!(challenge, Challenge::Passkey { .. });
    if turn.flow.state.step_up.is_some() && matches!(answer, Answer::SignUp { .. }) {
        return Err(AuthnError::FactorOff);
    }
    if of_our_own && !takes_own_accounts(turn, &answer) {
        return Err(AuthnError::FactorOff);
    }
    if !turn.pool.settings.password_sign_in {
        match &answer {
            Answer::Password { .. } => return Err(AuthnError::FactorOff),
            // A password that opens nothing is not recovered.
            Answer::ForgotPassword { .. } => return Err(AuthnError::NoRecovery),
            _ => {}
        }
    }
    if challenge.is_beginning() {
        return begin(turn, challenge, answer).await;
    }
    match (challenge, answer) {
        (_, Answer::StartOver) => Ok(Judged::Restart(None)),
        // Who has chosen one provider may choose another.
        (Challenge::External { .. }, Answer::AtProvider(provider)) => external::depart(turn, &provider).await,
        (Challenge::External { provider }, Answer::External(identity)) => {
            external::arrive(turn, provider, *identity).await
        }
        (Challenge::ConfirmSignUp { .. }, Answer::Code(code)) => confirm::verify(turn, &code).await,
        (Challenge::ConfirmSignUp { .. }, Answer::Resend) => confirm::resend(turn).await,
        (Challenge::ResetPassword { .. }, Answer::ResetPassword { code, new_password }) => {
            recovery::finish(turn, &code, &new_password).await
        }
        (Challenge::ResetPassword { .. }, Answer::Resend) => recovery::resend(turn).await,
        (Challenge::NewPassword { .. }, Answer::NewPassword { new_password, attributes }) => {
            new_password::set(turn, &new_password, attributes).await
        }
        (Challenge::OneTimeCode { role, delivery, .. }, Answer::Code(code)) => {
            one_time_code::verify(turn, *role, delivery.medium, &code).await
        }
        (Challenge::OneTimeCode { role, delivery, alternatives }, Answer::Resend) => {
            one_time_code::resend(turn, *role, delivery.medium, *alternatives).await
        }
        (Challenge::Totp { .. }, Answer::Code(code)) => totp::verify(turn, &code).await,
        (Challenge::Passkey { .. }, Answer::Passkey { credential, origin }) => {
            passkey::second(turn, Given { json: &credential, origin: &origin }).await
        }
        (
            Challenge::Totp { alternatives: true, .. }
            | Challenge::Passkey { alternatives: true }
            | Challenge::OneTimeCode { role: FactorRole::Second, alternatives: true, .. },
            Answer::OtherFactor,
        ) => Ok(Judged::Wished(Wish::List)),
        (Challenge::SelectFactor { options }, Answer::Choose(factor)) => choose::choose(options, factor),
        (
            Challenge::Totp { .. }
            | Challenge::Passkey { .. }
            | Challenge::OneTimeCode { role: FactorRole::Second, .. }
            | Challenge::SelectFactor { .. },
            Answer::RecoveryCode(code),
        ) => recovery_code::verify(turn, &code).await,
        // Without a name that was typed on its own there is nothing to go back to.
        (Challenge::OneTimeCode { role: FactorRole::First, .. }, Answer::OtherWay) => ways::list(turn).await,
        (Challenge::RecoveryCodes { .. } | Challenge::RecoveryCodeUsed { .. }, Answer::GoOn) => {
            Ok(Judged::WentOn)
        }
        (challenge, answer) => set_up_factor(turn, challenge, answer).await,
    }
}

/// Answers while nothing is proven and nothing was sent.
async fn begin(turn: &mut Turn<'_>, challenge: &Challenge, answer: Answer) -> Result<Judged, AuthnError> {
    match (challenge, answer) {
        (_, Answer::StartOver) => Ok(Judged::Restart(None)),
        (_, Answer::Name { username }) => ways::name(turn, &username).await,
        (_, Answer::Password { username, password }) => password::verify(turn, &username, &password).await,
        (_, Answer::Passkey { credential, origin }) => {
            passkey::identify(turn, Given { json: &credential, origin: &origin }).await
        }
        (_, Answer::CodeInstead { username, factor }) => code_instead::ask(turn, &username, factor).await,
        (_, Answer::SignUp { username, password, attributes, accepted_terms }) => {
            sign_up::sign_up(turn, username, password, attributes, accepted_terms).await
        }
        (_, Answer::ForgotPassword { username }) => recovery::start(turn, &username).await,
        (_, Answer::AtProvider(provider)) => external::depart(turn, &provider).await,
        (Challenge::ChooseWay { options }, Answer::ChooseWay(way)) => ways::choose(turn, options, way).await,
        (Challenge::Password { alternatives: true }, Answer::OtherWay) => ways::list(turn).await,
        _ => Err(AuthnError::MovedOn),
    }
}

/// Answers of somebody who sets up a second factor.
async fn set_up_factor(
    turn: &mut Turn<'_>,
    challenge: &Challenge,
    answer: Answer,
) -> Result<Judged, AuthnError> {
    match (challenge, answer) {
        (Challenge::SetUpFactor { options }, Answer::Choose(factor)) => set_up::choose(options, factor),
        (Challenge::SetUpTotp { sealed, .. }, Answer::SetUpTotp { code, device_name }) => {
            set_up::totp(turn, sealed, &code, device_name.as_deref()).await
        }
        (Challenge::SetUpNumber { .. }, Answer::Number(number)) => set_up::number(turn, &number).await,
        (Challenge::SetUpCode { delivery, .. }, Answer::Code(code)) => {
            set_up::code(turn, delivery.medium, &code).await
        }
        (Challenge::SetUpCode { delivery, alternatives }, Answer::Resend) => {
            set_up::resend(turn, delivery.medium, *alternatives).await
        }
        (
            Challenge::SetUpTotp { alternatives: true, .. }
            | Challenge::SetUpNumber { alternatives: true }
            | Challenge::SetUpCode { alternatives: true, .. },
            Answer::OtherFactor,
        ) => Ok(Judged::Wished(Wish::List)),
        _ => Err(AuthnError::MovedOn),
    }
}

/// The user whom the flow is about; a flow beyond its first factor is always about one.
fn known(turn: &Turn<'_>) -> Result<UserId, AuthnError> {
    match &turn.flow.state.subject {
        Subject::Known(user) => Ok(user.clone()),
        Subject::Unnamed | Subject::Phantom(_) => {
            Err(AuthnError::Internal("a second factor was asked of nobody".into()))
        }
    }
}

/// Whether the client takes the pool's own accounts. An account that is to be linked is proven here in any case; a new one
/// is not made for that.
fn takes_own_accounts(turn: &Turn<'_>, answer: &Answer) -> bool {
    let linking = turn.flow.state.external.as_ref().is_some_and(|login| login.linking.is_some());
    (linking && !matches!(answer, Answer::SignUp { .. }))
        || turn.client.settings.allows_provider(OWN_DIRECTORY)
}
