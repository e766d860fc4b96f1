//! Nodes that start at the same moment on an empty database all come up.

use secrecy::ExposeSecret;

use crate::support::browser::Browser;
use crate::support::database::{TestDatabase, block_on, has_postgres};
use crate::support::process::Launch;

#[test]
fn two_nodes_start_at_once_on_an_empty_postgresql() {
    if !has_postgres() {
        return;
    }
    block_on(async {
        for _ in 0..3 {
            let database = TestDatabase::empty_postgres().await;
            let url = database.settings().url.expose_secret().to_owned();
            let folder = tempfile::tempdir().expect("a folder");
            // One master key for both, as an operator gives it.
            let first = Launch::in_folder(&folder.path().join("a"), Some(url.clone()));
            let second =
                Launch { public_port: first.port, ..Launch::in_folder(&folder.path().join("b"), Some(url)) };
            for launch in [&first, &second] {
                launch.give_master_key();
            }
            let (one, one_ready) = first.spawn();
            let (other, other_ready) = second.spawn();
            for (process, ready) in [(&one, one_ready), (&other, other_ready)] {
                let ready = ready.recv_timeout(std::time::Duration::from_secs(60));
                assert!(ready.is_ok(), "a node did not start:\n{}", process.log());
            }
            let keys = async |launch: &Launch| {
                let browser = Browser::new(&format!("http://localhost:{}", launch.port));
                browser.get_once("/us-east-1_Demo00001/.well-known/jwks.json").await
            };
            let (here, there) = tokio::join!(keys(&first), keys(&second));
            assert_eq!((here.status, there.status), (200, 200), "{} {}", here.text(), there.text());
            assert_eq!(keys(&first).await.html, keys(&second).await.html, "both publish the same keys");
        }
    });
}
