//! A person as an identity provider knows them: what `federation` has verified, and what `authn` and `directory` go by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Whom a provider has signed in. Made only from an answer that was verified.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExternalIdentity {
    /// The provider's name in the pool.
    pub provider: String,
    /// The person at the provider: `sub`, the provider's own user id, or the text of the NameID, as it was written.
    pub subject: String,
    /// What the provider says about the person, by its own names. A claim that is no text is its JSON; a SAML attribute
    /// may have several values.
    pub claims: BTreeMap<String, Vec<String>>,
    /// When the person proved themselves there, Unix milliseconds, where the provider says so.
    pub authenticated_at: Option<i64>,
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
