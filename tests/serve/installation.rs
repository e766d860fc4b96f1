//! An installation in a temporary folder: configuration, master key, database, and the program run on it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use rcgen::{CertificateParams, KeyPair};
use vestibule::config::Settings;
use vestibule::crypto::master_key::MasterKey;
use vestibule::crypto::random::{Random, SystemRandom};
use vestibule::env::Env;
use vestibule::model::clock::SystemClock;
use vestibule::outbound::mail::MemoryMail;
use vestibule::outbound::sms::MemorySms;
use vestibule::server::{self, Transports};

use crate::support::process::run_to_end;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder with everything that a server needs.
pub struct Installation {
    folder: tempfile::TempDir,
}

impl Installation {
    /// Behind a proxy on loopback, HTTP on a free port, no management address, a fresh SQLite database.
    pub fn new() -> Self {
        let installation = Self { folder: tempfile::tempdir().expect("a folder") };
        installation.write("master.key", MasterKey::generate(&SystemRandom).to_hex().as_bytes());
        installation.configure(
            r#"
public_url = "https://auth.example.com"
trusted_proxies = ["127.0.0.1"]
http.listen = ["127.0.0.1:0"]
"#,
        );
        installation
    }

    /// With own TLS for `localhost` on a port of its own; returns the origin.
    pub fn with_tls() -> (Self, String) {
        let installation = Self::new();
        installation.certificate("localhost");
        let port = free_port();
        installation.configure(&format!(
            r#"
public_url = "https://localhost:{port}"
https.listen = ["127.0.0.1:{port}"]
https.certificate_file = "tls.crt"
https.key_file = "tls.key"
"#
        ));
        (installation, format!("https://localhost:{port}"))
    }

    /// Writes `vestibule.toml`: these lines and those that every test needs.
    pub fn configure(&self, lines: &str) {
        let rest = "management.listen = []\ndatabase.url = \"sqlite:vestibule.db\"\nmaster_key = { file = \"master.key\" }\n";
        self.write("vestibule.toml", format!("{rest}{lines}").as_bytes());
    }

    /// Writes a file that only its owner may read.
    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        // Renamed into place, as whoever renews a certificate should.
        let fresh = self.path(&format!("{name}.new"));
        std::fs::write(&fresh, content).expect("a file");
        self.mode_of(&fresh, 0o600);
        std::fs::rename(&fresh, path).expect("a file");
    }

    /// Changes a file's mode.
    pub fn mode(&self, name: &str, mode: u32) {
        self.mode_of(&self.path(name), mode);
    }

    fn mode_of(&self, path: &Path, mode: u32) {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("a mode");
    }

    /// Writes a fresh certificate for a host and its key; returns the certificate (DER).
    pub fn certificate(&self, host: &str) -> Vec<u8> {
        let (certificate, der, key) = certificate(host, |_| {});
        self.write("tls.crt", certificate.as_bytes());
        self.write("tls.key", key.as_bytes());
        der
    }

    /// The path of a file.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, in the folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("VESTIBULE_") {
                command.env_remove(name);
            }
        }
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        run_to_end(&mut self.command(arguments))
    }

    /// Starts `vestibule serve` and waits until it is ready.
    pub fn serve(&self) -> Served {
        self.serve_with(&[])
    }

    /// The same with variables.
    pub fn serve_with(&self, variables: &[(&str, &str)]) -> Served {
        let mut command = self.command(&["serve"]);
        command.envs(variables.iter().copied()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let log = Arc::new(Log::default());
        let (lines, stderr) = (log.clone(), child.stderr.take().expect("a pipe"));
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                lines.push(line);
            }
            lines.push("(the log has ended)".into());
        });
        let ready =
            log.wait_for(|line| line.contains("Vestibule is ready") || line.contains("(the log has ended)"));
        assert!(ready.contains("Vestibule is ready"), "{}", log.text());
        let address = |scheme: &str| {
            let (_, rest) = ready.split_once(&format!("{scheme}://127.0.0.1:"))?;
            let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
            format!("127.0.0.1:{port}").parse().ok()
        };
        // The first address in the line is that of `public_url`.
        let (_, addresses) = ready.split_once("addresses").expect("addresses are logged");
        let ready = addresses.to_owned();
        let address =
            |scheme: &str| address(scheme).filter(|_: &SocketAddr| ready.contains(&format!("{scheme}://")));
        Served { http: address("http"), https: address("https"), child, log }
    }

    /// Every file with its content, to see that nothing was written.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = std::fs::read_dir(self.folder.path()).expect("a folder");
        entries
            .map(|entry| {
                let path = entry.expect("an entry").path();
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                (name, std::fs::read(&path).unwrap_or_default())
            })
            .collect()
    }

    /// The services of this installation in the test's own process. The database must have been migrated.
    pub async fn env(&self) -> Env {
        let url = format!("sqlite:{}", self.path("vestibule.db").display());
        let settings = Settings {
            database_url: url,
            ..Settings::for_url("https://auth.example.com".parse().expect("a URL"))
        };
        let key = std::fs::read_to_string(self.path("master.key")).expect("a key");
        let db = server::open_database(&settings).await.expect("a database");
        let transports = Transports { mail: Arc::new(MemoryMail::new()), sms: Arc::new(MemorySms::new()) };
        let random: Arc<dyn Random> = Arc::new(SystemRandom);
        let master = MasterKey::parse(&key).expect("a key");
        server::build_env(settings, db, &master, (Arc::new(SystemClock), random), transports)
            .await
            .expect("an env")
    }
}

/// A port that is free at the moment.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port()
}

/// A self-signed certificate for a host: PEM, DER and the key's PEM.
pub fn certificate(host: &str, change: impl FnOnce(&mut CertificateParams)) -> (String, Vec<u8>, String) {
    let key = KeyPair::generate().expect("a key");
    let mut parameters = CertificateParams::new([host.to_owned()]).expect("a name");
    change(&mut parameters);
    let certificate = parameters.self_signed(&key).expect("a certificate");
    (certificate.pem(), certificate.der().to_vec(), key.serialize_pem())
}

/// What the program says it cannot do.
pub fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A running server. Dropping it kills it.
pub struct Served {
    /// Where it speaks HTTP.
    pub http: Option<SocketAddr>,
    /// Where it speaks HTTPS.
    pub https: Option<SocketAddr>,
    /// What it logs.
    pub log: Arc<Log>,
    child: Child,
}

impl Served {
    /// Sends a signal.
    pub fn signal(&self, name: &str) {
        let done = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(done.expect("kill runs").success());
    }

    /// Waits for the end; returns the exit code.
    pub fn end(mut self) -> Option<i32> {
        self.log.wait_for(|line| line.contains("(the log has ended)"));
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The lines of a log as they come.
#[derive(Default)]
pub struct Log {
    lines: Mutex<Vec<String>>,
    more: Condvar,
}

impl Log {
    fn push(&self, line: String) {
        self.lines.lock().expect("no panic").push(line);
        self.more.notify_all();
    }

    /// Everything so far.
    pub fn text(&self) -> String {
        self.lines.lock().expect("no panic").join("\n")
    }

    /// The first line that is wanted, once it is there.
    pub fn wait_for(&self, wanted: impl Fn(&str) -> bool) -> String {
        let lines = self.lines.lock().expect("no panic");
        let found = |lines: &Vec<String>| lines.iter().find(|line| wanted(line)).cloned();
        let (lines, _) =
            self.more.wait_timeout_while(lines, PATIENCE, |lines| found(lines).is_none()).expect("no panic");
        found(&lines).unwrap_or_else(|| panic!("it is not logged:\n{}", lines.join("\n")))
    }
}
