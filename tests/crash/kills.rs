//! SIGKILL at random moments.

use std::io::Write;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::Text;
use secrecy::ExposeSecret;
use vestibule::store::{DatabaseSettings, Db};

use super::load::{self, Crowd};
use super::{count, draw, pass};
use crate::support::database::{TestDatabase, block_on, has_postgres};
use crate::support::process::Launch;

const CROWD: usize = 6;

#[test]
fn sqlite_keeps_what_was_acknowledged_when_the_process_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let launch = Launch::in_folder(folder.path(), None);
    let file = folder.path().join("data/vestibule.db");
    let url = format!("sqlite:{}", file.display());
    block_on(kill_again_and_again("SQLite", &launch, &url, || check_sqlite(&file)));
}

#[test]
fn postgresql_keeps_what_was_acknowledged_when_the_process_is_killed() {
    if !has_postgres() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    block_on(async {
        let database = TestDatabase::empty_postgres().await;
        let url = database.settings().url.expose_secret().to_owned();
        let launch = Launch::in_folder(folder.path(), Some(url.clone()));
        kill_again_and_again("PostgreSQL", &launch, &url, || {}).await;
    });
}

async fn kill_again_and_again(name: &str, launch: &Launch, url: &str, check: impl Fn()) {
    let app = load::application(&launch.origin());
    let mut process = launch.start();
    let db = Db::open(&DatabaseSettings::new(url)).await.expect("the database opens");
    load::prepare(&db).await;
    let (kills, mut at_start, mut acknowledged, mut people) = (count("VESTIBULE_TEST_CRASHES", 3), 0, 0, 0);
    for _ in 0..kills {
        let crowd = Crowd::start(&app, CROWD);
        pass(200 + draw(1300)).await;
        process.kill();
        let crowd = crowd.end().await;
        if draw(5) == 0 {
            // Killed once more while it starts.
            let (starting, _) = launch.spawn();
            pass(draw(400)).await;
            starting.kill();
            at_start += 1;
        }
        process = launch.start();
        check();
        for person in &crowd {
            load::verify(&app, person, &db).await;
            acknowledged += person.acknowledged;
            people += u64::from(person.signed_up);
        }
    }
    // Not eprintln!, whose output the test runner keeps to itself.
    let _ = writeln!(
        std::io::stderr(),
        "{name}: {kills} kills under load and {at_start} while starting; {people} people, {acknowledged} facts \
         acknowledged, none lost"
    );
    process.kill();
}

#[derive(QueryableByName)]
struct Finding {
    #[diesel(sql_type = Text)]
    text: String,
}

/// SQLite's own checks, beside the running server.
fn check_sqlite(file: &Path) {
    let mut conn = SqliteConnection::establish(&file.display().to_string()).expect("the file opens");
    let mut ask = |sql: &str| -> Vec<String> {
        let found: Vec<Finding> = diesel::sql_query(sql).load(&mut conn).expect("SQLite answers");
        found.into_iter().map(|finding| finding.text).collect()
    };
    assert_eq!(ask("SELECT integrity_check AS text FROM pragma_integrity_check"), ["ok"]);
    assert_eq!(ask("SELECT \"table\" AS text FROM pragma_foreign_key_check"), Vec::<String>::new());
}
