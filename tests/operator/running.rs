//! Beside a running server: what an operator changes on the same database holds for the next request.

use std::sync::Arc;
use std::time::Duration;

use vestibule::dev::seed;
use vestibule::model::clock::{Clock, SystemClock};
use vestibule::store::meta;

use super::{Ran, run_in, write_private};
use crate::support::application::{Application, TokenAnswer};
use crate::support::database::{TestDatabase, block_on};
use crate::support::server::{MASTER_KEY, TestServer, TestServerOptions};

const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

/// A development server and the folder that the command line knows it by.
struct Beside {
    server: TestServer,
    folder: tempfile::TempDir,
}

impl Beside {
    async fn start() -> Self {
        let database = Arc::new(TestDatabase::sqlite().await);
        database.write(|c| meta::set(c, "development", "1")).await.expect("marked");
        let folder = tempfile::tempdir().expect("a folder");
        write_private(&folder.path().join("master.key"), MASTER_KEY);
        let settings = database.settings();
        let url = secrecy::ExposeSecret::expose_secret(&settings.url).to_owned();
        let file = url.strip_prefix("sqlite:").expect("a file");
        std::os::unix::fs::symlink(file, folder.path().join("vestibule.db")).expect("a link");
        let server = TestServer::start_on(database, TestServerOptions::default()).await;
        Self { server, folder }
    }

    /// Runs a command in its own process while the server runs, and lets the server read its settings again, as it does
    /// after five seconds.
    async fn run(&self, arguments: &[&str]) -> Ran {
        let ran = self.run_at_once(arguments).await;
        self.server.advance(Duration::from_secs(5));
        ran
    }

    /// Runs a command; what the server has cached stays cached.
    async fn run_at_once(&self, arguments: &[&str]) -> Ran {
        let dev = format!("--dev={}", self.folder.path().display());
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).chain([dev]).collect();
        let folder = self.folder.path().to_owned();
        let ran = tokio::task::spawn_blocking(move || {
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            run_in(&folder, &arguments, "", &[])
        });
        let ran = ran.await.expect("it runs");
        // The command has the system's clock; the server's stands still.
        let behind = SystemClock.now() + 1 - self.server.clock.now();
        self.server.advance(Duration::from_millis(u64::try_from(behind).unwrap_or(0)));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        ran
    }

    fn app(&self) -> Application {
        Application::public(&self.server.origin)
    }

    async fn tokens(&self) -> TokenAnswer {
        let tokens = self.app().tokens_of(&self.server.browser(), ADA.0, ADA.1).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        tokens
    }

    async fn alive(&self, tokens: &TokenAnswer) -> (bool, bool) {
        let (status, _) = self.app().user_info(&tokens.text("access_token")).await;
        let refreshed = self.app().refresh(&tokens.text("refresh_token")).await;
        (status == 200, refreshed.status == 200)
    }
}

#[test]
fn a_disabled_person_is_out_at_once_and_back_when_enabled() {
    block_on(async {
        let beside = Beside::start().await;
        let tokens = beside.tokens().await;
        assert_eq!(beside.alive(&tokens).await, (true, true));
        beside.run_at_once(&["user", "disable", ADA.0]).await;
        assert_eq!(beside.alive(&tokens).await, (false, false));
        let (_, page) = beside.app().sign_in(&beside.server.browser(), ADA.0, ADA.1).await;
        assert!(page.url.as_str().starts_with(&beside.server.origin), "{}", page.url);
        beside.run_at_once(&["user", "enable", ADA.0]).await;
        assert_eq!(beside.alive(&tokens).await, (false, false), "what has ended stays ended");
        let again = beside.tokens().await;
        assert_eq!(beside.alive(&again).await, (true, true));
    });
}

#[test]
fn signing_out_ends_the_session_in_the_browser_too() {
    block_on(async {
        let beside = Beside::start().await;
        let (app, browser) = (beside.app(), beside.server.browser());
        let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
        let silent = |app: &Application| app.depart(&[("prompt", "none")]).url;
        let back = browser.get(silent(&app).as_str()).await;
        assert!(back.query("code").is_some(), "signed in: {}", back.url);
        beside.run_at_once(&["user", "sign-out", ADA.0]).await;
        let back = browser.get(silent(&app).as_str()).await;
        assert_eq!(back.query("error").as_deref(), Some("login_required"), "{}", back.url);
        assert_eq!(beside.alive(&tokens).await, (false, false));
    });
}

#[test]
fn a_changed_setting_and_a_rotated_secret_hold_for_the_next_request() {
    block_on(async {
        let beside = Beside::start().await;
        let mut app = Application::confidential(&beside.server.origin);
        let arguments =
            ["client", "rotate-secret", seed::CONFIDENTIAL_CLIENT, "--retire-after", "0", "--json"];
        let rotated = beside.run_at_once(&arguments).await;
        let rotated: serde_json::Value = serde_json::from_str(&rotated.out).expect("JSON");
        let fields = [("grant_type", "refresh_token"), ("refresh_token", "nonsense")];
        assert_eq!(app.token(&fields).await.error(), "invalid_client", "the old secret has ended");
        app.secret = rotated["secret"].as_str().map(str::to_owned);
        assert_eq!(app.token(&fields).await.error(), "invalid_grant", "the new one works");

        let login = async || {
            let page = beside.server.browser().get(beside.app().depart(&[]).url.as_str()).await;
            assert_eq!(page.status, 200, "{}", page.text());
            page.has("a[href*='signup']")
        };
        assert!(login().await);
        beside.run(&["pool", "set", seed::DEFAULT_POOL, "self_sign_up=false"]).await;
        assert!(!login().await, "sign-up is off");
    });
}

#[test]
fn a_deleted_client_takes_its_tokens_with_it() {
    block_on(async {
        let beside = Beside::start().await;
        let tokens = beside.tokens().await;
        beside.run(&["client", "delete", seed::PUBLIC_CLIENT, "--yes"]).await;
        let refreshed = beside.app().refresh(&tokens.text("refresh_token")).await;
        assert_eq!(refreshed.error(), "invalid_client", "{refreshed:?}");
        let (status, _) = beside.app().user_info(&tokens.text("access_token")).await;
        assert_eq!(status, 401);
    });
}

#[test]
fn who_comes_in_the_seconds_after_a_client_was_deleted_is_told_to_come_again() {
    block_on(async {
        let beside = Beside::start().await;
        let (app, browser) = (beside.app(), beside.server.browser());
        // This process remembers the client for some seconds more.
        let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
        let departure = app.depart(&[]);
        beside.run_at_once(&["client", "delete", seed::PUBLIC_CLIENT, "--yes"]).await;
        let page = beside.server.browser().get(departure.url.as_str()).await;
        assert_eq!(page.query("error").as_deref(), Some("temporarily_unavailable"), "{}", page.html);
        let refreshed = app.refresh(&tokens.text("refresh_token")).await;
        assert_eq!(refreshed.error(), "invalid_grant", "{refreshed:?}");
        beside.server.advance(Duration::from_secs(5));
        assert_eq!(beside.server.browser().get(departure.url.as_str()).await.status, 400);
    });
}

#[test]
fn a_deleted_pool_answers_nobody_and_a_restored_one_as_before() {
    block_on(async {
        let beside = Beside::start().await;
        let (app, browser) = (beside.app(), beside.server.browser());
        let tokens = app.tokens_of(&browser, ADA.0, ADA.1).await;
        beside.run(&["pool", "delete", seed::DEFAULT_POOL, "--yes"]).await;
        let base = format!("/{}", seed::DEFAULT_POOL);
        for path in ["/login", "/oauth2/authorize?client_id=demoweb", "/signup", "/logout"] {
            for path in [path.to_owned(), format!("{base}{path}")] {
                assert_eq!(browser.get(&path).await.status, 404, "{path}");
            }
        }
        for path in ["/.well-known/openid-configuration", "/.well-known/jwks.json"] {
            assert_eq!(browser.get(&format!("{base}{path}")).await.status, 404, "{path}");
        }
        assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 404);
        let refresh = tokens.text("refresh_token");
        let fields =
            [("grant_type", "refresh_token"), ("refresh_token", refresh.as_str()), ("client_id", "demoweb")];
        assert_eq!(browser.post("/oauth2/token", &fields).await.status, 404);
        let cognito =
            beside.server.browser().get(&format!("/{}/.well-known/jwks.json", seed::COGNITO_POOL)).await;
        assert_eq!(cognito.status, 200, "another pool goes on");

        beside.run(&["pool", "restore", seed::DEFAULT_POOL]).await;
        assert_eq!(beside.alive(&tokens).await, (true, true), "tokens from before work again");
        let back = browser.get(app.depart(&[("prompt", "none")]).url.as_str()).await;
        assert!(back.query("code").is_some(), "the session is there: {}", back.url);
    });
}

#[test]
fn reset_factors_are_asked_for_no_more() {
    block_on(async {
        let beside = Beside::start().await;
        let grace = (seed::GRACE.email, seed::GRACE.password);
        let (app, browser) = (beside.app(), beside.server.browser());
        let (_, page) = app.sign_in(&browser, grace.0, grace.1).await;
        assert!(page.url.as_str().starts_with(&beside.server.origin), "a code is asked for: {}", page.url);
        beside.run_at_once(&["user", "reset-mfa", grace.0]).await;
        let tokens = app.tokens_of(&beside.server.browser(), grace.0, grace.1).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
    });
}
