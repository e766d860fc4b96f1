//! Ways out of the process, each a trait with a version that only keeps what it is given.

pub mod mail;
pub mod sms;
