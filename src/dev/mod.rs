//! What only the development server has: a mailbox, a playground, a gallery of themes, stand-ins for other identity providers, a certificate of
//! its own, demonstration data.
//!
//! Owns everything below `/dev`. Leaves to others: the flows that the playground goes through, which are those of every
//! other application (`oauth`, `pages`).

pub mod certificates;
mod mailbox;
mod playground;
mod providers;
mod relying_party;
pub mod seed;
mod themes;

use actix_web::web::ServiceConfig;

/// Mounts `/dev/mailbox`, `/dev/playground`, `/dev/providers` and `/dev/themes`.
pub fn routes(routes: &mut ServiceConfig) {
    mailbox::routes(routes);
    playground::routes(routes);
    providers::routes(routes);
    themes::routes(routes);
}
