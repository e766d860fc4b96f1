//! Every table's rows as lines of JSON, alike on both databases: for backups.
//!
//! Which tables and columns there are is asked of the database itself, so that a new table cannot be forgotten. A row
//! is a JSON array of its columns in the order of [`Table::columns`]: texts as strings, whole numbers as numbers,
//! booleans, bytes in lowercase hexadecimal, and null.

use std::collections::{BTreeMap, BTreeSet};

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Bool, Text};

use super::connection::{AnyConn, on};
use super::error::StoreError;

/// The table of diesel's own: which migrations were applied is told by [`applied_migrations`].
const MIGRATIONS: &str = "__diesel_schema_migrations";

/// Rows that PostgreSQL hands over at once.
const FETCH: usize = 200;

/// A table as the database describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in the database's order.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds, alike on both databases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number of at most 64 bits.
    Integer,
    /// True or false.
    Boolean,
    /// Bytes.
    Bytes,
    /// A type, as the database names it, that no backup has a form for.
    Other(String),
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Described {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    child: String,
    #[diesel(sql_type = Text)]
    parent: String,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    found: bool,
}

/// All tables with their columns, each after those that its rows refer to.
///
/// # Errors
/// When the database did not answer.
pub fn tables(c: &mut AnyConn) -> Result<Vec<Table>, StoreError> {
    let names: Vec<Name> = match c {
        AnyConn::Pg(c) => sql_query(
            "SELECT relname::text AS name FROM pg_class \
             WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace",
        )
        .load(&mut **c)?,
        AnyConn::Sqlite(c) => sql_query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        )
        .load(c)?,
    };
    let names: BTreeSet<String> =
        names.into_iter().map(|row| row.name).filter(|name| name != MIGRATIONS).collect();
    let order = parents_first(&names, &references(c)?);
    order
        .into_iter()
        .map(|name| {
            let columns = columns(c, &name)?;
            Ok(Table { name, columns })
        })
        .collect()
}

/// The names of the migrations that were applied, in order.
///
/// # Errors
/// When the database did not answer.
pub fn applied_migrations(c: &mut AnyConn) -> Result<Vec<String>, StoreError> {
    super::migrate::applied(c)
}

/// The names of all migrations that this binary knows, in order.
pub fn known_migrations() -> Vec<String> {
    super::migrate::known_names()
}

/// Hands every row of a table to `each`, as a line of JSON without its newline, in constant memory. To be called in a
/// transaction: the rows are those of one moment.
///
/// # Errors
/// When the database did not answer, and the errors of `each`.
pub fn read_rows<E: From<StoreError>>(
    c: &mut AnyConn,
    table: &Table,
    each: &mut dyn FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |error: diesel::result::Error| E::from(StoreError::from(error));
    match c {
        AnyConn::Pg(c) => {
            let c = &mut **c;
            let query = select_rows(table, postgres_value, "json_build_array", "::text");
            c.batch_execute(&format!("DECLARE dumped NO SCROLL CURSOR FOR {query}")).map_err(failed)?;
            loop {
                let lines: Vec<Line> =
                    sql_query(format!("FETCH {FETCH} FROM dumped")).load(c).map_err(failed)?;
                if lines.is_empty() {
                    break;
                }
                lines.iter().try_for_each(|row| each(&row.line))?;
            }
            c.batch_execute("CLOSE dumped").map_err(failed)
        }
        AnyConn::Sqlite(c) => {
            let query = sql_query(select_rows(table, sqlite_value, "json_array", ""));
            for row in query.load_iter::<Line, DefaultLoadingMode>(c).map_err(failed)? {
                each(&row.map_err(failed)?.line)?;
            }
            Ok(())
        }
    }
}

/// Inserts rows that [`read_rows`] handed out, on either database, and returns how many. The lines must be arrays that
/// fit the table's columns.
///
/// # Errors
/// When the database refuses a row.
pub fn insert_rows(c: &mut AnyConn, table: &Table, lines: &[String]) -> Result<usize, StoreError> {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let into = format!("INSERT INTO {} ({})", quoted(&table.name), columns.join(", "));
    let values = |value: fn(usize, &Kind) -> String| {
        let values: Vec<String> =
            table.columns.iter().enumerate().map(|(at, column)| value(at, &column.kind)).collect();
        values.join(", ")
    };
    let rows = format!("[{}]", lines.join(","));
    Ok(match c {
        AnyConn::Pg(c) => sql_query(format!(
            "{into} SELECT {} FROM json_array_elements($1::json) AS dumped(line)",
            values(from_postgres_json)
        ))
        .bind::<Text, _>(rows)
        .execute(&mut **c)?,
        AnyConn::Sqlite(c) => {
            sql_query(format!("{into} SELECT {} FROM json_each(?) AS dumped", values(from_sqlite_json)))
                .bind::<Text, _>(rows)
                .execute(c)?
        }
    })
}

/// Whether a table holds a row.
///
/// # Errors
/// When the database did not answer.
pub fn has_rows(c: &mut AnyConn, table: &Table) -> Result<bool, StoreError> {
    let query = sql_query(format!("SELECT EXISTS (SELECT 1 FROM {}) AS found", quoted(&table.name)));
    Ok(on!(c, c => query.get_result::<Found>(c))?.found)
}

/// Deletes every row of a table.
///
/// # Errors
/// When the database did not answer, or other rows refer to these.
pub fn delete_rows(c: &mut AnyConn, table: &Table) -> Result<(), StoreError> {
    let query = sql_query(format!("DELETE FROM {}", quoted(&table.name)));
    on!(c, c => query.execute(c))?;
    Ok(())
}

fn columns(c: &mut AnyConn, table: &str) -> Result<Vec<Column>, StoreError> {
    let described: Vec<Described> = match c {
        AnyConn::Pg(c) => sql_query(
            "SELECT attname::text AS name, format_type(atttypid, NULL) AS kind FROM pg_attribute \
             WHERE attrelid = ($1)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        )
        .bind::<Text, _>(quoted(table))
        .load(&mut **c)?,
        AnyConn::Sqlite(c) => {
            sql_query("SELECT name, lower(type) AS kind FROM pragma_table_xinfo(?) ORDER BY cid")
                .bind::<Text, _>(table)
                .load(c)?
        }
    };
    Ok(described
        .into_iter()
        .map(|column| Column {
            kind: match column.kind.as_str() {
                "text" => Kind::Text,
                "bigint" | "integer" => Kind::Integer,
                "boolean" => Kind::Boolean,
                "blob" | "bytea" => Kind::Bytes,
                other => Kind::Other(other.to_owned()),
            },
            name: column.name,
        })
        .collect())
}

/// Which tables refer to which others; rows that refer to their own table are left out.
///
/// # Errors
/// When the database did not answer.
pub fn references(c: &mut AnyConn) -> Result<BTreeMap<String, BTreeSet<String>>, StoreError> {
    let found: Vec<Reference> = match c {
        AnyConn::Pg(c) => sql_query(
            "SELECT child.relname::text AS child, parent.relname::text AS parent FROM pg_constraint AS k \
             JOIN pg_class AS child ON child.oid = k.conrelid JOIN pg_class AS parent ON parent.oid = k.confrelid \
             WHERE k.contype = 'f' AND child.relnamespace = current_schema()::regnamespace",
        )
        .load(&mut **c)?,
        AnyConn::Sqlite(c) => sql_query(
            "SELECT m.name AS child, k.\"table\" AS parent \
             FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table'",
        )
        .load(c)?,
    };
    let mut references: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Reference { child, parent } in found {
        // A table's rows may refer to each other: what is inserted in one statement is checked at its end.
        if child != parent {
            references.entry(child).or_default().insert(parent);
        }
    }
    Ok(references)
}

/// The names so that each comes after those it refers to. Rings are left at the end, by name: SQLite takes them, and a
/// test keeps them out of the migrations.
fn parents_first(names: &BTreeSet<String>, references: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut order: Vec<String> = Vec::with_capacity(names.len());
    let mut left: Vec<&String> = names.iter().collect();
    loop {
        let (ready, waiting): (Vec<&String>, Vec<&String>) = left.iter().partition(|name| {
            references.get(**name).is_none_or(|parents| {
                parents.iter().all(|parent| !names.contains(parent) || order.contains(parent))
            })
        });
        let stuck = ready.is_empty();
        order.extend(ready.into_iter().cloned());
        if waiting.is_empty() {
            return order;
        }
        if stuck {
            order.extend(waiting.into_iter().cloned());
            return order;
        }
        left = waiting;
    }
}

fn select_rows(table: &Table, value: fn(&Column) -> String, array: &str, cast: &str) -> String {
    let values: Vec<String> = table.columns.iter().map(value).collect();
    format!("SELECT {array}({}){cast} AS line FROM {}", values.join(", "), quoted(&table.name))
}

fn postgres_value(column: &Column) -> String {
    let name = quoted(&column.name);
    if column.kind == Kind::Bytes { format!("encode({name}, 'hex')") } else { name }
}

fn sqlite_value(column: &Column) -> String {
    let name = quoted(&column.name);
    match column.kind {
        // hex(NULL) is an empty text.
        Kind::Bytes => format!("CASE WHEN {name} IS NULL THEN NULL ELSE lower(hex({name})) END"),
        Kind::Boolean => format!("json(CASE {name} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)"),
        _ => name,
    }
}

fn from_postgres_json(at: usize, kind: &Kind) -> String {
    match kind {
        Kind::Integer => format!("(line ->> {at})::bigint"),
        Kind::Boolean => format!("(line ->> {at})::boolean"),
        Kind::Bytes => format!("decode(line ->> {at}, 'hex')"),
        Kind::Text | Kind::Other(_) => format!("line ->> {at}"),
    }
}

fn from_sqlite_json(at: usize, kind: &Kind) -> String {
    let value = format!("json_extract(dumped.value, '$[{at}]')");
    if *kind == Kind::Bytes { format!("unhex({value})") } else { value }
}

/// An identifier. Names come from the database, whose own they are, and quotes in them are doubled all the same.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_after_those_they_refer_to_and_rings_come_last() {
        let names: BTreeSet<String> =
            ["a", "b", "c", "x", "y"].iter().map(|name| (*name).to_owned()).collect();
        let refer = |child: &str, parents: &[&str]| {
            (child.to_owned(), parents.iter().map(|parent| (*parent).to_owned()).collect())
        };
        let references = BTreeMap::from([
            refer("a", &["c"]),
            refer("c", &["b", "gone"]),
            refer("x", &["y"]),
            refer("y", &["x"]),
        ]);
        assert_eq!(parents_first(&names, &references), ["b", "c", "a", "x", "y"]);
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(quoted("user\" groups"), "\"user\"\" groups\"");
    }
}
