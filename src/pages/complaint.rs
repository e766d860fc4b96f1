//! What is wrong with an answer, field by field, in the pages' words.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;

use crate::authn::AuthnError;
use crate::directory::passkeys::PasskeyError;
use crate::model::attributes::{AttributeProblem, AttributeType};
use crate::model::password_policy::{MAXIMUM_PASSWORD_LENGTH, PasswordRule};
use crate::model::pool::PoolSettings;
use crate::render::Message;
use crate::render::contexts::Problem;
use crate::store::StoreError;

/// What is wrong with an answer. The default is: nothing.
#[derive(Debug, Default)]
pub(super) struct Complaint {
    pub(super) status: Option<StatusCode>,
    /// Seconds after which it may be tried again.
    pub(super) retry_after: Option<u64>,
    /// About the whole.
    pub(super) whole: Option<Problem>,
    pub(super) username: Option<Problem>,
    pub(super) password: Option<Problem>,
    pub(super) code: Option<Problem>,
    pub(super) terms: Option<Problem>,
    /// By attribute name.
    pub(super) attributes: BTreeMap<String, Problem>,
}

impl Complaint {
    /// The page's status: 400 for what the person can mend, 200 without a complaint.
    pub(super) fn status(&self) -> StatusCode {
        match self.status {
            Some(status) => status,
            None if self.is_none() => StatusCode::OK,
            None => StatusCode::BAD_REQUEST,
        }
    }

    /// Whether nothing is wrong.
    pub(super) fn is_none(&self) -> bool {
        self.whole.is_none()
            && self.username.is_none()
            && self.password.is_none()
            && self.code.is_none()
            && self.terms.is_none()
            && self.attributes.is_empty()
    }

    /// The complaint about `error`, or the error again when it is not about the answer.
    pub(super) fn about(error: AuthnError, settings: &PoolSettings) -> Result<Self, AuthnError> {
        let mut complaint = Self::default();
        match error {
            AuthnError::IncorrectCredentials | AuthnError::Disabled => {
                complaint.whole = Some(Problem::IncorrectCredentials);
            }
            AuthnError::OtherAccount => complaint.whole = Some(Problem::OtherAccount),
            AuthnError::TemporaryPasswordExpired => complaint.whole = Some(Problem::TemporaryPasswordExpired),
            AuthnError::NoSecondFactor | AuthnError::FactorOff | AuthnError::SignUpOff => {
                complaint.whole = Some(Problem::MethodUnavailable);
            }
            AuthnError::Passkey(error) => complaint.whole = Some(passkey_problem(&error)),
            AuthnError::NoRecovery => complaint.whole = Some(Problem::RecoveryImpossible),
            AuthnError::SmsNotPossible => complaint.whole = Some(Problem::MessageNotSent),
            AuthnError::Locked { retry_after_seconds } => complaint.locked(retry_after_seconds),
            // It needs a new code rather than patience.
            AuthnError::TooManyTries => {
                complaint.status = Some(StatusCode::TOO_MANY_REQUESTS);
                complaint.code = Some(Problem::CodeAttemptsSpent);
            }
            AuthnError::Limited(limit) => {
                complaint.status = Some(StatusCode::TOO_MANY_REQUESTS);
                complaint.retry_after = Some(limit.retry_after_seconds());
                complaint.whole = Some(Problem::TooManyRequests);
            }
            AuthnError::Busy
            | AuthnError::InProgress
            | AuthnError::Store(StoreError::Unavailable(_) | StoreError::Orphaned) => {
                complaint.status = Some(StatusCode::SERVICE_UNAVAILABLE);
                complaint.retry_after = Some(1);
                complaint.whole = Some(Problem::Busy);
            }
            AuthnError::CodeMismatch => complaint.code = Some(Problem::CodeMismatch),
            AuthnError::CodeExpired => complaint.code = Some(Problem::CodeExpired),
            AuthnError::Password(broken) => complaint.password = Some(password_problem(&broken)),
            AuthnError::PasswordReused => complaint.password = Some(Problem::PasswordReused),
            AuthnError::AddressTaken => complaint.whole = Some(Problem::AddressTaken),
            AuthnError::UsernameTaken => complaint.username = Some(Problem::UsernameTaken),
            AuthnError::InvalidUsername(_) => complaint.username = Some(Problem::InvalidUsername),
            AuthnError::Attributes(problems) => {
                complaint.attributes =
                    problems.into_iter().map(|problem| attribute_problem(problem, settings)).collect();
            }
            error @ (AuthnError::UnknownFlow
            | AuthnError::Expired
            | AuthnError::OtherBrowser
            | AuthnError::MovedOn
            | AuthnError::AttemptsSpent
            | AuthnError::LevelOutOfReach
            | AuthnError::Internal(_)
            | AuthnError::Store(_)) => return Err(error),
        }
        Ok(complaint)
    }

    /// Says in the response's head how long to wait, where waiting helps (RFC 9110 §10.2.3).
    pub(super) fn wait(&self, response: &mut HttpResponse) {
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
    }

    fn locked(&mut self, retry_after_seconds: u64) {
        self.status = Some(StatusCode::TOO_MANY_REQUESTS);
        self.retry_after = Some(retry_after_seconds);
        self.whole =
            Some(Problem::Locked { seconds: i64::try_from(retry_after_seconds).unwrap_or(i64::MAX) });
    }
}

/// The words for a problem, when there is one.
pub(super) fn words(problem: Option<&Problem>) -> Option<Message> {
    problem.cloned().map(Message::from)
}

fn passkey_problem(error: &PasskeyError) -> Problem {
    match error {
        PasskeyError::Expired | PasskeyError::Replayed => Problem::PasskeyExpired,
        PasskeyError::Unknown => Problem::PasskeyUnknown,
        PasskeyError::CounterBack => Problem::PasskeyCopied,
        PasskeyError::Wrong(_)
        | PasskeyError::Exists
        | PasskeyError::Full
        | PasskeyError::Off
        | PasskeyError::Directory(_) => Problem::PasskeyRefused,
    }
}

fn password_problem(broken: &[PasswordRule]) -> Problem {
    if broken.contains(&PasswordRule::MaximumLength) {
        let maximum = u32::try_from(MAXIMUM_PASSWORD_LENGTH).unwrap_or(u32::MAX);
        return Problem::TooLong { maximum };
    }
    Problem::PasswordPolicy
}

fn attribute_problem(problem: AttributeProblem, settings: &PoolSettings) -> (String, Problem) {
    match problem {
        AttributeProblem::Missing(name) => (name, Problem::Required),
        AttributeProblem::Invalid { name, .. } => {
            let problem = match (name.as_str(), settings.attribute(&name)) {
                ("email", _) => Problem::InvalidEmail,
                ("phone_number", _) => Problem::InvalidPhone,
                ("birthdate", _) => Problem::InvalidDate,
                (_, Some(schema)) if schema.value_type == AttributeType::Number => Problem::InvalidNumber,
                _ => Problem::InvalidValue,
            };
            (name, problem)
        }
        AttributeProblem::Unknown(name)
        | AttributeProblem::Immutable(name)
        | AttributeProblem::NotWritable(name) => (name, Problem::InvalidValue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::security::rate::UsedUp;

    fn about(error: AuthnError) -> (u16, Option<u64>) {
        let complaint = Complaint::about(error, &PoolSettings::default()).map_err(|error| error.to_string());
        let Ok(complaint) = complaint else { return (0, None) };
        (complaint.status().as_u16(), complaint.retry_after)
    }

    #[test]
    fn each_error_has_its_status() {
        assert_eq!(Complaint::default().status(), StatusCode::OK);
        assert_eq!(about(AuthnError::IncorrectCredentials), (400, None));
        assert_eq!(about(AuthnError::Locked { retry_after_seconds: 30 }), (429, Some(30)));
        assert_eq!(about(AuthnError::TooManyTries), (429, None));
        assert_eq!(about(AuthnError::Limited(UsedUp { for_ms: 1001 })), (429, Some(2)));
        assert_eq!(about(AuthnError::Busy), (503, Some(1)));
        assert_eq!(about(AuthnError::MovedOn), (0, None));
    }

    #[test]
    fn a_disabled_account_looks_like_a_wrong_password() {
        let whole = |error| {
            Complaint::about(error, &PoolSettings::default()).ok().and_then(|complaint| complaint.whole)
        };
        assert_eq!(whole(AuthnError::Disabled), whole(AuthnError::IncorrectCredentials));
    }
}
