//! What the tests share.

pub mod application;
pub mod browser;
pub mod database;
pub mod env;
pub mod server;
