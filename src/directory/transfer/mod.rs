//! A whole directory as a file: the open format of `docs/directory-format.md`, and the CSV that Cognito's import takes.
//!
//! Owns the format, the reading of both kinds of file row by row, the judgement of each row, the writing of people in
//! batches, and the export. Leaves files, progress and what is printed to the command line.
//!
//! ```text
//! file → rows → Row → Import::check (everything, nothing written) → Import::write (batches of one write each)
//! people by id → export::page → lines
//! ```

mod csv;
pub mod export;
mod import;
mod meeting;
mod passkeys;
mod prepare;
mod record;
mod rows;

pub use import::{BATCH, Done, Import, ImportOptions, Outcome, WithoutPassword};
pub use record::{Entry, GroupRecord, PersonRecord};
pub use rows::{Format, Row, Rows};
