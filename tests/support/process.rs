//! The built server as a process of its own, which can be killed.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How a process is started.
#[derive(Clone)]
pub struct Launch {
    /// Its folder: keys, certificate, log and, without a URL, the database.
    pub folder: PathBuf,
    /// The database's URL; an SQLite file in the folder when absent.
    pub database: Option<String>,
    /// Its own port for HTTP.
    pub port: u16,
    /// Another port for HTTPS, which nothing here uses.
    pub other_port: u16,
    /// The port that people see.
    pub public_port: u16,
}

/// A running `vestibule dev`. Dropping it kills it.
pub struct Process {
    child: Child,
    launch: Launch,
}

impl Launch {
    /// On free ports, seen by people on its own.
    pub fn in_folder(folder: &Path, database: Option<String>) -> Self {
        let (port, other_port) = free_ports();
        let folder = folder.to_owned();
        Self { folder, database, port, other_port, public_port: port }
    }

    /// Starts the process and does not wait for it.
    pub fn spawn(&self) -> (Process, mpsc::Receiver<()>) {
        std::fs::create_dir_all(&self.folder).expect("a folder can be made");
        let log = File::options().create(true).append(true).open(self.folder.join("log")).expect("a log");
        let mut command = Command::new(program());
        command
            .args(["dev", "--data"])
            .arg(self.folder.join("data"))
            .args(["--http-port", &self.port.to_string(), "--https-port", &self.other_port.to_string()])
            .args(["--public-url", &self.origin()])
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log);
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        let mut child = command.spawn().expect("the server can be run");
        let stdout = BufReader::new(child.stdout.take().expect("the output is piped"));
        let (ready, started) = mpsc::channel();
        std::thread::spawn(move || {
            for line in stdout.lines().map_while(Result::ok) {
                if line.contains("Vestibule is ready.") {
                    // Who started it may have killed it already.
                    let _ = ready.send(());
                }
            }
        });
        (Process { child, launch: self.clone() }, started)
    }

    /// Starts the process and waits until it answers.
    ///
    /// # Panics
    /// When it does not start, with its log.
    pub fn start(&self) -> Process {
        let (process, started) = self.spawn();
        let ready = started.recv_timeout(Duration::from_secs(60));
        assert!(ready.is_ok(), "the server does not start:\n{}", process.log());
        process
    }

    /// Gives it the master key that all processes of a test share, as an operator gives one to all nodes.
    pub fn give_master_key(&self) {
        let data = self.folder.join("data");
        std::fs::create_dir_all(&data).expect("a folder can be made");
        std::fs::write(data.join("master.key"), super::server::MASTER_KEY).expect("a key can be written");
    }

    /// What people see.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.public_port)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }
}

impl Process {
    /// SIGKILL, and waits for the end.
    pub fn kill_now(&mut self) {
        self.end();
    }

    /// As [`Process::kill_now`].
    pub fn kill(mut self) {
        self.end();
    }

    /// Whether it was killed or has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_some())
    }

    /// The end of its log.
    pub fn log(&self) -> String {
        let log = std::fs::read_to_string(self.launch.folder.join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }

    fn end(&mut self) {
        // Both fail only when it has ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// Runs a command to its end, and ends it by force where it goes on for more than a minute: a test that waits for ever
/// says nothing.
pub fn run_to_end(command: &mut Command) -> Output {
    let child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program can be run");
    let pid = child.id().to_string();
    let (ended, watched) = mpsc::channel::<()>();
    let watch = std::thread::spawn(move || {
        if watched.recv_timeout(Duration::from_secs(60)) == Err(mpsc::RecvTimeoutError::Timeout) {
            let killed = Command::new("kill").args(["-s", "KILL", &pid]).status();
            assert!(killed.expect("kill runs").success());
        }
    });
    let output = child.wait_with_output().expect("the program ends");
    drop(ended);
    watch.join().expect("nobody else ends it");
    output
}

/// The built server; `VESTIBULE_TEST_BINARY` names another build of it.
fn program() -> PathBuf {
    let other = std::env::var_os("VESTIBULE_TEST_BINARY");
    other.map_or_else(|| env!("CARGO_BIN_EXE_vestibule").into(), PathBuf::from)
}

/// Two ports that are free now.
pub fn free_ports() -> (u16, u16) {
    // Both are held until both are known.
    let sockets = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").expect("a free port"));
    let [one, other] = sockets.each_ref().map(|socket| socket.local_addr().expect("a bound port").port());
    (one, other)
}
