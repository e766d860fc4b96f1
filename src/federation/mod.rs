//! Sign-in at other providers: what is sent there and how what comes back is judged.
//!
//! Owns the protocols (`oidc` with the social providers, `saml`). Returns an
//! [`ExternalIdentity`](crate::model::external::ExternalIdentity) that was verified, and changes nobody: who that is in
//! the pool is for `directory`, and the sign-in for `authn`.

mod error;
pub mod oidc;
pub mod saml;

pub use error::FederationError;
