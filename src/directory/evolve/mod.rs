//! Changing what Cognito freezes when a pool is made: what signs people in, whether cases are told apart, the schema
//! of attributes.
//!
//! Owns the plan of such a change, the list of the people it would leave in the way, and its carrying out in one
//! write. Leaves to others what settings may say at all (`pools::check`) and single people's changes.
//!
//! ```text
//! Wish → Plan (settings before and after) → Judge walks over the people, page by page → obstacles, or Applied
//! ```
//!
//! A preview walks with a connection of its own for each page and holds nobody up. The change itself takes the pool's
//! row first: whoever writes an account by the pool's rules keeps that row for the length of their write and looks
//! whether the rules they checked by still hold (`still_holds`), so nobody slips in under the old ones.

mod apply;
mod judge;
mod plan;

use serde::Serialize;

pub(crate) use apply::carry_out;
pub use apply::{Applied, apply};
pub use judge::{Obstacle, Reason};
pub(crate) use plan::Plan;
pub use plan::Wish;

use super::DirectoryError;
use crate::env::Env;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::UserPool;
use crate::store::{AnyConn, StoreError, clients, pools, user_attributes};
use judge::Judge;

/// How many people are judged at a time.
const PAGE: i64 = 500;

/// What a change would meet and do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// How many obstacles there are; with any, the change is refused.
    pub obstacles: u64,
    /// A page of them, by the ids of the people.
    pub listed: Vec<Obstacle>,
    /// What would change when nothing is in the way.
    pub effect: Effect,
}

/// What a change does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// People of the pool who were looked at.
    pub people: u64,
    /// Names that begin to sign somebody in.
    pub names_gained: u64,
    /// Names that end to sign somebody in.
    pub names_lost: u64,
    /// Values that get another attribute name.
    pub values_moved: u64,
    /// Values that are deleted.
    pub values_lost: u64,
    /// Clients whose lists of attributes change.
    pub clients: Vec<String>,
}

/// Which obstacles are listed.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Only those of people with a later id.
    pub after: Option<UserId>,
    /// So many at most.
    pub most: usize,
}

/// Why a change did not take place.
#[derive(Debug, thiserror::Error)]
pub enum EvolveError {
    /// People are in the way; nothing was changed.
    #[error("{} are in the way of this change", count_of(.0.obstacles))]
    InTheWay(Box<Preview>),
    /// The wish itself cannot be.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
}

impl From<StoreError> for EvolveError {
    fn from(error: StoreError) -> Self {
        Self::Directory(error.into())
    }
}

fn count_of(obstacles: u64) -> String {
    if obstacles == 1 { "1 account".to_owned() } else { format!("{obstacles} accounts") }
}

/// Looks what a change would meet, without changing anything and without holding anybody up. People who come and go
/// meanwhile may be missed; the change itself looks again.
///
/// # Errors
/// [`DirectoryError::NotFound`], [`DirectoryError::InvalidSetting`].
pub async fn preview(
    env: &Env,
    pool: &PoolId,
    wish: &Wish,
    listing: Listing,
) -> Result<Preview, DirectoryError> {
    let before = super::pools::find(env, pool).await?.ok_or(DirectoryError::NotFound("pool"))?;
    let plan = Plan::of(&before, wish)?;
    let mut judge = Judge::new(plan.clone(), listing);
    while !judge.is_done() {
        judge = env
            .db
            .read(move |c| {
                judge.page(c)?;
                Ok(judge)
            })
            .await?;
    }
    let totals = env.db.read(move |c| totals(c, &plan)).await?;
    Ok(judge.into_preview(totals))
}

/// What does not depend on single people.
fn totals(c: &mut AnyConn, plan: &Plan) -> Result<Effect, StoreError> {
    let mut effect = Effect::default();
    let pool = &plan.after.id;
    if let Some((from, _)) = &plan.moved {
        effect.values_moved = u64::try_from(user_attributes::count(c, pool, from)?).unwrap_or_default();
    }
    for name in &plan.dropped {
        effect.values_lost += u64::try_from(user_attributes::count(c, pool, name)?).unwrap_or_default();
    }
    if plan.touches_clients() {
        let all = clients::list(c, pool)?;
        effect.clients = all
            .into_iter()
            .filter(|client| plan.client_settings(&client.settings).is_some())
            .map(|client| client.id.to_string())
            .collect();
    }
    Ok(effect)
}

/// What a write says that was checked by rules which hold no more: the next attempt reads them anew.
pub(crate) fn overtaken(env: &Env, pool: &UserPool) -> DirectoryError {
    env.settings_cache.pools.forget(&pool.id);
    DirectoryError::Busy
}

/// Whether the rules about names and attributes that `pool` was read with are still the pool's, and keeps them so until
/// the end of the write. To be called first in every write that follows from them.
pub(crate) fn still_holds(c: &mut AnyConn, pool: &UserPool) -> Result<bool, StoreError> {
    let now = pools::find_kept(c, &pool.id)?;
    Ok(now.is_some_and(|now| {
        now.settings.sign_in == pool.settings.sign_in && now.settings.schema == pool.settings.schema
    }))
}
