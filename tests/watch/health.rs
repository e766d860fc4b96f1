//! `/livez` and `/readyz`.

use std::time::Duration;

use vestibule::store::Db;

use super::{get, watched};
use crate::support::database::{TestDatabase, block_on, for_each_database};

#[test]
fn both_addresses_answer_whatever_the_host_is_called_and_say_no_more_than_yes() {
    for_each_database(|database| async {
        let server = watched(database).await;
        for origin in [&server.origin, &server.management] {
            for path in ["/livez", "/readyz"] {
                let (status, _, body) = get(&format!("{origin}{path}")).await;
                assert_eq!((status, body.as_str()), (200, "ok\n"), "{origin}{path}");
            }
        }
        let client = server.browser();
        let by_address =
            client.client().get(format!("{}/readyz", server.origin)).header("host", "10.1.2.3:9400");
        assert_eq!(by_address.send().await.expect("an answer").status(), 200);
        let page = client.client().get(format!("{}/login", server.origin)).header("host", "10.1.2.3:9400");
        assert_eq!(page.send().await.expect("an answer").status(), 421, "a page has its own host");
    });
}

#[test]
fn a_node_with_pending_migrations_lives_and_is_not_ready() {
    for_each_database(|database| async {
        let settings = database.settings();
        let server = watched(database).await;
        let other = Db::open(&settings).await.expect("another node");
        let reverted = other.revert_last().await.expect("a step back").expect("a name");
        assert!(server.env.db.check().await.expect_err("pending").to_string().contains(&reverted[..4]));
        let (status, headers, body) = get(&format!("{}/readyz", server.origin)).await;
        assert_eq!((status, body.as_str()), (503, "not ready\n"));
        assert!(headers.contains_key("retry-after"));
        assert_eq!(get(&format!("{}/livez", server.origin)).await.0, 200);
        other.migrate().await.expect("forward again");
        until_ready(&server.management).await;
    });
}

/// Waits for `/readyz` to say yes.
pub async fn until_ready(origin: &str) {
    let ready = async { while get(&format!("{origin}/readyz")).await.0 != 200 {} };
    tokio::time::timeout(Duration::from_secs(15), ready).await.expect("the node heals");
}

#[test]
fn asking_often_asks_the_database_once_a_second() {
    block_on(async {
        let server = watched(TestDatabase::sqlite().await).await;
        let reads = |text: &str| {
            let line = text
                .lines()
                .find(|line| line.starts_with("vestibule_database_work_seconds_count{use=\"read\"}"));
            line.and_then(|line| line.rsplit_once(' ')).expect("a sample").1.parse::<u64>().expect("a number")
        };
        let before = reads(&server.env.metrics.text().expect("a text"));
        let began = std::time::Duration::ZERO;
        let watch = vestibule::metrics::Stopwatch::start();
        for _ in 0..200 {
            get(&format!("{}/readyz", server.management)).await;
        }
        let asked = reads(&server.env.metrics.text().expect("a text")) - before;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few seconds")]
        let seconds = watch.seconds() as u64;
        assert!(asked >= 1 && asked <= seconds + 2, "{asked} look-ups in {seconds} s after {began:?}");
    });
}
