//! Domains in declarations: proven, waived, replaced, and never those of somebody else.

use std::sync::Arc;

use vestibule::declare::ExportOptions;
use vestibule::directory::domains;
use vestibule::directory::pools;
use vestibule::model::domain::PoolDomain;
use vestibule::model::ids::PoolId;
use vestibule::model::pool::PoolSettings;

use super::world::{POOL, World};
use crate::support::database::for_each_database;

const BASE: &str = "[[pool]]\nid = \"us-east-1_Shop00001\"\nname = \"Shop\"\n";

async fn world(database: crate::support::database::TestDatabase) -> World {
    let mut world = World::new(database).await;
    let mut settings = (*world.env.settings).clone();
    settings.domain_suffix = Some("auth.example.org".into());
    world.env.settings = Arc::new(settings);
    world
}

fn with(domains: &str) -> String {
    format!("{BASE}{domains}")
}

async fn all(world: &World) -> Vec<(String, bool, bool)> {
    let all = domains::list(&world.env, Some(&PoolId::trusted(POOL))).await.expect("the database answers");
    let mut all: Vec<_> =
        all.iter().map(|d: &PoolDomain| (d.name.name.clone(), d.is_active(), d.is_primary)).collect();
    all.sort();
    all
}

#[test]
fn domains_are_added_kept_and_a_second_time_changes_nothing() {
    for_each_database(|db| async move {
        let world = world(db).await;
        let text = with(
            "[[pool.domain]]\nname = \"acme\"\n[[pool.domain]]\nname = \"Login.Example.com\"\nwaive_proof = true\n\
             [[pool.domain]]\nname = \"id.example.com\"\nprimary = true\n",
        );
        let lines = world.apply(&text).await;
        for line in ["+ domain acme", "+ domain login.example.com", "+ domain id.example.com"] {
            assert!(lines.contains(&line.to_owned()), "{lines:#?}");
        }
        let expected = [
            ("acme".to_owned(), true, false),
            ("id.example.com".to_owned(), false, false),
            ("login.example.com".to_owned(), true, true),
        ];
        assert_eq!(all(&world).await, expected);
        // Who waits for a proof is told what to do, and nothing is written.
        let again = world.plan(&text).await;
        assert!(again.is_empty());
        let notes = again.pools[0].notes.join("\n");
        assert!(
            notes.contains("_vestibule-challenge.id.example.com") && notes.contains("apply again then"),
            "{notes}"
        );
        assert_eq!(world.apply(&text).await, Vec::<String>::new());

        // What is written out and applied again changes nothing; what is not named is kept.
        let exported = world.export(ExportOptions::default()).await;
        assert!(exported.contains("name = \"acme\"") && exported.contains("primary = true"), "{exported}");
        assert!(world.plan(&exported).await.is_empty());
        assert_eq!(world.prune(&exported).await, Vec::<String>::new());
        assert_eq!(world.apply(BASE).await, Vec::<String>::new());
        assert_eq!(all(&world).await, expected);

        // Vouched for later, it answers and can be the primary one.
        let vouched =
            with("[[pool.domain]]\nname = \"id.example.com\"\nprimary = true\nwaive_proof = true\n");
        assert_eq!(
            world.apply(&vouched).await,
            ["~ domain id.example.com active: false → true", "~ domain id.example.com primary: false → true"]
        );
        assert_eq!(
            all(&world).await[1..],
            [("id.example.com".to_owned(), true, true), ("login.example.com".to_owned(), true, false)]
        );
        let mut actions: Vec<String> = world.audit().await.into_iter().map(|event| event.action).collect();
        actions.sort();
        assert_eq!(
            actions.iter().filter(|action| action.starts_with("domain.")).collect::<Vec<_>>(),
            ["domain.add", "domain.add", "domain.add", "domain.primary", "domain.waive", "domain.waive"]
        );
    });
}

#[test]
fn a_prefix_is_replaced_only_with_prune_and_what_is_not_named_goes() {
    for_each_database(|db| async move {
        let world = world(db).await;
        world.apply(&with("[[pool.domain]]\nname = \"acme\"\n")).await;
        let other = with("[[pool.domain]]\nname = \"acme2\"\n");
        assert_eq!(
            world.problems(&other).await,
            ["4: pool.domain: the pool has the prefix \"acme\"; --prune replaces it"]
        );
        assert_eq!(world.prune(&other).await, ["- domain acme", "+ domain acme2"]);
        assert_eq!(all(&world).await, [("acme2".to_owned(), true, false)]);
        assert_eq!(world.prune(BASE).await, ["- domain acme2"]);
        assert_eq!(all(&world).await, []);
    });
}

#[test]
fn names_of_others_and_names_that_cannot_be_are_refused_with_their_line() {
    for_each_database(|db| async move {
        let world = world(db).await;
        let other = PoolId::trusted("us-east-1_Other0001");
        pools::create(&world.env, Some(other.clone()), "Other", PoolSettings::default())
            .await
            .expect("a pool");
        for name in ["taken", "gone"] {
            let name = vestibule::model::domain::DomainName::parse(name).expect("a name");
            let options = domains::AddOptions { replace_prefix: true, ..Default::default() };
            domains::add(&world.env, &other, &name, options, false).await.expect("added");
        }
        for (domain, told) in [
            ("name = \"gone\"", "5: pool.domain: another pool has this domain"),
            ("name = \"taken\"", "5: pool.domain: another pool gave this domain up not long ago"),
            ("name = \"admin\"", "6: pool.domain.name: the prefix `admin` is reserved"),
            ("name = \"x.auth.example.org\"", "5: pool.domain: x.auth.example.org is below auth.example.org"),
            ("name = \"acme\"\nprimary = true", "5: pool.domain: a prefix cannot be the primary domain"),
            ("name = 7", "6: pool.domain.name: must be a text"),
            ("primary = \"yes\"", "pool.domain: needs the key name"),
            ("name = \"acme\"\n[[pool.domain]]\nname = \"acme\"", "is already declared at"),
            ("name = \"acme\"\n[[pool.domain]]\nname = \"acme2\"", "is the prefix already"),
        ] {
            let problems = world.problems(&with(&format!("\n[[pool.domain]]\n{domain}\n"))).await;
            assert!(problems.iter().any(|problem| problem.contains(told)), "{domain}: {problems:#?}");
        }
        assert_eq!(all(&world).await, []);
    });
}
