//! `/oauth2/userInfo` and the errors of RFC 6750 §3.

use vestibule::directory::{names, users};

use super::*;

const NO_SUCH: &str = "eyJhbGciOiJub25lIn0.e30.";

#[tokio::test]
async fn a_token_comes_by_header_in_both_methods_or_by_form() {
    let server = TestServer::start().await;
    let token = tokens(&server).await.text("access_token");
    let browser = server.browser();
    let url = format!("{}/oauth2/userInfo", server.origin);
    let (get, post) = (|| browser.client().get(&url), || browser.client().post(&url));
    let form = [("access_token", token.as_str())];
    for request in [get().bearer_auth(&token), post().bearer_auth(&token), post().form(&form)] {
        let answer = call(&server, request).await;
        assert_eq!((answer.status, json(&answer)["email"].as_str()), (200, Some(ADA.0)), "{}", answer.html);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn each_fault_has_its_status_and_challenge() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let token = tokens(&server).await.text("access_token");
    let id_token = tokens(&server).await.text("id_token");
    let browser = server.browser();
    let url = format!("{}/oauth2/userInfo", server.origin);
    let (get, post) = (|| browser.client().get(&url), || browser.client().post(&url));
    let elsewhere = Application::of_pool(&server.origin, "us-east-1_Demo00002", "cognitoweb");
    let foreign = elsewhere.tokens_of(&server.browser(), ADA.0, ADA.1).await.text("access_token");
    let departure = app.depart(&[("scope", "email")]);
    let login = browser.get(departure.url.as_str()).await;
    let back = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    let narrow =
        app.exchange(&app.code_of(&back, &departure), &departure.verifier).await.text("access_token");
    let mut forged = token.clone();
    forged.replace_range(token.len() - 8.., "AAAAAAAA");
    let form = [("access_token", token.as_str())];
    let in_query = browser.client().get(format!("{url}?access_token={token}"));
    for (request, status, error) in [
        (get(), 401, ""),
        (in_query, 401, ""),
        (get().basic_auth("demoweb", Some("x")), 401, ""),
        (get().header("authorization", "Bearer"), 400, "invalid_request"),
        (get().header("authorization", "Bearer a b"), 400, "invalid_request"),
        (post().bearer_auth(&token).form(&form), 400, "invalid_request"),
        (get().bearer_auth("x"), 401, "invalid_token"),
        (get().bearer_auth(NO_SUCH), 401, "invalid_token"),
        (get().bearer_auth(&forged), 401, "invalid_token"),
        (get().bearer_auth(&id_token), 401, "invalid_token"),
        (get().bearer_auth(&foreign), 401, "invalid_token"),
        (get().bearer_auth(&narrow), 403, "insufficient_scope"),
    ] {
        let answer = call(&server, request).await;
        let challenge = answer.header("www-authenticate");
        let place = format!("{error}: {} {challenge} {}", answer.status, answer.html);
        assert_eq!(answer.status, status, "{place}");
        assert!(challenge.starts_with("Bearer"), "{place}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{place}");
        if error.is_empty() {
            assert_eq!(challenge, "Bearer", "{place}");
        } else {
            assert!(challenge.contains(&format!("error=\"{error}\"")), "{place}");
            assert_eq!(json(&answer)["error"], error, "{place}");
        }
    }
}

#[tokio::test]
async fn a_person_who_is_gone_or_turned_off_has_no_token() {
    let server = TestServer::start().await;
    let (app, pool) = (Application::public(&server.origin), server.default_pool().await);
    let ada = names::find_for_sign_in(&server.env, &pool, ADA.0).await.expect("an answer").expect("ada");
    let held = tokens(&server).await;
    users::set_enabled(&server.env, &pool, &ada.id, false).await.expect("off");
    assert_eq!(app.user_info(&held.text("access_token")).await.0, 401);
    assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant");
    users::set_enabled(&server.env, &pool, &ada.id, true).await.expect("on");
    assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant", "it stays ended");
    server.advance(std::time::Duration::from_secs(1));
    let held = tokens(&server).await;
    users::delete(&server.env, &pool, &ada.id).await.expect("deleted");
    assert_eq!(app.user_info(&held.text("access_token")).await.0, 401);
    assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant");
}

#[tokio::test]
async fn a_machine_is_nobody() {
    let server = TestServer::start().await;
    let mut app = Application::confidential(&server.origin);
    app.client_id = "demomachine".into();
    app.secret = Some(vestibule::dev::seed::MACHINE_SECRET.into());
    let token = app.token(&[("grant_type", "client_credentials")]).await.text("access_token");
    let (status, body) = app.user_info(&token).await;
    assert_eq!((status, &body["error"]), (403, &"insufficient_scope".into()));
}
