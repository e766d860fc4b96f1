//! The operator's own templates: files of one folder that stand in for single templates and components.
//!
//! They are trusted to mean well and not to be right. A file that cannot be read is left out and named with its line;
//! includes that run in a circle are refused; loops and components count their steps, so that a runaway ends as a mistake,
//! and the page is then drawn by the built-in template. `document.html` is not theirs: it alone has the nonce.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;

use super::disk;
use super::theme::ThemeFault;

/// Limits of one folder.
const MOST_FILES: usize = 200;
const LONGEST: u64 = 64 * 1024;

/// How many steps of loops and calls of components one page may take.
const STEPS: u32 = 5000;

/// How many signs `~` one `set` may have: with [`LONGEST_VALUE`] they bound how fast a text can grow.
const MOST_JOINED: usize = 8;

/// The most bytes of a text that `set` has put together.
const LONGEST_VALUE: usize = 64 * 1024;

/// The most bytes that a page may have.
pub(super) const LONGEST_PAGE: usize = 2 * 1024 * 1024;

/// Below this a name is a file of components, whatever it is called.
const COMPONENTS: &str = "components/";

/// A file of the folder, ready to be added.
#[derive(Clone, Debug)]
pub(super) struct OwnTemplate {
    /// Its path in the folder.
    pub(super) file: String,
    /// Its name among the templates.
    pub(super) name: String,
    /// Its text with the steps counted.
    pub(super) source: String,
    /// The components that it defines.
    pub(super) components: BTreeSet<String>,
}

/// What is wrong with a file, or several.
pub(super) fn fault(file: &str, line: usize, message: impl Into<String>) -> ThemeFault {
    ThemeFault { file: file.to_owned(), line, message: message.into() }
}

/// Reads the folder. `built_in` are the names of the program's templates.
pub(super) fn read(folder: &Path, built_in: &[String]) -> (Vec<OwnTemplate>, Vec<ThemeFault>) {
    let (mut own, mut faults) = (Vec::new(), Vec::new());
    let place = |name: &str| folder.join(name).display().to_string();
    let names = match disk::files(folder) {
        Ok(names) => names,
        Err(error) => {
            let message = format!("the folder cannot be read: {error}");
            return (own, vec![fault(&folder.display().to_string(), 1, message)]);
        }
    };
    if names.len() > MOST_FILES {
        let message = format!("the folder has more than {MOST_FILES} files");
        return (own, vec![fault(&folder.display().to_string(), 1, message)]);
    }
    for name in names.iter().filter(|name| name.ends_with(".html")) {
        let read = permitted(name, built_in).and_then(|()| disk::text(&folder.join(name), LONGEST));
        match read.map_err(|message| (1, message)).and_then(|source| counted(&source)) {
            Ok((source, components)) => {
                let is_part = name.starts_with(COMPONENTS);
                let own_name = if is_part { format!("own/{name}") } else { name.clone() };
                own.push(OwnTemplate { file: place(name), name: own_name, source, components });
            }
            Err((line, message)) => faults.push(fault(&place(name), line, message)),
        }
    }
    (own, faults)
}

fn permitted(name: &str, built_in: &[String]) -> Result<(), String> {
    if name == "document.html" {
        return Err("this template alone has the nonce of the page's policy and cannot be replaced; replace layout.html".into());
    }
    if name.starts_with(COMPONENTS) || built_in.iter().any(|known| known == name) {
        return Ok(());
    }
    let near = crate::config::nearest(name, built_in.iter().cloned());
    Err(format!("there is no template of this name{near}; files of components go below {COMPONENTS}"))
}

/// A built-in template without the components that the operator has.
pub(super) fn without(source: &str, components: &BTreeSet<String>) -> String {
    let mut text = source.to_owned();
    for name in components {
        let opening = format!("{{% component {name}(");
        let closing = format!("endcomponent {name} %}}");
        if let Some(start) = text.find(&opening)
            && let Some(length) = text[start..].find(&closing)
        {
            text.replace_range(start..start + length + closing.len(), "");
        }
    }
    text
}

thread_local! {
    static STEPS_LEFT: Cell<u32> = const { Cell::new(STEPS) };
}

/// Before each page.
pub(super) fn start_counting() {
    STEPS_LEFT.set(STEPS);
}

/// Counts a step of a loop, or a call of a component.
pub(super) fn step() -> Result<&'static str, &'static str> {
    let left = STEPS_LEFT.get();
    if left == 0 {
        return Err("the template takes too many steps: a loop or a component runs without end");
    }
    STEPS_LEFT.set(left - 1);
    Ok("")
}

/// Refuses a text that has grown without end.
pub(super) fn bounded(text: &str) -> Result<(), &'static str> {
    if text.len() > LONGEST_VALUE {
        Err("a text that the template puts together is too long")
    } else {
        Ok(())
    }
}

/// The template with its steps counted, and the components that it defines.
fn counted(source: &str) -> Result<(String, BTreeSet<String>), (usize, String)> {
    let mut out = String::with_capacity(source.len() + 256);
    let mut components = BTreeSet::new();
    let mut rest = source;
    while let Some(start) = rest.find(['{']) {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let line = 1 + source[..source.len() - tag.len()].matches('\n').count();
        let closing = match tag.as_bytes().get(1) {
            Some(b'#') => "#}",
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            _ => {
                out.push('{');
                rest = &tag[1..];
                continue;
            }
        };
        let end = end_of(tag, closing).ok_or((line, format!("this tag is not closed with {closing}")))?;
        let (whole, after) = tag.split_at(end);
        rest = after;
        if closing == "#}" {
            out.push_str(whole);
            continue;
        }
        let words = outside_quotes(&whole[2..whole.len() - 2]);
        let words: Vec<&str> = words.trim_start_matches('-').split_whitespace().collect();
        let loops = words.iter().filter(|word| **word == "for").count();
        let first = words.first().copied().unwrap_or_default();
        if closing == "%}" && first == "include" {
            out.push_str(if whole.starts_with("{%-") { "{{- step() }}" } else { "{{ step() }}" });
        }
        out.push_str(whole);
        if first.starts_with("set") && outside_quotes(whole).matches('~').count() > MOST_JOINED {
            return Err((line, format!("set puts at most {MOST_JOINED} texts together with ~")));
        }
        if closing == "%}" && first == "raw" {
            let length = rest.find("endraw").ok_or((line, "raw is not ended".to_owned()))?;
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        if loops > 1 + usize::from(first == "for") {
            return Err((line, "a loop inside of a loop of one expression is not permitted".into()));
        }
        let begins = closing == "%}" && (first == "for" || first == "component");
        if begins {
            let trims = whole.ends_with("-%}");
            out.push_str(if trims { "{{- step() -}}" } else { "{{ step() }}" });
        }
        let said = words.get(1).map(|word| word.split('=').next().unwrap_or_default());
        if let (true, Some(name)) = (first.starts_with("set") && whole.contains('~') && closing == "%}", said)
        {
            let trims = whole.ends_with("-%}");
            out.push_str(&if trims {
                format!("{{{{- bounded(text={name}) -}}}}")
            } else {
                format!("{{{{ bounded(text={name}) }}}}")
            });
        }
        if first == "component" && closing == "%}" {
            let name = words.get(1).and_then(|word| word.split('(').next()).unwrap_or_default();
            components.insert(name.to_owned());
        }
    }
    out.push_str(rest);
    Ok((out, components))
}

/// Where a tag ends; what is in quotes does not end it.
fn end_of(tag: &str, closing: &str) -> Option<usize> {
    if closing == "#}" {
        return tag.find("#}").map(|at| at + 2);
    }
    let mut quote = None;
    for (at, character) in tag.char_indices().skip(2) {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None if matches!(character, '"' | '\'' | '`') => quote = Some(character),
            None if tag[at..].starts_with(closing) => return Some(at + 2),
            None => {}
        }
    }
    None
}

fn outside_quotes(text: &str) -> String {
    let mut quote = None;
    let mut out = String::new();
    for character in text.chars() {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None if matches!(character, '"' | '\'' | '`') => quote = Some(character),
            None => out.push(if "[](){},".contains(character) && character != '(' { ' ' } else { character }),
        }
    }
    out
}

/// The line of a file that an error of the template engine speaks of, and what it says, without the picture of the place.
pub(super) fn place_of(error: &str, name: &str) -> Option<(usize, String)> {
    let marker = format!("--> {name}:");
    let (before, after) = error.split_once(marker.as_str())?;
    let line = after.split(':').next()?.parse().ok()?;
    let said = before.rsplit("error:").next().unwrap_or(before).lines().next().unwrap_or_default().trim();
    Some((line, said.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_and_components_are_counted_and_nothing_else_changes() {
        let (out, components) = counted(
            "{# for #}{% for a in b -%} x {%- endfor %}{% component me(a: string) -%}{{ \"%}\" }}{%- endcomponent me %}{ {{ c }}",
        )
        .expect("a template");
        assert_eq!(
            out,
            "{# for #}{% for a in b -%}{{- step() -}} x {%- endfor %}{% component me(a: string) -%}{{- step() -}}\
             {{ \"%}\" }}{%- endcomponent me %}{ {{ c }}"
        );
        assert!(components.contains("me"));
        for (broken, line) in
            [("x\n{% if", 2), ("{{ \"%}", 1), ("\n\n{{ [[y for y in x] for x in z] }}", 3), ("{% raw %}", 1)]
        {
            assert_eq!(counted(broken).expect_err(broken).0, line, "{broken}");
        }
    }

    #[test]
    fn includes_and_texts_that_grow_are_counted() {
        let (out, _) = counted("{% include \"a\" %} {%- include \"b\" %}{% set a = a ~ a %}{% set b = 1 %}")
            .expect("one");
        assert_eq!(
            out,
            "{{ step() }}{% include \"a\" %} {{- step() }}{%- include \"b\" %}{% set a = a ~ a %}{{ bounded(text=a) }}\
             {% set b = 1 %}"
        );
        let long = format!("{{% set a = a{} %}}", " ~ a".repeat(9));
        assert!(counted(&long).expect_err("too many").1.contains('~'));
        assert!(bounded(&"x".repeat(64 * 1024)).is_ok() && bounded(&"x".repeat(64 * 1024 + 1)).is_err());
    }

    #[test]
    fn a_replaced_component_leaves_the_others() {
        let source =
            "{% component a(x) -%}1{%- endcomponent a %}\n{% component b(x) -%}2{%- endcomponent b %}";
        let left = without(source, &BTreeSet::from(["a".to_owned()]));
        assert_eq!(left.trim(), "{% component b(x) -%}2{%- endcomponent b %}");
    }
}
