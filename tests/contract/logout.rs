//! `/logout` with its two contracts.

use std::time::Duration;

use super::*;
use crate::support::browser::Browser;

const BYE: &str = "http://127.0.0.1:9/bye";

async fn is_signed_in(app: &Application, browser: &Browser) -> bool {
    let page = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
    page.query("code").is_some()
}

fn logout(parameters: &[(&str, &str)]) -> String {
    let query: String =
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    format!("/logout?{query}")
}

#[tokio::test]
async fn a_hint_signs_out_and_brings_the_state_back_also_when_it_has_expired() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    for age in [0, 3601] {
        let browser = server.browser();
        let id_token = app.tokens_of(&browser, ADA.0, ADA.1).await.text("id_token");
        // Used within the hour, so that the session is still there when the token is not.
        server.advance(Duration::from_secs(age / 2));
        assert!(is_signed_in(&app, &browser).await);
        server.advance(Duration::from_secs(age.div_ceil(2)));
        let parameters =
            [("id_token_hint", id_token.as_str()), ("post_logout_redirect_uri", BYE), ("state", "a b&c")];
        let out = browser.get(&logout(&parameters)).await;
        assert_eq!(out.url.as_str(), format!("{BYE}?state=a+b%26c"), "{age}: {}", out.text());
        assert!(!is_signed_in(&app, &browser).await, "{age}");
        // Nobody is signed in any more; the hint still says where to go.
        assert!(browser.get(&logout(&parameters)).await.url.as_str().starts_with(BYE), "{age}");
    }
}

#[tokio::test]
async fn without_a_valid_hint_the_person_is_asked() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let other = server.browser();
    let graces = {
        let (departure, challenge) = app.sign_in(&other, "grace@example.com", "Correct-Horse-8").await;
        let seed = vestibule::crypto::totp::secret_from_base32(vestibule::dev::seed::GRACE_TOTP_SEED)
            .expect("the seed is base32");
        let code =
            vestibule::crypto::totp::code_at(&seed, server.env.now() / vestibule::crypto::totp::STEP_MS);
        let back = other.submit(&challenge, "code", &[("code", &code)]).await;
        app.exchange(&app.code_of(&back, &departure), &departure.verifier).await.text("id_token")
    };
    let redirect = ("post_logout_redirect_uri", BYE);
    for parameters in [
        &[][..],
        &[("client_id", "demoweb")],
        &[("client_id", "demoweb"), redirect],
        &[("id_token_hint", "a.b.c"), ("client_id", "demoweb"), redirect],
        &[("id_token_hint", graces.as_str()), redirect],
    ] {
        let browser = server.browser();
        app.tokens_of(&browser, ADA.0, ADA.1).await;
        let asked = browser.get(&logout(parameters)).await;
        assert!(asked.has("button[name=signOutSubmitButton]"), "{parameters:?}: {}", asked.text());
        assert!(is_signed_in(&app, &browser).await, "{parameters:?}: asking changes nothing");
        let forged = browser.post(&logout(parameters), &[("signOutSubmitButton", "")]).await;
        assert_eq!(forged.status, 403, "{parameters:?}");
        assert!(is_signed_in(&app, &browser).await, "{parameters:?}: a forged form changes nothing");
        let out = browser.submit(&asked, "signOutSubmitButton", &[]).await;
        let goes_on = parameters.contains(&redirect);
        assert_eq!(out.url.as_str().starts_with(BYE), goes_on, "{parameters:?}: {}", out.url);
        assert!(!is_signed_in(&app, &browser).await, "{parameters:?}");
    }
    assert!(is_signed_in(&app, &other).await, "grace is where she was");
}

#[tokio::test]
async fn nobody_vouches_for_an_address_without_a_client() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    app.tokens_of(&browser, ADA.0, ADA.1).await;
    let asked = browser.get(&logout(&[("post_logout_redirect_uri", "https://evil.example/")])).await;
    assert!(!asked.header("content-security-policy").contains("evil.example"));
    let out = browser.submit(&asked, "signOutSubmitButton", &[]).await;
    assert_eq!((out.status, out.path()), (200, "/logout"), "{}", out.url);
}

#[tokio::test]
async fn a_wrong_request_is_a_page_and_ends_nothing() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    let id_token = app.tokens_of(&browser, ADA.0, ADA.1).await.text("id_token");
    let (hint, evil) = (("id_token_hint", id_token.as_str()), "https://evil.example/");
    for (parameters, code) in [
        (&[hint, ("post_logout_redirect_uri", evil)][..], "redirect_mismatch"),
        (&[hint, ("client_id", "demoserver"), ("post_logout_redirect_uri", BYE)], "invalid_request"),
        (&[("client_id", "nobody"), ("logout_uri", BYE)], "unauthorized_client"),
        (&[("logout_uri", BYE)], "unauthorized_client"),
        (&[("client_id", "demoweb"), ("redirect_uri", evil)], "redirect_mismatch"),
        (&[("client_id", "demoweb"), ("client_id", "demoweb"), ("logout_uri", BYE)], "invalid_request"),
    ] {
        let page = browser.get_once(&logout(parameters)).await;
        assert_eq!((page.status, page.header("location")), (400, ""), "{parameters:?}");
        assert!(page.says(code), "{parameters:?}: {}", page.text());
        assert!(is_signed_in(&app, &browser).await, "{parameters:?}");
    }
}

#[tokio::test]
async fn with_a_redirect_uri_the_sign_in_follows() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    app.tokens_of(&browser, ADA.0, ADA.1).await;
    let departure = app.depart(&[]);
    let login = browser.get(&format!("/logout?{}", departure.url.query().expect("a query"))).await;
    assert_eq!((login.status, login.path()), (200, "/login"), "{}", login.text());
    assert!(login.has("input[name=password]"), "signed out first");
    let back = browser.submit(&login, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
    app.code_of(&back, &departure);
}

#[tokio::test]
async fn a_client_may_post_and_tokens_live_on() {
    let server = TestServer::start().await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
    let fields = [("id_token_hint", tokens.text("id_token")), ("post_logout_redirect_uri", BYE.to_owned())];
    let request = browser.client().post(format!("{}/logout", server.origin)).form(&fields);
    let request = request.header("origin", "https://app.example").header("sec-fetch-site", "cross-site");
    let onward = call(&server, request).await;
    assert_eq!(onward.status, 303, "{}", onward.text());
    let out = browser.get(onward.header("location")).await;
    assert_eq!(out.url.as_str(), BYE);
    assert!(!is_signed_in(&app, &browser).await);
    assert_eq!(app.refresh(&tokens.text("refresh_token")).await.status, 200, "tokens live on");
}
