//! How clients prove themselves at the token endpoint, and what they may ask there.

use serde_json::Value;

use super::{ADA, plain_client};
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;
use vestibule::dev::seed::CONFIDENTIAL_SECRET;

struct Answer {
    status: u16,
    challenge: Option<String>,
    cache: String,
    body: Value,
}

/// Posts to the token endpoint, with Basic credentials when given.
async fn post(server: &TestServer, basic: Option<(&str, &str)>, fields: &[(&str, &str)]) -> Answer {
    let mut request = plain_client().post(format!("{}/oauth2/token", server.origin)).form(fields);
    if let Some((id, secret)) = basic {
        request = request.basic_auth(id, Some(secret));
    }
    let response = request.send().await.expect("an answer");
    let header =
        |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(String::from);
    let (status, challenge) = (response.status().as_u16(), header("www-authenticate"));
    let cache = header("cache-control").unwrap_or_default();
    assert_eq!(header("access-control-allow-origin").as_deref(), Some("*"));
    Answer { status, challenge, cache, body: response.json().await.expect("JSON") }
}

#[test]
fn a_confidential_client_proves_itself_by_header_or_by_body() {
    block_on(async {
        let server = TestServer::start().await;
        let basic = Application::confidential(&server.origin);
        let browser = server.browser();
        let tokens = basic.tokens_of(&browser, ADA.0, ADA.1).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        let refresh = tokens.text("refresh_token");
        let grant = [("grant_type", "refresh_token"), ("refresh_token", refresh.as_str())];

        let id = ("client_id", "demoserver");
        let secret = ("client_secret", CONFIDENTIAL_SECRET);
        let header = Some(("demoserver", CONFIDENTIAL_SECRET));
        for (basic, extra, status) in [
            (header, vec![], 200),
            (header, vec![id], 200),
            (None, vec![id, secret], 200),
            (header, vec![("client_id", "demoweb")], 400),
            (header, vec![id, secret], 400),
            (Some(("demoserver", "wrong")), vec![], 401),
            (Some(("nobody", CONFIDENTIAL_SECRET)), vec![], 401),
            (None, vec![id], 401),
            (None, vec![id, ("client_secret", "wrong")], 401),
            (None, vec![], 401),
        ] {
            let fields: Vec<_> = grant.iter().copied().chain(extra.iter().copied()).collect();
            let answer = post(&server, basic, &fields).await;
            assert_eq!(answer.status, status, "{basic:?} {extra:?}: {}", answer.body);
            assert_eq!(answer.cache, "no-store");
            let challenged = answer.challenge.is_some_and(|text| text.starts_with("Basic realm="));
            assert_eq!(challenged, status == 401 && basic.is_some(), "{basic:?} {extra:?}");
            if status != 200 {
                let expected = if status == 401 { "invalid_client" } else { "invalid_request" };
                assert_eq!(answer.body["error"], expected);
            }
        }
    });
}

#[test]
fn a_public_client_has_no_secret_to_send() {
    block_on(async {
        let server = TestServer::start().await;
        let fields = [("grant_type", "refresh_token"), ("refresh_token", "x"), ("client_id", "demoweb")];
        let plain = post(&server, None, &fields).await;
        assert_eq!((plain.status, &plain.body["error"]), (400, &"invalid_grant".into()));
        let mut with_secret = fields.to_vec();
        with_secret.push(("client_secret", "x"));
        assert_eq!(post(&server, None, &with_secret).await.body["error"], "invalid_client");
        assert_eq!(post(&server, Some(("demoweb", "")), &fields).await.body["error"], "invalid_grant");
    });
}

#[test]
fn grants_are_told_apart() {
    block_on(async {
        let server = TestServer::start().await;
        let header = Some(("demoserver", CONFIDENTIAL_SECRET));
        let machine = Some(("demomachine", vestibule::dev::seed::MACHINE_SECRET));
        for (basic, fields, error) in [
            (header, vec![], "invalid_request"),
            (header, vec![("grant_type", "password")], "unsupported_grant_type"),
            (header, vec![("grant_type", "client_credentials")], "unauthorized_client"),
            (header, vec![("grant_type", "authorization_code")], "invalid_request"),
            (header, vec![("grant_type", "authorization_code"), ("code", "x")], "invalid_grant"),
            (header, vec![("grant_type", "refresh_token")], "invalid_request"),
            (machine, vec![("grant_type", "authorization_code"), ("code", "x")], "unauthorized_client"),
            (machine, vec![("grant_type", "refresh_token"), ("refresh_token", "x")], "unauthorized_client"),
            (machine, vec![("grant_type", "client_credentials"), ("scope", "demo/write")], "invalid_scope"),
            (machine, vec![("grant_type", "client_credentials"), ("scope", "a\"b")], "invalid_scope"),
        ] {
            let answer = post(&server, basic, &fields).await;
            assert_eq!((answer.status, &answer.body["error"]), (400, &error.into()), "{fields:?}");
        }
        let all = post(&server, machine, &[("grant_type", "client_credentials")]).await;
        assert_eq!((all.status, &all.body["scope"]), (200, &"demo/read".into()));
    });
}

#[test]
fn a_code_serves_its_own_client_only() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, back) = app.sign_in(&browser, ADA.0, ADA.1).await;
        let code = app.code_of(&back, &departure);
        let other = Application::confidential(&server.origin);
        assert_eq!(other.exchange(&code, &departure.verifier).await.error(), "invalid_grant");

        let tokens = app.tokens_of(&server.browser(), ADA.0, ADA.1).await;
        let departure = app.depart(&[]);
        let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
        let tokens_of_code = app.exchange(&code, &departure.verifier).await;
        assert_eq!(other.exchange(&code, &departure.verifier).await.error(), "invalid_grant");
        for live in [&tokens, &tokens_of_code] {
            let status = app.user_info(&live.text("access_token")).await.0;
            assert_eq!(status, 200, "another client's replay revokes nothing");
        }
    });
}

#[test]
fn a_verifier_without_a_challenge_is_refused() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser) = (Application::confidential(&server.origin), server.browser());
        app.tokens_of(&browser, ADA.0, ADA.1).await;
        let departure = app.depart(&[("code_challenge", ""), ("code_challenge_method", "")]);
        let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
        assert_eq!(app.exchange(&code, &departure.verifier).await.error(), "invalid_grant");
    });
}
