//! `/oauth2/authorize`: how a request arrives, what is refused where, what `prompt` and its relatives decide.

use std::time::Duration;

use super::*;
use crate::support::browser::Browser;

async fn signed_in(server: &TestServer, app: &Application) -> Browser {
    let browser = server.browser();
    assert_eq!(app.tokens_of(&browser, ADA.0, ADA.1).await.status, 200);
    browser
}

#[tokio::test]
async fn a_request_may_be_posted_also_from_another_site() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = signed_in(&server, &app).await;
    let departure = app.depart(&[]);
    let fields: Vec<(String, String)> = departure.url.query_pairs().into_owned().collect();
    let request = server.browser().client().post(format!("{}/oauth2/authorize", server.origin)).form(&fields);
    // A browser keeps our cookies from such a post; the request goes on as a GET that has them.
    let request = request.header("origin", "https://app.example").header("sec-fetch-site", "cross-site");
    let onward = call(&server, request).await;
    assert_eq!(onward.status, 303, "{}", onward.text());
    assert!(onward.header("location").starts_with("/oauth2/authorize?"), "{}", onward.header("location"));
    assert_eq!(onward.header("set-cookie"), "");
    let back = browser.get(onward.header("location")).await;
    let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
    assert_eq!(tokens.status, 200, "{tokens:?}");
}

#[tokio::test]
async fn state_comes_back_as_it_was_with_codes_and_with_errors() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = signed_in(&server, &app).await;
    let odd = "{\"next\":\"/a?b=1&c=ä %2B+\"}";
    let back = browser.get(app.depart(&[("state", odd)]).url.as_str()).await;
    assert_eq!(back.query("state").as_deref(), Some(odd));
    assert!(back.query("code").is_some() && back.query("iss").as_deref() == Some(app.issuer.as_str()));
    let refused = browser.get(app.depart(&[("state", odd), ("response_type", "token")]).url.as_str()).await;
    assert_eq!(refused.query("error").as_deref(), Some("unsupported_response_type"));
    assert_eq!(refused.query("state").as_deref(), Some(odd));
    assert_eq!(refused.query("iss").as_deref(), Some(app.issuer.as_str()));
    let without = browser.get(app.depart(&[("state", "")]).url.as_str()).await;
    assert!(without.query("code").is_some() && without.query("state").is_none());
}

#[tokio::test]
async fn a_nonce_is_in_the_id_token_when_it_was_sent() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = signed_in(&server, &app).await;
    let departure = app.depart(&[("nonce", "")]);
    let back = browser.get(departure.url.as_str()).await;
    let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
    assert!(app.verify(&tokens.text("id_token")).await.get("nonce").is_none());
}

#[tokio::test]
async fn prompts_decide_alone_and_together() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    for (prompt, ends) in [
        ("none", "code"),
        ("consent", "code"),
        ("login", "/login"),
        ("login consent", "/login"),
        ("login select_account", "/login"),
        ("create", "/signup"),
        ("none login", "invalid_request"),
        ("none consent", "invalid_request"),
        ("sometimes", "invalid_request"),
    ] {
        let browser = signed_in(&server, &app).await;
        let page = browser.get(app.depart(&[("prompt", prompt)]).url.as_str()).await;
        match ends {
            "code" => assert!(page.query("code").is_some(), "{prompt}: {}", page.url),
            path if path.starts_with('/') => {
                assert_eq!(page.path(), path, "{prompt}");
                assert!(page.has("input[name=password]"), "{prompt}: {}", page.text());
            }
            error => assert_eq!(page.query("error").as_deref(), Some(error), "{prompt}"),
        }
    }
}

#[tokio::test]
async fn max_age_zero_asks_again_and_renews_the_time_of_the_proof() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = signed_in(&server, &app).await;
    let silent = browser.get(app.depart(&[("max_age", "0"), ("prompt", "none")]).url.as_str()).await;
    assert_eq!(silent.query("error").as_deref(), Some("login_required"));
    server.advance(Duration::from_secs(100));
    let departure = app.depart(&[("max_age", "0")]);
    let login = browser.get(departure.url.as_str()).await;
    let back = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
    let id = app.verify(&tokens.text("id_token")).await;
    assert_eq!(id["auth_time"], server.env.now() / 1000);
    let enough = browser.get(app.depart(&[("max_age", "60")]).url.as_str()).await;
    assert!(enough.query("code").is_some(), "{}", enough.url);
}

#[tokio::test]
async fn a_login_hint_is_filled_in_and_proves_nothing() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    for hint in ["ada@example.com", "nobody@example.com", "\"><b>x"] {
        let page = server.browser().get(app.depart(&[("login_hint", hint)]).url.as_str()).await;
        let (_, fields) = page.form("signInSubmitButton");
        assert!(fields.contains(&("username".to_owned(), hint.to_owned())), "{hint}: {fields:?}");
        assert!(!page.has("b"), "{hint}");
    }
    let long = "x".repeat(300);
    let page = server.browser().get(app.depart(&[("login_hint", &long)]).url.as_str()).await;
    assert_eq!(page.query("error").as_deref(), Some("invalid_request"));
}

#[tokio::test]
async fn a_language_that_is_not_there_falls_back_and_is_not_kept() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    for extra in
        [[("lang", "en")], [("lang", "xx")], [("ui_locales", "xx en-GB fr")], [("ui_locales", "../x")]]
    {
        let browser = server.browser();
        let page = browser.get(app.depart(&extra).url.as_str()).await;
        assert!(page.status == 200 && page.has("html[lang=en]"), "{extra:?}: {}", page.text());
        assert_eq!(browser.cookie("vestibule_lang_").is_some(), extra[0] == ("lang", "en"), "{extra:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_trusted_ends_on_a_page_and_never_in_a_redirect() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let departure = app.depart(&[]);
    let url = departure.url.as_str();
    let with = |name: &str, value: &str| app.depart(&[(name, value)]).url.to_string();
    for (url, code) in [
        (with("client_id", "nobody"), "unauthorized_client"),
        (with("client_id", ""), "unauthorized_client"),
        (with("client_id", "cognitoweb"), "unauthorized_client"),
        (with("redirect_uri", "https://evil.example/cb"), "redirect_mismatch"),
        (with("redirect_uri", "http://127.0.0.1.evil.example/cb"), "redirect_mismatch"),
        (with("redirect_uri", "http://127.0.0.1:9/callback#x"), "redirect_mismatch"),
        (with("redirect_uri", "//127.0.0.1:9/callback"), "redirect_mismatch"),
        (with("redirect_uri", ""), "redirect_mismatch"),
        (format!("{url}&client_id=demoweb"), "invalid_request"),
        (format!("{url}&state=again"), "invalid_request"),
        (format!("{url}&redirect_uri=https%3A%2F%2Fevil.example"), "invalid_request"),
        (format!("{url}&%73cope=openid"), "invalid_request"),
        (format!("{url}&x={}", "y".repeat(9000)), "invalid_request"),
    ] {
        let browser = server.browser();
        let page = browser.get_once(&url).await;
        assert_eq!((page.status, page.header("location")), (400, ""), "{url}");
        assert!(page.says(code), "{url}: {}", page.text());
        assert!(browser.cookie("vestibule_").is_none(), "{url} set a cookie");
    }
}

#[tokio::test]
async fn a_client_of_production_gets_only_its_registered_addresses() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let registered = "https://app.example.com/cb";
    let settings = vestibule::model::client::ClientSettings {
        callback_urls: vec![registered.into()],
        logout_urls: vec!["https://app.example.com/bye".into()],
        ..Default::default()
    };
    server.create_client(&pool, "strict", settings).await;
    let mut app = Application::public(&server.origin);
    app.client_id = "strict".into();
    for foreign in [
        "https://app.example.com/cb/",
        "https://app.example.com/cb?x=1",
        "https://app.example.com/CB",
        "https://app.example.com:443/cb",
        "https://app.example.com/x/../cb",
        "http://localhost:3000/cb",
    ] {
        let page = server.browser().get(app.depart(&[("redirect_uri", foreign)]).url.as_str()).await;
        assert!(page.status == 400 && page.says("redirect_mismatch"), "{foreign}: {}", page.text());
    }
    // Of a single registered address it need not be said which one is meant.
    let browser = server.browser();
    let login = browser.get(app.depart(&[("redirect_uri", "")]).url.as_str()).await;
    let back = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    assert!(back.url.as_str().starts_with(registered) && back.query("code").is_some(), "{}", back.url);
}

#[tokio::test]
async fn pkce_is_needed_by_public_clients_and_kept_where_it_was_begun() {
    let server = TestServer::start().await;
    let none = [("code_challenge", ""), ("code_challenge_method", "")];
    let public = Application::public(&server.origin);
    for extra in
        [&none[..], &none[1..], &[("code_challenge_method", "plain")], &[("code_challenge", "short")]]
    {
        let page = server.browser().get(public.depart(extra).url.as_str()).await;
        assert_eq!(page.query("error").as_deref(), Some("invalid_request"), "{extra:?}");
    }
    let confidential = Application::confidential(&server.origin);
    let cognito = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
    for app in [confidential, cognito] {
        let browser = signed_in(&server, &app).await;
        let grant = |code: String, verifier: Option<String>| {
            let app = app.clone();
            async move {
                let mut fields = vec![
                    ("grant_type", "authorization_code"),
                    ("code", &code),
                    ("redirect_uri", &app.redirect_uri),
                ];
                fields.extend(verifier.as_deref().map(|verifier| ("code_verifier", verifier)));
                app.token(&fields).await
            }
        };
        let code = async |extra: &[(&str, &str)]| {
            let departure = app.depart(extra);
            (app.code_of(&browser.get(departure.url.as_str()).await, &departure), departure.verifier)
        };
        assert_eq!(grant(code(&none).await.0, None).await.status, 200, "{}", app.client_id);
        // RFC 9700 §2.1.1: a verifier without a challenge is a downgrade, a challenge wants its verifier.
        let (plain, _) = code(&none).await;
        assert_eq!(grant(plain, Some("x".repeat(43))).await.error(), "invalid_grant", "{}", app.client_id);
        assert_eq!(grant(code(&[]).await.0, None).await.error(), "invalid_grant", "{}", app.client_id);
        let (challenged, verifier) = code(&[]).await;
        assert_eq!(grant(challenged, Some(verifier)).await.status, 200, "{}", app.client_id);
    }
}

#[tokio::test]
async fn a_finished_sign_in_serves_its_browser_once() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    let login = browser.get(app.depart(&[]).url.as_str()).await;
    let done = browser.submit_once(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    let resume = done.header("location").to_owned();
    let window = browser.copy();
    let thief = server.browser();
    thief.get(app.depart(&[]).url.as_str()).await;
    assert_eq!(thief.get(&resume).await.status, 400, "another browser");
    let elsewhere = format!("/us-east-1_Demo00002{resume}");
    assert_eq!(browser.get(&elsewhere).await.status, 400, "another pool");
    assert!(browser.get(&resume).await.query("code").is_some());
    assert_eq!(window.get(&resume).await.status, 400, "twice, from another window");
}

#[tokio::test]
async fn a_session_of_one_pool_is_none_in_another() {
    let server = TestServer::start().await;
    let standard = Application::public(&server.origin);
    let browser = signed_in(&server, &standard).await;
    let (_, value) = browser.cookie("vestibule_session_").expect("a session");
    browser.set_cookie("vestibule_session_us-east-1_Demo00002", &value);
    let cognito = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
    let page = browser.get(cognito.depart(&[("prompt", "none")]).url.as_str()).await;
    assert_eq!(page.query("error").as_deref(), Some("login_required"));
}
