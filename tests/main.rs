//! The test suite: one binary, see docs/architecture.md.

mod authn;
mod external;
mod directory;
mod journeys;
mod layering;
mod messages;
mod pages;
mod security;
mod store;
mod support;
mod templates;
