//! Limits on guessing and on use, and the trail of what happened.
//!
//! Owns the counters' meaning: when somebody is locked out and for how long ([`lockout`]), and how often something may
//! happen ([`rate`]). Owns the audit trail ([`audit`]), its stream ([`audit_stream`]) and the change of the master key
//! ([`master_key`]). Leaves to others: judging the attempt (`authn`), what is limited (`messages`, `directory`), and the forms
//! that are attacked (`env::Pressure`, `pages::guard`).

pub mod audit;
pub mod audit_stream;
pub mod lockout;
pub mod master_key;
pub mod rate;
pub mod upstream;
