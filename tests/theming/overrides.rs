//! The operator's own templates and themes: single ones count, broken ones are named, and no page is lost.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vestibule::model::branding::Branding;
use vestibule::render::contexts::Login;
use vestibule::render::samples::samples;
use vestibule::render::{Frame, LookFolders, Page, Renderer};

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn renderer(folder: &TempDir) -> Renderer {
    let folders = LookFolders { templates: Some(folder.path().to_owned()), ..LookFolders::default() };
    Renderer::with(&folders).expect("a renderer")
}

fn login(renderer: &Renderer) -> String {
    let (_, page) = Login::samples().remove(0);
    let frame = Frame::new("en", "Demo", "", "bm9uY2U");
    renderer.page(&frame, &page).expect("a page")
}

fn faults(renderer: &Renderer) -> Vec<String> {
    renderer.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn a_template_and_a_component_stand_in_for_the_built_in_ones() {
    let folder = folder(&[
        (
            "pages/login.html",
            "{% extends \"layout.html\" %}{% block heading %}Own login{% endblock heading %}\
             {% block content %}<p>nonce:{{ nonce or \"out of reach\" }}</p>{% endblock content %}",
        ),
        (
            "components/mine.html",
            "{% component brand(logo, name: string) -%}<p class=\"own\">{{ name }}</p>{%- endcomponent brand %}",
        ),
    ]);
    let renderer = renderer(&folder);
    assert_eq!(faults(&renderer), Vec::<String>::new());
    let html = login(&renderer);
    assert!(html.contains("Own login") && html.contains("<p class=\"own\">Demo</p>"), "{html}");
    assert!(html.contains("nonce:out of reach"), "{html}");
    // The other components of the same built-in file are still there, and so is every page.
    assert!(html.contains("class=\"place"));
    for sample in samples() {
        sample.render(&renderer, &Frame::new("en", "Demo", "", "bm9uY2U")).expect("a page");
    }
}

#[test]
fn a_broken_template_is_named_with_its_line_and_the_built_in_one_is_shown() {
    let broken = [
        ("pages/login.html", "{% extends \"layout.html\" %}\n{% block content %}\n{% if x %}\n", "line"),
        (
            "pages/login.html",
            "{% extends \"layout.html\" %}\n\n{% block content %}{{ nothing.there }}{% endblock content %}",
            "line 3",
        ),
        ("pages/login.html", "\n{{ t(key=\"x\") | nofilter }}", "line 2: Unknown filter"),
        ("pages/login.html", "\n\n{{ <nothing /> }}", "line 3: Unknown component"),
        ("pages/login.html", "{{ \"never closed }}", "line 1: this tag is not closed"),
        ("pages/login.html", "\n{% include \"pages/login.html\" %}", "line 2: Circular include"),
        ("pages/login.html", "{% extends \"pages/login.html\" %}", "line 1: Circular"),
        ("pages/login.html", "<p>\n{% for a in range(end=9000) %}x{% endfor %}", "too many steps"),
        (
            "pages/login.html",
            "{% for a in range(end=90) %}{% for b in range(end=90) %}{% endfor %}{% endfor %}",
            "too many steps",
        ),
        ("pages/logins.html", "x", "no template of this name; did you mean pages/login.html?"),
        ("document.html", "{{ nonce }}", "line 1: this template alone has the nonce"),
        (
            "components/brand.html",
            "{% component brand(logo, name: string) -%}{{ <brand logo={logo} name={name} /> }}{%- endcomponent brand %}",
            "",
        ),
    ];
    let usual = login(&Renderer::new().expect("a renderer"));
    for (name, text, wanted) in broken {
        let folder = folder(&[
            (name, text),
            (
                "pages/error.html",
                "{% extends \"layout.html\" %}{% block heading %}Own error{% endblock heading %}",
            ),
        ]);
        let renderer = renderer(&folder);
        let found = faults(&renderer);
        let file = folder.path().join(name).display().to_string();
        assert!(
            found.iter().any(|fault| fault.contains(&file) && fault.contains(wanted)),
            "{name} {text:?}: {found:?}"
        );
        assert_eq!(login(&renderer), usual, "{name} {text:?}");
        // The good one beside it counts.
        let error = samples().into_iter().find(|sample| sample.page == "ErrorPage").expect("a sample");
        let frame = Frame::new("en", "Demo", "", "bm9uY2U");
        let drawn = error.render(&renderer, &frame).expect("a page");
        if name != "components/brand.html" {
            assert!(drawn.contains("Own error"), "{name} {text:?}");
        }
    }
}

#[test]
fn a_page_that_grows_without_end_is_drawn_by_the_built_in_template() {
    let long = format!("{{% for a in range(end=900) %}}{}{{% endfor %}}", "x".repeat(4000));
    let folder = folder(&[("pages/login.html", &long)]);
    let renderer = renderer(&folder);
    assert_eq!(login(&renderer), login(&Renderer::new().expect("a renderer")));
    assert_eq!(renderer.faults().len(), 1);
}

#[test]
fn too_many_files_or_too_large_ones_are_refused() {
    let large = folder(&[("pages/login.html", &"x".repeat(10 * 1024 * 1024))]);
    assert!(faults(&renderer(&large))[0].contains("more than 65536 bytes"));
    let many = tempfile::tempdir().expect("a folder");
    for number in 0..201 {
        write(many.path(), &format!("components/{number}.html"), "");
    }
    assert!(faults(&renderer(&many))[0].contains("more than 200 files"));
    let gone = LookFolders { templates: Some("/nowhere/at/all".into()), ..LookFolders::default() };
    let renderer = Renderer::with(&gone).expect("a renderer");
    assert!(renderer.faults()[0].message.contains("cannot be read"));
}

#[test]
fn a_saved_file_is_shown_at_the_next_page_where_that_is_wanted() {
    let page = |words: &str| {
        format!("{{% extends \"layout.html\" %}}{{% block heading %}}{words}{{% endblock heading %}}")
    };
    let folder = folder(&[("pages/login.html", &page("First words"))]);
    let folders = LookFolders { templates: Some(folder.path().to_owned()), themes: None, reload: true };
    let renderer = Renderer::with(&folders).expect("a renderer");
    assert!(login(&renderer).contains("First words"));
    write(folder.path(), "pages/login.html", &page("Other words, longer"));
    assert!(login(&renderer).contains("Other words, longer"));
    write(folder.path(), "pages/login.html", "{% broken");
    assert!(login(&renderer).contains("Sign in"));
}

#[test]
fn a_saved_theme_is_worn_at_the_next_page_and_a_lost_one_gives_way_to_the_default() {
    let look = |renderer: &Renderer| {
        let (_, page) = Login::samples().remove(0);
        let mut frame = Frame::new("en", "Demo", "", "bm9uY2U");
        frame.branding = Some(Branding { theme: Some("harbour".into()), ..Branding::default() });
        renderer.page(&frame, &page).expect("a page")
    };
    let themes = tempfile::tempdir().expect("a folder");
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/folio/theme.toml"));
    let source = source.expect("a theme");
    let accent = source.lines().find(|line| line.starts_with("accent = ")).expect("an accent").to_owned();
    let with = |colour: &str| source.replacen(&accent, &format!("accent = \"{colour}\""), 1);
    write(themes.path(), "harbour/theme.toml", &with("#712345"));
    let folders = LookFolders { templates: None, themes: Some(themes.path().to_owned()), reload: true };
    let renderer = Renderer::with(&folders).expect("a renderer");
    assert!(look(&renderer).contains("--accent:#712345;"));

    write(themes.path(), "harbour/theme.toml", &format!("{}\n# Saved.\n", with("#543217")));
    assert!(look(&renderer).contains("--accent:#543217;"));
    write(themes.path(), "harbour/theme.css", "/* own */ .title { letter-spacing: 2px; }");
    assert!(look(&renderer).contains("html .title{letter-spacing:2px;}"));
    write(themes.path(), "harbour/theme.css", ".title {\n display: none; }");
    let found = {
        look(&renderer);
        faults(&renderer)
    };
    assert!(found.iter().any(|fault| fault.contains("theme.css line 2: display")), "{found:?}");
    assert!(look(&renderer).contains("--accent:#3d4bd0;"), "the default theme's");
    fs::remove_dir_all(themes.path().join("harbour")).expect("the theme goes");
    assert!(look(&renderer).contains("--accent:#3d4bd0;"), "the default theme's");

    // A server that is not told to look again does not.
    write(themes.path(), "harbour/theme.toml", &with("#712345"));
    let still = Renderer::with(&LookFolders { reload: false, ..folders }).expect("a renderer");
    write(themes.path(), "harbour/theme.toml", &with("#54321700"));
    assert!(look(&still).contains("--accent:#712345;"));
}
