//! The profile: who may write what, and what values cannot do.

use vestibule::model::attributes::{AttributeSchema, AttributeType};
use vestibule::model::pool::SignInAlias;

use super::{ADA, POOL, events, newcomer, person, post, sign_in};
use crate::journeys::on_each_database;
use crate::support::server::TestServer;

#[test]
fn people_write_about_themselves() {
    on_each_database(|server| async move {
        let (browser, page) = sign_in(&server, "/account/profile", ADA).await;
        assert!(page.has("input[type=date][name='attributes[birthdate]']"), "{}", page.html);
        assert!(page.has("select[name='attributes[zoneinfo]'] option[value='Europe/Zurich']"));
        assert!(page.has("select[name='attributes[locale]'] option[value=de][lang=de]"));
        assert!(!page.has("[name='attributes[email]']") && !page.has("[name='attributes[updated_at]']"));
        let filled = [
            ("attributes[name]", "Ada  King  "),
            ("attributes[birthdate]", "1815-12-10"),
            ("attributes[zoneinfo]", "Europe/London"),
            ("attributes[locale]", "en-GB"),
            ("attributes[website]", "https://example.com/ada"),
        ];
        let saved = browser.submit(&page, "saveButton", &filled).await;
        assert!(saved.status == 200 && saved.says("profile was saved"), "{}", saved.text());
        assert!(saved.has("select[name='attributes[locale]'] option[value='en-GB'][selected]"));
        let ada = person(&server, ADA.0).await;
        assert_eq!(ada.attributes["name"], "Ada  King");
        assert_eq!(ada.attributes["zoneinfo"], "Europe/London");
        let chosen = [("attributes[zoneinfo]", "Europe/London"), ("attributes[locale]", "en-GB")];
        let same = browser.submit(&saved, "saveButton", &chosen).await;
        assert!(same.says("Nothing was changed"), "{}", same.text());
        let emptied =
            browser.submit(&same, "saveButton", &[chosen[0], chosen[1], ("attributes[website]", "")]).await;
        assert!(emptied.says("profile was saved"), "{}", emptied.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(ada.attributes.get("website"), None);
        let told = events(&server, &ada.id, "user.change_profile").await;
        assert_eq!(told.len(), 2);
        assert!(!told.iter().any(|event| format!("{:?}", event.detail).contains("King")), "names, no values");
    });
}

#[tokio::test]
async fn what_is_not_theirs_to_write_is_refused() {
    let server = TestServer::start().await;
    let team = AttributeSchema {
        value_type: AttributeType::Number,
        minimum: Some(1),
        maximum: Some(9),
        ..AttributeSchema::standard("custom:team", false)
    };
    let fixed = AttributeSchema { mutable: false, ..AttributeSchema::standard("custom:fixed", false) };
    server
        .change_pool(POOL, |pool| {
            pool.schema = vec![team, fixed, AttributeSchema::standard("nickname", false)];
        })
        .await;
    let (browser, page) = sign_in(&server, "/account/profile", ADA).await;
    assert!(
        !page.has("[name='attributes[custom:fixed]']") && page.has("input[type=number]"),
        "{}",
        page.html
    );
    let before = person(&server, ADA.0).await.attributes;
    for name in [
        "email",
        "email_verified",
        "phone_number",
        "phone_number_verified",
        "sub",
        "updated_at",
        "identities",
        "custom:fixed",
        "custom:none",
        "",
        "__proto__",
    ] {
        let input = format!("attributes[{name}]");
        let refused = post(&browser, &page, "saveButton", (&input, "true")).await;
        assert_eq!(refused.status, 400, "{name}: {}", refused.text());
    }
    for (name, value) in [
        ("birthdate", "1815-13-10"),
        ("birthdate", "yesterday"),
        ("zoneinfo", "Middle/Earth"),
        ("locale", "../../etc"),
        ("website", "javascript:alert(1)"),
        ("picture", "data:text/html,<script>"),
        ("custom:team", "many"),
        ("custom:team", "10"),
        ("nickname", "a\u{1}b"),
    ] {
        let input = format!("attributes[{name}]");
        let refused = post(&browser, &page, "saveButton", (&input, value)).await;
        assert_eq!(refused.status, 400, "{name} {value}: {}", refused.text());
        assert!(refused.has("[aria-invalid=true]"), "{name} {value}: {}", refused.html);
    }
    let long = "x".repeat(3000);
    assert_eq!(post(&browser, &page, "saveButton", ("attributes[nickname]", &long)).await.status, 400);
    assert_eq!(person(&server, ADA.0).await.attributes, before, "nothing of it was stored");
    let hostile = "\"'><script>alert(1)</script>{{ 7*7 }}";
    let saved = post(&browser, &page, "saveButton", ("attributes[nickname]", hostile)).await;
    assert!(saved.says("profile was saved"), "{}", saved.text());
    assert!(!saved.html.contains("<script>alert") && !saved.html.contains(">49"), "{}", saved.html);
}

#[tokio::test]
async fn an_application_s_rights_count_where_it_opened_the_page() {
    let server = TestServer::start().await;
    let pool = server.default_pool().await;
    server
        .change_client(&pool, "demoweb", |client| client.write_attributes = Some(vec!["nickname".into()]))
        .await;
    let (browser, page) = sign_in(&server, "/account/profile?client_id=demoweb", ADA).await;
    assert!(
        page.has("[name='attributes[nickname]']") && !page.has("[name='attributes[name]']"),
        "{}",
        page.html
    );
    let refused = post(&browser, &page, "saveButton", ("attributes[name]", "Eve")).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    server.change_pool(POOL, |pool| pool.account.attributes = Some(Vec::new())).await;
    let none = browser.get("/account/profile").await;
    assert!(none.says("nothing to fill in") && !none.has("form"), "{}", none.text());
    assert!(!browser.get("/account").await.links().iter().any(|link| link.contains("profile")));
}

#[tokio::test]
async fn a_preferred_name_is_one_person_s() {
    let server = TestServer::start().await;
    let pool =
        server.change_pool(POOL, |pool| pool.sign_in.aliases = vec![SignInAlias::PreferredUsername]).await;
    newcomer(&server, &pool, "eve@example.com").await;
    let (ada, page) = sign_in(&server, "/account/profile", ADA).await;
    let saved = ada.submit(&page, "saveButton", &[("attributes[preferred_username]", "countess")]).await;
    assert!(saved.says("profile was saved"), "{}", saved.text());
    let (eve, page) = sign_in(&server, "/account/profile", ("eve@example.com", ADA.1)).await;
    let refused = eve.submit(&page, "saveButton", &[("attributes[preferred_username]", "Countess")]).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    let (_, page) = sign_in(&server, "/account", ("countess", ADA.1)).await;
    assert_eq!(page.path(), "/account", "and signs in: {}", page.text());
}
