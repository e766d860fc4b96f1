//! The operator's commands: the built program against a database of each kind, and beside a running server.

mod audit;
mod clients;
mod deletion;
mod hostile;
mod pools;
mod providers;
mod reference;
mod running;
mod search;
mod users;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use secrecy::ExposeSecret;
use serde_json::Value;
use vestibule::env::Env;
use vestibule::model::clock::SystemClock;
use vestibule::model::pool::PoolSettings;
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use crate::support::database::TestDatabase;
use crate::support::env::{TestEnv, test_env_with};

/// A password that keeps every policy here.
pub const PASSWORD: &str = "Correct-Horse-7";

/// The machine's master key. The program refuses keys that look like examples.
pub const MASTER_KEY: &str = "8f3b1d7a5c2e9064b7d8e1f20a3c4b5d6e7f8091a2b3c4d5e6f708192a3b4c5d";

/// A configured machine with a database, and the services on the same database.
pub struct Machine {
    folder: tempfile::TempDir,
    pub test: TestEnv,
    pub env: Env,
    pub database: TestDatabase,
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Machine {
    pub async fn new(database: TestDatabase) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = database.settings();
        let file = format!(
            "public_url = \"https://auth.example.com\"\ntrusted_proxies = [\"127.0.0.1\"]\n\
             master_key = {{ file = \"master.key\" }}\n[database]\nurl = \"{}\"\n",
            settings.url.expose_secret()
        );
        write_private(&folder.path().join("vestibule.toml"), &file);
        let key = folder.path().join("master.key");
        write_private(&key, MASTER_KEY);
        let mut test = test_env_with(&database, &key).await;
        // The program has the system's clock, so the services beside it have it too.
        test.env.clock = Arc::new(SystemClock);
        let env = test.env.clone();
        Self { folder, test, env, database }
    }

    /// A path in the machine's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `vestibule` with these arguments.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "", &[])
    }

    /// Runs `vestibule` with standard input and variables.
    pub fn run_with(&self, arguments: &[&str], stdin: &str, variables: &[(&str, &str)]) -> Ran {
        run_in(self.folder.path(), arguments, stdin, variables)
    }

    /// Runs a command that must succeed, and returns what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}: {ran:?}");
        ran.out
    }

    /// Runs a command that must succeed with `--json`, and returns what it printed.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        let ran = self.run(&arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{arguments:?}: not JSON: {ran:?}"))
    }

    /// Runs a command that must be refused with exit code 1 and nothing on standard output; returns the complaint.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}: {ran:?}");
        assert!(ran.err.starts_with("vestibule: "), "{ran:?}");
        ran.err
    }

    /// A pool with user names and e-mail aliases.
    pub async fn pool(&self, change: impl FnOnce(&mut PoolSettings)) -> vestibule::model::pool::UserPool {
        self.test.pool(change).await
    }

    /// Everything recorded, newest first.
    pub async fn events(&self) -> Vec<StoredEvent> {
        self.env.db.read(|c| audit_events::list(c, &Wanted::default(), 1000)).await.expect("the trail")
    }

    /// The actions recorded about one id, oldest first.
    pub async fn actions_about(&self, id: &str) -> Vec<String> {
        let events = self.events().await;
        let about = events.into_iter().filter(|event| event.subject.as_deref() == Some(id));
        let mut actions: Vec<String> = about.map(|event| event.action).collect();
        actions.reverse();
        actions
    }
}

/// Runs `vestibule` in a folder.
pub fn run_in(folder: &Path, arguments: &[&str], stdin: &str, variables: &[(&str, &str)]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vestibule"))
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A command that reads nothing may be gone already.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Ran {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// Writes a file that only its owner reads.
pub fn write_private(path: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(path, text).expect("a file");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("a mode");
}

/// The text of a member.
pub fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no {pointer} in {value}"))
}
