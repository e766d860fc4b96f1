//! An app client and its settings.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::agreement::ConsentRule;
use super::branding::Branding;
use super::ids::{ClientId, PoolId};

/// An application that may send people to the pages of a pool and ask for tokens (RFC 6749 §2).
#[derive(Debug, Clone, PartialEq)]
pub struct AppClient {
    /// The pool it belongs to.
    pub pool_id: PoolId,
    /// The `client_id`.
    pub id: ClientId,
    /// The name that pages show.
    pub name: String,
    /// Everything that can be set.
    pub settings: ClientSettings,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When a setting last changed, Unix milliseconds.
    pub updated_at: i64,
}

/// The name of the pool's own directory among identity providers.
pub const OWN_DIRECTORY: &str = "COGNITO";

/// The settings of an app client; stored as one JSON text. A setting of a newer
/// version is passed over when it is read, because nodes of both versions run side by side during an upgrade.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientSettings {
    /// Whether it has secrets and must prove one. A client without is public (RFC 6749 §2.1).
    pub confidential: bool,
    /// Grants of the authorization server that it may use.
    pub allowed_flows: Vec<OAuthFlow>,
    /// Scopes it may ask for.
    pub allowed_scopes: Vec<String>,
    /// Redirect URIs, compared as exact texts.
    pub callback_urls: Vec<String>,
    /// The redirect URI taken when a request names none.
    pub default_redirect_uri: Option<String>,
    /// Addresses that sign-out may send the browser to, compared as exact texts.
    pub logout_urls: Vec<String>,
    /// How far a sign-out at its wish goes.
    pub sign_out: SignOutReach,
    /// Any loopback URL is a callback and sign-out URL. Only the development server's own clients have it.
    pub any_loopback_url: bool,
    /// Whether an authorization request needs `code_challenge`. Absent: public clients do, confidential ones don't.
    pub require_pkce: Option<bool>,
    /// Life of access tokens.
    pub access_token_life: TokenLife,
    /// Life of ID tokens.
    pub id_token_life: TokenLife,
    /// Life of refresh tokens, from sign-in; it never moves.
    pub refresh_token_life: TokenLife,
    /// Refresh-token rotation.
    pub rotation: RefreshRotation,
    /// Whether tokens can be revoked, and carry `jti` and `origin_jti`.
    pub token_revocation: bool,
    /// Attributes that it may read; absent: all.
    pub read_attributes: Option<Vec<String>>,
    /// Attributes that it may write; absent: all.
    pub write_attributes: Option<Vec<String>>,
    /// Where its people may sign in, in the order of the buttons: names of identity providers, and `COGNITO` for the pool
    /// itself. Absent: everywhere.
    pub identity_providers: Option<Vec<String>>,
    /// Whether people are asked before it gets what it asks for: `required` for applications of others.
    pub consent: ConsentRule,
    /// Whether it is kept from learning which users exist.
    pub prevent_user_existence_errors: bool,
    /// Life of a step of the authentication flow, minutes, 3 to 15.
    pub auth_session_minutes: u32,
    /// Flows of the Cognito API that it may use.
    pub explicit_auth_flows: Vec<String>,
    /// Algorithm of its tokens.
    pub signing_algorithm: SigningAlgorithm,
    /// Whether access tokens name it as audience. Cognito's do not.
    pub access_token_audience: bool,
    /// How the pages look on the way to it, where that differs from its pool.
    #[serde(skip_serializing_if = "Branding::is_plain")]
    pub branding: Branding,
}

/// How far a sign-out goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignOutReach {
    /// The application alone: its refresh tokens of this sign-in end; the browser stays signed in for the others.
    Application,
    /// The browser's session, as Cognito does it; tokens that applications hold live on.
    #[default]
    Session,
    /// The browser's session and the refresh tokens that every application got from it.
    Everywhere,
    /// All that, and the session at the identity provider that it began with.
    Provider,
}

impl Default for ClientSettings {
    fn default() -> Self {
        Self {
            confidential: false,
            allowed_flows: vec![OAuthFlow::Code],
            allowed_scopes: ["openid", "email", "phone", "profile"].map(String::from).to_vec(),
            callback_urls: Vec::new(),
            default_redirect_uri: None,
            logout_urls: Vec::new(),
            sign_out: SignOutReach::Session,
            any_loopback_url: false,
            require_pkce: None,
            access_token_life: TokenLife { value: 60, unit: TimeUnit::Minutes },
            id_token_life: TokenLife { value: 60, unit: TimeUnit::Minutes },
            refresh_token_life: TokenLife { value: 30, unit: TimeUnit::Days },
            rotation: RefreshRotation::default(),
            token_revocation: true,
            read_attributes: None,
            write_attributes: None,
            identity_providers: None,
            consent: ConsentRule::None,
            prevent_user_existence_errors: true,
            auth_session_minutes: 10,
            explicit_auth_flows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]
                .map(String::from)
                .to_vec(),
            signing_algorithm: SigningAlgorithm::Rs256,
            access_token_audience: false,
            branding: Branding::default(),
        }
    }
}

/// A grant that a client may use at the authorization server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OAuthFlow {
    /// Authorization code, RFC 6749 §4.1.
    Code,
    /// Client credentials, RFC 6749 §4.4; stands alone.
    ClientCredentials,
}

/// A length of time as it was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenLife {
    /// How many units.
    pub value: u32,
    /// The unit.
    pub unit: TimeUnit,
}

/// Units of token lifetimes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
}

impl TokenLife {
    /// The length in seconds.
    pub fn seconds(self) -> i64 {
        let unit = match self.unit {
            TimeUnit::Seconds => 1,
            TimeUnit::Minutes => 60,
            TimeUnit::Hours => 3600,
            TimeUnit::Days => 86_400,
        };
        i64::from(self.value) * unit
    }
}

/// Whether a refresh gives a new refresh token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RefreshRotation {
    /// On or off.
    pub enabled: bool,
    /// How long a repeated refresh with the old token gets the same successor, seconds, 0 to 60.
    pub grace_seconds: u32,
}

/// Algorithm of token signatures, RFC 7518 §3.1 and RFC 8037.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SigningAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, 2048 bits.
    #[default]
    #[serde(rename = "RS256")]
    Rs256,
    /// ECDSA on P-256 with SHA-256.
    #[serde(rename = "ES256")]
    Es256,
    /// Ed25519.
    #[serde(rename = "EdDSA")]
    EdDsa,
}

impl SigningAlgorithm {
    /// The `alg` header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }
}

/// One secret of a confidential client; two may be active, so that it can be rotated without a gap.
#[derive(Debug, Clone)]
pub struct ClientSecret {
    /// `{client_id}--{epoch}`.
    pub id: String,
    /// The value, 24 to 64 characters of `[A-Za-z0-9_+]`.
    pub value: SecretString,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it ends, Unix milliseconds; absent until it was rotated out.
    pub retires_at: Option<i64>,
}

impl ClientSettings {
    /// Whether people sign in to it.
    pub fn allows(&self, flow: OAuthFlow) -> bool {
        self.allowed_flows.contains(&flow)
    }

    /// Whether it may read an attribute. The verified flags follow their address.
    pub fn may_read(&self, attribute: &str) -> bool {
        let listed =
            |name: &str| self.read_attributes.as_ref().is_none_or(|list| list.iter().any(|n| n == name));
        match attribute {
            "email_verified" => listed("email_verified") || listed("email"),
            "phone_number_verified" => listed("phone_number_verified") || listed("phone_number"),
            other => listed(other),
        }
    }

    /// Whether it may write an attribute; the verified flags never.
    pub fn may_write(&self, attribute: &str) -> bool {
        !super::attributes::VERIFIED_FLAGS.contains(&attribute)
            && self.write_attributes.as_ref().is_none_or(|list| list.iter().any(|n| n == attribute))
    }

    /// Whether its people may sign in at a provider, or with [`OWN_DIRECTORY`] in the pool itself.
    pub fn allows_provider(&self, name: &str) -> bool {
        self.identity_providers.as_ref().is_none_or(|list| list.iter().any(|one| one == name))
    }

    /// Whether `uri` may receive an authorization response: an exact match (RFC 9700 §2.1).
    pub fn is_callback_url(&self, uri: &str) -> bool {
        self.callback_urls.iter().any(|url| url == uri) || (self.any_loopback_url && is_loopback_url(uri))
    }

    /// Whether sign-out may send the browser to `uri`.
    pub fn is_logout_url(&self, uri: &str) -> bool {
        self.logout_urls.iter().any(|url| url == uri) || (self.any_loopback_url && is_loopback_url(uri))
    }

    /// Refuses settings that contradict each other or leave Cognito's ranges.
    ///
    /// # Errors
    /// A sentence that names the setting and the mend.
    pub fn check(&self) -> Result<(), String> {
        let lives = [
            ("access_token_life", self.access_token_life, 300, 86_400),
            ("id_token_life", self.id_token_life, 300, 86_400),
            ("refresh_token_life", self.refresh_token_life, 3600, 315_360_000),
        ];
        for (name, life, least, most) in lives {
            if !(least..=most).contains(&life.seconds()) {
                return Err(format!("{name} must be from {least} to {most} seconds"));
            }
        }
        if self.rotation.grace_seconds > 60 {
            return Err("rotation.grace_seconds must be from 0 to 60".into());
        }
        if !(3..=15).contains(&self.auth_session_minutes) {
            return Err("auth_session_minutes must be from 3 to 15".into());
        }
        if self.allows(OAuthFlow::ClientCredentials) && (self.allowed_flows.len() > 1 || !self.confidential) {
            return Err("client_credentials needs a confidential client and stands alone".into());
        }
        if self.allowed_scopes.len() > 50 {
            return Err("at most 50 scopes may be allowed".into());
        }
        for (name, urls) in [("callback_urls", &self.callback_urls), ("logout_urls", &self.logout_urls)] {
            if urls.len() > 100 {
                return Err(format!("{name} has more than 100 entries"));
            }
            for url in urls {
                check_redirect_url(url).map_err(|reason| format!("{name}: {url} {reason}"))?;
            }
        }
        if let Some(default) = &self.default_redirect_uri
            && !self.callback_urls.contains(default)
        {
            return Err("default_redirect_uri must be one of callback_urls".into());
        }
        Ok(())
    }
}

/// Whether a URL may be registered: absolute, without fragment, white space or a scheme that runs code;
/// plain `http` only for loopback hosts.
///
/// # Errors
/// What is wrong, to follow the URL in a sentence.
pub fn check_redirect_url(text: &str) -> Result<(), &'static str> {
    if text.is_empty() || text.len() > 1024 || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("must be 1 to 1024 characters without white space");
    }
    let url = url::Url::parse(text).map_err(|_| "is not an absolute URL")?;
    if url.fragment().is_some() {
        return Err("must not have a fragment");
    }
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback_url(text) => Ok(()),
        "http" => Err("must be https, because its host is not this machine"),
        "javascript" | "data" | "vbscript" | "file" | "blob" | "about" => {
            Err("has a scheme that is never allowed")
        }
        _ => Ok(()),
    }
}

/// Whether a URL is `http` or `https` to `localhost`, `127.0.0.1` or `[::1]`, without credentials and fragment. A parser
/// overlooks control characters, which no header can carry.
pub fn is_loopback_url(text: &str) -> bool {
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return false;
    }
    let Ok(url) = url::Url::parse(text) else { return false };
    matches!(url.scheme(), "http" | "https")
        && matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"))
        && url.username().is_empty()
        && url.password().is_none()
        && url.fragment().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_uri_is_compared_exactly() {
        let settings =
            ClientSettings { callback_urls: vec!["https://app.example.com/cb".into()], ..Default::default() };
        assert!(settings.is_callback_url("https://app.example.com/cb"));
        for foreign in [
            "https://app.example.com/cb/",
            "https://app.example.com/cb?x=1",
            "https://APP.example.com/cb",
            "https://app.example.com.evil.example/cb",
            "http://localhost:3000/cb",
            "",
        ] {
            assert!(!settings.is_callback_url(foreign), "{foreign}");
        }
    }

    #[test]
    fn loopback_means_this_machine_and_nothing_that_looks_like_it() {
        for good in ["http://localhost:3000/cb", "https://127.0.0.1/", "http://[::1]:8080/a?b=c"] {
            assert!(is_loopback_url(good), "{good}");
        }
        for bad in [
            "http://localhost.evil.example/",
            "http://localhost@evil.example/",
            "http://user:pw@localhost/",
            "http://127.0.0.2/",
            "ftp://localhost/",
            "http://localhost/#x",
            "http://localhost/\r\nSet-Cookie: a=b",
            " http://localhost/",
            "http:\\\\localhost/",
        ] {
            assert!(!is_loopback_url(bad), "{bad}");
        }
    }

    #[test]
    fn registered_urls_keep_the_rules() {
        for good in
            ["https://a.example/cb", "http://localhost:1/cb", "com.example.app:/oauth2redirect", "myapp://cb"]
        {
            assert_eq!(check_redirect_url(good), Ok(()), "{good}");
        }
        for bad in [
            "http://a.example/cb",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://a.example/#f",
            "/cb",
            "a b",
        ] {
            assert!(check_redirect_url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn lifetimes_are_checked_as_value_and_unit_together() {
        let with = |value, unit| ClientSettings {
            access_token_life: TokenLife { value, unit },
            ..Default::default()
        };
        assert!(with(5, TimeUnit::Minutes).check().is_ok());
        assert!(with(1, TimeUnit::Days).check().is_ok());
        assert!(with(299, TimeUnit::Seconds).check().is_err());
        assert!(with(25, TimeUnit::Hours).check().is_err());
    }
}
