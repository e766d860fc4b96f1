//! Browsers on their way to a provider and back: what must fit when one returns.
//!
//! A round trip is a row that only the holder of its `state` finds (OAuth's parameter, SAML's RelayState) and that one
//! caller can end. What it holds is sealed. Whose browser it is the caller checks, because only a page knows cookies.

use serde::{Deserialize, Serialize};

use super::{FederationError, oidc};
use crate::crypto::digest::sha256_base64url;
use crate::env::Env;
use crate::model::external::ExternalIdentity;
use crate::model::ids::PoolId;
use crate::store::StoreError;
use crate::store::round_trips::{self, StoredRoundTrip};

/// The longest `state` that is looked up, in bytes: ours are shorter.
const LONGEST_STATE: usize = 128;

/// A browser at a provider.
#[derive(Clone, Serialize, Deserialize)]
pub struct RoundTrip {
    /// The provider's name.
    pub provider: String,
    /// Fingerprint of the flow cookie of the browser that left; no other one may return with it.
    pub browser: String,
    /// What it is there for.
    pub errand: Errand,
    /// What a provider has posted, until the browser brings its cookies along: they do not travel with another site's
    /// post.
    #[serde(default)]
    pub posted: Option<Posted>,
}

/// What a browser is at a provider for.
#[derive(Clone, Serialize, Deserialize)]
pub enum Errand {
    /// A sign-in by OpenID Connect or OAuth.
    Oidc {
        /// The handle of the flow's challenge.
        flow: String,
        /// What [`oidc::finish`] needs.
        kept: oidc::RoundTrip,
    },
    /// A sign-in by SAML.
    Saml {
        /// The handle of the flow's challenge.
        flow: String,
        /// The id of our request.
        request_id: String,
    },
    /// A sign-in that the provider began: it has been verified, and waits for its flow.
    Unasked(Box<ExternalIdentity>),
    /// A sign-out there.
    SignOut {
        /// Where the browser goes afterwards, an address of ours or a registered one.
        destination: String,
        /// The id of our SAML request.
        request_id: Option<String>,
    },
}

impl Errand {
    /// The flow that waits for a sign-in.
    #[must_use]
    pub fn flow(&self) -> Option<&str> {
        match self {
            Self::Oidc { flow, .. } | Self::Saml { flow, .. } => Some(flow),
            Self::Unasked(_) | Self::SignOut { .. } => None,
        }
    }
}

/// An answer that waits for the browser's cookies.
#[derive(Clone, Serialize, Deserialize)]
pub struct Posted(pub Vec<(String, String)>);

impl Posted {
    /// A field's value.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

/// A round trip that was found.
pub struct Found {
    /// What it holds.
    pub trip: RoundTrip,
    /// Whether it has ended by time.
    pub is_late: bool,
}

/// Lets a browser go. `state` is what it comes back with: a token of `env.random`, which nobody else learns. `life_ms` is
/// how long it may take, milliseconds.
///
/// # Errors
/// When the database did not answer.
pub async fn open(
    env: &Env,
    pool: &PoolId,
    state: &str,
    trip: &RoundTrip,
    life_ms: i64,
) -> Result<(), StoreError> {
    let mut row = seal(env, pool, digest(state), trip);
    row.expires_at = env.now().saturating_add(life_ms);
    env.db.write(move |c| round_trips::insert(c, &row)).await
}

/// Looks at a round trip without ending it.
///
/// # Errors
/// [`FederationError::Internal`] when what it holds cannot be opened, or the database's.
pub async fn find(env: &Env, pool: &PoolId, state: &str) -> Result<Option<Found>, TripError> {
    if state.is_empty() || state.len() > LONGEST_STATE {
        return Ok(None);
    }
    let (pool_id, id) = (pool.clone(), digest(state));
    let Some(row) = env.db.read(move |c| round_trips::find(c, &pool_id, &id)).await? else { return Ok(None) };
    let lost = |_| FederationError::Internal("a round trip cannot be opened".to_owned());
    let json = env.keys.open_column(place(pool, &row.id), &row.sealed_state).map_err(lost)?;
    let trip = serde_json::from_slice(&json)
        .map_err(|_| FederationError::Internal("a round trip cannot be read".to_owned()))?;
    Ok(Some(Found { trip, is_late: row.expires_at <= env.now() }))
}

/// Keeps what a provider has posted until the browser comes with its cookies.
///
/// # Errors
/// When the database did not answer.
pub async fn keep_posted(
    env: &Env,
    pool: &PoolId,
    state: &str,
    trip: &RoundTrip,
    posted: Posted,
) -> Result<(), StoreError> {
    let row = seal(env, pool, digest(state), &RoundTrip { posted: Some(posted), ..trip.clone() });
    env.db.write(move |c| round_trips::keep(c, &row)).await?;
    Ok(())
}

/// Ends a round trip; of several callers one is told that it did.
///
/// # Errors
/// When the database did not answer.
pub async fn close(env: &Env, pool: &PoolId, state: &str) -> Result<bool, StoreError> {
    let (pool, id) = (pool.clone(), digest(state));
    env.db.write(move |c| round_trips::consume(c, &pool, &id)).await
}

/// Why a round trip could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum TripError {
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What it holds is lost.
    #[error(transparent)]
    Lost(#[from] FederationError),
}

fn digest(state: &str) -> String {
    sha256_base64url(state.as_bytes())
}

fn seal(env: &Env, pool: &PoolId, id: String, trip: &RoundTrip) -> StoredRoundTrip {
    let json = serde_json::to_vec(trip).expect("texts are JSON");
    let sealed_state = env.keys.seal_column(place(pool, &id), &json, env.random.as_ref());
    let provider = trip.provider.clone();
    StoredRoundTrip { id, pool_id: pool.clone(), provider, sealed_state, expires_at: 0 }
}

fn place<'a>(pool: &'a PoolId, id: &'a str) -> [&'a str; 4] {
    [pool.as_str(), "round_trips", id, "sealed_state"]
}
