//! The rules for an authorization request whose client and redirect URI are trusted, in their order.
//!
//! Pure: each rule reads the request, the client and the pool, and either passes or refuses. Scopes come after them
//! (`scopes::grant`), and then what depends on the person (`dispatch`).

use crate::model::authorization::AuthorizationParameters;
use crate::model::client::{AppClient, OAuthFlow};
use crate::model::pool::UserPool;
use crate::web::form::Parameters;

use super::acr;
use super::error::{ErrorCode, OAuthError};

/// Longest values in bytes.
const LIMITS: [(&str, usize); 8] = [
    ("state", 4096),
    ("nonce", 1024),
    ("scope", 4096),
    ("login_hint", 256),
    ("ui_locales", 512),
    ("lang", 64),
    ("acr_values", 2048),
    ("claims", 4096),
];

/// The values of `prompt` that mean something (OpenID Connect Core §3.1.2.1, Initiating User Registration §4).
pub const PROMPTS: [&str; 5] = ["none", "login", "consent", "select_account", "create"];

/// Most languages that are kept.
const MOST_LOCALES: usize = 10;

/// What the rules look at.
pub struct Subject<'a> {
    /// The request.
    pub parameters: &'a Parameters,
    /// Its client.
    pub client: &'a AppClient,
    /// The pool.
    pub pool: &'a UserPool,
}

type Rule = fn(&Subject<'_>) -> Result<(), OAuthError>;

/// The rules in their order; the first refusal stands.
const RULES: [Rule; 8] = [
    sizes,
    request_objects,
    response_type,
    response_mode,
    client_may_use_codes,
    code_challenge,
    prompt,
    max_age,
];

/// Applies all rules.
///
/// # Errors
/// The first refusal.
pub fn check(subject: &Subject<'_>) -> Result<(), OAuthError> {
    RULES.iter().try_for_each(|rule| rule(subject))
}

/// What is kept of a request that passed; `redirect_uri` is the trusted one.
pub fn keep(
    pool: &UserPool,
    parameters: &Parameters,
    redirect_uri: &str,
    scope: Vec<String>,
) -> AuthorizationParameters {
    let owned = |name| parameters.get(name).map(String::from);
    AuthorizationParameters {
        redirect_uri: redirect_uri.to_owned(),
        redirect_uri_was_sent: parameters.get("redirect_uri").is_some(),
        scope,
        state: owned("state"),
        nonce: owned("nonce"),
        code_challenge: owned("code_challenge"),
        prompt: words(parameters, "prompt").map(String::from).collect(),
        max_age: parameters.get("max_age").and_then(|text| text.parse().ok()),
        login_hint: owned("login_hint"),
        account: None,
        ui_locales: parameters
            .get("lang")
            .into_iter()
            .chain(words(parameters, "ui_locales"))
            .take(MOST_LOCALES)
            .map(String::from)
            .collect(),
        demand: acr::demand(&pool.settings.acr, parameters),
        expected_user: None,
    }
}

fn words<'a>(parameters: &'a Parameters, name: &str) -> impl Iterator<Item = &'a str> {
    parameters.text(name).split(' ').filter(|word| !word.is_empty())
}

fn sizes(subject: &Subject<'_>) -> Result<(), OAuthError> {
    match LIMITS.iter().find(|(name, limit)| subject.parameters.text(name).len() > *limit) {
        Some((name, limit)) => {
            Err(OAuthError::invalid_request(format!("{name} is longer than {limit} bytes.")))
        }
        None => Ok(()),
    }
}

/// OpenID Connect Core §6: what is not supported must be refused, never ignored.
fn request_objects(subject: &Subject<'_>) -> Result<(), OAuthError> {
    let refused = [
        ("request", ErrorCode::RequestNotSupported, "Request objects are not supported."),
        ("request_uri", ErrorCode::RequestUriNotSupported, "Request objects by reference are not supported."),
        ("registration", ErrorCode::RegistrationNotSupported, "Clients are not registered by a request."),
    ];
    match refused.into_iter().find(|(name, ..)| subject.parameters.get(name).is_some()) {
        Some((_, code, description)) => Err(OAuthError::new(code, description)),
        None => Ok(()),
    }
}

fn response_type(subject: &Subject<'_>) -> Result<(), OAuthError> {
    match subject.parameters.get("response_type") {
        Some("code") => Ok(()),
        None => Err(OAuthError::invalid_request("response_type is missing.")),
        Some(_) => Err(OAuthError::new(
            ErrorCode::UnsupportedResponseType,
            "The only supported response_type is code.",
        )),
    }
}

fn response_mode(subject: &Subject<'_>) -> Result<(), OAuthError> {
    match subject.parameters.get("response_mode") {
        None | Some("query") => Ok(()),
        Some(_) => Err(OAuthError::invalid_request("The only supported response_mode is query.")),
    }
}

fn client_may_use_codes(subject: &Subject<'_>) -> Result<(), OAuthError> {
    if subject.client.settings.allows(OAuthFlow::Code) {
        return Ok(());
    }
    Err(OAuthError::new(
        ErrorCode::UnauthorizedClient,
        "The client may not use the authorization code grant.",
    ))
}

/// RFC 7636 §4.3, with S256 alone (RFC 9700 §2.1.1).
fn code_challenge(subject: &Subject<'_>) -> Result<(), OAuthError> {
    let refuse = |description: &'static str| Err(OAuthError::invalid_request(description));
    let parameters = subject.parameters;
    match (parameters.get("code_challenge"), parameters.get("code_challenge_method")) {
        (None, None) if pkce_required(subject.client, subject.pool) => {
            refuse("code_challenge is missing: this client must use PKCE.")
        }
        (None, None) => Ok(()),
        (None, Some(_)) => refuse("code_challenge is missing."),
        (Some(_), None) => refuse("code_challenge_method is missing; it must be S256."),
        (Some(challenge), Some("S256")) if is_s256_challenge(challenge) => Ok(()),
        (Some(_), Some("S256")) => refuse("code_challenge must be 43 characters of base64url."),
        (Some(_), Some(_)) => refuse("code_challenge_method must be S256."),
    }
}

fn pkce_required(client: &AppClient, pool: &UserPool) -> bool {
    let by_default = !client.settings.confidential && !pool.settings.compatibility.pkce_optional();
    client.settings.require_pkce.unwrap_or(by_default)
}

fn is_s256_challenge(text: &str) -> bool {
    text.len() == 43 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

fn prompt(subject: &Subject<'_>) -> Result<(), OAuthError> {
    let prompts: Vec<&str> = words(subject.parameters, "prompt").collect();
    if prompts.contains(&"none") && prompts.len() > 1 {
        return Err(OAuthError::invalid_request("prompt=none cannot be combined with other values."));
    }
    if prompts.iter().any(|prompt| !PROMPTS.contains(prompt)) {
        return Err(OAuthError::invalid_request("prompt has a value that is not known."));
    }
    Ok(())
}

fn max_age(subject: &Subject<'_>) -> Result<(), OAuthError> {
    match subject.parameters.get("max_age") {
        Some(text) if text.len() > 10 || !text.bytes().all(|b| b.is_ascii_digit()) => {
            Err(OAuthError::invalid_request("max_age must be a number of seconds."))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::client::ClientSettings;
    use crate::model::ids::{ClientId, PoolId};
    use crate::model::pool::PoolSettings;

    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn pool() -> UserPool {
        UserPool {
            id: PoolId::trusted("us-east-1_Demo00001"),
            name: "Demo".into(),
            settings: PoolSettings::default(),
            created_at: 0,
            updated_at: 0,
        }
    }

    fn client(settings: ClientSettings) -> AppClient {
        AppClient {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            id: ClientId::trusted("demo"),
            name: "Demo".into(),
            settings,
            created_at: 0,
            updated_at: 0,
        }
    }

    fn verdict(query: &str, client: &AppClient, pool: &UserPool) -> Result<(), ErrorCode> {
        let Ok(parameters) = Parameters::parse(query.as_bytes()) else { panic!("unreadable: {query}") };
        check(&Subject { parameters: &parameters, client, pool }).map_err(|error| error.code)
    }

    #[test]
    fn each_rule_refuses_with_its_code() {
        let (pool, client) = (pool(), client(ClientSettings { confidential: true, ..Default::default() }));
        let long_state = format!("response_type=code&state={}", "x".repeat(4097));
        for (query, expected) in [
            ("response_type=code", Ok(())),
            ("response_type=code&response_mode=query&prompt=login+consent&max_age=0&extra=1", Ok(())),
            ("", Err(ErrorCode::InvalidRequest)),
            ("response_type=", Err(ErrorCode::InvalidRequest)),
            ("response_type=token", Err(ErrorCode::UnsupportedResponseType)),
            ("response_type=code+id_token", Err(ErrorCode::UnsupportedResponseType)),
            ("response_type=code&response_mode=fragment", Err(ErrorCode::InvalidRequest)),
            ("response_type=code&request=x", Err(ErrorCode::RequestNotSupported)),
            ("response_type=code&request_uri=x", Err(ErrorCode::RequestUriNotSupported)),
            ("response_type=code&registration=x", Err(ErrorCode::RegistrationNotSupported)),
            ("response_type=code&prompt=none+login", Err(ErrorCode::InvalidRequest)),
            ("response_type=code&prompt=nonsense", Err(ErrorCode::InvalidRequest)),
            ("response_type=code&max_age=-1", Err(ErrorCode::InvalidRequest)),
            ("response_type=code&max_age=1.5", Err(ErrorCode::InvalidRequest)),
            ("response_type=code&max_age=99999999999", Err(ErrorCode::InvalidRequest)),
            (&long_state, Err(ErrorCode::InvalidRequest)),
        ] {
            assert_eq!(verdict(query, &client, &pool), expected, "{query}");
        }
    }

    #[test]
    fn a_challenge_is_s256_and_public_clients_need_one() {
        let (pool, public) = (pool(), client(ClientSettings::default()));
        let with = |rest: &str| verdict(&format!("response_type=code{rest}"), &public, &pool);
        assert_eq!(with(&format!("&code_challenge={CHALLENGE}&code_challenge_method=S256")), Ok(()));
        for wrong in [
            String::new(),
            format!("&code_challenge={CHALLENGE}"),
            format!("&code_challenge={CHALLENGE}&code_challenge_method=plain"),
            format!("&code_challenge={CHALLENGE}x&code_challenge_method=S256"),
            "&code_challenge=short&code_challenge_method=S256".into(),
            "&code_challenge_method=S256".into(),
        ] {
            assert_eq!(with(&wrong), Err(ErrorCode::InvalidRequest), "{wrong}");
        }
    }

    #[test]
    fn who_needs_pkce_follows_client_and_pool() {
        let needs = |confidential, require_pkce, cognito| {
            let mut pool = pool();
            pool.settings.compatibility.cognito = cognito;
            pkce_required(&client(ClientSettings { confidential, require_pkce, ..Default::default() }), &pool)
        };
        assert!(needs(false, None, false));
        assert!(!needs(true, None, false));
        assert!(!needs(false, None, true));
        assert!(needs(true, Some(true), true));
        assert!(!needs(false, Some(false), false));
    }

    #[test]
    fn a_client_without_the_code_grant_is_refused() {
        let machine = ClientSettings {
            confidential: true,
            allowed_flows: vec![OAuthFlow::ClientCredentials],
            ..Default::default()
        };
        assert_eq!(
            verdict("response_type=code", &client(machine), &pool()),
            Err(ErrorCode::UnauthorizedClient)
        );
    }
}
