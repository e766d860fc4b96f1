//! The tables as diesel sees them: written once for both databases, compared with them by a test.

mod account;
mod directory;
mod factors;
mod federation;
mod providers;
mod server;
mod sessions;

pub use account::*;
pub use directory::*;
pub use factors::*;
pub use federation::*;
pub use providers::*;
pub use server::*;
pub use sessions::*;

diesel::allow_tables_to_appear_in_same_query!(
    app_clients,
    client_secrets,
    external_links,
    group_members,
    identity_providers,
    outbox,
    passwords,
    provider_metadata,
    refresh_tokens,
    signing_keys,
    token_families,
    totp_factors,
    user_attributes,
    user_groups,
    user_names,
    user_pools,
    users,
);
