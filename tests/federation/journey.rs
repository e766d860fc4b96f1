//! Sign-in at an OpenID Connect provider through the pages: there, back, and everything that can go wrong on the way.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::{Value, json};
use url::Url;
use vestibule::directory::users;
use vestibule::model::client::OWN_DIRECTORY;
use vestibule::model::pool::MfaConfiguration;
use vestibule::model::user::UserStatus;

use super::hall::{APP, CORP, Hall, back_with, button};
use crate::journeys::on_each_database;
use crate::support::browser::{Browser, Page};
use crate::support::database::block_on;
use crate::support::fake_oidc::Conduct;
use crate::support::server::TestServer;

#[test]
fn a_person_of_a_provider_signs_in_and_is_the_same_the_next_time() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        let browser = hall.server.browser();
        let (departure, back) = hall.sign_in(&browser).await;
        let first = hall.person(&back, &departure).await;
        assert_eq!(first["email"], "ada@example.org");
        assert_eq!(first["email_verified"], true);
        assert_eq!(first["cognito:username"], "Corp_Ada-1");

        let other = hall.server.browser();
        let (departure, back) = hall.sign_in(&other).await;
        let second = hall.person(&back, &departure).await;
        assert_eq!(second["sub"], first["sub"]);

        // The browser is signed in now, and remembers where.
        let silent = hall.app.depart(&[("prompt", "none")]);
        let back = other.get(silent.url.as_str()).await;
        assert_eq!(hall.person(&back, &silent).await["sub"], first["sub"]);
        other.forget("vestibule_session");
        let (_, page) = hall.login(&other).await;
        assert!(page.has(".provider-last, [data-last-used], .last-used"), "{}", page.html);
    });
}

#[test]
fn a_request_may_name_its_provider() {
    block_on(async {
        let hall = Hall::with(
            TestServer::start().await,
            |_| {},
            |provider| provider.identifiers = vec!["corp.example".into(), "Corp Inc".into()],
        )
        .await;
        for wish in [
            ("identity_provider", "Corp"),
            ("idp_identifier", "Corp Inc"),
            ("idp_identifier", "CORP.example"),
            ("login_hint", "ada@Corp.Example"),
        ] {
            let there = hall.server.browser().get(hall.app.depart(&[wish]).url.as_str()).await;
            assert!(there.url.as_str().starts_with(&hall.corp.origin), "{wish:?}: {}", there.url);
        }
        let departure = hall.app.depart(&[("login_hint", "a@corp.example")]);
        let hinted = hall.server.browser().get(departure.url.as_str()).await;
        assert_eq!(hinted.query("login_hint").as_deref(), Some("a@corp.example"), "passed on");
        for wish in [
            ("identity_provider", "COGNITO"),
            ("login_hint", "ada@example.net"),
            ("login_hint", "corp.example"),
        ] {
            let page = hall.server.browser().get(hall.app.depart(&[wish]).url.as_str()).await;
            assert!(page.has("input[name=password]"), "{wish:?}: {}", page.text());
        }
        for wish in [("identity_provider", "corp"), ("identity_provider", "Nobody"), ("idp_identifier", "x")]
        {
            let back = hall.server.browser().get(hall.app.depart(&[wish]).url.as_str()).await;
            assert_eq!(back.query("error").as_deref(), Some("invalid_request"), "{wish:?}");
        }
        // Direct links to the sign-in page carry the same parameters.
        let direct = hall.app.depart(&[("identity_provider", "Corp")]);
        let direct = direct.url.as_str().replace("/oauth2/authorize", "/login");
        let there = hall.server.browser().get(&direct).await;
        assert!(there.url.as_str().starts_with(&hall.corp.origin), "{}", there.url);
    });
}

#[test]
fn a_client_has_the_providers_that_it_names_and_no_others() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        // One that has only the pool.
        let own = Some(vec![OWN_DIRECTORY.to_owned()]);
        hall.server.change_client(&hall.pool, APP, |client| client.identity_providers = own).await;
        let browser = hall.server.browser();
        let (_, page) = hall.login(&browser).await;
        assert!(!page.html.contains("/provider?"), "{}", page.html);
        let refused = browser.get(&page.url.as_str().replace("/login?", "/provider?name=Corp&")).await;
        assert_eq!(refused.status, 403, "{}", refused.text());

        // One that has only the provider: nobody is asked, and nothing else works.
        hall.server
            .change_client(&hall.pool, APP, |client| client.identity_providers = Some(vec![CORP.into()]))
            .await;
        let (_, there) = hall.login(&hall.server.browser()).await;
        assert!(there.url.as_str().starts_with(&hall.corp.origin), "{}", there.url);
        let browser = hall.server.browser();
        hall.put("Other", |_| {}).await;
        let two = Some(vec![CORP.to_owned(), "Other".to_owned()]);
        hall.server.change_client(&hall.pool, APP, |client| client.identity_providers = two).await;
        let (_, page) = hall.login(&browser).await;
        assert!(!page.has("input[name=password]"), "{}", page.html);
        assert!(!page.html.contains("/signup") && !page.html.contains("/forgotPassword"), "{}", page.html);
        let order: Vec<usize> =
            ["name=Corp", "name=Other"].iter().map(|name| page.html.find(name).expect("a button")).collect();
        assert!(order[0] < order[1]);
    });
}

#[test]
fn a_password_is_refused_where_the_client_takes_providers_alone() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let browser = hall.server.browser();
        let (_, page) = hall.login(&browser).await;
        let only = Some(vec![CORP.to_owned()]);
        hall.server.change_client(&hall.pool, APP, |client| client.identity_providers = only).await;
        let ada = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];
        let refused = browser.submit(&page, "password", &ada).await;
        assert_eq!(refused.status, 400, "{}", refused.text());
        assert!(browser.cookie("vestibule_session").is_none());
    });
}

#[test]
fn a_state_serves_once_in_the_browser_it_was_made_for() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        let way_back = hall.way_back(&there);

        let stranger = hall.server.browser();
        let (_, _) = hall.login(&stranger).await;
        for thief in [&stranger, &hall.server.browser()] {
            let refused = thief.get(&way_back).await;
            assert_eq!(refused.status, 403, "{}", refused.text());
            assert!(thief.cookie("vestibule_session").is_none());
        }
        // The theft has not used it up.
        let back = browser.get(&way_back).await;
        hall.app.code_of(&back, &departure);

        let again = browser.copy().get(&way_back).await;
        assert_eq!(again.status, 400, "{}", again.text());
        assert_eq!(hall.corp.heard("/token").len(), 1, "the code was traded once");

        for wrong in ["", "x", &"y".repeat(4000), "%00"] {
            let url = format!("{}/oauth2/idpresponse?code=1&state={wrong}", hall.server.origin);
            let refused = browser.get(&url).await;
            assert_eq!(refused.status, 400, "{wrong}");
        }
        let twice = format!("{way_back}&state=other");
        assert_eq!(browser.get(&twice).await.status, 400);
    });
}

#[test]
fn of_many_returns_with_one_state_one_signs_in() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        let way_back = hall.way_back(&there);
        let tabs: Vec<Browser> = (0..50).map(|_| browser.copy()).collect();
        let pages = join_all(tabs.iter().map(|tab| tab.get(&way_back))).await;
        let signed_in: Vec<&Page> =
            pages.iter().filter(|page| page.url.as_str().starts_with(&hall.app.redirect_uri)).collect();
        assert_eq!(signed_in.len(), 1);
        hall.person(signed_in[0], &departure).await;
        assert!(pages.iter().all(|page| page.status < 500), "{:?}", pages.iter().map(|p| p.status).max());
    });
}

#[test]
fn an_answer_to_an_earlier_departure_is_refused() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        hall.put("Other", |_| {}).await;
        hall.server
            .change_client(&hall.pool, APP, |client| {
                client.identity_providers.as_mut().expect("named").push("Other".into())
            })
            .await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let first = hall.press(&browser, &page).await;
        // Back, and to the other provider.
        let second = browser.get(&button(&page, "Other")).await.url;
        let refused = browser.get(&hall.way_back(&first)).await;
        assert_eq!(refused.status, 400, "{}", refused.text());
        let back = browser.get(&hall.way_back(&second)).await;
        let person = hall.person(&back, &departure).await;
        assert_eq!(person["cognito:username"], "Other_Ada-1");
    });
}

#[test]
fn who_comes_too_late_may_begin_again() {
    block_on(async {
        let hall =
            Hall::with(TestServer::start().await, |pool| pool.provider_round_trip_minutes = 3, |_| {}).await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        hall.server.advance(Duration::from_secs(181));
        let late = browser.get(&hall.way_back(&there)).await;
        assert_eq!(late.status, 400, "{}", late.text());
        assert!(late.has(".correlation, code, [data-correlation]"), "{}", late.html);
        let there = hall.press(&browser, &late).await;
        let back = browser.get(&hall.way_back(&there)).await;
        hall.person(&back, &departure).await;

        // In time.
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        hall.server.advance(Duration::from_secs(170));
        let back = browser.get(&hall.way_back(&there)).await;
        hall.person(&back, &departure).await;
    });
}

#[test]
fn a_failure_is_a_page_and_an_error_for_the_application() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        for (error, status, told) in [
            ("access_denied", 400, "access_denied"),
            ("temporarily_unavailable", 502, "temporarily_unavailable"),
            ("invalid_scope", 502, "server_error"),
            ("<script>alert(1)</script>", 400, "access_denied"),
        ] {
            let browser = hall.server.browser();
            let (departure, page) = hall.login(&browser).await;
            let there = hall.press(&browser, &page).await;
            let description = "call +1 900 EVIL";
            let query =
                [("error", error), ("error_description", description), ("iss", hall.corp.origin.as_str())];
            let failed = browser.get(&back_with(&there, &query)).await;
            assert_eq!(failed.status, status, "{error}: {}", failed.text());
            assert!(!failed.html.contains("EVIL") && !failed.html.contains("alert(1)"), "{}", failed.html);
            let id = failed.header("x-correlation-id").to_owned();
            assert!(failed.html.contains(&id), "the page names {id}");

            let abandon =
                failed.links().into_iter().find(|link| link.contains("abandon=")).expect("a way back");
            let stranger = hall.server.browser().get(&abandon).await;
            assert_eq!(stranger.status, 400, "{}", stranger.text());
            let back = browser.get(&abandon).await;
            assert!(back.url.as_str().starts_with(&hall.app.redirect_uri), "{}", back.url);
            assert_eq!(back.query("error").as_deref(), Some(told), "{error}");
            assert_eq!(back.query("state").as_deref(), Some(departure.state.as_str()));
            assert_eq!(back.query("iss").as_deref(), Some(hall.app.issuer.as_str()));
            assert_eq!(browser.get(&abandon).await.status, 400, "one request has one answer");
        }
    });
}

#[test]
fn after_a_failure_the_same_provider_or_the_password_may_be_tried() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        let denied = [("error", "access_denied"), ("iss", hall.corp.origin.as_str())];
        let failed = browser.get(&back_with(&there, &denied)).await;
        let there = hall.press(&browser, &failed).await;
        let failed = browser.get(&back_with(&there, &denied)).await;
        let other = failed.links().into_iter().find(|link| link.contains("/login?")).expect("another way");
        let page = browser.get(&other).await;
        let ada = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];
        let back = browser.submit(&page, "password", &ada).await;
        assert_eq!(hall.person(&back, &departure).await["email"], "ada@example.com");
    });
}

#[test]
fn a_provider_that_is_down_or_lies_costs_nobody_a_500() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let browser = hall.server.browser();
        let (_, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        hall.corp.bend(|bends| {
            bends.conduct.insert("/token".into(), Conduct::Says(503, "{}".into()));
        });
        let failed = browser.get(&hall.way_back(&there)).await;
        assert_eq!(failed.status, 502, "{}", failed.text());
        hall.corp.bend(|bends| {
            bends.conduct.clear();
            bends.id_token.insert("iss".into(), "https://evil.example".into());
        });
        let there = hall.press(&browser, &failed).await;
        let failed = browser.get(&hall.way_back(&there)).await;
        assert_eq!(failed.status, 502, "{}", failed.text());
        hall.corp.bend(|bends| {
            bends.id_token.clear();
            bends.id_token.insert("exp".into(), json!(hall.server.env.now() / 1000 - 3600));
        });
        let there = hall.press(&browser, &failed).await;
        let failed = browser.get(&hall.way_back(&there)).await;
        assert_eq!(failed.status, 502, "{}", failed.text());
        assert!(browser.cookie("vestibule_session").is_none());
    });
}

#[test]
fn an_answer_posted_by_another_site_waits_for_the_cookies() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        let asked: BTreeMap<String, String> = there.query_pairs().into_owned().collect();
        let code = hall.corp.visit(&there).code.expect("a code");
        let fields = [("state", asked["state"].as_str()), ("code", &code), ("iss", &hall.corp.origin)];

        // As a browser posts from another site: without our cookies, and saying where it comes from.
        let post =
            || browser.client().post(&asked["redirect_uri"]).header("origin", "https://appleid.apple.com");
        let target = Url::parse(&asked["redirect_uri"]).expect("a callback");
        let posted = hall.server.browser().send(post().form(&fields), target.clone()).await;
        assert_eq!(posted.status, 303, "{}", posted.text());
        let next = target.join(posted.header("location")).expect("an address");
        // A second post changes nothing.
        let forged = [("state", asked["state"].as_str()), ("code", "forged"), ("iss", &hall.corp.origin)];
        let again = hall.server.browser().send(post().form(&forged), target.clone()).await;
        assert_eq!(again.status, 303);

        let stranger = hall.server.browser().get(next.as_str()).await;
        assert_eq!(stranger.status, 403, "{}", stranger.text());
        let back = browser.get(next.as_str()).await;
        hall.person(&back, &departure).await;

        let long = "c".repeat(9000);
        let (_, page) = hall.login(&hall.server.browser()).await;
        let browser = hall.server.browser();
        assert!(page.status == 200);
        let (_, page) = hall.login(&browser).await;
        let there = hall.press(&browser, &page).await;
        let asked: BTreeMap<String, String> = there.query_pairs().into_owned().collect();
        for (state, code, status) in [(asked["state"].as_str(), long.as_str(), 400), ("unknown", "c", 400)] {
            let fields = [("state", state), ("code", code)];
            let refused =
                browser.send(browser.client().post(target.clone()).form(&fields), target.clone()).await;
            assert_eq!(refused.status, status, "{}", refused.text());
        }
    });
}

#[test]
fn a_hundred_people_at_once_and_one_person_twice_are_one_account_each() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        let hall = &hall;
        hall.corp.bend(|bends| {
            bends.metadata.insert("userinfo_endpoint".into(), Value::Null);
        });
        let mut ways = Vec::new();
        for number in 0..100 {
            let browser = hall.server.browser();
            let (departure, page) = hall.login(&browser).await;
            let there = hall.press(&browser, &page).await;
            ways.push((number, browser, departure, there));
        }
        // Everybody is the same person twice over.
        let twice = ways.len() / 2;
        let backs = join_all(ways.iter().map(|(number, browser, departure, there)| async move {
            let subject = format!("person-{}", number % twice);
            let way = hall.way_back_as(there, &subject);
            (hall.person(&browser.get(&way).await, departure).await, subject)
        }))
        .await;
        let mut by_subject: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (person, subject) in backs {
            by_subject.entry(subject).or_default().push(person["sub"].as_str().expect("a sub").to_owned());
        }
        assert_eq!(by_subject.len(), twice);
        for (subject, subs) in &by_subject {
            assert_eq!(subs.len(), 2, "{subject}");
            assert_eq!(subs[0], subs[1], "{subject} is one account");
        }
        let accounts: std::collections::BTreeSet<&String> =
            by_subject.values().map(|subs| &subs[0]).collect();
        assert_eq!(accounts.len(), twice, "and nobody else's");
    });
}

#[test]
fn a_second_factor_is_asked_for_after_the_provider_where_the_pool_says_so() {
    block_on(async {
        let hall = Hall::with(
            TestServer::start().await,
            |pool| {
                pool.mfa.configuration = MfaConfiguration::Required;
                pool.mfa.after_provider = true;
                pool.mfa.factors = vec![vestibule::model::pool::SecondFactor::Email];
            },
            |_| {},
        )
        .await;
        let browser = hall.server.browser();
        let (departure, challenge) = hall.sign_in(&browser).await;
        assert!(challenge.has("input[name=code]"), "{} {}", challenge.url, challenge.text());
        let code = hall.server.code_to("ada@example.org").await;
        let back = browser.submit(&challenge, "code", &[("code", &code)]).await;
        let person = hall.person(&back, &departure).await;
        assert_eq!(person["amr"], json!(["fed", "email_otp", "mfa"]));
    });
}

#[test]
fn an_account_with_the_same_address_is_linked_by_whoever_proves_it() {
    on_each_database(|server| async move {
        let hall = Hall::with(
            server,
            |_| {},
            |corp| {
                corp.details.insert("linking".into(), "ask".into());
            },
        )
        .await;
        hall.is("corp-ada", "ada@example.com", true);
        let browser = hall.server.browser();
        let (departure, login) = hall.sign_in(&browser).await;
        assert!(login.has("input[name=password]"), "{} {}", login.url, login.text());
        assert!(login.says("Corp"), "{}", login.text());
        assert!(!login.html.contains("/provider?"), "one thing at a time");

        let grace = [("username", "grace@example.com"), ("password", "Correct-Horse-8")];
        let refused = browser.submit(&login, "password", &grace).await;
        assert_eq!(refused.status, 400, "{}", refused.text());
        let wrong = [("username", "ada@example.com"), ("password", "wrong")];
        let refused = browser.submit(&refused, "password", &wrong).await;
        assert_eq!(refused.status, 400, "{}", refused.text());
        let ada = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];
        let back = browser.submit(&refused, "password", &ada).await;
        let linked = hall.person(&back, &departure).await;

        let (departure, back) = hall.sign_in(&hall.server.browser()).await;
        let again = hall.person(&back, &departure).await;
        assert_eq!(again["sub"], linked["sub"], "the provider signs in to the linked account");

        // An unverified address links nothing and asks nobody.
        hall.is("corp-eve", "grace@example.com", false);
        let (departure, back) = hall.sign_in(&hall.server.browser()).await;
        let eve = hall.person(&back, &departure).await;
        assert_eq!(eve["cognito:username"], "Corp_corp-eve");
    });
}

#[test]
fn the_name_first_and_its_domain_decides() {
    block_on(async {
        let hall = Hall::with(
            TestServer::start().await,
            |pool| pool.identifier_first = true,
            |corp| corp.identifiers = vec!["corp.example".into()],
        )
        .await;
        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        assert!(page.has("input[name=username]") && !page.has("input[name=password]"), "{}", page.html);
        let onwards = browser.submit(&page, "username", &[("username", "Ada@CORP.example")]).await;
        // A page that goes on by itself: browsers stop a form's redirect to another site.
        assert_eq!(onwards.status, 200);
        let link = button(&onwards, CORP);
        assert_eq!(onwards.header("refresh"), format!("0; url={link}"));
        let there = browser.get(&link).await;
        assert!(there.url.as_str().starts_with(&hall.corp.origin), "{} {}", there.url, there.text());
        let back = browser.get(&hall.way_back(&there.url)).await;
        hall.person(&back, &departure).await;

        let browser = hall.server.browser();
        let (departure, page) = hall.login(&browser).await;
        let empty = browser.submit(&page, "username", &[("username", " ")]).await;
        assert_eq!(empty.status, 400);
        // Both are offered the same ways. Whoever goes back types another name on the page from before.
        let nobody = browser.submit(&page, "username", &[("username", "nobody@example.net")]).await;
        let known = browser.submit(&page, "username", &[("username", "ada@example.com")]).await;
        assert!(nobody.has("[value=PASSWORD]") && known.has("[value=PASSWORD]"), "{}", known.text());
        let (action, mut fields) = known.form("choice");
        fields.retain(|(name, value)| name != "choice" || value == "PASSWORD");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let known = browser.post(known.url.join(&action).expect("an action").as_str(), &fields).await;
        assert!(known.has("input[name=password]") && known.html.contains("ada@example.com"));
        let wrong = browser.submit(&known, "password", &[("password", "wrong")]).await;
        assert_eq!(wrong.status, 400);
        let back = browser.submit(&wrong, "password", &[("password", "Correct-Horse-7")]).await;
        assert_eq!(hall.person(&back, &departure).await["email"], "ada@example.com");
    });
}

#[test]
fn a_disabled_account_is_refused_and_its_sessions_are_not_begun() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let (departure, back) = hall.sign_in(&hall.server.browser()).await;
        let person = hall.person(&back, &departure).await;
        let id = vestibule::model::ids::UserId::trusted(person["sub"].as_str().expect("a sub").to_owned());
        let user = users::find(&hall.server.env, &hall.pool, &id).await.expect("read").expect("there");
        assert_eq!(user.status, UserStatus::ExternalProvider);
        users::set_enabled(&hall.server.env, &hall.pool, &id, false).await.expect("disabled");
        let browser = hall.server.browser();
        let (_, refused) = hall.sign_in(&browser).await;
        assert_eq!(refused.status, 400, "{}", refused.text());
        assert!(browser.cookie("vestibule_session").is_none());
    });
}
