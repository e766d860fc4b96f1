//! What the tests share.

pub mod application;
pub mod authenticator;
pub mod balancer;
pub mod browser;
pub mod cluster;
pub mod database;
pub mod env;
pub mod fake_oidc;
pub mod fake_saml;
pub mod pair;
pub mod process;
pub mod server;
