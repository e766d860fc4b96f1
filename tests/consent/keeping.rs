//! What was agreed, in the account: seen, taken back, downloaded, deleted.

use super::{ADA, WEB, ask_for_consent, come, refusal, return_to, terms, tokens};
use crate::account::{events, person};
use crate::journeys::on_each_database;
use crate::support::application::Application;

#[test]
fn what_is_taken_back_is_asked_for_again() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        let back = browser.submit(&page, "allowButton", &[]).await;
        let refresh = tokens(&app, &departure, &back).await;
        // A code on its way must not bring the access back.
        let (on_its_way, back) = return_to(&app, &browser, &[]).await;
        let code = app.code_of(&back, &on_its_way);

        let page = browser.get("/account/applications").await;
        let gone = browser.submit(&page, "revokeButton", &[]).await;
        assert!(gone.says("no access any more") && gone.says("No application has access"), "{}", gone.text());
        assert_eq!(app.refresh(&refresh).await.error(), "invalid_grant");
        assert_eq!(app.exchange(&code, &on_its_way.verifier).await.error(), "invalid_grant");
        let (departure, back) = return_to(&app, &browser, &[("prompt", "none")]).await;
        assert_eq!(refusal(&app, &departure, &back), "consent_required");
        assert_eq!(return_to(&app, &browser, &[]).await.1.path(), "/consent");
        let ada = person(&server, ADA.0).await;
        let taken = events(&server, &ada.id, "token.revoke_application").await;
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].detail["consent"], true);
    });
}

#[test]
fn an_application_that_holds_nothing_is_listed_too() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (departure, page) = come(&app, &browser, &[]).await;
        let back = browser.submit(&page, "allowButton", &[]).await;
        app.code_of(&back, &departure);
        let page = browser.get("/account/applications").await;
        assert!(page.says("not used at present") && page.says("Sees your profile"), "{}", page.text());
        let gone = browser.submit(&page, "revokeButton", &[]).await;
        assert!(gone.says("No application has access"), "{}", gone.text());
        let twice = browser.submit(&page, "revokeButton", &[]).await;
        assert!(twice.says("had no access"), "{}", twice.text());
        assert_eq!(return_to(&app, &browser, &[]).await.1.path(), "/consent");
    });
}

#[test]
fn an_answer_on_its_way_does_not_outlive_what_was_taken_back() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (_, page) = come(&app, &browser, &[]).await;
        let allowed = browser.submit_once(&page, "allowButton", &[]).await;
        let list = browser.get("/account/applications").await;
        browser.submit(&list, "revokeButton", &[]).await;
        let asked = browser.get(allowed.header("location")).await;
        assert_eq!(asked.path(), "/consent", "{} {}", asked.url, asked.text());
    });
}

#[test]
fn the_download_holds_it_and_deletion_takes_it_along() {
    on_each_database(|server| async move {
        ask_for_consent(&server, WEB).await;
        terms(&server, "1").await;
        let app = Application::public(&server.origin);
        let browser = server.browser();
        let (_, page) = come(&app, &browser, &[]).await;
        let page = browser.submit(&page, "acceptButton", &[]).await;
        browser.submit(&page, "allowButton", &[]).await;

        let data = browser.get("/account/data").await;
        assert!(data.says("Version 1, accepted") && !data.says("newer version"), "{}", data.text());
        let file = browser.submit(&data, "downloadButton", &[]).await;
        let file: serde_json::Value = serde_json::from_str(&file.html).expect("JSON");
        assert_eq!(file["accepted_terms"][0]["version"], "1");
        assert_eq!(file["accepted_terms"][0]["terms"], "https://www.example.com/en/terms");
        let application = &file["applications"][0];
        assert_eq!(application["allowed_by_you"], serde_json::json!(["email", "openid", "profile"]));
        assert_eq!(application["last_used_at"], serde_json::Value::Null);

        let ada = person(&server, ADA.0).await;
        let id = ada.id.clone();
        let rows = move |c: &mut vestibule::store::AnyConn| {
            let pool = vestibule::model::ids::PoolId::trusted(super::POOL);
            let consents = vestibule::store::consents::list_of_user(c, &pool, &id)?.len();
            Ok((consents, vestibule::store::terms::list_of_user(c, &id)?.len()))
        };
        assert_eq!(server.env.db.read(rows.clone()).await.expect("an answer"), (1, 1));
        let page = browser.get("/account/delete").await;
        let page = browser.submit(&page, "deleteButton", &[("typed", ADA.0)]).await;
        assert!(page.says("deleted"), "{}", page.text());
        assert_eq!(server.env.db.read(rows).await.expect("an answer"), (0, 0));
    });
}
