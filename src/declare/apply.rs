//! Writing a plan: one transaction a pool, which first looks whether the difference still holds.

use secrecy::SecretString;

use super::change::Change;
use super::document::{Document, PoolDeclaration};
use super::execute;
use super::plan::{Plan, PlanError, PlanOptions, PoolPlan, plan_pool};
use super::present::Present;
use crate::directory::DirectoryError;
use crate::env::Env;
use crate::model::ids::{ClientId, PoolId};
use crate::store::{StoreError, meta};

/// The row that applying holds until the end of its transaction, so that two of them take turns.
const LOCK: &str = "declaration_lock";

/// How often a pool is compared anew when somebody else changes it meanwhile.
const TRIES: usize = 5;

/// What was written.
#[derive(Default)]
pub struct Applied {
    /// The pools that were changed, with the number of changes.
    pub pools: Vec<(PoolId, usize)>,
    /// Secrets that were drawn. They are shown this once.
    pub secrets: Vec<DrawnSecret>,
}

/// A client secret that was drawn.
pub struct DrawnSecret {
    /// The pool.
    pub pool: PoolId,
    /// The client.
    pub client: ClientId,
    /// The secret.
    pub value: SecretString,
}

/// Why applying ended early.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// Somebody else changed the pool again and again, or so that more would be deleted than was agreed to.
    #[error("somebody else changed the pool {0} meanwhile; apply once more")]
    Changed(PoolId),
    /// What there is now does not go together with the declaration any more.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The pool could not be written; nothing of it was.
    #[error("nothing of the pool {pool} was written: {cause}")]
    Pool {
        /// The pool.
        pool: PoolId,
        /// Why.
        cause: DirectoryError,
    },
}

/// Writes a plan, pool by pool, each wholly or not at all.
///
/// # Errors
/// The first pool that could not be written, with what was written before it.
pub async fn apply(env: &Env, document: &Document, plan: Plan) -> Result<Applied, (Applied, ApplyError)> {
    let mut applied = Applied::default();
    let Plan { pools, options } = plan;
    for (declaration, plan) in document.pools.iter().zip(pools) {
        match apply_pool(env, declaration, options, plan).await {
            Ok(Some(written)) => {
                let pool = written.pool.id;
                applied.pools.push((pool.clone(), written.changes.len()));
                applied.secrets.extend(written.drawn.into_iter().map(|drawn| DrawnSecret {
                    pool: pool.clone(),
                    client: drawn.client,
                    value: drawn.value,
                }));
            }
            Ok(None) => {}
            Err(error) => return Err((applied, error)),
        }
    }
    Ok(applied)
}

/// Writes one pool; returns the plan that was written, which is another one when somebody else was faster.
async fn apply_pool(
    env: &Env,
    declaration: &PoolDeclaration,
    options: PlanOptions,
    mut plan: PoolPlan,
) -> Result<Option<PoolPlan>, ApplyError> {
    let agreed: Vec<Change> = plan.changes.iter().filter(|change| change.is_removal()).cloned().collect();
    for _ in 0..TRIES {
        if plan.steps.is_empty() {
            return Ok(None);
        }
        if write(env, declaration, &plan).await? {
            return Ok(Some(plan));
        }
        plan = plan_pool(env, declaration, options).await?;
        if plan.changes.iter().any(|change| change.is_removal() && !agreed.contains(change)) {
            break;
        }
    }
    Err(ApplyError::Changed(plan.pool.id))
}

enum Outcome {
    Written,
    /// What there is has changed since the plan was made.
    Changed,
}

/// Writes the plan unless what it was made from has changed; returns whether it did.
async fn write(env: &Env, declaration: &PoolDeclaration, plan: &PoolPlan) -> Result<bool, ApplyError> {
    let failed = |cause| ApplyError::Pool { pool: plan.pool.id.clone(), cause };
    let steps = execute::prepare(env, &plan.pool, &plan.steps).await.map_err(failed)?;
    let (pool, scope, present, now) =
        (plan.pool.clone(), plan.scope.clone(), plan.present.clone(), env.now());
    // A pool that is known by its name only must not be made twice.
    let unseen_name =
        (declaration.id.is_none() && plan.present.pool.is_none()).then(|| plan.pool.name.clone());
    let writer = env.clone();
    let written = env.db.write(move |c| {
        meta::set(c, LOCK, "")?;
        execute::hold(&writer, c, &pool.id, &steps)?;
        if let Some(name) = &unseen_name
            && !crate::store::pools::list_ids_by_name(c, name)?.is_empty()
        {
            return Ok(Ok(Outcome::Changed));
        }
        if !Present::read(c, &scope, now)?.is_still(&present) {
            return Ok(Ok(Outcome::Changed));
        }
        let mut refusal = None;
        // A refusal that is returned as a value would commit what came before it; an error undoes it.
        let done = c.savepoint(|c| match execute::all(&writer, c, &pool, &steps, now)? {
            Ok(()) => Ok(Outcome::Written),
            Err(cause) => {
                refusal = Some(cause);
                Err(StoreError::Taken { what: "something" })
            }
        });
        match (refusal, done) {
            (Some(cause), _) => Ok(Err(cause)),
            (None, done) => done.map(Ok),
        }
    });
    match written.await.map_err(|error| failed(error.into()))? {
        Ok(Outcome::Written) => {
            forget(env, plan);
            Ok(true)
        }
        Ok(Outcome::Changed) => Ok(false),
        Err(refusal) => Err(failed(refusal)),
    }
}

/// This process serves the new settings at once; others do within the cache's life.
fn forget(env: &Env, plan: &PoolPlan) {
    let pool = &plan.pool.id;
    env.domains.expire();
    env.settings_cache.pools.forget(pool);
    env.settings_cache.resource_servers.forget(pool);
    env.settings_cache.providers.forget(pool);
    for client in plan.present.clients.keys() {
        env.settings_cache.clients.forget(&(pool.clone(), client.clone()));
    }
}
