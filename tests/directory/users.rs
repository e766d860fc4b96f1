//! People as an operator sees them.

use vestibule::directory::users::{self, NewUser};
use vestibule::directory::{DirectoryError, groups};
use vestibule::model::attributes::{AttributeProblem, AttributeSchema};
use vestibule::model::flow::Subject;
use vestibule::model::group::Group;
use vestibule::model::ids::UserId;
use vestibule::model::message::MessageKind;
use vestibule::model::pool::{ContactKind, SignInAlias};
use vestibule::model::user::{User, UserStatus};

use super::world::{PASSWORD, World, attributes, by_email, by_name, outcome};
use crate::support::database::for_each_database;
use crate::support::env::caller;

impl World {
    async fn create(&self, new: NewUser) -> Result<User, DirectoryError> {
        users::create(&self.env, &caller("192.0.2.1"), &self.pool, new).await
    }
}

fn new_user(username: Option<&str>, given: &[(&str, &str)]) -> NewUser {
    NewUser {
        username: username.map(str::to_owned),
        attributes: attributes(given),
        password: Some(PASSWORD.to_owned()),
        temporary: false,
        invite: false,
    }
}

#[test]
fn an_invitation_brings_a_temporary_password() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let new = NewUser { password: None, invite: true, ..new_user(None, &[("email", "ada@example.com")]) };
        let ada = world.create(new).await.expect("made");
        assert_eq!(ada.status, UserStatus::ForceChangePassword);
        let mail = world.messages_to("ada@example.com").await.pop().expect("a mail");
        assert_eq!(mail.kind, MessageKind::Invitation);
        let password = mail.code.expect("the password is inside");
        let verdict =
            vestibule::directory::password::check(&world.env, &world.pool, Some(&ada.id), &password).await;
        let expected = vestibule::directory::password::PasswordVerdict::RightTemporary;
        assert_eq!(verdict.expect("the queue has room"), expected);
        assert_eq!(world.named("ada@example.com").await, Some(ada.id.clone()), "the operator vouches");
        assert!(world.user(&ada.id).await.verified_contact(ContactKind::Email).is_none());
        assert_eq!(outcome(&world.create(new_user(None, &[("email", "ADA@example.com")])).await), "taken");
        let nameless = world.create(new_user(None, &[("name", "Ada")])).await;
        assert!(matches!(nameless, Err(DirectoryError::Attributes(_))));
    });
}

#[test]
fn an_unproven_alias_signs_nobody_in_once_the_account_is_confirmed() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        world.create(new_user(Some("ada"), &[("email", "eve@example.com")])).await.expect("made");
        assert_eq!(world.named("eve@example.com").await, None);
        let eve = world.member(Some("eve"), "eve@example.com").await.id;
        assert_eq!(world.named("eve@example.com").await, Some(eve));
    });
}

#[test]
fn attributes_keep_schema_and_names() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.aliases.push(SignInAlias::PreferredUsername);
            settings.schema = vec![AttributeSchema::standard("name", true)];
        })
        .await;
        let given = [("name", "Ada"), ("email", "ada@example.com"), ("email_verified", "true")];
        let ada = world.create(new_user(Some("ada"), &given)).await.expect("made").id;
        let eve = world.create(new_user(Some("eve"), &[])).await.expect("made").id;
        let set = async |id: &UserId, given: &[(&str, &str)]| {
            users::set_attributes(&world.env, &world.pool, Some(&world.client), id, attributes(given)).await
        };
        set(&ada, &[("preferred_username", "Countess")]).await.expect("free");
        assert_eq!(world.named("countess").await, Some(ada.clone()));
        let taken = set(&eve, &[("preferred_username", "COUNTESS"), ("nickname", "E")]).await;
        assert!(matches!(taken, Err(DirectoryError::Attributes(_))));
        assert_eq!(world.user(&eve).await.attributes.get("nickname"), None, "all or nothing");
        set(&ada, &[("preferred_username", "")]).await.expect("taken away");
        assert_eq!(world.named("countess").await, None);
        set(&eve, &[("preferred_username", "countess")]).await.expect("free again");

        let Err(DirectoryError::Attributes(problems)) = set(&ada, &[("name", "")]).await else { panic!() };
        assert_eq!(problems, [AttributeProblem::Missing("name".into())]);
        set(&eve, &[("nickname", "E")]).await.expect("what was missing before may stay so");

        set(&ada, &[("email", "ADA@example.com")]).await.expect("the same address");
        assert_eq!(world.named("ada@example.com").await, Some(ada.clone()));
        set(&ada, &[("email", "new@example.com")]).await.expect("another address");
        let user = world.user(&ada).await;
        assert_eq!(user.contact(ContactKind::Email), Some("new@example.com"));
        assert!(user.verified_contact(ContactKind::Email).is_none());
        for unproven in ["ada@example.com", "new@example.com"] {
            assert_eq!(world.named(unproven).await, None);
        }
    });
}

#[test]
fn the_address_that_is_the_name_stays() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let ada = world.member(None, "ada@example.com").await.id;
        let change = attributes(&[("email", "new@example.com")]);
        let refused = users::set_attributes(&world.env, &world.pool, None, &ada, change).await;
        let Err(DirectoryError::Attributes(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems, [AttributeProblem::Immutable("email".into())]);
    });
}

#[test]
fn who_is_deleted_leaves_the_name_free() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        users::delete(&world.env, &world.pool, &ada).await.expect("deleted");
        assert!(world.find(&ada).await.is_none());
        let again = users::delete(&world.env, &world.pool, &ada).await;
        assert!(matches!(again, Err(DirectoryError::NotFound(_))));
        let next = world.sign_up(Some("ada"), &[("email", "ada@example.com")]).await.expect("free");
        assert!(matches!(next.subject, Subject::Known(id) if id != ada));
    });
}

#[test]
fn a_person_belongs_to_one_pool() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        let other = world.test.pool(by_name).await;
        let (env, nobody) = (&world.env, |result| matches!(result, Err(DirectoryError::NotFound(_))));
        assert!(users::find(env, &other, &ada).await.expect("the database answers").is_none());
        assert!(nobody(users::set_enabled(env, &other, &ada, false).await));
        assert!(nobody(users::require_reset(env, &other, &ada).await));
        assert!(nobody(users::global_sign_out(env, &other, &ada).await));
        assert!(nobody(users::delete(env, &other, &ada).await));
        assert!(nobody(groups::add_member(env, &other, "admins", &ada).await));
        for odd in ["", "\0", &"x".repeat(10_000)] {
            assert!(world.find(&UserId::trusted(odd)).await.is_none());
        }
        let user = world.user(&ada).await;
        assert!(user.enabled && user.signed_out_at == 0);
    });
}

#[test]
fn groups_come_by_precedence() {
    for_each_database(|database| async {
        let world = World::new(database, by_name).await;
        let ada = world.member(Some("ada"), "ada@example.com").await.id;
        for (name, precedence) in [("none", None), ("b", Some(1)), ("a", Some(1)), ("first", Some(0))] {
            let group = Group {
                pool_id: world.pool.id.clone(),
                name: name.into(),
                description: None,
                precedence,
                role_arn: None,
                created_at: 0,
            };
            groups::create(&world.env, &world.pool, group.clone()).await.expect("made");
            assert!(groups::create(&world.env, &world.pool, group).await.is_err(), "the name is taken");
            for _ in 0..2 {
                groups::add_member(&world.env, &world.pool, name, &ada).await.expect("a member stays one");
            }
        }
        let names = || async {
            let groups = groups::of_user(&world.env, &world.pool, &ada).await.expect("the database answers");
            groups.into_iter().map(|group| group.name).collect::<Vec<_>>()
        };
        assert_eq!(names().await, ["first", "a", "b", "none"]);
        groups::remove_member(&world.env, &world.pool, "a", &ada).await.expect("removed");
        assert_eq!(names().await, ["first", "b", "none"]);
        let unknown = groups::add_member(&world.env, &world.pool, "unknown", &ada).await;
        assert!(matches!(unknown, Err(DirectoryError::NotFound("group"))));
    });
}
