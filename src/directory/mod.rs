//! The rules about pools and people.
//!
//! Owns what may be stored about whom: names, attributes, passwords, codes, groups, clients. Leaves to
//! others: proving who somebody is (`authn`), tokens (`tokens`), words and delivery (`messages`).

mod account;
pub mod account_client;
pub mod address_change;
mod attributes;
pub mod clients;
pub mod codes;
pub mod confirm;
pub(crate) mod declared;
pub mod details;
pub mod devices;
pub mod doctor;
pub mod domains;
pub mod error;
pub mod evolve;
pub mod external;
pub mod factors;
pub mod groups;
pub mod names;
mod notices;
pub mod own_access;
pub mod own_data;
pub mod own_profile;
pub mod password;
pub mod pool_deletion;
pub mod pools;
pub mod profile;
pub mod providers;
pub mod recovery;
pub mod recovery_codes;
pub mod resource_servers;
pub mod search;
pub mod sign_up;
pub mod totp_setup;
pub mod transfer;
pub mod unconfirmed;
pub mod users;
pub mod ways;

pub use error::DirectoryError;
