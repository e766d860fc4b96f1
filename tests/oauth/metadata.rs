//! Discovery and keys as documents.

use reqwest::Method;
use serde_json::{Value, json};

use super::plain_client;
use crate::support::database::block_on;
use crate::support::server::TestServer;

async fn get(url: &str) -> (u16, String, Value) {
    let response = plain_client().get(url).send().await.expect("an answer");
    let (status, cache) = (response.status().as_u16(), response.headers().get("cache-control").cloned());
    assert_eq!(response.headers()["access-control-allow-origin"], "*", "{url}");
    let cache = cache.and_then(|value| value.to_str().ok().map(String::from)).unwrap_or_default();
    (status, cache, response.json().await.unwrap_or(Value::Null))
}

#[test]
fn the_document_lies_under_the_issuer_and_names_reachable_endpoints() {
    block_on(async {
        let server = TestServer::start().await;
        let origin = &server.origin;
        for (pool, endpoints) in [
            ("us-east-1_Demo00001", origin.clone()),
            ("us-east-1_Demo00002", format!("{origin}/us-east-1_Demo00002")),
        ] {
            let issuer = format!("{origin}/{pool}");
            let (status, cache, document) = get(&format!("{issuer}/.well-known/openid-configuration")).await;
            assert_eq!((status, cache.as_str()), (200, "public, max-age=300"));
            assert_eq!(document["issuer"], issuer.as_str());
            assert_eq!(document["authorization_endpoint"], format!("{endpoints}/oauth2/authorize"));
            assert_eq!(document["end_session_endpoint"], format!("{endpoints}/logout"));
            assert_eq!(document["jwks_uri"], format!("{issuer}/.well-known/jwks.json"));
            assert_eq!(document["response_types_supported"], json!(["code"]));
            assert_eq!(document["id_token_signing_alg_values_supported"], json!(["RS256"]));
            assert_eq!(document["code_challenge_methods_supported"], json!(["S256"]));
            assert_eq!(document["request_uri_parameter_supported"], false);
            assert_eq!(document["authorization_response_iss_parameter_supported"], true);
            for same in [
                format!("{issuer}/.well-known/oauth-authorization-server"),
                format!("{origin}/.well-known/oauth-authorization-server/{pool}"),
                format!("{origin}/.well-known/openid-configuration/{pool}"),
            ] {
                assert_eq!(get(&same).await, (200, cache.clone(), document.clone()), "{same}");
            }
            for member in
                ["token_endpoint", "userinfo_endpoint", "revocation_endpoint", "authorization_endpoint"]
            {
                let url = document[member].as_str().expect("a URL");
                let status = plain_client().post(url).send().await.expect("an answer").status();
                assert_ne!(status, 404, "{url}");
            }
        }
        for nowhere in [
            "/.well-known/openid-configuration",
            "/us-east-1_Nobody001/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server/us-east-1_Nobody001",
            "/.well-known/oauth-authorization-server/nonsense",
        ] {
            assert_eq!(get(&format!("{origin}{nowhere}")).await.0, 404, "{nowhere}");
        }
    });
}

#[test]
fn scripts_of_applications_reach_the_endpoints_and_not_the_pages() {
    block_on(async {
        let server = TestServer::start().await;
        let preflight = async |path: &str| {
            let request = plain_client().request(Method::OPTIONS, format!("{}{path}", server.origin));
            let request = request.header("origin", "https://app.example");
            let request = request.header("access-control-request-method", "POST");
            let answer = request.header("access-control-request-headers", "authorization").send().await;
            let answer = answer.expect("an answer");
            let header = |name: &str| {
                answer
                    .headers()
                    .get(name)
                    .and_then(|value| value.to_str().ok())
                    .unwrap_or_default()
                    .to_owned()
            };
            assert_eq!(header("access-control-allow-credentials"), "");
            let allowed =
                header("access-control-allow-headers").to_ascii_lowercase().contains("authorization");
            (answer.status().as_u16(), header("access-control-allow-origin"), allowed)
        };
        for path in [
            "/oauth2/token",
            "/oauth2/revoke",
            "/oauth2/userInfo",
            "/us-east-1_Demo00001/.well-known/jwks.json",
            "/us-east-1_Demo00001/.well-known/openid-configuration",
        ] {
            assert_eq!(preflight(path).await, (204, "*".to_owned(), true), "{path}");
        }
        for path in ["/oauth2/authorize", "/login", "/logout"] {
            assert_eq!(preflight(path).await.1, "", "{path}");
        }
        for (method, path, status) in [
            (Method::GET, "/oauth2/token", 405),
            (Method::PUT, "/oauth2/revoke", 405),
            (Method::DELETE, "/oauth2/userInfo", 405),
            (Method::POST, "/us-east-1_Demo00001/.well-known/jwks.json", 405),
            (Method::POST, "/us-east-1_Nobody001/oauth2/token", 404),
        ] {
            let request = plain_client().request(method, format!("{}{path}", server.origin));
            let answer = request.send().await.expect("an answer");
            assert_eq!(answer.status(), status, "{path}");
            assert_eq!(answer.headers()["access-control-allow-origin"], "*", "{path}");
        }
    });
}
