//! The rules about pools and people, on both databases.

mod clients;
mod codes;
mod confirm;
mod doctor;
mod evolve;
mod external;
mod factors;
mod foreign_hashes;
mod linking;
mod links;
mod passwords;
mod pools;
mod provider_settings;
mod recovery;
mod sign_up;
mod transfer;
mod users;
mod world;
