//! Sign-ins at an identity provider that link an account by its address.

use std::collections::BTreeMap;

use vestibule::authn::{Step, browser_session};
use vestibule::directory::{external, providers};
use vestibule::model::attributes::AttributeMap;
use vestibule::model::external::{ExternalIdentity, UpstreamSession};
use vestibule::model::flow::{Answer, Challenge, ProofKind};
use vestibule::model::ids::UserId;
use vestibule::model::pool::MfaConfiguration;
use vestibule::model::provider::{IdentityProvider, ProviderKind};

use super::world::*;
use crate::support::database::for_each_database;

impl World {
    async fn put_corp(&self, linking: &str) {
        let texts = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let provider = IdentityProvider {
            pool_id: self.pool.id.clone(),
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
            attribute_mapping: texts(&[("email", "email"), ("email_verified", "email_verified")]),
            identifiers: Vec::new(),
            created_at: 0,
            updated_at: 0,
        };
        providers::put(&self.test.env, &self.pool, &provider).await.expect("a provider");
    }

    /// Ada comes back from the provider.
    async fn at_corp(&self) -> Answered {
        let step = self.begin().await;
        let there = self.answer(&step, Answer::AtProvider("Corp".into())).await.expect("allowed");
        let claims = [("email", ADA), ("email_verified", "true")];
        let identity = ExternalIdentity {
            provider: "Corp".into(),
            subject: "ada-1".into(),
            issuer: None,
            claims: claims.iter().map(|(name, value)| ((*name).into(), vec![(*value).into()])).collect(),
            authenticated_at: None,
            vouched: None,
            session_ends_at: None,
            session: UpstreamSession::Oidc { sid: None, id_token: None },
        };
        self.answer(&there, Answer::External(Box::new(identity))).await
    }

    async fn links(&self, user: &UserId) -> usize {
        external::links(&self.test.env, user).await.expect("the database answers").len()
    }
}

fn kinds(step: Step) -> Vec<ProofKind> {
    authenticated(step).proofs.iter().map(|proof| proof.kind).collect()
}

#[test]
fn an_account_with_a_second_factor_is_linked_by_address_once_it_is_shown() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Optional)).await;
        world.put_corp("verified").await;
        world.give_totp(&ada).await;
        let step = world.at_corp().await.expect("known");
        assert!(matches!(challenge(&step), Challenge::Totp { .. }), "{:?}", challenge(&step));
        let right = world.totp_code();
        assert!(world.answer(&step, another(&right)).await.is_err());
        assert_eq!(world.links(&ada.id).await, 0, "nothing is linked before");
        let done = world.answer(&step, code(&right)).await.expect("right");
        assert_eq!(kinds(done), [ProofKind::External, ProofKind::Totp]);
        assert_eq!(world.links(&ada.id).await, 1);
        // From then on the pool decides, and this one leaves it to the provider.
        assert_eq!(kinds(world.at_corp().await.expect("known")), [ProofKind::External]);
    });
}

#[test]
fn an_account_without_a_second_factor_is_linked_at_once() {
    for_each_database(|db| async move {
        let (world, ada) = World::with_ada(db, with_apps(MfaConfiguration::Required)).await;
        world.put_corp("verified").await;
        let done = authenticated(world.at_corp().await.expect("known"));
        assert_eq!((&done.user_id, world.links(&ada.id).await), (&ada.id, 1));
    });
}

#[test]
fn whoever_signed_up_with_the_address_is_out_when_its_owner_comes() {
    for_each_database(|db| async move {
        let world = World::new(db, by_email()).await;
        world.put_corp("verified").await;
        let (env, pool) = (&world.test.env, &world.pool);
        let attributes = AttributeMap::from([("email".to_owned(), ADA.to_owned())]);
        let wish =
            Answer::SignUp { username: None, password: PASSWORD.into(), attributes, accepted_terms: None };
        let step = world.answer(&world.begin().await, wish).await.expect("signed up");
        let mailed = world.code_sent_to(ADA).await.expect("a mail");
        let first = authenticated(world.answer(&step, code(&mailed)).await.expect("confirmed"));
        let (_, cookie) =
            browser_session::start(env, &crate::support::env::caller("192.0.2.1"), pool, &first, None)
                .await
                .expect("a session");
        world.pass(MINUTE);
        let owner = authenticated(world.at_corp().await.expect("known"));
        assert_eq!(owner.user_id, first.user_id);
        let (_, own) =
            browser_session::start(env, &crate::support::env::caller("192.0.2.1"), pool, &owner, None)
                .await
                .expect("a session");
        let is_open = async |cookie: &str| {
            browser_session::find(env, pool, cookie).await.expect("the database answers").is_some()
        };
        assert!(is_open(&own).await && !is_open(&cookie).await);
        assert!(world.sign_in(ADA, PASSWORD).await.is_err(), "the password is gone");
    });
}
