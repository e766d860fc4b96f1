//! Confirming a sign-up.

use super::DirectoryError;
use crate::env::Env;
use crate::model::flow::Subject;
use crate::model::ids::UserId;
use crate::model::message::Medium;
use crate::model::pool::UserPool;

/// The proof that a sign-up was confirmed just now. Only this module makes one.
#[derive(Debug, Clone)]
pub struct ConfirmedSignUp {
    user_id: UserId,
    medium: Option<Medium>,
}

impl ConfirmedSignUp {
    /// Who was confirmed.
    pub fn user_id(&self) -> &UserId {
        &self.user_id
    }
    /// The way the code had gone; that address is proven now.
    pub fn medium(&self) -> Option<Medium> {
        self.medium
    }
}

/// Spends the code, moves the status to CONFIRMED, marks the address as proven, takes it as a sign-in name and
/// drops unconfirmed rivals, in one write. When another account has proven the address meanwhile, this one keeps
/// its user name (if it has one of its own) without the alias, or is dropped with [`DirectoryError::CodeExpired`].
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`], [`DirectoryError::TooManyTries`]. A phantom
/// always mismatches.
pub async fn confirm_sign_up(
    _env: &Env,
    _pool: &UserPool,
    _subject: &Subject,
    _code: &str,
) -> Result<ConfirmedSignUp, DirectoryError> {
    todo!()
}
