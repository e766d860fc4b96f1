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

mod engine;
mod enter;
mod factors;
mod policy;
mod typed;
mod watch;

use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::flow::{Answer, Authenticated, Challenge, Surface};
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::UserPool;

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
    engine::begin(env, caller, to, surface, login_hint).await
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
