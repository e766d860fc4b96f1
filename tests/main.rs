//! The test suite: one binary, see docs/architecture.md.

mod apply;
mod authn;
mod backup;
mod cli;
mod config;
mod contract;
mod crash;
mod directory;
mod directory_commands;
mod domains;
mod external;
mod federation;
mod journeys;
mod keys;
mod layering;
mod messages;
mod nodes;
mod oauth;
mod operator;
mod pages;
mod security;
mod serve;
mod store;
mod support;
mod templates;
mod watch;
