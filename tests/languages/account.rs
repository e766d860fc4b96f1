//! The account pages, the setting up of a second factor and what their owners are told: in the language of the person.

use vestibule::directory::recovery_codes;
use vestibule::model::message::MessageKind;
use vestibule::model::pool::{MfaConfiguration, SecondFactor};
use vestibule::render::{date_time, day};

use super::profile::speaks;
use super::*;
use crate::account::{STALE, person};
use crate::support::application::Application;

const PATHS: [&str; 9] = [
    "/account",
    "/account/profile",
    "/account/email",
    "/account/phone",
    "/account/password",
    "/account/sessions",
    "/account/applications",
    "/account/data",
    "/account/delete",
];

/// Opens an account page and signs in on the way.
async fn open(browser: &Browser, path: &str) -> Page {
    let asked = browser.get(path).await;
    let page = browser.submit(&asked, "signInSubmitButton", &ADA).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

#[tokio::test]
async fn account_pages_speak_the_profiles_language_and_let_people_choose() {
    let server = TestServer::start().await;
    speaks(&server, "ada@example.com", "de-CH").await;
    let browser = speaking(&server, "nl");
    let overview = open(&browser, "/account").await;
    assert_eq!((overview.path(), language(&overview)), ("/account", "de".to_owned()));
    for path in PATHS {
        let page = browser.get(path).await;
        assert_eq!((page.path(), language(&page)), (path, "de".to_owned()), "{}", page.text());
        assert!(link_to(&page, "fr").ends_with("lang=fr"), "{path}");
    }
    // A refused form shows the same page, which comes again in another language.
    let page = browser.get("/account/email").await;
    let refused = browser.submit(&page, "changeButton", &[("address", "no address")]).await;
    assert_eq!((refused.status, language(&refused)), (400, "de".to_owned()), "{}", refused.text());
    let swedish = browser.get(&link_to(&refused, "sv")).await;
    assert_eq!((swedish.path(), language(&swedish)), ("/account/email", "sv".to_owned()));
    assert_eq!(language(&browser.get("/account").await), "sv", "a choice counts more than the profile");
}

#[tokio::test]
async fn sessions_and_applications_have_days_as_the_language_writes_them() {
    let server = TestServer::start().await;
    let browser = speaking(&server, "fr");
    Application::public(&server.origin).tokens_of(&browser, ADA[0].1, ADA[1].1).await;
    let now = server.env.now();
    for tag in ["fr", "ja", "en"] {
        let page = browser.get(&format!("/account/sessions?lang={tag}")).await;
        assert_eq!(language(&page), tag);
        assert!(page.html.contains(&date_time(tag, now)), "{tag}: {}", page.text());
        let page = browser.get("/account/applications").await;
        assert!(page.html.contains(&day(tag, now)), "{tag}: {}", page.text());
        let iso = time::OffsetDateTime::from_unix_timestamp(now / 1000).expect("a time").date().to_string();
        assert!(!page.says(&iso), "{tag}: {}", page.text());
    }
}

#[tokio::test]
async fn the_profile_offers_the_languages_of_the_pool_and_a_change_shows_at_once() {
    let server = TestServer::start().await;
    server
        .change_pool(POOL, |pool| pool.languages.offered = vec!["en".into(), "de".into(), "sv".into()])
        .await;
    let browser = speaking(&server, "en");
    open(&browser, "/account/profile").await;
    let german = browser.get("/account/profile?lang=de").await;
    assert_eq!(language(&german), "de");
    let selector = Selector::parse("select[name='attributes[locale]'] option").expect("a selector");
    let document = Html::parse_document(&german.html);
    let offered: Vec<_> = document.select(&selector).filter_map(|option| option.attr("value")).collect();
    assert_eq!(offered, ["", "de", "en", "sv"]);
    let fields = [("attributes[locale]", "it")];
    let refused = browser.submit(&german, "saveButton", &fields).await;
    assert!(refused.status == 400 && refused.has("[aria-invalid=true]"), "{}", refused.text());
    let saved = browser.submit(&german, "saveButton", &[("attributes[locale]", "sv")]).await;
    assert_eq!(
        (saved.status, language(&saved)),
        (200, "sv".to_owned()),
        "the profile counts more than what was chosen before: {}",
        saved.text()
    );
    let other = browser.get("/account/profile?lang=en").await;
    let fields = [("attributes[locale]", "sv"), ("attributes[nickname]", "Ada")];
    let saved = browser.submit(&other, "saveButton", &fields).await;
    assert_eq!(language(&saved), "en", "a choice made since stays");
}

#[tokio::test]
async fn a_step_up_and_the_end_of_an_account_keep_the_language() {
    let server = TestServer::start().await;
    speaks(&server, "ada@example.com", "it").await;
    let browser = speaking(&server, "nl");
    let page = open(&browser, "/account/delete").await;
    server.advance(STALE);
    let asked = browser.submit(&page, "deleteButton", &[("typed", "ada@example.com")]).await;
    assert_eq!((asked.path(), language(&asked)), ("/login", "it".to_owned()), "{}", asked.text());
    let wrong = browser.submit(&asked, "signInSubmitButton", &[("password", "Wrong-Horse-7")]).await;
    assert_eq!((wrong.status, language(&wrong)), (400, "it".to_owned()));
    let back = browser.submit(&wrong, "signInSubmitButton", &[("password", ADA[1].1)]).await;
    assert_eq!((back.path(), language(&back)), ("/account/delete", "it".to_owned()), "{}", back.text());
    let gone = browser.submit(&back, "deleteButton", &[]).await;
    assert_eq!((gone.path(), language(&gone)), ("/account/deleted", "it".to_owned()), "{}", gone.text());
    let told = server.message_to("ada@example.com").await.expect("a mail");
    assert_eq!(told.kind, MessageKind::AccountDeleted);
    assert!(told.html.expect("HTML").contains("<html lang=\"it\""));
}

#[tokio::test]
async fn setting_up_a_second_factor_speaks_the_persons_language() {
    let server = TestServer::start().await;
    server
        .change_pool(POOL, |pool| {
            pool.mfa.configuration = MfaConfiguration::Required;
            pool.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Sms];
        })
        .await;
    speaks(&server, "ada@example.com", "ar").await;
    let browser = speaking(&server, "nl");
    let login = sign_in_page(&server, &browser, &[]).await;
    let choice = browser.submit(&login, "signInSubmitButton", &ADA).await;
    assert_eq!((choice.path(), language(&choice)), ("/setUpFactor", "ar".to_owned()), "{}", choice.text());
    assert_eq!(attribute(&choice, "html", "dir"), "rtl");
    let german = browser.get(&link_to(&choice, "de")).await;
    assert_eq!((german.path(), language(&german)), ("/setUpFactor", "de".to_owned()));
}

#[tokio::test]
async fn owners_are_told_in_their_language_whoever_did_it() {
    let server = TestServer::start().await;
    speaks(&server, "ada@example.com", "de").await;
    let lang = |mail: &vestibule::model::message::OutgoingMessage| {
        let html = mail.html.clone().expect("HTML");
        html.split("<html lang=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    let browser = speaking(&server, "nl");
    let page = open(&browser, "/account/email").await;
    let waiting = browser.submit(&page, "changeButton", &[("address", "countess@example.net")]).await;
    let asked = server.message_to("countess@example.net").await.expect("the code");
    assert_eq!(lang(&asked).as_deref(), Some("de"));
    let code = asked.code.expect("a code");
    let done = browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
    assert_eq!((done.status, language(&done)), (200, "de".to_owned()), "{}", done.text());
    let told = server.message_to("ada@example.com").await.expect("a notice");
    assert_eq!((told.kind, lang(&told).as_deref()), (MessageKind::AddressChanged, Some("de")));

    // Somebody else follows the link, in a browser of another language.
    let link = told.link.expect("a link").replace(&server.origin, "");
    let stranger = speaking(&server, "fr");
    let ask = stranger.get(&link).await;
    assert_eq!(language(&ask), "fr", "who is there is not known");
    assert!(link_to(&ask, "sv").contains("change="), "the page comes again in another language");
    let restored = stranger.submit(&ask, "takeBackButton", &[]).await;
    assert_eq!((restored.status, language(&restored)), (200, "fr".to_owned()), "{}", restored.text());
    for address in ["ada@example.com", "countess@example.net"] {
        let told = server.message_to(address).await.expect("a notice");
        assert_eq!((told.kind, lang(&told).as_deref()), (MessageKind::AddressRestored, Some("de")));
    }
}

#[tokio::test]
async fn a_used_recovery_code_is_told_in_the_owners_language() {
    let server = TestServer::start().await;
    speaks(&server, "grace@example.com", "uk").await;
    let pool = server.default_pool().await;
    let grace = person(&server, "grace@example.com").await;
    let caller = crate::support::env::caller("192.0.2.1");
    let sealed =
        recovery_codes::regenerate(&server.env, &caller, &pool, &grace).await.expect("new recovery codes");
    let codes = recovery_codes::reveal(&server.env, &pool, &grace.id, &sealed).expect("they can be read");
    let told = server.message_to("grace@example.com").await.expect("a notice");
    assert_eq!(told.kind, MessageKind::FactorsChanged);
    assert!(told.html.expect("HTML").contains("<html lang=\"uk\""));

    let browser = speaking(&server, "nl");
    let login = sign_in_page(&server, &browser, &[]).await;
    let fields = [("username", "grace@example.com"), ("password", "Correct-Horse-8")];
    let second = browser.submit(&login, "signInSubmitButton", &fields).await;
    let link = second.links().into_iter().find(|link| link.contains("recovery")).expect("a way");
    let asked = browser.get(&link).await;
    assert_eq!(language(&asked), "uk");
    let used = browser.submit(&asked, "continueButton", &[("recoveryCode", &codes[0])]).await;
    assert_eq!((used.path(), language(&used)), ("/recoveryCodes", "uk".to_owned()), "{}", used.text());
    let told = server.message_to("grace@example.com").await.expect("a notice");
    assert_eq!(told.kind, MessageKind::RecoveryCodeUsed);
    assert!(told.html.expect("HTML").contains("<html lang=\"uk\""));
}
