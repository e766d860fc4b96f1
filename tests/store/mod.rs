//! The store on every database.

mod migrations;
mod shared_reads;
mod transactions;
