//! Parsed signing keys in memory: parsing one costs more than using it.
//!
//! Owns only the place. What is in it, and when it is read again, is decided by `tokens`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;

use crate::crypto::jwt::{SigningKey, VerifyingKey};
use crate::model::ids::PoolId;

/// A key that is in a pool's JWKS.
pub struct PublishedKey {
    /// The private half.
    pub signing: SigningKey,
    /// The public half.
    pub verifying: VerifyingKey,
    /// The public half as a JWK.
    pub jwk: Value,
    /// When it begins to sign, Unix milliseconds.
    pub signs_from: i64,
    /// When it ends to sign, Unix milliseconds.
    pub signs_until: i64,
}

/// The published keys of one pool as they were read.
pub struct PoolKeys {
    /// When they were read, Unix milliseconds.
    pub loaded_at: i64,
    /// The keys, oldest first. Shared, because rereading rarely finds a new one.
    pub keys: Vec<Arc<PublishedKey>>,
}

/// The keys of every pool that was asked for.
#[derive(Default)]
pub struct SigningCache {
    pools: Mutex<HashMap<PoolId, Arc<PoolKeys>>>,
}

impl SigningCache {
    /// What was last stored for a pool, however old.
    pub fn get(&self, pool: &PoolId) -> Option<Arc<PoolKeys>> {
        self.pools.lock().unwrap_or_else(PoisonError::into_inner).get(pool).cloned()
    }

    /// Stores what was read for a pool.
    pub fn put(&self, pool: &PoolId, keys: Arc<PoolKeys>) {
        self.pools.lock().unwrap_or_else(PoisonError::into_inner).insert(pool.clone(), keys);
    }

    /// Forgets a pool, so that its keys are read again.
    pub fn forget(&self, pool: &PoolId) {
        self.pools.lock().unwrap_or_else(PoisonError::into_inner).remove(pool);
    }
}
