//! Resident memory: idle, and a minute after load.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time, and waits")]

use std::time::Duration;

use crate::load::Wrk;
use crate::report::{Report, note};
use crate::server::{Prepared, Served};
use crate::sign_in;

/// MiB that one hash may hold.
const HASH_MIB: f64 = 19.0;
const MARGIN_MIB: f64 = 24.0;
const IDLE_MIB: f64 = 40.0;

/// Memory of a server that has just started, and of one that has worked.
pub async fn measure(report: &mut Report) {
    let prepared = Prepared::new().await;
    let served = Served::start(&prepared, "0,1", &[]);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let idle = served.resident_mib();
    report.at_most("resident memory idle, MiB", idle, IDLE_MIB, "after start");
    let permits = std::thread::available_parallelism().map_or(2, usize::from);
    let wrk = Wrk { cores: "0,1", threads: 1, connections: 32, seconds: 8 };
    sign_in::run(&served, prepared.folder.path(), wrk, 2500).await;
    note("waiting a minute for the memory to be given back");
    tokio::time::sleep(Duration::from_secs(60)).await;
    let bar = IDLE_MIB + permits as f64 * HASH_MIB + MARGIN_MIB;
    report.at_most(
        "resident memory a minute after load, MiB",
        served.resident_mib(),
        bar,
        format!("{permits} hashes at once"),
    );
}
