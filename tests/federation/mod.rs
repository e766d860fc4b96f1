//! Sign-in at other providers.

mod account;
pub mod hall;
mod journey;
mod language;
mod levels;
mod oidc;
mod oidc_refusals;
mod oidc_social;
mod saml;
mod saml_corpus;
mod saml_door;
mod saml_flows;
mod saml_fuzz;
#[cfg(feature = "samael")]
mod saml_second;
mod saml_sent;
mod saml_service;
mod saml_sign_out;
mod saml_unasked;
mod saml_world;
mod sign_out;
