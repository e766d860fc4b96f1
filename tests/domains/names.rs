//! Who gets a name, and when it is free again.

use std::time::Duration;

use vestibule::directory::domains::{self, AddOptions, Changed, DomainError, Owner};
use vestibule::directory::{pool_deletion, pools};
use vestibule::model::client::ClientSettings;
use vestibule::model::domain::{DiscoveryAddress, QUARANTINE_MS};
use vestibule::model::ids::ClientId;

use super::{HOST, SUFFIX, add, give, name, node, remove, trail};
use crate::support::database::for_each_database;
use crate::support::env::TestEnv;

fn host(prefix: &str) -> String {
    format!("{prefix}.{SUFFIX}")
}

async fn owner(node: &TestEnv, host: &str) -> Option<Owner> {
    domains::owner(&node.env, host).await.expect("the database answers")
}

#[test]
fn a_prefix_answers_at_once_and_a_pool_has_one() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        let added = add(&node.env, &pool, "shop").await.expect("the prefix is free");
        assert!(added.domain.is_active());
        assert_eq!(owner(&node, &host("shop")).await, Some(Owner::Pool(pool.id.clone())));
        let again = add(&node.env, &pool, "shop").await.expect("it is there already");
        assert_eq!(again.domain, added.domain);
        assert_eq!(trail(&node.env, "shop").await, ["domain.add"]);
        let second = add(&node.env, &pool, "store").await;
        assert!(matches!(second, Err(DomainError::HasPrefix(old)) if old == "shop"));
        let options = AddOptions { replace_prefix: true, ..AddOptions::default() };
        let replaced = domains::add(&node.env, &pool.id, &name("store"), options, false).await;
        let replaced = replaced.expect("the old one is given up");
        assert_eq!(replaced.consequences.lost_hosts, [host("shop")]);
        assert_eq!(owner(&node, &host("shop")).await, None);
        assert_eq!(owner(&node, &host("store")).await, Some(Owner::Pool(pool.id.clone())));
    });
}

#[test]
fn a_name_has_one_pool() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (first, second) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        give(&node.env, &first, "shop").await;
        give(&node.env, &first, HOST).await;
        for taken in ["shop", HOST] {
            assert!(matches!(add(&node.env, &second, taken).await, Err(DomainError::Taken)), "{taken}");
            let refused = remove(&node.env, &second, taken).await;
            assert!(matches!(refused, Err(DomainError::NotFound)), "{taken}");
        }
        assert!(domains::list(&node.env, Some(&second.id)).await.expect("a list").is_empty());
        assert_eq!(domains::list(&node.env, None).await.expect("a list").len(), 2);
    });
}

#[test]
fn of_many_claims_at_once_one_wins() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        for contested in ["shop", HOST] {
            let mut pools = Vec::new();
            for _ in 0..8 {
                pools.push(node.pool(|_| {}).await);
            }
            let claims = pools.iter().map(|pool| {
                let env = node.env.clone();
                let options = AddOptions { waive_proof: true, ..AddOptions::default() };
                async move { domains::add(&env, &pool.id, &name(contested), options, false).await }
            });
            let outcomes = futures_util::future::join_all(claims).await;
            let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
            let lost = outcomes.iter().filter(|o| matches!(o, Err(DomainError::Taken))).count();
            assert_eq!((won, lost), (1, 7), "{contested}");
            let all = domains::list(&node.env, None).await.expect("a list");
            assert_eq!(all.iter().filter(|domain| domain.name.name == contested).count(), 1);
        }
    });
}

#[test]
fn the_servers_own_names_are_nobodys() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        // The public address of test environments is auth.example.com.
        for own in ["auth.example.com", SUFFIX, "shop.pools.example.com", "a.b.pools.example.com"] {
            let refused = add(&node.env, &pool, own).await;
            assert!(matches!(refused, Err(DomainError::Invalid(_))), "{own}: {refused:?}");
        }
        for free in ["xpools.example.com", "example.com", "pools.example.com.example"] {
            assert!(add(&node.env, &pool, free).await.is_ok(), "{free}");
        }
        let long = format!("{}.example.org", ["abcdefghi"; 23].join("."));
        assert!(
            matches!(add(&node.env, &pool, &long).await, Err(DomainError::Invalid(_))),
            "no room for the proof"
        );
        give(&node.env, &pool, &long).await;

        let mut plain = node.env.clone();
        let mut settings = (*plain.settings).clone();
        settings.domain_suffix = None;
        plain.settings = settings.into();
        assert!(matches!(add(&plain, &pool, "shop").await, Err(DomainError::NoSuffix)));
        let nobody = vestibule::model::ids::PoolId::trusted("us-east-1_000000000");
        let refused = domains::add(&node.env, &nobody, &name("shop"), AddOptions::default(), false).await;
        assert!(matches!(refused, Err(DomainError::NoPool)));
    });
}

#[test]
fn a_name_that_was_given_up_waits_thirty_days_for_another_pool() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (old, new) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        for given_up in ["shop", HOST] {
            give(&node.env, &old, given_up).await;
            remove(&node.env, &old, given_up).await.expect("it was the pool's");
            let free_at = node.env.now() + QUARANTINE_MS;
            let waive = AddOptions { waive_proof: true, ..AddOptions::default() };
            let claim = async || domains::add(&node.env, &new.id, &name(given_up), waive, false).await;
            let refused = claim().await;
            assert!(matches!(refused, Err(DomainError::Quarantined { free_at: at }) if at == free_at));
            // The same pool takes it back at once, and the time begins anew when it lets go again.
            give(&node.env, &old, given_up).await;
            node.advance(Duration::from_millis(1));
            remove(&node.env, &old, given_up).await.expect("it was the pool's");
            node.advance(Duration::from_millis(QUARANTINE_MS.unsigned_abs() - 1));
            assert!(matches!(claim().await, Err(DomainError::Quarantined { .. })), "a millisecond early");
            node.advance(Duration::from_millis(1));
            assert!(claim().await.is_ok(), "free to the millisecond");
            remove(&node.env, &new, given_up).await.expect("it was the pool's");
        }
    });
}

#[test]
fn an_operator_may_end_the_wait_and_that_is_on_record() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (old, new) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        give(&node.env, &old, "shop").await;
        remove(&node.env, &old, "shop").await.expect("it was the pool's");
        let options = AddOptions { waive_quarantine: true, ..AddOptions::default() };
        let tried = domains::add(&node.env, &new.id, &name("shop"), options, true).await;
        assert!(tried.is_ok_and(|changed| changed.domain.is_active()));
        assert!(
            matches!(add(&node.env, &new, "shop").await, Err(DomainError::Quarantined { .. })),
            "only tried"
        );
        domains::add(&node.env, &new.id, &name("shop"), options, false).await.expect("the wait is waived");
        let trail = trail(&node.env, "shop").await;
        assert_eq!(
            trail.iter().filter(|action| *action == "domain.waive_quarantine").count(),
            1,
            "{trail:?}"
        );
        // Now it is the new pool's, also to take back.
        assert!(matches!(add(&node.env, &old, "shop").await, Err(DomainError::Taken)));
        remove(&node.env, &new, "shop").await.expect("it was the pool's");
        assert!(matches!(add(&node.env, &old, "shop").await, Err(DomainError::Quarantined { .. })));
        assert!(add(&node.env, &new, "shop").await.is_ok());
    });
}

#[test]
fn the_names_of_a_purged_pool_wait_as_well() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (old, new) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        give(&node.env, &old, "shop").await;
        pool_deletion::delete(&node.env, &old.id).await.expect("deleted");
        assert!(
            matches!(add(&node.env, &new, "shop").await, Err(DomainError::Taken)),
            "it may be taken back"
        );
        pool_deletion::purge(&node.env, &old.id).await.expect("purged");
        let refused = add(&node.env, &new, "shop").await;
        assert!(matches!(refused, Err(DomainError::Quarantined { .. })), "{refused:?}");
        node.advance(Duration::from_millis(QUARANTINE_MS.unsigned_abs()));
        assert!(add(&node.env, &new, "shop").await.is_ok());
    });
}

#[test]
fn metadata_names_custom_then_prefix_then_path_and_a_setting_fixes_it() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let mut pool = node.pool(|_| {}).await;
        let path = format!("https://auth.example.com/{}", pool.id);
        assert_eq!(domains::address(&node.env, &pool).await.expect("an address"), path);
        let shop = give(&node.env, &pool, "shop").await;
        assert_eq!(shop.consequences.address, Some((path.clone(), "https://shop.pools.example.com".into())));
        assert_eq!(
            domains::address(&node.env, &pool).await.expect("an address"),
            "https://shop.pools.example.com"
        );
        add(&node.env, &pool, "pending.example.org").await.expect("free");
        assert_eq!(
            domains::address(&node.env, &pool).await.expect("an address"),
            "https://shop.pools.example.com",
            "what is not proven is not named"
        );
        give(&node.env, &pool, HOST).await;
        node.advance(Duration::from_millis(5));
        give(&node.env, &pool, "second.example.org").await;
        assert_eq!(
            domains::address(&node.env, &pool).await.expect("an address"),
            "https://login.example.org"
        );
        let primary = domains::set_primary(&node.env, &pool.id, &name("second.example.org"), false).await;
        assert!(primary.is_ok_and(|changed| changed.domain.is_primary));
        assert_eq!(
            domains::address(&node.env, &pool).await.expect("an address"),
            "https://second.example.org"
        );
        for no in ["pending.example.org", "shop"] {
            let refused = domains::set_primary(&node.env, &pool.id, &name(no), false).await;
            assert!(matches!(refused, Err(DomainError::CannotBePrimary)), "{no}");
        }
        for (wish, expected) in [
            (DiscoveryAddress::Prefix, "https://shop.pools.example.com"),
            (DiscoveryAddress::Path, path.as_str()),
            // Not the default pool: the wish cannot be had.
            (DiscoveryAddress::Root, "https://second.example.org"),
        ] {
            let mut settings = pool.settings.clone();
            settings.discovery_address = Some(wish);
            pool = pools::update(&node.env, &pool.id, &pool.name, settings).await.expect("a good setting");
            assert_eq!(domains::address(&node.env, &pool).await.expect("an address"), expected, "{wish:?}");
        }
        // The primary one's place is taken by the one that has answered longest.
        let mut settings = pool.settings.clone();
        settings.discovery_address = None;
        pool = pools::update(&node.env, &pool.id, &pool.name, settings).await.expect("a good setting");
        let gone = remove(&node.env, &pool, "second.example.org").await.expect("it was there");
        let expected = ("https://second.example.org".to_owned(), "https://login.example.org".to_owned());
        assert_eq!(gone.consequences.address, Some(expected));
        assert_eq!(
            domains::address(&node.env, &pool).await.expect("an address"),
            "https://login.example.org"
        );
    });
}

#[test]
fn a_dry_run_tells_what_would_break_and_changes_nothing() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (pool, other) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        give(&node.env, &pool, HOST).await;
        let client = ClientSettings {
            callback_urls: vec!["https://app.example.org/cb".into(), format!("https://{HOST}/cb")],
            logout_urls: vec![format!("https://{HOST}:8443/bye")],
            ..ClientSettings::default()
        };
        let new = vestibule::directory::clients::NewClient {
            id: Some(ClientId::trusted("web")),
            name: "web".into(),
            settings: client,
            secret: None,
        };
        vestibule::directory::clients::create(&node.env, &other, new).await.expect("a client");
        let tried = domains::remove(&node.env, &pool.id, &name(HOST), true).await.expect("it could go");
        let path = format!("https://auth.example.com/{}", pool.id);
        assert_eq!(tried.consequences.address, Some((format!("https://{HOST}"), path)));
        assert_eq!(tried.consequences.lost_hosts, [HOST]);
        let urls: Vec<&str> = tried.consequences.client_urls.iter().map(|(_, _, url)| url.as_str()).collect();
        assert_eq!(urls, [format!("https://{HOST}/cb"), format!("https://{HOST}:8443/bye")]);
        assert_eq!(owner(&node, HOST).await, Some(Owner::Pool(pool.id.clone())), "only tried");
        assert!(!trail(&node.env, HOST).await.contains(&"domain.remove".to_owned()));
        let Changed { consequences, .. } = remove(&node.env, &pool, HOST).await.expect("it goes");
        assert_eq!(consequences, tried.consequences);
        assert!(trail(&node.env, HOST).await.contains(&"domain.remove".to_owned()));
        let again = remove(&node.env, &pool, HOST).await;
        assert!(matches!(again, Err(DomainError::NotFound)));
    });
}
