//! What was acknowledged survives: the process killed at random moments, PostgreSQL stopped under load, a full disk.
//!
//! `VESTIBULE_TEST_CRASHES` says how often the process is killed on each database (3 when absent; the product's promise is
//! tested with 100), `VESTIBULE_TEST_RESTARTS` how often PostgreSQL is stopped and started (2 when absent; 20).

mod full_disk;
mod kills;
mod load;
mod postgres_restarts;

/// A number from the environment.
fn count(name: &str, otherwise: usize) -> usize {
    std::env::var(name)
        .map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// A number below `limit`, drawn at random.
fn draw(limit: u64) -> u64 {
    use vestibule::crypto::random::{Random, SystemRandom};
    let random: &dyn Random = &SystemRandom;
    u64::from_le_bytes(random.bytes::<8>()) % limit
}

/// Waits for real time to pass: what is tested here happens in other processes.
#[expect(clippy::disallowed_methods, reason = "the moment of a crash is a moment in time")]
async fn pass(milliseconds: u64) {
    tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await;
}
