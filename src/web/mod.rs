//! What every HTTP surface shares: who asks, which pool, cookies, CSRF, headers, errors.
//!
//! Owns everything between actix and a handler. Leaves to others: what a request means (`oauth`, `pages`).

pub mod caller;
pub mod cookies;
pub mod cors;
pub mod csrf;
pub mod error;
pub mod form;
pub mod headers;
pub mod log;
pub mod page;
pub mod pool_host;
pub mod resume;
