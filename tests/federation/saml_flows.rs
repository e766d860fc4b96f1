//! Sign-in by SAML through a running server.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use vestibule::federation::round_trip;
use vestibule::federation::saml::xml::format_time;

use super::saml_world::{World, refused};
use crate::support::database::{block_on, for_each_database};
use crate::support::fake_saml::Known;
use crate::support::server::{TestServer, TestServerOptions};

#[test]
fn a_person_signs_in_at_the_provider_and_is_known_again() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let world = World::on(server).await;
        let there = world.leave(world.server.browser(), &[]).await;
        let back = world.back(&there).await;
        let code = world.app.code_of(&back, &there.departure);
        let tokens = world.app.exchange(&code, &there.departure.verifier).await;
        let first = world.app.verify(&tokens.text("id_token")).await;
        assert_eq!(first["email"], "ada@corp.example");
        assert!(first["cognito:username"].as_str().expect("a name").contains("Ada-1"), "{first}");
        assert!(world.has_session(&there.browser).await);

        let there = world.leave(world.server.browser(), &[("prompt", "login")]).await;
        assert!(there.asked.forced, "who must prove themselves anew must do so there");
        let back = world.back(&there).await;
        let code = world.app.code_of(&back, &there.departure);
        let tokens = world.app.exchange(&code, &there.departure.verifier).await;
        assert_eq!(world.app.verify(&tokens.text("id_token")).await["sub"], first["sub"]);
    });
}

#[test]
fn a_request_may_be_posted_and_an_answer_encrypted() {
    block_on(async {
        let mut world = World::new().await;
        world.fake.bend(|bends| {
            bends.redirect = false;
            bends.encrypts = true;
        });
        world.set("EncryptedResponses", "true").await;
        world.set("RequestSigningAlgorithm", "rsa-sha256").await;
        let there = world.leave(world.server.browser(), &[]).await;
        assert!(there.asked.signed);
        world.app.code_of(&world.back(&there).await, &there.departure);
        world.fake.bend(|bends| bends.encrypts = false);
        let there = world.leave(world.server.browser(), &[]).await;
        let failed = world.back(&there).await;
        assert_eq!(failed.status, 502, "{}", failed.text());
    });
}

#[test]
fn an_answer_counts_once_in_the_browser_that_left_and_in_time() {
    block_on(async {
        let world = World::new().await;
        let left = async || {
            let there = world.leave(world.server.browser(), &[]).await;
            let fields = world.fake.answer(&there.asked, &world.known);
            let posted = world.post(&there.browser, &fields).await;
            assert_eq!(posted.status, 303);
            (there, fields, posted.header("location").to_owned())
        };

        // In another browser, with cookies of its own and without any.
        let (there, _, onward) = left().await;
        let other = world.leave(world.server.browser(), &[]).await.browser;
        refused(&other.get(&onward).await);
        refused(&world.server.browser().get(&onward).await);
        let back = there.browser.get(&onward).await;
        world.app.code_of(&back, &there.departure);
        // A second time, by the address and by the form.
        refused(&there.browser.get(&onward).await);

        let (there, fields, onward) = left().await;
        world.app.code_of(&there.browser.get(&onward).await, &there.departure);
        refused(&world.post(&there.browser, &fields).await);

        // The first form counts: what another one brings later is not looked at.
        let (there, fields, onward) = left().await;
        let mut garbage = fields.clone();
        garbage[0].1 = "AAAA".into();
        assert_eq!(world.post(&there.browser, &garbage).await.status, 303);
        world.app.code_of(&there.browser.get(&onward).await, &there.departure);

        // Too late.
        let (there, _, onward) = left().await;
        world.server.advance(Duration::from_secs(11 * 60));
        refused(&there.browser.get(&onward).await);

        // A RelayState that nobody has, none, and one of nonsense.
        let there = world.leave(world.server.browser(), &[]).await;
        let fields = world.fake.answer(&there.asked, &world.known);
        for state in [
            Some("x".repeat(43)),
            Some(String::new()),
            Some("\u{fffd}&=%".into()),
            None,
            Some("y".repeat(5000)),
        ] {
            let mut changed = vec![fields[0].clone()];
            changed.extend(state.map(|state| ("RelayState".to_owned(), state)));
            refused(&world.post(&there.browser, &changed).await);
        }
        refused(&world.post(&there.browser, &vec![fields[1].clone()]).await);
        let mut empty = fields.clone();
        empty[0].1.clear();
        refused(&world.post(&there.browser, &empty).await);
        for address in ["/saml2/idpresponse", "/saml2/idpresponse?state=", "/saml2/idpresponse?state=abc"] {
            refused(&there.browser.get(address).await);
        }
        let long = vec![("SAMLResponse".to_owned(), "A".repeat(700 * 1024)), fields[1].clone()];
        let answer = world.post(&there.browser, &long).await;
        assert_eq!(answer.status, 413, "{}", answer.text());

        // Nothing of all this has spoilt the answer that was on its way.
        world.app.code_of(&world.back(&there).await, &there.departure);
    });
}

#[test]
fn an_answer_for_another_request_of_the_same_browser_is_refused() {
    block_on(async {
        let world = World::new().await;
        let one = world.leave(world.server.browser(), &[]).await;
        let two = world.leave(one.browser.copy(), &[]).await;
        let mut fields = world.fake.answer(&one.asked, &world.known);
        fields[1].1 = two.asked.relay_state.clone();
        let posted = world.post(&two.browser, &fields).await;
        let answer = two.browser.get(posted.header("location")).await;
        assert_eq!(answer.status, 502, "{}", answer.text());
        assert!(answer.query("code").is_none());
    });
}

#[test]
fn of_fifty_deliveries_of_one_answer_one_signs_in() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let world = Arc::new(World::on(server).await);
        let there = Arc::new(world.leave(world.server.browser(), &[]).await);
        let fields = world.fake.answer(&there.asked, &world.known);
        let callers: Vec<_> = (0..50)
            .map(|_| {
                let (world, there, fields) = (world.clone(), there.clone(), fields.clone());
                tokio::spawn(async move {
                    let posted = world.post(&there.browser, &fields).await;
                    assert!(posted.status == 303 || posted.status == 400, "{}", posted.text());
                    if posted.status == 400 {
                        return 0;
                    }
                    let back = there.browser.copy().get(posted.header("location")).await;
                    assert_ne!(back.status, 500, "{}", back.text());
                    usize::from(back.query("code").is_some())
                })
            })
            .collect();
        let mut codes = 0;
        for caller in callers {
            codes += caller.await.expect("no panic");
        }
        assert_eq!(codes, 1);
    });
}

#[test]
fn our_metadata_is_there_for_saml_providers_alone() {
    block_on(async {
        let mut world = World::new().await;
        let page = world.server.browser().get("/saml2/metadata/Corp").await;
        assert_eq!(page.header("content-type"), "application/samlmetadata+xml");
        assert_eq!(page.header("cache-control"), "public, max-age=3600");
        let origin = world.server.origin.clone();
        assert_eq!(world.known.entity_id, format!("{origin}/saml2/metadata/Corp"));
        assert_eq!(world.known.acs, format!("{origin}/saml2/idpresponse"));
        assert_eq!(world.known.slo, format!("{origin}/saml2/logout"));
        let by_path = world.server.browser().get(&format!("/{}/saml2/metadata/Corp", world.pool.id)).await;
        assert_eq!(Known::read(&by_path.html).acs, format!("{origin}/{}/saml2/idpresponse", world.pool.id));
        for unknown in ["Nobody", "Corp%2f", "..%2f", "%ff", "x"] {
            let page = world.server.browser().get(&format!("/saml2/metadata/{unknown}")).await;
            assert!(matches!(page.status, 400 | 404), "{unknown}: {}", page.status);
        }
        world.provider.name = "Söhne-&-Co/1".into();
        world.provider.identifiers.clear();
        world.set("IDPInit", "false").await;
        let page = world.server.browser().get("/saml2/metadata/S%C3%B6hne-%26-Co%2F1").await;
        assert_eq!(page.status, 200);
        assert_eq!(
            Known::read(&page.html).entity_id,
            format!("{origin}/saml2/metadata/S%C3%B6hne-%26-Co%2F1")
        );
        assert_ne!(Known::read(&page.html).keys, world.known.keys, "each provider has its own key");

        world.server.change_pool(world.pool.id.as_str(), |pool| pool.compatibility.cognito = true).await;
        let page = world.server.browser().get("/saml2/metadata/Corp").await;
        let known = Known::read(&page.html);
        assert_eq!(known.entity_id, format!("urn:amazon:cognito:sp:{}", world.pool.id));
        assert_eq!(known.keys, world.known.keys);
    });
}

#[test]
fn a_network_that_sends_too_much_must_wait() {
    block_on(async {
        let world = World::new().await;
        let fields = [("SAMLResponse", "AAAA".to_owned()), ("RelayState", "x".to_owned())];
        let browser = world.server.browser();
        let mut last = 0;
        for _ in 0..1300 {
            last = browser.cross_site("/saml2/idpresponse", &fields).await.status;
            if last != 400 {
                break;
            }
        }
        assert_eq!(last, 429);
        assert_eq!(browser.get("/saml2/logout?SAMLRequest=AAAA").await.status, 429);
        world.server.advance(Duration::from_secs(61));
        assert_eq!(browser.get("/saml2/logout?SAMLRequest=AAAA").await.status, 400);
    });
}

#[test]
fn a_provider_is_held_to_how_long_ago_the_person_proved_themselves_there() {
    block_on(async {
        let world = World::new().await;
        let proven = async |seconds_ago: i64, most: &str| {
            let there = world.leave(world.server.browser(), &[("max_age", most)]).await;
            let at = |offset_ms: i64| {
                let at = world.server.env.now() + offset_ms;
                format_time(at).expect("a time")
            };
            let (now, earlier) = (at(0), at(-seconds_ago * 1000));
            let bend = |assertion: String| {
                let (now, earlier) =
                    (format!("AuthnInstant=\"{now}\""), format!("AuthnInstant=\"{earlier}\""));
                assert!(assertion.contains(&now));
                assertion.replace(&now, &earlier)
            };
            let response = world.fake.response(Some(&there.asked.id), &world.known, bend);
            let fields = vec![
                ("SAMLResponse".to_owned(), STANDARD.encode(response)),
                ("RelayState".to_owned(), there.asked.relay_state.clone()),
            ];
            let posted = world.post(&there.browser, &fields).await;
            (there.browser.get(posted.header("location")).await, there.departure)
        };
        let (young, departure) = proven(600, "3600").await;
        world.app.code_of(&young, &departure);
        let (old, _) = proven(7200, "3600").await;
        assert!(old.query("code").is_none());
        assert!((400..500).contains(&old.status), "{} {}", old.status, old.text());
    });
}

#[test]
fn a_response_that_is_too_long_or_too_late_is_not_kept_for_the_browser() {
    block_on(async {
        let world = World::new().await;
        let there = world.leave(world.server.browser(), &[]).await;
        let kept = async || {
            let (env, pool) = (&world.server.env, &world.pool.id);
            let found = round_trip::find(env, pool, &there.asked.relay_state).await.expect("answers");
            found.expect("the round trip").trip.posted.is_some()
        };
        let fields = world.fake.answer(&there.asked, &world.known);
        let mut long = fields.clone();
        long[0].1 = "A".repeat(360_001);
        let answer = world.post(&there.browser, &long).await;
        assert_eq!(answer.status, 400, "{}", answer.text());
        assert!(answer.says("longer than 360000"), "{}", answer.text());
        assert!(!kept().await);

        world.server.advance(Duration::from_secs(11 * 60));
        let answer = world.post(&there.browser, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(!kept().await);
        refused(&there.browser.get(answer.header("location")).await);
    });
}
