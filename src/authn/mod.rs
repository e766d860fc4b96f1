//! The authentication flow: one stored state machine, unaware of who drives it.
//!
//! Owns what must still be proven and in which order. Leaves to others: the rules about people
//! (`directory`), pages and wire formats (the surfaces), tokens (`tokens`).
//!
//! [`begin`] makes a flow, [`current`] reads it, [`advance`] answers its challenge: claim, check, verify, record,
//! decide, enter, save.

pub mod browser_session;
pub mod error;
pub mod handle;
pub mod step_up;

mod engine;
mod enter;
mod factors;
mod policy;
mod typed;
mod watch;

use crate::env::Env;
use crate::model::acr::Demand;
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::flow::{Answer, Authenticated, Challenge, Surface};
use crate::model::ids::{ClientId, PoolId, UserId};
use crate::model::passkey::Passkey;
use crate::model::pool::UserPool;
use crate::model::user::User;

pub use engine::beginnings;
pub use error::AuthnError;
pub use handle::FlowHandle;

/// What a flow says when it was asked or answered.
#[derive(Debug, Clone)]
pub enum Step {
    /// Something is still asked for.
    Challenge {
        /// Names this challenge of this flow; an answer must bring it.
        handle: FlowHandle,
        /// What is asked for.
        challenge: Challenge,
        /// The name as it was typed, to be shown again.
        typed_name: Option<String>,
        /// The client the person signs in to.
        client_id: ClientId,
        /// The identity provider that is linked with the account that is signed in to now.
        linking: Option<String>,
        /// The language of the person, once it is proven who that is.
        locale: Option<String>,
        /// Whether a recovery code serves in place of the second factor.
        takes_recovery_codes: bool,
        /// How many answers the flow has had.
        attempts: i64,
        /// Something the person should be told, for example that the code was sent again.
        notice: Option<Notice>,
    },
    /// Everything needed has been proven.
    Authenticated(Authenticated),
}

/// Something that went well and is worth a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The code was sent again.
    CodeSentAgain,
    /// The password was changed; sign in with the new one.
    PasswordChanged,
}

/// What is known of a sign-in before it begins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening<'a> {
    /// Pre-fills the name.
    pub login_hint: Option<&'a str>,
    /// The levels that the application asks for.
    pub demand: Option<&'a Demand>,
    /// The only person who may answer, where somebody who is signed in proves themselves once more.
    pub step_up: Option<&'a UserId>,
    /// The attribute `locale` of whoever is known already.
    pub locale: Option<&'a str>,
}

/// Begins a flow. `login_hint` pre-fills the name.
///
/// # Errors
/// [`AuthnError::Store`].
pub async fn begin(
    env: &Env,
    caller: &Caller,
    to: (&UserPool, &AppClient),
    surface: Surface,
    login_hint: Option<&str>,
) -> Result<Step, AuthnError> {
    begin_for(env, caller, to, surface, Opening { login_hint, ..Opening::default() }).await
}

/// Begins a flow in which `user`, and nobody else, proves who they are once more. Their name is not asked, and a second
/// factor is, wherever there is one. `shown_name` is what the page calls them.
///
/// # Errors
/// As [`begin`].
pub async fn begin_step_up(
    env: &Env,
    caller: &Caller,
    to: (&UserPool, &AppClient),
    surface: Surface,
    (user, shown_name): (&User, &str),
) -> Result<Step, AuthnError> {
    let opening = Opening {
        login_hint: Some(shown_name),
        step_up: Some(&user.id),
        locale: user.language(),
        ..Opening::default()
    };
    let begun = begin_for(env, caller, to, surface, opening).await?;
    env.metrics.account.step_ups.one(&to.0.id, ["asked"]);
    Ok(begun)
}

/// Begins a flow of which more is known.
///
/// # Errors
/// [`AuthnError::Store`].
pub async fn begin_for(
    env: &Env,
    caller: &Caller,
    to: (&UserPool, &AppClient),
    surface: Surface,
    opening: Opening<'_>,
) -> Result<Step, AuthnError> {
    engine::begin(env, caller, to, surface, opening).await
}

/// Where a flow stands, without changing it. `browser` is the fingerprint of the flow cookie.
///
/// # Errors
/// [`AuthnError::UnknownFlow`], [`AuthnError::Expired`], [`AuthnError::OtherBrowser`]. A handle of an earlier challenge is
/// no error here: it leads to where the flow stands now.
pub async fn current(
    env: &Env,
    pool: &UserPool,
    handle: &FlowHandle,
    browser: &str,
) -> Result<Step, AuthnError> {
    engine::current(env, pool, handle, browser).await
}

/// Answers the challenge that `handle` names.
///
/// # Errors
/// [`AuthnError`]; after a wrong answer the same handle may be used again until the attempts run out.
pub async fn advance(
    env: &Env,
    caller: &Caller,
    pool: &UserPool,
    handle: &FlowHandle,
    browser: &str,
    answer: Answer,
) -> Result<Step, AuthnError> {
    let mut turn = engine::claim(env, caller, pool, handle, browser).await?;
    let method = watch::method(&turn, &answer);
    let outcome = engine::advance(&mut turn, answer).await;
    if let Err(error) = &outcome {
        watch::refused(&turn, method, error).await;
    }
    outcome
}

/// What a page's script asks the browser for, so that a passkey answers the flow of `handle` in this browser
/// (`PublicKeyCredentialRequestOptionsJSON`). `allowed` are the passkeys of whoever is known already, else none.
///
/// # Errors
/// [`AuthnError::UnknownFlow`] for a handle that is not genuine; [`AuthnError::Store`].
pub async fn passkey_options(
    env: &Env,
    pool: &UserPool,
    flow: (&FlowHandle, &str),
    allowed: &[Passkey],
) -> Result<serde_json::Value, AuthnError> {
    factors::passkey::request_options(env, pool, flow, allowed).await?.ok_or(AuthnError::UnknownFlow)
}

/// The passkeys that would answer the challenge in hand; none at the beginning, when nobody is known yet.
///
/// # Errors
/// As [`current`].
pub async fn passkeys_of(
    env: &Env,
    pool: &UserPool,
    handle: &FlowHandle,
    browser: &str,
) -> Result<Vec<Passkey>, AuthnError> {
    engine::passkeys(env, pool, handle, browser).await
}

/// Writes down that a sign-in at an identity provider came to nothing before the flow heard of it: the counter, and an
/// audit event. `reason` is one word.
pub async fn refused_at_provider(
    env: &Env,
    caller: &Caller,
    pool: &PoolId,
    about: (Option<&ClientId>, &str, &'static str),
) {
    watch::refused_at_provider(env, caller, pool, about).await;
}
