//! Vestibule: a self-hosted OAuth 2.0 / OpenID Connect authorization server.

pub mod crypto;
pub mod model;
