//! Limits on guessing and on use, and the trail of what happened.
//!
//! Owns the counters' meaning: when somebody is locked out and for how long ([`lockout`]), and how often something may
//! happen ([`rate`]). Owns the audit trail ([`audit`]) and its stream ([`audit_stream`]). Leaves to others: judging the attempt (`authn`), and what is limited (`messages`, `directory`).
//! happen ([`rate`]). Owns the audit trail ([`audit`]) and the change of the master key ([`master_key`]). Leaves to others: judging the attempt (`authn`), and what is limited (`messages`, `directory`).

pub mod audit;
pub mod audit_stream;
pub mod lockout;
pub mod master_key;
pub mod rate;
pub mod upstream;
