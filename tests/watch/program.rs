//! The built program, run as an operator runs it: its log is kept, signals can be sent to it.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use vestibule::metrics::Stopwatch;
use vestibule::store::DatabaseSettings;

use super::get;
use crate::support::database::TestDatabase;
use crate::support::server::{MASTER_KEY, TestServer, TestServerOptions};

/// A running program; dropping it kills it.
pub struct Program {
    child: Child,
    pub origin: String,
    pub management: String,
    pub pool: String,
    output: Arc<Mutex<String>>,
    readers: Vec<std::thread::JoinHandle<()>>,
    _folder: TempDir,
    _database: Option<TestDatabase>,
}

/// What the tests are told by variables is no setting.
fn without_our_variables(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("VESTIBULE_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound").port()
}

impl Program {
    /// `vestibule dev --ephemeral`.
    pub async fn dev(variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (http, https) = (free_port(), free_port());
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.args([
            "dev",
            "--ephemeral",
            "--http-port",
            &http.to_string(),
            "--https-port",
            &https.to_string(),
        ]);
        command.current_dir(folder.path());
        without_our_variables(&mut command).envs(variables.iter().copied());
        let pool = "us-east-1_Demo00001".to_owned();
        let origins = (format!("http://localhost:{http}"), String::new());
        Self::start(command, origins, pool, folder, None).await
    }

    /// `vestibule serve` on an SQLite database with one pool.
    pub async fn serve(variables: &[(&str, &str)]) -> Self {
        let database = Arc::new(TestDatabase::sqlite().await);
        let settings: DatabaseSettings = database.settings();
        let options = TestServerOptions { development: false, ..TestServerOptions::default() };
        let server = TestServer::start_on(database.clone(), options).await;
        let pool = server.create_pool("Hall", Default::default()).await.id.to_string();
        drop(server);
        let folder = tempfile::tempdir().expect("a folder");
        let (http, management) = (free_port(), free_port());
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.arg("serve").current_dir(folder.path());
        without_our_variables(&mut command);
        let url = secrecy::ExposeSecret::expose_secret(&settings.url).to_owned();
        command.envs([
            ("VESTIBULE_PUBLIC_URL", "https://auth.example.com".to_owned()),
            ("VESTIBULE_DATABASE_URL", url),
            ("VESTIBULE_MASTER_KEY", MASTER_KEY.to_owned()),
            ("VESTIBULE_TRUSTED_PROXIES", "127.0.0.1/32".to_owned()),
            ("VESTIBULE_HTTP_LISTEN", format!("127.0.0.1:{http}")),
            ("VESTIBULE_MANAGEMENT_LISTEN", format!("127.0.0.1:{management}")),
        ]);
        command.envs(variables.iter().copied());
        let origins = (format!("http://127.0.0.1:{http}"), format!("http://127.0.0.1:{management}"));
        let database = Arc::into_inner(database).expect("the server has ended");
        Self::start(command, origins, pool, folder, Some(database)).await
    }

    async fn start(
        mut command: Command,
        (origin, management): (String, String),
        pool: String,
        folder: TempDir,
        database: Option<TestDatabase>,
    ) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let output = Arc::new(Mutex::new(String::new()));
        let readers = vec![
            keep(child.stdout.take().expect("piped"), output.clone()),
            keep(child.stderr.take().expect("piped"), output.clone()),
        ];
        let program =
            Self { child, origin, management, pool, output, readers, _folder: folder, _database: database };
        let watch = Stopwatch::start();
        while reqwest::get(format!("{}/livez", program.origin)).await.is_err() {
            assert!(watch.seconds() < 60.0, "the program does not start:\n{}", program.output());
            tokio::task::yield_now().await;
        }
        program
    }

    /// Everything written to standard output and error so far.
    pub fn output(&self) -> String {
        self.output.lock().expect("no panic").clone()
    }

    /// Waits until the output contains `text`.
    pub async fn until_output(&self, text: &str) {
        let watch = Stopwatch::start();
        while !self.output().contains(text) {
            assert!(watch.seconds() < 30.0, "no {text:?} in\n{}", self.output());
            tokio::task::yield_now().await;
        }
    }

    /// Sends a signal, named as `kill` names it.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill runs");
        assert!(sent.success());
    }

    /// Waits for the end and returns the status with everything that was written.
    pub fn end(mut self, within: Duration) -> (ExitStatus, String) {
        let watch = Stopwatch::start();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                break status;
            }
            assert!(watch.seconds() < within.as_secs_f64(), "it does not end:\n{}", self.output());
            std::thread::yield_now();
        };
        for reader in self.readers.drain(..) {
            reader.join().expect("the output was read");
        }
        (status, self.output())
    }

    /// A sample of the management address's metrics.
    pub async fn sample(&self, name: &str) -> f64 {
        let (_, _, text) = get(&format!("{}/metrics", self.management)).await;
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name}"));
        line.rsplit_once(' ').expect("a value").1.parse().expect("a number")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn keep(from: impl Read + Send + 'static, to: Arc<Mutex<String>>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut output = to.lock().expect("no panic");
            output.push_str(&line);
            output.push('\n');
        }
    })
}
