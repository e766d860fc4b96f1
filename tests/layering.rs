//! The dependency direction of `docs/architecture.md`, read from the source: no tool, no exceptions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folder → the folders it may import; a name in capitals is one of [`GROUPS`]. What is not listed here is forbidden.
const MAY_IMPORT: &[(&str, &str)] = &[
    ("model", ""),
    ("metrics", "model"),
    ("crypto", "metrics"),
    ("config", "model"),
    ("store", "model metrics"),
    ("render", "model config"),
    ("outbound", "VOCABULARY"),
    ("env", "VOCABULARY ADAPTERS"),
    ("security", "BELOW"),
    ("messages", "BELOW security"),
    ("directory", "BELOW security messages"),
    ("federation", "BELOW security"),
    ("declare", "BELOW security messages directory"),
    ("authn", "BELOW security messages directory"),
    ("tokens", "BELOW security directory"),
    ("backup", "VOCABULARY store env security"),
    ("web", "VOCABULARY store render env security directory authn"),
    ("oauth", "SURFACE"),
    ("pages", "SURFACE"),
    ("api", "SURFACE"),
    ("dev", "SURFACE"),
    ("management", "SURFACE"),
    ("jobs", "VOCABULARY store env security messages directory tokens federation"),
    ("server", "BELOW SERVICES SURFACES jobs"),
    ("cli", "BELOW SERVICES SURFACES jobs backup server"),
];

const GROUPS: &[(&str, &str)] = &[
    ("VOCABULARY", "model metrics crypto config"),
    ("ADAPTERS", "store render outbound"),
    ("BELOW", "VOCABULARY ADAPTERS env"),
    ("SERVICES", "security messages directory federation declare authn tokens"),
    ("SURFACE", "BELOW security messages directory federation authn tokens web"),
    ("SURFACES", "web oauth pages api dev management"),
];

/// The folders that a list of [`MAY_IMPORT`] names.
fn folders(list: &'static str) -> BTreeSet<&'static str> {
    list.split_whitespace()
        .flat_map(|name| match GROUPS.iter().find(|(group, _)| *group == name) {
            Some((_, members)) => folders(members),
            None => BTreeSet::from([name]),
        })
        .collect()
}

#[test]
fn no_folder_imports_what_is_not_below_it() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        MAY_IMPORT.iter().map(|(folder, list)| (*folder, folders(list))).collect();
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(folder) = folder_of(&file) else { continue };
        let may = allowed.get(folder.as_str()).unwrap_or_else(|| panic!("src/{folder} is not in the table"));
        for imported in imports(&fs::read_to_string(&file).expect("a source file is readable")) {
            if imported != folder && !may.contains(imported.as_str()) {
                wrong.push(format!("{} imports {imported}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_store_knows_diesel() {
    for file in sources() {
        if folder_of(&file).as_deref() == Some("store") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file is readable");
        let named = code_lines(&text).any(|line| line.contains("diesel::") || line.contains("use diesel"));
        assert!(!named, "{} names diesel", file.display());
    }
}

#[test]
fn no_file_grows_past_six_hundred_lines() {
    for file in sources() {
        let lines = fs::read_to_string(&file).expect("a source file is readable").lines().count();
        assert!(lines <= 600, "{} has {lines} lines: look for the second idea in it", file.display());
    }
}

#[test]
fn every_folder_says_what_it_owns() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).expect("src is readable") {
        let module = entry.expect("an entry is readable").path().join("mod.rs");
        if module.exists() {
            let text = fs::read_to_string(&module).expect("a source file is readable");
            assert!(text.starts_with("//! "), "{} does not open with what it owns", module.display());
        }
    }
}

fn sources() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a source folder is readable") {
            let path = entry.expect("an entry is readable").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// `src/store/users.rs` → `store`, `src/jobs.rs` → `jobs`, `src/lib.rs` and `src/main.rs` → none.
fn folder_of(file: &Path) -> Option<String> {
    let inside =
        file.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a path under src");
    let first = inside.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    (first != "lib" && first != "main").then_some(first)
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

/// Every `crate::name` of the code, also inside `use crate::{a, b::c}`.
fn imports(text: &str) -> BTreeSet<String> {
    let code: String = code_lines(text).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => names.extend(outermost(list).iter().map(|item| first_word(item))),
            None => drop(names.insert(first_word(rest))),
        }
    }
    names.remove("");
    names
}

/// The items of a braced list up to its end; commas inside inner braces part nothing.
fn outermost(list: &str) -> Vec<String> {
    let (mut items, mut depth) = (vec![String::new()], 0);
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => items.push(String::new()),
            other => {
                depth += i32::from(other == '{') - i32::from(other == '}');
                items.last_mut().expect("there is always one").push(other);
            }
        }
    }
    items
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn imports_are_read_in_every_form() {
    let text = "use crate::store::users;\nuse crate::{model::ids, env::Env};\n// crate::pages\nfn f() { crate::web::x() }";
    let found: Vec<String> = imports(text).into_iter().collect();
    assert_eq!(found, ["env", "model", "store", "web"]);
}
