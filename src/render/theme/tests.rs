use super::*;
use crate::model::branding::SharedText;

fn minimal(light: &str) -> String {
    format!("version = 1\n[shape]\n[light]\n{light}\n[dark]\n")
}

fn with_accent(value: &str) -> Result<Theme, Vec<Fault>> {
    Theme::parse(&minimal(&format!("accent = '''{value}'''")))
}

#[test]
fn tokens_become_custom_properties_of_their_mode() {
    let source =
        "version = 1\n[shape]\nradius = \"8px\"\n[light]\naccent = \"#123456\"\n[dark]\naccent = \"#abc\"";
    let mut theme = Theme::parse(source).expect("a theme");
    let dark = "@media (prefers-color-scheme:dark){:root{--accent:#abc;}}";
    assert_eq!(theme.tokens_css(), format!(":root{{--radius:8px;--accent:#123456;}}{dark}"));
    theme.layout.scheme = Some(ColorScheme::Light);
    assert_eq!(theme.tokens_css(), ":root{--radius:8px;--accent:#123456;}");
    theme.layout.scheme = Some(ColorScheme::Dark);
    assert_eq!(theme.tokens_css(), ":root{--radius:8px;--accent:#abc;}");
}

#[test]
fn a_value_cannot_leave_its_declaration() {
    for value in [
        "red;}",
        "</style>",
        "url(//x)",
        "URL(//x)",
        "\\75rl(x)",
        "/*",
        "rgb(1",
        "\"x",
        "image-set(x)",
        "@import",
        "expression(1)",
        "",
    ] {
        let faults = with_accent(value).expect_err(value);
        assert!(faults[0].message.contains("not permitted"), "{value}: {faults:?}");
        assert_eq!(faults[0].line, 4, "{value}");
    }
    with_accent("0 1px 2px rgb(10 10 20 / 0.1)").expect_err("a slash could begin a comment");
    with_accent("color-mix(in srgb, #fff 20%, var(--x))").expect_err("nobody could measure it");
    with_accent("hsl(120, 100%, 25%)").expect("a colour");
}

#[test]
fn a_token_says_what_it_is_for_and_nothing_else() {
    for (name, value) in [
        ("glow", "#565c6d 900%"),
        ("shadow", "0 -40rem 0 20rem #f3f4f8"),
        ("shadow", "0 0 0 200px #fff"),
        ("shadow", "\"'\"'"),
        ("focus-soft", "#fff, 0 0 0 200rem #fff"),
        ("focus", "transparent"),
        ("focus", "#0000"),
        ("background", "#00000000"),
        ("surface", "rgba(1, 2, 3, 0.5)"),
        ("border", "\"'\""),
        ("text", "var(--surface)"),
        ("font", "\"'\"'"),
        ("font", "var(--font)"),
        ("font-mono", "x, 'y"),
    ] {
        assert!(value::check(name, value).is_err(), "{name}: {value}");
    }
    for (name, value) in [
        ("glow", "rgba(1, 2, 3, 0.1)"),
        ("focus-soft", "#00000010"),
        ("shadow", "none"),
        ("shadow", "0 1px 2px rgba(16, 19, 40, 0.05), 0 12px 40px -12px #10132828"),
        ("border", "rebeccapurple"),
        ("font", "system-ui, -apple-system, 'Segoe UI', P052, serif"),
    ] {
        value::check(name, value).unwrap_or_else(|error| panic!("{name}: {value}: {error}"));
    }
}

#[test]
fn every_fault_of_a_theme_is_named_with_its_line() {
    let source = "version = 2\ntitel = \"x\"\n[layout]\nplacement = \"middle\"\nheader = 1\n[shape]\nradius = \"9000px\"\n\
                  [light]\nacent = \"#fff\"\naccent = 3\n[dark]\naccent = \"#000\"\n";
    let faults = Theme::parse(source).expect_err("a broken theme");
    let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [1, 2, 4, 5, 7, 9, 10]);
    assert!(faults[1].message.contains("titel"), "{faults:?}");
    assert!(faults[2].message.contains("`center`"), "{faults:?}");
    assert!(faults[5].message.contains("did you mean accent?"), "{faults:?}");
    let broken = Theme::parse("version = 1\n[light\n").expect_err("no TOML");
    assert_eq!(broken[0].line, 2, "{broken:?}");
    let long = format!("version = 1\n# {}", "x".repeat(10 * 1024 * 1024));
    assert!(Theme::parse(&long).expect_err("too long")[0].message.contains("longer"));
    assert!(Theme::parse("[light]\n[dark]").expect_err("no version")[0].message.contains("version = 1"));
}

#[test]
fn every_built_in_theme_says_everything_in_both_modes() {
    for name in built_in_names() {
        let theme = library::find(&name).expect("a built-in theme");
        assert_eq!(theme.missing(), [], "{name}");
        assert!(theme.light.keys().eq(theme.dark.keys()), "{name}");
        assert!(!theme.title.is_empty() && !theme.description.is_empty(), "{name}");
    }
    assert!(built_in_names().len() >= 5);
}

/// WCAG 2.2: 1.4.3 (text, 4.5 : 1) and 1.4.11 (borders of fields and the focus ring, 3 : 1); in both modes, whichever the
/// theme chooses by itself.
#[test]
fn every_built_in_theme_has_enough_contrast() {
    for name in built_in_names() {
        let mut theme = library::find(&name).expect("a built-in theme").as_ref().clone();
        theme.layout.scheme = Some(ColorScheme::Auto);
        theme.layout.background = Some(crate::model::branding::Background::Gradient);
        let found: Vec<String> = unreadable(&theme).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
        theme.sheet.check_legible(&theme).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
    }
}

#[test]
fn a_theme_that_lacks_a_newer_token_gets_what_stands_in() {
    let theme = Theme::parse(&minimal("accent = \"#112233\"\non-accent = \"#ffffff\"")).expect("a theme");
    assert!(theme.missing().contains(&("light", "text")));
    let base = library::find(DEFAULT).expect("the default theme");
    let theme = theme.complete(Some(&base));
    assert_eq!(theme.light["side"], "#112233");
    assert_eq!(theme.light["text"], base.light["text"]);
    assert_eq!(theme.shape["size-heading"], "1.5rem");
}

#[test]
fn a_branding_may_not_hide_a_text() {
    let with = |name: &str, value: &str| Branding {
        light: Palette::from([(name.to_owned(), value.to_owned())]),
        ..Branding::default()
    };
    Theme::check_branding(&with("accent", "#0b6e4f"), false).expect("an accent");
    for (name, value) in [
        ("muted", "#ffffff"),
        ("danger", "#fff"),
        ("surface", "#14161d"),
        ("focus", "#fff"),
        ("warning", "#fff"),
    ] {
        let refusal = Theme::check_branding(&with(name, value), false).expect_err(name);
        assert!(matches!(refusal, ThemeError::Unreadable(_)), "{name}: {refusal}");
    }
    let css = |css: &str, cognito| {
        let branding = Branding { css: Some(SharedText::from(css)), ..Branding::default() };
        Theme::check_branding(&branding, cognito).map_err(|error| error.to_string())
    };
    css(".title{color:#224466}", false).expect("a colour");
    assert!(css(".title{color:#224466}", true).expect_err("no class of Cognito's").contains("line 1"));
    assert!(
        css(".label{color:#ffffff}", false).expect_err("white on white").contains("nobody could read .label")
    );
}
