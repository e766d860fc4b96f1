//! The relying party: sign-in at OpenID Connect providers and at the social ones, which are each a little different.
//!
//! [`begin()`] makes the address that the browser is sent to and what must be kept until it comes back; [`finish()`] takes
//! what it came back with, fetches tokens and attributes, and says whom the provider has signed in. Nothing here knows a
//! page or the database. `endpoints.rs` finds out where a provider is and what it can, `exchange.rs` trades the code for
//! tokens, `id_token.rs` judges the ID token, `attributes.rs` asks for attributes, and `apple.rs`, `amazon.rs` and
//! `facebook.rs` have what is theirs alone.

mod amazon;
mod apple;
mod attributes;
mod begin;
mod check;
mod endpoints;
mod exchange;
mod facebook;
pub(super) mod failure;
mod finish;
mod id_token;
mod logout;

use serde::{Deserialize, Serialize};
use url::Url;

pub use begin::begin;
pub use check::{Report, check};
pub use finish::finish;
pub use logout::logout_url;

/// What the provider is asked for beside a sign-in. What a provider does not know is left out of its address.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Comes back unchanged with the answer.
    pub state: String,
    /// Who is expected (OpenID Connect Core §3.1.2.1).
    pub login_hint: Option<String>,
    /// Words of `prompt`, separated by spaces.
    pub prompt: Option<String>,
    /// How old the provider's own session may be, in seconds. [`finish()`] holds the provider to it.
    pub max_age: Option<u64>,
    /// Languages of the provider's pages, by preference, separated by spaces.
    pub ui_locales: Option<String>,
    /// Authentication contexts that are wished for, separated by spaces.
    pub acr_values: Option<String>,
}

/// A browser on its way to the provider.
pub struct Departure {
    /// Where it is sent.
    pub url: Url,
    /// What [`finish()`] needs. It holds secrets: kept on the server or sealed.
    pub round_trip: RoundTrip,
}

/// What must be kept from [`begin()`] to [`finish()`].
#[derive(Clone, Serialize, Deserialize)]
pub struct RoundTrip {
    /// What the ID token must repeat.
    pub nonce: String,
    /// The PKCE verifier (RFC 7636 §4.1); absent where the provider knows only other methods than `S256`.
    pub verifier: Option<String>,
    /// Whom the browser was sent to; absent where the provider has no issuer.
    pub issuer: Option<String>,
    /// The `max_age` that was asked for, in seconds.
    pub max_age: Option<u64>,
    /// When it began, Unix milliseconds.
    pub started_at: i64,
}

/// What the browser came back with, query or form. Whose `state` it is the caller has checked.
#[derive(Clone, Default)]
pub struct Answer {
    /// `code`.
    pub code: Option<String>,
    /// `error` (RFC 6749 §4.1.2.1).
    pub error: Option<String>,
    /// `error_description`. Anybody can write one, so it is shown and logged nowhere.
    pub error_description: Option<String>,
    /// `iss` (RFC 9207).
    pub iss: Option<String>,
    /// `user`: the form field in which Apple gives a name, the first time only.
    pub user: Option<String>,
}
