//! What there is of a pool, as far as a declaration is about it.

use std::collections::BTreeMap;

use super::document::PoolDeclaration;
use crate::directory::declared;
use crate::directory::domains::inside;
use crate::model::attributes::AttributeMap;
use crate::model::client::AppClient;
use crate::model::domain::{DomainName, PoolDomain};
use crate::model::group::Group;
use crate::model::ids::{ClientId, PoolId, UserId};
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;
use crate::model::user::User;
use crate::store::client_secrets::SealedSecret;
use crate::store::identity_providers::StoredProvider;
use crate::store::{
    AnyConn, StoreError, client_secrets, clients, domains, external_links, groups, identity_providers, pools,
    resource_servers,
};

/// What is looked at: the named clients and people, and all of what a pool has few of.
#[derive(Clone)]
pub(super) struct Scope {
    pub(super) pool: PoolId,
    clients: Vec<ClientId>,
    domains: Vec<DomainName>,
    users: Vec<(Option<UserId>, Option<String>, AttributeMap)>,
    /// Whether clients that are not named are looked at too.
    every_client: bool,
}

impl Scope {
    pub(super) fn of(pool: PoolId, declaration: &PoolDeclaration, every_client: bool) -> Self {
        let user = |user: &super::people::UserDeclaration| {
            (user.id.clone(), user.username.clone(), user.attributes.clone())
        };
        Self {
            pool,
            clients: declaration.clients.iter().map(|client| client.id.clone()).collect(),
            domains: declaration.domains.iter().map(|domain| domain.name.clone()).collect(),
            users: declaration.users.iter().map(user).collect(),
            every_client,
        }
    }
}

/// What there is.
#[derive(Clone, Default)]
pub(super) struct Present {
    pub(super) pool: Option<UserPool>,
    /// Whether it was deleted and can be taken back.
    pub(super) is_deleted: bool,
    pub(super) clients: BTreeMap<ClientId, PresentClient>,
    /// Named clients that belong to other pools.
    pub(super) foreign_clients: Vec<ClientId>,
    pub(super) groups: Vec<Group>,
    pub(super) domains: Vec<PoolDomain>,
    /// Named domains that the pool cannot have, and why.
    pub(super) obstacles: Vec<(DomainName, String)>,
    pub(super) servers: Vec<ResourceServer>,
    pub(super) providers: Vec<StoredProvider>,
    /// The names of those that somebody has come from.
    pub(super) linked_providers: Vec<String>,
    /// The named people, in the order of the declaration, with their groups.
    pub(super) users: Vec<Option<PresentUser>>,
}

/// A client with its secrets, the oldest first.
#[derive(Clone)]
pub(super) struct PresentClient {
    pub(super) client: AppClient,
    pub(super) secrets: Vec<SealedSecret>,
}

/// A person with the names of their groups.
#[derive(Clone, PartialEq)]
pub(super) struct PresentUser {
    pub(super) user: User,
    pub(super) groups: Vec<String>,
}

impl Present {
    /// Reads it, in as many queries as the scope has entries.
    pub(super) fn read(c: &mut AnyConn, scope: &Scope, now: i64) -> Result<Self, StoreError> {
        let pool = pools::find(c, &scope.pool)?;
        let is_deleted = pool.is_none() && pools::is_deleted(c, &scope.pool)?;
        let mut present = Self { pool, is_deleted, ..Self::default() };
        for id in &scope.clients {
            if let Some(client) = clients::find(c, &scope.pool, id)? {
                present.add_client(c, client)?;
            } else if clients::exists(c, id)? {
                present.foreign_clients.push(id.clone());
            }
        }
        for name in &scope.domains {
            if let Some(obstacle) = inside::obstacle(c, &scope.pool, name, now)? {
                present.obstacles.push((name.clone(), obstacle.to_string()));
            }
        }
        let Some(pool) = present.pool.clone() else {
            present.users = vec![None; scope.users.len()];
            return Ok(present);
        };
        if scope.every_client {
            for client in clients::list(c, &pool.id)? {
                if !present.clients.contains_key(&client.id) {
                    present.add_client(c, client)?;
                }
            }
        }
        present.domains = domains::list(c, Some(&pool.id))?;
        present.domains.retain(|domain| !domain.has_ended(now));
        present.groups = groups::list(c, &pool.id)?;
        present.servers = resource_servers::list(c, &pool.id)?;
        present.providers = identity_providers::list(c, &pool.id)?;
        for provider in &present.providers {
            if external_links::count_of_provider(c, &pool.id, &provider.name)? > 0 {
                present.linked_providers.push(provider.name.clone());
            }
        }
        for (id, username, attributes) in &scope.users {
            let user = declared::find(c, &pool, (id.as_ref(), username.as_deref(), attributes))?;
            present.users.push(match user {
                Some(user) => {
                    let groups = groups::list_of_user(c, &pool.id, &user.id)?;
                    Some(PresentUser { user, groups: groups.into_iter().map(|group| group.name).collect() })
                }
                None => None,
            });
        }
        Ok(present)
    }

    fn add_client(&mut self, c: &mut AnyConn, client: AppClient) -> Result<(), StoreError> {
        let secrets = client_secrets::list(c, &client.pool_id, &client.id)?;
        self.clients.insert(client.id.clone(), PresentClient { client, secrets });
        Ok(())
    }

    /// Whether nothing has changed since `earlier` was read.
    pub(super) fn is_still(&self, earlier: &Self) -> bool {
        let clients = |present: &Self| {
            let secrets = |client: &PresentClient| -> Vec<_> {
                client.secrets.iter().map(|s| (s.id.clone(), s.sealed_value.clone())).collect()
            };
            let all = present.clients.values().map(|client| (client.client.clone(), secrets(client)));
            all.collect::<Vec<_>>()
        };
        // When a proof is looked for next is nobody's change.
        let domains = |present: &Self| -> Vec<(DomainName, bool, bool)> {
            let all = present.domains.iter();
            all.map(|domain| (domain.name.clone(), domain.is_active(), domain.is_primary)).collect()
        };
        self.pool == earlier.pool
            && domains(self) == domains(earlier)
            && self.obstacles == earlier.obstacles
            && self.is_deleted == earlier.is_deleted
            && clients(self) == clients(earlier)
            && self.foreign_clients == earlier.foreign_clients
            && self.groups == earlier.groups
            && self.servers == earlier.servers
            && self.providers == earlier.providers
            && self.users == earlier.users
    }
}
