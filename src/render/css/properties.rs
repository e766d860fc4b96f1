//! The properties that a style sheet may set, and what each of them takes.

/// What a property takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A colour through which nothing is seen.
    TextColour,
    /// A colour.
    Colour,
    /// Gradients of colours, and a colour below them.
    Background,
    /// One to `most` lengths of this kind.
    Lengths(Kind, usize),
    /// Thickness, line and colour, in any order.
    Border,
    /// Lines of borders: `solid`, `dashed`, `dotted`, `double`, `none`.
    BorderStyle,
    /// As a border, but seen.
    Outline,
    /// Shadows outside of the box.
    Shadow,
    /// The same where texts of others are near: everything at most 8 px.
    SmallShadow,
    /// Installed families.
    Families,
    /// 100 to 900, `normal`, `bold`.
    Weight,
    /// A number from 1 to 3, or a length.
    LineHeight,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A place in a background: lengths, percentages, `left`, `center` …
    Position,
    /// The size of a background.
    Size,
}

/// A kind of length, with its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Room: nothing to 200 px, 20 %.
    Room,
    /// Room or `auto`.
    Margin,
    /// The size of text: 11 to 72 px.
    Font,
    /// Room between letters: -1 to 8 px.
    Letters,
    /// Corners.
    Radius,
    /// The thickness of a line, at most 20 px.
    Line,
    /// The thickness of a focus ring and its distance, at most 4 px: more would cover the label and what is wrong.
    Ring,
    /// The height of a box: at least 24 px.
    Height,
    /// The width of a box: at least 30 % or 96 px.
    Width,
    /// The size of a logo.
    Logo,
}

/// A property.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
}

const fn property(name: &'static str, takes: Takes) -> Property {
    Property { name, takes }
}

const ALIGN: Takes = Takes::Word(&["start", "center", "end", "left", "right"]);
const ROOM: Takes = Takes::Lengths(Kind::Room, 1);
const MARGIN: Takes = Takes::Lengths(Kind::Margin, 1);

/// Every property there is.
pub const PROPERTIES: &[Property] = &[
    property("color", Takes::TextColour),
    property("background", Takes::Background),
    property("background-color", Takes::Colour),
    property("background-image", Takes::Background),
    property("background-position", Takes::Position),
    property(
        "background-repeat",
        Takes::Word(&["repeat", "no-repeat", "repeat-x", "repeat-y", "round", "space"]),
    ),
    property("background-size", Takes::Size),
    property("border", Takes::Border),
    property("border-top", Takes::Border),
    property("border-right", Takes::Border),
    property("border-bottom", Takes::Border),
    property("border-left", Takes::Border),
    property("border-color", Takes::Colour),
    property("border-style", Takes::BorderStyle),
    property("border-width", Takes::Lengths(Kind::Line, 4)),
    property("border-radius", Takes::Lengths(Kind::Radius, 4)),
    property("box-shadow", Takes::Shadow),
    property("box-sizing", Takes::Word(&["border-box", "content-box"])),
    property("outline", Takes::Outline),
    property("outline-color", Takes::TextColour),
    property("outline-offset", Takes::Lengths(Kind::Ring, 1)),
    property("padding", Takes::Lengths(Kind::Room, 4)),
    property("padding-top", ROOM),
    property("padding-right", ROOM),
    property("padding-bottom", ROOM),
    property("padding-left", ROOM),
    property("margin", Takes::Lengths(Kind::Margin, 4)),
    property("margin-top", MARGIN),
    property("margin-right", MARGIN),
    property("margin-bottom", MARGIN),
    property("margin-left", MARGIN),
    property("gap", ROOM),
    property("width", Takes::Lengths(Kind::Width, 1)),
    property("max-width", Takes::Lengths(Kind::Width, 1)),
    property("height", Takes::Lengths(Kind::Height, 1)),
    property("min-height", Takes::Lengths(Kind::Height, 1)),
    property("max-height", Takes::Lengths(Kind::Logo, 1)),
    property("font-family", Takes::Families),
    property("font-size", Takes::Lengths(Kind::Font, 1)),
    property("font-style", Takes::Word(&["normal", "italic"])),
    property("font-weight", Takes::Weight),
    property("font-variant", Takes::Word(&["normal", "small-caps"])),
    property("letter-spacing", Takes::Lengths(Kind::Letters, 1)),
    property("line-height", Takes::LineHeight),
    property("text-align", ALIGN),
    property("text-transform", Takes::Word(&["none", "uppercase", "lowercase", "capitalize"])),
    property("text-decoration", Takes::Word(&["none", "underline"])),
    property("display", Takes::Word(&["block", "inline"])),
];

/// The property of this name.
pub(super) fn find(name: &str) -> Option<&'static Property> {
    PROPERTIES.iter().find(|property| property.name == name)
}

/// Whether a property makes a box larger, moves it, or paints outside of it.
pub(super) fn enlarges(name: &str) -> bool {
    ["width", "max-width", "height", "min-height", "box-shadow", "box-sizing"].contains(&name)
        || name.starts_with("outline")
        || name.starts_with("margin")
}

/// Why a property that is often tried is not there.
pub(super) fn reason(name: &str) -> &'static str {
    match name {
        "position" | "top" | "left" | "right" | "bottom" | "inset" | "z-index" | "float" | "transform"
        | "translate" | "scale" | "rotate" | "order" | "direction" | "writing-mode" | "offset" => {
            "could move what a person must see"
        }
        "opacity"
        | "visibility"
        | "clip"
        | "clip-path"
        | "filter"
        | "mask"
        | "mask-image"
        | "overflow"
        | "content"
        | "content-visibility"
        | "text-indent"
        | "mix-blend-mode"
        | "backdrop-filter"
        | "-webkit-text-fill-color"
        | "pointer-events"
        | "zoom"
        | "font" => "could hide or replace what a person must see",
        "behavior" | "-moz-binding" => "would load a program",
        _ if name.starts_with("--") => "belongs to the tokens of shape, light and dark",
        _ => "is not among the permitted ones; docs/theming.md lists them",
    }
}
