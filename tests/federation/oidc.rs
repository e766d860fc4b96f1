//! Sign-in at an OpenID Connect provider: what is sent, what is accepted, and what becomes of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use url::Url;
use vestibule::federation::FederationError;
use vestibule::federation::oidc::{self, Answer, Ask, Departure};
use vestibule::model::external::{ExternalIdentity, UpstreamSession};
use vestibule::model::ids::PoolId;
use vestibule::model::provider::{IdentityProvider, ProviderKind, is_secret_detail};
use vestibule::outbound::documents::DocumentCache;
use vestibule::outbound::http::{HttpClient, HttpSettings, Reach};

use crate::support::database::{TestDatabase, block_on};
use crate::support::env::{TestEnv, test_env};
use crate::support::fake_oidc::{CLIENT, FakeOidc, Key, SECRET, Signed, object};

/// An environment, a provider out there, and how it is set up here.
pub struct World {
    pub test: TestEnv,
    pub fake: FakeOidc,
    pub provider: IdentityProvider,
    _database: TestDatabase,
}

pub fn callback() -> Url {
    "https://auth.example.com/oauth2/idpresponse?tenant=1".parse().expect("a URL")
}

pub fn provider(kind: ProviderKind, details: &[(&str, &str)]) -> IdentityProvider {
    let (secret, plain): (Vec<_>, Vec<_>) = details.iter().partition(|(name, _)| is_secret_detail(name));
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let provider = IdentityProvider {
        pool_id: PoolId::trusted("us-east-1_Demo00001"),
        name: if kind == ProviderKind::Oidc { "Corp".into() } else { kind.as_str().into() },
        kind,
        details: plain.into_iter().copied().map(owned).collect(),
        secrets: secret.into_iter().copied().map(owned).map(|(name, value)| (name, value.into())).collect(),
        attribute_mapping: BTreeMap::new(),
        identifiers: Vec::new(),
        created_at: 0,
        updated_at: 0,
    };
    assert_eq!(provider.problems(), []);
    provider
}

impl World {
    /// A provider that is found by discovery.
    pub async fn new() -> Self {
        Self::with(|origin| {
            let details = [
                ("client_id", CLIENT),
                ("client_secret", SECRET),
                ("authorize_scopes", "openid  email"),
                ("attributes_request_method", "GET"),
                ("oidc_issuer", origin),
            ];
            provider(ProviderKind::Oidc, &details)
        })
        .await
    }

    pub async fn with(make: impl FnOnce(&str) -> IdentityProvider) -> Self {
        let database = TestDatabase::sqlite().await;
        let test = test_env(&database).await;
        let fake = FakeOidc::start(&test.clock);
        let provider = make(&fake.origin);
        Self { test, fake, provider, _database: database }
    }

    /// Lets every request take this long at most.
    pub fn patience(&mut self, timeout: Duration) {
        let settings = HttpSettings { timeout, ..HttpSettings::new(Reach::Development) };
        let http = HttpClient::new(&settings).expect("a client");
        self.test.env.documents = Arc::new(DocumentCache::new(&http, self.test.clock.clone()));
        self.test.env.http = http;
    }

    pub async fn begin(&self) -> Result<Departure, FederationError> {
        let ask = Ask { state: "state-1".into(), ..Ask::default() };
        oidc::begin(&self.test.env, &self.provider, &callback(), ask).await
    }

    pub async fn finish(
        &self,
        gone: &Departure,
        answer: Answer,
    ) -> Result<ExternalIdentity, FederationError> {
        oidc::finish(&self.test.env, &self.provider, &callback(), &gone.round_trip, answer).await
    }

    /// There and back.
    pub async fn sign_in(&self) -> Result<ExternalIdentity, FederationError> {
        let gone = self.begin().await?;
        let answer = self.fake.visit(&gone.url);
        self.finish(&gone, answer).await
    }

    pub fn set(&mut self, detail: &str, value: &str) {
        self.provider.details.insert(detail.to_owned(), value.to_owned());
        assert_eq!(self.provider.problems(), []);
    }

    pub fn reads(&self, path: &str) -> usize {
        self.fake.heard(path).len()
    }
}

fn claim<'a>(person: &'a ExternalIdentity, name: &str) -> Option<&'a str> {
    person.claims.get(name).map(|values| {
        assert_eq!(values.len(), 1, "{name}");
        values[0].as_str()
    })
}

#[test]
fn the_request_says_everything_once() {
    block_on(async {
        let mut world = World::new().await;
        let authorize = format!("{}/authorize?audience=x&nonce=theirs", world.fake.origin);
        world.set("authorize_url", &authorize);
        let ask = Ask {
            state: "state-1".into(),
            login_hint: Some("ada@example.org".into()),
            prompt: Some("login consent".into()),
            max_age: Some(600),
            ui_locales: Some("de en".into()),
            acr_values: Some("urn:strong".into()),
        };
        let gone =
            oidc::begin(&world.test.env, &world.provider, &callback(), ask).await.expect("a departure");
        let sent: Vec<(String, String)> = gone.url.query_pairs().into_owned().collect();
        let value = |name: &str| {
            let found: Vec<&str> =
                sent.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str()).collect();
            assert_eq!(found.len(), 1, "{name}");
            found[0].to_owned()
        };
        for (name, expected) in [
            ("audience", "x"),
            ("response_type", "code"),
            ("client_id", CLIENT),
            ("redirect_uri", callback().as_str()),
            ("scope", "openid email"),
            ("state", "state-1"),
            ("login_hint", "ada@example.org"),
            ("prompt", "login consent"),
            ("max_age", "600"),
            ("ui_locales", "de en"),
            ("acr_values", "urn:strong"),
            ("code_challenge_method", "S256"),
        ] {
            assert_eq!(value(name), expected);
        }
        assert_eq!(value("nonce"), gone.round_trip.nonce);
        let verifier = gone.round_trip.verifier.as_ref().expect("PKCE");
        assert!(verifier.len() >= 43 && !gone.url.as_str().contains(verifier.as_str()));
        let again = world.begin().await.expect("a departure").round_trip;
        assert_ne!((&again.nonce, again.verifier.as_ref()), (&gone.round_trip.nonce, Some(verifier)));
    });
}

#[test]
fn a_person_comes_back_with_claims_of_both_sources() {
    block_on(async {
        let world = World::new().await;
        world.fake.bend(|bends| {
            bends.id_token = object(json!({ "groups": ["a", "b"], "email_verified": "false", "name": null }));
            bends.user_info = object(json!({
                "email_verified": true, "locale": "en", "address": { "locality": "London" }, "phone_number": null,
            }));
        });
        let gone = world.begin().await.expect("a departure");
        let stored = serde_json::to_string(&gone.round_trip).expect("it can be kept");
        let kept = Departure { url: gone.url, round_trip: serde_json::from_str(&stored).expect("as it was") };
        let person = world.finish(&kept, world.fake.visit(&kept.url)).await.expect("a person");
        assert_eq!((person.provider.as_str(), person.subject.as_str()), ("Corp", "Ada-1"));
        assert_eq!(claim(&person, "groups"), Some("[\"a\",\"b\"]"));
        assert_eq!(claim(&person, "email_verified"), Some("false"), "the signed claim goes first");
        assert_eq!(claim(&person, "name"), Some("Ada Lovelace"), "only userInfo has it");
        assert_eq!(claim(&person, "address"), Some("{\"locality\":\"London\"}"));
        assert_eq!(claim(&person, "aud"), Some(CLIENT));
        for absent in ["phone_number", "nonce", "at_hash", "access_token", "id_token"] {
            assert_eq!(claim(&person, absent), None);
        }
        let auth_time = world.test.env.now() / 1000 * 1000 - 5_000;
        assert_eq!((person.authenticated_at, person.session_ends_at), (Some(auth_time), None));
        let UpstreamSession::Oidc { sid, id_token: Some(token) } = &person.session else {
            panic!("{:?}", person.session)
        };
        assert_eq!((sid.as_deref(), token.split('.').count()), (Some("session-1"), 3));
        let token_request = world.fake.heard("/token").pop().expect("a request");
        assert_eq!(token_request.form["client_secret"], SECRET, "the form, where both are taken");
        assert_eq!(token_request.form["redirect_uri"], callback().as_str());
    });
}

#[test]
fn tokens_are_claims_for_those_who_map_them() {
    block_on(async {
        let mut world = World::new().await;
        world.provider.attribute_mapping = [("custom:at".to_owned(), "access_token".to_owned())].into();
        world.fake.bend(|bends| {
            bends.user_info = object(json!({ "id_token": "forged", "access_token": "forged" }))
        });
        let person = world.sign_in().await.expect("a person");
        assert_eq!(claim(&person, "access_token"), Some("access-token-1"));
        assert_eq!(claim(&person, "id_token"), None);
    });
}

#[test]
fn the_client_proves_itself_as_the_metadata_say() {
    block_on(async {
        let mut world = World::new().await;
        for (methods, by_header) in [
            (json!(["client_secret_basic"]), true),
            (json!(["client_secret_post", "private_key_jwt"]), false),
            // An absent list means client_secret_basic.
            (json!(null), true),
        ] {
            world.fake.bend(|bends| {
                bends.metadata = object(json!({ "token_endpoint_auth_methods_supported": methods }));
            });
            world.test.advance(Duration::from_secs(3600));
            world.sign_in().await.unwrap_or_else(|error| panic!("{methods}: {error}"));
            let request = world.fake.heard("/token").pop().expect("a request");
            assert_eq!(!request.authorization.is_empty(), by_header, "{methods}");
        }
        world.fake.bend(|bends| {
            bends.metadata = object(json!({ "token_endpoint_auth_methods_supported": ["private_key_jwt"] }));
        });
        world.test.advance(Duration::from_secs(3600));
        let error = world.sign_in().await.expect_err("no method");
        assert!(matches!(error, FederationError::Misconfigured(_)), "{error}");

        world.fake.bend(|bends| bends.public_client = true);
        world.provider.secrets.clear();
        world.sign_in().await.expect("a public client needs no secret");
    });
}

#[test]
fn pkce_is_left_out_only_where_other_methods_are_named() {
    block_on(async {
        let world = World::new().await;
        for (methods, sent) in
            [(json!(null), true), (json!([]), true), (json!(["S256"]), true), (json!(["plain"]), false)]
        {
            world.fake.bend(|bends| {
                bends.metadata = object(json!({ "code_challenge_methods_supported": methods }));
            });
            world.test.advance(Duration::from_secs(3600));
            let gone = world.begin().await.expect("a departure");
            assert_eq!(gone.url.as_str().contains("code_challenge="), sent, "{methods}");
            assert_eq!(gone.round_trip.verifier.is_some(), sent, "{methods}");
            world.finish(&gone, world.fake.visit(&gone.url)).await.expect("a person");
        }
    });
}

#[test]
fn every_allowed_algorithm_is_accepted() {
    block_on(async {
        let world = World::new().await;
        for (key, algorithm) in [
            (Key::Rsa, "RS256"),
            (Key::Rsa, "RS384"),
            (Key::Rsa, "RS512"),
            (Key::Rsa, "PS256"),
            (Key::P256, "ES256"),
            (Key::P384, "ES384"),
            (Key::Ed25519, "EdDSA"),
        ] {
            world.fake.bend(|bends| bends.signed = Signed::By(key, algorithm));
            world.sign_in().await.unwrap_or_else(|error| panic!("{algorithm}: {error}"));
        }
        assert_eq!(world.reads("/keys"), 1, "the key set is read once");
        assert_eq!(world.reads("/.well-known/openid-configuration"), 1);
        world.fake.bend(|bends| {
            bends.signed = Signed::Mac(SECRET.into());
            bends.metadata = object(json!({ "id_token_signing_alg_values_supported": ["HS256"] }));
        });
        world.test.advance(Duration::from_secs(3600));
        world.sign_in().await.expect("a MAC, where there is nothing better");
    });
}

#[test]
fn endpoints_of_the_settings_go_before_published_ones() {
    block_on(async {
        let mut world = World::new().await;
        let origin = world.fake.origin.clone();
        world.fake.bend(|bends| {
            bends.metadata = object(json!({ "token_endpoint": "https://nowhere.example.com/token" }));
        });
        world.set("token_url", &format!("{origin}/token"));
        world.set("attributes_request_method", "POST");
        world.sign_in().await.expect("a person");
        assert_eq!(world.fake.heard("/userinfo")[0].method, "POST");

        // Once all that is needed is there, nothing is discovered.
        let mut world = World::new().await;
        let origin = world.fake.origin.clone();
        for (detail, path) in [("authorize_url", "authorize"), ("token_url", "token"), ("jwks_uri", "keys")] {
            world.set(detail, &format!("{origin}/{path}"));
        }
        let person = world.sign_in().await.expect("a person");
        assert_eq!(person.subject, "Ada-1");
        assert_eq!((world.reads("/.well-known/openid-configuration"), world.reads("/userinfo")), (0, 0));
        let request = world.fake.heard("/token").pop().expect("a request");
        assert_eq!(request.form["client_secret"], SECRET, "the form, as with Cognito");
    });
}

#[test]
fn a_new_key_is_found_when_it_begins_to_sign() {
    block_on(async {
        let world = World::new().await;
        world.fake.bend(|bends| bends.cache_control = Some("max-age=86400".into()));
        world.sign_in().await.expect("a person");
        world.fake.bend(|bends| {
            bends.signed = Signed::By(Key::Stranger, "RS256");
            bends.published = vec![Key::Rsa];
        });
        world.test.advance(Duration::from_secs(61));
        for _ in 0..5 {
            let error = world.sign_in().await.expect_err("an unknown key");
            assert!(matches!(error, FederationError::Untrusted(_)), "{error}");
        }
        assert_eq!(world.reads("/keys"), 2, "asked again once a minute at most");
        world.fake.bend(|bends| bends.published = vec![Key::Rsa, Key::Stranger]);
        world.test.advance(Duration::from_secs(61));
        world.sign_in().await.expect("the key is published by now");
        world.sign_in().await.expect("and known");
        assert_eq!(world.reads("/keys"), 3);
    });
}

#[test]
fn a_provider_that_is_down_for_a_while_needs_no_discovery() {
    block_on(async {
        let world = World::new().await;
        world.sign_in().await.expect("a person");
        world.fake.bend(|bends| {
            let down = crate::support::fake_oidc::Conduct::Says(503, String::new());
            bends.conduct.insert("/.well-known/openid-configuration".into(), down.clone());
            bends.conduct.insert("/keys".into(), down);
        });
        world.test.advance(Duration::from_secs(12 * 3600));
        world.sign_in().await.expect("the last copies are used");
        world.test.advance(Duration::from_secs(24 * 3600));
        let error = world.sign_in().await.expect_err("they are too old");
        assert!(matches!(error, FederationError::Unavailable(_)), "{error}");
    });
}

#[test]
fn several_audiences_need_an_authorized_party() {
    block_on(async {
        let world = World::new().await;
        for (claims, accepted) in [
            (json!({ "aud": [CLIENT] }), true),
            (json!({ "aud": [CLIENT, "api"], "azp": CLIENT }), true),
            (json!({ "azp": CLIENT }), true),
            (json!({ "aud": [CLIENT, "api"] }), false),
            (json!({ "aud": [CLIENT, "api"], "azp": "api" }), false),
            (json!({ "azp": "another" }), false),
            (json!({ "azp": [CLIENT] }), false),
            (json!({ "aud": ["api"], "azp": CLIENT }), false),
        ] {
            world.fake.bend(|bends| bends.id_token = object(claims.clone()));
            match world.sign_in().await {
                Ok(_) => assert!(accepted, "{claims}"),
                Err(error) => {
                    assert!(!accepted && matches!(error, FederationError::Untrusted(_)), "{claims}: {error}");
                }
            }
        }
    });
}

#[test]
fn the_session_there_can_be_ended() {
    block_on(async {
        let world = World::new().await;
        let person = world.sign_in().await.expect("a person");
        let back: Url = "https://auth.example.com/logout".parse().expect("a URL");
        let (env, provider) = (&world.test.env, &world.provider);
        let url = oidc::logout_url(env, provider, &person.session, &back, "s-1").await.expect("an answer");
        let url = url.expect("an address");
        let sent: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        let UpstreamSession::Oidc { id_token: Some(token), .. } = &person.session else { panic!("no token") };
        for (name, expected) in [
            ("tenant", "7"),
            ("client_id", CLIENT),
            ("post_logout_redirect_uri", back.as_str()),
            ("state", "s-1"),
            ("id_token_hint", token),
        ] {
            assert_eq!(sent[name], expected);
        }
        assert_eq!(sent.len(), 5);
        world.fake.bend(|bends| bends.metadata = object(json!({ "end_session_endpoint": null })));
        world.test.advance(Duration::from_secs(3600));
        let none = oidc::logout_url(env, provider, &person.session, &back, "s-1").await.expect("an answer");
        assert_eq!(none, None);
    });
}

#[test]
fn an_operator_is_told_what_was_found() {
    block_on(async {
        let world = World::new().await;
        let report = oidc::check(&world.test.env, &world.provider).await.expect("a report");
        assert_eq!((report.issuer.as_ref(), report.keys), (Some(&world.fake.origin), Some(4)));
        assert_eq!(report.token_url.path(), "/token");
        assert!(report.attributes_url.is_some() && report.logout_url.is_some());

        // What is remembered does not hide what has changed since.
        world.fake.bend(|bends| bends.published = vec![]);
        let error = oidc::check(&world.test.env, &world.provider).await.expect_err("no key");
        assert!(matches!(error, FederationError::Incomplete(_)), "{error}");
        world.fake.bend(|bends| bends.metadata = object(json!({ "issuer": "https://id.example.com" })));
        let error = oidc::check(&world.test.env, &world.provider).await.expect_err("another issuer");
        assert!(matches!(error, FederationError::Untrusted(_)), "{error}");
        world.fake.bend(|bends| {
            bends.metadata = object(json!({ "token_endpoint": "http://id.example.com/token" }));
        });
        let error = oidc::check(&world.test.env, &world.provider).await.expect_err("no https");
        assert!(matches!(error, FederationError::Misconfigured(_)), "{error}");
    });
}
