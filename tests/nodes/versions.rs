//! The previous version goes on while a newer one has migrated the database: every step only adds.

use std::collections::BTreeMap;
use std::sync::Arc;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use secrecy::ExposeSecret;

use crate::support::application::Application;
use crate::support::database::{TestDatabase, for_each_database};
use crate::support::server::{TestServer, TestServerOptions};

/// A column, as far as a statement of another version cares.
#[derive(Debug, Clone, PartialEq)]
struct Column {
    kind: String,
    nullable: bool,
    has_default: bool,
}

/// The database's tables with their columns, and the names of its unique indexes by table.
#[derive(Debug, Clone, Default)]
struct Shape {
    tables: BTreeMap<String, BTreeMap<String, Column>>,
    unique: Vec<(String, String)>,
}

#[derive(QueryableByName)]
struct SqliteColumn {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = BigInt)]
    not_null: i64,
    #[diesel(sql_type = Nullable<Text>)]
    default_value: Option<String>,
}

#[derive(QueryableByName)]
struct SqliteIndex {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
}

fn sqlite_shape(url: &str) -> Shape {
    let path = url.trim_start_matches("sqlite:");
    let mut conn = SqliteConnection::establish(path).expect("the file opens");
    let columns: Vec<SqliteColumn> = diesel::sql_query(
        "SELECT t.name AS table_name, c.name AS name, c.type AS kind, c.\"notnull\" AS not_null, \
         c.dflt_value AS default_value FROM sqlite_schema t, pragma_table_info(t.name) c \
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_\\_%' ESCAPE '\\'",
    )
    .load(&mut conn)
    .expect("SQLite answers");
    let indexes: Vec<SqliteIndex> = diesel::sql_query(
        "SELECT t.name AS table_name, i.name AS name FROM sqlite_schema t, pragma_index_list(t.name) i \
         WHERE t.type = 'table' AND i.\"unique\" = 1 AND i.origin = 'c'",
    )
    .load(&mut conn)
    .expect("SQLite answers");
    let mut shape = Shape::default();
    for column in columns {
        let described = Column {
            kind: column.kind,
            nullable: column.not_null == 0,
            has_default: column.default_value.is_some(),
        };
        shape.tables.entry(column.table_name).or_default().insert(column.name, described);
    }
    shape.unique = indexes.into_iter().map(|index| (index.table_name, index.name)).collect();
    shape
}

async fn postgres_shape(url: &str) -> Shape {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("connects");
    tokio::spawn(connection);
    let columns = client
        .query(
            "SELECT table_name, column_name, data_type, is_nullable = 'YES', column_default IS NOT NULL \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'",
            &[],
        )
        .await
        .expect("PostgreSQL answers");
    let indexes = client
        .query(
            "SELECT tablename::text, indexname::text FROM pg_indexes \
             WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'",
            &[],
        )
        .await
        .expect("PostgreSQL answers");
    let mut shape = Shape::default();
    for row in columns {
        let described = Column { kind: row.get(2), nullable: row.get(3), has_default: row.get(4) };
        shape.tables.entry(row.get(0)).or_default().insert(row.get(1), described);
    }
    shape.unique = indexes.into_iter().map(|row| (row.get(0), row.get(1))).collect();
    shape
}

async fn shape_of(database: &TestDatabase) -> Shape {
    let settings = database.settings();
    let url = settings.url.expose_secret();
    if database.is_postgres() { postgres_shape(url).await } else { sqlite_shape(url) }
}

/// What would break the statements of `old` on `new`.
fn breaks(old: &Shape, new: &Shape) -> Vec<String> {
    let mut found = Vec::new();
    for (table, columns) in &old.tables {
        let Some(now) = new.tables.get(table) else {
            found.push(format!("{table} is gone"));
            continue;
        };
        for (name, before) in columns {
            match now.get(name) {
                None => found.push(format!("{table}.{name} is gone")),
                Some(after) if after.kind != before.kind => {
                    found.push(format!("{table}.{name} is {} and was {}", after.kind, before.kind));
                }
                Some(after) if before.nullable && !after.nullable => {
                    found.push(format!("{table}.{name} must be given and need not before"));
                }
                Some(after) if before.has_default && !after.has_default => {
                    found.push(format!("{table}.{name} has lost its default"));
                }
                Some(_) => {}
            }
        }
        for (name, column) in now {
            if !columns.contains_key(name) && !column.nullable && !column.has_default {
                found.push(format!("{table}.{name} is new and must be given"));
            }
        }
    }
    for (table, name) in &new.unique {
        let known = old.unique.iter().any(|(_, known)| known == name);
        if !known && old.tables.contains_key(table) {
            found.push(format!("{name} forbids rows of {table} that were allowed"));
        }
    }
    found
}

#[test]
fn no_step_breaks_the_version_before_it() {
    for_each_database(|database| async move {
        let mut newer = shape_of(&database).await;
        assert!(newer.tables.len() > 20, "{:?}", newer.tables.keys());
        while let Some(step) = database.revert_last().await.expect("goes down") {
            let older = shape_of(&database).await;
            assert_eq!(breaks(&older, &newer), Vec::<String>::new(), "step {step}");
            newer = older;
        }
        assert!(newer.tables.is_empty(), "{:?}", newer.tables.keys());
    });
}

#[test]
fn settings_of_a_newer_version_are_passed_over() {
    for_each_database(|database| async move {
        let database = Arc::new(database);
        let server = TestServer::start_on(Arc::clone(&database), TestServerOptions::default()).await;
        for table in ["user_pools", "app_clients"] {
            let newer = r#"'{"of_a_newer_version":{"a":1},'"#;
            database.raw(&format!("UPDATE {table} SET settings = {newer} || substr(settings, 2)")).await;
        }
        let pool = server.default_pool().await;
        server.look_again(&pool.id);
        let app = Application::public(&server.origin);
        let (_, back) = app.sign_in(&server.browser(), "ada@example.com", "Correct-Horse-7").await;
        assert!(back.query("code").is_some(), "{}", back.html);
    });
}

#[test]
fn what_would_break_is_found() {
    let column = |kind: &str, nullable| Column { kind: kind.into(), nullable, has_default: false };
    let shape = |columns: &[(&str, Column)]| Shape {
        tables: BTreeMap::from([(
            "t".to_owned(),
            columns.iter().map(|(name, column)| ((*name).to_owned(), column.clone())).collect(),
        )]),
        unique: Vec::new(),
    };
    let old = shape(&[("a", column("TEXT", false)), ("b", column("TEXT", true))]);
    assert!(breaks(&old, &old).is_empty());
    let wider = shape(&[
        ("a", column("TEXT", true)),
        ("b", column("TEXT", true)),
        ("c", column("TEXT", true)),
        ("d", Column { has_default: true, ..column("TEXT", false) }),
    ]);
    assert!(breaks(&old, &wider).is_empty(), "{:?}", breaks(&old, &wider));
    for (new, word) in [
        (shape(&[("a", column("TEXT", false))]), "t.b is gone"),
        (shape(&[("a", column("BIGINT", false)), ("b", column("TEXT", true))]), "t.a is BIGINT"),
        (shape(&[("a", column("TEXT", false)), ("b", column("TEXT", false))]), "t.b must be given"),
        (
            shape(&[("a", column("TEXT", false)), ("b", column("TEXT", true)), ("c", column("TEXT", false))]),
            "t.c is new and must be given",
        ),
        (Shape::default(), "t is gone"),
        (Shape { unique: vec![("t".into(), "i".into())], ..old.clone() }, "i forbids rows of t"),
    ] {
        let found = breaks(&old, &new);
        assert!(found.iter().any(|text| text.starts_with(word)), "{word}: {found:?}");
    }
}
