//! Pools, clients, resource servers and identity providers as they were last read: most requests need them, and they
//! rarely change.
//!
//! Owns only the place and the age. What must take effect at once (secrets, disabled people, sessions, revocations) is
//! never here; a setting that another node changed is seen after [`LIFE_MS`] at the latest.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::client::AppClient;
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;
use crate::store::SharedReads;
use crate::store::client_secrets::SealedSecret;
use crate::store::identity_providers::StoredProvider;

/// How long what was read is used without looking again, milliseconds.
pub const LIFE_MS: i64 = 5_000;

/// Most entries of a kind: with more pools than that some are read more often.
const MOST: usize = 10_000;

/// What was read, by kind.
#[derive(Default)]
pub struct SettingsCache {
    /// Pools.
    pub pools: Shelf<PoolId, Arc<UserPool>>,
    /// App clients.
    pub clients: Shelf<(PoolId, ClientId), Arc<AppClient>>,
    /// The resource servers of a pool.
    pub resource_servers: Shelf<PoolId, Arc<Vec<ResourceServer>>>,
    /// The identity providers of a pool, their secrets sealed.
    pub providers: Shelf<PoolId, Arc<Vec<Arc<StoredProvider>>>>,
    /// Audit events that are left out for now, by pool and what is counted.
    pub left_out: Shelf<(PoolId, String), ()>,
    /// The secrets of a client: never kept, only looked up once for all who wait.
    pub client_secrets: SharedReads<(PoolId, ClientId), Arc<Vec<SealedSecret>>>,
}

/// Values of one kind with the time at which they were read.
pub struct Shelf<K, V> {
    values: Mutex<HashMap<K, (i64, V)>>,
}

impl<K, V> Default for Shelf<K, V> {
    fn default() -> Self {
        Self { values: Mutex::default() }
    }
}

impl<K: Eq + Hash, V: Clone> Shelf<K, V> {
    /// The value, when it was read less than [`LIFE_MS`] before `now`.
    pub fn get(&self, key: &K, now: i64) -> Option<V> {
        let values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        let (read_at, value) = values.get(key)?;
        (0..LIFE_MS).contains(&(now - read_at)).then(|| value.clone())
    }

    /// Keeps a value that was read at `now`: taken before the question, so that the answer is never older.
    pub fn put(&self, key: K, value: V, now: i64) {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        if values.len() >= MOST && !values.contains_key(&key) {
            values.retain(|_, (read_at, _)| (0..LIFE_MS).contains(&(now - *read_at)));
            if values.len() >= MOST {
                values.clear();
            }
        }
        values.insert(key, (now, value));
    }

    /// Forgets a value that this node has changed.
    pub fn forget(&self, key: &K) {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_used_for_five_seconds_and_not_from_the_future() {
        let shelf = Shelf::default();
        shelf.put("a", 1, 1_000);
        assert_eq!(shelf.get(&"a", 1_000), Some(1));
        assert_eq!(shelf.get(&"a", 5_999), Some(1));
        assert_eq!(shelf.get(&"a", 6_000), None);
        assert_eq!(shelf.get(&"a", 999), None, "the clock was set back");
        shelf.forget(&"a");
        assert_eq!(shelf.get(&"a", 1_000), None);
    }

    #[test]
    fn it_does_not_grow_without_bound() {
        let shelf = Shelf::default();
        for key in 0..MOST * 2 {
            shelf.put(key, key, 0);
        }
        assert!(shelf.values.lock().expect("unpoisoned").len() <= MOST);
        assert_eq!(shelf.get(&(MOST * 2 - 1), 0), Some(MOST * 2 - 1));
    }
}
