//! Where a sign-in begins: on our own pages, or at once at an identity provider.

use super::error::OAuthError;
use super::request::Grounds;
use crate::directory;
use crate::model::client::OWN_DIRECTORY;
use crate::store::identity_providers::StoredProvider;
use crate::web::form::Parameters;

/// The longest name or identifier that is looked up, in bytes.
const LONGEST_NAME: usize = 160;

/// Where a sign-in begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FirstPage {
    /// One of our own pages.
    Own(&'static str),
    /// The identity provider of this name.
    Provider(String),
}

/// Finds out where the request wants a sign-in to begin: at the provider that it names (`identity_provider`, by name or
/// `COGNITO` for the pool itself; `idp_identifier`), at the one that the domain of its `login_hint` belongs to, or at
/// the only one that the client has.
///
/// # Errors
/// `invalid_request` for a provider that the client does not have.
pub async fn of_sign_in(
    grounds: Grounds<'_>,
    parameters: &Parameters,
    usual: &'static str,
) -> Result<FirstPage, OAuthError> {
    let Grounds { env, pool, client } = grounds;
    let offered = directory::providers::offered(env, pool, client).await?;
    let offered: Vec<&StoredProvider> = offered.iter().map(AsRef::as_ref).collect();
    choose(&offered, client.settings.allows_provider(OWN_DIRECTORY), parameters, usual)
}

fn choose(
    offered: &[&StoredProvider],
    own_directory: bool,
    parameters: &Parameters,
    usual: &'static str,
) -> Result<FirstPage, OAuthError> {
    let provider = |one: &StoredProvider| FirstPage::Provider(one.name.clone());
    let refused = |parameter: &str| {
        OAuthError::invalid_request(format!("{parameter} names no identity provider of this client."))
    };
    let sent = |name: &str| parameters.get(name).filter(|value| !value.is_empty());
    if let Some(name) = sent("identity_provider") {
        if name == OWN_DIRECTORY && own_directory {
            return Ok(FirstPage::Own(usual));
        }
        let named = offered.iter().find(|one| one.name == name);
        return named.map(|one| provider(one)).ok_or_else(|| refused("identity_provider"));
    }
    if let Some(identifier) = sent("idp_identifier") {
        return by_identifier(offered, identifier).map(provider).ok_or_else(|| refused("idp_identifier"));
    }
    if let Some(found) = sent("login_hint").and_then(|hint| by_address(offered, hint)) {
        return Ok(provider(found));
    }
    match offered {
        [only] if !own_directory && usual == "login" => Ok(provider(only)),
        _ => Ok(FirstPage::Own(usual)),
    }
}

fn by_identifier<'a>(offered: &[&'a StoredProvider], wanted: &str) -> Option<&'a StoredProvider> {
    if wanted.len() > LONGEST_NAME {
        return None;
    }
    let wanted = wanted.to_lowercase();
    let leads = |one: &&&StoredProvider| one.identifiers.iter().any(|name| name.to_lowercase() == wanted);
    offered.iter().find(leads).copied()
}

fn by_address<'a>(offered: &[&'a StoredProvider], address: &str) -> Option<&'a StoredProvider> {
    let (_, domain) = address.rsplit_once('@')?;
    by_identifier(offered, domain)
}
