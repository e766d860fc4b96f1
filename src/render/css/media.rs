//! What a media rule may ask: how wide the page is, and what the person prefers.

use std::fmt;

use super::Refusal;
use super::tree::{Node, Part, trimmed};
use crate::model::branding::ColorScheme;

/// Lists of conditions; one list must hold as a whole. Empty: always.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Media {
    lists: Vec<Vec<Condition>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    feature: &'static str,
    value: String,
}

const PREFERENCES: [(&str, &[&str]); 4] = [
    ("prefers-color-scheme", &["light", "dark"]),
    ("prefers-reduced-motion", &["reduce", "no-preference"]),
    ("prefers-contrast", &["more", "less", "no-preference"]),
    ("forced-colors", &["active", "none"]),
];

impl Media {
    /// Whether nothing is asked.
    pub fn is_always(&self) -> bool {
        self.lists.is_empty()
    }

    /// What is left of it on pages in one scheme; `None` when it never holds there.
    pub(super) fn in_scheme(&self, scheme: ColorScheme) -> Option<Self> {
        if self.is_always() || scheme == ColorScheme::Auto {
            return Some(self.clone());
        }
        let asks = |condition: &Condition| condition.feature == "prefers-color-scheme";
        let holds = |list: &&Vec<Condition>| {
            list.iter().all(|condition| !asks(condition) || condition.value == scheme.word())
        };
        let lists: Vec<Vec<Condition>> = self
            .lists
            .iter()
            .filter(holds)
            .map(|list| list.iter().filter(|condition| !asks(condition)).cloned().collect())
            .collect();
        if lists.is_empty() {
            return None;
        }
        // A list without conditions holds always, and the others with it.
        if lists.iter().any(Vec::is_empty) { Some(Self::default()) } else { Some(Self { lists }) }
    }

    /// What stands between `@media` and its block.
    pub(super) fn read(nodes: &[Node], line: usize) -> Result<Self, Refusal> {
        let mut lists = Vec::new();
        for list in trimmed(nodes).split(|node| node.part == Part::Comma) {
            let mut conditions = Vec::new();
            for (index, node) in list.iter().filter(|node| node.part != Part::Space).enumerate() {
                match &node.part {
                    Part::Ident(word) if index % 2 == 1 && word.eq_ignore_ascii_case("and") => {}
                    Part::Round(inner) if index % 2 == 0 => conditions.push(condition(inner, line)?),
                    _ => return Err(Refusal::new(line, WANTED)),
                }
            }
            if conditions.is_empty() || conditions.len() > 4 {
                return Err(Refusal::new(line, WANTED));
            }
            lists.push(conditions);
        }
        if lists.len() > 4 {
            return Err(Refusal::new(line, "@media takes at most four lists of conditions"));
        }
        Ok(Self { lists })
    }
}

const WANTED: &str = "@media takes (min-width: …), (max-width: …), (prefers-color-scheme: …), \
                      (prefers-reduced-motion: …), (prefers-contrast: …) and (forced-colors: …), with `and` between them";

fn condition(nodes: &[Node], line: usize) -> Result<Condition, Refusal> {
    let wrong = || Refusal::new(line, WANTED);
    let nodes: Vec<&Node> = nodes.iter().filter(|node| node.part != Part::Space).collect();
    let [name, colon, value] = nodes.as_slice() else { return Err(wrong()) };
    let (Part::Ident(name), Part::Colon) = (&name.part, &colon.part) else { return Err(wrong()) };
    let name = name.to_ascii_lowercase();
    if let Some(feature) = ["min-width", "max-width"].into_iter().find(|feature| *feature == name) {
        return match &value.part {
            Part::Dimension(number, unit)
                if ["px", "em", "rem"].contains(&unit.as_str()) && (0.0..=10_000.0).contains(number) =>
            {
                Ok(Condition { feature, value: format!("{number}{unit}") })
            }
            _ => Err(wrong()),
        };
    }
    let (feature, words) = PREFERENCES.into_iter().find(|(feature, _)| *feature == name).ok_or_else(wrong)?;
    let Part::Ident(word) = &value.part else { return Err(wrong()) };
    let word = words.iter().find(|known| known.eq_ignore_ascii_case(word)).ok_or_else(wrong)?;
    Ok(Condition { feature, value: (*word).to_owned() })
}

impl fmt::Display for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, list) in self.lists.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "," })?;
            for (index, condition) in list.iter().enumerate() {
                f.write_str(if index == 0 { "" } else { " and " })?;
                write!(f, "({}:{})", condition.feature, condition.value)?;
            }
        }
        Ok(())
    }
}
