//! From tokens to rules.

use super::classes::{self, COGNITO, Class, STATES};
use super::media::Media;
use super::properties::{self, Property, Takes};
use super::tree::{self, Node, Part, trimmed};
use super::{Compound, Declaration, LONGEST, LONGEST_COGNITO, Refusal, Rule, Rules, Selector, Sheet, values};

/// How many rules a sheet may have.
const MOST_RULES: usize = 1000;

/// Reads a sheet.
///
/// # Errors
/// The first thing that is not permitted, with its line.
pub fn parse(source: &str, rules: Rules) -> Result<Sheet, Refusal> {
    let longest = if rules == Rules::Cognito { LONGEST_COGNITO } else { LONGEST };
    if source.len() > longest {
        return Err(Refusal::new(1, format!("the style sheet has more than {} KB", longest / 1024)));
    }
    let nodes = tree::read(source)?;
    let mut sheet = Sheet::default();
    let reader = Reader { rules };
    reader.rules(&nodes, &Media::default(), &mut sheet)?;
    Ok(sheet)
}

struct Reader {
    rules: Rules,
}

impl Reader {
    fn rules(&self, nodes: &[Node], media: &Media, sheet: &mut Sheet) -> Result<(), Refusal> {
        let mut rest = trimmed(nodes);
        while let Some(first) = rest.first() {
            let line = first.line;
            let end = rest.iter().position(|node| matches!(node.part, Part::Curly(_) | Part::Semicolon));
            let block = end.and_then(|end| match &rest[end].part {
                Part::Curly(inner) => Some((end, inner)),
                _ => None,
            });
            if let Part::At(name) = &first.part {
                self.at_rule(name, line, media)?;
            }
            let Some((end, inner)) = block else {
                return Err(Refusal::new(line, "a rule has no block in braces"));
            };
            if let Part::At(_) = &first.part {
                let media = Media::read(&rest[1..end], line)?;
                self.rules(inner, &media, sheet)?;
            } else {
                let rule = self.rule(&rest[..end], inner, media)?;
                if !rule.declarations.is_empty() {
                    sheet.rules.push(rule);
                }
            }
            if sheet.rules.len() > MOST_RULES {
                return Err(Refusal::new(line, format!("a style sheet has at most {MOST_RULES} rules")));
            }
            rest = trimmed(&rest[end + 1..]);
        }
        Ok(())
    }

    fn at_rule(&self, name: &str, line: usize, outer: &Media) -> Result<(), Refusal> {
        let name = name.to_ascii_lowercase();
        if name != "media" || self.rules == Rules::Cognito {
            let reason = match name.as_str() {
                "import" | "font-face" => ": pages load nothing from elsewhere",
                _ => "",
            };
            return Err(Refusal::new(line, format!("@{name} is not permitted{reason}")));
        }
        if outer.is_always() {
            Ok(())
        } else {
            Err(Refusal::new(line, "@media inside of @media is not permitted"))
        }
    }

    fn rule(&self, prelude: &[Node], body: &[Node], media: &Media) -> Result<Rule, Refusal> {
        let line = prelude.first().map_or(1, |node| node.line);
        let mut selectors = Vec::new();
        for selector in prelude.split(|node| node.part == Part::Comma) {
            selectors.push(self.selector(trimmed(selector), line)?);
        }
        if selectors.len() > 32 {
            return Err(Refusal::new(line, "a rule has at most 32 selectors"));
        }
        let mut declarations = Vec::new();
        for declaration in body.split(|node| node.part == Part::Semicolon) {
            let declaration = trimmed(declaration);
            if !declaration.is_empty() {
                declarations.extend(self.declaration(declaration, &selectors)?);
            }
        }
        Ok(Rule { line, media: media.clone(), selectors, declarations })
    }

    fn selector(&self, nodes: &[Node], line: usize) -> Result<Selector, Refusal> {
        let mut compounds: Vec<Compound> = Vec::new();
        let mut current = Compound { child: false, classes: Vec::new(), states: Vec::new() };
        let mut rest = nodes;
        while let Some((first, after)) = rest.split_first() {
            let line = first.line;
            match (&first.part, after) {
                (Part::Delimiter('.'), [Node { part: Part::Ident(name), .. }, after @ ..])
                    if current.states.is_empty() =>
                {
                    current.classes.push(self.class(name, line)?.name);
                    rest = after;
                }
                (Part::Colon, [Node { part: Part::Ident(name), .. }, after @ ..])
                    if !current.classes.is_empty() =>
                {
                    let state =
                        STATES.iter().find(|state| state.eq_ignore_ascii_case(name)).ok_or_else(|| {
                            Refusal::new(
                                line,
                                format!(
                                    "a selector takes no :{}; it takes {}",
                                    shown(name),
                                    STATES.join(", ")
                                ),
                            )
                        })?;
                    current.states.push(state);
                    rest = after;
                }
                (Part::Space | Part::Delimiter('>'), _) => {
                    let end = rest
                        .iter()
                        .position(|node| !matches!(node.part, Part::Space | Part::Delimiter('>')))
                        .ok_or_else(|| Refusal::new(line, "a selector ends too early"))?;
                    let signs = rest[..end].iter().filter(|node| node.part != Part::Space).count();
                    if current.classes.is_empty() || signs > 1 {
                        return Err(Refusal::new(line, "a selector has classes between its signs"));
                    }
                    compounds.push(current);
                    current = Compound { child: signs == 1, classes: Vec::new(), states: Vec::new() };
                    rest = &rest[end..];
                }
                _ => return Err(Refusal::new(line, not_a_selector(&first.part))),
            }
        }
        if current.classes.is_empty() {
            return Err(Refusal::new(line, "a selector has no class"));
        }
        compounds.push(current);
        if compounds.len() > 4 {
            return Err(Refusal::new(line, "a selector has at most four steps"));
        }
        if self.rules == Rules::Cognito && compounds.len() > 1 {
            return Err(Refusal::new(line, "Cognito's classic pages know single classes alone"));
        }
        Ok(Selector { compounds })
    }

    fn class(&self, name: &str, line: usize) -> Result<&'static Class, Refusal> {
        let known = classes::find(name).ok_or_else(|| {
            let near =
                crate::config::nearest(name, classes::CLASSES.iter().map(|class| class.name.to_owned()));
            Refusal::new(line, format!("the pages have no class .{}{near}", shown(name)))
        })?;
        if self.rules == Rules::Cognito && !COGNITO.iter().any(|(class, _)| *class == known.name) {
            return Err(Refusal::new(line, format!("Cognito's classic pages have no class .{}", known.name)));
        }
        Ok(known)
    }

    /// A declaration; none where it was understood and has no place here.
    fn declaration(&self, nodes: &[Node], selectors: &[Selector]) -> Result<Option<Declaration>, Refusal> {
        let line = nodes.first().map_or(1, |node| node.line);
        let [Node { part: Part::Ident(name), .. }, rest @ ..] = nodes else {
            return Err(Refusal::new(line, "here should be a property, a colon and a value"));
        };
        let [Node { part: Part::Colon, .. }, value @ ..] = trimmed(rest) else {
            return Err(Refusal::new(line, format!("{} has no value", shown(name))));
        };
        let value = trimmed(value);
        let lower = name.to_ascii_lowercase();
        if let Some(bad) = value.iter().find(|node| node.part == Part::Delimiter('!')) {
            return Err(Refusal::new(bad.line, "!important is not permitted, and not needed"));
        }
        let of_fields = |selector: &Selector| {
            selector.compounds.last().is_some_and(|compound| compound.classes == ["inputField-customizable"])
        };
        // Cognito's own example takes the ring away; here it stays.
        if lower == "outline" && selectors.iter().all(of_fields) && is_nothing(value) {
            return Ok(None);
        }
        let property = properties::find(&lower)
            .ok_or_else(|| Refusal::new(line, format!("{} {}", shown(&lower), properties::reason(&lower))))?;
        self.fits(property, selectors, line)?;
        let mut takes = property.takes;
        if takes == Takes::Shadow && !selectors.iter().all(has_wide_shadow) {
            takes = Takes::SmallShadow;
        }
        let value = values::value(takes, value, line)
            .map_err(|refusal| Refusal::new(refusal.line, format!("{} {}", property.name, refusal.reason)))?;
        Ok(Some(Declaration { line, property: property.name, value }))
    }

    fn fits(&self, property: &Property, selectors: &[Selector], line: usize) -> Result<(), Refusal> {
        for class in
            selectors.iter().filter_map(|selector| selector.compounds.last()).flat_map(|last| &last.classes)
        {
            let own = classes::find(class).map_or(*class, |class| class.own().name);
            let logo_alone = property.name == "max-height" && own != "logo";
            let text_alone = property.name == "display" && !["lead", "divider"].contains(&own);
            // A box's colour would be that of whatever stands in it; a picture has no text.
            let text_of_others = property.name == "color"
                && !["logo", "mark"].contains(&own)
                && classes::find(own).is_some_and(|class| class.front.is_none());
            // The panel is fixed beside the form: larger, it would lie over it.
            let over_the_form = own == "side" && properties::enlarges(property.name);
            if logo_alone || text_alone || text_of_others || over_the_form {
                return Err(Refusal::new(line, format!("{} is not permitted for .{class}", property.name)));
            }
            let cognito = COGNITO.iter().find(|(name, _)| name == class).map(|(_, properties)| *properties);
            if self.rules == Rules::Cognito && !cognito.is_some_and(|list| list.contains(&property.name)) {
                let message = format!("Cognito's classic pages do not take {} for .{class}", property.name);
                return Err(Refusal::new(line, message));
            }
        }
        Ok(())
    }
}

/// Whether shadows of these elements fall on the page alone, or on the room around a button.
fn has_wide_shadow(selector: &Selector) -> bool {
    const WIDE: [&str; 6] = ["card", "panel", "button", "button-primary", "button-secondary", "site-header"];
    let wide = |name: &&str| classes::find(name).is_some_and(|class| WIDE.contains(&class.own().name));
    selector.compounds.last().is_some_and(|last| last.classes.iter().all(wide))
}

fn is_nothing(value: &[Node]) -> bool {
    match value {
        [Node { part: Part::Number(number), .. }] => *number == 0.0,
        [Node { part: Part::Ident(word), .. }] => word.eq_ignore_ascii_case("none"),
        _ => false,
    }
}

fn not_a_selector(part: &Part) -> String {
    match part {
        Part::Ident(name) => format!("selectors name classes; {} is an element", shown(name)),
        Part::Hash(name) => format!("selectors name classes; #{} is an id", shown(name)),
        Part::Delimiter('*') => "selectors name classes; * is everything".to_owned(),
        Part::Function(name, _) => format!("a selector takes no {}(", shown(name)),
        Part::Colon => "a selector takes no pseudo-elements, and states only after a class".to_owned(),
        _ => "this is no selector".to_owned(),
    }
}

/// What somebody wrote, short enough for a sentence.
fn shown(text: &str) -> String {
    text.chars().take(40).map(|c| if c.is_control() { '?' } else { c }).collect()
}
