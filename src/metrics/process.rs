//! The process itself, under the names that every Prometheus library gives it.

use std::fs;

use prometheus::{IntGauge, IntGaugeVec, Opts, Registry};

use super::family::{Gauge, register};

/// Linux counts CPU time in hundredths of a second for programs, on every architecture.
const TICKS_PER_SECOND: u64 = 100;
/// Where the kernel says nothing else; `/proc/self/smaps` would, at a price.
const PAGE_BYTES: i64 = 4096;

/// What is known of the process.
pub struct ProcessMetrics {
    resident: Gauge,
    open_files: Gauge,
    most_files: Gauge,
    cpu: prometheus::Counter,
    started: Gauge,
    /// When the server's own certificate ends, Unix seconds; 0 without own TLS.
    pub(super) certificate_ends: Gauge,
    build: IntGaugeVec,
}

impl ProcessMetrics {
    pub(super) fn new(started_at: i64) -> Self {
        let build = Opts::new("vestibule_build_info", "1, with the version as a label.");
        let all = Self {
            resident: Gauge::new("process_resident_memory_bytes", "Resident memory in bytes."),
            open_files: Gauge::new("process_open_fds", "Open file descriptors."),
            most_files: Gauge::new("process_max_fds", "File descriptors that may be open."),
            cpu: prometheus::Counter::new("process_cpu_seconds_total", "CPU time in seconds.")
                .expect("the name is one of Prometheus"),
            started: Gauge::new("process_start_time_seconds", "Start of the process, Unix seconds."),
            certificate_ends: Gauge::new(
                "vestibule_certificate_expiry_timestamp_seconds",
                "End of the server's own TLS certificate, Unix seconds; 0 without own TLS.",
            ),
            build: IntGaugeVec::new(build, &["version"]).expect("the name is one of Prometheus"),
        };
        all.started.set(started_at / 1000);
        let version: IntGauge = all.build.with_label_values(&[env!("CARGO_PKG_VERSION")]);
        version.set(1);
        all
    }

    /// Reads what the kernel says now; elsewhere than on Linux everything stays 0.
    pub(super) fn read(&self) {
        if let Some(pages) = second_number("/proc/self/statm") {
            self.resident.set(pages.saturating_mul(PAGE_BYTES));
        }
        if let Ok(files) = fs::read_dir("/proc/self/fd") {
            self.open_files.set(i64::try_from(files.count()).unwrap_or(i64::MAX));
        }
        if let Some(most) = most_files() {
            self.most_files.set(most);
        }
        if let Some(ticks) = cpu_ticks() {
            #[expect(clippy::cast_precision_loss, reason = "hundredths of a second over centuries fit")]
            let seconds = ticks as f64 / TICKS_PER_SECOND as f64;
            // It never runs backwards.
            self.cpu.inc_by((seconds - self.cpu.get()).max(0.0));
        }
    }

    pub(super) fn register(&self, registry: &Registry) {
        self.resident.register(registry);
        self.open_files.register(registry);
        self.most_files.register(registry);
        register(registry, self.cpu.clone());
        self.started.register(registry);
        self.certificate_ends.register(registry);
        register(registry, self.build.clone());
    }
}

fn second_number(file: &str) -> Option<i64> {
    fs::read_to_string(file).ok()?.split_whitespace().nth(1)?.parse().ok()
}

fn most_files() -> Option<i64> {
    let limits = fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find(|line| line.starts_with("Max open files"))?;
    line.split_whitespace().nth(3)?.parse().ok()
}

/// User and system time; the name before them may hold blanks and ends with the last bracket.
fn cpu_ticks() -> Option<u64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}
