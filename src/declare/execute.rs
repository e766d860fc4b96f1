//! Writing the steps of one pool inside one transaction.

use super::step::{Step, Work};
use crate::directory::domains::{DomainError, inside};
use crate::directory::{DirectoryError, declared, pools, providers};
use crate::env::Env;
use crate::model::domain::PoolDomain;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::security::audit;
use crate::store::sign_out::{self, Keep};
use crate::store::{
    AnyConn, StoreError, client_secrets, clients, groups, identity_providers, resource_servers, signing_keys,
    users,
};

/// Writes every step and its audit row. The inner error undoes nothing by itself: the caller rolls back.
pub(super) fn all(
    env: &Env,
    c: &mut AnyConn,
    pool: &UserPool,
    steps: &[Step],
    now: i64,
) -> Result<Result<(), DirectoryError>, StoreError> {
    for step in steps {
        if let Err(error) = one(env, c, pool, &step.work, now)? {
            return Ok(Err(error));
        }
        if let Some(event) = &step.event {
            audit::record(c, event)?;
        }
    }
    Ok(Ok(()))
}

fn one(
    env: &Env,
    c: &mut AnyConn,
    pool: &UserPool,
    work: &Work,
    now: i64,
) -> Result<Result<(), DirectoryError>, StoreError> {
    let id_of_pool = &pool.id;
    let there = |found: bool, what: &'static str| {
        Ok(if found { Ok(()) } else { Err(DirectoryError::NotFound(what)) })
    };
    let done = |outcome: Result<PoolDomain, DomainError>| outcome.map(drop).map_err(DirectoryError::from);
    match work {
        Work::InsertPool(row) => crate::store::pools::insert(c, row)?,
        Work::UpdatePool(row) => return pools::store_update(c, row),
        Work::AddDomain(addition) => return Ok(done(addition.run(env, c)?)),
        Work::SetPrimaryDomain(name) => return Ok(done(inside::set_primary(env, c, id_of_pool, name)?)),
        Work::DeleteDomain(name) => return Ok(done(inside::remove(env, c, id_of_pool, name)?)),
        Work::PutServer(row) => resource_servers::put(c, row)?,
        Work::DeleteServer(identifier) => {
            return there(resource_servers::delete(c, id_of_pool, identifier)?, "resource server");
        }
        Work::InsertGroup(row) => groups::insert(c, row)?,
        Work::UpdateGroup(row) => return there(groups::update(c, row)?, "group"),
        Work::DeleteGroup(name) => return there(groups::delete(c, id_of_pool, name)?, "group"),
        Work::PutProvider(row) => {
            let all = identity_providers::list(c, id_of_pool)?;
            return providers::put_row(c, all.iter().find(|one| one.name == row.name), row);
        }
        Work::DeleteProvider(name) => {
            return there(identity_providers::delete(c, id_of_pool, name)?, "identity provider");
        }
        Work::InsertClient(row) => clients::insert(c, row)?,
        Work::UpdateClient(row) => return there(clients::update(c, row)?, "client"),
        Work::DeleteClient(id) => return there(clients::delete(c, id_of_pool, id)?, "client"),
        Work::InsertSecret(client, secret) => client_secrets::insert(c, client, secret)?,
        Work::DeleteSecret(client, id) => {
            return there(client_secrets::delete(c, client, id)?, "client secret");
        }
        Work::MakePerson(..) => {
            return Ok(Err(DirectoryError::Internal("a person was not prepared".to_owned())));
        }
        Work::InsertPerson(person, memberships) => {
            if let Err(error) = person.insert(c)? {
                return Ok(Err(error));
            }
            for group in memberships {
                groups::insert_member(c, id_of_pool, group, &person.user().id)?;
            }
        }
        Work::ChangePerson(id, given) => return declared::change(c, pool, id, given, now),
        Work::EnablePerson(id, enabled) => {
            let found = users::update_enabled(c, id_of_pool, id, *enabled, now)?;
            if found && !enabled {
                sign_out::end_all(c, id_of_pool, id, &Keep::default(), now)?;
            }
            return there(found, "user");
        }
        Work::AddMember(group, id) => {
            if !users::hold(c, id_of_pool, id)? {
                return there(false, "user");
            }
            groups::insert_member(c, id_of_pool, group, id)?;
        }
    }
    Ok(Ok(()))
}

/// Takes the rows that the steps change until the end of the write, before they are looked at: what is changed from
/// what was read must not be changed by somebody else in between.
pub(super) fn hold(env: &Env, c: &mut AnyConn, pool: &PoolId, steps: &[Step]) -> Result<(), StoreError> {
    // First of all, as in every other change of domains.
    if steps.iter().any(|step| step.work.is_about_domains()) {
        inside::begin(env, c)?;
    }
    signing_keys::lock_pool(c, pool)?;
    for step in steps {
        match &step.work {
            Work::UpdateClient(client) => {
                clients::hold(c, pool, &client.id)?;
            }
            Work::InsertSecret(id, _) | Work::DeleteSecret(id, _) | Work::DeleteClient(id) => {
                clients::hold(c, pool, id)?;
            }
            Work::ChangePerson(id, _) | Work::EnablePerson(id, _) | Work::AddMember(_, id) => {
                users::hold(c, pool, id)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Hashes the passwords that the steps need, outside of any transaction.
pub(super) async fn prepare(env: &Env, pool: &UserPool, steps: &[Step]) -> Result<Vec<Step>, DirectoryError> {
    let mut ready = Vec::with_capacity(steps.len());
    for step in steps {
        ready.push(match &step.work {
            Work::MakePerson(user, memberships) => {
                let person = declared::prepare(env, pool, (**user).clone()).await?;
                let event = step.event.clone().map(|event| event.about("user", &person.user().id));
                Step { work: Work::InsertPerson(Box::new(person), memberships.clone()), event }
            }
            _ => step.clone(),
        });
    }
    Ok(ready)
}
