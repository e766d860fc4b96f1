//! The built program in production: what it refuses, how it starts, serves and stops, how it finds faults.

mod check;
mod installation;
mod migrate;
mod plain_http;
mod refusals;
mod running;
mod tls;
