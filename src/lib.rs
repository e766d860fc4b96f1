//! Vestibule: a self-hosted OAuth 2.0 / OpenID Connect authorization server.
//!
//! The layers, top to bottom; a folder imports from lower ones only (`tests/layering.rs` checks it,
//! `docs/architecture.md` explains it):
//!
//! ```text
//! 7  cli            arguments, the two ways to run
//! 6  server, jobs   assembling and running
//! 5  surfaces       oauth  pages  api  dev  management: never import one another, they meet in URLs and in the store
//! 4  web            what every HTTP surface shares
//! 3  services       security ← messages ← directory ← authn      directory ← tokens, declare
//!                   security ← backup      federation
//! 2  env            the one argument every service takes
//! 1  adapters       store  outbound  render
//! 0  vocabulary     model  metrics  crypto  config
//! ```

pub mod api;
pub mod authn;
pub mod backup;
pub mod cli;
pub mod config;
pub mod crypto;
pub mod declare;
pub mod dev;
pub mod directory;
pub mod env;
pub mod federation;
pub mod jobs;
pub mod management;
pub mod messages;
pub mod metrics;
pub mod model;
pub mod oauth;
pub mod outbound;
pub mod pages;
pub mod render;
pub mod security;
pub mod server;
pub mod store;
pub mod tokens;
pub mod web;
