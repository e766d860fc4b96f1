//! What a sheet makes of the texts on a page: each class's text against each background that it can come to stand on.
//!
//! Not a measure of good contrast (`vestibule theme check` has that): it refuses what nobody could read at all, because a
//! label, a mistake or the name of the place could be hidden that way. In doubt it takes the worse case: a rule with a
//! state, a condition or an outer class may never apply, a gradient may not be drawn, a card may be see-through.

use super::classes::{CLASSES, Class, HIDDEN, find};
use super::grounds::{ground, pieces};
use super::{Refusal, Rule, Sheet};
use crate::model::branding::{Background, ColorScheme, Layout, Placement};
use crate::render::colour::Colour;
use crate::render::theme::tokens::INVISIBLE;
use crate::render::theme::{Palette, Theme};

/// The most colours that may come to stand behind one class, or in front of it: each is measured with each.
const MOST_BACKS: usize = 256;
const MOST_FRONTS: usize = 64;

/// Where a colour comes from: of two colours that are only ever said together with others, not every pair can be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Source {
    /// The pages' own sheet.
    Base,
    /// The rule of this number, which says text and background together.
    Pair(usize),
    /// Anything else: meets everything.
    Loose,
}

impl Source {
    fn meets(self, other: Self) -> bool {
        self == other || self == Self::Loose || other == Self::Loose
    }
}

/// A colour; the line that says it, none for a token of the theme.
#[derive(Clone, Copy, Debug)]
struct Said {
    colour: Colour,
    line: Option<usize>,
    source: Source,
}

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
        match self.faint(theme, INVISIBLE)?.first() {
            None => Ok(()),
            Some(faint) => {
                let reason =
                    format!("nobody could read .{}: its text would be like what is behind it", faint.class);
                Err(Refusal::new(faint.line, reason))
            }
        }
    }

    /// Every text whose contrast the sheet brings below `least`.
    ///
    /// # Errors
    /// More colours than can be measured.
    pub fn faint(&self, theme: &Theme, least: f64) -> Result<Vec<Faint>, Refusal> {
        let scheme = theme.scheme();
        let mut found: Vec<Faint> = Vec::new();
        for (mode, palette) in [(ColorScheme::Light, &theme.light), (ColorScheme::Dark, &theme.dark)] {
            if scheme != ColorScheme::Auto && scheme != mode {
                continue;
            }
            let rules = self
                .rules
                .iter()
                .filter_map(|rule| Some((rule, rule.media.in_scheme(mode)?.is_always())))
                .collect();
            let look = Look { rules, palette, layout: &theme.layout, mode: mode.word() };
            for class in CLASSES.iter().filter(|class| class.also.is_none()).chain(HIDDEN) {
                look.faint(class, least, &mut found)?;
            }
            look.faint_rings(least.min(3.0), &mut found);
        }
        Ok(found)
    }

    /// This sheet with the rules of `upper` after its own, whose lines alone count.
    #[must_use]
    pub fn below(&self, upper: &Self) -> Self {
        let mut both = self.clone();
        for declaration in both.rules.iter_mut().flat_map(|rule| &mut rule.declarations) {
            declaration.line = 0;
        }
        both.rules.extend(upper.rules.iter().cloned());
        both
    }
}

struct Look<'a> {
    /// The rules that can apply in this mode, and whether they do so whatever the page's width and the person's wishes.
    rules: Vec<(&'a Rule, bool)>,
    palette: &'a Palette,
    layout: &'a Layout,
    mode: &'static str,
}

impl Look<'_> {
    fn faint(&self, class: &Class, least: f64, found: &mut Vec<Faint>) -> Result<(), Refusal> {
        if class.front.is_none() {
            return Ok(());
        }
        let fronts = self.fronts(class)?;
        let mut lines: Vec<usize> = Vec::new();
        for back in self.backs(class, 0)? {
            for front in fronts.iter().filter(|front| front.source.meets(back.source)) {
                let Some(line) = front.line.max(back.line) else { continue };
                let contrast = front.colour.over(back.colour).contrast(back.colour);
                if contrast < least && !lines.contains(&line) {
                    lines.push(line);
                    found.push(Faint { line, class: class.name, mode: self.mode, contrast });
                }
            }
        }
        Ok(())
    }

    /// A focus ring like the card is none.
    fn faint_rings(&self, least: f64, found: &mut Vec<Faint>) {
        let Some(surface) = self.token("surface") else { return };
        for (rule, _) in &self.rules {
            let mut last = rule.selectors.iter().filter_map(|selector| selector.compounds.last());
            let Some(class) = last.find_map(|last| last.classes.first()) else { continue };
            for ring in rule.declarations.iter().filter(|one| one.property.starts_with("outline")) {
                for colour in pieces(&ring.value).iter().filter_map(|piece| self.colour(piece)) {
                    let contrast = colour.over(surface).contrast(surface);
                    if contrast < least {
                        found.push(Faint { line: ring.line, class, mode: self.mode, contrast });
                    }
                }
            }
        }
    }

    /// Every colour that the text of a class can have.
    fn fronts(&self, class: &Class) -> Result<Vec<Said>, Refusal> {
        let mut all = Few::new(MOST_FRONTS);
        let mut is_sure = false;
        for (number, rule, sure) in self.applying(class) {
            let source = if self.covers(rule) { Source::Pair(number) } else { Source::Loose };
            for (colour, line) in self.texts(rule) {
                is_sure |= sure;
                all.push(Said { colour, line: Some(line), source })?;
            }
        }
        if is_sure {
            return Ok(all.list);
        }
        if let Some(colour) = class.front.and_then(|token| self.token(token)) {
            all.push(Said { colour, line: None, source: Source::Base })?;
        }
        // Without a colour of its own a text has that of what it stands in.
        let inherits = class.front == Some("text") && class.back.is_none();
        let mut outer = find(class.on).filter(|_| inherits);
        while let Some(class) = outer {
            for (_, rule, _) in self.applying(class) {
                for (colour, line) in self.texts(rule) {
                    all.push(Said { colour, line: Some(line), source: Source::Loose })?;
                }
            }
            outer = find(class.on);
        }
        Ok(all.list)
    }

    /// Every colour that can be behind a class.
    fn backs(&self, class: &Class, depth: usize) -> Result<Vec<Said>, Refusal> {
        let under = match find(class.on) {
            Some(other) if depth < 8 => self.backs(other, depth + 1)?,
            _ => self.body(),
        };
        // Below 30 rem the card is see-through.
        let is_card = class.name == "card";
        let mut base = self.tokens_behind(class);
        if base.is_empty() || is_card {
            base.extend(under.iter().map(|one| Said { source: Source::Base, ..*one }));
        }
        let mut all = Few::new(MOST_BACKS);
        let mut thin: Vec<Said> = Vec::new();
        let mut covered = false;
        for (number, rule, sure) in self.applying(class) {
            let is_pair = self.covers(rule) && self.texts(rule).next().is_some();
            for declaration in &rule.declarations {
                let Some((plain, drawn)) = ground(declaration) else { continue };
                let line = Some(declaration.line);
                let drawn = drawn.iter().filter_map(|piece| self.colour(piece));
                thin.extend(drawn.map(|colour| Said { colour, line, source: Source::Loose }));
                let Some(colour) = plain.and_then(|piece| self.colour(&piece)) else { continue };
                if colour.alpha < 1.0 {
                    thin.push(Said { colour, line, source: Source::Loose });
                    continue;
                }
                // Not every text is in such a box.
                covered |= sure && (class.front.is_some() || class.name == "page");
                let source = if is_pair { Source::Pair(number) } else { Source::Loose };
                all.push(Said { colour, line, source })?;
            }
        }
        if !covered {
            all.extend(&base)?;
        }
        let loose: Vec<Said> = under.iter().map(|one| Said { source: Source::Loose, ..*one }).collect();
        if is_card && self.layout.placement == Some(Placement::Full) {
            // Where the card is everywhere, the pages' own sheet takes its background away whatever a theme says.
            all.extend(&loose)?;
        }
        let on_picture = ["card", "place", "legal", "bar", "account-nav"].contains(&class.name);
        if on_picture && self.layout.background == Some(Background::Image) {
            let surface = self.token("surface");
            let said = surface.map(|colour| Said { colour, line: None, source: Source::Loose });
            all.extend(said.as_slice())?;
        }
        let below: Vec<Said> =
            all.list.iter().chain(if thin.is_empty() { &[] } else { loose.as_slice() }).copied().collect();
        for one in &thin {
            for back in &below {
                let colour = one.colour.over(back.colour);
                all.push(Said { colour, line: one.line.max(back.line), source: Source::Loose })?;
                if one.colour.alpha >= 1.0 {
                    break;
                }
            }
        }
        Ok(all.list)
    }

    /// What the pages' own sheet has behind everything, in any width.
    fn body(&self) -> Vec<Said> {
        let kind = self.layout.background;
        let plain = self.token("background");
        let gradient = self.token("background-2").filter(|_| kind == Some(Background::Gradient));
        let glow = self.token("glow").filter(|_| kind == Some(Background::Glow));
        let glow = glow.zip(plain).map(|(glow, plain)| glow.over(plain));
        let all = [plain, gradient, glow, self.token("surface")];
        all.into_iter().flatten().map(|colour| Said { colour, line: None, source: Source::Base }).collect()
    }

    fn tokens_behind(&self, class: &Class) -> Vec<Said> {
        let second = (class.name == "side").then_some("side-2");
        let colours = class.back.into_iter().chain(second).filter_map(|token| self.token(token));
        colours.map(|colour| Said { colour, line: None, source: Source::Base }).collect()
    }

    /// The rules for a class: number, rule, and whether nothing can keep it from applying to every element of the class.
    fn applying(&self, class: &Class) -> impl Iterator<Item = (usize, &Rule, bool)> {
        let (name, worn) = (class.name, class.wears());
        self.rules.iter().enumerate().filter_map(move |(number, (rule, always))| {
            let (mut applies, mut sure) = (false, false);
            for selector in &rule.selectors {
                let Some(last) = selector.compounds.last() else { continue };
                let own = |said: &&&str| {
                    let known = find(said).map(|class| class.own().name);
                    known.is_some_and(|known| known == name || worn.contains(&known))
                };
                let Some(said) = last.classes.iter().find(own) else { continue };
                applies = true;
                let alone =
                    selector.compounds.len() == 1 && last.classes.len() == 1 && last.states.is_empty();
                // These two stand beside some buttons of their kind, not all.
                let some = ["idpButton-customizable", "socialButton-customizable"].contains(said);
                sure |= *always && alone && !some;
            }
            applies.then_some((number, *rule, sure))
        })
    }

    /// The colours that a rule says for text, with their lines.
    fn texts(&self, rule: &Rule) -> impl Iterator<Item = (Colour, usize)> {
        let colours = rule.declarations.iter().filter(|one| one.property == "color");
        colours.filter_map(|one| Some((self.colour(&one.value)?, one.line)))
    }

    /// Whether a rule puts a colour behind the text through which nothing is seen.
    fn covers(&self, rule: &Rule) -> bool {
        let plain = rule.declarations.iter().filter_map(ground).filter_map(|(plain, _)| plain).next_back();
        plain.and_then(|plain| self.colour(&plain)).is_some_and(|colour| colour.alpha >= 1.0)
    }

    fn colour(&self, piece: &str) -> Option<Colour> {
        match piece.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            Some(token) => self.token(token),
            None => Colour::parse(piece),
        }
    }

    fn token(&self, name: &str) -> Option<Colour> {
        self.palette.get(name).and_then(|value| Colour::parse(value))
    }
}

/// Colours without repetition, up to a number.
struct Few {
    list: Vec<Said>,
    most: usize,
}

impl Few {
    fn new(most: usize) -> Self {
        Self { list: Vec::new(), most }
    }

    fn extend(&mut self, all: &[Said]) -> Result<(), Refusal> {
        all.iter().try_for_each(|one| self.push(*one))
    }

    fn push(&mut self, mut new: Said) -> Result<(), Refusal> {
        new.colour.channels = new.colour.channels.map(f64::round);
        let same = |one: &&mut Said| one.source == new.source && one.colour == new.colour;
        if let Some(known) = self.list.iter_mut().find(same) {
            known.line = known.line.max(new.line);
            return Ok(());
        }
        if self.list.len() >= self.most {
            let reason = format!("more than {} colours could come together at one text", self.most);
            return Err(Refusal::new(new.line.unwrap_or_default(), reason));
        }
        self.list.push(new);
        Ok(())
    }
}
