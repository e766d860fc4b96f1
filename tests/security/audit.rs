//! The audit trail: what is recorded stays, with who, what and when; a change that fails leaves no row.

use std::time::Duration;

use vestibule::model::event::Actor;
use vestibule::security::audit;
use vestibule::store::StoreError;
use vestibule::store::audit_events::{self, Wanted};

use crate::support::database::for_each_database;
use crate::support::env::{BEGINNING, caller, test_env};

#[test]
fn an_event_says_who_did_what_to_whom_and_when() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let env = world.env.acting_as(Actor::Operator("root@host".into()));
        let pool = world.pool(|_| {}).await;
        let event = audit::event(&env, "user.disable")
            .in_pool(&pool.id)
            .about("user", "u-1")
            .from_caller(&caller("192.0.2.77"))
            .with("groups", 2)
            .refused("not_found");
        db.write(move |c| audit::record(c, &event)).await.expect("it is stored");
        let wanted = Wanted { subject: Some("u-1".into()), ..Wanted::default() };
        let listed = db.read(move |c| audit_events::list(c, &wanted, 10)).await.expect("it is listed");
        let [stored] = listed.as_slice() else { panic!("{listed:?}") };
        assert_eq!((stored.actor_kind.as_str(), stored.actor.as_deref()), ("operator", Some("root@host")));
        assert_eq!((stored.action.as_str(), stored.at), ("user.disable", BEGINNING));
        assert_eq!(stored.pool_id.as_deref(), Some(pool.id.as_str()));
        assert_eq!(stored.network.as_deref(), Some("192.0.2.0/24"));
        assert_eq!(stored.detail["groups"], 2);
        assert_eq!((stored.succeeded, &stored.detail["reason"]), (false, &"not_found".into()));
    });
}

#[test]
fn events_are_paged_newest_first_without_gap_or_repetition() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        for _ in 0..3 {
            // Two in one millisecond: the page ends between them.
            for _ in 0..2 {
                let event = audit::event(&world.env, "test.page");
                db.write(move |c| audit::record(c, &event)).await.expect("it is stored");
            }
            world.advance(Duration::from_millis(1));
        }
        let mut seen = Vec::new();
        let mut before = None;
        loop {
            let wanted = Wanted { action: Some("test.page".into()), before, ..Wanted::default() };
            let page = db.read(move |c| audit_events::list(c, &wanted, 1)).await.expect("it is listed");
            let Some(last) = page.last() else { break };
            before = Some((last.at, last.id.clone()));
            seen.extend(page);
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.windows(2).all(|two| (two[0].at, &two[0].id) > (two[1].at, &two[1].id)));
    });
}

#[test]
fn a_change_that_fails_leaves_no_event() {
    for_each_database(|db| async move {
        let world = test_env(&db).await;
        let event = audit::event(&world.env, "test.undone");
        let outcome = db
            .write(move |c| {
                audit::record(c, &event)?;
                Err::<(), _>(StoreError::Taken { what: "name" })
            })
            .await;
        assert!(outcome.is_err());
        let wanted = Wanted { action: Some("test.undone".into()), ..Wanted::default() };
        assert!(db.read(move |c| audit_events::list(c, &wanted, 1)).await.expect("it is listed").is_empty());
    });
}
