//! A sign-in at an identity provider: on the way there, back from there, and the account that is linked on the way.

use super::{AuthnError, Judged, Turn};
use crate::authn::enter::Entry;
use crate::crypto::encoding::{base64url, from_base64url};
use crate::directory::{self, DirectoryError, external::Recognised};
use crate::env::Env;
use crate::model::event::Actor;
use crate::model::external::ExternalIdentity;
use crate::model::flow::{AuthFlow, Challenge, ExternalLogin, FlowState, Subject};
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
    let recognised =
        directory::external::recognise(turn.env, turn.pool, &turn.client, &provider, &identity).await?;
    let login = |linking| ExternalLogin {
        provider: provider.name.clone(),
        sealed_identity: seal(turn.env, &turn.flow, &identity),
        linking,
    };
    match recognised {
        Recognised::As(user) => Ok(Judged::Arrived { login: login(None), user: Some(user) }),
        Recognised::MustProve { user, address } => {
            let login = login(Some(user));
            turn.remember_typed(&address);
            Ok(Judged::Arrived { login, user: None })
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
pub(in crate::authn) async fn link(turn: &Turn<'_>, state: &mut FlowState) -> Result<(), AuthnError> {
    let Some(login) = &mut state.external else { return Ok(()) };
    let Some(user) = login.linking.take() else { return Ok(()) };
    let identity = open(turn.env, (&turn.pool.id, &turn.flow.id), login)?;
    let actor = Actor::Person(user.clone());
    match directory::external::link(turn.env, turn.pool, &user, &identity, actor).await {
        // Somebody else was linked with that person meanwhile; this account was signed in to all the same.
        Ok(()) | Err(DirectoryError::UsernameTaken) => Ok(()),
        Err(error) => Err(error.into()),
    }
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
