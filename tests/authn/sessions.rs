//! Browser sessions.

use std::time::Duration;

use futures_util::future::join_all;
use vestibule::authn::{AuthnError, browser_session};
use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::{pools, users};
use vestibule::model::authorization::{AuthorizationCode, AuthorizationParameters};
use vestibule::model::ids::FamilyId;
use vestibule::model::pool::PoolSettings;
use vestibule::store::authorization_codes;

use super::world::*;
use crate::support::database::for_each_database;

const TICK: Duration = Duration::from_millis(1);

impl World {
    /// Signs Ada in and returns the cookie.
    async fn cookie(&self, replaced: Option<&str>) -> String {
        let done = authenticated(self.sign_in(ADA, PASSWORD).await.expect("right"));
        browser_session::start(
            &self.test.env,
            &crate::support::env::caller("192.0.2.1"),
            &self.pool,
            &done,
            replaced,
        )
        .await
        .expect("a session")
        .1
    }

    async fn is_signed_in(&self, cookie: &str) -> bool {
        browser_session::find(&self.test.env, &self.pool, cookie).await.expect("an answer").is_some()
    }
}

#[test]
fn a_flow_gives_one_session_however_often_it_is_asked() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        let done = authenticated(world.sign_in(ADA, PASSWORD).await.expect("right"));
        let asked = (0..20).map(|_| {
            let (world, done) = (world.clone(), done.clone());
            tokio::spawn(async move {
                browser_session::start(
                    &world.test.env,
                    &crate::support::env::caller("192.0.2.1"),
                    &world.pool,
                    &done,
                    None,
                )
                .await
            })
        });
        let mut cookies = Vec::new();
        for answer in join_all(asked).await {
            match answer.expect("no panic") {
                Ok((_, cookie)) => cookies.push(cookie),
                Err(AuthnError::MovedOn) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        let [cookie] = cookies.as_slice() else { panic!("{} sessions", cookies.len()) };
        let found = browser_session::find(&world.test.env, &world.pool, cookie).await.expect("an answer");
        let (session, user) = found.expect("signed in");
        assert_eq!((session.user_id, user.id), (ada.id.clone(), ada.id));
        assert_eq!((session.authenticated_at, session.proofs), (done.authenticated_at, done.proofs));
    });
}

#[test]
fn only_what_was_proven_gives_a_session() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let eve = world.person("eve@example.com", &[]).await;
        let done = authenticated(world.sign_in(ADA, PASSWORD).await.expect("right"));
        let elsewhere = pools::create(&world.test.env, None, "others", by_email()).await.expect("a pool");
        let browser = crate::support::env::caller("192.0.2.1");
        let start = |pool, claimed| browser_session::start(&world.test.env, &browser, pool, claimed, None);
        let of_eve = vestibule::model::flow::Authenticated { user_id: eve.id, ..done.clone() };
        assert!(start(&world.pool, &of_eve).await.is_err());
        let fresher = vestibule::model::flow::Authenticated {
            authenticated_at: done.authenticated_at + 1,
            ..done.clone()
        };
        assert!(start(&world.pool, &fresher).await.is_err());
        assert!(start(&elsewhere, &done).await.is_err());
        start(&world.pool, &done).await.expect("what was proven");
    });
}

#[test]
fn a_session_ends_by_idleness_and_in_any_case() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let idle = world.cookie(None).await;
        let used = world.cookie(None).await;
        world.pass(59 * MINUTE);
        assert!(world.is_signed_in(&used).await);
        world.pass(MINUTE);
        assert!(!world.is_signed_in(&idle).await, "an hour without use");
        for _ in 0..10 {
            world.pass(58 * MINUTE);
            assert!(world.is_signed_in(&used).await);
        }
        // 640 minutes have passed; the session lasts 720.
        world.pass(58 * MINUTE);
        assert!(world.is_signed_in(&used).await);
        world.pass(22 * MINUTE - TICK);
        assert!(world.is_signed_in(&used).await);
        world.pass(TICK);
        assert!(!world.is_signed_in(&used).await, "twelve hours");
    });
}

#[test]
fn in_compatibility_a_session_lasts_one_fixed_hour() {
    for_each_database(|db| async move {
        let mut settings: PoolSettings = by_email();
        settings.compatibility.cognito = true;
        let (world, _) = World::with_ada(db, settings).await;
        let cookie = world.cookie(None).await;
        world.pass(60 * MINUTE - TICK);
        assert!(world.is_signed_in(&cookie).await);
        world.pass(TICK);
        assert!(!world.is_signed_in(&cookie).await);
    });
}

#[test]
fn a_browser_has_one_session_in_a_pool() {
    for_each_database(|db| async move {
        let (world, _) = World::with_ada(db, by_email()).await;
        let first = world.cookie(None).await;
        let elsewhere = world.cookie(None).await;
        let second = world.cookie(Some(&first)).await;
        assert!(!world.is_signed_in(&first).await);
        assert!(world.is_signed_in(&second).await);
        assert!(world.is_signed_in(&elsewhere).await, "another browser's");
        let other = pools::create(&world.test.env, None, "others", by_email()).await.expect("a pool");
        let found = browser_session::find(&world.test.env, &other, &second).await.expect("an answer");
        assert!(found.is_none(), "a cookie counts in its own pool");
        assert!(!world.is_signed_in("").await);
        assert!(!world.is_signed_in("made-up").await);
    });
}

#[test]
fn sessions_end_with_sign_out_disabling_and_deletion() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        let (env, pool) = (&world.test.env, &world.pool);
        let cookie = world.cookie(None).await;
        let (session, _) =
            browser_session::find(env, pool, &cookie).await.expect("an answer").expect("signed in");
        browser_session::end(env, pool, &session).await.expect("ended");
        assert!(!world.is_signed_in(&cookie).await);

        let cookie = world.cookie(None).await;
        let done = authenticated(world.sign_in(ADA, PASSWORD).await.expect("right"));
        world.pass(TICK);
        users::global_sign_out(env, pool, &ada.id).await.expect("signed out");
        assert!(!world.is_signed_in(&cookie).await);
        let late =
            browser_session::start(env, &crate::support::env::caller("192.0.2.1"), pool, &done, None).await;
        assert!(matches!(late, Err(AuthnError::MovedOn)), "proven before the sign-out");

        let cookie = world.cookie(None).await;
        users::set_enabled(env, pool, &ada.id, false).await.expect("off");
        assert!(!world.is_signed_in(&cookie).await);
        users::set_enabled(env, pool, &ada.id, true).await.expect("on");
        assert!(!world.is_signed_in(&cookie).await);

        let cookie = world.cookie(None).await;
        users::delete(env, pool, &ada.id).await.expect("deleted");
        assert!(!world.is_signed_in(&cookie).await);
    });
}

#[test]
fn a_sign_in_that_was_ended_gives_no_code() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        let cookie = world.cookie(None).await;
        let found = browser_session::find(&world.test.env, &world.pool, &cookie).await.expect("an answer");
        let (session, _) = found.expect("signed in");
        let code = AuthorizationCode {
            pool_id: world.pool.id.clone(),
            client_id: world.client.id.clone(),
            user_id: ada.id.clone(),
            session_id: session.id,
            parameters: AuthorizationParameters::default(),
            authenticated_at: session.authenticated_at,
            proofs: session.proofs,
            family_id: FamilyId::trusted("family"),
            expires_at: i64::MAX,
            used_at: None,
        };
        let insert = async |digest: &'static str| {
            let code = code.clone();
            world.test.env.db.write(move |c| authorization_codes::insert(c, digest, &code)).await
        };
        assert!(insert("before").await.expect("an answer"));
        world.pass(TICK);
        // The session was read, and now everything of hers is ended before the code is stored.
        users::global_sign_out(&world.test.env, &world.pool, &ada.id).await.expect("signed out");
        assert!(!insert("after").await.expect("an answer"));
        let pool = world.pool.id.clone();
        let find = world.test.env.db.read(move |c| authorization_codes::find(c, &pool, "after"));
        assert_eq!(find.await.expect("an answer"), None);
    });
}

#[test]
fn the_session_in_which_a_password_was_changed_stays() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, by_email()).await;
        let (kept, ended) = (world.cookie(None).await, world.cookie(None).await);
        let found = browser_session::find(&world.test.env, &world.pool, &kept).await.expect("an answer");
        world.pass(TICK);
        let how = SetPassword::Own { keep_session: found.map(|(session, _)| session.id), keep_flow: None };
        let (env, caller) = (&world.test.env, &world.caller);
        password::set(env, caller, &world.pool, &ada.id, "Another-Horse-7", how).await.expect("set");
        assert!(world.is_signed_in(&kept).await);
        assert!(!world.is_signed_in(&ended).await);
    });
}
