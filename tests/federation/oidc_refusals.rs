//! What a relying party must not take from an OpenID Connect provider, or from whoever claims to be one.

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::federation::FederationError;
use vestibule::federation::oidc::{self, Answer, Ask};

use super::oidc::{World, callback};
use crate::support::database::block_on;
use crate::support::fake_oidc::{Conduct, Key, SECRET, Signed, at_hash, object};

const DISCOVERY: &str = "/.well-known/openid-configuration";

/// The kind of a failure, as a word.
fn kind(error: &FederationError) -> &'static str {
    match error {
        FederationError::Denied(_) => "denied",
        FederationError::Unavailable(_) => "unavailable",
        FederationError::Clock(_) => "clock",
        FederationError::Untrusted(_) => "untrusted",
        FederationError::Incomplete(_) => "incomplete",
        FederationError::Misconfigured(_) => "misconfigured",
        FederationError::Store(_) => "database",
        FederationError::Internal(_) => "internal",
    }
}

async fn refused(world: &World, what: &dyn std::fmt::Display) -> &'static str {
    match world.sign_in().await {
        Ok(person) => panic!("{what}: {} was signed in", person.subject),
        Err(error) => kind(&error),
    }
}

#[test]
fn claims_that_do_not_fit_are_refused() {
    block_on(async {
        let world = World::new().await;
        let now = world.test.env.now() / 1000;
        for (claims, expected) in [
            (json!({ "iss": "https://id.example.com" }), "untrusted"),
            (json!({ "iss": format!("{}/", world.fake.origin) }), "untrusted"),
            (json!({ "iss": null }), "untrusted"),
            (json!({ "aud": "another" }), "untrusted"),
            (json!({ "aud": [] }), "untrusted"),
            (json!({ "aud": null }), "untrusted"),
            (json!({ "nonce": "another" }), "untrusted"),
            (json!({ "nonce": null }), "untrusted"),
            (json!({ "exp": now - 61 }), "clock"),
            (json!({ "exp": now - 60 }), "clock"),
            (json!({ "exp": null }), "untrusted"),
            (json!({ "iat": now + 61 }), "clock"),
            (json!({ "iat": null }), "untrusted"),
            (json!({ "nbf": now + 61 }), "clock"),
            (json!({ "at_hash": at_hash("another token") }), "untrusted"),
            (json!({ "at_hash": 7 }), "untrusted"),
            (json!({ "sub": "" }), "incomplete"),
            (json!({ "sub": "x".repeat(256) }), "untrusted"),
            (json!({ "sub": "a\nb" }), "untrusted"),
            (json!({ "sub": 7 }), "untrusted"),
            (json!({ "sub": null }), "untrusted"),
            (json!({ "padding": "x".repeat(70_000) }), "untrusted"),
        ] {
            world.fake.bend(|bends| bends.id_token = object(claims.clone()));
            assert_eq!(refused(&world, &claims).await, expected, "{claims}");
        }
        for claims in [
            json!({ "exp": now - 59 }),
            json!({ "iat": now + 60, "nbf": now + 60 }),
            json!({ "at_hash": null }),
        ] {
            world.fake.bend(|bends| bends.id_token = object(claims.clone()));
            world.sign_in().await.unwrap_or_else(|error| panic!("{claims}: {error}"));
        }
    });
}

#[test]
fn signatures_that_prove_nothing_are_refused() {
    block_on(async {
        let world = World::new().await;
        let public = world.fake.public_key();
        let kid = serde_json::from_str::<Value>(&public).expect("a JWK")["kid"].clone();
        for (signed, header) in [
            (Signed::Not, json!({})),
            (Signed::Not, json!({ "alg": "None" })),
            (Signed::Not, json!({ "alg": "RS256", "kid": kid })),
            (Signed::Mac(public.clone().into_bytes()), json!({ "kid": kid })),
            (Signed::Mac(SECRET.into()), json!({})),
            (Signed::Badly, json!({})),
            (Signed::By(Key::Stranger, "RS256"), json!({})),
            // Another key under a name that is known.
            (Signed::By(Key::Stranger, "RS256"), json!({ "kid": kid })),
            (Signed::By(Key::P256, "ES256"), json!({ "kid": kid })),
            (Signed::By(Key::Rsa, "PS384"), json!({})),
            (Signed::By(Key::Rsa, "RS256"), json!({ "crit": ["exp"] })),
            (Signed::By(Key::Rsa, "RS256"), json!({ "typ": "at+jwt" })),
            (Signed::By(Key::Rsa, "RS256"), json!({ "alg": "RS512" })),
        ] {
            world.fake.bend(|bends| {
                bends.signed = signed.clone();
                bends.header = object(header.clone());
            });
            let what = format!("{signed:?} {header}");
            assert_eq!(refused(&world, &what).await, "untrusted", "{what}");
        }
    });
}

#[test]
fn a_mac_under_a_public_key_or_without_a_secret_is_never_taken() {
    block_on(async {
        let mut world = World::new().await;
        world.fake.bend(|bends| {
            bends.metadata = object(json!({ "id_token_signing_alg_values_supported": ["HS256"] }));
        });
        let public = world.fake.public_key();
        for secret in [public.into_bytes(), Vec::new(), b"another secret of thirty-two bytes".to_vec()] {
            world.fake.bend(|bends| bends.signed = Signed::Mac(secret.clone()));
            assert_eq!(refused(&world, &"a MAC").await, "untrusted");
        }
        world.provider.secrets.clear();
        world.fake.bend(|bends| bends.public_client = true);
        assert_eq!(refused(&world, &"a MAC for a public client").await, "misconfigured");
    });
}

#[test]
fn short_rsa_keys_do_not_count() {
    block_on(async {
        let world = World::new().await;
        let n = vestibule::crypto::encoding::base64url(&[0xff; 255]);
        let keys =
            json!({ "keys": [{ "kty": "RSA", "n": n, "e": "AQAB" }, { "kty": "oct", "k": "c2VjcmV0" }, 7] });
        world.fake.bend(|bends| {
            bends.conduct.insert("/keys".into(), Conduct::Says(200, keys.to_string()));
        });
        assert_eq!(refused(&world, &"a short key").await, "untrusted");
        let error = oidc::check(&world.test.env, &world.provider).await.expect_err("no key");
        assert_eq!(kind(&error), "incomplete");
    });
}

#[test]
fn keys_of_other_kinds_and_uses_are_passed_over() {
    block_on(async {
        let world = World::new().await;
        let key: Value = serde_json::from_str(&world.fake.public_key()).expect("a JWK");
        let mut for_encryption = key.clone();
        for_encryption["use"] = json!("enc");
        let mut other = for_encryption.clone();
        other["alg"] = json!("RSA-OAEP");
        let strange = json!({ "kty": "AKP", "alg": "ML-DSA-44", "kid": key["kid"], "pub": "AAAA" });
        let keys =
            json!({ "keys": [strange, 7, for_encryption, other, { "kty": "oct", "k": "c2VjcmV0" }, key] });
        world.fake.bend(|bends| {
            bends.conduct.insert("/keys".into(), Conduct::Says(200, keys.to_string()));
        });
        world.sign_in().await.expect("one of them is the right one");
        let keys = json!({ "keys": [for_encryption, other] });
        world.fake.bend(|bends| {
            bends.conduct.insert("/keys".into(), Conduct::Says(200, keys.to_string()));
        });
        world.test.advance(Duration::from_secs(3600));
        assert_eq!(refused(&world, &"a key for encryption").await, "untrusted");
    });
}

#[test]
fn a_token_without_kid_needs_a_set_in_which_one_key_fits() {
    block_on(async {
        let world = World::new().await;
        world.fake.bend(|bends| bends.header = object(json!({ "kid": null })));
        world.sign_in().await.expect("one RSA key");
        world.fake.bend(|bends| bends.published = vec![Key::Rsa, Key::Stranger]);
        world.test.advance(Duration::from_secs(3600));
        assert_eq!(refused(&world, &"two RSA keys").await, "untrusted");
    });
}

#[test]
fn attributes_of_somebody_else_are_refused() {
    block_on(async {
        let world = World::new().await;
        for (bend, expected) in [
            (json!({ "sub": "Eve-1" }), "untrusted"),
            (json!({ "sub": "ada-1" }), "untrusted"),
            (json!({ "sub": null }), "incomplete"),
        ] {
            world.fake.bend(|bends| bends.user_info = object(bend.clone()));
            assert_eq!(refused(&world, &bend).await, expected, "{bend}");
        }
    });
}

#[test]
fn an_answer_must_be_of_the_provider_that_was_asked() {
    block_on(async {
        let mut world = World::new().await;
        let gone = world.begin().await.expect("a departure");
        for iss in [Some("https://evil.example.com".to_owned()), None] {
            let error = Some("access_denied".to_owned());
            for answer in [world.fake.visit(&gone.url), Answer { error, ..Answer::default() }] {
                let outcome = world.finish(&gone, Answer { iss: iss.clone(), ..answer }).await;
                assert_eq!(kind(&outcome.expect_err("another provider")), "untrusted", "{iss:?}");
            }
        }
        assert_eq!(world.reads("/token"), 0, "the code went nowhere");

        // Where the metadata do not promise it, an absent one is no sign of anything.
        world.fake.bend(|bends| {
            bends.metadata = object(json!({ "authorization_response_iss_parameter_supported": null }));
        });
        world.test.advance(Duration::from_secs(1800));
        let gone = world.begin().await.expect("a departure");
        let answer = Answer { iss: None, ..world.fake.visit(&gone.url) };
        world.finish(&gone, answer).await.expect("a person");

        let gone = world.begin().await.expect("a departure");
        let answer = Answer { iss: None, ..world.fake.visit(&gone.url) };
        let moved = world.fake.origin.replace("127.0.0.1", "localhost");
        world.set("oidc_issuer", &moved);
        world.fake.bend(|bends| {
            bends.metadata =
                object(json!({ "issuer": moved, "authorization_response_iss_parameter_supported": null }));
            bends.id_token = object(json!({ "iss": moved }));
        });
        let error = world.finish(&gone, answer).await.expect_err("the settings changed");
        assert_eq!(kind(&error), "untrusted");
        let gone = world.begin().await.expect("a departure");
        let answer = Answer { iss: None, ..world.fake.visit(&gone.url) };
        world.finish(&gone, answer).await.expect("whoever begins there now arrives");
    });
}

#[test]
fn a_code_works_once_and_only_with_its_verifier() {
    block_on(async {
        let world = World::new().await;
        let (mine, theirs) = (world.begin().await.expect("one"), world.begin().await.expect("two"));
        let answer = world.fake.visit(&theirs.url);
        let error = world.finish(&mine, answer).await.expect_err("an injected code");
        assert_eq!(kind(&error), "denied");
        let answer = world.fake.visit(&mine.url);
        world.finish(&mine, answer.clone()).await.expect("a person");
        assert_eq!(kind(&world.finish(&mine, answer).await.expect_err("a used code")), "denied");
        for code in [None, Some(String::new())] {
            let answer = Answer { code, ..world.fake.visit(&mine.url) };
            assert_eq!(kind(&world.finish(&mine, answer).await.expect_err("no code")), "incomplete");
        }
        let answer = world.fake.visit(&mine.url);
        world.test.advance(Duration::from_secs(3601));
        assert_eq!(kind(&world.finish(&mine, answer).await.expect_err("too late")), "clock");
    });
}

#[test]
fn max_age_is_held_to() {
    block_on(async {
        let world = World::new().await;
        let now = world.test.env.now() / 1000;
        for (auth_time, fits) in [
            (json!(now - 600), true),
            (json!(now - 660), true),
            (json!(now - 661), false),
            (json!(null), false),
        ] {
            world.fake.bend(|bends| bends.id_token = object(json!({ "auth_time": auth_time })));
            let ask = Ask { max_age: Some(600), ..Ask::default() };
            let gone =
                oidc::begin(&world.test.env, &world.provider, &callback(), ask).await.expect("a departure");
            match world.finish(&gone, world.fake.visit(&gone.url)).await {
                Ok(_) => assert!(fits, "{auth_time}"),
                Err(error) => assert_eq!((fits, kind(&error)), (false, "clock"), "{auth_time}"),
            }
        }
    });
}

#[test]
fn errors_of_the_page_mean_what_they_mean() {
    block_on(async {
        let world = World::new().await;
        let gone = world.begin().await.expect("a departure");
        for (error, expected) in [
            ("access_denied", "denied"),
            ("login_required", "denied"),
            ("user_cancelled_authorize", "denied"),
            ("temporarily_unavailable", "unavailable"),
            ("server_error", "unavailable"),
            ("invalid_scope", "misconfigured"),
            ("unauthorized_client", "misconfigured"),
            ("<script>alert(1)</script>", "denied"),
        ] {
            let answer = Answer {
                error: Some(error.to_owned()),
                error_description: Some("<b>typed</b>".to_owned()),
                ..world.fake.visit(&gone.url)
            };
            let failure = world.finish(&gone, answer).await.expect_err(error);
            assert_eq!(kind(&failure), expected, "{error}");
            let text = failure.to_string();
            assert!(!text.contains("script") && !text.contains("typed"), "{text}");
        }
        assert_eq!(world.reads("/token"), 0);
    });
}

#[test]
fn errors_of_the_token_endpoint_mean_what_they_mean() {
    block_on(async {
        let world = World::new().await;
        for (status, body, expected) in [
            (400, json!({ "error": "invalid_grant", "error_description": "hunter2" }), "denied"),
            (401, json!({ "error": "invalid_client" }), "misconfigured"),
            (400, json!({ "error": "invalid_request" }), "misconfigured"),
            (400, json!({ "error": "unauthorized_client" }), "misconfigured"),
            (400, json!({ "error": "hunter2" }), "misconfigured"),
            (200, json!({ "error": "invalid_grant" }), "denied"),
            (503, json!({ "error": "invalid_client" }), "unavailable"),
            (429, json!({}), "unavailable"),
            (404, json!({}), "misconfigured"),
            (302, json!({}), "misconfigured"),
            (200, json!({}), "incomplete"),
            (200, json!([]), "incomplete"),
            (200, json!({ "access_token": "a", "token_type": "Bearer" }), "incomplete"),
            (200, json!({ "access_token": "a", "token_type": "DPoP" }), "untrusted"),
            (200, json!({ "access_token": "a", "id_token": "hunter2" }), "untrusted"),
            (200, json!({ "access_token": "a", "id_token": "e30.e30." }), "untrusted"),
        ] {
            world.fake.bend(|bends| {
                bends.conduct.insert("/token".into(), Conduct::Says(status, body.to_string()));
            });
            let error = world.sign_in().await.err().unwrap_or_else(|| panic!("{body} was taken"));
            assert_eq!(kind(&error), expected, "{status} {body}: {error}");
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
        world.fake.bend(|bends| {
            bends.conduct.clear();
            bends.public_client = true;
        });
        assert_eq!(refused(&world, &"a secret that is wrong").await, "misconfigured");
    });
}

#[test]
fn metadata_that_cannot_be_right_are_refused() {
    block_on(async {
        let world = World::new().await;
        for (metadata, expected) in [
            (json!({ "issuer": "https://id.example.com" }), "untrusted"),
            (json!({ "issuer": format!("{}/", world.fake.origin) }), "untrusted"),
            (json!({ "issuer": null }), "untrusted"),
            (json!({ "token_endpoint": 7 }), "untrusted"),
            (json!({ "token_endpoint": null }), "incomplete"),
            (json!({ "authorization_endpoint": null }), "incomplete"),
            (json!({ "jwks_uri": null }), "incomplete"),
            (json!({ "token_endpoint": "http://id.example.com/token" }), "misconfigured"),
            (json!({ "jwks_uri": "https://169.254.169.254/latest" }), "misconfigured"),
            (json!({ "userinfo_endpoint": "file:///etc/passwd" }), "misconfigured"),
            (json!({ "authorization_endpoint": "javascript:alert(1)" }), "misconfigured"),
            (json!({ "end_session_endpoint": "/logout" }), "misconfigured"),
            (json!({ "id_token_signing_alg_values_supported": ["none"] }), "misconfigured"),
        ] {
            world.fake.bend(|bends| bends.metadata = object(metadata.clone()));
            world.test.advance(Duration::from_secs(3600));
            assert_eq!(refused(&world, &metadata).await, expected, "{metadata}");
        }
    });
}

#[test]
fn endless_slow_and_circling_answers_end() {
    block_on(async {
        for (path, conduct, expected) in [
            (DISCOVERY, Conduct::Long, "untrusted"),
            (DISCOVERY, Conduct::Drips, "unavailable"),
            (DISCOVERY, Conduct::Silent, "unavailable"),
            (DISCOVERY, Conduct::Says(503, String::new()), "unavailable"),
            (DISCOVERY, Conduct::Says(404, String::new()), "misconfigured"),
            (DISCOVERY, Conduct::Says(200, "<html>".into()), "untrusted"),
            (DISCOVERY, Conduct::To(DISCOVERY.into()), "misconfigured"),
            (DISCOVERY, Conduct::To("https://10.0.0.1/".into()), "misconfigured"),
            (DISCOVERY, Conduct::To("http://id.example.com/".into()), "misconfigured"),
            ("/keys", Conduct::Long, "untrusted"),
            ("/keys", Conduct::Drips, "unavailable"),
            ("/keys", Conduct::Says(200, "{\"keys\":7}".into()), "untrusted"),
            ("/token", Conduct::Long, "untrusted"),
            ("/token", Conduct::Drips, "unavailable"),
            ("/token", Conduct::To("/token".into()), "misconfigured"),
            ("/userinfo", Conduct::Long, "untrusted"),
            ("/userinfo", Conduct::Drips, "unavailable"),
            ("/userinfo", Conduct::To("/userinfo".into()), "misconfigured"),
            ("/userinfo", Conduct::Says(200, "eyJhbGciOiJub25lIn0.e30.".into()), "untrusted"),
        ] {
            let mut world = World::new().await;
            world.patience(Duration::from_millis(400));
            world.fake.bend(|bends| drop(bends.conduct.insert(path.into(), conduct.clone())));
            let what = format!("{path} {conduct:?}");
            assert_eq!(refused(&world, &what).await, expected, "{what}");
            if let (DISCOVERY, Conduct::To(target)) = (path, &conduct) {
                let asked = if target == DISCOVERY { 4 } else { 1 };
                assert_eq!(world.reads(DISCOVERY), asked, "three redirects at most");
            }
        }
        let world = World::new().await;
        let at = |path: &str| format!("{}{path}", world.fake.origin);
        let metadata = json!({
            "issuer": at(""), "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
            "jwks_uri": at("/keys"),
        });
        world.fake.bend(|bends| {
            drop(bends.conduct.insert(DISCOVERY.into(), Conduct::To("/moved".into())));
            drop(bends.conduct.insert("/moved".into(), Conduct::Says(200, metadata.to_string())));
        });
        world.sign_in().await.expect("a document may have moved");
    });
}

#[test]
fn a_provider_that_is_not_there_is_unavailable() {
    block_on(async {
        let mut world = World::new().await;
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let free = listener.local_addr().expect("bound");
        drop(listener);
        world.set("oidc_issuer", &format!("http://{free}"));
        let error = world.begin().await.err().expect("nobody is there");
        assert_eq!(kind(&error), "unavailable");
    });
}
