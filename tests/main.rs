//! The test suite: one binary, see docs/architecture.md.

mod store;
mod support;
