//! Terms of use: nobody gets to an application without having accepted those in force.

use futures_util::future::join_all;
use vestibule::directory::terms as accepted;

use super::{ADA, POOL, SERVER, WEB, ask_for_consent, come, refusal, return_to, terms, tokens};
use crate::account::{events, person};
use crate::federation::hall::Hall;
use crate::journeys::on_each_database;
use crate::support::application::Application;

#[test]
fn a_session_from_before_does_not_skip_them() {
    on_each_database(|server| async move {
        let apps = [Application::public(&server.origin), Application::confidential(&server.origin)];
        let browser = server.browser();
        let (departure, back) = come(&apps[0], &browser, &[]).await;
        let refresh = tokens(&apps[0], &departure, &back).await;
        terms(&server, "2026-11").await;
        for app in &apps {
            let (departure, back) = return_to(app, &browser, &[("prompt", "none")]).await;
            assert_eq!(refusal(app, &departure, &back), "interaction_required");
        }
        assert_eq!(apps[0].refresh(&refresh).await.status, 200, "what is held goes on");
        let (departure, page) = return_to(&apps[0], &browser, &[]).await;
        assert!(page.path() == "/terms" && page.says("Please accept our terms"), "{}", page.text());
        assert!(page.says("Version 2026-11"), "{}", page.text());
        let links = page.links();
        for link in ["https://www.example.com/en/terms", "https://www.example.com/privacy"] {
            assert!(
                links.iter().filter(|one| *one == link).count() >= 2,
                "beside the words and below: {links:?}"
            );
        }
        let back = browser.submit(&page, "acceptButton", &[]).await;
        tokens(&apps[0], &departure, &back).await;
        // Once for the pool, not for each application; in other browsers too.
        for app in &apps {
            let (departure, back) = return_to(app, &browser, &[("prompt", "none")]).await;
            tokens(app, &departure, &back).await;
            let (departure, back) = come(app, &server.browser(), &[]).await;
            tokens(app, &departure, &back).await;
        }
        let ada = person(&server, ADA.0).await;
        let all = events(&server, &ada.id, "terms.accept").await;
        assert_eq!((all.len(), &all[0].detail["version"]), (1, &serde_json::json!("2026-11")));

        terms(&server, "2027-01").await;
        let (departure, page) = return_to(&apps[1], &browser, &[]).await;
        assert!(page.says("Our terms have changed") && page.says("2027-01"), "{}", page.text());
        let back = browser.submit(&page, "acceptButton", &[]).await;
        tokens(&apps[1], &departure, &back).await;
        let of_ada = accepted::of_user(&server.env, &ada.id).await.expect("an answer");
        let versions: Vec<_> = of_ada.iter().map(|one| one.terms.version.as_str()).collect();
        assert_eq!(versions, ["2027-01", "2026-11"]);
        assert_eq!(of_ada[0].terms.terms_url.as_deref(), Some("https://www.example.com/en/terms"));
    });
}

#[test]
fn not_now_goes_back_and_the_account_stays_open() {
    on_each_database(|server| async move {
        terms(&server, "1").await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        let back = browser.submit(&page, "declineButton", &[]).await;
        assert_eq!(refusal(&app, &departure, &back), "access_denied");
        let (_, page) = return_to(&app, &browser, &[]).await;
        assert_eq!(page.path(), "/terms");
        // Whoever does not agree can still take their data along and leave.
        let data = browser.get("/account/data").await;
        assert!(data.path() == "/account/data" && data.says("newer version"), "{} {}", data.url, data.text());
        assert!(data.has("button[name=downloadButton]"), "{}", data.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "terms.accept").await.len(), 0);
    });
}

#[test]
fn what_was_not_shown_is_not_accepted() {
    on_each_database(|server| async move {
        terms(&server, "1").await;
        let app = Application::public(&server.origin);
        let (browser, other) = (server.browser(), server.browser());
        let (_, page) = come(&app, &browser, &[]).await;
        let (_, others) = come(&app, &other, &[]).await;
        let (action, fields) = page.form("acceptButton");
        let csrf = fields.iter().find(|(name, _)| name == "_csrf").expect("a token").1.clone();
        for fields in [
            &[("acceptButton", "1")][..],
            &[("acceptButton", "1"), ("version", "")],
            &[("acceptButton", "1"), ("version", "2")],
            &[("version", "1")],
        ] {
            let fields: Vec<_> =
                [("_csrf", csrf.as_str())].into_iter().chain(fields.iter().copied()).collect();
            let shown = browser.post(&action, &fields).await;
            assert!(shown.has("button[name=acceptButton]"), "{fields:?} {}", shown.text());
        }
        let (_, foreign) = others.form("acceptButton");
        let foreign: Vec<(&str, &str)> = foreign.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(browser.post(&action, &foreign).await.status, 403);
        // The terms changed while the page stood open: the new ones are shown first.
        terms(&server, "2").await;
        let shown = browser.submit(&page, "acceptButton", &[]).await;
        assert!(shown.path() == "/terms" && shown.says("Version 2"), "{}", shown.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "terms.accept").await.len(), 0);
        let back = browser.submit(&shown, "acceptButton", &[]).await;
        assert!(back.query("code").is_some(), "{} {}", back.url, back.text());
        let again = browser.submit(&shown, "acceptButton", &[]).await;
        assert_eq!(again.status, 400, "the request has its answer");
    });
}

#[test]
fn many_clicks_accept_once() {
    on_each_database(|server| async move {
        terms(&server, "1").await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        let answers = join_all((0..4).map(|_| browser.submit_once(&page, "acceptButton", &[]))).await;
        assert!(answers.iter().all(|answer| answer.status == 303));
        let mut codes = 0;
        for answer in &answers {
            let back = browser.get(answer.header("location")).await;
            if back.query("code").is_some() {
                codes += 1;
                tokens(&app, &departure, &back).await;
            }
        }
        assert_eq!(codes, 1);
        let ada = person(&server, ADA.0).await;
        assert_eq!(events(&server, &ada.id, "terms.accept").await.len(), 1);
    });
}

#[test]
fn terms_come_before_consent_and_one_request_passes_both() {
    on_each_database(|server| async move {
        terms(&server, "1").await;
        for client in [WEB, SERVER] {
            ask_for_consent(&server, client).await;
        }
        let app = Application::confidential(&server.origin);
        let browser = server.browser();
        let ways = [("prompt", "login consent"), ("max_age", "0"), ("ui_locales", "en")];
        for (round, way) in ways.into_iter().enumerate() {
            terms(&server, &format!("round {round}")).await;
            let departure = app.depart(&[way, ("scope", "openid email")]);
            let mut page = browser.get(departure.url.as_str()).await;
            if page.path() == "/login" {
                page = browser.submit(&page, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
            }
            assert_eq!(page.path(), "/terms", "{way:?} {}", page.text());
            let mut page = browser.submit(&page, "acceptButton", &[]).await;
            if round == 0 {
                assert_eq!(page.path(), "/consent", "{way:?} {}", page.text());
                page = browser.submit(&page, "allowButton", &[]).await;
            }
            tokens(&app, &departure, &page).await;
        }
    });
}

#[test]
fn people_of_a_provider_accept_them_too() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        terms(&hall.server, "1").await;
        ask_for_consent(&hall.server, crate::federation::hall::APP).await;
        let browser = hall.server.browser();
        // A new account, which saw no sign-up page.
        let (departure, page) = hall.sign_in(&browser).await;
        assert!(
            page.path() == "/terms" && page.says("Please accept our terms"),
            "{} {}",
            page.url,
            page.text()
        );
        let page = browser.submit(&page, "acceptButton", &[]).await;
        assert_eq!(page.path(), "/consent", "{}", page.text());
        let back = browser.submit(&page, "allowButton", &[]).await;
        hall.person(&back, &departure).await;
        terms(&hall.server, "2").await;
        let (_, page) = hall.sign_in(&hall.server.browser()).await;
        assert!(page.says("Our terms have changed"), "{} {}", page.url, page.text());
    });
}

#[test]
fn links_alone_ask_nobody() {
    on_each_database(|server| async move {
        terms(&server, "1").await;
        server.change_pool(POOL, |settings| settings.terms.version = None).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let departure = app.depart(&[("ui_locales", "de")]);
        let login = browser.get(departure.url.as_str()).await;
        let links = login.links();
        assert!(links.contains(&"https://www.example.com/de/terms".to_owned()), "{links:?}");
        let back = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        tokens(&app, &departure, &back).await;
    });
}
