//! Resource servers and their scopes.

use std::sync::Arc;

use super::DirectoryError;
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;
use crate::security::audit;
use crate::store::{self, AnyConn, StoreError};

/// Makes or replaces a resource server.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn put(env: &Env, pool: &UserPool, server: ResourceServer) -> Result<(), DirectoryError> {
    check(&server).map_err(DirectoryError::InvalidSetting)?;
    let server = ResourceServer { pool_id: pool.id.clone(), ..server };
    let event = audit::event(env, "resource_server.put").in_pool(&pool.id);
    let event = event.about("resource_server", &server.identifier);
    let stored = env.db.write(move |c| {
        let all = store::resource_servers::list(c, &server.pool_id)?;
        let before = all.iter().find(|one| one.identifier == server.identifier);
        if before == Some(&server) {
            return Ok(Ok(()));
        }
        let gone = |scope: &&str| !server.scopes.iter().any(|one| one.name == **scope);
        let gone: Vec<&str> =
            before.iter().flat_map(|one| &one.scopes).map(|one| one.name.as_str()).filter(gone).collect();
        if let Some(refusal) = in_use(c, &server.pool_id, &server.identifier, &gone)? {
            return Ok(Err(refusal));
        }
        store::resource_servers::put(c, &server)?;
        audit::record(c, &event).map(Ok)
    });
    stored.await??;
    env.settings_cache.resource_servers.forget(&pool.id);
    Ok(())
}

/// The refusal where clients may still ask for scopes that are to go: nothing of such a client could be changed any more.
fn in_use(
    c: &mut AnyConn,
    pool: &PoolId,
    identifier: &str,
    scopes: &[&str],
) -> Result<Option<DirectoryError>, StoreError> {
    let full: Vec<String> = scopes.iter().map(|scope| format!("{identifier}/{scope}")).collect();
    let mut users = Vec::new();
    for client in store::clients::list(c, pool)? {
        let asked = client.settings.allowed_scopes.iter().find(|scope| full.contains(scope));
        users.extend(asked.map(|scope| format!("{} ({scope})", client.id)));
    }
    users.truncate(10);
    Ok((!users.is_empty()).then(|| {
        let users = users.join(", ");
        DirectoryError::InvalidSetting(format!(
            "clients may ask for what would go: {users}; take it from them first"
        ))
    }))
}

/// Deletes a resource server whose scopes no client may ask for.
///
/// # Errors
/// [`DirectoryError::NotFound`], [`DirectoryError::InvalidSetting`] with the clients.
pub async fn delete(env: &Env, pool: &UserPool, identifier: &str) -> Result<(), DirectoryError> {
    let event = audit::event(env, "resource_server.delete").in_pool(&pool.id);
    let event = event.about("resource_server", identifier);
    let (key, pool, identifier) = (pool.id.clone(), pool.id.clone(), identifier.to_owned());
    let found = env.db.write(move |c| {
        let all = store::resource_servers::list(c, &pool)?;
        let scopes = all.iter().filter(|one| one.identifier == identifier).flat_map(|one| &one.scopes);
        let scopes: Vec<&str> = scopes.map(|scope| scope.name.as_str()).collect();
        if let Some(refusal) = in_use(c, &pool, &identifier, &scopes)? {
            return Ok(Err(refusal));
        }
        let found = store::resource_servers::delete(c, &pool, &identifier)?;
        if found {
            audit::record(c, &event)?;
        }
        Ok(Ok(found))
    });
    let found = found.await??;
    env.settings_cache.resource_servers.forget(&key);
    if found { Ok(()) } else { Err(DirectoryError::NotFound("resource server")) }
}

/// All resource servers of a pool.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: &UserPool) -> Result<Vec<ResourceServer>, DirectoryError> {
    let pool = pool.id.clone();
    Ok(env.db.read(move |c| store::resource_servers::list(c, &pool)).await?)
}

/// All resource servers of a pool to answer a request: as they were at most five seconds ago.
///
/// # Errors
/// When the database did not answer.
pub async fn serving(env: &Env, pool: &UserPool) -> Result<Arc<Vec<ResourceServer>>, DirectoryError> {
    let now = env.now();
    if let Some(known) = env.settings_cache.resource_servers.get(&pool.id, now) {
        return Ok(known);
    }
    let servers = Arc::new(list(env, pool).await?);
    env.settings_cache.resource_servers.put(pool.id.clone(), servers.clone(), now);
    Ok(servers)
}

/// RFC 6749 §3.3: a scope is printable ASCII without spaces, quotes and backslashes.
pub(crate) fn check(server: &ResourceServer) -> Result<(), String> {
    let is_scope_text = |text: &str, most: usize| {
        (1..=most).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\')
    };
    if !is_scope_text(&server.identifier, 256) {
        return Err("the identifier of a resource server is 1 to 256 printable characters without spaces, \
                    quotes and backslashes"
            .into());
    }
    if server.name.trim().is_empty() || server.name.chars().count() > 256 {
        return Err("the name of a resource server must be 1 to 256 characters".into());
    }
    if server.scopes.len() > 100 {
        return Err("a resource server has at most 100 scopes".into());
    }
    for (index, scope) in server.scopes.iter().enumerate() {
        if !is_scope_text(&scope.name, 256) || scope.name.contains('/') {
            return Err(format!(
                "the scope {:?} must be 1 to 256 printable characters without spaces, quotes, slashes and \
                 backslashes",
                scope.name
            ));
        }
        if server.scopes[..index].iter().any(|earlier| earlier.name == scope.name) {
            return Err(format!("the scope {} is there twice", scope.name));
        }
    }
    Ok(())
}
