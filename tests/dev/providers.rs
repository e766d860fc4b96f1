//! The stand-ins for OpenID Connect and social providers, used by our own relying party: what it accepts of others it
//! accepts of them, and what a provider must refuse they refuse.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use url::Url;
use vestibule::federation::FederationError;
use vestibule::federation::oidc::{self, Answer};
use vestibule::model::external::UpstreamSession;

use super::stand_in::{CALLBACK, World, answer, claim, people};
use crate::support::browser::Page;
use crate::support::database::block_on;

const WORKING: [&str; 5] = ["Google", "Facebook", "LoginWithAmazon", "SignInWithApple", "DemoOIDC"];

#[test]
fn everybody_can_sign_in_everywhere() {
    block_on(async {
        let world = World::new().await;
        for name in WORKING {
            let provider = world.provider(name).await;
            let page = world.browser.get(world.begin(&provider).await.url.as_str()).await;
            assert_eq!(people(&page), ["ada", "grace", "alan", "mallory", "nemo", "long"]);
            let mut subjects = BTreeSet::new();
            for person in people(&page) {
                let found = world.sign_in(&provider, Some(&person)).await;
                let found = found.unwrap_or_else(|error| panic!("{name} {person}: {error}"));
                assert_eq!(found.provider, name);
                assert_eq!(claim(&found, "email").is_some(), expects_email(name, &person), "{name} {person}");
                let long =
                    claim(&found, "name").is_some_and(|name| name.contains("نور") && name.contains("<b>"));
                assert_eq!(long, person == "long", "{name} {person}");
                subjects.insert(found.subject);
            }
            assert_eq!(subjects.len(), 6, "{name}");
        }
    });
}

fn expects_email(provider: &str, person: &str) -> bool {
    match person {
        "nemo" => false,
        // Facebook leaves out what nobody has confirmed.
        "mallory" => provider != "Facebook",
        _ => true,
    }
}

#[test]
fn each_says_what_its_counterpart_says() {
    block_on(async {
        let world = World::new().await;
        let ada = |name: &'static str| {
            let world = &world;
            async move { world.sign_in(&world.provider(name).await, Some("ada")).await.expect("signed in") }
        };
        let found = ada("DemoOIDC").await;
        assert_eq!(found.subject, "demo-ada");
        for (name, value) in [
            ("email", "ada@example.com"),
            ("email_verified", "true"),
            ("name", "Ada Lovelace"),
            ("given_name", "Ada"),
            ("family_name", "Lovelace"),
        ] {
            assert_eq!(claim(&found, name), Some(value), "{name}");
            assert_eq!(claim(&ada("Google").await, name), Some(value), "{name}");
        }
        assert_eq!(found.authenticated_at, Some(world.server.env.now() / 1000 * 1000));
        let mallory = world.sign_in(&world.provider("DemoOIDC").await, Some("mallory")).await.expect("in");
        assert_eq!(
            (claim(&mallory, "email"), claim(&mallory, "email_verified")),
            (Some("ada@example.com"), Some("false"))
        );

        let found = ada("Facebook").await;
        let names: Vec<&str> = found.claims.keys().map(String::as_str).collect();
        assert_eq!(names, ["email", "first_name", "id", "last_name", "name"]);
        assert_eq!(claim(&found, "id"), Some(found.subject.as_str()));

        let found = ada("LoginWithAmazon").await;
        let names: Vec<&str> = found.claims.keys().map(String::as_str).collect();
        assert_eq!(names, ["email", "name", "user_id"]);

        let found = ada("SignInWithApple").await;
        assert_eq!(
            (claim(&found, "firstName"), claim(&found, "email_verified")),
            (Some("Ada"), Some("true"))
        );
        assert_eq!(claim(&found, "given_name"), None, "Apple's token has no name");
    });
}

#[test]
fn whoever_denies_is_not_signed_in() {
    block_on(async {
        let world = World::new().await;
        for name in WORKING {
            let refused = world.sign_in(&world.provider(name).await, None).await;
            assert!(matches!(refused, Err(FederationError::Denied(_))), "{name}: {refused:?}");
        }
        // And one of them asks nobody.
        let provider = world.provider("Denies").await;
        let gone = world.begin(&provider).await;
        let back = world.browser.get(gone.url.as_str()).await;
        assert_eq!(back.query("error").as_deref(), Some("access_denied"));
        let refused = world.finish(&provider, &gone, answer(&back)).await;
        assert!(matches!(refused, Err(FederationError::Denied(_))), "{refused:?}");
    });
}

#[test]
fn a_wrong_clock_is_found() {
    block_on(async {
        let world = World::new().await;
        let provider = world.provider("WrongClock").await;
        let page = world.browser.get(world.begin(&provider).await.url.as_str()).await;
        assert!(page.says("an hour slow"));
        let refused = world.sign_in(&provider, Some("ada")).await;
        assert!(matches!(refused, Err(FederationError::Clock(_))), "{refused:?}");
        // A clock that goes with theirs finds nothing wrong.
        let mut slow = world.server.env.clone();
        let clock = vestibule::model::clock::FakeClock::new(world.server.env.now() - 3_600_000);
        slow.clock = std::sync::Arc::new(clock);
        let gone = world.begin(&provider).await;
        let answer = world.visit(&gone, Some("ada")).await;
        let mut round_trip = gone.round_trip.clone();
        round_trip.started_at -= 3_600_000;
        let found = oidc::finish(&slow, &provider, &super::stand_in::callback(), &round_trip, answer).await;
        assert_eq!(found.expect("their time").subject, "demo-ada");
    });
}

#[test]
fn a_code_counts_once_for_a_minute_and_for_who_asked() {
    block_on(async {
        let world = World::new().await;
        for name in WORKING {
            let provider = world.provider(name).await;
            let denied = |result: Result<_, FederationError>, what: &str| {
                assert!(
                    matches!(result, Err(FederationError::Denied(_))),
                    "{name} {what}: {:?}",
                    result.err()
                );
            };
            let gone = world.begin(&provider).await;
            let answer = world.visit(&gone, Some("ada")).await;
            assert!(world.finish(&provider, &gone, answer.clone()).await.is_ok());
            denied(world.finish(&provider, &gone, answer).await.map(drop), "twice");

            let mut gone = world.begin(&provider).await;
            let answer = world.visit(&gone, Some("ada")).await;
            gone.round_trip.verifier = Some("x".repeat(43));
            denied(world.finish(&provider, &gone, answer).await.map(drop), "another verifier");

            let mut gone = world.begin(&provider).await;
            let answer = world.visit(&gone, Some("ada")).await;
            gone.round_trip.verifier = None;
            denied(world.finish(&provider, &gone, answer).await.map(drop), "no verifier");

            let gone = world.begin(&provider).await;
            let answer = world.visit(&gone, Some("ada")).await;
            let elsewhere: Url = "http://localhost:1/other/oauth2/idpresponse".parse().expect("a URL");
            let env = &world.server.env;
            let refused = oidc::finish(env, &provider, &elsewhere, &gone.round_trip, answer).await;
            denied(refused.map(drop), "another redirect_uri");

            let gone = world.begin(&provider).await;
            let answer = world.visit(&gone, Some("ada")).await;
            world.server.advance(Duration::from_secs(61));
            denied(world.finish(&provider, &gone, answer).await.map(drop), "late");
        }
        // What one gave out is nothing for another.
        let (oidc, google) = (world.provider("DemoOIDC").await, world.provider("Google").await);
        let code = world.visit(&world.begin(&oidc).await, Some("ada")).await.code;
        let gone = world.begin(&google).await;
        let refused = world.finish(&google, &gone, Answer { code, ..Answer::default() }).await;
        assert!(matches!(refused, Err(FederationError::Denied(_))), "{refused:?}");
    });
}

#[test]
fn the_application_proves_itself() {
    block_on(async {
        let world = World::new().await;
        for name in ["Google", "Facebook", "LoginWithAmazon", "DemoOIDC"] {
            let mut provider = world.provider(name).await;
            provider.secrets.insert("client_secret".into(), "standInSecretLocalUseOnly".to_owned().into());
            let refused = world.sign_in(&provider, Some("ada")).await;
            assert!(matches!(refused, Err(FederationError::Misconfigured(_))), "{name}: {refused:?}");
        }
        let apple = world.provider("SignInWithApple").await;
        let another_key = crate::support::fake_oidc::FakeOidc::apple_key().0;
        for (detail, value) in
            [("team_id", "ANOTHER001"), ("key_id", "x"), ("private_key", another_key.as_str())]
        {
            let mut wrong = apple.clone();
            if detail == "private_key" {
                wrong.secrets.insert(detail.into(), value.to_owned().into());
            } else {
                wrong.details.insert(detail.into(), value.into());
            }
            let refused = world.sign_in(&wrong, Some("ada")).await;
            assert!(matches!(refused, Err(FederationError::Misconfigured(_))), "{detail}: {refused:?}");
        }
    });
}

#[test]
fn the_token_endpoint_takes_a_header_or_a_form_and_not_both() {
    block_on(async {
        let world = World::new().await;
        let provider = world.provider("DemoOIDC").await;
        let (id, secret) = ("vestibule-demo", "standInSecretLocalUseOnly0123456789abcdef");
        let gone = world.begin(&provider).await;
        let code = world.visit(&gone, Some("ada")).await.code.expect("a code");
        let verifier = gone.round_trip.verifier.expect("one");
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", CALLBACK),
            ("code_verifier", verifier.as_str()),
        ];
        let post = |more: &'static [(&'static str, &'static str)],
                    basic: Option<(&'static str, &'static str)>| {
            let fields: Vec<(&str, &str)> = form.iter().chain(more).copied().collect();
            let request = world.browser.client().post(world.at("/oidc/token")).form(&fields);
            let request = match basic {
                Some((id, secret)) => request.basic_auth(id, Some(secret)),
                None => request,
            };
            async move {
                let response = request.send().await.expect("an answer");
                let status = response.status().as_u16();
                (status, response.json::<Value>().await.expect("JSON"))
            }
        };
        for (more, basic) in [
            (&[("client_id", "vestibule-demo")][..], None),
            (&[("client_secret", "standInSecretLocalUseOnly0123456789abcdef")], Some((id, secret))),
            (&[], Some((id, "wrong"))),
            (&[], Some(("wrong", secret))),
            (&[], None),
        ] {
            let (status, body) = post(more, basic).await;
            assert_eq!((status, &body["error"]), (401, &json!("invalid_client")), "{more:?} {basic:?}");
        }
        // None of that has used the code.
        let (status, body) = post(&[], Some((id, secret))).await;
        assert_eq!((status, &body["token_type"], &body["expires_in"]), (200, &json!("Bearer"), &json!(3600)));

        let access = body["access_token"].as_str().expect("a token").to_owned();
        let asked = |request: reqwest::RequestBuilder| async move {
            let response = request.send().await.expect("an answer");
            (response.status().as_u16(), response.json::<Value>().await.expect("JSON"))
        };
        let client = world.browser.client();
        let by_get = asked(client.get(world.at("/oidc/userinfo")).bearer_auth(&access)).await;
        let by_post = asked(client.post(world.at("/oidc/userinfo")).bearer_auth(&access)).await;
        let in_form = asked(client.post(world.at("/oidc/userinfo")).form(&[("access_token", &access)])).await;
        assert_eq!((by_get.0, &by_get.1["sub"]), (200, &json!("demo-ada")));
        assert!(by_get == by_post && by_get == in_form);
        assert_eq!(asked(client.get(world.at("/google/userinfo")).bearer_auth(&access)).await.0, 401);
        assert_eq!(asked(client.get(world.at("/oidc/userinfo"))).await.0, 401);
        world.server.advance(Duration::from_secs(3601));
        assert_eq!(asked(client.get(world.at("/oidc/userinfo")).bearer_auth(&access)).await.0, 401);
    });
}

#[test]
fn the_settings_hold_and_attributes_may_be_asked_for_by_post() {
    block_on(async {
        let world = World::new().await;
        for name in ["Google", "SignInWithApple", "DemoOIDC", "Denies", "WrongClock"] {
            let report = oidc::check(&world.server.env, &world.provider(name).await).await;
            assert_eq!(report.unwrap_or_else(|error| panic!("{name}: {error}")).keys, Some(1), "{name}");
        }
        let mut provider = world.provider("DemoOIDC").await;
        provider.details.insert("attributes_request_method".into(), "POST".into());
        assert_eq!(world.sign_in(&provider, Some("grace")).await.expect("signed in").subject, "demo-grace");
    });
}

#[test]
fn an_error_stays_until_it_is_known_where_it_may_go() {
    block_on(async {
        let world = &World::new().await;
        let provider = world.provider("DemoOIDC").await;
        let good = world.begin(&provider).await.url;
        let with = |changes: &[(&str, &str)]| {
            let kept = good
                .query_pairs()
                .into_owned()
                .filter(|(name, _)| changes.iter().all(|(own, _)| own != name));
            let pairs: Vec<(String, String)> = kept.collect();
            let mut url = good.clone();
            url.query_pairs_mut().clear().extend_pairs(pairs).extend_pairs(changes);
            url
        };
        let get = |url: Url| async move { world.browser.get_once(url.as_str()).await };
        for wrong in [
            &[("client_id", "another")][..],
            &[("redirect_uri", "https://evil.example/oauth2/idpresponse")],
            &[("redirect_uri", "http://localhost:1/elsewhere")],
            &[("redirect_uri", "")],
        ] {
            let page = world.browser.get_once(with(wrong).as_str()).await;
            assert_eq!((page.status, page.header("location")), (400, ""), "{wrong:?}");
            assert!(
                page.says("This is not a real provider") && page.says("cannot be answered"),
                "{}",
                page.text()
            );
        }
        for (wrong, error) in [
            (("response_type", "token"), "unsupported_response_type"),
            (("code_challenge_method", "plain"), "invalid_request"),
            (("prompt", "none"), "login_required"),
        ] {
            let page = world.browser.get_once(with(&[wrong]).as_str()).await;
            let back = Url::parse(page.header("location")).expect("an address");
            assert!(back.as_str().starts_with(CALLBACK), "{back}");
            assert!(back.query_pairs().any(|(name, value)| name == "error" && value == error), "{back}");
        }
        let page = get(good).await;
        assert_eq!(page.status, 200);
        let forged =
            world.browser.post("/dev/providers/oidc/answer", &[("request", "x"), ("person", "ada")]).await;
        assert_eq!(forged.status, 400);
        let (_, fields) = page.form("denyButton");
        let request = &fields.iter().find(|(name, _)| name == "request").expect("a request").1;
        let other = world
            .browser
            .post("/dev/providers/google/answer", &[("request", request), ("person", "ada")])
            .await;
        assert_eq!(other.status, 400, "the request of one is nothing for another");
        world.server.advance(Duration::from_secs(3601));
        let late = world
            .browser
            .post("/dev/providers/oidc/answer", &[("request", request), ("person", "ada")])
            .await;
        assert_eq!(late.status, 400);
        for place in
            ["/nobody/authorize", "/google/me", "/oidc/user/profile", "/facebook/userinfo", "/saml/authorize"]
        {
            assert_eq!(world.browser.get(&world.at(place)).await.status, 404, "{place}");
        }
    });
}

#[test]
fn a_session_ends_where_it_began() {
    block_on(async {
        let world = &World::new().await;
        let provider = world.provider("DemoOIDC").await;
        let session = world.sign_in(&provider, Some("ada")).await.expect("signed in").session;
        let env = &world.server.env;
        let leave = |session: UpstreamSession, back: &'static str| async move {
            let provider = world.provider("DemoOIDC").await;
            let back: Url = back.parse().expect("a URL");
            let url = oidc::logout_url(env, &provider, &session, &back, "s&t").await.expect("found");
            world.browser.get_once(url.expect("it has one").as_str()).await
        };
        let page: Page = leave(session.clone(), "http://localhost:1/logout?x=y").await;
        assert_eq!(
            (page.status, page.header("location")),
            (303, "http://localhost:1/logout?x=y&state=s%26t")
        );
        world.server.advance(Duration::from_secs(86_400));
        assert_eq!(
            leave(session.clone(), "http://localhost:1/logout").await.status,
            303,
            "a hint may be old"
        );
        assert_eq!(leave(session, "https://evil.example/").await.status, 400);
        let nobody = UpstreamSession::Oidc { sid: None, id_token: None };
        assert_eq!(leave(nobody, "http://localhost:1/logout").await.status, 400);
        let google = world.sign_in(&world.provider("Google").await, Some("ada")).await.expect("in").session;
        assert_eq!(leave(google, "http://localhost:1/logout").await.status, 400, "another provider's token");
        assert!(world.browser.get(&world.at("/oidc/logout")).await.says("You are signed out here"));
    });
}

#[test]
fn every_page_says_that_it_is_none() {
    block_on(async {
        let world = World::new().await;
        for (name, brand) in [
            ("Google", "Google"),
            ("Facebook", "Facebook"),
            ("LoginWithAmazon", "Amazon"),
            ("SignInWithApple", "Apple"),
            ("DemoOIDC", "a real provider"),
        ] {
            let url = world.begin(&world.provider(name).await).await.url;
            let page = world.browser.get(url.as_str()).await;
            assert!(page.says(&format!("This is not {brand}")), "{name}: {}", page.text());
            // The answer may end in an application that the provider does not know.
            assert!(!page.header("content-security-policy").contains("form-action"));
            assert!(page.header("content-security-policy").contains("script-src 'nonce-"));
        }
        let list = world.browser.get("/dev/providers").await;
        for name in WORKING.iter().chain(&["DemoSAML", "Denies", "WrongClock"]) {
            assert!(list.says(name), "{name}");
        }
        let playground = world.browser.get("/dev/playground?target=demosocial").await;
        assert!(
            playground.has("option[value=demosocial][selected]")
                && playground.has("a[href='/dev/providers']")
        );
    });
}
