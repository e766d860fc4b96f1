//! By what sessions here are found that began with one at a provider.

use crate::crypto::encoding::base64url;
use crate::env::Env;
use crate::model::external::{Upstream, UpstreamSession};
use crate::model::ids::PoolId;
use crate::model::session::UpstreamMarks;

/// The marks of a session; `None` where the protocol knows no logout that a provider begins.
#[must_use]
pub fn marks(env: &Env, pool: &PoolId, upstream: &Upstream) -> Option<UpstreamMarks> {
    let UpstreamSession::Saml { name_id, session_index } = &upstream.session else { return None };
    Some(UpstreamMarks {
        person: person(env, pool, &upstream.provider, &name_id.value),
        session: session_index
            .as_ref()
            .map(|index| session(env, pool, &upstream.provider, (&name_id.value, index))),
    })
}

/// The mark of a person at a provider.
#[must_use]
pub fn person(env: &Env, pool: &PoolId, provider: &str, subject: &str) -> String {
    base64url(&env.keys.fingerprint("upstream-person", &[pool.as_str(), provider, subject]))
}

/// The mark of one session of a person at a provider.
#[must_use]
pub fn session(env: &Env, pool: &PoolId, provider: &str, (subject, index): (&str, &str)) -> String {
    base64url(&env.keys.fingerprint("upstream-session", &[pool.as_str(), provider, subject, index]))
}
