//! A sign-in at an identity provider: on the way there, back from there, and the account that is linked on the way.

use super::{AuthnError, Judged, Turn};
use crate::authn::enter::Entry;
use crate::authn::step_up;
use crate::crypto::encoding::{base64url, from_base64url};
use crate::directory::external::{ByAddress, Recognised};
use crate::directory::{self, DirectoryError};
use crate::env::Env;
use crate::model::event::Actor;
use crate::model::external::ExternalIdentity;
use crate::model::flow::{AuthFlow, Challenge, ExternalLogin, FlowState, ProofKind, Subject};
use crate::model::ids::{FlowId, PoolId, UserId};

/// Lets the person go to a provider that the client allows.
pub(super) async fn depart(turn: &Turn<'_>, provider: &str) -> Result<Judged, AuthnError> {
    let found = directory::providers::of_client(turn.env, turn.pool, &turn.client, provider).await?;
    let provider = found.ok_or(AuthnError::FactorOff)?.name;
    Ok(Judged::Asked { subject: Subject::Unnamed, entry: Entry::to(Challenge::External { provider }) })
}

/// Recognises whom the provider has signed in.
pub(super) async fn arrive(
    turn: &mut Turn<'_>,
    provider: &str,
    identity: ExternalIdentity,
) -> Result<Judged, AuthnError> {
    if identity.provider != provider {
        return Err(AuthnError::MovedOn);
    }
    let found = directory::providers::of_client(turn.env, turn.pool, &turn.client, provider).await?;
    let provider = found.ok_or(AuthnError::FactorOff)?;
    // Before anybody is recognised: nobody gets an account, or another link, by proving something once more.
    step_up::check_identity(turn, &identity).await?;
    let recognised =
        directory::external::recognise(turn.env, turn.pool, &turn.client, &provider, &identity).await?;
    let login = |linking| ExternalLogin {
        provider: provider.name.clone(),
        sealed_identity: seal(turn.env, &turn.flow, &identity),
        linking,
    };
    let vouched = identity.vouched.clone();
    match recognised {
        Recognised::As(user) => Ok(Judged::Arrived { login: login(None), user: Some(user), vouched }),
        // Nothing is linked before the owner's second factor is shown, if there is one.
        Recognised::ByAddress(user) => {
            Ok(Judged::Arrived { login: login(Some(user.clone())), user: Some(user), vouched })
        }
        Recognised::MustProve { user, address } => {
            let login = login(Some(user));
            turn.remember_typed(&address);
            Ok(Judged::Arrived { login, user: None, vouched: None })
        }
    }
}

/// Refuses everybody but the owner where an account is to be linked.
pub(in crate::authn) fn check_account(state: &FlowState, user: &UserId) -> Result<(), AuthnError> {
    let expected = state.external.as_ref().and_then(|login| login.linking.as_ref());
    if expected.is_some_and(|expected| expected != user) {
        return Err(AuthnError::OtherAccount);
    }
    Ok(())
}

/// Links the account that has just been signed in to, where that is what the flow is for.
pub(in crate::authn) async fn link(turn: &mut Turn<'_>, state: &mut FlowState) -> Result<(), AuthnError> {
    let began_at_provider = state.proofs.first().is_some_and(|first| first.kind == ProofKind::External);
    let Some(login) = &mut state.external else { return Ok(()) };
    let Some(user) = login.linking.take() else { return Ok(()) };
    let identity = open(turn.env, (&turn.pool.id, &turn.flow.id), login)?;
    if began_at_provider {
        return link_by_address(turn, user, &identity).await;
    }
    let actor = Actor::Person(user.clone());
    match directory::external::link(turn.env, turn.pool, &user, &identity, actor).await {
        // Somebody else was linked with that person meanwhile; this account was signed in to all the same.
        Ok(()) | Err(DirectoryError::UsernameTaken) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Links the account whose address the provider vouches for. What held when the person came back must still hold: nothing
/// else signs them in to it.
async fn link_by_address(
    turn: &mut Turn<'_>,
    user: UserId,
    identity: &ExternalIdentity,
) -> Result<(), AuthnError> {
    let Turn { env, pool, client, flow, .. } = &*turn;
    let found = directory::providers::of_client(env, pool, client, &identity.provider).await?;
    let provider = found.ok_or(AuthnError::FactorOff)?;
    let owner = ByAddress { user, flow: flow.id.clone() };
    let dropped =
        directory::external::link_by_address(env, pool, client, (&provider, identity), owner).await?;
    if dropped {
        // That ended everything older; the flow goes on from it.
        turn.now = turn.env.now();
    }
    Ok(())
}

/// Opens what a flow remembers of a sign-in at a provider.
pub(in crate::authn) fn open(
    env: &Env,
    (pool, flow): (&PoolId, &FlowId),
    login: &ExternalLogin,
) -> Result<ExternalIdentity, AuthnError> {
    let lost = || AuthnError::Internal("a sign-in at a provider cannot be opened".into());
    let sealed = from_base64url(&login.sealed_identity).ok_or_else(lost)?;
    let json = env.keys.open_column(place(pool, flow), &sealed).map_err(|_| lost())?;
    serde_json::from_slice(&json).map_err(|_| lost())
}

fn seal(env: &Env, flow: &AuthFlow, identity: &ExternalIdentity) -> String {
    let json = serde_json::to_vec(identity).expect("texts are JSON");
    base64url(&env.keys.seal_column(place(&flow.pool_id, &flow.id), &json, env.random.as_ref()))
}

fn place<'a>(pool: &'a PoolId, flow: &'a FlowId) -> [&'a str; 4] {
    [pool.as_str(), "auth_flows", flow.as_str(), "external"]
}
