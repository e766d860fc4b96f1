//! A server in production: a whole sign-in through own TLS, the end by signal.

use vestibule::directory::users::{self, NewUser};
use vestibule::directory::{clients, pools};
use vestibule::model::client::ClientSettings;
use vestibule::model::ids::ClientId;
use vestibule::model::pool::{ContactKind, PoolSettings, SignInNames};

use super::installation::{Installation, complaint, free_port};
use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::env::caller;
use crate::support::process::run_to_end;

const CALLBACK: &str = "https://app.example.org/callback";

#[tokio::test(flavor = "multi_thread")]
async fn a_person_signs_in_through_own_tls() {
    let (installation, origin) = Installation::with_tls();
    let served = installation.serve();
    assert_eq!((served.http, served.https.is_some()), (None, true));
    // What an operator's command does beside the running server is there at once.
    let env = installation.env().await;
    let settings = PoolSettings {
        sign_in: SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() },
        ..PoolSettings::default()
    };
    let pool = pools::create(&env, None, "People", settings).await.expect("a pool");
    let settings = ClientSettings { callback_urls: vec![CALLBACK.into()], ..ClientSettings::default() };
    let new = clients::NewClient {
        id: Some(ClientId::parse("web").expect("an id")),
        name: "Web".into(),
        settings,
        secret: None,
    };
    clients::create(&env, &pool, new).await.expect("a client");
    let new = NewUser {
        username: None,
        attributes: [("email", "lise@example.org"), ("email_verified", "true")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        password: Some("Correct-Horse-9".into()),
        temporary: false,
        invite: false,
    };
    let person = users::create(&env, &caller("192.0.2.1"), &pool, new).await.expect("a person");

    let mut app = Application::of_pool(&origin, pool.id.as_str(), "web");
    app.redirect_uri = CALLBACK.into();
    let browser = Browser::new(&origin);
    let login = browser.get(app.depart(&[]).url.as_str()).await;
    assert!(login.header("strict-transport-security").is_empty(), "never for loopback hosts");
    let tokens = app.tokens_of(&browser, "lise@example.org", "Correct-Horse-9").await;
    assert_eq!((tokens.status, tokens.error()), (200, ""));
    let claims = app.verify(&tokens.text("id_token")).await;
    assert_eq!(
        (claims["sub"].as_str(), claims["iss"].as_str()),
        (Some(person.id.as_str()), Some(app.issuer.as_str()))
    );
    assert_eq!(app.user_info(&tokens.text("access_token")).await.0, 200);
    assert_eq!(app.refresh(&tokens.text("refresh_token")).await.status, 200);
    assert!(browser.cookie("__Host-vestibule_").is_some());

    // Nothing of development is there.
    for path in [
        "/dev/mailbox",
        "/dev/playground",
        "/dev/providers",
        "/dev/providers/oidc/authorize",
        "/dev/providers/saml",
    ] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    served.signal("TERM");
    assert_eq!(served.end(), Some(0));
}

#[test]
fn both_signals_end_it_well_and_a_hang_up_does_not_end_it() {
    for name in ["TERM", "INT"] {
        let installation = Installation::new();
        let served = installation.serve();
        served.signal("HUP");
        let address = served.http.expect("it speaks HTTP");
        let answer = crate::support::database::block_on(async {
            Browser::new(&format!("http://{address}")).get("/").await.status
        });
        assert_eq!(answer, 421, "the host is not ours, and the server goes on");
        served.signal(name);
        assert_eq!(served.end(), Some(0), "{name}");
        let again = installation.serve();
        assert!(again.http.is_some(), "it starts again on the same database");
    }
}

#[test]
fn a_container_can_ask_how_it_is() {
    let installation = Installation::new();
    let address = format!("0.0.0.0:{}", free_port());
    let ask = |arguments: &[&str]| {
        let mut command = installation.command(arguments);
        run_to_end(command.env("VESTIBULE_MANAGEMENT_LISTEN", &address))
    };
    assert!(complaint(&ask(&["health"])).contains("does not answer"));
    let served = installation.serve_with(&[("VESTIBULE_MANAGEMENT_LISTEN", &address)]);
    for arguments in [&["health"][..], &["health", "--ready"]] {
        let output = ask(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(complaint(&installation.run(&["health"])).contains("set management.listen"));
    drop(served);
    assert!(complaint(&ask(&["health"])).contains("does not answer"));
}

#[test]
fn the_log_is_json_where_the_operator_wants_it() {
    let installation = Installation::new();
    let served = installation.serve_with(&[("VESTIBULE_LOG_FORMAT", "json")]);
    let line = served.log.wait_for(|line| line.contains("Vestibule is ready"));
    let line: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(line["level"], "INFO");
}
