//! Scopes: reading the parameter (RFC 6749 §3.3) and what a client may have.

use std::sync::Arc;

use crate::env::Env;
use crate::model::client::AppClient;
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;

use super::error::{ErrorCode, OAuthError};

/// Scopes that the server itself knows; every other one belongs to a resource server.
pub const STANDARD: [&str; 6] = ["openid", "email", "phone", "profile", "address", ADMIN];

/// Lets a token call the self-service operations of Cognito's API.
const ADMIN: &str = "aws.cognito.signin.user.admin";

/// Accepted from every client: a refresh token comes with every code (OpenID Connect Core §11).
pub const OFFLINE_ACCESS: &str = "offline_access";

/// The scopes of a parameter, each once, in their order.
///
/// # Errors
/// `invalid_scope` for characters that no scope has.
pub fn parse(text: &str) -> Result<Vec<String>, OAuthError> {
    let mut scopes: Vec<String> = Vec::new();
    for name in text.split(' ').filter(|name| !name.is_empty()) {
        if !name.bytes().all(|b| matches!(b, 0x21 | 0x23..=0x5b | 0x5d..=0x7e)) {
            return Err(OAuthError::new(
                ErrorCode::InvalidScope,
                "The scope has characters that no scope has.",
            ));
        }
        if !scopes.iter().any(|known| known == name) {
            scopes.push(name.to_owned());
        }
    }
    Ok(scopes)
}

/// What a client gets when it asks for `wanted`: exactly that, or a refusal; nothing asked for is all it may have.
/// A custom scope that its resource server no longer has is left out without a word.
///
/// # Errors
/// `invalid_scope` for a scope that the client may not have, or when nothing is left.
pub async fn grant(
    env: &Env,
    pool: &UserPool,
    client: &AppClient,
    wanted: &[String],
) -> Result<Vec<String>, OAuthError> {
    let asked = choose(client, wanted)?;
    let servers = if asked.iter().any(|scope| is_custom(scope)) {
        crate::directory::resource_servers::serving(env, pool).await?
    } else {
        Arc::default()
    };
    let granted: Vec<String> =
        asked.into_iter().filter(|scope| !is_custom(scope) || exists(&servers, scope)).collect();
    if granted.is_empty() {
        return Err(OAuthError::new(ErrorCode::InvalidScope, "The client has no such scope."));
    }
    Ok(granted)
}

fn choose(client: &AppClient, wanted: &[String]) -> Result<Vec<String>, OAuthError> {
    let allowed = &client.settings.allowed_scopes;
    if wanted.is_empty() {
        return Ok(allowed.clone());
    }
    match wanted.iter().find(|scope| *scope != OFFLINE_ACCESS && !allowed.contains(scope)) {
        Some(foreign) => Err(OAuthError::new(
            ErrorCode::InvalidScope,
            format!("The client may not ask for the scope {foreign:.128}."),
        )),
        None => Ok(wanted.to_vec()),
    }
}

/// Whether a scope belongs to a resource server.
pub fn is_custom(scope: &str) -> bool {
    !STANDARD.contains(&scope) && scope != OFFLINE_ACCESS
}

/// An identifier may hold slashes, a scope's own name does not.
fn exists(servers: &[ResourceServer], scope: &str) -> bool {
    scope.rsplit_once('/').is_some_and(|(identifier, name)| {
        servers
            .iter()
            .filter(|server| server.identifier == identifier)
            .any(|server| server.scopes.iter().any(|known| known.name == name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::PoolId;
    use crate::model::resource_server::ResourceScope;

    #[test]
    fn a_scope_parameter_keeps_its_order_and_loses_repeats() {
        let read = |text| parse(text).map_err(|error| error.code);
        assert_eq!(read("openid  email openid"), Ok(vec!["openid".into(), "email".into()]));
        assert_eq!(read(" "), Ok(Vec::new()));
        for wrong in ["a\tb", "a\"", "a\\b", "ä"] {
            assert_eq!(read(wrong), Err(ErrorCode::InvalidScope), "{wrong}");
        }
    }

    #[test]
    fn a_custom_scope_is_split_at_its_last_slash() {
        let server = |identifier: &str| ResourceServer {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            identifier: identifier.into(),
            name: "API".into(),
            scopes: vec![ResourceScope { name: "read".into(), description: String::new() }],
        };
        let servers = [server("demo"), server("https://api.example.com/v1")];
        assert!(exists(&servers, "demo/read"));
        assert!(exists(&servers, "https://api.example.com/v1/read"));
        for unknown in ["demo/write", "demo", "read", "https://api.example.com/read"] {
            assert!(!exists(&servers, unknown), "{unknown}");
        }
    }
}
