//! Documents that are remembered: how long, how many, and when they are read again.

use std::sync::Arc;
use std::time::Duration;

use url::Url;
use vestibule::model::clock::FakeClock;
use vestibule::outbound::documents::{DocumentCache, DocumentError};
use vestibule::outbound::http::{HttpClient, HttpError, HttpSettings, Reach};

use crate::support::database::block_on;
use crate::support::env::BEGINNING;
use crate::support::fake_oidc::{Conduct, FakeOidc};

struct World {
    clock: Arc<FakeClock>,
    fake: FakeOidc,
    cache: DocumentCache,
}

impl World {
    fn new() -> Self {
        let clock = Arc::new(FakeClock::new(BEGINNING));
        let fake = FakeOidc::start(&clock);
        let client = HttpClient::new(&HttpSettings::new(Reach::Development)).expect("a client");
        Self { cache: DocumentCache::new(&client, clock.clone()), clock, fake }
    }

    fn at(&self, path: &str) -> Url {
        format!("{}{path}", self.fake.origin).parse().expect("a URL")
    }

    /// How often the key set was read.
    fn reads(&self) -> usize {
        self.fake.heard("/keys").len()
    }

    fn breaks(&self, path: &str, breaks: bool) {
        self.fake.bend(|bends| {
            bends.conduct.remove(path);
            if breaks {
                bends.conduct.insert(path.to_owned(), Conduct::Says(500, String::new()));
            }
        });
    }

    fn advance(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }
}

#[test]
fn a_copy_is_used_for_as_long_as_its_publisher_says() {
    block_on(async {
        for (value, seconds) in [
            (Some("max-age=3600"), 3600),
            (Some("no-store"), 60),
            (Some("max-age=9999999"), 86_400),
            (None, 600),
        ] {
            let world = World::new();
            world.fake.bend(|bends| bends.cache_control = value.map(ToOwned::to_owned));
            let keys = world.at("/keys");
            world.cache.get(&keys).await.expect("a document");
            world.advance(seconds - 1);
            let copy = world.cache.get(&keys).await.expect("a copy");
            assert_eq!((copy.fetched_at, world.reads()), (BEGINNING, 1), "{value:?}");
            world.advance(1);
            world.cache.get(&keys).await.expect("a document");
            assert_eq!(world.reads(), 2, "{value:?}");
            // A clock that is set back makes no copy immortal.
            world.clock.set(BEGINNING - 1_000_000);
            world.cache.get(&keys).await.expect("a document");
            assert_eq!(world.reads(), 3, "{value:?}");
        }
    });
}

#[test]
fn a_crowd_asks_once() {
    block_on(async {
        let world = World::new();
        let keys = world.at("/keys");
        let crowd = || futures_util::future::join_all((0..50).map(|_| world.cache.get(&keys)));
        assert!(crowd().await.iter().all(Result::is_ok));
        assert_eq!(world.reads(), 1);
        world.advance(3600);
        assert!(crowd().await.iter().all(Result::is_ok));
        assert_eq!(world.reads(), 2);
        // A failure is everybody's as well, for a moment.
        let missing = world.at("/missing");
        let crowd = futures_util::future::join_all((0..50).map(|_| world.cache.get(&missing))).await;
        assert!(crowd.into_iter().all(|outcome| outcome.err() == Some(DocumentError::Status(404))));
        assert_eq!(world.fake.heard("/missing").len(), 1);
        world.advance(5);
        world.cache.get(&missing).await.expect_err("still none");
        assert_eq!(world.fake.heard("/missing").len(), 2);
    });
}

#[test]
fn a_newer_one_can_be_asked_for_once_a_minute() {
    block_on(async {
        let world = World::new();
        let keys = world.at("/keys");
        let first = world.cache.get(&keys).await.expect("a document");
        world.cache.newer_than(&keys, &first).await.expect("the same");
        assert_eq!(world.reads(), 1, "it was read just now");
        world.advance(60);
        let second = world.cache.newer_than(&keys, &first).await.expect("a newer one");
        assert_eq!((second.fetched_at, world.reads()), (BEGINNING + 60_000, 2));
        // Somebody else has asked already.
        world.cache.newer_than(&keys, &first).await.expect("that one");
        world.advance(59);
        world.cache.newer_than(&keys, &second).await.expect("the same");
        assert_eq!(world.reads(), 2);
        // While it fails the copy is still there, and no hammering either.
        world.breaks("/keys", true);
        world.advance(1);
        for _ in 0..3 {
            let copy = world.cache.newer_than(&keys, &second).await.expect("the copy");
            assert_eq!(copy.fetched_at, second.fetched_at);
        }
        assert_eq!(world.reads(), 3);
        let error = world.cache.reread(&keys).await.expect_err("as it is now");
        assert_eq!((error, world.reads()), (DocumentError::Status(500), 4));
    });
}

#[test]
fn the_last_good_copy_serves_for_a_day() {
    block_on(async {
        let world = World::new();
        let keys = world.at("/keys");
        world.cache.get(&keys).await.expect("a document");
        world.breaks("/keys", true);
        world.advance(600 + 24 * 3600 - 1);
        for _ in 0..3 {
            world.cache.get(&keys).await.expect("the last copy");
        }
        assert_eq!(world.reads(), 2, "asked again once a minute");
        world.advance(1);
        assert_eq!(world.cache.get(&keys).await.err(), Some(DocumentError::Status(500)));
        world.breaks("/keys", false);
        world.advance(60);
        world.cache.get(&keys).await.expect("it is back");
    });
}

#[test]
fn what_is_no_document_is_not_kept() {
    block_on(async {
        let world = World::new();
        for (conduct, expected) in [
            (Conduct::Says(204, String::new()), DocumentError::Status(204)),
            (Conduct::Says(403, "{}".into()), DocumentError::Status(403)),
            (Conduct::Long, DocumentError::Http(HttpError::TooLong)),
            (Conduct::To("/keys".into()), DocumentError::Http(HttpError::Redirects)),
        ] {
            world.fake.bend(|bends| drop(bends.conduct.insert("/keys".into(), conduct.clone())));
            assert_eq!(world.cache.get(&world.at("/keys")).await.err(), Some(expected), "{conduct:?}");
            world.advance(5);
        }
    });
}

#[test]
fn the_number_and_the_bytes_of_copies_are_bounded() {
    block_on(async {
        let world = World::new();
        let numbered = |number: usize| world.at(&format!("/keys?{number}"));
        for number in 0..=1000 {
            world.cache.get(&numbered(number)).await.expect("a document");
            world.clock.advance(Duration::from_millis(1));
        }
        world.cache.get(&numbered(1000)).await.expect("a copy");
        assert_eq!(world.reads(), 1001);
        world.cache.get(&numbered(0)).await.expect("a document");
        assert_eq!(world.reads(), 1002, "the one that was not used for the longest time is gone");

        let world = World::new();
        let long = Conduct::Says(200, "x".repeat(1024 * 1024));
        world.fake.bend(|bends| drop(bends.conduct.insert("/keys".into(), long)));
        let numbered = |number: usize| world.at(&format!("/keys?{number}"));
        for number in 0..33 {
            world.cache.get(&numbered(number)).await.expect("a document");
            world.clock.advance(Duration::from_millis(1));
        }
        world.cache.get(&numbered(1)).await.expect("a copy");
        assert_eq!(world.reads(), 33);
        world.cache.get(&numbered(0)).await.expect("a document");
        assert_eq!(world.reads(), 34, "32 MiB are kept");
    });
}
