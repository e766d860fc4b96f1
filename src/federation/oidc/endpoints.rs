//! Where a provider is and what it can: from what it publishes (OpenID Connect Discovery 1.0), from the operator's
//! settings, and from what is known about the social providers.

use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use super::failure::{no_answer, no_document};
use crate::env::Env;
use crate::federation::FederationError;
use crate::model::provider::{IdentityProvider, ProviderKind};

/// The issuers of the social providers that have ID tokens.
const GOOGLE: &str = "https://accounts.google.com";
const APPLE: &str = "https://appleid.apple.com";
/// The version of Facebook's Graph API where the settings name none.
const FACEBOOK_VERSION: &str = "v17.0";

/// A provider as a sign-in uses it.
pub(super) struct Endpoints {
    /// Exactly as ID tokens name it; absent for providers without ID tokens.
    pub(super) issuer: Option<String>,
    pub(super) authorize: Url,
    pub(super) token: Url,
    /// Where attributes are asked for.
    pub(super) attributes: Option<Url>,
    /// The key set; there is one where there is an issuer.
    pub(super) keys: Option<Url>,
    /// RP-initiated logout.
    pub(super) logout: Option<Url>,
    /// What the provider says about itself; the default where it was not asked.
    pub(super) abilities: Abilities,
}

/// The lists of the metadata; `None` where they are absent, which has a meaning of its own in each.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Abilities {
    code_challenge_methods_supported: Option<Vec<String>>,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    pub(super) id_token_signing_alg_values_supported: Option<Vec<String>>,
    authorization_response_iss_parameter_supported: Option<bool>,
    /// Whether this was read from metadata at all.
    #[serde(skip)]
    published: bool,
}

/// How the application proves itself at the token endpoint (OpenID Connect Core §9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClientAuthentication {
    Basic,
    Post,
    /// A public client: PKCE alone.
    None,
}

#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: Option<String>,
    token_endpoint: Option<String>,
    userinfo_endpoint: Option<String>,
    jwks_uri: Option<String>,
    end_session_endpoint: Option<String>,
    #[serde(flatten)]
    abilities: Abilities,
}

impl Abilities {
    /// Whether the request gets an S256 challenge: always, unless the provider names methods and that is none of them.
    /// A provider that does not know PKCE ignores it (RFC 9700 §2.1.1).
    pub(super) fn pkce(&self) -> bool {
        self.code_challenge_methods_supported
            .as_ref()
            .is_none_or(|methods| methods.is_empty() || methods.iter().any(|method| method == "S256"))
    }

    /// Whether every answer names its issuer (RFC 9207 §3).
    pub(super) fn names_issuer(&self) -> bool {
        self.authorization_response_iss_parameter_supported == Some(true)
    }

    /// How to authenticate. Where a provider takes both, the form is chosen: that is the only way Amazon Cognito knows, so
    /// that registrations which were made for it go on working. Absent metadata mean the same, an absent list means
    /// `client_secret_basic` (Discovery §3).
    pub(super) fn authentication(&self, has_secret: bool) -> Result<ClientAuthentication, FederationError> {
        if !has_secret {
            return Ok(ClientAuthentication::None);
        }
        let Some(methods) = self.token_endpoint_auth_methods_supported.as_ref() else {
            return Ok(if self.published { ClientAuthentication::Basic } else { ClientAuthentication::Post });
        };
        let has = |name: &str| methods.iter().any(|method| method == name);
        if has("client_secret_post") {
            Ok(ClientAuthentication::Post)
        } else if has("client_secret_basic") {
            Ok(ClientAuthentication::Basic)
        } else {
            let text = "the token endpoint takes neither client_secret_basic nor client_secret_post";
            Err(FederationError::Misconfigured(text.into()))
        }
    }
}

/// Finds the endpoints of a provider; every one is https.
pub(super) async fn find(env: &Env, provider: &IdentityProvider) -> Result<Endpoints, FederationError> {
    let endpoints = match provider.kind {
        ProviderKind::Oidc | ProviderKind::Google | ProviderKind::SignInWithApple => {
            published(env, provider).await?
        }
        ProviderKind::Facebook => {
            let version = provider.details.get("api_version").map_or(FACEBOOK_VERSION, String::as_str);
            let graph = format!("https://graph.facebook.com/{version}");
            known(
                provider,
                &format!("https://www.facebook.com/{version}/dialog/oauth"),
                &format!("{graph}/oauth/access_token"),
                &format!("{graph}/me"),
            )?
        }
        ProviderKind::LoginWithAmazon => known(
            provider,
            "https://www.amazon.com/ap/oa",
            "https://api.amazon.com/auth/o2/token",
            "https://api.amazon.com/user/profile",
        )?,
        ProviderKind::Saml => {
            return Err(FederationError::Internal("a SAML provider speaks no OpenID Connect".into()));
        }
    };
    let Endpoints { authorize, token, attributes, keys, logout, .. } = &endpoints;
    let optional = [("attributes", attributes), ("key", keys), ("logout", logout)];
    let optional = optional.into_iter().filter_map(|(name, url)| url.as_ref().map(|url| (name, url)));
    for (name, url) in [("authorization", authorize), ("token", token)].into_iter().chain(optional) {
        env.http.check(url).map_err(|error| no_answer(&format!("the {name} endpoint"), &error))?;
    }
    Ok(endpoints)
}

/// The issuer whose ID tokens count, for the kinds that have them.
fn issuer(provider: &IdentityProvider) -> Result<&str, FederationError> {
    let own = match provider.kind {
        ProviderKind::Google => Some(GOOGLE),
        ProviderKind::SignInWithApple => Some(APPLE),
        _ => None,
    };
    let named = provider.details.get("oidc_issuer").map(String::as_str);
    named.or(own).ok_or_else(|| missing("oidc_issuer"))
}

/// Where a provider publishes its metadata (Discovery §4); `None` where nothing of it is needed: its kind has none, or the
/// settings name every endpoint that a sign-in cannot do without.
pub(super) fn discovery(provider: &IdentityProvider) -> Result<Option<Url>, FederationError> {
    let has_metadata =
        matches!(provider.kind, ProviderKind::Oidc | ProviderKind::Google | ProviderKind::SignInWithApple);
    let named = |detail: &str| provider.details.contains_key(detail);
    if !has_metadata || ["authorize_url", "token_url", "jwks_uri"].into_iter().all(named) {
        return Ok(None);
    }
    let issuer = issuer(provider)?.trim_end_matches('/');
    url(&format!("{issuer}/.well-known/openid-configuration")).map(Some)
}

/// An OpenID Connect provider. One whose settings name every endpoint that is needed is not asked.
async fn published(env: &Env, provider: &IdentityProvider) -> Result<Endpoints, FederationError> {
    let issuer = issuer(provider)?.to_owned();
    let named = |detail: &str| provider.details.get(detail).map(|text| url(text)).transpose();
    let (authorize, token) = (named("authorize_url")?, named("token_url")?);
    let (attributes, keys) = (named("attributes_url")?, named("jwks_uri")?);
    if let (None, Some(authorize), Some(token)) = (discovery(provider)?, &authorize, &token) {
        return Ok(Endpoints {
            issuer: Some(issuer),
            authorize: authorize.clone(),
            token: token.clone(),
            attributes,
            keys,
            logout: None,
            abilities: Abilities::default(),
        });
    }
    let metadata = metadata(env, provider, &issuer).await?;
    let or_published = |named: Option<Url>, published: Option<&String>| {
        named.map_or_else(|| published.map(|text| url(text)).transpose(), |named| Ok(Some(named)))
    };
    let lacks = |what: &str| FederationError::Incomplete(format!("the discovery document has no {what}"));
    let authorize = or_published(authorize, metadata.authorization_endpoint.as_ref())?;
    let token = or_published(token, metadata.token_endpoint.as_ref())?;
    let keys = or_published(keys, metadata.jwks_uri.as_ref())?;
    Ok(Endpoints {
        issuer: Some(issuer),
        authorize: authorize.ok_or_else(|| lacks("authorization_endpoint"))?,
        token: token.ok_or_else(|| lacks("token_endpoint"))?,
        attributes: or_published(attributes, metadata.userinfo_endpoint.as_ref())?,
        keys: Some(keys.ok_or_else(|| lacks("jwks_uri"))?),
        logout: or_published(None, metadata.end_session_endpoint.as_ref())?,
        abilities: Abilities { published: true, ..metadata.abilities },
    })
}

/// Reads the discovery document (Discovery §4), which must be about this very issuer (§4.3): otherwise one provider could
/// speak for another.
async fn metadata(env: &Env, provider: &IdentityProvider, issuer: &str) -> Result<Metadata, FederationError> {
    let place = discovery(provider)?;
    let place = place.ok_or_else(|| FederationError::Internal("there is nothing to be discovered".into()))?;
    let document = env.documents.get(&place).await;
    let document = document.map_err(|error| no_document("the discovery document", &error))?;
    let metadata: Metadata = serde_json::from_slice(&document.body).map_err(|_| {
        FederationError::Untrusted("the discovery document is no JSON object of the right shape".into())
    })?;
    if metadata.issuer == issuer {
        Ok(metadata)
    } else {
        let text =
            "the discovery document is about another issuer; oidc_issuer must be written exactly as in it";
        Err(FederationError::Untrusted(text.into()))
    }
}

/// A provider without ID tokens.
fn known(
    provider: &IdentityProvider,
    authorize: &str,
    token: &str,
    attributes: &str,
) -> Result<Endpoints, FederationError> {
    let or_known =
        |detail: &str, known: &str| url(provider.details.get(detail).map_or(known, String::as_str));
    Ok(Endpoints {
        issuer: None,
        authorize: or_known("authorize_url", authorize)?,
        token: or_known("token_url", token)?,
        attributes: Some(or_known("attributes_url", attributes)?),
        keys: None,
        logout: None,
        abilities: Abilities::default(),
    })
}

fn url(text: &str) -> Result<Url, FederationError> {
    Url::parse(text).map_err(|_| FederationError::Misconfigured("an endpoint is no absolute URL".into()))
}

fn missing(detail: &str) -> FederationError {
    FederationError::Misconfigured(format!("the detail {detail} is missing"))
}

/// A detail that must be there.
pub(super) fn detail<'a>(provider: &'a IdentityProvider, name: &str) -> Result<&'a str, FederationError> {
    provider.details.get(name).map(String::as_str).ok_or_else(|| missing(name))
}

/// A secret detail that must be there.
pub(super) fn secret<'a>(
    provider: &'a IdentityProvider,
    name: &str,
) -> Result<&'a SecretString, FederationError> {
    provider.secrets.get(name).ok_or_else(|| missing(name))
}
