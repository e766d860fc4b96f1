//! Writing the steps of one pool inside one transaction.

use super::step::{Step, Work};
use crate::directory::{DirectoryError, pools};
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::security::audit;
use crate::store::sign_out::{self, Keep};
use crate::store::{
    AnyConn, StoreError, client_secrets, clients, groups, identity_providers, resource_servers, users,
};

/// Writes every step and its audit row. The inner error undoes nothing by itself: the caller rolls back.
pub(super) fn all(
    c: &mut AnyConn,
    pool: &PoolId,
    steps: &[Step],
    now: i64,
) -> Result<Result<(), DirectoryError>, StoreError> {
    for step in steps {
        if let Err(error) = one(c, pool, &step.work, now)? {
            return Ok(Err(error));
        }
        audit::record(c, &step.event)?;
    }
    Ok(Ok(()))
}

fn one(
    c: &mut AnyConn,
    pool: &PoolId,
    work: &Work,
    now: i64,
) -> Result<Result<(), DirectoryError>, StoreError> {
    let there = |found: bool, what: &'static str| {
        Ok(if found { Ok(()) } else { Err(DirectoryError::NotFound(what)) })
    };
    match work {
        Work::InsertPool(row) => crate::store::pools::insert(c, row)?,
        Work::UpdatePool(row) => return pools::store_update(c, row),
        Work::PutServer(row) => resource_servers::put(c, row)?,
        Work::DeleteServer(identifier) => {
            return there(resource_servers::delete(c, pool, identifier)?, "resource server");
        }
        Work::InsertGroup(row) => groups::insert(c, row)?,
        Work::UpdateGroup(row) => return there(groups::update(c, row)?, "group"),
        Work::DeleteGroup(name) => return there(groups::delete(c, pool, name)?, "group"),
        Work::PutProvider(row) => identity_providers::put(c, row)?,
        Work::DeleteProvider(name) => {
            return there(identity_providers::delete(c, pool, name)?, "identity provider");
        }
        Work::InsertClient(row) => clients::insert(c, row)?,
        Work::UpdateClient(row) => return there(clients::update(c, row)?, "client"),
        Work::DeleteClient(id) => return there(clients::delete(c, pool, id)?, "client"),
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
                groups::insert_member(c, pool, group, &person.user().id)?;
            }
        }
        Work::ChangePerson(change) => return change.apply(c),
        Work::EnablePerson(id, enabled) => {
            let found = users::update_enabled(c, pool, id, *enabled, now)?;
            if found && !enabled {
                sign_out::end_all(c, pool, id, &Keep::default(), now)?;
            }
            return there(found, "user");
        }
        Work::AddMember(group, id) => {
            if !users::hold(c, pool, id)? {
                return there(false, "user");
            }
            groups::insert_member(c, pool, group, id)?;
        }
    }
    Ok(Ok(()))
}

/// Hashes the passwords that the steps need, outside of any transaction.
pub(super) async fn prepare(
    env: &Env,
    pool: &crate::model::pool::UserPool,
    steps: &[Step],
) -> Result<Vec<Step>, DirectoryError> {
    let mut ready = Vec::with_capacity(steps.len());
    for step in steps {
        ready.push(match &step.work {
            Work::MakePerson(user, memberships) => {
                let person = crate::directory::declared::prepare(env, pool, (**user).clone()).await?;
                let event = step.event.clone().about("user", &person.user().id);
                Step { work: Work::InsertPerson(Box::new(person), memberships.clone()), event }
            }
            _ => step.clone(),
        });
    }
    Ok(ready)
}
