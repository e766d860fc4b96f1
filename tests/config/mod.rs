//! The settings: file, environment, and everything that can be wrong with them.

mod load;
