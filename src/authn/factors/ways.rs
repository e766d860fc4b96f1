//! The name alone, and the choice between the ways to sign in that somebody of this name has.
//!
//! A name that nobody has gets ways as well (`directory::ways`), so that nothing is learned here.

use super::{Judged, code_instead};
use crate::authn::AuthnError;
use crate::authn::engine::Turn;
use crate::authn::enter::Entry;
use crate::directory::ways;
use crate::model::flow::{Challenge, Subject, Way, WayOption};

/// Takes a name and enters its only way, or lets the person choose.
///
/// # Errors
/// As [`code_instead::ask`] where a code is sent.
pub(super) async fn name(turn: &mut Turn<'_>, username: &str) -> Result<Judged, AuthnError> {
    turn.remember_typed(username);
    let options = ways::of(turn.env, turn.pool, username).await?;
    match options.as_slice() {
        [only] => enter(turn, username, only.way, false).await,
        _ => Ok(asked(Challenge::ChooseWay { options })),
    }
}

/// Takes a way that was offered.
///
/// # Errors
/// [`AuthnError::FactorOff`] for one that was not; as [`code_instead::ask`] where a code is sent.
pub(super) async fn choose(
    turn: &mut Turn<'_>,
    options: &[WayOption],
    way: Way,
) -> Result<Judged, AuthnError> {
    if !options.iter().any(|option| option.way == way) {
        return Err(AuthnError::FactorOff);
    }
    let username = turn.flow.state.typed_name.clone().ok_or(AuthnError::MovedOn)?;
    enter(turn, &username, way, true).await
}

/// Shows the ways of the name once more.
///
/// # Errors
/// [`AuthnError::MovedOn`] where no name was typed.
pub(super) async fn list(turn: &mut Turn<'_>) -> Result<Judged, AuthnError> {
    let username = turn.flow.state.typed_name.clone().ok_or(AuthnError::MovedOn)?;
    let options = ways::of(turn.env, turn.pool, &username).await?;
    Ok(asked(Challenge::ChooseWay { options }))
}

async fn enter(
    turn: &mut Turn<'_>,
    username: &str,
    way: Way,
    alternatives: bool,
) -> Result<Judged, AuthnError> {
    match way {
        Way::Password => Ok(asked(Challenge::Password { alternatives })),
        Way::Code(factor) => code_instead::ask(turn, username, factor).await,
    }
}

fn asked(challenge: Challenge) -> Judged {
    Judged::Asked { subject: Subject::Unnamed, entry: Entry::to(challenge) }
}
