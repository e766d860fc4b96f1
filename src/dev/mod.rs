//! What only the development server has: a mailbox, a playground, a certificate of its own, demonstration data.
//!
//! Owns everything below `/dev`. Leaves to others: the flows that the playground goes through, which are those of every
//! other application (`oauth`, `pages`).

pub mod certificates;
mod mailbox;
mod playground;
mod relying_party;
pub mod seed;

use actix_web::web::ServiceConfig;

/// Mounts `/dev/mailbox` and `/dev/playground`.
pub fn routes(routes: &mut ServiceConfig) {
    mailbox::routes(routes);
    playground::routes(routes);
}
