//! The stand-in providers in the demonstration pools.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;

use crate::dev::providers::{self, StandIn, apple, keys, saml_claims};
use crate::directory::{DirectoryError, providers as registered};
use crate::env::Env;
use crate::model::client::{OWN_DIRECTORY, is_loopback_url};
use crate::model::pool::UserPool;
use crate::model::provider::{IdentityProvider, ProviderKind, is_secret_detail};
use crate::store::identity_providers;

/// Details that are addresses of a stand-in.
const ADDRESSES: [&str; 6] =
    ["oidc_issuer", "authorize_url", "token_url", "attributes_url", "jwks_uri", "MetadataURL"];

/// Registers every stand-in, or those of some names, with a pool, and gives the value of the setting `identity_providers`
/// that allows them all. What is registered already keeps everything but the addresses of stand-ins, which follow the
/// server to another port. `None` where nobody could reach them: a provider's addresses are https, or on this machine.
///
/// # Errors
/// When the database did not answer.
pub(super) async fn plant(
    env: &Env,
    pool: &UserPool,
    only: Option<&[&str]>,
) -> Result<Option<Vec<String>>, DirectoryError> {
    let origin = env.settings.origin();
    if env.settings.public_url.scheme() != "https" && !is_loopback_url(&origin) {
        return Ok(None);
    }
    let wanted = providers::ALL.iter().filter(|one| only.is_none_or(|names| names.contains(&one.name)));
    let mut names = vec![OWN_DIRECTORY.to_owned()];
    for stand_in in wanted {
        let fresh = provider(env, pool, stand_in).await?;
        match registered::find(env, pool, stand_in.name).await? {
            None => registered::put(env, pool, &fresh).await?,
            Some(known) => {
                if let Some(provider) = moved(known, &fresh) {
                    move_to(env, pool, &provider).await?;
                }
            }
        }
        names.push(stand_in.name.to_owned());
    }
    Ok(Some(names))
}

/// Stores other addresses. A stand-in knows the same people wherever the server stands, so they stay linked; of any other
/// provider with people the issuer cannot change.
async fn move_to(env: &Env, pool: &UserPool, provider: &IdentityProvider) -> Result<(), DirectoryError> {
    let row = registered::seal(env, provider);
    env.db.write(move |c| identity_providers::put(c, &row)).await?;
    env.settings_cache.providers.forget(&pool.id);
    Ok(())
}

/// A registered provider with the addresses of now; `None` when they are the same, or are no stand-in's any more.
fn moved(mut known: IdentityProvider, fresh: &IdentityProvider) -> Option<IdentityProvider> {
    let is_stand_in = |address: &String| address.contains(providers::PATH);
    let mut changed = false;
    for name in ADDRESSES {
        let (Some(old), Some(new)) = (known.details.get_mut(name), fresh.details.get(name)) else { continue };
        if is_stand_in(old) && old != new {
            old.clone_from(new);
            changed = true;
        }
    }
    known.updated_at = fresh.updated_at;
    (changed && known.kind == fresh.kind).then_some(known)
}

async fn provider(env: &Env, pool: &UserPool, one: &StandIn) -> Result<IdentityProvider, DirectoryError> {
    let mut all = details(env, one);
    if one.kind == ProviderKind::SignInWithApple {
        let key = keys::apple(env).await?;
        let der = key.to_pkcs8().map_err(|error| DirectoryError::Internal(error.to_string()))?;
        all.push(("key_id", key.kid().to_owned()));
        all.push(("private_key", STANDARD.encode(der.as_slice())));
    }
    let (secrets, details): (Vec<_>, Vec<_>) = all.into_iter().partition(|(name, _)| is_secret_detail(name));
    let owned = |(name, value): (&str, String)| (name.to_owned(), value);
    Ok(IdentityProvider {
        pool_id: pool.id.clone(),
        name: one.name.to_owned(),
        kind: one.kind,
        details: details.into_iter().map(owned).collect(),
        secrets: secrets
            .into_iter()
            .map(owned)
            .map(|(name, text)| (name, SecretString::from(text)))
            .collect(),
        attribute_mapping: mapping(one.kind),
        identifiers: match one.name {
            "DemoOIDC" => vec!["oidc.example".to_owned()],
            "DemoSAML" => vec!["saml.example".to_owned()],
            _ => Vec::new(),
        },
        created_at: env.now(),
        updated_at: env.now(),
    })
}

fn details(env: &Env, one: &StandIn) -> Vec<(&'static str, String)> {
    let at = |place: &str| one.address(&env.settings, place);
    let client = [("client_id", one.client_id.to_owned()), ("client_secret", one.secret.to_owned())];
    let scopes = |scopes: &str| ("authorize_scopes", scopes.to_owned());
    let ends = |authorize: &str, token: &str, attributes: &str| {
        [("authorize_url", at(authorize)), ("token_url", at(token)), ("attributes_url", at(attributes))]
    };
    let (mut details, more) = match one.kind {
        ProviderKind::Google => (
            client.to_vec(),
            [
                &[scopes("openid email profile"), ("oidc_issuer", at("")), ("jwks_uri", at("/keys"))],
                ends("/authorize", "/token", "/userinfo").as_slice(),
            ]
            .concat(),
        ),
        ProviderKind::Facebook => (
            client.to_vec(),
            [
                &[scopes("public_profile,email"), ("api_version", "v17.0".to_owned())],
                ends("/dialog/oauth", "/oauth/access_token", "/me").as_slice(),
            ]
            .concat(),
        ),
        ProviderKind::LoginWithAmazon => (
            client.to_vec(),
            [&[scopes("profile")], ends("/ap/oa", "/auth/o2/token", "/user/profile").as_slice()].concat(),
        ),
        ProviderKind::SignInWithApple => (
            vec![("client_id", one.client_id.to_owned()), ("team_id", apple::TEAM.to_owned())],
            vec![
                scopes("name email"),
                ("oidc_issuer", at("")),
                ("authorize_url", at("/authorize")),
                ("token_url", at("/token")),
                ("jwks_uri", at("/keys")),
            ],
        ),
        ProviderKind::Oidc => (
            client.to_vec(),
            vec![
                scopes("openid email profile"),
                ("attributes_request_method", "GET".to_owned()),
                ("oidc_issuer", at("")),
            ],
        ),
        ProviderKind::Saml => {
            (vec![("MetadataURL", at("/metadata")), ("IDPSignout", "true".to_owned())], Vec::new())
        }
    };
    details.extend(more);
    if one.name == "DemoOIDC" {
        details.push(("linking", "ask".to_owned()));
    }
    details
}

/// Attribute of the pool → what the provider calls it. Facebook and Amazon do not say whether an address was proven.
fn mapping(kind: ProviderKind) -> BTreeMap<String, String> {
    let pairs: &[(&str, &str)] = match kind {
        ProviderKind::Facebook => &[
            ("email", "email"),
            ("name", "name"),
            ("given_name", "first_name"),
            ("family_name", "last_name"),
        ],
        ProviderKind::LoginWithAmazon => &[("email", "email"), ("name", "name")],
        ProviderKind::SignInWithApple => &[
            ("email", "email"),
            ("email_verified", "email_verified"),
            ("name", "name"),
            ("given_name", "firstName"),
            ("family_name", "lastName"),
        ],
        ProviderKind::Google | ProviderKind::Oidc => &[
            ("email", "email"),
            ("email_verified", "email_verified"),
            ("name", "name"),
            ("given_name", "given_name"),
            ("family_name", "family_name"),
        ],
        ProviderKind::Saml => &[
            ("email", saml_claims::EMAIL),
            ("email_verified", saml_claims::EMAIL_VERIFIED),
            ("name", saml_claims::NAME),
            ("given_name", saml_claims::GIVEN_NAME),
            ("family_name", saml_claims::FAMILY_NAME),
        ],
    };
    pairs.iter().map(|(attribute, claim)| ((*attribute).to_owned(), (*claim).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::PoolId;

    fn at(address: &str) -> IdentityProvider {
        IdentityProvider {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            name: "DemoOIDC".to_owned(),
            kind: ProviderKind::Oidc,
            details: BTreeMap::from([
                ("oidc_issuer".to_owned(), address.to_owned()),
                ("authorize_scopes".to_owned(), "openid".to_owned()),
            ]),
            secrets: BTreeMap::new(),
            attribute_mapping: BTreeMap::new(),
            identifiers: Vec::new(),
            created_at: 0,
            updated_at: 0,
        }
    }

    #[test]
    fn addresses_follow_the_server_and_nothing_else_changes() {
        let mut fresh = at("http://localhost:9500/dev/providers/oidc");
        fresh.details.insert("authorize_scopes".to_owned(), "openid email".to_owned());
        let changed = moved(at("http://localhost:9400/dev/providers/oidc"), &fresh).expect("another port");
        assert_eq!(changed.details["oidc_issuer"], fresh.details["oidc_issuer"]);
        assert_eq!(changed.details["authorize_scopes"], "openid", "what somebody set stays");
        assert!(moved(at("http://localhost:9500/dev/providers/oidc"), &fresh).is_none());
        assert!(moved(at("https://id.example.com"), &fresh).is_none(), "no stand-in any more");
    }
}
