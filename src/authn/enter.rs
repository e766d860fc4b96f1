//! Entering the next challenge: gathers the facts, asks the policy, and prepares what the challenge needs.
//!
//! Leaves to others: the decision (`policy`), writing the outcome (`engine`).

use super::AuthnError;
use super::engine::Turn;
use super::factors::one_time_code::{self, Outgoing};
use super::factors::set_up;
use super::policy::{self, Facts, Next, Wish};
use crate::directory;
use crate::directory::factors::Survey;
use crate::directory::recovery_codes::{self, NewRecoveryCodes};
use crate::messages::destination;
use crate::model::flow::{Challenge, FactorOption, FactorRole, FlowState, Interlude, Stage, Subject};
use crate::model::message::Medium;
use crate::model::pool::{ContactKind, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::User;

/// A stage to enter, and what is written along with it.
pub(super) struct Entry {
    pub stage: Stage,
    pub outgoing: Option<Outgoing>,
    pub codes: Option<NewRecoveryCodes>,
    /// Whether the person could use a recovery code here.
    pub takes_recovery_codes: bool,
}

impl Entry {
    /// A challenge that nothing more is written for.
    pub(super) fn to(challenge: Challenge) -> Self {
        Self::at(Stage::Challenge(challenge))
    }

    /// A stage that nothing more is written for.
    pub(super) fn at(stage: Stage) -> Self {
        Self { stage, outgoing: None, codes: None, takes_recovery_codes: false }
    }
}

/// Decides and prepares what comes after `state`. The account is read afresh, so that a change since the last answer
/// counts.
pub(super) async fn next(
    turn: &Turn<'_>,
    state: &FlowState,
    wish: Option<Wish>,
) -> Result<Entry, AuthnError> {
    let Subject::Known(id) = &state.subject else { return Ok(Entry::to(Challenge::Identify)) };
    let user = directory::users::find(turn.env, turn.pool, id).await?.ok_or(AuthnError::UnknownFlow)?;
    if !user.enabled {
        return Err(AuthnError::Disabled);
    }
    let mfa = turn.pool.settings.mfa.configuration;
    let survey = match mfa {
        MfaConfiguration::Off => Survey::default(),
        _ => directory::factors::survey(turn.env, turn.pool, &user).await?,
    };
    // What was remembered spares the second factor, so it is looked for after the first one alone.
    let may_be_spared = state.proofs.len() == 1 && !survey.available.is_empty();
    let remembered = may_be_spared
        && directory::devices::is_remembered(turn.env, turn.caller, turn.pool, &user.id).await?;
    let facts = Facts {
        status: user.status,
        proofs: &state.proofs,
        has_passwords: turn.pool.settings.password_sign_in,
        mfa,
        // Whoever changes how they sign in shows all they have, wherever they come from.
        mfa_after_provider: turn.pool.settings.mfa.after_provider || state.step_up.is_some(),
        links_by_address: state.external.as_ref().is_some_and(|login| login.linking.is_some()),
        available: &survey.available,
        could_use: &survey.could_use,
        owns_factor: survey.owns,
        can_set_up: &survey.can_set_up,
        preferred: user.preferred_factor,
        wish,
        remembered,
        fresh_factor_wanted: state.step_up.is_some(),
        demand: &state.demand,
        interlude: state.interlude,
    };
    match policy::next(&facts) {
        Next::Identify => Ok(Entry::to(Challenge::Identify)),
        Next::ConfirmSignUp => {
            let Turn { env, caller, pool, client, .. } = turn;
            let delivery = directory::sign_up::resend(env, caller, pool, client, &state.subject).await?;
            Ok(Entry::to(Challenge::ConfirmSignUp { delivery }))
        }
        Next::ResetPassword => {
            let Turn { env, caller, pool, client, .. } = turn;
            let delivery = directory::recovery::resend(env, caller, pool, client, &state.subject).await?;
            Ok(Entry::to(Challenge::ResetPassword { delivery }))
        }
        Next::NewPassword => {
            Ok(Entry::to(Challenge::NewPassword { missing_attributes: missing_attributes(turn.pool, &user) }))
        }
        Next::SecondFactor { factor, alternatives } => {
            let entry = second_factor(turn, &user, factor, alternatives).await?;
            with_recovery_codes(turn, &user, entry).await
        }
        Next::SelectFactor(factors) => {
            let options = factors.into_iter().map(|factor| option(&user, factor)).collect();
            with_recovery_codes(turn, &user, Entry::to(Challenge::SelectFactor { options })).await
        }
        Next::SetUp { factor, alternatives } => set_up::enter(turn, &user, factor, alternatives),
        Next::SelectSetUp(factors) => Ok(Entry::to(Challenge::SetUpFactor {
            options: factors.into_iter().map(|factor| option(&user, factor)).collect(),
        })),
        Next::NoSecondFactor => Err(AuthnError::NoSecondFactor),
        Next::LevelOutOfReach => Err(AuthnError::LevelOutOfReach),
        Next::Interlude(Interlude::OfferRecoveryCodes) => {
            let codes = recovery_codes::draw(turn.env, turn.pool, &user.id);
            let sealed = codes.seal(turn.env, turn.pool);
            let stage = Stage::Challenge(Challenge::RecoveryCodes { sealed });
            Ok(Entry { codes: Some(codes), ..Entry::at(stage) })
        }
        Next::Interlude(Interlude::RecoveryCodeUsed { left }) => {
            Ok(Entry::to(Challenge::RecoveryCodeUsed { left }))
        }
        Next::Complete => Ok(Entry::at(Stage::Complete { at: turn.now })),
    }
}

/// The required attributes of the schema that a person has no value of.
pub(super) fn missing_attributes(pool: &UserPool, user: &User) -> Vec<String> {
    let missing = |name: &str| user.attributes.get(name).is_none_or(String::is_empty);
    let required = pool.settings.schema.iter().filter(|schema| schema.required);
    required.filter(|schema| missing(&schema.name)).map(|schema| schema.name.clone()).collect()
}

async fn second_factor(
    turn: &Turn<'_>,
    user: &User,
    factor: SecondFactor,
    alternatives: bool,
) -> Result<Entry, AuthnError> {
    let Some(medium) = medium(factor) else {
        let device = directory::factors::totp_device(turn.env, turn.pool, &user.id).await?;
        let device_name = device.ok_or(AuthnError::NoSecondFactor)?;
        return Ok(Entry::to(Challenge::Totp { device_name, alternatives }));
    };
    one_time_code::send_to(turn, user, medium, FactorRole::Second, alternatives)
}

/// The same entry, with whether the person has recovery codes.
async fn with_recovery_codes(turn: &Turn<'_>, user: &User, entry: Entry) -> Result<Entry, AuthnError> {
    let left = recovery_codes::left(turn.env, turn.pool, &user.id).await?;
    Ok(Entry { takes_recovery_codes: left > 0, ..entry })
}

fn option(user: &User, factor: SecondFactor) -> FactorOption {
    let masked = medium(factor).and_then(|medium| {
        user.verified_contact(contact_kind(medium)).map(|address| destination::mask(medium, address))
    });
    FactorOption { factor, destination: masked }
}

fn medium(factor: SecondFactor) -> Option<Medium> {
    match factor {
        SecondFactor::Totp => None,
        SecondFactor::Sms => Some(Medium::Sms),
        SecondFactor::Email => Some(Medium::Email),
    }
}

/// The attribute that holds the address for messages of this medium.
pub(super) fn contact_kind(medium: Medium) -> ContactKind {
    match medium {
        Medium::Email => ContactKind::Email,
        Medium::Sms => ContactKind::Phone,
    }
}
