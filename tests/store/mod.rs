//! The store on every database.

mod migrations;
mod transactions;
