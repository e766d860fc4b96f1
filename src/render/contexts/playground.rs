//! The development server's playground: a client that shows what a client sees.

use serde::Serialize;

use super::super::{Page, TextKey};
use super::Form;

/// `/dev/playground`: choose a client and begin.
///
/// Posts `target`, `scope`, `prompt` (may be empty), `login_hint` (may be empty).
#[derive(Clone, Debug, Serialize)]
pub struct PlaygroundStart {
    /// The form.
    pub form: Form,
    /// The clients to choose from; the first is preselected, unless another one is named.
    pub targets: Vec<PlaygroundTarget>,
    /// The preselected client; empty for none.
    pub target: String,
    /// Scopes to begin with, space-separated.
    pub scope: String,
    /// The preselected `prompt`; empty for none.
    pub prompt: String,
    /// Accounts one can sign in with.
    pub accounts: Vec<DemoAccount>,
}

/// A client the playground can act as.
#[derive(Clone, Debug, Serialize)]
pub struct PlaygroundTarget {
    /// What is posted as `target`.
    pub value: String,
    /// The client's id.
    pub client_id: String,
    /// The pool's display name.
    pub pool_name: String,
}

/// An account of a demonstration pool.
#[derive(Clone, Debug, Serialize)]
pub struct DemoAccount {
    /// What to sign in with.
    pub username: String,
    /// Its well-known password.
    pub password: String,
    /// The seed of its authenticator, when it has one.
    pub totp_seed: Option<String>,
}

impl Page for PlaygroundStart {
    const TEMPLATE: &'static str = "dev/playground.html";

    fn title(&self) -> TextKey {
        TextKey("playground-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let target = |client_id: &str, pool_name: &str| PlaygroundTarget {
            value: client_id.to_owned(),
            client_id: client_id.to_owned(),
            pool_name: pool_name.to_owned(),
        };
        let account = |username: &str, password: &str, seed: Option<&str>| DemoAccount {
            username: username.to_owned(),
            password: password.to_owned(),
            totp_seed: seed.map(ToOwned::to_owned),
        };
        vec![(
            "start",
            Self {
                form: Form::sample("/dev/playground"),
                targets: vec![target("demoweb", "Demo"), target("cognitoweb", "Demo, Cognito compatible")],
                target: "cognitoweb".to_owned(),
                scope: "openid email phone profile".to_owned(),
                prompt: String::new(),
                accounts: vec![
                    account("ada@example.com", "Correct-Horse-7", None),
                    account("grace@example.com", "Correct-Horse-8", Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")),
                ],
            },
        )]
    }
}

/// The playground after the callback: everything that went over the wire.
#[derive(Clone, Debug, Serialize)]
pub struct PlaygroundResult {
    /// The error the server answered with, instead of tokens.
    pub error: Option<PlaygroundError>,
    /// The authorization request's address without its query.
    pub request_url: String,
    /// The parameters of the authorization request.
    pub request: Vec<Parameter>,
    /// The parameters the callback received.
    pub callback: Vec<Parameter>,
    /// The tokens received, decoded where they can be.
    pub tokens: Vec<PlaygroundToken>,
    /// The answer of `/oauth2/userInfo`, pretty-printed JSON.
    pub userinfo: Option<String>,
    /// Spends the refresh token for new tokens.
    pub refresh_form: Option<Form>,
    /// Revokes the refresh token.
    pub revoke_form: Option<Form>,
    /// To `/logout` with the client's sign-out address.
    pub sign_out_link: Option<String>,
    /// Begins again.
    pub start_link: String,
}

/// An OAuth error as the client received it.
#[derive(Clone, Debug, Serialize)]
pub struct PlaygroundError {
    /// `error`.
    pub code: String,
    /// `error_description`.
    pub description: String,
}

/// A name with its value.
#[derive(Clone, Debug, Serialize)]
pub struct Parameter {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A token as text and, for a JWT, decoded.
#[derive(Clone, Debug, Serialize)]
pub struct PlaygroundToken {
    /// `id_token`, `access_token` or `refresh_token`.
    pub name: String,
    /// As received.
    pub raw: String,
    /// The JWT's header, pretty-printed JSON.
    pub header: Option<String>,
    /// The JWT's claims, pretty-printed JSON.
    pub claims: Option<String>,
}

impl Page for PlaygroundResult {
    const TEMPLATE: &'static str = "dev/playground_result.html";

    fn title(&self) -> TextKey {
        TextKey("playground-result-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let parameter =
            |name: &str, value: &str| Parameter { name: name.to_owned(), value: value.to_owned() };
        let claims = "{\n  \"sub\": \"0b6f9c3e-4f2b-4c39-9d1e-6f0f4f0c6f11\",\n  \"aud\": \"demoweb\",\n  \
                      \"email\": \"ada@example.com\",\n  \"token_use\": \"id\"\n}";
        let jwt = |name: &str| PlaygroundToken {
            name: name.to_owned(),
            raw: format!(
                "eyJhbGciOiJSUzI1NiJ9.{}.{}",
                "eyJzdWIiOiIwYjZm".repeat(12),
                "c2lnbmF0dXJl".repeat(20)
            ),
            header: Some("{\n  \"alg\": \"RS256\",\n  \"kid\": \"demo\"\n}".to_owned()),
            claims: Some(claims.to_owned()),
        };
        let refresh = PlaygroundToken {
            name: "refresh_token".to_owned(),
            raw: "cmVmcmVzaA".repeat(6),
            header: None,
            claims: None,
        };
        let done = Self {
            error: None,
            request_url: "http://localhost:9400/oauth2/authorize".to_owned(),
            request: vec![
                parameter("response_type", "code"),
                parameter("client_id", "demoweb"),
                parameter("redirect_uri", "http://localhost:9400/dev/playground/callback"),
                parameter("scope", "openid email phone profile"),
                parameter("code_challenge_method", "S256"),
            ],
            callback: vec![
                parameter("code", "c29tZWNvZGU"),
                parameter("state", "c3RhdGU"),
                parameter("iss", "http://localhost:9400/us-east-1_Demo00001"),
            ],
            tokens: vec![jwt("id_token"), jwt("access_token"), refresh],
            userinfo: Some(claims.to_owned()),
            refresh_form: Some(Form::sample("/dev/playground/refresh")),
            revoke_form: Some(Form::sample("/dev/playground/revoke")),
            sign_out_link: Some("/logout?client_id=demoweb".to_owned()),
            start_link: "/dev/playground".to_owned(),
        };
        let failed = Self {
            error: Some(PlaygroundError {
                code: "access_denied".to_owned(),
                description: "The person did not sign in.".to_owned(),
            }),
            callback: vec![parameter("error", "access_denied")],
            tokens: Vec::new(),
            userinfo: None,
            refresh_form: None,
            revoke_form: None,
            sign_out_link: None,
            ..done.clone()
        };
        vec![("done", done), ("failed", failed)]
    }
}
