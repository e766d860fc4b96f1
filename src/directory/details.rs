//! Everything an operator may see of a person: no secret, no hash, no code.

use super::DirectoryError;
use crate::env::Env;
use crate::model::group::Group;
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::security::lockout::{Locks, OwnCounters};
use crate::store::sign_out::{self, Open};
use crate::store::{groups, passwords, totp_factors};

/// What is stored of a person beside the account itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    /// The groups, by precedence.
    pub groups: Vec<Group>,
    /// When the password was set; `None` when there is none.
    pub password_set_at: Option<i64>,
    /// Until when a temporary password signs in; `None` when it is none.
    pub password_temporary_until: Option<i64>,
    /// The name of the authenticator app's device; the outer `None` without such a factor.
    pub totp_device: Option<Option<String>>,
    /// Sessions and token families that are open.
    pub open: Open,
    /// When the locks end.
    pub locks: Locks,
}

/// The details of a person, all as of one moment's reading.
///
/// # Errors
/// When the database did not answer.
pub async fn of(env: &Env, pool: &UserPool, user: &User) -> Result<Details, DirectoryError> {
    let counters = OwnCounters::of(env, &pool.id, &user.id);
    let (pool, user, now) = (pool.id.clone(), user.id.clone(), env.now());
    let read = env.db.read(move |c| {
        let password = passwords::find(c, &user)?;
        Ok(Details {
            groups: groups::list_of_user(c, &pool, &user)?,
            password_set_at: password.as_ref().map(|password| password.set_at),
            password_temporary_until: password.and_then(|password| password.temporary_until),
            totp_device: totp_factors::find(c, &user)?.map(|factor| factor.device_name),
            open: sign_out::count_open(c, &pool, &user, now)?,
            locks: counters.locks(c)?,
        })
    });
    Ok(read.await?)
}
