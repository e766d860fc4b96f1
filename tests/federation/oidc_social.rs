//! The social providers, each a little different.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use vestibule::federation::FederationError;
use vestibule::federation::oidc::{self, Answer, Ask};
use vestibule::model::external::{ExternalIdentity, UpstreamSession};
use vestibule::model::provider::{IdentityProvider, ProviderKind};

use super::oidc::{World, callback, provider};
use crate::support::database::{TestDatabase, block_on};
use crate::support::env::test_env;
use crate::support::fake_oidc::{CLIENT, Conduct, FakeOidc, SECRET, object};

const NO_SESSION: UpstreamSession = UpstreamSession::Oidc { sid: None, id_token: None };

/// A provider whose details are those of its kind and its endpoints at the fake's origin.
fn social(
    kind: ProviderKind,
    origin: &str,
    own: &[(&str, &str)],
    paths: &[(&str, &str)],
) -> IdentityProvider {
    let urls: Vec<(&str, String)> =
        paths.iter().map(|(name, path)| (*name, format!("{origin}{path}"))).collect();
    let mut details: Vec<(&str, &str)> = vec![("client_id", CLIENT)];
    details.extend(own);
    details.extend(urls.iter().map(|(name, url)| (*name, url.as_str())));
    provider(kind, &details)
}

fn facebook(origin: &str) -> IdentityProvider {
    let own = [("client_secret", SECRET), ("authorize_scopes", "public_profile, email")];
    let paths = [("authorize_url", "/authorize"), ("token_url", "/token"), ("attributes_url", "/me")];
    let mut made = social(ProviderKind::Facebook, origin, &own, &paths);
    let mapping = [("username", "id"), ("email", "email"), ("picture", "picture"), ("name", "name")];
    made.attribute_mapping = mapping.map(|(to, from)| (to.to_owned(), from.to_owned())).into();
    made
}

fn amazon(origin: &str) -> IdentityProvider {
    let own = [("client_secret", SECRET), ("authorize_scopes", "profile postal_code")];
    let paths = [("authorize_url", "/authorize"), ("token_url", "/token"), ("attributes_url", "/profile")];
    social(ProviderKind::LoginWithAmazon, origin, &own, &paths)
}

fn apple(origin: &str, key: &str) -> IdentityProvider {
    let own = [
        ("team_id", "TEAM000001"),
        ("key_id", "KEY0000001"),
        ("private_key", key),
        ("authorize_scopes", "email name"),
        ("oidc_issuer", origin),
    ];
    social(ProviderKind::SignInWithApple, origin, &own, &[])
}

fn values<'a>(person: &'a ExternalIdentity, name: &str) -> Option<&'a [String]> {
    person.claims.get(name).map(Vec::as_slice)
}

#[test]
fn facebook_is_asked_for_fields_with_a_proof() {
    block_on(async {
        let world = World::with(facebook).await;
        world.fake.bend(|bends| {
            bends.tokens = object(json!({ "id_token": null }));
            bends.user_info =
                object(json!({ "picture": { "data": { "url": "https://cdn.example.com/a.png" } } }));
        });
        let gone = world.begin().await.expect("a departure");
        let sent: Vec<(String, String)> = gone.url.query_pairs().into_owned().collect();
        assert!(sent.contains(&("scope".into(), "public_profile,email".into())), "{sent:?}");
        assert!(!sent.iter().any(|(name, _)| name == "nonce"));
        assert!(sent.iter().any(|(name, _)| name == "code_challenge"));
        let answer = Answer { iss: None, ..world.fake.visit(&gone.url) };
        let person = world.finish(&gone, answer).await.expect("a person");
        assert_eq!((person.provider.as_str(), person.subject.as_str()), ("Facebook", "Ada-1"));
        assert_eq!(values(&person, "picture"), Some(&["https://cdn.example.com/a.png".to_owned()][..]));
        assert_eq!(person.session, NO_SESSION);
        let asked = world.fake.heard("/me").pop().expect("a request");
        assert_eq!(asked.query["fields"], "id,email,name,picture");
        // HMAC-SHA-256 of the token under the secret, computed elsewhere.
        assert_eq!(
            asked.query["appsecret_proof"],
            "64a0fe403c410253447b2f9c29b5c9928b6964cce2f6d234ef4c0899f3176579"
        );
        assert!(!asked.query.contains_key("access_token"), "logs of addresses do not get it");
        assert_eq!(world.fake.heard("/token")[0].method, "POST");
    });
}

#[test]
fn facebooks_own_errors_are_understood() {
    block_on(async {
        let world = World::with(facebook).await;
        for (code, denied) in [(100, true), (1, false), (101, false)] {
            let body = json!({ "error": { "message": "hunter2", "type": "OAuthException", "code": code } });
            world.fake.bend(|bends| {
                drop(bends.conduct.insert("/token".into(), Conduct::Says(400, body.to_string())));
            });
            let error = world.sign_in().await.expect_err("an error");
            assert_eq!(matches!(error, FederationError::Denied(_)), denied, "{code}: {error}");
            assert_eq!(matches!(error, FederationError::Misconfigured(_)), !denied, "{code}: {error}");
            assert!(!error.to_string().contains("hunter2"));
        }
        world.fake.bend(|bends| {
            bends.conduct.clear();
            bends.user_info = object(json!({ "id": null }));
        });
        let error = world.sign_in().await.expect_err("nobody");
        assert!(matches!(error, FederationError::Incomplete(_)), "{error}");
    });
}

#[test]
fn an_amazon_token_must_be_for_this_application_and_person() {
    block_on(async {
        let world = World::with(amazon).await;
        world.fake.bend(|bends| bends.user_info = object(json!({ "postal_code": "98101" })));
        let person = world.sign_in().await.expect("a person");
        assert_eq!((person.provider.as_str(), person.subject.as_str()), ("LoginWithAmazon", "Ada-1"));
        assert_eq!(values(&person, "postal_code"), Some(&["98101".to_owned()][..]));
        assert_eq!(person.session, NO_SESSION);
        let profiles = world.reads("/profile");
        for bend in [json!({ "aud": "another" }), json!({ "aud": null })] {
            world.fake.bend(|bends| bends.token_information = object(bend.clone()));
            let error = world.sign_in().await.expect_err("another application's token");
            assert!(matches!(error, FederationError::Untrusted(_)), "{bend}: {error}");
        }
        assert_eq!(world.reads("/profile"), profiles, "nothing is read with it");
        world.fake.bend(|bends| bends.token_information = object(json!({ "user_id": "Eve-1" })));
        let error = world.sign_in().await.expect_err("another person's token");
        assert!(matches!(error, FederationError::Untrusted(_)), "{error}");
    });
}

#[test]
fn apple_is_shown_a_signed_secret() {
    block_on(async {
        let (key, public) = FakeOidc::apple_key();
        // Cognito wants the key without its first and last line.
        let bare: String = key.lines().filter(|line| !line.starts_with('-')).collect();
        for written in [key.clone(), bare, key.replace('\n', "\\n")] {
            let world = World::with(|origin| apple(origin, &written)).await;
            let gone = world.begin().await.expect("a departure");
            let sent: Vec<(String, String)> = gone.url.query_pairs().into_owned().collect();
            assert!(sent.contains(&("response_mode".into(), "form_post".into())), "{sent:?}");
            assert!(sent.contains(&("scope".into(), "email name".into())), "{sent:?}");
            let user = json!({
                "name": { "firstName": " Ada ", "lastName": "King" }, "email": "eve@example.org", "sub": "Eve-1",
            });
            world.fake.bend(|bends| drop(bends.person.remove("name")));
            let answer = Answer { user: Some(user.to_string()), ..world.fake.visit(&gone.url) };
            let person = world.finish(&gone, answer).await.expect("a person");
            assert_eq!(person.subject, "Ada-1");
            for (claim, value) in [
                ("firstName", "Ada"),
                ("lastName", "King"),
                ("name", "Ada King"),
                ("email", "ada@example.org"),
                ("sub", "Ada-1"),
            ] {
                assert_eq!(values(&person, claim), Some(&[value.to_owned()][..]), "{claim}");
            }
            let request = world.fake.heard("/token").pop().expect("a request");
            assert!(request.authorization.is_empty(), "Apple takes the form only");
            let jwk = serde_json::from_value(public.clone()).expect("a JWK");
            let key = jsonwebtoken::DecodingKey::from_jwk(&jwk).expect("a key");
            let mut rules = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::ES256);
            rules.set_audience(&[&world.fake.origin]);
            // The clock of tests is not the machine's.
            rules.validate_exp = false;
            let secret = &request.form["client_secret"];
            let token = jsonwebtoken::decode::<Value>(secret, &key, &rules).expect("verified");
            assert_eq!(token.header.kid.as_deref(), Some("KEY0000001"));
            let now = world.test.env.now() / 1000;
            let expected = json!({
                "iss": "TEAM000001", "sub": CLIENT, "aud": world.fake.origin, "iat": now, "exp": now + 300,
            });
            assert_eq!(token.claims, expected);
        }
    });
}

#[test]
fn apples_user_field_is_worth_a_name_at_most() {
    block_on(async {
        let (key, _) = FakeOidc::apple_key();
        let world = World::with(|origin| apple(origin, &key)).await;
        for field in [
            "{",
            "7",
            "{\"name\":{\"firstName\":7}}",
            "{\"name\":{\"firstName\":\"\\u0000\"}}",
            "{\"name\":{\"firstName\":\" \"}}",
            &format!("{{\"name\":{{\"firstName\":\"{}\"}}}}", "x".repeat(300)),
            &format!("{{\"name\":{{\"firstName\":\"x\"}},\"p\":\"{}\"}}", "x".repeat(5000)),
        ] {
            let gone = world.begin().await.expect("a departure");
            let answer = Answer { user: Some(field.to_owned()), ..world.fake.visit(&gone.url) };
            let person = world.finish(&gone, answer).await.expect("a person all the same");
            assert_eq!(values(&person, "firstName"), None, "{field}");
            assert_eq!(values(&person, "name"), Some(&["Ada Lovelace".to_owned()][..]), "{field}");
        }
        // The signed name goes first.
        let gone = world.begin().await.expect("a departure");
        let user = json!({ "name": { "firstName": "Eve" } }).to_string();
        let answer = Answer { user: Some(user), ..world.fake.visit(&gone.url) };
        let person = world.finish(&gone, answer).await.expect("a person");
        assert_eq!(values(&person, "name"), Some(&["Ada Lovelace".to_owned()][..]));
    });
}

#[test]
fn a_key_that_is_none_of_apples_is_the_operators_fault() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let test = test_env(&database).await;
        let short = URL_SAFE_NO_PAD.encode([7; 40]);
        for key in ["nonsense!", &short, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"] {
            let made = apple("https://appleid.example.com", key);
            let error = oidc::check(&test.env, &made).await.expect_err("no key");
            assert!(matches!(error, FederationError::Misconfigured(_)), "{error}");
            assert!(!error.to_string().contains(key));
        }
    });
}

#[test]
fn google_gives_an_id_token_to_those_who_ask_for_openid() {
    block_on(async {
        let world = World::with(|origin| {
            let own =
                [("client_secret", SECRET), ("authorize_scopes", "profile email"), ("oidc_issuer", origin)];
            social(ProviderKind::Google, origin, &own, &[])
        })
        .await;
        let ask = Ask { login_hint: Some("ada@example.org".into()), max_age: Some(5), ..Ask::default() };
        let gone =
            oidc::begin(&world.test.env, &world.provider, &callback(), ask).await.expect("a departure");
        let sent: Vec<(String, String)> = gone.url.query_pairs().into_owned().collect();
        assert!(sent.contains(&("scope".into(), "openid profile email".into())), "{sent:?}");
        assert!(sent.contains(&("login_hint".into(), "ada@example.org".into())), "{sent:?}");
        // Google does not know it, and would not hold to it.
        assert!(!sent.iter().any(|(name, _)| name == "max_age"));
        let person = world.finish(&gone, world.fake.visit(&gone.url)).await.expect("a person");
        assert_eq!((person.provider.as_str(), person.subject.as_str()), ("Google", "Ada-1"));
    });
}

#[test]
fn without_other_settings_the_social_providers_are_themselves() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let test = test_env(&database).await;
        let scopes = ("authorize_scopes", "profile");
        for (kind, version, starts) in [
            (ProviderKind::Facebook, None, "https://www.facebook.com/v17.0/dialog/oauth?"),
            (ProviderKind::Facebook, Some("v19.0"), "https://www.facebook.com/v19.0/dialog/oauth?"),
            (ProviderKind::LoginWithAmazon, None, "https://www.amazon.com/ap/oa?"),
        ] {
            let mut own = vec![("client_secret", SECRET), scopes];
            own.extend(version.map(|version| ("api_version", version)));
            let made = social(kind, "", &own, &[]);
            let gone = oidc::begin(&test.env, &made, &callback(), Ask::default()).await.expect("a departure");
            assert!(gone.url.as_str().starts_with(starts), "{}", gone.url);
            let report = oidc::check(&test.env, &made).await.expect("a report");
            assert_eq!((report.issuer, report.keys), (None, None));
            let host = report.token_url.host_str().map(ToOwned::to_owned);
            let expected =
                if kind == ProviderKind::Facebook { "graph.facebook.com" } else { "api.amazon.com" };
            assert_eq!(host.as_deref(), Some(expected));
        }
    });
}
