//! Sign-in at other providers: what is sent there and how what comes back is judged.
//!
//! Owns the protocols (`oidc` with the social providers, `saml`) and what is kept of a browser that is on its way
//! (`round_trip`). Returns an
//! [`ExternalIdentity`](crate::model::external::ExternalIdentity) that was verified, and changes nobody: who that is in
//! the pool is for `directory`, and the sign-in for `authn`.

mod error;
pub mod oidc;
pub mod round_trip;
pub mod saml;

pub use error::FederationError;
