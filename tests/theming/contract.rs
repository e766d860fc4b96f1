//! What a theme was promised: one that was written for version 1 goes on working.

use std::path::Path;

use scraper::{Html, Selector};
use vestibule::model::branding::{Branding, ColorScheme, Layout};
use vestibule::render::css::classes::CLASSES;
use vestibule::render::css::properties::PROPERTIES;
use vestibule::render::samples::{self, samples};
use vestibule::render::theme::{Library, tokens, unreadable};
use vestibule::render::{LookFolders, Renderer};

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/themes")
}

/// The theme in `tests/fixtures` is never changed: it is one that somebody wrote long ago.
#[test]
fn a_theme_of_version_1_loads_and_draws_every_page() {
    let library = Library::built_in().expect("the built-in themes");
    let theme = library.read(&fixtures().join("of_version_1")).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(theme.missing(), []);
    assert_eq!(unreadable(&theme), []);
    insta::assert_snapshot!("tokens_of_version_1", theme.tokens_css().replace(';', ";\n"));
    insta::assert_snapshot!(
        "sheet_of_version_1",
        theme.sheet.published(ColorScheme::Auto).replace('}', "}\n")
    );

    let folders = LookFolders { themes: Some(fixtures()), ..LookFolders::default() };
    let renderer = Renderer::with(&folders).expect("a renderer");
    // A theme's folder is named with hyphens; this one is not, which is told and harms nobody.
    assert_eq!(renderer.faults().len(), 1);
    let renderer = Renderer::wearing("vintage", theme).expect("a renderer");
    for sample in samples() {
        let mut frame = samples::frame("en", "Demo", "bm9uY2U");
        frame.branding = Some(Branding { theme: Some("vintage".into()), ..Branding::default() });
        let html = sample.render(&renderer, &frame).unwrap_or_else(|error| panic!("{sample:?}: {error:?}"));
        assert!(html.contains("--accent:#7a2048;"), "{sample:?}");
    }
}

/// The classes are the contract of the templates: none may vanish from them.
#[test]
fn every_class_of_the_contract_is_worn_by_some_page() {
    let renderer = Renderer::new().expect("a renderer");
    let mut pages = Vec::new();
    for sample in samples().iter().filter(|sample| sample.is_public()) {
        for layout in [
            Layout::default(),
            Layout {
                header: Some(true),
                placement: Some(vestibule::model::branding::Placement::Split),
                ..Layout::default()
            },
        ] {
            let mut frame = samples::frame("en", "Demo", "bm9uY2U");
            frame.notice = Some(vestibule::render::Notice::password_changed());
            if layout.header.is_some() {
                frame.notice.as_mut().expect("a notice").tone = vestibule::render::Tone::Warning;
            }
            frame.pictures.logo = Some("/branding/x.png".into());
            frame.branding = Some(Branding { layout, ..Branding::default() });
            pages.push(Html::parse_document(&sample.render(&renderer, &frame).expect("a page")));
            frame.pictures.logo = None;
            pages.push(Html::parse_document(&sample.render(&renderer, &frame).expect("a page")));
        }
    }
    for class in CLASSES {
        let name = class.name;
        let selector = Selector::parse(&format!(".{name}")).expect("a selector");
        let worn: Vec<_> = pages.iter().flat_map(|page| page.select(&selector)).collect();
        assert!(!worn.is_empty(), "no page wears .{name}");
        if let Some(own) = class.also {
            let strangers =
                worn.iter().filter(|one| !one.value().classes().any(|class| class == own)).count();
            assert_eq!(strangers, 0, ".{name} stands beside .{own}");
        }
    }
}

/// The names in `tests/fixtures/themes/contract_1.txt` are promised: the file only grows.
#[test]
fn no_name_of_version_1_is_taken_back() {
    let text = std::fs::read_to_string(fixtures().join("contract_1.txt")).expect("the list");
    let mut current: std::collections::BTreeSet<String> =
        CLASSES.iter().map(|class| format!(".{}", class.name)).collect();
    current.extend(tokens::SHAPE.iter().map(|token| format!("shape.{}", token.name)));
    current.extend(tokens::COLOURS.iter().map(|token| format!("colours.{}", token.name)));
    current.extend(PROPERTIES.iter().map(|property| property.name.to_owned()));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let promised = text.lines().map(ToOwned::to_owned);
        let all: std::collections::BTreeSet<String> = promised.chain(current.iter().cloned()).collect();
        let lines: Vec<String> = all.into_iter().collect();
        std::fs::write(fixtures().join("contract_1.txt"), lines.join("\n") + "\n").expect("it is written");
    }
    let taken_back: Vec<&str> = text.lines().filter(|name| !current.contains(*name)).collect();
    assert_eq!(taken_back, Vec::<&str>::new());
    if std::env::var_os("UPDATE_DOCS").is_none() {
        let unpromised: Vec<&String> =
            current.iter().filter(|name| !text.lines().any(|line| line == *name)).collect();
        assert!(
            unpromised.is_empty(),
            "run UPDATE_DOCS=1 cargo test --test suite -- theming: {unpromised:?}"
        );
    }
}

#[test]
fn where_the_person_is_is_said_on_every_page_with_every_choice() {
    let renderer = Renderer::new().expect("a renderer");
    let line = Selector::parse(".place, .site-name, .bar-name").expect("a selector");
    for (header, footer) in [(false, false), (false, true), (true, false), (true, true)] {
        for sample in samples().iter().filter(|sample| sample.is_public()) {
            let mut frame = samples::frame("en", "Harbour & Sons", "bm9uY2U");
            let layout = Layout { header: Some(header), footer: Some(footer), ..Layout::default() };
            frame.branding = Some(Branding { layout, ..Branding::default() });
            let page = Html::parse_document(&sample.render(&renderer, &frame).expect("a page"));
            let named = page.select(&line).any(|one| one.text().collect::<String>() == "Harbour & Sons");
            assert!(named, "{sample:?} with header {header} and footer {footer}");
        }
    }
}

#[test]
fn tokens_of_a_look_are_those_that_the_style_sheet_uses() {
    let sheet =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css/vestibule.css"))
            .expect("the sheet");
    for token in tokens::SHAPE.iter().chain(tokens::COLOURS) {
        assert!(sheet.contains(&format!("var(--{})", token.name)), "nothing uses {}", token.name);
    }
}
