//! Sign-out by SAML through a running server, begun here and there.

use std::sync::Arc;
use std::time::Duration;

use url::Url;
use vestibule::federation::saml::binding::Outgoing;

use super::saml_world::{World, refused};
use crate::support::browser::{Browser, Page};
use crate::support::database::{block_on, for_each_database};
use crate::support::fake_saml::FakeSaml;
use crate::support::server::{TestServer, TestServerOptions};

fn fields_of(outgoing: Outgoing) -> (String, Vec<(&'static str, String)>) {
    match outgoing {
        Outgoing::Post(form) => (form.action, form.fields),
        Outgoing::Redirect(address) => (address, Vec::new()),
    }
}

/// What a page or redirect of ours brings to the provider.
fn answered(world: &World, answer: &Page) -> (String, String, Option<String>) {
    if answer.status == 303 {
        let url = Url::parse(answer.header("location")).expect("a URL");
        return world.fake.logout_answered(&url, None, &world.known);
    }
    let (action, fields) = answer.form("SAMLResponse");
    let url = Url::parse(&action).expect("a URL");
    world.fake.logout_answered(&url, Some(&fields), &world.known)
}

#[test]
fn a_provider_ends_the_sessions_that_began_there() {
    for_each_database(|database| async move {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let world = World::on(server).await;
        let first = world.sign_in().await;
        world.fake.bend(|bends| bends.session_index = "_session-2".into());
        let second = world.sign_in().await;
        world.fake.bend(|bends| bends.name_id = "Bob-2".into());
        let bob = world.sign_in().await;
        let own = world.server.browser();
        world.app.tokens_of(&own, "ada@example.com", "Correct-Horse-7").await;

        // One session, by the form.
        let (_, fields) = fields_of(world.fake.log_out(&world.known, "Ada-1", Some("_session-2"), false));
        let answer = world.server.browser().cross_site("/saml2/logout", &fields).await;
        let (status, _, relay_state) = answered(&world, &answer);
        assert_eq!((status.as_str(), relay_state.as_deref()), ("Success", Some("their-state")));
        assert!(!world.has_session(&second).await && world.has_session(&first).await);
        // Once.
        let again = world.server.browser().cross_site("/saml2/logout", &fields).await;
        refused(&again);

        // All of a person's, by redirect.
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Ada-1", None, true));
        let answer = world.server.browser().get_once(&address).await;
        assert_eq!(answered(&world, &answer).0, "Success");
        assert!(!world.has_session(&first).await);
        assert!(world.has_session(&bob).await && world.has_session(&own).await);
        let ended = world.events("session.end").await;
        assert_eq!(ended.len(), 2);
        assert!(ended.iter().all(|event| event.detail["provider"] == "Corp" && event.actor_kind == "system"));

        // Nobody's, changed, and somebody else's.
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Nobody", None, true));
        assert_eq!(answered(&world, &world.server.browser().get_once(&address).await).0, "Success");
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Bob-2", None, true));
        refused(&world.server.browser().get_once(&address.replace("their-state", "other-state")).await);
        let (address, _) = fields_of(world.fake.log_out(&world.known, "Bob-2", None, true));
        let unsigned = address.split("&SigAlg=").next().expect("the beginning").to_owned();
        refused(&world.server.browser().get_once(&unsigned).await);
        let stranger = FakeSaml::start(&world.server.clock);
        let (address, _) = fields_of(stranger.log_out(&world.known, "Bob-2", None, true));
        refused(&world.server.browser().get_once(&address).await);
        let claimed = world.fake.metadata();
        stranger.bend(|bends| {
            let begin = claimed.find("entityID=\"").expect("a name") + "entityID=\"".len();
            bends.entity_id = claimed[begin..].split('"').next().expect("an end").to_owned();
        });
        let (address, _) = fields_of(stranger.log_out(&world.known, "Bob-2", None, true));
        refused(&world.server.browser().get_once(&address).await);
        for nonsense in
            ["", "?SAMLRequest=AAAA", "?SAMLResponse=AAAA&RelayState=x", "?RelayState=x", "?SAMLRequest=%"]
        {
            refused(&world.server.browser().get_once(&format!("/saml2/logout{nonsense}")).await);
        }
        assert!(world.has_session(&bob).await);
    });
}

/// A browser that is signed in, and what our sign-out brings to the provider.
async fn sign_out(world: &World, browser: &Browser) -> Page {
    let bye = world.app.redirect_uri.replace("/callback", "/bye");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("client_id", world.app.client_id.as_str()), ("logout_uri", &bye)])
        .finish();
    browser.get_once(&format!("/logout?{query}")).await
}

#[test]
fn a_sign_out_here_goes_on_to_the_provider_and_comes_back() {
    block_on(async {
        let mut world = World::new().await;
        let bye = world.app.redirect_uri.replace("/callback", "/bye");

        let browser = world.sign_in().await;
        let gone = sign_out(&world, &browser).await;
        assert_eq!(gone.header("location"), bye, "off by itself");
        world.set("IDPSignout", "true").await;

        for (redirects, answers_by_redirect, status) in [
            (true, true, "Success"),
            (true, false, "PartialLogout"),
            (false, false, "Success"),
            (false, true, "Success"),
        ] {
            world.fake.bend(|bends| bends.redirect = redirects);
            world.server.advance(Duration::from_secs(26 * 3600));
            let browser = world.sign_in().await;
            let gone = sign_out(&world, &browser).await;
            assert!(!world.has_session(&browser).await, "the session here has ended already");
            let asked = if redirects {
                let url = Url::parse(gone.header("location")).expect("a URL");
                assert!(url.as_str().starts_with(&format!("{}/slo", world.fake.origin)));
                world.fake.logout_asked(&url, None, &world.known)
            } else {
                let (action, fields) = gone.form("SAMLRequest");
                let url = Url::parse(&action).expect("a URL");
                world.fake.logout_asked(&url, Some(&fields), &world.known)
            };
            assert_eq!(
                (asked.name_id.as_str(), asked.session_index.as_deref()),
                ("Ada-1", Some("_session-1"))
            );
            let (address, fields) =
                fields_of(world.fake.logged_out(&world.known, &asked, status, answers_by_redirect));
            let bring = async || {
                if answers_by_redirect {
                    browser.get_once(&address).await
                } else {
                    browser.cross_site("/saml2/logout", &fields).await
                }
            };
            let back = bring().await;
            assert_eq!((back.status, back.header("location")), (302, &*bye), "{}", back.text());
            refused(&bring().await);
        }

        // An answer to nothing of ours, and one of somebody else: the log says so, and the person goes on.
        world.fake.bend(|bends| bends.redirect = true);
        for foreign in [false, true] {
            world.server.advance(Duration::from_secs(26 * 3600));
            let browser = world.sign_in().await;
            let gone = sign_out(&world, &browser).await;
            let url = Url::parse(gone.header("location")).expect("a URL");
            let asked = world.fake.logout_asked(&url, None, &world.known);
            let stranger = FakeSaml::start(&world.server.clock);
            let (address, _) = fields_of(if foreign {
                stranger.logged_out(&world.known, &asked, "Success", true)
            } else {
                let other = crate::support::fake_saml::LogoutAsked { id: "_other".into(), ..asked.clone() };
                world.fake.logged_out(&world.known, &other, "Success", true)
            });
            let back = browser.get_once(&address).await;
            assert_eq!((back.status, back.header("location")), (302, &*bye), "{}", back.text());
            assert!(!world.has_session(&browser).await);
            refused(&browser.get_once(&address).await);
        }
    });
}
