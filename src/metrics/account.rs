//! What people do on the pages of their own account.

use prometheus::Registry;

use super::pools::{KnownPools, PoolCounter};

/// What is counted of the account pages, never who.
pub struct AccountMetrics {
    /// Changes that people made to their account, by pool and what.
    pub changes: PoolCounter<1>,
    /// Renewed proofs, by pool and outcome.
    pub step_ups: PoolCounter<1>,
}

impl AccountMetrics {
    pub(super) fn new() -> Self {
        let pools = KnownPools::default();
        Self {
            changes: PoolCounter::new(
                "vestibule_account_changes_total",
                "What people changed on the pages of their own account, by pool.",
                ["what"],
                &pools,
            ),
            step_ups: PoolCounter::new(
                "vestibule_step_ups_total",
                "Proofs that people were asked for once more before a change of their account, by pool and outcome.",
                ["outcome"],
                &pools,
            ),
        }
    }

    pub(super) fn register(&self, registry: &Registry) {
        self.changes.register(registry);
        self.step_ups.register(registry);
    }
}
