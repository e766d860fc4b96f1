//! The test suite: one binary, see docs/architecture.md.

mod authn;
mod cli;
mod config;
mod contract;
mod directory;
mod directory_commands;
mod domains;
mod external;
mod journeys;
mod layering;
mod messages;
mod oauth;
mod pages;
mod security;
mod store;
mod support;
mod templates;
