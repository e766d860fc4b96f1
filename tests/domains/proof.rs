//! The proof of a custom domain.

use std::time::Duration;

use vestibule::directory::domains::{self, AddOptions, DomainError, Owner};
use vestibule::model::domain::{CHALLENGE_LIFE_MS, DomainStatus, challenge_record};
use vestibule::store::cleanup;

use super::{HOST, add, give, name, node, publish, remove, trail};
use crate::support::database::for_each_database;

const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn a_custom_domain_answers_once_its_record_is_in_dns() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        let added = add(&node.env, &pool, HOST).await.expect("the name is free");
        assert!(!added.domain.is_active());
        assert_eq!(domains::owner(&node.env, HOST).await.expect("an answer"), None);
        let missing = domains::verify(&node.env, &pool.id, &name(HOST)).await;
        assert!(matches!(missing, Err(DomainError::NotProven { found }) if found.is_empty()));
        node.dns.set(&challenge_record(HOST), &["v=spf1 -all", "vestibule-domain=wrong"]);
        let wrong = domains::verify(&node.env, &pool.id, &name(HOST)).await;
        assert!(matches!(wrong, Err(DomainError::NotProven { found }) if found.len() == 2));
        publish(&node, &added);
        let done = domains::verify(&node.env, &pool.id, &name(HOST)).await.expect("it is proven");
        assert!(done.domain.is_active() && done.domain.is_primary);
        assert_eq!(
            domains::owner(&node.env, HOST).await.expect("an answer"),
            Some(Owner::Pool(pool.id.clone()))
        );
        domains::verify(&node.env, &pool.id, &name(HOST)).await.expect("twice is once");
        assert_eq!(trail(&node.env, HOST).await, ["domain.add", "domain.verify"]);
        assert_eq!(node.dns.questions()[0], "_vestibule-challenge.login.example.org");
    });
}

#[test]
fn dns_in_trouble_is_told_from_a_missing_record() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        add(&node.env, &pool, HOST).await.expect("the name is free");
        node.dns.fail(true);
        let failed = domains::verify(&node.env, &pool.id, &name(HOST)).await;
        assert!(matches!(failed, Err(DomainError::Dns(_))), "{failed:?}");
        let unknown = domains::verify(&node.env, &pool.id, &name("other.example.org")).await;
        assert!(matches!(unknown, Err(DomainError::NotFound)));
    });
}

#[test]
fn a_record_proves_one_host_for_one_pool() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (first, second) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        let added = add(&node.env, &first, HOST).await.expect("free");
        add(&node.env, &second, HOST).await.expect("pending elsewhere blocks nobody");
        add(&node.env, &first, "other.example.org").await.expect("free");
        publish(&node, &added);
        let DomainStatus::Pending(challenge) = &added.domain.status else { panic!("{added:?}") };
        node.dns.set(&challenge_record("other.example.org"), &[&challenge.record_value()]);
        for (pool, host) in [(&second, HOST), (&first, "other.example.org")] {
            let refused = domains::verify(&node.env, &pool.id, &name(host)).await;
            assert!(matches!(refused, Err(DomainError::NotProven { .. })), "{host}: {refused:?}");
        }
        assert!(domains::verify(&node.env, &first.id, &name(HOST)).await.is_ok());
    });
}

#[test]
fn of_two_that_prove_a_name_the_first_has_it() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let (first, second) = (node.pool(|_| {}).await, node.pool(|_| {}).await);
        let late = add(&node.env, &first, HOST).await.expect("free");
        let early = add(&node.env, &second, HOST).await.expect("free");
        let values: Vec<String> = [&late, &early]
            .iter()
            .map(|added| match &added.domain.status {
                DomainStatus::Pending(challenge) => challenge.record_value(),
                DomainStatus::Active { .. } => panic!("{added:?}"),
            })
            .collect();
        node.dns.set(&challenge_record(HOST), &[&values[0], &values[1]]);
        let (a, b) = (name(HOST), name(HOST));
        let (one, two) = tokio::join!(
            domains::verify(&node.env, &first.id, &a),
            domains::verify(&node.env, &second.id, &b)
        );
        let outcomes = [one.map(drop), two.map(drop)];
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        assert!(outcomes.iter().any(|outcome| matches!(outcome, Err(DomainError::Taken))), "{outcomes:?}");
        // Given up, it is kept for that pool even from one that can prove it.
        let (winner, loser) = if outcomes[0].is_ok() { (&first, &second) } else { (&second, &first) };
        remove(&node.env, winner, HOST).await.expect("it was the pool's");
        let refused = domains::verify(&node.env, &loser.id, &name(HOST)).await;
        assert!(matches!(refused, Err(DomainError::Quarantined { .. })), "{refused:?}");
    });
}

#[test]
fn a_challenge_ends_to_the_millisecond_and_an_old_record_proves_nothing_afterwards() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        let added = add(&node.env, &pool, HOST).await.expect("free");
        assert_eq!(
            add(&node.env, &pool, HOST).await.expect("there").domain,
            added.domain,
            "the same challenge"
        );
        publish(&node, &added);
        node.advance(Duration::from_millis(CHALLENGE_LIFE_MS.unsigned_abs()));
        let ended = domains::verify(&node.env, &pool.id, &name(HOST)).await;
        assert!(matches!(ended, Err(DomainError::ChallengeEnded)), "{ended:?}");
        assert_eq!(domains::verify_due(&node.env).await.expect("a round"), 0);
        assert!(domains::list(&node.env, None).await.expect("a list").is_empty());
        let anew = add(&node.env, &pool, HOST).await.expect("free");
        assert_ne!(anew.domain.status, added.domain.status);
        let old = domains::verify(&node.env, &pool.id, &name(HOST)).await;
        assert!(matches!(old, Err(DomainError::NotProven { .. })), "{old:?}");
        publish(&node, &anew);
        node.advance(Duration::from_millis(CHALLENGE_LIFE_MS.unsigned_abs() - 1));
        assert!(
            domains::verify(&node.env, &pool.id, &name(HOST)).await.is_ok(),
            "the last millisecond counts"
        );
    });
}

#[test]
fn an_operator_may_waive_the_proof_and_that_is_on_record() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        give(&node.env, &pool, HOST).await;
        add(&node.env, &pool, "second.example.org").await.expect("free");
        let waived = domains::waive(&node.env, &pool.id, &name("second.example.org")).await;
        assert!(waived.is_ok_and(|changed| changed.domain.is_active() && !changed.domain.is_primary));
        add(&node.env, &pool, "third.example.org").await.expect("free");
        give(&node.env, &pool, "third.example.org").await;
        for host in [HOST, "second.example.org", "third.example.org"] {
            assert_eq!(trail(&node.env, host).await, ["domain.add", "domain.waive"], "{host}");
        }
        assert!(node.dns.questions().is_empty(), "nobody asked DNS");
        let nobody = domains::waive(&node.env, &pool.id, &name("fourth.example.org")).await;
        assert!(matches!(nobody, Err(DomainError::NotFound)));
    });
}

#[test]
fn the_server_looks_by_itself_ever_more_rarely() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        let added = add(&node.env, &pool, HOST).await.expect("free");
        let mut looks = Vec::new();
        for minute in 0..200 {
            domains::verify_due(&node.env).await.expect("a round");
            if node.dns.questions().len() > looks.len() {
                looks.push(minute);
            }
            node.advance(MINUTE);
        }
        assert_eq!(looks, [1, 3, 7, 15, 31, 63, 123, 183]);
        node.dns.fail(true);
        node.advance(60 * MINUTE);
        assert_eq!(domains::verify_due(&node.env).await.expect("DNS in trouble is no fault"), 0);
        node.dns.fail(false);
        publish(&node, &added);
        node.advance(60 * MINUTE);
        assert_eq!(domains::verify_due(&node.env).await.expect("a round"), 1);
        assert!(domains::owner(&node.env, HOST).await.expect("an answer").is_some());
        assert_eq!(domains::verify_due(&node.env).await.expect("a round"), 0);
    });
}

#[test]
fn of_several_nodes_one_takes_each_look() {
    for_each_database(|database| async move {
        let nodes = [node(&database).await, node(&database).await, node(&database).await];
        let pool = nodes[0].pool(|_| {}).await;
        add(&nodes[0].env, &pool, HOST).await.expect("free");
        for node in &nodes {
            node.advance(MINUTE);
        }
        let rounds = nodes.iter().map(|node| domains::verify_due(&node.env));
        for round in futures_util::future::join_all(rounds).await {
            assert_eq!(round.expect("a round"), 0);
        }
        let looks: usize = nodes.iter().map(|node| node.dns.questions().len()).sum();
        assert_eq!(looks, 1);
    });
}

#[test]
fn what_has_ended_is_deleted() {
    for_each_database(|database| async move {
        let node = node(&database).await;
        let pool = node.pool(|_| {}).await;
        add(&node.env, &pool, HOST).await.expect("free");
        give(&node.env, &pool, "shop").await;
        let options = AddOptions { replace_prefix: true, ..AddOptions::default() };
        domains::add(&node.env, &pool.id, &name("store"), options, false).await.expect("replaced");
        let now = node.env.now();
        let clean = async |at: i64| {
            node.env.db.write(move |c| cleanup::expired(c, at)).await.expect("the database answers")
        };
        assert_eq!(clean(now).await, 0);
        assert_eq!(clean(now + CHALLENGE_LIFE_MS).await, 1);
        assert_eq!(clean(now + vestibule::model::domain::QUARANTINE_MS).await, 1);
        let left = domains::list(&node.env, None).await.expect("a list");
        assert_eq!(left.len(), 1, "{left:?}");
    });
}
