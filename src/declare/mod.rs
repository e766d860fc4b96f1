//! Declarations: pools with everything in them as files, compared with what there is, applied and written out again.
//!
//! Owns the format (`docs/declaration.md`), its reading with line numbers, the difference, the order and the
//! all-or-nothing of writing, and the export. Leaves the rules about what may be stored to `directory`, words for
//! people and questions to the command line (`cli`).
//!
//! [`Sources::read`] → [`Document::read`] (every problem at once, nothing asked of the database) → [`plan`] (what there
//! is, the rules, the difference) → [`apply`] (one transaction a pool, which begins by looking whether the difference
//! still holds). [`export`] goes the other way.

mod apply;
mod branding;
mod change;
mod deserialize;
mod document;
mod execute;
mod export;
mod fields;
mod parse;
mod people;
mod plan;
mod present;
mod problem;
mod secret;
mod settings;
mod source;
mod step;
mod tree;
mod write;

pub use apply::{Applied, ApplyError, DrawnSecret, apply};
pub use change::{Change, ChangeKind};
pub use document::Document;
pub use export::{ExportError, ExportOptions, export};
pub use plan::{Plan, PlanError, PlanOptions, PoolPlan, plan};
pub use problem::{Place, Problem, Problems};
pub use source::Sources;
