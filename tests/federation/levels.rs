//! Authentication levels at an OpenID Connect provider: asked for in its own names, and taken back where its word counts.

use serde_json::{Value, json};
use vestibule::directory::providers;
use vestibule::model::provider::IdentityProvider;

use super::hall::{CORP, Hall};
use crate::journeys::on_each_database;
use crate::support::fake_oidc::object;

const GOLD: &str = "https://corp.example/gold";

fn translated(provider: &mut IdentityProvider) {
    provider.details.insert("acr_level1".to_owned(), "silver".to_owned());
    provider.details.insert("acr_level3".to_owned(), GOLD.to_owned());
}

/// What the token says after a sign-in at the provider whose ID token has these claims.
async fn said(hall: &Hall, extra: &[(&str, &str)], id_token: Value) -> (Option<String>, Value, Value) {
    hall.corp.bend(|bends| bends.id_token = object(id_token));
    let browser = hall.server.browser();
    let departure = hall.app.depart(extra);
    let page = browser.get(departure.url.as_str()).await;
    let there = hall.press(&browser, &page).await;
    let asked =
        there.query_pairs().find(|(name, _)| name == "acr_values").map(|(_, names)| names.into_owned());
    let back = browser.get(&hall.way_back(&there)).await;
    let claims = hall.person(&back, &departure).await;
    (asked, claims["acr"].clone(), claims["amr"].clone())
}

#[test]
fn levels_are_translated_both_ways_and_unknown_words_mean_nothing() {
    on_each_database(|server| async move {
        let hall = Hall::with(server, |_| {}, translated).await;
        let wish = [("acr_values", "urn:cognito:loa:3 urn:cognito:loa:2 urn:cognito:loa:1 gold")];
        let told = json!({ "acr": GOLD, "amr": ["pwd", "otp", "mfa", "face"] });
        let (asked, acr, amr) = said(&hall, &wish, told).await;
        assert_eq!(asked.as_deref(), Some("https://corp.example/gold silver"), "level 2 has no name there");
        assert_eq!((acr, amr), (json!("urn:cognito:loa:3"), json!(["pwd", "otp", "mfa"])));

        for (told, level, methods) in [
            (json!({ "acr": "silver", "amr": ["pwd"] }), 1, json!(["pwd"])),
            (json!({ "acr": "platinum", "amr": ["face"] }), 1, json!(["fed"])),
            (json!({}), 1, json!(["fed"])),
        ] {
            let (asked, acr, amr) = said(&hall, &[], told.clone()).await;
            assert_eq!(asked, None, "nothing was asked of us");
            assert_eq!((acr, amr), (json!(format!("urn:cognito:loa:{level}")), methods), "{told}");
        }
    });
}

#[test]
fn a_provider_whose_word_does_not_count_says_nothing_about_levels() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        let told = json!({ "acr": "urn:cognito:loa:4", "amr": ["pwd", "otp", "mfa"] });
        let (asked, acr, amr) = said(&hall, &[("acr_values", "urn:cognito:loa:4")], told).await;
        assert_eq!((asked, acr, amr), (None, Value::Null, json!(["fed"])));
    });
}

#[test]
fn an_application_that_insists_gets_what_the_provider_vouches_for_or_an_error() {
    on_each_database(|server| async move {
        let hall = Hall::with(server, |_| {}, translated).await;
        let claims = r#"{"id_token":{"acr":{"essential":true,"value":"urn:cognito:loa:3"}}}"#;
        let (asked, acr, _) = said(&hall, &[("claims", claims)], json!({ "acr": GOLD })).await;
        assert_eq!((asked.as_deref(), acr), (Some(GOLD), json!("urn:cognito:loa:3")));

        hall.corp.bend(|bends| bends.id_token = object(json!({ "acr": "silver" })));
        let browser = hall.server.browser();
        let departure = hall.app.depart(&[("claims", claims)]);
        let page = browser.get(departure.url.as_str()).await;
        let there = hall.press(&browser, &page).await;
        let back = browser.get(&hall.way_back(&there)).await;
        assert_eq!(back.query("error").as_deref(), Some("unmet_authentication_requirements"), "{}", back.url);
    });
}

#[test]
fn names_that_cannot_travel_are_refused() {
    on_each_database(|server| async move {
        let hall = Hall::new(server).await;
        let provider =
            providers::find(&hall.server.env, &hall.pool, CORP).await.expect("an answer").expect("Corp");
        for wrong in ["", "two words", "quoted\"", "back\\slash", "ü", &"x".repeat(257)] {
            let mut provider = IdentityProvider::clone(&provider);
            provider.details.insert("acr_level2".to_owned(), wrong.to_owned());
            let problems = provider.problems();
            assert_eq!(problems.len(), 1, "{wrong:?}: {problems:?}");
            assert_eq!(problems[0].0, "details.acr_level2");
        }
        let mut provider = IdentityProvider::clone(&provider);
        for level in ["acr_level1", "acr_level4"] {
            provider.details.insert(level.to_owned(), "gold".to_owned());
        }
        assert!(provider.problems()[0].1.contains("the same name"), "{:?}", provider.problems());
    });
}
