//! Each refusal has its page and its status, and changes nothing.

use reqwest::Method;

use super::*;

#[tokio::test]
async fn an_unreadable_form_gets_its_status_and_a_page() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let large = format!("username={}", "x".repeat(70_000));
    let many: String = (0..150).map(|n| format!("a{n}=1&")).collect();
    let form = "application/x-www-form-urlencoded";
    let cases: [(&str, &str, u16); 9] = [
        (form, "username=a&username=b", 400),
        (form, "username=%ff", 400),
        (form, "username=%zz", 400),
        (form, "username=%00", 400),
        (form, &large, 413),
        (form, &many, 400),
        ("application/json", "{}", 415),
        ("multipart/form-data; boundary=x", "--x--", 415),
        ("application/x-www-form-urlencoded; charset=iso-8859-1", "username=a", 415),
    ];
    for (content_type, body, status) in cases {
        let request = browser.client().request(Method::POST, login.url.clone());
        let request = request.header("content-type", content_type).body(body.to_owned());
        let page = browser.send(request, login.url.clone()).await;
        assert_eq!(page.status, status, "{content_type} {}", &body[..body.len().min(40)]);
        assert!(page.has("main"), "no page for {content_type}");
    }
    assert!(is_signed_out(&browser));
}

#[tokio::test]
async fn a_wrong_method_is_named_and_head_is_answered() {
    let server = TestServer::start().await;
    let browser = server.browser();
    for (method, path, status) in [
        (Method::PUT, "/login", 405),
        (Method::GET, "/resendcode", 405),
        (Method::POST, "/us-east-1_Demo00001/", 405),
        (Method::HEAD, "/", 200),
        (Method::HEAD, "/login", 200),
    ] {
        let request = browser.client().request(method.clone(), format!("{}{path}", server.origin));
        let page = browser.send(request, server.origin.parse().expect("a URL")).await;
        assert_eq!(page.status, status, "{method} {path}");
        assert_eq!(page.html.is_empty(), method == Method::HEAD, "{method} {path}");
    }
}

#[tokio::test]
async fn a_form_posted_by_another_site_changes_nothing() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let (target, fields) = browser.fill(&login, "signInSubmitButton", &ADA);
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "http://localhost"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let request = browser.client().post(target.clone()).header(name, value).form(&fields);
        let page = browser.send(request, target.clone()).await;
        assert_eq!(page.status, 403, "{name}: {value}");
        assert!(page.says("invalid_form"), "{}", page.text());
    }
    assert!(is_signed_out(&browser));
    let back = browser.submit(&login, "signInSubmitButton", &ADA).await;
    assert!(has_code(&back), "the form itself still works: {}", back.text());
}

/// Chromium sends `Origin: null` from pages with `Referrer-Policy: no-referrer`.
#[tokio::test]
async fn a_form_of_ours_without_an_origin_is_taken() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let (target, fields) = browser.fill(&login, "signInSubmitButton", &ADA);
    let request = browser.client().post(target.clone()).header("origin", "null");
    let page = browser.send(request.header("sec-fetch-site", "same-origin").form(&fields), target).await;
    assert_eq!(page.status, 303);
    assert!(!is_signed_out(&browser));
}

#[tokio::test]
async fn a_token_serves_its_own_transaction_alone() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let (first, second) = (sign_in_page(&server, &browser).await, sign_in_page(&server, &browser).await);
    let (target, fields) = browser.fill(&first, "signInSubmitButton", &ADA);
    let (_, foreign) = browser.fill(&second, "signInSubmitButton", &ADA);
    let mut without = fields.clone();
    without.retain(|(name, _)| name != "_csrf");
    for fields in [foreign, without] {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = browser.post(target.as_str(), &fields).await;
        assert_eq!(page.status, 403);
        let retry = page
            .html
            .split("href=\"")
            .find(|rest| rest.starts_with("/login?flow="))
            .expect("a way to begin again");
        let again = browser.get(&retry.split('"').next().unwrap_or_default().replace("&amp;", "&")).await;
        assert_eq!((again.status, again.path()), (200, "/login"));
    }
    assert!(is_signed_out(&browser));
}

#[tokio::test]
async fn a_flow_of_another_browser_or_pool_is_refused() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let (target, fields) = browser.fill(&login, "signInSubmitButton", &ADA);
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();

    let bare = server.browser();
    assert_eq!(bare.get(login.url.as_str()).await.status, 400);
    assert_eq!(bare.post(target.as_str(), &fields).await.status, 400);

    let other = server.browser();
    sign_in_page(&server, &other).await;
    assert_eq!(other.get(login.url.as_str()).await.status, 403);
    assert_eq!(other.post(target.as_str(), &fields).await.status, 403);
    assert!(is_signed_out(&other));

    let flow = login.query("flow").expect("a flow");
    let elsewhere = format!("/us-east-1_Demo00002/login?flow={flow}");
    assert_eq!(browser.get(&elsewhere).await.status, 400);
    assert_eq!(browser.post(&elsewhere, &fields).await.status, 400);
    for nonsense in ["x", "%20", &flow[1..], &"A".repeat(5000)] {
        assert_eq!(browser.get(&format!("/login?flow={nonsense}")).await.status, 400, "{nonsense}");
    }
    assert!(is_signed_out(&browser));
}

#[tokio::test]
async fn oversized_and_empty_fields_are_told_at_the_field() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser).await;
    let long = "x".repeat(3000);
    for fields in [[("username", ""), ("password", "")], [("username", long.as_str()), ("password", "x")]] {
        let page = browser.submit(&login, "signInSubmitButton", &fields).await;
        assert_eq!(page.status, 400);
        assert!(page.has("#signInFormUsername[aria-invalid=true]"), "{}", page.html);
    }
    let page = browser
        .submit(&login, "signInSubmitButton", &[("username", "a\u{202e}\u{0001}@x"), ("password", &long)])
        .await;
    assert_eq!(page.status, 400, "{}", page.text());
}

#[tokio::test]
async fn a_path_that_is_none_gets_a_page_with_a_number_to_quote() {
    let server = TestServer::start().await;
    let browser = server.browser();
    for path in [
        "/nowhere",
        "/us-east-1_Demo00001/nowhere",
        "/us-east-1_Nowhere01/login",
        "/foo_bar/login",
        "/login/x",
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.says("not_found"), "{path}: {}", page.text());
    }
    let request =
        browser.client().get(format!("{}/nowhere", server.origin)).header("accept", "application/json");
    let answer = browser.send(request, server.origin.parse().expect("a URL")).await;
    assert!(
        answer.header("content-type").starts_with("application/json")
            && answer.html.contains("\"not_found\"")
    );
}
