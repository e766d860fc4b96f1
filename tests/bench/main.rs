//! The benchmark: how close the server comes to what the machine can do, and how it behaves with a million users.
//!
//! `cargo bench --bench performance` (or `just bench`) starts the release build on loopback, loads it with wrk, measures
//! the raw rates of signatures and hashes in the same run, and prints a table of figures, ratios and bars. It is
//! bounded: a few minutes, a temporary folder, nothing left behind. Ratios mean something on any machine, absolute
//! figures only on this one.

mod load;
mod memory;
mod raw;
mod report;
mod scale;
mod server;
mod sign_in;
mod throughput;

use std::process::ExitCode;

use report::Report;

/// Rounds of everything that is compared; the best of each counts.
const ROUNDS: usize = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    // The raw loops run in processes of their own, so that they can be pinned to a core.
    if let Some(code) = raw::run_as_child(&arguments) {
        return code;
    }
    let wanted = |name: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == name);
    let runtime = tokio::runtime::Runtime::new().expect("the operating system gives threads");
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let mut report = Report::default();
    runtime.block_on(async {
        if wanted("throughput") {
            throughput::measure(&mut report).await;
        }
        if wanted("sign-in") {
            sign_in::measure(&mut report).await;
        }
        if wanted("page") {
            throughput::measure_page(&mut report);
        }
        if wanted("memory") {
            memory::measure(&mut report).await;
        }
        if wanted("scale") {
            scale::measure(&mut report).await;
        }
    });
    report.print();
    if report.all_met() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
