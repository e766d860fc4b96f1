//! PostgreSQL stopped and started under a server at work: what was acknowledged is there, nobody gets a 500, and the
//! server needs no hand.

use std::io::Write;
use std::sync::atomic::Ordering;

use vestibule::model::clock::{Clock, SystemClock};
use vestibule::store::{DatabaseSettings, Db};

use super::load::{self, BAD_ANSWERS, Crowd};
use super::{count, draw, pass};
use crate::support::application::Application;
use crate::support::browser::Browser;
use crate::support::cluster::Cluster;
use crate::support::database::{block_on, has_postgres};
use crate::support::process::Launch;

/// How soon everything works again once the database is back, in milliseconds.
const SOON: i64 = 10_000;

#[test]
fn a_server_outlives_the_restarts_of_its_database() {
    if !has_postgres() {
        return;
    }
    let Some(cluster) = Cluster::start() else { panic!("initdb and pg_ctl are not installed") };
    let folder = tempfile::tempdir().expect("a folder");
    block_on(async {
        let launch = Launch::in_folder(folder.path(), Some(cluster.url()));
        let process = launch.start();
        let app = load::application(&launch.origin());
        let db = Db::open(&DatabaseSettings::new(cluster.url())).await.expect("the database opens");
        load::prepare(&db).await;
        let restarts = count("VESTIBULE_TEST_RESTARTS", 2);
        let (mut slowest, mut later, mut acknowledged) = (0, 0, 0);
        for _ in 0..restarts {
            let crowd = Crowd::start(&app, 6);
            pass(200 + draw(1300)).await;
            cluster.stop(if draw(2) == 0 { "immediate" } else { "fast" });
            let people = crowd.end().await;
            // Nothing works now, and everything says when to come again.
            later += ask_everything(&app).await;
            pass(draw(1500)).await;
            cluster.go_on();
            let back = SystemClock.now();
            while !works(&app).await {
                assert!(SystemClock.now() - back < SOON, "no recovery in time:\n{}", process.log());
                pass(50).await;
            }
            slowest = slowest.max(SystemClock.now() - back);
            for person in &people {
                load::verify(&app, person, &db).await;
                acknowledged += person.acknowledged;
            }
        }
        assert_eq!(BAD_ANSWERS.load(Ordering::Relaxed), 0, "\n{}", process.log());
        // Not eprintln!, whose output the test runner keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "PostgreSQL: {restarts} restarts under load; {acknowledged} facts acknowledged, none lost; {later} \
             requests told to come later; at most {slowest} ms until sign-ins worked again"
        );
    });
}

/// Asks every kind of address while the database is away; returns how many answered 503 with `Retry-After`.
async fn ask_everything(app: &Application) -> usize {
    let browser = Browser::new(&app.endpoints);
    let mut later = 0;
    let departure = app.depart(&[]);
    let paths = [
        departure.url.path().to_owned() + "?" + departure.url.query().unwrap_or_default(),
        "/login".to_owned(),
        "/us-east-1_Demo00001/.well-known/jwks.json".to_owned(),
        "/us-east-1_Demo00001/.well-known/openid-configuration".to_owned(),
    ];
    for path in paths {
        let page = browser.get_once(&path).await;
        assert!(page.status != 500, "{path}: {}", page.text());
        if page.status == 503 {
            assert!(!page.header("retry-after").is_empty(), "{path}: when is later?");
            later += 1;
        }
    }
    let response = browser
        .client()
        .post(format!("{}/oauth2/token", app.endpoints))
        .form(&[("grant_type", "refresh_token"), ("refresh_token", "x"), ("client_id", &app.client_id)])
        .send()
        .await
        .expect("the server answers");
    assert_eq!(response.status().as_u16(), 503);
    assert!(response.headers().contains_key("retry-after"), "when is later?");
    later + 1
}

/// Whether a sign-in page, which is read and written, comes.
async fn works(app: &Application) -> bool {
    let browser = Browser::new(&app.endpoints);
    let page = browser.get(app.depart(&[]).url.as_str()).await;
    page.status == 200 && page.has("[name=signInSubmitButton]")
}
