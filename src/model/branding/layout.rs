//! The choices of a look that are no colours or sizes.

use serde::{Deserialize, Serialize};

/// Where things stand on a page, and which of them there are; what is absent stays as the level below has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Layout {
    /// Where the card stands: `center`, `start`, `end`, `split` (beside a panel with a drawing) or `full` (no card).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement: Option<Placement>,
    /// `auto` (what the person's system asks for), `light` or `dark`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<ColorScheme>,
    /// Room between things: `compact`, `regular` or `spacious`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub density: Option<Density>,
    /// The main button: `solid`, `outline` or `soft`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buttons: Option<ButtonStyle>,
    /// Behind the card: `plain`, `glow`, `gradient` (from `background` to `background-2`) or `image`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<Background>,
    /// Where logo and heading stand: `start`, `center` or `end`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_position: Option<LogoPosition>,
    /// `small`, `medium` or `large`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_size: Option<LogoSize>,
    /// A bar with logo and name at the top of the page; the card then has no logo of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// A line with the pool's name below the card. Without a header it stays, because it says where the person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<bool>,
    /// The drawing on the panel of a split page: `none`, `arches`, `hills`, `rings` or `grid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub art: Option<Art>,
}

impl Layout {
    /// Whether it changes nothing.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// This one with `upper` on top.
    #[must_use]
    pub fn under(&self, upper: &Self) -> Self {
        Self {
            placement: upper.placement.or(self.placement),
            scheme: upper.scheme.or(self.scheme),
            density: upper.density.or(self.density),
            buttons: upper.buttons.or(self.buttons),
            background: upper.background.or(self.background),
            logo_position: upper.logo_position.or(self.logo_position),
            logo_size: upper.logo_size.or(self.logo_size),
            header: upper.header.or(self.header),
            footer: upper.footer.or(self.footer),
            art: upper.art.or(self.art),
        }
    }
}

/// Where the card stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// In the middle of the page.
    #[default]
    Center,
    /// At the side where lines begin.
    Start,
    /// At the side where lines end.
    End,
    /// In one half of the page; the other half is a panel with a drawing.
    Split,
    /// Nowhere: the page itself is the card.
    Full,
}

impl Placement {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Center => "center",
            Self::Start => "start",
            Self::End => "end",
            Self::Split => "split",
            Self::Full => "full",
        }
    }
}

/// Light, dark, or what the person's system asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColorScheme {
    /// What the system asks for.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl ColorScheme {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How much room there is between things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Little.
    Compact,
    /// As most pages have it.
    #[default]
    Regular,
    /// Plenty.
    Spacious,
}

impl Density {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Regular => "regular",
            Self::Spacious => "spacious",
        }
    }
}

/// How the main button looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonStyle {
    /// Filled with the accent.
    #[default]
    Solid,
    /// A border and no filling.
    Outline,
    /// A pale filling.
    Soft,
}

impl ButtonStyle {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Outline => "outline",
            Self::Soft => "soft",
        }
    }
}

/// What is behind the card.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Background {
    /// The token `background`.
    Plain,
    /// The same with a gleam of `glow` at the top.
    #[default]
    Glow,
    /// From `background` to `background-2`.
    Gradient,
    /// The uploaded picture, over `background`.
    Image,
}

impl Background {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Glow => "glow",
            Self::Gradient => "gradient",
            Self::Image => "image",
        }
    }
}

/// Where logo and heading stand above the form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoPosition {
    /// Where lines begin.
    Start,
    /// In the middle.
    #[default]
    Center,
    /// Where lines end.
    End,
}

impl LogoPosition {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Center => "center",
            Self::End => "end",
        }
    }
}

/// How large the logo is at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoSize {
    /// 2.5 rem high.
    Small,
    /// 4 rem high.
    #[default]
    Medium,
    /// 7 rem high.
    Large,
}

impl LogoSize {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// The drawing on the panel of a split page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Art {
    /// None: the panel's colours alone.
    None,
    /// Rows of arches.
    #[default]
    Arches,
    /// Hills under a sun.
    Hills,
    /// Rings around a corner.
    Rings,
    /// A grid with lit cells.
    Grid,
}

impl Art {
    /// The word as it is written in settings, and in the attributes that the style sheet reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Arches => "arches",
            Self::Hills => "hills",
            Self::Rings => "rings",
            Self::Grid => "grid",
        }
    }
}
