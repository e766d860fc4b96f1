//! Accounts whose address a provider vouches for: who is asked, what is linked when, and what the owner loses.

use std::time::Duration;

use vestibule::directory::external::{self, Recognised};
use vestibule::directory::password::{self, PasswordVerdict, SetPassword};
use vestibule::directory::{DirectoryError, passkeys, profile, recovery, users};
use vestibule::model::event::Actor;
use vestibule::model::ids::UserId;
use vestibule::model::pool::{ContactKind, FirstFactor, SignInAlias};
use vestibule::model::user::User;
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use super::external::{Corp, ada, identity};
use super::world::{PASSWORD, attributes};
use crate::support::authenticator::planted_passkey;
use crate::support::database::for_each_database;
use crate::support::env::caller;

const ADA: &str = "ada@example.com";

impl Corp {
    /// An account with a proven address that has nothing but a link.
    async fn without_password(&self) -> User {
        let user = self.user_of(&identity("first", &[])).await;
        self.set(&user.id, &[("email", ADA), ("email_verified", "true")]).await;
        self.world.user(&user.id).await
    }

    async fn set(&self, user: &UserId, given: &[(&str, &str)]) {
        let (env, pool) = (&self.world.env, &self.world.pool);
        profile::set(env, pool, user, attributes(given)).await.expect("set");
    }

    async fn verdict(&self, user: &UserId, typed: &str) -> PasswordVerdict {
        let (env, pool) = (&self.world.env, &self.world.pool);
        password::check(env, pool, Some(user), typed).await.expect("checked")
    }

    async fn links_of(&self, user: &UserId) -> usize {
        external::links(&self.world.env, user).await.expect("the database answers").len()
    }

    async fn link_events(&self) -> Vec<StoredEvent> {
        let all = self.world.env.db.read(|c| audit_events::list(c, &Wanted::default(), 1000)).await;
        let mut events = all.expect("the database answers");
        events.retain(|event| event.action == "user.link");
        events
    }
}

#[test]
fn nobody_is_asked_to_prove_an_account_that_has_nothing_to_prove_it_with() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "ask", |settings| settings.recovery.clear()).await;
        let owner = corp.without_password().await;
        let apart = corp.user_of(&ada("true")).await;
        assert_ne!(apart.id, owner.id);
        assert_eq!(corp.world.named(ADA).await.as_ref(), Some(&owner.id), "which keeps its address");
        users::delete(&corp.world.env, &corp.world.pool, &apart.id).await.expect("deleted");
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let how = SetPassword::Permanent;
        password::set(env, &caller("192.0.2.1"), pool, &owner.id, PASSWORD, how).await.expect("set");
        let asked = corp.meets(&ada("true")).await.expect("recognised");
        assert_eq!(asked, Recognised::MustProve { user: owner.id.clone(), address: ADA.into() });
        // Whoever is disabled cannot prove anything.
        users::set_enabled(env, pool, &owner.id, false).await.expect("disabled");
        assert_ne!(corp.id_of(&ada("true")).await, owner.id);
    });
}

#[test]
fn a_code_in_place_of_a_password_proves_an_account() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "ask", |settings| {
            settings.recovery.clear();
            settings.first_factors = vec![FirstFactor::EmailOtp];
        })
        .await;
        let owner = corp.without_password().await;
        let asked = corp.meets(&ada("true")).await.expect("recognised");
        assert_eq!(asked, Recognised::MustProve { user: owner.id, address: ADA.into() });
    });
}

#[test]
fn a_code_that_recovers_is_a_way_to_prove_an_account() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "ask", |_| {}).await;
        let owner = corp.world.member(Some("ada"), ADA).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let id = owner.id.clone();
        let dropped = env.db.write(move |c| vestibule::store::passwords::delete(c, &id)).await;
        dropped.expect("the database answers");
        let asked = corp.meets(&ada("true")).await.expect("recognised");
        assert_eq!(asked, Recognised::MustProve { user: owner.id.clone(), address: ADA.into() });
        assert_eq!(pool.settings.recovery.first(), Some(&ContactKind::Email));
    });
}

#[test]
fn a_preferred_user_name_that_somebody_else_has_keeps_nobody_out() {
    for_each_database(async |database| {
        let mut corp = Corp::new(database, |settings| {
            settings.sign_in.aliases.push(SignInAlias::PreferredUsername);
        })
        .await;
        corp.provider.attribute_mapping.insert("preferred_username".into(), "nick".into());
        let member = corp.world.member(Some("grace"), "grace@example.com").await;
        corp.set(&member.id, &[("preferred_username", "admiral")]).await;
        let user = corp.user_of(&identity("x", &[("nick", &["ensign"])])).await;
        assert_eq!(corp.world.named("ensign").await.as_ref(), Some(&user.id));
        for taken in ["admiral", "grace"] {
            let same = corp.user_of(&identity("x", &[("nick", &[taken])])).await;
            assert_eq!((&same.id, same.attributes["preferred_username"].as_str()), (&user.id, taken));
            assert_eq!(corp.world.named(taken).await.as_ref(), Some(&member.id));
        }
        assert_eq!(corp.world.named("Corp_x").await.as_ref(), Some(&user.id), "the user name stays");
        corp.user_of(&identity("x", &[("nick", &["ensign"])])).await;
        assert_eq!(corp.world.named("ensign").await, Some(user.id));
    });
}

#[test]
fn nothing_is_linked_by_address_before_it_is_said_so_and_only_what_still_holds() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |_| {}).await;
        let member = corp.world.member(Some("ada"), ADA).await;
        let found = corp.meets(&ada("true")).await.expect("recognised");
        assert_eq!(found, Recognised::ByAddress(member.id.clone()));
        assert_eq!(corp.links_of(&member.id).await, 0);
        assert_eq!(corp.link_events().await, Vec::new());
        // Meanwhile the address is no longer the member's.
        corp.set(&member.id, &[("email_verified", "false")]).await;
        let late = corp.link_by_address(&ada("true"), &member.id).await;
        assert!(matches!(late, Err(DirectoryError::Busy)), "{late:?}");
        assert_eq!(
            (corp.links_of(&member.id).await, corp.world.count().await),
            (0, 1),
            "nor is anybody made"
        );
        corp.set(&member.id, &[("email_verified", "true")]).await;
        let other = corp.world.member(Some("grace"), "grace@example.com").await;
        let wrong = corp.link_by_address(&ada("true"), &other.id).await;
        assert!(matches!(wrong, Err(DirectoryError::Busy)), "{wrong:?}");
        corp.link_by_address(&ada("true"), &member.id).await.expect("linked");
        assert_eq!(corp.world.user(&member.id).await.attributes["name"], "Ada", "what was said is kept");
        assert!(!corp.link_by_address(&ada("true"), &member.id).await.expect("linked already"));
        assert_eq!(corp.links_of(&member.id).await, 1);
    });
}

#[test]
fn many_who_only_claim_an_address_hide_nobody_who_has_proven_it() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |_| {}).await;
        let member = corp.world.member(Some("ada"), ADA).await;
        // Ids are random, so that some of these come before the member's.
        for n in 0..24 {
            corp.user_of(&identity(&format!("claims-{n}"), &[("email", &[ADA])])).await;
        }
        assert_eq!(corp.id_of(&ada("true")).await, member.id);
    });
}

#[test]
fn with_two_who_have_proven_an_address_nobody_is_linked() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |settings| settings.sign_in.aliases.clear()).await;
        let one = corp.world.member(Some("one"), ADA).await;
        let two = corp.world.member(Some("two"), ADA).await;
        let apart = corp.id_of(&ada("true")).await;
        assert!(apart != one.id && apart != two.id);
    });
}

#[test]
fn a_password_from_before_the_proof_of_the_address_is_dropped_when_that_links() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let id = corp.world.newcomer(Some("ada"), &[("email", ADA)]).await;
        corp.world.test.clock.advance(Duration::from_secs(60));
        corp.world.confirm(&id, &corp.world.code_to(ADA).await).await.expect("confirmed");
        corp.world.test.clock.advance(Duration::from_secs(60));
        assert_eq!(corp.verdict(&id, PASSWORD).await, PasswordVerdict::Right);
        let planted = planted_passkey(&pool.id, &id, env.now());
        env.db.write(move |c| vestibule::store::passkeys::insert(c, &planted)).await.expect("a passkey");
        assert!(corp.link_by_address(&ada("true"), &id).await.expect("linked"), "dropped");
        assert_eq!(corp.verdict(&id, PASSWORD).await, PasswordVerdict::Wrong);
        assert_eq!(corp.world.user(&id).await.signed_out_at, env.now(), "what it opened ends");
        assert!(passkeys::list(env, &id).await.expect("an answer").is_empty(), "what was added with it goes");
        let events = corp.link_events().await;
        assert!(events.len() == 1 && format!("{events:?}").contains("password_dropped"), "{events:?}");
        // The owner sets one by code, and no later sign-in takes it.
        let (from, new) = (caller("192.0.2.1"), "Another-Horse-8");
        let (subject, _) = recovery::start(env, &from, pool, &corp.world.client, "ada").await.expect("sent");
        let code = corp.world.code_to(ADA).await;
        recovery::finish(env, &from, pool, &subject, &code, new).await.expect("recovered");
        assert_eq!(corp.id_of(&ada("true")).await, id);
        assert_eq!(corp.verdict(&id, new).await, PasswordVerdict::Right);
    });
}

#[test]
fn a_password_that_is_younger_than_the_proof_or_an_operators_stays() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let member = corp.world.member(Some("ada"), ADA).await;
        corp.world.test.clock.advance(Duration::from_secs(60));
        let how = SetPassword::Own { keep_session: None, keep_flow: None };
        let new = "Another-Horse-8";
        password::set(env, &caller("192.0.2.1"), pool, &member.id, new, how).await.expect("set");
        assert!(!corp.link_by_address(&ada("true"), &member.id).await.expect("linked"));
        assert_eq!(corp.verdict(&member.id, new).await, PasswordVerdict::Right);
        // An operator vouched for this address, together with the password.
        let given = attributes(&[("email", "eve@example.com"), ("email_verified", "true")]);
        let made = users::NewUser {
            username: Some("eve".into()),
            attributes: given,
            password: Some(PASSWORD.into()),
            temporary: false,
            invite: false,
        };
        let eve = users::create(env, &caller("192.0.2.1"), pool, made).await.expect("made");
        let person = identity("eve", &[("email", &["eve@example.com"]), ("email_verified", &["true"])]);
        assert!(!corp.link_by_address(&person, &eve.id).await.expect("linked"));
        assert_eq!(corp.verdict(&eve.id, PASSWORD).await, PasswordVerdict::Right);
    });
}

#[test]
fn whoever_proves_an_account_by_its_password_keeps_it() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "ask", |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let member = corp.world.member(Some("ada"), ADA).await;
        let actor = Actor::Person(member.id.clone());
        external::link(env, pool, &member.id, &ada("true"), actor).await.expect("linked");
        assert_eq!(corp.verdict(&member.id, PASSWORD).await, PasswordVerdict::Right);
        assert_eq!(corp.world.user(&member.id).await.signed_out_at, 0);
    });
}
