//! Links between people and identity providers: made and taken away by operators, told as `identities`, and the groups
//! of those whose account began at a provider.

use std::time::Duration;

use futures_util::future::join_all;
use vestibule::directory::external::{self, Linked, MOST_IDENTITIES, Recognised, Unlinked};
use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::{DirectoryError, groups, profile, providers};
use vestibule::model::event::Actor;
use vestibule::model::external::{ExternalIdentity, Identity};
use vestibule::model::ids::UserId;
use vestibule::model::pool::{FirstFactor, PoolSettings};
use vestibule::model::provider::{IdentityProvider, ProviderKind};
use vestibule::model::user::UserStatus;
use vestibule::security::audit::{Origin, during};
use vestibule::store::audit_events::{self, StoredEvent, Wanted};
use vestibule::store::external_links;

use super::external::{Corp, ada, identity, texts};
use super::world::attributes;
use crate::support::database::for_each_database;
use crate::support::env::caller;

impl Corp {
    async fn link(&self, user: &UserId, subject: &str) -> Result<Linked, DirectoryError> {
        let env = self.world.env.acting_as(Actor::Operator("root@host".into()));
        external::link_subject(&env, &self.world.pool, user, ("Corp", subject)).await
    }

    async fn unlink(&self, user: &UserId, subject: &str) -> Result<Unlinked, DirectoryError> {
        let actor = Actor::Operator("root@host".into());
        external::unlink(&self.world.env, &self.world.pool, user, ("Corp", subject), actor).await
    }

    async fn identities(&self, user: &UserId) -> Vec<Identity> {
        external::identities(&self.world.env, user).await.expect("the database answers")
    }

    async fn groups(&self, user: &UserId) -> Vec<String> {
        let all =
            groups::of_user(&self.world.env, &self.world.pool, user).await.expect("the database answers");
        all.into_iter().map(|group| group.name).collect()
    }

    /// What was recorded about somebody or something, oldest first.
    async fn events(&self, subject: &str) -> Vec<StoredEvent> {
        let all = self.world.env.db.read(|c| audit_events::list(c, &Wanted::default(), 1000)).await;
        let mut about = all.expect("the database answers");
        about.retain(|event| event.subject.as_deref() == Some(subject));
        about.reverse();
        about
    }
}

/// By name: what one write records has one time.
fn actions(events: &[StoredEvent]) -> Vec<&str> {
    let mut actions: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    actions.sort_unstable();
    actions
}

fn compatible(settings: &mut PoolSettings) {
    settings.compatibility.cognito = true;
}

#[test]
fn an_operator_links_somebody_who_signs_in_as_that_user_from_then_on() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let member = corp.world.member(Some("grace"), "grace@example.com").await;
        assert_eq!(corp.link(&member.id, "Grace-1").await.expect("linked"), Linked::Now);
        assert_eq!(corp.link(&member.id, "Grace-1").await.expect("linked"), Linked::Already);
        assert_eq!(corp.id_of(&identity("Grace-1", &[])).await, member.id);
        // A subject is compared as it is written.
        assert_ne!(corp.id_of(&identity("grace-1", &[])).await, member.id);
        let [one] = corp.identities(&member.id).await.try_into().expect("one identity");
        let linked_at = one.linked_at;
        let expected = Identity {
            subject: "Grace-1".into(),
            provider: "Corp".into(),
            kind: ProviderKind::Oidc,
            issuer: None,
            is_own: false,
            linked_at,
        };
        assert_eq!(one, expected);
        let events = corp.events(member.id.as_str()).await;
        let link = events.iter().find(|event| event.action == "user.link").expect("recorded");
        assert_eq!((link.actor_kind.as_str(), link.actor.as_deref()), ("operator", Some("root@host")));
        assert_eq!(actions(&events).iter().filter(|action| **action == "user.link").count(), 1);
        assert!(!format!("{events:?}").contains("Grace-1"), "{events:?}");
    });
}

#[test]
fn who_is_somebody_already_is_not_linked_and_nobody_has_more_than_five() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let own = corp.id_of(&ada("true")).await;
        let member = corp.world.member(Some("grace"), "grace@example.com").await;
        let outcome = corp.link(&member.id, "ada-1").await.expect("answered");
        assert_eq!(outcome, Linked::Other { user: own.clone(), is_own: true });
        for n in 0..MOST_IDENTITIES {
            assert_eq!(corp.link(&member.id, &format!("g{n}")).await.expect("linked"), Linked::Now);
        }
        assert_eq!(corp.link(&member.id, "g5").await.expect("answered"), Linked::Full);
        assert_eq!(corp.link(&member.id, "g0").await.expect("answered"), Linked::Already);
        assert_eq!(
            corp.link(&own, "g0").await.expect("answered"),
            Linked::Other { user: member.id.clone(), is_own: false }
        );
        assert_eq!(corp.identities(&member.id).await.len(), MOST_IDENTITIES);
        // Neither does somebody who proves the account.
        let person = identity("g5", &[]);
        let actor = Actor::Person(member.id.clone());
        let outcome = external::link(&corp.world.env, &corp.world.pool, &member.id, &person, actor).await;
        assert!(matches!(outcome, Err(DirectoryError::UsernameTaken)), "{outcome:?}");
        corp.unlink(&member.id, "g3").await.expect("unlinked");
        assert_eq!(corp.link(&member.id, "g5").await.expect("linked"), Linked::Now);
    });
}

#[test]
fn what_cannot_be_linked_is_refused_with_what_is_missing() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let member = corp.world.member(Some("grace"), "grace@example.com").await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let nobody = external::link_subject(env, pool, &UserId::trusted("nobody"), ("Corp", "x")).await;
        assert!(matches!(nobody, Err(DirectoryError::NotFound("user"))), "{nobody:?}");
        let nowhere = external::link_subject(env, pool, &member.id, ("Other", "x")).await;
        assert!(matches!(nowhere, Err(DirectoryError::NotFound("identity provider"))), "{nowhere:?}");
        for subject in ["", "a\nb", &"x".repeat(2049)] {
            let outcome = corp.link(&member.id, subject).await;
            assert!(matches!(outcome, Err(DirectoryError::InvalidSetting(_))), "{outcome:?}");
        }
        // What belongs to somebody else is not there.
        let own = corp.id_of(&ada("true")).await;
        for (user, subject) in [(&member.id, "ada-1"), (&own, "ada-2")] {
            let outcome = corp.unlink(user, subject).await;
            assert!(matches!(outcome, Err(DirectoryError::NotFound("identity"))), "{outcome:?}");
        }
        let outcome = corp.unlink(&UserId::trusted("nobody"), "ada-1").await;
        assert!(matches!(outcome, Err(DirectoryError::NotFound("user"))), "{outcome:?}");
        assert_eq!(corp.id_of(&ada("true")).await, own);
    });
}

#[test]
fn with_the_last_link_the_last_way_in_may_go_and_that_is_told() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |settings| settings.first_factors = vec![FirstFactor::EmailOtp]).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        // By code: the address is proven.
        let by_code = corp.id_of(&ada("true")).await;
        let left = corp.unlink(&by_code, "ada-1").await.expect("unlinked");
        assert_eq!(left, Unlinked { was_own: true, has_way_in: true });
        // By nothing, and by another link.
        let bare = corp.id_of(&identity("bare", &[])).await;
        corp.link(&bare, "bare-2").await.expect("linked");
        assert_eq!(
            corp.unlink(&bare, "bare-2").await.expect("unlinked"),
            Unlinked { was_own: false, has_way_in: true }
        );
        assert_eq!(
            corp.unlink(&bare, "bare").await.expect("unlinked"),
            Unlinked { was_own: true, has_way_in: false }
        );
        // By a password that an operator gives.
        corp.link(&bare, "bare").await.expect("linked");
        let caller = caller("192.0.2.1");
        password::set(env, &caller, pool, &bare, "Correct-Horse-7", SetPassword::Permanent)
            .await
            .expect("set");
        assert_eq!(corp.world.user(&bare).await.status, UserStatus::Confirmed, "and signs in here too");
        assert!(corp.unlink(&bare, "bare").await.expect("unlinked").has_way_in);
        // Whoever comes from there next is new.
        assert_ne!(corp.id_of(&identity("bare", &[])).await, bare);
        let events = corp.events(bare.as_str()).await;
        assert_eq!(
            actions(&events).iter().filter(|action| **action == "user.unlink").count(),
            3,
            "{events:?}"
        );
    });
}

#[test]
fn an_account_without_room_is_not_linked_by_its_address() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |_| {}).await;
        let member = corp.world.member(Some("ada"), "ada@example.com").await;
        for n in 0..MOST_IDENTITIES {
            corp.link(&member.id, &format!("a{n}")).await.expect("linked");
        }
        let apart = corp.id_of(&ada("true")).await;
        assert_ne!(apart, member.id);
        assert_eq!(
            corp.world.named("ada@example.com").await,
            Some(member.id.clone()),
            "which keeps its address"
        );
    });
}

#[test]
fn of_many_who_link_one_person_at_once_one_succeeds() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let mut members = Vec::new();
        for n in 0..6 {
            members.push(corp.world.member(Some(&format!("m{n}")), &format!("m{n}@example.com")).await.id);
        }
        let outcomes = join_all(members.iter().map(|id| corp.link(id, "same"))).await;
        let linked = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Linked::Now))).count();
        assert_eq!(linked, 1, "{outcomes:?}");
        let others = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Linked::Other { .. }))).count();
        assert_eq!(others, 5, "{outcomes:?}");
        // Nor does one person get a sixth by asking for many at once.
        let subjects: Vec<String> = (0..9).map(|n| format!("s{n}")).collect();
        let outcomes = join_all(subjects.iter().map(|subject| corp.link(&members[0], subject))).await;
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        assert_eq!(corp.identities(&members[0]).await.len(), MOST_IDENTITIES);
    });
}

#[test]
fn the_issuer_of_a_saml_person_is_learned_when_they_come() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let member = corp.world.member(Some("ada"), "ada@example.com").await;
        corp.link(&member.id, "x").await.expect("linked");
        assert_eq!(corp.identities(&member.id).await[0].issuer, None);
        let from = |issuer: &str| ExternalIdentity { issuer: Some(issuer.into()), ..identity("x", &[]) };
        for issuer in ["https://idp.example.com", "https://idp.example.net"] {
            assert_eq!(corp.id_of(&from(issuer)).await, member.id);
            assert_eq!(corp.identities(&member.id).await[0].issuer.as_deref(), Some(issuer));
        }
        // What says nothing takes nothing away.
        corp.id_of(&identity("x", &[])).await;
        assert_eq!(corp.identities(&member.id).await[0].issuer.as_deref(), Some("https://idp.example.net"));
        let own = ExternalIdentity { issuer: Some("https://idp.example.com".into()), ..identity("y", &[]) };
        let own = corp.id_of(&own).await;
        let first = corp.identities(&own).await.remove(0);
        assert_eq!((first.is_own, first.issuer.as_deref()), (true, Some("https://idp.example.com")));
    });
}

#[test]
fn in_compatibility_mode_accounts_that_began_at_a_provider_share_a_group() {
    for_each_database(async |database| {
        let corp = Corp::new(database, compatible).await;
        let group = external::provider_group(&corp.world.pool.id, "Corp");
        assert_eq!(group, format!("{}_Corp", corp.world.pool.id));
        let own = corp.id_of(&ada("true")).await;
        assert_eq!(corp.groups(&own).await, [group.as_str()]);
        let second = corp.id_of(&identity("second", &[])).await;
        assert_eq!(corp.groups(&second).await, [group.as_str()]);
        let member = corp.world.member(Some("grace"), "grace@example.com").await;
        corp.link(&member.id, "grace-1").await.expect("linked");
        corp.id_of(&identity("grace-1", &[])).await;
        assert_eq!(corp.groups(&member.id).await, Vec::<String>::new(), "who was linked is no member");
        assert_eq!(actions(&corp.events(&group).await), ["group.create"]);
        assert_eq!(actions(&corp.events(own.as_str()).await), ["group.add_member", "user.create"]);
        // Another sign-in does not bring back whom an operator took out.
        groups::remove_member(&corp.world.env, &corp.world.pool, &group, &own).await.expect("removed");
        corp.id_of(&ada("true")).await;
        assert_eq!(corp.groups(&own).await, Vec::<String>::new());
        // With the link the membership goes.
        corp.unlink(&second, "second").await.expect("unlinked");
        assert_eq!(corp.groups(&second).await, Vec::<String>::new());
        let events = corp.events(second.as_str()).await;
        let expected = ["group.add_member", "group.remove_member", "user.create", "user.unlink"];
        assert_eq!(actions(&events), expected);
    });
}

#[test]
fn without_compatibility_there_is_no_such_group() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let own = corp.id_of(&ada("true")).await;
        assert_eq!(corp.groups(&own).await, Vec::<String>::new());
        assert_eq!(groups::list(&corp.world.env, &corp.world.pool).await.expect("answers"), []);
    });
}

#[test]
fn a_crowd_that_comes_first_makes_one_group() {
    for_each_database(async |database| {
        let corp = Corp::new(database, compatible).await;
        let people: Vec<ExternalIdentity> = (0..40).map(|n| identity(&format!("p{n}"), &[])).collect();
        let found = join_all(people.iter().chain(&people).map(|one| corp.meets(one))).await;
        assert!(found.iter().all(|one| matches!(one, Ok(Recognised::As(_)))), "{found:?}");
        let [(group, members)] =
            groups::list(&corp.world.env, &corp.world.pool).await.expect("answers").try_into().expect("one");
        assert_eq!((group.name, members), (external::provider_group(&corp.world.pool.id, "Corp"), 40));
    });
}

#[test]
fn nobody_writes_identities() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let refused =
            corp.world.sign_up(Some("eve"), &[("email", "eve@example.com"), ("identities", "[]")]).await;
        assert!(matches!(refused, Err(DirectoryError::Attributes(_))), "{:?}", refused.map(drop));
        let member = corp.world.member(Some("ada"), "ada@example.com").await;
        let given = attributes(&[("identities", "[]")]);
        let refused = profile::set(&corp.world.env, &corp.world.pool, &member.id, given).await;
        assert!(matches!(refused, Err(DirectoryError::Attributes(_))), "{refused:?}");
        let mapping = texts(&[("identities", "groups")]);
        let mapped = IdentityProvider { attribute_mapping: mapping, ..corp.provider.clone() };
        let refused = providers::put(&corp.world.env, &corp.world.pool, &mapped).await;
        assert!(matches!(refused, Err(DirectoryError::InvalidSetting(_))), "{refused:?}");
        // A provider that says so says nothing.
        let user = corp.user_of(&identity("x", &[("identities", &["[]"])])).await;
        assert_eq!(user.attributes.get("identities"), None);
    });
}

#[test]
fn what_a_sign_in_changes_is_recorded_with_its_network() {
    for_each_database(async |database| {
        let corp = Corp::new(database, compatible).await;
        let origin = Origin { network: "192.0.2.0/24".into(), correlation_id: "corr".into() };
        let own = during(origin.clone(), corp.id_of(&ada("true"))).await;
        during(origin, corp.id_of(&identity("ada-1", &[("name", &["New"])]))).await;
        let events = corp.events(own.as_str()).await;
        assert_eq!(actions(&events), ["group.add_member", "user.create", "user.update"]);
        for event in &events {
            assert_eq!(event.network.as_deref(), Some("192.0.2.0/24"), "{event:?}");
            assert_eq!(event.correlation_id.as_deref(), Some("corr"), "{event:?}");
            assert_eq!((event.actor_kind.as_str(), event.actor.as_deref()), ("person", Some(own.as_str())));
        }
    });
}

#[test]
fn people_of_a_provider_are_counted() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        assert_eq!(providers::count_people(env, pool, "Corp").await.expect("answers"), 0);
        let own = corp.id_of(&ada("true")).await;
        corp.world.test.advance(Duration::from_secs(1));
        corp.link(&own, "ada-2").await.expect("linked");
        assert_eq!(providers::count_people(env, pool, "Corp").await.expect("answers"), 2);
        assert_eq!(providers::count_people(env, pool, "Other").await.expect("answers"), 0);
        let links = env.db.read(move |c| external_links::list_of_user(c, &own)).await.expect("answers");
        assert!(links[0].is_own && !links[1].is_own, "{links:?}");
    });
}
