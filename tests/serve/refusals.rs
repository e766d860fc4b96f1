//! What production does not start with: a sentence, exit code 1, and nothing written.

use std::net::TcpListener;

use secrecy::SecretString;
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::random::SystemRandom;
use vestibule::dev::seed;
use vestibule::directory::clients::{self, NewClient};
use vestibule::directory::pools;
use vestibule::directory::users::{self, NewUser};
use vestibule::env::Env;
use vestibule::model::client::ClientSettings;
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::model::pool::{ContactKind, PoolSettings};
use vestibule::store::meta;

use super::installation::{Installation, complaint};
use crate::support::database::block_on;
use crate::support::env::caller;
use crate::support::process::run_to_end;

/// An installation with a database that is in order.
fn existing() -> Installation {
    let installation = Installation::new();
    let output = installation.run(&["migrate"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    installation
}

/// Does something to the database in this process and leaves it closed.
fn prepare<F: Future<Output = ()>>(installation: &Installation, work: impl FnOnce(Env) -> F) {
    block_on(async {
        let env = installation.env().await;
        let db = env.db.clone();
        work(env).await;
        db.checkpoint().await.expect("the log can be emptied");
    });
}

/// Runs `serve` and every other command that opens the database; all refuse, and nothing was written.
fn refused(installation: &Installation, arguments: &[&str], expected: &str) {
    let before = installation.files();
    let text = complaint(&installation.run(arguments));
    assert!(text.contains(expected), "{expected:?} is not in: {text}");
    let mut after = installation.files();
    // Readers of SQLite make these; they hold nothing.
    after.remove("vestibule.db-shm");
    assert_eq!(after.remove("vestibule.db-wal").unwrap_or_default(), Vec::<u8>::new());
    let mut before = before;
    before.remove("vestibule.db-shm");
    before.remove("vestibule.db-wal");
    assert!(before == after, "something was written: {:?} became {:?}", before.keys(), after.keys());
}

#[test]
fn settings_that_make_no_sense() {
    let installation = Installation::new();
    for (lines, expected) in [
        ("", "public_url: this must be set"),
        ("public_url = \"http://auth.example.com\"", "this must begin with https://"),
        ("public_url = \"https://auth.example.com\"", "nothing here speaks it"),
        (
            "public_url = \"https://auth.example.com/path\"\ntrusted_proxies = [\"::1\"]",
            "this must have no path",
        ),
        ("development = true", "there is no such setting"),
    ] {
        installation.configure(lines);
        refused(&installation, &["serve"], expected);
        assert!(!installation.path("vestibule.db").exists());
    }
}

#[test]
fn a_missing_damaged_or_open_master_key() {
    let installation = Installation::new();
    let key = std::fs::read_to_string(installation.path("master.key")).expect("a key");
    installation.mode("master.key", 0o644);
    refused(&installation, &["serve"], "run chmod 600 ");
    std::fs::remove_file(installation.path("master.key")).expect("it was there");
    refused(&installation, &["serve"], "vestibule keys init --file");
    installation.write("master.key", b"not a key");
    let text = complaint(&installation.run(&["serve"]));
    assert!(text.contains("holds no master key") && !text.contains("not a key"), "{text}");
    installation.write("master.key", "5a".repeat(32).as_bytes());
    refused(&installation, &["serve"], "repeats itself");
    installation.write(
        "vestibule.toml",
        b"public_url = \"https://a.example\"\ntrusted_proxies = [\"::1\"]\ndatabase.url = \"sqlite:x.db\"",
    );
    refused(&installation, &["serve"], "there is no master key; make one with `vestibule keys init");
    assert!(!installation.path("vestibule.db").exists(), "{key}");
}

#[test]
fn another_master_key_than_the_database_was_made_with() {
    let installation = Installation::new();
    let served = installation.serve();
    served.signal("TERM");
    assert_eq!(served.end(), Some(0));
    installation.write("master.key", MasterKey::generate(&SystemRandom).to_hex().as_bytes());
    for command in [&["serve"][..], &["migrate"], &["check"]] {
        let before = installation.files();
        let output = installation.run(command);
        let text = [output.stdout.clone(), complaint(&output).into_bytes()].concat();
        let text = String::from_utf8_lossy(&text).into_owned();
        assert!(text.contains("does not belong to this database"), "{command:?}: {text}");
        assert_eq!(before["vestibule.db"], installation.files()["vestibule.db"]);
    }
}

#[test]
fn a_database_of_a_newer_version() {
    let installation = existing();
    let file = installation.path("vestibule.db");
    newer(&file);
    for command in [&["serve"][..], &["migrate"], &["migrate", "--dry-run"]] {
        refused(
            &installation,
            command,
            "belongs to a newer version of vestibule (it has the migrations 9999",
        );
    }
    // The development server keeps its hands off as well.
    let output = run_to_end(
        installation
            .command(&["dev", "--http-port", "0", "--https-port", "0", "--database"])
            .arg(format!("sqlite:{}", file.display())),
    );
    assert!(complaint(&output).contains("newer version"));
}

fn newer(file: &std::path::Path) {
    use diesel::Connection;
    use diesel::connection::SimpleConnection;
    let mut conn = diesel::SqliteConnection::establish(&file.display().to_string()).expect("a database");
    conn.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')").expect("a row");
}

#[test]
fn a_file_that_is_no_database_and_a_server_that_does_not_answer() {
    let installation = Installation::new();
    installation.write(
        "vestibule.db",
        b"these are not the bytes of a database, but enough of them to be read as one",
    );
    refused(&installation, &["serve"], "the database cannot be used");
    let mut command = installation.command(&["serve"]);
    command.env("VESTIBULE_DATABASE_URL", "postgres://someone:hidden-word@127.0.0.1:9/x");
    let text = complaint(&run_to_end(&mut command));
    assert!(text.contains("the database cannot be reached") && !text.contains("hidden-word"), "{text}");
}

#[test]
fn the_database_of_a_development_server() {
    let installation = existing();
    prepare(&installation, |env| async move {
        env.db.write(|c| meta::set(c, "development", "1")).await.expect("a mark");
    });
    refused(&installation, &["serve"], "this is the database of a development server");
}

#[test]
fn what_everybody_knows_the_secrets_of() {
    async fn pool(env: &Env, id: Option<&str>) -> vestibule::model::pool::UserPool {
        pools::create(env, id.map(PoolId::trusted), "Real", PoolSettings::default()).await.expect("a pool")
    }
    async fn client(env: &Env, id: &str, secret: Option<&str>) {
        let pool = pool(env, None).await;
        let settings = ClientSettings {
            confidential: secret.is_some(),
            callback_urls: vec!["https://app.example.org/cb".into()],
            ..ClientSettings::default()
        };
        let secret = secret.map(|text| SecretString::from(text.to_owned()));
        let new = NewClient { id: Some(ClientId::trusted(id)), name: "App".into(), settings, secret };
        clients::create(env, &pool, new).await.expect("a client");
    }
    async fn person(env: &Env, password: &str) {
        let mut settings = PoolSettings::default();
        settings.sign_in.username_attributes = vec![ContactKind::Email];
        let pool = pools::create(env, None, "Real", settings).await.expect("a pool");
        let new = NewUser {
            username: None,
            attributes: [("email", seed::ADA.email), ("email_verified", "true")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            password: Some(password.into()),
            temporary: false,
            invite: false,
        };
        users::create(env, &caller("192.0.2.1"), &pool, new).await.expect("a person");
    }
    let refuses = |expected: &str, work: &dyn Fn(Env) -> std::pin::Pin<Box<dyn Future<Output = ()>>>| {
        let installation = existing();
        prepare(&installation, work);
        refused(&installation, &["serve"], expected);
    };
    refuses("the demonstration pools us-east-1_Demo00002", &|env| {
        Box::pin(async move { drop(pool(&env, Some(seed::COGNITO_POOL)).await) })
    });
    refuses("the client ours has a secret of the demonstration", &|env| {
        Box::pin(async move { client(&env, "ours", Some(seed::MACHINE_SECRET)).await })
    });
    // Whoever signs up may choose any name and password, and nobody knows the secret of a client by its id: that is said,
    // and stops nothing.
    let installation = existing();
    prepare(&installation, |env| async move {
        person(&env, seed::ADA.password).await;
        client(&env, seed::CONFIDENTIAL_CLIENT, Some("anotherSecretThatIsLongEnough")).await;
    });
    let checked = installation.run(&["check"]);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success(), "{said}");
    assert!(said.contains("ada@example.com has the password of the demonstration"), "{said}");
    installation.serve();
    // What is refused to a server can be mended by the commands.
    let installation = existing();
    prepare(&installation, |env| async move { drop(pool(&env, Some(seed::COGNITO_POOL)).await) });
    refused(&installation, &["serve"], "the demonstration pools");
    for arguments in [&["pool", "delete", seed::COGNITO_POOL, "--purge-now", "--yes"][..], &["pool", "list"]]
    {
        let output = installation.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    installation.serve();
}

#[test]
fn a_port_that_is_taken() {
    let installation = Installation::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address");
    installation.configure(&format!(
        "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\nhttp.listen = [\"{address}\"]"
    ));
    refused(&installation, &["serve"], "another process has it");
    assert!(!installation.path("vestibule.db").exists(), "it was found before the database was made");
}

#[test]
fn pending_migrations_where_the_operator_wants_to_run_them() {
    let installation = Installation::new();
    installation.configure(
        "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\nhttp.listen = [\"127.0.0.1:0\"]\n\
         database.migrate_at_start = false",
    );
    refused(&installation, &["serve"], "run `vestibule migrate`");
    assert!(installation.run(&["migrate"]).status.success());
    installation.serve();
}
