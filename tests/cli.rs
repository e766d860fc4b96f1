//! The built program: how it refuses, what it leaves on the disk.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use vestibule::model::ids::PoolId;
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::store::{DatabaseSettings, Db, pools};

use crate::support::database::block_on;
use crate::support::process::run_to_end;

/// Runs `vestibule dev` with a port that is taken, so that it ends by itself at the latest when it would begin to serve.
fn dev(folder: &Path, arguments: &[&str]) -> Output {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("a bound port").port().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
    command.args(["dev", "--http-port", &port, "--https-port", &port]).args(arguments);
    run_to_end(command.current_dir(folder).stdin(Stdio::null()))
}

fn complaint(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_taken_port_is_named_with_the_argument_that_chooses_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = complaint(&dev(folder.path(), &[]));
    assert!(text.contains("--http-port"), "{text}");
}

#[test]
fn keys_are_readable_by_their_owner_only() {
    let folder = tempfile::tempdir().expect("a folder");
    dev(folder.path(), &[]);
    let data = folder.path().join(".vestibule");
    let mode = |path: &Path| std::fs::metadata(path).expect("it exists").permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    assert_eq!(mode(&data.join("master.key")), 0o600);
    let keys = std::fs::read_dir(&data).expect("a folder").map(|entry| entry.expect("an entry").path());
    for key in keys.filter(|path| path.to_string_lossy().contains("key")) {
        assert_eq!(mode(&key), 0o600, "{}", key.display());
    }
}

#[test]
fn a_damaged_master_key_is_refused_with_its_file_name() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join(".vestibule")).expect("a folder");
    std::fs::write(folder.path().join(".vestibule/master.key"), "not a key").expect("a file");
    let text = complaint(&dev(folder.path(), &[]));
    assert!(text.contains("master.key") && text.contains("32 bytes"), "{text}");
    assert!(!text.contains("not a key"), "the content is not repeated: {text}");
}

#[test]
fn the_development_server_keeps_its_hands_off_another_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("real.db").display());
    block_on(async {
        let db = Db::open(&DatabaseSettings::new(url.clone())).await.expect("a database");
        db.migrate().await.expect("tables");
        let pool = UserPool {
            id: PoolId::parse("us-east-1_Real00001").expect("a pool id"),
            name: "Real people".into(),
            settings: PoolSettings::default(),
            created_at: 1,
            updated_at: 1,
        };
        db.write(move |c| pools::insert(c, &pool)).await.expect("a pool");
    });
    // Ports that are free: were the database taken, the server would start.
    let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
    command.args(["dev", "--http-port", "0", "--https-port", "0", "--database", &url]);
    let output = run_to_end(command.current_dir(folder.path()).stdin(Stdio::null()));
    let text = complaint(&output);
    assert!(text.contains("not made by the development server"), "{text}");
}

#[test]
fn a_database_url_of_another_kind_is_refused_without_repeating_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments =
        ["dev", "--http-port", "0", "--https-port", "0", "--database", "mysql://root:secret@localhost/x"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_vestibule"));
    let output = run_to_end(command.args(arguments).current_dir(folder.path()).stdin(Stdio::null()));
    let text = complaint(&output);
    assert!(text.contains("sqlite:") && !text.contains("secret"), "{text}");
}
