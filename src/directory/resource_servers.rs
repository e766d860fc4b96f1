//! Resource servers and their scopes.

use super::DirectoryError;
use crate::env::Env;
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;
use crate::store;

/// Makes or replaces a resource server.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn put(env: &Env, pool: &UserPool, server: ResourceServer) -> Result<(), DirectoryError> {
    check(&server).map_err(DirectoryError::InvalidSetting)?;
    let server = ResourceServer { pool_id: pool.id.clone(), ..server };
    Ok(env.db.write(move |c| store::resource_servers::put(c, &server)).await?)
}

/// All resource servers of a pool.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env, pool: &UserPool) -> Result<Vec<ResourceServer>, DirectoryError> {
    let pool = pool.id.clone();
    Ok(env.db.read(move |c| store::resource_servers::list(c, &pool)).await?)
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
