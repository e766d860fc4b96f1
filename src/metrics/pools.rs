//! Counters kept apart by pool, as many as a dashboard can show.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use prometheus::{IntCounterVec, Opts, Registry};

use super::family::register;
use crate::model::ids::PoolId;

/// Pools that one process keeps apart; the later ones are counted together as `other`.
pub const POOLS: usize = 100;

/// The pools that have a label of their own; shared by all families, so that one pool is the same in each.
#[derive(Clone, Default)]
pub(super) struct KnownPools(Arc<Mutex<HashSet<String>>>);

impl KnownPools {
    fn label<'a>(&self, pool: &'a PoolId) -> &'a str {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.contains(pool.as_str()) {
            return pool.as_str();
        }
        if known.len() >= POOLS {
            return "other";
        }
        known.insert(pool.as_str().to_owned());
        pool.as_str()
    }
}

/// A counter with the label `pool` and two more.
#[derive(Clone)]
pub struct PoolCounter<const N: usize> {
    counters: IntCounterVec,
    pools: KnownPools,
}

impl<const N: usize> PoolCounter<N> {
    pub(super) fn new(name: &str, help: &str, labels: [&str; N], pools: &KnownPools) -> Self {
        let names: Vec<&str> = std::iter::once("pool").chain(labels).collect();
        let counters =
            IntCounterVec::new(Opts::new(name, help), &names).expect("the name is one of Prometheus");
        Self { counters, pools: pools.clone() }
    }

    /// Counts one in a pool that exists.
    pub fn one(&self, pool: &PoolId, labels: [&'static str; N]) {
        let values: Vec<&str> = std::iter::once(self.pools.label(pool)).chain(labels).collect();
        self.counters.with_label_values(&values).inc();
    }

    /// What was counted in a pool.
    pub fn get(&self, pool: &PoolId, labels: [&'static str; N]) -> u64 {
        let values: Vec<&str> = std::iter::once(self.pools.label(pool)).chain(labels).collect();
        self.counters.with_label_values(&values).get()
    }

    pub(super) fn register(&self, registry: &Registry) {
        register(registry, self.counters.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pool_after_the_last_one_is_another() {
        let pools = KnownPools::default();
        for number in 0..POOLS {
            let pool = PoolId::trusted(format!("us-east-1_{number:09}"));
            assert_eq!(pools.label(&pool), pool.as_str());
        }
        assert_eq!(pools.label(&PoolId::trusted("us-east-1_TheNext01")), "other");
        let first = PoolId::trusted("us-east-1_000000000");
        assert_eq!(pools.label(&first), first.as_str());
    }
}
