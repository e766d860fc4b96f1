//! Scripts of any origin reach the endpoints for programs, and no page.

use reqwest::Method;

use super::*;

const PROGRAMS: [(&str, &str); 7] = [
    ("POST", "/oauth2/token"),
    ("POST", "/oauth2/revoke"),
    ("GET", "/oauth2/userInfo"),
    ("GET", "/us-east-1_Demo00001/.well-known/openid-configuration"),
    ("GET", "/us-east-1_Demo00001/.well-known/jwks.json"),
    ("GET", "/.well-known/oauth-authorization-server/us-east-1_Demo00001"),
    ("POST", "/us-east-1_Demo00002/oauth2/token"),
];

const PEOPLE: [&str; 10] = [
    "/",
    "/login",
    "/signup",
    "/forgotPassword",
    "/challenge",
    "/logout",
    "/oauth2/authorize",
    "/.well-known/change-password",
    "/dev/mailbox",
    "/nowhere",
];

fn from_script(server: &TestServer, method: Method, path: &str) -> RequestBuilder {
    let request = server.browser().client().request(method, format!("{}{path}", server.origin));
    request.header("origin", "https://app.example")
}

#[tokio::test]
async fn endpoints_for_programs_answer_every_origin_and_take_no_cookies() {
    let server = TestServer::start().await;
    for (method, path) in PROGRAMS {
        let preflight = from_script(&server, Method::OPTIONS, path)
            .header("access-control-request-method", method)
            .header("access-control-request-headers", "authorization,content-type");
        let preflight = call(&server, preflight).await;
        assert_eq!(preflight.status, 204, "{path}");
        assert_eq!(preflight.header("access-control-allow-origin"), "*", "{path}");
        let allowed = preflight.header("access-control-allow-headers").to_ascii_lowercase();
        assert!(allowed.contains("authorization") && allowed.contains("content-type"), "{path}: {allowed}");
        assert!(preflight.header("access-control-allow-methods").contains(method), "{path}");
        // A success, a refusal, an unreadable body, a wrong method.
        let right = from_script(&server, method.parse().expect("a method"), path);
        let wrong_method = from_script(&server, Method::DELETE, path);
        let wrong_body =
            from_script(&server, Method::POST, path).header("content-type", "text/plain").body("x");
        for request in [right, wrong_method, wrong_body] {
            let answer = call(&server, request).await;
            let place = format!("{path}: {}", answer.status);
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{place}");
            assert_eq!(answer.header("access-control-allow-credentials"), "", "{place}");
            assert_eq!(answer.header("set-cookie"), "", "{place}");
        }
    }
}

#[tokio::test]
async fn pages_answer_no_foreign_script() {
    let server = TestServer::start().await;
    for path in PEOPLE {
        for method in [Method::GET, Method::POST, Method::OPTIONS] {
            let request =
                from_script(&server, method.clone(), path).header("access-control-request-method", "POST");
            let answer = call(&server, request).await;
            let marked = answer.headers.keys().find(|name| name.starts_with("access-control-"));
            assert_eq!(marked, None, "{method} {path}");
        }
    }
    let departure = Application::public(&server.origin).depart(&[]);
    let request =
        server.browser().client().get(departure.url.as_str()).header("origin", "https://app.example");
    let answer = call(&server, request).await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (303, ""));
}
