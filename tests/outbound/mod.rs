//! Requests to addresses that others chose: where they may go, and what is remembered of the answers.

mod documents;
mod guard;
