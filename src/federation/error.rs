//! Why somebody did not come back signed in.

use crate::store::StoreError;

/// Why a sign-in at a provider failed. The texts are for the log: precise, without secrets and without anything that
/// somebody typed; a page says only what the kind means for the person.
#[derive(Debug, thiserror::Error)]
pub enum FederationError {
    /// The person, or the provider for them, said no: trying again may help, another way certainly does.
    #[error("the provider refused: {0}")]
    Denied(String),
    /// The provider cannot be reached or does not work at the moment.
    #[error("the provider does not answer: {0}")]
    Unavailable(String),
    /// Times do not fit: the answer is too old or from the future, or one of the two clocks is wrong.
    #[error("the times of the provider's answer do not fit: {0}")]
    Clock(String),
    /// The answer is not for this request, this application or from this provider, or not genuine.
    #[error("the provider's answer is not to be trusted: {0}")]
    Untrusted(String),
    /// Something that is needed is not in the answer.
    #[error("the provider's answer lacks something: {0}")]
    Incomplete(String),
    /// The settings of the provider here, or of this application there, are wrong: only an operator can mend that.
    #[error("the provider is not set up rightly: {0}")]
    Misconfigured(String),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Our own fault.
    #[error("internal error: {0}")]
    Internal(String),
}
