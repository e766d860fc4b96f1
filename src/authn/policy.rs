//! What is asked for next: a pure function from facts to the next step.
//!
//! Owns the order of the questions. Leaves to others: gathering the facts and asking (`enter`), judging answers
//! (`factors`).

use crate::model::flow::{Proof, ProofKind};
use crate::model::message::Medium;
use crate::model::pool::{MfaConfiguration, SecondFactor};
use crate::model::user::UserStatus;

/// Everything the decision rests on.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The account's status, as it is stored now.
    pub status: UserStatus,
    /// What has been proven in this flow, in order; the first one is the first factor.
    pub proofs: &'a [Proof],
    /// When this pool asks for a second factor.
    pub mfa: MfaConfiguration,
    /// Whether it asks also those who come from an identity provider; else that is the provider's business.
    pub mfa_after_provider: bool,
    /// Whether the account is to be linked because a provider vouches for its address. The account's owner may have set up a
    /// second factor against just that: against somebody who has their mailbox.
    pub links_by_address: bool,
    /// The second factors that this person can use, the preferred one first.
    pub available: &'a [SecondFactor],
    /// The factor that the person wants to be asked for first.
    pub preferred: Option<SecondFactor>,
    /// What the person asked for just now.
    pub wish: Option<Wish>,
}

/// A wish about the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To use this one.
    Use(SecondFactor),
    /// To see which ones there are.
    List,
}

/// The decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Name and first factor.
    Identify,
    /// The code that confirms a sign-up; it must be sent.
    ConfirmSignUp,
    /// A new password by code, which must be sent.
    ResetPassword,
    /// A new password in place of a temporary one.
    NewPassword,
    /// This second factor.
    SecondFactor {
        /// The kind.
        factor: SecondFactor,
        /// Whether there is another one to choose.
        alternatives: bool,
    },
    /// The choice between these second factors.
    SelectFactor(Vec<SecondFactor>),
    /// Nothing: a second factor is needed and there is none that would count.
    NoSecondFactor,
    /// Nothing: all is proven.
    Complete,
}

/// Identify, first factor, account status, second factor, complete.
pub fn next(facts: &Facts<'_>) -> Next {
    let Some(first) = facts.proofs.first() else { return Next::Identify };
    let at_provider = first.kind == ProofKind::External;
    match facts.status {
        UserStatus::Unconfirmed => return Next::ConfirmSignUp,
        // Who has a provider needs no password.
        UserStatus::ResetRequired if !at_provider => return Next::ResetPassword,
        UserStatus::ForceChangePassword if !at_provider => return Next::NewPassword,
        _ => {}
    }
    // Whoever is linked by an address shows what there is to show, once.
    let is_owner_asked = facts.links_by_address && !facts.available.is_empty();
    if at_provider && !facts.mfa_after_provider && !is_owner_asked {
        return Next::Complete;
    }
    if !second_factor_is_asked(facts) || second_factor_is_proven(first, facts.proofs) {
        return Next::Complete;
    }
    let options: Vec<SecondFactor> =
        facts.available.iter().copied().filter(|factor| !is_used_up(*factor, facts.proofs)).collect();
    match (options.as_slice(), facts.wish) {
        ([], _) if sign_up_was_confirmed(facts.proofs) => Next::Complete,
        ([], _) => Next::NoSecondFactor,
        ([only], _) => Next::SecondFactor { factor: *only, alternatives: false },
        (many, Some(Wish::Use(factor))) if many.contains(&factor) => {
            Next::SecondFactor { factor, alternatives: true }
        }
        (_, Some(Wish::List)) => Next::SelectFactor(options),
        (many, _) => match facts.preferred.filter(|factor| many.contains(factor)) {
            Some(factor) => Next::SecondFactor { factor, alternatives: true },
            None => Next::SelectFactor(options),
        },
    }
}

fn second_factor_is_asked(facts: &Facts<'_>) -> bool {
    match facts.mfa {
        MfaConfiguration::Off => false,
        MfaConfiguration::Optional => !facts.available.is_empty(),
        MfaConfiguration::Required => true,
    }
}

/// Whether these proofs hold a second factor beside the first.
pub fn has_shown_two(proofs: &[Proof]) -> bool {
    proofs.first().is_some_and(|first| second_factor_is_proven(first, proofs))
}

fn second_factor_is_proven(first: &Proof, proofs: &[Proof]) -> bool {
    proofs.iter().skip(1).any(|proof| match proof.kind {
        ProofKind::Totp | ProofKind::EmailOtp | ProofKind::SmsOtp => proof.kind != first.kind,
        ProofKind::Password | ProofKind::External | ProofKind::ConfirmedSignUp(_) => false,
    })
}

/// A mailbox or phone that has already been shown in this flow is no second thing.
fn is_used_up(factor: SecondFactor, proofs: &[Proof]) -> bool {
    proofs.iter().any(|proof| match proof.kind {
        ProofKind::EmailOtp | ProofKind::ConfirmedSignUp(Medium::Email) => factor == SecondFactor::Email,
        ProofKind::SmsOtp | ProofKind::ConfirmedSignUp(Medium::Sms) => factor == SecondFactor::Sms,
        ProofKind::Totp => factor == SecondFactor::Totp,
        ProofKind::Password | ProofKind::External => false,
    })
}

/// Nobody can have set up a second factor before the very first sign-in: the confirmed address stands in.
fn sign_up_was_confirmed(proofs: &[Proof]) -> bool {
    proofs.iter().any(|proof| matches!(proof.kind, ProofKind::ConfirmedSignUp(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use MfaConfiguration::{Off, Optional, Required};
    use ProofKind::{ConfirmedSignUp, EmailOtp, Password, SmsOtp};
    use SecondFactor::{Email, Sms, Totp};
    use UserStatus::{Confirmed, ForceChangePassword, ResetRequired, Unconfirmed};

    struct Case {
        status: UserStatus,
        proofs: Vec<ProofKind>,
        mfa: MfaConfiguration,
        available: Vec<SecondFactor>,
        preferred: Option<SecondFactor>,
        wish: Option<Wish>,
    }

    fn decide(case: &Case) -> Next {
        let proofs: Vec<Proof> = case.proofs.iter().map(|kind| Proof { kind: *kind, at: 0 }).collect();
        let Case { status, mfa, preferred, wish, .. } = *case;
        let mfa_after_provider = false;
        next(&Facts {
            status,
            proofs: &proofs,
            mfa,
            mfa_after_provider,
            links_by_address: false,
            available: &case.available,
            preferred,
            wish,
        })
    }

    /// Proofs, MFA setting and available factors of a confirmed person without preference or wish.
    fn plain(proofs: &[ProofKind], mfa: MfaConfiguration, available: &[SecondFactor]) -> Next {
        let (proofs, available) = (proofs.to_vec(), available.to_vec());
        decide(&Case { status: Confirmed, proofs, mfa, available, preferred: None, wish: None })
    }

    fn only(factor: SecondFactor) -> Next {
        Next::SecondFactor { factor, alternatives: false }
    }

    #[test]
    fn nothing_is_decided_before_a_first_factor() {
        for status in [Confirmed, Unconfirmed, ResetRequired, ForceChangePassword] {
            for mfa in [Off, Optional, Required] {
                let case =
                    Case { status, proofs: vec![], mfa, available: vec![Totp], preferred: None, wish: None };
                assert_eq!(decide(&case), Next::Identify);
            }
        }
    }

    #[test]
    fn the_account_status_comes_before_the_second_factor() {
        let table = [
            (Unconfirmed, Next::ConfirmSignUp),
            (ResetRequired, Next::ResetPassword),
            (ForceChangePassword, Next::NewPassword),
            (Confirmed, only(Totp)),
        ];
        for (status, wanted) in table {
            for first in [Password, EmailOtp, SmsOtp] {
                let (proofs, available) = (vec![first], vec![Totp]);
                let case = Case {
                    status,
                    proofs,
                    mfa: Required,
                    available,
                    preferred: None,
                    wish: Some(Wish::List),
                };
                assert_eq!(decide(&case), wanted, "{status:?} after {first:?}");
            }
        }
    }

    #[test]
    fn a_second_factor_is_asked_as_the_pool_says() {
        let table: [(&[ProofKind], MfaConfiguration, &[SecondFactor], Next); 19] = [
            (&[Password], Off, &[], Next::Complete),
            (&[Password], Off, &[Totp], Next::Complete),
            (&[Password], Optional, &[], Next::Complete),
            (&[Password], Optional, &[Totp], only(Totp)),
            (&[Password], Required, &[], Next::NoSecondFactor),
            (&[Password], Required, &[Email], only(Email)),
            (&[Password], Required, &[Sms, Totp], Next::SelectFactor(vec![Sms, Totp])),
            (&[Password, ProofKind::Totp], Required, &[Totp], Next::Complete),
            (&[Password, EmailOtp], Optional, &[Totp, Email], Next::Complete),
            (&[Password, SmsOtp], Required, &[Sms], Next::Complete),
            (&[EmailOtp], Off, &[], Next::Complete),
            (&[EmailOtp], Optional, &[Totp], only(Totp)),
            (&[EmailOtp, ProofKind::Totp], Required, &[Totp, Email], Next::Complete),
            // The mailbox that signed in is no second factor, also not a second time.
            (&[EmailOtp], Required, &[Email], Next::NoSecondFactor),
            (&[EmailOtp], Optional, &[Email], Next::NoSecondFactor),
            (&[EmailOtp, EmailOtp], Required, &[Email], Next::NoSecondFactor),
            (&[SmsOtp], Required, &[Sms, Email], only(Email)),
            (&[EmailOtp], Required, &[Totp, Email, Sms], Next::SelectFactor(vec![Totp, Sms])),
            (&[Password, Password], Required, &[Totp], only(Totp)),
        ];
        for (proofs, mfa, available, wanted) in table {
            assert_eq!(plain(proofs, mfa, available), wanted, "{proofs:?} {mfa:?} {available:?}");
        }
    }

    #[test]
    fn after_a_provider_the_pool_decides_but_an_owner_by_address_is_always_asked() {
        let at_provider = [Proof { kind: ProofKind::External, at: 0 }];
        let shown = [Proof { kind: ProofKind::External, at: 0 }, Proof { kind: ProofKind::Totp, at: 0 }];
        let decide = |proofs: &[Proof], mfa, (mfa_after_provider, links_by_address), available| {
            let (status, preferred, wish) = (Confirmed, None, None);
            next(&Facts {
                status,
                proofs,
                mfa,
                mfa_after_provider,
                links_by_address,
                available,
                preferred,
                wish,
            })
        };
        let none: &[SecondFactor] = &[];
        let app: &[SecondFactor] = &[Totp];
        let table = [
            (Required, (false, false), app, Next::Complete),
            (Required, (false, true), app, only(Totp)),
            (Optional, (false, true), app, only(Totp)),
            (Off, (false, true), app, Next::Complete),
            // Nobody is kept out for want of a factor that the pool does not ask for after a provider.
            (Required, (false, true), none, Next::Complete),
            (Required, (true, true), none, Next::NoSecondFactor),
            (Required, (true, false), app, only(Totp)),
        ];
        for (mfa, flags, available, wanted) in table {
            assert_eq!(
                decide(&at_provider, mfa, flags, available),
                wanted,
                "{mfa:?} {flags:?} {available:?}"
            );
        }
        assert_eq!(decide(&shown, Required, (false, true), app), Next::Complete);
    }

    #[test]
    fn a_fresh_sign_up_needs_no_factor_that_nobody_could_have_set_up() {
        let email = ConfirmedSignUp(Medium::Email);
        let table: [(&[ProofKind], MfaConfiguration, &[SecondFactor], Next); 7] = [
            (&[email], Off, &[], Next::Complete),
            (&[email], Required, &[], Next::Complete),
            (&[Password, email], Required, &[], Next::Complete),
            (&[email], Required, &[Email], Next::Complete),
            (&[ConfirmedSignUp(Medium::Sms)], Required, &[Sms], Next::Complete),
            (&[email], Required, &[Totp], only(Totp)),
            (&[email], Optional, &[Email, Sms], only(Sms)),
        ];
        for (proofs, mfa, available, wanted) in table {
            assert_eq!(plain(proofs, mfa, available), wanted, "{proofs:?} {mfa:?} {available:?}");
        }
    }

    #[test]
    fn a_preference_is_asked_first_and_a_wish_goes_before_it() {
        let with = |available: &[SecondFactor], preferred, wish| {
            let (proofs, available) = (vec![Password], available.to_vec());
            decide(&Case { status: Confirmed, proofs, mfa: Optional, available, preferred, wish })
        };
        let one_of_many = |factor| Next::SecondFactor { factor, alternatives: true };
        let all = [Totp, Email, Sms];
        assert_eq!(with(&all, Some(Totp), None), one_of_many(Totp));
        assert_eq!(with(&all, Some(Sms), None), one_of_many(Sms));
        assert_eq!(with(&all, None, None), Next::SelectFactor(all.to_vec()));
        assert_eq!(with(&all, Some(Totp), Some(Wish::Use(Email))), one_of_many(Email));
        assert_eq!(with(&all, Some(Totp), Some(Wish::List)), Next::SelectFactor(all.to_vec()));
        // What can no longer be used is not asked for, whoever wishes it.
        assert_eq!(with(&[Totp, Sms], Some(Totp), Some(Wish::Use(Email))), one_of_many(Totp));
        assert_eq!(with(&[Totp, Sms], Some(Email), None), Next::SelectFactor(vec![Totp, Sms]));
        assert_eq!(with(&[Totp], None, Some(Wish::List)), only(Totp));
        assert_eq!(with(&[Totp], Some(Email), Some(Wish::Use(Email))), only(Totp));
    }
}
