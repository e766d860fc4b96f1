//! Files that are broken or mean harm: a line and a reason, never a panic, never the content of a file they name.
#![expect(clippy::disallowed_methods, reason = "a test waits and measures by the system's clock")]

use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Instant;

use vestibule::declare::{Document, Sources};

use super::world::{World, refused};
use crate::support::database::{TestDatabase, block_on};

fn written(name: &str, content: impl AsRef<[u8]>) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("a file");
    refused(&path)
}

#[test]
fn what_is_no_text_is_named_with_the_line_where_it_ends_to_be_one() {
    assert_eq!(written("a.toml", b"[[pool]]\nname = \"\xff\"\n"), ["2: is no text in UTF-8"]);
    let binary: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    assert_eq!(written("a.toml", binary).len(), 1);
    let zeros = written("a.toml", vec![0; 1000]);
    assert!(zeros[0].starts_with("1: is no TOML"), "{zeros:?}");
}

#[test]
fn a_file_that_is_too_large_is_refused_by_its_size() {
    let problems = written("a.toml", vec![b'#'; 50 * 1024 * 1024]);
    assert!(problems[0].contains("has more than 33554432 bytes"), "{problems:?}");
}

#[test]
fn huge_and_deep_files_end_in_time() {
    let begin = Instant::now();
    let list = "\"x\",".repeat(500_000);
    let problems = written(
        "a.toml",
        format!("[[pool]]\nid = \"us-east-1_Shop00001\"\n[pool.settings]\nauto_verified = [{list}]\n"),
    );
    assert!(problems[0].starts_with("4: pool.settings.auto_verified: must be one of"), "{problems:?}");
    let keys: String = (0..100_000).map(|number| format!("k{number} = 1\n")).collect();
    let problems = written("a.toml", keys);
    assert_eq!(problems.len(), 100, "nobody reads more");
    for text in [
        format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("a = {}1{}", "{a=".repeat(100_000), "}".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
    ] {
        assert!(!written("a.toml", &text).is_empty());
    }
    assert!(!written("a.json", "[".repeat(1_000_000)).is_empty());
    assert!(!written("a.json", "{\"a\":".repeat(1_000_000)).is_empty());
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

#[test]
fn wrong_shapes_are_told_by_line() {
    for (text, begin) in [
        ("pool = 1", "1: pool: must be a list of tables"),
        ("\n[pool]\nid = \"x\"", "2: pool: must be a list of tables"),
        ("pool = [1]", "1: pool: must be a table, not a number"),
        ("[[pool]]", "1: pool: needs an id or"),
        ("[[pool]]\nid = 1", "2: pool.id: must be a text, not a number"),
        ("[[pool]]\nid = \"x\"", "2: pool.id: it has no underscore"),
        ("[[pool]]\nname = \"x\"\nsettings = []", "3: pool.settings: must be a table, not a list"),
        (
            "[[pool]]\nname = \"x\"\n[[pool.client]]\nid = \"a\"\nsecret = 5",
            "5: pool.client.secret: must be a text, {",
        ),
        (
            "[[pool]]\nname = \"x\"\n[[pool.client]]\nid = \"a\"\nsecret = { env = 1 }",
            "5: pool.client.secret: must be a text, {",
        ),
        ("[[pool]]\nname = \"x\"\nname = \"y\"", "3: is no TOML: duplicate key"),
        ("[[pool]]\nname = \"x\ty\u{7}\"", "2: is no TOML"),
    ] {
        let problems = written("a.toml", text);
        assert!(problems[0].starts_with(begin), "{text}\n{problems:?}");
    }
    let twice = written("a.json", "{\"pool\": [{\n\"name\": \"x\",\n\"name\": \"y\"}]}");
    assert!(twice[0].starts_with("3: is no JSON: duplicate key"), "{twice:?}");
}

#[test]
fn names_with_control_characters_are_refused() {
    block_on(async {
        let world = World::new(TestDatabase::sqlite().await).await;
        for text in [
            "[[pool]]\nname = \"a\\u001b[31m\"",
            "[[pool]]\nname = \"x\"\n[[pool.group]]\nname = \"a\\u0000\"",
            "[[pool]]\nname = \"x\"\n[[pool.client]]\nid = \"a\"\nname = \"\\u0007\"",
            "[[pool]]\nname = \"x\"\n[[pool.user]]\nusername = \"a\\u202eb\"\npassword = \"Correct-Horse-7\"",
        ] {
            assert_eq!(world.problems(text).await.len(), 1, "{text}");
        }
        assert_eq!(world.audit().await.len(), 0);
    });
}

#[test]
fn files_that_a_declaration_names_are_read_with_care() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    symlink(at("loop"), at("loop")).expect("a link");
    std::fs::create_dir(at("folder")).expect("a folder");
    std::fs::write(at("binary"), b"\xff\xfe").expect("a file");
    std::fs::write(at("large"), vec![b'a'; 1 << 20]).expect("a file");
    let secret = |name: &str| {
        let text = format!(
            "[[pool]]\nname = \"x\"\n[[pool.client]]\nid = \"a\"\nsecret = {{ file = {} }}\n",
            serde_json::json!(name)
        );
        std::fs::write(at("a.toml"), text).expect("a file");
        refused(&at("a.toml")).remove(0)
    };
    for (name, reason) in [
        ("loop", "cannot be read"),
        ("folder", "is no regular file"),
        ("none", "cannot be read: No such file"),
        ("/dev/zero", "is no regular file"),
        ("/dev/stdin", "is no regular file"),
        ("/proc/self/mem", "cannot be read"),
        ("binary", "is no text in UTF-8"),
        ("large", "has more than"),
        ("a\u{0}b", "cannot be read"),
    ] {
        let problem = secret(name);
        assert!(problem.starts_with("5: pool.client.secret: the file"), "{problem}");
        assert!(problem.contains(reason), "{name}: {problem}");
    }
}

#[test]
fn a_file_whose_content_is_no_secret_is_not_quoted() {
    block_on(async {
        let world = World::new(TestDatabase::sqlite().await).await;
        // As root this can be read, otherwise not; either way none of it is shown.
        let text = "[[pool]]\nname = \"x\"\n[[pool.client]]\nid = \"a\"\nsecret = { file = \"/etc/shadow\" }\n\
                    settings = { confidential = true }\n";
        let problems = world.problems(text).await;
        assert!(problems[0].starts_with("5: pool.client.secret: "), "{problems:?}");
        assert!(!problems.concat().contains("root:"), "{problems:?}");
    });
}

#[test]
fn folders_and_links_that_lead_nowhere_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(refused(folder.path())[0].contains("has no .toml or .json file"));
    symlink(folder.path().join("b.toml"), folder.path().join("a.toml")).expect("a link");
    symlink(folder.path().join("a.toml"), folder.path().join("b.toml")).expect("a link");
    assert_eq!(refused(folder.path()).len(), 2);
    assert!(refused(Path::new("/no/such/file.toml"))[0].contains("cannot be read"));
    assert!(refused(Path::new("/dev/null"))[0].contains("is no regular file"));
}

#[test]
fn any_damage_to_a_good_file_is_taken_or_told() {
    let good = super::world::example();
    let mut seed = 0x9e37_79b9_u64;
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("a small number") % most
    };
    for _ in 0..500 {
        let mut bytes = good.clone().into_bytes();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            match next(4) {
                0 => bytes[at] = u8::try_from(next(128)).expect("a byte"),
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"\"[]{}=.\n#'"[next(10)]),
                _ => bytes.truncate(at.max(1)),
            }
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        // Whatever comes out, it is an answer and no panic.
        let problems = match Sources::of_text("x.toml", &text) {
            Ok(sources) => Document::read(&sources).err().unwrap_or_default(),
            Err(problems) => problems.into_list(),
        };
        assert!(problems.iter().all(|problem| !problem.reason.is_empty()));
    }
}
