//! Several nodes on one database behave as one: jobs, migrations beside an older version, the death of a node. That the
//! flows do is tested by running their own tests with `VESTIBULE_TEST_NODES=2` (`support::server`).

mod deaths;
mod flood;
mod housekeeping;
mod jobs;
mod start;
mod versions;

/// Waits for a condition of the database or of another process.
#[expect(clippy::disallowed_methods, reason = "nothing announces what another node does")]
async fn until(what: &str, condition: impl AsyncFn() -> bool) {
    for _ in 0..600 {
        if condition().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("this did not come about: {what}");
}
