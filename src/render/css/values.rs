//! Values: what each kind of property takes, written anew from what was read.

use super::Refusal;
use super::properties::{Kind, Takes};
use super::tree::{self, Node, Part, trimmed};
use crate::render::colour::Colour;
use crate::render::theme::tokens::COLOURS;

/// The text of a value.
pub(super) fn value(takes: Takes, nodes: &[Node], line: usize) -> Result<String, Refusal> {
    let reader = Reader { line };
    let nodes = trimmed(nodes);
    if nodes.is_empty() {
        return Err(reader.refuse("has no value"));
    }
    match takes {
        Takes::TextColour => reader.text_colour(nodes),
        Takes::Colour => reader.colour(nodes),
        Takes::Background => reader.background(nodes),
        Takes::Lengths(kind, most) => reader.lengths(kind, most, nodes),
        Takes::Border => reader.border(nodes, false),
        Takes::Outline => reader.border(nodes, true),
        Takes::BorderStyle => reader.word(nodes, LINES),
        Takes::Shadow => reader.shadow(nodes, false),
        Takes::SmallShadow => reader.shadow(nodes, true),
        Takes::Families => reader.families(nodes),
        Takes::Weight => reader.weight(nodes),
        Takes::LineHeight => reader.line_height(nodes),
        Takes::Word(words) => reader.word(nodes, words),
        Takes::Position => reader.places(nodes, &["left", "center", "right", "top", "bottom"]),
        Takes::Size => reader.places(nodes, &["auto", "cover", "contain"]),
    }
}

/// A token's shadow as a sheet would write it.
///
/// # Errors
/// What a sheet may not say either.
pub(in crate::render) fn shadow(text: &str) -> Result<String, Refusal> {
    value(Takes::Shadow, &tree::read(text)?, 1)
}

/// A token's families as a sheet would write them; no other tokens.
///
/// # Errors
/// What a sheet may not say either.
pub(in crate::render) fn families(text: &str) -> Result<String, Refusal> {
    if text.contains('(') {
        return Err(Refusal::new(1, "takes names of installed families"));
    }
    value(Takes::Families, &tree::read(text)?, 1)
}

const LINES: &[&str] = &["solid", "dashed", "dotted", "double", "none"];
const GRADIENTS: [&str; 6] = [
    "linear-gradient",
    "radial-gradient",
    "conic-gradient",
    "repeating-linear-gradient",
    "repeating-radial-gradient",
    "repeating-conic-gradient",
];
const GRADIENT_WORDS: [&str; 15] = [
    "to",
    "at",
    "from",
    "top",
    "right",
    "bottom",
    "left",
    "center",
    "circle",
    "ellipse",
    "closest-side",
    "closest-corner",
    "farthest-side",
    "farthest-corner",
    "transparent",
];
const MOST_STOPS: usize = 16;
const UNITS: [&str; 8] = ["px", "rem", "em", "ch", "pt", "vw", "vh", "%"];

struct Reader {
    line: usize,
}

impl Reader {
    fn refuse(&self, reason: impl Into<String>) -> Refusal {
        Refusal::new(self.line, reason)
    }

    fn one<'a>(&self, nodes: &'a [Node]) -> Result<&'a Node, Refusal> {
        match nodes {
            [node] => Ok(node),
            _ => Err(self.refuse("takes one value")),
        }
    }

    fn word(&self, nodes: &[Node], words: &[&str]) -> Result<String, Refusal> {
        let node = self.one(nodes)?;
        if let Part::Ident(word) = &node.part
            && let Some(known) = words.iter().find(|known| known.eq_ignore_ascii_case(word))
        {
            return Ok((*known).to_owned());
        }
        Err(self.refuse(format!("takes one of {}", words.join(", "))))
    }

    fn colour(&self, nodes: &[Node]) -> Result<String, Refusal> {
        self.colour_of(self.one(nodes)?)
    }

    fn text_colour(&self, nodes: &[Node]) -> Result<String, Refusal> {
        let node = self.one(nodes)?;
        let text = self.colour_of(node)?;
        let see_through = Colour::parse(&text).is_some_and(|colour| colour.alpha < 1.0);
        let soft = ["var(--glow)", "var(--focus-soft)", "var(--shadow)"].contains(&text.as_str());
        if see_through || soft {
            return Err(self.refuse("must be a colour through which nothing is seen"));
        }
        Ok(text)
    }

    /// A colour as `#rrggbb`, `rgba(…)`, or the token it comes from.
    fn colour_of(&self, node: &Node) -> Result<String, Refusal> {
        let wrong = || self.refuse("takes a colour: #rrggbb, rgb(), hsl(), a name, or var(--token)");
        match &node.part {
            Part::Hash(digits) => Colour::parse(&format!("#{digits}")).map(Colour::css).ok_or_else(wrong),
            Part::Ident(name) if name.eq_ignore_ascii_case("transparent") => Ok("transparent".to_owned()),
            Part::Ident(name) => {
                let (red, green, blue) =
                    cssparser::color::parse_named_color(&name.to_ascii_lowercase()).map_err(|()| wrong())?;
                Ok(Colour::opaque(red, green, blue).css())
            }
            Part::Function(name, inner) if name == "var" => match trimmed(inner) {
                [Node { part: Part::Ident(token), .. }] => {
                    let known = token.strip_prefix("--").and_then(|name| {
                        COLOURS.iter().find(|token| token.name == name && token.name != "shadow")
                    });
                    match known {
                        Some(known) => Ok(format!("var(--{})", known.name)),
                        None => Err(self.refuse("there is no token of that name that is a colour")),
                    }
                }
                _ => Err(self.refuse("var() takes the name of one token")),
            },
            Part::Function(name, inner) if ["rgb", "rgba", "hsl", "hsla"].contains(&name.as_str()) => {
                let mut text = format!("{name}(");
                for node in inner {
                    match &node.part {
                        Part::Number(number) => text.push_str(&number.to_string()),
                        Part::Percentage(number) => text.push_str(&format!("{number}%")),
                        Part::Dimension(number, unit) if unit == "deg" => text.push_str(&number.to_string()),
                        Part::Comma => text.push(','),
                        Part::Space | Part::Delimiter('/') => text.push(' '),
                        _ => return Err(wrong()),
                    }
                }
                text.push(')');
                Colour::parse(&text).map(Colour::css).ok_or_else(wrong)
            }
            _ => Err(wrong()),
        }
    }

    /// Layers with commas between them: gradients, the last one may be a colour.
    fn background(&self, nodes: &[Node]) -> Result<String, Refusal> {
        let layers: Vec<&[Node]> = nodes.split(|node| node.part == Part::Comma).map(trimmed).collect();
        if layers.len() > 12 {
            return Err(self.refuse("takes at most twelve layers"));
        }
        let mut texts = Vec::new();
        for (index, layer) in layers.iter().enumerate() {
            let node = self.one(layer)?;
            texts.push(match &node.part {
                Part::Function(name, inner) if GRADIENTS.contains(&name.as_str()) => {
                    self.gradient(name, inner)?
                }
                Part::Ident(word) if word.eq_ignore_ascii_case("none") && layers.len() == 1 => {
                    "none".to_owned()
                }
                _ if index + 1 == layers.len() => self.colour_of(node)?,
                _ => return Err(self.refuse("takes gradients, and a colour as the last layer")),
            });
        }
        Ok(texts.join(","))
    }

    fn gradient(&self, name: &str, inner: &[Node]) -> Result<String, Refusal> {
        // One comma more than between stops: the direction stands before them.
        if inner.iter().filter(|node| node.part == Part::Comma).count() > MOST_STOPS {
            return Err(self.refuse(format!("takes at most {MOST_STOPS} stops in a gradient")));
        }
        let mut text = format!("{name}(");
        let mut spaced = true;
        for node in trimmed(inner) {
            let piece = match &node.part {
                Part::Comma => {
                    text.push(',');
                    spaced = true;
                    continue;
                }
                Part::Space => {
                    if !spaced {
                        text.push(' ');
                        spaced = true;
                    }
                    continue;
                }
                Part::Number(number) if *number == 0.0 => "0".to_owned(),
                Part::Percentage(number) => format!("{number}%"),
                Part::Dimension(number, unit)
                    if ["deg", "turn", "px", "rem", "em", "vw", "vh"].contains(&unit.as_str()) =>
                {
                    format!("{number}{unit}")
                }
                Part::Ident(word) if GRADIENT_WORDS.contains(&word.to_ascii_lowercase().as_str()) => {
                    word.to_ascii_lowercase()
                }
                _ => self.colour_of(node)?,
            };
            text.push_str(&piece);
            spaced = false;
        }
        let mut text = text.trim_end().replace(" ,", ",");
        text.push(')');
        Ok(text)
    }

    fn lengths(&self, kind: Kind, most: usize, nodes: &[Node]) -> Result<String, Refusal> {
        let mut texts = Vec::new();
        for node in nodes.iter().filter(|node| node.part != Part::Space) {
            texts.push(self.length(kind, node)?);
        }
        if texts.is_empty() || texts.len() > most {
            return Err(self.refuse(format!("takes 1 to {most} lengths")));
        }
        Ok(texts.join(" "))
    }

    fn length(&self, kind: Kind, node: &Node) -> Result<String, Refusal> {
        if let Part::Ident(word) = &node.part
            && word.eq_ignore_ascii_case("auto")
            && matches!(kind, Kind::Margin | Kind::Width | Kind::Height)
        {
            return Ok("auto".to_owned());
        }
        let (number, unit) = match &node.part {
            Part::Number(number) if *number == 0.0 => (0.0, "px"),
            Part::Percentage(number) => (*number, "%"),
            Part::Dimension(number, unit) => (*number, unit.as_str()),
            _ => return Err(self.refuse("takes a length")),
        };
        let Some(unit) = UNITS.iter().find(|known| **known == unit) else {
            return Err(self.refuse(format!("takes lengths in {}", UNITS.join(", "))));
        };
        let (least, most) = limits(kind, unit);
        if least > most {
            return Err(self.refuse(format!("takes no lengths in {unit}")));
        }
        if !(least..=most).contains(&number) {
            return Err(self.refuse(format!(
                "takes {least} to {most} {unit}: anything else could hide or move something"
            )));
        }
        Ok(if number == 0.0 { "0".to_owned() } else { format!("{number}{unit}") })
    }

    /// Thickness, line and colour. A ring that nobody sees is refused.
    fn border(&self, nodes: &[Node], ring: bool) -> Result<String, Refusal> {
        let (mut width, mut line, mut colour) = (None, None, None);
        let zero = [Part::Number(0.0)];
        for node in nodes.iter().filter(|node| node.part != Part::Space) {
            match &node.part {
                Part::Ident(word)
                    if LINES.contains(&word.to_ascii_lowercase().as_str()) && line.is_none() =>
                {
                    line = Some(word.to_ascii_lowercase());
                }
                Part::Number(_) | Part::Dimension(..) if width.is_none() => {
                    width = Some(self.length(if ring { Kind::Ring } else { Kind::Line }, node)?);
                }
                _ if colour.is_none() => colour = Some(self.colour_of(node)?),
                _ => return Err(self.refuse("takes a thickness, a line and a colour")),
            }
            if ring && zero.contains(&node.part) {
                return Err(self.refuse("must be seen: without a ring nobody knows where the keyboard is"));
            }
        }
        let unseen =
            line.as_deref() == Some("none") || colour.as_deref() == Some("transparent") || line.is_none();
        if ring && unseen {
            return Err(self.refuse("must be seen: without a ring nobody knows where the keyboard is"));
        }
        let parts: Vec<String> = [width, line, colour].into_iter().flatten().collect();
        if parts.is_empty() { Err(self.refuse("has no value")) } else { Ok(parts.join(" ")) }
    }

    /// Shadows in pixels. The dense part of one reaches at most 8 px beyond its box: more could cover a text of others.
    fn shadow(&self, nodes: &[Node], small: bool) -> Result<String, Refusal> {
        if let [Node { part: Part::Ident(word), .. }] = nodes
            && word.eq_ignore_ascii_case("none")
        {
            return Ok("none".to_owned());
        }
        let mut shadows = Vec::new();
        for shadow in nodes.split(|node| node.part == Part::Comma) {
            let (mut lengths, mut colour) = (Vec::new(), None);
            for node in shadow.iter().filter(|node| node.part != Part::Space) {
                match &node.part {
                    Part::Number(number) if *number == 0.0 => lengths.push(0.0),
                    Part::Dimension(number, unit) if unit == "px" => lengths.push(*number),
                    Part::Dimension(..) => return Err(self.refuse("takes lengths in px")),
                    Part::Ident(word) if word.eq_ignore_ascii_case("inset") => {
                        return Err(
                            self.refuse("takes shadows outside of the box alone: others could cover a text")
                        );
                    }
                    _ if colour.is_none() => colour = Some(self.colour_of(node)?),
                    _ => return Err(self.refuse("takes two to four lengths and a colour")),
                }
            }
            if !(2..=4).contains(&lengths.len()) {
                return Err(self.refuse("takes two to four lengths and a colour"));
            }
            self.near(&lengths, small)?;
            let word = |at: &f32| if *at == 0.0 { "0".to_owned() } else { format!("{at}px") };
            let mut words: Vec<String> = lengths.iter().map(word).collect();
            words.extend(colour);
            shadows.push(words.join(" "));
        }
        if shadows.len() > 4 {
            return Err(self.refuse("takes at most four shadows"));
        }
        Ok(shadows.join(","))
    }

    fn near(&self, lengths: &[f32], small: bool) -> Result<(), Refusal> {
        let at = |index: usize| lengths.get(index).copied().unwrap_or(0.0);
        let (offset, blur, spread) = (at(0).abs().max(at(1).abs()), at(2), at(3));
        let (most_offset, most_blur) = if small { (8.0, 8.0) } else { (40.0, 64.0) };
        let is_near = offset <= most_offset
            && (0.0..=most_blur).contains(&blur)
            && (-64.0..=8.0).contains(&spread)
            && offset + spread <= 8.0;
        if is_near {
            return Ok(());
        }
        Err(self.refuse(format!(
            "could cover a text of others: offset and spread reach at most 8px here, blur {most_blur}px"
        )))
    }

    fn families(&self, nodes: &[Node]) -> Result<String, Refusal> {
        let plain = |text: &str| {
            let permitted = |c: char| c.is_ascii_alphanumeric() || c == ' ' || c == '-';
            !text.is_empty() && text.len() <= 60 && text.chars().all(permitted)
        };
        let mut families = Vec::new();
        for family in nodes.split(|node| node.part == Part::Comma) {
            families.push(match trimmed(family) {
                [Node { part: Part::Text(name), .. }] if plain(name) => format!("\"{name}\""),
                [Node { part: Part::Function(name, inner), .. }] if name == "var" => match trimmed(inner) {
                    [Node { part: Part::Ident(token), .. }]
                        if ["--font", "--font-heading", "--font-mono"].contains(&token.as_str()) =>
                    {
                        format!("var({token})")
                    }
                    _ => {
                        return Err(self.refuse("takes var(--font), var(--font-heading) or var(--font-mono)"));
                    }
                },
                words => {
                    let mut name = String::new();
                    for node in words {
                        match &node.part {
                            Part::Ident(word) if plain(word) => name.push_str(word),
                            Part::Space => name.push(' '),
                            _ => return Err(self.refuse("takes names of installed families")),
                        }
                    }
                    if name.is_empty() {
                        return Err(self.refuse("takes names of installed families"));
                    }
                    name.split_whitespace().collect::<Vec<_>>().join(" ")
                }
            });
        }
        if families.len() > 16 {
            return Err(self.refuse("takes at most 16 families"));
        }
        Ok(families.join(","))
    }

    fn weight(&self, nodes: &[Node]) -> Result<String, Refusal> {
        match &self.one(nodes)?.part {
            Part::Number(weight) if (100.0..=900.0).contains(weight) && weight.fract() == 0.0 => {
                Ok(weight.to_string())
            }
            Part::Ident(word) if ["normal", "bold"].contains(&word.to_ascii_lowercase().as_str()) => {
                Ok(word.to_ascii_lowercase())
            }
            // Cognito's own documentation lists it among the weights.
            Part::Ident(word) if word.eq_ignore_ascii_case("italic") => Ok("normal".to_owned()),
            _ => Err(self.refuse("takes 100 to 900, normal or bold")),
        }
    }

    fn line_height(&self, nodes: &[Node]) -> Result<String, Refusal> {
        match &self.one(nodes)?.part {
            Part::Number(height) if (1.0..=3.0).contains(height) => Ok(height.to_string()),
            _ => Err(self.refuse("takes a number from 1 to 3")),
        }
    }

    fn places(&self, nodes: &[Node], words: &[&str]) -> Result<String, Refusal> {
        let mut places = Vec::new();
        for place in nodes.split(|node| node.part == Part::Comma) {
            let mut pieces = Vec::new();
            for node in place.iter().filter(|node| node.part != Part::Space) {
                pieces.push(match &node.part {
                    Part::Number(number) if *number == 0.0 => "0".to_owned(),
                    Part::Percentage(number) if number.abs() <= 400.0 => format!("{number}%"),
                    Part::Dimension(number, unit)
                        if ["px", "rem", "em"].contains(&unit.as_str()) && number.abs() <= 2000.0 =>
                    {
                        format!("{number}{unit}")
                    }
                    Part::Ident(word) if words.contains(&word.to_ascii_lowercase().as_str()) => {
                        word.to_ascii_lowercase()
                    }
                    _ => {
                        return Err(
                            self.refuse(format!("takes lengths, percentages and {}", words.join(", ")))
                        );
                    }
                });
            }
            if !(1..=4).contains(&pieces.len()) {
                return Err(self.refuse("takes one to four values"));
            }
            places.push(pieces.join(" "));
        }
        Ok(places.join(","))
    }
}

/// The least and most of a kind in a unit.
fn limits(kind: Kind, unit: &str) -> (f32, f32) {
    let (least, most) = match kind {
        Kind::Room | Kind::Margin => (0.0, 200.0),
        Kind::Font => (11.0, 72.0),
        Kind::Letters => (-1.0, 8.0),
        Kind::Radius => (0.0, 640.0),
        Kind::Line => (0.0, 20.0),
        Kind::Ring => (0.0, 4.0),
        Kind::Height => (24.0, 640.0),
        Kind::Width => (96.0, 1280.0),
        Kind::Logo => (16.0, 640.0),
    };
    match (unit, kind) {
        ("%", Kind::Room | Kind::Margin) => (0.0, 20.0),
        ("%", Kind::Width) => (30.0, 100.0),
        ("%", Kind::Logo) => (10.0, 100.0),
        ("%", Kind::Radius) => (0.0, 50.0),
        ("%", _) => (1.0, 0.0),
        ("rem", _) => (least / 16.0, most / 16.0),
        ("em" | "ch", Kind::Letters) => (-0.06, 0.5),
        // Relative to a text that is relative again, they would grow or shrink without end.
        ("em" | "ch", Kind::Font) => (1.0, 0.0),
        // Of the smallest text and of the largest.
        ("em" | "ch", _) => (least / 11.0, most / 72.0),
        ("pt", _) => (least * 0.75, most * 0.75),
        ("vw" | "vh", Kind::Room | Kind::Margin) => (0.0, 20.0),
        ("vw" | "vh", Kind::Width) => (30.0, 100.0),
        ("vw" | "vh", _) => (1.0, 0.0),
        _ => (least, most),
    }
}
