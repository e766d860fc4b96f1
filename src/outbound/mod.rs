//! Ways out of the process, each a trait with a version that only keeps what it is given.
//!
//! Owns how a finished message leaves ([`mail`], [`sms`]), the one HTTP client ([`http`]), the documents read through it
//! ([`documents`]) and questions to DNS ([`dns`]). Leaves to others: the words and the retries (`messages`).

pub mod dns;
pub mod documents;
pub mod http;
pub mod mail;
pub mod mailbox;
mod memory;
pub mod sms;
pub mod traces;

pub use memory::Failure;
