//! Sign-in at other providers, judged without a server.

mod saml;
mod saml_corpus;
mod saml_fuzz;
mod saml_sent;
