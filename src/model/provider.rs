//! Identity providers of a pool: other places where its people may sign in, under Cognito's names.

use std::collections::BTreeMap;

use secrecy::SecretString;

use super::acr::Level;
use super::ids::PoolId;

/// Details beyond Cognito's, which every kind may have.
const OWN_DETAILS: [&str; 1] = ["linking"];

/// What a provider speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProviderKind {
    /// Google.
    Google,
    /// Facebook.
    Facebook,
    /// Sign in with Apple.
    SignInWithApple,
    /// Login with Amazon.
    LoginWithAmazon,
    /// Any OpenID Connect provider.
    Oidc,
    /// Any SAML 2.0 provider.
    Saml,
}

impl ProviderKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Google, Self::Facebook, Self::SignInWithApple, Self::LoginWithAmazon, Self::Oidc, Self::Saml];

    /// Cognito's name of the kind.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Google => "Google",
            Self::Facebook => "Facebook",
            Self::SignInWithApple => "SignInWithApple",
            Self::LoginWithAmazon => "LoginWithAmazon",
            Self::Oidc => "OIDC",
            Self::Saml => "SAML",
        }
    }

    /// Reads Cognito's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether a pool has one of it at most, whose name is the kind's.
    pub fn is_social(self) -> bool {
        !matches!(self, Self::Oidc | Self::Saml)
    }

    /// How people call a provider of this kind that has the name `name` in the pool.
    pub fn shown_name(self, name: &str) -> String {
        match self {
            Self::SignInWithApple => "Apple".to_owned(),
            Self::LoginWithAmazon => "Amazon".to_owned(),
            Self::Google | Self::Facebook | Self::Oidc | Self::Saml => name.to_owned(),
        }
    }

    /// The details that must be there.
    pub fn required_details(self) -> &'static [&'static str] {
        match self {
            Self::Google | Self::Facebook | Self::LoginWithAmazon => {
                &["client_id", "client_secret", "authorize_scopes"]
            }
            Self::SignInWithApple => &["client_id", "team_id", "key_id", "private_key", "authorize_scopes"],
            Self::Oidc => &["client_id", "authorize_scopes", "attributes_request_method", "oidc_issuer"],
            Self::Saml => &[],
        }
    }

    /// The details that may be there beside. `authorize_url`, `token_url`, `attributes_url` and `jwks_uri` take the place
    /// of what a provider publishes about itself, and of what is known about the social ones (Cognito shows theirs under
    /// the same names); `oidc_issuer` is what the ID tokens of Google and Apple must name instead of their own.
    pub fn optional_details(self) -> &'static [&'static str] {
        match self {
            Self::Google | Self::SignInWithApple => {
                &["oidc_issuer", "authorize_url", "token_url", "attributes_url", "jwks_uri"]
            }
            Self::LoginWithAmazon => &["authorize_url", "token_url", "attributes_url"],
            Self::Facebook => &["api_version", "authorize_url", "token_url", "attributes_url"],
            Self::Oidc => &[
                "client_secret",
                "authorize_url",
                "token_url",
                "attributes_url",
                "jwks_uri",
                "acr_level1",
                "acr_level2",
                "acr_level3",
                "acr_level4",
            ],
            Self::Saml => &[
                "MetadataURL",
                "MetadataFile",
                "IDPSignout",
                "IDPInit",
                "EncryptedResponses",
                "RequestSigningAlgorithm",
            ],
        }
    }
}

/// Whether somebody whom a provider signs in for the first time may be let into an account that is there already; a
/// provider's detail `linking`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Linking {
    /// Never: they get an account of their own.
    #[default]
    Separate,
    /// When the account has proven the address that the provider vouches for, and its owner signs in to it.
    Ask,
    /// When both sides have proven the address.
    Verified,
}

/// Whether a detail is a secret: stored sealed, never shown.
pub fn is_secret_detail(name: &str) -> bool {
    matches!(name, "client_secret" | "private_key")
}

/// An identity provider of a pool.
#[derive(Debug, Clone)]
pub struct IdentityProvider {
    /// The pool.
    pub pool_id: PoolId,
    /// The name, unique in the pool; `identity_provider=` of an authorization request.
    pub name: String,
    /// What it speaks.
    pub kind: ProviderKind,
    /// Its details that are no secrets.
    pub details: BTreeMap<String, String>,
    /// Its details that are.
    pub secrets: BTreeMap<String, SecretString>,
    /// Attribute of the pool → claim or attribute of the provider.
    pub attribute_mapping: BTreeMap<String, String>,
    /// Other names that lead to it, for example mail domains; unique in the pool.
    pub identifiers: Vec<String>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it last changed, Unix milliseconds.
    pub updated_at: i64,
}

impl IdentityProvider {
    /// Whether it may let people into accounts that are there already.
    pub fn linking(&self) -> Linking {
        match self.details.get("linking").map(String::as_str) {
            Some("ask") => Linking::Ask,
            Some("verified") => Linking::Verified,
            _ => Linking::Separate,
        }
    }

    /// The provider's own name of a level (Cognito's `AcrMapping`).
    pub fn acr_value(&self, level: Level) -> Option<&str> {
        let detail = match level {
            Level::One => "acr_level1",
            Level::Two => "acr_level2",
            Level::Three => "acr_level3",
            Level::Four => "acr_level4",
        };
        self.details.get(detail).map(String::as_str)
    }

    /// The level that the provider calls so.
    pub fn level(&self, acr: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| self.acr_value(*level) == Some(acr))
    }

    /// Whether its word about levels and methods counts: it does where a level is translated.
    pub fn translates_levels(&self) -> bool {
        Level::ALL.into_iter().any(|level| self.acr_value(level).is_some())
    }

    /// Refuses what no provider of its kind can be. The attributes of the mapping are the pool's business.
    ///
    /// # Errors
    /// Everything that is wrong, each with the key it is about (`name`, `details.oidc_issuer` …). No sentence repeats
    /// a value.
    pub fn problems(&self) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        if let Err(reason) = check_name(self.kind, &self.name) {
            problems.push(("name".to_owned(), reason));
        }
        self.missing_and_unknown(&mut problems);
        for (name, value) in &self.details {
            if let Err(reason) = check_detail(self.kind, name, value) {
                problems.push((format!("details.{name}"), reason));
            }
        }
        let levels: Vec<&str> = Level::ALL.into_iter().filter_map(|level| self.acr_value(level)).collect();
        if levels.iter().enumerate().any(|(index, name)| levels[..index].contains(name)) {
            problems
                .push(("details.acr_level1".to_owned(), "two levels have the same name there".to_owned()));
        }
        for (name, value) in &self.secrets {
            let length = secrecy::ExposeSecret::expose_secret(value).len();
            if length == 0 || length > 16_384 {
                problems.push((format!("details.{name}"), "must be 1 to 16384 bytes".to_owned()));
            }
        }
        if self.identifiers.len() > 50 {
            problems.push(("idp_identifiers".to_owned(), "has more than 50 entries".to_owned()));
        }
        for (index, identifier) in self.identifiers.iter().enumerate() {
            let allowed = |c: char| c.is_alphanumeric() || "_ +=.@-".contains(c);
            if !(1..=40).contains(&identifier.chars().count()) || !identifier.chars().all(allowed) {
                let reason = format!("entry {} must be 1 to 40 letters, digits, spaces or _+=.@-", index + 1);
                problems.push(("idp_identifiers".to_owned(), reason));
            }
            if self.identifiers[..index].contains(identifier) {
                problems.push(("idp_identifiers".to_owned(), format!("entry {} is there twice", index + 1)));
            }
        }
        for (attribute, claim) in &self.attribute_mapping {
            if claim.is_empty() || claim.len() > 2048 || claim.chars().any(char::is_control) {
                let reason = "must name a claim of 1 to 2048 characters".to_owned();
                problems.push((format!("attribute_mapping.{attribute}"), reason));
            }
        }
        problems
    }

    fn missing_and_unknown(&self, problems: &mut Vec<(String, String)>) {
        let (required, optional) = (self.kind.required_details(), self.kind.optional_details());
        let has = |name: &str| self.details.contains_key(name) || self.secrets.contains_key(name);
        for name in required.iter().filter(|name| !has(name)) {
            problems
                .push((format!("details.{name}"), format!("is missing; {} needs it", self.kind.as_str())));
        }
        for name in self.details.keys().chain(self.secrets.keys()) {
            if !OWN_DETAILS.contains(&name.as_str())
                && !required.contains(&name.as_str())
                && !optional.contains(&name.as_str())
            {
                let known: Vec<&str> = required.iter().chain(optional).copied().collect();
                let reason =
                    format!("is no detail of {}; known are {}", self.kind.as_str(), known.join(", "));
                problems.push((format!("details.{name}"), reason));
            }
        }
        if self.kind == ProviderKind::Saml && has("MetadataURL") == has("MetadataFile") {
            let reason = "SAML needs either MetadataURL or MetadataFile".to_owned();
            problems.push(("details".to_owned(), reason));
        }
    }
}

/// A name: 3 to 32 visible characters; that of a social provider is its kind's, and nobody else may have it.
fn check_name(kind: ProviderKind, name: &str) -> Result<(), String> {
    if kind.is_social() {
        let expected = kind.as_str();
        let right = name == expected;
        return if right { Ok(()) } else { Err(format!("must be {expected}, because a pool has one of it")) };
    }
    let length = name.chars().count();
    let visible = name.chars().all(|c| !c.is_whitespace() && !c.is_control());
    if !(3..=32).contains(&length) || !visible || name.starts_with('_') {
        return Err("must be 3 to 32 characters without white space that do not begin with _".to_owned());
    }
    let reserved = name.eq_ignore_ascii_case("COGNITO")
        || ProviderKind::ALL
            .iter()
            .any(|other| other.is_social() && other.as_str().eq_ignore_ascii_case(name));
    if reserved { Err("is reserved; choose another".to_owned()) } else { Ok(()) }
}

fn check_detail(kind: ProviderKind, name: &str, value: &str) -> Result<(), String> {
    let most = if name == "MetadataFile" { 500_000 } else { 2048 };
    if value.is_empty() || value.len() > most {
        return Err(format!("must be 1 to {most} bytes"));
    }
    if name != "MetadataFile" && value.chars().any(char::is_control) {
        return Err("has control characters".to_owned());
    }
    match name {
        "oidc_issuer" | "authorize_url" | "token_url" | "attributes_url" | "jwks_uri" | "MetadataURL" => {
            check_url(value, name == "oidc_issuer")
        }
        // It travels in `acr_values`, where spaces separate.
        "acr_level1" | "acr_level2" | "acr_level3" | "acr_level4" => {
            let is_name =
                value.len() <= 256 && value.bytes().all(|b| matches!(b, 0x21 | 0x23..=0x5b | 0x5d..=0x7e));
            let reason = "must be 1 to 256 printable ASCII characters without space, \" and \\";
            if is_name { Ok(()) } else { Err(reason.to_owned()) }
        }
        "linking" => one_of(value, &["separate", "ask", "verified"]),
        // It becomes part of an address.
        "api_version" => {
            let number = value.strip_prefix('v').and_then(|rest| rest.split_once('.'));
            let digits =
                |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            let right = number.is_some_and(|(major, minor)| digits(major) && digits(minor));
            if right { Ok(()) } else { Err("must be a version such as v17.0".to_owned()) }
        }
        "attributes_request_method" => one_of(value, &["GET", "POST"]),
        "IDPSignout" | "IDPInit" | "EncryptedResponses" => one_of(value, &["true", "false"]),
        "RequestSigningAlgorithm" => one_of(value, &["rsa-sha256"]),
        "authorize_scopes" if kind == ProviderKind::Oidc => {
            let has_openid = value.split_whitespace().any(|scope| scope == "openid");
            if has_openid { Ok(()) } else { Err("must hold the scope openid".to_owned()) }
        }
        "MetadataFile" if !value.trim_start().starts_with('<') => Err("is no XML".to_owned()),
        _ => Ok(()),
    }
}

fn one_of(value: &str, words: &[&str]) -> Result<(), String> {
    if words.contains(&value) { Ok(()) } else { Err(format!("must be {}", words.join(" or "))) }
}

/// https to a host without credentials and fragment; an issuer has no query either (OpenID Connect Discovery §3).
fn check_url(value: &str, is_issuer: bool) -> Result<(), String> {
    let url = url::Url::parse(value).map_err(|_| "is no absolute URL".to_owned())?;
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    if !plain || value.contains(char::is_whitespace) {
        return Err("must have neither user name, password, fragment nor white space".to_owned());
    }
    if is_issuer && url.query().is_some() {
        return Err("must have no query".to_owned());
    }
    if url.scheme() == "https" || (url.scheme() == "http" && super::client::is_loopback_url(value)) {
        Ok(())
    } else {
        Err("must be https".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(kind: ProviderKind, name: &str, details: &[(&str, &str)]) -> IdentityProvider {
        let (secrets, plain): (Vec<_>, Vec<_>) = details.iter().partition(|(name, _)| is_secret_detail(name));
        IdentityProvider {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            name: name.to_owned(),
            kind,
            details: plain.into_iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
            secrets: secrets
                .into_iter()
                .map(|(n, v)| ((*n).to_owned(), SecretString::from((*v).to_owned())))
                .collect(),
            attribute_mapping: BTreeMap::new(),
            identifiers: Vec::new(),
            created_at: 0,
            updated_at: 0,
        }
    }

    const OIDC: [(&str, &str); 5] = [
        ("client_id", "x"),
        ("client_secret", "y"),
        ("authorize_scopes", "openid email"),
        ("attributes_request_method", "GET"),
        ("oidc_issuer", "https://id.example.com/realm"),
    ];

    #[test]
    fn each_kind_has_its_details() {
        assert_eq!(provider(ProviderKind::Oidc, "Corp", &OIDC).problems(), []);
        let google = [("client_id", "x"), ("client_secret", "y"), ("authorize_scopes", "openid email")];
        assert_eq!(provider(ProviderKind::Google, "Google", &google).problems(), []);
        let saml = [("MetadataURL", "https://idp.example.com/metadata"), ("IDPSignout", "true")];
        assert_eq!(provider(ProviderKind::Saml, "Corp", &saml).problems(), []);

        let missing = provider(ProviderKind::SignInWithApple, "SignInWithApple", &[("client_id", "x")]);
        assert_eq!(missing.problems().len(), 4);
        let both = [("MetadataURL", "https://a.example/"), ("MetadataFile", "<a/>")];
        assert_eq!(provider(ProviderKind::Saml, "Corp", &both).problems().len(), 1);
        let unknown = provider(
            ProviderKind::Google,
            "Google",
            &[google.as_slice(), &[("api_version", "v17.0")]].concat(),
        );
        assert_eq!(unknown.problems()[0].0, "details.api_version");
    }

    #[test]
    fn reserved_and_unusable_names_are_refused() {
        for bad in ["COGNITO", "Cognito", "google", "ab", "_corp", "a b c", "a\tb", &"x".repeat(33)] {
            assert_eq!(provider(ProviderKind::Oidc, bad, &OIDC).problems().len(), 1, "{bad}");
        }
        assert_eq!(provider(ProviderKind::Google, "Corp", &[]).problems()[0].0, "name");
    }

    #[test]
    fn urls_lead_to_https_and_no_value_is_repeated() {
        for bad in [
            "http://id.example.com",
            "id.example.com",
            "https://u:hunter2@id.example.com",
            "https://a.example/#f",
            "https://a.example/?q",
        ] {
            let mut wrong = provider(ProviderKind::Oidc, "Corp", &OIDC);
            wrong.details.insert("oidc_issuer".into(), bad.into());
            let problems = wrong.problems();
            assert_eq!(problems.len(), 1, "{bad}");
            assert!(!problems[0].1.contains("hunter2"));
        }
    }
}
