//! What a stand-in remembers: nothing but which codes were used. Requests, codes and access tokens carry their content,
//! sealed for the stand-in that gave them out.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::StandIn;
use crate::env::Env;

/// How long a page may stay open, milliseconds.
const PAGE_LIFE: i64 = 60 * 60 * 1000;
/// How long a code may wait, milliseconds.
const CODE_LIFE: i64 = 60 * 1000;
/// How long an access token serves, milliseconds.
pub(super) const ACCESS_LIFE: i64 = 60 * 60 * 1000;
/// So many used codes are remembered; nobody gets as many in a code's life by hand.
const KEPT: usize = 10_000;

/// An authorization request that was found in order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) redirect_uri: String,
    pub(super) state: Option<String>,
    pub(super) nonce: Option<String>,
    /// The S256 challenge (RFC 7636 §4.3).
    pub(super) challenge: Option<String>,
    /// As it was written.
    pub(super) scope: String,
    /// Whether the answer is a form that posts itself.
    pub(super) form_post: bool,
}

/// What a code stands for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Grant {
    /// Which code this is.
    pub(super) id: String,
    pub(super) person: String,
    pub(super) asked: Asked,
}

/// What an access token stands for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Access {
    pub(super) person: String,
    pub(super) scope: String,
}

/// What is sealed, and when that was.
#[derive(Serialize, Deserialize)]
struct Dated<T> {
    at: i64,
    what: T,
}

impl Asked {
    /// Whether a scope was asked for; Facebook writes commas between them.
    pub(super) fn has_scope(&self, scope: &str) -> bool {
        has_scope(&self.scope, scope)
    }
}

/// Whether a list of scopes has one.
pub(super) fn has_scope(scopes: &str, scope: &str) -> bool {
    scopes.split([' ', ',']).any(|one| one == scope)
}

/// Seals a request, of whatever protocol, into its page's form.
pub(super) fn seal_request<T: Serialize>(env: &Env, stand_in: &StandIn, asked: &T) -> String {
    seal(env, "dev_provider_request", stand_in, asked)
}

/// Opens the request of a page that was not open for too long.
pub(super) fn open_request<T: DeserializeOwned>(env: &Env, stand_in: &StandIn, text: &str) -> Option<T> {
    open(env, "dev_provider_request", stand_in, (text, PAGE_LIFE))
}

/// Makes a code.
pub(super) fn code(env: &Env, stand_in: &StandIn, grant: &Grant) -> String {
    seal(env, "dev_provider_code", stand_in, grant)
}

/// Opens a code, the first time and within a minute. Whatever is wrong with the rest of the request, the code is used
/// then (RFC 6749 §4.1.2).
pub(super) fn spend(env: &Env, stand_in: &StandIn, text: &str) -> Option<Grant> {
    static SPENT: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());
    let grant: Grant = open(env, "dev_provider_code", stand_in, (text, CODE_LIFE))?;
    let mut spent = SPENT.lock().unwrap_or_else(PoisonError::into_inner);
    if spent.contains(&grant.id) {
        return None;
    }
    if spent.len() == KEPT {
        spent.pop_front();
    }
    spent.push_back(grant.id.clone());
    Some(grant)
}

/// Makes an access token.
pub(super) fn access_token(env: &Env, stand_in: &StandIn, access: &Access) -> String {
    seal(env, "dev_provider_access", stand_in, access)
}

/// Opens an access token.
pub(super) fn open_access(env: &Env, stand_in: &StandIn, text: &str) -> Option<Access> {
    open(env, "dev_provider_access", stand_in, (text, ACCESS_LIFE))
}

/// Seals anything else that a browser carries for a stand-in, for as long as it likes.
pub(super) fn seal_session<T: Serialize>(env: &Env, stand_in: &StandIn, session: &T) -> String {
    seal(env, "dev_provider_session", stand_in, session)
}

/// Opens it.
pub(super) fn open_session<T: DeserializeOwned>(env: &Env, stand_in: &StandIn, text: &str) -> Option<T> {
    open(env, "dev_provider_session", stand_in, (text, i64::MAX))
}

fn seal<T: Serialize>(env: &Env, label: &str, stand_in: &StandIn, what: &T) -> String {
    let bytes = serde_json::to_vec(&Dated { at: env.now(), what }).expect("plain data is JSON");
    env.keys.seal_handle(label, stand_in.path, &bytes, env.random.as_ref())
}

fn open<T: DeserializeOwned>(
    env: &Env,
    label: &str,
    stand_in: &StandIn,
    (text, life): (&str, i64),
) -> Option<T> {
    let bytes = env.keys.open_handle(label, stand_in.path, text).ok()?;
    let dated: Dated<T> = serde_json::from_slice(&bytes).ok()?;
    (env.now().saturating_sub(dated.at) <= life).then_some(dated.what)
}
