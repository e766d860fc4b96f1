//! Vestibule: a self-hosted OAuth 2.0 / OpenID Connect authorization server.
//!
//! The layers, top to bottom; a folder imports from lower ones only (`tests/layering.rs` checks it,
//! `docs/architecture.md` explains it):
//!
//! ```text
//! cli → server, jobs → oauth, pages, dev → web → authn, directory, tokens, security, messages
//!     → env → config, store, outbound, render → model, crypto
//! ```

pub mod model;
