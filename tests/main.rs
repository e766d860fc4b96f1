//! The test suite: one binary, see docs/architecture.md.

mod templates;
