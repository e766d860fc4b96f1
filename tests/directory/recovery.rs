//! Forgotten passwords: who may set a new one, and what everybody else is told.

use futures_util::future::join_all;
use vestibule::directory::password::{self, PasswordVerdict, SetPassword};
use vestibule::directory::users::{self, NewUser};
use vestibule::directory::{DirectoryError, recovery};
use vestibule::model::flow::{Delivery, Subject};
use vestibule::model::message::{Medium, MessageKind};
use vestibule::model::pool::ContactKind;
use vestibule::model::user::UserStatus;
use vestibule::security::lockout::{self, LockSubject};

use super::world::{PASSWORD, World, attributes, by_email, by_name, other_than, outcome};
use crate::support::database::for_each_database;
use crate::support::env::caller;

const NEW: &str = "New-Horse-8";

impl World {
    async fn forget(&self, typed: &str) -> Result<(Subject, Delivery), DirectoryError> {
        recovery::start(&self.env, &caller("192.0.2.1"), &self.pool, &self.client, typed).await
    }

    async fn recover(&self, subject: &Subject, code: &str, password: &str) -> Result<(), DirectoryError> {
        recovery::finish(&self.env, &caller("192.0.2.1"), &self.pool, subject, code, password).await
    }
}

#[test]
fn the_code_sets_a_new_password_once() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.password_policy.history_size = 1;
        })
        .await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        let (subject, delivery) = world.forget("Ada").await.expect("recovery is on");
        assert_eq!(subject, Subject::Known(ada.clone()));
        assert_eq!(delivery, Delivery { medium: Medium::Email, destination: "a***@e***".into() });
        let code = world.code_to("ada@example.com").await;

        assert!(matches!(world.recover(&subject, &code, "weak").await, Err(DirectoryError::Password(_))));
        assert_eq!(outcome(&world.recover(&subject, &code, PASSWORD).await), "reused");
        assert_eq!(outcome(&world.recover(&subject, other_than(&code), NEW).await), "mismatch");
        let tries = (0..5).map(|_| world.recover(&subject, &code, NEW));
        let outcomes: Vec<_> = join_all(tries).await.iter().map(outcome).collect();
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == "ok").count(), 1, "{outcomes:?}");
        let verdict = password::check(&world.env, &world.pool, Some(&ada), NEW).await;
        assert_eq!(verdict.expect("the queue has room"), PasswordVerdict::Right);
        assert_eq!(world.user(&ada).await.signed_out_at, world.env.now());
        assert_eq!(world.kinds_to("ada@example.com").await.last(), Some(&MessageKind::PasswordChanged));
    });
}

#[test]
fn nobody_learns_who_has_an_account() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        world.member(None, "ada@example.com").await;
        world.newcomer(None, &[("email", "unconfirmed@example.com")]).await;
        let invited = NewUser {
            username: None,
            attributes: attributes(&[("email", "invited@example.com"), ("email_verified", "true")]),
            password: Some(PASSWORD.into()),
            temporary: true,
            invite: false,
        };
        users::create(&world.env, &caller("192.0.2.1"), &world.pool, invited).await.expect("made");
        let off = world.member(None, "off@example.com").await.id;
        users::set_enabled(&world.env, &world.pool, &off, false).await.expect("turned off");

        let known = world.forget("ada@example.com").await.expect("recovery is on").1;
        for name in ["unconfirmed@example.com", "invited@example.com", "off@example.com", "Anna@example.com"]
        {
            let sent = world.messages_to(name).await.len();
            let (subject, delivery) = world.forget(name).await.expect("looks the same");
            assert_eq!(subject, Subject::Phantom(name.to_lowercase()));
            assert_eq!(delivery.medium, known.medium);
            assert_eq!(delivery.destination[1..], known.destination[1..]);
            assert_eq!(world.messages_to(name).await.len(), sent, "{name}");
            assert_eq!(outcome(&world.recover(&subject, "123456", NEW).await), "mismatch");
            let somebody = caller("192.0.2.1");
            let again = recovery::resend(&world.env, &somebody, &world.pool, &world.client, &subject).await;
            assert_eq!(again.expect("looks sent"), delivery);
        }
        let odd = world.forget("no address at all\0").await.expect("looks the same").1;
        assert_eq!(
            odd,
            world.forget("no address at all\0").await.expect("looks the same").1,
            "always the same"
        );
        assert!(odd.destination.contains("***@"), "{}", odd.destination);
    });
}

#[test]
fn guesses_at_nobodys_code_end_as_anybodys() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        world.member(None, "ada@example.com").await;
        let (known, _) = world.forget("ada@example.com").await.expect("recovery is on");
        let (nobody, _) = world.forget("eve@example.com").await.expect("recovery is on");
        let wrong = other_than(&world.code_to("ada@example.com").await);
        for n in 0..12 {
            let expected = if n < 10 { "mismatch" } else { "too many" };
            for subject in [&known, &nobody] {
                assert_eq!(outcome(&world.recover(subject, wrong, NEW).await), expected, "{n} {subject:?}");
            }
        }
    });
}

#[test]
fn messages_to_nobody_are_limited_too() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_email(settings);
            settings.message_limits.per_destination = 3;
        })
        .await;
        for n in 0..5 {
            let expected = if n < 3 { "ok" } else { "limited" };
            assert_eq!(outcome(&world.forget("eve@example.com").await), expected, "{n}");
        }
    });
}

#[test]
fn a_reset_asked_for_by_an_operator_is_finished_by_code() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        users::require_reset(&world.env, &world.pool, &ada).await.expect("a code can reach her");
        assert_eq!(world.user(&ada).await.status, UserStatus::ResetRequired);
        let (subject, _) = world.forget("ada@example.com").await.expect("recovery is on");
        let code = world.code_to("ada@example.com").await;
        world.recover(&subject, &code, NEW).await.expect("the code is right");
        assert_eq!(world.user(&ada).await.status, UserStatus::Confirmed);

        let unreachable = NewUser {
            username: Some("eve@example.com".into()),
            attributes: attributes(&[]),
            password: Some(PASSWORD.into()),
            temporary: false,
            invite: false,
        };
        let eve =
            users::create(&world.env, &caller("192.0.2.1"), &world.pool, unreachable).await.expect("made");
        let refused = users::require_reset(&world.env, &world.pool, &eve.id).await;
        assert!(matches!(refused, Err(DirectoryError::NoRecovery)), "nobody is locked out by it");
    });
}

#[test]
fn a_recovered_account_is_no_longer_locked() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let lock = LockSubject::Known(ada);
        let claim = || async { lockout::claim(&world.env, &caller("192.0.2.1"), &world.pool, &lock).await };
        while claim().await.is_ok() {}
        let (subject, _) = world.forget("ada@example.com").await.expect("possible during a lock");
        let code = world.code_to("ada@example.com").await;
        world.recover(&subject, &code, NEW).await.expect("the code is right");
        assert!(claim().await.is_ok());
    });
}

#[test]
fn the_way_of_the_code_is_the_pools_choice() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_name).await;
        let new = NewUser {
            username: Some("ada".into()),
            attributes: attributes(&[
                ("email", "ada@example.com"),
                ("email_verified", "true"),
                ("phone_number", "+41791234567"),
                ("phone_number_verified", "true"),
            ]),
            password: Some(PASSWORD.into()),
            temporary: false,
            invite: false,
        };
        users::create(&world.env, &caller("192.0.2.1"), &world.pool, new).await.expect("made");
        world.pool.settings.recovery = vec![ContactKind::Phone, ContactKind::Email];
        for (name, known) in [("ada", true), ("nobody", false)] {
            let (subject, delivery) = world.forget(name).await.expect("recovery is on");
            assert_eq!((matches!(subject, Subject::Known(_)), delivery.medium), (known, Medium::Sms));
        }
        world.pool.settings.message_limits.sms_countries.clear();
        for name in ["ada", "nobody"] {
            assert_eq!(world.forget(name).await.expect("by mail").1.medium, Medium::Email);
        }
        world.pool.settings.recovery = vec![ContactKind::Phone];
        for name in ["ada", "nobody"] {
            assert!(matches!(world.forget(name).await, Err(DirectoryError::SmsNotPossible)));
        }
        world.pool.settings.recovery.clear();
        for name in ["ada", "nobody"] {
            assert!(matches!(world.forget(name).await, Err(DirectoryError::NoRecovery)));
        }
    });
}

#[test]
fn a_password_changed_meanwhile_makes_the_code_useless() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let (subject, _) = world.forget("ada@example.com").await.expect("recovery is on");
        let code = world.code_to("ada@example.com").await;
        world.test.advance(std::time::Duration::from_secs(1));
        let how = SetPassword::Permanent;
        password::set(&world.env, &caller("192.0.2.1"), &world.pool, &ada, "Other-Horse-9", how)
            .await
            .expect("an operator may");
        assert_eq!(outcome(&world.recover(&subject, &code, NEW).await), "expired");
    });
}
