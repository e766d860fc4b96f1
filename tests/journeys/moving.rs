//! A directory moves: out of one server, into another with another database and another master key; and then everybody
//! signs in there through the pages.

use std::sync::Arc;

use serde_json::Value;
use vestibule::crypto::totp;
use vestibule::directory::evolve::{self, EvolveError, Listing, Wish};
use vestibule::directory::transfer::{Format, Import, ImportOptions, Outcome, Rows, export};
use vestibule::directory::users::NewUser;
use vestibule::directory::{factors, groups, users};
use vestibule::model::attributes::AttributeSchema;
use vestibule::model::client::ClientSettings;
use vestibule::model::group::Group;
use vestibule::model::pool::{
    MfaConfiguration, MfaSettings, PoolSettings, SecondFactor, SignInAlias, SignInNames, UserPool,
};
use vestibule::model::user::User;

use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::env::caller;
use crate::support::server::{TestServer, TestServerOptions};

const PASSWORD: &str = "Correct-Horse-7";
const SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
/// "password", by libxcrypt.
const BCRYPT: &str = "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";

fn settings() -> PoolSettings {
    PoolSettings {
        self_sign_up: true,
        sign_in: SignInNames {
            aliases: vec![SignInAlias::Email, SignInAlias::PreferredUsername],
            ..SignInNames::default()
        },
        schema: vec![AttributeSchema::standard("custom:team", false)],
        mfa: MfaSettings {
            configuration: MfaConfiguration::Optional,
            factors: vec![SecondFactor::Totp, SecondFactor::Email],
            ..MfaSettings::default()
        },
        ..PoolSettings::default()
    }
}

async fn pool_with_client(server: &TestServer, settings: PoolSettings) -> (UserPool, Application) {
    let pool = server.create_pool("Moving", settings).await;
    let client = ClientSettings { any_loopback_url: true, ..ClientSettings::default() };
    server.create_client(&pool, "mover", client).await;
    let app = Application::of_pool(&server.origin, pool.id.as_str(), "mover");
    (pool, app)
}

async fn person(
    server: &TestServer,
    pool: &UserPool,
    name: &str,
    temporary: bool,
    given: &[(&str, &str)],
) -> User {
    let email = format!("{name}@example.com");
    let own = [("email", email.as_str()), ("email_verified", "true")];
    let attributes = own.iter().chain(given).map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let new = NewUser {
        username: Some(name.into()),
        attributes,
        password: Some(PASSWORD.into()),
        temporary,
        invite: false,
    };
    users::create(&server.env, &caller("192.0.2.1"), pool, new).await.expect("the user can be made")
}

async fn exported(server: &TestServer, pool: &UserPool) -> String {
    let mut text = export::begin(&server.env, pool, true).await.expect("the database answers");
    let part = export::page(&server.env, pool, None, true).await.expect("it opens");
    assert!(part.next.is_none());
    text += &part.text;
    text
}

async fn import(server: &TestServer, pool: &UserPool, text: &str) {
    let options = ImportOptions::default();
    let begun = Import::begin(&server.env, &caller("192.0.2.1"), &pool.id, options).await;
    let mut rows = Rows::new(text.as_bytes(), Format::Lines);
    let rows = std::iter::from_fn(|| rows.next_row().expect("memory can be read")).collect();
    let done =
        begun.unwrap_or_else(|error| panic!("{error}")).write(rows).await.expect("the database answers");
    assert!(done.iter().all(|one| one.outcome == Outcome::Created), "{done:?}");
}

/// The claims of somebody who signs in with a password alone.
async fn claims_of(app: &Application, browser: &Browser, name: &str, password: &str) -> Value {
    let tokens = app.tokens_of(browser, name, password).await;
    app.verify(&tokens.text("id_token")).await
}

#[test]
fn everybody_signs_in_where_the_directory_has_moved_to() {
    for_each_database(|target| async {
        let source = TestServer::start().await;
        let (pool, old_app) = pool_with_client(&source, settings()).await;
        let env = &source.env;
        let group = Group {
            pool_id: pool.id.clone(),
            name: "admins".into(),
            description: None,
            precedence: Some(2),
            role_arn: None,
            created_at: env.now(),
        };
        groups::create(env, &pool, group).await.expect("a group");
        let ada = person(
            &source,
            &pool,
            "Ada",
            false,
            &[("custom:team", "Blue"), ("preferred_username", "countess")],
        )
        .await;
        let grace = person(&source, &pool, "grace", false, &[]).await;
        let tim = person(&source, &pool, "tim", true, &[]).await;
        let off = person(&source, &pool, "off", false, &[]).await;
        groups::add_member(env, &pool, "admins", &grace.id).await.expect("a member");
        let seed = totp::secret_from_base32(SEED).expect("base32");
        factors::set_totp(env, &pool, &grace.id, &seed, Some("Phone")).await.expect("a seed");
        factors::set_preferences(env, &pool, &ada.id, &[SecondFactor::Email], None).await.expect("a factor");
        users::set_enabled(env, &pool, &off.id, false).await.expect("off");
        let bea = format!(
            r#"{{"id":"00000000-0000-4000-8000-000000000000","username":"bea","attributes":{{"email":"bea@example.com","email_verified":true}},"password":{{"hash":"{BCRYPT}"}}}}"#
        );
        import(&source, &pool, &bea).await;
        let text = exported(&source, &pool).await;

        let options = TestServerOptions {
            master_key: "77777777777777777777777777777777aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            ..Default::default()
        };
        let server = TestServer::start_on(Arc::new(target), options).await;
        server.clock.advance(std::time::Duration::ZERO);
        let (new_pool, app) = pool_with_client(&server, settings()).await;
        assert_ne!(new_pool.id, pool.id);
        import(&server, &new_pool, &text).await;
        assert_eq!(exported(&server, &new_pool).await, text, "to the byte");

        // Ada: password, mailed second factor, custom attribute, preferred name.
        for name in ["ada", "ADA@example.com", "countess"] {
            let browser = server.browser();
            let (departure, asked) = app.sign_in(&browser, name, PASSWORD).await;
            let code = server.code_to("Ada@example.com").await;
            let back = browser.submit(&asked, "continueButton", &[("code", &code)]).await;
            let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
            let claims = app.verify(&tokens.text("id_token")).await;
            assert_eq!(
                (claims["sub"].as_str(), &claims["email_verified"]),
                (Some(ada.id.as_str()), &true.into())
            );
        }
        assert_eq!(
            users::find(&server.env, &new_pool, &ada.id).await.expect("answers").expect("there").attributes["custom:team"],
            "Blue"
        );
        // Grace: password, authenticator, group.
        let browser = server.browser();
        let (departure, asked) = app.sign_in(&browser, "grace@example.com", PASSWORD).await;
        let code = totp::code_at(&seed, server.env.now() / totp::STEP_MS);
        let back = browser.submit(&asked, "code", &[("code", &code)]).await;
        let tokens = app.exchange(&app.code_of(&back, &departure), &departure.verifier).await;
        let claims = app.verify(&tokens.text("id_token")).await;
        assert_eq!(claims["cognito:groups"], serde_json::json!(["admins"]));
        // Tim must choose a password of his own, and Off may not come in.
        let (_, asked) = app.sign_in(&server.browser(), "tim", PASSWORD).await;
        assert!(asked.has("input[autocomplete=new-password]"), "{}", asked.text());
        let (_, refused) = app.sign_in(&server.browser(), "off", PASSWORD).await;
        assert!(refused.url.as_str().starts_with(&server.origin), "{}", refused.url);
        // Bea: a hash from elsewhere, wrong and right.
        let (_, refused) = app.sign_in(&server.browser(), "bea", "Password").await;
        assert!(refused.url.as_str().starts_with(&server.origin), "{}", refused.url);
        let claims = claims_of(&app, &server.browser(), "bea", "password").await;
        assert_eq!(claims["sub"], "00000000-0000-4000-8000-000000000000");
        claims_of(&app, &server.browser(), "bea@example.com", "password").await;

        // Only what the sign-ins hashed anew is different now.
        let after = exported(&server, &new_pool).await;
        for (was, is) in text.lines().zip(after.lines()) {
            match was.contains("\"bea\"") {
                true => assert!(was.contains("$2b$") && is.contains("$argon2id$"), "{is}"),
                false => assert_eq!(was, is),
            }
        }
        assert_eq!(text.lines().count(), after.lines().count());
        assert!(
            claims_of(&old_app, &source.browser(), "bea", "password").await["sub"].is_string(),
            "and nothing was taken"
        );
        assert_eq!(tim.status.as_str(), "FORCE_CHANGE_PASSWORD");
    });
}

#[test]
fn a_person_without_a_password_sets_one_by_the_mailed_code() {
    block_on(async {
        let server = TestServer::start().await;
        let (pool, app) = pool_with_client(&server, settings()).await;
        import(
            &server,
            &pool,
            r#"{"username":"eve","attributes":{"email":"eve@example.com","email_verified":true}}"#,
        )
        .await;
        let browser = server.browser();
        let (departure, refused) = app.sign_in(&browser, "eve", PASSWORD).await;
        assert!(refused.url.as_str().starts_with(&server.origin), "{}", refused.url);
        let link =
            refused.html.split("href=\"").find(|rest| rest.contains("/forgotPassword")).expect("a link");
        let link = link.split('"').next().expect("an address").replace("&amp;", "&");
        let page = browser.get(refused.url.join(&link).expect("an address").as_str()).await;
        let asked = browser.submit(&page, "username", &[("username", "eve")]).await;
        let code = server.code_to("eve@example.com").await;
        let fields = [("code", code.as_str()), ("password", "Correct-Horse-9")];
        let done = browser.submit(&asked, "code", &fields).await;
        assert!(done.status < 400, "{} {}", done.status, done.text());
        drop(departure);
        claims_of(&app, &server.browser(), "eve", "Correct-Horse-9").await;
    });
}

#[test]
fn the_sign_in_page_follows_the_rules_as_they_change() {
    for_each_database(|database: TestDatabase| async {
        let server = TestServer::start_on(Arc::new(database), TestServerOptions::default()).await;
        let mut before = settings();
        before.sign_in = SignInNames { case_sensitive: true, ..SignInNames::default() };
        let (pool, app) = pool_with_client(&server, before).await;
        let ada = person(&server, &pool, "Ada", false, &[]).await;
        let twin = person(&server, &pool, "ADA", false, &[]).await;
        let signs_in = async |name: &str| {
            let (_, page) = app.sign_in(&server.browser(), name, PASSWORD).await;
            page.query("code").is_some()
        };
        assert!(signs_in("Ada").await && !signs_in("ada").await && !signs_in("ada@example.com").await);

        let wish = Wish::SignIn(SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() });
        let listing = || Listing { after: None, most: 10 };
        let refused = evolve::apply(&server.env, &pool.id, &wish, listing()).await;
        assert!(matches!(refused, Err(EvolveError::InTheWay(_))), "{refused:?}");
        assert!(
            signs_in("Ada").await && signs_in("ADA").await && !signs_in("ada").await,
            "nothing has changed"
        );

        users::delete(&server.env, &pool, &twin.id).await.expect("deleted");
        evolve::apply(&server.env, &pool.id, &wish, listing()).await.expect("nobody is in the way");
        server.look_again(&pool.id);
        for name in ["Ada", "ada", "aDA", "ada@EXAMPLE.com"] {
            assert!(signs_in(name).await, "{name}");
        }
        let claims = claims_of(&app, &server.browser(), "ada", PASSWORD).await;
        assert_eq!(claims["sub"].as_str(), Some(ada.id.as_str()));
    });
}
