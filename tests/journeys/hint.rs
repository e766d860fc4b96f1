//! `id_token_hint` at the authorization endpoint: only the person it names gets an answer.

use vestibule::directory::users::{self, NewUser};

use super::on_each_database;
use crate::support::application::Application;
use crate::support::env::caller;
use crate::support::server::TestServer;

const PASSWORD: &str = "Correct-Horse-9";

async fn mary(server: &TestServer) {
    let pairs = [("email", "mary@example.com"), ("email_verified", "true")];
    let new = NewUser {
        username: None,
        attributes: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        password: Some(PASSWORD.to_owned()),
        temporary: false,
        invite: false,
    };
    users::create(&server.env, &caller("192.0.2.1"), &server.default_pool().await, new).await.expect("mary");
}

#[test]
fn somebody_else_than_the_hinted_person_gets_no_code() {
    on_each_database(|server| async move {
        mary(&server).await;
        let application = Application::public(&server.origin);
        let ada = application.tokens_of(&server.browser(), "ada@example.com", "Correct-Horse-7").await;
        let hint = ada.text("id_token");
        for prompt in ["login", "select_account"] {
            let browser = server.browser();
            let departure = application.depart(&[("id_token_hint", &hint), ("prompt", prompt)]);
            let login = browser.get(departure.url.as_str()).await;
            let mary = [("username", "mary@example.com"), ("password", PASSWORD)];
            let back = browser.submit(&login, "password", &mary).await;
            assert_eq!(back.query("error").as_deref(), Some("login_required"), "{}", back.url);
            assert_eq!(back.query("code"), None);

            let departure = application.depart(&[("id_token_hint", &hint)]);
            let login = browser.get(departure.url.as_str()).await;
            assert_eq!(login.path(), "/login", "mary's session does not answer");
            let ada = [("username", "ada@example.com"), ("password", "Correct-Horse-7")];
            let back = browser.submit(&login, "password", &ada).await;
            application.code_of(&back, &departure);
        }
    });
}
