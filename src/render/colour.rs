//! Colours as numbers: what a text says, how it looks over another, and how well the two can be told apart.

/// A colour in sRGB, channels from 0 to 255, alpha from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// Red, green and blue.
    pub channels: [f64; 3],
    /// 0 is invisible, 1 is opaque.
    pub alpha: f64,
}

impl Colour {
    /// An opaque colour.
    pub const fn opaque(red: u8, green: u8, blue: u8) -> Self {
        Self { channels: [red as f64, green as f64, blue as f64], alpha: 1.0 }
    }

    /// What `#rgb`, `#rrggbb`, their forms with alpha, `rgb()`, `rgba()`, `hsl()`, `hsla()` and the names
    /// of CSS mean; `None` for every other text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            return Self::hexadecimal(digits);
        }
        if let Some((function, rest)) = text.split_once('(') {
            let inner = rest.strip_suffix(')')?;
            let parts: Vec<&str> =
                inner.split([',', ' ', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
            return Self::function(&function.trim().to_ascii_lowercase(), &parts);
        }
        let name = text.to_ascii_lowercase();
        if name == "transparent" {
            return Some(Self { alpha: 0.0, ..Self::opaque(0, 0, 0) });
        }
        let (red, green, blue) = cssparser::color::parse_named_color(&name).ok()?;
        Some(Self::opaque(red, green, blue))
    }

    fn hexadecimal(digits: &str) -> Option<Self> {
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let wide: String = match digits.len() {
            3 | 4 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 | 8 => digits.to_owned(),
            _ => return None,
        };
        let byte = |at: usize| u8::from_str_radix(wide.get(at..at + 2)?, 16).ok();
        let mut colour = Self::opaque(byte(0)?, byte(2)?, byte(4)?);
        if wide.len() == 8 {
            colour.alpha = f64::from(byte(6)?) / 255.0;
        }
        Some(colour)
    }

    fn function(name: &str, parts: &[&str]) -> Option<Self> {
        let (first, second, third, alpha) = match parts {
            [a, b, c] => (*a, *b, *c, 1.0),
            [a, b, c, alpha] => (*a, *b, *c, fraction(alpha)?),
            _ => return None,
        };
        let channels = match name {
            "rgb" | "rgba" => [channel(first)?, channel(second)?, channel(third)?],
            "hsl" | "hsla" => {
                let hue: f64 = first.strip_suffix("deg").unwrap_or(first).parse().ok()?;
                hsl(hue, fraction(second)?, fraction(third)?)
            }
            _ => return None,
        };
        channels.iter().all(|channel| channel.is_finite()).then_some(Self { channels, alpha })
    }

    /// What is seen when this lies over `back`.
    #[must_use]
    pub fn over(self, back: Self) -> Self {
        let mix = |at: usize| self.channels[at] * self.alpha + back.channels[at] * (1.0 - self.alpha);
        Self { channels: [mix(0), mix(1), mix(2)], alpha: self.alpha + back.alpha * (1.0 - self.alpha) }
    }

    /// Relative luminance (WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let linear = |value: f64| {
            let value = value / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.channels;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// `#rrggbb`, or `rgba(…)` where it is not opaque.
    pub fn css(self) -> String {
        let [red, green, blue] = self.channels.map(|channel| channel.round().clamp(0.0, 255.0) as u8);
        if self.alpha >= 1.0 {
            format!("#{red:02x}{green:02x}{blue:02x}")
        } else {
            format!("rgba({red}, {green}, {blue}, {})", (self.alpha * 1000.0).round() / 1000.0)
        }
    }
}

fn channel(text: &str) -> Option<f64> {
    let value: f64 = match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? * 2.55,
        None => text.parse().ok()?,
    };
    Some(value.clamp(0.0, 255.0))
}

fn fraction(text: &str) -> Option<f64> {
    let value: f64 = match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => text.parse().ok()?,
    };
    value.is_finite().then(|| value.clamp(0.0, 1.0))
}

/// CSS Color 4 §7.1.
fn hsl(hue: f64, saturation: f64, lightness: f64) -> [f64; 3] {
    let one = |n: f64| {
        let k = (n + hue / 30.0).rem_euclid(12.0);
        let a = saturation * lightness.min(1.0 - lightness);
        255.0 * (lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0))
    };
    [one(0.0), one(8.0), one(4.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_colour_means_the_same() {
        for text in ["#3d4bd0", "#3D4BD0ff", "rgb(61, 75, 208)", "rgb(61 75 208)", "rgba(61,75,208,1)"] {
            assert_eq!(Colour::parse(text), Some(Colour::opaque(61, 75, 208)), "{text}");
        }
        assert_eq!(Colour::parse("hsl(120, 100%, 25%)").map(Colour::css).as_deref(), Some("#008000"));
        assert_eq!(Colour::parse("#fff").map(Colour::css).as_deref(), Some("#ffffff"));
        assert_eq!(Colour::parse("rgb(0 0 0 / 50%)").map(Colour::css).as_deref(), Some("rgba(0, 0, 0, 0.5)"));
        for text in ["", "#12", "#ggg", "rgb(1)", "url(x)", "inherit", "rgb(NaN,0,0)", "#ééé", "var(--x)"]
        {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_what_the_guideline_says() {
        let (black, white) = (Colour::opaque(0, 0, 0), Colour::opaque(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 0.001);
        assert!((white.contrast(white) - 1.0).abs() < 0.001);
        let grey = Colour { alpha: 0.5, ..black }.over(white);
        assert!((grey.contrast(white) - 3.98).abs() < 0.05);
    }
}
