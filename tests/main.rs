//! The test suite: one binary, see docs/architecture.md.

mod layering;
mod store;
mod support;
mod templates;
