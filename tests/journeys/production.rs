//! A server on a real host with https behind a proxy, without any development value.

use vestibule::directory::users;
use vestibule::model::client::{ClientSettings, OAuthFlow};
use vestibule::model::pool::{ContactKind, PoolSettings, SignInNames, UserPool};

use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::env::caller;
use crate::support::server::{TestServer, TestServerOptions};

const PUBLIC: &str = "https://auth.example.com";
const CALLBACK: &str = "https://app.example.com/cb";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

async fn production() -> (TestServer, UserPool) {
    let options =
        TestServerOptions { development: false, public_url: Some(PUBLIC), ..TestServerOptions::default() };
    let server = TestServer::start_with(options).await;
    let settings = PoolSettings {
        sign_in: SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() },
        self_sign_up: true,
        ..PoolSettings::default()
    };
    let pool = server.create_pool("People", settings).await;
    let client = ClientSettings {
        callback_urls: vec![CALLBACK.into()],
        logout_urls: vec![CALLBACK.into()],
        ..ClientSettings::default()
    };
    server.create_client(&pool, "web", client).await;
    let new = users::NewUser {
        username: None,
        attributes: [("email", ADA.0), ("email_verified", "true")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        password: Some(ADA.1.into()),
        temporary: false,
        invite: false,
    };
    users::create(&server.env, &caller("192.0.2.1"), &pool, new).await.expect("ada");
    (server, pool)
}

/// A browser behind the proxy that ends TLS.
fn behind_proxy(server: &TestServer) -> Browser {
    let mut browser = server.browser();
    browser.headers.push(("x-forwarded-proto", "https".into()));
    browser.headers.push(("x-forwarded-host", "auth.example.com".into()));
    browser.headers.push(("x-forwarded-for", "203.0.113.7".into()));
    browser
}

fn application(server: &TestServer, pool: &UserPool) -> Application {
    let mut app = Application::of_pool(&server.origin, pool.id.as_str(), "web");
    app.issuer = format!("{PUBLIC}/{}", pool.id);
    app.redirect_uri = CALLBACK.into();
    app
}

#[tokio::test]
async fn cookies_headers_and_links_are_those_of_the_public_address() {
    let (server, pool) = production().await;
    let (app, browser) = (application(&server, &pool), behind_proxy(&server));
    let departure = app.depart(&[]);
    let begun = browser.get_once(departure.url.as_str()).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let login = browser.get(begun.header("location")).await;
    assert_eq!((login.status, login.has("input[name=password]")), (200, true), "{}", login.text());
    for page in [&begun, &login] {
        let hsts = page.header("strict-transport-security");
        assert!(hsts.contains("max-age=31536000"), "{hsts:?}");
    }
    assert!(login.header("content-security-policy").contains("form-action 'self' https://app.example.com;"));
    assert!(!login.html.contains("/dev/") && !login.html.contains("localhost"), "nothing of development");
    // The form's origin is the one that the browser sees.
    let (target, fields) = browser.fill(&login, "password", &[("username", ADA.0), ("password", ADA.1)]);
    let post = |origin: &'static str| {
        let request = browser.client().post(target.clone()).header("origin", origin);
        request.header("sec-fetch-site", "same-origin").form(&fields)
    };
    let foreign = browser.send(post("https://evil.example"), target.clone()).await;
    assert_eq!(foreign.status, 403);
    let done = browser.send(post(PUBLIC), target.clone()).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let all = format!("{}\n{}", begun.header("set-cookie"), done.header("set-cookie"));
    let cookies: Vec<&str> = all.lines().collect();
    assert_eq!(cookies.len(), 3, "{cookies:?}");
    for cookie in &cookies {
        assert!(cookie.starts_with("__Host-vestibule_") && cookie.contains(pool.id.as_str()), "{cookie}");
        for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    let back = browser.get_once(done.header("location")).await;
    assert!(back.header("location").starts_with(&format!("{CALLBACK}?code=")), "{}", back.header("location"));
    assert!(back.header("location").contains("iss=https%3A%2F%2Fauth.example.com%2F"), "{back:?}");
}

#[tokio::test]
async fn documents_and_mails_name_the_public_address_whatever_host_was_asked() {
    let (server, pool) = production().await;
    let browser = behind_proxy(&server);
    let document = browser.get(&format!("/{}/.well-known/openid-configuration", pool.id)).await;
    let document: serde_json::Value = serde_json::from_str(&document.html).expect("JSON");
    for name in ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"] {
        let url = document[name].as_str().expect("a URL");
        assert!(url.starts_with(&format!("{PUBLIC}/{}", pool.id)), "{name}: {url}");
    }
}

#[tokio::test]
async fn only_the_own_host_is_answered_and_no_development_address_is_there() {
    let (server, pool) = production().await;
    let login = format!("/{}/login", pool.id);
    assert_eq!(behind_proxy(&server).get(&login).await.status, 200);
    for host in ["localhost", "127.0.0.1", "evil.example", "auth.example.com.evil.example"] {
        let mut browser = server.browser();
        browser.headers.push(("x-forwarded-host", host.into()));
        assert_eq!(browser.get(&login).await.status, 421, "{host}");
    }
    assert_eq!(
        server.browser().get(&login).await.status,
        421,
        "the address of the socket is no host of ours"
    );
    for path in ["/dev/mailbox", "/dev/playground", "/us-east-1_Demo00001/login", "/login"] {
        assert_eq!(behind_proxy(&server).get(path).await.status, 404, "{path}");
    }
    // The stand-in providers give out whoever one likes.
    for stand_in in
        ["", "/google", "/facebook", "/amazon", "/apple", "/oidc", "/saml", "/wrong-clock", "/denies"]
    {
        for place in [
            "",
            "/.well-known/openid-configuration",
            "/authorize",
            "/answer",
            "/token",
            "/keys",
            "/userinfo",
            "/logout",
            "/dialog/oauth",
            "/oauth/access_token",
            "/me",
            "/ap/oa",
            "/auth/o2/token",
            "/auth/o2/tokeninfo",
            "/user/profile",
            "/metadata",
            "/sso",
            "/slo",
            "/end",
        ] {
            let path = format!("/dev/providers{stand_in}{place}");
            assert_eq!(behind_proxy(&server).get(&path).await.status, 404, "{path}");
            assert_eq!(behind_proxy(&server).post(&path, &[("person", "ada")]).await.status, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn plain_http_is_given_no_cookie_that_works() {
    let (server, pool) = production().await;
    let app = application(&server, &pool);
    let mut browser = server.browser();
    browser.headers.push(("x-forwarded-host", "auth.example.com".into()));
    let begun = browser.get_once(app.depart(&[]).url.as_str()).await;
    assert_eq!(begun.header("strict-transport-security"), "", "HSTS means nothing over http");
    let cookie = begun.header("set-cookie");
    assert!(cookie.is_empty() || (cookie.starts_with("__Host-") && cookie.contains("Secure")), "{cookie}");
}

#[tokio::test]
async fn errors_tell_people_what_to_do_and_nothing_about_the_settings() {
    let (server, pool) = production().await;
    let app = application(&server, &pool);
    let page = behind_proxy(&server)
        .get(app.depart(&[("redirect_uri", "https://evil.example/")]).url.as_str())
        .await;
    assert!(page.status == 400 && page.says("redirect_mismatch"), "{}", page.text());
    assert!(!page.html.contains(CALLBACK), "what is registered is for developers: {}", page.text());
}

#[tokio::test]
async fn a_client_with_any_loopback_url_is_for_development() {
    let (server, pool) = production().await;
    let settings = ClientSettings {
        any_loopback_url: true,
        allowed_flows: vec![OAuthFlow::Code],
        ..ClientSettings::default()
    };
    let new =
        vestibule::directory::clients::NewClient { id: None, name: "Loose".into(), settings, secret: None };
    assert!(vestibule::directory::clients::create(&server.env, &pool, new).await.is_err());
}
