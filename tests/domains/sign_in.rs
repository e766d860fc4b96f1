//! Whole sign-ins at a pool's own host.

use vestibule::dev::seed::{ADA, COGNITO_POOL, DEFAULT_POOL};

use super::{HOST, give};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::server::TestServer;

fn application(server: &TestServer, host: &str) -> Application {
    Application::of_pool(&server.origin, DEFAULT_POOL, "demoweb").at_host(&server.origin, host)
}

#[test]
fn a_person_signs_in_on_every_form_and_stays_on_it() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        give(&server.env, &pool, HOST).await;
        give(&server.env, &pool, "shop").await;
        for host in [HOST, "shop.localhost"] {
            let (app, browser) = (application(&server, host), Browser::at_host(&server.origin, host));
            let departure = app.depart(&[]);
            let login = browser.get(departure.url.as_str()).await;
            assert_eq!((login.status, login.url.host_str()), (200, Some(host)), "{}", login.text());
            let wrong = browser
                .submit(&login, "password", &[("username", ADA.email), ("password", "Wrong-Horse-7")])
                .await;
            assert_eq!((wrong.status, wrong.url.host_str()), (400, Some(host)), "{}", wrong.text());
            let back = browser
                .submit(&wrong, "password", &[("username", ADA.email), ("password", ADA.password)])
                .await;
            let code = app.code_of(&back, &departure);
            let tokens = app.exchange(&code, &departure.verifier).await;
            assert_eq!(tokens.status, 200, "{tokens:?}");
            let claims = app.verify(&tokens.text("id_token")).await;
            assert_eq!(
                claims["iss"],
                format!("{}/{DEFAULT_POOL}", server.origin),
                "the issuer has no host of its own"
            );
            let (status, person) = app.user_info(&tokens.text("access_token")).await;
            assert_eq!((status, person["email"].as_str()), (200, Some(ADA.email)));
            let refreshed = app.refresh(&tokens.text("refresh_token")).await;
            assert_eq!(refreshed.status, 200, "{refreshed:?}");
            // The session is there for the next application, on this host alone.
            let again = app.depart(&[("prompt", "none")]);
            let at_once = browser.get(again.url.as_str()).await;
            assert!(at_once.query("code").is_some(), "{host}: {}", at_once.url);
            let elsewhere = Browser::at_host(&server.origin, "other.localhost");
            let unknown = application(&server, "other.localhost").depart(&[("prompt", "none")]);
            let refused = elsewhere.get(unknown.url.as_str()).await;
            assert_eq!(refused.query("error").as_deref(), Some("login_required"));
            // Signing out ends it here.
            let bye = format!("/logout?client_id=demoweb&logout_uri={}", app.redirect_uri);
            let gone = browser.get(&bye).await;
            assert!(gone.url.as_str().starts_with(&app.redirect_uri), "{host}: {}", gone.url);
            let after = app.depart(&[("prompt", "none")]);
            assert_eq!(
                browser.get(after.url.as_str()).await.query("error").as_deref(),
                Some("login_required")
            );
        }
    });
}

#[test]
fn what_belongs_to_one_pool_is_nothing_at_the_host_of_another() {
    on_each_database(|server| async move {
        let (first, second) = (server.default_pool().await, server.pool(COGNITO_POOL).await);
        give(&server.env, &first, HOST).await;
        give(&server.env, &second, "second.example.org").await;
        let app = application(&server, HOST);
        let other = Application::of_pool(&server.origin, COGNITO_POOL, "cognitoweb")
            .at_host(&server.origin, "second.example.org");
        let browser = Browser::at_host(&server.origin, HOST);
        let departure = app.depart(&[]);
        let login = browser.get(departure.url.as_str()).await;
        let thief = Browser::at_host(&server.origin, "second.example.org");
        // The flow's handle, with the cookie that goes with it, and under the other pool's name as well.
        let (flow_name, flow) = browser.cookie("vestibule_flow").expect("a flow cookie");
        thief.set_cookie(&flow_name, &flow);
        thief.set_cookie(&flow_name.replace(DEFAULT_POOL, COGNITO_POOL), &flow);
        let handle = login.query("flow").expect("a handle");
        let stolen = thief.get(&format!("/login?flow={handle}")).await;
        assert!(
            stolen.status == 400 || !stolen.has("input[name=password]"),
            "{} {}",
            stolen.status,
            stolen.text()
        );
        let (target, fields) =
            browser.fill(&login, "password", &[("username", ADA.email), ("password", ADA.password)]);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let path = format!("{}?{}", target.path(), target.query().unwrap_or_default());
        let posted = thief.post(&path, &fields).await;
        assert!(posted.status >= 400, "{} {}", posted.status, posted.text());
        assert!(thief.cookie("vestibule_session").is_none());
        // The session.
        browser.submit(&login, "password", &[("username", ADA.email), ("password", ADA.password)]).await;
        let (session_name, session) = browser.cookie("vestibule_session").expect("a session");
        thief.set_cookie(&session_name, &session);
        thief.set_cookie(&session_name.replace(DEFAULT_POOL, COGNITO_POOL), &session);
        let silent = other.depart(&[("prompt", "none")]);
        let refused = thief.get(silent.url.as_str()).await;
        assert_eq!(refused.query("error").as_deref(), Some("login_required"), "{}", refused.url);
        // The client of one pool is unknown at the other's host, and so is its code.
        let foreign = Browser::at_host(&server.origin, "second.example.org");
        let mixed = app.clone().at_host(&server.origin, "second.example.org").depart(&[]);
        assert_eq!(foreign.get(mixed.url.as_str()).await.status, 400);
    });
}

#[test]
fn a_link_in_a_mail_leads_to_the_pools_address_whatever_host_was_asked() {
    on_each_database(|server| async move {
        let pool = server
            .change_pool(DEFAULT_POOL, |settings| {
                settings.confirmation = vestibule::model::pool::ConfirmationStyle::Link;
            })
            .await;
        give(&server.env, &pool, HOST).await;
        let mut browser = Browser::at_host(&server.origin, "anything.localhost");
        browser.headers.push(("x-forwarded-port", "1".into()));
        let app = application(&server, "anything.localhost");
        let page = browser.get(app.depart(&[("prompt", "create")]).url.as_str()).await;
        let fields = [("username", "new@example.com"), ("password", "Correct-Horse-9")];
        browser.submit(&page, "password", &fields).await;
        let mail = server.message_to("new@example.com").await.expect("a mail");
        let port = server.origin.rsplit(':').next().expect("a port");
        let link = format!("http://{HOST}:{port}/confirmUser?");
        assert!(mail.text.contains(&link), "{}", mail.text);
        assert!(!mail.text.contains("anything.localhost"), "{}", mail.text);
    });
}
