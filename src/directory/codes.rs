//! Short one-time codes: made, fingerprinted, checked, spent.

use super::DirectoryError;
use crate::env::Env;
use crate::model::pool::UserPool;

/// What a code is for. A code of one purpose never serves another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Confirms a sign-up; 24 hours.
    SignUp,
    /// Sets a new password; 1 hour.
    PasswordReset,
    /// Signs in, as first or second factor; as long as the flow's step.
    SignIn,
    /// Proves a changed e-mail address; 24 hours.
    VerifyEmail,
    /// Proves a changed phone number; 24 hours.
    VerifyPhone,
}

/// A code that was just made; its fingerprint goes into the database with [`NewCode::store`].
pub struct NewCode {
    _private: (),
}

impl NewCode {
    /// The code itself, for the message.
    pub fn code(&self) -> &str {
        todo!()
    }

    /// Stores the fingerprint in place of an earlier code, inside the write that also enqueues the message.
    /// Tries already used up stay counted.
    ///
    /// # Errors
    /// When the database did not answer.
    pub fn store(&self, _c: &mut crate::store::AnyConn) -> Result<(), crate::store::StoreError> {
        todo!()
    }
}

/// Makes a six-digit code (or, for links, a long one). `subject` is a user id, or a phantom's folded name.
pub fn make(_env: &Env, _pool: &UserPool, _subject: &str, _purpose: Purpose, _life_ms: i64) -> NewCode {
    todo!()
}

/// Checks a code and spends it when it is right. A wrong one counts; after the limit even the right one is refused.
/// Returns the address it was sent to.
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`], [`DirectoryError::TooManyTries`].
pub async fn spend(
    _env: &Env,
    _pool: &UserPool,
    _subject: &str,
    _purpose: Purpose,
    _code: &str,
) -> Result<Option<String>, DirectoryError> {
    todo!()
}
