//! A look-up that many wait for at the same time is made once.
//!
//! Nothing is remembered: whoever asks shares only a look-up that has not begun yet, so each gets what was true after
//! asking. What was revoked before a question is revoked in its answer.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::{AnyConn, Db, StoreError};

/// Look-ups of one kind that wait for their turn, by what is looked up.
pub struct SharedReads<K, V> {
    waiting: Arc<Mutex<Waiting<K, V>>>,
}

struct Waiting<K, V> {
    batches: HashMap<K, Batch<V>>,
    /// The number of the last batch.
    last: u64,
}

/// Those who wait for a look-up that somebody else has asked for.
struct Batch<V> {
    number: u64,
    others: Vec<oneshot::Sender<V>>,
}

impl<K, V> Default for SharedReads<K, V> {
    fn default() -> Self {
        Self { waiting: Arc::new(Mutex::new(Waiting { batches: HashMap::new(), last: 0 })) }
    }
}

impl<K, V> SharedReads<K, V>
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + 'static,
{
    /// What `work` finds; `work` must depend on nothing but `key`.
    ///
    /// # Errors
    /// As [`Db::read`]. The failure of a shared look-up is its asker's alone: the others look for themselves.
    pub async fn read(
        &self,
        db: &Db,
        key: K,
        work: impl FnOnce(&mut AnyConn) -> Result<V, StoreError> + Send + 'static,
    ) -> Result<V, StoreError> {
        let asked = match self.join(&key) {
            Ok(shared) => match shared.await {
                Ok(value) => return Ok(value),
                Err(_) => return db.read(work).await,
            },
            Err(number) => Arc::new(Asked { waiting: self.waiting.clone(), key, number }),
        };
        // However the asker leaves or fails: from then on nobody waits with it.
        let _asking = Asking(asked.clone());
        db.read(move |c| {
            let others = asked.begin();
            let value = work(c)?;
            for other in others {
                // Whoever has left needs no answer.
                let _ = other.send(value.clone());
            }
            Ok(value)
        })
        .await
    }

    /// Waits with a look-up that has not begun, or else the number of a new one.
    fn join(&self, key: &K) -> Result<oneshot::Receiver<V>, u64> {
        let mut waiting = lock(&self.waiting);
        if let Some(batch) = waiting.batches.get_mut(key) {
            let (other, shared) = oneshot::channel();
            batch.others.push(other);
            return Ok(shared);
        }
        waiting.last += 1;
        let number = waiting.last;
        waiting.batches.insert(key.clone(), Batch { number, others: Vec::new() });
        Err(number)
    }
}

/// A look-up that was asked for.
struct Asked<K, V> {
    waiting: Arc<Mutex<Waiting<K, V>>>,
    key: K,
    number: u64,
}

impl<K: Eq + Hash, V> Asked<K, V> {
    /// From here on nobody joins; returns those who have.
    fn begin(&self) -> Vec<oneshot::Sender<V>> {
        let mut waiting = lock(&self.waiting);
        let is_own = waiting.batches.get(&self.key).is_some_and(|batch| batch.number == self.number);
        let batch = if is_own { waiting.batches.remove(&self.key) } else { None };
        batch.map(|batch| batch.others).unwrap_or_default()
    }
}

/// The asker of a look-up. When it goes before the look-up began, those who wait with it look for themselves.
struct Asking<K: Eq + Hash, V>(Arc<Asked<K, V>>);

impl<K: Eq + Hash, V> Drop for Asking<K, V> {
    fn drop(&mut self) {
        drop(self.0.begin());
    }
}

fn lock<K, V>(waiting: &Mutex<Waiting<K, V>>) -> MutexGuard<'_, Waiting<K, V>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}
