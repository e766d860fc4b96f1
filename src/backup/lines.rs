//! The inner form of a backup: lines of JSON. A table's description, its rows, the next table, at the end the manifest.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::container::{self, Header};
use super::{BackupError, Unlock};
use crate::crypto::digest::Sha256;
use crate::crypto::encoding::from_hex;
use crate::crypto::stream::OpeningReader;
use crate::store::dump::{Column, Kind, Table};

/// No line is longer, so that a file that says otherwise costs no more memory.
const LONGEST_LINE: usize = 64 * 1024 * 1024;
/// A batch of rows ends at so many rows or bytes.
const BATCH_ROWS: usize = 500;
const BATCH_BYTES: usize = 1024 * 1024;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The tables in the file's order.
    pub tables: Vec<TableCount>,
}

/// How many rows of a table a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableCount {
    /// The table.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// SHA-256 over the lines of its rows, each with its newline.
    pub sha256: String,
}

/// A line that is no row.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Table { name: String, columns: Vec<(String, String)> },
    Manifest(Manifest),
}

/// Counts a table's rows while they pass.
#[derive(Default)]
struct Counter {
    name: String,
    rows: u64,
    digest: Sha256,
}

impl Counter {
    fn row(&mut self, line: &[u8]) {
        self.rows += 1;
        self.digest.update(line);
        self.digest.update(b"\n");
    }

    fn finish(self) -> TableCount {
        TableCount { name: self.name, rows: self.rows, sha256: self.digest.finish_hex() }
    }
}

/// Writes lines.
pub(super) struct LineWriter<W> {
    into: W,
    present: Option<Counter>,
    manifest: Manifest,
}

impl<W: Write> LineWriter<W> {
    pub(super) fn new(into: W) -> Self {
        Self { into, present: None, manifest: Manifest::default() }
    }

    /// Begins a table.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), BackupError> {
        let columns = table.columns.iter().map(|column| {
            let kind = word(&column.kind).ok_or_else(|| BackupError::Uncovered {
                table: table.name.clone(),
                column: column.name.clone(),
                kind: format!("{:?}", column.kind),
            })?;
            Ok((column.name.clone(), kind.to_owned()))
        });
        let columns = columns.collect::<Result<_, BackupError>>()?;
        self.end_table();
        self.present = Some(Counter { name: table.name.clone(), ..Counter::default() });
        self.line(&Line::Table { name: table.name.clone(), columns })
    }

    /// A row of the table that was begun last.
    pub(super) fn row(&mut self, line: &str) -> Result<(), BackupError> {
        let counter = self.present.as_mut().expect("a table was begun");
        // What could not be read back must not look like a good backup.
        if line.len() >= LONGEST_LINE || line.contains('\n') {
            return Err(BackupError::damaged(format!(
                "a row of {} does not fit into a backup",
                counter.name
            )));
        }
        counter.row(line.as_bytes());
        self.bytes(line.as_bytes())?;
        self.bytes(b"\n")
    }

    /// Writes the manifest and gives the writer back.
    pub(super) fn finish(mut self) -> Result<(W, Manifest), BackupError> {
        self.end_table();
        let manifest = self.manifest.clone();
        self.line(&Line::Manifest(manifest.clone()))?;
        Ok((self.into, manifest))
    }

    fn end_table(&mut self) {
        self.manifest.tables.extend(self.present.take().map(Counter::finish));
    }

    fn line(&mut self, line: &Line) -> Result<(), BackupError> {
        let mut json = serde_json::to_vec(line).expect("a line is JSON");
        json.push(b'\n');
        self.bytes(&json)
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.into.write_all(bytes).map_err(|error| BackupError::File {
            what: "cannot write",
            file: "the backup".into(),
            error,
        })
    }
}

/// What a reader comes upon.
pub(super) enum Item {
    /// The next table begins.
    Table(Table),
    /// Rows of that table; each fits its columns.
    Rows(Vec<String>),
}

/// Reads lines and checks them: each row against its table, each table against the manifest, and the end.
pub(super) struct LineReader<R> {
    from: R,
    table: Option<Table>,
    present: Option<Counter>,
    seen: BTreeSet<String>,
    counted: Manifest,
    manifest: Option<Manifest>,
    /// A line that ended a batch of rows.
    pending: Option<Vec<u8>>,
}

/// The lines of a sealed file.
pub(super) type FileLines = LineReader<OpeningReader<BufReader<File>>>;

/// Opens a backup.
pub(super) fn open(file: &Path, unlock: &Unlock) -> Result<(Header, FileLines), BackupError> {
    let (header, prefix, from) = container::open_file(file)?;
    let stream = container::unlock((&header, &prefix, from), unlock)?;
    Ok((header, LineReader::new(stream)))
}

impl<R: BufRead> LineReader<R> {
    pub(super) fn new(from: R) -> Self {
        Self {
            from,
            table: None,
            present: None,
            seen: BTreeSet::new(),
            counted: Manifest::default(),
            manifest: None,
            pending: None,
        }
    }

    /// The next table or batch of rows; `None` at the end of a file that is complete.
    pub(super) fn next(&mut self) -> Result<Option<Item>, BackupError> {
        if self.manifest.is_some() {
            return Ok(None);
        }
        let (mut rows, mut bytes) = (Vec::new(), 0);
        loop {
            let line = match self.pending.take() {
                Some(line) => line,
                None => self.read_line()?,
            };
            if line.first() != Some(&b'[') {
                if !rows.is_empty() {
                    self.pending = Some(line);
                    return Ok(Some(Item::Rows(rows)));
                }
                return self.other(&line);
            }
            bytes += line.len();
            rows.push(self.row(line)?);
            if rows.len() == BATCH_ROWS || bytes >= BATCH_BYTES {
                return Ok(Some(Item::Rows(rows)));
            }
        }
    }

    /// What the file holds; to be asked when [`LineReader::next`] has come to the end.
    pub(super) fn manifest(self) -> Result<Manifest, BackupError> {
        self.manifest.ok_or_else(|| BackupError::damaged("it was not read to its end"))
    }

    fn read_line(&mut self) -> Result<Vec<u8>, BackupError> {
        let mut line = Vec::new();
        let most = u64::try_from(LONGEST_LINE).expect("a length fits");
        self.from.by_ref().take(most).read_until(b'\n', &mut line).map_err(BackupError::reading)?;
        if line.pop() != Some(b'\n') {
            return Err(BackupError::damaged("a line has no end"));
        }
        Ok(line)
    }

    fn row(&mut self, line: Vec<u8>) -> Result<String, BackupError> {
        let (Some(table), Some(counter)) = (&self.table, &mut self.present) else {
            return Err(BackupError::damaged("a row stands before any table"));
        };
        counter.row(&line);
        let fits = serde_json::from_slice::<Vec<Value>>(&line).is_ok_and(|values| {
            values.len() == table.columns.len()
                && values.iter().zip(&table.columns).all(|(value, column)| fits(value, &column.kind))
        });
        let name = &table.name;
        if !fits {
            return Err(BackupError::damaged(format!(
                "row {} of {name} does not fit its table",
                counter.rows
            )));
        }
        String::from_utf8(line).map_err(|_| BackupError::damaged(format!("a row of {name} is no text")))
    }

    fn other(&mut self, line: &[u8]) -> Result<Option<Item>, BackupError> {
        let line = serde_json::from_slice(line)
            .map_err(|_| BackupError::damaged("a line is neither row nor table nor manifest"))?;
        self.counted.tables.extend(self.present.take().map(Counter::finish));
        match line {
            Line::Table { name, columns } => {
                if !self.seen.insert(name.clone()) {
                    return Err(BackupError::damaged(format!("the table {name} is there twice")));
                }
                let columns = columns.into_iter().map(|(column, kind)| {
                    let unknown =
                        || BackupError::damaged(format!("{name}.{column} has the unknown type {kind}"));
                    Ok(Column { kind: kind_of(&kind).ok_or_else(unknown)?, name: column })
                });
                let table =
                    Table { columns: columns.collect::<Result<_, BackupError>>()?, name: name.clone() };
                self.present = Some(Counter { name, ..Counter::default() });
                self.table = Some(table.clone());
                Ok(Some(Item::Table(table)))
            }
            Line::Manifest(manifest) => {
                if manifest != self.counted {
                    return Err(BackupError::damaged("its rows are not those that its manifest counts"));
                }
                if !self.from.fill_buf().map_err(BackupError::reading)?.is_empty() {
                    return Err(BackupError::damaged("something follows its manifest"));
                }
                self.manifest = Some(manifest);
                Ok(None)
            }
        }
    }
}

fn fits(value: &Value, kind: &Kind) -> bool {
    match (value, kind) {
        (Value::Null, _) | (Value::String(_), Kind::Text) | (Value::Bool(_), Kind::Boolean) => true,
        (Value::Number(number), Kind::Integer) => number.is_i64(),
        (Value::String(text), Kind::Bytes) => from_hex(text).is_some(),
        _ => false,
    }
}

fn word(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Text => Some("text"),
        Kind::Integer => Some("integer"),
        Kind::Boolean => Some("boolean"),
        Kind::Bytes => Some("bytes"),
        Kind::Other(_) => None,
    }
}

fn kind_of(word: &str) -> Option<Kind> {
    match word {
        "text" => Some(Kind::Text),
        "integer" => Some(Kind::Integer),
        "boolean" => Some(Kind::Boolean),
        "bytes" => Some(Kind::Bytes),
        _ => None,
    }
}
