//! Which scopes a client gets, and what they release.

use super::*;
use crate::support::browser::Browser;

async fn ask(app: &Application, browser: &Browser, scope: &str) -> TokenAnswer {
    let departure = app.depart(&[("scope", scope)]);
    let mut page = browser.get(departure.url.as_str()).await;
    if page.has("input[name=password]") {
        page = browser.submit(&page, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    }
    app.exchange(&app.code_of(&page, &departure), &departure.verifier).await
}

#[tokio::test]
async fn a_client_gets_what_it_asks_for_or_all_it_has() {
    let server = TestServer::start().await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let all = "openid email phone profile aws.cognito.signin.user.admin";
    for (asked, given, id_token) in [
        ("openid", "openid", true),
        ("openid email openid", "openid email", true),
        ("openid offline_access", "openid offline_access", true),
        ("email", "email", false),
        ("aws.cognito.signin.user.admin", "aws.cognito.signin.user.admin", false),
        ("", all, true),
    ] {
        let tokens = ask(&app, &browser, asked).await;
        assert_eq!(tokens.text("scope"), given, "{asked}");
        assert_eq!(tokens.body.get("id_token").is_some(), id_token, "{asked}");
        assert!(tokens.body.get("refresh_token").is_some(), "{asked}");
        assert_eq!(app.verify(&tokens.text("access_token")).await["scope"], given, "{asked}");
    }
    for foreign in ["openid demo/read", "openid address", "nonsense", "openid a\"b", "OPENID"] {
        let page = browser.get(app.depart(&[("scope", foreign)]).url.as_str()).await;
        assert_eq!(page.query("error").as_deref(), Some("invalid_scope"), "{foreign}");
    }
}

#[tokio::test]
async fn every_scope_that_the_metadata_names_can_be_had() {
    let server = TestServer::start().await;
    let metadata = server.browser().get("/us-east-1_Demo00001/.well-known/openid-configuration").await;
    let named: Vec<String> =
        serde_json::from_value(json(&metadata)["scopes_supported"].clone()).expect("a list of scopes");
    let pool = server.default_pool().await;
    let allowed: Vec<String> = named.iter().filter(|scope| *scope != "offline_access").cloned().collect();
    server.change_client(&pool, "demoweb", |client| client.allowed_scopes = allowed.clone()).await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let tokens = ask(&app, &browser, &named.join(" ")).await;
    assert_eq!(tokens.text("scope"), named.join(" "));
}

#[tokio::test]
async fn a_scope_of_a_resource_server_is_had_with_a_person_and_goes_with_its_server() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    server.change_client(&pool, "demoweb", |client| client.allowed_scopes.push("demo/read".into())).await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    assert_eq!(ask(&app, &browser, "openid demo/read").await.text("scope"), "openid demo/read");
    let emptied = vestibule::model::resource_server::ResourceServer {
        pool_id: pool.id.clone(),
        identifier: "demo".into(),
        name: "Demo API".into(),
        scopes: Vec::new(),
    };
    let put = vestibule::directory::resource_servers::put(&server.env, &pool, emptied.clone()).await;
    assert!(put.is_err(), "while clients may ask for it, it stays");
    // A declaration may say otherwise.
    let stored = server.env.db.write(move |c| vestibule::store::resource_servers::put(c, &emptied)).await;
    stored.expect("the database answers");
    server.env.settings_cache.resource_servers.forget(&pool.id);
    server.look_again(&pool.id);
    assert_eq!(ask(&app, &browser, "openid demo/read").await.text("scope"), "openid");
    let nothing = browser.get(app.depart(&[("scope", "demo/read")]).url.as_str()).await;
    assert_eq!(nothing.query("error").as_deref(), Some("invalid_scope"));
}

#[tokio::test]
async fn claims_follow_scopes_and_what_the_client_may_read() {
    let server = TestServer::start().await;
    let (app, browser) = (Application::public(&server.origin), server.browser());
    let claims = async |scope: &str| {
        let tokens = ask(&app, &browser, scope).await;
        let id = app.verify(&tokens.text("id_token")).await;
        let person = app.user_info(&tokens.text("access_token")).await.1;
        let known = ["email", "email_verified", "name", "given_name", "phone_number"];
        let of =
            |claims: &Value| known.into_iter().filter(|name| claims.get(name).is_some()).collect::<Vec<_>>();
        assert_eq!(of(&id), of(&person), "ID token and userInfo say the same for {scope}");
        of(&id)
    };
    assert!(claims("openid").await.is_empty());
    assert_eq!(claims("openid email").await, ["email", "email_verified"]);
    assert_eq!(claims("openid profile").await, ["name", "given_name"]);
    let pool = server.default_pool().await;
    server
        .change_client(&pool, "demoweb", |client| {
            client.read_attributes = Some(vec!["email".into(), "given_name".into()]);
        })
        .await;
    assert_eq!(claims("openid email profile").await, ["email", "email_verified", "given_name"]);
}

#[tokio::test]
async fn groups_come_by_precedence_with_the_preferred_role() {
    use vestibule::directory::{groups, names};
    use vestibule::model::group::Group;
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    let ada = names::find_for_sign_in(&server.env, &pool, ADA.0).await.expect("an answer").expect("ada");
    for (name, precedence, role) in
        [("late", None, Some("arn:late")), ("second", Some(2), Some("arn:second")), ("first", Some(1), None)]
    {
        let group = Group {
            pool_id: pool.id.clone(),
            name: name.into(),
            description: None,
            precedence,
            role_arn: role.map(String::from),
            created_at: 0,
        };
        groups::create(&server.env, &pool, group).await.expect("a group");
        groups::add_member(&server.env, &pool, name, &ada.id).await.expect("a member");
    }
    let app = Application::public(&server.origin);
    let tokens = tokens(&server).await;
    let id = app.verify(&tokens.text("id_token")).await;
    assert_eq!(id["cognito:groups"], serde_json::json!(["first", "second", "late"]));
    assert_eq!(id["cognito:roles"], serde_json::json!(["arn:second", "arn:late"]));
    assert_eq!(id["cognito:preferred_role"], "arn:second");
    let access = app.verify(&tokens.text("access_token")).await;
    assert_eq!(access["cognito:groups"], id["cognito:groups"]);
    // A refresh sees the groups as they are now.
    groups::remove_member(&server.env, &pool, "first", &ada.id).await.expect("no member any more");
    let next = app.refresh(&tokens.text("refresh_token")).await;
    let id = app.verify(&next.text("id_token")).await;
    assert_eq!(id["cognito:groups"], serde_json::json!(["second", "late"]));
}
