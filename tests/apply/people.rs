//! People in declarations: made with everything, found again, their own things left alone.

use std::time::Duration;

use vestibule::crypto::totp;
use vestibule::directory::password::{self, PasswordVerdict, SetPassword};
use vestibule::directory::{factors, groups, names};
use vestibule::model::ids::UserId;
use vestibule::model::user::{User, UserStatus};

use super::world::World;
use crate::support::database::for_each_database;
use crate::support::env::caller;

const SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

fn by_email(user: &str) -> String {
    format!(
        "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[pool.settings.sign_in]\n\
         username_attributes = [\"email\"]\n[[pool.group]]\nname = \"staff\"\n[[pool.user]]\n{user}\n"
    )
}

async fn named(world: &World, name: &str) -> User {
    let found = names::find_for_sign_in(&world.env, &world.pool().await, name).await;
    found.expect("the database answers").expect("somebody signs in by this name")
}

async fn check(world: &World, user: &User, text: &str) -> PasswordVerdict {
    password::check(&world.env, &world.pool().await, Some(&user.id), text).await.expect("it is checked")
}

#[test]
fn a_person_is_made_with_password_groups_and_second_factor() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = by_email(&format!(
            "groups = [\"staff\"]\npassword = \"Correct-Horse-7\"\ntotp_seed = \"{SEED}\"\nenabled = true\n\
             attributes = {{ email = \"ada@example.com\", email_verified = \"true\", name = \"Ada\" }}"
        ));
        world.apply(&text).await;
        let pool = world.pool().await;
        let ada = named(&world, "Ada@Example.com").await;
        assert_eq!((ada.status, ada.enabled), (UserStatus::Confirmed, true));
        assert_eq!(check(&world, &ada, "Correct-Horse-7").await, PasswordVerdict::Right);
        let of = groups::of_user(&world.env, &pool, &ada.id).await.expect("answers");
        assert_eq!(of.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["staff"]);
        let seed = totp::secret_from_base32(SEED).expect("base32");
        let code = totp::code_at(&seed, world.env.now() / 30_000);
        assert!(factors::check_totp(&world.env, &pool, &ada.id, &code).await.expect("answers"));
        assert!(world.plan(&text).await.is_empty());
    });
}

#[test]
fn a_password_is_set_only_when_the_person_is_made() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let text = |password: &str| {
            by_email(&format!(
                "password = \"{password}\"\nstatus = \"FORCE_CHANGE_PASSWORD\"\nattributes = {{ email = \"ada@example.com\" }}"
            ))
        };
        world.apply(&text("Correct-Horse-7")).await;
        let ada = named(&world, "ada@example.com").await;
        assert_eq!(ada.status, UserStatus::ForceChangePassword);
        assert_eq!(check(&world, &ada, "Correct-Horse-7").await, PasswordVerdict::RightTemporary);
        let own = SetPassword::Own { keep_session: None, keep_flow: None };
        password::set(&world.env, &caller("192.0.2.1"), &world.pool().await, &ada.id, "My-Own-Horse-9", own)
            .await
            .expect("the person chooses one");
        for given in ["Correct-Horse-7", "Another-Horse-8"] {
            assert_eq!(world.apply(&text(given)).await, Vec::<String>::new());
        }
        let ada = named(&world, "ada@example.com").await;
        assert_eq!(ada.status, UserStatus::Confirmed);
        assert_eq!(check(&world, &ada, "My-Own-Horse-9").await, PasswordVerdict::Right);
    });
}

#[test]
fn a_hashed_password_works_and_a_foreign_text_is_refused() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let cost = vestibule::crypto::password::Argon2Parameters::new(64, 1, 1).expect("a cost");
        let hash = vestibule::crypto::password::hash(cost, b"Old-Horse-7", world.env.random.as_ref());
        let text = |hash: &str| {
            by_email(&format!("password_hash = '{hash}'\nattributes = {{ email = \"ada@example.com\" }}"))
        };
        world.apply(&text(&hash)).await;
        let ada = named(&world, "ada@example.com").await;
        assert_eq!(check(&world, &ada, "Old-Horse-7").await, PasswordVerdict::Right);
        for wrong in
            ["plain", "$argon2id$", "$argon2id$v=19$m=99999999,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"]
        {
            let other = text(wrong).replace("ada@", "bob@");
            let problems = world.problems(&other).await;
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert!(problems[0].starts_with("9: pool.user.password_hash: this "), "{problems:?}");
        }
    });
}

#[test]
fn attributes_groups_and_the_switch_follow_the_file() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let base = "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[pool.settings.sign_in]\naliases = [\"email\"]\n\
                    [[pool.group]]\nname = \"staff\"\n[[pool.user]]\nusername = \"ada\"\n";
        let first = format!(
            "{base}password = \"Correct-Horse-7\"\nattributes = {{ name = \"Ada\", nickname = \"A\" }}\n"
        );
        world.apply(&first).await;
        world.test.advance(Duration::from_secs(5));
        let second = format!(
            "{base}groups = [\"staff\"]\nenabled = false\n\
             attributes = {{ name = \"Ada L\", email = \"ada@example.com\", email_verified = \"true\" }}\n"
        );
        let changed = world.apply(&second).await;
        assert_eq!(
            changed,
            [
                "~ user ada attributes.email: \"ada@example.com\"",
                "~ user ada attributes.email_verified: \"true\"",
                "~ user ada attributes.name: \"Ada\" → \"Ada L\"",
                "~ user ada enabled: true → false",
                "+ user ada groups: \"staff\"",
            ]
        );
        assert!(world.plan(&second).await.is_empty());
        // The proven address signs in, what was not named is kept.
        let ada = named(&world, "ada@example.com").await;
        assert!(!ada.enabled);
        assert_eq!(ada.attributes["nickname"], "A");
        // Another address takes its place, and the earlier one is free.
        let third = second.replace("ada@example.com", "countess@example.com");
        world.apply(&third).await;
        assert_eq!(named(&world, "countess@example.com").await.id, ada.id);
        let pool = world.pool().await;
        let earlier = names::find_for_sign_in(&world.env, &pool, "ada@example.com").await.expect("answers");
        assert!(earlier.is_none());
        let kept = groups::of_user(&world.env, &pool, &ada.id).await.expect("answers");
        assert_eq!(kept.len(), 1);
    });
}

#[test]
fn an_address_of_somebody_else_is_refused_and_nothing_is_written() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let base = "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n[pool.settings.sign_in]\naliases = [\"email\"]\n";
        let user = |name: &str, email: &str| {
            format!(
                "[[pool.user]]\nusername = \"{name}\"\npassword = \"Correct-Horse-7\"\n\
                 attributes = {{ email = \"{email}\", email_verified = \"true\" }}\n"
            )
        };
        world.apply(&format!("{base}{}{}", user("ada", "a@example.com"), user("bob", "b@example.com"))).await;
        let text = format!("{base}[[pool.group]]\nname = \"staff\"\n{}", user("bob", "A@example.com"));
        let (document, plan) = (world.document(&text), world.plan(&text).await);
        let error = super::world::cause(vestibule::declare::apply(&world.env, &document, plan).await);
        assert!(error.to_string().contains("taken"), "{error}");
        assert!(!world.everything().await.contains("staff"));
        assert_eq!(named(&world, "b@example.com").await.username, "bob");
    });
}

#[test]
fn an_id_is_kept_as_the_sub() {
    for_each_database(|db| async move {
        let world = World::new(db).await;
        let id = "0b6e4f00-0000-4000-8000-00000000abcd";
        let text = by_email(&format!("id = \"{id}\"\nattributes = {{ email = \"ada@example.com\" }}"));
        let plan = world.plan(&text).await;
        assert!(plan.pools[0].notes[0].contains("without a password"), "{:?}", plan.pools[0].notes);
        world.apply(&text).await;
        let ada = named(&world, "ada@example.com").await;
        assert_eq!(ada.id, UserId::trusted(id));
        assert_eq!(ada.username, id);
        assert_eq!(check(&world, &ada, "").await, PasswordVerdict::Wrong);
        assert!(world.plan(&text).await.is_empty());
        // Two entries for one person contradict each other.
        let twice = format!("{text}[[pool.user]]\nattributes = {{ email = \"ada@example.com\" }}\n");
        let problems = world.problems(&twice).await;
        assert!(problems[0].contains("is the same person as"), "{problems:?}");
    });
}
