//! `docs/configuration.md`, written from the table of settings.

use std::fmt::Write;

use super::table::{Fallback, Kind, SETTINGS, Setting};

const INTRODUCTION: &str = "\
# Configuration

<!-- Written by `vestibule config-docs > docs/configuration.md` from src/config/table.rs; a test compares them. -->

`vestibule serve` reads one TOML file, `--config FILE` (or `VESTIBULE_CONFIG`), else `vestibule.toml` in the current folder.
Every setting can also be given by an environment variable, which wins over the file; the file may even be absent.
[`vestibule.toml`](examples/vestibule.toml) is an example.

- `vestibule check` finds everything that is wrong with the settings and with what they speak of (certificates, database,
  keys, ports, memory), and says how to mend it; `--connect` also asks the mail server, `--json` is for scripts.
  It ends with 1 when the server would not start, with 0 when there are only warnings.
- A key or a `VESTIBULE_` variable that is not in this table is refused, so that a typo is never silent. Variables that the
  orchestrator sets by itself beside a service named `vestibule` (`VESTIBULE_SERVICE_…`, `VESTIBULE_PORT_…`) are passed over.
- Lists are separated by commas in variables. Relative paths in the file start at the file's own folder.
- A secret is a text, `{ env = \"NAME\" }` or `{ file = \"PATH\" }` in the file; by variable it is the value, or with `_FILE`
  behind the name the path of a file. Files are read without the end of their last line.
- Settings hold for the whole process and are read when it starts. What differs between pools and clients is in the
  database, see `vestibule apply`.
- Certificates are the exception: they are read again when the files change, and on SIGHUP.

";

/// The reference of every setting, in Markdown.
pub fn reference() -> String {
    let mut page = INTRODUCTION.to_owned();
    let mut group = None;
    for setting in SETTINGS {
        let own = setting.key.rsplit_once('.').map_or("", |(group, _)| group);
        if group != Some(own) {
            let heading = if own.is_empty() { "The server".to_owned() } else { format!("`[{own}]`") };
            let gap = if group.is_some() { "\n" } else { "" };
            // Writing to a text cannot fail.
            let _ = write!(
                page,
                "{gap}## {heading}\n\n| setting | variable | takes | default | meaning |\n|---|---|---|---|---|\n"
            );
            group = Some(own);
        }
        let _ = writeln!(page, "{}", row(setting));
    }
    page
}

fn row(setting: &Setting) -> String {
    let takes = match setting.kind {
        Kind::Text => "text".to_owned(),
        Kind::Word(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or "),
        Kind::Number(least, most) => format!("{least} to {most}"),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::List => "list".to_owned(),
        Kind::Path => "path".to_owned(),
        Kind::Secret => "secret".to_owned(),
    };
    let default = match setting.fallback {
        Fallback::Required => "**must be set**".to_owned(),
        Fallback::Nothing => "none".to_owned(),
        Fallback::Text("") => "empty".to_owned(),
        Fallback::Text(text) => format!("`{text}`"),
        Fallback::Found(what) => what.to_owned(),
    };
    let variable = match setting.kind {
        Kind::Secret => format!("`{0}`, `{0}_FILE`", setting.variable()),
        _ => format!("`{}`", setting.variable()),
    };
    format!("| `{}` | {variable} | {takes} | {default} | {} |", setting.key, setting.meaning)
}
