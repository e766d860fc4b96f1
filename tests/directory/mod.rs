//! The rules about pools and people, on both databases.

mod clients;
mod codes;
mod confirm;
mod doctor;
mod evolve;
mod external;
mod factors;
mod foreign_hashes;
mod passwords;
mod pools;
mod recovery;
mod sign_up;
mod transfer;
mod users;
mod world;
