//! Documents by URL that others publish (discovery, keys, metadata), remembered for as long as they allow.
//!
//! Owns when one is fetched again and which copy is used when that fails. Leaves to others what is in it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reqwest::StatusCode;
use reqwest::header::{CACHE_CONTROL, HeaderMap};
use url::Url;

use super::http::{HttpClient, HttpError};
use crate::model::clock::Clock;

/// The shortest time a copy is used, and the shortest between two fetches of one URL that has a copy, milliseconds.
const FLOOR: i64 = 60_000;
/// How long a copy is used when its publisher says nothing, milliseconds.
const USUAL: i64 = 10 * FLOOR;
/// The longest time a copy is used without asking again, milliseconds.
const CEILING: i64 = 24 * 60 * FLOOR;
/// How much longer the last good copy is used while it cannot be fetched, milliseconds.
const GRACE: i64 = 24 * 60 * FLOOR;
/// How long a failure without any copy is remembered, milliseconds: a crowd that waits asks once, and the next one
/// need not wait a minute.
const FAILURE: i64 = 5_000;
/// The longest document, in bytes. SAML federations publish long ones.
const LONGEST: usize = 1024 * 1024;
/// What the copies may take together, in bytes.
const MOST_BYTES: usize = 32 * LONGEST;
/// How many URLs are remembered.
const MOST_ENTRIES: usize = 1000;

/// Why there is no document, not even an old copy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// There was no answer.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// There was one, which was no document.
    #[error("the answer was {0}")]
    Status(u16),
}

/// A copy of a document.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its bytes.
    pub body: Arc<[u8]>,
    /// When it was fetched, Unix milliseconds.
    pub fetched_at: i64,
    fresh_until: i64,
}

/// The documents that this process has read. One fetch at a time goes to one URL; who asks meanwhile waits for it.
pub struct DocumentCache {
    client: HttpClient,
    clock: Arc<dyn Clock>,
    entries: Mutex<HashMap<Url, Arc<Entry>>>,
}

#[derive(Default)]
struct Entry {
    /// Held while the document is fetched.
    turn: tokio::sync::Mutex<()>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    copy: Option<Document>,
    /// When the last fetch began, and its failure.
    attempt: Option<(i64, Option<DocumentError>)>,
    used_at: i64,
}

impl DocumentCache {
    /// An empty one, which fetches through `client` and lives by `clock`.
    pub fn new(client: &HttpClient, clock: Arc<dyn Clock>) -> Self {
        Self { client: client.reading_at_most(LONGEST), clock, entries: Mutex::default() }
    }

    /// A document: a copy for as long as its `Cache-Control: max-age` says (1 minute to 24 hours; 10 minutes where it
    /// says nothing), otherwise fetched. While that fails the last copy is used for another 24 hours.
    ///
    /// # Errors
    /// See [`DocumentError`].
    pub async fn get(&self, url: &Url) -> Result<Document, DocumentError> {
        self.read(url, |known, now| {
            known.copy.clone().filter(|copy| (copy.fetched_at..copy.fresh_until).contains(&now))
        })
        .await
    }

    /// A document that `seen` is too old for (its keys lack one, say): fetched anew unless somebody did so since, at most
    /// once a minute, then the copy again.
    ///
    /// # Errors
    /// See [`DocumentError`].
    pub async fn newer_than(&self, url: &Url, seen: &Document) -> Result<Document, DocumentError> {
        self.read(url, |known, _| known.copy.clone().filter(|copy| copy.fetched_at > seen.fetched_at)).await
    }

    /// A document as it is now, whatever is remembered: for an operator who has just changed something there.
    ///
    /// # Errors
    /// See [`DocumentError`]; an old copy is no answer.
    pub async fn reread(&self, url: &Url) -> Result<Document, DocumentError> {
        let entry = self.entry(url);
        let _turn = entry.turn.lock().await;
        self.fetch_into(&entry, url, self.clock.now()).await
    }

    /// The copy that `good` takes, or what a fetch gives.
    async fn read(
        &self,
        url: &Url,
        good: impl Fn(&Known, i64) -> Option<Document>,
    ) -> Result<Document, DocumentError> {
        let entry = self.entry(url);
        if let Some(copy) = good(&entry.known(), self.clock.now()) {
            return Ok(copy);
        }
        let _turn = entry.turn.lock().await;
        let now = self.clock.now();
        {
            // Whoever had the turn before may have fetched it.
            let known = entry.known();
            if let Some(copy) = good(&known, now) {
                return Ok(copy);
            }
            if known.must_wait(now) {
                return known.last_resort(now);
            }
        }
        match self.fetch_into(&entry, url, now).await {
            Ok(document) => Ok(document),
            Err(_) => entry.known().last_resort(now),
        }
    }

    /// Fetches a document, in one's turn, and notes the outcome.
    async fn fetch_into(&self, entry: &Entry, url: &Url, now: i64) -> Result<Document, DocumentError> {
        let fetched = self.fetch(url, now).await;
        {
            let mut known = entry.known();
            known.attempt = Some((now, fetched.as_ref().err().cloned()));
            if let Ok(document) = &fetched {
                known.copy = Some(document.clone());
            }
        }
        self.shed(url);
        fetched
    }

    async fn fetch(&self, url: &Url, now: i64) -> Result<Document, DocumentError> {
        let answer = self.client.document(url, "application/json, application/xml, */*;q=0.5").await?;
        if answer.status != StatusCode::OK {
            return Err(DocumentError::Status(answer.status.as_u16()));
        }
        let fresh_until = now.saturating_add(lifetime(&answer.headers));
        Ok(Document { body: answer.body.into(), fetched_at: now, fresh_until })
    }

    fn entry(&self, url: &Url) -> Arc<Entry> {
        let mut entries = self.entries();
        if !entries.contains_key(url) && entries.len() >= MOST_ENTRIES {
            let oldest = entries.iter().min_by_key(|(_, entry)| entry.known().used_at);
            if let Some(oldest) = oldest.map(|(url, _)| url.clone()) {
                entries.remove(&oldest);
            }
        }
        let entry = entries.entry(url.clone()).or_default().clone();
        entry.known().used_at = self.clock.now();
        entry
    }

    /// Forgets what was not used for the longest time until the rest is small enough.
    fn shed(&self, kept: &Url) {
        let mut entries = self.entries();
        let mut sizes: Vec<(i64, usize, Url)> = entries
            .iter()
            .map(|(url, entry)| {
                let known = entry.known();
                (known.used_at, known.copy.as_ref().map_or(0, |copy| copy.body.len()), url.clone())
            })
            .collect();
        let mut total: usize = sizes.iter().map(|(_, bytes, _)| bytes).sum();
        sizes.sort();
        for (_, bytes, url) in sizes.into_iter().filter(|(_, bytes, url)| *bytes > 0 && url != kept) {
            if total <= MOST_BYTES {
                break;
            }
            entries.remove(&url);
            total -= bytes;
        }
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<Url, Arc<Entry>>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Whether the last fetch is too recent for another one. Times of the future, from before a clock was set back,
    /// hold nobody up.
    fn must_wait(&self, now: i64) -> bool {
        let pause = if self.copy.is_some() { FLOOR } else { FAILURE };
        self.attempt.as_ref().is_some_and(|(at, _)| (*at..at.saturating_add(pause)).contains(&now))
    }

    /// The last copy, unless it is too old even for bad times; then why there is no newer one.
    fn last_resort(&self, now: i64) -> Result<Document, DocumentError> {
        let usable = self.copy.as_ref().filter(|copy| now < copy.fresh_until.saturating_add(GRACE));
        match (usable, &self.attempt) {
            (Some(copy), _) => Ok(copy.clone()),
            (None, Some((_, Some(error)))) => Err(error.clone()),
            (None, _) => Err(HttpError::Connection.into()),
        }
    }
}

/// How long a copy may be used, milliseconds (RFC 9111 §5.2.2.1).
fn lifetime(headers: &HeaderMap) -> i64 {
    let directives: Vec<String> = headers
        .get_all(CACHE_CONTROL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|directive| directive.trim().to_ascii_lowercase())
        .collect();
    if directives.iter().any(|directive| directive == "no-store" || directive == "no-cache") {
        return FLOOR;
    }
    let seconds = directives.iter().find_map(|directive| {
        let digits = directive.strip_prefix("max-age=")?.trim_matches('"');
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        // More than fits is more than the ceiling.
        is_number.then(|| digits.parse::<i64>().unwrap_or(i64::MAX))
    });
    seconds.map_or(USUAL, |seconds| seconds.saturating_mul(1000).clamp(FLOOR, CEILING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn max_age_has_a_floor_and_a_ceiling() {
        for (value, expected) in [
            ("max-age=3600", 3_600_000),
            ("public, Max-Age=7200, must-revalidate", 7_200_000),
            ("max-age=\"120\"", 120_000),
            ("max-age=0", FLOOR),
            ("max-age=999999999", CEILING),
            ("max-age=99999999999999999999999", CEILING),
            ("max-age=-5", USUAL),
            ("max-age=", USUAL),
            ("no-store", FLOOR),
            ("max-age=3600, no-cache", FLOOR),
            ("public", USUAL),
            ("s-maxage=5", USUAL),
        ] {
            let headers = HeaderMap::from_iter([(CACHE_CONTROL, value.parse().expect("a value"))]);
            assert_eq!(lifetime(&headers), expected, "{value}");
        }
        assert_eq!(lifetime(&HeaderMap::new()), USUAL);
    }
}
