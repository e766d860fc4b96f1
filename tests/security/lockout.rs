//! Who is locked out, for how long, and who is not.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::model::caller::Caller;
use vestibule::model::limits::LockoutSettings;
use vestibule::model::pool::UserPool;
use vestibule::security::lockout::{self, Attempt, LockSubject, LockoutError};

use crate::support::database::for_each_database;
use crate::support::env::{TestEnv, caller, test_env};

const SECOND: Duration = Duration::from_secs(1);

fn nobody() -> LockSubject {
    LockSubject::Unknown("nobody".to_owned())
}

async fn pool(test: &TestEnv, change: impl FnOnce(&mut LockoutSettings)) -> UserPool {
    test.pool(|settings| {
        settings.lockout = LockoutSettings::cognito();
        change(&mut settings.lockout);
    })
    .await
}

/// How long a claim is refused, in seconds; `None` when it is allowed, and the attempt then fails.
async fn fail(test: &TestEnv, caller: &Caller, pool: &UserPool, subject: &LockSubject) -> Option<u64> {
    match lockout::claim(&test.env, caller, pool, subject).await {
        Ok(_failed) => None,
        Err(LockoutError::Locked { retry_after_seconds }) => Some(retry_after_seconds),
        Err(LockoutError::Store(error)) => panic!("the database answers: {error}"),
    }
}

async fn claim(test: &TestEnv, caller: &Caller, pool: &UserPool, subject: &LockSubject) -> Attempt {
    lockout::claim(&test.env, caller, pool, subject).await.expect("it is allowed")
}

async fn fail_until_locked(test: &TestEnv, caller: &Caller, pool: &UserPool, subject: &LockSubject) {
    for _ in 0..5 {
        assert_eq!(fail(test, caller, pool, subject).await, None);
    }
    assert_eq!(fail(test, caller, pool, subject).await, Some(1));
}

#[test]
fn the_lock_begins_with_the_fifth_failure_doubles_and_is_forgotten() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = pool(&test, |_| {}).await;
        let here = caller("192.0.2.1");
        for subject in [LockSubject::Known(test.user(&pool, "ada").await.id), nobody()] {
            fail_until_locked(&test, &here, &pool, &subject).await;
            for seconds in [1, 2, 4, 8] {
                assert_eq!(fail(&test, &here, &pool, &subject).await, Some(seconds));
                test.advance(SECOND * u32::try_from(seconds).expect("small") - Duration::from_millis(1));
                assert_eq!(fail(&test, &here, &pool, &subject).await, Some(1), "{seconds}");
                test.advance(Duration::from_millis(1));
                assert_eq!(fail(&test, &here, &pool, &subject).await, None, "{seconds}");
            }
            test.advance(SECOND * (16 + 900));
            fail_until_locked(&test, &here, &pool, &subject).await;
        }
    });
}

#[test]
fn a_hundred_parallel_attempts_are_allowed_exactly_to_the_limit() {
    for_each_database(async |db| {
        let test = Arc::new(test_env(&db).await);
        let pool = Arc::new(pool(&test, |_| {}).await);
        let subject = LockSubject::Known(test.user(&pool, "ada").await.id);
        for (wait, allowed) in [(0, 5), (1, 1), (2, 1)] {
            test.advance(SECOND * wait);
            let attempts = (0..100).map(|_| {
                let (test, pool, subject) = (test.clone(), pool.clone(), subject.clone());
                tokio::spawn(async move {
                    // Whoever finds the database busy asks again; that is no verdict.
                    loop {
                        match lockout::claim(&test.env, &caller("192.0.2.1"), &pool, &subject).await {
                            Ok(_failed) => return true,
                            Err(LockoutError::Locked { .. }) => return false,
                            Err(LockoutError::Store(_)) => tokio::task::yield_now().await,
                        }
                    }
                })
            });
            let outcomes = join_all(attempts).await;
            let count = outcomes.into_iter().filter(|outcome| *outcome.as_ref().expect("no panic")).count();
            assert_eq!(count, allowed, "after {wait} s");
        }
    });
}

#[test]
fn success_forgets_the_failures_and_a_lock_holds_for_the_right_password_too() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = pool(&test, |_| {}).await;
        let here = caller("192.0.2.1");
        let subject = LockSubject::Known(test.user(&pool, "ada").await.id);
        for _ in 0..4 {
            assert_eq!(fail(&test, &here, &pool, &subject).await, None);
        }
        let fifth = claim(&test, &here, &pool, &subject).await;
        assert_eq!(fail(&test, &here, &pool, &subject).await, Some(1));
        lockout::succeeded(&test.env, fifth).await.expect("stored");
        fail_until_locked(&test, &here, &pool, &subject).await;
    });
}

#[test]
fn one_network_does_not_lock_another_until_the_limit_of_the_user() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = pool(&test, |settings| settings.per_user = 12).await;
        let subject = LockSubject::Known(test.user(&pool, "ada").await.id);
        fail_until_locked(&test, &caller("192.0.2.1"), &pool, &subject).await;
        assert_eq!(fail(&test, &caller("192.0.2.77"), &pool, &subject).await, Some(1), "the same network");
        fail_until_locked(&test, &caller("198.51.100.1"), &pool, &subject).await;
        assert_eq!(fail(&test, &caller("203.0.113.1"), &pool, &subject).await, None);
        assert_eq!(fail(&test, &caller("203.0.113.1"), &pool, &subject).await, None);
        // Twelve failures from three networks: now the name itself is locked, but no other name.
        assert_eq!(fail(&test, &caller("2001:db8::1"), &pool, &subject).await, Some(1));
        assert_eq!(fail(&test, &caller("2001:db8::1"), &pool, &nobody()).await, None);
    });
}

#[test]
fn a_known_browser_is_not_bound_by_the_lock_of_the_user() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = pool(&test, |settings| settings.per_user = 2).await;
        let (ada, grace) = (test.user(&pool, "ada").await, test.user(&pool, "grace").await);
        let subject = LockSubject::Known(ada.id.clone());
        let mut home = caller("192.0.2.1");
        let cookie = lockout::remember_browser(&test.env, &home, &pool, &ada.id).await.expect("stored");
        home.device_cookie = Some(cookie.clone());
        assert_eq!(
            lockout::remember_browser(&test.env, &home, &pool, &ada.id).await.expect("stored"),
            cookie
        );

        let thief = caller("198.51.100.1");
        assert_eq!(fail(&test, &thief, &pool, &subject).await, None);
        assert_eq!(fail(&test, &thief, &pool, &subject).await, None);
        assert_eq!(fail(&test, &caller("203.0.113.1"), &pool, &subject).await, Some(1));
        let attempt = claim(&test, &home, &pool, &subject).await;
        lockout::succeeded(&test.env, attempt).await.expect("stored");
        assert_eq!(
            fail(&test, &caller("203.0.113.1"), &pool, &subject).await,
            Some(1),
            "the thief stays out"
        );
        fail_until_locked(&test, &home, &pool, &subject).await;

        // The cookie speaks for this person alone, and for 400 days.
        let other = LockSubject::Known(grace.id);
        assert_eq!(fail(&test, &thief, &pool, &other).await, None);
        assert_eq!(fail(&test, &thief, &pool, &other).await, None);
        assert_eq!(fail(&test, &home, &pool, &other).await, Some(1));
        test.advance(Duration::from_secs(400 * 24 * 3600));
        assert_eq!(fail(&test, &thief, &pool, &subject).await, None);
        assert_eq!(fail(&test, &thief, &pool, &subject).await, None);
        assert_eq!(fail(&test, &home, &pool, &subject).await, Some(1));
    });
}

#[test]
fn a_browser_brings_no_cookie_of_its_own_making() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let (pool, other_pool) = (pool(&test, |_| {}).await, pool(&test, |_| {}).await);
        let (ada, twin) = (test.user(&pool, "ada").await, test.user(&other_pool, "ada").await);
        let mut planted = caller("192.0.2.1");
        planted.device_cookie = Some("x".repeat(43));
        let given = lockout::remember_browser(&test.env, &planted, &pool, &ada.id).await.expect("stored");
        assert_ne!(given, "x".repeat(43));
        planted.device_cookie = Some(given.clone());
        let elsewhere =
            lockout::remember_browser(&test.env, &planted, &other_pool, &twin.id).await.expect("stored");
        assert_ne!(elsewhere, given, "a pool does not take another pool's cookie");
    });
}

#[test]
fn an_address_is_locked_over_all_names_and_only_failures_count() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = pool(&test, |settings| settings.per_address = 3).await;
        let (here, neighbour) = (caller("192.0.2.1"), caller("192.0.2.2"));
        let name = |n: u32| LockSubject::Unknown(format!("name{n}"));
        for n in 0..10 {
            let attempt = claim(&test, &here, &pool, &name(n)).await;
            lockout::succeeded(&test.env, attempt).await.expect("stored");
        }
        assert_eq!(fail(&test, &here, &pool, &name(0)).await, None);
        assert_eq!(fail(&test, &here, &pool, &name(1)).await, None);
        // The third attempt begins a lock and ends it again by succeeding.
        let third = claim(&test, &here, &pool, &name(2)).await;
        assert_eq!(fail(&test, &here, &pool, &name(3)).await, Some(1));
        lockout::succeeded(&test.env, third).await.expect("stored");
        assert_eq!(fail(&test, &here, &pool, &name(4)).await, None);
        assert_eq!(fail(&test, &here, &pool, &name(5)).await, Some(1));
        assert_eq!(fail(&test, &neighbour, &pool, &name(5)).await, None, "only this address");
    });
}

#[test]
fn unlocking_forgets_the_user_everywhere_and_nobody_else() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = pool(&test, |settings| settings.per_user = 10).await;
        let (ada, grace) = (test.user(&pool, "ada").await, test.user(&pool, "grace").await);
        let (locked, other) = (LockSubject::Known(ada.id.clone()), LockSubject::Known(grace.id));
        let (here, there) = (caller("192.0.2.1"), caller("198.51.100.1"));
        for caller in [&here, &there] {
            fail_until_locked(&test, caller, &pool, &locked).await;
        }
        fail_until_locked(&test, &caller("203.0.113.1"), &pool, &other).await;
        assert_eq!(fail(&test, &caller("203.0.113.9"), &pool, &locked).await, Some(1), "by name");
        lockout::unlock(&test.env, &pool, &ada.id).await.expect("stored");
        for caller in [&here, &there] {
            assert_eq!(fail(&test, caller, &pool, &locked).await, None);
        }
        assert_eq!(fail(&test, &caller("203.0.113.1"), &pool, &other).await, Some(1));
    });
}

#[test]
fn pools_count_apart() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let (one, two) = (pool(&test, |_| {}).await, pool(&test, |_| {}).await);
        fail_until_locked(&test, &caller("192.0.2.1"), &one, &nobody()).await;
        assert_eq!(fail(&test, &caller("192.0.2.1"), &two, &nobody()).await, None);
    });
}
