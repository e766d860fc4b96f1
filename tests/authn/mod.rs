//! The authentication flow, driven as a surface drives it, on both databases.

mod codes;
mod endings;
mod flow;
mod lockout;
mod phantoms;
mod providers;
mod recovery;
mod second_factor;
mod sessions;
mod sign_up;
pub mod world;
