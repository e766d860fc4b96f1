//! Sign-ins that a SAML provider begins.

use std::sync::Arc;
use std::time::Duration;

use super::saml_world::{World, refused};
use crate::support::database::for_each_database;
use crate::support::server::{TestServer, TestServerOptions};

#[test]
fn a_provider_begins_a_sign_in_where_it_may() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let mut world = World::on(server).await;
        let wishes = |extra: &[(&str, &str)]| {
            let departure = world.app.depart(extra);
            let query = departure.url.query().expect("a query").to_owned();
            (departure, query)
        };
        let (_, query) = wishes(&[("identity_provider", "Corp")]);
        let unasked = world.fake.unasked(&world.known, Some(&query));
        refused(&world.post(&world.server.browser(), &unasked).await);

        let (departure, query) = wishes(&[("identity_provider", "Corp")]);
        let (by_domain, query_by_domain) = wishes(&[("idp_identifier", "CORP.example")]);
        let (by_issuer, query_by_issuer) = wishes(&[]);
        world.set("IDPInit", "true").await;
        for (departure, query) in
            [(departure, query), (by_domain, query_by_domain), (by_issuer, query_by_issuer)]
        {
            let browser = world.server.browser();
            let unasked = world.fake.unasked(&world.known, Some(&query));
            let posted = world.post(&browser, &unasked).await;
            assert_eq!(posted.status, 303, "{}", posted.text());
            let onward = posted.header("location").to_owned();
            let back = browser.get(&onward).await;
            let code = world.app.code_of(&back, &departure);
            let tokens = world.app.exchange(&code, &departure.verifier).await;
            assert_eq!(world.app.verify(&tokens.text("id_token")).await["email"], "ada@corp.example");
            // Neither the response nor the ticket counts again.
            let again = world.post(&browser, &unasked).await;
            assert!(again.status >= 400, "{}", again.text());
            let again = world.server.browser().get(&onward).await;
            assert!(again.query("code").is_none(), "{}", again.url);
        }

        // Nothing said, and several applications would do; or none of that name; or not the words of a request.
        for relay_state in
            [None, Some(""), Some("client_id=nobody"), Some("https://app.example.com/start"), Some("x=1")]
        {
            let unasked = world.fake.unasked(&world.known, relay_state);
            refused(&world.post(&world.server.browser(), &unasked).await);
        }
        // An answer to a request is not one that nobody asked for.
        let there = world.leave(world.server.browser(), &[]).await;
        let mut stolen = world.fake.answer(&there.asked, &world.known);
        stolen[1].1 = wishes_of(&world);
        let posted = world.post(&world.server.browser(), &stolen).await;
        assert!(posted.status >= 400, "{}", posted.text());
        world.app.code_of(&world.back(&there).await, &there.departure);

        // Too old.
        let unasked = world.fake.unasked(&world.known, Some(&wishes_of(&world)));
        world.server.advance(Duration::from_secs(361));
        let posted = world.post(&world.server.browser(), &unasked).await;
        assert!(posted.status >= 400, "{}", posted.text());
    });
}

fn wishes_of(world: &World) -> String {
    let departure = world.app.depart(&[("identity_provider", "Corp")]);
    departure.url.query().expect("a query").to_owned()
}

#[test]
fn of_fifty_deliveries_that_nobody_asked_for_one_signs_in() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let mut world = World::on(server).await;
        world.set("IDPInit", "true").await;
        let unasked = world.fake.unasked(&world.known, Some(&wishes_of(&world)));
        let world = Arc::new(world);
        let callers: Vec<_> = (0..50)
            .map(|_| {
                let (world, unasked) = (world.clone(), unasked.clone());
                tokio::spawn(async move {
                    let browser = world.server.browser();
                    let posted = world.post(&browser, &unasked).await;
                    assert_ne!(posted.status, 500, "{}", posted.text());
                    if posted.status != 303 {
                        return 0;
                    }
                    let back = browser.get(posted.header("location")).await;
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
fn whoever_is_signed_in_already_does_not_keep_out_the_person_whom_the_provider_sends() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let mut world = World::on(server).await;
        world.set("IDPInit", "true").await;
        let browser = world.sign_in().await;

        world.fake.bend(|bends| {
            bends.name_id = "Grace-2".into();
            bends.attributes = vec![("mail", "grace@corp.example")];
        });
        let departure = world.app.depart(&[("identity_provider", "Corp")]);
        let wishes = departure.url.query().expect("a query");
        let posted = world.post(&browser, &world.fake.unasked(&world.known, Some(wishes))).await;
        assert_eq!(posted.status, 303, "{}", posted.text());
        let back = browser.get(posted.header("location")).await;
        let code = world.app.code_of(&back, &departure);
        let tokens = world.app.exchange(&code, &departure.verifier).await;
        assert_eq!(world.app.verify(&tokens.text("id_token")).await["email"], "grace@corp.example");

        // The browser is hers from now on.
        let departure = world.app.depart(&[("prompt", "none")]);
        let silent = browser.get(departure.url.as_str()).await;
        let code = world.app.code_of(&silent, &departure);
        let tokens = world.app.exchange(&code, &departure.verifier).await;
        assert_eq!(world.app.verify(&tokens.text("id_token")).await["email"], "grace@corp.example");
    });
}
