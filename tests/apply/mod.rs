//! Declarations: applied, compared, written out, on both databases; the command line beside a running server.

mod branding;
mod command;
mod domains;
mod export;
mod hostile;
mod parallel;
mod people;
mod providers;
mod reference;
mod rules;
mod scale;
mod secrets;
mod world;
