//! `/oauth2/userInfo`.

use super::{ada_signed_in, plain_client};
use crate::support::application::Application;
use crate::support::database::block_on;
use crate::support::server::TestServer;

struct Answer {
    status: u16,
    challenge: String,
    body: String,
}

async fn send(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.expect("an answer");
    let header = |name: &str| {
        response.headers().get(name).map(|value| value.to_str().expect("text").to_owned()).unwrap_or_default()
    };
    assert_eq!(header("access-control-allow-origin"), "*");
    assert!(header("content-type").starts_with("application/json"), "{}", header("content-type"));
    let (status, challenge) = (response.status().as_u16(), header("www-authenticate"));
    Answer { status, challenge, body: response.text().await.expect("a body") }
}

#[test]
fn a_token_may_come_by_header_or_form_and_by_get_or_post() {
    block_on(async {
        let server = TestServer::start().await;
        let (_, _, tokens) = ada_signed_in(&server).await;
        let token = tokens.text("access_token");
        let (client, url) = (plain_client(), format!("{}/oauth2/userInfo", server.origin));
        for request in [
            client.get(&url).bearer_auth(&token),
            client.post(&url).bearer_auth(&token),
            client.post(&url).form(&[("access_token", &token)]),
        ] {
            let answer = send(request).await;
            assert_eq!(answer.status, 200, "{}", answer.body);
            assert!(answer.body.contains("ada@example.com"));
        }
    });
}

#[test]
fn refusals_are_those_of_rfc_6750() {
    block_on(async {
        let server = TestServer::start().await;
        let (_, _, tokens) = ada_signed_in(&server).await;
        let (token, id_token) = (tokens.text("access_token"), tokens.text("id_token"));
        let mut machine = Application::confidential(&server.origin);
        machine.client_id = "demomachine".into();
        machine.secret = Some(vestibule::dev::seed::MACHINE_SECRET.into());
        let own = machine.token(&[("grant_type", "client_credentials")]).await.text("access_token");
        let (client, url) = (plain_client(), format!("{}/oauth2/userInfo", server.origin));
        let other_pool = format!("{}/us-east-1_Demo00002/oauth2/userInfo", server.origin);
        let get = || client.get(&url);
        for (request, status, challenge) in [
            (get(), 401, "Bearer"),
            (get().basic_auth("a", Some("b")), 401, "Bearer"),
            (client.get(format!("{url}?access_token={token}")), 401, "Bearer"),
            (get().header("authorization", "Bearer"), 400, "Bearer error=\"invalid_request\""),
            (
                client.post(&url).bearer_auth(&token).form(&[("access_token", &token)]),
                400,
                "Bearer error=\"invalid_request\"",
            ),
            (get().bearer_auth("nonsense"), 401, "Bearer error=\"invalid_token\""),
            (get().bearer_auth(format!("{token}x")), 401, "Bearer error=\"invalid_token\""),
            (get().bearer_auth(&id_token), 401, "Bearer error=\"invalid_token\""),
            (client.get(&other_pool).bearer_auth(&token), 401, "Bearer error=\"invalid_token\""),
            (get().bearer_auth(&own), 403, "Bearer error=\"insufficient_scope\""),
        ] {
            let answer = send(request).await;
            assert_eq!(answer.status, status, "{challenge}: {}", answer.body);
            assert!(answer.challenge.starts_with(challenge), "{}", answer.challenge);
            assert!(challenge != "Bearer" || answer.challenge == "Bearer", "{}", answer.challenge);
        }
    });
}

#[test]
fn each_scope_shows_its_claims() {
    block_on(async {
        let server = TestServer::start().await;
        let (app, browser, _) = ada_signed_in(&server).await;
        for (scope, shown, hidden) in [
            ("openid", vec!["sub"], vec!["email", "given_name"]),
            ("openid email", vec!["email", "email_verified"], vec!["given_name"]),
            ("openid profile", vec!["given_name", "family_name", "updated_at"], vec!["email"]),
        ] {
            let departure = app.depart(&[("scope", scope)]);
            let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
            let tokens = app.exchange(&code, &departure.verifier).await;
            let (status, person) = app.user_info(&tokens.text("access_token")).await;
            assert_eq!(status, 200);
            for name in shown {
                assert!(person.get(name).is_some(), "{scope} shows {name}: {person}");
            }
            for name in hidden {
                assert!(person.get(name).is_none(), "{scope} hides {name}: {person}");
            }
        }
        let pool = server.default_pool().await;
        let readable = Some(vec!["email".to_owned()]);
        server.change_client(&pool, "demoweb", |settings| settings.read_attributes = readable).await;
        let departure = app.depart(&[]);
        let code = app.code_of(&browser.get(departure.url.as_str()).await, &departure);
        let tokens = app.exchange(&code, &departure.verifier).await;
        let (_, person) = app.user_info(&tokens.text("access_token")).await;
        assert!(person.get("given_name").is_none() && person["email_verified"] == true, "{person}");
    });
}
