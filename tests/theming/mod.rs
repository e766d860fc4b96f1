//! Themes, style sheets, templates of the operator, and what they may not do.

mod commands;
mod contract;
mod docs;
mod gallery;
mod hostile;
mod mails;
mod overrides;
mod pictures;
mod size;
