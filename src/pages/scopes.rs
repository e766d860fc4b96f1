//! What scopes let an application do, in words.

use super::visit::Visit;
use crate::directory;
use crate::model::resource_server::ResourceServer;
use crate::render::contexts::ShownScope;
use crate::render::{Message, TextKey};
use crate::web::WebError;

/// The scopes of a pool in words.
pub(super) struct Words(std::sync::Arc<Vec<ResourceServer>>);

impl Words {
    /// With the descriptions of the pool's resource servers.
    pub(super) async fn of(visit: &Visit) -> Result<Self, WebError> {
        Ok(Self(directory::resource_servers::serving(&visit.env, visit.pool()).await?))
    }

    /// The words for these scopes, in their order.
    pub(super) fn all(&self, scopes: &[String]) -> Vec<ShownScope> {
        scopes.iter().map(|scope| self.one(scope)).collect()
    }

    fn one(&self, scope: &str) -> ShownScope {
        let words: Message = match scope {
            "openid" => TextKey("scope-openid").into(),
            "email" => TextKey("scope-email").into(),
            "phone" => TextKey("scope-phone").into(),
            "profile" => TextKey("scope-profile").into(),
            "address" => TextKey("scope-address").into(),
            "aws.cognito.signin.user.admin" => TextKey("scope-account").into(),
            "offline_access" => TextKey("scope-offline").into(),
            other => match self.description(other) {
                Some((description, server)) => {
                    return ShownScope::Described { description, server };
                }
                None => Message::new(TextKey("scope-other")).with("scope", other),
            },
        };
        ShownScope::Known { words }
    }

    /// What a resource server says of one of its scopes, and what it is called.
    fn description(&self, scope: &str) -> Option<(String, String)> {
        // An identifier may hold slashes, a scope's own name does not.
        let (identifier, name) = scope.rsplit_once('/')?;
        let server = self.0.iter().find(|server| server.identifier == identifier)?;
        let scope = server.scopes.iter().find(|scope| scope.name == name)?;
        let description = scope.description.trim();
        (!description.is_empty()).then(|| (description.to_owned(), server.name.clone()))
    }
}
