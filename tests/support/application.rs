//! An application for tests: a relying party that sends a browser off and exchanges what comes back, step by step, so
//! that a test can do each step wrongly. Tokens are verified by an independent library.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header, jwk::JwkSet};
use reqwest::{Client, Url};
use serde_json::Value;
use vestibule::crypto::digest;
use vestibule::crypto::random::{Random, SystemRandom};

use super::browser::{Browser, Page, other_host};

/// A relying party.
#[derive(Clone)]
pub struct Application {
    /// Where the pool's endpoints are, for example `http://127.0.0.1:1234`.
    pub endpoints: String,
    /// The issuer it trusts.
    pub issuer: String,
    /// Its `client_id`.
    pub client_id: String,
    /// Its secret, when it is confidential.
    pub secret: Option<String>,
    /// Its callback.
    pub redirect_uri: String,
    client: Client,
}

/// One sign-in under way.
#[derive(Clone, Debug)]
pub struct Departure {
    /// Where the browser is sent.
    pub url: Url,
    /// Sent as `state`.
    pub state: String,
    /// Sent as `nonce`.
    pub nonce: String,
    /// The PKCE verifier.
    pub verifier: String,
}

/// What the token endpoint answered.
#[derive(Debug, Clone)]
pub struct TokenAnswer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Value,
}

impl TokenAnswer {
    /// A member as text; panics with the whole answer when it is absent.
    pub fn text(&self, member: &str) -> String {
        self.body[member].as_str().unwrap_or_else(|| panic!("no {member} in {self:?}")).to_owned()
    }

    /// The `error` member; empty on success.
    pub fn error(&self) -> &str {
        self.body["error"].as_str().unwrap_or_default()
    }
}

fn random_text() -> String {
    let random: &dyn Random = &SystemRandom;
    random.token()
}

impl Application {
    /// The public demonstration client at the root of a server.
    pub fn public(origin: &str) -> Self {
        Self::new(origin, "us-east-1_Demo00001", "", "demoweb")
    }

    /// The confidential demonstration client at the root of a server.
    pub fn confidential(origin: &str) -> Self {
        let secret = Some(vestibule::dev::seed::CONFIDENTIAL_SECRET.to_owned());
        Self { secret, ..Self::new(origin, "us-east-1_Demo00001", "", "demoserver") }
    }

    /// A client of a pool in the path form.
    pub fn of_pool(origin: &str, pool: &str, client_id: &str) -> Self {
        Self::new(origin, pool, &format!("/{pool}"), client_id)
    }

    fn new(origin: &str, pool: &str, base: &str, client_id: &str) -> Self {
        Self {
            endpoints: format!("{origin}{base}"),
            issuer: format!("{origin}/{pool}"),
            client_id: client_id.to_owned(),
            secret: None,
            redirect_uri: "http://127.0.0.1:9/callback".to_owned(),
            client: Client::new_for_tests(),
        }
    }

    /// The same application, with the pool's endpoints at another host name of the server at `origin`.
    #[must_use]
    pub fn at_host(mut self, origin: &str, host: &str) -> Self {
        let (endpoints, client) = other_host(origin, host);
        self.endpoints = endpoints;
        self.client = client.build().expect("a client can be built");
        self
    }

    /// A fresh authorization request with PKCE, state and nonce; `extra` adds or replaces parameters.
    pub fn depart(&self, extra: &[(&str, &str)]) -> Departure {
        let (state, nonce, verifier) = (random_text(), random_text(), random_text());
        let challenge = URL_SAFE_NO_PAD.encode(digest::sha256(verifier.as_bytes()));
        let mut parameters: BTreeMap<&str, &str> = BTreeMap::from([
            ("response_type", "code"),
            ("client_id", self.client_id.as_str()),
            ("redirect_uri", self.redirect_uri.as_str()),
            ("scope", "openid email profile"),
            ("state", state.as_str()),
            ("nonce", nonce.as_str()),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
        ]);
        parameters.extend(extra.iter().copied());
        let url = Url::parse_with_params(&format!("{}/oauth2/authorize", self.endpoints), parameters)
            .expect("a URL");
        Departure { url, state, nonce, verifier }
    }

    /// Sends a browser through sign-in with a password and returns the departure and the page it came back to.
    pub async fn sign_in(&self, browser: &Browser, username: &str, password: &str) -> (Departure, Page) {
        let departure = self.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let back =
            browser.submit(&login, "password", &[("username", username), ("password", password)]).await;
        (departure, back)
    }

    /// Signs a person in and returns their tokens.
    pub async fn tokens_of(&self, browser: &Browser, username: &str, password: &str) -> TokenAnswer {
        let (departure, back) = self.sign_in(browser, username, password).await;
        let code = self.code_of(&back, &departure);
        self.exchange(&code, &departure.verifier).await
    }

    /// The code a browser brought back; checks state and issuer as an application must (RFC 9207).
    pub fn code_of(&self, back: &Page, departure: &Departure) -> String {
        assert!(
            back.url.as_str().starts_with(&self.redirect_uri),
            "not back at the application: {} {}\n{}",
            back.status,
            back.url,
            back.text()
        );
        assert_eq!(back.query("state").as_deref(), Some(departure.state.as_str()));
        assert_eq!(back.query("iss").as_deref(), Some(self.issuer.as_str()));
        back.query("code").unwrap_or_else(|| panic!("no code in {}", back.url))
    }

    /// Exchanges a code.
    pub async fn exchange(&self, code: &str, verifier: &str) -> TokenAnswer {
        self.token(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect_uri),
            ("code_verifier", verifier),
        ])
        .await
    }

    /// Refreshes.
    pub async fn refresh(&self, refresh_token: &str) -> TokenAnswer {
        self.token(&[("grant_type", "refresh_token"), ("refresh_token", refresh_token)]).await
    }

    /// Posts to the token endpoint as this client: Basic with a secret, else `client_id` in the body.
    pub async fn token(&self, fields: &[(&str, &str)]) -> TokenAnswer {
        self.post("/oauth2/token", fields).await
    }

    /// Posts a form as this client.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> TokenAnswer {
        self.try_post(path, fields).await.expect("the server answers")
    }

    /// Posts a form as this client; the error is a server that did not answer.
    pub async fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> Result<TokenAnswer, reqwest::Error> {
        let mut request = self.client.post(format!("{}{path}", self.endpoints));
        let mut fields = fields.to_vec();
        match &self.secret {
            Some(secret) => request = request.basic_auth(&self.client_id, Some(secret)),
            None => fields.push(("client_id", &self.client_id)),
        }
        let response = request.form(&fields).send().await?;
        let status = response.status().as_u16();
        let text = response.text().await?;
        let body = if text.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&text).unwrap_or_else(|_| panic!("not JSON: {text}"))
        };
        Ok(TokenAnswer { status, body })
    }

    /// Calls userInfo with an access token.
    pub async fn user_info(&self, access_token: &str) -> (u16, Value) {
        let url = format!("{}/oauth2/userInfo", self.endpoints);
        let response =
            self.client.get(url).bearer_auth(access_token).send().await.expect("the server answers");
        let status = response.status().as_u16();
        (status, response.json().await.unwrap_or(Value::Null))
    }

    /// Verifies a token's signature with the pool's key set and an independent library, and returns its claims. Times are
    /// not judged: the server's clock may have been moved.
    pub async fn verify(&self, token: &str) -> Value {
        let keys = self
            .client
            .get(format!("{}/.well-known/jwks.json", self.issuer))
            .send()
            .await
            .expect("the key set");
        let keys: JwkSet = keys.json().await.expect("a key set");
        let header = decode_header(token).expect("a header");
        let kid = header.kid.expect("a kid");
        let key = keys.find(&kid).unwrap_or_else(|| panic!("no key {kid}"));
        let mut rules = Validation::new(header.alg);
        rules.algorithms = vec![Algorithm::RS256, Algorithm::ES256, Algorithm::EdDSA];
        rules.algorithms.retain(|algorithm| *algorithm == header.alg);
        rules.validate_exp = false;
        rules.validate_aud = false;
        rules.set_issuer(&[&self.issuer]);
        rules.set_required_spec_claims(&["iss", "sub", "exp"]);
        decode::<Value>(token, &DecodingKey::from_jwk(key).expect("a key"), &rules)
            .expect("the token verifies")
            .claims
    }
}

trait ForTests {
    fn new_for_tests() -> Self;
}

impl ForTests for Client {
    #[expect(clippy::disallowed_methods, reason = "a test's own client")]
    fn new_for_tests() -> Self {
        Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .danger_accept_invalid_certs(true)
            .build()
            .expect("a client can be built")
    }
}
