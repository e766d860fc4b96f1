//! What a sheet makes of the texts on a page: each class's text against each background that it can come to stand on.
//!
//! Not a measure of good contrast (`vestibule theme check` has that): it refuses what nobody could read at all, because a
//! label, a mistake or the name of the place could be hidden that way.

use super::classes::{CLASSES, Class};
use super::{Declaration, Refusal, Rule, Sheet};
use crate::model::branding::ColorScheme;
use crate::render::colour::Colour;
use crate::render::theme::tokens::INVISIBLE;
use crate::render::theme::{Palette, Theme};

/// A colour, and the line that says it; none for a token of the theme.
type Said = (Colour, Option<usize>);

/// A text that is too like what is behind it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{mode}: .{class} has a contrast of {contrast:.2} : 1 where this rule applies")]
pub struct Faint {
    /// The line of the rule.
    pub line: usize,
    /// The class.
    pub class: &'static str,
    /// `light` or `dark`.
    pub mode: &'static str,
    /// The contrast.
    pub contrast: f64,
}

impl Sheet {
    /// Refuses a sheet on whose pages a text has the colour of what is behind it. `theme` is complete.
    ///
    /// # Errors
    /// The rule that does it.
    pub fn check_legible(&self, theme: &Theme) -> Result<(), Refusal> {
        match self.faint(theme, INVISIBLE).first() {
            None => Ok(()),
            Some(faint) => {
                let reason =
                    format!("nobody could read .{}: its text would be like what is behind it", faint.class);
                Err(Refusal::new(faint.line, reason))
            }
        }
    }

    /// Every text whose contrast the sheet brings below `least`.
    pub fn faint(&self, theme: &Theme, least: f64) -> Vec<Faint> {
        let scheme = theme.scheme();
        let mut found: Vec<Faint> = Vec::new();
        for (mode, palette) in [(ColorScheme::Light, &theme.light), (ColorScheme::Dark, &theme.dark)] {
            if scheme != ColorScheme::Auto && scheme != mode {
                continue;
            }
            let rules = self.rules.iter().filter(|rule| rule.media.in_scheme(mode).is_some()).collect();
            let look = Look { rules, palette, mode: mode.word() };
            for class in CLASSES.iter().filter(|class| class.also.is_none()) {
                for faint in look.faint(class, least) {
                    if !found.contains(&faint) {
                        found.push(faint);
                    }
                }
            }
        }
        found
    }
}

struct Look<'a> {
    rules: Vec<&'a Rule>,
    palette: &'a Palette,
    mode: &'static str,
}

impl Look<'_> {
    fn faint(&self, class: &Class, least: f64) -> Vec<Faint> {
        let Some(token) = class.front else { return Vec::new() };
        let mut fronts = self.said(class, &["color"]);
        if fronts.is_empty() {
            fronts.extend(self.token(token).map(|colour| (colour, None)));
        }
        let mut found = Vec::new();
        for (back, behind) in self.backs(class, 0) {
            for (front, line) in &fronts {
                let Some(line) = line.or(behind) else { continue };
                let contrast = front.over(back).contrast(back);
                if contrast < least {
                    found.push(Faint { line, class: class.name, mode: self.mode, contrast });
                }
            }
        }
        found
    }

    /// Every colour that can be behind a class.
    fn backs(&self, class: &Class, depth: usize) -> Vec<Said> {
        let under = match CLASSES.iter().find(|other| other.name == class.on) {
            Some(other) if depth < 8 => self.backs(other, depth + 1),
            _ => self.token("background").map(|colour| (colour, None)).into_iter().collect(),
        };
        let mut own = self.said(class, &["background-color", "background", "background-image"]);
        let covers = own.iter().any(|(colour, _)| colour.alpha >= 1.0);
        if own.is_empty() || !covers {
            own.extend(class.back.and_then(|token| self.token(token)).map(|colour| (colour, None)));
        }
        if own.is_empty() {
            return under;
        }
        let mut all = Vec::new();
        for (colour, line) in own {
            if colour.alpha >= 1.0 {
                all.push((colour, line));
            } else {
                all.extend(under.iter().map(|(below, other)| (colour.over(*below), line.or(*other))));
            }
        }
        all
    }

    /// The colours that the sheet says for a class in one of these properties.
    fn said(&self, class: &Class, properties: &[&str]) -> Vec<Said> {
        let declarations =
            self.rules.iter().filter(|rule| applies(rule, class)).flat_map(|rule| &rule.declarations);
        declarations
            .filter(|declaration| properties.contains(&declaration.property))
            .flat_map(|declaration| self.colours(declaration))
            .collect()
    }

    fn colours(&self, declaration: &Declaration) -> Vec<Said> {
        pieces(&declaration.value)
            .into_iter()
            .filter_map(|piece| {
                let token = piece.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
                let colour = match token {
                    Some(token) => self.token(token),
                    None => Colour::parse(&piece),
                };
                colour.map(|colour| (colour, Some(declaration.line)))
            })
            .collect()
    }

    fn token(&self, name: &str) -> Option<Colour> {
        self.palette.get(name).and_then(|value| Colour::parse(value))
    }
}

fn applies(rule: &Rule, class: &Class) -> bool {
    rule.selectors.iter().filter_map(|selector| selector.compounds.last()).any(|last| {
        last.classes
            .iter()
            .any(|name| CLASSES.iter().any(|known| known.name == *name && known.own().name == class.name))
    })
}

/// The parts of a value that can be colours: words, and functions other than gradients as a whole.
fn pieces(value: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut inside = false;
    for character in value.chars() {
        match character {
            '(' if current.ends_with("gradient") => current.clear(),
            '(' => {
                inside = true;
                current.push('(');
            }
            ')' if inside => {
                inside = false;
                current.push(')');
                found.push(std::mem::take(&mut current));
            }
            ' ' | ',' | ')' if !inside => found.push(std::mem::take(&mut current)),
            other => current.push(other),
        }
    }
    found.push(current);
    found.retain(|piece| !piece.is_empty());
    found
}
