//! The settings: file, environment, and everything that can be wrong with them.

mod hostile;
mod load;
mod reference;
