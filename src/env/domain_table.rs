//! Which host belongs to which pool, in memory: a request must not cost a query for that.
//!
//! Owns only the place. What is in it, and when it is read again, is decided by `directory::domains`.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::ids::PoolId;

/// The hosts of a pool that answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoolHosts {
    /// The custom domain that metadata names.
    pub custom: Option<String>,
    /// The prefix domain's whole host name.
    pub prefix: Option<String>,
}

/// All domains as they were read.
#[derive(Debug, Default)]
pub struct DomainTable {
    /// The stamp of the database's state that this was read from.
    pub stamp: Option<String>,
    /// Host to pool.
    pub by_host: HashMap<String, PoolId>,
    /// Pool to hosts.
    pub by_pool: HashMap<PoolId, PoolHosts>,
}

/// The table of this process.
#[derive(Default)]
pub struct DomainCache {
    known: Mutex<Option<(i64, Arc<DomainTable>)>>,
    /// One reads, the others wait for what it finds.
    pub reading: tokio::sync::Mutex<()>,
    attempts: AtomicU64,
}

impl DomainCache {
    /// What was last read and when, Unix milliseconds.
    pub fn get(&self) -> Option<(i64, Arc<DomainTable>)> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stores what was true at `at`, Unix milliseconds.
    pub fn put(&self, at: i64, table: Arc<DomainTable>) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((at, table));
    }

    /// Lets the next look-up ask the database.
    pub fn expire(&self) {
        if let Some((at, _)) = self.known.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            *at = i64::MIN;
        }
    }

    /// How often the database was asked, with or without an answer.
    pub fn attempts(&self) -> u64 {
        self.attempts.load(Ordering::Acquire)
    }

    /// Counts that the database was asked.
    pub fn attempted(&self) {
        self.attempts.fetch_add(1, Ordering::AcqRel);
    }
}
