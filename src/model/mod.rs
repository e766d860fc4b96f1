//! The vocabulary: plain types and their legal transitions.
//!
//! Owns every word the other folders share: pools, clients, users, flows, sessions.
//! Leaves to others: input and output of any kind (`store`, `outbound`, `web`), and every rule that
//! needs more than the value in hand (`directory`, `authn`, `tokens`).

pub mod account;
pub mod acr;
pub mod agreement;
pub mod attributes;
pub mod authorization;
pub mod branding;
pub mod caller;
pub mod client;
pub mod clock;
pub mod credential;
pub mod device;
pub mod difference;
pub mod domain;
pub mod event;
pub mod external;
pub mod flow;
pub mod group;
pub mod ids;
pub mod languages;
pub mod limits;
pub mod message;
pub mod passkey;
pub mod password_policy;
pub mod pool;
pub mod provider;
pub mod resource_server;
pub mod saml;
pub mod session;
pub mod user;
