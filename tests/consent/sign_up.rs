//! Terms on the page that makes an account.

use vestibule::directory::terms as accepted;
use vestibule::model::agreement::TermsAsk;

use super::{POOL, terms, tokens};
use crate::account::{events, person};
use crate::journeys::on_each_database;
use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const PASSWORD: &str = "Correct-Horse-9";

async fn open(app: &Application, browser: &Browser) -> (Departure, Page) {
    let departure = app.depart(&[("prompt", "create")]);
    let page = browser.get(departure.url.as_str()).await;
    assert_eq!(page.path(), "/signup", "{}", page.text());
    (departure, page)
}

async fn confirm(server: &TestServer, browser: &Browser, page: &Page, email: &str) -> Page {
    let code = server.code_to(email).await;
    browser.submit(page, "confirmButton", &[("code", &code)]).await
}

#[test]
fn a_sentence_is_accepted_with_the_account() {
    on_each_database(|server| async move {
        terms(&server, "7").await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, page) = open(&app, &browser).await;
        assert!(page.says("By creating an account, you accept our terms of use"), "{}", page.text());
        assert!(!page.has("input[name=acceptTerms]"));
        let email = "nora@example.com";
        let page =
            browser.submit(&page, "signUpButton", &[("username", email), ("password", PASSWORD)]).await;
        let back = confirm(&server, &browser, &page, email).await;
        tokens(&app, &departure, &back).await;
        let nora = person(&server, email).await;
        let all = accepted::of_user(&server.env, &nora.id).await.expect("an answer");
        assert_eq!((all.len(), all[0].terms.version.as_str(), all[0].accepted_at), (1, "7", nora.created_at));
        assert_eq!(events(&server, &nora.id, "terms.accept").await.len(), 1);
    });
}

#[test]
fn a_box_must_be_ticked() {
    on_each_database(|server| async move {
        terms(&server, "7").await;
        server.change_pool(POOL, |settings| settings.terms.ask = TermsAsk::Checkbox).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, page) = open(&app, &browser).await;
        let email = "nils@example.com";
        let typed = [("username", email), ("password", PASSWORD)];
        let refused = browser.submit(&page, "signUpButton", &typed).await;
        assert!(refused.status == 400 && refused.has("#acceptTerms-error"), "{}", refused.text());
        assert!(refused.has("a[href='#acceptTerms']"), "{}", refused.html);
        assert!(server.message_to(email).await.is_none(), "no account was made");
        let ticked = crate::account::post;
        let page =
            browser.submit(&refused, "signUpButton", &[("username", email), ("password", "short")]).await;
        let (action, mut fields) = page.form("signUpButton");
        fields.iter_mut().filter(|(name, _)| name == "password").for_each(|field| field.1 = PASSWORD.into());
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert!(browser.post(&action, &fields).await.has("#acceptTerms-error"), "still not ticked");
        let kept = ticked(&browser, &page, "signUpButton", ("acceptTerms", "1")).await;
        assert!(
            kept.has("#acceptTerms[checked]"),
            "a tick stays where something else is wrong: {}",
            kept.html
        );
        let page = browser.submit(&kept, "signUpButton", &typed).await;
        let back = confirm(&server, &browser, &page, email).await;
        tokens(&app, &departure, &back).await;
        let nils = person(&server, email).await;
        assert_eq!(accepted::of_user(&server.env, &nils.id).await.expect("an answer").len(), 1);
    });
}

#[test]
fn whoever_saw_other_terms_is_asked_at_the_end() {
    on_each_database(|server| async move {
        terms(&server, "7").await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, page) = open(&app, &browser).await;
        terms(&server, "8").await;
        let email = "nele@example.com";
        let page =
            browser.submit(&page, "signUpButton", &[("username", email), ("password", PASSWORD)]).await;
        let page = confirm(&server, &browser, &page, email).await;
        assert!(page.path() == "/terms" && page.says("Version 8"), "{} {}", page.url, page.text());
        let back = browser.submit(&page, "acceptButton", &[]).await;
        tokens(&app, &departure, &back).await;
        let nele = person(&server, email).await;
        let all = accepted::of_user(&server.env, &nele.id).await.expect("an answer");
        assert_eq!((all.len(), all[0].terms.version.as_str()), (1, "8"));
    });
}

#[test]
fn an_address_with_an_account_looks_the_same_and_accepts_nothing() {
    on_each_database(|server| async move {
        terms(&server, "7").await;
        let app = Application::public(&server.origin);
        let mut pages = Vec::new();
        for email in ["ada@example.com", "abc@example.com"] {
            let browser = server.browser();
            let (_, page) = open(&app, &browser).await;
            pages.push(
                browser.submit(&page, "signUpButton", &[("username", email), ("password", PASSWORD)]).await,
            );
        }
        assert_eq!((pages[0].status, pages[0].text()), (pages[1].status, pages[1].text()));
        let ada = person(&server, "ada@example.com").await;
        assert_eq!(accepted::of_user(&server.env, &ada.id).await.expect("an answer"), []);
        assert_eq!(events(&server, &ada.id, "terms.accept").await.len(), 0);
    });
}
