//! What operators see of answers: counters by method and outcome, and an audit event for each refusal.

use super::AuthnError;
use super::engine::Turn;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::event::Actor;
use crate::model::flow::{
    Answer, Authenticated, Challenge, ProofKind, Stage, Subject, authentication_methods,
};
use crate::model::ids::{ClientId, PoolId};
use crate::model::message::Medium;
use crate::security::audit;

/// What an answer signs in with; `None` for one that only leads elsewhere, or that others count.
pub(super) fn method(turn: &Turn<'_>, answer: &Answer) -> Option<&'static str> {
    let Stage::Challenge(challenge) = &turn.flow.state.stage else { return None };
    let answer = match answer {
        Answer::Remember(inner) => inner.as_ref(),
        answer => answer,
    };
    match (answer, challenge) {
        (Answer::RecoveryCode(_), _) => Some("recovery_code"),
        (Answer::SetUpTotp { .. }, _) | (Answer::Code(_), Challenge::SetUpCode { .. }) => Some("set_up"),
        (Answer::Password { .. }, _) => Some("password"),
        (Answer::CodeInstead { .. }, _) => Some("code_instead"),
        (Answer::ForgotPassword { .. } | Answer::ResetPassword { .. }, _) => Some("recovery"),
        (Answer::NewPassword { .. }, _) => Some("new_password"),
        (Answer::External(_), _) => Some("external"),
        (Answer::Passkey { .. }, _) => Some("passkey"),
        (Answer::Code(_), Challenge::Totp { .. }) => Some("totp"),
        (Answer::Code(_), Challenge::OneTimeCode { delivery, .. }) => Some(match delivery.medium {
            Medium::Email => "email_otp",
            Medium::Sms => "sms_otp",
        }),
        _ => None,
    }
}

/// Counts a refused answer and writes it into the audit trail.
pub(super) async fn refused(turn: &Turn<'_>, method: Option<&'static str>, error: &AuthnError) {
    let (env, pool) = (turn.env, turn.pool);
    let people = &env.metrics.people;
    match error {
        AuthnError::Locked { .. } => people.locked_attempts.one([]),
        AuthnError::TooManyTries | AuthnError::Limited(_) => {
            people.rate_refusals.one([method.unwrap_or("sign_up")])
        }
        _ => {}
    }
    let (Some(method), Some(reason)) = (method, error.refusal()) else { return };
    people.sign_ins.one(&pool.id, [method, reason]);
    if matches!(error, AuthnError::Busy | AuthnError::Store(_) | AuthnError::Internal(_)) {
        return;
    }
    let mut event = audit::event(env, "sign_in.refuse")
        .in_pool(&pool.id)
        .by(Actor::Anonymous)
        .from_caller(turn.caller)
        .about("client", &turn.client.id)
        .refused(reason)
        .with("method", method);
    let named = match &turn.flow.state.subject {
        Subject::Known(user) => Some(user),
        Subject::Unnamed | Subject::Phantom(_) => turn.named.as_ref(),
    };
    if let Some(user) = named {
        event = event.about("user", user).with("client", turn.client.id.as_str());
    }
    audit::note(env, &pool.id, event).await;
}

/// Writes down that a sign-in at an identity provider came to nothing before the flow heard of it; `reason` is one word.
pub(super) async fn refused_at_provider(
    env: &Env,
    caller: &Caller,
    pool: &PoolId,
    (client, provider, reason): (Option<&ClientId>, &str, &'static str),
) {
    env.metrics.people.sign_ins.one(pool, ["external", reason]);
    let mut event = audit::event(env, "sign_in.refuse")
        .in_pool(pool)
        .by(Actor::Anonymous)
        .from_caller(caller)
        .refused(reason)
        .with("method", "external")
        .with("provider", provider);
    if let Some(client) = client {
        event = event.about("client", client);
    }
    audit::note(env, pool, event).await;
}

/// The method of a whole sign-in: what was shown first, and whether something else was shown as well.
pub(super) fn whole_method(authenticated: &Authenticated) -> &'static str {
    let methods = authentication_methods(&authenticated.proofs);
    let several = methods.len() > 1;
    if methods.first() == Some(&"fed") {
        return if several { "external_mfa" } else { "external" };
    }
    if matches!(authenticated.proofs.first().map(|proof| proof.kind), Some(ProofKind::Passkey(_))) {
        return if authenticated.proofs.len() > 1 { "passkey_mfa" } else { "passkey" };
    }
    match (methods.first().copied(), several) {
        (Some("pwd"), false) => "password",
        (Some("pwd"), true) => "password_mfa",
        (Some("email_otp"), false) => "email_otp",
        (Some("email_otp"), true) => "email_otp_mfa",
        (Some("sms"), false) => "sms_otp",
        (Some("sms"), true) => "sms_otp_mfa",
        (Some("otp"), _) => "totp",
        _ => "other",
    }
}
