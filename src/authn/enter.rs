//! Entering the next challenge: gathers the facts, asks the policy, and prepares what the challenge needs.
//!
//! Leaves to others: the decision (`policy`), writing the outcome (`engine`).

use super::AuthnError;
use super::engine::Turn;
use super::factors::one_time_code::{self, Outgoing};
use super::policy::{self, Facts, Next, Wish};
use crate::directory;
use crate::messages::destination;
use crate::model::flow::{Challenge, FactorOption, FactorRole, FlowState, Stage, Subject};
use crate::model::message::Medium;
use crate::model::pool::{ContactKind, MfaConfiguration, SecondFactor, UserPool};
use crate::model::user::User;

/// A stage to enter, and what is written along with it.
pub(super) struct Entry {
    pub stage: Stage,
    pub outgoing: Option<Outgoing>,
    /// The language of the person whom the stage is about.
    pub locale: Option<String>,
}

impl Entry {
    /// A challenge that nothing more is written for.
    pub(super) fn to(challenge: Challenge) -> Self {
        Self { stage: Stage::Challenge(challenge), outgoing: None, locale: None }
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
    let mut entry = due(turn, state, &user, wish).await?;
    entry.locale = user.language().map(str::to_owned);
    Ok(entry)
}

/// What is due for an account that is there and enabled.
async fn due(
    turn: &Turn<'_>,
    state: &FlowState,
    user: &User,
    wish: Option<Wish>,
) -> Result<Entry, AuthnError> {
    let mfa = turn.pool.settings.mfa.configuration;
    let available = match mfa {
        MfaConfiguration::Off => Vec::new(),
        _ => directory::factors::available(turn.env, turn.pool, user).await?,
    };
    let facts = Facts {
        status: user.status,
        proofs: &state.proofs,
        mfa,
        mfa_after_provider: turn.pool.settings.mfa.after_provider,
        links_by_address: state.external.as_ref().is_some_and(|login| login.linking.is_some()),
        available: &available,
        preferred: user.preferred_factor,
        wish,
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
            Ok(Entry::to(Challenge::NewPassword { missing_attributes: missing_attributes(turn.pool, user) }))
        }
        Next::SecondFactor { factor, alternatives } => second_factor(turn, user, factor, alternatives).await,
        Next::SelectFactor(factors) => Ok(Entry::to(Challenge::SelectFactor {
            options: factors.into_iter().map(|factor| option(user, factor)).collect(),
        })),
        Next::NoSecondFactor => Err(AuthnError::NoSecondFactor),
        Next::Complete => Ok(Entry { stage: Stage::Complete { at: turn.now }, outgoing: None, locale: None }),
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
