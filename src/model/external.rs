//! A person as an identity provider knows them: what `federation` has verified, and what `authn` and `directory` go by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::acr::Vouched;
use super::provider::ProviderKind;

/// The attribute, and the claim, that tells at which providers somebody is known. It follows from the links: nobody
/// writes it.
pub const IDENTITIES: &str = "identities";

/// Whom a user of the pool is at a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The person there.
    pub subject: String,
    /// The provider's name.
    pub provider: String,
    /// What the provider speaks.
    pub kind: ProviderKind,
    /// Its entity id, once the person has come from there; SAML alone has one.
    pub issuer: Option<String>,
    /// Whether the user was made by a sign-in there; the others were linked.
    pub is_own: bool,
    /// Since when, Unix milliseconds.
    pub linked_at: i64,
}

impl Identity {
    /// All of a person's as the claim `identities`: Cognito's members, booleans and numbers as texts.
    #[must_use]
    pub fn claim(all: &[Self]) -> Value {
        all.iter()
            .map(|one| one.members(json!(one.is_own.to_string()), json!(one.linked_at.to_string())))
            .collect()
    }

    /// All of a person's as the attribute `identities`: a text that holds JSON, booleans and numbers as such.
    #[must_use]
    pub fn attribute(all: &[Self]) -> String {
        let members = all.iter().map(|one| one.members(json!(one.is_own), json!(one.linked_at)));
        members.collect::<Value>().to_string()
    }

    fn members(&self, primary: Value, created: Value) -> Value {
        json!({
            "userId": self.subject,
            "providerName": self.provider,
            "providerType": self.kind.as_str(),
            "issuer": self.issuer,
            "primary": primary,
            "dateCreated": created,
        })
    }
}

/// Whom a provider has signed in. Made only from an answer that was verified.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExternalIdentity {
    /// The provider's name in the pool.
    pub provider: String,
    /// The person at the provider: `sub`, the provider's own user id, or the text of the NameID, as it was written.
    pub subject: String,
    /// Who vouches for it: the entity id of a SAML provider.
    #[serde(default)]
    pub issuer: Option<String>,
    /// What the provider says about the person, by its own names. A claim that is no text is its JSON; a SAML attribute
    /// may have several values.
    pub claims: BTreeMap<String, Vec<String>>,
    /// When the person proved themselves there, Unix milliseconds, where the provider says so.
    pub authenticated_at: Option<i64>,
    /// How they did, where the provider's word about that counts.
    #[serde(default)]
    pub vouched: Option<Vouched>,
    /// When the session that follows must end, Unix milliseconds (SAML `SessionNotOnOrAfter`).
    pub session_ends_at: Option<i64>,
    /// What a sign-out at the provider needs.
    pub session: UpstreamSession,
}

/// A session at a provider with the provider's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Upstream {
    /// The provider's name in the pool.
    pub provider: String,
    /// The session.
    pub session: UpstreamSession,
}

/// A session at a provider, as its sign-out names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "protocol", rename_all = "snake_case")]
pub enum UpstreamSession {
    /// OpenID Connect.
    Oidc {
        /// The `sid` claim, where there is one.
        sid: Option<String>,
        /// The ID token, for `id_token_hint`; absent where the provider has none (Facebook, Amazon).
        id_token: Option<String>,
    },
    /// SAML 2.0.
    Saml {
        /// The NameID with its qualifiers, all of which a logout request repeats.
        name_id: NameId,
        /// `SessionIndex` of the AuthnStatement.
        session_index: Option<String>,
    },
}

/// A SAML NameID (SAML core §2.2.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameId {
    /// The text.
    pub value: String,
    /// `Format`.
    pub format: Option<String>,
    /// `NameQualifier`.
    pub name_qualifier: Option<String>,
    /// `SPNameQualifier`.
    pub sp_name_qualifier: Option<String>,
}
