//! A PostgreSQL server of a test's own, which may be stopped.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::process::free_ports;

/// A running server in a temporary folder. Dropping it stops it.
pub struct Cluster {
    folder: TempDir,
    port: u16,
    programs: PathBuf,
}

impl Cluster {
    /// Makes a server and starts it; `None` where PostgreSQL is not installed.
    pub fn start() -> Option<Self> {
        let programs = programs()?;
        let folder = tempfile::tempdir().expect("a folder");
        if is_root() {
            // PostgreSQL refuses to run as root.
            assert!(done(Command::new("chown").arg("postgres").arg(folder.path())), "chown");
        }
        let cluster = Self { folder, port: free_ports().0, programs };
        let data = cluster.data();
        let mut initdb = cluster.command("initdb");
        initdb.args(["--auth=trust", "--username=vestibule", "--encoding=UTF8", "--pgdata"]).arg(&data);
        assert!(done(&mut initdb), "initdb");
        cluster.go_on();
        Some(cluster)
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("postgres://vestibule@127.0.0.1:{}/postgres", self.port)
    }

    /// Stops it at once, as a crash does: `immediate` writes nothing back, `fast` ends every connection first.
    pub fn stop(&self, mode: &str) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "-w", "-m", mode, "-D"]).arg(self.data());
        assert!(done(&mut stop), "pg_ctl stop");
    }

    /// Starts it again.
    pub fn go_on(&self) {
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1 -c max_connections=60",
            self.port,
            self.folder.path().display()
        );
        let mut start = self.command("pg_ctl");
        start.args(["start", "-w", "-t", "60", "-o", &options, "-l"]);
        start.arg(self.folder.path().join("log")).arg("-D").arg(self.data());
        assert!(done(&mut start), "pg_ctl start");
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "-m", "immediate", "-D"]).arg(self.data());
        // It may be stopped already.
        let _ = done(&mut stop);
    }
}

fn done(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Where Debian keeps a version's programs, else wherever `initdb` is found.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten();
    let mut found: Vec<PathBuf> = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).collect();
    found.sort();
    found.retain(|folder| folder.join("initdb").exists());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).find(|folder: &PathBuf| has_both(folder));
    found.pop().or(on_path)
}

fn has_both(folder: &Path) -> bool {
    ["initdb", "pg_ctl"].iter().all(|name| folder.join(name).exists())
}
