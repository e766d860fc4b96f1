//! Which page a step of the flow is on.

use crate::model::flow::Challenge;

/// A page of the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Login,
    SignUp,
    Confirm,
    ForgotPassword,
    ConfirmForgotPassword,
    NewPassword,
    Challenge,
    SetUp,
    RecoveryCodes,
    Provider,
}

impl Place {
    /// The one page that a challenge is due on.
    pub(super) fn due(challenge: &Challenge) -> Self {
        match challenge {
            Challenge::Identify | Challenge::Password { .. } => Self::Login,
            Challenge::ConfirmSignUp { .. } => Self::Confirm,
            Challenge::ResetPassword { .. } => Self::ConfirmForgotPassword,
            Challenge::NewPassword { .. } => Self::NewPassword,
            Challenge::External { .. } => Self::Provider,
            Challenge::OneTimeCode { .. }
            | Challenge::Totp { .. }
            | Challenge::SelectFactor { .. }
            | Challenge::ChooseWay { .. } => Self::Challenge,
            Challenge::SetUpFactor { .. }
            | Challenge::SetUpTotp { .. }
            | Challenge::SetUpNumber { .. }
            | Challenge::SetUpCode { .. } => Self::SetUp,
            Challenge::RecoveryCodes { .. } | Challenge::RecoveryCodeUsed { .. } => Self::RecoveryCodes,
        }
    }

    /// Whether this page may be open while the flow stands at `challenge`: where a name is asked for, a person may
    /// also make an account, recover one, or go to a provider.
    pub(super) fn admits(self, challenge: &Challenge) -> bool {
        let from_the_beginning = self.is_beginning() || self == Self::Provider;
        Self::due(challenge) == self || (challenge.is_beginning() && from_the_beginning)
    }

    /// Whether a flow can begin on this page.
    pub(super) fn is_beginning(self) -> bool {
        matches!(self, Self::Login | Self::SignUp | Self::ForgotPassword)
    }

    /// The page's path within the pool.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Login => "/login",
            Self::SignUp => "/signup",
            Self::Confirm => "/confirm",
            Self::ForgotPassword => "/forgotPassword",
            Self::ConfirmForgotPassword => "/confirmforgotPassword",
            Self::NewPassword => "/newPassword",
            Self::Challenge => "/challenge",
            Self::SetUp => "/setUpFactor",
            Self::RecoveryCodes => "/recoveryCodes",
            Self::Provider => "/provider",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::flow::Delivery;
    use crate::model::message::Medium;

    #[test]
    fn steps_are_not_skipped_by_address() {
        let delivery = Delivery { medium: Medium::Email, destination: "a***@e***".into() };
        let reset = Challenge::ResetPassword { delivery };
        let all = [
            Place::Login,
            Place::SignUp,
            Place::Confirm,
            Place::ForgotPassword,
            Place::ConfirmForgotPassword,
            Place::NewPassword,
            Place::Challenge,
            Place::SetUp,
            Place::RecoveryCodes,
            Place::Provider,
        ];
        let open = |challenge: &Challenge| {
            all.into_iter().filter(|place| place.admits(challenge)).collect::<Vec<_>>()
        };
        let beginnings = [Place::Login, Place::SignUp, Place::ForgotPassword, Place::Provider];
        assert_eq!(open(&Challenge::Identify), beginnings);
        assert_eq!(open(&Challenge::External { provider: "Corp".into() }), [Place::Provider]);
        assert_eq!(open(&reset), [Place::ConfirmForgotPassword]);
        assert_eq!(open(&Challenge::Password { alternatives: true }), beginnings);
        assert_eq!(open(&Challenge::SetUpNumber { alternatives: false }), [Place::SetUp]);
        assert_eq!(open(&Challenge::RecoveryCodeUsed { left: 3 }), [Place::RecoveryCodes]);
        assert_eq!(open(&Challenge::Totp { device_name: None, alternatives: false }), [Place::Challenge]);
    }
}
