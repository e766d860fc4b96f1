//! Databases for tests: a fresh SQLite file always, a fresh PostgreSQL database where a server is named.
//!
//! `VESTIBULE_TEST_POSTGRES` is the URL of a PostgreSQL whose user may create databases; without it the
//! PostgreSQL half is skipped with one line, or fails where `VESTIBULE_REQUIRE_ALL=1`. Migrations run once:
//! SQLite copies a migrated file, PostgreSQL a template database that is kept until the migrations change.

use std::any::Any;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::Write;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use secrecy::ExposeSecret;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use vestibule::store::{DatabaseSettings, Db};

/// A database of its own for one test; the SQLite file goes with the value.
pub struct TestDatabase {
    db: Db,
    settings: DatabaseSettings,
    _folder: Option<TempDir>,
    _dropped: Option<Dropped>,
}

/// A PostgreSQL database that goes with this value.
struct Dropped {
    url: String,
    name: String,
}

impl Drop for Dropped {
    fn drop(&mut self) {
        let (server, name) = (Server { url: self.url.clone() }, self.name.clone());
        // A thread of its own: the value may end inside a runtime, where nothing may block.
        let dropping = std::thread::spawn(move || {
            block_on(server.execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
        });
        let done = dropping.join();
        if !std::thread::panicking() {
            done.expect("the database can be dropped");
        }
    }
}

impl Deref for TestDatabase {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl TestDatabase {
    /// A fresh SQLite database with all migrations applied.
    pub async fn sqlite() -> Self {
        static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
        let template = TEMPLATE
            .get_or_init(|| async {
                let empty = Self::sqlite_file(None).await;
                empty.migrate().await.expect("the migrations run on SQLite");
                empty.checkpoint().await.expect("the log can be emptied");
                std::fs::read(path_of(&empty)).expect("the template can be read")
            })
            .await;
        Self::sqlite_file(Some(template)).await
    }

    async fn sqlite_file(content: Option<&[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let file = folder.path().join("test.db");
        if let Some(content) = content {
            std::fs::write(&file, content).expect("the template can be copied");
        }
        let settings = patient(format!("sqlite:{}", file.display()));
        let db = Db::open(&settings).await.expect("the SQLite file opens");
        Self { db, settings, _folder: Some(folder), _dropped: None }
    }

    /// A fresh PostgreSQL database with all migrations applied, gone at the end of this value.
    ///
    /// # Panics
    /// Without `VESTIBULE_TEST_POSTGRES`.
    pub async fn postgres() -> Self {
        Self::on_postgres(Start::Migrated).await
    }

    /// An empty PostgreSQL database, gone at the end of this value.
    ///
    /// # Panics
    /// Without `VESTIBULE_TEST_POSTGRES`.
    pub async fn empty_postgres() -> Self {
        Self::on_postgres(Start::Empty).await
    }

    async fn on_postgres(start: Start) -> Self {
        let server = Server::named().expect("VESTIBULE_TEST_POSTGRES names a server");
        let name = server.create(start).await;
        let settings = server.settings(&name);
        let db = Db::open(&settings).await.expect("the PostgreSQL database opens");
        Self { db, settings, _folder: None, _dropped: Some(Dropped { url: server.url, name }) }
    }

    /// Connections of its own to the same database, as another node has.
    pub async fn another_node(&self) -> Db {
        let mut settings = self.settings();
        settings.pool_size = 4;
        Db::open(&settings).await.expect("the database opens twice")
    }

    /// Settings to open the same database again, as another node would.
    pub fn settings(&self) -> DatabaseSettings {
        self.settings.clone()
    }

    /// Another node on the same database with one connection and little patience.
    pub async fn impatient_node(&self) -> Db {
        let mut settings = self.settings();
        settings.pool_size = 1;
        settings.patience = Duration::from_millis(300);
        Db::open(&settings).await.expect("the database opens twice")
    }

    /// Ends every connection from the server's side, where there is a server.
    pub async fn cut_connections(&self) {
        if self.is_postgres() {
            let client = connect(self.settings.url.expose_secret()).await;
            let cut = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
                       WHERE datname = current_database() AND pid <> pg_backend_pid()";
            client.batch_execute(cut).await.expect("the user may end its own connections");
        }
    }

    /// Runs a statement past the store.
    pub async fn raw(&self, sql: &str) {
        match &self._folder {
            None => connect(self.settings.url.expose_secret()).await.batch_execute(sql).await.expect(sql),
            Some(folder) => {
                use diesel::Connection;
                use diesel::connection::SimpleConnection;
                let file = folder.path().join("test.db").display().to_string();
                let mut conn = diesel::SqliteConnection::establish(&file).expect("the file opens");
                conn.batch_execute(sql).expect(sql);
            }
        }
    }

    /// Whether this is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self._folder.is_none()
    }
}

fn path_of(database: &TestDatabase) -> PathBuf {
    database._folder.as_ref().expect("SQLite has a folder").path().join("test.db")
}

/// Runs a test on a migrated database of each kind, on a runtime with several threads.
pub fn for_each_database<F: Future<Output = ()>>(test: impl Fn(TestDatabase) -> F) {
    run(Start::Migrated, test);
}

/// Whether there is a PostgreSQL to test on; says so where there is none.
pub fn has_postgres() -> bool {
    Server::named().is_some()
}

/// Runs a test on an empty database of each kind.
pub fn for_each_empty_database<F: Future<Output = ()>>(test: impl Fn(TestDatabase) -> F) {
    run(Start::Empty, test);
}

/// Runs a future on a runtime with several threads.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime can be built").block_on(future)
}

/// Runs a test on a migrated database and an empty one: SQLite to SQLite always, and where a PostgreSQL is named from each
/// kind to the other.
pub fn for_each_move<F: Future<Output = ()>>(test: impl Fn(TestDatabase, TestDatabase) -> F) {
    block_on(async {
        test(TestDatabase::sqlite().await, TestDatabase::sqlite_file(None).await).await;
        let Some(server) = Server::named() else { return };
        for (start, to_postgres) in [(Start::Empty, true), (Start::Migrated, false)] {
            let name = server.create(start).await;
            let sqlite = match start {
                Start::Empty => TestDatabase::sqlite().await,
                Start::Migrated => TestDatabase::sqlite_file(None).await,
            };
            let settings = server.settings(&name);
            let db = Db::open(&settings).await.expect("the PostgreSQL database opens");
            let postgres = TestDatabase { db, settings, _folder: None, _dropped: None };
            let (from, to) = if to_postgres { (sqlite, postgres) } else { (postgres, sqlite) };
            let outcome = AssertUnwindSafe(test(from, to)).catch_unwind().await;
            server.execute(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
            if let Err(panic) = outcome {
                resume_unwind(panic);
            }
        }
    });
}

/// Settings with which a hundred callers at once get their turn on a slow machine as well: what happens to the impatient
/// has tests of its own.
fn patient(url: String) -> DatabaseSettings {
    DatabaseSettings { patience: Duration::from_secs(30), ..DatabaseSettings::new(url) }
}

#[derive(Clone, Copy, PartialEq)]
enum Start {
    Empty,
    Migrated,
}

fn run<F: Future<Output = ()>>(start: Start, test: impl Fn(TestDatabase) -> F) {
    block_on(async {
        let sqlite = match start {
            Start::Empty => TestDatabase::sqlite_file(None).await,
            Start::Migrated => TestDatabase::sqlite().await,
        };
        test(sqlite).await;
        let Some(server) = Server::named() else { return };
        let name = server.create(start).await;
        let outcome = server.test_on(&name, test).await;
        server.execute(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    });
}

/// The PostgreSQL server to make databases on.
struct Server {
    url: String,
}

impl Server {
    fn named() -> Option<Self> {
        if let Ok(url) = std::env::var("VESTIBULE_TEST_POSTGRES") {
            return Some(Self { url });
        }
        let hint = "PostgreSQL is not tested: install it and set VESTIBULE_TEST_POSTGRES to the URL of a user \
                    who may create databases, e.g. postgres://user:password@127.0.0.1/postgres";
        assert!(std::env::var("VESTIBULE_REQUIRE_ALL").as_deref() != Ok("1"), "{hint}");
        static TOLD: Once = Once::new();
        // Not eprintln!, whose output the test runner keeps to itself.
        TOLD.call_once(|| drop(writeln!(std::io::stderr(), "{hint}")));
        None
    }

    async fn create(&self, start: Start) -> String {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("vestibule_test_{}_{number}", std::process::id());
        self.execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        let template = match start {
            Start::Empty => "template0",
            Start::Migrated => self.template().await,
        };
        self.execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        name
    }

    /// The migrated database that the others are copies of.
    async fn template(&self) -> &'static str {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        TEMPLATE
            .get_or_init(|| async {
                let root = Path::new(env!("CARGO_MANIFEST_DIR"));
                let family = format!("vestibule_template_{:016x}", hash(|h| root.hash(h)));
                let content = hash(|h| hash_files(&root.join("migrations/postgres"), h));
                let name = format!("{family}_{content:016x}");
                let client = connect(&self.url).await;
                // Two runs of the suite may start together.
                client.batch_execute("SELECT pg_advisory_lock(1953391987)").await.expect("a lock");
                let templates = client
                    .query("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", &[&family])
                    .await
                    .expect("the databases can be listed");
                let templates: Vec<String> = templates.iter().map(|row| row.get(0)).collect();
                if !templates.contains(&name) {
                    for old in templates {
                        client
                            .batch_execute(&format!("DROP DATABASE {old} WITH (FORCE)"))
                            .await
                            .expect("drops");
                    }
                    // Renamed when finished, so that an interrupted run leaves no half-made template.
                    let unfinished = format!("{family}_new");
                    client
                        .batch_execute(&format!("CREATE DATABASE {unfinished} TEMPLATE template0"))
                        .await
                        .expect("the user may create databases");
                    let db = Db::open(&self.settings(&unfinished)).await.expect("the template opens");
                    db.migrate().await.expect("the migrations run on PostgreSQL");
                    TestDatabase { db, settings: self.settings(&unfinished), _folder: None, _dropped: None }
                        .cut_connections()
                        .await;
                    client
                        .batch_execute(&format!("ALTER DATABASE {unfinished} RENAME TO {name}"))
                        .await
                        .expect("renames");
                }
                name
            })
            .await
    }

    async fn test_on<F: Future<Output = ()>>(
        &self,
        name: &str,
        test: impl Fn(TestDatabase) -> F,
    ) -> Result<(), Box<dyn Any + Send>> {
        let settings = self.settings(name);
        let db = Db::open(&settings).await.expect("the PostgreSQL database opens");
        AssertUnwindSafe(test(TestDatabase { db, settings, _folder: None, _dropped: None }))
            .catch_unwind()
            .await
    }

    fn settings(&self, name: &str) -> DatabaseSettings {
        let (address, query) = self.url.split_once('?').unwrap_or((&self.url, ""));
        let server = address.rsplit_once('/').map_or(address, |(server, _)| server);
        patient(format!("{server}/{name}?{query}"))
    }

    async fn execute(&self, sql: &str) {
        connect(&self.url).await.batch_execute(sql).await.unwrap_or_else(|e| panic!("{sql}: {e:?}"));
    }
}

async fn connect(url: &str) -> tokio_postgres::Client {
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("VESTIBULE_TEST_POSTGRES answers");
    tokio::spawn(connection);
    client
}

fn hash(feed: impl FnOnce(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    feed(&mut hasher);
    hasher.finish()
}

fn hash_files(folder: &Path, hasher: &mut DefaultHasher) {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        path.hash(hasher);
        if path.is_dir() {
            hash_files(&path, hasher);
        } else {
            std::fs::read(&path).expect("the file can be read").hash(hasher);
        }
    }
}
