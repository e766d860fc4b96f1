//! The reference of settings in docs/declaration.md is written from the source: names, types, defaults, meaning.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value as Json;
use vestibule::model::client::ClientSettings;
use vestibule::model::pool::PoolSettings;

const BEGIN: &str = "<!-- generated: settings -->\n";
const END: &str = "<!-- end of generated -->\n";

/// The files that hold the types of settings.
const SOURCES: [&str; 13] = [
    include_str!("../../src/model/pool.rs"),
    include_str!("../../src/model/client.rs"),
    include_str!("../../src/model/attributes.rs"),
    include_str!("../../src/model/password_policy.rs"),
    include_str!("../../src/model/message.rs"),
    include_str!("../../src/model/branding.rs"),
    include_str!("../../src/model/languages.rs"),
    include_str!("../../src/model/branding/layout.rs"),
    include_str!("../../src/model/account.rs"),
    include_str!("../../src/model/acr.rs"),
    include_str!("../../src/model/limits.rs"),
    include_str!("../../src/model/agreement.rs"),
    include_str!("../../src/model/passkey.rs"),
];

struct Field {
    name: String,
    kind: String,
    meaning: String,
}

/// The lines between a type's opening and closing brace.
fn body(opening: &str) -> Option<(&'static str, &'static str)> {
    SOURCES.iter().find_map(|source| {
        let (before, rest) = source.split_once(opening)?;
        Some((before, rest.split_once("\n}\n")?.0))
    })
}

fn fields(name: &str) -> Option<Vec<Field>> {
    let (_, body) = body(&format!("pub struct {name} {{\n"))?;
    let mut fields = Vec::new();
    let mut meaning = Vec::new();
    for line in body.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            meaning.push(text);
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|field| field.split_once(": "))
        {
            let kind = kind.trim_end_matches(',').to_owned();
            fields.push(Field { name: name.to_owned(), kind, meaning: meaning.join(" ") });
            meaning.clear();
        }
    }
    Some(fields)
}

/// The words of an enumeration as they are written.
fn words(name: &str) -> Option<Vec<String>> {
    let (_, body) = body(&format!("pub enum {name} {{\n"))?;
    let mut words = Vec::new();
    let mut renamed = None;
    for line in body.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("#[serde(rename = \"") {
            renamed = rest.split('"').next().map(str::to_owned);
        } else if !line.starts_with("//") && !line.starts_with('#') && !line.is_empty() {
            let variant = line.trim_end_matches(',');
            let snake = variant.char_indices().fold(String::new(), |mut word, (at, c)| {
                if at > 0 && c.is_uppercase() {
                    word.push('_');
                }
                word.extend(c.to_lowercase());
                word
            });
            words.push(renamed.take().unwrap_or(snake));
        }
    }
    Some(words)
}

fn described(kind: &str) -> String {
    if let Some(inner) = kind.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return described(inner);
    }
    if let Some(inner) = kind.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("list of {}", described(inner));
    }
    match kind {
        "bool" => "boolean".to_owned(),
        "u32" | "i64" => "number".to_owned(),
        "String" | "SharedText" => "text".to_owned(),
        "DiscoveryAddress" => "`custom`, `prefix`, `root`, `path`".to_owned(),
        "TokenLife" => "`{ value, unit }`, unit seconds, minutes, hours or days".to_owned(),
        "PoolTexts" => "tables of texts by language".to_owned(),
        "BTreeMap<String, String>" => "table of texts".to_owned(),
        other => match words(other) {
            Some(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
            None if fields(other).is_some() => "tables, see below".to_owned(),
            None => panic!("{other} is not described"),
        },
    }
}

fn shown(default: Option<&Json>) -> String {
    match default {
        None | Some(Json::Null) => String::new(),
        Some(Json::Object(map)) if map.contains_key("unit") => {
            format!("`{{ value = {}, unit = {} }}`", map["value"], map["unit"])
        }
        Some(Json::Object(_)) => String::new(),
        Some(value) => format!("`{value}`"),
    }
}

fn rows(out: &mut String, kind: &str, path: &str, default: &Json) {
    for field in fields(kind).unwrap_or_else(|| panic!("{kind} is a struct")) {
        let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
        let below = default.get(&field.name);
        if field.kind != "TokenLife" && fields(&field.kind).is_some() {
            rows(out, &field.kind, &path, below.unwrap_or(&Json::Null));
            continue;
        }
        let (kind, default) = (described(&field.kind), shown(below));
        writeln!(out, "| `{path}` | {kind} | {default} | {} |", field.meaning.replace('|', "\\|"))
            .expect("a string takes it");
    }
}

fn generated() -> String {
    let mut out = String::from(BEGIN);
    let tables: [(&str, &str, Json); 3] = [
        ("Settings of a pool", "PoolSettings", serde_json::to_value(PoolSettings::default()).expect("JSON")),
        (
            "Settings of a client",
            "ClientSettings",
            serde_json::to_value(ClientSettings::default()).expect("JSON"),
        ),
        ("An entry of `schema`", "AttributeSchema", Json::Null),
    ];
    for (title, kind, default) in tables {
        write!(out, "\n## {title}\n\n| setting | value | default | meaning |\n|---|---|---|---|\n")
            .expect("fits");
        rows(&mut out, kind, "", &default);
    }
    out.push('\n');
    out.push_str(END);
    out
}

/// `UPDATE_DOCS=1` writes the file anew.
#[test]
fn the_reference_is_what_the_source_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/declaration.md");
    let text = std::fs::read_to_string(&path).expect("the documentation");
    let (before, rest) = text.split_once(BEGIN).expect("where it begins");
    let (_, after) = rest.split_once(END).expect("where it ends");
    let wanted = format!("{before}{}{after}", generated());
    if std::env::var("UPDATE_DOCS").as_deref() == Ok("1") {
        std::fs::write(&path, &wanted).expect("it can be written");
        return;
    }
    assert!(text == wanted, "docs/declaration.md is out of date; run the test with UPDATE_DOCS=1");
}
