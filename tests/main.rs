//! The test suite: one binary, see docs/architecture.md.

mod authn;
mod directory;
mod layering;
mod messages;
mod security;
mod store;
mod support;
mod templates;
