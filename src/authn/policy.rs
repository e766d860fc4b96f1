//! What is asked for next: a pure function from facts to the next step.
//!
//! Owns the order of the questions. Leaves to others: gathering the facts and asking (`enter`), judging answers
//! (`factors`).

use crate::model::acr::{Demand, Level};
use crate::model::flow::{Interlude, Proof, ProofKind};
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
    /// Whether passwords sign people in: else nobody is asked for a new one.
    pub has_passwords: bool,
    /// When this pool asks for a second factor.
    pub mfa: MfaConfiguration,
    /// Whether it asks also those who come from an identity provider; else that is the provider's business.
    pub mfa_after_provider: bool,
    /// Whether the account is to be linked because a provider vouches for its address. The account's owner may have set up a
    /// second factor against just that: against somebody who has their mailbox.
    pub links_by_address: bool,
    /// The second factors that this person can use, the preferred one first.
    pub available: &'a [SecondFactor],
    /// The same and those that only need to be turned on, for an application that asks for more than the pool.
    pub could_use: &'a [SecondFactor],
    /// Whether the person has a second factor: then they use it, and none is set up in its place.
    pub owns_factor: bool,
    /// The kinds of second factors that could be set up now.
    pub can_set_up: &'a [SecondFactor],
    /// The factor that the person wants to be asked for first.
    pub preferred: Option<SecondFactor>,
    /// What the person asked for just now.
    pub wish: Option<Wish>,
    /// Whether this browser was remembered after a second factor.
    pub remembered: bool,
    /// Whether a second factor is asked for in a remembered browser as well: a step-up.
    pub fresh_factor_wanted: bool,
    /// The levels that the application asks for.
    pub demand: &'a Demand,
    /// What the person is still shown before the flow ends.
    pub interlude: Option<Interlude>,
}

/// A wish about the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To use this one, or to set it up.
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
    /// Setting up this second factor.
    SetUp {
        /// The kind.
        factor: SecondFactor,
        /// Whether there is another one to choose.
        alternatives: bool,
    },
    /// The choice between second factors to set up.
    SelectSetUp(Vec<SecondFactor>),
    /// Nothing: a second factor is needed and there is none that would count.
    NoSecondFactor,
    /// Nothing: the application insists on more than this person can prove.
    LevelOutOfReach,
    /// Something to read; all is proven.
    Interlude(Interlude),
    /// Nothing: all is proven.
    Complete,
}

/// Identify, first factor, account status, second factor, level, interlude, complete.
pub fn next(facts: &Facts<'_>) -> Next {
    match (needed(facts), facts.interlude) {
        (Next::Complete, Some(interlude)) => Next::Interlude(interlude),
        (next, _) => next,
    }
}

fn needed(facts: &Facts<'_>) -> Next {
    let Some(first) = facts.proofs.first() else { return Next::Identify };
    let at_provider = first.kind == ProofKind::External;
    match facts.status {
        UserStatus::Unconfirmed => return Next::ConfirmSignUp,
        // Who has a provider needs no password.
        UserStatus::ResetRequired if !at_provider && facts.has_passwords => return Next::ResetPassword,
        UserStatus::ForceChangePassword if !at_provider && facts.has_passwords => return Next::NewPassword,
        _ => {}
    }
    match of_demand(facts, first) {
        Some(next) if next != Next::Complete => next,
        _ => of_pool(facts, first),
    }
}

/// What the pool's rules ask for.
fn of_pool(facts: &Facts<'_>, first: &Proof) -> Next {
    let at_provider = first.kind == ProofKind::External;
    // Whoever is linked by an address shows what there is to show, once.
    let is_owner_asked = facts.links_by_address && !facts.available.is_empty();
    if at_provider && !facts.mfa_after_provider && !is_owner_asked {
        return Next::Complete;
    }
    if !second_factor_is_asked(facts) || second_factor_is_proven(first, facts.proofs) {
        return Next::Complete;
    }
    // Only whoever has a factor was ever remembered for showing it.
    let spared = facts.remembered && !facts.fresh_factor_wanted && !is_owner_asked;
    if spared && !facts.available.is_empty() {
        return Next::Complete;
    }
    let options = left_over(facts.available, facts.proofs);
    if !options.is_empty() {
        return ask(options, facts);
    }
    if sign_up_was_confirmed(facts.proofs) && (!facts.available.is_empty() || facts.can_set_up.is_empty()) {
        return Next::Complete;
    }
    // Who has nothing but the passkey that was just shown has shown all there is; only a pool that requires two insists.
    let is_all = facts.available == [SecondFactor::Passkey] && matches!(first.kind, ProofKind::Passkey(_));
    if is_all && facts.mfa == MfaConfiguration::Optional {
        return Next::Complete;
    }
    set_up(facts.can_set_up.to_vec(), facts)
}

/// What the application's demand asks for beyond the pool's rules; `None` without a demand.
fn of_demand(facts: &Facts<'_>, first: &Proof) -> Option<Next> {
    if facts.demand.is_none() {
        return None;
    }
    let reached = Level::of(facts.proofs);
    for level in &facts.demand.levels {
        if reached.is_some_and(|reached| reached >= *level) {
            return Some(Next::Complete);
        }
        if let Some(next) = way_to(*level, facts, first) {
            return Some(next);
        }
    }
    Some(if facts.demand.essential { Next::LevelOutOfReach } else { Next::Complete })
}

/// The next step towards a level that is not reached yet; `None` when this person cannot reach it in this sign-in.
fn way_to(level: Level, facts: &Facts<'_>, first: &Proof) -> Option<Next> {
    if first.kind == ProofKind::External {
        // How much was proven at a provider is not known here.
        return None;
    }
    let counts = |factor: &SecondFactor| level < Level::Four || *factor == SecondFactor::Totp;
    // Whoever has just used a recovery code has no app to ask for.
    let has_lost_it = facts.proofs.iter().any(|proof| proof.kind == ProofKind::RecoveryCode);
    if level == Level::Four && (first.kind != ProofKind::Password || has_lost_it) {
        return None;
    }
    let options: Vec<SecondFactor> =
        left_over(facts.could_use, facts.proofs).into_iter().filter(counts).collect();
    if !options.is_empty() {
        return Some(ask(options, facts));
    }
    let kinds: Vec<SecondFactor> =
        left_over(facts.can_set_up, facts.proofs).into_iter().filter(counts).collect();
    match set_up(kinds, facts) {
        Next::NoSecondFactor => None,
        next => Some(next),
    }
}

/// Asks for one of these second factors.
fn ask(options: Vec<SecondFactor>, facts: &Facts<'_>) -> Next {
    match (options.as_slice(), facts.wish) {
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

/// Lets somebody without a second factor set one of these up; nobody gets past a factor by adding another.
fn set_up(kinds: Vec<SecondFactor>, facts: &Facts<'_>) -> Next {
    let kinds = left_over(&kinds, facts.proofs);
    match (kinds.as_slice(), facts.wish) {
        _ if facts.owns_factor => Next::NoSecondFactor,
        ([], _) => Next::NoSecondFactor,
        ([only], _) => Next::SetUp { factor: *only, alternatives: false },
        (many, Some(Wish::Use(factor))) if many.contains(&factor) => {
            Next::SetUp { factor, alternatives: true }
        }
        _ => Next::SelectSetUp(kinds),
    }
}

fn left_over(factors: &[SecondFactor], proofs: &[Proof]) -> Vec<SecondFactor> {
    factors.iter().copied().filter(|factor| !is_used_up(*factor, proofs)).collect()
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
    // A passkey whose authenticator made sure who holds it is both, where the pool says so.
    let is_both = |proof: &Proof| matches!(proof.kind, ProofKind::Passkey(passkey) if passkey.both_factors);
    if proofs.iter().any(is_both) {
        return true;
    }
    proofs.iter().skip(1).any(|proof| match proof.kind {
        ProofKind::Passkey(_) => !matches!(first.kind, ProofKind::Passkey(_)),
        ProofKind::Totp | ProofKind::EmailOtp | ProofKind::SmsOtp | ProofKind::RecoveryCode => {
            proof.kind != first.kind
        }
        ProofKind::Password | ProofKind::External | ProofKind::ConfirmedSignUp(_) => false,
    })
}

/// A mailbox or phone that has already been shown in this flow is no second thing.
fn is_used_up(factor: SecondFactor, proofs: &[Proof]) -> bool {
    proofs.iter().any(|proof| match proof.kind {
        ProofKind::EmailOtp | ProofKind::ConfirmedSignUp(Medium::Email) => factor == SecondFactor::Email,
        ProofKind::SmsOtp | ProofKind::ConfirmedSignUp(Medium::Sms) => factor == SecondFactor::Sms,
        ProofKind::Totp => factor == SecondFactor::Totp,
        ProofKind::Passkey(_) => factor == SecondFactor::Passkey,
        ProofKind::Password | ProofKind::External | ProofKind::RecoveryCode => false,
    })
}

/// Nobody can have set up a second factor before the very first sign-in: the confirmed address stands in where it is one.
fn sign_up_was_confirmed(proofs: &[Proof]) -> bool {
    proofs.iter().any(|proof| matches!(proof.kind, ProofKind::ConfirmedSignUp(_)))
}

#[cfg(test)]
mod tests;
