//! A person's own language: once it is proven who they are, and in messages that nobody's browser asked for.

use vestibule::directory::search::{self, Found};
use vestibule::directory::{profile, users};
use vestibule::model::attributes::AttributeMap;

use super::*;
use crate::support::env::caller;

const GRACE: [(&str, &str); 2] = [("username", "grace@example.com"), ("password", "Correct-Horse-8")];

/// Sets the language in somebody's profile.
pub async fn speaks(server: &TestServer, address: &str, locale: &str) {
    let pool = server.pool(POOL).await;
    let found = search::find_one(&server.env, &pool, address).await.expect("the database answers");
    let Found::One(user) = found else { panic!("nobody is called {address}") };
    let given = AttributeMap::from([("locale".to_owned(), locale.to_owned())]);
    profile::set(&server.env, &pool, &user.id, given).await.expect("the attribute is good");
}

#[tokio::test]
async fn the_profile_counts_after_the_proof_and_never_before() {
    let server = TestServer::start().await;
    speaks(&server, "grace@example.com", "fr-CH").await;
    let browser = speaking(&server, "nl");
    let login = sign_in_page(&server, &browser, &[]).await;
    assert_eq!(language(&login), "nl");
    let wrong = [("username", "grace@example.com"), ("password", "wrong")];
    let refused = browser.submit(&login, "signInSubmitButton", &wrong).await;
    assert_eq!((refused.status, language(&refused)), (400, "nl".to_owned()), "a name alone tells nothing");
    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    let waiting = browser.submit(&forgot, "resetPasswordButton", &[("username", "grace@example.com")]).await;
    assert_eq!(language(&waiting), "nl", "a name alone tells nothing");

    let browser = speaking(&server, "nl");
    let login = sign_in_page(&server, &browser, &[]).await;
    let second = browser.submit(&login, "signInSubmitButton", &GRACE).await;
    assert_eq!((second.path(), language(&second)), ("/challenge", "fr".to_owned()), "{}", second.text());
    let refused = browser.submit(&second, "continueButton", &[("code", "000000")]).await;
    assert_eq!((refused.status, language(&refused)), (400, "fr".to_owned()));
    let chosen = browser.get(&link_to(&refused, "de")).await;
    assert_eq!(language(&chosen), "de", "a choice counts more");
}

#[tokio::test]
async fn the_application_counts_more_than_the_profile() {
    let server = TestServer::start().await;
    speaks(&server, "grace@example.com", "fr").await;
    let browser = speaking(&server, "nl");
    let login = sign_in_page(&server, &browser, &[("ui_locales", "de")]).await;
    let second = browser.submit(&login, "signInSubmitButton", &GRACE).await;
    assert_eq!((second.path(), language(&second)), ("/challenge", "de".to_owned()));
}

#[tokio::test]
async fn a_profile_that_names_no_language_changes_nothing() {
    let server = TestServer::start().await;
    for locale in ["tlh", "Klingon, of course", "\"><script>"] {
        speaks(&server, "grace@example.com", locale).await;
        let browser = speaking(&server, "nl");
        let login = sign_in_page(&server, &browser, &[]).await;
        let second = browser.submit(&login, "signInSubmitButton", &GRACE).await;
        assert_eq!(
            (second.status, second.path(), language(&second)),
            (200, "/challenge", "nl".to_owned()),
            "{locale}"
        );
    }
}

#[tokio::test]
async fn an_operator_writes_in_the_persons_language_or_the_pools() {
    let server = TestServer::start().await;
    server.change_pool(POOL, |pool| pool.languages.default = Some("fr".into())).await;
    let pool = server.pool(POOL).await;
    let mut operator = caller("192.0.2.1");
    operator.language = String::new();
    for (address, locale, word) in [
        ("german@example.com", Some("de-AT"), "Guten Tag"),
        ("nobody@example.com", None, "Bonjour"),
        ("klingon@example.com", Some("tlh"), "Bonjour"),
    ] {
        let given = [("email", address), ("email_verified", "true")];
        let mut attributes: AttributeMap =
            given.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        attributes.extend(locale.map(|locale| ("locale".to_owned(), locale.to_owned())));
        let new =
            users::NewUser { username: None, attributes, password: None, temporary: true, invite: true };
        users::create(&server.env, &operator, &pool, new).await.expect("the account is made");
        let mail = server.message_to(address).await.expect("an invitation");
        assert!(mail.text.contains(word), "{address}: {}", mail.text);
        let html = mail.html.expect("HTML");
        let tag = if word == "Guten Tag" { "de" } else { "fr" };
        assert!(html.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\">")), "{html}");
    }
}

#[tokio::test]
async fn a_notice_reaches_its_owner_in_their_language_unless_another_one_was_asked_for() {
    let server = TestServer::start().await;
    speaks(&server, "ada@example.com", "de").await;
    for (lang, greeting) in [(None, "Guten Tag"), (Some("fr"), "Bonjour")] {
        let browser = speaking(&server, "nl");
        let extra: Vec<(&str, &str)> = lang.map(|lang| ("lang", lang)).into_iter().collect();
        let login = sign_in_page(&server, &browser, &extra).await;
        let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
        let waiting =
            browser.submit(&forgot, "resetPasswordButton", &[("username", "ada@example.com")]).await;
        let code = server.code_to("ada@example.com").await;
        let password = format!("Correct-Horse-{}", if lang.is_some() { "78" } else { "77" });
        let fields = [("code", code.as_str()), ("password", password.as_str())];
        let done = browser.submit(&waiting, "changePasswordButton", &fields).await;
        assert_eq!(done.path(), "/login", "{}", done.text());
        let notice = server.message_to("ada@example.com").await.expect("a notice");
        assert!(notice.code.is_none() && notice.text.contains(greeting), "{}", notice.text);
        server.advance(std::time::Duration::from_secs(3600));
    }
}
