//! What every HTTP surface shares: who asks, which pool, cookies, CSRF, headers, errors.

pub mod pool_host;
pub mod resume;
