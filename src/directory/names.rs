//! Names that sign a person in: folding, checking, finding.

use super::DirectoryError;
use crate::env::Env;
use crate::model::pool::UserPool;
use crate::model::user::User;

/// The form of a name that is compared: NFKC, then case folding unless the pool tells cases apart.
pub fn fold(_pool: &UserPool, _typed: &str) -> String {
    todo!()
}

/// Finds the person a typed name means: the user name first, then proven addresses and the preferred user
/// name where the pool lets them sign in; last, the newest unconfirmed account with that unproven address.
///
/// # Errors
/// When the database did not answer.
pub async fn find_for_sign_in(
    _env: &Env,
    _pool: &UserPool,
    _typed: &str,
) -> Result<Option<User>, DirectoryError> {
    todo!()
}
