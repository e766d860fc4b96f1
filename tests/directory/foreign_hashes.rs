//! Passwords that were brought along from elsewhere: right at once, ours after the first sign-in.

use futures_util::future::join_all;
use vestibule::crypto::password as hashes;
use vestibule::directory::password::{self, PasswordVerdict, SetPassword};
use vestibule::model::ids::UserId;
use vestibule::store::passwords;

use super::transfer::import_lines;
use super::world::{PASSWORD, World, by_email};
use crate::support::database::for_each_database;
use crate::support::env::caller;

/// "password", by libxcrypt with a cost of 4.
const BCRYPT: &str = "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";
/// "password", by Python's hashlib.
const PBKDF2: &str = "$pbkdf2-sha256$i=1000$c2FsdHNhbHQ$E196ZhRPzw+wA84EjzHwJO1cv/MFJdO6C/sxmUeTYqY";
/// 80 times "x", by libxcrypt.
const LONG: &str = "$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i";

async fn newcomer(world: &World, id: &str, hash: &str) -> UserId {
    let line = format!(
        r#"{{"id":"{id}","attributes":{{"email":"{id}@example.com","email_verified":true}},"password":{{"hash":"{hash}"}}}}"#
    );
    import_lines(world, &line).await;
    UserId::trusted(id)
}

async fn stored(world: &World, id: &UserId) -> vestibule::model::credential::PasswordRecord {
    let id = id.clone();
    let record = world.env.db.read(move |c| passwords::find(c, &id)).await;
    record.expect("the database answers").expect("a password is stored")
}

async fn check(world: &World, id: &UserId, password: &str) -> PasswordVerdict {
    password::check(&world.env, &world.pool, Some(id), password).await.expect("the queue has room")
}

#[test]
fn the_first_right_password_makes_the_hash_ours_and_the_verifier_with_it() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_email(settings);
            settings.srp = Some(true);
        })
        .await;
        for (id, hash) in [("bea", BCRYPT), ("per", PBKDF2)] {
            let id = newcomer(&world, id, hash).await;
            assert_eq!(check(&world, &id, "Password").await, PasswordVerdict::Wrong);
            let before = stored(&world, &id).await;
            assert_eq!(
                (before.phc.as_str(), before.sealed_srp.is_none()),
                (hash, true),
                "a wrong one changes nothing"
            );
            assert_eq!(check(&world, &id, "password").await, PasswordVerdict::Right);
            let after = stored(&world, &id).await;
            assert!(after.phc.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{}", after.phc);
            assert!(after.sealed_srp.is_some() && after.set_at == before.set_at);
            assert_eq!(check(&world, &id, "password").await, PasswordVerdict::Right);
            assert_eq!(stored(&world, &id).await.phc, after.phc, "once");
        }
    });
}

#[test]
fn what_bcrypt_did_not_read_is_not_taken_for_proven() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let id = newcomer(&world, "lou", LONG).await;
        let mistyped = format!("{}y", "x".repeat(79));
        assert_eq!(check(&world, &id, &mistyped).await, PasswordVerdict::Right, "as where it came from");
        assert_eq!(stored(&world, &id).await.phc, LONG, "or the right password would be wrong from now on");
        assert_eq!(check(&world, &id, &"x".repeat(80)).await, PasswordVerdict::Right);
        assert_eq!(check(&world, &id, &"x".repeat(71)).await, PasswordVerdict::Wrong);
    });
}

#[test]
fn sign_ins_at_once_all_succeed_and_leave_one_good_hash() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let id = newcomer(&world, "bea", BCRYPT).await;
        let checks = join_all((0..20).map(|_| check(&world, &id, "password"))).await;
        assert!(checks.iter().all(|verdict| *verdict == PasswordVerdict::Right), "{checks:?}");
        assert!(stored(&world, &id).await.phc.starts_with("$argon2id$"));
        assert_eq!(check(&world, &id, "password").await, PasswordVerdict::Right);
    });
}

#[test]
fn a_change_beside_sign_ins_wins() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        for round in 0..10 {
            let id = newcomer(&world, &format!("bea{round}"), BCRYPT).await;
            let how = SetPassword::Own { keep_session: None, keep_flow: None };
            let somebody = caller("192.0.2.1");
            let change = password::set(&world.env, &somebody, &world.pool, &id, PASSWORD, how);
            let sign_ins = join_all((0..4).map(|_| check(&world, &id, "password")));
            let (changed, _) = futures_util::future::join(change, sign_ins).await;
            changed.expect("a new hash of the old password does not stand in the way");
            assert_eq!(check(&world, &id, PASSWORD).await, PasswordVerdict::Right, "round {round}");
            assert_eq!(check(&world, &id, "password").await, PasswordVerdict::Wrong, "round {round}");
        }
    });
}

#[test]
fn a_hash_that_was_read_before_the_change_is_not_written_after_it() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let id = newcomer(&world, "bea", BCRYPT).await;
        let how = SetPassword::Permanent;
        password::set(&world.env, &caller("192.0.2.1"), &world.pool, &id, PASSWORD, how).await.expect("set");
        let late = world.env.db.write(move |c| passwords::update_hash(c, &id, BCRYPT, "late", None)).await;
        assert!(!late.expect("the database answers"), "the change has won");
    });
}

#[test]
fn names_of_nobody_cost_what_the_people_of_the_pool_cost() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let place = "5".to_owned();
        let near = |place: String| {
            let pool = world.pool.id.clone();
            world.env.db.read(move |c| passwords::find_near(c, &pool, &place))
        };
        assert_eq!(near(place.clone()).await.expect("answers"), None, "nobody is there yet");
        newcomer(&world, "3a", BCRYPT).await;
        newcomer(&world, "7a", PBKDF2).await;
        for (place, cost) in [("0", BCRYPT), ("3a", BCRYPT), ("3b", PBKDF2), ("8", BCRYPT)] {
            assert_eq!(near(place.to_owned()).await.expect("answers").as_deref(), Some(cost), "{place}");
        }
        let parameters = hashes::Argon2Parameters::default();
        let phantom = hashes::phantom_like(BCRYPT, parameters);
        assert!(phantom.starts_with("$2b$04$") && !hashes::verify(&phantom, b"password"));
        password::check_nobody(&world.env, &world.pool, "nobody@example.com", "password")
            .await
            .expect("room");
    });
}

#[test]
fn the_time_of_an_answer_does_not_tell_an_imported_account() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        // 2^9 rounds take some 30 ms, and our own hash in tests a tenth of one.
        let dear = BCRYPT.replace("$04$", "$09$");
        let id = newcomer(&world, "bea", &dear).await;
        let long = "x".repeat(1000);
        let people = [(Some(&id), "wrong"), (Some(&id), long.as_str())];
        let mut times = Vec::new();
        for (user, password) in people {
            let began = stopwatch();
            password::check(&world.env, &world.pool, user, password).await.expect("room");
            times.push(began.elapsed());
        }
        let began = stopwatch();
        password::check_nobody(&world.env, &world.pool, "nobody@example.com", "wrong").await.expect("room");
        times.push(began.elapsed());
        let (least, most) = (times.iter().min().expect("three"), times.iter().max().expect("three"));
        assert!(*least > *most / 5 && least.as_millis() >= 5, "{times:?}");
    });
}

#[expect(clippy::disallowed_methods, reason = "measures what an attacker measures")]
fn stopwatch() -> std::time::Instant {
    std::time::Instant::now()
}
