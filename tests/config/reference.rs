//! The documentation of settings and the settings themselves are one.

use std::path::{Path, PathBuf};

use vestibule::config::{self, Fallback, Kind, MailSettings, SETTINGS, Source};

fn docs(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

#[test]
fn the_page_of_settings_is_written_from_the_table() {
    let page = std::fs::read_to_string(docs("configuration.md")).expect("the page");
    assert!(
        page == config::reference(),
        "docs/configuration.md is stale: cargo run -- config-docs > docs/configuration.md"
    );
}

#[test]
fn the_example_can_be_used() {
    // With the one file beside it that it names.
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(docs("examples/vestibule.toml"), folder.path().join("vestibule.toml")).expect("a copy");
    std::fs::write(folder.path().join("smtp-password"), "p\n").expect("a file");
    let source = Source { file: folder.path().join("vestibule.toml"), named: true };
    let loaded = config::load(&source, std::iter::empty()).unwrap_or_else(|findings| panic!("{findings}"));
    assert_eq!(loaded.settings.origin(), "https://auth.example.com");
    assert!(matches!(loaded.settings.mail, MailSettings::Smtp { .. }));
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    // The other way in, which is written beside it.
    let text = std::fs::read_to_string(docs("examples/vestibule.toml")).expect("the example");
    for key in ["[https]", "certificate_file", "key_file", "default_pool", "domain_suffix", "[sms.gateway]"] {
        assert!(text.contains(key), "{key}");
    }
}

#[test]
fn every_setting_has_a_key_a_meaning_and_a_default_that_can_be_read() {
    for (index, setting) in SETTINGS.iter().enumerate() {
        assert!(
            SETTINGS[..index].iter().all(|other| other.variable() != setting.variable()),
            "{}",
            setting.key
        );
        assert!(setting.meaning.ends_with('.') && !setting.meaning.contains('|'), "{}", setting.key);
        assert!(setting.key.chars().all(|c| c.is_ascii_lowercase() || "._".contains(c)), "{}", setting.key);
        if let (Kind::Word(words), Fallback::Text(default)) = (setting.kind, setting.fallback) {
            assert!(words.contains(&default), "{}", setting.key);
        }
    }
}

/// Each setting, given a value of the wrong kind by its variable, is complained of under that name: it is read.
#[test]
fn no_setting_of_the_table_is_passed_over() {
    for setting in SETTINGS {
        let bad = match setting.kind {
            Kind::Secret => continue,
            Kind::Number(_, most) => (most + 1).to_string(),
            Kind::List => "\u{1}".to_owned(),
            _ => "\u{1} \u{1}".to_owned(),
        };
        let source = Source { file: "/nowhere.toml".into(), named: false };
        let findings =
            config::load(&source, [(setting.variable().into(), bad.into())]).err().expect("refused");
        let place = setting.variable();
        assert!(
            findings.0.iter().any(|finding| finding.is_error() && finding.place == place),
            "nobody reads {}: {findings}",
            setting.key
        );
    }
}
