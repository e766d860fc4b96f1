//! The choice of a second factor.

use super::Judged;
use crate::authn::AuthnError;
use crate::authn::policy::Wish;
use crate::model::flow::FactorOption;
use crate::model::pool::SecondFactor;

/// Takes a factor that was offered.
///
/// # Errors
/// [`AuthnError::FactorOff`] for one that was not.
pub(super) fn choose(options: &[FactorOption], factor: SecondFactor) -> Result<Judged, AuthnError> {
    if options.iter().any(|option| option.factor == factor) {
        Ok(Judged::Wished(Wish::Use(factor)))
    } else {
        Err(AuthnError::FactorOff)
    }
}
