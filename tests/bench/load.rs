//! Load by wrk, pinned to cores of its own.

use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The end of every script: one line of figures.
const SUMMARY: &str = r#"
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("FIGURES %d %d %d %d %d\n", summary.requests, summary.duration,
    e.status + e.connect + e.read + e.write + e.timeout, latency:percentile(50), latency:percentile(99)))
end
"#;

/// How wrk is run.
#[derive(Clone, Copy)]
pub struct Wrk<'a> {
    /// Cores, as taskset takes them.
    pub cores: &'a str,
    /// Threads.
    pub threads: usize,
    /// Connections over all threads.
    pub connections: usize,
    /// Seconds.
    pub seconds: u64,
}

/// What came of it.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Requests a second.
    pub rate: f64,
    /// Requests that were not answered, or with 400 and above.
    pub errors: u64,
    /// Latency that 99 of 100 requests stayed below, milliseconds.
    pub p99_ms: f64,
}

impl Wrk<'_> {
    /// Begins to load `url` as `script` says.
    pub fn start(self, folder: &Path, name: &str, script: &str, url: &str) -> Child {
        let file = folder.join(format!("{name}.lua"));
        std::fs::write(&file, format!("{script}{SUMMARY}")).expect("the script can be written");
        Command::new("taskset")
            .args(["-c", self.cores, "wrk", "--timeout", "30s"])
            .args(["-t", &self.threads.to_string()])
            .args(["-c", &self.connections.to_string()])
            .args(["-d", &format!("{}s", self.seconds)])
            .arg("-s")
            .arg(file)
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("wrk and taskset are installed (Debian packages wrk and util-linux)")
    }

    /// Loads `url` and waits for the end.
    pub fn run(self, folder: &Path, name: &str, script: &str, url: &str) -> Load {
        finish(self.start(folder, name, script, url))
    }
}

/// Waits for wrk and reads its figures.
pub fn finish(child: Child) -> Load {
    let output = child.wait_with_output().expect("wrk ends");
    let text = String::from_utf8_lossy(&output.stdout);
    let line =
        text.lines().find_map(|line| line.strip_prefix("FIGURES ")).unwrap_or_else(|| panic!("{text}"));
    let figures: Vec<f64> = line.split(' ').map(|figure| figure.parse().expect("a figure")).collect();
    let [requests, microseconds, errors, _, p99] = figures[..] else { panic!("{line}") };
    Load { rate: requests / (microseconds / 1e6), errors: errors as u64, p99_ms: p99 / 1000.0 }
}

/// A script that posts one form again and again.
pub fn form(authorization: Option<&str>, bodies: &[String]) -> String {
    let header = authorization
        .map(|value| format!("wrk.headers[\"Authorization\"] = \"{value}\"\n"))
        .unwrap_or_default();
    let list: Vec<String> = bodies.iter().map(|body| format!("\"{body}\"")).collect();
    format!(
        "wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"\n{header}\
         local bodies = {{ {} }}\nlocal next = 0\n\
         request = function() next = next % #bodies + 1; return wrk.format(nil, nil, nil, bodies[next]) end\n",
        list.join(", ")
    )
}
