//! The vocabulary: plain types and their legal transitions. No I/O.

pub mod clock;
