//! How a client proves itself at the token endpoint.

use secrecy::ExposeSecret;
use vestibule::dev::seed::{CONFIDENTIAL_SECRET, MACHINE_SECRET};
use vestibule::directory::clients;
use vestibule::model::ids::ClientId;

use super::*;

/// Basic credentials, fields of the body, the status and the error they get.
type Case<'a> = (Option<(&'a str, &'a str)>, &'a [(&'a str, &'a str)], u16, &'a str);

/// A request for the machine client's token, with these credentials.
async fn ask(server: &TestServer, basic: Option<(&str, &str)>, body: &[(&str, &str)]) -> Page {
    let mut fields = vec![("grant_type", "client_credentials")];
    fields.extend(body);
    let mut request = server.browser().client().post(format!("{}/oauth2/token", server.origin)).form(&fields);
    if let Some((id, secret)) = basic {
        request = request.basic_auth(id, Some(secret));
    }
    call(server, request).await
}

#[tokio::test]
async fn a_secret_comes_by_header_or_by_body_and_a_contradiction_is_refused() {
    let server = TestServer::start().await;
    let (machine, wrong) = (("demomachine", MACHINE_SECRET), ("demomachine", "wrong"));
    let (id, secret) = (("client_id", "demomachine"), ("client_secret", MACHINE_SECRET));
    let cases: [Case<'_>; 13] = [
        (Some(machine), &[], 200, ""),
        (Some(machine), &[id], 200, ""),
        (None, &[id, secret], 200, ""),
        (Some(machine), &[("client_id", "demoserver")], 400, "invalid_request"),
        (Some(machine), &[id, secret], 400, "invalid_request"),
        (Some(wrong), &[], 401, "invalid_client"),
        (Some(("nobody", MACHINE_SECRET)), &[], 401, "invalid_client"),
        (Some(("demomachine", "")), &[], 401, "invalid_client"),
        (Some(("demomachine", CONFIDENTIAL_SECRET)), &[], 401, "invalid_client"),
        (None, &[id], 401, "invalid_client"),
        (None, &[id, ("client_secret", "wrong")], 401, "invalid_client"),
        (None, &[], 401, "invalid_client"),
        (None, &[("client_id", "demoweb"), ("client_secret", "any")], 401, "invalid_client"),
    ];
    for (basic, body, status, error) in cases {
        let answer = ask(&server, basic, body).await;
        let place = format!("{basic:?} {body:?}: {}", answer.html);
        assert_eq!(answer.status, status, "{place}");
        assert_eq!(json(&answer)["error"].as_str().unwrap_or_default(), error, "{place}");
        assert!(answer.header("cache-control").contains("no-store"), "{place}");
        // RFC 6749 §5.2: the scheme that was tried is named, and only then.
        let challenged = answer.header("www-authenticate").starts_with("Basic ");
        assert_eq!(challenged, status == 401 && basic.is_some(), "{place}");
    }
}

#[tokio::test]
async fn grants_are_for_those_who_have_them() {
    let server = TestServer::start().await;
    let public = Application::public(&server.origin);
    let mut machine = Application::confidential(&server.origin);
    machine.client_id = "demomachine".into();
    machine.secret = Some(MACHINE_SECRET.into());
    for (app, fields, error) in [
        (&public, &[("grant_type", "client_credentials")][..], "unauthorized_client"),
        (
            &public,
            &[("grant_type", "password"), ("username", ADA.0), ("password", ADA.1)],
            "unsupported_grant_type",
        ),
        (&public, &[("scope", "openid")], "invalid_request"),
        (&public, &[("grant_type", "authorization_code")], "invalid_request"),
        (&public, &[("grant_type", "refresh_token")], "invalid_request"),
        (&machine, &[("grant_type", "authorization_code"), ("code", "x")], "unauthorized_client"),
        (&machine, &[("grant_type", "refresh_token"), ("refresh_token", "x")], "unauthorized_client"),
        (&machine, &[("grant_type", "client_credentials"), ("scope", "demo/write")], "invalid_scope"),
    ] {
        let answer = app.token(fields).await;
        assert_eq!((answer.status, answer.error()), (400, error), "{} {fields:?}", app.client_id);
    }
    let page = server.browser().get(machine.depart(&[]).url.as_str()).await;
    assert_eq!(page.query("error").as_deref(), Some("unauthorized_client"));
}

#[tokio::test]
async fn two_secrets_are_active_until_one_is_deleted() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let id = ClientId::trusted("demomachine");
    let client = clients::find(&server.env, &pool, &id).await.expect("an answer").expect("the client");
    let first = clients::secrets(&server.env, &pool, &client).await.expect("opened").remove(0);
    let second = clients::add_secret(&server.env, &pool, &client, None).await.expect("a second secret");
    let status = async |secret: &str| ask(&server, Some(("demomachine", secret)), &[]).await.status;
    let (old, new) = (first.value.expose_secret(), second.value.expose_secret());
    assert_eq!((status(old).await, status(new).await), (200, 200));
    clients::delete_secret(&server.env, &pool, &client, &first.id).await.expect("deleted");
    assert_eq!((status(old).await, status(new).await), (401, 200), "a revoked secret ends at once");
}

#[tokio::test]
async fn a_code_and_a_refresh_token_serve_their_own_client() {
    let server = TestServer::start().await;
    let (public, other) = (Application::public(&server.origin), Application::confidential(&server.origin));
    let browser = server.browser();
    let (departure, back) = public.sign_in(&browser, ADA.0, ADA.1).await;
    let code = public.code_of(&back, &departure);
    assert_eq!(other.exchange(&code, &departure.verifier).await.error(), "invalid_grant");
    let tokens = tokens(&server).await;
    let stolen = other.refresh(&tokens.text("refresh_token")).await;
    assert_eq!((stolen.status, stolen.error()), (400, "invalid_grant"));
    assert_eq!(public.refresh(&tokens.text("refresh_token")).await.status, 200, "and ends nothing");
}
