//! Sign-in at other providers, judged without a server.

mod saml;
mod saml_corpus;
mod saml_fuzz;
#[cfg(feature = "samael")]
mod saml_second;
mod saml_sent;
