//! A pool's own texts: on pages, in mails and SMS, by declaration and by command.

use vestibule::declare::{self, Document, ExportOptions, PlanError, PlanOptions, Sources};
use vestibule::directory::pools;
use vestibule::model::pool::PoolSettings;
use vestibule::store;

use super::*;
use crate::operator::Machine;
use crate::support::database::{block_on, for_each_database};

fn document(text: &str) -> Document {
    let sources = Sources::of_text("x.toml", text).unwrap_or_else(|p| panic!("{:?}", p.into_list()));
    Document::read(&sources).unwrap_or_else(|problems| panic!("{problems:?}"))
}

async fn apply(server: &TestServer, text: &str) -> usize {
    let document = document(text);
    let plan = declare::plan(&server.env, &document, PlanOptions::default()).await.expect("a plan");
    let changes = plan.pools.iter().map(|pool| pool.changes.len()).sum();
    declare::apply(&server.env, &document, plan).await.map_err(|(_, error)| error).expect("it is written");
    server.look_again(&vestibule::model::ids::PoolId::trusted(POOL));
    changes
}

const OWN: &str = r#"
[[pool]]
id = "us-east-1_Demo00001"
[pool.settings.texts.de]
login-title = "Moin <b>&</b> hallo"
continue-to = "weiter nach { $name }"
check-fields = """
{ $count ->
    [one] Eine Sache
   *[other] { $count } Sachen
}"""
message-reset-subject = "Neues Passwort für { $pool }"
message-reset-body = """
Moin,

dein Code für { $pool } ist:

{####}

Tschüss"""
"#;

#[tokio::test]
async fn pages_and_mails_say_a_pools_own_words_in_that_language_alone() {
    let server = TestServer::start().await;
    let browser = server.browser();
    assert!(!sign_in_page(&server, &browser, &[("lang", "de")]).await.says("Moin"));
    assert!(apply(&server, OWN).await > 0);
    assert_eq!(apply(&server, OWN).await, 0, "a second time there is nothing to do");

    let login = sign_in_page(&server, &browser, &[("lang", "de")]).await;
    assert!(login.says("Moin <b>&</b> hallo") && login.says("weiter nach"), "{}", login.text());
    assert!(login.html.contains("<title>Moin &lt;b&gt;&amp;&lt;/b&gt; hallo"), "{}", login.html);
    let wrong = browser.submit(&login, "signInSubmitButton", &[("username", ""), ("password", "")]).await;
    assert!(wrong.status == 400 && wrong.says("2 Sachen"), "{}", wrong.text());

    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    browser.submit(&forgot, "resetPasswordButton", &[("username", "ada@example.com")]).await;
    let mail = server.message_to("ada@example.com").await.expect("a mail");
    let code = mail.code.expect("a code");
    assert!(mail.subject.starts_with("Neues Passwort für "), "{}", mail.subject);
    assert!(mail.text.starts_with("Moin,\n\ndein Code") && mail.text.contains(&format!("\n\n{code}\n\n")));
    assert!(mail.html.expect("HTML").contains(&format!("<p class=\"code\" dir=\"ltr\">{code}</p>")));

    for lang in ["en", "fr"] {
        let other = sign_in_page(&server, &server.browser(), &[("lang", lang)]).await;
        assert!(!other.says("Moin"), "{lang}");
    }
    let other = server.browser().get("/us-east-1_Demo00002/login?flow=x&lang=de").await;
    assert!(other.status == 400 && !other.says("Moin"));

    let back = "[[pool]]\nid = \"us-east-1_Demo00001\"\nreset = [\"texts.de.login-title\", \"texts.fr\"]\n";
    assert_eq!(apply(&server, back).await, 1);
    let login = sign_in_page(&server, &browser, &[]).await;
    assert!(!login.says("Moin") && login.says("weiter nach"), "{}", login.text());
    apply(&server, "[[pool]]\nid = \"us-east-1_Demo00001\"\nreset = [\"texts\"]\n").await;
    assert!(server.pool(POOL).await.settings.texts.is_empty());
}

#[tokio::test]
async fn an_export_brings_the_texts_elsewhere() {
    let server = TestServer::start().await;
    apply(&server, OWN).await;
    let pool = server.pool(POOL).await;
    let exported =
        declare::export(&server.env, Some(&pool.id), ExportOptions::default()).await.expect("an export");
    assert!(exported.contains("login-title"), "{exported}");
    let plan =
        declare::plan(&server.env, &document(&exported), PlanOptions::default()).await.expect("a plan");
    assert!(plan.is_empty(), "{exported}");
    let elsewhere = TestServer::start().await;
    apply(&elsewhere, &exported).await;
    assert_eq!(elsewhere.pool(POOL).await.settings.texts, pool.settings.texts);
}

#[tokio::test]
async fn a_declaration_names_the_line_of_a_text_that_cannot_be_used() {
    let server = TestServer::start().await;
    for (line, reason) in [
        ("login-titel = \"x\"", "no text"),
        ("login-title = \"{ $pool }\"", "uses the value $pool"),
        ("login-title = \"{ $name\"", "cannot be read"),
        ("login-title = \"{ other }\"", "nothing else of Fluent"),
        ("message-reset-body = \"no code\"", "{####}"),
        ("login-title = \"\"", "1 to 2048"),
    ] {
        let text = format!("[[pool]]\nid = \"{POOL}\"\n[pool.settings.texts.de]\nnext = \"Los\"\n{line}\n");
        let planned = declare::plan(&server.env, &document(&text), PlanOptions::default()).await;
        let Err(PlanError::Problems(problems)) = planned else { panic!("{line} was taken") };
        let shown = format!("{problems:?}");
        assert!(shown.contains(reason) && shown.contains("line: 5"), "{line}: {shown}");
    }
    let text = format!("[[pool]]\nid = \"{POOL}\"\n[pool.settings.texts.tlh]\nnext = \"x\"\n");
    let planned = declare::plan(&server.env, &document(&text), PlanOptions::default()).await;
    assert!(format!("{:?}", planned.err()).contains("no language"));
}

#[tokio::test]
async fn a_damaged_text_takes_no_page_and_no_setting_down() {
    let server = TestServer::start().await;
    let pool = server.pool(POOL).await;
    let mut damaged = pool.clone();
    let long = "{".repeat(100_000);
    for (key, text) in [
        ("login-title", "{ $name"),
        ("continue-to", "{ $missing }"),
        ("login-button", "{ other }"),
        ("login-sign-up", long.as_str()),
        ("gone-with-an-upgrade", "x"),
        ("message-reset-subject", "}\n.x = {"),
    ] {
        damaged.settings.texts.set("en", key, text);
    }
    // Past every check, as a row from another version would come.
    server.env.db.write(move |c| store::pools::update(c, &damaged)).await.expect("it is written");
    server.env.settings_cache.pools.forget(&pool.id);
    server.look_again(&pool.id);
    let browser = server.browser();
    let login = sign_in_page(&server, &browser, &[]).await;
    assert!(login.says("Sign in") && login.says("to continue to"), "{}", login.text());
    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    browser.submit(&forgot, "resetPasswordButton", &[("username", "ada@example.com")]).await;
    let mail = server.message_to("ada@example.com").await.expect("a mail");
    assert!(mail.subject.contains("password reset code"), "{}", mail.subject);
    let rename = |pool: &mut PoolSettings| pool.self_sign_up = false;
    assert!(!server.change_pool(POOL, rename).await.settings.self_sign_up, "other settings can be changed");
}

#[test]
fn operators_set_and_take_back_texts() {
    for_each_database(|database| async {
        let machine = Machine::new(database).await;
        let pool = pools::create(&machine.env, None, "Demo", PoolSettings::default()).await.expect("a pool");
        let stored = async || pools::find(&machine.env, &pool.id).await.expect("answers").expect("a pool");

        assert_eq!(machine.json(&["texts", "list"]), serde_json::json!([]));
        let set = machine.json(&["texts", "set", "de", "continue-to", "weiter nach { $name }"]);
        assert_eq!((&set["key"], &set["language"]), (&"continue-to".into(), &"de".into()));
        machine.json(&["texts", "set", "de", "message-reset-sms", "{ $pool }: {####}"]);
        let listed = machine.json(&["texts", "list", "--language", "de"]);
        assert_eq!(listed[0]["text"], "weiter nach { $name }");
        assert_eq!(listed[0]["values"], serde_json::json!(["$name"]));
        assert_eq!(stored().await.settings.texts.get("de", "message-reset-sms"), Some("{ $pool }: {####}"));
        let all = machine.json(&["texts", "list", "--all", "--language", "de"]);
        assert!(all.as_array().expect("a list").len() > 200);
        let own = |entry: &&serde_json::Value| entry["own"] == true;
        assert_eq!(all.as_array().expect("a list").iter().filter(own).count(), 2);

        for (arguments, reason) in [
            (["texts", "set", "de", "continue-to", "{ $pool }"], "$name"),
            (["texts", "set", "de", "nonsense", "x"], "no text"),
            (["texts", "set", "tlh", "next", "x"], "no language"),
            (["texts", "set", "de", "message-reset-sms", "no code"], "{####}"),
        ] {
            assert!(machine.refused(&arguments).contains(reason), "{arguments:?}");
        }
        assert_eq!(machine.run(&["texts", "check"]).code, 0);
        assert!(machine.refused(&["texts", "unset", "fr"]).contains("no such text"));
        assert_eq!(machine.json(&["texts", "unset", "de", "continue-to"])["removed"], 1);
        assert_eq!(machine.json(&["texts", "unset", "de"])["removed"], 1);
        assert!(stored().await.settings.texts.is_empty());

        let mut damaged = stored().await;
        damaged.settings.texts.set("de", "gone-with-an-upgrade", "x");
        machine.env.db.write(move |c| store::pools::update(c, &damaged)).await.expect("it is written");
        let checked = machine.run(&["texts", "check"]);
        assert!(checked.code == 1 && checked.out.contains("gone-with-an-upgrade"), "{checked:?}");
        assert_eq!(machine.json(&["texts", "unset", "de", "gone-with-an-upgrade"])["removed"], 1);
        assert_eq!(machine.run(&["texts", "check"]).code, 0);
    });
}

#[test]
fn a_pool_cannot_be_filled_with_texts() {
    block_on(async {
        let server = TestServer::start().await;
        let pool = server.pool(POOL).await;
        let mut settings = pool.settings.clone();
        for language in vestibule::render::LANGUAGES {
            for key in ["next", "or", "optional", "continue", "try-again", "login-title"] {
                settings.texts.set(language.tag, key, &"x".repeat(2048));
            }
        }
        let refused = pools::update(&server.env, &pool.id, &pool.name, settings).await.expect_err("too much");
        assert!(refused.to_string().contains("together"), "{refused}");
    });
}
