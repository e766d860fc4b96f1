//! What has an end goes when it has come, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use vestibule::directory::{unconfirmed, users};
use vestibule::model::user::UserStatus;
use vestibule::security::rate::{self, Limit};
use vestibule::store::audit_events::{self, Wanted};
use vestibule::store::{self, cleanup};

use crate::support::database::for_each_database;
use crate::support::env::{TestEnv, test_env};

const DAY: Duration = Duration::from_secs(86_400);

async fn swept(test: &TestEnv) -> usize {
    let mut deleted = 0;
    for pool in unconfirmed::pools(&test.env).await.expect("the database answers") {
        loop {
            let rows = unconfirmed::delete_batch(&test.env, &pool).await.expect("the database answers");
            deleted += rows;
            if rows == 0 {
                break;
            }
        }
    }
    deleted
}

/// Makes a confirmed person an unconfirmed one, as after a sign-up that nobody confirmed.
async fn unconfirm(test: &TestEnv, pool: &vestibule::model::pool::UserPool, name: &str) {
    let user = test.user(pool, name).await;
    let (pool, id, now) = (pool.id.clone(), user.id, test.env.now());
    let changed = test.env.db.write(move |c| {
        store::users::update_status(c, (&pool, &id), &[UserStatus::Confirmed], UserStatus::Unconfirmed, now)
    });
    assert!(changed.await.expect("the database answers"));
}

#[test]
fn accounts_that_nobody_confirmed_go_after_a_month_and_others_stay() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let month = test.pool(|_| {}).await;
        let never = test.pool(|settings| settings.unconfirmed_account_days = 0).await;
        unconfirm(&test, &month, "nobody").await;
        unconfirm(&test, &never, "nobody").await;
        let ada = test.user(&month, "ada").await;

        test.advance(30 * DAY - Duration::from_millis(1));
        unconfirm(&test, &month, "newcomer").await;
        assert_eq!(swept(&test).await, 0);
        test.advance(Duration::from_millis(1));
        assert_eq!(swept(&test).await, 1);
        assert_eq!(swept(&test).await, 0);

        let found = users::find(&test.env, &month, &ada.id).await.expect("the database answers");
        assert!(found.is_some(), "the confirmed stay");
        // The name is free again.
        test.user(&month, "nobody").await;
        let wanted = Wanted { action: Some("user.delete".into()), ..Wanted::default() };
        let events = test.env.db.read(move |c| audit_events::list(c, &wanted, 10)).await;
        let events = events.expect("the database answers");
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].detail["reason"], "never confirmed");
        assert_eq!(events[0].actor_kind, "system");
    });
}

#[test]
fn many_of_them_go_in_batches() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        for n in 0..130 {
            unconfirm(&test, &pool, &format!("n{n}")).await;
        }
        test.advance(31 * DAY);
        let mut batches = Vec::new();
        loop {
            let rows = unconfirmed::delete_batch(&test.env, &pool).await.expect("the database answers");
            if rows == 0 {
                break;
            }
            batches.push(rows);
        }
        assert_eq!(batches, [100, 30]);
    });
}

#[test]
fn a_refused_take_says_how_long_to_wait() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        let take = async || {
            let (id, now) = (pool.id.clone(), test.env.now());
            let limit = [Limit { scope: "a", subject: "x".into(), most: 1, window_ms: 60_000 }];
            let taken = test.env.db.write(move |c| rate::take(c, &id, &limit, now)).await;
            taken.expect("the database answers")
        };
        assert_eq!(take().await, Ok(()));
        test.advance(Duration::from_secs(20));
        assert_eq!(take().await, Err(rate::UsedUp { for_ms: 40_000 }));
        test.advance(Duration::from_secs(40));
        assert_eq!(take().await, Ok(()));
        let now = test.env.now();
        assert_eq!(test.env.db.write(move |c| cleanup::expired(c, now)).await.expect("answers"), 0);
    });
}

/// Tables whose rows have an end and that housekeeping need not look at, and why.
const ENDLESS: &[(&str, &str)] = &[
    ("passwords", "a temporary password's end is a fact about it; the row goes with the person"),
    ("signing_keys", "tokens::keys deletes them when it rotates"),
    ("leases", "one row a job"),
    ("pool_domains", "the job domain-proofs deletes what was not proven in time"),
];

#[test]
fn every_table_with_an_end_is_swept() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut with_end = BTreeSet::new();
    let mut migrations: Vec<_> = std::fs::read_dir(root.join("migrations/sqlite"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path().join("up.sql"))
        .collect();
    migrations.sort();
    for file in migrations {
        let sql = std::fs::read_to_string(file).expect("a migration can be read");
        let mut table = String::new();
        for line in sql.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                table = rest.trim_end_matches([' ', '(']).to_owned();
            }
            let column = line.split(' ').next().unwrap_or_default();
            let is_end =
                ["expires_at", "_until", "ends_at", "forget_at"].iter().any(|end| column.ends_with(end));
            if is_end || column == "until" {
                with_end.insert(table.clone());
            }
        }
    }
    assert!(with_end.len() > 8, "the migrations are not understood: {with_end:?}");
    let mut swept = String::new();
    for entry in std::fs::read_dir(root.join("src/store")).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        if path.file_stem().is_some_and(|name| name == "cleanup") {
            swept += &std::fs::read_to_string(path).expect("a source file can be read");
        }
    }
    let left: Vec<_> = with_end
        .into_iter()
        .filter(|table| !ENDLESS.iter().any(|(name, _)| name == table))
        .filter(|table| !swept.contains(&format!("{table}.")) && !swept.contains(&format!("{table}::")))
        .collect();
    assert!(left.is_empty(), "rows of these tables end and are never deleted: {left:?}");
}
