//! The policy as a table.

use super::*;
use crate::model::passkey::PasskeyProof;
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
    let proofs: Vec<Proof> = case.proofs.iter().map(|kind| Proof::new(*kind, 0)).collect();
    let Case { status, mfa, preferred, wish, .. } = *case;
    next(&Facts { status, mfa, preferred, wish, ..facts(&proofs, &case.available) })
}

static NO_DEMAND: Demand = Demand { levels: Vec::new(), essential: false };

/// A confirmed person with these factors who could set none up, in a pool that asks for a second one.
fn facts<'a>(proofs: &'a [Proof], available: &'a [SecondFactor]) -> Facts<'a> {
    Facts {
        status: Confirmed,
        proofs,
        has_passwords: true,
        mfa: Required,
        mfa_after_provider: false,
        links_by_address: false,
        available,
        could_use: available,
        owns_factor: !available.is_empty(),
        can_set_up: &[],
        preferred: None,
        wish: None,
        remembered: false,
        fresh_factor_wanted: false,
        demand: &NO_DEMAND,
        interlude: None,
    }
}

fn proofs(kinds: &[ProofKind]) -> Vec<Proof> {
    kinds.iter().map(|kind| Proof::new(*kind, 0)).collect()
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
            let case =
                Case { status, proofs, mfa: Required, available, preferred: None, wish: Some(Wish::List) };
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
    let at_provider = [Proof::new(ProofKind::External, 0)];
    let shown = [Proof::new(ProofKind::External, 0), Proof::new(ProofKind::Totp, 0)];
    let decide = |proofs: &[Proof], mfa, (mfa_after_provider, links_by_address), available| {
        next(&Facts { mfa, mfa_after_provider, links_by_address, ..facts(proofs, available) })
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
        assert_eq!(decide(&at_provider, mfa, flags, available), wanted, "{mfa:?} {flags:?} {available:?}");
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

#[test]
fn somebody_without_a_factor_sets_one_up_where_one_is_needed() {
    let one = |kinds: &[ProofKind], mfa, can_set_up: &[SecondFactor], wish| {
        next(&Facts { mfa, can_set_up, wish, ..facts(&proofs(kinds), &[]) })
    };
    let set_up = |factor, alternatives| Next::SetUp { factor, alternatives };
    let email = ConfirmedSignUp(Medium::Email);
    assert_eq!(one(&[Password], Required, &[Totp], None), set_up(Totp, false));
    assert_eq!(one(&[Password], Required, &[Totp, Sms], None), Next::SelectSetUp(vec![Totp, Sms]));
    assert_eq!(one(&[Password], Required, &[Totp, Sms], Some(Wish::Use(Sms))), set_up(Sms, true));
    assert_eq!(
        one(&[Password], Required, &[Totp, Sms], Some(Wish::Use(Email))),
        Next::SelectSetUp(vec![Totp, Sms])
    );
    assert_eq!(one(&[Password], Optional, &[Totp], None), Next::Complete);
    assert_eq!(one(&[Password], Off, &[Totp], None), Next::Complete);
    assert_eq!(one(&[Password], Required, &[], None), Next::NoSecondFactor);
    // The mailbox that signed in becomes no second factor, and a fresh sign-up sets one up as well.
    assert_eq!(one(&[EmailOtp], Required, &[Email, Totp], None), set_up(Totp, false));
    assert_eq!(one(&[Password, email], Required, &[Totp], None), set_up(Totp, false));
    assert_eq!(one(&[Password, email], Required, &[], None), Next::Complete);
}

#[test]
fn who_has_a_factor_never_sets_up_another_in_its_place() {
    for kinds in [&[Password][..], &[EmailOtp], &[Password, ConfirmedSignUp(Medium::Sms)]] {
        for mfa in [Optional, Required] {
            for available in [&[Totp][..], &[Totp, Sms], &[Sms]] {
                for wish in [None, Some(Wish::Use(Email)), Some(Wish::List)] {
                    for levels in [vec![], vec![Level::Four], vec![Level::Three, Level::Two]] {
                        let demand = Demand { levels, essential: false };
                        let shown = proofs(kinds);
                        let decided = next(&Facts {
                            mfa,
                            wish,
                            can_set_up: &[Totp, Email, Sms],
                            demand: &demand,
                            ..facts(&shown, available)
                        });
                        assert!(
                            !matches!(decided, Next::SetUp { .. } | Next::SelectSetUp(_)),
                            "{kinds:?} {available:?}: {decided:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_remembered_browser_spares_the_factor_but_not_a_step_up() {
    let shown = proofs(&[Password]);
    let with = |remembered, fresh_factor_wanted, available| {
        next(&Facts { remembered, fresh_factor_wanted, ..facts(&shown, available) })
    };
    assert_eq!(with(true, false, &[Totp]), Next::Complete);
    assert_eq!(with(true, true, &[Totp]), only(Totp));
    assert_eq!(with(false, false, &[Totp]), only(Totp));
    // Without a factor there is nothing that could have been remembered.
    assert_eq!(with(true, false, &[]), Next::NoSecondFactor);
    let demand = Demand { levels: vec![Level::Four], essential: false };
    assert_eq!(next(&Facts { remembered: true, demand: &demand, ..facts(&shown, &[Totp]) }), only(Totp));
    let at_provider = proofs(&[ProofKind::External]);
    let linking = Facts { remembered: true, links_by_address: true, ..facts(&at_provider, &[Totp]) };
    assert_eq!(next(&linking), only(Totp));
}

/// What was shown, the levels asked for and whether they are essential, what could be used and set up, and what follows.
type LevelCase<'a> = (&'a [ProofKind], &'a [Level], bool, &'a [SecondFactor], &'a [SecondFactor], Next);

#[test]
fn the_levels_that_an_application_asks_for_are_tried_from_left_to_right() {
    use Level::{Four, One, Three, Two};
    let of = |kinds: &[ProofKind], levels: &[Level], essential, could_use: &[SecondFactor], can_set_up| {
        let demand = Demand { levels: levels.to_vec(), essential };
        let shown = proofs(kinds);
        let available: &[SecondFactor] = &[];
        let owns_factor = false;
        next(&Facts {
            mfa: Optional,
            could_use,
            can_set_up,
            owns_factor,
            demand: &demand,
            ..facts(&shown, available)
        })
    };
    let none: &[SecondFactor] = &[];
    let app: &[SecondFactor] = &[Totp];
    let table: [LevelCase<'_>; 14] = [
        (&[Password], &[One], true, none, none, Next::Complete),
        (&[Password], &[Four], false, app, none, only(Totp)),
        (&[Password, ProofKind::Totp], &[Four], true, app, none, Next::Complete),
        (&[Password], &[Four], false, none, app, Next::SetUp { factor: Totp, alternatives: false }),
        (&[Password], &[Four], false, &[Email], none, Next::Complete),
        (&[Password], &[Four], true, &[Email], none, Next::LevelOutOfReach),
        (&[Password], &[Four, Three], true, &[Email], none, only(Email)),
        (&[Password], &[Four, One], true, &[Email], none, Next::Complete),
        (&[Password], &[Two], false, &[Sms], none, only(Sms)),
        (&[EmailOtp], &[Two], true, none, none, Next::Complete),
        (&[EmailOtp], &[Four], true, app, none, Next::LevelOutOfReach),
        (&[EmailOtp], &[Three], true, &[Email, Totp], none, only(Totp)),
        (&[ProofKind::External], &[One], true, app, none, Next::LevelOutOfReach),
        (&[Password, ProofKind::RecoveryCode], &[Four], false, app, none, Next::Complete),
    ];
    for (kinds, levels, essential, could_use, can_set_up, wanted) in table {
        assert_eq!(
            of(kinds, levels, essential, could_use, can_set_up),
            wanted,
            "{kinds:?} {levels:?} {essential}"
        );
    }
    // Names that mean nothing here.
    assert_eq!(of(&[Password], &[], true, app, none), Next::LevelOutOfReach);
}

#[test]
fn what_is_to_be_read_comes_last() {
    let interlude = Some(Interlude::OfferRecoveryCodes);
    let asked = proofs(&[Password]);
    assert_eq!(next(&Facts { interlude, ..facts(&asked, &[Totp]) }), only(Totp));
    let shown = proofs(&[Password, ProofKind::Totp]);
    let last = next(&Facts { interlude, ..facts(&shown, &[Totp]) });
    assert_eq!(last, Next::Interlude(Interlude::OfferRecoveryCodes));
    assert_eq!(next(&facts(&shown, &[Totp])), Next::Complete);
}

#[test]
fn a_recovery_code_is_a_second_factor_and_never_a_first() {
    let one = |kinds: &[ProofKind]| next(&facts(&proofs(kinds), &[Totp]));
    assert_eq!(one(&[Password, ProofKind::RecoveryCode]), Next::Complete);
    assert_eq!(one(&[EmailOtp, ProofKind::RecoveryCode]), Next::Complete);
    assert_eq!(one(&[ProofKind::RecoveryCode]), only(Totp));
}

#[test]
fn a_passkey_is_one_factor_or_both() {
    let passkey = |both_factors| {
        ProofKind::Passkey(PasskeyProof { hardware: false, verified: both_factors, both_factors })
    };
    let (one, both) = (passkey(false), passkey(true));
    let table: [(&[ProofKind], MfaConfiguration, &[SecondFactor], Next); 12] = [
        (&[one], Off, &[], Next::Complete),
        (&[one], Optional, &[], Next::Complete),
        (&[one], Optional, &[Totp], only(Totp)),
        (&[one], Required, &[Totp, SecondFactor::Passkey], only(Totp)),
        // Who has nothing else gets in where the pool leaves it to people.
        (&[one], Optional, &[SecondFactor::Passkey], Next::Complete),
        (&[one], Optional, &[SecondFactor::Passkey, Email], only(Email)),
        // The same thing a second time is no second thing.
        (&[one], Required, &[SecondFactor::Passkey], Next::NoSecondFactor),
        (&[one, one], Required, &[SecondFactor::Passkey], Next::NoSecondFactor),
        (&[both], Required, &[Totp], Next::Complete),
        (&[both], Required, &[], Next::Complete),
        (&[Password], Required, &[SecondFactor::Passkey], only(SecondFactor::Passkey)),
        (&[Password, one], Required, &[SecondFactor::Passkey], Next::Complete),
    ];
    for (proofs, mfa, available, wanted) in table {
        assert_eq!(plain(proofs, mfa, available), wanted, "{proofs:?} {mfa:?} {available:?}");
    }
}
