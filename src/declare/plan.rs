//! The difference between a declaration and what there is, checked by every rule before anything is written.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value as Json, json};

use super::change::{Change, ChangeKind, differences};
use super::document::{Document, PoolDeclaration};
use super::present::{Present, Scope};
use super::problem::{Place, Problem, Problems};
use super::settings;
use super::step::{Step, Work};
use crate::directory::{DirectoryError, pools};
use crate::env::Env;
use crate::model::event::AuditEvent;
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::{PoolSettings, UserPool};
use crate::render::own_texts;
use crate::security::audit;
use crate::store::StoreError;

mod clients;
mod contents;
mod domains;
mod users;

/// How a declaration is understood.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlanOptions {
    /// Whether what a pool has and the declaration does not name is deleted: domains, clients, groups, resource servers,
    /// identity providers, earlier client secrets. Never people, never pools.
    pub prune: bool,
}

/// What applying a declaration would do.
pub struct Plan {
    /// Pool by pool, in the order of the declaration.
    pub pools: Vec<PoolPlan>,
    pub(super) options: PlanOptions,
}

/// What it would do to one pool.
pub struct PoolPlan {
    /// The pool.
    pub pool: UserPool,
    /// The changes; empty when there is nothing to do.
    pub changes: Vec<Change>,
    /// What the operator should know.
    pub notes: Vec<String>,
    /// Secrets that were drawn, to be shown once they are stored.
    pub(super) drawn: Vec<DrawnSecretOf>,
    pub(super) steps: Vec<Step>,
    pub(super) present: Present,
    pub(super) scope: Scope,
}

/// A secret that was drawn for a client.
#[derive(Clone)]
pub(super) struct DrawnSecretOf {
    pub(super) client: ClientId,
    pub(super) value: SecretString,
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The declaration breaks rules; each problem has its line.
    #[error("the declaration has {} problems", .0.len())]
    Problems(Vec<Problem>),
    /// Something stored cannot be read.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
}

impl From<StoreError> for PlanError {
    fn from(error: StoreError) -> Self {
        Self::Directory(error.into())
    }
}

impl Plan {
    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.pools.iter().all(|pool| pool.changes.is_empty())
    }

    /// Whether applying draws client secrets.
    pub fn draws_secrets(&self) -> bool {
        self.pools.iter().any(|pool| !pool.drawn.is_empty())
    }

    /// What would be deleted, as pool and change.
    pub fn removals(&self) -> impl Iterator<Item = (&PoolId, &Change)> {
        self.pools.iter().flat_map(|pool| {
            pool.changes.iter().filter(|change| change.is_removal()).map(|change| (&pool.pool.id, change))
        })
    }
}

/// Compares a declaration with what there is. Reads only; takes time in proportion to the declaration.
///
/// # Errors
/// [`PlanError::Problems`] with every problem of every pool.
pub async fn plan(env: &Env, document: &Document, options: PlanOptions) -> Result<Plan, PlanError> {
    let mut plans = Vec::with_capacity(document.pools.len());
    let mut found = Vec::new();
    for declaration in &document.pools {
        match plan_pool(env, declaration, options).await {
            Ok(plan) => plans.push(plan),
            Err(PlanError::Problems(problems)) => found.extend(problems),
            Err(other) => return Err(other),
        }
    }
    if found.is_empty() { Ok(Plan { pools: plans, options }) } else { Err(PlanError::Problems(found)) }
}

/// The plan of one pool.
pub(super) async fn plan_pool(
    env: &Env,
    declaration: &PoolDeclaration,
    options: PlanOptions,
) -> Result<PoolPlan, PlanError> {
    let id = find_id(env, declaration).await?;
    let is_drawn = id.is_none();
    let id = id.unwrap_or_else(|| drawn_id(env));
    let scope = Scope::of(id, declaration, options.prune);
    let reading = scope.clone();
    let now = env.now();
    let present = env.db.read(move |c| Present::read(c, &reading, now)).await?;
    let problems = Problems::default();
    let planned = Draft::of(env, declaration, options, (scope, present), &problems);
    let Some(mut plan) = planned?.filter(|_| problems.is_empty()) else {
        return Err(PlanError::Problems(problems.into_list()));
    };
    if is_drawn {
        let (name, id) = (&plan.pool.name, &plan.pool.id);
        plan.notes
            .push(format!("the new pool {name:?} gets the id {id}; it is found by its name from now on"));
    }
    Ok(plan)
}

/// The pool that is meant; `None` for one that gets a new id.
async fn find_id(env: &Env, declaration: &PoolDeclaration) -> Result<Option<PoolId>, PlanError> {
    if let Some(id) = &declaration.id {
        return Ok(Some(id.clone()));
    }
    let name = declaration.name.clone().unwrap_or_default();
    let wanted = name.clone();
    let mut ids = env.db.read(move |c| crate::store::pools::list_ids_by_name(c, &wanted)).await?;
    if ids.len() > 1 {
        let listed: Vec<&str> = ids.iter().map(PoolId::as_str).collect();
        let problems = Problems::default();
        let reason =
            format!("{} pools have the name {name:?} ({}); say which by id", ids.len(), listed.join(", "));
        problems.add(&declaration.place, "pool.name", reason);
        return Err(PlanError::Problems(problems.into_list()));
    }
    Ok(ids.pop())
}

fn drawn_id(env: &Env) -> PoolId {
    PoolId::trusted(format!("{}_{}", env.settings.region, env.random.alphanumeric_lower(9)))
}

/// A plan that grows, and what its rules need.
pub(super) struct Draft<'a> {
    env: &'a Env,
    declaration: &'a PoolDeclaration,
    options: PlanOptions,
    problems: &'a Problems,
    pool: UserPool,
    present: Present,
    now: i64,
    changes: Vec<Change>,
    steps: Vec<Step>,
    /// Deletions, which come last.
    late: Vec<Step>,
    notes: Vec<String>,
    drawn: Vec<DrawnSecretOf>,
}

impl<'a> Draft<'a> {
    fn of(
        env: &'a Env,
        declaration: &'a PoolDeclaration,
        options: PlanOptions,
        (scope, present): (Scope, Present),
        problems: &'a Problems,
    ) -> Result<Option<PoolPlan>, PlanError> {
        let now = env.now();
        let before = present.pool.clone();
        if present.is_deleted {
            let reason = format!("was deleted; take it back with `vestibule pool restore {}`", scope.pool);
            problems.add(&declaration.place, "pool", reason);
            return Ok(None);
        }
        let name = declaration.name.clone().or_else(|| before.as_ref().map(|pool| pool.name.clone()));
        let Some(name) = name else {
            problems.add(&declaration.place, "pool", "is new and needs a name");
            return Ok(None);
        };
        let default = PoolSettings::default();
        let base = before.as_ref().map_or(&default, |pool| &pool.settings);
        let Some(settings) = declaration.settings.over(base, "pool", problems) else { return Ok(None) };
        if let Err(sentence) = pools::check(&name, &settings) {
            let place = declaration.settings.table.as_ref().map_or(&declaration.place, |table| &table.place);
            problems.add(place, "pool.settings", sentence);
            return Ok(None);
        }
        if let Err(unusable) = own_texts::check_new(&settings.texts, &base.texts) {
            let table = declaration.settings.table.as_ref();
            let text = table
                .and_then(|table| table.get("texts")?.get(&unusable.language)?.get(&unusable.key))
                .or(table);
            let place = text.map_or(&declaration.place, |node| &node.place);
            let path = format!("pool.settings.texts.{}.{}", unusable.language, unusable.key);
            problems.add(place, path, unusable.reason.to_string());
            return Ok(None);
        }
        let created_at = before.as_ref().map_or(now, |pool| pool.created_at);
        let pool = UserPool { id: scope.pool.clone(), name, settings, created_at, updated_at: now };
        let mut draft = Self {
            env,
            declaration,
            options,
            problems,
            pool,
            present,
            now,
            changes: Vec::new(),
            steps: Vec::new(),
            late: Vec::new(),
            notes: Vec::new(),
            drawn: Vec::new(),
        };
        draft.pool(before.as_ref());
        draft.domains();
        let servers = draft.servers();
        let groups = draft.groups();
        draft.providers()?;
        draft.clients(&servers)?;
        draft.users(&groups);
        draft.steps.append(&mut draft.late);
        Ok(Some(PoolPlan {
            pool: draft.pool,
            changes: draft.changes,
            notes: draft.notes,
            drawn: draft.drawn,
            steps: draft.steps,
            present: draft.present,
            scope,
        }))
    }

    fn pool(&mut self, before: Option<&UserPool>) {
        let pool = Box::new(self.pool.clone());
        match before {
            None => {
                self.object(ChangeKind::Add, &[]);
                self.added(&[], "name", json!(pool.name));
                self.compare(&[], &PoolSettings::default(), &pool.settings);
                let event = self.event("pool.create").about("pool", &pool.id);
                self.steps.push(Step::new(Work::InsertPool(pool), event));
            }
            Some(before) => {
                let mut keys = self.compare(&[], &before.settings, &pool.settings);
                if before.name != pool.name {
                    self.modified(&[], "name", json!(before.name), json!(pool.name));
                    keys.push("name".to_owned());
                }
                if !keys.is_empty() {
                    let event = self.event("pool.update").about("pool", &pool.id).with("changed", keys);
                    self.steps.push(Step::new(Work::UpdatePool(pool), event));
                }
            }
        }
    }

    /// Notes where settings differ; returns the keys.
    fn compare<T: serde::Serialize>(&mut self, object: &[&str], before: &T, after: &T) -> Vec<String> {
        let found = differences(&settings::json(before), &settings::json(after));
        let mut keys = Vec::with_capacity(found.len());
        let is_new = self.changes.iter().any(|change| {
            change.kind == ChangeKind::Add && change.key.is_empty() && change.object.as_slice() == object
        });
        for (path, before, after) in found {
            let kind = if is_new { ChangeKind::Add } else { ChangeKind::Modify };
            let before = before.filter(|_| !is_new);
            let change = Change::new(kind, object, format!("settings.{path}")).between(before, after);
            self.changes.push(change);
            keys.push(path);
        }
        keys
    }

    /// A whole thing comes or goes.
    fn object(&mut self, kind: ChangeKind, object: &[&str]) {
        self.changes.push(Change::new(kind, object, ""));
    }

    fn added(&mut self, object: &[&str], key: &str, value: Json) {
        self.changes.push(Change::new(ChangeKind::Add, object, key).between(None, Some(value)));
    }

    fn modified(&mut self, object: &[&str], key: &str, before: Json, after: Json) {
        let told = |value: Json| (!value.is_null()).then_some(value);
        let change = Change::new(ChangeKind::Modify, object, key).between(told(before), told(after));
        self.changes.push(change);
    }

    fn event(&self, action: &'static str) -> AuditEvent {
        audit::event(self.env, action).in_pool(&self.pool.id).with("by", "apply")
    }

    fn refuse(&self, place: &Place, path: &str, reason: impl Into<String>) {
        self.problems.add(place, path, reason);
    }
}

/// Whether two secrets are the same, in constant time.
fn same(one: &SecretString, other: &SecretString) -> bool {
    crate::crypto::digest::constant_time_eq(one.expose_secret().as_bytes(), other.expose_secret().as_bytes())
}
