//! Whom of the pool the rows of a batch meet: themselves, or somebody who has what they would have.

use std::collections::HashMap;

use super::prepare::Prepared;
use crate::directory::names;
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{PoolSettings, UserPool};
use crate::model::user::User;
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{AnyConn, StoreError, user_names, users};

/// Who of the pool a row meets.
pub(super) enum Met<'a> {
    Nobody,
    Themselves(&'a User),
    Another(String),
}

/// The people of the pool that a batch meets.
pub(super) struct Meeting {
    pool: PoolId,
    settings: PoolSettings,
    by_id: HashMap<UserId, User>,
    owners: HashMap<(&'static str, String), UserId>,
}

impl Meeting {
    pub(super) fn of(c: &mut AnyConn, pool: &UserPool, batch: &[Prepared]) -> Result<Self, StoreError> {
        let folded: Vec<&str> =
            batch.iter().flat_map(|person| &person.names).map(|name| name.folded.as_str()).collect();
        let found = user_names::find_any(c, &pool.id, &NameKind::ALL, &folded)?;
        let mut ids: Vec<&str> = batch.iter().map(|person| person.user.id.as_str()).collect();
        ids.extend(found.iter().map(|(_, user)| user.as_str()));
        let by_id = users::list_any(c, &ids)?.into_iter().map(|user| (user.id.clone(), user)).collect();
        let owners = found.into_iter().map(|(name, user)| ((realm(name.kind), name.folded), user)).collect();
        Ok(Self { pool: pool.id.clone(), settings: pool.settings.clone(), by_id, owners })
    }

    /// Who a row without an id is about: whoever has its user name, or its address where that stands in for one.
    fn named_like(&self, person: &Prepared) -> Option<&User> {
        let stood_in_for = person.user.username == person.user.id.as_str();
        let owner = |name: &SignInName| {
            self.owners.get(&(realm(name.kind), name.folded.clone())).and_then(|owner| self.by_id.get(owner))
        };
        person.names.iter().find_map(|name| match name.kind {
            NameKind::Username if !stood_in_for => {
                // A preferred user name is in the same realm, and somebody else's.
                owner(name).filter(|user| names::username_name(&self.settings, &user.username) == *name)
            }
            NameKind::Email | NameKind::PhoneNumber if stood_in_for => owner(name),
            _ => None,
        })
    }

    pub(super) fn judge(&self, person: &Prepared) -> Met<'_> {
        let owners: Vec<(&'static str, &UserId)> = person
            .names
            .iter()
            .filter_map(|name| {
                let owner = self.owners.get(&(realm(name.kind), name.folded.clone()))?;
                Some((what(name.kind), owner))
            })
            .collect();
        let present = match self.by_id.get(&person.user.id) {
            Some(user) if user.pool_id != self.pool => {
                return Met::Another("another pool of this server has a person of this id".into());
            }
            Some(user) => Some(user),
            None if !person.has_own_id => self.named_like(person),
            None => None,
        };
        let foreign = owners.iter().find(|(_, owner)| present.is_none_or(|user| user.id != **owner));
        match (foreign, present) {
            (Some((what, owner)), _) => Met::Another(format!("{owner} has the same {what}")),
            (None, Some(user)) => Met::Themselves(user),
            (None, None) => Met::Nobody,
        }
    }
}

pub(super) fn realm(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Username | NameKind::PreferredUsername => "name",
        NameKind::Email => "email",
        NameKind::PhoneNumber => "phone",
    }
}

pub(super) fn what(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Username => "user name",
        NameKind::PreferredUsername => "preferred user name",
        NameKind::Email => "e-mail address",
        NameKind::PhoneNumber => "phone number",
    }
}
