//! Limits on guessing and on use, on both databases.

mod cleanup;
mod lockout;
mod rate;
