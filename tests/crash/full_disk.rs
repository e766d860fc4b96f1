//! A disk without room: clear answers, nothing lost, and everything goes on when there is room.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use vestibule::store::{DatabaseSettings, Db};

use super::load::{self, Interrupted, Person};
use super::pass;
use crate::support::browser::Browser;
use crate::support::database::block_on;
use crate::support::process::Launch;

/// A small file system in memory.
struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// `None` where this user may not mount.
    fn mount(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"]).arg(folder.path());
        let quiet = mount.stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success()).then_some(Self { folder })
    }

    /// Writes until nothing goes in any more.
    fn fill(&self) -> PathBuf {
        let ballast = self.folder.path().join("ballast");
        let mut file = File::create(&ballast).expect("a file");
        for size in [65_536, 512, 1] {
            while file.write_all(&vec![0; size]).and_then(|()| file.flush()).is_ok() {}
        }
        ballast
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: the server may still be dying.
        let _ = Command::new("umount").arg("-l").arg(self.folder.path()).status();
    }
}

#[test]
fn a_full_disk_is_said_and_survived() {
    let Some(disk) = SmallDisk::mount(24) else {
        let hint = "A full disk is not tested: only root may mount a small one";
        // Not eprintln!, whose output the test runner keeps to itself.
        let _ = writeln!(std::io::stderr(), "{hint}");
        return;
    };
    // The log is on another disk, so that it can say what is wrong.
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(disk.path(), folder.path().join("data")).expect("a link");
    block_on(async {
        let launch = Launch::in_folder(folder.path(), None);
        let process = launch.start();
        let url = format!("sqlite:{}", disk.path().join("vestibule.db").display());
        let db = Db::open(&DatabaseSettings::new(url)).await.expect("the database opens");
        load::prepare(&db).await;
        let app = load::application(&launch.origin());
        let crowd = load::Crowd::start(&app, 4);
        pass(1500).await;
        let mut people = crowd.end().await;
        assert!(people.iter().all(|person| person.acknowledged > 0));

        let ballast = disk.fill();
        let crowd = load::Crowd::start(&app, 4);
        pass(1500).await;
        people.extend(crowd.end().await);
        let browser = Browser::new(&app.endpoints);
        let mut told = 0;
        // What SQLite has room for in its own files still goes in.
        for _ in 0..2000 {
            let page = browser.get_once(app.depart(&[]).url.as_str()).await;
            assert!((302..304).contains(&page.status), "it is told by redirect: {}", page.text());
            if page.header("location").contains("error=temporarily_unavailable") {
                told += 1;
                if told == 20 {
                    break;
                }
            }
        }
        assert_eq!(told, 20, "the disk is not full");
        let mut late = Person {
            email: "late@example.com".into(),
            password: "Correct-Horse-9".into(),
            ..Person::default()
        };
        let stop = std::sync::atomic::AtomicBool::new(true);
        let refused = load::live(&app, &mut late, &stop).await;
        assert!(refused.is_err() && !late.signed_up, "{refused:?}");
        assert!(process.log().contains("disk is full"), "the log does not say why:\n{}", process.log());
        assert_eq!(
            browser.get_once("/us-east-1_Demo00001/.well-known/jwks.json").await.status,
            200,
            "reading goes on"
        );

        std::fs::remove_file(ballast).expect("room again");
        match load::live(&app, &mut late, &stop).await {
            Ok(()) => assert!(late.confirmed),
            Err(Interrupted::Wrong(why)) => panic!("{why}"),
            Err(Interrupted::Unanswered) => panic!("it does not go on:\n{}", process.log()),
        }
        process.kill();
        let process = launch.start();
        for person in people.iter().chain([&late]) {
            load::verify(&app, person, &db).await;
        }
        drop(process);
    });
}
