//! People of identity providers: recognised, given an account, linked only where both sides have proven the address.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use vestibule::directory::external::{self, ByAddress, Recognised};
use vestibule::directory::{DirectoryError, providers, users};
use vestibule::model::attributes::AttributeSchema;
use vestibule::model::external::{ExternalIdentity, UpstreamSession};
use vestibule::model::ids::{FlowId, UserId};
use vestibule::model::pool::PoolSettings;
use vestibule::model::provider::{IdentityProvider, ProviderKind};
use vestibule::model::user::{User, UserStatus};

use super::world::{World, by_email, by_name};
use crate::support::database::{TestDatabase, for_each_database};

const MAPPING: [(&str, &str); 5] = [
    ("email", "email"),
    ("email_verified", "email_verified"),
    ("name", "name"),
    ("custom:badge", "badge"),
    ("custom:groups", "groups"),
];

pub fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Somebody whom the provider `Corp` has signed in.
pub fn identity(subject: &str, claims: &[(&str, &[&str])]) -> ExternalIdentity {
    let claims = claims
        .iter()
        .map(|(name, values)| ((*name).to_owned(), values.iter().map(|value| (*value).to_owned()).collect()));
    ExternalIdentity {
        provider: "Corp".into(),
        subject: subject.into(),
        issuer: None,
        claims: claims.collect(),
        authenticated_at: None,
        vouched: None,
        session_ends_at: None,
        session: UpstreamSession::Oidc { sid: None, id_token: None },
    }
}

pub fn ada(verified: &str) -> ExternalIdentity {
    identity("ada-1", &[("email", &["ada@example.com"]), ("email_verified", &[verified]), ("name", &["Ada"])])
}

pub struct Corp {
    pub world: World,
    pub provider: IdentityProvider,
}

impl Corp {
    pub async fn new(database: TestDatabase, change: impl FnOnce(&mut PoolSettings)) -> Self {
        Self::linking(database, "separate", change).await
    }

    pub async fn linking(
        database: TestDatabase,
        linking: &str,
        change: impl FnOnce(&mut PoolSettings),
    ) -> Self {
        let world = World::new(database, |settings| {
            by_name(settings);
            settings.schema =
                ["custom:badge", "custom:groups"].map(|name| AttributeSchema::standard(name, false)).to_vec();
            change(settings);
        })
        .await;
        let provider = IdentityProvider {
            pool_id: world.pool.id.clone(),
            name: "Corp".into(),
            kind: ProviderKind::Oidc,
            details: texts(&[
                ("client_id", "x"),
                ("authorize_scopes", "openid"),
                ("attributes_request_method", "GET"),
                ("oidc_issuer", "https://id.example.com"),
                ("linking", linking),
            ]),
            secrets: BTreeMap::new(),
            attribute_mapping: texts(&MAPPING),
            identifiers: Vec::new(),
            created_at: 0,
            updated_at: 0,
        };
        providers::put(&world.env, &world.pool, &provider).await.expect("a provider");
        Self { world, provider }
    }

    pub async fn meets(&self, identity: &ExternalIdentity) -> Result<Recognised, DirectoryError> {
        let World { env, pool, client, .. } = &self.world;
        external::recognise(env, pool, client, &self.provider, identity).await
    }

    pub async fn id_of(&self, identity: &ExternalIdentity) -> UserId {
        match self.meets(identity).await.expect("recognised") {
            Recognised::As(user) => user,
            Recognised::ByAddress(user) => {
                self.link_by_address(identity, &user).await.expect("linked");
                user
            }
            other => panic!("{other:?}"),
        }
    }

    /// Links somebody whose address is vouched for; returns whether the password was dropped.
    pub async fn link_by_address(
        &self,
        identity: &ExternalIdentity,
        user: &UserId,
    ) -> Result<bool, DirectoryError> {
        let World { env, pool, client, .. } = &self.world;
        let account = ByAddress { user: user.clone(), flow: FlowId::trusted("the-flow") };
        external::link_by_address(env, pool, client, (&self.provider, identity), account).await
    }

    pub async fn user_of(&self, identity: &ExternalIdentity) -> User {
        self.world.user(&self.id_of(identity).await).await
    }
}

#[test]
fn somebody_new_gets_an_account_and_is_the_same_the_next_time() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let user = corp.user_of(&ada("true")).await;
        assert_eq!((user.username.as_str(), user.status), ("Corp_ada-1", UserStatus::ExternalProvider));
        let expected = [("email", "ada@example.com"), ("email_verified", "true"), ("name", "Ada")];
        assert_eq!(user.attributes, texts(&expected));
        assert_eq!(corp.world.named("corp_ADA-1").await.as_ref(), Some(&user.id));
        assert_eq!(corp.world.named("ada@example.com").await.as_ref(), Some(&user.id), "a proven alias");
        assert_eq!(corp.user_of(&ada("true")).await, user, "nothing new was said");
        let links = external::links(&corp.world.env, &user.id).await.expect("links");
        assert_eq!(links.len(), 1);
        assert_eq!((links[0].subject.as_str(), links[0].is_own), ("ada-1", true));
        // Another person of the provider is somebody else, also where only the case differs.
        let other = corp.user_of(&identity("ADA-1", &[])).await;
        assert_ne!(other.id, user.id);
        assert!(other.username.starts_with("Corp_ADA-1_"), "{}", other.username);
    });
}

#[test]
fn what_the_provider_says_is_kept_at_every_sign_in_and_nothing_is_lost_by_silence() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let groups: &[&str] = &["a b", "c,d"];
        let user =
            corp.user_of(&identity("x", &[("name", &["Old"]), ("badge", &["7"]), ("groups", groups)])).await;
        assert_eq!(user.attributes["custom:groups"], r#"["a b","c,d"]"#);
        let user = corp.user_of(&identity("x", &[("name", &["New"]), ("badge", &[""])])).await;
        assert_eq!(user.attributes, texts(&[("name", "New"), ("custom:groups", r#"["a b","c,d"]"#)]));
        // A new address is as proven as the provider says.
        let user = corp
            .user_of(&identity("x", &[("email", &["x@example.com"]), ("email_verified", &["TRUE"])]))
            .await;
        assert_eq!(corp.world.named("x@example.com").await, Some(user.id.clone()));
        let user = corp.user_of(&identity("x", &[("email", &["y@example.com"])])).await;
        assert_eq!(user.attributes.get("email_verified"), None);
        assert_eq!(corp.world.named("x@example.com").await, None);
        assert_eq!(corp.world.named("y@example.com").await, None, "nobody has proven it");
    });
}

#[test]
fn several_values_are_written_as_cognito_does_in_its_compatibility_mode() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |settings| settings.compatibility.cognito = true).await;
        let user = corp.user_of(&identity("x", &[("groups", &["a b", "c,d", "e.-*_"])])).await;
        assert_eq!(user.attributes["custom:groups"], "[a+b,c%2Cd,e.-*_]");
    });
}

#[test]
fn what_cannot_be_kept_is_refused_and_leaves_nobody_behind() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |settings| {
            settings.schema[0].mutable = false;
            settings.schema.push(AttributeSchema::standard("name", true));
        })
        .await;
        let long = "x".repeat(2049);
        for refused in [
            identity("x", &[]),
            identity("x", &[("name", &[""])]),
            identity("x", &[("name", &["Ada"]), ("email", &["no address"])]),
            identity("x", &[("name", &[long.as_str()])]),
        ] {
            let outcome = corp.meets(&refused).await;
            assert!(matches!(outcome, Err(DirectoryError::Attributes(_))), "{outcome:?}");
        }
        assert_eq!(corp.world.count().await, 0);
        let user = corp.user_of(&identity("x", &[("name", &["Ada"]), ("badge", &["7"])])).await;
        let changed = corp.meets(&identity("x", &[("name", &["Eve"]), ("badge", &["8"])])).await;
        assert!(matches!(changed, Err(DirectoryError::Attributes(_))), "{changed:?}");
        assert_eq!(corp.world.user(&user.id).await, user, "nothing of it was kept");
        corp.user_of(&identity("x", &[("name", &["Ada"]), ("badge", &["7"])])).await;
    });
}

#[test]
fn attributes_that_the_client_may_not_write_are_passed_over() {
    for_each_database(async |database| {
        let mut corp = Corp::new(database, |_| {}).await;
        corp.world.client.settings.write_attributes = Some(vec!["name".into()]);
        let user = corp.user_of(&ada("true")).await;
        assert_eq!(user.attributes, texts(&[("name", "Ada")]));
    });
}

#[test]
fn names_follow_the_template_of_the_pool_where_everything_in_it_is_said() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |settings| {
            settings.external_username = Some("{custom:badge}.{provider}".into())
        })
        .await;
        let named = corp.user_of(&identity("x", &[("badge", &["7"])])).await;
        assert_eq!(named.username, "7.Corp");
        let twin = corp.user_of(&identity("y", &[("badge", &["7"])])).await;
        assert!(twin.username.starts_with("7.Corp_") && twin.id != named.id, "{}", twin.username);
        let unnamed = corp.user_of(&identity("z", &[])).await;
        assert!(
            unnamed.username.starts_with("_") || unnamed.username.starts_with("Corp_"),
            "{}",
            unnamed.username
        );
        let endless = "s".repeat(3000);
        let long = corp.user_of(&identity(&endless, &[("badge", &["\u{202e}"])])).await;
        assert!(long.username.starts_with("Corp_") && long.username.len() < 60, "{}", long.username);
        assert_eq!(corp.id_of(&identity(&endless, &[])).await, long.id);
    });
}

#[test]
fn an_account_is_linked_only_where_both_sides_have_proven_the_address() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "verified", |_| {}).await;
        let world = &corp.world;
        // Nobody has proven it here: whoever signed up with it first must not get the person's sign-ins.
        let rival = world.newcomer(Some("rival"), &[("email", "ada@example.com")]).await;
        let member = world.member(Some("grace"), "grace@example.com").await;
        let grace = |verified: &'static [&'static str]| {
            identity("grace-1", &[("email", &["Grace@Example.com"]), ("email_verified", verified)])
        };
        // The provider does not say that it is proven.
        let apart = corp.user_of(&identity("grace-0", &[("email", &["grace@example.com"])])).await;
        assert_ne!(apart.id, member.id);
        let unproven =
            identity("grace-2", &[("email", &["grace@example.com"]), ("email_verified", &["false"])]);
        assert_ne!(corp.id_of(&unproven).await, member.id);
        assert_eq!(corp.id_of(&grace(&["true"])).await, member.id);
        assert_eq!(world.user(&member.id).await.status, UserStatus::Confirmed);
        assert_eq!(world.named("grace").await, Some(member.id.clone()), "and keeps the name");
        let own = corp.id_of(&ada("true")).await;
        assert_ne!(own, rival);
    });
}

#[test]
fn an_address_is_given_to_nobody_whose_it_is_not() {
    for_each_database(async |database| {
        let corp = Corp::new(database, by_email).await;
        let member = corp.world.member(None, "ada@example.com").await;
        for verified in ["true", "false"] {
            let person =
                identity(verified, &[("email", &["ada@example.com"]), ("email_verified", &[verified])]);
            let user = corp.user_of(&person).await;
            assert_ne!(user.id, member.id);
            assert_eq!(corp.world.named("ada@example.com").await.as_ref(), Some(&member.id));
            assert_eq!(corp.user_of(&person).await.id, user.id);
        }
        // What nobody has proven signs nobody in, so that its owner can still sign up.
        corp.user_of(&identity("x", &[("email", &["x@example.com"])])).await;
        assert_eq!(corp.world.named("x@example.com").await, None);
        corp.world.member(None, "x@example.com").await;
    });
}

#[test]
fn where_the_owner_must_prove_the_account_nothing_is_linked_before() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "ask", |_| {}).await;
        let world = &corp.world;
        let member = world.member(Some("ada"), "ada@example.com").await;
        let asked = Recognised::MustProve { user: member.id.clone(), address: "ada@example.com".into() };
        for _ in 0..2 {
            assert_eq!(corp.meets(&ada("true")).await.expect("recognised"), asked);
        }
        assert_eq!(world.count().await, 1);
        let actor = vestibule::model::event::Actor::Person(member.id.clone());
        let person = ada("true");
        let link = || external::link(&world.env, &world.pool, &member.id, &person, actor.clone());
        link().await.expect("linked");
        link().await.expect("linked already");
        assert_eq!(corp.id_of(&ada("false")).await, member.id);
        // A person of the provider is one user.
        let other = world.member(Some("eve"), "eve@example.com").await;
        let outcome = external::link(&world.env, &world.pool, &other.id, &ada("true"), actor.clone()).await;
        assert!(matches!(outcome, Err(DirectoryError::UsernameTaken)), "{outcome:?}");
        // With the account the link goes, and whoever comes then is new.
        users::delete(&world.env, &world.pool, &member.id).await.expect("deleted");
        assert_eq!(corp.user_of(&ada("true")).await.status, UserStatus::ExternalProvider);
    });
}

#[test]
fn with_a_provider_its_links_go() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let before = corp.id_of(&ada("true")).await;
        let changed = IdentityProvider { kind: ProviderKind::Saml, ..corp.provider.clone() };
        assert!(providers::put(env, pool, &changed).await.is_err(), "another kind is another provider");
        providers::delete(env, pool, "Corp").await.expect("deleted");
        assert!(matches!(providers::delete(env, pool, "Corp").await, Err(DirectoryError::NotFound(_))));
        assert_eq!(providers::find(env, pool, "Corp").await.expect("answers").map(|one| one.name), None);
        providers::put(env, pool, &corp.provider).await.expect("a provider");
        // Another one of this name may know another person by the same subject.
        assert_ne!(corp.id_of(&ada("true")).await, before);
    });
}

#[test]
fn everybody_who_comes_at_once_is_one_user() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let same = join_all((0..8).map(|_| async { corp.id_of(&ada("true")).await })).await;
        assert!(same.windows(2).all(|pair| pair[0] == pair[1]), "{same:?}");
        let people: Vec<ExternalIdentity> = (0..100).map(|n| identity(&format!("p{n}"), &[])).collect();
        let mut found = join_all(people.iter().map(|one| corp.id_of(one))).await;
        found.sort();
        found.dedup();
        assert_eq!((found.len(), corp.world.count().await), (100, 101));
    });
}
