//! Sign-up: what it refuses, what it tells and what it hides.

use futures_util::future::join_all;
use vestibule::directory::{DirectoryError, confirm, sign_up};
use vestibule::model::attributes::AttributeProblem;
use vestibule::model::flow::Subject;
use vestibule::model::limits::MessageLimits;
use vestibule::model::message::{Medium, MessageKind};
use vestibule::model::password_policy::PasswordRule;
use vestibule::model::pool::{ConfirmationStyle, ContactKind, SignInAlias};
use vestibule::model::user::UserStatus;

use super::world::{PASSWORD, World, attributes, by_email, by_name, other_than, outcome};
use crate::support::database::for_each_database;
use crate::support::env::caller;

#[test]
fn a_new_account_waits_for_the_code_that_was_mailed() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let result = world.sign_up(None, &[("email", " Ada@Example.com ")]).await.expect("a good sign-up");
        let delivery = result.delivery.expect("a code was sent");
        assert_eq!((delivery.medium, delivery.destination.as_str()), (Medium::Email, "A***@E***"));
        let Subject::Known(id) = result.subject else { panic!("a new user") };
        let user = world.user(&id).await;
        assert_eq!((user.status, user.username.as_str()), (UserStatus::Unconfirmed, id.as_str()));
        assert!(user.verified_contact(ContactKind::Email).is_none());
        assert_eq!(world.named("ada@example.com").await, Some(id.clone()), "so that it can be confirmed");

        let code = world.code_to("Ada@Example.com").await;
        assert_eq!(outcome(&world.confirm(&id, other_than(&code)).await), "mismatch");
        world.confirm(&id, &code).await.expect("the code is right");
        let user = world.user(&id).await;
        assert_eq!(user.status, UserStatus::Confirmed);
        assert_eq!(user.verified_contact(ContactKind::Email), Some("Ada@Example.com"));
        assert_eq!(world.named("ADA@example.com").await, Some(id.clone()));
        assert_eq!(outcome(&world.confirm(&id, &code).await), "expired", "a code works once");
    });
}

#[test]
fn a_hundred_sign_ups_for_one_name_leave_one_user() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.auto_verified.clear();
        })
        .await;
        let names = ["ada", "Ada", "ＡＤＡ", "aDA"];
        let sign_ups = (0..100).map(|n| world.sign_up(Some(names[n % names.len()]), &[]));
        let outcomes: Vec<_> = join_all(sign_ups).await.iter().map(outcome).collect();
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == "ok").count(), 1, "{outcomes:?}");
        assert!(outcomes.iter().all(|outcome| ["ok", "taken"].contains(outcome)), "{outcomes:?}");
        assert_eq!(world.count().await, 1);
    });
}

#[test]
fn an_address_with_an_account_is_told_to_its_owner_alone() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        let owner = world.member(None, "ada@example.com").await;
        let result =
            world.sign_up(None, &[("email", "ADA@example.com")]).await.expect("looks like a new one");
        let fresh = world.sign_up(None, &[("email", "Ann@example.com")]).await.expect("a new one");
        assert_eq!(result.delivery, fresh.delivery, "the same mask");
        assert!(matches!(result.subject, Subject::Phantom(_)), "{:?}", result.subject);
        assert_eq!(world.count().await, 2, "the owner and Ann");
        assert_eq!(world.named("ada@example.com").await, Some(owner.id));
        let last = world.messages_to("ADA@example.com").await.pop().expect("the owner is told");
        assert_eq!((last.kind, last.code, last.link), (MessageKind::AlreadyRegistered, None, None));

        let somebody = caller("192.0.2.1");
        let again = sign_up::resend(&world.env, &somebody, &world.pool, &world.client, &result.subject).await;
        assert_eq!(again.expect("looks sent"), fresh.delivery);
        assert_eq!(world.messages_to("ADA@example.com").await.len(), 1, "the owner is told once");
        for _ in 0..10 {
            let guess = confirm::confirm_sign_up(&world.env, &world.pool, &result.subject, "123456").await;
            assert_eq!(outcome(&guess), "mismatch");
        }
        let guess = confirm::confirm_sign_up(&world.env, &world.pool, &result.subject, "123456").await;
        assert_eq!(outcome(&guess), "too many", "as for anybody");
    });
}

#[test]
fn two_sign_ups_for_one_address_share_no_tries_whether_it_is_taken_or_not() {
    for_each_database(|database| async {
        let world = World::new(database, by_email).await;
        world.member(None, "ada@example.com").await;
        let mut seen = Vec::new();
        for email in ["ada@example.com", "nobody@example.com"] {
            let first = world.sign_up(None, &[("email", email)]).await.expect("looks new").subject;
            let second = world.sign_up(None, &[("email", email)]).await.expect("looks new").subject;
            let guess = |subject| confirm::confirm_sign_up(&world.env, &world.pool, subject, "no code");
            let mut outcomes = Vec::new();
            for _ in 0..11 {
                outcomes.push(outcome(&guess(&first).await));
            }
            outcomes.push(outcome(&guess(&second).await));
            seen.push(outcomes);
        }
        assert_eq!(seen[0], seen[1], "a taken and a free address");
    });
}

#[test]
fn a_taken_user_name_is_told_unless_the_pool_hides_it() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_name).await;
        world.member(Some("ada"), "ada@example.com").await;
        let told = world.sign_up(Some("Ada"), &[("email", "eve@example.com")]).await;
        assert_eq!(outcome(&told), "taken");
        assert!(world.messages_to("eve@example.com").await.is_empty());

        world.pool.settings.disclose_taken_username = false;
        let hidden = world.sign_up(Some("Ada"), &[("email", "eve@example.com")]).await.expect("looks new");
        assert!(matches!(hidden.subject, Subject::Phantom(_)), "{:?}", hidden.subject);
        assert_eq!(hidden.delivery.expect("seems sent").destination, "e***@e***");
        assert!(world.messages_to("eve@example.com").await.is_empty());
        assert_eq!(world.count().await, 1);
    });
}

#[test]
fn chosen_names_are_one_realm() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.sign_in.aliases.push(SignInAlias::PreferredUsername);
            settings.auto_verified.clear();
        })
        .await;
        let id = world.newcomer(Some("ada"), &[("preferred_username", "Countess")]).await;
        assert_eq!(world.named("countess").await, Some(id));
        assert_eq!(outcome(&world.sign_up(Some("countess"), &[]).await), "taken");
        for preferred in ["ADA", "Countess"] {
            let refused = world.sign_up(Some("eve"), &[("preferred_username", preferred)]).await;
            assert!(matches!(refused, Err(DirectoryError::Attributes(_))), "{preferred}");
        }
        let looks_like = world.sign_up(Some("eve"), &[("preferred_username", "ada@example.com")]).await;
        assert!(matches!(looks_like, Err(DirectoryError::Attributes(_))));
    });
}

#[test]
fn what_is_wrong_is_listed_and_nothing_is_stored() {
    for_each_database(|database| async {
        let mut world = World::new(database, by_email).await;
        let problems = |result: Result<_, DirectoryError>| match result.map(drop) {
            Err(DirectoryError::Attributes(problems)) => problems,
            other => panic!("{other:?}"),
        };
        let missing = problems(world.sign_up(None, &[("email", " ")]).await);
        assert_eq!(missing, [AttributeProblem::Missing("email".into())]);
        let flagged = problems(world.sign_up(None, &[("email", "a@b.cd"), ("email_verified", "true")]).await);
        assert_eq!(flagged, [AttributeProblem::NotWritable("email_verified".into())]);
        let odd = problems(world.sign_up(None, &[("email", "a@@b"), ("shoe_size", "7")]).await);
        assert_eq!(odd.len(), 2, "{odd:?}");
        assert!(matches!(
            world.sign_up(Some("not an address"), &[]).await,
            Err(DirectoryError::InvalidUsername(_))
        ));
        let request = sign_up::SignUpRequest {
            username: None,
            password: "short".into(),
            attributes: attributes(&[("email", "a@b.cd")]),
            accepted_terms: None,
        };
        let weak =
            sign_up::sign_up(&world.env, &caller("192.0.2.1"), &world.pool, &world.client, request).await;
        let Err(DirectoryError::Password(rules)) = weak else { panic!("{weak:?}") };
        assert!(rules.contains(&PasswordRule::MinimumLength(8)) && rules.contains(&PasswordRule::Uppercase));
        world.pool.settings.self_sign_up = false;
        let off = world.sign_up(None, &[("email", "a@b.cd")]).await;
        assert!(matches!(off, Err(DirectoryError::SignUpOff)));
        assert_eq!(world.count().await, 0);
        assert!(world.messages_to("a@b.cd").await.is_empty());
    });
}

#[test]
fn too_many_messages_leave_no_account_behind() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_email(settings);
            settings.message_limits = MessageLimits { per_destination: 2, ..MessageLimits::default() };
        })
        .await;
        for _ in 0..2 {
            world.newcomer(None, &[("email", "ada@example.com")]).await;
        }
        assert_eq!(outcome(&world.sign_up(None, &[("email", "ADA@example.com")]).await), "limited");
        assert_eq!(world.count().await, 2);
    });
}

#[test]
fn the_phone_comes_first_and_the_mailbox_stands_in() {
    for_each_database(|database| async {
        let mut world = World::new(database, |settings| {
            by_name(settings);
            settings.auto_verified = vec![ContactKind::Email, ContactKind::Phone];
        })
        .await;
        let given = [("email", "ada@example.com"), ("phone_number", "+41 79 123 45 67")];
        let by_sms = world.sign_up(Some("ada"), &given).await.expect("a good sign-up");
        let delivery = by_sms.delivery.expect("a code was sent");
        assert_eq!((delivery.medium, delivery.destination.as_str()), (Medium::Sms, "+*******4567"));
        assert_eq!(world.kinds_to("+41791234567").await, [MessageKind::SignUpConfirmation]);

        world.pool.settings.message_limits.sms_countries.clear();
        let by_mail = world.sign_up(Some("eve"), &given).await.expect("a good sign-up");
        assert_eq!(by_mail.delivery.expect("a code was sent").medium, Medium::Email);
        let nowhere = world.sign_up(Some("bob"), &given[1..]).await;
        assert!(matches!(nowhere, Err(DirectoryError::SmsNotPossible)));
        assert!(world.named("bob").await.is_none());
    });
}

#[test]
fn a_link_confirms_with_a_code_nobody_can_guess() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_email(settings);
            settings.confirmation = ConfirmationStyle::Link;
        })
        .await;
        let id = world.newcomer(None, &[("email", "ada@example.com")]).await;
        let mail = world.messages_to("ada@example.com").await.pop().expect("a mail");
        let link = mail.link.expect("the mail holds a link");
        let url = url::Url::parse(&link).expect("an absolute URL");
        assert_eq!(url.path(), format!("/{}/confirmUser", world.pool.id));
        let parameter = |name: &str| {
            let mut pairs = url.query_pairs();
            pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).expect("the parameter")
        };
        assert_eq!(parameter("client_id"), world.client.id.as_str());
        assert_eq!(parameter("user_name"), id.as_str());
        assert_eq!(parameter("confirmation_code").len(), 43);
        world.confirm(&id, &parameter("confirmation_code")).await.expect("the code is right");
    });
}

#[test]
fn a_pool_that_sends_nothing_leaves_it_to_an_operator() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.auto_verified.clear();
        })
        .await;
        let result =
            world.sign_up(Some("ada"), &[("email", "ada@example.com")]).await.expect("a good sign-up");
        assert_eq!(result.delivery, None);
        assert!(world.messages_to("ada@example.com").await.is_empty());
        let Subject::Known(id) = result.subject else { panic!("a new user") };
        let how = vestibule::directory::password::SetPassword::Permanent;
        vestibule::directory::password::set(
            &world.env,
            &caller("192.0.2.1"),
            &world.pool,
            &id,
            PASSWORD,
            how,
        )
        .await
        .expect("an operator may");
        assert_eq!(world.user(&id).await.status, UserStatus::Confirmed);
    });
}

#[test]
fn sign_ups_of_one_network_are_counted_before_they_cost_a_hash() {
    for_each_database(|database| async {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.auto_verified.clear();
            settings.sign_ups_per_prefix = 3;
        })
        .await;
        for name in ["one", "two", "three"] {
            world.sign_up(Some(name), &[]).await.expect("within the limit");
        }
        let fourth = world.sign_up(Some("four"), &[]).await;
        assert!(matches!(fourth, Err(DirectoryError::Limited(_))));
        assert_eq!(world.named("four").await, None, "and nothing is stored");
        world.test.clock.advance(std::time::Duration::from_secs(3600));
        world.sign_up(Some("four"), &[]).await.expect("in the next hour");
    });
}
