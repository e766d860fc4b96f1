//! Carries a plan out: everything in one write, or nothing.

use serde::Serialize;

use super::judge::{self, Judge, Person};
use super::plan::{Plan, Wish};
use super::{Effect, EvolveError, Listing, Preview, totals};
use crate::directory::{DirectoryError, names};
use crate::env::Env;
use crate::model::client::AppClient;
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::user_attributes::StoredAttribute;
use crate::store::{AnyConn, StoreError, clients, pools, user_attributes, user_names};

/// What a change did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Applied {
    /// The pool as it is now.
    #[serde(skip)]
    pub pool: UserPool,
    /// What it did.
    pub effect: Effect,
}

/// Carries a wish out, unless somebody is in the way. Sign-ups in this pool wait meanwhile.
///
/// # Errors
/// [`EvolveError::InTheWay`] with the first obstacles; [`DirectoryError::NotFound`],
/// [`DirectoryError::InvalidSetting`].
pub async fn apply(env: &Env, pool: &PoolId, wish: &Wish, listing: Listing) -> Result<Applied, EvolveError> {
    let (id, wish, now) = (pool.clone(), wish.clone(), env.now());
    let mut event = audit::event(env, wish.action()).in_pool(pool).about("pool", pool);
    if let Some(attribute) = wish.attribute() {
        event = event.with("attribute", attribute);
    }
    let outcome = env.db.write(move |c| {
        if !pools::hold(c, &id)? {
            return Ok(Err(DirectoryError::NotFound("pool").into()));
        }
        let Some(before) = pools::find(c, &id)? else {
            return Ok(Err(DirectoryError::NotFound("pool").into()));
        };
        let mut plan = match Plan::of(&before, &wish) {
            Ok(plan) => plan,
            Err(error) => return Ok(Err(error.into())),
        };
        plan.after.updated_at = now;
        let effect = match carry_out(c, &plan, listing.clone())? {
            Ok(effect) => effect,
            Err(preview) => return Ok(Err(EvolveError::InTheWay(Box::new(preview)))),
        };
        let mut event = event.clone();
        for (name, count) in [
            ("names_gained", effect.names_gained),
            ("names_lost", effect.names_lost),
            ("values_moved", effect.values_moved),
            ("values_lost", effect.values_lost),
        ] {
            if count > 0 {
                event = event.with(name, count);
            }
        }
        if let Wish::Rename { to, .. } = &wish {
            event = event.with("to", to.as_str());
        }
        audit::record(c, &event)?;
        Ok(Ok(Applied { pool: plan.after, effect }))
    });
    let applied = outcome.await??;
    env.settings_cache.pools.forget(pool);
    for client in &applied.effect.clients {
        env.settings_cache.clients.forget(&(pool.clone(), ClientId::trusted(client.as_str())));
    }
    Ok(applied)
}

/// Writes what a plan says, in a write that holds the pool; with somebody in the way, nothing, and says who.
pub(crate) fn carry_out(
    c: &mut AnyConn,
    plan: &Plan,
    listing: Listing,
) -> Result<Result<Effect, Preview>, StoreError> {
    let mut judge = Judge::new(plan.clone(), listing);
    while !judge.is_done() {
        judge.page(c)?;
    }
    let preview = judge.into_preview(totals(c, plan)?);
    if preview.obstacles > 0 {
        return Ok(Err(preview));
    }
    if plan.changes_names() {
        rename_everybody(c, plan)?;
    }
    let pool = &plan.after.id;
    if let Some((from, to)) = &plan.moved {
        user_attributes::rename(c, pool, from, to)?;
    }
    for name in &plan.dropped {
        user_attributes::delete_everywhere(c, pool, name)?;
    }
    if plan.touches_clients() {
        for client in clients::list(c, pool)? {
            if let Some(settings) = plan.client_settings(&client.settings) {
                let updated_at = plan.after.updated_at;
                clients::update(c, &AppClient { settings, updated_at, ..client })?;
            }
        }
    }
    pools::update(c, &plan.after)?;
    Ok(Ok(preview.effect))
}

/// Frees the names that end, and then reserves those that begin: until all old ones are free a new one may seem taken.
fn rename_everybody(c: &mut AnyConn, plan: &Plan) -> Result<(), StoreError> {
    let pool = &plan.after.id;
    each_person(c, plan, |c, people| {
        for person in people {
            let next = judge::names_after(plan, person);
            for name in person.names.iter().filter(|name| !next.contains(name)) {
                user_names::delete_one(c, pool, name, &person.user.id)?;
            }
        }
        Ok(())
    })?;
    let case_rule_changed =
        plan.before.settings.sign_in.case_sensitive != plan.after.settings.sign_in.case_sensitive;
    each_person(c, plan, |c, people| {
        let mut begin = Vec::new();
        for person in people {
            let id = &person.user.id;
            let next = judge::names_after(plan, person).into_iter();
            begin.extend(next.filter(|name| !person.names.contains(name)).map(|name| (name, id.clone())));
            if case_rule_changed && let Some(value) = person.user.attributes.get("preferred_username") {
                let name = "preferred_username".to_owned();
                let folded_value = names::fold_value(&plan.after.settings, &name, value);
                let stored = StoredAttribute { name, value: value.clone(), folded_value };
                user_attributes::put(c, pool, id, &[stored])?;
            }
        }
        user_names::insert_many(c, pool, &begin)
    })
}

fn each_person(
    c: &mut AnyConn,
    plan: &Plan,
    work: impl Fn(&mut AnyConn, &[Person]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let wanted = judge::name_attributes(plan);
    let mut after = None;
    loop {
        let people = judge::read_page(c, plan, after.as_ref(), &wanted)?;
        let Some(last) = people.last() else { return Ok(()) };
        after = Some(last.user.id.clone());
        work(c, &people)?;
    }
}
