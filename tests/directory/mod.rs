//! The rules about pools and people, on both databases.

mod clients;
mod codes;
mod confirm;
mod factors;
mod passwords;
mod pools;
mod recovery;
mod sign_up;
mod users;
mod world;
