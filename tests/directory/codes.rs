//! One-time codes: counted, spent once, never mixed up.

use std::time::Duration;

use futures_util::future::join_all;
use vestibule::directory::codes::{self, Purpose};
use vestibule::model::flow::Subject;

use super::world::{World, by_email, other_than, outcome};
use crate::support::database::for_each_database;

const LIFE: i64 = 24 * 3_600_000;

async fn stored(world: &World, subject: &str, purpose: Purpose) -> String {
    let code = codes::make(&world.env, &world.pool, subject, purpose, LIFE).sent_to("ada@example.com");
    let text = code.code().to_owned();
    world.env.db.write(move |c| code.store(c)).await.expect("the code is stored");
    text
}

#[test]
fn of_a_hundred_right_answers_at_once_one_counts() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let code = stored(&world, "somebody", Purpose::SignUp).await;
        let answers =
            (0..100).map(|_| codes::spend(&world.env, &world.pool, "somebody", Purpose::SignUp, &code));
        let outcomes = join_all(answers).await;
        let right: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
        assert_eq!(right, [&Some("ada@example.com".to_owned())]);
        assert!(outcomes.iter().all(|result| ["ok", "expired"].contains(&outcome(result))));
    });
}

#[test]
fn of_a_hundred_guesses_at_once_ten_are_judged() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let code = stored(&world, "somebody", Purpose::PasswordReset).await;
        let spend = |code: String| {
            let world = &world;
            async move { codes::spend(&world.env, &world.pool, "somebody", Purpose::PasswordReset, &code).await }
        };
        let guesses = join_all((0..100).map(|_| spend(other_than(&code).to_owned()))).await;
        let count = |what| guesses.iter().filter(|guess| outcome(guess) == what).count();
        assert_eq!((count("mismatch"), count("too many")), (10, 90));
        assert_eq!(outcome(&spend(code).await), "too many", "also the right one");
        let fresh = stored(&world, "somebody", Purpose::PasswordReset).await;
        assert_eq!(outcome(&spend(fresh.clone()).await), "too many", "a new code begins no new count");
        world.test.advance(Duration::from_millis(3_600_000));
        assert_eq!(outcome(&spend(fresh).await), "ok", "an hour later");
    });
}

#[test]
fn a_code_serves_one_person_and_one_purpose() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let code = stored(&world, "ada", Purpose::SignIn).await;
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        for (subject, purpose) in
            [("eve", Purpose::SignIn), ("ada", Purpose::SignUp), ("?ada", Purpose::SignIn)]
        {
            let foreign = codes::spend(&world.env, &world.pool, subject, purpose, &code).await;
            assert_eq!(outcome(&foreign), "expired", "{subject} {purpose:?}");
        }
        let own = codes::spend(&world.env, &world.pool, "ada", Purpose::SignIn, &spaced).await;
        assert_eq!(outcome(&own), "ok", "spaces do not matter");
    });
}

#[test]
fn a_name_that_spells_an_id_does_not_reach_the_person() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let id = world.newcomer(None, &[("email", "ada@example.com")]).await;
        let code = world.code_to("ada@example.com").await;
        let phantom = codes::subject_key(&world.env, &world.pool, &Subject::Phantom(id.to_string()));
        stored(&world, &phantom, Purpose::SignUp).await;
        for _ in 0..20 {
            let _ = codes::spend(&world.env, &world.pool, &phantom, Purpose::SignUp, "123456").await;
        }
        world.confirm(&id, &code).await.expect("nothing happened to it");
    });
}
