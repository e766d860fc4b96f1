//! `vestibule theme`.

use std::path::Path;
use std::process::{Command, Output};

use vestibule::render::cognito;
use vestibule::render::theme::{Library, unreadable};

fn vestibule(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vestibule")).args(arguments).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_built_in_theme_passes_the_check_and_is_listed() {
    let listed = said(&vestibule(&["theme", "list"]));
    for entry in std::fs::read_dir(root().join("themes")).expect("the themes") {
        let folder = entry.expect("an entry").path();
        let name = folder.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        assert!(listed.contains(&name), "{listed}");
        let output = vestibule(&["theme", "check", folder.to_str().expect("a path")]);
        assert!(output.status.success(), "{name}: {}", said(&output));
        assert!(said(&output).contains("documents were drawn"), "{name}");
        assert!(!said(&output).contains("warning"), "{name}: {}", said(&output));
    }
}

#[test]
fn a_hostile_or_broken_theme_is_told_with_file_and_line_and_fails() {
    let good = std::fs::read_to_string(root().join("themes/folio/theme.toml")).expect("a theme");
    let long = format!("/*{}*/", "x".repeat(10 * 1024 * 1024));
    let cases: &[(&str, &str, &str)] = &[
        (
            &good.replace("muted = \"#65574a\"", "mutd = \"#65574a\""),
            "",
            "theme.toml line 34: light has no token mutd; did you mean muted?",
        ),
        (
            &good.replace("muted = \"#65574a\"", "muted = \"#e0d8cc\""),
            "",
            "muted on surface has a contrast of",
        ),
        (&good.replace("muted = \"#65574a\"\n", ""), "", "light says nothing of muted"),
        (&good.replace("\"#65574a\"", "\"url(//x)\""), "", "light.muted has a value that is not permitted"),
        (&good, "\n\n@import \"x\";", "theme.css line 3: @import is not permitted"),
        (&good, ".card{background:url(x)}", "theme.css line 1: url( is not permitted"),
        (&good, ".card{width:expression(1)}", "theme.css line 1: expression( is not permitted"),
        (&good, &long, "theme.css line 1: the file has more than"),
        (&good, ".label{color:#fdf9f0}", "theme.css line 1: light: .label has a contrast of 1.0"),
        ("version = 9", "", "theme.toml line 1: this program knows version 1"),
        ("{", "", "theme.toml line 1: this is not TOML"),
    ];
    for (toml, css, wanted) in cases {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("theme.toml"), toml).expect("a file");
        std::fs::write(folder.path().join("theme.css"), css).expect("a file");
        let output =
            vestibule(&["theme", "check", "--language", "en", folder.path().to_str().expect("a path")]);
        let told = said(&output);
        assert!(!output.status.success(), "{wanted}: {told:.2000}");
        assert!(told.contains(wanted), "{wanted}: {told:.2000}");
        let json = vestibule(&[
            "theme",
            "check",
            "--json",
            "--language",
            "en",
            folder.path().to_str().expect("a path"),
        ]);
        let report: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
        assert_eq!(report["ok"], false, "{wanted}");
    }
    let folder = root().join("themes/folio");
    let no_language = vestibule(&["theme", "check", "--language", "xx", folder.to_str().expect("a path")]);
    assert!(!no_language.status.success() && said(&no_language).contains("none of these languages"));
    let nowhere = vestibule(&["theme", "check", "/nowhere"]);
    assert!(!nowhere.status.success() && said(&nowhere).contains("cannot be read"));
}

#[test]
fn the_pages_are_written_as_files_that_need_no_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().to_str().expect("a path");
    let output = vestibule(&["theme", "draw", to, "--theme", "mono", "--page", "Login", "--json"]);
    assert!(output.status.success(), "{}", said(&output));
    let drawn: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(drawn.len(), 2, "{drawn:?}");
    let file = folder.path().join(drawn[0]["file"].as_str().expect("a file"));
    let html = std::fs::read_to_string(file).expect("a page");
    assert!(
        html.contains("--radius:0px") && html.contains(".card {") && !html.contains("href=\"/assets/css")
    );
}

/// The defaults as Cognito documents them; what it does not say has the same defaults.
#[test]
fn cognitos_documented_defaults_become_a_theme_that_can_be_read() {
    let settings = serde_json::json!({
        "ManagedLoginBranding": { "Settings": {
            "categories": {
                "global": { "colorSchemeMode": "DYNAMIC", "spacingDensity": "REGULAR",
                            "pageHeader": { "enabled": false }, "pageFooter": { "enabled": false } },
                "form": { "location": { "horizontal": "START", "vertical": "CENTER" }, "displayGraphics": true },
                "unheardOf": { "x": [1, 2, 3] }
            },
            "componentClasses": {
                "buttons": { "borderRadius": 12.0 },
                "input": { "borderRadius": 8.0, "lightMode": { "defaults": { "borderColor": "7d8998ff" } } },
                "link": { "lightMode": { "defaults": { "textColor": "0972d3ff" } } }
            },
            "components": {
                "form": { "borderRadius": 8.0, "logo": { "location": "END" } },
                "primaryButton": { "darkMode": { "defaults": { "backgroundColor": "539fe5ff", "textColor": "000716ff" } } },
                "pageText": { "lightMode": { "headingColor": "not a colour" } }
            }
        } }
    });
    let branding = cognito::import(&settings.to_string()).expect("a branding");
    assert_eq!(branding.light["accent"], "#0972d3");
    assert_eq!(branding.light["text"], "#000716");
    assert_eq!(branding.dark["accent"], "#539fe5");
    assert_eq!(branding.shape["radius-button"], "12px");
    assert_eq!(branding.layout.placement.map(|one| one.word()), Some("start"));
    assert_eq!(branding.layout.logo_position.map(|one| one.word()), Some("end"));
    assert_eq!(branding.layout.scheme.map(|one| one.word()), Some("auto"));
    vestibule::render::Theme::check_branding(&branding, false).expect("a branding that can be set");
    let default = Library::built_in().expect("the themes").theme(None);
    let faint: Vec<String> =
        unreadable(&default.changed_by(&branding)).iter().map(ToString::to_string).collect();
    assert_eq!(faint, Vec::<String>::new());

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("settings.json");
    std::fs::write(&file, settings.to_string()).expect("a file");
    let output = vestibule(&["theme", "import-cognito", file.to_str().expect("a path")]);
    assert!(output.status.success(), "{}", said(&output));
    let theme = vestibule::render::Theme::parse(&said(&output)).expect("a theme");
    assert_eq!(theme.missing(), []);
    for (name, value) in &branding.light {
        assert_eq!(theme.light.get(name), Some(value), "{name}");
    }
    let declared =
        said(&vestibule(&["theme", "import-cognito", file.to_str().expect("a path"), "--as", "declaration"]));
    assert!(declared.contains("[pool.settings.branding.light]"), "{declared}");
    for (text, wanted) in [("{", "no JSON"), ("{}", "no branding of a managed login"), ("[1]", "no branding")]
    {
        std::fs::write(&file, text).expect("a file");
        let output = vestibule(&["theme", "import-cognito", file.to_str().expect("a path")]);
        assert!(!output.status.success() && said(&output).contains(wanted), "{text}: {}", said(&output));
    }
}
