//! Limits on guessing and on use.

pub mod lockout;
pub mod rate;
