//! Which language a page has, and the list at its foot.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use super::*;

#[tokio::test]
async fn the_address_counts_more_than_the_application_and_that_more_than_the_browser() {
    let server = TestServer::start().await;
    let page = sign_in_page(&server, &speaking(&server, "nl, fr;q=0.5"), &[]).await;
    assert_eq!(language(&page), "nl");
    let browser = speaking(&server, "nl");
    let page = sign_in_page(&server, &browser, &[("ui_locales", "tlh de-CH fr")]).await;
    assert_eq!(language(&page), "de");
    let page = sign_in_page(&server, &browser, &[("ui_locales", "de"), ("lang", "fr")]).await;
    assert_eq!(language(&page), "fr");
    let page = sign_in_page(&server, &server.browser(), &[]).await;
    assert_eq!(language(&page), "en");
}

#[tokio::test]
async fn a_chosen_language_stays_on_every_page_although_the_application_asked_for_another() {
    let server = TestServer::start().await;
    let browser = speaking(&server, "nl");
    let login = sign_in_page(&server, &browser, &[("ui_locales", "de")]).await;
    assert_eq!(language(&login), "de");
    let french = browser.get(&link_to(&login, "fr")).await;
    assert_eq!((french.status, language(&french)), (200, "fr".to_owned()));
    assert_eq!(french.query("flow"), login.query("flow"), "the transaction is kept");
    let (name, value) = browser.cookie("vestibule_lang_").expect("the choice is kept");
    assert!(value.starts_with("fr_"), "{name}={value}");

    // The next pages of this transaction, without the parameter.
    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    assert_eq!(language(&forgot), "fr");
    let wrong = [("username", "ada@example.com"), ("password", "wrong")];
    let refused = browser.submit(&french, "signInSubmitButton", &wrong).await;
    assert_eq!((refused.status, language(&refused)), (400, "fr".to_owned()));
    let ended = browser.submit(&refused, "signInSubmitButton", &ADA).await;
    assert!(ended.query("code").is_some(), "{}", ended.text());

    // A later request of the application asks anew; what nobody asks for stays as it was chosen.
    server.advance(std::time::Duration::from_secs(60));
    let browser = browser.copy();
    browser.forget("vestibule_session_");
    assert_eq!(language(&sign_in_page(&server, &browser, &[("ui_locales", "de")]).await), "de");
    assert_eq!(language(&sign_in_page(&server, &browser, &[]).await), "fr");
}

#[tokio::test]
async fn the_list_names_each_language_in_itself_and_leads_back_to_the_page() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let login = sign_in_page(&server, &browser, &[]).await;
    let all = server.env.renderer.translator().languages().count();
    let selector = Selector::parse(".languages a").expect("a selector");
    let document = Html::parse_document(&login.html);
    let links: Vec<_> = document.select(&selector).collect();
    assert_eq!(links.len(), all);
    assert!(login.has(".languages a[lang=de][hreflang=de]") && login.says("Deutsch") && login.says("日本語"));
    assert_eq!(attribute(&login, ".languages a[aria-current]", "lang"), "en");
    for link in &links {
        let href = link.attr("href").unwrap_or_default();
        assert!(href.starts_with("/login?flow=") && !href.contains("lang=en&"), "{href}");
    }

    // After a refused form the page's own address shows it again.
    let wrong = [("username", "ada@example.com"), ("password", "wrong")];
    let refused = browser.submit(&login, "signInSubmitButton", &wrong).await;
    assert_eq!(refused.status, 400);
    let again = browser.get(&link_to(&refused, "sv")).await;
    assert_eq!((again.status, again.path(), language(&again)), (200, "/login", "sv".to_owned()));
    assert!(again.has("input[name=password]"));

    // A form without a page of its own leads to the page that is due.
    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    let waiting = browser.submit(&forgot, "resetPasswordButton", &[("username", "ada@example.com")]).await;
    assert_eq!(waiting.path(), "/confirmforgotPassword");
    let german = browser.get(&link_to(&waiting, "de")).await;
    assert_eq!((german.path(), language(&german)), ("/confirmforgotPassword", "de".to_owned()));
    let mut limited = german;
    for _ in 0..20 {
        limited = browser.submit(&limited, "resendButton", &[]).await;
        if limited.status != 200 {
            break;
        }
    }
    assert_eq!(limited.path(), "/resendcode", "{}", limited.text());
    let due = browser.get(&link_to(&limited, "it")).await;
    assert_eq!((due.status, due.path(), language(&due)), (200, "/confirmforgotPassword", "it".to_owned()));
}

#[tokio::test]
async fn the_list_is_left_out_where_the_page_cannot_come_again() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let callback = browser.get("/oauth2/idpresponse?state=x&code=y").await;
    assert!(callback.status >= 400 && !callback.has(".languages"), "{}", callback.text());
    let wrong_client = browser.get("/oauth2/authorize?client_id=nobody&response_type=code").await;
    assert!(wrong_client.status == 400 && !wrong_client.has(".languages"));
    let forged = browser.post("/login?flow=x", &[("username", "x")]).await;
    assert!(forged.status >= 400 && !forged.has(".languages"));
    let over = browser.get("/login?flow=x").await;
    assert!(over.status == 400 && link_to(&over, "de") == "/login?flow=x&lang=de", "{}", over.html);
    for path in ["//evil.example/nothing", "/..//evil.example"] {
        let page = browser.get_once(&format!("{}{path}", server.origin)).await;
        assert!(!page.html.contains("href=\"//"), "{path}: {}", page.html);
    }

    server.change_pool(POOL, |pool| pool.languages.selector = false).await;
    let hidden = sign_in_page(&server, &browser, &[("lang", "de")]).await;
    assert!(!hidden.has(".languages") && language(&hidden) == "de");
}

#[tokio::test]
async fn the_list_is_small() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let compressed = |html: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(html.as_bytes()).expect("memory takes it");
        encoder.finish().expect("memory takes it").len()
    };
    let with = sign_in_page(&server, &browser, &[]).await;
    server.change_pool(POOL, |pool| pool.languages.selector = false).await;
    let without = browser.get(with.url.as_str()).await;
    let cost = compressed(&with.html) - compressed(&without.html);
    assert!(cost < 1536, "{cost} bytes");
}

#[tokio::test]
async fn a_pool_offers_what_it_wants_and_says_so() {
    let server = TestServer::start().await;
    let change = |pool: &mut vestibule::model::pool::PoolSettings| {
        pool.languages.default = Some("fr".into());
        pool.languages.offered = vec!["fr".into(), "de".into(), "zh-TW".into()];
    };
    server.change_pool(POOL, change).await;
    let metadata = server.browser().get(&format!("/{POOL}/.well-known/openid-configuration")).await;
    let metadata: Value = serde_json::from_str(&metadata.html).expect("JSON");
    assert_eq!(metadata["ui_locales_supported"], serde_json::json!(["de", "fr", "zh-TW"]));

    for (accepted, expected) in
        [("en", "fr"), ("de-AT", "de"), ("zh-HK", "zh-TW"), ("zh-CN", "fr"), ("", "fr")]
    {
        let page = sign_in_page(&server, &speaking(&server, accepted), &[]).await;
        assert_eq!(language(&page), expected, "{accepted}");
    }
    let page = sign_in_page(&server, &server.browser(), &[("lang", "es")]).await;
    assert_eq!(language(&page), "fr");
    let browser = server.browser();
    let page = browser.get("/login?flow=x&lang=es").await;
    assert_eq!((page.status, language(&page)), (400, "fr".to_owned()), "error pages follow the pool as well");
    assert!(browser.cookie("vestibule_lang_").is_none(), "what is not offered is not kept");
    let other = browser.get("/us-east-1_Demo00002/login?flow=x&lang=es").await;
    assert_eq!(language(&other), "es", "another pool offers everything");
}

#[tokio::test]
async fn settings_that_offer_nothing_are_refused() {
    let server = TestServer::start().await;
    let pool = server.pool(POOL).await;
    for (default, offered) in
        [(Some("tlh"), vec![]), (None, vec!["de", "tlh"]), (Some("en"), vec!["de", "fr"])]
    {
        let mut settings = pool.settings.clone();
        settings.languages.default = default.map(str::to_owned);
        settings.languages.offered = offered.iter().map(|tag| (*tag).to_owned()).collect();
        let refused = vestibule::directory::pools::update(&server.env, &pool.id, &pool.name, settings).await;
        let error = refused.expect_err("refused").to_string();
        assert!(error.contains("languages"), "{error}");
    }
}

#[tokio::test]
async fn hostile_wishes_are_passed_over() {
    let server = TestServer::start().await;
    let long = "de-".repeat(2000);
    let many = "xx,".repeat(5000) + "de";
    for accepted in
        ["\"><script>", "de;q=\u{7f}", "../../../etc/passwd", long.as_str(), many.as_str(), "*", ";;;"]
    {
        let mut browser = server.browser();
        browser
            .headers
            .push(("accept-language", accepted.chars().filter(|c| !c.is_control()).take(7000).collect()));
        let page = browser.get("/nothing-here").await;
        assert_eq!((page.status, language(&page)), (404, "en".to_owned()), "{accepted:.40}");
    }
    for lang in ["%00", "%22%3E%3Cscript%3E", "de%0d%0aSet-Cookie:x=y", "%F0%9F%98%80", "en-x-evil&lang=de"] {
        let browser = server.browser();
        let page = browser.get(&format!("/nothing-here?lang={lang}")).await;
        assert_eq!(language(&page), "en", "{lang}");
        assert!(!page.html.contains("<script>") && browser.cookie("x").is_none(), "{lang}");
    }
    let browser = server.browser();
    for value in ["fr_99999999999999999999", "_", "fr_", "fr_-1", "../x", "xx_12"] {
        browser.set_cookie(&format!("vestibule_lang_{POOL}"), value);
        let page = browser.get("/nothing-here").await;
        assert!(page.status == 404 && ["en", "fr"].contains(&language(&page).as_str()), "{value}");
    }
}
