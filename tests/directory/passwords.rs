//! Passwords: checked, changed, remembered, and what ends with an old one.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use vestibule::config::PasswordHashSettings;
use vestibule::directory::DirectoryError;
use vestibule::directory::password::{self, PasswordVerdict, SetPassword};
use vestibule::model::authorization::{AuthorizationCode, AuthorizationParameters};
use vestibule::model::flow::{AuthFlow, Challenge, FlowState, Stage, Subject, Surface};
use vestibule::model::ids::{AuthorizationId, FamilyId, FlowId, SessionId, UserId};
use vestibule::model::message::MessageKind;
use vestibule::model::session::{BrowserSession, TokenFamily};
use vestibule::model::user::UserStatus;
use vestibule::store::{authorization_codes, flows, passwords, sessions, token_families};

use super::world::{PASSWORD, World, by_email, outcome};
use crate::support::database::for_each_database;
use crate::support::env::caller;

const OWN: SetPassword = SetPassword::Own { keep_session: None, keep_flow: None };
const DAY: Duration = Duration::from_secs(86_400);

impl World {
    async fn check(&self, id: &UserId, password: &str) -> PasswordVerdict {
        password::check(&self.env, &self.pool, Some(id), password).await.expect("the queue has room")
    }

    async fn set(&self, id: &UserId, password: &str, how: SetPassword) -> Result<(), DirectoryError> {
        // Two changes never fall into one moment of the clock.
        self.test.advance(Duration::from_millis(1));
        password::set(&self.env, &caller("192.0.2.1"), &self.pool, id, password, how).await
    }

    async fn record(&self, id: &UserId) -> vestibule::model::credential::PasswordRecord {
        let id = id.clone();
        let record = self.env.db.read(move |c| passwords::find(c, &id)).await;
        record.expect("the database answers").expect("a password is stored")
    }
}

#[test]
fn a_password_is_right_or_wrong_and_nobody_has_none() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        assert_eq!(world.check(&ada, PASSWORD).await, PasswordVerdict::Right);
        for wrong in ["", "correct-horse-7", "Correct-Horse-7 ", &"x".repeat(100_000), "a\0b"] {
            assert_eq!(world.check(&ada, wrong).await, PasswordVerdict::Wrong);
        }
        let nobody = password::check(&world.env, &world.pool, None, PASSWORD).await;
        assert_eq!(nobody.expect("the queue has room"), PasswordVerdict::Wrong);
    });
}

#[test]
fn a_temporary_password_ends_when_the_policy_says() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_email(settings);
            settings.password_policy.temporary_password_validity_days = 2;
        })
        .await;
        let ada = world.member(None, "ada@example.com").await.id;
        world.set(&ada, "Temporary-1", SetPassword::Temporary).await.expect("an operator may");
        assert_eq!(world.user(&ada).await.status, UserStatus::ForceChangePassword);
        assert_eq!(world.check(&ada, PASSWORD).await, PasswordVerdict::Wrong);
        world.test.advance(2 * DAY - Duration::from_millis(1));
        assert_eq!(world.check(&ada, "Temporary-1").await, PasswordVerdict::RightTemporary);
        world.test.advance(Duration::from_millis(1));
        assert_eq!(world.check(&ada, "Temporary-1").await, PasswordVerdict::TemporaryExpired);
        assert_eq!(world.check(&ada, "Temporary-2").await, PasswordVerdict::Wrong, "not told to guessers");
        world.set(&ada, "New-Horse-8", OWN).await.expect("a good password");
        assert_eq!(world.user(&ada).await.status, UserStatus::Confirmed);
        world.test.advance(400 * DAY);
        assert_eq!(world.check(&ada, "New-Horse-8").await, PasswordVerdict::Right);
    });
}

#[test]
fn as_many_earlier_passwords_as_the_policy_says_do_not_come_back() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_email(settings);
            settings.password_policy.history_size = 3;
        })
        .await;
        let ada = world.member(None, "ada@example.com").await.id;
        let horse = |n: u32| format!("Correct-Horse-{n}");
        for n in 8..=10 {
            world.set(&ada, &horse(n), OWN).await.expect("a new one");
        }
        for used in 8..=10 {
            assert_eq!(outcome(&world.set(&ada, &horse(used), OWN).await), "reused", "{used}");
            let by_operator = world.set(&ada, &horse(used), SetPassword::Permanent).await;
            assert_eq!(outcome(&by_operator), "reused");
        }
        assert_eq!(world.check(&ada, &horse(10)).await, PasswordVerdict::Right, "nothing changed");
        world.set(&ada, &horse(7), OWN).await.expect("long enough ago");
        assert_eq!(outcome(&world.set(&ada, &horse(9), OWN).await), "reused");
        world.set(&ada, &horse(8), OWN).await.expect("long enough ago by now");
    });
}

#[test]
fn of_changes_at_once_one_takes_place_and_the_others_know_it_did_not() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let wanted: Vec<String> = (10..20).map(|n| format!("Correct-Horse-{n}")).collect();
        let changes = join_all(wanted.iter().map(|password| world.set(&ada, password, OWN))).await;
        let mut right = 0;
        for (password, change) in wanted.iter().zip(&changes) {
            let is_right = world.check(&ada, password).await == PasswordVerdict::Right;
            right += usize::from(is_right);
            assert!(!is_right || outcome(change) == "ok");
        }
        assert_eq!(right, 1);
    });
}

#[test]
fn a_right_password_brings_hash_and_verifier_up_to_date() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let before = world.record(&ada).await;
        assert!(before.sealed_srp.is_none());
        let mut settings = (*world.env.settings).clone();
        settings.password_hash = PasswordHashSettings { memory_kib: 128, ..settings.password_hash };
        world.env.settings = Arc::new(settings);
        world.pool.settings.compatibility.cognito = true;

        assert_eq!(world.check(&ada, "Wrong-Horse-7").await, PasswordVerdict::Wrong);
        assert_eq!(world.record(&ada).await.phc, before.phc, "a guess changes nothing");
        assert_eq!(world.check(&ada, PASSWORD).await, PasswordVerdict::Right);
        let after = world.record(&ada).await;
        assert!(after.phc.contains("m=128,"), "{}", after.phc);
        assert_eq!(after.set_at, before.set_at);
        let sealed = after.sealed_srp.expect("a verifier is stored");
        let opened =
            world.env.keys.open_srp(world.pool.id.as_str(), ada.as_str(), &sealed).expect("it opens");
        assert_eq!(opened.len(), 16 + 384, "salt and verifier");
        assert_eq!(world.check(&ada, PASSWORD).await, PasswordVerdict::Right);
        assert_eq!(world.record(&ada).await.phc, after.phc, "once is enough");
    });
}

#[test]
fn an_owner_is_told_of_the_change_although_every_other_limit_is_full() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        world.set(&ada, "New-Horse-8", OWN).await.expect("a good password");
        let kinds = world.kinds_to("ada@example.com").await;
        assert_eq!(kinds, [MessageKind::SignUpConfirmation, MessageKind::PasswordChanged]);
        let limits = &mut world.pool.settings.message_limits;
        (limits.per_destination, limits.per_address, limits.per_pool) = (1, 1, 1);
        world.set(&ada, "New-Horse-9", OWN).await.expect("the change does not depend on the mail");
        assert_eq!(world.kinds_to("ada@example.com").await.len(), 3);
        assert_eq!(world.check(&ada, "New-Horse-9").await, PasswordVerdict::Right);
    });
}

#[test]
fn what_an_old_password_opened_ends_but_for_the_place_of_the_change() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let eve = world.member(None, "eve@example.com").await.id;
        for id in [&ada, &eve] {
            open_everything(&world, id).await;
        }
        let how = SetPassword::Own {
            keep_session: Some(SessionId::trusted(format!("{ada} session 1"))),
            keep_flow: Some(FlowId::trusted(format!("{ada} flow 1"))),
        };
        world.set(&ada, "New-Horse-8", how).await.expect("a good password");
        assert_eq!(open_things(&world, &ada).await, ["session 1", "flow 1", "used code"]);
        assert_eq!(world.user(&ada).await.signed_out_at, world.env.now());
        let all = ["session 1", "session 2", "flow 1", "flow 2", "family", "used code", "unused code"];
        assert_eq!(open_things(&world, &eve).await, all, "nobody else is touched");
        world.set(&ada, "New-Horse-9", SetPassword::Permanent).await.expect("an operator may");
        assert_eq!(open_things(&world, &ada).await, ["used code"]);
    });
}

async fn open_everything(world: &World, user: &UserId) {
    let (pool, client, user, now) =
        (world.pool.id.clone(), world.client.id.clone(), user.clone(), world.env.now());
    let later = now + 3_600_000;
    let write = world.env.db.write(move |c| {
        for n in [1, 2] {
            let session = BrowserSession {
                id: SessionId::trusted(format!("{user} session {n}")),
                pool_id: pool.clone(),
                user_id: user.clone(),
                authenticated_at: now,
                proofs: Vec::new(),
                created_at: now,
                seen_at: now,
                idle_expires_at: later,
                expires_at: later,
                sealed_upstream: None,
                upstream_marks: None,
                browser: None,
            };
            sessions::insert(c, &format!("{user} session {n}"), &session)?;
            let flow = AuthFlow {
                id: FlowId::trusted(format!("{user} flow {n}")),
                pool_id: pool.clone(),
                client_id: client.clone(),
                state: FlowState {
                    surface: Surface::Hosted {
                        authorization: AuthorizationId::trusted("a"),
                        browser: String::new(),
                    },
                    subject: Subject::Known(user.clone()),
                    typed_name: None,
                    stage: Stage::Challenge(Challenge::Identify),
                    step: 0,
                    proofs: Vec::new(),
                    external: None,
                    locale: None,
                    demand: vestibule::model::acr::Demand::default(),
                    interlude: None,
                    remember: false,
                    takes_recovery_codes: false,
                    step_up: None,
                },
                revision: 0,
                attempts: 0,
                created_at: now,
                expires_at: later,
            };
            flows::insert(c, &flow)?;
            flows::update(c, &flow, Some(&user))?;
        }
        let family = TokenFamily {
            id: FamilyId::trusted(format!("{user} family")),
            pool_id: pool.clone(),
            client_id: client.clone(),
            user_id: user.clone(),
            session_id: None,
            scope: Vec::new(),
            authenticated_at: now,
            proofs: Vec::new(),
            created_at: now,
            expires_at: later,
            revoked_at: None,
        };
        token_families::insert(c, &family)?;
        for (name, used_at) in [("used code", Some(now)), ("unused code", None)] {
            let code = AuthorizationCode {
                pool_id: pool.clone(),
                client_id: client.clone(),
                user_id: user.clone(),
                session_id: SessionId::trusted("s"),
                parameters: AuthorizationParameters::default(),
                authenticated_at: now,
                proofs: Vec::new(),
                family_id: family.id.clone(),
                expires_at: later,
                used_at,
            };
            authorization_codes::insert(c, &format!("{user} {name}"), &code)?;
        }
        Ok(())
    });
    write.await.expect("everything is opened");
}

async fn open_things(world: &World, user: &UserId) -> Vec<&'static str> {
    let (pool, user, now) = (world.pool.id.clone(), user.clone(), world.env.now());
    let read = world.env.db.read(move |c| {
        let mut open = Vec::new();
        for name in ["session 1", "session 2"] {
            let found = sessions::find(c, &pool, &format!("{user} {name}"), now)?;
            open.extend(found.map(|_| name));
        }
        for name in ["flow 1", "flow 2"] {
            let found = flows::find(c, &pool, &FlowId::trusted(format!("{user} {name}")))?;
            open.extend(found.map(|_| name));
        }
        let family = token_families::find(c, &pool, &FamilyId::trusted(format!("{user} family")))?;
        open.extend(family.filter(|family| family.revoked_at.is_none()).map(|_| "family"));
        for name in ["used code", "unused code"] {
            let found = authorization_codes::find(c, &pool, &format!("{user} {name}"))?;
            open.extend(found.map(|_| name));
        }
        Ok(open)
    });
    read.await.expect("the database answers")
}
