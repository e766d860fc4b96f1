//! The host names of pools: who gets one, how it is proven, and what answers at it.

mod commands;
mod dns;
mod edge;
mod names;
mod proof;
mod sign_in;

use vestibule::directory::domains::{self, AddOptions, Changed, DomainError};
use vestibule::env::Env;
use vestibule::model::domain::{DomainName, DomainStatus, challenge_record};
use vestibule::model::pool::UserPool;
use vestibule::store::audit_events::{self, Wanted};

use crate::support::database::TestDatabase;
use crate::support::env::{TestEnv, test_env};

/// The suffix of prefix domains in these tests.
pub const SUFFIX: &str = "pools.example.com";
pub const HOST: &str = "login.example.org";

pub fn name(text: &str) -> DomainName {
    DomainName::parse(text).expect("a domain")
}

/// A node on a database, with a suffix for prefixes.
pub async fn node(database: &TestDatabase) -> TestEnv {
    let mut node = test_env(database).await;
    let mut settings = (*node.env.settings).clone();
    settings.domain_suffix = Some(SUFFIX.into());
    node.env.settings = std::sync::Arc::new(settings);
    node
}

pub async fn add(env: &Env, pool: &UserPool, text: &str) -> Result<Changed, DomainError> {
    domains::add(env, &pool.id, &name(text), AddOptions::default(), false).await
}

/// Adds a domain without a proof.
pub async fn give(env: &Env, pool: &UserPool, text: &str) -> Changed {
    let options = AddOptions { waive_proof: true, ..AddOptions::default() };
    domains::add(env, &pool.id, &name(text), options, false).await.expect("the name is free")
}

pub async fn remove(env: &Env, pool: &UserPool, text: &str) -> Result<Changed, DomainError> {
    domains::remove(env, &pool.id, &name(text), false).await
}

/// Puts the record that proves a domain into DNS.
pub fn publish(node: &TestEnv, added: &Changed) {
    let DomainStatus::Pending(challenge) = &added.domain.status else {
        panic!("{added:?} waits for no proof")
    };
    node.dns.set(&challenge_record(&added.domain.name.name), &[&challenge.record_value()]);
}

/// The actions of the audit trail about a domain, oldest first.
pub async fn trail(env: &Env, subject: &str) -> Vec<String> {
    let wanted = Wanted { subject: Some(subject.to_owned()), ..Wanted::default() };
    let mut events =
        env.db.read(move |c| audit_events::list(c, &wanted, 100)).await.expect("the database answers");
    // Several may fall into one millisecond.
    events.sort_by(|a, b| (a.at, &a.action).cmp(&(b.at, &b.action)));
    events.into_iter().map(|event| event.action).collect()
}
