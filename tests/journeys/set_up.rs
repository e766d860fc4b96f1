//! Setting up a second factor on the pages, recovery codes, remembered browsers, levels: through the real server.

use vestibule::crypto::totp;
use vestibule::directory::{factors, names};
use vestibule::model::pool::{FirstFactor, MfaConfiguration, SecondFactor};

use super::{grace_totp, on_each_database};
use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const POOL: &str = "us-east-1_Demo00001";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");
const GRACE: (&str, &str) = ("grace@example.com", "Correct-Horse-8");

async fn require_apps(server: &TestServer) {
    server
        .change_pool(POOL, |pool| {
            pool.mfa.configuration = MfaConfiguration::Required;
            pool.mfa.factors = vec![SecondFactor::Totp];
        })
        .await;
}

/// The key on a set-up page.
fn key(page: &Page) -> Vec<u8> {
    let begin = page.html.find("id=\"totpKey\"").expect("the page shows a key");
    let rest = &page.html[begin..];
    let shown = &rest[rest.find('>').expect("a tag") + 1..rest.find('<').expect("a tag")];
    totp::secret_from_base32(shown).expect("the key is base32")
}

fn now_code(server: &TestServer, seed: &[u8]) -> String {
    totp::code_at(seed, server.env.now() / totp::STEP_MS)
}

/// The codes on a page.
fn shown_codes(page: &Page) -> Vec<String> {
    let list = page.html.split("id=\"recoveryCodes\"").nth(1).expect("the page shows codes");
    let list = list.split("</ol>").next().unwrap_or_default();
    list.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next()).map(String::from).collect()
}

/// The link of a page with this in its address.
async fn follow(browser: &Browser, page: &Page, part: &str) -> Page {
    let link = page.links().into_iter().find(|link| link.contains(part));
    browser.get(&link.unwrap_or_else(|| panic!("no link {part}: {}", page.text()))).await
}

async fn depart(app: &Application, browser: &Browser, extra: &[(&str, &str)]) -> (Departure, Page) {
    let departure = app.depart(extra);
    let page = browser.get(departure.url.as_str()).await;
    (departure, page)
}

async fn type_password(browser: &Browser, page: &Page, who: (&str, &str)) -> Page {
    browser.submit(page, "password", &[("username", who.0), ("password", who.1)]).await
}

#[test]
fn a_required_app_is_set_up_in_the_sign_in_and_its_recovery_codes_sign_in_later() {
    on_each_database(|server| async move {
        require_apps(&server).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, page) = app.sign_in(&browser, ADA.0, ADA.1).await;
        assert_eq!((page.status, page.path()), (200, "/setUpFactor"), "{}", page.text());
        assert!(page.has("svg[role=img][aria-label] path[d]") && page.has("a[href^='otpauth://totp/Demo']"));
        let seed = key(&page);
        let again = browser.get(page.url.as_str()).await;
        assert_eq!(key(&again), seed, "loaded again, the page shows the same key");

        let missing = browser.submit(&page, "code", &[("code", "")]).await;
        assert!(missing.status == 400 && missing.has("#code[aria-invalid=true]"), "{}", missing.text());
        let wrong = browser.submit(&missing, "code", &[("code", "12345"), ("deviceName", "<b>x</b>")]).await;
        assert!(wrong.status == 400 && wrong.says("the one that your app shows now"), "{}", wrong.text());
        assert!(wrong.html.contains("&lt;b&gt;x") && !wrong.html.contains("<b>x"));
        assert_eq!(key(&wrong), seed);
        let right = now_code(&server, &seed);
        let codes = browser.submit(&wrong, "code", &[("code", &right)]).await;
        assert_eq!((codes.status, codes.path()), (200, "/recoveryCodes"), "{}", codes.text());
        let shown = shown_codes(&codes);
        assert_eq!(shown.len(), 10);
        let told = server.message_to(ADA.0).await.expect("a mail");
        assert!(told.subject.contains("second step"), "{}", told.subject);
        let file = browser.submit(&codes, "downloadButton", &[]).await;
        assert!(file.header("content-disposition").starts_with("attachment"), "{:?}", file.headers);
        assert!(shown.iter().all(|code| file.html.contains(code.as_str())));
        let back = browser.submit(&codes, "continueButton", &[]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(id["amr"], serde_json::json!(["pwd", "otp", "mfa"]));
        assert_eq!(id["acr"], "urn:cognito:loa:4");
        let after = browser.get(codes.url.as_str()).await;
        assert!(shown.iter().all(|code| !after.html.contains(code.as_str())), "{}", after.text());

        let other = server.browser();
        let (departure, page) = app.sign_in(&other, ADA.0, ADA.1).await;
        assert_eq!(page.path(), "/challenge");
        let replayed = other.submit(&page, "code", &[("code", &right)]).await;
        assert_eq!(replayed.status, 400, "the confirming code was used: {}", replayed.text());
        let paper = follow(&other, &replayed, "recovery=1").await;
        let wrong = other.submit(&paper, "recoveryCode", &[("recoveryCode", "AAAAA-AAAAA")]).await;
        assert!(wrong.status == 400 && wrong.has("#recoveryCode[aria-invalid=true]"), "{}", wrong.text());
        assert!(wrong.says("was used before"), "{}", wrong.text());
        let used = other.submit(&wrong, "recoveryCode", &[("recoveryCode", &shown[4].to_lowercase())]).await;
        assert!(used.path() == "/recoveryCodes" && used.says("9 recovery codes left"), "{}", used.text());
        let back = other.submit(&used, "continueButton", &[]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(id["amr"], serde_json::json!(["pwd", "recovery_code", "mfa"]));
        assert_eq!(id["acr"], "urn:cognito:loa:3");
        let told = server.message_to(ADA.0).await.expect("a mail");
        assert!(told.subject.contains("recovery code was used"), "{}", told.subject);
    });
}

#[test]
fn set_up_pages_are_reached_by_their_step_alone() {
    on_each_database(|server| async move {
        require_apps(&server).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (_, login) = depart(&app, &browser, &[]).await;
        let flow = login.query("flow").expect("a flow");
        for path in ["/setUpFactor", "/recoveryCodes", "/challenge"] {
            let page = browser.get(&format!("{path}?flow={flow}")).await;
            assert_eq!(page.path(), "/login", "{path}");
        }
        let page = type_password(&browser, &login, ADA).await;
        let flow = page.query("flow").expect("a flow");
        for path in ["/challenge", "/recoveryCodes", "/newPassword"] {
            let page = browser.get(&format!("{path}?flow={flow}")).await;
            assert_eq!(page.path(), "/setUpFactor", "{path}");
        }
        let stranger = server.browser().get(page.url.as_str()).await;
        assert!(stranger.status >= 400 && !stranger.html.contains("totpKey"), "{}", stranger.status);
        let (target, mut fields) = browser.fill(&page, "code", &[("code", "123456")]);
        fields.retain(|(name, _)| name != "_csrf");
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let forged = browser.post(target.as_str(), &fields).await;
        assert_eq!(forged.status, 403, "{}", forged.text());
    });
}

#[test]
fn a_remembered_browser_is_spared_the_second_factor_but_not_what_an_application_asks_for() {
    on_each_database(|server| async move {
        server.change_pool(POOL, |pool| pool.mfa.remember_days = 30).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, page) = app.sign_in(&browser, GRACE.0, GRACE.1).await;
        assert!(page.says("Do not ask on this browser for 30 days"), "{}", page.text());
        let (target, mut fields) = browser.fill(&page, "code", &[("code", &grace_totp(&server))]);
        fields.push(("remember".into(), "1".into()));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let back = browser.post(target.as_str(), &fields).await;
        app.code_of(&back, &departure);
        assert!(browser.cookie("vestibule_remembered_").is_some());

        browser.forget("vestibule_session_");
        let (departure, back) = app.sign_in(&browser, GRACE.0, GRACE.1).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(
            (id["amr"].clone(), id["acr"].clone()),
            (serde_json::json!(["pwd"]), "urn:cognito:loa:1".into())
        );

        // The session is there, and not enough.
        server.advance(std::time::Duration::from_secs(60));
        let (departure, page) = depart(&app, &browser, &[("acr_values", "gold urn:cognito:loa:4")]).await;
        assert_eq!(page.path(), "/login", "{}", page.text());
        let page = type_password(&browser, &page, GRACE).await;
        assert_eq!(page.path(), "/challenge", "{}", page.text());
        let back = browser.submit(&page, "code", &[("code", &grace_totp(&server))]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(id["acr"], "urn:cognito:loa:4");
        let refreshed = app.refresh(&tokens.text("refresh_token")).await;
        for kind in ["id_token", "access_token"] {
            let claims = app.verify(&refreshed.text(kind)).await;
            assert_eq!(claims["acr"], "urn:cognito:loa:4");
            assert_eq!(claims["amr"], serde_json::json!(["pwd", "otp", "mfa"]));
            assert_eq!(claims["auth_time"], id["auth_time"]);
        }
        // Now the session suffices.
        let (departure, back) = depart(&app, &browser, &[("acr_values", "urn:cognito:loa:3")]).await;
        app.code_of(&back, &departure);
    });
}

#[test]
fn an_essential_level_that_cannot_be_reached_is_told_to_the_application() {
    on_each_database(|server| async move {
        let pool = server.change_pool(POOL, |pool| pool.mfa.configuration = MfaConfiguration::Off).await;
        let discovery = server.browser().get(&format!("/{POOL}/.well-known/openid-configuration")).await;
        for name in pool.settings.acr.names() {
            assert!(discovery.html.contains(name), "{}", discovery.html);
        }
        let app = Application::public(&server.origin);
        let claims = r#"{"id_token":{"acr":{"essential":true,"values":["urn:cognito:loa:4"]}}}"#;
        let browser = server.browser();
        let (departure, login) = depart(&app, &browser, &[("claims", claims)]).await;
        let back = type_password(&browser, &login, ADA).await;
        assert_eq!(back.query("error").as_deref(), Some("unmet_authentication_requirements"), "{}", back.url);
        assert_eq!(back.query("state").as_deref(), Some(departure.state.as_str()));
        assert!(browser.cookie("vestibule_session_").is_none());
        // Without insisting the same gets what can be had.
        let browser = server.browser();
        let (departure, login) = depart(&app, &browser, &[("acr_values", "urn:cognito:loa:4")]).await;
        let back = type_password(&browser, &login, ADA).await;
        app.code_of(&back, &departure);
    });
}

#[test]
fn renamed_levels_are_understood_and_told() {
    on_each_database(|server| async move {
        server.change_pool(POOL, |pool| pool.acr.level1 = Some("bronze".into())).await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, login) = depart(&app, &browser, &[("acr_values", "bronze")]).await;
        let back = type_password(&browser, &login, ADA).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        assert_eq!(app.verify(&tokens.text("id_token")).await["acr"], "bronze");
        assert_eq!(app.verify(&tokens.text("access_token")).await["acr"], "bronze");
    });
}

#[test]
fn after_the_name_a_person_and_nobody_see_the_same_pages() {
    on_each_database(|server| async move {
        server
            .change_pool(POOL, |pool| {
                pool.identifier_first = true;
                pool.first_factors = vec![FirstFactor::EmailOtp];
            })
            .await;
        let app = Application::public(&server.origin);
        let mut seen = Vec::new();
        for name in [ADA.0, "axa@example.com"] {
            let browser = server.browser();
            let (_, asked) = depart(&app, &browser, &[]).await;
            assert!(!asked.has("input[type=password]"), "{}", asked.text());
            let choice = browser.submit(&asked, "username", &[("username", name)]).await;
            assert_eq!(choice.path(), "/challenge", "{}", choice.text());
            let (action, mut fields) = choice.form("choice");
            fields.retain(|(name, value)| name != "choice" || value == "PASSWORD");
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let login = browser.post(choice.url.join(&action).expect("an action").as_str(), &fields).await;
            assert_eq!(login.path(), "/login", "{}", login.text());
            assert!(login.html.contains(&format!("value=\"{name}\"")), "the name is filled in");
            let wrong = browser
                .submit(&login, "password", &[("username", name), ("password", "Wrong-Horse-7")])
                .await;
            assert_eq!(wrong.status, 400, "{}", wrong.text());
            let choice = follow(&browser, &wrong, "ways=1").await;
            let (action, mut fields) = choice.form("choice");
            fields.retain(|(name, value)| name != "choice" || value == "EMAIL_OTP");
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let mail = browser.post(choice.url.join(&action).expect("an action").as_str(), &fields).await;
            let refused = browser.submit(&mail, "code", &[("code", "12345")]).await;
            let all = [choice.text(), login.text(), wrong.text(), mail.text(), refused.text()];
            seen.push((all, [choice.status, login.status, wrong.status, mail.status, refused.status]));
        }
        assert_eq!(seen[0], seen[1]);
    });
}

#[test]
fn where_codes_are_the_only_factor_nobody_is_asked_for_a_password() {
    on_each_database(|server| async move {
        server
            .change_pool(POOL, |pool| {
                pool.password_sign_in = false;
                pool.first_factors = vec![FirstFactor::EmailOtp];
            })
            .await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, asked) = depart(&app, &browser, &[]).await;
        assert!(!asked.has("input[type=password]"), "{}", asked.text());
        let forced = browser.get(&format!("{}&by=password", asked.url)).await;
        assert!(!forced.has("input[type=password]"), "{}", forced.text());
        let mail = browser.submit(&asked, "username", &[("username", ADA.0)]).await;
        assert!(mail.says("a***@e***"), "{}", mail.text());
        let code = server.code_to(ADA.0).await;
        let back = browser.submit(&mail, "code", &[("code", &code)]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let id = app.verify(&tokens.text("id_token")).await;
        assert_eq!(
            (id["acr"].as_str(), &id["amr"]),
            (Some("urn:cognito:loa:2"), &serde_json::json!(["email_otp"]))
        );
    });
}

#[test]
fn a_number_is_set_up_on_the_pages() {
    on_each_database(|server| async move {
        server
            .change_pool(POOL, |pool| {
                pool.mfa.configuration = MfaConfiguration::Required;
                pool.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Sms];
                pool.mfa.recovery_codes = false;
            })
            .await;
        let (app, browser) = (Application::public(&server.origin), server.browser());
        let (departure, list) = app.sign_in(&browser, ADA.0, ADA.1).await;
        let choose = async |page: &Page, value: &str| {
            let (action, mut fields) = page.form("choice");
            fields.retain(|(name, sent)| name != "choice" || sent == value);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            browser.post(page.url.join(&action).expect("an action").as_str(), &fields).await
        };
        let app_page = choose(&list, "SOFTWARE_TOKEN_MFA").await;
        assert!(app_page.has("#totpKey"));
        let list = follow(&browser, &app_page, "methods=1").await;
        let number = choose(&list, "SMS_MFA").await;
        let wrong = browser.submit(&number, "phoneNumber", &[("phoneNumber", "12")]).await;
        assert!(wrong.status == 400 && wrong.has("#phoneNumber[aria-invalid=true]"), "{}", wrong.text());
        let asked = browser.submit(&wrong, "phoneNumber", &[("phoneNumber", "+41 79 123 45 67")]).await;
        assert!(asked.says("+*******4567"), "{}", asked.text());
        server.code_to("+41791234567").await;
        let again = browser.submit(&asked, "resendButton", &[]).await;
        assert!(again.has("[role=status]"), "{}", again.text());
        let code = server.code_to("+41791234567").await;
        let back = browser.submit(&again, "code", &[("code", &code)]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        assert_eq!(app.verify(&tokens.text("id_token")).await["acr"], "urn:cognito:loa:3");
        let pool = server.default_pool().await;
        let ada = names::find_for_sign_in(&server.env, &pool, ADA.0).await.expect("an answer").expect("ada");
        let now = factors::available(&server.env, &pool, &ada).await.expect("an answer");
        assert_eq!(now, [SecondFactor::Sms]);
    });
}
