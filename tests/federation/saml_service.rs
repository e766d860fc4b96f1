//! SAML as services on both databases: keys and their rollover, metadata that is fetched, what is accepted once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use url::Url;
use vestibule::config::Settings;
use vestibule::directory::providers;
use vestibule::federation::FederationError;
use vestibule::federation::saml::binding::Outgoing;
use vestibule::federation::saml::keys::{self, DECRYPTS_FOR, PUBLISHED_FOR};
use vestibule::federation::saml::{self, Addresses, Ask, documents};
use vestibule::model::external::{ExternalIdentity, UpstreamSession};
use vestibule::model::pool::UserPool;
use vestibule::model::provider::{IdentityProvider, ProviderKind};
use vestibule::store::StoreError;
use vestibule::store::audit_events::{self, Wanted};

use crate::support::database::{TestDatabase, block_on, for_each_database};
use crate::support::env::{TestEnv, test_env};
use crate::support::fake_saml::{FakeSaml, Fields, Known};

const BASE: &str = "https://auth.example.com";

/// A pool with a SAML provider out there.
struct World {
    test: TestEnv,
    fake: FakeSaml,
    pool: UserPool,
    provider: IdentityProvider,
    addresses: Addresses,
}

async fn environment(database: &TestDatabase) -> TestEnv {
    let mut test = test_env(database).await;
    // The provider has no certificate, as in development.
    let settings = Settings { development: true, ..(*test.env.settings).clone() };
    test.env.settings = Arc::new(settings);
    test
}

impl World {
    async fn new(database: &TestDatabase) -> Self {
        let test = environment(database).await;
        let fake = FakeSaml::start(&test.clock);
        let pool = test.pool(|_| {}).await;
        let provider = IdentityProvider {
            pool_id: pool.id.clone(),
            name: "Corp".into(),
            kind: ProviderKind::Saml,
            details: BTreeMap::from([("MetadataURL".into(), fake.metadata_url())]),
            secrets: BTreeMap::new(),
            attribute_mapping: BTreeMap::new(),
            identifiers: Vec::new(),
            created_at: 0,
            updated_at: 0,
        };
        let addresses = Addresses::of(&test.env.settings, &pool, BASE, "Corp");
        let mut world = Self { test, fake, pool, provider, addresses };
        world.set("IDPSignout", "true").await;
        world
    }

    async fn set(&mut self, detail: &str, value: &str) {
        self.provider.details.insert(detail.into(), value.into());
        providers::put(&self.test.env, &self.pool, &self.provider).await.expect("a good provider");
    }

    async fn known(&self) -> Known {
        let ourselves = keys::ourselves(&self.test.env, &self.provider, &self.addresses).await;
        Known::read(&ourselves.expect("keys").metadata())
    }

    /// Sends somebody there; returns the request and what the provider posts.
    async fn there(&self) -> (String, Fields) {
        let ask = Ask {
            request_id: saml::request_id(&self.test.env),
            relay_state: "state-1".into(),
            force_authn: false,
        };
        let gone = saml::begin(&self.test.env, &self.provider, &self.addresses, ask.clone()).await;
        let Outgoing::Redirect(address) = gone.expect("a request") else { panic!("a redirect") };
        let known = self.known().await;
        let asked = self.fake.asked(&Url::parse(&address).expect("a URL"), None, &known);
        assert_eq!((asked.id.as_str(), asked.relay_state.as_str()), (&*ask.request_id, "state-1"));
        (ask.request_id, self.fake.answer(&asked, &known))
    }

    async fn back(
        &self,
        request: Option<&str>,
        fields: &Fields,
    ) -> Result<ExternalIdentity, FederationError> {
        saml::finish(&self.test.env, &self.provider, &self.addresses, request, &fields[0].1).await
    }

    async fn sign_in(&self) -> Result<ExternalIdentity, FederationError> {
        let (request, fields) = self.there().await;
        self.back(Some(&request), &fields).await
    }

    /// The provider's name as it is known now.
    async fn name(&self) -> Result<String, FederationError> {
        documents::metadata(&self.test.env, &self.provider).await.map(|read| read.entity_id().to_owned())
    }

    async fn refresh(&self) -> usize {
        let goes_on = || async { Ok::<(), StoreError>(()) };
        documents::refresh_due(&self.test.env, goes_on).await.expect("the database answers")
    }

    async fn events(&self, action: &str) -> usize {
        let wanted = Wanted { action: Some(action.to_owned()), ..Wanted::default() };
        let found = self.test.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await;
        found.expect("the trail").len()
    }
}

fn reason<T>(result: Result<T, FederationError>) -> String {
    result.err().map_or_else(|| "accepted".into(), |error| error.to_string())
}

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

fn milliseconds(milliseconds: i64) -> Duration {
    Duration::from_millis(milliseconds.try_into().expect("a duration"))
}

#[test]
fn names_and_addresses_follow_host_and_compatibility() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let test = test_env(&database).await;
        let mut pool = test.pool(|_| {}).await;
        let of = |pool: &UserPool| Addresses::of(&test.env.settings, pool, BASE, "Corp/ä?");
        let standard = of(&pool);
        assert_eq!(standard.entity_id, "https://auth.example.com/saml2/metadata/Corp%2F%C3%A4%3F");
        assert_eq!(standard.acs, "https://auth.example.com/saml2/idpresponse");
        assert_eq!(standard.slo, "https://auth.example.com/saml2/logout");
        pool.settings.compatibility.cognito = true;
        assert_eq!(of(&pool).entity_id, format!("urn:amazon:cognito:sp:{}", pool.id));
        assert_eq!(of(&pool).acs, standard.acs);
    });
}

#[test]
fn somebody_signs_in_once_with_each_answer() {
    for_each_database(|database| async move {
        let world = World::new(&database).await;
        let (request, fields) = world.there().await;
        let identity = world.back(Some(&request), &fields).await.expect("genuine");
        assert_eq!((identity.provider.as_str(), identity.subject.as_str()), ("Corp", "Ada-1"));
        assert_eq!(identity.claims["mail"], ["ada@corp.example"]);
        let UpstreamSession::Saml { session_index, .. } = &identity.session else { panic!("a SAML session") };
        assert_eq!(session_index.as_deref(), Some("_session-1"));
        assert!(reason(world.back(Some(&request), &fields).await).contains("taken before"));

        let (other, _) = world.there().await;
        assert!(reason(world.back(Some(&other), &fields).await).contains("this browser did not make"));
        assert!(reason(world.back(None, &fields).await).contains("may not begin"));
    });
}

#[test]
fn of_fifty_callers_with_one_assertion_one_signs_in() {
    for_each_database(|database| async move {
        let world = Arc::new(World::new(&database).await);
        let (request, fields) = world.there().await;
        let callers: Vec<_> = (0..50)
            .map(|_| {
                let (world, request, fields) = (world.clone(), request.clone(), fields.clone());
                tokio::spawn(async move { world.back(Some(&request), &fields).await })
            })
            .collect();
        let mut accepted = 0;
        for caller in callers {
            match caller.await.expect("no panic") {
                Ok(_) => accepted += 1,
                Err(error) => assert!(error.to_string().contains("taken before"), "{error}"),
            }
        }
        assert_eq!(accepted, 1);
    });
}

#[test]
fn encryption_can_be_required() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let mut world = World::new(&database).await;
        world.set("EncryptedResponses", "true").await;
        assert!(reason(world.sign_in().await).contains("not encrypted"));
        world.fake.bend(|bends| bends.encrypts = true);
        assert_eq!(world.sign_in().await.expect("encrypted").subject, "Ada-1");
        world.fake.bend(|bends| bends.signs = false);
        assert!(reason(world.sign_in().await).contains("not signed by the provider"));
    });
}

#[test]
fn a_provider_begins_by_itself_only_where_it_may_and_not_for_long() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let mut world = World::new(&database).await;
        let known = world.known().await;
        let unasked = world.fake.unasked(&known, None);
        assert!(reason(world.back(None, &unasked).await).contains("may not begin"));
        world.set("IDPInit", "true").await;
        assert_eq!(world.back(None, &unasked).await.expect("allowed").subject, "Ada-1");
        assert!(reason(world.back(None, &unasked).await).contains("taken before"));

        // What nobody asked for answers no request, and the other way round.
        let (request, fields) = world.there().await;
        assert!(reason(world.back(None, &fields).await).contains("did not make"));
        let another = world.fake.unasked(&known, None);
        assert!(reason(world.back(Some(&request), &another).await).contains("answers no request"));

        // The assertion itself says five minutes, and the clocks may differ by one.
        let late = world
            .fake
            .response(None, &known, |text| text.replace("NotOnOrAfter=\"2026", "NotOnOrAfter=\"2027"));
        let late = vec![("SAMLResponse".to_owned(), base64(&late))];
        world.test.advance(minutes(6) + Duration::from_secs(1));
        assert!(reason(world.back(None, &late).await).contains("too long ago"));
    });
}

fn base64(text: &str) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(text)
}

#[test]
fn nodes_that_make_the_first_key_at_once_end_with_one() {
    for_each_database(|database| async move {
        let world = Arc::new(World::new(&database).await);
        let makers: Vec<_> = (0..6)
            .map(|_| {
                let world = world.clone();
                tokio::spawn(async move {
                    let ourselves = keys::ourselves(&world.test.env, &world.provider, &world.addresses).await;
                    ourselves.expect("keys").active().certificate().to_vec()
                })
            })
            .collect();
        let mut made = Vec::new();
        for maker in makers {
            made.push(maker.await.expect("no panic"));
        }
        made.dedup();
        assert_eq!(made.len(), 1, "everybody has the same certificate");
        assert_eq!(world.events("identity_provider.create_key").await, 1);
    });
}

#[test]
fn a_next_key_is_known_before_it_signs_and_the_old_one_decrypts_after() {
    for_each_database(|database| async move {
        let world = World::new(&database).await;
        let env = &world.test.env;
        let before = world.known().await;
        let rollover = keys::rotate(env, &world.pool.id, "Corp").await.expect("a next key");
        assert!(!rollover.was_under_way);
        assert_eq!(rollover.signs_from, env.now() + PUBLISHED_FOR);
        assert_eq!(rollover.present_retires_at, rollover.signs_from + DECRYPTS_FOR);
        let again = keys::rotate(env, &world.pool.id, "Corp").await.expect("the same");
        assert_eq!((again.key, again.was_under_way), (rollover.key, true));
        assert_eq!(world.events("identity_provider.rotate_key").await, 1);

        let during = world.known().await;
        assert_eq!((before.keys.len(), during.keys.len()), (1, 2));
        assert_eq!(during.keys[0], before.keys[0], "the present one still signs");
        world.sign_in().await.expect("signed in with the present key");

        world.test.advance(milliseconds(PUBLISHED_FOR));
        let after = world.known().await;
        assert_eq!((&after.keys[0], &after.keys[1]), (&during.keys[1], &during.keys[0]));
        // A provider that has not noticed encrypts for the old one.
        world.fake.bend(|bends| bends.encrypts = true);
        let (request, _) = world.there().await;
        let response = world.fake.response(Some(&request), &before, |text| text);
        let fields = vec![("SAMLResponse".to_owned(), base64(&response))];
        world.back(Some(&request), &fields).await.expect("the old key decrypts");

        world.test.advance(milliseconds(DECRYPTS_FOR));
        assert_eq!(world.known().await.keys, [after.keys[0].clone()]);
        let (request, _) = world.there().await;
        let response = world.fake.response(Some(&request), &before, |text| text);
        let fields = vec![("SAMLResponse".to_owned(), base64(&response))];
        assert!(reason(world.back(Some(&request), &fields).await).contains("cannot be opened"));
        assert_eq!(keys::delete_retired(env).await.expect("deleted"), 1);
        assert_eq!(world.known().await.keys.len(), 1);
        assert!(matches!(
            keys::rotate(env, &world.pool.id, "Other").await,
            Err(FederationError::Misconfigured(_))
        ));
    });
}

#[test]
fn two_operators_who_rotate_at_once_make_one_next_key() {
    for_each_database(|database| async move {
        let world = Arc::new(World::new(&database).await);
        world.known().await;
        let rotating: Vec<_> = (0..4)
            .map(|_| {
                let world = world.clone();
                tokio::spawn(async move { keys::rotate(&world.test.env, &world.pool.id, "Corp").await })
            })
            .collect();
        let mut fresh = 0;
        for one in rotating {
            fresh += usize::from(!one.await.expect("no panic").expect("rotated").was_under_way);
        }
        assert_eq!((fresh, world.known().await.keys.len()), (1, 2));
    });
}

#[test]
fn metadata_is_read_once_kept_and_refreshed_in_the_background() {
    for_each_database(|database| async move {
        let world = World::new(&database).await;
        assert_eq!(world.refresh().await, 1, "what was never read is due");
        assert_eq!(world.name().await.expect("known"), format!("{}/idp", world.fake.origin));
        world.sign_in().await.expect("signed in");
        assert_eq!(world.fake.fetched(), 1);
        assert_eq!(world.refresh().await, 0);

        // Down for days: the last good copy serves.
        world.fake.bend(|bends| bends.status = Some(503));
        world.test.advance(minutes(25 * 60));
        assert_eq!(world.refresh().await, 0);
        world.sign_in().await.expect("by the last good copy");
        assert_eq!(world.refresh().await, 0, "put off after a failure");
        let asked = world.fake.fetched();
        world.test.advance(minutes(6));
        assert_eq!((world.refresh().await, world.fake.fetched()), (0, asked + 1));

        world.fake.bend(|bends| bends.status = None);
        world.test.advance(minutes(6));
        assert_eq!(world.refresh().await, 1);
        assert_eq!(world.refresh().await, 0);

        // Another node, which has nothing in memory, reads what is kept.
        let node = environment(&database).await;
        node.clock.set(world.test.env.now());
        let asked = world.fake.fetched();
        documents::metadata(&node.env, &world.provider).await.expect("kept");
        assert_eq!(world.fake.fetched(), asked);
    });
}

#[test]
fn a_provider_that_changes_its_name_is_another_one() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let mut world = World::new(&database).await;
        let name = world.name().await.expect("known");
        world.fake.bend(|bends| bends.entity_id = "urn:somebody:else".into());
        world.test.advance(minutes(25 * 60));
        assert_eq!(world.refresh().await, 0);
        assert_eq!(world.name().await.expect("the old copy"), name);
        let refused = documents::reread(&world.test.env, &world.provider).await;
        assert!(reason(refused).contains("entity id"));
        // At another address it may have another one: that is the operator's word.
        let url = format!("{}?v=2", world.fake.metadata_url());
        world.set("MetadataURL", &url).await;
        assert_eq!(world.name().await.expect("the new one"), "urn:somebody:else");
    });
}

#[test]
fn metadata_is_not_used_past_its_end() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let mut world = World::new(&database).await;
        world.fake.bend(|bends| bends.descriptor = "validUntil=\"2026-11-21T15:03:07Z\"".into());
        world.sign_in().await.expect("valid for an hour");
        world.fake.bend(|bends| bends.status = Some(500));
        world.test.advance(minutes(59));
        world.sign_in().await.expect("valid for a minute");
        world.test.advance(minutes(1));
        assert!(matches!(world.name().await, Err(FederationError::Unavailable(_))), "off, not unsigned");
        world.fake.bend(|bends| bends.status = None);
        world.test.advance(minutes(2));
        assert!(
            matches!(world.name().await, Err(FederationError::Misconfigured(_))),
            "the new one has expired too"
        );
        world.fake.bend(|bends| bends.descriptor.clear());
        world.test.advance(minutes(2));
        world.sign_in().await.expect("a good one is read at once");

        let file = world.fake.metadata();
        world.provider.details.remove("MetadataURL");
        world.set("MetadataFile", &file).await;
        world.sign_in().await.expect("by file");
        let ended =
            file.replace("<EntityDescriptor ", "<EntityDescriptor validUntil=\"2026-01-01T00:00:00Z\" ");
        world.set("MetadataFile", &ended).await;
        assert!(matches!(world.name().await, Err(FederationError::Misconfigured(_))));
    });
}

#[test]
fn new_keys_of_a_provider_are_found_when_an_answer_needs_them() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let world = World::new(&database).await;
        world.sign_in().await.expect("by the first key");
        world.fake.change_key();
        // At most once a minute somebody unknown makes us ask.
        world.test.advance(minutes(2));
        let asked = world.fake.fetched();
        world.sign_in().await.expect("by the second key");
        assert_eq!(world.fake.fetched(), asked + 1);
        world.fake.bend(|bends| bends.status = Some(404));
        world.fake.change_key();
        for _ in 0..3 {
            assert!(reason(world.sign_in().await).contains("not to be trusted"));
        }
        assert_eq!(world.fake.fetched(), asked + 1);
    });
}

#[test]
fn a_request_is_signed_where_it_shall_be_and_posted_where_it_must_be() {
    block_on(async {
        let database = TestDatabase::sqlite().await;
        let mut world = World::new(&database).await;
        let ask = || Ask { request_id: "_1".into(), relay_state: "s".into(), force_authn: true };
        let known = world.known().await;
        let send = async |world: &World| {
            let gone = saml::begin(&world.test.env, &world.provider, &world.addresses, ask()).await;
            match gone.expect("a request") {
                Outgoing::Redirect(address) => {
                    (true, world.fake.asked(&Url::parse(&address).expect("a URL"), None, &known))
                }
                Outgoing::Post(form) => {
                    let fields =
                        form.fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                    let url = Url::parse(&form.action).expect("a URL");
                    (false, world.fake.asked(&url, Some(&fields), &known))
                }
            }
        };
        let (redirected, asked) = send(&world).await;
        assert_eq!((redirected, asked.signed, asked.forced), (true, false, true));
        world.set("RequestSigningAlgorithm", "rsa-sha256").await;
        assert!(send(&world).await.1.signed);
        world.fake.bend(|bends| bends.redirect = false);
        documents::reread(&world.test.env, &world.provider).await.expect("read again");
        let (redirected, asked) = send(&world).await;
        assert_eq!((redirected, asked.signed), (false, true));
    });
}
