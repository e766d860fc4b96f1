//! docs/theming.md has every token, choice, class and property; with UPDATE_DOCS they are written there.

use std::fmt::Write as _;
use std::path::Path;

use vestibule::render::css::classes::{CLASSES, STATES};
use vestibule::render::css::properties::PROPERTIES;
use vestibule::render::theme::tokens::{COLOURS, PAIRS, SHAPE, Token};

const BEGIN: &str = "<!-- generated: UPDATE_DOCS=1 cargo test --test suite -- theming -->";
const END: &str = "<!-- end of what is generated -->";

fn generated() -> String {
    let mut out = String::new();
    let tokens = |out: &mut String, title: &str, tokens: &[Token]| {
        let _ =
            write!(out, "\n### {title}\n\n| token | meaning | where a theme says nothing |\n|---|---|---|\n");
        for token in tokens {
            let otherwise = match token.otherwise {
                None => "must be said".to_owned(),
                Some("") => String::new(),
                Some(other) => format!("`{other}`"),
            };
            let _ = writeln!(out, "| `{}` | {} | {otherwise} |", token.name, token.meaning);
        }
    };
    tokens(&mut out, "Tokens of `shape`", SHAPE);
    tokens(&mut out, "Tokens of `light` and `dark`", COLOURS);
    out.push_str("\n### What must be told apart\n\n| in front | behind | least contrast |\n|---|---|---|\n");
    for (front, back, least) in PAIRS {
        let _ = writeln!(out, "| `{front}` | `{back}` | {least} : 1 |");
    }
    out.push_str("\n### Classes\n\n| class | what wears it |\n|---|---|\n");
    for class in CLASSES.iter().filter(|class| class.also.is_none()) {
        let _ = writeln!(out, "| `.{}` | {} |", class.name, class.meaning);
    }
    out.push_str("\n### Cognito's classes\n\n| class | stands beside | what wears it |\n|---|---|---|\n");
    for class in CLASSES {
        if let Some(own) = class.also {
            let _ = writeln!(out, "| `.{}` | `.{own}` | {} |", class.name, class.meaning);
        }
    }
    let states: Vec<String> = STATES.iter().map(|state| format!("`:{state}`")).collect();
    let _ = write!(out, "\n### States\n\n{}\n", states.join(", "));
    let properties: Vec<String> = PROPERTIES.iter().map(|property| format!("`{}`", property.name)).collect();
    let _ = write!(out, "\n### Properties\n\n{}\n\n", properties.join(", "));
    out
}

#[test]
fn the_documentation_has_the_whole_contract() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/theming.md");
    let text = std::fs::read_to_string(&file).expect("docs/theming.md");
    let (before, rest) = text.split_once(BEGIN).expect("the mark at the beginning");
    let (there, after) = rest.split_once(END).expect("the mark at the end");
    let wanted = generated();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, format!("{before}{BEGIN}\n{wanted}{END}{after}")).expect("it is written");
        return;
    }
    assert_eq!(there.trim(), wanted.trim(), "run UPDATE_DOCS=1 cargo test --test suite -- theming");
}
