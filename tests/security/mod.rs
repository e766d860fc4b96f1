//! Limits on guessing and on use, on both databases.

mod audit;
mod cleanup;
mod lockout;
mod rate;
