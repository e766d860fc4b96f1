//! Limits on guessing and on use.
//!
//! Owns the counters' meaning: when somebody is locked out and for how long ([`lockout`]), and how often something may
//! happen ([`rate`]). Leaves to others: judging the attempt (`authn`), and what is limited (`messages`, `directory`).

pub mod lockout;
pub mod rate;
