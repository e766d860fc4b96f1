//! Sign-in at other providers.

mod oidc;
mod oidc_refusals;
mod oidc_social;
