//! A server's services and declarations to apply to it.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vestibule::declare::{
    self, Applied, ApplyError, Document, ExportOptions, Plan, PlanError, PlanOptions, Problem, Sources,
};
use vestibule::env::Env;
use vestibule::model::event::Actor;
use vestibule::model::ids::PoolId;
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use crate::support::database::TestDatabase;
use crate::support::env::{TestEnv, test_env};

/// The id of the pool that most declarations here are about.
pub const POOL: &str = "us-east-1_Shop00001";

/// A server's services, the operator acting.
pub struct World {
    pub test: TestEnv,
    pub env: Env,
    /// It goes with the value.
    _database: TestDatabase,
    /// Declarations stand here, and the files that they name.
    pub folder: TempDir,
}

impl World {
    pub async fn new(database: TestDatabase) -> Self {
        let test = test_env(&database).await;
        let env = test.env.acting_as(Actor::Operator("root@host".to_owned()));
        Self { test, env, _database: database, folder: tempfile::tempdir().expect("a folder") }
    }

    /// Writes a file beside the declarations.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).expect("a file can be written");
        path
    }

    pub fn document(&self, text: &str) -> Document {
        let path = self.file("declaration.toml", text);
        read(&[path]).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    pub async fn plan(&self, text: &str) -> Plan {
        let planned = declare::plan(&self.env, &self.document(text), PlanOptions::default()).await;
        planned.unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// Applies a declaration; the lines of the difference.
    pub async fn apply(&self, text: &str) -> Vec<String> {
        self.apply_with(text, PlanOptions::default()).await.0
    }

    pub async fn prune(&self, text: &str) -> Vec<String> {
        self.apply_with(text, PlanOptions { prune: true }).await.0
    }

    pub async fn apply_with(&self, text: &str, options: PlanOptions) -> (Vec<String>, Applied) {
        let document = self.document(text);
        let plan = declare::plan(&self.env, &document, options).await;
        let plan = plan.unwrap_or_else(|error| panic!("{error:?}"));
        let lines = lines(&plan);
        let applied = declare::apply(&self.env, &document, plan).await;
        (lines, applied.map_err(|(_, error)| error).expect("it can be written"))
    }

    /// Everything that is wrong with a declaration, a line each: `line: path: reason`.
    pub async fn problems(&self, text: &str) -> Vec<String> {
        self.problems_with(text, PlanOptions::default()).await
    }

    pub async fn problems_with(&self, text: &str, options: PlanOptions) -> Vec<String> {
        let path = self.file("declaration.toml", text);
        let document = match read(&[path]) {
            Ok(document) => document,
            Err(problems) => return short(&problems),
        };
        match declare::plan(&self.env, &document, options).await {
            Ok(plan) => panic!("no problem: {:?}", lines(&plan)),
            Err(PlanError::Problems(problems)) => short(&problems),
            Err(other) => panic!("{other}"),
        }
    }

    pub async fn export(&self, options: ExportOptions) -> String {
        declare::export(&self.env, None, options).await.expect("it can be written out")
    }

    /// Everything there is, secrets and people included.
    pub async fn everything(&self) -> String {
        self.export(ExportOptions { with_secrets: true, with_users: true, full: true }).await
    }

    /// The audit trail, the newest first.
    pub async fn audit(&self) -> Vec<StoredEvent> {
        let listed = self.env.db.read(|c| audit_events::list(c, &Wanted::default(), 1000)).await;
        listed.expect("the database answers")
    }

    /// When pools and clients were last changed.
    pub async fn times(&self) -> Vec<(String, i64)> {
        let read = self.env.db.read(|c| {
            let mut times = Vec::new();
            for pool in vestibule::store::pools::list(c)? {
                times.push((pool.id.to_string(), pool.updated_at));
                for client in vestibule::store::clients::list(c, &pool.id)? {
                    times.push((client.id.to_string(), client.updated_at));
                }
                for user in vestibule::store::users::list_ids(c, &pool.id)? {
                    let user = vestibule::store::users::find(c, &pool.id, &user)?.expect("it is listed");
                    times.push((user.id.to_string(), user.updated_at));
                }
            }
            Ok(times)
        });
        read.await.expect("the database answers")
    }

    pub async fn pool(&self) -> vestibule::model::pool::UserPool {
        let id = PoolId::trusted(POOL);
        let found = vestibule::directory::pools::find(&self.env, &id).await.expect("the database answers");
        found.expect("the pool exists")
    }
}

/// Reads declarations.
pub fn read(paths: &[PathBuf]) -> Result<Document, Vec<Problem>> {
    let sources = Sources::read(paths).map_err(|problems| problems.into_list())?;
    Document::read(&sources)
}

/// Reads one file that is no good; its problems without the folder.
pub fn refused(path: &Path) -> Vec<String> {
    match read(&[path.to_owned()]) {
        Ok(_) => panic!("{} was taken", path.display()),
        Err(problems) => short(&problems),
    }
}

fn short(problems: &[Problem]) -> Vec<String> {
    let one = |problem: &Problem| {
        let path = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
        format!("{}: {path}{}", problem.place.line, problem.reason)
    };
    problems.iter().map(one).collect()
}

/// The lines of a plan's changes.
pub fn lines(plan: &Plan) -> Vec<String> {
    plan.pools.iter().flat_map(|pool| pool.changes.iter().map(|change| change.line())).collect()
}

/// The code blocks of a language in the documentation.
pub fn example() -> String {
    let text = include_str!("../../docs/declaration.md");
    let (_, rest) = text.split_once("## A complete example\n\n```toml\n").expect("the example");
    rest.split_once("```").expect("its end").0.to_owned()
}

/// Only used to say what an error was.
pub fn cause(outcome: Result<Applied, (Applied, ApplyError)>) -> ApplyError {
    match outcome {
        Ok(_) => panic!("it was written"),
        Err((_, error)) => error,
    }
}
