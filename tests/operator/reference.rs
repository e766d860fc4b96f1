//! `docs/commands.md` says what the program does.

use std::path::Path;

#[test]
fn the_reference_of_commands_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    let wanted = vestibule::cli::reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &wanted).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == wanted,
        "docs/commands.md is not what the program says; write it anew with \
         UPDATE_DOCS=1 cargo test --test suite operator::reference"
    );
}

#[test]
fn no_command_takes_a_secret_as_an_argument() {
    let text = vestibule::cli::reference();
    for line in text.lines().filter(|line| line.starts_with("- `--")) {
        let name = line.trim_start_matches("- `--").split(['`', ' ']).next().unwrap_or_default();
        let takes_text = line.contains(&format!("`--{name} "));
        let secret = ["password", "secret", "token", "key", "seed"].iter().any(|word| name.contains(word));
        let elsewhere = name.starts_with("without-")
            || name.ends_with("-file")
            || name.ends_with("-env")
            || name.ends_with("-stdin");
        assert!(!(takes_text && secret && !elsewhere), "{line}");
    }
}
