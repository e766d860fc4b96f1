//! The authentication flow, driven as a surface drives it, on both databases.

mod codes;
mod devices;
mod endings;
mod flow;
mod levels;
mod lockout;
mod phantoms;
mod providers;
mod recovery;
mod recovery_codes;
mod second_factor;
mod sessions;
mod set_up;
mod sign_up;
mod ways;
mod world;
