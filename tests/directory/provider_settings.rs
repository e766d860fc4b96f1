//! Identity providers as an operator changes them.

use secrecy::{ExposeSecret, SecretString};
use vestibule::directory::{DirectoryError, providers};
use vestibule::model::attributes::AttributeSchema;
use vestibule::model::pool::ContactKind;
use vestibule::model::provider::IdentityProvider;
use vestibule::store::audit_events::{self, Wanted};

use super::external::{Corp, ada, texts};
use crate::support::database::for_each_database;

fn sentence<T: std::fmt::Debug>(outcome: Result<T, DirectoryError>) -> String {
    match outcome {
        Err(DirectoryError::InvalidSetting(sentence)) => sentence,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_provider_never_takes_the_place_of_another() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let told = sentence(providers::create(env, pool, &corp.provider).await);
        assert!(told.contains("has a provider Corp already"), "{told}");
        let other =
            IdentityProvider { name: "Other".into(), identifiers: vec!["a".into()], ..corp.provider.clone() };
        providers::create(env, pool, &other).await.expect("made");
        let third = IdentityProvider { name: "Third".into(), ..other.clone() };
        let told = sentence(providers::create(env, pool, &third).await);
        assert!(told.contains("has the identifier a"), "{told}");
        let wrong = IdentityProvider { name: "a".into(), details: texts(&[("x", "y")]), ..other };
        let told = sentence(providers::create(env, pool, &wrong).await);
        assert!(told.contains("name must be") && told.contains("details.x is no detail"), "{told}");
        let names: Vec<String> =
            providers::list(env, pool).await.expect("answers").into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["Corp", "Other"]);
    });
}

#[test]
fn a_change_keeps_what_it_does_not_name_and_records_no_value() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let (before, after) = providers::change(env, pool, "Corp", |provider| {
            provider.secrets.insert("client_secret".into(), SecretString::from("hunter2"));
            provider.details.insert("linking".into(), "ask".into());
            Ok(())
        })
        .await
        .expect("changed");
        assert_eq!(
            (before.details["linking"].as_str(), after.details["linking"].as_str()),
            ("separate", "ask")
        );
        assert_eq!(after.attribute_mapping, before.attribute_mapping);
        // The other process would see it at once: nothing old is remembered here.
        let stored = providers::find(env, pool, "Corp").await.expect("answers").expect("there");
        assert_eq!(stored.secrets["client_secret"].expose_secret(), "hunter2");
        let (before, after) = providers::change(env, pool, "Corp", |_| Ok(())).await.expect("nothing to do");
        assert_eq!(before.updated_at, after.updated_at);
        for (told, work) in [
            ("no", (|_| Err("no".to_owned())) as fn(&mut IdentityProvider) -> Result<(), String>),
            ("details.oidc_issuer must be https", |provider| {
                provider.details.insert("oidc_issuer".into(), "http://id.example.com".into());
                Ok(())
            }),
        ] {
            let found = sentence(providers::change(env, pool, "Corp", work).await);
            assert!(found.contains(told), "{found}");
        }
        let absent = providers::change(env, pool, "Nobody", |_| Ok(())).await;
        assert!(matches!(absent, Err(DirectoryError::NotFound("identity provider"))), "{absent:?}");
        let events = env.db.read(|c| audit_events::list(c, &Wanted::default(), 1000)).await.expect("answers");
        let updates: Vec<_> =
            events.iter().filter(|event| event.action == "identity_provider.update").collect();
        assert_eq!(updates.len(), 1, "{updates:?}");
        let told = format!("{updates:?}");
        assert!(told.contains("details.client_secret") && !told.contains("hunter2"), "{told}");
    });
}

#[test]
fn of_two_changes_at_once_none_is_lost() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let add = |n: usize| {
            providers::change(env, pool, "Corp", move |provider| {
                provider.identifiers.push(format!("id{n}"));
                Ok(())
            })
        };
        let done = futures_util::future::join_all((0..8).map(add)).await;
        assert!(done.iter().all(Result::is_ok), "{done:?}");
        let provider = providers::find(env, pool, "Corp").await.expect("answers").expect("there");
        assert_eq!(provider.identifiers.len(), 8, "{:?}", provider.identifiers);
    });
}

#[test]
fn what_will_not_work_is_told() {
    for_each_database(async |database| {
        let corp = Corp::linking(database, "ask", |_| {}).await;
        let mut settings = corp.world.pool.settings.clone();
        let mut provider = corp.provider.clone();
        assert_eq!(providers::warnings(&settings, &provider), Vec::<String>::new());
        provider.attribute_mapping.remove("email_verified");
        let told = providers::warnings(&settings, &provider).concat();
        assert!(told.contains("email_verified"), "{told}");
        provider.details.insert("linking".into(), "separate".into());
        assert_eq!(providers::warnings(&settings, &provider), Vec::<String>::new());
        settings.schema.push(AttributeSchema::standard("birthdate", true));
        settings.schema[0].mutable = false;
        settings.sign_in.username_attributes = vec![ContactKind::Phone];
        let told = providers::warnings(&settings, &provider);
        assert_eq!(told.len(), 3, "{told:?}");
        for (sentence, wanted) in
            told.iter().zip(["requires birthdate", "known by phone_number", "custom:badge cannot change"])
        {
            assert!(sentence.contains(wanted), "{wanted}: {told:?}");
        }
    });
}

#[test]
fn the_issuer_stays_while_somebody_is_linked() {
    for_each_database(async |database| {
        let corp = Corp::new(database, |_| {}).await;
        let (env, pool) = (&corp.world.env, &corp.world.pool);
        let other = |issuer: &'static str| {
            providers::change(env, pool, "Corp", move |provider| {
                provider.details.insert("oidc_issuer".into(), issuer.into());
                Ok(())
            })
        };
        let (_, changed) = other("https://new.example.com").await.expect("nobody is linked yet");
        let before = corp.id_of(&ada("true")).await;
        let told = sentence(other("https://evil.example.com").await);
        assert!(told.contains("oidc_issuer cannot change") && told.contains("another name"), "{told}");
        let told = sentence(providers::put(env, pool, &corp.provider).await);
        assert!(told.contains("oidc_issuer cannot change"), "{told}");
        let stored = providers::find(env, pool, "Corp").await.expect("answers").expect("there");
        assert_eq!(stored.details["oidc_issuer"], "https://new.example.com");
        // Everything else can change, and so can the issuer of one that is added again: it knows nobody.
        let same = IdentityProvider { identifiers: vec!["corp.example".into()], ..changed };
        providers::put(env, pool, &same).await.expect("the same issuer");
        providers::delete(env, pool, "Corp").await.expect("deleted");
        providers::put(env, pool, &corp.provider).await.expect("another issuer");
        assert_ne!(corp.id_of(&ada("true")).await, before);
    });
}
